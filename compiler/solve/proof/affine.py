"""Points given by others in fixed shares, and the steps between points that are multiples of each other.

Midpoints, centroids, points at a share of the way, fourth corners: all are sums of points with fixed
weights, so that which steps are parallel, and in what ratio, is a matter of elimination in fractions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final, TypeAlias

from ...system import Constraint, Slot, Sort
from ..kernels import KERNELS

Spot: TypeAlias = tuple[int, int]
Weights: TypeAlias = dict[Spot, Fraction]
Steps: TypeAlias = Sequence[tuple[tuple[Spot, Spot], tuple[Spot, Spot], Fraction]]
"""Steps with another each of which they are a multiple."""
_LARGEST: Final = 1000
"""The largest denominator of a share."""
_MOST_POINTS: Final = 16


def proportional_steps(
    constraints: Sequence[Constraint], slots: Sequence[Slot], root: Mapping[int, int]
) -> list[tuple[tuple[Spot, Spot], tuple[Spot, Spot], Fraction]]:
    """Return pairs of steps, each from one point to another, of which the first is a multiple of the second."""
    given: dict[Spot, Weights] = {}
    spots: dict[Spot, None] = {}
    for c in constraints:
        place = [root.get(at, at) for at in c.slots]
        own = [(place[x], place[y]) for x, y in KERNELS[c.kernel].point_positions(len(place))]
        spots |= dict.fromkeys(own)
        if c.sort is Sort.EQUATION:
            for row in _rows(c, own, slots):
                _eliminate(given, row)
    if not given or len(spots) > _MOST_POINTS:
        return []
    return list(_pairs(given, list(spots)))


def _rows(c: Constraint, p: Sequence[Spot], slots: Sequence[Slot]) -> Iterator[Weights]:
    """Yield weights with which points add up to nothing."""
    match c.kernel:
        case "midpoint":
            yield _sum((p[2], Fraction(2)), (p[0], Fraction(-1)), (p[1], Fraction(-1)))
        case "centroid":
            yield _sum((p[3], Fraction(3)), *((spot, Fraction(-1)) for spot in p[:3]))
        case "parallelogram":
            yield _sum(*zip(p, map(Fraction, (1, -1, 1, -1))))
        case "fraction" if not slots[c.slots[4]].free:
            start = slots[c.slots[4]].start
            share = Fraction(start).limit_denominator(_LARGEST)
            if abs(float(share) - start) < 1e-12:
                yield _sum((p[2], Fraction(1)), (p[0], share - 1), (p[1], -share))


def _sum(*terms: tuple[Spot, Fraction]) -> Weights:
    total: Weights = {}
    for spot, weight in terms:
        total[spot] = total.get(spot, Fraction(0)) + weight
    return {spot: weight for spot, weight in total.items() if weight}


def _reduced(given: Mapping[Spot, Weights], row: Weights) -> Weights:
    """Return a row in terms of points that are not given by others."""
    terms = [
        (part, weight * share) for spot, weight in row.items() for part, share in given.get(spot, {spot: Fraction(1)}).items()
    ]  # fmt: skip
    return _sum(*terms)


def _eliminate(given: dict[Spot, Weights], row: Weights) -> None:
    """Let a row give one of its points by the others."""
    left = _reduced(given, row)
    if len(left) < 2:
        return
    spot = next(iter(left))
    weight = left.pop(spot)
    given[spot] = {part: -share / weight for part, share in left.items()}
    for other, weights in list(given.items()):
        if spot in weights:
            given[other] = _reduced(given, weights)


def _pairs(
    given: Mapping[Spot, Weights], spots: Sequence[Spot]
) -> Iterator[tuple[tuple[Spot, Spot], tuple[Spot, Spot], Fraction]]:
    """Yield steps of one direction, each with the first of its direction."""
    firsts: dict[tuple[tuple[Spot, Fraction], ...], tuple[tuple[Spot, Spot], Fraction]] = {}
    for a, b in combinations(spots, 2):
        step = _reduced(given, _sum((b, Fraction(1)), (a, Fraction(-1))))
        if not step:
            continue
        size = step[min(step)]
        shape = tuple(sorted((spot, weight / size) for spot, weight in step.items()))
        if shape in firsts:
            first, whole = firsts[shape]
            yield (a, b), first, size / whole
        else:
            firsts[shape] = (a, b), size
