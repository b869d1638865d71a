"""Forward differentiation over whole arrays: a `Jet` is a value and its gradient, computed together.

A kernel's formula is written once, over jets, and yields residual and analytic Jacobian in one pass over
all constraints of its kind. Values have shape `(n,)`, gradients `(k, n)` or, while constant, `(k, 1)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]

_TINY = 1e-30
"""Floor under denominators: a degenerate configuration gives a large finite slope, never a NaN."""


class Jet:
    """A number per constraint with its derivative by each slot that the kernel reads."""

    __slots__ = ("grad", "value")

    def __init__(self, value: Array, grad: Array) -> None:
        self.value = value
        self.grad = grad

    def __add__(self, other: Jet | float) -> Jet:
        if isinstance(other, Jet):
            return Jet(self.value + other.value, self.grad + other.grad)
        return Jet(self.value + other, self.grad)

    def __sub__(self, other: Jet | float) -> Jet:
        if isinstance(other, Jet):
            return Jet(self.value - other.value, self.grad - other.grad)
        return Jet(self.value - other, self.grad)

    def __mul__(self, other: Jet | float) -> Jet:
        if isinstance(other, Jet):
            return Jet(self.value * other.value, other.value * self.grad + self.value * other.grad)
        return Jet(self.value * other, other * self.grad)

    def __truediv__(self, other: Jet | float) -> Jet:
        if not isinstance(other, Jet):
            return self * (1.0 / other)
        below = np.where(np.abs(other.value) < _TINY, _TINY, other.value)
        ratio = self.value / below
        return Jet(ratio, (self.grad - ratio * other.grad) / below)

    def __neg__(self) -> Jet:
        return Jet(-self.value, -self.grad)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: float) -> Jet:
        return Jet(other - self.value, -self.grad)


def seeds(inputs: Array) -> tuple[Jet, ...]:
    """Return one jet per column of `inputs` `(n, k)`, each the variable of its own slope."""
    columns = inputs.T
    return tuple(map(Jet, columns, _unit_slopes(len(columns))))


@cache
def _unit_slopes(width: int) -> tuple[Array, ...]:
    return tuple(np.eye(width)[:, :, None])


def _chain(jet: Jet, value: Array, slope: Array) -> Jet:
    return Jet(value, slope * jet.grad)


def sqrt(a: Jet) -> Jet:
    """Square root; zero below zero, with the slope of a tiny argument."""
    root = np.sqrt(np.maximum(a.value, 0.0))
    return _chain(a, root, 0.5 / np.maximum(root, 1e-9))


def hypot(a: Jet, b: Jet) -> Jet:
    """Length of the vector (a, b); at zero length the slope is zero."""
    length = np.hypot(a.value, b.value)
    below = np.maximum(length, _TINY)
    return Jet(length, (a.value / below) * a.grad + (b.value / below) * b.grad)


def atan2(y: Jet, x: Jet) -> Jet:
    """Heading of the vector (x, y), in (-pi, pi]."""
    square = np.maximum(x.value * x.value + y.value * y.value, _TINY)
    grad = (x.value / square) * y.grad - (y.value / square) * x.grad
    return Jet(np.arctan2(y.value, x.value), grad)


def absolute(a: Jet) -> Jet:
    """Magnitude; at zero the right-hand slope, so that the row keeps its rank there."""
    sign = np.where(a.value < 0, -1.0, 1.0)
    return _chain(a, np.abs(a.value), sign)


def wrap(a: Jet) -> Jet:
    """Bring an angle to [-pi, pi) without changing its slope."""
    return Jet((a.value + np.pi) % (2 * np.pi) - np.pi, a.grad)


def sin(a: Jet) -> Jet:
    """Sine."""
    return _chain(a, np.sin(a.value), np.cos(a.value))


def cos(a: Jet) -> Jet:
    """Cosine."""
    return _chain(a, np.cos(a.value), -np.sin(a.value))


def tan(a: Jet) -> Jet:
    """Tangent."""
    value = np.tan(a.value)
    return _chain(a, value, 1.0 + value * value)


def asin(a: Jet) -> Jet:
    """Arc sine, the argument clipped to [-1, 1]."""
    value = np.clip(a.value, -1.0, 1.0)
    return _chain(a, np.arcsin(value), 1.0 / np.sqrt(np.maximum(1.0 - value * value, 1e-12)))


def acos(a: Jet) -> Jet:
    """Arc cosine, the argument clipped to [-1, 1]."""
    return 0.5 * np.pi - asin(a)


def atan(a: Jet) -> Jet:
    """Arc tangent."""
    return _chain(a, np.arctan(a.value), 1.0 / (1.0 + a.value * a.value))


def exp(a: Jet) -> Jet:
    """Exponential, the argument clipped to 200 so that squares stay finite."""
    value = np.exp(np.minimum(a.value, 200.0))
    return _chain(a, value, value)


def log(a: Jet) -> Jet:
    """Natural logarithm, continued below 1e-12 as a constant with a steep slope."""
    value = np.maximum(a.value, 1e-12)
    return _chain(a, np.log(value), 1.0 / value)


def power(a: Jet, n: Jet) -> Jet:
    """`a**n`; a negative base is allowed where `n` is whole, zero otherwise."""
    whole = n.value == np.round(n.value)
    base = np.where(whole | (a.value > 0), a.value, 0.0)
    base = np.where((base == 0) & (n.value < 1), 1e-12, base)
    value = base**n.value
    by_base = n.value * base ** (n.value - 1.0)
    by_exponent = np.where(base > 0, value * np.log(np.maximum(base, _TINY)), 0.0)
    return Jet(value, by_base * a.grad + by_exponent * n.grad)


def _select(pick: npt.NDArray[np.bool_], a: Jet, b: Jet) -> Jet:
    return Jet(np.where(pick, a.value, b.value), np.where(pick, a.grad, b.grad))


def minimum(a: Jet, b: Jet) -> Jet:
    """The smaller of two, with its slope."""
    return _select(a.value <= b.value, a, b)


def maximum(a: Jet, b: Jet) -> Jet:
    """The larger of two, with its slope."""
    return _select(a.value >= b.value, a, b)


def cross(ux: Jet, uy: Jet, vx: Jet, vy: Jet) -> Jet:
    """Signed area of the parallelogram of u and v, positive if v is counterclockwise of u."""
    return Jet(
        ux.value * vy.value - uy.value * vx.value,
        (vy.value * ux.grad + ux.value * vy.grad) - (vx.value * uy.grad + uy.value * vx.grad),
    )


def dot(ux: Jet, uy: Jet, vx: Jet, vy: Jet) -> Jet:
    """Scalar product of u and v."""
    return Jet(
        ux.value * vx.value + uy.value * vy.value,
        (vx.value * ux.grad + ux.value * vx.grad) + (vy.value * uy.grad + uy.value * vy.grad),
    )


def deviation(x: Sequence[Jet], y: Sequence[Jet]) -> Jet:
    """Root mean square distance of points from their mean."""
    count, width = len(x), len(x[0].grad)
    places = np.array([[jet.value for jet in x], [jet.value for jet in y]])
    offsets = places - places.mean(axis=1, keepdims=True)
    size = np.sqrt((offsets * offsets).sum(axis=(0, 1)) / count)
    grad = np.zeros((width, len(size)))
    for offset, jet in zip(offsets.reshape(2 * count, -1), (*x, *y)):
        grad += offset * jet.grad
    return Jet(size, grad / (count * np.maximum(size, _TINY)))
