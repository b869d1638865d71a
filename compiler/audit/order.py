"""Order of lengths: what is said to be shorter may not be drawn longer, to scale or not.

A length is known by what its dimension prints: a value, or a letter that a row, a label or the problem gives
a value. Proportions are free where a picture is schematic; their order never is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from ...dsl.diagnostics import Diagnostic, Label, shortened
from ...dsl.quantity import numbers_in, read_text
from ...dsl.source import Span
from ..draw.solution import Solution
from ..values import Measure, Standing
from .codes import ORDER_DISAGREES
from .folding import fold
from .printed import Printed

_SHORTER: Final = 0.87
"""Values that differ by less are about the same, and may be drawn so."""
_LONGER: Final = 1.05
_MOST_PAIRS: Final = 400


@dataclass(frozen=True)
class Length:
    """A length that is drawn, and what it is said to be in metres."""

    text: str
    said: float
    drawn: float
    span: Span


def out_of_order(solution: Solution, printed: Iterable[Printed], problem: str = "") -> Iterator[Diagnostic]:
    """Yield the pairs of lengths of a panel that are drawn the other way round. Emits AUD016."""
    letters = _letters([*(text.text for text in printed), problem])
    lengths = list(_lengths(solution, letters))
    reported: set[Span] = set()
    for one, other in list(combinations(lengths, 2))[:_MOST_PAIRS]:
        short, long = sorted((one, other), key=lambda length: length.said)
        wrong = short.said < _SHORTER * long.said and short.drawn > _LONGER * long.drawn
        if wrong and short.span not in reported:
            reported.add(short.span)
            yield _finding(short, long)


def _letters(texts: Sequence[str]) -> Mapping[str, float]:
    """Return the lengths that letters are given, in metres; a letter with several values has none."""
    values: dict[str, set[float]] = {}
    for text in texts:
        for mention in numbers_in(text):
            read = mention.magnitude
            if read.symbol and read.si is not None and read.unit and read.unit.dimension.name == "length":
                values.setdefault(fold(read.symbol), set()).add(read.si)
    return {letter: next(iter(found)) for letter, found in values.items() if len(found) == 1}


def _lengths(solution: Solution, letters: Mapping[str, float]) -> Iterator[Length]:
    """Yield the lengths that dimensions name, by the value or the letter that they print."""
    for relation, slot in solution.measures.items():
        value = relation.value("value")
        if relation.compared or relation.verb.dimension != "length" or relation.verb.draw is None:
            continue
        stated = isinstance(value, Measure) and value.standing is Standing.GIVEN
        text = solution.words(value, relation) if stated else ""
        said = _in_metres(text, letters)
        if said is not None and said > 0:
            yield Length(text, said, abs(solution.number(slot)), relation.span)


def _in_metres(text: str, letters: Mapping[str, float]) -> float | None:
    read = read_text(text).magnitude
    if read is not None and read.unit is not None:
        return read.si if read.unit.dimension.name == "length" else None
    return letters.get(fold(text))


def _finding(short: Length, long: Length) -> Diagnostic:
    message = (
        f"`{shortened(short.text, 24)}` is drawn longer than `{shortened(long.text, 24)}`, which is more"
    )
    hint = "place the things so that the longer one looks longer; how much longer is free"
    return ORDER_DISAGREES.found(
        message, short.span, labels=[Label(span=long.span, text="the longer one")], hints=[hint]
    )
