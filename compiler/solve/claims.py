"""Whether claims hold on a finished drawing: their own constraints, with all that is drawn held fast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from ..system import Layout, System
from .jets import Array
from .plane import all_points
from .program import Program
from .search import Search, shortfall
from .starts import Starter

_ATTEMPTS = 3
"""Starts from which a claim's own unknowns, such as where three lines meet, are looked for."""


def unmet(claims: System, layout: Layout) -> tuple[int, ...]:
    """Return the statements, by number, that do not hold on a layout of the system that they are about.

    >>> from ..system import Constraint, Slot
    >>> claims = System((Slot("a", 0.0), Slot("b", 0.0)), (Constraint("same", (0, 1), origin=4),), ())
    >>> unmet(claims, Layout((2.0, 3.0), ())), unmet(claims, Layout((2.0, 2.0), ()))
    ((4,), ())
    """
    drawn = len(layout.values)
    slots = tuple(
        replace(slot, start=layout.values[at], free=False) if at < drawn else slot
        for at, slot in enumerate(claims.slots)
    )
    fixed = replace(claims, slots=slots)
    with np.errstate(all="ignore"):
        return tuple(origin for origin in _origins(fixed) if not _holds(_part(fixed, origin)))


def _origins(system: System) -> Iterable[int]:
    return dict.fromkeys(constraint.origin for constraint in system.constraints)


def _part(system: System, origin: int) -> System:
    """Return the constraints of one statement; a number that they do not read is held fast."""
    own = tuple(c for c in system.constraints if c.origin == origin)
    read = {slot for constraint in own for slot in constraint.slots}
    slots = tuple(s if at in read else replace(s, free=False) for at, s in enumerate(system.slots))
    return replace(system, slots=slots, constraints=own, points=(), segments=())


def _holds(system: System) -> bool:
    starter = Starter(system, all_points(system))
    if not any(slot.free for slot in system.slots):
        program = Program(system.constraints, (), len(system.slots))
        return _excess(program, starter.guess(0), system.extent) <= 1.0
    search = Search(system)
    return any(search.solve(starter.guess(attempt)).holds for attempt in range(_ATTEMPTS))


def _excess(program: Program, numbers: Array, extent: float) -> float:
    short = shortfall(program, program.values(numbers))
    return float(np.nan_to_num(short / program.tolerances(numbers, extent), nan=np.inf).max(initial=0.0))
