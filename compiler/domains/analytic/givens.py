"""What is said of a conic, read as numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ...expression import Expression, Operation
from ...model import Entity, Panel
from ...shapes import XY
from ...values import Bound, Chain, Direction, Formula, Measure, PartRef, Ref, Value, Words
from ..core.equations import Rule, bounds_of, linear, rule_of, rule_of_bound, rule_of_text
from ..core.plotted import axis_rule
from ..core.stated import stated_place
from .sections import Family

Straight: TypeAlias = tuple[float, float, float]
"""a, b, c of the line `a x + b y = c`, with a² + b² = 1."""


@dataclass(frozen=True)
class Givens:
    """The data of a conic, as far as they are numbers."""

    family: Family | None = None
    """What its kind says it is; nothing for any conic."""
    difference: Expression | None = None
    """What vanishes on it."""
    center: XY | None = None
    """Its centre, or the vertex of a parabola."""
    a: float | None = None
    b: float | None = None
    tilt: float | None = None
    """Radians; the direction in which a parabola opens."""
    eccentricity: float | None = None
    foci: tuple[XY, ...] = ()
    vertices: tuple[XY, ...] = ()
    through: tuple[XY, ...] = ()
    directrix: Straight | None = None
    letters: tuple[str, ...] = ()
    """The letters of its equation that are no variables."""
    fixed: bool = True
    """Whether everything that was said is a number: else the solver decides."""

    @property
    def sayings(self) -> int:
        """How many data there are."""
        named = (self.difference, self.center, self.a, self.b, self.tilt, self.eccentricity, self.directrix)
        spots = len(self.foci) + len(self.vertices) + len(self.through)
        return spots + sum(part is not None for part in named)


# Reading


def number_of(value: Value | None) -> float | None:
    """Return the plain number of a value: one without a unit, not merely claimed or asked for."""
    match value:
        case Formula(expression, ()) | Measure(formula=Formula(expression, ()), unit=None):
            found = expression.value()
            return found if math.isfinite(found) else None
        case Measure(formula=Formula(expression, ()), unit=unit) if unit and unit.dimension.name == "angle":
            return unit.to_si(expression.value())
    return None


def straight_of(value: Value | None, panel: Panel) -> Straight | None:
    """Return a line in numbers: one by its equation, or through two stated points."""
    rule = _rule_of_line(value, panel)
    found = linear(rule) if rule else None
    if found is None and isinstance(value, Chain | Ref):
        ends = value.ends if isinstance(value, Chain) else panel.entities[value.name].values_of("through")
        spots = [stated_place(end, panel) for end in ends]
        if len(spots) == 2 and spots[0] and spots[1]:
            (x, y), (u, v) = spots[0], spots[1]
            found = (v - y, x - u, (v - y) * x + (x - u) * y)
    size = math.hypot(found[0], found[1]) if found else 0.0
    return (found[0] / size, found[1] / size, found[2] / size) if found and size else None


def _rule_of_line(value: Value | None, panel: Panel) -> Rule | None:
    match value:
        case Bound():
            return rule_of_bound(value)
        case Words(text):
            return rule_of_text(text)
        case Measure(text=text) if text:
            return rule_of_text(text)
        case Ref(name) if name in panel.entities:
            return rule_of(panel.entities[name])
        case PartRef(Ref(name), part) if name in panel.entities and panel.entities[name].kind.frames:
            axis = part.removesuffix("_axis")
            return axis_rule("y" if axis == "x" else "x") if axis in ("x", "y") else None
    return None


class _Slots:
    """Reads the slots of a conic as numbers and notes whether one of them is none."""

    def __init__(self, entity: Entity, panel: Panel) -> None:
        self.entity = entity
        self.panel = panel
        self.fixed = True

    def number(self, *names: str, share: float = 1.0) -> float | None:
        """Return the number of the first slot that has a value, times a share."""
        value = next((v for name in names if (v := self.entity.value(name)) is not None), None)
        found = number_of(value)
        self.fixed &= value is None or found is not None
        return None if found is None else share * found

    def spots(self, *names: str) -> tuple[XY, ...]:
        """Return the places that slots name."""
        values = [value for name in names for value in self.entity.values_of(name)]
        found = [stated_place(value, self.panel) for value in values]
        self.fixed &= None not in found
        return tuple(spot for spot in found if spot)

    def straight(self, name: str) -> Straight | None:
        """Return the line that a slot names."""
        value = self.entity.value(name)
        found = straight_of(value, self.panel)
        self.fixed &= value is None or found is not None
        return found

    def tilt(self) -> float | None:
        """Return the direction that is said, in radians."""
        if self.entity.has("vertical"):
            return math.pi / 2
        value = self.entity.value("tilt") or self.entity.value("opens")
        if isinstance(value, Direction):
            self.fixed &= value.degrees is not None
            return None if value.degrees is None else math.radians(value.degrees)
        found = number_of(value)
        self.fixed &= value is None or found is not None
        plain = isinstance(value, Measure) and value.unit is None and found is not None
        return math.radians(found) if plain and found is not None else found


def givens_of(entity: Entity, panel: Panel, family: Family | None) -> Givens:
    """Return what is said of a conic as numbers; `fixed` tells whether that is all that is said."""
    slots = _Slots(entity, panel)
    difference = difference_of(entity)
    letters = tuple(name for name in (difference.letters if difference else ()) if name not in ("x", "y"))
    # An equation without letters is settled: what is said to lie on it is checked at the point.
    decided_by = () if difference is not None and not letters else tuple(said_on(entity, panel))
    place = slots.spots("center", "vertex")
    first = [slots.number("a", "p"), slots.number("width", share=0.5), slots.number("sum", share=0.5)]
    second = [slots.number("b"), slots.number("height", share=0.5)]
    tilt, eccentricity, directrix = slots.tilt(), slots.number("eccentricity"), slots.straight("directrix")
    foci, vertices, through = slots.spots("foci", "focus"), slots.spots("vertices"), slots.spots("through")
    if not slots.fixed:
        return Givens(family, difference, fixed=False)
    return Givens(
        family, difference, place[0] if place else None, _first(first), _first(second), tilt, eccentricity,
        foci, vertices, (*through, *decided_by), directrix, letters,
    )  # fmt: skip


def _first(numbers: list[float | None]) -> float | None:
    return next((number for number in numbers if number is not None), None)


def difference_of(entity: Entity) -> Expression | None:
    """Return what vanishes on a thing with an equation."""
    equations = [bound for bound in bounds_of(entity) if bound.ops == ("==",)]
    return Operation("-", *equations[0].terms) if equations else None


def said_on(entity: Entity, panel: Panel) -> Iterator[XY]:
    """Yield the stated places that are said to lie on a thing."""
    for relation in panel.relations:
        if relation.verb.name == "on" and relation.value("on") == Ref(entity.name):
            yield from (spot for value in relation.values_of("of") if (spot := stated_place(value, panel)))
