"""Solve: a `System` becomes a `Layout` in which every equation and bound holds, or a report of why none can."""

from __future__ import annotations

import numpy as np

from ...dsl.diagnostics import Outcome
from ..system import Layout, Sort, System
from .conflict import report
from .construct import Constructor
from .freedom import Freedom, freedom
from .jets import Array
from .levenberg import levenberg
from .plane import Pairs, all_points
from .pose import stand
from .program import Program
from .roomy import gap, with_wishes
from .search import Found, Search, shortfall
from .starts import Starter

_ATTEMPTS = 8
_DRAWINGS = 3
"""How many drawings that hold are compared for room before the best is taken."""
_GOOD_ENOUGH = 0.004
"""Sum of squared wishes unmet below which no other drawing is looked for."""

_COLLAPSED = 0.3
"""Sum of squared wishes unmet from which a drawing is taken for a degenerate one."""


def solve(system: System) -> Outcome[Layout]:
    """Find a drawing of the system; deterministic in the system and its seed.

    May report SOL001 to SOL004. With an error the layout is the nearest miss, to be drawn on request.

    >>> from diagrammar.compiler.system import Constraint, Slot, System
    >>> line = System((Slot("a", 2.0, free=False), Slot("b", 0.0)), (Constraint("same", (0, 1)),), ())
    >>> solve(line).value.values
    (2.0, 2.0)
    """
    work = _Work(system)
    found, room = work.best()
    layout = work.layout(found.numbers, room.count)
    if found.holds:
        return Outcome(layout)
    return Outcome(layout, report(work.system, found.numbers))


class _Work:
    """One system on its way to a layout."""

    def __init__(self, system: System) -> None:
        self.given = system
        self.system = with_wishes(system)
        self.pairs: Pairs = all_points(system)
        self.search = Search(self.system)
        self.starter = Starter(self.system, self.pairs)
        self.constructor = Constructor(system, self.pairs)
        wishes = [c for c in self.system.constraints if c.sort is Sort.WISH]
        self.wishes = Program(wishes, self.search.hard.unknowns.tolist(), len(self.system.slots))
        self.author_wishes = Program(
            [c for c in system.constraints if c.sort is Sort.WISH], (), len(self.system.slots)
        )

    def best(self) -> tuple[Found, Freedom]:
        """Return the roomiest of a few drawings that hold, or the nearest miss."""
        drawings: list[tuple[float, Found, Freedom]] = []
        nearest: Found | None = None
        for attempt in range(_ATTEMPTS):
            start = self._start(attempt)
            found = self.search.solve(start)
            if found.holds:
                drawings.append(self._roomier(found, start))
                if drawings[-1][0] < _GOOD_ENOUGH or len(drawings) >= _DRAWINGS:
                    break
            elif nearest is None or found.excess < nearest.excess:
                nearest = found
        if not drawings:
            assert nearest is not None
            return nearest, freedom(self.search.equations, nearest.numbers, self.pairs)
        _, found, room = min(drawings, key=lambda drawing: drawing[0])
        numbers = stand(self.given, self.pairs, found.numbers, self._fault)
        return self.search.polished(numbers), room

    def _start(self, attempt: int) -> Array:
        """Return a construction; the last attempts do without, in case it is what leads astray."""
        guess = self.starter.guess(attempt)
        if attempt >= _ATTEMPTS - 2:
            return guess
        return self.constructor.construct(guess, follow_guess=attempt != 1)

    def _roomier(self, found: Found, start: Array) -> tuple[float, Found, Freedom]:
        """Use what freedom is left to meet wishes; return what they still lack, too.

        Begun at the drawing and, where that is a collapsed one, at its start, which is roomy as a rule.
        """
        room = freedom(self.search.equations, found.numbers, self.pairs)
        if not room.count and _lack(self.author_wishes, found.numbers) == 0.0:
            lack = _lack(self.wishes, found.numbers) if len(self.system.points) > 3 else 0.0
            return lack, found, room
        wishes = self._attainable(room, found.numbers)
        lack = _lack(wishes, found.numbers)
        both = self._together(wishes)
        for origin in (found.numbers, start):
            if lack < (_GOOD_ENOUGH if origin is not start else _COLLAPSED):
                break
            fit = levenberg(both, origin, goal=self.search.goal, iterations=25)
            better = self.search.solve(fit.numbers)
            after = _lack(wishes, better.numbers)
            if better.holds and after < lack:
                lack, found = after, better
        return lack, found, room

    def _together(self, wishes: Program) -> Program:
        """Compile equations, bounds and wishes into one program."""
        hard = self.search.hard
        both = (*hard.constraints, *wishes.constraints)
        return Program(both, hard.unknowns.tolist(), len(self.system.slots))

    def _attainable(self, room: Freedom, numbers: Array) -> Program:
        """Keep the wishes that the freedom left can change at all: the others are settled by statements.

        Points that have fallen together are kept as well: there the slope vanishes though they may part.
        """
        program, wishes = self.wishes, self.wishes.constraints
        if not room.basis.size or not program.rows:
            return program
        slopes = np.abs(program.dense(program.linearise(numbers)[1]) @ room.basis).max(axis=1)
        lengths = program.values(numbers) + 0.9 * gap(self.given)
        touching = np.array([c.kernel == "separation" for c in wishes])[program.owner] & (lengths < 0)
        kept = sorted({int(at) for at in program.owner[(slopes * program.weights > 1e-7) | touching]})
        return Program([wishes[at] for at in kept], program.unknowns.tolist(), len(numbers))

    def _fault(self, numbers: Array) -> float:
        """Return what the author's wishes lack; infinite where a statement breaks."""
        if self.search.excess(numbers) > 1.0:
            return float("inf")
        return _lack(self.author_wishes, numbers)

    def layout(self, numbers: Array, free: int) -> Layout:
        """Evaluate every constraint of the given system again, on the final values."""
        program = Program(self.given.constraints, (), len(self.system.slots))
        residuals = np.zeros(len(self.given.constraints))
        np.maximum.at(residuals, program.owner, shortfall(program, program.values(numbers)))
        count = len(self.given.slots)
        return Layout(tuple(numbers[:count].tolist()), tuple(residuals.tolist()), freedom=max(free, 0))


def _lack(wishes: Program, numbers: Array) -> float:
    """Return the sum of squares of what wishes lack."""
    short = np.minimum(wishes.values(numbers), 0.0) * wishes.weights
    return float(short @ short)
