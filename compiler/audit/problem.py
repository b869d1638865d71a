"""Reads a problem text for what a picture of it has to show: values, options, named conditions."""

import re
from dataclasses import dataclass
from typing import Final

from ...dsl.plain import plain
from ...dsl.quantity import Magnitude, Mention, numbers_in


@dataclass(frozen=True)
class Option:
    """One choice: its letter as written, without brackets, and its text."""

    letter: str
    text: str


_MARK: Final = re.compile(r"(?:(?<=\s)|^)\(?([A-Ja-j])[.)](?=\s|\S{2})")
_LONGEST_OPTION: Final = 240
_CONDITIONS: Final = (
    "frictionless", "massless", "adiabatic", "isothermal", "isobaric", "isochoric", "isentropic",
    "reversible", "incompressible", "inextensible", "insulated", "from rest", "ideal gas",
    "elastic collision",
)  # fmt: skip
_FORMULA_BEFORE: Final = re.compile(r"[-+*/^·×(\[{<>≤≥|_,=] ?$")
_FORMULA_AFTER: Final = re.compile(r" ?[-+*/^·×)\]}<>≤≥|=(]|[A-Za-z_]")


def options(problem: str) -> tuple[Option, ...]:
    """Return the lettered choices of a problem: at least three in order, from A or a.

    >>> [o.letter for o in options("Which?  A) 5 m  B) 6 m  C) 7 m")]
    ['A', 'B', 'C']
    """
    marks = _run_of_marks(problem)
    if len(marks) < 3:
        return ()
    ends = [mark.start() for mark in marks[1:]] + [len(problem)]
    found = [Option(mark.group(1), problem[mark.end() : end].strip()) for mark, end in zip(marks, ends)]
    last = found[-1]
    found[-1] = Option(last.letter, re.split(r"\n\s*\n", last.text)[0])
    return tuple(o for o in found if 0 < len(o.text) <= _LONGEST_OPTION)


def _run_of_marks(problem: str) -> list[re.Match[str]]:
    """Return the last run of marks a, b, c … that is in order."""
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    for mark in _MARK.finditer(problem):
        letter = mark.group(1)
        if run and ord(letter) == ord(run[-1].group(1)) + 1:
            run.append(mark)
        elif letter in "aA":
            run = [mark]
        best = run if len(run) >= max(3, len(best)) else best
    return list(best)


def values(problem: str) -> tuple[Mention, ...]:
    """Return the values that a problem gives outside its options: those with a unit, a symbol or a point.

    >>> [m.magnitude.text for m in values("Two 3.0-g bullets hit a rod, index n = 6, 7 times")]
    ['3.0-g', 'n = 6']
    """
    return tuple(m for m in _mentions(problem) if not _is_bare_count(m.magnitude) and _is_given(problem, m))


def counts(problem: str) -> tuple[Mention, ...]:
    """Return the bare whole numbers above two that stand in prose, not in a formula."""
    found = (m for m in _mentions(problem) if _is_bare_count(m.magnitude))
    return tuple(m for m in found if (m.magnitude.value or 0) > 2 and _is_in_prose(problem, m))


def conditions(problem: str) -> tuple[str, ...]:
    """Return the standard words for conditions that occur in a problem.

    >>> conditions("A block starts from rest on a frictionless incline")
    ('frictionless', 'from rest')
    """
    folded = " ".join(problem.casefold().split())
    return tuple(word for word in _CONDITIONS if re.search(rf"\b{word}\b", folded))


def _mentions(problem: str) -> tuple[Mention, ...]:
    chosen = options(problem)
    start = problem.rfind(chosen[0].text) if chosen else len(problem)
    last = chosen[-1].text if chosen else ""
    end = problem.find(last, start) + len(last) if chosen else len(problem)
    return tuple(m for m in numbers_in(problem) if not start <= m.start < end)


def _is_bare_count(magnitude: Magnitude) -> bool:
    value = magnitude.value
    bare = magnitude.unit is None and magnitude.symbol is None
    return bare and value is not None and value.is_integer() and "." not in magnitude.text


def _is_given(problem: str, mention: Mention) -> bool:
    """Whether a value is data: a number without unit and symbol inside a formula is part of the formula."""
    bare = mention.magnitude.unit is None and mention.magnitude.symbol is None
    return mention.magnitude.value is not None and (not bare or _is_in_prose(problem, mention))


def _is_in_prose(problem: str, mention: Mention) -> bool:
    # The digit stands for the number, so that the space behind it is not trimmed as leading.
    before = plain(problem[max(0, mention.start - 24) : mention.start]).text
    after = plain("0" + problem[mention.end :][:24]).text
    return not (_FORMULA_BEFORE.search(before) or _FORMULA_AFTER.match(after, 1))
