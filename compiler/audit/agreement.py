"""When two written values are the same value: verbatim, converted to another unit, or rounded."""

import math
import re
from typing import Final

from ...dsl.plain import plain
from ...dsl.quantity import Magnitude

_SAME: Final = 1e-6
"""Relative: conversions by tabulated factors agree to more digits than any text shows."""
_COARSEST: Final = 0.05
"""Relative: a rounding that moves a value further than this makes it another value."""
_EXACT: Final = 15
_DIGITS: Final = re.compile(r"\d[\d, ]*(?:\.\d+)?|\.\d+")


def is_same(one: Magnitude, other: Magnitude) -> bool:
    """Whether two values are equal; a unit may be missing on one side (table heads, axis titles).

    A share or an angle without a unit is also a plain number or counts in radians: 30 % is 0.30, 30° is π/6.

    >>> from diagrammar.dsl.quantity import read_quantity
    >>> is_same(read_quantity("25.0 km/h"), read_quantity("25 km/h"))
    True
    >>> is_same(read_quantity("1.5 m"), read_quantity("150 cm"))
    True
    """
    if one.value is None or other.value is None:
        return False
    if one.unit is None or other.unit is None:
        plain_numbers = all(m.dimension.is_none or m.dimension.name == "angle" for m in (one, other))
        return _close(one.value, other.value, _SAME) or (plain_numbers and _close(one.si, other.si, _SAME))
    if not one.dimension.fits(other.dimension):
        return False
    return _close(one.si, other.si, _SAME)


def is_rounding(one: Magnitude, other: Magnitude) -> bool:
    """Whether one value is the other rounded to the digits that it shows, in any unit that fits.

    >>> from diagrammar.dsl.quantity import read_quantity
    >>> is_rounding(read_quantity("290.588 cm"), read_quantity("2.91 m"))
    True
    """
    if one.si is None or other.si is None:
        return False
    plain_numbers = one.dimension.is_none and other.dimension.is_none
    if not plain_numbers and (one.unit is None or other.unit is None):
        return one.value is not None and other.value is not None and _close(one.value, other.value, _SAME)
    if not one.dimension.fits(other.dimension):
        return False
    largest = max(abs(one.si), abs(other.si))
    room = max(half_step(one), half_step(other))
    return abs(one.si - other.si) <= min(room * (1 + _SAME), _COARSEST * largest)


def half_step(magnitude: Magnitude) -> float:
    """Return half a unit of the last digit shown, in SI."""
    if not magnitude.value:
        return 0.0
    factor = magnitude.unit.factor if magnitude.unit else 1.0
    leading = math.floor(math.log10(abs(magnitude.value)))
    return 0.5 * 10.0 ** (leading - significant_digits(magnitude) + 1) * factor


def significant_digits(magnitude: Magnitude) -> int:
    """Return how many digits a value shows; trailing zeros of a whole number do not count.

    >>> from diagrammar.dsl.quantity import read_quantity
    >>> [significant_digits(read_quantity(t)) for t in ("5.00 m", "1.7E+5 ly", "0.030", "24,000 km")]
    [3, 2, 2, 2]
    """
    text = plain(magnitude.text).text
    if magnitude.symbol is not None:
        text = text.partition("=")[2] or text
    if re.search(r"\d ?/ ?\(?\d|√|sqrt|π", text):
        return _EXACT
    found = _DIGITS.search(text)
    if found is None:
        return _EXACT
    written = re.sub(r"[, ]", "", found.group())
    whole, _, decimals = written.partition(".")
    digits = (whole + decimals) if decimals else whole.rstrip("0")
    return max(1, len(digits.lstrip("0")))


def _close(a: float | None, b: float | None, share: float) -> bool:
    if a is None or b is None:
        return False
    return abs(a - b) <= share * max(abs(a), abs(b))
