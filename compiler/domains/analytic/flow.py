"""Fields as functions of the place, and the curves that follow them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ...draw.clipping import clip_piece, inside
from ...expression import Expression
from ...pose.frame import Frame
from ...shapes import XY
from ..core.windows import window_box

STEP = 0.3
"""Millimetres along a curve that follows a field."""
MOST = 3000
Direction: TypeAlias = Callable[[XY], XY]
"""The way of a field at a place, both in sketch millimetres, of length 1; (nan, nan) where it has none."""


@dataclass(frozen=True)
class Field:
    """The components of a vector field, or `dy/dx` of a direction field as (1, slope), in data coordinates."""

    across: Expression
    up: Expression

    def at(self, x: float, y: float) -> XY:
        """Return the vector at a place; letters without a number count as 1."""
        bound = {**dict.fromkeys((*self.across.letters, *self.up.letters), 1.0), "x": x, "y": y}
        return self.across.value(bound), self.up.value(bound)


def direction_in(field: Field, frame: Frame) -> Direction:
    """Return the way of a field in the sketch; upright where a slope has a pole."""
    across, up = frame.scales

    def way(spot: XY) -> XY:
        u, v = field.at(*frame.data(*spot))
        if math.isnan(v) and u == 1.0:
            return (math.nan, math.nan)
        size = math.hypot(u * across, v * up)
        return (u * across / size, v * up / size) if size > 1e-12 else (math.nan, math.nan)

    return way


def followed_from(field: Field, spot: XY, frame: Frame) -> tuple[XY, ...]:
    """Return the curve through data coordinates that has the field's direction everywhere, inside the window.

    Source: classical Runge–Kutta steps of a fixed length in the sketch; Kutta (1901).
    """
    way, box = direction_in(field, frame), window_box(frame)
    start = frame.place(*spot)
    halves = [list(_half(way, start, sign * STEP, box)) for sign in (-1, 1)]
    line = (*reversed(halves[0]), start, *halves[1])
    pieces = clip_piece(line, box)
    return max(pieces, key=len, default=())


def _half(way: Direction, start: XY, step: float, box: tuple[float, float, float, float]) -> Iterator[XY]:
    at, ahead = start, way(start)
    for _ in range(MOST):
        move = _move(way, at, step, ahead)
        if move is None or not inside(at, box, 1.0):
            return
        at = (at[0] + move[0], at[1] + move[1])
        ahead = (move[0] / step, move[1] / step)
        yield at
        if math.dist(at, start) < 0.5 * abs(step):
            yield start
            return


def _move(way: Direction, at: XY, step: float, ahead: XY) -> XY | None:
    """Return one step along a field, or nothing where it has no direction or turns back."""
    total, weight = (0.0, 0.0), (1, 2, 2, 1)
    slope = (0.0, 0.0)
    for k, share in enumerate((0.0, 0.5, 0.5, 1.0)):
        slope = way((at[0] + share * step * slope[0], at[1] + share * step * slope[1]))
        if math.isnan(slope[0]) or slope[0] * ahead[0] + slope[1] * ahead[1] < 0:
            return None
        total = (total[0] + weight[k] * slope[0], total[1] + weight[k] * slope[1])
    return (step * total[0] / 6, step * total[1] / 6)
