"""The last digits of a solution, for what is told of it: more than any drawing shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..system import Layout, Sort, System
from .freedom import freedom
from .jets import Array
from .levenberg import polish
from .plane import all_points
from .program import Program

_STEPS = 3
_STILL = 1e-7
"""Share of an open direction by which a number that is settled may still seem to change."""
_GOAL = 1e-18
"""Of the extent: below what rounding leaves, so that each step is taken that helps."""


def sharpened(system: System, layout: Layout) -> tuple[float, ...]:
    """Return the values of a layout after a few more Newton steps.

    >>> from ..system import Constraint, Slot
    >>> root = System((Slot("a", 0.0), Slot("2", 2.0, free=False)), (Constraint("product", (0, 0, 1)),), ())
    >>> abs(sharpened(root, Layout((1.4142, 2.0), ()))[0] ** 2 - 2.0) < 1e-15
    True
    """
    equations = [c for c in system.constraints if c.sort is Sort.EQUATION]
    free = [at for at, slot in enumerate(system.slots) if slot.free]
    numbers = np.array(layout.values)
    with np.errstate(all="ignore"):
        program = Program(equations, free, len(system.slots))
        for _ in range(_STEPS):
            sharper = polish(program, numbers, goal=_GOAL * system.extent)
            if sharper is numbers:
                break
            numbers = sharper
    return tuple(numbers.tolist())


@dataclass(frozen=True)
class Openness:
    """How the numbers of a drawing can still change while its equations hold, to first order."""

    slopes: dict[int, Array]
    """By free slot: its change along each direction that is open."""
    values: tuple[float, ...]

    def is_settled(self, slot: int) -> bool:
        """Whether a number cannot change."""
        slope = self.slopes.get(slot)
        return slope is None or float(np.abs(slope).max(initial=0.0)) < _STILL

    def is_tied(self, slot: int, other: int, power: int) -> bool:
        """Whether a number changes as a power of another does, and in no other way."""
        one, two = self.slopes.get(slot), self.slopes.get(other)
        if one is None or two is None:
            return False
        relative = one / self.values[slot] - power * two / self.values[other]
        return float(np.abs(relative).max(initial=0.0)) < _STILL


def openness(system: System, values: Sequence[float]) -> Openness:
    """Return what the equations of a system leave open at a solution.

    >>> from ..system import Constraint, Slot
    >>> both = System((Slot("a", 0.0), Slot("b", 0.0), Slot("3", 3.0, free=False)), (Constraint("same", (0, 2)),), ())
    >>> [openness(both, (3.0, 1.0, 3.0)).is_settled(at) for at in range(3)]
    [True, False, True]
    """
    equations = [c for c in system.constraints if c.sort is Sort.EQUATION]
    free = [at for at, slot in enumerate(system.slots) if slot.free]
    with np.errstate(all="ignore"):
        program = Program(equations, free, len(system.slots))
        basis = freedom(program, np.array(values), all_points(system)).basis
    return Openness({slot: basis[at] for at, slot in enumerate(free)} if basis.size else {}, tuple(values))
