"""Damped Gauss-Newton (Levenberg-Marquardt) over a `Program`, and the polish that ends it.

Source: Madsen, Nielsen, Tingleff, Methods for Non-Linear Least Squares Problems (2004), section 3.2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .jets import Array
from .program import Program

_SPARSE_FROM = 300
"""Unknowns from which SciPy's sparse factorisation beats NumPy's dense one, its import included."""
_POLISH_STEPS = 8
_SLOW_GAIN = 1e-4
_SLOW_STEPS = 4
"""So many steps in a row that gain so little of the cost creep towards a minimum that is not zero."""


@dataclass(frozen=True)
class Fit:
    """Where an iteration ended: values of all slots, weighted residuals, and whether it had settled."""

    numbers: Array
    residuals: Array
    """One per row; a hinge that holds counts 0."""
    settled: bool

    @property
    def cost(self) -> float:
        """Sum of squares."""
        return float(self.residuals @ self.residuals)


def hinge(program: Program, values: Array, margin: float) -> tuple[Array, Array]:
    """Return weighted residuals and the scale of each Jacobian row: bounds that hold are switched off."""
    short = np.where(program.hinged, np.minimum(values - margin * program.lengths, 0.0), values)
    scale = np.where(program.hinged & (short == 0), 0.0, program.weights)
    return short * program.weights, scale


def levenberg(
    program: Program,
    start: Array,
    *,
    goal: float,
    margin: float = 0.0,
    iterations: int = 80,
    least_gain: float = 1e-13,
) -> Fit:
    """Minimise the squared residuals from `start`; stop below `goal` or at a step of less than some gain."""
    if len(program.unknowns) >= _SPARSE_FROM:
        from .sparse import sparse_levenberg

        return sparse_levenberg(program, start, goal=goal, margin=margin, iterations=iterations)
    numbers = start.copy()
    values, entries = program.linearise(numbers)
    residuals, switch = hinge(program, values, margin)
    if not len(program.unknowns) or not program.rows:
        return Fit(numbers, residuals, True)
    cost = float(residuals @ residuals)
    damping, growth, slow = 1e-3, 2.0, 0
    jacobian = program.dense(entries) * switch[:, None]
    scale = np.maximum(_squares(jacobian), 1e-6)
    for _ in range(iterations):
        if cost <= goal * goal:
            return Fit(numbers, residuals, True)
        gradient = residuals @ jacobian
        if float(np.abs(gradient / np.sqrt(scale)).max()) <= 1e-9 * np.sqrt(cost):
            return Fit(numbers, residuals, True)
        normal = jacobian.T @ jacobian
        normal.flat[:: len(normal) + 1] += damping * scale
        try:
            step = np.linalg.solve(normal, -gradient)
        except np.linalg.LinAlgError:
            damping = max(damping, 1e-9) * 10
            continue
        trial = numbers.copy()
        trial[program.unknowns] += step
        values, entries = program.linearise(trial)
        fresh, switch = hinge(program, values, margin)
        fresh_cost = float(fresh @ fresh)
        expected = float(step @ (damping * scale * step - gradient))
        if fresh_cost < cost:
            gain = (cost - fresh_cost) / max(expected, 1e-300)
            damping = max(damping * max(1 / 5, 1 - (2 * gain - 1) ** 3), 1e-12)
            growth = 2.0
            slow = slow + 1 if cost - fresh_cost <= _SLOW_GAIN * cost else 0
            stalled = slow > _SLOW_STEPS or cost - fresh_cost <= least_gain * cost
            numbers, residuals, cost = trial, fresh, fresh_cost
            if stalled:
                return Fit(numbers, residuals, True)
            jacobian = program.dense(entries) * switch[:, None]
            scale = np.maximum(scale, _squares(jacobian))
        else:
            damping *= growth
            growth *= 2.0
            if damping > 1e12:
                return Fit(numbers, residuals, True)
    return Fit(numbers, residuals, False)


def _squares(jacobian: Array) -> Array:
    """Return the squared length of each column."""
    squares: Array = np.einsum("ij,ij->j", jacobian, jacobian)
    return squares


def polish(program: Program, start: Array, *, goal: float) -> Array:
    """Take shortest Newton steps towards equations that nearly hold; keep the best values met."""
    if not len(program.unknowns) or not program.rows or len(program.unknowns) >= _SPARSE_FROM:
        return start
    best = start
    values, entries = program.linearise(best)
    worst = float(np.abs(values).max())
    for _ in range(_POLISH_STEPS):
        if worst <= goal:
            break
        step = np.linalg.lstsq(program.dense(entries), -values, rcond=1e-10)[0]
        trial = best.copy()
        trial[program.unknowns] += step
        values, entries = program.linearise(trial)
        fresh = float(np.abs(values).max())
        if not fresh < worst:
            break
        best, worst = trial, fresh
    return best
