"""Reads a problem text for what a picture of it has to show: values, counts, formulas, options, conditions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ...dsl.plain import plain
from ...dsl.quantity import Magnitude, Mention, numbers_in, read_text
from ...dsl.units import parse_unit
from .formulas import Formula, formulas


class Sort(StrEnum):
    """What a problem can give in figures."""

    VALUE = "given"
    COUNT = "number"
    RATIO = "ratio"
    TUPLE = "place"
    FORMULA = "formula"


@dataclass(frozen=True)
class Given:
    """One given: its words as plain text, and where it stands in the problem."""

    sort: Sort
    words: str
    start: int
    end: int
    magnitude: Magnitude | None = None
    """Of a value or count."""
    parts: tuple[Magnitude, ...] = ()
    """The single values of a compound one, `4 min 30 s`."""


@dataclass(frozen=True)
class Option:
    """One choice: its letter as written, without brackets, and its text."""

    letter: str
    text: str


_MARK: Final = re.compile(r"(?:(?<=\s)|^)\(?([A-Ja-j])[.)](?=\s|\S{2})")
_LONGEST_OPTION: Final = 240
_FORMULA_BEFORE: Final = re.compile(r"[-+*/^·×(\[{<>≤≥|_=] ?$")
_FORMULA_AFTER: Final = re.compile(r" ?[-+*/^·×)\]}<>≤≥|=(]|[A-Za-z_]| [A-Za-z](?= ?[-+*/^=)]|_)")
_REFERENCE: Final = re.compile(
    r"(?:图|题|第|表|习题|例|[Ff]ig(?:ures?|s?\.)|[Tt]ables?|[Pp]roblems?|[Ee]xercises?|[Ee]xamples?|[Qq]uestions?|"
    r"[Ss]teps?|[Pp]arts?|[Cc]hapters?|[Ss]ections?|[Ee]q(?:uations?|s?\.)|[Tt]heorems?|[Ll]emmas?|No\.|#)\s?[-(]?$"
)
_RATIO: Final = re.compile(r"(?<![\w:.^])\d+(?:\.\d+)?(?: ?: ?\d+(?:\.\d+)?){1,5}(?![\w:]|\.\d| ?[ap]\.?m)")
_LIST_MARK: Final = re.compile(r"(?:^|\n)\s*\(?$")
_SPACING: Final = re.compile(r"\[\s*$")
_NUMBER_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "hundred": 100, "half a": 0.5, "half an": 0.5,
}  # fmt: skip
_WORDED: Final = re.compile(
    rf"\b(?P<number>{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))})[ -](?P<unit>[A-Za-z]+)\b", re.I
)
_DATED: Final = re.compile(
    r"\b(?:in|since|by|of|year|from|until|before|after|[JFMASOND][a-z]{2,8}\.? ?(?:\d{1,2})?,?) ?$"
)
_YEARS: Final = range(1700, 2100)


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


def givens(problem: str) -> tuple[Given, ...]:
    """Return what a problem gives in figures outside its options, each different one once, in order.

    >>> [(g.sort.value, g.words) for g in givens("Two 3.0-g bullets hit y = x^2 at (1, 1), 7 times, n = 6")]
    [('given', '3.0-g'), ('formula', 'y = x^2'), ('place', '(1, 1)'), ('number', '7'), ('given', 'n = 6')]
    """
    pieces = formulas(problem)
    ratios = [r for r in _ratios(problem) if not any(f.start <= r.start < f.end for f in pieces)]
    numbers = numbers_in(problem)
    said = [f for f in pieces if not any(_is_whole(m, f) for m in numbers)]
    taken = [(f.start, f.end) for f in said] + [(r.start, r.end) for r in ratios]
    found = [
        *(Given(Sort.TUPLE if f.sort == "tuple" else Sort.FORMULA, f.text, f.start, f.end) for f in said),
        *ratios,
        *_worded(problem),
        *(g for m in numbers if not _within(m, taken) and (g := _number(problem, m))),
    ]
    chosen = choices(problem)
    kept = sorted((g for g in found if g.start not in chosen), key=lambda g: g.start)
    distinct: dict[tuple[Sort, str], Given] = {}
    for given in _joined(problem, kept):
        distinct.setdefault((given.sort, given.words), given)
    return tuple(distinct.values())


def _is_whole(mention: Mention, formula: Formula) -> bool:
    """Whether a formula is a value after all: `v = 5 m/s`, whose unit may reach beyond it."""
    told = mention.magnitude.unit is not None or mention.magnitude.symbol is not None
    return told and mention.start <= formula.start and mention.end >= formula.end


def _within(mention: Mention, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in taken) or any(
        start < mention.end and mention.start < end and mention.magnitude.unit is None for start, end in taken
    )


def _number(problem: str, mention: Mention) -> Given | None:
    """Return a number of a problem as a value or a count; nothing if it is neither."""
    read, before = mention.magnitude, problem[max(0, mention.start - 16) : mention.start]
    if read.value is None or _is_reference(problem, mention, before) or read.text in ("π", "\\pi"):
        return None
    words = " ".join(plain(read.text).text.split())
    bare = read.unit is None and read.symbol is None
    if bare and not _is_in_prose(problem, mention):
        return None
    if not (bare and float(read.value).is_integer() and "." not in read.text):
        return Given(Sort.VALUE, words, mention.start, mention.end, read)
    dated = int(read.value) in _YEARS and _DATED.search(before)
    counted = read.value > 2 and not dated
    return Given(Sort.COUNT, words, mention.start, mention.end, read) if counted else None


def _is_reference(problem: str, mention: Mention, before: str) -> bool:
    """Whether a number names a figure or a part of the problem, counts its sentences, or spaces its formulas."""
    if mention.magnitude.unit is not None:
        return bool(_SPACING.search(before))
    listed = _LIST_MARK.search(before) and re.match(r"[.)]\s", problem[mention.end : mention.end + 2])
    return mention.magnitude.symbol is None and bool(_REFERENCE.search(before) or listed)


def _is_in_prose(problem: str, mention: Mention) -> bool:
    # The digit stands for the number, so that the space behind it is not trimmed as leading.
    before = plain(problem[max(0, mention.start - 24) : mention.start]).text
    after = plain("0" + problem[mention.end :][:24]).text
    return not (_FORMULA_BEFORE.search(before) or _FORMULA_AFTER.match(after, 1))


def _worded(problem: str) -> Iterator[Given]:
    """Yield the values whose number is a word: `two grams`, `half a mile`."""
    for found in _WORDED.finditer(problem):
        unit = parse_unit(found.group("unit")) if len(found.group("unit")) > 3 else None
        if unit is not None and not unit.dimension.is_none:
            value = float(_NUMBER_WORDS[found.group("number").lower()])
            read = Magnitude(found.group(), value, unit)
            yield Given(Sort.VALUE, found.group(), found.start(), found.end(), read)


def _ratios(problem: str) -> Iterator[Given]:
    for found in _RATIO.finditer(problem):
        yield Given(Sort.RATIO, found.group(), found.start(), found.end())


def _joined(problem: str, found: Sequence[Given]) -> list[Given]:
    """Return givens with neighbours in falling units taken together: `4 minutes 30 seconds`."""
    joined: list[Given] = []
    for given in found:
        last = joined[-1] if joined else None
        if last and last.magnitude and given.magnitude and given.start - last.end <= len(", and "):
            text = problem[last.start : given.end]
            whole = read_text(text)
            if whole.kind == "quantity" and whole.magnitude and (whole.start, whole.end) == (0, len(text)):
                parts = (*(last.parts or (last.magnitude,)), given.magnitude)
                joined[-1] = Given(
                    Sort.VALUE, " ".join(text.split()), last.start, given.end, whole.magnitude, parts
                )
                continue
        joined.append(given)
    return joined


def choices(problem: str) -> range:
    """Return where the lettered choices of a problem stand, from the first letter to the end of the last."""
    chosen = options(problem)
    if not chosen:
        return range(0)
    start = problem.rfind(chosen[0].text)
    last = chosen[-1].text
    return range(problem.rfind(chosen[0].letter, 0, start), problem.find(last, start) + len(last))
