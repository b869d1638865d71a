"""What is remarkable of a graph: its poles, holes and asymptotes, zeros, extrema and inflections, found numerically."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ...expression import Application, Expression, Operation
from ...shapes import XY
from .equations import Rule
from .plotted import halved, lowest

SAMPLES = 1201
TINY = 1e-9
"""Of the function's size: a value this small is zero."""
FAR = ((1e4, 1e5, 1e6), (17.0, 51.0, 153.0))
"""Where a graph is read for its straight asymptotes; nearer by if it has no value far out, as of an exponential."""
MOST = 40
Feature = Literal["zeros", "maxima", "minima", "extrema", "inflections"]


@dataclass(frozen=True)
class Break:
    """A place where a graph has no value: a pole, or a hole at which both sides meet."""

    at: float
    height: float | None = None
    """Of a hole; nothing for a pole."""


@dataclass(frozen=True)
class Straight:
    """The asymptote `y = slope x + rise`."""

    slope: float
    rise: float


def function(rule: Rule) -> Callable[[float], float]:
    """Return a graph's function; letters without a number count as 1."""
    ones = dict.fromkeys(rule.parameters, 1.0)
    return lambda x: rule.first.value({**ones, rule.variable: x})


# Poles and holes


@lru_cache(maxsize=128)
def breaks(rule: Rule, low: float, high: float) -> tuple[Break, ...]:
    """Return the poles and holes of a graph in an interval, from left to right.

    >>> from ...expression import read_formula
    >>> breaks(Rule("y", read_formula("(x^2 - 1)/(x - 1)")), -3.0, 3.0)
    (Break(at=1.0, height=2.0),)
    """
    f = function(rule)
    spots = sorted({x for part in vanishing(rule.first) for x in _roots_of(part, rule, low, high)})
    found: list[Break] = []
    for x in spots:
        if found and x - found[-1].at < 1e-9 * (high - low):
            continue
        left, right = (_limit(f, x, sign) for sign in (-1, 1))
        if left is None and right is None:
            continue
        if math.inf in (left, right):
            found.append(Break(x))
        elif left is not None and right is not None and _is_hole(f(x), left, right):
            found.append(Break(x, _plain((left + right) / 2)))
    return tuple(found[:MOST])


def _is_hole(value: float, left: float, right: float) -> bool:
    """Whether both sides meet where the function has no value, or another one."""
    meet = math.isclose(left, right, rel_tol=1e-6, abs_tol=1e-6)
    return meet and (not math.isfinite(value) or abs(value - left) > 1e-4 * max(1.0, abs(left)))


def vanishing(expression: Expression) -> Iterator[Expression]:
    """Yield what must not vanish for an expression to have a value."""
    for part in expression.walk():
        match part:
            case Operation("/", _, under) if under.letters:
                yield under
            case Operation("^", base, exponent) if base.letters and exponent.value() < 0:
                yield base
            case Application("tan" | "sec", args):
                yield Application("cos", args)
            case Application("cot" | "csc", args):
                yield Application("sin", args)
            case Application("ln" | "log", (inner, *_)):
                yield inner


def _roots_of(part: Expression, rule: Rule, low: float, high: float) -> list[float]:
    ones = dict.fromkeys(part.letters, 1.0)
    return roots(lambda x: part.value({**ones, rule.variable: x}), low, high)


def _limit(f: Callable[[float], float], x: float, sign: int) -> float | None:
    """Return what a function tends to on one side: a number, infinity, or nothing where it does not exist."""
    size = max(1.0, abs(x))
    values = [f(x + sign * step * size) for step in (1e-3, 1e-4, 1e-5, 1e-6)]
    if any(not math.isfinite(value) for value in values[:3]):
        return None
    a, b, c, _ = map(abs, values)
    if c > 2 * b > 4 * a or (c > b > a and c - b > 0.5 * (b - a) and c > 5):
        return math.inf
    # Straight on from the last two steps: the first-order error goes.
    return values[2] + (values[2] - values[1]) / 9


def _plain(value: float) -> float:
    """Return a value without the last digits that came from rounding."""
    near = round(value, 6)
    return near if abs(value - near) < 5e-6 * max(1.0, abs(value)) else value


# Straight asymptotes


@lru_cache(maxsize=128)
def straight_asymptotes(rule: Rule) -> tuple[Straight, ...]:
    """Return the level and oblique asymptotes of a graph, each once.

    >>> from ...expression import read_formula
    >>> straight_asymptotes(Rule("y", read_formula("(x^2 + 1)/(x - 2)")))
    (Straight(slope=1.0, rise=2.0),)
    """
    f = function(rule)
    found: list[Straight] = []
    for sign, end in ((1, rule.high), (-1, rule.low)):
        line = _asymptote(f, sign) if math.isinf(end) else None
        if line is not None and line not in found:
            found.append(line)
    return tuple(found)


def _asymptote(f: Callable[[float], float], sign: int) -> Straight | None:
    reads = next((found for far in FAR if (found := _read(f, sign, far))), None)
    if reads is None:
        return None
    (m1, r1), (m2, r2), (m3, r3) = reads
    settled = abs(m3 - m2) <= 0.2 * abs(m2 - m1) + 1e-7 and abs(r3 - r2) <= 0.2 * abs(r2 - r1) + 1e-3
    if not settled or abs(m3) > 1e3 or abs(r3 - r1) > 1.0 + 0.1 * abs(r3):
        return None
    slope, rise = _near(m3, 5), _near(r3, 3)
    # A straight line is its own asymptote, which nobody draws.
    near = all(abs(f(sign * x) - slope * sign * x - rise) < 1e-9 for x in (1.0, 2.7, 11.3))
    waves = any(abs(f(sign * x) - slope * sign * x - rise) > 1e-2 for x in (1e4 + 1, 3e4 + 2, 7e4 + 0.5))
    return None if near or waves else Straight(slope, rise)


def _read(f: Callable[[float], float], sign: int, far: tuple[float, ...]) -> list[tuple[float, float]] | None:
    """Return slope and rise of the chords from three places far out to twice as far."""
    found = []
    for x in (sign * part for part in far):
        a, b = f(x), f(2 * x)
        if not (math.isfinite(a) and math.isfinite(b)):
            return None
        slope = (b - a) / x
        found.append((slope, a - slope * x))
    return found


def _near(value: float, digits: int) -> float:
    """Return a value without the last digits, if these are none: what is read far out is not exact."""
    near = round(value, digits) + 0.0
    return near if abs(value - near) < 0.2 * 10.0**-digits else value


# Zeros, extrema, inflections


@lru_cache(maxsize=128)
def spots(rule: Rule, feature: Feature, low: float, high: float) -> tuple[XY, ...]:
    """Return the zeros, extrema or inflections of a graph in an interval, in data coordinates.

    >>> from ...expression import read_formula
    >>> spots(Rule("y", read_formula("x^3 - 3 x")), "maxima", -3.0, 3.0)
    ((-1.0, 2.0),)
    """
    f = function(rule)
    step = 1e-4 * (high - low)

    def first(x: float) -> float:
        return (f(x - 2 * step) - 8 * f(x - step) + 8 * f(x + step) - f(x + 2 * step)) / (12 * step)

    def second(x: float) -> float:
        ends = -f(x - 2 * step) + 16 * f(x - step) + 16 * f(x + step) - f(x + 2 * step)
        return (ends - 30 * f(x)) / (12 * step * step)

    if feature == "zeros":
        return tuple((x, 0.0) for x in roots(f, low, high))
    found = roots(second if feature == "inflections" else first, low, high, touching=False)
    kept = []
    for x in found:
        bend = second(x)
        wanted = {"maxima": bend < 0, "minima": bend > 0}.get(feature, True)
        if wanted and math.isfinite(f(x)):
            kept.append((_plain(x), _plain(f(_plain(x)))))
    return tuple(kept[:MOST])


def roots(f: Callable[[float], float], low: float, high: float, *, touching: bool = True) -> list[float]:
    """Return where a function vanishes in an interval: changes of sign halved, and extremes that touch.

    >>> roots(lambda x: x * x - 4, -3.0, 3.0), roots(lambda x: x * x, -1.0, 1.0)
    ([-2.0, 2.0], [0.0])
    """
    grid = [low + (high - low) * k / (SAMPLES - 1) for k in range(SAMPLES)]
    values = [f(x) for x in grid]
    size = max((abs(v) for v in values if math.isfinite(v)), default=0.0)
    found = [x for x, v in zip(grid, values) if v == 0]
    for k, (a, b) in enumerate(zip(values, values[1:])):
        if a * b < 0:
            x = halved(f, grid[k], grid[k + 1])
            if abs(f(x)) <= max(abs(a), abs(b)):
                found.append(x)
    for k in range(1, SAMPLES - 1) if touching else ():
        a, b, c = (abs(v) for v in values[k - 1 : k + 2])
        if b < a and b < c and values[k - 1] * values[k + 1] > 0 and b < 1e-2 * size:
            x = lowest(lambda x: abs(f(x)), grid[k - 1], grid[k + 1])
            if abs(f(x)) <= TINY * size:
                found.append(x)
    return _distinct([_plain_root(f, x) for x in sorted(found)], (high - low) * 1e-7)


def _plain_root(f: Callable[[float], float], x: float) -> float:
    """Return the round number next to a root, if that is one."""
    near = round(x, 9) + 0.0
    return near if abs(f(near)) <= abs(f(x)) + 1e-12 else x


def _distinct(values: list[float], close: float) -> list[float]:
    kept: list[float] = []
    for value in values:
        if not kept or value - kept[-1] > close:
            kept.append(value)
    return kept


def may_break(expression: Expression) -> bool:
    """Whether an expression has anything in it that may vanish where it must not."""
    return any(True for _ in vanishing(expression))
