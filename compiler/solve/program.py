"""A system compiled for iteration: constraints grouped by kernel, index arrays made once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..system import Constraint, Sort
from ..tolerances import ANGLE, LENGTH_SHARE, NUMBER_SHARE
from .jets import Array
from .kernels import KERNELS, Kernel, Unit

Indices = npt.NDArray[np.intp]


@dataclass(frozen=True)
class _Group:
    """All constraints of one kernel and width, and where their entries go."""

    kernel: Kernel
    slots: Indices
    """`(n, k)`, into the values."""
    known: npt.NDArray[np.bool_]
    """Which of the slopes `(m, k, n)`, flattened, belong to unknowns."""


class Program:
    """Residuals and Jacobian of some constraints as functions of some unknown slots.

    Rows are ordered by kernel; `owner[row]` is the position of the row's constraint in `constraints`.
    """

    def __init__(self, constraints: Sequence[Constraint], unknowns: Sequence[int], slot_count: int) -> None:
        self.constraints = tuple(constraints)
        self.unknowns: Indices = np.array(unknowns, dtype=np.intp)
        column = np.full(slot_count, -1, dtype=np.intp)
        column[self.unknowns] = np.arange(len(self.unknowns))
        self._groups: list[_Group] = []
        owner: list[Indices] = [np.empty(0, dtype=np.intp)]
        places: list[Indices] = [np.empty(0, dtype=np.intp)]
        base = 0
        for kernel, members in _by_kernel(self.constraints):
            slots = np.array([self.constraints[at].slots for at in members], dtype=np.intp)
            count, width = slots.shape
            rows = (base + np.arange(kernel.size * count)).reshape(kernel.size, 1, count)
            columns = column[slots.T][None, :, :]
            flat = (rows * len(self.unknowns) + columns).ravel()
            known = np.broadcast_to(columns >= 0, (kernel.size, width, count)).ravel()
            self._groups.append(_Group(kernel, slots, known))
            owner.append(np.tile(np.array(members, dtype=np.intp), kernel.size))
            places.append(flat[known])
            base += kernel.size * count
        self.rows = base
        self.owner: Indices = np.concatenate(owner)
        self.places: Indices = np.concatenate(places)
        """For each Jacobian entry, row times width plus column; repeated places add up."""
        sorts = [constraint.sort for constraint in self.constraints]
        self.hinged = np.array([sorts[at] is not Sort.EQUATION for at in self.owner], dtype=bool)
        self.weights = np.array([self.constraints[at].weight for at in self.owner], dtype=float)
        self.lengths = np.array(
            [KERNELS[self.constraints[at].kernel].unit is Unit.LENGTH for at in self.owner], dtype=bool
        )

    def values(self, numbers: Array) -> Array:
        """Return the kernels' values, one per row."""
        return self.linearise(numbers)[0]

    def linearise(self, numbers: Array) -> tuple[Array, Array]:
        """Return the kernels' values, one per row, and the Jacobian's entries at `places`."""
        values: list[Array] = []
        entries: list[Array] = []
        for group in self._groups:
            residuals, slopes = group.kernel.transposed(numbers[group.slots])
            values.append(residuals.ravel())
            entries.append(slopes.ravel()[group.known])
        if not values:
            return np.empty(0), np.empty(0)
        return np.concatenate(values), np.concatenate(entries)

    def dense(self, entries: Array) -> Array:
        """Return the Jacobian `(rows, unknowns)` from its entries."""
        width = len(self.unknowns)
        flat = np.bincount(self.places, weights=entries, minlength=self.rows * width)
        return flat.astype(np.float64, copy=False).reshape(self.rows, width)

    def tolerances(self, numbers: Array, extent: float) -> Array:
        """Return how far each row may be from holding."""
        parts = [np.empty(0)]
        for group in self._groups:
            count = len(group.slots) * group.kernel.size
            if group.kernel.unit is Unit.LENGTH:
                parts.append(np.full(count, LENGTH_SHARE * extent))
            elif group.kernel.unit is Unit.ANGLE:
                parts.append(np.full(count, ANGLE))
            else:
                scale = np.maximum(np.abs(numbers[group.slots]).max(axis=1), 1.0)
                parts.append(np.tile(NUMBER_SHARE * scale, group.kernel.size))
        return np.concatenate(parts)


def _by_kernel(constraints: Sequence[Constraint]) -> list[tuple[Kernel, list[int]]]:
    groups: dict[tuple[str, int], list[int]] = {}
    for at, constraint in enumerate(constraints):
        assert KERNELS[constraint.kernel].accepts(len(constraint.slots)), constraint
        groups.setdefault((constraint.kernel, len(constraint.slots)), []).append(at)
    return [(KERNELS[name], members) for (name, _), members in groups.items()]
