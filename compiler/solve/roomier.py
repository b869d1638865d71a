"""What freedom the statements leave, used: for room, against coincidences, for a figure of another shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..system import Constraint, Sort, System
from .freedom import Freedom, freedom, kicked
from .jets import Array
from .kernels import KERNELS
from .kernels.plain import outputs
from .levenberg import levenberg
from .plane import Pairs
from .program import Program
from .search import Found, Search
from .wishes import Wishes, gap

_KICKS = 8
"""How many places some way along what is free in a drawing are looked at, forth and back, near and far."""
_KICK = 0.3
"""Of the extent: how far the nearer are."""
_ROUNDS = 3
"""How often a drawing is freed of coincidences: one may make way for another."""
_MOST_FRESH = 24
"""Coincidences that are undone at a time: the worst of those that nothing states."""
_COLLAPSED = 0.1
"""Sum of squared wishes unmet from which a drawing is taken for a degenerate one."""
_UNSEEN = 1e-4
"""Sum of squared wishes unmet that leaves no coincidence to be seen."""
_SAME = 1e-3
"""Of the extent: a start so near to the drawing found from it leads to the same place again."""
_HOLDING = (2.0, 0.2, 0.02)
"""How strongly hints hold a drawing back while it is eased into what holds."""
_EASED_STEPS = 40
_FEWEST, _FLAT, _FLAT_COST = 4, 1e-3, 1000.0
"""From so many points on, a figure so much longer than wide is flat, which costs more than any other fault."""
_WISH_STEPS = 25
_SATISFIED = 0.5
"""Of what is good enough, in length: where an iteration for wishes ends."""
_WISH_GAIN = 0.02
"""Wishes need no precision: an iteration that gains less than this share ends their part."""
_GOOD_ENOUGH = 0.0005
"""Sum of squared wishes unmet, per pair of points, that no iteration is worth."""


@dataclass(frozen=True)
class Drawing:
    """A candidate, what its wishes lack, how much it could still move, and which choices led to it."""

    found: Found
    room: Freedom
    lack: float = 0.0
    choices: tuple[str, ...] = ()


class Roomier:
    """Makes roomier drawings of one system out of drawings that hold."""

    def __init__(self, given: System, search: Search, wishes: Wishes, pairs: Pairs) -> None:
        self.given, self.search, self.wishes, self.pairs = given, search, wishes, pairs
        self.good_enough = _GOOD_ENOUGH * max(len(given.points) ** 2, 4)

    def improved(self, found: Found, start: Array, choices: tuple[str, ...], *, compared: bool) -> Drawing:
        """Use what freedom is left to meet wishes, then to undo the coincidences that the drawing shows.

        Of a drawing in which nothing is free the lack is told only if it is to be compared with others.
        Begun at the drawing and, where that is a collapsed one, at its start, which is roomy as a rule.
        """
        room = freedom(self.search.equations, found.numbers, self.pairs)
        if not room.count and self.unfulfilled(found.numbers) == 0.0:
            ranked = compared and len(choices) > 1
            lack = _lack(self._program(self.wishes.standing), found.numbers) if ranked else 0.0
            return Drawing(found, room, lack, choices)
        wishes = self._attainable(self.wishes.standing, room, found.numbers)
        found, lack = self._better(found, wishes, ((found.numbers, self.good_enough), (start, _COLLAPSED)))
        for _ in range(_ROUNDS if room.count else 0):
            known = set(wishes.constraints)
            shown = [wish for wish in self.wishes.against(found.numbers) if wish not in known]
            here = freedom(self.search.equations, found.numbers, self.pairs)
            fresh = self._attainable(shown, here, found.numbers).constraints[:_MOST_FRESH]
            if not fresh:
                break
            wishes = self._program((*wishes.constraints, *fresh))
            before = found
            found, lack = self._better(found, wishes, ((found.numbers, _UNSEEN),))
            if found is before:
                break
        return Drawing(found, room, lack + _FLAT_COST * self.is_flat(found.numbers), choices)

    def is_flat(self, numbers: Array) -> bool:
        """Tell whether all drawn points lie on one line: what is stated then holds as a rule by degenerating."""
        if len(self.given.points) < _FEWEST:
            return False
        places = numbers[np.array(self.given.points)]
        sizes = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)
        return bool(sizes[1] <= _FLAT * sizes[0])

    def eased(self, start: Array) -> Array:
        """Return a start moved towards what holds, held back by hints less and less; no two points fall together."""
        hard = self.search.hard
        for share in _HOLDING:
            wishes = (*self.wishes.near_hints(share), *self.wishes.kept_apart())
            both = Program((*hard.constraints, *wishes), hard.unknowns.tolist(), len(start))
            start = levenberg(both, start, goal=self.search.goal, iterations=_EASED_STEPS).numbers
        return start

    def elsewhere(self, drawing: Drawing, attempt: int) -> Array:
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
        return Program(wishes, self.search.hard.unknowns.tolist(), len(self.wishes.system.slots))

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

    def unfulfilled(self, numbers: Array) -> float:
        """Return the sum of squares of what the wishes of the author, or the author's domain, lack."""
        given: list[float] = numbers.tolist()
        wishes = (c for c in self.given.constraints if c.sort is Sort.WISH)
        return sum((c.weight * short) ** 2 for c in wishes for short in shortfalls(c, given))


def _lack(wishes: Program, numbers: Array) -> float:
    """Return the sum of squares of what wishes lack."""
    if not wishes.rows:
        return 0.0
    short = np.minimum(wishes.values(numbers), 0.0) * wishes.weights
    return float(short @ short)


def shortfalls(constraint: Constraint, numbers: Sequence[float]) -> list[float]:
    """Return how far each row of a constraint is from holding."""
    kernel = KERNELS[constraint.kernel]
    values = outputs(kernel, [numbers[slot] for slot in constraint.slots])[: kernel.size]
    is_equation = constraint.sort is Sort.EQUATION
    return [abs(value) if is_equation else max(-value, 0.0) for value in values]
