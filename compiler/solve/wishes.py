"""What a good drawing wishes for beyond what is stated: room, and no accidental coincidence.

Everything is written as ordinary constraints of sort `WISH` over the system's own slots and a few
constants, so that the same kernels and the same iteration serve it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import combinations, islice
from typing import TypeAlias

from ..system import Constraint, Slot, Sort, System
from .accidents import Margin, Margins, accidents
from .jets import Array

_GAP = 0.2
"""Of the extent: how far drawn points should be apart, while there is room."""
_FAR = 1.1
"""Of the extent: how far apart drawn points should be at most."""
_BEYOND = 2.0
"""The same, of the longest stated length."""
_CLEAR = 0.1
"""Of the extent: how far a point should be from a segment that it is not on."""
_SPREAD = 0.36
"""Of the extent: root mean square distance of points from their mean; 0.35 is a circle of diameter 0.7."""
_SHARPEST = math.radians(25)
_OFF_RIGHT = math.radians(9)
_OFF_EQUAL = math.log(1.14)
_OFF_PARALLEL = math.sin(math.radians(9))
_OFF_LINE = 0.06
"""Of the extent: the least height of a triangle whose corners are not on one line."""
_OFF_RIM = 0.05
"""Of the extent: how far from touching a circle is what does not touch it."""
_OFF_LENGTH = math.log(1.07)
_SPACE = 0.4
"""Of how far apart hints have two points that must not coincide: as far apart they stay while there is a choice."""
_KEPT = 20.0
_MOST_SEGMENTS = 120
_MOST_POINTS = 14
_MOST_CORNERS = 48
_MOST_LINES = 48
"""Caps that keep the wishes of a large figure in proportion to its size."""

Point: TypeAlias = tuple[int, int]
Segment: TypeAlias = tuple[int, int, int, int]


class Wishes:
    """The wishes of one system: those that any drawing may have, and those against what one drawing shows."""

    def __init__(self, given: System) -> None:
        self._given = given
        self._constants: list[Slot] = []
        extent = given.extent
        self._near, self._far = self._constant(gap(given)), self._constant(_farthest(given))
        self._clear, self._spread = self._constant(_CLEAR * extent), self._constant(_SPREAD * extent)
        self._least, self._most = self._constant(0.15 * extent), self._constant(0.42 * extent)
        self._sharp, self._right = self._constant(_SHARPEST), self._constant(math.pi / 2)
        self._off_right, self._off_equal = self._constant(_OFF_RIGHT), self._constant(_OFF_EQUAL)
        self._off_parallel = self._constant(_OFF_PARALLEL)
        self._starts = {
            at: self._constant(slot.start) for at, slot in enumerate(given.slots) if slot.free and slot.hinted
        }
        self._spaces = {
            slots: self._constant(_SPACE * _apart(given, slots))
            for slots in dict.fromkeys(c.slots[:4] for c in given.constraints if c.kernel == "separation")
            if all(at in self._starts for at in slots)
        }
        self._margins = Margins(
            height=self._margin(_OFF_LINE * extent, 8.0 / extent),
            slope=Margin(self._off_parallel, _OFF_PARALLEL, 1.0),
            length=self._margin(_OFF_LENGTH, 2.5),
            touch=self._margin(_OFF_RIM * extent, 5.0 / extent),
        )
        self.system = replace(given, slots=(*given.slots, *self._constants))
        """The system with the constants that wishes refer to."""

    def _constant(self, value: float) -> int:
        self._constants.append(Slot("", value, free=False))
        return len(self._given.slots) + len(self._constants) - 1

    def _margin(self, value: float, weight: float) -> Margin:
        return Margin(self._constant(value), value, weight)

    @cached_property
    def standing(self) -> tuple[Constraint, ...]:
        """The wishes of the author and of every drawing."""
        own = (c for c in self._given.constraints if c.sort is Sort.WISH)
        shaping = (
            c for c in (*self._corners(), *self._strangers(), *self._size()) if not self._is_foreseen(c)
        )
        return (*own, *self._room(), *self._clearance(), *shaping, *self._radii(), *self._hints())

    def _is_foreseen(self, wish: Constraint) -> bool:
        """Whether the author says roughly where all points of a wish are: what they show together was meant."""
        places = [at for at in wish.slots if at < len(self._given.slots) and self._given.slots[at].free]
        return bool(places) and all(at in self._starts for at in places)

    def against(self, numbers: Array) -> list[Constraint]:
        """Return wishes against the coincidences that a drawing shows."""
        found = accidents(self._given, self._margins, numbers)
        return [wish for wish in found if not self._is_foreseen(wish)]

    def _length_wish(self, kernel: str, *slots: int, share: float = 1.0) -> Constraint:
        return Constraint(kernel, slots, Sort.WISH, weight=share * 2.0 / self._given.extent)

    def _room(self) -> Iterator[Constraint]:
        """Wish that points keep apart, and that none runs away."""
        for a, b in combinations(self._given.points[:_MOST_POINTS], 2):
            yield self._length_wish("within", *a, *b, self._near, self._far)

    def _clearance(self) -> Iterator[Constraint]:
        """Wish that points keep off segments that they do not end."""
        for segment in self._given.segments[:_MOST_LINES]:
            for point in self._given.points[:_MOST_POINTS]:
                if point not in (segment[:2], segment[2:]):
                    yield self._length_wish("clear_of_segment", *point, *segment, self._clear)

    def _corners(self) -> Iterator[Constraint]:
        """Wish corners that are not sharp, not right and not between equal sides."""
        for a, v, b in islice(corners(self._given.segments[:_MOST_SEGMENTS]), _MOST_CORNERS):
            yield Constraint("angle_at_least", (*a, *v, *b, self._sharp), Sort.WISH)
            yield Constraint(
                "angle_avoids", (*a, *v, *b, self._right, self._off_right), Sort.WISH, weight=2.0
            )
            yield Constraint("lengths_avoid", (*v, *a, *v, *b, self._off_equal), Sort.WISH, weight=2.0)

    def _strangers(self) -> Iterator[Constraint]:
        """Wish segments that do not meet to be neither parallel nor at right angles."""
        apart = (
            (first, second)
            for first, second in combinations(self._given.segments[:_MOST_SEGMENTS], 2)
            if not {first[:2], first[2:]} & {second[:2], second[2:]}
        )
        for first, second in islice(apart, _MOST_LINES):
            yield Constraint("lines_avoid", (*first, *second, self._off_parallel), Sort.WISH, weight=0.5)

    def _size(self) -> Iterator[Constraint]:
        """Wish that the figure fills its extent."""
        if len(self._given.points) > 1:
            flat = tuple(slot for point in self._given.points[:_MOST_POINTS] for slot in point)
            yield self._length_wish("spread", *flat, self._spread)

    def _radii(self) -> Iterator[Constraint]:
        """Wish that circles whose size is open can be seen, and whole."""
        radii = dict.fromkeys(
            constraint.slots[-1]
            for constraint in self._given.constraints
            if constraint.kernel in ("on_circle", "tangent_line_circle")
            and self._given.slots[constraint.slots[-1]].free
        )
        for slot in radii:
            yield self._length_wish("greater", slot, self._least)
            yield self._length_wish("greater", self._most, slot)

    def _hints(self) -> Iterator[Constraint]:
        """Wish that hinted numbers stay where the hint says, more than anything else, and what is apart stays so."""
        yield from self.near_hints(4.0)
        yield from self.kept_apart()

    def near_hints(self, share: float) -> Iterator[Constraint]:
        """Wish that hinted numbers stay where the hint says."""
        for at, start in self._starts.items():
            yield self._length_wish("close", at, start, share=share)

    def kept_apart(self) -> Iterator[Constraint]:
        """Wish that points which must not coincide stay about as far apart as hints have them."""
        for slots, least in self._spaces.items():
            yield self._length_wish("separation", *slots, least, share=_KEPT)


def _apart(system: System, slots: tuple[int, ...]) -> float:
    ax, ay, bx, by = (system.slots[at].start for at in slots)
    return math.hypot(bx - ax, by - ay)


def gap(system: System) -> float:
    """Return how far drawn points should be apart, in millimetres."""
    return system.extent * min(_GAP, 0.7 / math.sqrt(max(len(system.points), 1)))


def _farthest(system: System) -> float:
    """Return how far drawn points may be apart: what is stated needs its room."""
    stated = [
        system.slots[c.slots[-1]].start
        for c in system.constraints
        if c.kernel == "distance" and not system.slots[c.slots[-1]].free
    ]
    return max(_FAR * system.extent, _BEYOND * max(stated, default=0.0))


def corners(segments: tuple[Segment, ...]) -> Iterator[tuple[Point, Point, Point]]:
    """Yield (a, vertex, b) for each two segments that share an end.

    >>> list(corners(((0, 1, 2, 3), (2, 3, 4, 5))))
    [((0, 1), (2, 3), (4, 5))]
    """
    for first, second in combinations(segments, 2):
        for a, vertex in ((first[:2], first[2:]), (first[2:], first[:2])):
            for start, end in ((second[:2], second[2:]), (second[2:], second[:2])):
                if vertex == start and a != end:
                    yield a, vertex, end
