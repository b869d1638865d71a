"""Directions from a centre in which there is room for a radius line."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..shapes import (
    XY,
    Arc,
    Circle,
    Line,
    Point,
    Polygon,
    Polyline,
    Several,
    Shape,
    Vector,
    heading,
    polar,
    xy,
)
from .clearance import strokes_on

if TYPE_CHECKING:
    from .pen import Pen

CANDIDATES = tuple(range(15, 375, 15))
PREFERRED = 35.0
"""Where a radius line stands in an empty circle, in degrees."""
ENOUGH = 75.0
"""Room, in degrees on either side, beyond which more is no better."""
START, RIM = 0.8, 0.5
"""Millimetres at the centre and at the rim in which ink does not count: its dot, and the rim itself."""
BESIDE = 1.5
"""A stroke that runs along the line closer than this (mm) is in its way."""
CROSSED, RUN, ROOM, ALIKE, UNLIKE = 1.0, 4.0, 2.0, 0.5, 0.2
"""Prices: per stroke crossed, for running along one; what room, and a direction in use elsewhere, are worth; for being far
from the usual direction."""


def open_bearing(pen: Pen, center: XY, radius: float, *, through: bool = False) -> float:
    """Return the direction (degrees) from a centre in which a radius line, or one `through` it, meets least.

    Alike circles get alike directions, and a line keeps clear of the points and lines around it.
    """
    taken = [*pen.bearings(center), *_taken(pen, center, radius)]
    ink = strokes_on(pen.canvas)
    ends = (180, 0) if through else (0,)

    def price(candidate: int) -> float:
        lines = [
            (polar(center, START, candidate + t), polar(center, radius - RIM, candidate + t)) for t in ends
        ]
        runs = sum(ink.along(*line, BESIDE) for line in lines)
        room = min((_apart(candidate + t, other) for t in ends for other in taken), default=ENOUGH)
        price = CROSSED * ink.crossed(lines) + RUN * min(1.0, runs / 4.0) - ROOM * min(room, ENOUGH) / ENOUGH
        alike = any(b == candidate for b in pen.all_bearings)
        return price + UNLIKE * _apart(candidate, PREFERRED) / 180 - ALIKE * alike

    best = min(CANDIDATES, key=price)
    pen.bearings(center).append(float(best))
    return float(best)


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
