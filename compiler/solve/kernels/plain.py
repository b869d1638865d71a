"""Kernels in plain numbers: one constraint at a time, without arrays, where that is faster."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt
from typing import Final

import numpy as np

from .kernel import Kernel
from .scalar import SCALARS, Scalar

_TINY: Final = 1e-30
"""Floor under denominators, as for jets."""


def total(*slots: float) -> tuple[float, ...]:
    """Value and slopes of the kernel `total`."""
    return (sum(slots[:-1]) - slots[-1], *([1.0] * (len(slots) - 1)), -1.0)


def spread(*slots: float) -> tuple[float, ...]:
    """Value and slopes of the kernel `spread`."""
    xs, ys = slots[:-1:2], slots[1:-1:2]
    count = len(xs)
    x, y = sum(xs) / count, sum(ys) / count
    offsets = [offset for px, py in zip(xs, ys) for offset in (px - x, py - y)]
    size = sqrt(sum(offset * offset for offset in offsets) / count)
    scale = 1.0 / (count * max(size, _TINY))
    return (size - slots[-1], *(offset * scale for offset in offsets), -1.0)


def polygon_area(*slots: float) -> tuple[float, ...]:
    """Value and slopes of the kernel `polygon_area`."""
    xs, ys, count = slots[:-1:2], slots[1:-1:2], len(slots) // 2
    doubled = -2.0 * slots[-1]
    perimeter = 0.0
    by_area, by_perimeter = [0.0] * (2 * count), [0.0] * (2 * count)
    for a in range(count):
        b = (a + 1) % count
        ux, uy = xs[b] - xs[a], ys[b] - ys[a]
        length = hypot(ux, uy)
        wx, wy = ux / max(length, _TINY), uy / max(length, _TINY)
        doubled += (xs[a] - xs[0]) * uy - (ys[a] - ys[0]) * ux
        perimeter += length
        for slot, turn, pull in (
            (2 * a, ys[b], -wx), (2 * a + 1, -xs[b], -wy), (2 * b, -ys[a], wx), (2 * b + 1, xs[a], wy),
        ):  # fmt: skip
            by_area[slot] += turn
            by_perimeter[slot] += pull
    perimeter = max(perimeter, _TINY)
    value = 0.5 * doubled / perimeter
    slopes = ((0.5 * area - value * length) / perimeter for area, length in zip(by_area, by_perimeter))
    return (value, *slopes, -1.0 / perimeter)


FUNCTIONS: Final[dict[str, Scalar]] = {
    **SCALARS, "total": total, "spread": spread, "polygon_area": polygon_area,
}  # fmt: skip
"""For nearly every kernel the function of its slots that gives values, then slopes, row by row."""


def outputs(kernel: Kernel, inputs: Sequence[float]) -> Sequence[float]:
    """Return the values of one constraint, then its slopes, row by row.

    >>> from .points import distance
    >>> outputs(distance, (0.0, 0.0, 3.0, 4.0, 5.0))
    (0.0, -0.6, -0.8, 0.6, 0.8, -1.0)
    """
    function = FUNCTIONS.get(kernel.name)
    if function is not None:
        try:
            return function(*inputs)
        except (ArithmeticError, ValueError):
            pass  # where plain numbers raise, at infinity for instance, arrays go on
    values, slopes = kernel.evaluate(np.array([inputs]))
    return [*values.ravel().tolist(), *slopes.ravel().tolist()]
