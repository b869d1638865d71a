"""A curve with an equation as something to compute with: its points, slopes and crossings, exactly."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...expression import Letter
from ...model import Entity
from ...pose.frame import Frame
from ...pose.poser import Poser
from ...shapes import XY, Curve
from .equations import Rule, rule_of
from .sampling import traced

HALVINGS = 60


@dataclass(frozen=True)
class Plotted:
    """A rule in a frame. Spots are sketch millimetres; parameters are in the author's units."""

    rule: Rule
    frame: Frame

    @property
    def curve(self) -> Curve[int]:
        """The curve as it is drawn."""
        return traced(self.rule, self.frame)

    def data(self, parameter: float) -> XY | None:
        """Return data coordinates at a parameter, or nothing where the curve does not exist."""
        rule = self.rule
        bindings = dict.fromkeys(rule.parameters, 1.0) | {rule.variable: parameter}
        first = rule.first.value(bindings)
        second = rule.second.value(bindings) if rule.second else math.nan
        found = {
            "y": (parameter, first), "x": (first, parameter), "path": (first, second),
            "polar": (first * math.cos(parameter), first * math.sin(parameter)),
        }.get(rule.form, (math.nan, math.nan))  # fmt: skip
        return found if all(math.isfinite(part) for part in found) else None

    def spot(self, parameter: float) -> XY | None:
        """Return the place of a parameter value; on an implicit curve, of the first point above that x."""
        if self.rule.form == "implicit":
            return next(iter(self.above(parameter)), None)
        at = self.data(parameter)
        return self.frame.place(*at) if at else None

    def above(self, x: float) -> list[XY]:
        """Return the places of the curve at an x, from the top down."""
        if self.rule.form == "y":
            at = self.data(x)
            return [self.frame.place(*at)] if at else []
        across = self.frame.place(x, 0.0)[0]
        found = [
            self._refined(a, b, lambda spot: spot[0] - across)
            for a, b in self._pairs()
            if _astride(a[0], b[0], across)
        ]
        return sorted(distinct(found), key=lambda spot: -spot[1])

    def gap(self, spot: XY) -> float:
        """Return the distance in millimetres from a place to the drawn curve."""
        return min((_distance(spot, a, b) for a, b in self._pairs()), default=math.inf)

    def heading(self, spot: XY) -> float | None:
        """Return the direction in radians, in the sketch, of the curve at a place of it; nothing where it has none."""
        way = self.way(self.frame.data(*spot))
        across, up = self.frame.scales
        return math.atan2(way[1] * up, way[0] * across) if way and any(way) else None

    def way(self, at: XY) -> XY | None:
        """Return the direction of the curve in data coordinates, by central differences of fourth order."""
        rule, step = self.rule, 1e-3 / self.frame.scales[0]
        if rule.form == "implicit":
            bound = dict.fromkeys(rule.parameters, 1.0)

            def value(x: float, y: float) -> float:
                return rule.first.value({**bound, "x": x, "y": y})

            across = _slope(lambda d: value(at[0] + d, at[1]), step)
            up = _slope(lambda d: value(at[0], at[1] + d), step)
            return (-up, across) if math.isfinite(across) and math.isfinite(up) else None
        parameter = self.parameter(at)
        if parameter is None:
            return None

        def place(d: float) -> XY:
            return self.data(parameter + d) or (math.nan, math.nan)

        ways = (_slope(lambda d: place(d)[0], step), _slope(lambda d: place(d)[1], step))
        return ways if all(map(math.isfinite, ways)) else None

    def parameter(self, at: XY) -> float | None:
        """Return the parameter of the place of the curve nearest to data coordinates; nothing for an equation in both."""
        rule = self.rule
        if rule.form in ("y", "x"):
            return at[0] if rule.form == "y" else at[1]
        if rule.form == "implicit":
            return None
        import numpy as np

        from .sampling import at as data_at

        values = np.linspace(rule.low, rule.high, 2001)
        x, y = data_at(rule, values)
        gaps = np.nan_to_num(np.hypot(x - at[0], y - at[1]), nan=np.inf)
        k = int(np.argmin(gaps))

        def gap(parameter: float) -> float:
            place = self.data(parameter)
            return math.dist(place, at) if place else math.inf

        return lowest(gap, float(values[max(0, k - 1)]), float(values[min(len(values) - 1, k + 1)]))

    def _pairs(self) -> Iterator[tuple[XY, XY]]:
        for piece in self.curve.pieces:
            yield from pairwise(piece)

    def _refined(self, a: XY, b: XY, side: Callable[[XY], float]) -> XY:
        """Return where a chord changes sides; on the chord, which is flat to a hundredth of a millimetre."""
        at_a, at_b = side(a), side(b)
        share = at_a / (at_a - at_b) if at_a != at_b else 0.0
        return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))


def plotted(entity: Entity, poser: Poser) -> Plotted | None:
    """Return the plotted curve of a thing with an equation."""
    rule = rule_of(entity, poser.panel)
    return Plotted(rule, poser.frame) if rule else None


def axis_rule(axis: str, value: float = 0.0) -> Rule:
    """Return the rule of the line on which a coordinate has a value.

    >>> axis_rule("y").form
    'y'
    """
    from ...expression import Number

    return Rule(
        "y" if axis == "y" else "x", Number(f"{value:g}", value), variable="x" if axis == "y" else "y"
    )


def distinct(spots: list[XY], close: float = 0.02) -> list[XY]:
    """Return places without near repeats, in order."""
    kept: list[XY] = []
    for spot in spots:
        if all(math.dist(spot, other) > close for other in kept):
            kept.append(spot)
    return kept


def halved(f: Callable[[float], float], low: float, high: float) -> float:
    """Return where a function changes its sign between two places where it has two signs."""
    sign = f(low) > 0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if (f(middle) > 0) == sign else (low, middle)
    return (low + high) / 2


def lowest(f: Callable[[float], float], low: float, high: float) -> float:
    """Return where a function with one dip is lowest (golden section)."""
    ratio = (math.sqrt(5) - 1) / 2
    for _ in range(HALVINGS):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if f(a) < f(b) else (a, high)
    return (low + high) / 2


def _slope(f: Callable[[float], float], step: float) -> float:
    """Return the derivative at 0 by a central difference of fourth order."""
    return (f(-2 * step) - 8 * f(-step) + 8 * f(step) - f(2 * step)) / (12 * step)


def _astride(a: float, b: float, value: float) -> bool:
    return a <= value <= b or b <= value <= a


def _distance(p: XY, a: XY, b: XY) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = 0.0 if square == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square))
    return math.dist(p, (a[0] + t * dx, a[1] + t * dy))


def is_letter(expression: object, name: str) -> bool:
    """Whether an expression is just a letter of that name."""
    return isinstance(expression, Letter) and expression.name == name
