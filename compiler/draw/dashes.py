"""Dash patterns fitted to the lines that they run along: dashes at both ends and at corners, whole periods around.

Convention: ISO 128-2 (lines of dashes start, end, cross and meet at dashes).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...dsl.scene import Group, Item, Path
from .courses import Course, courses_of
from .paths import EMPTY, Outline

SQUEEZED = 0.3
"""A line that holds its pattern at a smaller share of its size only has no room for dashes."""
CORNER = 1.5
"""Periods on both sides of a corner from which on the pattern ends and begins anew there."""
FINE = 4
"""Digits of the fitted lengths: their errors add up to less than a hundredth of a millimetre."""


def fitted(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return items with their dash patterns stretched or squeezed to fit."""
    return tuple(one for item in items for one in _fitted(item))


def _fitted(item: Item) -> Iterator[Item]:
    if isinstance(item, Group):
        yield item.model_copy(update={"items": fitted(item.items)})
    elif not isinstance(item, Path) or item.stroke is None or not item.stroke.dash or item.fill is not None:
        yield item
    else:
        runs: dict[tuple[float, ...], Outline] = {}
        for run, pattern in _runs(item, item.stroke.dash):
            runs[pattern] = runs.get(pattern, EMPTY) + run
        for k, (pattern, outline) in enumerate(runs.items()):
            stroke = item.stroke.model_copy(update={"dash": pattern})
            name = f"{item.id}~{k}" if k else item.id
            yield item.model_copy(
                update={"id": name, "codes": outline.codes, "points": outline.points, "stroke": stroke}
            )


def _runs(item: Path, dash: tuple[float, ...]) -> Iterator[tuple[Outline, tuple[float, ...]]]:
    """Yield the runs of a path between its corners, each with its pattern."""
    for course in courses_of(Outline(item.codes, item.points)):
        marks = [0.0, *_kept(course, CORNER * sum(dash)), course.length]
        smooth = course.is_closed and not _turns(course)
        if smooth and len(marks) == 2:
            yield course.cut(0.0, course.length), around(course.length, dash)
            continue
        for start, end in pairwise(marks):
            yield course.cut(start, end), between(end - start, dash)


def _turns(course: Course) -> bool:
    """Whether a closed course has a corner where it starts and ends."""
    return bool(Course((course.pieces[-1], course.pieces[0])).corners)


def _kept(course: Course, least: float) -> list[float]:
    """Return the corners at which the pattern begins anew: those with room on both sides."""
    kept = [0.0]
    for corner in course.corners:
        if corner - kept[-1] >= least and course.length - corner >= least:
            kept.append(corner)
    return kept[1:]


def between(length: float, dash: tuple[float, ...]) -> tuple[float, ...]:
    """Return a pattern with which an open line starts and ends in a dash, the same read from either end.

    A line of plain dashes has one in its middle, too, where marks stand.

    >>> between(10.0, (2.0, 1.0))
    (2.5, 1.25)
    """
    period = sum(dash)
    about = (length - dash[0]) / period
    counts = {max(1, math.floor(about) + k) for k in range(-1, 3)}
    even = {count for count in counts if count == 1 or count % 2 == 0} if len(dash) == 2 else counts
    wholes = {count: count * period + dash[0] for count in sorted(even)}
    best = min(wholes, key=lambda count: abs(math.log(length / wholes[count])))
    by = length / wholes[best]
    return _scaled(dash, by) if by >= SQUEEZED else ()


def around(length: float, dash: tuple[float, ...]) -> tuple[float, ...]:
    """Return a pattern of which a closed line holds a whole number of periods.

    >>> around(10.0, (2.0, 1.0))
    (2.2222, 1.1111)
    """
    period = sum(dash)
    return _scaled(dash, length / (max(2, round(length / period)) * period))


def _scaled(dash: tuple[float, ...], by: float) -> tuple[float, ...]:
    return tuple(round(by * length, FINE) for length in dash)
