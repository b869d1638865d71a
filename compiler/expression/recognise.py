"""The exact form of a computed number: whole, a fraction, with a root, a multiple of π; never a loose guess.

Every form that is tried is compared to twelve digits. So few forms are simple enough to be tried that a
number without one meets none by chance: about one in a million does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Final

from .tree import Application, Constant, Expression, Negation, Number, Operation

_SAME: Final = 1e-12
"""Relative: solved figures are good to some thirteen digits."""
_LARGEST: Final = 10_000.0
_MOST_PARTS: Final = 24
"""The largest denominator of a fraction, alone or before a root or π."""
_MOST_SQUARED: Final = 3000
_SUM_PARTS: Final = 6
_SUM_FACTOR: Final = 8
_SUM_ROOTS: Final = (2, 3, 5, 6, 7)


def recognised(value: float) -> Expression | None:
    """Return the simple exact form of a number, if it has one.

    >>> from .label import to_label
    >>> [to_label(e) for v in (5.0, 2.5, 3 * math.sqrt(2) / 2, math.pi / 6, 2 - math.sqrt(3)) if (e := recognised(v))]
    ['5', '5/2', '3\\\\sqrt{2}/2', '\\\\pi/6', '2 - \\\\sqrt{3}']
    >>> recognised(0.7364892)
    """
    if not 1e-6 < abs(value) < _LARGEST:
        return None
    form = next(_forms(abs(value)), None)
    return Negation(form) if form is not None and value < 0 else form


def _forms(value: float) -> Iterator[Expression]:
    """Yield the forms that a positive number has, the simplest first."""
    if (share := _fraction(value, _MOST_PARTS)) is not None:
        yield _scaled(share)
    if (share := _fraction(value / math.pi, _MOST_PARTS)) is not None:
        yield _scaled(share, Constant("pi"))
    if (square := _fraction(value * value, _MOST_PARTS**2, of=2)) is not None:
        yield from _root(square)
    yield from _sums(value)


def _fraction(value: float, most: int, *, of: int = 1) -> Fraction | None:
    """Return the fraction with a denominator up to a bound that a number is; `of` is the power it was raised to."""
    share = Fraction(value).limit_denominator(most)
    return share if share and abs(value - float(share)) <= of * _SAME * value else None


def _root(square: Fraction) -> Iterator[Expression]:
    """Yield the root of a fraction as a multiple of the root of a whole number."""
    whole = square.numerator * square.denominator
    if whole > _MOST_SQUARED * square.denominator**2:
        return
    factor, rest = _square_factor(whole)
    share = Fraction(factor, square.denominator)
    if rest > 1 and share.denominator <= _MOST_PARTS and rest < _MOST_SQUARED:
        yield _scaled(share, _sqrt(rest))


@cache
def _square_factor(whole: int) -> tuple[int, int]:
    """Return a and b with whole = a² b, b without square factors."""
    factor, rest, at = 1, whole, 2
    while at * at <= rest:
        while rest % (at * at) == 0:
            factor, rest = factor * at, rest // (at * at)
        at += 1
    return factor, rest


def _sums(value: float) -> Iterator[Expression]:
    """Yield (p + q √n) / m for small numbers."""
    for parts in range(1, _SUM_PARTS + 1):
        for root in _SUM_ROOTS:
            for factor in range(-_SUM_FACTOR, _SUM_FACTOR + 1):
                rest = value * parts - factor * math.sqrt(root)
                whole = round(rest)
                if factor and 0 < abs(whole) < 100 and abs(rest - whole) <= _SAME * value * parts:
                    yield _over(_added(whole, factor, root), parts)


def _added(whole: int, factor: int, root: int) -> Expression:
    surd = _scaled(Fraction(abs(factor)), _sqrt(root))
    if factor < 0:
        return Operation("-", _whole(whole), surd)
    return Operation("-", surd, _whole(-whole)) if whole < 0 else Operation("+", _whole(whole), surd)


def _scaled(share: Fraction, unit: Expression | None = None) -> Expression:
    """Return a fraction, or a fraction of a root or of π."""
    above = _whole(share.numerator)
    if unit is not None:
        above = unit if share.numerator == 1 else Operation("*", _whole(share.numerator), unit)
    return _over(above, share.denominator)


def _over(above: Expression, parts: int) -> Expression:
    return above if parts == 1 else Operation("/", above, _whole(parts))


def _sqrt(whole: int) -> Expression:
    return Application("sqrt", (_whole(whole),))


def _whole(number: int) -> Expression:
    return Number(str(number), number)
