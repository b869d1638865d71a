"""Places in space: what is said of them holds in space, not in the picture.

A place in space is drawn at two slots that its three coordinates give explicitly. A constraint whose
points are all such places is replaced by its kernel's counterpart, `NAME_in_space`; what has none says
something about the picture only, and is reported instead of held.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...dsl.diagnostics import shortened
from ..shapes import SpacePoint
from ..solve.kernels import KERNELS
from ..system import Constraint, Slot, Sort
from ..values import Coordinates, Value
from .arithmetic import is_lettered
from .codes import NOT_GEOMETRIC, ONLY_DRAWN

if TYPE_CHECKING:
    from .poser import Poser

IN_SPACE = "{}_in_space"
GOLDEN = math.pi * (3 - math.sqrt(5))
"""A turn after which no place stands over another. Source: the golden angle of phyllotaxis."""

Pairs = Sequence[tuple[int, int]]
Segments = Sequence[tuple[int, int, int, int]]


class Lifting:
    """The places in space of one panel, by the slots at which they are drawn."""

    def __init__(self, poser: Poser) -> None:
        self.poser = poser
        self.places: dict[tuple[int, int], SpacePoint[int]] = {}
        self.drawn: set[int] = set()
        self.reported: set[str] = set()

    def place(self, name: str, space: tuple[int, int, int]) -> SpacePoint[int]:
        """Return the place with three coordinate slots; where it is drawn follows."""
        camera = self.poser.frame.camera
        assert camera is not None
        x, y = (
            self._seen(f"{name}.{axis}", space, row) for axis, row in (("u", camera.right), ("v", camera.up))
        )
        point = SpacePoint(x, y, space)
        self.places[x, y] = point
        self.drawn.update((x, y))
        return point

    def _seen(self, name: str, space: tuple[int, int, int], row: tuple[float, float, float]) -> int:
        """Return the slot of one drawn coordinate: a number of its own where the place is fixed."""
        fixed = [self.poser.fixed(slot) for slot in space]
        known = [number for number in fixed if number is not None]
        if len(known) == 3:
            at = sum(k * number for k, number in zip(row, known))
            return self.poser.add(Slot(name, at, free=False))
        result = self.poser.add(Slot(name, 1.0))
        terms = [slot for k, at in zip(row, space) for slot in (at, self.poser.constant(k))]
        self.poser.constraints.append(Constraint("affine3", (*terms, result), defines=result))
        return result

    def free_place(self, name: str) -> SpacePoint[int]:
        """Return a place that nothing fixes yet, in its turn on a rising spiral."""
        turn, frame = len(self.places), self.poser.frame
        way = (math.cos(turn * GOLDEN), math.sin(turn * GOLDEN), ((turn * 0.618) % 1.0) - 0.3)
        starts = [middle + frame.spread * step for middle, step in zip(frame.middle, way)]
        x, y, z = (
            self.poser.free(f"{name}.{axis}", start, hinted=True) for axis, start in zip("xyz", starts)
        )
        return self.place(name, (x, y, z))

    def at(self, value: Coordinates) -> SpacePoint[int]:
        """Return the place of three coordinates; a pair is a place of the plane z = 0."""
        slots: list[int] = []
        for along, (item, axis) in enumerate(zip(value.items, "xyz")):
            number = float("nan") if item.bindings else item.expression.value()
            if number != number and not is_lettered(item):
                self.poser.arithmetic.report_no_number()
            spot = tuple(number if at == along else 0.0 for at in range(3))
            known = self.poser.frame.place_in_space((spot[0], spot[1], spot[2]))[along]
            slots.append(
                self.poser.constant(known) if known == known else self.poser.free(axis, 15.0, hinted=True)
            )
        x, y, z = (*slots, self.poser.constant(0.0))[:3]
        return self.place("at", (x, y, z))

    def place_of(self, value: Value) -> SpacePoint[int]:
        """Return the place in space of a value; one that only lies on paper is reported, and stands free."""
        point = self.poser.point(value)
        if isinstance(point, SpacePoint):
            return point
        text = shortened(self.poser.statement_here, 40)
        message = f"`{text}` is not checked: a thing in it has no place in space"
        self.poser.diagnostics.append(NOT_GEOMETRIC.found(message, self.poser.here))
        return self.free_place("?")

    def lift(self, kernel: str, slots: tuple[int, ...], sort: Sort) -> tuple[str, tuple[int, ...]] | None:
        """Return the kernel and slots that say of places in space what a constraint says of points.

        Nothing for what cannot be said there; unless it was only a wish, that is reported.
        """
        if not self.drawn.intersection(slots):
            return kernel, slots
        counterpart = KERNELS.get(IN_SPACE.format(kernel))
        pairs = KERNELS[kernel].point_positions(len(slots))
        places = [self.places.get((slots[x], slots[y])) for x, y in pairs]
        if counterpart is not None and all(places):
            return counterpart.name, self._replaced(slots, pairs)
        if sort is Sort.WISH:
            return None
        if counterpart is None and self._is_about_paper(slots, pairs):
            return kernel, slots
        self._report()
        return None

    def _replaced(self, slots: tuple[int, ...], pairs: Pairs) -> tuple[int, ...]:
        starts = {x: self.places[slots[x], slots[y]].space for x, y in pairs}
        seconds = {y for _, y in pairs}
        out: list[int] = []
        for at, slot in enumerate(slots):
            if at not in seconds:
                out += starts.get(at, (slot,))
        return tuple(out)

    def _is_about_paper(self, slots: tuple[int, ...], pairs: Pairs) -> bool:
        """Whether a constraint ties a box or a text of the picture to where a place is drawn."""
        own = [slots[at] for pair in pairs for at in pair] or list(slots[:-1])
        return any(slot not in self.drawn and self.poser.fixed(slot) is None for slot in own)

    def _report(self) -> None:
        text = shortened(self.poser.statement_here or "this", 40)
        if text in self.reported:
            return
        self.reported.add(text)
        message = f"`{text}` is not held: it says something of the picture, not of space"
        self.poser.diagnostics.append(ONLY_DRAWN.found(message, self.poser.here))

    def flat(
        self, points: Pairs, segments: Segments
    ) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int, int, int], ...]]:
        """Return the points and segments that lie in the plane of the picture."""
        return (
            tuple(point for point in points if point not in self.places),
            tuple(s for s in segments if (s[0], s[1]) not in self.places and (s[2], s[3]) not in self.places),
        )
