"""Directions from a centre in which there is room for a radius line."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..shapes import XY, Arc, Circle, Line, Point, Polygon, Polyline, Several, Shape, Vector, heading, xy

if TYPE_CHECKING:
    from .pen import Pen

CANDIDATES = tuple(range(15, 375, 15))
PREFERRED = 35.0
"""Where a radius line stands in an empty circle, in degrees."""
ENOUGH = 75.0
"""Room, in degrees on either side, beyond which more is no better."""


def open_bearing(pen: Pen, center: XY, radius: float) -> float:
    """Return the direction (degrees) from a centre that keeps clearest of the points and lines around it."""
    taken = [*pen.bearings(center), *_taken(pen, center, radius)]

    def merit(candidate: int) -> tuple[float, float]:
        room = min((_apart(candidate, t) for t in taken), default=ENOUGH)
        return (min(room, ENOUGH), -_apart(candidate, PREFERRED))

    best = float(max(CANDIDATES, key=merit))
    pen.bearings(center).append(best)
    return best


def _apart(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)


def _taken(pen: Pen, center: XY, radius: float) -> Iterator[float]:
    for name in pen.solution.poser.shapes:
        for point in _points(pen.shape_of(name)):
            if 1e-6 < math.dist(point, center) <= 1.3 * radius:
                yield heading(center, point)


def _points(shape: Shape[float]) -> Iterator[XY]:
    match shape:
        case Point():
            yield xy(shape)
        case Line(a, b) | Vector(a, b):
            yield from (xy(a), xy(b), ((a.x + b.x) / 2, (a.y + b.y) / 2))
        case Polygon(points) | Polyline(points):
            yield from (xy(p) for p in points)
        case Circle(center):
            yield xy(center)
        case Arc():
            yield from (xy(shape.start), xy(shape.end))
        case Several(shapes):
            for inner in shapes:
                yield from _points(inner)
