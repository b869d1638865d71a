"""Marks that say equal or parallel: ticks across segments, chevrons along them, arcs in angles.

Convention: the same number of marks means the same length, the same direction, the same angle.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...dsl.theme import WIDTH
from ..shapes import XY, along, heading, polar
from .clearance import strokes_on
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
NEXT = 0.9
"""Between the arcs of one mark."""
LEAN = 0.3
"""How far half a slanting tick reaches along its line."""
AWAY = 1.2
"""White between a mark and what crosses its line, if the line is long enough."""
TICKS, CHEVRONS = -2.5, -2.0
"""When marks are drawn: after all things, and parallel ones beside equal ones."""


def draw_ticks(pen: Pen, a: XY, b: XY, count: int) -> None:
    """Draw ticks across the middle of a segment, or beside what crosses it there."""
    pen.last(TICKS, lambda: _draw_ticks(pen, a, b, count))


def draw_chevrons(pen: Pen, a: XY, b: XY, count: int) -> None:
    """Draw open arrowheads along a segment, all in the same sense for the same direction, clear of ticks."""
    pen.last(CHEVRONS, lambda: _draw_chevrons(pen, a, b, count))


def _draw_ticks(pen: Pen, a: XY, b: XY, count: int) -> None:
    direction = heading(a, b)
    middle = _free_middle(pen, a, b, (count - 1) / 2 * GAP + LEAN)
    with pen.thin():
        for k in range(count):
            at = polar(middle, (k - (count - 1) / 2) * GAP, direction)
            ends = [polar(at, TICK / 2, direction + 75), polar(at, -TICK / 2, direction + 75)]
            pen.path(polyline(ends), role="tick", stroke=pen.stroke(width=WIDTH.mark))


def _draw_chevrons(pen: Pen, a: XY, b: XY, count: int) -> None:
    direction = heading(a, b)
    if direction < -45 - 1e-9 or direction >= 135 - 1e-9:
        direction += 180
    middle = _free_middle(pen, a, b, (count - 1) / 2 * GAP * 1.2 + CHEVRON / 2)
    with pen.thin():
        for k in range(count):
            tip = polar(middle, (k - (count - 1) / 2) * GAP * 1.2 + CHEVRON / 2, direction)
            wings = [polar(tip, CHEVRON, direction + turn) for turn in (150, 210)]
            pen.path(polyline([wings[0], tip, wings[1]]), role="tick", stroke=pen.stroke(width=WIDTH.mark))


def _free_middle(pen: Pen, a: XY, b: XY, half: float) -> XY:
    """Return where on a segment a mark of a half length has room, the nearer to the middle the better."""
    length = math.dist(a, b)
    met = strokes_on(pen.canvas).ways_across(a, b, TICK / 2)
    shares = [0.5 + sign * 0.03 * k for k in range(10) for sign in ((1, -1) if k else (1,))]
    room = {share: min((abs(way - share * length) for way in met), default=math.inf) for share in shares}
    best = max(shares, key=lambda share: (min(room[share], half + AWAY), -shares.index(share)))
    return along(a, b, best)


def draw_equal_angle(pen: Pen, a: XY, v: XY, b: XY, count: int) -> None:
    """Draw one or more arcs in an angle, without text."""
    start, end = heading(v, a), heading(v, b)
    turn = (end - start) % 360
    if turn > 180:
        start, turn = end, 360 - turn
    reach = min(math.dist(v, a), math.dist(v, b))
    drawn = pen.wedges.arc_in(v, start, start + turn)
    wanted, depth = min(ARC, 0.4 * reach), NEXT * (count - 1)
    radius = drawn or pen.wedges.free_radius(v, (start, start + turn), wanted, most=0.9 * reach, depth=depth)
    with pen.thin():
        # An arc that carries the value of the angle is one of those that count.
        for k in range(1 if drawn else 0, count):
            path = arc(v, radius + NEXT * k, start, start + turn)
            pen.path(path, role="angle", stroke=pen.stroke(width=WIDTH.mark))
