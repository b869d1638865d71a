"""Where straight lines cross, and which of the angles there is meant."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from ..shapes import XY, heading

Arms: TypeAlias = tuple[XY, XY, XY]
"""An arm's end, the vertex, the other arm's end."""


def crossing_of(first: Sequence[XY], second: Sequence[XY]) -> XY | None:
    """Return the point where the lines through two pairs of points cross; nothing if they are parallel.

    >>> crossing_of([(0, 0), (2, 2)], [(0, 2), (2, 0)])
    (1.0, 1.0)
    """
    (ax, ay), (bx, by) = first[:2]
    (cx, cy), (dx, dy) = second[:2]
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    turn = ux * vy - uy * vx
    if abs(turn) < 1e-9 * (math.hypot(ux, uy) * math.hypot(vx, vy) or 1.0):
        return None
    t = ((cx - ax) * vy - (cy - ay) * vx) / turn
    return (ax + t * ux, ay + t * uy)


def best_arms(first: Sequence[XY], vertex: XY, second: Sequence[XY], wanted: float) -> Arms:
    """Return the ends whose angle at the vertex is nearest to the wanted one (degrees), the longer arms first."""
    choices = [(a, b) for a in first[::-1] for b in second[::-1] if _apart(a, vertex) and _apart(b, vertex)]
    if not choices:
        return first[-1], vertex, second[-1]
    a, b = min(choices, key=lambda ends: abs(_angle(ends[0], vertex, ends[1]) - wanted))
    return a, vertex, b


def _apart(a: XY, b: XY) -> bool:
    return math.dist(a, b) > 1e-3


def _angle(a: XY, v: XY, b: XY) -> float:
    turn = (heading(v, b) - heading(v, a)) % 360
    return min(turn, 360 - turn)
