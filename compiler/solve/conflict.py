"""Which of the author's statements contradict each other: residual support, then a deletion filter.

At a least-squares minimum the residual r satisfies Jᵀ r = 0: it is itself a dependency among the rows, so
the statements it touches contain a conflict. Leaving one out at a time makes that set minimal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...dsl.diagnostics import Diagnostic, Label
from ..system import Constraint, Sort, System
from ..tolerances import SUPPORT_SHARE
from .codes import BROKEN_BOUND, CONTRADICTION, NOT_CONVERGED
from .construct import Constructor
from .jets import Array
from .plane import all_points
from .search import Search, shortfall
from .starts import Starter
from .wording import conflict_in_words, freed_in_words

_ATTEMPTS = 4
_CONFIRMATIONS = 8
"""Further starts from which a supposed conflict is tried, so that bad luck is not called a contradiction."""
_MOST_STATEMENTS = 48
"""Beyond so many suspects the filter would take seconds; the worst are then reported unfiltered."""
_MOST_BELIEVED = 8
"""A larger set is more likely one that the search cannot draw than one that nobody can."""
_MOST_HINTS = 4
_MOST_EFFORT = 2_000_000
"""Squared unknowns of all searches together, from which on the conflict is not narrowed further."""


def report(system: System, numbers: Array) -> tuple[Diagnostic, ...]:
    """Explain why `numbers`, the nearest miss, is not a drawing of the system."""
    filter_ = _Filter(system, numbers)
    suspects = filter_.suspects()
    subset = filter_.minimal(suspects)
    if subset is None:
        return (_unexplained(system, suspects),)
    return (_explained(filter_, subset),)


class _Filter:
    """Solves a system again and again with some of its statements left out."""

    def __init__(self, system: System, nearest: Array) -> None:
        self.system = system
        self.nearest = nearest
        self._pairs = all_points(system)
        self._starter = Starter(system, self._pairs)
        self._known: dict[tuple[int, ...], Array | None] = {}
        self._effort = 0

    def constraints_of(self, statements: Sequence[int]) -> list[Constraint]:
        """Return what the compiler demands and what some statements demand."""
        chosen = {-1, *statements}
        return [c for c in self.system.constraints if c.origin in chosen and c.sort is not Sort.WISH]

    def drawing(self, statements: Sequence[int]) -> Array | None:
        """Return a drawing in which just these statements hold, near the miss if there is one there."""
        key = tuple(statements)
        if key not in self._known:
            search = Search(self.system, self.constraints_of(key))
            self._effort += len(search.hard.unknowns) ** 2 * (1 + _ATTEMPTS)
            found = search.solve(self.nearest)
            self._known[key] = found.numbers if found.holds else self._sought(key, range(_ATTEMPTS))
        return self._known[key]

    def _sought(self, statements: Sequence[int], attempts: range) -> Array | None:
        """Look for a drawing of some statements from some starts."""
        part = replace(self.system, constraints=tuple(self.constraints_of(statements)))
        search, constructor = Search(part), Constructor(part, self._pairs)
        for attempt in attempts:
            guess = self._starter.guess(attempt)
            if attempt % 2 == 0:
                guess = constructor.construct(guess, follow_guess=True).numbers
            found = search.solve(guess)
            if found.holds:
                return found.numbers
        return None

    def holds_without_bounds(self, statements: Sequence[int]) -> bool:
        """Whether only inequalities, sides or an order stand in the way of some statements."""
        wanted = [c for c in self.constraints_of(statements) if c.sort is not Sort.BOUND]
        if len(wanted) == len(self.constraints_of(statements)):
            return False
        relaxed = _Filter(replace(self.system, constraints=tuple(wanted)), self.nearest)
        return relaxed.drawing(statements) is not None

    def suspects(self) -> tuple[int, ...]:
        """Return the statements that the residual touches."""
        program = Search(self.system).hard
        tolerance = program.tolerances(self.nearest, self.system.extent)
        short = shortfall(program, program.values(self.nearest))
        excess = short / tolerance
        touched = (excess > 1.0) & (excess > SUPPORT_SHARE * excess.max(initial=0.0))
        origins = {program.constraints[at].origin for at in program.owner[touched]}
        return tuple(sorted(origins - {-1}))

    def minimal(self, suspects: tuple[int, ...]) -> tuple[int, ...] | None:
        """Return a set of statements that cannot hold though each part of it can, if one is found."""
        everything = tuple(sorted({c.origin for c in self.system.constraints} - {-1}))
        for candidates in (suspects, everything):
            if candidates and len(candidates) <= _MOST_STATEMENTS and self.drawing(candidates) is None:
                return self._shrink(candidates)
        return None

    def _shrink(self, candidates: tuple[int, ...]) -> tuple[int, ...] | None:
        kept = candidates
        for statement in candidates:
            if self._effort > _MOST_EFFORT:
                return None
            without = tuple(at for at in kept if at != statement)
            if self.drawing(without) is None:
                kept = without
        if not kept or len(kept) > _MOST_BELIEVED:
            return None
        lucky = self._sought(kept, range(_ATTEMPTS, _ATTEMPTS + _CONFIRMATIONS))
        return kept if lucky is None else None


def _explained(filter_: _Filter, subset: tuple[int, ...]) -> Diagnostic:
    system = filter_.system
    statements = [system.statements[at] for at in subset]
    hints = []
    for at in subset[:_MOST_HINTS]:
        drawing = filter_.drawing(tuple(other for other in subset if other != at))
        if drawing is not None:
            hints.append(freed_in_words(system, at, drawing))
    code = BROKEN_BOUND if filter_.holds_without_bounds(subset) else CONTRADICTION
    return code.found(
        conflict_in_words(system, subset),
        statements[-1].span,
        labels=[
            Label(span=statement.span, text=f"`{statement.text}`")
            for statement in statements[:-1]
            if statement.span is not None
        ],
        hints=hints,
    )


def _unexplained(system: System, suspects: tuple[int, ...]) -> Diagnostic:
    named = [system.statements[at] for at in suspects]
    labels = [Label(span=s.span, text=f"`{s.text}` is not met") for s in named[:-1] if s.span is not None]
    texts = ", ".join(f"`{statement.text}`" for statement in named[:3]) or "the construction"
    return NOT_CONVERGED.found(
        f"no drawing was found that meets {texts}"[:160],
        named[-1].span if named else None,
        labels=labels,
        hints=("place a few points roughly, or drop one of the statements named",),
    )
