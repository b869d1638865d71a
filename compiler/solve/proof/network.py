"""Intervals of numbers tied by elementary operations, narrowed until nothing is left or nothing moves.

Every bound is rounded outward, so a number that could be is never lost: an empty interval is a proof.

Source: Benhamou, Goualard, Granvilliers, Puget, Revising hull and box consistency, ICLP 1999.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

Bounds: TypeAlias = tuple[float, float]

_UP: Final = 1.0 + 4e-16
_DOWN: Final = 1.0 - 4e-16
_LEAST: Final = 1e-300
_NOTICED: Final = 0.1
"""Share of its width by which an interval must shrink for its neighbours to be asked again."""


class EmptyError(Exception):
    """No value is left for a number: internal to the proofs, never seen outside."""


def _outward(low: float, high: float) -> Bounds:
    """Return bounds a rounding error further apart."""
    return (
        low * (_DOWN if low > 0 else _UP) - _LEAST,
        high * (_UP if high > 0 else _DOWN) + _LEAST,
    )


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0.0 or b == 0.0 else a * b


def product(a: Bounds, b: Bounds) -> Bounds:
    """Return the interval of products.

    >>> low, high = product((-1.0, 2.0), (3.0, 4.0))
    >>> round(low, 9), round(high, 9)
    (-4.0, 8.0)
    """
    ends = (_times(a[0], b[0]), _times(a[0], b[1]), _times(a[1], b[0]), _times(a[1], b[1]))
    return _outward(min(ends), max(ends))


def quotient(a: Bounds, b: Bounds) -> Bounds:
    """Return the interval of quotients; everything where the divisor may be zero on both sides."""
    if b[0] < 0.0 < b[1] or (b[0] == b[1] == 0.0):
        return (-math.inf, math.inf)
    low = 1.0 / b[1] if b[1] != 0.0 else -math.inf
    high = 1.0 / b[0] if b[0] != 0.0 else math.inf
    if (a[0] <= 0.0 <= a[1]) and (math.isinf(low) or math.isinf(high)):
        return (-math.inf, math.inf)
    return product(a, (low, high))


@dataclass(frozen=True)
class Row:
    """A sum of multiples of numbers that is zero, or at most zero."""

    terms: tuple[tuple[int, float], ...]
    at_most: bool = False


class Network:
    """Numbers with their bounds, and the operations between them."""

    def __init__(self) -> None:
        self.low: list[float] = []
        self.high: list[float] = []
        self.links: list[Link] = []
        self.around: list[list[int]] = []
        """For each number the links that it has a part in."""
        self._magnitudes: dict[int, int] = {}
        self.rows: list[Row] = []
        """What of all this is linear."""

    def number(self, low: float = -math.inf, high: float = math.inf) -> int:
        """Return a new number within bounds."""
        self.low.append(low)
        self.high.append(high)
        self.around.append([])
        return len(self.low) - 1

    def link(self, narrow: Narrowing, *numbers: int) -> None:
        """Tie numbers by an operation."""
        for number in dict.fromkeys(numbers):
            self.around[number].append(len(self.links))
        self.links.append((narrow, numbers))

    # Operations: each gives a new number, or ties given ones

    def sum(self, a: int, b: int) -> int:
        """Return the sum of two numbers."""
        result = self.number()
        self.link(narrow_sum, result, a, b)
        self.rows.append(Row(((a, 1.0), (b, 1.0), (result, -1.0))))
        return result

    def difference(self, a: int, b: int) -> int:
        """Return a number minus another."""
        result = self.number()
        self.link(narrow_sum, a, result, b)
        self.rows.append(Row(((result, 1.0), (b, 1.0), (a, -1.0))))
        return result

    def times(self, a: int, b: int) -> int:
        """Return the product of two numbers."""
        if a == b:
            return self.square(a)
        result = self.number()
        self.link(narrow_product, result, a, b)
        return result

    def square(self, a: int) -> int:
        """Return the square of a number."""
        result = self.number(0.0)
        self.link(narrow_square, result, a)
        return result

    def root(self, a: int) -> int:
        """Return the square root of a number, which is then not negative."""
        result = self.number(0.0)
        self.link(narrow_square, a, result)
        return result

    def magnitude(self, a: int) -> int:
        """Return the absolute value of a number, the same number each time."""
        if a not in self._magnitudes:
            self._magnitudes[a] = self.number(0.0)
            self.link(narrow_magnitude, self._magnitudes[a], a)
        return self._magnitudes[a]

    def scaled(self, factor: float, a: int) -> int:
        """Return a fixed multiple of a number."""
        result = self.number()
        self.link(narrow_product, result, self.number(factor, factor), a)
        self.rows.append(Row(((a, factor), (result, -1.0))))
        return result

    def cosine(self, a: int) -> int:
        """Return the cosine of an angle, which is then between 0 and a half turn."""
        self.bound(a, 0.0, math.pi)
        result = self.number(-1.0, 1.0)
        self.link(narrow_cosine, result, a)
        return result

    def sine(self, a: int) -> int:
        """Return the sine of an angle, which is then between 0 and a half turn."""
        self.bound(a, 0.0, math.pi)
        result = self.number(0.0, 1.0)
        self.link(narrow_sine, result, a)
        return result

    def link_opposite(self, a: int, b: int) -> None:
        """Demand that one number is minus another."""
        self.link(narrow_opposite, a, b)
        self.rows.append(Row(((a, 1.0), (b, 1.0))))

    def equate(self, a: int, b: int) -> None:
        """Demand that two numbers are equal."""
        if a != b:
            self.link(narrow_equal, a, b)
            self.rows.append(Row(((a, 1.0), (b, -1.0))))

    def order(self, small: int, large: int) -> None:
        """Demand that a number is at most another."""
        self.link(narrow_order, small, large)
        self.rows.append(Row(((small, 1.0), (large, -1.0)), at_most=True))

    def bound(self, a: int, low: float, high: float) -> None:
        """Keep a number within bounds; bounds that exclude each other are found when narrowing."""
        self.low[a] = max(self.low[a], low)
        self.high[a] = min(self.high[a], high)

    def box(self) -> Box:
        """Return the bounds as they are."""
        return Box(self, list(self.low), list(self.high))


@dataclass
class Box:
    """Bounds of all numbers of a network, on their way to being narrowed."""

    network: Network
    low: list[float]
    high: list[float]
    effort: int = 0
    """Links asked so far."""

    def at(self, number: int) -> Bounds:
        """Return the bounds of a number."""
        return self.low[number], self.high[number]

    def is_empty(self, most: int, starts: Sequence[int] | None = None) -> bool:
        """Narrow, from some numbers on or altogether, and tell whether nothing is left.

        After `most` links it stops: then it is not known.
        """
        links, around = self.network.links, self.network.around
        if starts is None:
            if any(low > high for low, high in zip(self.low, self.high)):
                return True
            queue = list(range(len(links)))
        else:
            queue = list(dict.fromkeys(at for number in starts for at in around[number]))
        waiting = set(queue)
        first = 0
        while first < len(queue):
            at = queue[first]
            first += 1
            waiting.discard(at)
            self.effort += 1
            narrow, numbers = links[at]
            moved: list[int] = []
            try:
                narrow(self, moved, *numbers)
            except EmptyError:
                return True
            for number in moved:
                for other in around[number]:
                    if other not in waiting and other != at:
                        waiting.add(other)
                        queue.append(other)
            if self.effort > most:
                break
        return False

    def narrow(self, moved: list[int], number: int, bounds: Bounds) -> None:
        """Intersect a number's bounds with others; note it if that takes away enough."""
        before_low, before_high = self.low[number], self.high[number]
        low, high = max(before_low, bounds[0]), min(before_high, bounds[1])
        if low > high:
            raise EmptyError
        if low == before_low and high == before_high:
            return
        self.low[number], self.high[number] = low, high
        width = before_high - before_low
        if not width < math.inf or width - (high - low) > _NOTICED * width:
            moved.append(number)

    def halves(self, number: int) -> tuple[Box, Box]:
        """Return the box cut in two at the middle of a number's bounds."""
        low, high = self.at(number)
        # Lengths of very different sizes are halved in their ratio.
        middle = math.sqrt(low * high) if low > 0 and high > 4 * low else 0.5 * (low + high)
        if low < 0.0 < high and abs(middle) < 0.25 * (high - low):
            middle = 0.0
        first, second = (Box(self.network, list(self.low), list(self.high)) for _ in range(2))
        first.high[number] = middle
        second.low[number] = middle
        return first, second


Narrowing: TypeAlias = Callable[..., None]
Link: TypeAlias = tuple[Narrowing, tuple[int, ...]]


def narrow_sum(box: Box, moved: list[int], z: int, x: int, y: int) -> None:
    """Take the bounds of z = x + y from each other."""
    low, high = box.low, box.high
    box.narrow(moved, z, _outward(low[x] + low[y], high[x] + high[y]))
    if math.isfinite(low[z]) or math.isfinite(high[z]):
        box.narrow(moved, x, _outward(_minus(low[z], high[y], -1), _minus(high[z], low[y], 1)))
        box.narrow(moved, y, _outward(_minus(low[z], high[x], -1), _minus(high[z], low[x], 1)))


def _minus(a: float, b: float, side: int) -> float:
    """Return a - b; where both are infinite, the infinity that says nothing."""
    return side * math.inf if math.isinf(a) or math.isinf(b) else a - b


def narrow_product(box: Box, moved: list[int], z: int, x: int, y: int) -> None:
    """Take the bounds of z = x y from each other."""
    box.narrow(moved, z, product(box.at(x), box.at(y)))
    box.narrow(moved, x, quotient(box.at(z), box.at(y)))
    box.narrow(moved, y, quotient(box.at(z), box.at(x)))


def narrow_square(box: Box, moved: list[int], z: int, x: int) -> None:
    """Take the bounds of z = x² from each other."""
    low, high = box.at(x)
    least = 0.0 if low <= 0.0 <= high else min(low * low, high * high)
    box.narrow(moved, z, _outward(least, max(low * low, high * high)))
    inner = math.sqrt(max(box.low[z], 0.0)) * _DOWN
    if box.high[z] < 0.0:
        raise EmptyError
    outer = math.sqrt(box.high[z]) * _UP if box.high[z] < math.inf else math.inf
    box.narrow(moved, x, (-outer, outer))
    if box.low[x] > -inner:
        box.narrow(moved, x, (inner, math.inf))
    elif box.high[x] < inner:
        box.narrow(moved, x, (-math.inf, -inner))


def narrow_magnitude(box: Box, moved: list[int], z: int, x: int) -> None:
    """Take the bounds of z = |x| from each other."""
    low, high = box.at(x)
    least = 0.0 if low <= 0.0 <= high else min(abs(low), abs(high))
    box.narrow(moved, z, (least, max(abs(low), abs(high))))
    box.narrow(moved, x, (-box.high[z], box.high[z]))
    if box.low[x] > -box.low[z]:
        box.narrow(moved, x, (box.low[z], math.inf))
    elif box.high[x] < box.low[z]:
        box.narrow(moved, x, (-math.inf, -box.low[z]))


_ERROR: Final = 4e-16
"""Absolute error of a cosine, a sine or an arc cosine as the platform computes it."""


def narrow_cosine(box: Box, moved: list[int], z: int, x: int) -> None:
    """Take the bounds of z = cos x, 0 <= x <= π, from each other."""
    low, high = box.at(x)
    box.narrow(moved, z, (math.cos(min(high, math.pi)) - _ERROR, math.cos(max(low, 0.0)) + _ERROR))
    least, most = (min(max(end, -1.0), 1.0) for end in box.at(z))
    box.narrow(moved, x, (math.acos(most) - _ERROR, math.acos(least) + _ERROR))


def narrow_sine(box: Box, moved: list[int], z: int, x: int) -> None:
    """Take the bounds of z = sin x, 0 <= x <= π, from each other."""
    low, high = max(box.low[x], 0.0), min(box.high[x], math.pi)
    ends = math.sin(low), math.sin(high)
    most = 1.0 if low <= math.pi / 2 <= high else max(ends)
    box.narrow(moved, z, (min(ends) - _ERROR, most + _ERROR))
    least, most = (math.asin(min(max(end, 0.0), 1.0)) for end in box.at(z))
    if high <= math.pi / 2:
        box.narrow(moved, x, (least - _ERROR, most + _ERROR))
    elif low >= math.pi / 2:
        box.narrow(moved, x, (math.pi - most - _ERROR, math.pi - least + _ERROR))
    else:
        box.narrow(moved, x, (least - _ERROR, math.pi - least + _ERROR))


def narrow_equal(box: Box, moved: list[int], a: int, b: int) -> None:
    """Take the bounds of two equal numbers from each other."""
    box.narrow(moved, a, box.at(b))
    box.narrow(moved, b, box.at(a))


def narrow_opposite(box: Box, moved: list[int], a: int, b: int) -> None:
    """Take the bounds of a = -b from each other."""
    box.narrow(moved, a, (-box.high[b], -box.low[b]))
    box.narrow(moved, b, (-box.high[a], -box.low[a]))


def narrow_order(box: Box, moved: list[int], small: int, large: int) -> None:
    """Take the bounds of small <= large from each other."""
    box.narrow(moved, small, (-math.inf, box.high[large]))
    box.narrow(moved, large, (box.low[small], math.inf))
