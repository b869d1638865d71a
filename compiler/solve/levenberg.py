"""Damped Gauss-Newton (Levenberg-Marquardt) over a `Program`, and the polish that ends it.

Source: Madsen, Nielsen, Tingleff, Methods for Non-Linear Least Squares Problems (2004), section 3.2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .jets import Array
from .program import Program

_SPARSE_FROM = 300
"""Unknowns from which SciPy's sparse factorisation beats NumPy's dense one, its import included."""
_POLISH_STEPS, _REFINE_STEPS = 8, 16
_FULL, _REGULAR = 1e-10, 1e-5
"""Share of the largest singular value below which a direction is left out: none that is solved for, any that is nearly
singular."""
_LEVEL = 1e-9
"""Cosine between the residual and every column of the Jacobian below which a minimum is reached."""
_STIFFEST = 1e12
"""Damping at which steps are shorter than rounding."""
_SLOW_GAIN = 1e-4
_SLOW_STEPS = 4
"""So many steps in a row that gain so little of the cost creep towards a minimum that is not zero."""
_TRIFLING_GAIN = 0.3
"""The same where no more is missing than the margins of bounds, which are wanted and not needed."""
_MARGINAL = 0.05
"""Share of the cost that bounds must have for their margins to be what is missing."""
_LIGHT, _LITTLE = 1e-3, 1e-3
"""A step damped so lightly that promises so little of the cost ends at a minimum that is not zero."""


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
    short = np.minimum(values - margin * program.lengths, program.ceiling)
    return short * program.weights, np.where(short == 0, program.idle, program.weights)


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
    descent = _Descent(program, start, margin)
    if not len(program.unknowns) or not program.rows:
        return descent.fit(settled=True)
    for _ in range(iterations):
        if descent.is_at_rest(goal) or descent.advance(least_gain):
            return descent.fit(settled=True)
    return descent.fit(settled=False)


class _Descent:
    """The state of one iteration: where it is, how it slopes there, how cautiously it steps."""

    def __init__(self, program: Program, start: Array, margin: float) -> None:
        self.program, self.margin = program, margin
        self.numbers = start.copy()
        self.residuals, self.jacobian = self.look(self.numbers)
        self.cost = float(self.residuals @ self.residuals)
        self.scale = np.maximum(_squares(self.jacobian), 1e-6)
        self.gradient = self.residuals @ self.jacobian
        self.damping, self.growth, self.slow = 1e-3, 2.0, 0
        self.trifle = margin * margin * program.rows

    def look(self, numbers: Array) -> tuple[Array, Array]:
        """Return residuals and Jacobian, hinges applied."""
        values, entries = self.program.linearise(numbers)
        residuals, switch = hinge(self.program, values, self.margin)
        return residuals, self.program.dense(entries) * switch[:, None]

    def fit(self, *, settled: bool) -> Fit:
        """Return where the iteration is."""
        return Fit(self.numbers, self.residuals, settled)

    def is_at_rest(self, goal: float) -> bool:
        """Tell whether nothing is left to gain: the goal is met, or the slope is level."""
        if self.cost <= goal * goal:
            return True
        slope = float(np.abs(self.gradient / np.sqrt(self.scale)).max())
        return slope <= _LEVEL * float(np.sqrt(self.cost))

    def advance(self, least_gain: float) -> bool:
        """Try one step; tell whether the iteration has come to its end."""
        normal = self.jacobian.T @ self.jacobian
        normal.flat[:: len(normal) + 1] += self.damping * self.scale
        try:
            step = np.linalg.solve(normal, -self.gradient)
        except np.linalg.LinAlgError:
            return self.retreat()
        trial = self.numbers.copy()
        trial[self.program.unknowns] += step
        residuals, jacobian = self.look(trial)
        cost = float(residuals @ residuals)
        if not cost < self.cost:
            return self.retreat()
        expected = float(step @ (self.damping * self.scale * step - self.gradient))
        gained = self.cost - cost
        is_level = self.damping <= _LIGHT and expected <= _LITTLE * self.cost
        ratio = gained / max(expected, 1e-300)
        self.damping = max(self.damping * max(1 / 5, 1 - (2 * ratio - 1) ** 3), 1e-12)
        self.growth = 2.0
        slow_gain = _TRIFLING_GAIN if self.is_trifle(residuals, cost) else _SLOW_GAIN
        self.slow = self.slow + 1 if gained <= slow_gain * self.cost else 0
        ended = is_level or self.slow > _SLOW_STEPS or gained <= least_gain * self.cost
        self.numbers, self.residuals, self.jacobian, self.cost = trial, residuals, jacobian, cost
        self.gradient = residuals @ jacobian
        self.scale = np.maximum(self.scale, _squares(jacobian))
        return ended

    def is_trifle(self, residuals: Array, cost: float) -> bool:
        """Tell whether what is missing is about the margins of bounds: then bounds have a part in it."""
        if cost > self.trifle:
            return False
        short = residuals[self.program.hinged]
        return float(short @ short) > _MARGINAL * cost

    def retreat(self) -> bool:
        """Step more cautiously from here on; tell whether there is no smaller step."""
        self.damping = max(self.damping * self.growth, 1e-9)
        self.growth *= 2.0
        return self.damping > _STIFFEST


def _squares(jacobian: Array) -> Array:
    """Return the squared length of each column."""
    squares: Array = np.einsum("ij,ij->j", jacobian, jacobian)
    return squares


def polish(program: Program, start: Array, *, goal: float) -> Array:
    """Take shortest Newton steps towards equations that nearly hold; keep the best values met."""
    if _is_beyond(program):
        return start
    return _best_of_steps(program, start, goal, lambda numbers: _newton(program, numbers, _FULL))


def refine(program: Program, start: Array) -> Array:
    """Polish to the last digit, where two loci touch as well.

    There a step along the direction in which they touch halves the distance and moves all else by the square of
    itself; steps in the other directions mend that before it is judged.
    """
    if _is_beyond(program):
        return start

    def step(numbers: Array) -> Array:
        moved = _newton(program, numbers, _FULL)
        return _newton(program, _newton(program, moved, _REGULAR), _REGULAR)

    return _best_of_steps(program, start, 0.0, step, _REFINE_STEPS)


def _is_beyond(program: Program) -> bool:
    return not len(program.unknowns) or not program.rows or len(program.unknowns) >= _SPARSE_FROM


def _best_of_steps(
    program: Program, start: Array, goal: float, step: Callable[[Array], Array], most: int = _POLISH_STEPS
) -> Array:
    """Return the last of some steps that each come nearer, until the goal is met."""
    best, worst = start, _worst(program, start)
    for _ in range(most):
        if worst <= goal:
            break
        trial = step(best)
        fresh = _worst(program, trial)
        if not fresh < worst:
            break
        best, worst = trial, fresh
    return best


def _worst(program: Program, numbers: Array) -> float:
    return float(np.abs(program.values(numbers)).max())


def _newton(program: Program, numbers: Array, least: float) -> Array:
    """Return where a shortest Newton step leads, in the directions whose singular values are not too small a share."""
    values, entries = program.linearise(numbers)
    moved = numbers.copy()
    moved[program.unknowns] += np.linalg.lstsq(program.dense(entries), -values, rcond=least)[0]
    return moved
