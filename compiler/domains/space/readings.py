"""What a thing in space says of itself: its equations, its inequalities, its ranges."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ...expression import Equation, Letter, Number, read_formula
from ...model import Entity, Panel
from ...values import Bound, Formula, Interval, Measure, Value
from ..core.equations import Limit, numbers, range_of, taken_apart
from .extents import Box
from .letters import CURVED, SPACE

EQUATION = "equation"
OCTANT = ("octant", "first_octant", "positive")


@dataclass(frozen=True)
class Said:
    """The equations and inequalities of a thing; both hashable, so that what they come to is found once."""

    equations: tuple[Equation, ...]
    limits: tuple[Limit, ...]


def said_by(entity: Entity) -> Said:
    """Return what a thing says of itself in the coordinates of space."""
    bounds = tuple(b for v in entity.values_of(EQUATION) if (b := _as_bound(v)))
    if not bounds:
        bounds = tuple(b for text in entity.texts if (b := quoted(text.text)))[:1]
    equations = tuple(Equation(*bound.terms) for bound in bounds if bound.ops == ("==",))
    limits = [limit for bound in bounds for limit in taken_apart(bound)]
    limits += ranges_of(entity)
    if any(entity.has(flag) for flag in OCTANT):
        limits += [Limit(Number("0", 0.0), Letter(axis)) for axis in SPACE]
    return Said(equations, tuple(limits))


def _as_bound(value: Value) -> Bound | None:
    match value:
        case Bound():
            return value
        case Formula(expression, ()) | Measure(formula=Formula(expression, ())) if expression.letters:
            return Bound(("==",), (Letter("z"), expression))
    return None


def quoted(text: str) -> Bound | None:
    """Return the equation that a quoted text is, if it is one in the coordinates of space."""
    found = read_formula(text.strip("$ "))
    if not isinstance(found, Equation) or not set(found.letters) & set(SPACE + CURVED):
        return None
    return Bound(("==",), (found.left, found.right), text)


def ranges_of(entity: Entity) -> Iterator[Limit]:
    """Yield the stated intervals `x = 0..2` as inequalities."""
    for key, given in entity.values.items():
        if not key.startswith(f"{EQUATION}:") or not isinstance(given.value, Interval):
            continue
        name = canonical(key.partition(":")[2])
        low, high = numbers(given.value)
        if name in SPACE + CURVED:
            if math.isfinite(low):
                yield Limit(given.value.low.expression, Letter(name))
            if math.isfinite(high):
                yield Limit(Letter(name), given.value.high.expression)


def canonical(name: str) -> str:
    """Return the one spelling of a coordinate's letter.

    >>> canonical("phi"), canonical("ϕ"), canonical("x")
    ('φ', 'φ', 'x')
    """
    from ...expression import canonical_letter

    return canonical_letter(name)


def stated_ranges(panel: Panel) -> Box:
    """Return the ranges that the axes of a panel state, infinite where they state none."""
    low, high = [-math.inf] * 3, [math.inf] * 3
    for entity in panel.entities.values():
        if not entity.kind.frames:
            continue
        for at, axis in enumerate(SPACE):
            found = range_of(entity, axis)
            if found is not None:
                low[at], high[at] = found
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def number_of(value: Value | None) -> float | None:
    """Return the number that a value states, if it states one."""
    match value:
        case Formula(expression, ()) | Measure(formula=Formula(expression, ())):
            found = expression.value()
            return found if math.isfinite(found) else None
    return None
