"""Solve: a `System` becomes a `Layout` in which every equation and bound holds, or a report why none can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from ...dsl.diagnostics import Outcome
from ..system import Layout, System
from .construct import Built, Constructor
from .freedom import freedom
from .jets import Array
from .levenberg import levenberg
from .parts import set_out
from .plane import Pairs, all_points, is_hinted
from .program import Program
from .reduce import reduced
from .roomier import Drawing, Roomier, shortfalls
from .search import Found, Search
from .starts import Starter
from .wishes import Wishes

_ATTEMPTS = ((120, 40), (1000, 8))
"""Up to so many unknowns, so many starts are tried before a drawing is given up; beyond, one."""
_DRAWINGS = ((20, 5), (40, 4), (60, 2))
"""Up to so many unknowns, so many drawings that hold are compared before the best is taken; beyond, the first is."""
_FREELY = (1, 2, 5)
"""The attempts in which only points that nothing decides begin in a ring."""
_UNTANGLED = (5, 8, 11)
"""The attempts that begin where sides and orders hold, whatever the equations say."""
_EASED = (1, 3, 5)
"""Attempts that heed hints and wishes on the way, where there are hints."""
_TRIALS = 12
"""Constructions among which the best is taken to begin with, once the first has not led to a drawing."""
_DOUBTS = (0, 2)
"""Attempts after which, without a drawing, it is asked whether there can be one."""
_LATER = 0.03
"""What a later drawing must be better by: the first comes from the calmest start, convex where it can be."""
_ACCEPTED = 0.09
"""Sum of squared wishes unmet below which no other drawing is looked for: no coincidence costs so little."""
_ALIKE = 0.01
"""Share of what wishes lack by which two drawings differ that are one: the statements leave no other."""
_NEAR = 0.1
"""Of the extent: how far from its place a point may settle."""


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
        # Proofs load only where a drawing fails: most specs are sound.
        from .conflict import report

        return Outcome(layout, report(work.system, drawing.found.numbers))


def sketch(system: System) -> Layout | None:
    """Return a drawing of which nothing is asked but that it holds and is not flat, or None if none is found.

    >>> from ..system import Constraint, Slot
    >>> line = System((Slot("a", 2.0, free=False), Slot("b", 0.0)), (Constraint("same", (0, 1)),), ())
    >>> sketch(line).values
    (2.0, 2.0)
    """
    with np.errstate(all="ignore"):
        work = _Work(system)
        held = (found for start, _ in work.starts() if (found := work.found(start)).holds)
        upright = next((f for f in held if not work.roomier.is_flat(f.numbers)), None)
        if upright is None:
            return None
        return work.layout(Drawing(upright, freedom(work.search.equations, upright.numbers, work.pairs)))


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
        self.drawings: list[Drawing] = []
        self.freely: tuple[tuple[int, int], ...] = ()
        self.hinted = is_hinted(system, self.pairs)
        width = len(self.search.hard.unknowns)
        self.attempts = next((many for most, many in _ATTEMPTS if width <= most), 1)
        self.allowance = next((many for most, many in _DRAWINGS if width <= most), 1)
        self.roomier = Roomier(self.given, self.search, self.wishes, self.pairs)

    def best(self) -> Drawing:
        """Return the roomiest of a few drawings that hold, standing well; or the nearest miss."""
        drawings = self.drawings
        nearest: Found | None = None
        for attempt, (start, choices) in enumerate(self.starts()):
            found = self.found(start if nearest is None else self.search.spliced(start, nearest.numbers))
            if found.holds:
                drawings.append(self.roomier.improved(found, start, choices, compared=self.allowance > 1))
                if self._suffices(drawings):
                    break
            elif nearest is None or found.excess < nearest.excess:
                nearest = found
            doubtful = nearest if attempt in _DOUBTS and not drawings else None
            if doubtful is not None and _is_hopeless(self.system, doubtful.numbers, attempt):
                break
        if not drawings:
            assert nearest is not None
            return Drawing(nearest, freedom(self.search.equations, nearest.numbers, self.pairs))
        return self._standing(self._best_of(drawings))

    def found(self, start: Array) -> Found:
        """Return the drawing that a start leads to, at once or by way of its places, or the nearer miss."""
        found = self.search.solve(start)
        placed = None if found.holds else self.search.placed(start)
        if placed is None:
            return found
        again = self.search.solve(self.starter.follow(placed.tolist()))
        return again if again.excess < found.excess else found

    def _best_of(self, drawings: Sequence[Drawing]) -> Drawing:
        return min(enumerate(drawings), key=lambda ranked: ranked[1].lack + _LATER * ranked[0])[1]

    def near(self, given: Sequence[float]) -> Drawing | None:
        """Return the drawing at given places, all other numbers following from them, if there is one."""
        start = self._fitted(self.starter.follow(given))
        found = self.search.solve(start)
        moved = float(np.abs(found.numbers - start)[self.pairs].max(initial=0.0))
        if not found.holds or moved > _NEAR * self.given.extent:
            return None
        return self._standing(Drawing(found, freedom(self.search.equations, found.numbers, self.pairs)))

    def _standing(self, drawing: Drawing) -> Drawing:
        """Return a drawing turned and set out for reading."""
        numbers = set_out(self.lean, self.pairs, drawing.found.numbers, self._fault)
        return replace(drawing, found=self.search.polished(numbers, last=True))

    def _suffices(self, drawings: Sequence[Drawing]) -> bool:
        """Tell whether another drawing would not be better than the last, or not worth its time."""
        drawing = drawings[-1]
        again = not drawing.room.count and any(
            abs(drawing.lack - other.lack) < _ALIKE * other.lack for other in drawings[:-1]
        )
        only_one = not drawing.room.count and len(drawing.choices) <= 1
        accepted = drawing.lack < max(self.roomier.good_enough, _ACCEPTED)
        return again or only_one or accepted or len(drawings) >= self.allowance

    def starts(self) -> Iterator[tuple[Array, tuple[str, ...]]]:
        """Yield where to begin, no place twice, with the choices that led there."""
        seen: list[Array] = []
        for attempt in range(self.attempts):
            start, choices = self._start(attempt)
            if not any(np.abs(start - other).max(initial=0.0) < self.search.goal for other in seen):
                seen.append(start)
                yield start, choices

    def _fitted(self, start: Array) -> Array:
        """Return a start whose other numbers fit the places that its points have."""
        hard = self.search.hard
        others = sorted(set(hard.unknowns.tolist()) - set(self.pairs.ravel().tolist()))
        return levenberg(Program(hard.constraints, others, len(start)), start, goal=self.search.goal).numbers

    def _start(self, attempt: int) -> tuple[Array, tuple[str, ...]]:
        """Return a construction, or a drawing with what is free of it moved; the last attempts do without either.

        All points begin in a ring, in some attempts only those that nothing decides: else the corners of a
        triangle whose sides carry points would begin as neighbours among many. Where the author says roughly
        where things are, the first attempt begins right there.
        """
        if attempt % 2 and self.drawings and not self.hinted:
            best = self._best_of(self.drawings)
            if best.room.basis.size:
                return self.roomier.elsewhere(best, attempt), best.choices
        guess = self.starter.guess(attempt, self.freely if attempt in _FREELY else ())
        if self.hinted and attempt in (0, *_EASED):
            guess = self._fitted(guess)
            return (self.roomier.eased(guess) if attempt else guess), ()
        if attempt in _UNTANGLED or attempt >= self.attempts - min(2, self.attempts - 1):
            return self.search.untangled(self.search.facing(guess, self.pairs)), ()
        built = self.constructor.construct(guess, follow_guess=attempt != 4)
        self.freely = built.freely
        if attempt and not self.drawings and self.search.broken(built.numbers):
            built = min((built, *self._others(attempt)), key=lambda other: self.search.broken(other.numbers))
        return self.search.facing(built.numbers, self.pairs), built.choices

    def _others(self, attempt: int) -> Iterator[Built]:
        """Yield more constructions from other guesses.

        A side, an order or a distinctness is met by luck or not at all where nothing is left to move along: many
        constructions cost less than one iteration that slides off a broken bound.
        """
        for turn in range(1, _TRIALS + 1):
            guess = self.starter.guess(attempt + turn * self.attempts)
            built = self.constructor.construct(guess, follow_guess=bool(turn % 2))
            yield built
            if not self.search.broken(built.numbers):
                return

    def _fault(self, numbers: Array) -> float:
        """Return what the author's wishes lack; infinite where a statement breaks."""
        if self.search.excess(numbers) > 1.0:
            return float("inf")
        return self.roomier.unfulfilled(numbers)

    def layout(self, drawing: Drawing) -> Layout:
        """Evaluate every constraint of the given system again, on the final values."""
        numbers = drawing.found.numbers
        given: list[float] = numbers.tolist()
        residuals = tuple(max(shortfalls(constraint, given)) for constraint in self.given.constraints)
        return Layout(
            values=tuple(numbers[: len(self.given.slots)].tolist()),
            residuals=residuals,
            freedom=max(drawing.room.count, 0),
            choices=drawing.choices,
        )


def _is_hopeless(system: System, numbers: Array, attempt: int) -> bool:
    """Tell whether what a start missed is refuted, so that no other start will do."""
    from .conflict import is_hopeless

    return is_hopeless(system, numbers, after=attempt)
