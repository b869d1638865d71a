"""Regions in polar coordinates: what bounds of r and θ enclose, along the curves themselves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...expression import Application, Expression, Letter, Number
from ...pose.frame import Frame
from ...shapes import XY
from .equations import POLAR, TURN, Limit, Rule
from .features import roots
from .sampling import placed, sampled

CIRCLES = 0.01
"""Of a turn: an opening that lacks less is the whole of it."""


@dataclass(frozen=True)
class Sweep:
    """From which distance to which, while the angle runs from `low` to `high`."""

    inner: Expression
    outer: Expression
    low: float
    high: float


def is_polar(limits: Sequence[Limit]) -> bool:
    """Whether bounds are in r and θ."""
    letters = {name for limit in limits for name in limit.gap.letters}
    return "r" in letters and letters <= POLAR


def sweep_of(limits: Sequence[Limit]) -> Sweep | None:
    """Return what bounds of r and θ sweep over; nothing if they do not say how far r goes."""
    inner: list[Expression] = [Number("0", 0.0)]
    outer: list[Expression] = []
    low, high = 0.0, TURN
    stated = False
    for limit in limits:
        match limit:
            case Limit(Letter("r"), larger):
                outer.append(larger)
            case Limit(smaller, Letter("r")):
                inner.append(smaller)
            case Limit(Letter("θ"), larger) if not larger.letters:
                high, stated = larger.value(), True
            case Limit(smaller, Letter("θ")) if not smaller.letters:
                low = smaller.value()
                high = high if stated else low + TURN
            case _:
                return None
    if not outer or any("r" in part.letters for part in (*inner, *outer)) or not low < high:
        return None
    return Sweep(_extreme("max", inner), _extreme("min", outer), low, min(high, low + TURN))


def _extreme(function: str, parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else Application(function, tuple(parts))


def rings_of(sweep: Sweep, frame: Frame) -> Iterator[tuple[XY, ...]]:
    """Yield the outlines of a sweep in sketch millimetres: one for each range of angles in which it has an extent."""
    for low, high in _openings(sweep):
        outer = _line(sweep.outer, low, high, frame)
        inner = _line(sweep.inner, low, high, frame)
        if not outer:
            continue
        pole = all(math.dist(spot, inner[0]) < 1e-9 for spot in inner)
        if high - low > TURN * (1 - CIRCLES) and pole:
            yield outer
        elif high - low > TURN * (1 - CIRCLES):
            yield outer
            yield inner[::-1]
        else:
            yield (*outer, *((inner[0],) if pole else inner[::-1]))


def _line(distance: Expression, low: float, high: float, frame: Frame) -> tuple[XY, ...]:
    pieces = sampled(placed(Rule("polar", distance, variable="θ"), frame), low, high, frame)
    return tuple(spot for piece in pieces for spot in piece)


def _openings(sweep: Sweep) -> Iterator[tuple[float, float]]:
    """Yield the ranges of angles in which the outer distance is larger than the inner one."""

    def gap(theta: float) -> float:
        at = {"θ": theta}
        return sweep.outer.value(at) - sweep.inner.value(at)

    marks = [sweep.low, *roots(gap, sweep.low, sweep.high), sweep.high]
    open_ones = [(a, b) for a, b in pairwise(marks) if b - a > 1e-9 and gap((a + b) / 2) > 0]
    whole = math.isclose(sweep.high - sweep.low, TURN) and len(open_ones) > 1
    if whole and open_ones[0][0] == sweep.low and open_ones[-1][1] == sweep.high:
        # What ends where the turn ends goes on where it begins.
        (_, first), (last, _) = open_ones.pop(0), open_ones.pop()
        open_ones.append((last, first + TURN))
    yield from open_ones


def reach_of(sweep: Sweep) -> tuple[XY, ...]:
    """Return the corners of what a sweep reaches, in data coordinates."""
    rings = rings_of(sweep, Frame(per_unit=10.0, reach=(-1e3, -1e3, 1e3, 1e3)))
    spots = [(x / 10, y / 10) for ring in rings for x, y in ring]
    if not spots:
        return ()
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return ((min(xs), min(ys)), (max(xs), max(ys)))
