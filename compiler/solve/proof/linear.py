"""Linear statements that contradict each other, whatever their numbers are within bounds.

Multipliers that add the statements up to an impossible one are found in floating point and then
verified: only the verified sum is a proof.

Sources: Farkas' lemma; Lawson and Hanson, Solving Least Squares Problems (1974), chapter 23.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import numpy as np
import numpy.typing as npt

from .network import Box, Row, narrow_product

Array = npt.NDArray[np.float64]

_NARROW: Final = 1e-6
"""Relative width from which on a factor counts as known."""
_LARGEST: Final = 160
"""Rows of a system that is still worth its time."""
_ROUND: Final = 96
"""Multipliers are tried as whole numbers up to this many parts of the largest."""
_ZERO: Final = 1e-9
_FAR: Final = 40.0
"""Lengths of the figure beyond which a bound is as good as none: it would only blur the others."""


def is_impossible(box: Box, reach: float, unit: float) -> bool:
    """Tell whether the linear statements of a network contradict each other within a box; False is no answer."""
    rows, box = _with_products(box)
    limit = min(reach, _FAR * unit)
    rows = _tied(rows, box, limit)
    if not 0 < len(rows) <= _LARGEST:
        return False
    multipliers = _multipliers(rows, box, limit)
    return any(
        _adds_up(rows, weights, box)
        for sign in (1.0, -1.0)
        for weights in (_whole(sign * multipliers), [float(m) for m in sign * multipliers])
        if weights
    )


def _with_products(box: Box) -> tuple[list[Row], Box]:
    """Return all linear rows, products with a known factor among them, with room for what the factor may be off."""
    rows = list(box.network.rows)
    low, high = list(box.low), list(box.high)
    for narrow, numbers in box.network.links:
        if narrow is not narrow_product:
            continue
        z, x, y = numbers
        for factor, other in ((x, y), (y, x)):
            width = box.high[factor] - box.low[factor]
            size = max(abs(box.low[factor]), abs(box.high[factor]))
            most = max(abs(box.low[other]), abs(box.high[other]))
            if width == 0.0 or (width <= _NARROW * size and most < math.inf):
                middle = 0.5 * (box.low[factor] + box.high[factor])
                slip = width * most
                low.append(-slip)
                high.append(slip)
                rows.append(Row(((other, middle), (z, -1.0), (len(low) - 1, 1.0))))
                break
    return rows, Box(box.network, low, high)


def _tied(rows: Sequence[Row], box: Box, reach: float) -> list[Row]:
    """Leave out, again and again, rows with a number that nothing else holds."""
    kept = list(dict.fromkeys(rows))
    while True:
        uses: dict[int, int] = {}
        for row in kept:
            for number, _ in row.terms:
                uses[number] = uses.get(number, 0) + 1
        left = [
            row
            for row in kept
            if not any(uses[n] == 1 and _is_open(n, f, row, box, reach) for n, f in row.terms)
        ]
        if len(left) == len(kept):
            return kept
        kept = left


def _is_open(number: int, factor: float, row: Row, box: Box, reach: float) -> bool:
    """Tell whether a number can make up for whatever the rest of a row is."""
    low, high = _ends(box, number, reach)
    below, above = low == -math.inf, high == math.inf
    if row.at_most:
        return below if factor > 0 else above
    return below and above


def _ends(box: Box, number: int, reach: float) -> tuple[float, float]:
    """Return the bounds of a number, those infinite that are too far apart and too far out to matter."""
    low, high = box.at(number)
    if high - low < reach:
        return low, high
    return (low if low > -reach else -math.inf, high if high < reach else math.inf)


def _multipliers(rows: Sequence[Row], box: Box, reach: float) -> Array:
    """Return what is left unexplained of the rows by numbers within their bounds: a multiplier for each."""
    places: dict[int, Array] = {}
    for at, row in enumerate(rows):
        for number, factor in row.terms:
            places.setdefault(number, np.zeros(len(rows)))[at] += factor
    ends = {number: _ends(box, number, reach) for number in places}
    loose = [column for n, column in places.items() if ends[n] == (-math.inf, math.inf)]
    basis = _unaffected(np.array(loose).T) if loose else np.eye(len(rows))
    if not basis.size:
        return np.zeros(len(rows))
    right, columns, caps = np.zeros(len(rows)), [], []
    for number, column in places.items():
        low, high = ends[number]
        if low > -math.inf:
            right -= column * low
            if high > low:
                columns.append(column)
                caps.append(high - low)
        elif high < math.inf:
            right -= column * high
            columns.append(-column)
            caps.append(math.inf)
    for at, row in enumerate(rows):
        if row.at_most:
            columns.append(np.eye(len(rows))[at])
            caps.append(math.inf)
    left = basis.T @ np.array(columns).reshape(-1, len(rows)).T
    rest = _unexplained(left, basis.T @ right, np.array(caps))
    weights: Array = basis @ rest
    return weights


def _unaffected(loose: Array) -> Array:
    """Return a basis of the sums of rows that numbers without bounds take no part in."""
    left, sizes, _ = np.linalg.svd(loose)
    rank = int((sizes > 1e-9 * sizes[0]).sum())
    basis: Array = left[:, rank:]
    return basis


def _unexplained(left: Array, right: Array, caps: Array) -> Array:
    """Return what is left of a target by the best sum of columns, each from nothing up to its cap."""
    count, width = left.shape
    capped = np.flatnonzero(caps < math.inf)
    matrix = np.zeros((count + len(capped), width + len(capped)))
    matrix[:count, :width] = left
    rows = count + np.arange(len(capped))
    scale = np.maximum(caps[capped], 1e-9)
    matrix[rows, capped] = 1.0 / scale
    matrix[rows, width + np.arange(len(capped))] = 1.0
    target = np.concatenate([right, np.ones(len(capped))])
    sizes = np.maximum(np.sqrt(np.einsum("ij,ij->j", matrix, matrix)), 1e-12)
    rest: Array = target - (matrix / sizes) @ non_negative(matrix / sizes, target)
    return rest[:count]


def non_negative(matrix: Array, target: Array) -> Array:
    """Return the non-negative x for which `matrix x` is nearest to a target.

    >>> non_negative(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([2.0, -1.0])).round(9).tolist()
    [2.0, 0.0]
    """
    width = matrix.shape[1]
    x, chosen = np.zeros(width), np.zeros(width, dtype=bool)
    gram, aim = matrix.T @ matrix, matrix.T @ target
    scale = 1e-11 * max(float(np.abs(target).max(initial=0.0)), 1.0)
    for _ in range(2 * width):
        slope = aim - gram @ x
        slope[chosen] = -math.inf
        best = int(np.argmax(slope))
        if slope[best] <= scale:
            break
        chosen[best] = True
        while chosen.any():
            trial = _nearest(gram, aim, np.flatnonzero(chosen))
            short = chosen & (trial <= 0.0)
            if not short.any():
                x = trial
                break
            step = float((x[short] / np.maximum(x[short] - trial[short], 1e-300)).min())
            x = x + step * (trial - x)
            chosen &= x > 1e-13
            x[~chosen] = 0.0
    return x


def _nearest(gram: Array, aim: Array, chosen: npt.NDArray[np.intp]) -> Array:
    """Return the least squares solution in some columns, zero in the others."""
    part = gram[np.ix_(chosen, chosen)]
    part.flat[:: len(chosen) + 1] += 1e-13
    x = np.zeros(len(aim))
    try:
        x[chosen] = np.linalg.solve(part, aim[chosen])
    except np.linalg.LinAlgError:
        x[chosen] = np.linalg.lstsq(part, aim[chosen], rcond=None)[0]
    return x


def _whole(weights: Array) -> list[float]:
    """Return multipliers as small whole numbers in the same proportion; none if they have no such proportion."""
    largest = float(np.abs(weights).max(initial=0.0))
    if largest < _ZERO:
        return []
    for parts in range(1, _ROUND + 1):
        scaled = weights / largest * parts
        whole = np.round(scaled)
        if np.abs(scaled - whole).max() < 1e-5:
            return [float(w) for w in whole]
    return []


def _adds_up(rows: Sequence[Row], weights: Sequence[float], box: Box) -> bool:
    """Verify, in exact arithmetic, that weighted rows add up to something that is above zero throughout a box."""
    used = [
        (row, weight) for row, weight in zip(rows, weights) if weight > 0.0 or (weight and not row.at_most)
    ]
    about: dict[int, float] = {}
    for row, weight in used:
        for number, factor in row.terms:
            about[number] = about.get(number, 0.0) + weight * factor
    largest = max((abs(multiple) for multiple in about.values()), default=0.0)
    rough = sum(
        m * (box.low[n] if m > 0 else box.high[n]) for n, m in about.items() if abs(m) > _ZERO * largest
    )
    # Not a number and infinite where an open end takes part.
    return rough > 0.0 and _exactly(used, box) > 0


def _exactly(used: Sequence[tuple[Row, float]], box: Box) -> Fraction:
    """Return the least that weighted rows can add up to in a box, without rounding; nothing if that has no end."""
    total: dict[int, Fraction] = {}
    for row, weight in used:
        for number, factor in row.terms:
            total[number] = total.get(number, Fraction(0)) + Fraction(weight) * Fraction(factor)
    least = Fraction(0)
    for number, multiple in total.items():
        if multiple == 0:
            continue
        end = box.low[number] if multiple > 0 else box.high[number]
        if math.isinf(end):
            return Fraction(0)
        least += multiple * Fraction(end)
    return least
