"""Coordinates that only say where things are: lengths stated between them tell what one unit is worth."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..model import Panel, Relation
from ..values import Chain, Coordinates, Measure, Ref, Standing, Value

_AGREE = 1e-6
"""Share by which units may differ that several lengths imply."""


def unit_of_coordinates(panel: Panel) -> float | None:
    """Return how many metres one unit of the coordinates is, if stated lengths say so and all say the same.

    `point A(0, 0), B(5, 0); dimension(A, B, "100 m")` makes a unit 20 m. Where axes are drawn their numbers count,
    and a length at odds with them is a contradiction.
    """
    if any(entity.kind.frames for entity in panel.entities.values()):
        return None
    units = [unit for relation in panel.relations for unit in _implied(relation, panel)]
    if not units or max(units) > (1 + _AGREE) * min(units):
        return None
    return units[0]


def _implied(relation: Relation, panel: Panel) -> Iterator[float]:
    """Yield what a length between two places of stated coordinates makes of one unit."""
    stated = relation.value("value")
    if relation.verb.dimension != "length" or not isinstance(stated, Measure) or stated.unit is None:
        return
    if stated.formula is None or stated.formula.bindings or stated.standing is Standing.CLAIMED:
        return
    length = stated.unit.to_si(stated.formula.expression.value())
    things = [value for slot in relation.values if slot != "value" for value in relation.values_of(slot)]
    places = [place for thing in things for place in _places(thing, panel)]
    if len(places) != 2 or not length > 0:
        return
    first, second = places
    if first and second and math.dist(first, second) > 0:
        yield length / math.dist(first, second)


def _places(value: Value, panel: Panel) -> Iterator[tuple[float, ...]]:
    """Yield the coordinates of each place that a value names, nothing in them where they are not stated."""
    match value:
        case Chain(ends):
            for end in ends:
                yield from _places(end, panel)
        case Ref(name):
            entity = panel.entities.get(name)
            at = entity.value("at") if entity else None
            yield next(_places(at, panel), ()) if isinstance(at, Coordinates) else ()
        case Coordinates(items):
            numbers = tuple(item.expression.value() for item in items if not item.bindings)
            yield numbers if len(numbers) == len(items) and all(map(math.isfinite, numbers)) else ()
        case _:
            yield ()
