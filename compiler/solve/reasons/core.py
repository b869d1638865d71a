"""A conflict as its words need it: the statements, what each says of which points, in the author's units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from ....dsl.quantity import Magnitude, read_quantity
from ...system import Constraint, Sort, Statement, System
from ..kernels import KERNELS

Spot: TypeAlias = tuple[int, int]

_NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:\.\d+)?")
_NAME = re.compile(r"^[^\W\d_](?:[_\d']*\w{0,3})$")
_MEASURES = frozenset({
    "distance", "angle", "line_angle", "directed_angle", "distance_to_line", "distance_in_space", "angle_in_space",
    "line_angle_in_space", "abs", "scaled", "sum2", "disc_area",
    "sector_area", "arc_length", "quotient", "difference", "sqrt", "product",
})  # fmt: skip
"""Kernels whose last slot is a measure, of which a statement may say the value."""
_RADII = {
    "on_circle": (4,), "tangent_line_circle": (6,), "tangent_circles_external": (2, 5),
    "tangent_circles_internal": (2, 5), "disc_area": (0,), "scaled": (0,),
}  # fmt: skip
"""By kernel: where radii stand."""


@dataclass(frozen=True)
class Stated:
    """A number that a statement says: of which slot, and how it was written."""

    statement: int
    slot: int
    constraint: Constraint
    value: float
    magnitude: Magnitude
    measure: int
    """The slot of what is measured: the same slot, or of a bound the one that is compared with it."""
    sign: str = ""
    """How a bound compares."""

    def rounded(self, value: float, digits: int) -> float:
        """Return a value rounded to a few digits in the author's unit."""
        scale = self.value / self.number
        return float(f"{value / scale:.{digits}g}") * scale

    @property
    def claim(self) -> str:
        """What is said of the measure."""
        return f"{self.sign} {self.words}".strip()

    def said(self, value: float, digits: int = 4) -> str:
        """Return another value of the same measure in the author's unit."""
        written = self.magnitude.value or 0.0
        number = written * value / self.value if self.value else value
        return _with_unit(short(number, digits), self.magnitude)

    @property
    def words(self) -> str:
        """The value as it is said."""
        return _with_unit(short(self.magnitude.value or 0.0, 12), self.magnitude)

    @property
    def number(self) -> float:
        """The value in the author's unit."""
        return self.magnitude.value or 0.0


@dataclass(frozen=True)
class Core:
    """Some statements of a system that cannot all hold, each of them needed for that."""

    system: System
    part: System
    """The system of just these statements."""
    subset: tuple[int, ...]

    @property
    def statements(self) -> list[Statement]:
        """The statements."""
        return [self.system.statements[at] for at in self.subset]

    @cached_property
    def constraints(self) -> list[Constraint]:
        """What the statements demand."""
        chosen = set(self.subset)
        return [c for c in self.part.constraints if c.origin in chosen]

    @cached_property
    def equations(self) -> list[Constraint]:
        """What the statements demand to be equal."""
        return [c for c in self.constraints if c.sort is Sort.EQUATION]

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """The numbers that the statements say, one for each slot."""
        found: dict[int, Stated] = {}
        for constraint in self.constraints:
            if constraint.kernel in ("greater", "ahead"):
                found |= self._bounded(constraint)
            for slot in _measured_slots(constraint):
                if slot not in found and (stated := self._stated(constraint, slot)) is not None:
                    found[slot] = stated
        return tuple(found.values())

    def _bounded(self, constraint: Constraint) -> dict[int, Stated]:
        """Return the number with which a measure is compared, under its slot."""
        larger, smaller = constraint.slots[:2] if constraint.kernel == "greater" else constraint.slots[1::-1]
        for at, measure, sign in ((smaller, larger, "above"), (larger, smaller, "below")):
            stated = self._stated(constraint, at)
            if stated is not None and self.part.slots[measure].free:
                return {at: replace(stated, measure=measure, sign=sign)}
        return {}

    def _stated(self, constraint: Constraint, at: int) -> Stated | None:
        slot = self.part.slots[at]
        origin = slot.origin if slot.origin in self.subset else constraint.origin
        if slot.free or origin not in self.subset or not slot.start:
            return None
        text = slot.written or _last_number(self.system.statements[origin].text)
        magnitude = read_quantity(text) if text else None
        if magnitude is None or not magnitude.value:
            return None
        return Stated(origin, at, constraint, slot.start, magnitude, at)

    @cached_property
    def radii(self) -> frozenset[int]:
        """The slots that are radii of circles."""
        return frozenset(c.slots[at] for c in self.constraints for at in _RADII.get(c.kernel, ()))

    def measuring(self, stated: Stated) -> Constraint:
        """Return the constraint that measures what a statement says the value of."""
        reading = (c for c in self.constraints if c.kernel in _MEASURES and c.slots[-1] == stated.measure)
        return next(reading, stated.constraint)

    def of(self, statement: int) -> Stated | None:
        """Return the only number that a statement says."""
        own = [stated for stated in self.stated if stated.statement == statement]
        return own[0] if len(own) == 1 else None

    def of_slot(self, slot: int) -> Stated | None:
        """Return the statement of a slot's value."""
        return next((stated for stated in self.stated if stated.slot == slot), None)

    def name(self, spot: Spot) -> str:
        """Return the name of a point; nothing if it has none."""
        word = self.system.slots[spot[0]].name.removesuffix(".x")
        return word if _NAME.match(word) else ""

    def names(self, *spots: Spot) -> str:
        """Return the names of points in a row; nothing if one has none."""
        words = [self.name(spot) for spot in spots]
        return "".join(words) if all(words) else ""


def spots_of(constraint: Constraint) -> list[Spot]:
    """Return the points that a constraint reads."""
    slots = constraint.slots
    return [(slots[x], slots[y]) for x, y in KERNELS[constraint.kernel].point_positions(len(slots))]


def _measured_slots(constraint: Constraint) -> Iterator[int]:
    if constraint.kernel in _MEASURES:
        yield constraint.slots[-1]
    for at in _RADII.get(constraint.kernel, ()):
        yield constraint.slots[at]


def _last_number(text: str) -> str:
    numbers = _NUMBER.findall(text)
    tail = "°" if text.rstrip(")").endswith("°") else ""
    return numbers[-1] + tail if numbers else ""


def _with_unit(number: str, magnitude: Magnitude) -> str:
    unit = magnitude.unit.text if magnitude.unit else ""
    return number + unit if unit == "°" or not unit else f"{number} {unit}"


def short(value: float, digits: int = 4) -> str:
    """Return a few significant digits, whole numbers in full.

    >>> short(3.0), short(1234.0), short(5.24681), short(0.1 + 0.2, 12)
    ('3', '1234', '5.247', '0.3')
    """
    if abs(value - round(value)) < 1e-7 * max(1.0, abs(value)):
        return str(round(value))
    return f"{value:.{digits}g}" if abs(value) < 10**digits else f"{value:.0f}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in prose.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
