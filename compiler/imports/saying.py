"""How a fact is said as a relation of the language, and what it draws."""

from __future__ import annotations

from collections.abc import Iterator

from .base import call, path
from .facts import (
    Apart,
    Between,
    Bisecting,
    Concyclic,
    Directed,
    Equal,
    Fact,
    Figure,
    Free,
    InRatio,
    Made,
    On,
    OnCircle,
    Parallel,
    Perpendicular,
    Round,
    Tangents,
    Turned,
)
from .ink import Ink


def circle_word(name: str, points: tuple[str, ...], *options: str) -> str:
    """Return the declaration of the circle through three points."""
    return call(f"circumcircle {name}", path(*points), *options)


def relation(fact: Fact, ink: Ink) -> str:
    """Return the relation that states a fact."""
    match fact:
        case On(point, line):
            return call("collinear", point, *line)
        case Between(point, line):
            return call("between", point, *line)
        case OnCircle(point, center, rim):
            ring = ink.ring(center, (rim,))
            return (
                call("on", point, ring.name)
                if ring.shown
                else call("equal", path(point, center), path(center, rim))
            )
        case Round(center, points):
            return call("equal", *(path(center, p) for p in points))
        case Concyclic(points):
            return call("concyclic", *points)
        case Perpendicular(first, second):
            return call("perpendicular", path(*first), path(*second))
        case Parallel(first, second):
            return call("parallel", path(*first), path(*second))
        case Equal(first, second):
            return call("equal", path(*first), path(*second))
        case Directed(first, second, third, fourth, degrees):
            left = directed(first, second)
            return f"{left} == {degrees}°" if degrees else f"{left} == {directed(third, fourth)}"
        case Bisecting(point, (a, vertex, b)):
            return call("bisects", path(vertex, point), path(a, vertex, b))
        case InRatio(first, second, third, fourth, ratio):
            right = ratio or call("ratio", path(*third), path(*fourth))
            return f"{call('ratio', path(*first), path(*second))} == {right}"
        case Turned(points, clockwise):
            return call("order", *points, "cw" if clockwise else "")
        case Tangents((x, y), (o, a), (w, b)):
            return f"tangent t{x}{y}({ink.ring(o, (a,)).name}, {ink.ring(w, (b,)).name}, {x}, {y})"
        case Apart(points, line):
            return call("opposite_side", *points, f"line = {path(*line)}")
        case Made() | Figure() | Free():
            return made(fact)


def made(fact: Made | Figure | Free) -> str:
    """Return a construction as the relation that it comes to, for a point that is there already."""
    match fact:
        case Made("midpoint", point, of):
            return call("midpoint", point, *of)
        case Made(_, point, of):
            return call("collinear", point, *of)
        case Figure(_, points):
            return call("order", *points)
        case Free():
            return ""


def directed(first: tuple[str, str], second: tuple[str, str]) -> str:
    """Return the directed angle between two lines, by three points where they share one.

    >>> directed(("X", "A"), ("X", "B")), directed(("A", "B"), ("C", "D"))
    ('directed_angle(A, X, B)', 'directed_angle(AB, CD)')
    """
    shared = [p for p in first if p in second]
    if len(shared) == 1:
        (vertex,) = shared
        ends = [next(p for p in pair if p != vertex) for pair in (first, second)]
        return call("directed_angle", ends[0], vertex, ends[1])
    return call("directed_angle", path(*first), path(*second))


def equals(fact: Fact) -> tuple[str, tuple[str, ...]]:
    """Return a point and others that a fact puts at one distance from it; of most facts nothing."""
    match fact:
        case Made("midpoint", point, of):
            return point, of
        case Equal((a, b), (c, d)):
            shared = {a, b} & {c, d}
            center = shared.pop() if len(shared) == 1 else ""
            return center, tuple(p for p in (a, b, c, d) if p != center) if center else ()
        case _:
            return "", ()


def mentioned(fact: Fact) -> Iterator[str]:
    """Yield the points that a fact speaks of, the centres of circles on which it only puts points left out."""
    match fact:
        case Figure(_, points) | Turned(points) | Concyclic(points):
            yield from points
        case Free(point):
            yield point
        case Made(_, point, of, line, options):
            yield from (point, *of, *line, *(word for o in options for word in o.split()))
        case On(point, line) | Between(point, line):
            yield from (point, *line)
        case OnCircle(point):
            yield point
        case Round(_, points):
            yield from points
        case Perpendicular(first, second) | Parallel(first, second) | Equal(first, second):
            yield from (*first, *second)
        case Directed(a, b, c, d) | InRatio(a, b, c, d):
            yield from (*a, *b, *c, *d)
        case Bisecting(point, angle):
            yield from (point, *angle)
        case Tangents(contacts):
            yield from contacts
        case Apart(points, line):
            yield from (*points, *line)


def inked(fact: Fact, ink: Ink, *, dashed: bool = False) -> None:
    """Draw what a fact shows."""
    match fact:
        case Figure(word, points, options):
            if "hidden" not in options:
                ink.outline(points, closed=word != "segment")
        case Made("midpoint", point, of):
            ink.line((*of, point), inner=point, dashed=dashed)
        case Made("foot", point, of, line):
            ink.line((*line, point), dashed=dashed)
            ink.line((*of, point), dashed=dashed)
        case Made("reflection", point, of, (), options):
            ink.line((*of, point, options[0].removeprefix("center = ")), dashed=dashed)
        case Made("division", point, of):
            ink.line((*of, point), inner=point)
        case On(point, line):
            ink.line((*line, point), dashed=dashed)
        case Between(point, line):
            ink.line((*line, point), inner=point, dashed=dashed)
        case OnCircle(point, center, rim):
            ink.ring(center, (rim, point))
        case Round(center, points, places):
            ink.ring(center, points, places=places)
        case Perpendicular(first, second) | Parallel(first, second):
            ink.line(first, dashed=dashed)
            ink.line(second, dashed=dashed)
        case Equal(first, second, seen):
            if seen or dashed:
                ink.line(first, dashed=dashed)
                ink.line(second, dashed=dashed)
        case Directed(first, second, third, fourth):
            for pair in (first, second, third, fourth) if dashed else (first, second):
                ink.line((p for p in pair if p), dashed=dashed)
        case InRatio(first, second, third, fourth):
            for pair in (first, second, third, fourth):
                ink.line((p for p in pair if p), dashed=dashed)
        case Bisecting(point, (_, vertex, _)):
            ink.line((vertex, point), dashed=dashed)
        case Tangents(contacts, (o, a), (w, b)):
            ink.line(contacts)
            ink.ring(o, (a, contacts[0])).touched = True
            ink.ring(w, (b, contacts[1])).touched = True
        case _:
            pass
