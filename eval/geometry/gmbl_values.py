"""The values of geo-model-builder expressions on coordinates, computed apart from the reader."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from ...compiler.imports.sexpr import Atom, Form, Term
from .base import XY, Disc, Figure
from .measuring import circle_through, cross, dot, minus, off_line, opening

Line: TypeAlias = tuple[XY, XY]
T = TypeVar("T")


class UnknownError(Exception):
    """A term that has no value on a figure."""


@dataclass(frozen=True)
class Values:
    """The values of terms on one figure."""

    figure: Figure

    def point(self, term: Term) -> XY:
        """Return the point that a term means."""
        if isinstance(term, Atom):
            return _named(self.figure.points, term)
        r = term.rest
        match term.head:
            case "midp":
                return _middle(self.point(r[0]), self.point(r[1]))
            case "midp-from":
                return _plus(self.point(r[0]), minus(self.point(r[0]), self.point(r[1])))
            case "origin":
                return self.circle(r[0]).center
            case "foot":
                return foot_of(self.point(r[0]), self.line(r[1]))
            case "reflect-pl":
                return _mirrored(self.point(r[0]), self.line(r[1]))
            case "circumcenter":
                return self.circle(Form((Atom("circ", term.span), *r), term.span)).center
            case "incenter":
                return self.circle(Form((Atom("incircle", term.span), *r), term.span)).center
            case "centroid":
                a, b, c = (self.point(t) for t in r)
                return ((a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3)
            case "inter-ll":
                return meet(self.line(r[0]), self.line(r[1]))
            case "inter-lc" | "inter-cc":
                return self.chosen(term)
        raise UnknownError(str(term))

    def chosen(self, term: Form) -> XY:
        """Return the root that a selector means; of a tangent the one that it has."""
        roots = self.roots(term)
        selector = term.rest[2]
        if isinstance(selector, Form) and selector.head == "rs-neq":
            other = self.point(selector.rest[0])
            return max(roots, key=lambda p: math.dist(p, other))
        return roots[0]

    def roots(self, term: Form) -> list[XY]:
        """Return where a line or circle meets a circle."""
        two = self.circle(term.rest[1])
        if term.head == "inter-lc":
            return _line_circle(self.line(term.rest[0]), two)
        return _circles(self.circle(term.rest[0]), two)

    def line(self, term: Term) -> Line:
        """Return the line that a term means, by two points."""
        if isinstance(term, Atom):
            return _named(self.figure.lines, term)
        r = term.rest
        match term.head:
            case "line":
                return self.point(r[0]), self.point(r[1])
            case "para-at":
                a, (p, q) = self.point(r[0]), self.line(r[1])
                return a, _plus(a, minus(q, p))
            case "perp-at":
                a, (p, q) = self.point(r[0]), self.line(r[1])
                return a, _plus(a, _left(minus(q, p)))
            case "perp-bis":
                a, b = self.point(r[0]), self.point(r[1])
                middle = _middle(a, b)
                return middle, _plus(middle, _left(minus(b, a)))
            case "i-bisector":
                a, vertex, b = (self.point(t) for t in r)
                return vertex, _plus(vertex, _plus(_unit(minus(a, vertex)), _unit(minus(b, vertex))))
            case "e-bisector":
                a, vertex, b = (self.point(t) for t in r)
                inner = _plus(_unit(minus(a, vertex)), _unit(minus(b, vertex)))
                return vertex, _plus(vertex, _left(inner))
            case "tangent-at":
                p, center = self.point(r[0]), self.circle(r[1]).center
                return p, _plus(p, _left(minus(p, center)))
            case "reflect-ll":
                (a, b), mirror = self.line(r[0]), self.line(r[1])
                return _mirrored(a, mirror), _mirrored(b, mirror)
        raise UnknownError(str(term))

    def circle(self, term: Term) -> Disc:
        """Return the circle that a term means."""
        if isinstance(term, Atom):
            return _named(self.figure.circles, term)
        points = [self.point(t) for t in term.rest]
        match term.head:
            case "circ" | "circumcircle":
                found = circle_through(*points)
                if found:
                    return Disc(*found)
            case "coa":
                return Disc(points[0], math.dist(*points))
            case "diam":
                return Disc(_middle(*points), math.dist(*points) / 2)
            case "incircle":
                return _touching(points, 1)
            case "excircle":
                return _touching(points, -1)
        raise UnknownError(str(term))

    def number(self, term: Term) -> float:
        """Return the number that a term means."""
        if isinstance(term, Atom):
            return math.pi if term.word == "pi" else float(term.text)
        if term.head in ARITHMETIC:
            return ARITHMETIC[term.head](*(self.number(t) for t in term.rest))
        points = [self.point(t) for t in term.rest] if term.head != "radius" else []
        match term.head:
            case "uangle":
                return opening(*points)
            case "dist":
                return math.dist(*points)
            case "area":
                return abs(cross(minus(points[1], points[0]), minus(points[2], points[0]))) / 2
            case "radius":
                return self.circle(term.rest[0]).radius
        raise UnknownError(str(term))


ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "div": lambda a, b: a / b,
}  # fmt: skip


def _named(things: Mapping[str, T], term: Atom) -> T:
    found = things.get(term.text, things.get(term.word))
    if found is None:
        raise UnknownError(term.text)
    return found


def _middle(a: XY, b: XY) -> XY:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def _plus(p: XY, v: XY) -> XY:
    return (p[0] + v[0], p[1] + v[1])


def _left(v: XY) -> XY:
    return (-v[1], v[0])


def _unit(v: XY) -> XY:
    length = math.hypot(*v)
    if length == 0:
        raise UnknownError("a direction of no length")
    return (v[0] / length, v[1] / length)


def foot_of(p: XY, line: Line) -> XY:
    """Return the foot of the perpendicular from a point on a line."""
    along = _unit(minus(line[1], line[0]))
    t = dot(minus(p, line[0]), along)
    return (line[0][0] + t * along[0], line[0][1] + t * along[1])


def _mirrored(p: XY, line: Line) -> XY:
    foot = foot_of(p, line)
    return (2 * foot[0] - p[0], 2 * foot[1] - p[1])


def meet(one: Line, two: Line) -> XY:
    """Return where two lines meet."""
    u, v = minus(one[1], one[0]), minus(two[1], two[0])
    area = cross(u, v)
    if area == 0:
        raise UnknownError("parallel lines")
    t = cross(minus(two[0], one[0]), v) / area
    return (one[0][0] + t * u[0], one[0][1] + t * u[1])


def _line_circle(line: Line, circle: Disc) -> list[XY]:
    foot = foot_of(circle.center, line)
    along = _unit(minus(line[1], line[0]))
    square = circle.radius**2 - math.dist(foot, circle.center) ** 2
    half = math.sqrt(square) if square > 1e-9 * circle.radius**2 else 0.0
    return [(foot[0] + s * half * along[0], foot[1] + s * half * along[1]) for s in (1, -1)]


def _circles(one: Disc, two: Disc) -> list[XY]:
    apart = math.dist(one.center, two.center)
    along = (apart**2 + one.radius**2 - two.radius**2) / (2 * apart) if apart else 0.0
    u = _unit(minus(two.center, one.center))
    foot = (one.center[0] + along * u[0], one.center[1] + along * u[1])
    return _line_circle((foot, _plus(foot, _left(u))), one)


def _touching(points: Sequence[XY], sign: int) -> Disc:
    """Return the inscribed circle of a triangle, or with -1 the escribed one beyond the side that faces a.

    Source: barycentric coordinates ±a : b : c of the centres (Weisstein, MathWorld, "Incenter", "Excenter").
    """
    a, b, c = points
    weights = sign * math.dist(b, c), math.dist(c, a), math.dist(a, b)
    x, y = (sum(w * p[k] for w, p in zip(weights, (a, b, c))) / sum(weights) for k in (0, 1))
    return Disc((x, y), off_line((x, y), a, b))
