"""Values of textbook datasets as they are printed: `5*x-12` reads `5x - 12`, as an angle `(5x - 12)°`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ..expression import Expression, Letter, Negation, Number, Operation, read_formula, to_label


def length_text(text: str) -> str | None:
    r"""Return how a length, area or bare number is written; nothing if it is no formula.

    >>> length_text("3/5*y+2"), length_text("radius_0_0")
    ('\\frac{3}{5}y + 2', None)
    """
    formula = _formula(text)
    return None if formula is None else to_label(formula)


def angle_text(text: str) -> str | None:
    """Return how an angle in degrees is written.

    >>> angle_text("62"), angle_text("2*x"), angle_text("5x-12")
    ('62°', '2x°', '(5x - 12)°')
    """
    formula = _formula(text)
    if formula is None:
        return None
    single = not isinstance(formula, Operation | Negation) or _is_product(formula)
    return f"{to_label(formula)}°" if single else f"({to_label(formula)})°"


def number_of(text: str) -> float | None:
    """Return the number that a formula without letters is, or nothing."""
    formula = _formula(text)
    return formula.value() if formula is not None and not formula.letters else None


def is_letter(text: str) -> bool:
    """Whether a text is one letter, standing for a number."""
    return isinstance(_formula(text), Letter)


def _formula(text: str) -> Expression | None:
    if "_" in text or len(text) > 200:
        return None
    return read_formula(text)


def _is_product(formula: Expression) -> bool:
    """Whether a formula is a number and a letter in a row, `2x`."""
    return (
        isinstance(formula, Operation)
        and formula.op == "*"
        and isinstance(formula.left, Number)
        and isinstance(formula.right, Letter)
    )


@dataclass(frozen=True)
class Affine:
    """A number and multiples of letters: `5x - 12`."""

    constant: float
    factors: Mapping[str, float]


def affine(text: str) -> Affine | None:
    """Return the number and the factors of the letters in a formula that is a sum of such, or nothing.

    >>> affine("2x+3y-1")
    Affine(constant=-1.0, factors={'x': 2.0, 'y': 3.0})
    """
    formula = _formula(text)
    if formula is None:
        return None
    zero = dict.fromkeys(formula.letters, 0.0)
    constant = formula.value(zero)
    factors = {letter: formula.value(zero | {letter: 1.0}) - constant for letter in formula.letters}
    twice = {letter: 2.0 * k for k, letter in enumerate(formula.letters, start=1)}
    expected = constant + sum(factors[letter] * number for letter, number in twice.items())
    return Affine(constant, factors) if math.isclose(formula.value(twice), expected, abs_tol=1e-9) else None
