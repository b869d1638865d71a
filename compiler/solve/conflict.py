"""Which of the author's statements contradict each other: residual support, a deletion filter, a proof.

At a least-squares minimum the residual r satisfies Jᵀ r = 0: it is itself a dependency among the rows, so
the statements it touches contain a conflict. Leaving one out at a time makes that set minimal: a statement
goes if what is left is refuted, and stays if what is left can be drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...dsl.diagnostics import Code, Diagnostic, Label
from ..system import Constraint, Slot, Sort, Statement, System
from ..tolerances import SUPPORT_SHARE
from .codes import BROKEN_BOUND, CONTRADICTION, NOT_CONVERGED
from .construct import Constructor
from .jets import Array
from .parts import tied
from .plane import all_points
from .proof import Depth, is_refuted
from .reasons import Core, freed_in_words, reason
from .search import Search, shortfall
from .starts import Starter

_ATTEMPTS = 4
_CONFIRMATIONS = 8
"""Further starts from which an unproven conflict is tried, so that bad luck is not taken for one."""
_MOST_STATEMENTS = 48
"""Beyond so many suspects the filter would take seconds; the worst are then reported unfiltered."""
_MOST_BELIEVED = 8
"""A larger set without a proof is more likely one that the search cannot draw than one that nobody can."""
_MOST_HINTS = 4
_MOST_EFFORT = 2_000_000
"""Squared unknowns of all searches together, from which on the conflict is not narrowed further."""
_STILL_A_SIZE = 0.1
"""Share of what a statement says of a size that is left of it without the statement: no size is nothing."""


def is_hopeless(system: System, nearest: Array, *, after: int) -> bool:
    """Tell whether the statements that a nearest miss breaks, or all, are refuted: then no search will help.

    After more attempts more work is worth it.
    """
    filter_ = Filter(system, nearest)
    most, depth = (_MOST_BELIEVED, Depth.HALVED) if after > 1 else (_MOST_STATEMENTS, Depth.ADDED_UP)
    return any(
        0 < len(statements) <= most and filter_.is_refuted(statements, depth)
        for statements in filter_.choices(filter_.suspects())
    )


def report(system: System, numbers: Array) -> tuple[Diagnostic, ...]:
    """Explain why `numbers`, the nearest miss, is not a drawing of the system."""
    filter_ = Filter(system, numbers)
    suspects = filter_.suspects()
    subset = filter_.minimal(suspects)
    if subset is None:
        return (_unexplained(system, suspects),)
    return (_explained(filter_, subset),)


class Filter:
    """Solves and refutes a system again and again with some of its statements left out."""

    def __init__(self, system: System, nearest: Array) -> None:
        self.system = system
        self.nearest = nearest
        self._pairs = all_points(system)
        self._starter = Starter(system, self._pairs)
        self._known: dict[tuple[int, ...], Array | None] = {}
        self._near: dict[tuple[int, ...], Array | None] = {}
        self._refuted: dict[tuple[int, ...], tuple[bool, Depth]] = {}
        self._places = {slot for pair in self._pairs.tolist() for slot in pair}
        self._effort = 0

    def part(self, statements: Sequence[int]) -> System:
        """Return the system of some statements and of what the compiler demands, without wishes.

        Numbers that only other statements say are free, sizes among them within reason.
        """
        chosen = {-1, *statements}
        slots, kept = (
            list(self.system.slots),
            [c for c in self.system.constraints if c.origin in chosen and c.sort is not Sort.WISH],
        )
        read = {slot for constraint in kept for slot in constraint.slots}
        for at in sorted(read):
            slot = slots[at]
            if slot.free or slot.origin in chosen:
                continue
            slots[at] = replace(slot, free=True)
            if at not in self._places and slot.start > 0.0:
                slots.append(Slot("", _STILL_A_SIZE * slot.start, free=False))
                kept.append(Constraint("positive", (at, len(slots) - 1), Sort.BOUND))
        return replace(self.system, slots=tuple(slots), constraints=tuple(kept))

    def drawing(self, statements: Sequence[int]) -> Array | None:
        """Return a drawing in which just these statements hold, near the miss if there is one there."""
        key = tuple(statements)
        if key not in self._known:
            near = self._settled(key)
            self._known[key] = near if near is not None else self._sought(self.part(key), range(_ATTEMPTS))
        return self._known[key]

    def _settled(self, statements: tuple[int, ...]) -> Array | None:
        """Return the drawing in which some statements hold that the miss leads to."""
        if statements not in self._near:
            part = self.part(statements)
            search = Search(part)
            self._effort += len(search.hard.unknowns) ** 2 * (1 + _ATTEMPTS)
            found = search.solve(_extended(self.nearest, part))
            self._near[statements] = found.numbers if found.holds else None
        return self._near[statements]

    def _sought(self, part: System, attempts: range) -> Array | None:
        """Look for a drawing of a part from some starts."""
        search, constructor = Search(part), Constructor(part, self._pairs)
        for attempt in attempts:
            guess = _extended(self._starter.guess(attempt), part)
            if attempt % 2 == 0:
                guess = constructor.construct(guess, follow_guess=True).numbers
            found = search.solve(guess)
            if found.holds:
                return found.numbers
        return None

    def is_refuted(self, statements: Sequence[int], depth: Depth = Depth.HALVED) -> bool:
        """Tell whether it is certain that some statements cannot all hold."""
        key = tuple(statements)
        found, tried = self._refuted.get(key, (False, Depth.NARROWED))
        if not found and (key not in self._refuted or depth > tried):
            part = self.part(key)
            self._refuted[key] = (is_refuted(part, part.constraints, depth), depth)
        return self._refuted[key][0]

    def holds_without_bounds(self, statements: Sequence[int]) -> bool:
        """Whether only inequalities, sides or an order stand in the way of some statements."""
        part = self.part(statements)
        given = len(self.system.slots)
        wanted = tuple(c for c in part.constraints if c.sort is not Sort.BOUND or c.slots[-1] >= given)
        if len(wanted) == len(part.constraints) or is_refuted(part, wanted, Depth.ADDED_UP):
            return False
        return (
            Filter(replace(part, constraints=wanted), _extended(self.nearest, part)).drawing(statements)
            is not None
        )

    def suspects(self) -> tuple[int, ...]:
        """Return the statements that the residual touches."""
        program = Search(self.system).hard
        tolerance = program.tolerances(self.nearest, self.system.extent)
        short = shortfall(program, program.values(self.nearest))
        excess = short / tolerance
        touched = (excess > 1.0) & (excess > SUPPORT_SHARE * excess.max(initial=0.0))
        broken = [program.constraints[at] for at in program.owner[touched]]
        origins = {constraint.origin for constraint in broken}
        origins |= {self.system.slots[slot].origin for constraint in broken for slot in constraint.slots}
        return tuple(sorted(origins - {-1}))

    def choices(self, suspects: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
        """Return sets of statements among which a conflict may be, the smallest first."""
        origins = {c.origin for c in self.system.constraints} | {slot.origin for slot in self.system.slots}
        everything = tuple(sorted(origins - {-1}))
        return tuple(dict.fromkeys((suspects, self._tied(suspects), everything)))

    def _tied(self, suspects: tuple[int, ...]) -> tuple[int, ...]:
        """Return the statements of the parts of the figure that suspects are about."""
        root = tied(self.system)
        hard = [c for c in self.system.constraints if c.sort is not Sort.WISH]
        about = {root[slot] for c in hard if c.origin in suspects for slot in c.slots if self._is_free(slot)}
        own = [c for c in hard if any(self._is_free(slot) and root[slot] in about for slot in c.slots)]
        origins = {c.origin for c in own} | {self.system.slots[slot].origin for c in own for slot in c.slots}
        return tuple(sorted(origins - {-1}))

    def _is_free(self, slot: int) -> bool:
        return self.system.slots[slot].free

    def minimal(self, suspects: tuple[int, ...]) -> tuple[int, ...] | None:
        """Return a set of statements that cannot hold though each part of it can, if one is found."""
        choices = [c for c in self.choices(suspects) if 0 < len(c) <= _MOST_STATEMENTS]
        for candidates in choices:
            if self.is_refuted(candidates, Depth.ADDED_UP):
                return self._shrink(self._narrowed(candidates))
        for candidates in choices:
            if self.drawing(candidates) is None:
                return self._shrink(candidates)
        return None

    def _narrowed(self, kept: tuple[int, ...]) -> tuple[int, ...]:
        """Leave out statements, many at a time and then fewer, as long as the others are refuted."""
        size = len(kept) // 2
        while size:
            for first in range(0, len(kept), size):
                without = kept[:first] + kept[first + size :]
                if len(without) < len(kept) and without and self._is_soon_refuted(without):
                    kept = without
                    break
            else:
                size //= 2
            size = min(size, len(kept) // 2)
        return kept

    def _is_soon_refuted(self, statements: tuple[int, ...]) -> bool:
        """Tell whether statements are refuted with little work; what can be drawn is soon known not to be."""
        if self.is_refuted(statements, Depth.NARROWED):
            return True
        return self._settled(statements) is None and self.is_refuted(statements, Depth.ADDED_UP)

    def _shrink(self, candidates: tuple[int, ...]) -> tuple[int, ...] | None:
        kept = candidates
        for statement in candidates:
            if self._effort > _MOST_EFFORT:
                return None
            without = tuple(at for at in kept if at != statement)
            if self._is_as_bad(kept, without):
                kept = without
        if not kept or self.is_refuted(kept):
            return kept or None
        if len(kept) > _MOST_BELIEVED:
            return None
        lucky = self._sought(self.part(kept), range(_ATTEMPTS, _ATTEMPTS + _CONFIRMATIONS))
        return kept if lucky is None else None

    def _is_as_bad(self, kept: tuple[int, ...], without: tuple[int, ...]) -> bool:
        """Tell whether fewer statements still contradict each other; what is proven is not given up for a guess."""
        if self._is_soon_refuted(without):
            return True
        if self.drawing(without) is not None:
            return False
        return self.is_refuted(without) or not self.is_refuted(kept, Depth.ADDED_UP)


def _extended(numbers: Array, system: System) -> Array:
    """Return numbers for a system that has some fixed slots more."""
    import numpy as np

    rest = [slot.start for slot in system.slots[len(numbers) :]]
    return np.concatenate([numbers, rest]) if rest else numbers


def _explained(filter_: Filter, subset: tuple[int, ...]) -> Diagnostic:
    core = Core(filter_.system, filter_.part(subset), subset)
    if not filter_.is_refuted(subset):
        return _found(NOT_CONVERGED, core, _undecided(core.statements), (_ROUGHLY,))

    def without(statement: int) -> Array | None:
        return filter_.drawing(tuple(other for other in subset if other != statement))

    drawings = [(at, without(at)) for at in subset[:_MOST_HINTS]]
    hints = [freed_in_words(core, at, drawing) for at, drawing in drawings if drawing is not None]
    code = BROKEN_BOUND if filter_.holds_without_bounds(subset) else CONTRADICTION
    return _found(code, core, reason(core, without), hints)


def _found(code: Code, core: Core, message: str, hints: Sequence[str]) -> Diagnostic:
    """Return a finding at the last of some statements, the others as labels."""
    in_order = sorted(core.statements, key=lambda s: (s.span is not None, s.span.start if s.span else 0))
    return code.found(
        message,
        in_order[-1].span,
        labels=[Label(span=s.span, text=f"`{s.text}`") for s in in_order[:-1] if s.span is not None],
        hints=hints,
    )


_LONGEST = 88
_ROUGHLY = "place a few points roughly, or drop one of the statements named"


def _undecided(statements: Sequence[Statement]) -> str:
    texts = [f"`{statement.text}`" for statement in statements]
    line = f"undecided whether {' and '.join(texts)} can hold: no drawing found, no proof"
    if len(line) <= _LONGEST:
        return line
    return f"undecided whether {len(texts)} statements can hold: no drawing found, no proof against one"


def _unexplained(system: System, suspects: tuple[int, ...]) -> Diagnostic:
    named = [system.statements[at] for at in suspects]
    labels = [Label(span=s.span, text=f"`{s.text}` is not met") for s in named[:-1] if s.span is not None]
    texts = ", ".join(f"`{statement.text}`" for statement in named[:3]) or "the construction"
    return NOT_CONVERGED.found(
        f"no drawing was found that meets {texts}"[:160],
        named[-1].span if named else None,
        labels=labels,
        hints=(_ROUGHLY,),
    )
