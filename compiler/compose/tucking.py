"""A sheet tucked into a free corner of its scene: how far in it can stand without touching any ink."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ...dsl.scene import XY, Item, Path, Rect
from ..place.geometry import bounds, in_paint_order, subpaths
from .pieces import Piece

CLEAR: Final = 6.0
"""Millimetres between a sheet and all ink of its scene: enough for nobody to read it as a label."""
NEAR: Final = 13.0
"""Millimetres from the ink at which a sheet stands at most: farther off it seems to belong to nothing."""
STEP: Final = 1.0
"""Height of the bands in which ink is looked at."""
WORTH: Final = 12.0
"""Millimetres of width that standing inside must save."""


@dataclass(frozen=True)
class Skyline:
    """How far to the right the ink of a scene reaches, band by band from its bottom."""

    box: Rect
    reaches: tuple[float, ...]

    @property
    def width(self) -> float:
        """Width of the scene in millimetres."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Height of the scene in millimetres."""
        return self.box[3] - self.box[1]

    def inset(self, width: float, height: float) -> tuple[float, float] | None:
        """Return the lower left corner of a sheet that stands in a free corner, if that is worth anything.

        It lines up with the top of the scene, or with its bottom if that saves as much again, and stays near the ink.
        """
        _, bottom, right, top = self.box
        if height > top - bottom:
            return None
        spots = [(self._edge(y, y + height), y) for y in (top - height, bottom)]
        edge, y = min(spots, key=lambda spot: (math.floor(spot[0] / WORTH), -spot[1]))
        x = max(edge + CLEAR, min(right - width, edge + NEAR))
        return (x, y) if right + CLEAR - x >= WORTH else None

    def _edge(self, low: float, high: float) -> float:
        """Return how far right ink reaches between two heights, and near them."""
        bottom = self.box[1]
        first = max(0, math.floor((low - CLEAR - bottom) / STEP))
        last = math.ceil((high + CLEAR - bottom) / STEP)
        return max(self.reaches[first:last], default=self.box[0])


def skyline(scene: Piece) -> Skyline:
    """Return how far to the right the ink of a scene reaches, for each band of its height."""
    left, bottom, _, top = scene.box
    reaches = [left] * max(1, math.ceil((top - bottom) / STEP))
    for a, b in _edges(scene.items):
        first, last = sorted((a[1], b[1]))
        for n in range(max(0, _band(first, bottom)), min(len(reaches) - 1, _band(last, bottom)) + 1):
            reaches[n] = max(reaches[n], _right_end(a, b, bottom + n * STEP, bottom + (n + 1) * STEP))
    return Skyline(scene.box, tuple(reaches))


def _band(y: float, bottom: float) -> int:
    return math.floor((y - bottom) / STEP)


def _edges(items: Sequence[Item]) -> Iterator[tuple[XY, XY]]:
    """Yield straight pieces that lie on or around all ink."""
    for leaf in in_paint_order(items):
        if isinstance(leaf, Path):
            for line in subpaths(leaf):
                yield from pairwise(line)
            continue
        _, bottom, right, top = bounds([leaf])
        yield (right, bottom), (right, top)


def _right_end(a: XY, b: XY, low: float, high: float) -> float:
    """Return how far right a straight piece reaches between two heights."""
    if abs(a[1] - b[1]) < STEP / 10:
        return max(a[0], b[0])
    slope = (b[0] - a[0]) / (b[1] - a[1])
    first, last = sorted((a[1], b[1]))
    return max(a[0] + slope * (min(max(y, first), last) - a[1]) for y in (low, high))
