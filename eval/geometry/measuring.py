"""Plane geometry on coordinates, for checking: each function tells how far from holding a statement is.

Nothing here knows the solver or its kernels; lengths come as shares of a size, angles as sines.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from .base import XY


def minus(p: XY, q: XY) -> XY:
    """Return the vector from q to p."""
    return (p[0] - q[0], p[1] - q[1])


def cross(u: XY, v: XY) -> float:
    """Return the cross product."""
    return u[0] * v[1] - u[1] * v[0]


def dot(u: XY, v: XY) -> float:
    """Return the scalar product."""
    return u[0] * v[0] + u[1] * v[1]


def sine(a: XY, b: XY, c: XY, d: XY) -> float:
    """Return the sine of the angle from line ab to line cd; infinite if one has no direction."""
    u, v = minus(b, a), minus(d, c)
    lengths = math.hypot(*u) * math.hypot(*v)
    return cross(u, v) / lengths if lengths > 0 else math.inf


def cosine(a: XY, b: XY, c: XY, d: XY) -> float:
    """Return the cosine of the angle between lines ab and cd; infinite if one has no direction."""
    u, v = minus(b, a), minus(d, c)
    lengths = math.hypot(*u) * math.hypot(*v)
    return dot(u, v) / lengths if lengths > 0 else math.inf


def off_line(p: XY, a: XY, b: XY) -> float:
    """Return the distance of a point from a line; infinite if the line has no direction."""
    length = math.dist(a, b)
    return abs(cross(minus(b, a), minus(p, a))) / length if length > 0 else math.inf


def off_one_line(points: Sequence[XY]) -> float:
    """Return how far points are from one line, that through the two farthest from each other."""
    a, b = max(((p, q) for p in points for q in points), key=lambda pair: math.dist(*pair))
    return max(off_line(p, a, b) for p in points) if math.dist(a, b) > 0 else math.inf


def turn(a: XY, b: XY, c: XY, d: XY) -> float:
    """Return the directed angle from line ab to line cd, modulo pi."""
    u, v = minus(b, a), minus(d, c)
    if not (math.hypot(*u) > 0 and math.hypot(*v) > 0):
        return math.inf
    return math.atan2(cross(u, v), dot(u, v))


def off_equal_turns(first: float, second: float) -> float:
    """Return how far two directed angles are from being equal modulo pi."""
    difference = first - second
    return abs(math.sin(difference)) if math.isfinite(difference) else math.inf


def opening(a: XY, vertex: XY, b: XY) -> float:
    """Return the angle between two rays, from 0 to pi."""
    u, v = minus(a, vertex), minus(b, vertex)
    return math.atan2(abs(cross(u, v)), dot(u, v)) if math.hypot(*u) * math.hypot(*v) > 0 else math.inf


def circle_through(a: XY, b: XY, c: XY) -> tuple[XY, float] | None:
    """Return centre and radius of the circle through three points, nothing if they lie on a line."""
    u, v = minus(b, a), minus(c, a)
    area = 2 * cross(u, v)
    if area == 0:
        return None
    uu, vv = dot(u, u), dot(v, v)
    offset = ((v[1] * uu - u[1] * vv) / area, (u[0] * vv - v[0] * uu) / area)
    return (a[0] + offset[0], a[1] + offset[1]), math.hypot(*offset)


def off_circle(points: Sequence[XY]) -> float:
    """Return how far points are from one circle, that through the three which are widest apart."""
    a, b = max(((p, q) for p in points for q in points), key=lambda pair: math.dist(*pair))
    c = max(points, key=lambda p: off_line(p, a, b))
    circle = circle_through(a, b, c)
    return max(abs(math.dist(p, circle[0]) - circle[1]) for p in points) if circle else math.inf
