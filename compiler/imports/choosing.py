"""Which of several figures a problem means: the one in which what it asks to prove is true.

Statements with directed angles, circles and midlines of chords often leave two places for a point, and only one of
them is the problem's. Some drawings are made; what those have in common in which the goal holds, and the others lack,
is added to the spec: between, a side of a line, an acute triangle.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...dsl.diagnostics import Severity
from ...dsl.source import Source
from ..pipeline import Options, compile_spec
from ..shapes import Point, solved
from .base import call, path
from .facts import Concyclic, Directed, Equal, Fact, InRatio, On, Pair, Parallel, Perpendicular

Places = Mapping[str, tuple[float, float]]
Triple = tuple[str, str, str]

DRAWINGS = 10
"""Drawings that must all have the goal for nothing to be left to choose."""
LARGE, SOME = 18, 4
"""Of a figure with more points, which takes its time, fewer drawings are made."""
ROUNDS = 3
IN_LINE = 1e-7
"""Of the square of their distance: twice the area of three points that are in line."""
SCALENE = 1.03
ON_LINE = 0.1
"""Millimetres: a point so near to a line is on no side of it."""
NEARLY = 1e-4
"""Of the goal's own measure: what holds in a drawing at all holds much better, what does not is far from it."""


@dataclass(frozen=True)
class Choice:
    """A statement that may tell the figures apart, and whether a drawing has it."""

    text: str
    holds: Callable[[Places], bool]


@dataclass(frozen=True)
class Drawn:
    """A drawing, and whether the goal holds in it."""

    places: Places
    good: bool


def chosen(
    write: Callable[[Sequence[str]], str], goals: Sequence[Fact], choices: Sequence[Choice]
) -> list[str]:
    """Return the choices that make the goal hold in all drawings; none where it holds anyway or nothing helps.

    `write` gives the spec with some choices added.
    """
    taken: list[Choice] = []
    for _ in range(ROUNDS):
        found = list(drawings(write([c.text for c in taken]), goals)) if goals else []
        if all(d.good for d in found):
            return [c.text for c in taken]
        more = told_apart(found, [c for c in choices if c not in taken])
        if not more:
            return []
        taken += more
    sure = drawings(write([c.text for c in taken]), goals)
    return [c.text for c in taken] if all(d.good for d in sure) else []


def told_apart(found: Sequence[Drawn], choices: Sequence[Choice]) -> list[Choice]:
    """Return a few choices, true together in a good drawing, that as many bad ones as can be lack."""
    taken: list[Choice] = []
    while any(not d.good for d in found):
        ranked = [(_gain(c, found), -at, c) for at, c in enumerate(choices) if c not in taken]
        best = max((r for r in ranked if _tells(r[2], found)), key=lambda r: r[:2], default=None)
        if best is None:
            break
        taken.append(best[2])
        found = [d for d in found if best[2].holds(d.places)]
    return taken


def _gain(choice: Choice, found: Sequence[Drawn]) -> int:
    """Return how many more good than bad drawings a choice keeps."""
    return sum(1 if d.good else -1 for d in found if choice.holds(d.places))


def _tells(choice: Choice, found: Sequence[Drawn]) -> bool:
    """Whether a choice keeps a good drawing and leaves out a bad one."""
    kept = [d for d in found if choice.holds(d.places)]
    return any(d.good for d in kept) and any(not d.good and d not in kept for d in found)


def drawings(text: str, goals: Sequence[Fact]) -> list[Drawn]:
    """Return drawings of a spec with other seeds, those that fail left out.

    One is good if the goals hold in it and no three points are on a line that are not so in every drawing which has them.
    """
    found: list[Places] = []
    for seed in range(DRAWINGS):
        if seed >= SOME and found and len(found[0]) > LARGE:
            break
        if places := _drawing(text, seed):
            found.append(places)
    proven = [all(_error(goal, places) < NEARLY for goal in goals) for places in found]
    lines = [_in_line(places) for places in found]
    forced = [own for own, good in zip(lines, proven) if good]
    common = frozenset.intersection(*forced) if forced else frozenset()
    return [Drawn(places, good and own == common) for places, good, own in zip(found, proven, lines)]


def _drawing(text: str, seed: int) -> dict[str, tuple[float, float]]:
    """Return where the points of a spec are drawn; nothing if they cannot be."""
    compiled = compile_spec(Source(text=text), Options(seed=seed, draw=False))
    places: dict[str, tuple[float, float]] = {}
    if any(d.severity is Severity.ERROR for d in compiled.diagnostics):
        return places
    for posed, layout in zip(compiled.posed, compiled.layouts):
        for name, shape in posed.poser.shapes.items():
            at = solved(shape, layout.values.__getitem__)
            if isinstance(at, Point) and "@" not in name:
                places[name] = (at.x, at.y)
    return places


def _in_line(places: Places) -> frozenset[tuple[str, ...]]:
    """Return the triples of points that lie on one line."""
    return frozenset(
        some for some in combinations(sorted(places), 3)
        if abs(_cross(*(places[p] for p in some))) < IN_LINE * max(math.dist(places[p], places[q]) for p in some for q in some) ** 2
    )  # fmt: skip


# What may be chosen


def acute(points: tuple[str, str, str], text: str) -> Choice:
    """Return the choice of an acute triangle."""

    def holds(places: Places) -> bool:
        a, b, c = (places[p] for p in points)
        return all(_dot(q, p, r) > 0 for p, q, r in ((a, b, c), (b, c, a), (c, a, b)))

    return Choice(text, holds)


def scalene(points: tuple[str, str, str], text: str) -> Choice:
    """Return the choice of a triangle without equal sides."""

    def holds(places: Places) -> bool:
        a, b, c = (places[p] for p in points)
        sides = sorted((math.dist(a, b), math.dist(b, c), math.dist(c, a)))
        return sides[1] > SCALENE * sides[0] and sides[2] > SCALENE * sides[1]

    return Choice(text, holds)


def between(point: str, a: str, b: str) -> Choice:
    """Return the choice of a point between two others."""
    return Choice(call("between", point, a, b), lambda places: _dot(places[a], places[point], places[b]) < 0)


def beside(point: str, other: str, line: Pair, *, same: bool) -> Choice:
    """Return the choice of the side of a line on which a point lies, by another point."""

    def holds(places: Places) -> bool:
        a, b = places[line[0]], places[line[1]]
        sides = [_cross(a, b, places[p]) / math.dist(a, b) for p in (point, other)]
        off = min(abs(s) for s in sides) > ON_LINE
        return off and (sides[0] * sides[1] > 0) == same

    word = "same_side" if same else "opposite_side"
    return Choice(call(word, point, other, f"line = {path(*line)}"), holds)


def same_turn(one: Triple, other: Triple) -> Choice:
    """Return the choice of two triangles that turn the same way round."""

    def holds(places: Places) -> bool:
        first, second = (_cross(*(places[p] for p in triple)) for triple in (one, other))
        return first * second > 0

    return Choice(call("same_orientation", path(*one), path(*other)), holds)


def round_in_order(points: tuple[str, ...]) -> Choice:
    """Return the choice of points that follow each other round a convex outline, as they are listed."""

    def holds(places: Places) -> bool:
        p = [places[name] for name in points]
        turns = [_cross(a, b, c) for a, b, c in zip(p, (*p[1:], p[0]), (*p[2:], *p[:2]))]
        return all(t > 0 for t in turns)

    return Choice(call("order", *points), holds)


# Measures


def _cross(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _dot(a: tuple[float, float], vertex: tuple[float, float], b: tuple[float, float]) -> float:
    return (a[0] - vertex[0]) * (b[0] - vertex[0]) + (a[1] - vertex[1]) * (b[1] - vertex[1])


def _line(pair: Pair, places: Places) -> complex:
    (ax, ay), (bx, by) = places[pair[0]], places[pair[1]]
    return complex(bx - ax, by - ay)


def _turn(first: Pair, second: Pair, places: Places) -> complex:
    """Return a number whose direction is that of the directed angle between two lines."""
    return _line(second, places) * _line(first, places).conjugate()


def _sine(turn: complex) -> float:
    return abs(turn.imag) / abs(turn) if abs(turn) > 0 else math.inf


def _error(goal: Fact, places: Places) -> float:
    """Return how far a goal is from holding, as a sine or a relative difference."""
    match goal:
        case On(point, line):
            return _sine(_turn((line[0], line[1]), (line[0], point), places))
        case Parallel(first, second):
            return _sine(_turn(first, second, places))
        case Perpendicular(first, second):
            return _sine(_turn(first, second, places) * 1j)
        case Directed(a, b, c, d):
            return _sine(_turn(a, b, places) * _turn(c, d, places).conjugate())
        case Equal(first, second):
            one, two = abs(_line(first, places)), abs(_line(second, places))
            return abs(one - two) / max(one, two, 1e-12)
        case InRatio(a, b, c, d):
            one = abs(_line(a, places)) * abs(_line(d, places))
            two = abs(_line(b, places)) * abs(_line(c, places))
            return abs(one - two) / max(one, two, 1e-12)
        case Concyclic((a, b, c, *rest)):
            return max(
                (
                    _sine(_turn((x, a), (x, b), places) * _turn((c, a), (c, b), places).conjugate())
                    for x in rest
                ),
                default=0.0,
            )
        case _:
            return 0.0
