"""Marks that say equal or parallel: ticks across segments, chevrons along them, arcs in angles.

Convention: the same number of marks means the same length, the same direction, the same angle.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...dsl.theme import WIDTH
from ..shapes import XY, along, heading, polar
from .paths import arc, polyline

if TYPE_CHECKING:
    from .pen import Pen

TICK = 2.4
"""The length of a tick, in millimetres."""
GAP = 0.9
"""Between the ticks of one mark."""
CHEVRON = 1.7
ARC = 4.5
"""The radius of the innermost arc of an angle mark."""


def draw_ticks(pen: Pen, a: XY, b: XY, count: int) -> None:
    """Draw ticks across the middle of a segment."""
    direction = heading(a, b)
    middle = along(a, b, 0.5)
    with pen.thin():
        for k in range(count):
            at = polar(middle, (k - (count - 1) / 2) * GAP, direction)
            ends = [polar(at, TICK / 2, direction + 75), polar(at, -TICK / 2, direction + 75)]
            pen.path(polyline(ends), role="tick", stroke=pen.stroke(width=WIDTH.mark))


def draw_chevrons(pen: Pen, a: XY, b: XY, count: int) -> None:
    """Draw open arrowheads along a segment, all in the same sense for the same direction."""
    direction = heading(a, b)
    if direction < -45 - 1e-9 or direction >= 135 - 1e-9:
        direction += 180
    middle = along(a, b, 0.5)
    with pen.thin():
        for k in range(count):
            tip = polar(middle, (k - (count - 1) / 2) * GAP * 1.2 + CHEVRON / 2, direction)
            wings = [polar(tip, CHEVRON, direction + turn) for turn in (150, 210)]
            pen.path(polyline([wings[0], tip, wings[1]]), role="tick", stroke=pen.stroke(width=WIDTH.mark))


def draw_equal_angle(pen: Pen, a: XY, v: XY, b: XY, count: int) -> None:
    """Draw one or more arcs in an angle, without text."""
    start, end = heading(v, a), heading(v, b)
    turn = (end - start) % 360
    if turn > 180:
        start, turn = end, 360 - turn
    reach = min(math.dist(v, a), math.dist(v, b))
    drawn = pen.arc_in(v, start, start + turn)
    radius = drawn or pen.free_radius(v, start, start + turn, min(ARC, 0.4 * reach))
    with pen.thin():
        # An arc that carries the value of the angle is one of those that count.
        for k in range(1 if drawn else 0, count):
            path = arc(v, radius + 0.9 * k, start, start + turn)
            pen.path(path, role="angle", stroke=pen.stroke(width=WIDTH.mark))
