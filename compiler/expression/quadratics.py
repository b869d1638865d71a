"""Equations of the second degree: their coefficients, read off an expression by exact polynomial arithmetic."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from .tree import Constant, Equation, Expression, Letter, Negation, Number, Operation

Poly: TypeAlias = dict[tuple[int, int], float]
"""The coefficients of x^i y^j."""
MOST = 6
"""The highest degree that is followed; what cancels again may be above the second."""
TINY = 1e-13
"""Of the largest coefficient: what is smaller came from rounding."""


@dataclass(frozen=True)
class Quadratic:
    """`a x² + b xy + c y² + d x + e y + f = 0`."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def value(self, x: float, y: float) -> float:
        """Return the left side at a place."""
        return self.a * x * x + self.b * x * y + self.c * y * y + self.d * x + self.e * y + self.f

    def scaled(self, across: float, up: float, ox: float, oy: float) -> Quadratic:
        """Return the same curve in coordinates X, Y with `x = X / across + ox`, `y = Y / up + oy`."""
        a, b, c = self.a / across**2, self.b / (across * up), self.c / up**2
        d = (2 * self.a * ox + self.b * oy + self.d) / across
        e = (2 * self.c * oy + self.b * ox + self.e) / up
        return Quadratic(a, b, c, d, e, self.value(ox, oy))

    def moved_to(self, x: float, y: float) -> Quadratic:
        """Return the curve whose origin stands at a place."""
        return self.scaled(1.0, 1.0, -x, -y)

    def expression(self) -> Expression:
        """Return the left side as an expression in x and y."""
        x, y = Letter("x"), Letter("y")
        terms = (
            (self.a, _times(x, x)),
            (self.b, _times(x, y)),
            (self.c, _times(y, y)),
            (self.d, x),
            (self.e, y),
        )
        total: Expression = Number(f"{self.f:.17g}", self.f)
        for factor, term in terms:
            if factor:
                total = Operation("+", total, _times(Number(f"{factor:.17g}", factor), term))
        return total


def _times(left: Expression, right: Expression) -> Expression:
    return Operation("*", left, right)


def quadratic_of(difference: Expression, letters: Mapping[str, float]) -> Quadratic | None:
    """Return the coefficients of an expression that shall vanish, or nothing if it is not of the second degree.

    Denominators in x or y are multiplied out. `letters` are the numbers of its other letters.

    >>> from .formula import read_formula
    >>> quadratic_of(read_formula("x^2/25 + y^2/9 = 1"), {})
    Quadratic(a=0.04, b=0.0, c=0.1111111111111111, d=0.0, e=0.0, f=-1.0)
    >>> quadratic_of(read_formula("y = 4/x"), {}).b
    1.0
    """
    found = _ratio(difference, letters)
    if found is None:
        return None
    over = found[0]
    largest = max(map(abs, over.values()), default=0.0)
    kept = {power: value for power, value in over.items() if abs(value) > TINY * largest}
    if not kept or any(i + j > 2 for i, j in kept) or not any(i + j == 2 for i, j in kept):
        return None
    return Quadratic(*(kept.get(power, 0.0) for power in ((2, 0), (1, 1), (0, 2), (1, 0), (0, 1), (0, 0))))


def _ratio(expression: Expression, letters: Mapping[str, float]) -> tuple[Poly, Poly] | None:
    """Return an expression as one polynomial over another."""
    match expression:
        case Number() | Constant():
            return _constant(expression.value())
        case Letter("x"):
            return {(1, 0): 1.0}, _one()
        case Letter("y"):
            return {(0, 1): 1.0}, _one()
        case Negation(operand):
            inner = _ratio(operand, letters)
            return inner and ({power: -value for power, value in inner[0].items()}, inner[1])
        case Equation(left, right):
            return _ratio(Operation("-", left, right), letters)
        case Operation(op, left, right):
            return _operation(op, left, right, letters)
    value = expression.value(letters)
    return _constant(value) if math.isfinite(value) else None


def _constant(value: float) -> tuple[Poly, Poly] | None:
    return ({(0, 0): value}, _one()) if math.isfinite(value) else None


def _one() -> Poly:
    return {(0, 0): 1.0}


def _operation(
    op: str, left: Expression, right: Expression, letters: Mapping[str, float]
) -> tuple[Poly, Poly] | None:
    one = _ratio(left, letters)
    if one is None:
        return None
    if op == "^":
        return _power(one, right.value(letters))
    other = _ratio(right, letters)
    if other is None:
        return None
    (a, b), (c, d) = one, other
    match op:
        case "+":
            return _bounded(_sum(_product(a, d), _product(c, b)), _product(b, d))
        case "-":
            minus = {power: -value for power, value in c.items()}
            return _bounded(_sum(_product(a, d), _product(minus, b)), _product(b, d))
        case "*":
            return _bounded(_product(a, c), _product(b, d))
    return _bounded(_product(a, d), _product(b, c)) if any(c.values()) else None


def _power(base: tuple[Poly, Poly], exponent: float) -> tuple[Poly, Poly] | None:
    if not (math.isfinite(exponent) and exponent == int(exponent) and 0 <= exponent <= MOST):
        return None
    result: tuple[Poly, Poly] | None = (_one(), _one())
    for _ in range(int(exponent)):
        result = result and _bounded(_product(result[0], base[0]), _product(result[1], base[1]))
    return result


def _bounded(over: Poly, under: Poly) -> tuple[Poly, Poly] | None:
    """Return a fraction of bounded degree; a constant denominator is divided out."""
    if any(i + j > MOST for i, j in (*over, *under)):
        return None
    if set(under) == {(0, 0)}:
        share = under[0, 0]
        return ({power: value / share for power, value in over.items()}, _one()) if share else None
    return over, under


def _sum(one: Poly, other: Poly) -> Poly:
    total = dict(one)
    for power, value in other.items():
        total[power] = total.get(power, 0.0) + value
    return total


def _product(one: Poly, other: Poly) -> Poly:
    total: Poly = {}
    for (i, j), value in one.items():
        for (k, m), factor in other.items():
            total[i + k, j + m] = total.get((i + k, j + m), 0.0) + value * factor
    return {power: value for power, value in total.items() if value}
