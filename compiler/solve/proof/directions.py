"""Directions of lines that contradict each other: parallel, perpendicular and at stated angles, modulo a half turn.

Every statement says by how much one line is turned against another, up to the sense of an angle; around a
ring of lines the turns must make whole half turns.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ...system import Constraint, Slot, Sort
from ..kernels import KERNELS

Line: TypeAlias = frozenset[tuple[int, int]]
EAST: Final[Line] = frozenset()
"""The direction of the horizontal."""
_MOST_SENSES: Final = 10
"""Angles of unknown sense: each doubles the work."""
_ROUNDING: Final = 1e-9
"""Radians by which a ring of turns may miss a half turn."""


@dataclass(frozen=True)
class Turn:
    """One line is turned against another by one of some angles (radians, modulo a half turn)."""

    one: Line
    other: Line
    by: tuple[float, ...]


def are_refuted(constraints: Sequence[Constraint], slots: Sequence[Slot], root: Mapping[int, int]) -> bool:
    """Tell whether no choice of senses lets all directions agree; False is no answer."""
    turns = list(turns_of(constraints, slots, root))
    unsure = [turn for turn in turns if len(turn.by) > 1]
    if not turns or len(unsure) > _MOST_SENSES:
        return False
    plain = _Headings({})
    if not all(plain.add(turn, turn.by[0]) for turn in turns if len(turn.by) == 1):
        return True
    return not _agree(plain, unsure)


def _agree(headings: _Headings, unsure: Sequence[Turn]) -> bool:
    """Tell whether some choice of senses agrees with headings so far."""
    if not unsure:
        return True
    for angle in unsure[0].by:
        trial = _Headings(dict(headings.known))
        if trial.add(unsure[0], angle) and _agree(trial, unsure[1:]):
            return True
    return False


def headings_of(turns: Sequence[Turn], one: Line, other: Line) -> float | None:
    """Return by how much a line is turned against another, if turns of certain sense say so."""
    headings = _Headings({})
    for turn in turns:
        if len(turn.by) == 1:
            headings.add(turn, turn.by[0])
    (top, first), (root, second) = headings.find(one), headings.find(other)
    return first - second if top == root else None


class _Headings:
    """Each line with the line that it is measured against, and its turn against that."""

    def __init__(self, known: dict[Line, tuple[Line, float]]) -> None:
        self.known = known

    def find(self, line: Line) -> tuple[Line, float]:
        """Return what a line is measured against in the end, and by how much it is turned."""
        turn = 0.0
        while line in self.known:
            line, step = self.known[line]
            turn += step
        return line, turn

    def add(self, turn: Turn, angle: float) -> bool:
        """Take in that a line is turned against another; tell whether that agrees with the rest."""
        (one, first), (other, second) = self.find(turn.one), self.find(turn.other)
        if one != other:
            self.known[one] = (other, second + angle - first)
            return True
        return abs(math.remainder(first - second - angle, math.pi)) <= _ROUNDING


def turns_of(
    constraints: Sequence[Constraint], slots: Sequence[Slot], root: Mapping[int, int]
) -> Iterator[Turn]:
    """Yield what constraints say of directions between points that are apart."""
    spots = {}
    apart: set[Line] = set()
    equations = [c for c in constraints if c.sort is Sort.EQUATION]
    for c in constraints:
        place = [root.get(at, at) for at in c.slots]
        kernel = KERNELS[c.kernel]
        spots[c] = [(place[x], place[y]) for x, y in kernel.point_positions(len(place))]
        apart |= {frozenset(((place[a], place[b]), (place[x], place[y]))) for a, b, x, y in kernel.apart}
        if c.kernel == "distance":
            apart.add(frozenset(spots[c]))
    apart = {line for line in apart if len(line) == 2}
    for c in equations:
        yield from (t for t in _said(c, spots[c], slots) if {t.one, t.other} - {EAST} <= apart)
    for line in apart:
        (ax, ay), (bx, by) = line
        if ay == by:
            yield Turn(line, EAST, (0.0,))
        if ax == bx:
            yield Turn(line, EAST, (math.pi / 2,))


def _said(c: Constraint, p: Sequence[tuple[int, int]], slots: Sequence[Slot]) -> Iterator[Turn]:
    right = (math.pi / 2,)
    last = slots[c.slots[-1]]
    angle = None if last.free else last.start
    match c.kernel:
        case "parallel":
            yield Turn(frozenset(p[:2]), frozenset(p[2:]), (0.0,))
        case "perpendicular":
            yield Turn(frozenset(p[:2]), frozenset(p[2:]), right)
        case "line_angle" if angle is not None:
            yield Turn(frozenset(p[:2]), frozenset(p[2:]), (angle, -angle))
        case "angle" if angle is not None:
            yield Turn(frozenset(p[:2]), frozenset(p[1:]), (angle, -angle))
        case "direction" if angle is not None:
            yield Turn(frozenset(p), EAST, (angle,))
        case "tangent_point":
            yield Turn(frozenset(p[:2]), frozenset(p[1:]), right)
        case "foot":
            yield Turn(frozenset((p[0], p[3])), frozenset(p[1:3]), right)
        case "parallelogram":
            a, b, c_, d = p
            yield Turn(frozenset((a, b)), frozenset((c_, d)), (0.0,))
            yield Turn(frozenset((b, c_)), frozenset((a, d)), (0.0,))
        case "collinear" | "midpoint":
            yield Turn(frozenset(p[:2]), frozenset(p[1:]), (0.0,))
            yield Turn(frozenset(p[:2]), frozenset((p[0], p[2])), (0.0,))
        case _:
            return
