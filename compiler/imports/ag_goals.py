"""The goals of the AlphaGeometry language as facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .facts import Concyclic, Directed, Equal, Fact, InRatio, Made, On, Parallel, Perpendicular


@dataclass(frozen=True)
class Goal:
    """A predicate: how many points it takes, and what it says."""

    least: int
    most: int
    say: Callable[..., list[Fact]]


def _collinear(*points: str) -> list[Fact]:
    return [On(p, (points[0], points[1])) for p in points[2:]]


def _angles(a: str, b: str, c: str, d: str, e: str, f: str, g: str, h: str) -> list[Fact]:
    return [Directed((a, b), (c, d), (e, f), (g, h))]


def _ratios(a: str, b: str, c: str, d: str, e: str, f: str, g: str, h: str) -> list[Fact]:
    return [InRatio((a, b), (c, d), (e, f), (g, h))]


GOALS: dict[str, Goal] = {
    "coll": Goal(3, 12, _collinear),
    "cyclic": Goal(4, 12, lambda *points: [Concyclic(points)]),
    "cong": Goal(4, 4, lambda a, b, c, d: [Equal((a, b), (c, d))]),
    "para": Goal(4, 4, lambda a, b, c, d: [Parallel((a, b), (c, d))]),
    "perp": Goal(4, 4, lambda a, b, c, d: [Perpendicular((a, b), (c, d))]),
    "midp": Goal(3, 3, lambda m, a, b: [Made("midpoint", m, (a, b))]),
    "eqangle": Goal(8, 8, _angles),
    "eqratio": Goal(8, 8, _ratios),
}
