"""A system compiled for iteration: which function gives which rows, index arrays made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..system import Constraint, Sort
from ..tolerances import ANGLE, LENGTH_SHARE, NUMBER_SHARE
from .jets import Array
from .kernels import KERNELS, Kernel, Unit
from .kernels.plain import FUNCTIONS, outputs
from .kernels.scalar import Scalar

Indices = npt.NDArray[np.intp]

_SINGLE_UP_TO = 48
"""Constraints of one kernel up to which a plain function each (1 µs) beats arrays for all (60 µs)."""


class _Single(NamedTuple):
    """One constraint that is evaluated by itself, in plain numbers."""

    kernel: Kernel
    function: Scalar
    read: Callable[[list[float]], tuple[float, ...]]
    """Picks the constraint's numbers out of all."""


@dataclass(frozen=True)
class _Group:
    """All constraints of one kernel and width, evaluated as arrays, and where their entries go."""

    kernel: Kernel
    slots: Indices
    """`(n, k)`, into the values."""
    known: npt.NDArray[np.bool_]
    """Which of the slopes `(m, k, n)`, flattened, belong to unknowns."""


class Program:
    """Residuals and Jacobian of some constraints as functions of some unknown slots.

    Rows come in an order of their own; `owner[row]` is the position of the row's constraint.
    """

    def __init__(self, constraints: Sequence[Constraint], unknowns: Sequence[int], slot_count: int) -> None:
        self.constraints = tuple(constraints)
        self.unknowns: Indices = np.array(unknowns, dtype=np.intp)
        self.rows = 0
        self._singles: list[_Single] = []
        self._groups: list[_Group] = []
        self._owner: list[int] = []
        self._places: list[Indices] = []
        families = _by_kernel(self.constraints)
        self._take_singles(families, {slot: at for at, slot in enumerate(unknowns)})
        self._take_groups(families, slot_count)
        self.owner: Indices = np.array(self._owner, dtype=np.intp)
        self.places: Indices = np.concatenate(self._places)
        """For each Jacobian entry, row times width plus column; repeated places add up."""
        owners = [self.constraints[at] for at in self._owner]
        self.hinged = np.array([c.sort is not Sort.EQUATION for c in owners], dtype=bool)
        self.weights = np.array([c.weight for c in owners], dtype=float)
        lengths = np.array([KERNELS[c.kernel].unit is Unit.LENGTH for c in owners], dtype=bool)
        self.lengths = (self.hinged & lengths).astype(float)
        """1 for each row that is a bound of a length, 0 for all others."""
        self.ceiling = np.where(self.hinged, 0.0, np.inf)
        """What a row may be short of at most: a bound that holds is not short of anything."""
        self.idle = np.where(self.hinged, 0.0, self.weights)
        """The weight of each row that is met."""

    def _take_singles(self, families: Sequence[tuple[Kernel, list[int]]], column: dict[int, int]) -> None:
        """Compile what is evaluated constraint by constraint: where in the outputs what stands."""
        value_at: list[int] = []
        entry_at: list[int] = []
        places: list[int] = []
        width, base = len(column), 0
        for kernel, members in families:
            if not _is_single(kernel, members):
                continue
            size = kernel.size
            for at in members:
                slots = self.constraints[at].slots
                self._singles.append(_Single(kernel, FUNCTIONS[kernel.name], itemgetter(*slots)))
                known = [(k, column[slot]) for k, slot in enumerate(slots) if slot in column]
                for row in range(size):
                    value_at.append(base + row)
                    first = base + size + row * len(slots)
                    entry_at += [first + k for k, _ in known]
                    places += [(self.rows + row) * width + place for _, place in known]
                self._owner += [at] * size
                self.rows += size
                base += size * (1 + len(slots))
        self._value_at: Indices = np.array(value_at, dtype=np.intp)
        self._entry_at: Indices = np.array(entry_at, dtype=np.intp)
        self._places.append(np.array(places, dtype=np.intp))

    def _take_groups(self, families: Sequence[tuple[Kernel, list[int]]], slot_count: int) -> None:
        """Compile what is evaluated together, kernel by kernel."""
        column = np.full(slot_count, -1, dtype=np.intp)
        column[self.unknowns] = np.arange(len(self.unknowns))
        for kernel, members in families:
            if _is_single(kernel, members):
                continue
            slots = np.array([self.constraints[at].slots for at in members], dtype=np.intp)
            count, width = slots.shape
            rows = (self.rows + np.arange(kernel.size * count)).reshape(kernel.size, 1, count)
            columns = column[slots.T][None, :, :]
            known = np.broadcast_to(columns >= 0, (kernel.size, width, count)).ravel()
            self._groups.append(_Group(kernel, slots, known))
            self._owner += members * kernel.size
            self._places.append((rows * len(self.unknowns) + columns).ravel()[known])
            self.rows += kernel.size * count

    def values(self, numbers: Array) -> Array:
        """Return the kernels' values, one per row."""
        return self.linearise(numbers)[0]

    def linearise(self, numbers: Array) -> tuple[Array, Array]:
        """Return the kernels' values, one per row, and the Jacobian's entries at `places`."""
        given: list[float] = numbers.tolist()
        flat: list[float] = []
        try:
            for single in self._singles:
                flat += single.function(*single.read(given))
        except (ArithmeticError, ValueError):
            # Where plain numbers raise, at infinity for instance, arrays go on.
            flat = [x for single in self._singles for x in outputs(single.kernel, single.read(given))]
        together = np.array(flat, dtype=float)
        values, entries = together[self._value_at], together[self._entry_at]
        if not self._groups:
            return values, entries
        all_values, all_entries = [values], [entries]
        for group in self._groups:
            residuals, slopes = group.kernel.transposed(numbers[group.slots])
            all_values.append(residuals.ravel())
            all_entries.append(slopes.ravel()[group.known])
        return np.concatenate(all_values), np.concatenate(all_entries)

    def dense(self, entries: Array) -> Array:
        """Return the Jacobian `(rows, unknowns)` from its entries."""
        width = len(self.unknowns)
        flat = np.bincount(self.places, weights=entries, minlength=self.rows * width)
        return flat.astype(np.float64, copy=False).reshape(self.rows, width)

    def tolerances(self, numbers: Array, extent: float) -> Array:
        """Return how far each row may be from holding."""
        given: list[float] = numbers.tolist()
        each = [_tolerance(constraint, given, extent) for constraint in self.constraints]
        return np.array([each[at] for at in self._owner], dtype=float)


def _tolerance(constraint: Constraint, numbers: Sequence[float], extent: float) -> float:
    unit = KERNELS[constraint.kernel].unit
    if unit is Unit.LENGTH:
        return LENGTH_SHARE * extent
    if unit is Unit.ANGLE:
        return ANGLE
    if unit is Unit.RATIO:
        return NUMBER_SHARE * max(1.0, abs(numbers[constraint.slots[-1]]))
    return NUMBER_SHARE * max(1.0, *(abs(numbers[slot]) for slot in constraint.slots))


def _is_single(kernel: Kernel, members: Sequence[int]) -> bool:
    return len(members) <= _SINGLE_UP_TO and kernel.name in FUNCTIONS


def _by_kernel(constraints: Sequence[Constraint]) -> list[tuple[Kernel, list[int]]]:
    groups: dict[tuple[str, int], list[int]] = {}
    for at, constraint in enumerate(constraints):
        assert KERNELS[constraint.kernel].accepts(len(constraint.slots)), constraint
        groups.setdefault((constraint.kernel, len(constraint.slots)), []).append(at)
    return [(KERNELS[name], members) for (name, _), members in groups.items()]
