"""Numbers that follow from given ones by arithmetic alone, before anything is proven."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ...system import Constraint, Slot, Sort
from ..kernels import KERNELS, Unit
from ..kernels.plain import outputs

BELIED: Final = 1e-5
"""Share of the largest number by which a constraint is missed for certain: far above what rounding does."""

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


_MEASURES: Final = frozenset(
    {
        "distance_in_space", "angle_in_space", "line_angle_in_space", "distance_to_line_in_space",
        "distance_to_plane", "line_plane_angle", "dihedral",
    }
)  # fmt: skip
"""Kernels whose value is a measure of places less their last slot."""
_PLACES: Final = frozenset(
    {
        "midpoint_in_space", "fraction_in_space", "centroid_in_space", "parallelogram_in_space",
        "reflected_in_space", "foot_in_space", "foot_on_plane", "coincident_in_space",
    }
)  # fmt: skip
"""Kernels whose values are the coordinates of a place, by some factor, less their last three slots."""


def _results(constraint: Constraint, known: Mapping[int, float]) -> tuple[float, ...]:
    """Return what the slots that a constraint decides are, all others being known."""
    kernel = constraint.kernel
    given = [known[at] for at in constraint.slots[: -_width(kernel)]]
    if kernel in _RESULTS:
        return (_RESULTS[kernel](*given),)
    found = outputs(KERNELS[kernel], [*given, *[0.0] * _width(kernel)])
    size, wide = KERNELS[kernel].size, len(constraint.slots)
    slopes = [found[size + row * wide + wide - _width(kernel) + row] for row in range(size)]
    return tuple(-value / slope for value, slope in zip(found[:size], slopes))


def _width(kernel: str) -> int:
    return 3 if kernel in _PLACES else 1


def settled(constraints: Sequence[Constraint], slots: Sequence[Slot]) -> dict[int, float]:
    """Return the slots that are free and yet decided by given ones, with their values.

    >>> given = (Slot("a", 2.0, free=False), Slot("b", 3.0, free=False), Slot("c", 0.0))
    >>> settled((Constraint("sum2", (0, 1, 2)),), given)
    {2: 5.0}
    """
    known = {at: slot.start for at, slot in enumerate(slots) if not slot.free}
    found: dict[int, float] = {}
    explicit = {*_RESULTS, *_MEASURES, *_PLACES}
    waiting = [c for c in constraints if c.sort is Sort.EQUATION and c.kernel in explicit]
    while ready := [c for c in waiting if all(at in known for at in c.slots[: -_width(c.kernel)])]:
        waiting = [c for c in waiting if c not in ready]
        for constraint in ready:
            results = constraint.slots[-_width(constraint.kernel) :]
            for slot, value in zip(results, _results(constraint, known)):
                if slot not in known:
                    known[slot] = found[slot] = value
    return found


def is_belied(constraints: Sequence[Constraint], slots: Sequence[Slot]) -> bool:
    """Tell whether numbers that follow from given ones break what is said of places in space.

    >>> known = tuple(Slot("", v, free=False) for v in (0.0, 0.0, 0.0, 2.0, 3.0, 6.0, 8.0))
    >>> is_belied((Constraint("distance_in_space", (0, 1, 2, 3, 4, 5, 6)),), known)
    True
    """
    if not any(KERNELS[c.kernel].places for c in constraints):
        return False
    known = {at: slot.start for at, slot in enumerate(slots) if not slot.free}
    known.update(settled(constraints, slots))
    read = [c for c in constraints if c.sort is Sort.EQUATION and all(at in known for at in c.slots)]
    return any(_misses(c, [known[at] for at in c.slots]) for c in read)


def _misses(constraint: Constraint, given: Sequence[float]) -> bool:
    kernel = KERNELS[constraint.kernel]
    scale = 1.0 if kernel.unit is Unit.ANGLE else max(1.0, *(abs(v) for v in given))
    return max(abs(value) for value in outputs(kernel, given)[: kernel.size]) > BELIED * scale
