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
CLOSE = 1e-6
"""Sketch millimetres: two crossings nearer than this are one."""


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
        return sorted(_distinct(found), key=lambda spot: -spot[1])

    def gap(self, spot: XY) -> float:
        """Return the distance in millimetres from a place to the drawn curve."""
        return min((_distance(spot, a, b) for a, b in self._pairs()), default=math.inf)

    def heading(self, spot: XY) -> float | None:
        """Return the direction in radians, in the sketch, of the curve near a place; upwards for a vertical one."""
        if self.rule.form == "y":
            return self._slope(spot)
        near = min(self._pairs(), key=lambda pair: _distance(spot, *pair), default=None)
        return math.atan2(near[1][1] - near[0][1], near[1][0] - near[0][0]) if near else None

    def _slope(self, spot: XY) -> float | None:
        """Return the direction of a graph, by a central difference of fourth order."""
        x = self.frame.data(*spot)[0]
        step = 1e-3 / self.frame.scales[0]
        at = {k: self.data(x + k * step) for k in (-2, -1, 1, 2)}
        if any(place is None for place in at.values()):
            return None
        y = {k: place[1] for k, place in at.items() if place}
        slope = (y[-2] - 8 * y[-1] + 8 * y[1] - y[2]) / (12 * step)
        across, up = self.frame.scales
        return math.atan2(slope * up, across)

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
    rule = rule_of(entity)
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


def crossings(first: Plotted, second: Plotted) -> list[XY]:
    """Return the places where two curves meet, from left to right: exact for graphs, else on the drawn curves."""
    if first.rule.form == second.rule.form == "y":
        return _graph_crossings(first, second)
    found = list(_polyline_crossings(first.curve, second.curve))
    return sorted(_distinct(found))


def _graph_crossings(first: Plotted, second: Plotted) -> list[XY]:
    """Return where two graphs over x meet: changes of sign halved, and touching extremes."""
    import numpy as np

    from .sampling import at, domain_of
    from .windows import window_of

    reach = window_of(first.frame)
    ends = [domain_of(curve.rule, reach) for curve in (first, second)]
    low, high = max(end[0] for end in ends), min(end[1] for end in ends)
    if low >= high:
        return []
    xs = np.linspace(low, high, 1201)
    gap = at(first.rule, xs)[1] - at(second.rule, xs)[1]
    known = gap[np.isfinite(gap)]
    scale = float(np.max(np.abs(known))) if known.size else 0.0
    found = [float(x) for x, g in zip(xs, gap) if abs(g) <= 1e-12 * max(1.0, scale)]

    def difference(x: float) -> float:
        a, b = first.data(x), second.data(x)
        return a[1] - b[1] if a and b else math.nan

    for i in np.nonzero(np.sign(gap[:-1]) * np.sign(gap[1:]) < 0)[0].tolist():
        found.append(_halved(difference, float(xs[i]), float(xs[i + 1])))
    inner = np.abs(gap)
    for i in (np.nonzero((inner[1:-1] < inner[:-2]) & (inner[1:-1] < inner[2:]))[0] + 1).tolist():
        x = _lowest(lambda x: abs(difference(x)), float(xs[i - 1]), float(xs[i + 1]))
        if abs(difference(x)) <= 1e-9 * max(1.0, scale):
            found.append(x)
    spots = [spot for x in sorted(found) if (spot := first.spot(x))]
    return _distinct(spots, 1e-3)


def _halved(f: Callable[[float], float], low: float, high: float) -> float:
    sign = f(low) > 0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if (f(middle) > 0) == sign else (low, middle)
    return (low + high) / 2


def _lowest(f: Callable[[float], float], low: float, high: float) -> float:
    """Return where a function with one dip is lowest (golden section)."""
    ratio = (math.sqrt(5) - 1) / 2
    for _ in range(HALVINGS):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if f(a) < f(b) else (a, high)
    return (low + high) / 2


def _polyline_crossings(first: Curve[int], second: Curve[int]) -> Iterator[XY]:
    from shapely import get_coordinates
    from shapely.geometry import MultiLineString

    ours, theirs = (MultiLineString([list(piece) for piece in curve.pieces]) for curve in (first, second))
    for x, y in get_coordinates(ours.intersection(theirs)).tolist():
        yield (float(x), float(y))


def _distinct(spots: list[XY], close: float = 0.02) -> list[XY]:
    """Return places without near repeats, in order."""
    kept: list[XY] = []
    for spot in spots:
        if all(math.dist(spot, other) > close for other in kept):
            kept.append(spot)
    return kept


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
