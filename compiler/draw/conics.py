"""Parabolas and hyperbolas as polylines, as far as a box shows them.

Source: r = l / (1 - e cos θ) about a focus, both branches; Coxeter, Introduction to Geometry, section 8.4.
"""

from __future__ import annotations

import math

from ...dsl.scene import Rect
from ..shapes import XY, Conic
from .clipping import clip_piece

STEPS = 240
"""Chords of a branch: flat to a hundredth of a millimetre over a picture's width."""
NEAR = 1.6
"""How many half widths of a conic are drawn where nothing shows how far it goes."""


def conic_pieces(shape: Conic[float], view: Rect | None = None) -> list[tuple[XY, ...]]:
    """Return the branches inside the conic's window, else inside a view.

    >>> from ..shapes import Point
    >>> piece, = conic_pieces(Conic(Point(1.0, 0.0), 1.0, 2.0, 0.0), (-9.0, -2.0, 9.0, 2.0))
    >>> tuple(round(part, 3) for part in (*piece[0], *piece[-1]))
    (1.0, -2.0, 1.0, 2.0)
    """
    box = shape.window or view
    reach = _reach(shape, box) if box else NEAR * abs(shape.half_width)
    branches = _parabola(shape, reach) if abs(shape.e - 1) < 1e-9 else _hyperbola(shape, reach)
    placed = [[_turned(shape, spot) for spot in branch] for branch in branches if len(branch) > 1]
    return [cut for branch in placed for cut in (clip_piece(branch, box) if box else [tuple(branch)])]


def _reach(shape: Conic[float], box: Rect) -> float:
    """Return the distance from the focus to the farthest corner of a box."""
    focus = (shape.focus.x, shape.focus.y)
    return max(math.dist(focus, (x, y)) for x in box[::2] for y in box[1::2])


def _parabola(shape: Conic[float], reach: float) -> list[list[XY]]:
    """Return the one branch about the focus at the origin, open to the right: X = (Y² - l²) / 2l."""
    half = abs(shape.half_width)
    if reach <= half / 2:
        return []
    top = math.sqrt(half * (2 * reach - half))
    spots = [top * (2 * k / STEPS - 1) for k in range(STEPS + 1)]
    return [[((y * y - half * half) / (2 * half), y) for y in spots]]


def _hyperbola(shape: Conic[float], reach: float) -> list[list[XY]]:
    """Return both branches about the right focus at the origin."""
    half, e = abs(shape.half_width), shape.e
    if e <= 1:
        return []
    a, b = half / (e * e - 1), half / math.sqrt(e * e - 1)
    most = math.acosh(max(1.0, (reach + a) / (a * e)) + 1e-12) + 1e-6
    wide = math.acosh(max(1.0, (reach + a) / a) + 1e-12)
    branches = []
    for sign, end in ((1, most), (-1, wide)):
        turns = [end * (2 * k / STEPS - 1) for k in range(STEPS + 1)]
        branches.append([(sign * a * math.cosh(u) - a * e, b * math.sinh(u)) for u in turns])
    return branches


def _turned(shape: Conic[float], spot: XY) -> XY:
    c, s = math.cos(shape.tilt), math.sin(shape.tilt)
    return (shape.focus.x + c * spot[0] - s * spot[1], shape.focus.y + s * spot[0] + c * spot[1])
