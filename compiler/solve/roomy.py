"""What a good drawing wishes for beyond what is stated: room, and no accidental coincidence.

Everything is written as ordinary constraints of sort `WISH` over the system's own slots and a few
constants, so that the same kernels and the same iteration serve it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from ..system import Constraint, Slot, Sort, System

_GAP = 0.2
"""Of the extent: how far drawn points should be apart, while there is room."""
_CLEAR = 0.1
"""Of the extent: how far a point should be from a segment that it is not on."""
_SPREAD = 0.36
"""Of the extent: root mean square distance of points from their mean; 0.35 is a circle of diameter 0.7."""
_SHARPEST = math.radians(25)
_OFF_RIGHT = math.radians(9)
_OFF_EQUAL = math.log(1.14)
_OFF_PARALLEL = math.sin(math.radians(9))
_MOST_SEGMENTS = 120
_MOST_POINTS = 14
_MOST_CORNERS = 48
_MOST_LINES = 48
"""Caps that keep the wishes of a large figure in proportion to its size."""

Point: TypeAlias = tuple[int, int]
Segment: TypeAlias = tuple[int, int, int, int]
Constants: TypeAlias = Callable[[float], int]


def with_wishes(system: System) -> System:
    """Return the system with the wishes of its drawn points and segments added."""
    slots = list(system.slots)

    def constant(value: float) -> int:
        slots.append(Slot("", value, free=False))
        return len(slots) - 1

    wishes = [
        *_room(system, constant(gap(system)), constant(system.extent * 1.1)),
        *_clearance(system, constant(_CLEAR * system.extent)),
        *_corners(system, constant),
        *_strangers(system, constant(_OFF_PARALLEL)),
        *_size(system, constant(_SPREAD * system.extent)),
        *_radii(system, constant(0.15 * system.extent), constant(0.42 * system.extent)),
        *_hints(system, constant),
    ]
    return replace(system, slots=tuple(slots), constraints=(*system.constraints, *wishes))


def gap(system: System) -> float:
    """Return how far drawn points should be apart, in millimetres."""
    return system.extent * min(_GAP, 0.7 / math.sqrt(max(len(system.points), 1)))


def _length_wish(kernel: str, slots: tuple[int, ...], system: System, share: float = 1.0) -> Constraint:
    return Constraint(kernel, slots, Sort.WISH, weight=share * 2.0 / system.extent)


def _room(system: System, near: int, far: int) -> Iterator[Constraint]:
    """Wish that points keep apart, and that none runs away."""
    for a, b in combinations(system.points[:_MOST_POINTS], 2):
        yield _length_wish("within", (*a, *b, near, far), system)


def _clearance(system: System, clear: int) -> Iterator[Constraint]:
    """Wish that points keep off segments that they do not end."""
    for segment in system.segments[:_MOST_LINES]:
        for point in system.points[:_MOST_POINTS]:
            if point not in (segment[:2], segment[2:]):
                yield _length_wish("clear_of_segment", (*point, *segment, clear), system)


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


def _corners(system: System, constant: Constants) -> Iterator[Constraint]:
    """Wish corners that are not sharp, not right and not between equal sides."""
    sharp, right, off_right = constant(_SHARPEST), constant(math.pi / 2), constant(_OFF_RIGHT)
    off_equal = constant(_OFF_EQUAL)
    for a, v, b in list(corners(system.segments[:_MOST_SEGMENTS]))[:_MOST_CORNERS]:
        yield Constraint("angle_at_least", (*a, *v, *b, sharp), Sort.WISH)
        yield Constraint("angle_avoids", (*a, *v, *b, right, off_right), Sort.WISH, weight=2.0)
        yield Constraint("lengths_avoid", (*v, *a, *v, *b, off_equal), Sort.WISH, weight=2.0)


def _strangers(system: System, off_parallel: int) -> Iterator[Constraint]:
    """Wish segments that do not meet to be neither parallel nor at right angles."""
    apart = [
        (first, second)
        for first, second in combinations(system.segments[:_MOST_SEGMENTS], 2)
        if not {first[:2], first[2:]} & {second[:2], second[2:]}
    ]
    for first, second in apart[:_MOST_LINES]:
        yield Constraint("lines_avoid", (*first, *second, off_parallel), Sort.WISH, weight=0.5)


def _size(system: System, spread: int) -> Iterator[Constraint]:
    """Wish that the figure fills its extent."""
    if len(system.points) > 1:
        flat = tuple(slot for point in system.points[:_MOST_POINTS] for slot in point)
        yield _length_wish("spread", (*flat, spread), system)


def _radii(system: System, least: int, most: int) -> Iterator[Constraint]:
    """Wish that circles whose size is open can be seen, and whole."""
    radii = dict.fromkeys(
        constraint.slots[-1]
        for constraint in system.constraints
        if constraint.kernel in ("on_circle", "tangent_line_circle")
        and system.slots[constraint.slots[-1]].free
    )
    for slot in radii:
        yield _length_wish("greater", (slot, least), system)
        yield _length_wish("greater", (most, slot), system)


def _hints(system: System, constant: Constants) -> Iterator[Constraint]:
    """Wish that hinted numbers stay where the hint says, more than anything else."""
    for at, slot in enumerate(system.slots):
        if slot.free and slot.hinted:
            yield _length_wish("close", (at, constant(slot.start)), system, share=4.0)
