"""The same iteration for large systems: normal equations factorised by SciPy, loaded only when needed."""

from __future__ import annotations

import numpy as np

from .jets import Array
from .levenberg import Fit, hinge
from .program import Program


def sparse_levenberg(program: Program, start: Array, *, goal: float, margin: float, iterations: int) -> Fit:
    """Minimise the squared residuals from `start`, with sparse normal equations."""
    from scipy.sparse import csr_array, diags_array
    from scipy.sparse.linalg import splu

    width = len(program.unknowns)
    where = np.divmod(program.places, width)

    def look(numbers: Array) -> tuple[Array, csr_array]:
        values, entries = program.linearise(numbers)
        residuals, scale = hinge(program, values, margin)
        return residuals, csr_array((entries * scale[where[0]], where), shape=(program.rows, width))

    numbers = start.copy()
    residuals, jacobian = look(numbers)
    cost = float(residuals @ residuals)
    damping, scale = 1e-3, np.full(width, 1e-6)
    for _ in range(iterations):
        if cost <= goal * goal or damping > 1e12:
            return Fit(numbers, residuals, True)
        gradient = jacobian.T @ residuals
        normal = (jacobian.T @ jacobian).tocsc()
        scale = np.maximum(scale, normal.diagonal())
        step = splu((normal + diags_array(damping * scale)).tocsc()).solve(-gradient)
        trial = numbers.copy()
        trial[program.unknowns] += step
        fresh, slopes = look(trial)
        fresh_cost = float(fresh @ fresh)
        if not fresh_cost < cost:
            damping *= 4.0
            continue
        stalled = cost - fresh_cost <= 1e-13 * cost
        numbers, residuals, jacobian, cost = trial, fresh, slopes, fresh_cost
        damping = max(damping / 5.0, 1e-12)
        if stalled:
            return Fit(numbers, residuals, True)
    return Fit(numbers, residuals, False)
