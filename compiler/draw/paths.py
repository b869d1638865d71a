"""Outlines as path codes and points: circles, arcs, splines, arrowheads. Pure geometry, in millimetres."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from ..shapes import XY, along, heading, polar

ARROW_LENGTH = 2.6
ARROW_WIDTH = 1.7


class Outline(NamedTuple):
    """Path codes (M, L, C, Z; one per point) and their points."""

    codes: str
    points: tuple[XY, ...]

    def __add__(self, other: Outline) -> Outline:  # type: ignore[override]
        return Outline(self.codes + other.codes, self.points + other.points)


EMPTY = Outline("", ())


def polyline(points: Sequence[XY], *, closed: bool = False) -> Outline:
    """Return straight pieces through points.

    >>> polyline([(0, 0), (1, 0), (1, 1)], closed=True).codes
    'MLLZ'
    """
    codes = "M" + "L" * (len(points) - 1)
    return Outline(codes + "Z", (*points, points[0])) if closed else Outline(codes, tuple(points))


def rounded(box: tuple[float, float, float, float], radius: float) -> Outline:
    """Return an upright rectangle (left, bottom, right, top) with round corners."""
    left, bottom, right, top = box
    r = min(radius, (right - left) / 2, (top - bottom) / 2)
    spots = (
        (right - r, bottom + r, -90),
        (right - r, top - r, 0),
        (left + r, top - r, 90),
        (left + r, bottom + r, 180),
    )
    codes = ""
    points: list[XY] = []
    for x, y, start in spots:
        corner = arc((x, y), r, start, start + 90)
        codes += ("L" if codes else "M") + corner.codes[1:]
        points += corner.points
    return Outline(codes + "Z", (*points, points[0]))


def arc(center: XY, radius: float, start: float, end: float, *, move: bool = True) -> Outline:
    """Return a circular arc from `start` to `end` degrees (counter-clockwise if `end` is larger).

    Each cubic spans at most 45 degrees, which keeps the radial error below 5e-6 of the radius.
    Source: the standard handle length 4/3 tan(angle/4).
    """
    pieces = max(1, math.ceil(abs(end - start) / 45))
    step = (end - start) / pieces
    handle = 4 / 3 * math.tan(math.radians(step) / 4) * radius
    points = [polar(center, radius, start)] if move else []
    for k in range(pieces):
        a, b = start + k * step, start + (k + 1) * step
        p, q = polar(center, radius, a), polar(center, radius, b)
        points += [polar(p, handle, a + 90), polar(q, -handle, b + 90), q]
    return Outline(("M" if move else "") + "CCC" * pieces, tuple(points))


def circle(center: XY, radius: float) -> Outline:
    """Return a full circle."""
    round_ = arc(center, radius, 0, 360)
    return Outline(round_.codes + "Z", (*round_.points, round_.points[0]))


def ellipse(center: XY, a: float, b: float, tilt: float = 0.0) -> Outline:
    """Return an ellipse with semi-axes `a` along `tilt` degrees and `b` across it."""
    unit = circle((0.0, 0.0), 1.0)
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    placed = tuple(
        (center[0] + a * x * cos - b * y * sin, center[1] + a * x * sin + b * y * cos) for x, y in unit.points
    )
    return Outline(unit.codes, placed)


def spline(points: Sequence[XY], *, closed: bool = False) -> Outline:
    """Return a smooth curve through points (centripetal handles after Catmull and Rom, tension 1/2)."""
    if len(points) < 3:
        return polyline(points)
    ring = list(points)
    before = ring[-1] if closed else ring[0]
    after = ring[0] if closed else ring[-1]
    whole = [before, *ring, after] if not closed else [ring[-1], *ring, ring[0], ring[1]]
    out: list[XY] = [whole[1]]
    for i in range(1, len(whole) - 2):
        p0, p1, p2, p3 = whole[i - 1 : i + 3]
        out += [_handle(p1, p0, p2), _handle(p2, p3, p1), p2]
    codes = "M" + "C" * (len(out) - 1)
    return Outline(codes + "Z", (*out, out[0])) if closed else Outline(codes, tuple(out))


def _handle(at: XY, back: XY, forth: XY) -> XY:
    return (at[0] + (forth[0] - back[0]) / 6, at[1] + (forth[1] - back[1]) / 6)


def arrowhead(
    tip: XY, direction: float, *, length: float = ARROW_LENGTH, width: float = ARROW_WIDTH
) -> Outline:
    """Return a filled, slightly barbed arrowhead whose tip is exactly at `tip`; `direction` in degrees."""
    base = polar(tip, -length, direction)
    notch = polar(tip, -0.75 * length, direction)
    left, right = polar(base, width / 2, direction + 90), polar(base, width / 2, direction - 90)
    return polyline([tip, left, notch, right], closed=True)


def end_direction(points: Sequence[XY]) -> float:
    """Return the direction in degrees in which a polyline ends."""
    last = points[-1]
    for point in reversed(points[:-1]):
        if math.dist(point, last) > 1e-9:
            return heading(point, last)
    return 0.0


def flattened(outline: Outline, steps: int = 12) -> list[list[XY]]:
    """Return the subpaths of an outline as polylines."""
    subpaths: list[list[XY]] = []
    control: list[XY] = []
    for code, point in zip(outline.codes, outline.points):
        if code == "M":
            subpaths.append([point])
        elif code in "LZ":
            subpaths[-1].append(point)
        else:
            control.append(point)
            if len(control) == 3:
                subpaths[-1] += _cubic(subpaths[-1][-1], control[0], control[1], control[2], steps)
                control = []
    return subpaths


def _cubic(a: XY, b: XY, c: XY, d: XY, steps: int) -> list[XY]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    out = []
    for k in range(1, steps + 1):
        t, u = k / steps, 1 - k / steps
        e, f, g, h = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        out.append((e * ax + f * bx + g * cx + h * dx, e * ay + f * by + g * cy + h * dy))
    return out


def at_fraction(points: Sequence[XY], t: float) -> tuple[XY, float]:
    """Return the point at a fraction of a polyline's length, and the direction there in degrees."""
    lengths = [math.dist(a, b) for a, b in zip(points, points[1:])]
    left = t * sum(lengths)
    for a, b, length in zip(points, points[1:], lengths):
        if left <= length and length > 0:
            return along(a, b, left / length), heading(a, b)
        left -= length
    return points[-1], end_direction(points)
