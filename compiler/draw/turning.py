"""Round arrows about a place: where on a circle around it there is room for an arc."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..shapes import XY, heading
from .clearance import strokes_on

if TYPE_CHECKING:
    from .pen import Pen

SPANS = (200.0, 150.0, 110.0)
"""Degrees that an arc spans, the widest that meets nothing first; what is open is left to the names of its centre."""
STEP = 15
TOP = 90.0
"""The direction in which the middle of an arc stands if nothing is drawn."""
WIDER = (0.0, 2.0, 4.0, 6.0)
"""Millimetres by which a circle is widened to find room."""
NEAR = 1.3
"""What is this close to a circle (mm) is in the way of an arc on it."""
MARGIN = 8.0
"""Degrees of room beyond both ends of an arc."""
CROSSED, SHORTER, TURNED, WIDENED = 2.0, 0.012, 0.004, 0.35
"""Prices: per stroke in the way, per degree less than the widest arc, per degree from the top, per millimetre wider."""


def roomy_arc(pen: Pen, center: XY, radius: float) -> tuple[float, float, float]:
    """Return the radius, the start and the end (degrees, counter-clockwise) of an arc that meets least."""
    best, least = (radius, TOP - SPANS[0] / 2, TOP + SPANS[0] / 2), math.inf
    for wider in WIDER:
        met = sorted(_met(pen, center, radius + wider))
        for span in SPANS:
            for turn in range(0, 360, STEP):
                price = CROSSED * _count(met, TOP + turn, span) + WIDENED * wider
                price += SHORTER * (SPANS[0] - span) + TURNED * min(turn, 360 - turn)
                if price < least - 1e-9:
                    best, least = (radius + wider, TOP + turn - span / 2, TOP + turn + span / 2), price
    return best


def _count(met: list[float], middle: float, span: float) -> int:
    return sum(abs((theta - middle + 180) % 360 - 180) < span / 2 + MARGIN for theta in met)


def _met(pen: Pen, center: XY, radius: float) -> Iterator[float]:
    """Yield the directions in which strokes meet a circle, or come near it."""
    x, y = center
    for ax, ay, bx, by in strokes_on(pen.canvas).rows.tolist():
        ends = [(ax, ay), (bx, by)]
        yield from (heading(center, p) for p in ends if abs(math.dist(center, p) - radius) < NEAR)
        dx, dy, px, py = bx - ax, by - ay, ax - x, ay - y
        square = dx * dx + dy * dy
        half, rest = px * dx + py * dy, px * px + py * py - radius * radius
        root = half * half - square * rest
        if square > 0 and root > 0:
            for sign in (1, -1):
                t = (-half + sign * math.sqrt(root)) / square
                if 0 < t < 1:
                    yield heading(center, (ax + t * dx, ay + t * dy))
