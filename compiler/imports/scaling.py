"""How large the original figure of a problem is in its own units: what its lengths, letters and areas say."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ...dsl.scene import XY
from .values import affine

UNSCALED = 10.0
"""How wide a figure is in units, where nothing is stated about its size."""
DECISIVE = 1e-6
"""Share of the largest singular value below which lengths do not decide the scale."""


@dataclass(frozen=True)
class Sizes:
    """Stated sizes of a figure: lengths between points, as they are written, and areas of outlines."""

    lengths: Sequence[tuple[tuple[str, str], str]] = ()
    areas: Sequence[tuple[tuple[str, ...], float]] = ()


def scale_of(places: Mapping[str, XY], sizes: Sizes) -> float:
    """Return units for one unit of the original drawing.

    >>> scale_of({"A": (0, 0), "B": (50, 0)}, Sizes([(("A", "B"), "10")]))
    0.2
    """
    measured = [
        (math.dist(places[a], places[b]), text) for (a, b), text in sizes.lengths if {a, b} <= set(places)
    ]
    across = max(_extent(p[k] for p in places.values()) for k in (0, 1)) or 1.0
    numbers = [(apart, a.constant) for apart, text in measured if (a := affine(text)) and not a.factors]
    shares = [number / apart for apart, number in numbers if apart > 0.01 * across and number > 0]
    shares += [
        math.sqrt(area / own)
        for points, area in sizes.areas
        if set(points) <= set(places) and (own := _area([places[p] for p in points])) > 0
    ]
    if shares:
        return median(shares)
    return _by_letters(measured) or UNSCALED / across


def _extent(values: Iterable[float]) -> float:
    found = list(values)
    return max(found) - min(found)


def _area(corners: Sequence[XY]) -> float:
    pairs = zip(corners, (*corners[1:], corners[0]))
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _by_letters(measured: Sequence[tuple[float, str]]) -> float | None:
    """Return the scale at which lengths with letters fit the original best, if they decide one: least squares."""
    import numpy as np

    rows = [(apart, found) for apart, text in measured if (found := affine(text)) is not None]
    letters = sorted({letter for _, found in rows for letter in found.factors})
    if len(rows) <= len(letters):
        return None
    matrix = np.array(
        [[found.factors.get(letter, 0.0) for letter in letters] + [-apart] for apart, found in rows]
    )
    reach = np.abs(matrix).max(axis=0)
    values = np.linalg.svd(matrix / reach, compute_uv=False)
    if values[-1] < DECISIVE * values[0]:
        return None
    solved = (
        np.linalg.lstsq(matrix / reach, np.array([-found.constant for _, found in rows]), rcond=None)[0]
        / reach
    )
    return float(solved[-1]) if solved[-1] > 0 else None
