"""Where the search begins: a roomy drawing in general position, and forward evaluation of the explicit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..system import Constraint, Sort, System
from .jets import Array
from .kernels import KERNELS
from .kernels.plain import outputs
from .plane import Pairs

_NEWTON_STEPS = 12
_STRETCH = 2.5
"""How much longer or shorter a later start may be across than hints say."""
_SHEAR = 0.2
_LONGEST_STEP = 1e9
"""A longer step comes from a slope of nearly zero: no number gives the constraint what it wants."""
_CALM, _LIVELY = 0.08, 0.25
"""Of the extent: how far points are shaken off their ring."""
_WILD_FROM = 4
"""The attempt from which points begin anywhere."""
_SHAKEN = 0.25
"""Share by which a first guess is more, at most, than the start that its domain proposes: that is roomy enough."""
_REGULAR = 1e-9
"""Share of its terms above which a determinant is not zero."""


class Starter:
    """Makes first guesses for a system; the first of seed 0 are calm, later ones wilder."""

    def __init__(self, system: System, pairs: Pairs) -> None:
        self._system = system
        self._pairs = pairs
        self._definitions = _definitions(system)
        self._explicit = {slot for _, slots in self._definitions for slot in slots}
        self._free = np.array([slot.free for slot in system.slots], dtype=bool)
        self._given = np.array([slot.start for slot in system.slots], dtype=float)
        self._hinted = np.array([slot.free and slot.hinted for slot in system.slots], dtype=bool)
        self._open = np.array(
            [
                slot.free and not slot.hinted and at not in self._explicit
                for at, slot in enumerate(system.slots)
            ],
            dtype=bool,
        )

    def guess(self, attempt: int, around: Sequence[tuple[int, int]] = ()) -> Array:
        """Return a value for every slot; `around` names the points that are to stand in a ring."""
        rng = np.random.Generator(np.random.PCG64([self._system.seed, attempt]))
        numbers = self._given.copy()
        if attempt:
            self._stretch(numbers, rng)
        self._scatter(numbers, rng, attempt, around)
        self._lengths(numbers, rng)
        for constraint, slots in self._definitions:
            evaluate_forward(constraint, slots, numbers)
        return numbers

    def follow(self, near: Sequence[float]) -> Array:
        """Return given numbers with all that is explicit computed from them."""
        numbers = np.where(self._free[: len(near)], np.array(near, dtype=float), self._given[: len(near)])
        numbers = np.concatenate([numbers, self._given[len(near) :]])
        for constraint, slots in self._definitions:
            evaluate_forward(constraint, slots, numbers)
        return numbers

    def _scatter(
        self, numbers: Array, rng: np.random.Generator, attempt: int, around: Sequence[tuple[int, int]]
    ) -> None:
        """Put the open points on an ellipse in their order, the first two at the bottom; then shake.

        Points of construction, and all that do not stand in the ring, begin near the middle.
        """
        extent = self._system.extent
        loose: npt.NDArray[np.bool_] = np.any(self._open[self._pairs], axis=1)
        pairs = self._pairs[loose]
        ring = np.arange(len(pairs)) < int(loose[: len(self._system.points)].sum())
        if around:
            ring &= np.array([tuple(pair) in around for pair in pairs.tolist()], dtype=bool)
        rank = np.where(ring, np.cumsum(ring) - 1, np.arange(len(pairs)))
        count = max(int(ring.sum()), 3)
        angles = -np.pi / 2 - np.pi / count + 2 * np.pi * rank / count
        radii = np.where(ring, 0.5, 0.15) * extent
        places = np.column_stack([np.cos(angles) * radii, np.sin(angles) * radii * 0.8])
        shake = _CALM if attempt <= 1 and self._system.seed == 0 else _LIVELY
        places += rng.uniform(-shake, shake, places.shape) * extent
        if attempt >= _WILD_FROM:
            places = rng.uniform(-0.5, 0.5, places.shape) * extent
        slots = pairs[self._open[pairs]]
        numbers[slots] = places[self._open[pairs]]

    def _stretch(self, numbers: Array, rng: np.random.Generator) -> None:
        """Take the points with hints through an affine map: what is in a row, parallel or between stays so."""
        points = self._pairs[np.all(self._hinted[self._pairs], axis=1)]
        if len(points):
            longer = _STRETCH ** rng.uniform(-1, 1)
            matrix = np.diag([longer, 1 / longer]) + rng.uniform(-_SHEAR, _SHEAR, (2, 2))
            places = numbers[points]
            middle = places.mean(axis=0)
            numbers[points] = middle + (places - middle) @ matrix

    def _lengths(self, numbers: Array, rng: np.random.Generator) -> None:
        """Give numbers that are no coordinates a size that lengths have, or shake the one they start with.

        Two circles of one start would else have one radius, though nobody says so.
        """
        rest = self._open.copy()
        rest[self._pairs.ravel()] = False
        unset = rest & (numbers == 0)
        numbers[unset] = self._system.extent * rng.uniform(0.2, 0.4, int(unset.sum()))
        started = rest & ~unset
        numbers[started] *= rng.uniform(1.0, 1.0 + _SHAKEN, int(started.sum()))


def _definitions(system: System) -> list[tuple[Constraint, tuple[int, ...]]]:
    """Order the explicit constraints so that each reads only what is known before it."""
    waiting = []
    for constraint in system.constraints:
        if constraint.defines is not None and constraint.sort is Sort.EQUATION:
            slots = tuple(at for at in defined_slots(constraint) if system.slots[at].free)
            if slots:
                waiting.append((constraint, slots))
    unknown = {slot for _, slots in waiting for slot in slots}
    ordered = []
    while waiting:
        ready = [pair for pair in waiting if not (unknown & set(pair[0].slots)) - set(pair[1])]
        if not ready:
            break
        ordered += ready
        unknown -= {slot for _, slots in ready for slot in slots}
        waiting = [pair for pair in waiting if pair not in ready]
    return ordered


def defined_slots(constraint: Constraint) -> tuple[int, ...]:
    """Return the slots that an explicit constraint gives: one, or all coordinates of its point."""
    assert constraint.defines is not None
    kernel = KERNELS[constraint.kernel]
    if kernel.size == 1:
        return (constraint.defines,)
    for place in reversed(kernel.places):
        slots = tuple(constraint.slots[at] for at in place)
        if constraint.defines in slots:
            return slots
    for x, y in reversed(kernel.point_positions(len(constraint.slots))):
        pair = (constraint.slots[x], constraint.slots[y])
        if constraint.defines in pair:
            return pair
    return (constraint.defines,)


def evaluate_forward(constraint: Constraint, unknown: tuple[int, ...], numbers: Array) -> bool:
    """Solve one constraint for a few of its slots, by Newton's method, in place."""
    kernel = KERNELS[constraint.kernel]
    slots, size = constraint.slots, kernel.size
    columns = [[at for at, slot in enumerate(slots) if slot == target] for target in unknown]
    given: list[float] = numbers[list(slots)].tolist()
    for _ in range(_NEWTON_STEPS):
        found = outputs(kernel, given)
        residuals = found[:size]
        if max(abs(residual) for residual in residuals) < 1e-13:
            return True
        rows = [found[size + row * len(slots) : size + (row + 1) * len(slots)] for row in range(size)]
        slopes = [[sum(row[at] for at in column) for column in columns] for row in rows]
        for target, column, step in zip(unknown, columns, _newton_step(residuals, slopes)):
            if not abs(step) < _LONGEST_STEP:
                return False
            numbers[target] -= step
            for at in column:
                given[at] -= step
    return False


def _newton_step(residuals: Sequence[float], slopes: Sequence[Sequence[float]]) -> Sequence[float]:
    """Return the shortest step that explains the residuals best."""
    if len(residuals) == len(slopes[0]) == 1 and slopes[0][0]:
        return (residuals[0] / slopes[0][0],)
    if len(residuals) == len(slopes[0]) == 2:
        (a, b), (c, d) = slopes
        determinant = a * d - b * c
        if abs(determinant) > _REGULAR * (abs(a * d) + abs(b * c)):
            p, q = residuals
            return ((d * p - b * q) / determinant, (a * q - c * p) / determinant)
    shortest: list[float] = np.linalg.lstsq(np.array(slopes), np.array(residuals), rcond=None)[0].tolist()
    return shortest
