"""Small systems of equations in numbers: damped Gauss–Newton steps from a given start.

Source: Levenberg (1944); Marquardt (1963).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

Residuals: TypeAlias = Callable[[Sequence[float]], Sequence[float]]

ROUNDS = 60
STEP = 1e-6
"""Relative step of the central differences that stand for derivatives."""
GOOD = 1e-9
"""A system is solved when no residual is larger."""


def fitted(residuals: Residuals, start: Sequence[float], *, good: float = GOOD) -> list[float] | None:
    """Return unknowns with which all residuals vanish, near a start, or nothing if none are found.

    Unknowns that no residual cares about keep their start.

    >>> [round(x, 9) for x in fitted(lambda u: [u[0] ** 2 - 2.0], [1.0, 7.0])]
    [1.414213562, 7.0]
    """
    import numpy as np

    at = [float(part) for part in start]
    now = residuals(at)
    damping = 1e-3
    for _ in range(ROUNDS):
        if not all(map(math.isfinite, now)):
            return None
        if not now or max(map(abs, now)) < 1e-15:
            break
        slopes = np.array(_slopes(residuals, at)).T
        if not np.isfinite(slopes).all():
            return None
        scale = np.linalg.norm(slopes, axis=0)
        scale[scale == 0] = 1.0
        normal = (slopes / scale).T @ (slopes / scale) + damping * np.eye(len(at))
        move = np.linalg.solve(normal, -(slopes / scale).T @ np.array(now)) / scale
        there = [a + float(b) for a, b in zip(at, move)]
        then = residuals(there)
        if all(map(math.isfinite, then)) and _size(then) < _size(now):
            at, now, damping = there, then, max(damping / 10, 1e-15)
        elif damping > 1e6:
            break
        else:
            damping = max(damping, 1e-9) * 10
    return at if not now or max(map(abs, now)) < good else None


def _size(values: Sequence[float]) -> float:
    return sum(value * value for value in values)


def _slopes(residuals: Residuals, at: list[float]) -> list[list[float]]:
    rows = []
    for k, value in enumerate(at):
        step = STEP * max(1.0, abs(value))
        ends = [residuals([*at[:k], value + sign * step, *at[k + 1 :]]) for sign in (-1, 1)]
        rows.append([(high - low) / (2 * step) for low, high in zip(*ends)])
    return rows
