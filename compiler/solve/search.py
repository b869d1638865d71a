"""The search for one drawing that holds: guess, solve, polish, measure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..system import Constraint, Sort, System
from ..tolerances import BOUND_MARGIN, DEGENERATE_SHARE, FARTHEST, LENGTH_SHARE, SOLVED_SHARE
from .jets import Array
from .kernels.areas import AREAS
from .kernels.arithmetic import ARITHMETIC
from .levenberg import levenberg, polish, refine
from .plane import Pairs, directions, is_apart, moved, points_of, roots
from .program import Indices, Program

_AMPLY = 0.08
"""Of the extent: how far from breaking a bound a start is, where order comes first."""
_NEAR_MISS = 2 * BOUND_MARGIN / LENGTH_SHARE
"""Tolerances by which a drawing may miss for the margin of its bounds to be what it misses."""

_FLIPS = tuple(np.diag(signs) for signs in ((1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)))
_AMOUNTS = frozenset(kernel.name for kernel in (*ARITHMETIC, *AREAS))
"""Kernels of numbers that are no places."""
_EXACT_UP_TO = 100
"""Unknowns up to which the final polish goes on to the last digit."""
_FOLDED = 0.05
"""Of the extent: how far apart the ends of a direction are sought where they have fallen together."""

_FAR = 1e3
"""Tolerances from which a row counts as broken and not as unfinished."""


@dataclass(frozen=True)
class Found:
    """A candidate drawing: its values, its worst residual in tolerances, and whether the search settled."""

    numbers: Array
    excess: float
    settled: bool

    @property
    def holds(self) -> bool:
        """Whether every equation and bound holds to tolerance."""
        return self.excess <= 1.0


class Search:
    """Equations and bounds of a system, or of some of its constraints, ready to be solved from any start."""

    def __init__(self, system: System, constraints: Sequence[Constraint] | None = None) -> None:
        chosen = system.constraints if constraints is None else constraints
        hard = [c for c in chosen if c.sort is not Sort.WISH]
        free = [at for at, slot in enumerate(system.slots) if slot.free]
        count = len(system.slots)
        self.extent = system.extent
        self._count = count
        self._fixed = np.array([at for at, slot in enumerate(system.slots) if not slot.free], dtype=np.intp)
        fixed = [abs(slot.start) for slot in system.slots if not slot.free]
        self._reach = FARTHEST * max(system.extent, *fixed, 0.0)
        self.goal = SOLVED_SHARE * system.extent
        self.hard = Program(hard, free, count)
        places = points_of(hard)
        self._coordinates = {slot for pair in places for slot in pair}
        self._directions, self._points = directions(hard), _free_points(places, set(free))
        equations = [c for c in hard if c.sort is Sort.EQUATION]
        self.equations = self.hard if len(equations) == len(hard) else Program(equations, free, count)
        self.parts = _parts(self.hard, count)
        """What no constraint ties together, to be solved one by one."""

    def solve(self, start: Array) -> Found:
        """Find the drawing that a start leads to, or one where nothing falls together that must be apart."""
        found = self._settled(start)
        if self._collapsed(found.numbers):
            return self._settled(self._unfolded(start))
        return found

    def facing(self, start: Array, pairs: Pairs) -> Array:
        """Return a start as it is or mirrored: the way in which stated sides and orders are broken least."""
        if not self.hard.hinged.any():
            return start
        ways = [moved(start, pairs, flip, np.zeros(2)) for flip in _FLIPS]
        for way in ways:
            way[self._fixed] = start[self._fixed]
        broken = [float(np.minimum(self.hard.values(way)[self.hard.hinged], 0.0).sum()) for way in ways]
        return ways[int(np.argmax(np.round(broken, 6)))]

    def placed(self, start: Array) -> Array | None:
        """Return where a start leads that heeds places only, no amounts made from them; None if there are none.

        An area is a weak guide to the side of a line on which a point belongs: it is heeded once the point is there.
        """
        figure = self._figure
        if figure is None:
            return None
        return levenberg(figure, start, goal=self.goal, margin=BOUND_MARGIN * self.extent).numbers

    @cached_property
    def _figure(self) -> Program | None:
        kept = [c for c in self.hard.constraints if c.kernel not in _AMOUNTS or self._is_of_places(c)]
        if len(kept) == len(self.hard.constraints):
            return None
        return Program(kept, self.hard.unknowns.tolist(), self._count)

    def _is_of_places(self, constraint: Constraint) -> bool:
        """Tell whether a constraint equates coordinates."""
        return constraint.kernel == "same" and self._coordinates.issuperset(constraint.slots)

    def _settled(self, start: Array, margin: float = BOUND_MARGIN) -> Found:
        numbers, settled = start, True
        for part in self.parts:
            fit = levenberg(part, numbers, goal=self.goal, margin=margin * self.extent)
            numbers, settled = fit.numbers, settled and fit.settled
        found = self.polished(numbers, settled)
        if found.holds or margin == 0.0 or self.hard is self.equations or found.excess > _NEAR_MISS:
            return found
        return self._settled(numbers, 0.0)

    def _unfolded(self, start: Array) -> Array:
        """Return where a search ends that keeps the ends of every stated direction apart.

        Many systems have a degenerate solution beside the one that is meant: the line that touches two circles
        in one point each may shrink into the point where they touch each other.
        """
        numbers = start.copy()
        for at, (ax, ay, bx, by) in enumerate(self._directions.tolist()):
            if math.hypot(numbers[bx] - numbers[ax], numbers[by] - numbers[ay]) < _FOLDED * self.extent:
                numbers[bx] += math.cos(at) * 2 * _FOLDED * self.extent
                numbers[by] += math.sin(at) * 2 * _FOLDED * self.extent
        numbers[self._fixed] = start[self._fixed]
        return levenberg(self._apart, numbers, goal=self.goal, margin=_FOLDED * self.extent).numbers

    @cached_property
    def _apart(self) -> Program:
        """The equations and bounds, and bounds that keep the ends of directions apart."""
        ends = [Constraint("apart", tuple(pair), Sort.BOUND) for pair in self._directions.tolist()]
        return Program((*self.hard.constraints, *ends), self.hard.unknowns.tolist(), self._count)

    def spliced(self, start: Array, miss: Array) -> Array:
        """Return a start with the parts that hold in a drawing that misses others: they are not sought again."""
        numbers = start.copy()
        for part in self.parts if len(self.parts) > 1 else ():
            short = shortfall(part, part.values(miss)) / part.tolerances(miss, self.extent)
            if short.max(initial=0.0) <= 1.0:
                numbers[part.unknowns] = miss[part.unknowns]
        return numbers

    def untangled(self, start: Array) -> Array:
        """Return a start moved to where all bounds hold amply, without heed of equations: which side, which order.

        From there equations are met by smooth moves; a wrong order would have to be crossed.
        """
        bounds = [c for c in self.hard.constraints if c.sort is Sort.BOUND]
        if not bounds:
            return start
        program = Program(bounds, self.hard.unknowns.tolist(), len(start))
        return levenberg(program, start, goal=self.goal, margin=_AMPLY * self.extent).numbers

    def polished(self, numbers: Array, settled: bool = True, *, last: bool = False) -> Found:
        """Bring values that nearly hold to full precision, unless that breaks a bound.

        The `last` time as far as numbers go: where two circles turn out to touch, a place is known only to the
        square root of what is left.
        """
        before = self.excess(numbers)
        whole = last and len(self.equations.unknowns) <= _EXACT_UP_TO
        sharper = polish(self.equations, numbers, goal=self.goal)
        sharper = refine(self.equations, sharper) if whole else sharper
        if sharper is numbers:
            return Found(numbers, before, settled)
        after = self.excess(sharper)
        if after <= max(before, 1.0):
            return Found(sharper, after, settled)
        return Found(numbers, before, settled)

    def excess(self, numbers: Array) -> float:
        """Return the worst residual in units of its tolerance; infinite for what cannot be drawn."""
        if self._collapsed(numbers):
            return math.inf
        values = self.hard.values(numbers)
        return float(
            (shortfall(self.hard, values) / self.hard.tolerances(numbers, self.extent)).max(initial=0.0)
        )

    def broken(self, numbers: Array) -> int:
        """Return how many rows are far from holding, and all of them for what cannot be drawn."""
        if self._collapsed(numbers):
            return self.hard.rows
        short = shortfall(self.hard, self.hard.values(numbers))
        return int((short > _FAR * self.hard.tolerances(numbers, self.extent)).sum())

    def _collapsed(self, numbers: Array) -> bool:
        """Tell whether a stated direction has no length, or the drawing runs away."""
        if not is_apart(self._directions, numbers, DEGENERATE_SHARE * self.extent):
            return True
        if not len(self._points):
            return False
        places = numbers[self._points]
        return bool((places.max(axis=0) - places.min(axis=0)).max() > self._reach)


def _parts(whole: Program, count: int) -> list[Program]:
    """Split a program by what its constraints tie together; slots that no constraint reads stay where they are."""
    unknowns: list[int] = whole.unknowns.tolist()
    free = set(unknowns)
    root = roots([c.slots for c in whole.constraints], [at in free for at in range(count)])
    groups: dict[int, tuple[list[Constraint], list[int]]] = {}
    for constraint in whole.constraints:
        tie = next((root[slot] for slot in constraint.slots if slot in free), -1)
        groups.setdefault(tie, ([], []))[0].append(constraint)
    if len(groups) < 2:
        return [whole]
    for slot in unknowns:
        if root[slot] in groups:
            groups[root[slot]][1].append(slot)
    return [Program(own, slots, count) for own, slots in groups.values() if slots]


def _free_points(places: Sequence[tuple[int, int]], free: set[int]) -> Indices:
    pairs = [pair for pair in places if free.issuperset(pair)]
    return np.array(pairs, dtype=np.intp).reshape(-1, 2)


def shortfall(program: Program, values: Array) -> Array:
    """Return how far each row is from holding."""
    return np.where(program.hinged, np.maximum(-values, 0.0), np.abs(values))
