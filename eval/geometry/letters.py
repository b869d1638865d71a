"""Equations of textbook problems: measured quantities against formulas with letters, found from the drawing alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...compiler.expression import Expression, read_formula
from .base import Figure, Statement

if TYPE_CHECKING:
    from ...compiler.solve.jets import Array

Quantity = Callable[[Figure], float]
"""A measure on a drawing, in the problem's own units: lengths, degrees, areas."""


@dataclass(frozen=True)
class Equation:
    """What is measured, and the formula that it is stated to have; `power` says of what sort it is."""

    text: str
    quantity: Quantity
    formula: Expression
    power: int | None = 1
    """Of length; nothing for an angle in degrees."""

    def scale(self, figure: Figure) -> float:
        """Return what a difference is a share of: the figure's size to its power; of degrees a radian."""
        if self.power is None:
            return math.degrees(1.0)
        return max((figure.size / figure.unit) ** self.power, 1e-12)


@dataclass
class Equations:
    """The equations of one problem. What the letters in them are worth is fitted to each drawing, by least squares."""

    found: list[Equation] = field(default_factory=list)

    def add(self, text: str, quantity: Quantity, formula: str, power: int | None = 1) -> bool:
        """Add an equation; tell whether its formula could be read."""
        read = read_formula(formula)
        if read is not None:
            self.found.append(Equation(text, quantity, read, power))
        return read is not None

    def values(self, figure: Figure) -> Mapping[str, float]:
        """Return what the letters are worth: Gauss-Newton with differences, which is exact for what is linear."""
        import numpy as np

        lettered = [e for e in self.found if e.formula.letters]
        letters = sorted({letter for e in lettered for letter in e.formula.letters})
        values = np.ones(len(letters))
        for _ in range(8 if letters else 0):
            now = _misses(lettered, letters, values, figure)
            slopes = np.array(
                [_misses(lettered, letters, values + step, figure) - now for step in np.eye(len(letters))]
            )
            values = values - np.linalg.lstsq(slopes.T, now, rcond=1e-12)[0]
        return dict(zip(letters, values.tolist()))

    def letter(self, name: str) -> Quantity:
        """Return what a letter is worth; nan if no equation decides it."""
        return lambda figure: self.values(figure).get(name, math.nan)

    def statements(self) -> list[Statement]:
        """Return each equation as a statement."""
        return [Statement(e.text, self._error(e)) for e in self.found]

    def _error(self, equation: Equation) -> Callable[[Figure], float]:
        def error(figure: Figure) -> float:
            value = equation.formula.value(self.values(figure))
            return _finite(abs(equation.quantity(figure) - value) / equation.scale(figure))

        return error


def _misses(equations: Sequence[Equation], letters: Sequence[str], values: Array, figure: Figure) -> Array:
    import numpy as np

    bound = dict(zip(letters, values.tolist()))
    return np.array([(e.formula.value(bound) - e.quantity(figure)) / e.scale(figure) for e in equations])


def _finite(error: float) -> float:
    return error if math.isfinite(error) else math.inf
