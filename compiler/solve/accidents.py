"""What a drawing shows though nobody stated it: near coincidences, found all at once, as wishes against them.

Wishes against every coincidence that could happen would outnumber the statements by far. So a drawing is made
first, and wished against is what it shows: points in line, parallels, right angles, equal lengths, tangencies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from ..system import Constraint, Sort, System
from .jets import Array
from .program import Indices

_MOST_POINTS = 40
_MOST_LINES = 60
_MOST_CIRCLES = 20
"""Beyond, a figure is so full that nobody reads a coincidence off it."""
_MOST = 240
"""Coincidences that are looked at: most of a full figure follow from its statements."""
_BESIDE = 0.25
"""Of a segment's length: how far beyond its ends it still seems to touch a circle."""


@dataclass(frozen=True)
class Margin:
    """How far a drawing keeps from one coincidence: the slot that holds it, its value, what missing it weighs."""

    slot: int
    value: float
    weight: float


@dataclass(frozen=True)
class Margins:
    """What each coincidence needs to be seen not to be one."""

    height: Margin
    """Of a triangle, in millimetres: three points off one line."""
    slope: Margin
    """Sine of the angle between lines that are neither parallel nor square."""
    length: Margin
    """Logarithm of the ratio of two lengths."""
    touch: Margin
    """Millimetres between a circle and what does not touch it."""


def accidents(system: System, margins: Margins, numbers: Array) -> list[Constraint]:
    """Return wishes against the coincidences that values come near to, stated or not, the worst first."""
    figure = _Figure(system, margins, numbers)
    found = [*figure.in_line(), *figure.like_lines(), *figure.touching()]
    found.sort(key=lambda pair: -pair[0])
    return [constraint for _, constraint in found[:_MOST]]


Found = Iterator[tuple[float, Constraint]]
"""How much of its margin a coincidence lacks, from 0 to 1, and the wish against it."""


class _Figure:
    """The points, segments and circles of one drawing."""

    def __init__(self, system: System, margins: Margins, numbers: Array) -> None:
        self.margins = margins
        self.points = _slots(system.points[:_MOST_POINTS], 2)
        self.segments = _slots(system.segments[:_MOST_LINES], 4)
        self.circles = _slots(system.circles[:_MOST_CIRCLES], 3)
        self.places, self.discs = numbers[self.points], numbers[self.circles]
        ends = numbers[self.segments]
        self.starts = ends[:, :2]
        self.ways = ends[:, 2:] - ends[:, :2]
        self.lengths = np.maximum(np.hypot(*self.ways.T), 1e-9)

    def in_line(self) -> Found:
        """Yield three points that nearly lie on one line."""
        triples = _choices(len(self.points), 3)
        a, b, c = self.places[triples].transpose(1, 0, 2)
        sides = np.stack([np.hypot(*(q - p).T) for p, q in ((a, b), (b, c), (c, a))])
        heights = np.abs(_cross(b - a, c - a)) / np.maximum(sides.max(axis=0), 1e-9)
        apart = sides.min(axis=0) > self.margins.height.value
        near = np.flatnonzero((heights < self.margins.height.value) & apart)
        slots = self.points[triples[near]].reshape(-1, 6)
        yield from _wishes("corners_avoid", slots, heights[near], self.margins.height)

    def like_lines(self) -> Found:
        """Yield segments without a common end that are nearly parallel, at right angles, or of one length."""
        pairs = _choices(len(self.segments), 2)
        first, second = pairs.T
        shared = _share_an_end(self.segments[first], self.segments[second])
        sizes = self.lengths[first] * self.lengths[second]
        across = np.abs(_cross(self.ways[first], self.ways[second])) / sizes
        along = np.abs(np.einsum("ij,ij->i", self.ways[first], self.ways[second])) / sizes
        slots = np.hstack([self.segments[first], self.segments[second]])
        ratios = np.abs(np.log(self.lengths[first] / self.lengths[second]))
        for kernel, lacks, margin in (
            ("lines_avoid", np.minimum(across, along), self.margins.slope),
            ("lengths_avoid", ratios, self.margins.length),
        ):
            near = np.flatnonzero((lacks < margin.value) & ~shared)
            yield from _wishes(kernel, slots[near], lacks[near], margin)

    def touching(self) -> Found:
        """Yield circles that nearly touch a segment or one another, pass a point, or have one radius."""
        yield from self._rims_by_points()
        yield from self._rims_by_lines()
        pairs = _choices(len(self.circles), 2)
        a, b = self.discs[pairs].transpose(1, 0, 2)
        apart, slots = np.hypot(*(b - a)[:, :2].T), self.circles[pairs].reshape(-1, 6)
        outside = np.abs(apart - a[:, 2] - b[:, 2])
        gaps = np.minimum(outside, np.abs(apart - np.abs(a[:, 2] - b[:, 2])))
        near = np.flatnonzero((gaps < self.margins.touch.value) & (apart > self.margins.touch.value))
        yield from _wishes("rims_avoid", slots[near], gaps[near], self.margins.touch)
        ratios = np.abs(np.log(np.maximum(a[:, 2], 1e-9) / np.maximum(b[:, 2], 1e-9)))
        like = np.flatnonzero(ratios < self.margins.length.value)
        yield from _wishes("sizes_avoid", slots[like][:, [2, 5]], ratios[like], self.margins.length)

    def _rims_by_points(self) -> Found:
        point, circle = (grid.ravel() for grid in np.indices((len(self.points), len(self.circles))))
        discs = self.discs[circle]
        gaps = np.abs(np.hypot(*(self.places[point] - discs[:, :2]).T) - discs[:, 2])
        near = np.flatnonzero(gaps < self.margins.touch.value)
        slots = np.hstack([self.points[point], self.circles[circle]])[near]
        yield from _wishes("rim_avoids_point", slots, gaps[near], self.margins.touch)

    def _rims_by_lines(self) -> Found:
        line, circle = (grid.ravel() for grid in np.indices((len(self.segments), len(self.circles))))
        discs, ways = self.discs[circle], self.ways[line]
        to = discs[:, :2] - self.starts[line]
        shares = np.einsum("ij,ij->i", ways, to) / self.lengths[line] ** 2
        gaps = np.abs(np.abs(_cross(ways, to)) / self.lengths[line] - discs[:, 2])
        beside = (shares > -_BESIDE) & (shares < 1 + _BESIDE)
        near = np.flatnonzero((gaps < self.margins.touch.value) & beside)
        slots = np.hstack([self.segments[line], self.circles[circle]])[near]
        yield from _wishes("rim_avoids_line", slots, gaps[near], self.margins.touch)


def _wishes(kernel: str, slots: Indices, values: Array, margin: Margin) -> Found:
    for row, value in zip(slots.tolist(), values.tolist()):
        lack = 1.0 - value / margin.value
        yield lack, Constraint(kernel, (*row, margin.slot), Sort.WISH, margin.weight)


def _slots(tuples: tuple[tuple[int, ...], ...], width: int) -> Indices:
    return np.array(tuples, dtype=np.intp).reshape(-1, width)


@lru_cache(maxsize=256)
def _choices(count: int, size: int) -> Indices:
    """Return every choice of some of so many, one a row."""
    return np.array(list(combinations(range(count), size)), dtype=np.intp).reshape(-1, size)


def _cross(a: Array, b: Array) -> Array:
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])


def _share_an_end(a: Indices, b: Indices) -> npt.NDArray[np.bool_]:
    shared = np.zeros(len(a), dtype=bool)
    for one in (a[:, :2], a[:, 2:]):
        for other in (b[:, :2], b[:, 2:]):
            shared |= (one == other).all(axis=1)
    return shared
