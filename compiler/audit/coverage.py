"""Completeness: whether every given of the problem is on the picture, written in any dialect or drawn.

Conservative: what it reports is on no text, and nothing drawn that it knows of shows it. Whole numbers and
conditions can be drawn in more ways than anybody can list, so that they are notes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...dsl.diagnostics import Code, Diagnostic, Edit, Fix, Trust, shortened
from ...dsl.plain import plain
from ...dsl.quantity import Magnitude, Mention, numbers_in
from ...dsl.source import Span
from ..expression import Expression, coincide, read_formula
from .agreement import is_same
from .codes import MISSING_CONDITION, MISSING_COUNT, MISSING_FORMULA, MISSING_GIVEN, MISSING_OPTION
from .conditions import conditions
from .drawn import NOTHING, Drawn
from .folding import fold, stands_in
from .formulas import compact, formulas
from .phrases import phrase, quoted
from .printed import Printed
from .problem import Given, Sort, givens, options

_CODES: dict[Sort, Code] = {
    Sort.VALUE: MISSING_GIVEN, Sort.RATIO: MISSING_GIVEN, Sort.TUPLE: MISSING_GIVEN,
    Sort.COUNT: MISSING_COUNT, Sort.FORMULA: MISSING_FORMULA,
}  # fmt: skip
_PARTS = re.compile(r"[,;→]|->|(?<=[^\s]) \(|(?<=\w) \+ (?=\d*[A-Z])")
"""Where a formula consists of several: a system of equations, a condition in brackets, the species of a reaction."""
_SET = re.compile(r"\{.+[:|](.*[<>≤≥=].*?)\}?$")
"""The condition of a set: `{(x, y): 0 ≤ y ≤ x}`."""
_MOST_FORMULAS = 40
_SHORTEST_SIDE = 4
"""Signs from which one side of an equation alone is telling: `x^2+1` beside its curve, but not `2`."""


@dataclass(frozen=True)
class Missing:
    """A given that is not on the picture, and the row of the panel that would show it."""

    code: Code
    message: str
    verb: str
    row: str
    hint: str = ""

    @property
    def statement(self) -> str:
        """What an author adds to the spec."""
        return f"{self.verb}({quoted(self.row)})"

    def finding(self, end: int | None = None) -> Diagnostic:
        """Return the finding, its hint the very statement to add, its fix the edit that adds it at the spec's end."""
        hints = (f"add `{self.statement}`{self.hint}",)
        if end is None:
            return self.code.found(self.message, hints=hints)
        edit = Edit(span=Span(start=end, end=end), text=f"\n{self.statement}")
        fix = Fix(title=f"add `{self.statement}`", edits=(edit,), trust=Trust.GUESS)
        return self.code.found(self.message, hints=hints, fix=fix)


def coverage(
    problem: str, printed: Sequence[Printed], drawn: Drawn = NOTHING, *, end: int | None = None
) -> tuple[Diagnostic, ...]:
    """Return a finding for each given of a problem that no printed text and nothing drawn shows.

    `end` is where the spec ends, if the findings are to carry the edit that adds what is missing. Codes: AUD001 to AUD005.

    >>> [d.message for d in coverage("A 5.0 kg block slides 3 m.", [Printed("m = 5.0 kg")])]
    ['given `3 m` is on no printed text']
    """
    return tuple(missing.finding(end) for missing in not_shown(problem, printed, drawn))


def not_shown(problem: str, printed: Sequence[Printed], drawn: Drawn = NOTHING) -> tuple[Missing, ...]:
    """Return the givens of a problem that no printed text and nothing drawn shows, in the order of reading."""
    picture = _Picture(printed, drawn)
    return (
        *_missing_givens(problem, picture),
        *_missing_options(problem, picture),
        *_missing_conditions(problem, picture),
    )


class _Picture:
    """What a picture shows, in the forms in which givens are looked for."""

    def __init__(self, printed: Sequence[Printed], drawn: Drawn) -> None:
        self.printed = printed
        self.drawn = drawn
        self.folded = fold(" ; ".join(text.text for text in printed))
        self.signs = " ".join(f" {compact(text.text)} " for text in printed)

    @cached_property
    def numbers(self) -> tuple[Mention, ...]:
        """The numbers in texts; ticks are apart, since every axis has some."""
        return tuple(m for text in self.printed if text.role != "tick" for m in numbers_in(text.text))

    @cached_property
    def ticks(self) -> tuple[Magnitude, ...]:
        return tuple(m.magnitude for t in self.printed if t.role == "tick" for m in numbers_in(t.text))

    @cached_property
    def read(self) -> tuple[Expression, ...]:
        """The formulas in texts that can be read."""
        found = [f.text for text in self.printed if len(text.text) < 400 for f in formulas(text.text)]
        return tuple(e for text in found[:_MOST_FORMULAS] if (e := read_formula(text)) is not None)

    def shows(self, given: Given) -> bool:
        """Whether a given is written or drawn."""
        if stands_in(fold(given.words), self.folded):
            return True
        match given.sort:
            case Sort.VALUE:
                return self._value(given)
            case Sort.COUNT:
                return self._value(given) or self._is_drawn_so_often(given)
            case Sort.RATIO:
                return self._ratio(given.words)
            case Sort.TUPLE:
                return self._tuple(given.words)
            case Sort.FORMULA:
                return self._formula(given.words)

    def _value(self, given: Given) -> bool:
        wanted = given.magnitude
        if wanted is None:
            return False
        if any(is_same(wanted, shown.magnitude) for shown in self.numbers):
            return True
        if any(is_same(wanted, tick) for tick in self.ticks):
            # A number on an axis counts in the unit that the axis names.
            return wanted.unit is None or wanted.unit.text in self.folded_units
        parts = given.parts
        return bool(parts) and all(any(is_same(p, s.magnitude) for s in self.numbers) for p in parts)

    @cached_property
    def folded_units(self) -> str:
        return " ".join(text.text for text in self.printed if text.role != "tick")

    def _is_drawn_so_often(self, given: Given) -> bool:
        wanted = given.magnitude
        return wanted is not None and (
            wanted.value in self.drawn.counts.values() or wanted.value in self.drawn.numbers
        )

    def _ratio(self, words: str) -> bool:
        signs = compact(words)
        forms = (signs, signs.replace(":", "/"), signs.replace(":", "to"))
        return any(form in self.signs for form in forms)

    def _tuple(self, words: str) -> bool:
        """Whether coordinates are written, or marked by a point on axes with numbers, or an interval's ends are on ticks."""
        inner = re.sub(r"^[A-Z]\w*'? ?=? ?(?=[(\[<⟨])", "", words).replace("<", "(").replace(">", ")")
        signs = compact(inner)
        if re.search(rf"(?<![\d.]){re.escape(signs)}(?![\d.])", self.signs):
            return True
        place = tuple(m.magnitude.value for m in numbers_in(inner.strip("()[]⟨⟩ ").replace(",", " , ")))
        if len(place) != words.count(",") + 1:
            return False
        if self.drawn.has_place(place):
            return True
        shown = {m.magnitude.value for m in self.numbers} | {t.value for t in self.ticks}
        return len(place) == 2 and words[-1:] in ")]" and inner[:1] == "[" and shown.issuperset(place)

    def _formula(self, words: str) -> bool:
        signs = compact(words)
        if signs in self.signs:
            return True
        sides = [side for side in re.split(r"[=→⇌]", signs) if len(side) >= _SHORTEST_SIDE]
        if "=" in signs and any(side in self.signs for side in sides[-1:]):
            return True
        bounds = _SET.search(words)
        if bounds and compact(bounds.group(1)) in self.signs:
            return True
        parts = [part for piece in _PARTS.split(words) if (part := compact(piece))]
        if len(parts) > 1 and all(part in self.signs for part in parts):
            return True
        read = read_formula(words)
        return read is not None and any(coincide(read, other) for other in self.read)


def _missing_givens(problem: str, picture: _Picture) -> Iterator[Missing]:
    for given in givens(problem):
        if not picture.shows(given):
            message = f"{given.sort} `{shortened(given.words, 60)}` is on no printed text"
            said = _as_written(problem, given) if given.sort is Sort.FORMULA else ""
            row = phrase(problem, given.start, given.end, said)
            yield Missing(_CODES[given.sort], message, "given", row, ", or label the thing that has it")


def _as_written(problem: str, given: Given) -> str:
    """Return a formula with its marks of LaTeX, if it has any."""
    written = re.sub(r"\{/?eq\}|[$#]|\s+", " ", problem[given.start : given.end]).strip()
    return f"${written}$" if "\\" in written else ""


def _missing_options(problem: str, picture: _Picture) -> Iterator[Missing]:
    folded = picture.folded.replace(" ", "")
    for option in options(problem):
        wanted = re.escape(fold(option.text).replace(" ", ""))
        if re.search(rf"(?<![\d-])(?<!\d\.){wanted}(?!\d|\.\d)", folded):
            continue
        row = f"{option.letter}) {' '.join(plain(option.text).text.split())}"
        yield Missing(MISSING_OPTION, f"option `{option.letter}` is not printed", "options", row)


def _missing_conditions(problem: str, picture: _Picture) -> Iterator[Missing]:
    for named in conditions(problem):
        if not named.is_shown(picture.folded, picture.drawn.words):
            yield Missing(MISSING_CONDITION, f"condition `{named.words}` is not printed", "note", named.words)
