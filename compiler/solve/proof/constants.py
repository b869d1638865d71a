"""Numbers that follow from given ones by arithmetic alone, before anything is proven."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ...system import Constraint, Slot, Sort

_RESULTS: Final[Mapping[str, Callable[..., float]]] = {
    "same": lambda a: a,
    "sum2": lambda a, b: a + b,
    "sum3": lambda a, b, c: a + b + c,
    "difference": lambda a, b: a - b,
    "negate": lambda a: -a,
    "scaled": lambda a, k: k * a,
    "product": lambda a, b: a * b,
    "mean": lambda a, b: (a + b) / 2,
}
"""By kernel: its last slot as a function of the others."""


def settled(constraints: Sequence[Constraint], slots: Sequence[Slot]) -> dict[int, float]:
    """Return the slots that are free and yet decided by given ones, with their values.

    >>> given = (Slot("a", 2.0, free=False), Slot("b", 3.0, free=False), Slot("c", 0.0))
    >>> settled((Constraint("sum2", (0, 1, 2)),), given)
    {2: 5.0}
    """
    known = {at: slot.start for at, slot in enumerate(slots) if not slot.free}
    found: dict[int, float] = {}
    waiting = [c for c in constraints if c.sort is Sort.EQUATION and c.kernel in _RESULTS]
    while ready := [c for c in waiting if all(at in known for at in c.slots[:-1])]:
        waiting = [c for c in waiting if c not in ready]
        for constraint in ready:
            *given, result = constraint.slots
            if result not in known:
                known[result] = found[result] = _RESULTS[constraint.kernel](*(known[at] for at in given))
    return found
