"""How much ink a new line would cross: what decides on which side of a feature a dimension stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...dsl.scene import Item, Path
from ..shapes import XY
from .paths import Outline, flattened

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

QUIET = frozenset({"hatch", "fill", "dimension", "extension", "arrowhead"})
"""Roles that do not count: fills may be crossed, and dimensions are kept apart by their ranks."""


def crossings(items: Iterable[Item], lines: Iterable[tuple[XY, XY]]) -> int:
    """Return how many strokes the given lines would cross."""
    import numpy as np

    ink = _segments(items)
    if not len(ink):
        return 0
    total = 0
    for a, b in lines:
        start, end = np.array(a), np.array(b)
        across = _turn(ink[:, :2], ink[:, 2:], start) * _turn(ink[:, :2], ink[:, 2:], end) < 0
        apart = _turn(start, end, ink[:, :2]) * _turn(start, end, ink[:, 2:]) < 0
        total += int(np.count_nonzero(across & apart))
    return total


def _segments(items: Iterable[Item]) -> NDArray[float64]:
    """Return all straight pieces of the strokes as rows x1, y1, x2, y2."""
    import numpy as np

    rows = [
        (*p, *q)
        for item in items
        if isinstance(item, Path) and item.role not in QUIET
        for ring in flattened(Outline(item.codes, item.points), steps=4)
        for p, q in zip(ring, ring[1:])
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def _turn(a: NDArray[float64], b: NDArray[float64], p: NDArray[float64]) -> NDArray[float64]:
    """Return the sign of the turn from AB to AP, elementwise."""
    ab, ap = b - a, p - a
    result: NDArray[float64] = ab[..., 0] * ap[..., 1] - ab[..., 1] * ap[..., 0]
    return result
