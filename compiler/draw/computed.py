"""What a computed value prints: its exact form where what is given is exact, else a few digits; and its unit."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..expression import to_label
from ..expression.recognise import recognised
from ..pose.frame import Frame

_POWERS = {"length": 1, "area": 2, "volume": 3}
_DECIMALS = 3
"""Digits after the point of a number that is printed in decimals and still is exact."""
_QUARTERS = 4
"""Parts of a degree in which an angle is exact."""
_SAME = 1e-12


@dataclass(frozen=True)
class Givens:
    """What the values of a panel are told in."""

    frame: Frame
    has_decimals: bool
    """Whether a given is a decimal: measured then, and what follows is no more exact."""
    in_radians: bool
    """Whether angles are given as multiples of π."""


def told(value: float, dimension: str, givens: Givens) -> str:
    """Return a value (sketch millimetres to its power, radians or a number) in the author's terms."""
    if dimension == "angle":
        return _angle(value, givens)
    power = _POWERS.get(dimension, 0)
    if not power:
        return _number(value, givens.has_decimals)
    frame = givens.frame
    number = _number(value / (frame.per_unit * frame.bare) ** power, givens.has_decimals)
    return f"{number} {_unit(frame.unit, power)}".strip()


def _angle(radians: float, givens: Givens) -> str:
    """Return an angle in degrees, or as a multiple of π where angles are given so."""
    if givens.in_radians and (form := recognised(radians)) is not None:
        return f"${to_label(form)}$"
    degrees = math.degrees(radians)
    parts = round(degrees * _QUARTERS)
    if abs(degrees * _QUARTERS - parts) <= 1e-10 * max(abs(degrees), 1.0):
        return f"{parts / _QUARTERS:g}°"
    return f"{rounded(degrees)}°"


def _number(value: float, has_decimals: bool) -> str:
    """Return a number exactly if that can be told, in decimals if they end soon."""
    decimal = round(value, _DECIMALS)
    if abs(decimal - value) <= _SAME * max(abs(value), 1.0):
        return f"{decimal:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    form = None if has_decimals else recognised(value)
    return rounded(value) if form is None else f"${to_label(form)}$"


def in_letter(share: float, letter: str, power: int) -> str:
    """Return a multiple of the letter that gives a picture its size, raised to a power.

    >>> in_letter(math.sqrt(2), "a", 1), in_letter(math.sqrt(3) / 4, "a", 2), in_letter(2.0, "a", 1)
    ('$a\\\\sqrt{2}$', '$a^2\\\\sqrt{3}/4$', '$2a$')
    """
    form = recognised(share)
    raised = letter if power == 1 else f"{letter}^{power}"
    if form is None:
        return f"${rounded(share)}{raised}$"
    head, bar, parts = to_label(form).partition("/")
    factor = "" if head == "1" else head
    # The letter stands in front of a root, behind a number.
    both = f"{raised}{factor}" if factor.startswith("\\sqrt") else f"{factor}{raised}"
    return f"${both}{bar}{parts}$"


def _unit(unit: str, power: int) -> str:
    return unit if power == 1 or not unit else f"{unit}^{power}"


def rounded(number: float) -> str:
    """Return a number to four significant digits, without trailing zeros and without an exponent.

    >>> rounded(59.99999999), rounded(2.5), rounded(123456.7)
    ('60', '2.5', '123457')
    """
    return f"{number:.4g}" if abs(number) < 1e4 else f"{number:.0f}"
