"""General position across drawings: what some drawings show and others do not was not stated, and must not appear."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from .base import XY, Figure
from .measuring import off_one_line

COINCIDENT = 2e-3
"""Of the size: points nearer than this look like one."""
COLLINEAR = 1e-6
"""Of the size: three points are on one line to the exactness of claims. Among the thousand triples of twenty points
some always look as if they were, so that only this is an accident."""
FLAT = 0.02
"""Of the size: the first three points, from which most follow, are at least so far from one line."""
MOST_POINTS = 30
"""Beyond so many points only pairs are looked at."""


@dataclass(frozen=True)
class Margin:
    """How far the points of a figure are from a coincidence that is not forced: as shares of its size."""

    apart: float = math.inf
    off_line: float = math.inf
    accidents: tuple[str, ...] = ()


def margin(figures: Sequence[Figure], shown: frozenset[str]) -> Margin:
    """Return the smallest margins over some drawings of one problem, without what all of them share.

    Only points that are `shown` count: an invisible centre may lie anywhere. They are named as in the spec.
    """
    if not figures:
        return Margin()
    names = sorted(shown.intersection(*(f.points for f in figures)))
    pairs = list(_margins(figures, names, 2))
    triples = list(_margins(figures, names, 3)) if len(names) <= MOST_POINTS else []
    accidents = [f"{' '.join(some)} coincide" for some, least in pairs if least < COINCIDENT]
    accidents += [f"{' '.join(some)} on a line" for some, least in triples if least < COLLINEAR]
    first = tuple(sorted(list(figures[0].points)[:3]))
    accidents += [
        f"{' '.join(some)} nearly on a line" for some, least in triples if some == first and least < FLAT
    ]
    return Margin(
        min((least for _, least in pairs), default=math.inf), min((least for _, least in triples), default=math.inf),
        tuple(accidents),
    )  # fmt: skip


def _margins(
    figures: Sequence[Figure], names: Sequence[str], count: int
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield points with their smallest margin; points that coincide, or lie in line, in every drawing are meant to."""
    for some in combinations(names, count):
        found = [_gap([f.points[n] for n in some]) / f.size for f in figures]
        if max(found) > (COINCIDENT if count == 2 else COLLINEAR) or len(figures) == 1:
            yield some, min(found)


def _gap(points: Sequence[XY]) -> float:
    return math.dist(*points) if len(points) == 2 else off_one_line(points)
