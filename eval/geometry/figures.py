"""Quantities and relations of textbook figures on coordinates, each as a function of a drawing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations

from .base import XY, Figure
from .letters import Quantity
from .measuring import cosine, off_line, opening, sine

Error = Callable[[Figure], float]
FLAT = 0.01
"""Sine of the smallest angle of a triangle that is one."""


def length(a: str, b: str) -> Quantity:
    """Return the distance of two points."""
    return lambda f: math.dist(f.points[a], f.points[b]) / f.unit


def angle(a: str, v: str, b: str) -> Quantity:
    """Return the degrees between two rays, from 0 to 180."""
    return lambda f: math.degrees(opening(f.points[a], f.points[v], f.points[b]))


def area(points: Sequence[str]) -> Quantity:
    """Return the area of an outline."""

    def area(f: Figure) -> float:
        spots = [f.points[p] for p in points]
        return (
            abs(sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(spots, spots[1:] + spots[:1]))) / 2 / f.unit**2
        )

    return area


def perimeter(points: Sequence[str]) -> Quantity:
    """Return the length of an outline."""
    return lambda f: sum(length(a, b)(f) for a, b in zip(points, (*points[1:], points[0])))


def off_segment(p: XY, a: XY, b: XY) -> float:
    """Return how far a point is from a segment: from its line, or beyond its ends."""
    return (
        math.dist(a, p) + math.dist(p, b) - math.dist(a, b)
        if off_line(p, a, b) < 1e-3 * math.dist(a, b)
        else off_line(p, a, b)
    )


def inner(point: str, corners: Sequence[str]) -> Error:
    """Return how far a point is from being as far from all sides."""

    def error(f: Figure) -> float:
        sides = zip(corners, (*corners[1:], corners[0]))
        gaps = [off_line(f.points[point], f.points[a], f.points[b]) for a, b in sides]
        return (max(gaps) - min(gaps)) / f.size

    return error


def alike(one: Sequence[str], other: Sequence[str], *, exact: bool) -> Error:
    """Return how far two figures are from being similar or congruent, vertex by vertex."""

    def error(f: Figure) -> float:
        pairs = list(combinations(range(len(one)), 2))
        first = [math.dist(f.points[one[i]], f.points[one[k]]) for i, k in pairs]
        second = [math.dist(f.points[other[i]], f.points[other[k]]) for i, k in pairs]
        ratio = 1.0 if exact else sum(first) / sum(second)
        return max(abs(p - ratio * q) for p, q in zip(first, second)) / f.size

    return error


def legs(points: Sequence[str], word: str) -> Error:
    """Return how far a triangle or trapezoid is from having two equal legs."""

    def error(f: Figure) -> float:
        sides = [math.dist(f.points[a], f.points[b]) for a, b in zip(points, (*points[1:], points[0]))]
        pairs = [(0, 2), (1, 3)] if word == "Trapezoid" else [(0, 1), (1, 2), (2, 0)]
        return min(abs(sides[i] - sides[k]) for i, k in pairs) / f.size

    return error


def even(points: Sequence[str], *, right: bool) -> Error:
    """Return how far an outline is from having equal sides, and right angles if wanted."""

    def error(f: Figure) -> float:
        sides = [math.dist(f.points[a], f.points[b]) for a, b in zip(points, (*points[1:], points[0]))]
        corner = (
            abs(cosine(*(f.points[p] for p in (points[0], points[1], points[1], points[2]))))
            if right
            else 0.0
        )
        return max((max(sides) - min(sides)) / f.size, corner)

    return error


def quadrilateral(points: Sequence[str], word: str) -> Error:
    """Return how far a quadrilateral is from being a parallelogram of a kind."""

    def error(f: Figure) -> float:
        a, b, c, d = (f.points[p] for p in points)
        off = math.dist((a[0] + c[0], a[1] + c[1]), (b[0] + d[0], b[1] + d[1])) / f.size
        if word in ("Rhombus", "Square"):
            off = max(off, abs(math.dist(a, b) - math.dist(b, c)) / f.size)
        return max(off, abs(cosine(a, b, b, c))) if word in ("Rectangle", "Square") else off

    return error


def midsegment(line: Sequence[str], points: Sequence[str]) -> Error:
    """Return how far the ends of a line are from middles of sides."""

    def error(f: Figure) -> float:
        sides = list(zip(points, (*points[1:], points[0])))
        middles = [tuple((f.points[a][k] + f.points[b][k]) / 2 for k in (0, 1)) for a, b in sides]
        return max(min(math.dist(f.points[p], m) for m in middles) for p in line) / f.size

    return error


def flatness(corners: Sequence[str]) -> Error:
    """Return 0 for a triangle with three corners, 1 for a flat one."""

    def error(f: Figure) -> float:
        a, b, c = (f.points[p] for p in corners)
        least = min(abs(sine(*pair)) for pair in ((a, b, a, c), (b, a, b, c), (c, a, c, b)))
        return 0.0 if least > FLAT else 1.0

    return error
