"""Directions of lines that contradict each other, reckoned modulo a half turn.

What is said of parallels, right angles, angles, bisectors and circles is linear in the directions of lines
with whole coefficients, up to the sense of an angle. Rows are eliminated exactly; a row without lines whose
angle is no whole number of half turns is a contradiction, if there is one for every choice of senses.

Source: Chou, Gao, Zhang, Automated generation of readable proofs with geometric invariants II: theorem
proving with full-angles, J. Automated Reasoning 17 (1996).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeAlias

from ...system import Constraint, Slot, Sort
from ..kernels import KERNELS
from .affine import Steps
from .constants import settled

Spot: TypeAlias = tuple[int, int]
Line: TypeAlias = frozenset[Spot]
EAST: Final[Line] = frozenset()
"""The direction of the horizontal."""
_RIGHT: Final = math.pi / 2
_MOST_SENSES: Final = 8
"""Angles of unknown sense: each doubles the work."""
_MOST_WORK: Final = 2_000
"""Rows that are eliminated before the attempt is given up."""
_ROUNDING: Final = 1e-8
"""Radians by which a sum of angles may miss a half turn."""


Row: TypeAlias = tuple[tuple[tuple[Line, int], ...], float]
"""Lines, each so many times, whose directions add up to an angle modulo a half turn."""


@dataclass(frozen=True)
class Turn:
    """One of some rows holds."""

    rows: tuple[Row, ...]


def turn(one: Line, other: Line, *by: float) -> Turn:
    """Return that a line is turned against another by one of some angles."""
    return Turn(tuple((((one, 1), (other, -1)), angle) for angle in by))


@dataclass
class Headings:
    """Rows eliminated so far: each gives the direction of a line by those of others."""

    pivots: dict[Line, tuple[dict[Line, int], float]] = field(default_factory=dict)
    """The line is the sum of others, so many times each, plus an angle."""
    rest: list[tuple[dict[Line, int], float]] = field(default_factory=list)
    """Rows in which every line stands more than once."""

    def copy(self) -> Headings:
        """Return headings that can go on by themselves."""
        return Headings(dict(self.pivots), list(self.rest))

    def reduced(self, lines: Mapping[Line, int], angle: float) -> tuple[dict[Line, int], float]:
        """Return a row in terms of lines that are not given by others."""
        left: dict[Line, int] = {}
        for line, times in lines.items():
            given = self.pivots.get(line)
            parts = given[0].items() if given else ((line, 1),)
            angle -= times * given[1] if given else 0.0
            for part, often in parts:
                left[part] = left.get(part, 0) + times * often
        return {line: times for line, times in left.items() if times and line != EAST}, angle

    def add(self, row: Row) -> bool:
        """Take in a row; tell whether it agrees with the others."""
        lines: dict[Line, int] = {}
        for line, times in row[0]:
            lines[line] = lines.get(line, 0) + times
        left, angle = self.reduced(lines, row[1])
        if not left:
            return _is_whole(angle)
        pivot = next((line for line, times in left.items() if abs(times) == 1), None)
        if pivot is None:
            agrees = all(_is_whole(angle - known) for other, known in self.rest if other == left)
            self.rest.append((left, angle))
            return agrees
        sign = left.pop(pivot)
        self.pivots[pivot] = ({line: -sign * times for line, times in left.items()}, sign * angle)
        for line, (parts, known) in list(self.pivots.items()):
            if pivot in parts:
                fresh, turned = self.reduced(parts, 0.0)
                self.pivots[line] = (fresh, known - turned)
        return self._agree_again()

    def _agree_again(self) -> bool:
        """Tell whether the rows without a single line still agree."""
        rows = [self.reduced(row, angle) for row, angle in self.rest]
        self.rest = [(row, angle) for row, angle in rows if row]
        alone = all(_is_whole(angle) for row, angle in rows if not row)
        return alone and all(
            _is_whole(a - b) for (one, a), (other, b) in combinations(self.rest, 2) if one == other
        )

    def between(self, one: Line, other: Line) -> float | None:
        """Return by how much a line is turned against another, if that is decided."""
        left, angle = self.reduced({one: 1, other: -1} if one != other else {}, 0.0)
        return None if left else -angle


def _is_whole(angle: float) -> bool:
    return abs(math.remainder(angle, math.pi)) <= _ROUNDING


def are_refuted(turns: Sequence[Turn]) -> bool:
    """Tell whether no choice of senses lets all directions agree; False is no answer."""
    plain = Headings()
    unsure = [said for said in turns if len(said.rows) > 1]
    if not all(plain.add(said.rows[0]) for said in turns if len(said.rows) == 1):
        return True
    if not unsure or len(unsure) > _MOST_SENSES:
        return False
    budget = [_MOST_WORK]
    return not _agree(plain, unsure, budget) and budget[0] > 0


def _agree(headings: Headings, unsure: Sequence[Turn], budget: list[int]) -> bool:
    """Tell whether some choice of senses agrees with headings so far; without budget, that is not known."""
    if not unsure or budget[0] <= 0:
        return True
    for row in unsure[0].rows:
        trial = headings.copy()
        budget[0] -= 1 + len(trial.pivots) // 8
        if trial.add(row) and _agree(trial, unsure[1:], budget):
            return True
    return False


def plain_headings(turns: Sequence[Turn]) -> Headings:
    """Return what directions are decided whatever the senses of angles."""
    headings = Headings()
    for said in turns:
        if len(said.rows) == 1:
            headings.add(said.rows[0])
    return headings


def turns_of(
    constraints: Sequence[Constraint], slots: Sequence[Slot], root: Mapping[int, int], steps: Steps = ()
) -> list[Turn]:
    """Return what constraints say of directions between points that are apart, parallel steps among them."""
    reader = _Reader(constraints, slots, root)
    said = [t for c in constraints if c.sort is Sort.EQUATION for t in reader.said(c)]
    said += reader.level()
    said += reader.round()
    said += reader.altitudes(constraints)
    said += [turn(frozenset(one), frozenset(other), 0.0) for one, other, _ in steps]
    return [t for t in said if all(line in reader.apart or line == EAST for line, _ in t.rows[0][0])]


class _Reader:
    """Constraints with their points, as they share slots."""

    def __init__(
        self, constraints: Sequence[Constraint], slots: Sequence[Slot], root: Mapping[int, int]
    ) -> None:
        self.slots = slots
        self.root = root
        self.known = settled(constraints, slots)
        self.circles: dict[tuple[Spot, int], list[Spot]] = {}
        apart: set[Line] = set()
        for c in constraints:
            kernel = KERNELS[c.kernel]
            place = [root.get(at, at) for at in c.slots]
            apart |= {frozenset(((place[a], place[b]), (place[x], place[y]))) for a, b, x, y in kernel.apart}
            spots = self.spots(c)
            if c.kernel in ("distance", "on_circle", "polar") or self.is_gap(c):
                apart.add(frozenset(spots))
            elif c.kernel == "clear_of_segment":
                apart |= {frozenset((spots[0], end)) for end in spots[1:]}
            if c.kernel == "on_circle":
                self.circles.setdefault((spots[1], place[-1]), []).append(spots[0])
            elif c.kernel == "polar":
                self.circles.setdefault((spots[0], place[2]), []).append(spots[1])
        self.apart = {line for line in apart if len(line) == 2}

    def spots(self, c: Constraint) -> list[Spot]:
        """Return the points that a constraint reads."""
        place = [self.root.get(at, at) for at in c.slots]
        return [(place[x], place[y]) for x, y in KERNELS[c.kernel].point_positions(len(place))]

    def is_gap(self, c: Constraint) -> bool:
        """Tell whether a constraint keeps two points apart."""
        return c.kernel == "separation" and (self.number(c.slots[-1]) or 0.0) > 0.0

    def number(self, at: int) -> float | None:
        """Return the value of a slot, if it is known."""
        slot = self.slots[at]
        return self.known.get(at) if slot.free else slot.start

    def said(self, c: Constraint) -> Iterator[Turn]:
        """Yield what a constraint says of directions."""
        p = self.spots(c)
        at = -1 if c.kernel != "rotated" else 4
        angle = self.number(c.slots[at if c.kernel != "polar" else 3])
        match c.kernel:
            case "parallel":
                yield turn(frozenset(p[:2]), frozenset(p[2:]), 0.0)
            case "perpendicular":
                yield turn(frozenset(p[:2]), frozenset(p[2:]), _RIGHT)
            case "line_angle" if angle is not None:
                yield turn(frozenset(p[:2]), frozenset(p[2:]), angle, -angle)
            case "directed_line_angle" if angle is not None:
                yield turn(frozenset(p[2:]), frozenset(p[:2]), angle)
            case "angle" if angle is not None:
                yield turn(frozenset(p[:2]), frozenset(p[1:]), angle, -angle)
            case "directed_angle" if angle is not None:
                yield turn(frozenset(p[1:]), frozenset(p[:2]), angle)
            case "direction" if angle is not None:
                yield turn(frozenset(p), EAST, angle)
            case "polar" if angle is not None:
                yield turn(frozenset(p), EAST, angle)
            case "rotated" if angle is not None:
                yield turn(frozenset(p[1:]), frozenset(p[:2]), angle)
            case "tangent_point":
                yield turn(frozenset(p[:2]), frozenset(p[1:]), _RIGHT)
            case "foot":
                yield turn(frozenset((p[0], p[3])), frozenset(p[1:3]), _RIGHT)
            case _:
                yield from self._of_points(c.kernel, p)

    def _of_points(self, kernel: str, p: Sequence[Spot]) -> Iterator[Turn]:
        match kernel:
            case "parallelogram":
                yield turn(frozenset((p[0], p[1])), frozenset((p[2], p[3])), 0.0)
                yield turn(frozenset((p[1], p[2])), frozenset((p[0], p[3])), 0.0)
            case "collinear" | "midpoint" | "fraction":
                for one, other in combinations(combinations(p, 2), 2):
                    yield turn(frozenset(one), frozenset(other), 0.0)
            case "reflected":
                yield turn(frozenset((p[0], p[3])), frozenset(p[1:3]), _RIGHT)
                for end in p[1:3]:
                    yield _halved(frozenset(p[1:3]), frozenset((p[0], end)), frozenset((p[3], end)))
            case "equal_length" if len(set(p)) == 3:
                (apex,) = set(p[:2]) & set(p[2:])
                a, b = (next(q for q in pair if q != apex) for pair in (p[:2], p[2:]))
                yield _halved(frozenset((a, b)), frozenset((apex, a)), frozenset((apex, b)))
            case "equal_angle":
                pairs = (p[:2], 1), (p[1:3], -1), (p[3:5], -1), (p[4:], 1)
                rows = [
                    tuple(
                        (frozenset(ends), times * (sign if at > 1 else 1))
                        for at, (ends, times) in enumerate(pairs)
                    )
                    for sign in (1, -1)
                ]
                yield Turn(tuple((row, 0.0) for row in rows))

    def level(self) -> Iterator[Turn]:
        """Yield the lines between points that share a coordinate."""
        for line in sorted(self.apart, key=sorted):
            (ax, ay), (bx, by) = line
            if ay == by:
                yield turn(line, EAST, 0.0)
            if ax == bx:
                yield turn(line, EAST, _RIGHT)

    def altitudes(self, constraints: Sequence[Constraint]) -> Iterator[Turn]:
        """Yield the third altitude where two of a triangle meet."""
        right = [self.spots(c) for c in constraints if c.kernel == "perpendicular"]
        pairs = [(frozenset(p[at : at + 2]), frozenset(p[2 - at : 4 - at])) for p in right for at in (0, 2)]
        for (one, side), (other, base) in combinations(pairs, 2):
            shared, corner = one & other, side & base
            if len(shared) == len(corner) == 1 and one - shared <= base and other - shared <= side:
                yield turn(shared | corner, (one | other) - shared, _RIGHT)

    def round(self) -> Iterator[Turn]:
        """Yield what chords of circles say: of their radii, and of the angles over them."""
        for (center, _), rim in self.circles.items():
            for a, b in combinations(dict.fromkeys(rim), 2):
                yield _halved(frozenset((a, b)), frozenset((center, a)), frozenset((center, b)))
            for a, b, c, d in combinations(dict.fromkeys(rim), 4):
                for p, q, r, s in ((a, b, c, d), (a, c, b, d), (a, d, b, c)):
                    # From r and s the chord pq is seen under one angle (mod a half turn).
                    chords = ((p, r), 1), ((q, r), -1), ((p, s), -1), ((q, s), 1)
                    yield Turn(((tuple((frozenset(ends), times) for ends, times in chords), 0.0),))


def _halved(base: Line, one: Line, other: Line) -> Turn:
    """Return that a line is at right angles to, or along, what halves the angle of two others."""
    return Turn(((((base, 2), (one, -1), (other, -1)), 0.0),))
