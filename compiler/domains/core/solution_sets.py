"""Sets of numbers on a line: what inequalities in one letter hold on, as intervals with or without their ends."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...expression import Expression, Letter, Operation, read_formula
from ...model import Entity
from ...values import Bound, Interval
from .equations import bounds_of, numbers
from .features import roots, vanishing

WIDE = 100.0
"""How far from 0 the ends of a solution set are looked for."""
COMPARED = re.compile(
    r"^(?:(?P<left>[^<>≤≥=]+)(?P<first><=|>=|<|>|≤|≥))?\s*[a-z]\s*(?:(?P<second><=|>=|<|>|≤|≥)(?P<right>[^<>≤≥=]+))?$"
)
JOINED = re.compile(r"\s*(?:∪|\bU\b|\bor\b)\s*")
ALL = (-math.inf, math.inf, False, False)


@dataclass(frozen=True)
class Span:
    """An interval, and whether each end belongs to it; an end at infinity is no end."""

    low: float
    high: float
    with_low: bool
    with_high: bool

    def __and__(self, other: Span) -> Span | None:
        """Return what two intervals have in common, if anything."""
        low, with_low = max((self.low, not self.with_low), (other.low, not other.with_low))
        high, with_high = min((self.high, self.with_high), (other.high, other.with_high))
        if low > high or (low == high and (with_low or not with_high)):
            return None
        return Span(low, high, not with_low, with_high)


def spans_of(entity: Entity) -> tuple[Span, ...]:
    """Return the intervals of a thing, from left to right: its range, what its inequalities hold on, or its text."""
    value = entity.value("range")
    if isinstance(value, Interval):
        low, high = numbers(value)
        opened = entity.has("open")
        return (
            Span(
                low, high, not (opened or entity.has("left_open")), not (opened or entity.has("right_open"))
            ),
        )
    found: list[Span] = [Span(*ALL)]
    bounds = bounds_of(entity)
    for bound in bounds:
        found = [both for one in found for other in _of_bound(bound) if (both := one & other)]
    if bounds:
        return tuple(sorted(found, key=lambda span: span.low))
    return next((spans for text in entity.texts if (spans := of_text(text.text))), ())


# Inequalities


def _of_bound(bound: Bound) -> list[Span]:
    found: list[Span] = [Span(*ALL)]
    for op, left, right in zip(bound.ops, bound.terms, bound.terms[1:]):
        found = [both for one in found for other in _of_pair(op, left, right) if (both := one & other)]
    return found


def _of_pair(op: str, left: Expression, right: Expression) -> list[Span]:
    """Return where one comparison holds: at once where a letter stands alone, else between the zeros of the difference."""
    if op in ("<", "<="):
        left, right, op = right, left, op.replace("<", ">")
    closed = "=" in op
    if op != "==" and isinstance(left, Letter) and not right.letters:
        return [Span(right.value(), math.inf, closed, False)]
    if op != "==" and isinstance(right, Letter) and not left.letters:
        return [Span(-math.inf, left.value(), False, closed)]
    return list(_solved(Operation("-", left, right), op))


def _solved(gap: Expression, op: str) -> Iterator[Span]:
    """Yield where a difference in one letter is positive, or vanishes if its ends belong to it.

    >>> x = read_formula("x^2 - 4")
    >>> [(span.low, span.high) for span in _solved(x, ">=")]
    [(-inf, -2.0), (2.0, inf)]
    """
    letters = gap.letters
    if len(letters) != 1:
        return

    zeros = _zeros(gap, letters[0])
    if op == "==":
        yield from (Span(zero, zero, True, True) for zero in zeros)
        return
    poles = [x for part in vanishing(gap) for x in _zeros(part, letters[0])]
    ends = [-math.inf, *sorted({*zeros, *poles}), math.inf]
    open_ones = [
        Span(a, b, False, False) for a, b in pairwise(ends) if gap.value({letters[0]: _inside(a, b)}) > 0
    ]
    closed = {zero for zero in zeros if zero not in poles} if "=" in op else set()
    yield from _joined(open_ones, closed)


def _zeros(part: Expression, letter: str) -> list[float]:
    return roots(lambda x: part.value({letter: x}), -WIDE, WIDE)


def _inside(low: float, high: float) -> float:
    if math.isinf(low) and math.isinf(high):
        return 0.0
    return high - 1.0 if math.isinf(low) else low + 1.0 if math.isinf(high) else (low + high) / 2


def _joined(spans: Sequence[Span], closed: set[float]) -> Iterator[Span]:
    """Yield spans with the ends that belong to them, those that meet at such an end as one; single points as well."""
    lone = closed - {span.low for span in spans} - {span.high for span in spans}
    found = [Span(s.low, s.high, s.low in closed, s.high in closed) for s in spans]
    found += [Span(x, x, True, True) for x in lone]
    held: Span | None = None
    for span in sorted(found, key=lambda s: (s.low, s.high)):
        if held is not None and held.high == span.low and held.with_high:
            held = Span(held.low, span.high, held.with_low, span.with_high)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


# Texts


def of_text(text: str) -> tuple[Span, ...]:
    """Read `[0, 1) ∪ (2, ∞)`, or `x < -1 or x >= 2`; nothing for another text.

    >>> [(s.low, s.high, s.with_low) for s in of_text("[0, 1) ∪ (2, ∞)")]
    [(0.0, 1.0, True), (2.0, inf, False)]
    """
    parts = [_of_part(part.strip()) for part in JOINED.split(text.strip().strip("$"))]
    return tuple(part for part in parts if part is not None) if None not in parts else ()


def _of_part(written: str) -> Span | None:
    if len(written) >= 5 and written[0] in "[(" and written[-1] in "])" and written.count(",") == 1:
        low, high = (_number(part, end) for part, end in zip(written[1:-1].split(","), (-math.inf, math.inf)))
        return Span(
            low, high, written[0] == "[" and math.isfinite(low), written[-1] == "]" and math.isfinite(high)
        )
    match = COMPARED.match(written)
    if match is None or not (match["first"] or match["second"]):
        return None
    span: Span | None = Span(*ALL)
    for op, other, turned in (
        (match["first"], match["left"], True),
        (match["second"], match["right"], False),
    ):
        if op is None or span is None:
            continue
        number, closed = _number(other, math.nan), op in ("<=", ">=", "≤", "≥")
        below = (op in ("<", "<=", "≤")) != turned
        span &= Span(-math.inf, number, False, closed) if below else Span(number, math.inf, closed, False)
    return span


def _number(text: str, unread: float) -> float:
    found = read_formula(text.strip().replace("−", "-"))
    value = found.value() if found is not None else math.nan
    return value if math.isfinite(value) else unread
