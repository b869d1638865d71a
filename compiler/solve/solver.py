"""Solve: a `System` becomes a `Layout` in which every equation and bound holds, or a report why none can."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...dsl.diagnostics import Outcome
from ..system import Constraint, Layout, Sort, System
from .conflict import report
from .construct import Constructor
from .freedom import Freedom, freedom, kicked
from .jets import Array
from .kernels import KERNELS
from .kernels.plain import outputs
from .levenberg import levenberg
from .parts import set_out
from .plane import Pairs, all_points, is_hinted
from .program import Program
from .reduce import reduced
from .roomy import Wishes, gap
from .search import Found, Search
from .starts import Starter

_ATTEMPTS = 8
_DRAWINGS = ((20, 5), (40, 4), (60, 2))
"""Up to so many unknowns, so many drawings that hold are compared before the best is taken; beyond, the first is."""
_FREELY = (1, 2, 5)
"""The attempts in which only points that nothing decides begin in a ring."""
_KICKS = 8
"""How many places some way along what is free in a drawing are looked at, forth and back, near and far."""
_KICK = 0.3
"""Of the extent: how far the nearer are."""
_ROUNDS = 3
"""How often a drawing is freed of coincidences: one may make way for another."""
_EASED = (1, 3, 5)
"""Attempts that heed hints and wishes on the way, where there are hints."""
_VAST = 1000
"""Unknowns from which one start is all there is time for."""
_GOOD_ENOUGH = 0.0005
"""Sum of squared wishes unmet, per pair of points, that no iteration is worth."""
_LATER = 0.03
"""What a later drawing must be better by: the first comes from the calmest start, convex where it can be."""
_ACCEPTED = 0.09
"""Sum of squared wishes unmet below which no other drawing is looked for: no coincidence costs so little."""
_ALIKE = 0.01
"""Share of what wishes lack by which two drawings differ that are one: the statements leave no other."""
_COLLAPSED = 0.1
"""Sum of squared wishes unmet from which a drawing is taken for a degenerate one."""
_UNSEEN = 1e-4
"""Sum of squared wishes unmet that leaves no coincidence to be seen."""
_NEAR = 0.1
"""Of the extent: how far from its place a point may settle."""
_SAME = 1e-3
"""Of the extent: a start so near to the drawing found from it leads to the same place again."""
_WISH_STEPS = 25
_SATISFIED = 0.5
"""Of what is good enough, in length: where an iteration for wishes ends."""
_WISH_GAIN = 0.02
"""Wishes need no precision: an iteration that gains less than this share ends their part."""


def solve(system: System) -> Outcome[Layout]:
    """Find a drawing of the system; deterministic in the system and its seed.

    May report SOL001 to SOL003. With an error the layout is the nearest miss, to be drawn on request.

    >>> from ..system import Constraint, Slot
    >>> line = System((Slot("a", 2.0, free=False), Slot("b", 0.0)), (Constraint("same", (0, 1)),), ())
    >>> solve(line).value.values
    (2.0, 2.0)
    """
    if not system.constraints and not any(slot.free for slot in system.slots):
        return Outcome(Layout(tuple(slot.start for slot in system.slots), ()))
    with np.errstate(all="ignore"):
        work = _Work(system)
        drawing = work.best()
        layout = work.layout(drawing)
        if drawing.found.holds:
            return Outcome(layout)
        return Outcome(layout, report(work.system, drawing.found.numbers))


def settle(system: System, near: Sequence[float]) -> Layout | None:
    """Return the drawing whose points are where some numbers, one for each slot, nearly have them.

    None if the statements do not hold there.

    >>> from ..system import Constraint, Slot
    >>> line = System((Slot("a", 2.0, free=False), Slot("b", 0.0)), (Constraint("same", (0, 1)),), ())
    >>> settle(line, (2.0, 3.0)).values
    (2.0, 2.0)
    """
    with np.errstate(all="ignore"):
        work = _Work(system)
        drawing = work.near(near)
        return work.layout(drawing) if drawing else None


@dataclass(frozen=True)
class _Drawing:
    """A candidate, what its wishes lack, how much it could still move, and which choices led to it."""

    found: Found
    room: Freedom
    lack: float = 0.0
    choices: tuple[str, ...] = ()


class _Work:
    """One system on its way to a layout."""

    def __init__(self, system: System) -> None:
        self.given = system
        system = reduced(system)
        self.lean = system
        self.wishes = Wishes(system)
        self.system = self.wishes.system
        self.pairs: Pairs = all_points(system)
        self.search = Search(self.system)
        self.starter = Starter(self.system, self.pairs)
        self.constructor = Constructor(system, self.pairs)
        self.drawings: list[_Drawing] = []
        self.freely: tuple[tuple[int, int], ...] = ()
        count = len(system.points)
        self.hinted = is_hinted(system, self.pairs)
        self.attempts = _ATTEMPTS if len(self.search.hard.unknowns) <= _VAST else 1
        width = len(self.search.hard.unknowns)
        self.allowance = next((many for most, many in _DRAWINGS if width <= most), 1)
        self.good_enough = _GOOD_ENOUGH * max(count * count, 4)

    def best(self) -> _Drawing:
        """Return the roomiest of a few drawings that hold, standing well; or the nearest miss."""
        drawings = self.drawings
        nearest: Found | None = None
        for start, choices in self._starts():
            found = self.search.solve(
                start if nearest is None else self.search.spliced(start, nearest.numbers)
            )
            if found.holds:
                drawings.append(self._roomier(found, start, choices))
                if self._suffices(drawings):
                    break
            elif nearest is None or found.excess < nearest.excess:
                nearest = found
        if not drawings:
            assert nearest is not None
            return _Drawing(nearest, freedom(self.search.equations, nearest.numbers, self.pairs))
        return self._standing(self._best_of(drawings))

    def _best_of(self, drawings: Sequence[_Drawing]) -> _Drawing:
        return min(enumerate(drawings), key=lambda ranked: ranked[1].lack + _LATER * ranked[0])[1]

    def near(self, given: Sequence[float]) -> _Drawing | None:
        """Return the drawing at given places, all other numbers following from them, if there is one."""
        start = self.starter.follow(given)
        hard = self.search.hard
        others = sorted(set(hard.unknowns.tolist()) - set(self.pairs.ravel().tolist()))
        start = levenberg(Program(hard.constraints, others, len(start)), start, goal=self.search.goal).numbers
        found = self.search.solve(start)
        moved = float(np.abs(found.numbers - start)[self.pairs].max(initial=0.0))
        if not found.holds or moved > _NEAR * self.given.extent:
            return None
        return self._standing(_Drawing(found, freedom(self.search.equations, found.numbers, self.pairs)))

    def _standing(self, drawing: _Drawing) -> _Drawing:
        """Return a drawing turned and set out for reading."""
        numbers = set_out(self.lean, self.pairs, drawing.found.numbers, self._fault)
        return replace(drawing, found=self.search.polished(numbers))

    def _suffices(self, drawings: Sequence[_Drawing]) -> bool:
        """Tell whether another drawing would not be better than the last, or not worth its time."""
        drawing = drawings[-1]
        again = not drawing.room.count and any(
            abs(drawing.lack - other.lack) < _ALIKE * other.lack for other in drawings[:-1]
        )
        only_one = not drawing.room.count and len(drawing.choices) <= 1
        accepted = drawing.lack < max(self.good_enough, _ACCEPTED)
        return again or only_one or accepted or len(drawings) >= self.allowance

    def _starts(self) -> Iterator[tuple[Array, tuple[str, ...]]]:
        """Yield where to begin, no place twice, with the choices that led there."""
        seen: list[Array] = []
        for attempt in range(self.attempts):
            start, choices = self._start(attempt)
            if not any(np.abs(start - other).max(initial=0.0) < self.search.goal for other in seen):
                seen.append(start)
                yield start, choices

    def _eased(self, start: Array) -> Array:
        """Return a start moved towards what holds without leaving what wishes and hints say."""
        hard = self.search.hard
        both = Program((*hard.constraints, *self.wishes.standing), hard.unknowns.tolist(), len(start))
        return levenberg(both, start, goal=self.search.goal, iterations=_WISH_STEPS).numbers

    def _start(self, attempt: int) -> tuple[Array, tuple[str, ...]]:
        """Return a construction, or a drawing with what is free of it moved; the last attempts do without either.

        All points begin in a ring, in some attempts only those that nothing decides: else the corners of a
        triangle whose sides carry points would begin as neighbours among many. Where the author says roughly
        where things are, the first attempt begins right there.
        """
        if attempt % 2 and self.drawings and not self.hinted:
            best = self._best_of(self.drawings)
            if best.room.basis.size:
                return self._kicked(best, attempt), best.choices
        guess = self.starter.guess(attempt, self.freely if attempt in _FREELY else ())
        if self.hinted and attempt in (0, *_EASED):
            return (self._eased(guess) if attempt else guess), ()
        if attempt >= self.attempts - min(2, self.attempts - 1):
            return guess, ()
        built = self.constructor.construct(guess, follow_guess=attempt != 4)
        self.freely = built.freely
        return built.numbers, built.choices

    def _kicked(self, drawing: _Drawing, attempt: int) -> Array:
        """Return the best of a few drawings that lie some way along what is free in one."""
        wishes = self._attainable(self.wishes.standing, drawing.room, drawing.found.numbers)
        best, least = drawing.found.numbers, math.inf
        for at in range(_KICKS):
            reach = (_KICK if at % 4 < 2 else 2 * _KICK) * (-1) ** at * self.given.extent
            seed = 100 * self.given.seed + attempt + at // 2
            start = kicked(
                self.search.equations, drawing.found.numbers, self.pairs, drawing.room, reach, seed
            )
            found = self.search.solve(start)
            lack = _lack(wishes, found.numbers)
            if found.holds and lack < least:
                best, least = found.numbers, lack
        return best

    def _roomier(self, found: Found, start: Array, choices: tuple[str, ...]) -> _Drawing:
        """Use what freedom is left to meet wishes, then to undo the coincidences that the drawing shows.

        Begun at the drawing and, where that is a collapsed one, at its start, which is roomy as a rule.
        """
        room = freedom(self.search.equations, found.numbers, self.pairs)
        if not room.count and self._unfulfilled(found.numbers) == 0.0:
            compared = len(choices) > 1 and self.allowance > 1
            lack = _lack(self._program(self.wishes.standing), found.numbers) if compared else 0.0
            return _Drawing(found, room, lack, choices)
        wishes = self._attainable(self.wishes.standing, room, found.numbers)
        found, lack = self._better(found, wishes, ((found.numbers, self.good_enough), (start, _COLLAPSED)))
        for _ in range(_ROUNDS if room.count else 0):
            shown = set(self.wishes.against(found.numbers)) - set(wishes.constraints)
            here = freedom(self.search.equations, found.numbers, self.pairs)
            fresh = self._attainable(sorted(shown, key=_order), here, found.numbers)
            if not fresh.rows:
                break
            wishes = self._program((*wishes.constraints, *fresh.constraints))
            before = found
            found, lack = self._better(found, wishes, ((found.numbers, _UNSEEN),))
            if found is before:
                break
        return _Drawing(found, room, lack, choices)

    def _better(
        self, found: Found, wishes: Program, origins: Sequence[tuple[Array, float]]
    ) -> tuple[Found, float]:
        """Return the drawing that meets wishes best, and what it lacks.

        Of those found from some places; each is tried only while more is lacking than is enough for it.
        """
        lack = _lack(wishes, found.numbers)
        hard = self.search.hard
        both = Program((*hard.constraints, *wishes.constraints), hard.unknowns.tolist(), len(found.numbers))
        for origin, enough in origins:
            if lack < enough:
                break
            if origin is not found.numbers and self._is_near(origin, found.numbers):
                continue
            fit = levenberg(
                both,
                origin,
                goal=_SATISFIED * math.sqrt(min(enough, self.good_enough)),
                iterations=_WISH_STEPS,
                least_gain=_WISH_GAIN,
            )
            better = self.search.solve(fit.numbers)
            after = _lack(wishes, better.numbers)
            if better.holds and after < lack:
                lack, found = after, better
        return found, lack

    def _is_near(self, start: Array, numbers: Array) -> bool:
        """Tell whether a start leads to the drawing found from it again."""
        return float(np.abs(numbers - start).max(initial=0.0)) <= _SAME * self.given.extent

    def _program(self, wishes: Sequence[Constraint]) -> Program:
        return Program(wishes, self.search.hard.unknowns.tolist(), len(self.system.slots))

    def _attainable(self, wishes: Sequence[Constraint], room: Freedom, numbers: Array) -> Program:
        """Keep the wishes that the freedom left can change at all: the others are settled by statements.

        Points that have fallen together are kept as well: there the slope vanishes though they may part.
        """
        program = self._program(wishes)
        if not room.basis.size or not program.rows:
            return program
        slopes = np.abs(program.dense(program.linearise(numbers)[1]) @ room.basis).max(axis=1)
        lengths = program.values(numbers) + 0.9 * gap(self.given)
        touching = np.array([c.kernel == "within" for c in wishes])[program.owner] & (lengths < 0)
        kept = sorted({int(at) for at in program.owner[(slopes * program.weights > 1e-7) | touching]})
        return self._program([wishes[at] for at in kept])

    def _fault(self, numbers: Array) -> float:
        """Return what the author's wishes lack; infinite where a statement breaks."""
        if self.search.excess(numbers) > 1.0:
            return float("inf")
        return self._unfulfilled(numbers)

    def _unfulfilled(self, numbers: Array) -> float:
        """Return the sum of squares of what the wishes of the author, or the author's domain, lack."""
        given: list[float] = numbers.tolist()
        wishes = (c for c in self.given.constraints if c.sort is Sort.WISH)
        return sum((c.weight * short) ** 2 for c in wishes for short in _shortfalls(c, given))

    def layout(self, drawing: _Drawing) -> Layout:
        """Evaluate every constraint of the given system again, on the final values."""
        numbers = drawing.found.numbers
        given: list[float] = numbers.tolist()
        residuals = tuple(max(_shortfalls(constraint, given)) for constraint in self.given.constraints)
        return Layout(
            values=tuple(numbers[: len(self.given.slots)].tolist()),
            residuals=residuals,
            freedom=max(drawing.room.count, 0),
            choices=drawing.choices,
        )


def _order(constraint: Constraint) -> tuple[str, tuple[int, ...]]:
    """Return what sorts constraints the same way in every process."""
    return (constraint.kernel, constraint.slots)


def _lack(wishes: Program, numbers: Array) -> float:
    """Return the sum of squares of what wishes lack."""
    if not wishes.rows:
        return 0.0
    short = np.minimum(wishes.values(numbers), 0.0) * wishes.weights
    return float(short @ short)


def _shortfalls(constraint: Constraint, numbers: Sequence[float]) -> list[float]:
    """Return how far each row of a constraint is from holding."""
    kernel = KERNELS[constraint.kernel]
    values = outputs(kernel, [numbers[slot] for slot in constraint.slots])[: kernel.size]
    is_equation = constraint.sort is Sort.EQUATION
    return [abs(value) if is_equation else max(-value, 0.0) for value in values]
