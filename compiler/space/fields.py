"""Fields: functions of the place in space, zero on a surface and positive on its inner side.

Planes and quadrics are held as matrices, so that what they meet is found in closed form; everything else is
a function that can be evaluated at many places at once. Lengths are space millimetres.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Protocol

import numpy as np
import numpy.typing as npt

from .camera import Array

TYPICAL = 25.0
"""Millimetres from the middle of a figure at which fields are compared in size."""
ON = 1e-6
"""Millimetres: a place nearer to a surface than this is on it."""
SETTLED = 1e-7
"""Millimetres of a step after which a place is where it should be."""
NEARLY = 0.01
"""Of a field's value: what is more negative is not on its surface, slopes up to ten thousand allowed for."""
STEP = 1e-4
"""Millimetres of the central differences by which a general field's slope is found."""
SAME = 1e-9
"""Relative: what differs by less from a polynomial of degree two is one."""


class Field(Protocol):
    """A function of the place; a surface is where it vanishes."""

    def value(self, places: Array) -> Array:
        """Return its values at places `(n, 3)`; nan where it is not defined."""
        ...

    def slope(self, places: Array) -> Array:
        """Return its gradients `(n, 3)`."""
        ...


@dataclass(frozen=True, eq=False)
class Quadric:
    """Pᵀ Q P with a fourth coordinate 1: a quadric, or a plane where the square part of Q is empty."""

    matrix: Array

    @cached_property
    def _is_linear(self) -> bool:
        return not self.matrix[:3, :3].any()

    def value(self, places: Array) -> Array:
        """Return its values at places."""
        q = self.matrix
        if self._is_linear:
            return np.asarray(places @ (2 * q[:3, 3]) + q[3, 3])
        linear = places @ q[:3, :3] + 2 * q[:3, 3]
        return np.asarray((linear * places).sum(axis=1) + q[3, 3])

    def slope(self, places: Array) -> Array:
        """Return its gradients."""
        return np.asarray(2 * (places @ self.matrix[:3, :3] + self.matrix[:3, 3]))

    @cached_property
    def plane(self) -> Array | None:
        """The plane as (n, d) with n a unit vector, or nothing for a curved quadric."""
        normal = 2 * self.matrix[:3, 3]
        size = float(np.linalg.norm(normal))
        if np.abs(self.matrix[:3, :3]).max() * TYPICAL > 1e-9 * max(size, 1e-30) or size == 0:
            return None
        return np.append(normal, self.matrix[3, 3]) / size

    def __neg__(self) -> Quadric:
        """Return the field with its sides exchanged."""
        return Quadric(-self.matrix)


@dataclass(frozen=True, eq=False)
class Computed:
    """A field that a function gives; its slope is found by central differences."""

    function: Callable[[Array], Array]

    def value(self, places: Array) -> Array:
        """Return its values at places."""
        return self.function(places)

    def slope(self, places: Array) -> Array:
        """Return its gradients."""
        n = len(places)
        steps = np.repeat(np.concatenate([np.eye(3), -np.eye(3)]) * STEP, n, axis=0)
        values = self.function(np.tile(places, (6, 1)) + steps).reshape(6, n)
        return np.asarray((values[:3] - values[3:]).T / (2 * STEP))


@dataclass(frozen=True, eq=False)
class Slope:
    """How fast a field grows in a direction: zero where the direction grazes its surface."""

    field: Field
    direction: Array

    def value(self, places: Array) -> Array:
        """Return its values at places."""
        return np.asarray(self.field.slope(places) @ self.direction)

    def slope(self, places: Array) -> Array:
        """Return its gradients: second slopes commute, so they are how the field's slope changes in the direction.

        The differences are wide enough for the noise of that slope.
        """
        wide = 100 * STEP * self.direction
        change = self.field.slope(places + wide) - self.field.slope(places - wide)
        return np.asarray(change / (200 * STEP))


@dataclass(frozen=True, eq=False)
class Either:
    """The largest of some fields: its inner side is what is inside any of theirs."""

    fields: tuple[Field, ...]

    def value(self, places: Array) -> Array:
        """Return its values at places."""
        values = [np.nan_to_num(f.value(places), nan=-np.inf) for f in self.fields]
        return np.asarray(reduce(np.maximum, values))

    def slope(self, places: Array) -> Array:
        """Return the gradients of whichever is largest."""
        values = np.stack([f.value(places) for f in self.fields])
        slopes = np.stack([f.slope(places) for f in self.fields])
        return np.asarray(slopes[np.nan_to_num(values, nan=-np.inf).argmax(axis=0), np.arange(len(places))])


def within(places: Array, limits: Iterable[Field]) -> npt.NDArray[np.bool_]:
    """Return of places whether they are on the inner side of all limits, or on one.

    >>> within(np.array([[0.0, 0.0, 1.0], [0.0, 0.0, -1.0]]), [plane_field((0, 0, 1), 0.0)]).tolist()
    [True, False]
    """
    inside = np.ones(len(places), dtype=bool)
    for limit in limits:
        values = limit.value(places)
        good = values >= 0
        # Only what is just outside can be on the limit; the bound on slopes is generous.
        near = np.flatnonzero(inside & ~good & (values > -NEARLY))
        if len(near):
            size = np.sqrt((limit.slope(places[near]) ** 2).sum(axis=1))
            good[near] = values[near] >= -ON * size
        inside &= good
        if not inside.any():
            break
    return inside


def plane_field(normal: Sequence[float], offset: float) -> Quadric:
    """Return n · P + d with a unit normal as a field."""
    size = float(np.linalg.norm(normal))
    q = np.zeros((4, 4))
    q[:3, 3] = q[3, :3] = np.asarray(normal, dtype=float) / (2 * size)
    q[3, 3] = offset / size
    return Quadric(q)


def normalised(matrix: Array) -> Quadric:
    """Return a quadric whose slope is about 1 per millimetre in the middle of a figure."""
    size = 2 * TYPICAL * np.abs(matrix[:3, :3]).max() + 2 * float(np.linalg.norm(matrix[:3, 3]))
    return Quadric(matrix / size) if size > 0 else Quadric(matrix)


def quadric_through(values: Array, places: Array) -> Array | None:
    """Return the matrix of the polynomial of degree two that takes values at places; nothing if none does."""
    known = np.isfinite(values)
    values, places = values[known], places[known]
    if len(values) < 24:
        return None
    x, y, z = places.T
    basis = np.stack([x * x, y * y, z * z, x * y, x * z, y * z, x, y, z, np.ones_like(x)], axis=-1)
    reach = np.abs(basis).max(axis=0)
    found, *_ = np.linalg.lstsq(basis / reach, values, rcond=None)
    largest = max(float(np.abs(values).max()), 1e-30)
    if np.abs(basis / reach @ found - values).max() > SAME * largest:
        return None
    found = np.where(np.abs(found) > 1e-12 * np.abs(found).max(), found, 0.0) / reach
    xx, yy, zz, xy, xz, yz, lx, ly, lz, c = found
    half = [[2 * xx, xy, xz, lx], [xy, 2 * yy, yz, ly], [xz, yz, 2 * zz, lz], [lx, ly, lz, 2 * c]]
    return np.array(half) / 2


def settled(places: Array, one: Field, other: Field | None = None, steps: int = 5) -> Array:
    """Return the places nearby at which one field, or two, vanish. Source: Newton's method, least steps."""
    places = places.copy()
    for _ in range(steps):
        a, s = one.value(places), one.slope(places)
        if other is None:
            move = -(a / np.maximum((s * s).sum(axis=1), 1e-30))[:, None] * s
        else:
            move = _least_step(a, s, other.value(places), other.slope(places))
        length = np.linalg.norm(move, axis=1, keepdims=True)
        move = np.where(np.isfinite(move), move * np.minimum(1.0, 4.0 / np.maximum(length, 1e-30)), 0.0)
        places = places + move
        # Newton squares what is left at each step, so that after a small one nothing is.
        if not len(places) or float(np.abs(move).max()) < SETTLED:
            break
    return places


def _least_step(a: Array, s: Array, b: Array, t: Array) -> Array:
    """Return the shortest steps after which two linear forms vanish."""
    ss, tt, st = (s * s).sum(axis=1), (t * t).sum(axis=1), (s * t).sum(axis=1)
    area = np.maximum(ss * tt - st * st, 1e-12 * ss * tt + 1e-60)
    along_s, along_t = (b * st - a * tt) / area, (a * st - b * ss) / area
    return np.asarray(along_s[:, None] * s + along_t[:, None] * t)
