"""Where two curves meet, to the last digit: seeds from the drawn curves, then Newton's steps on their equations."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ...shapes import XY, Curve
from .newton import fitted
from .plotted import HALVINGS, Plotted, distinct, halved, lowest
from .sampling import at, domain_of
from .windows import window_of

if TYPE_CHECKING:
    from .sampling import Array

STRAYED = 0.6
"""Millimetres: a crossing that the steps lead farther from its seed is another one."""
TOUCH = 0.02
"""Millimetres: curves that come as near may touch, which their equations decide."""
MET = 1e-6
"""Millimetres between curves that meet."""
NEAR = 1e-3
"""Millimetres: crossings nearer than this are one."""


def crossings(first: Plotted, second: Plotted) -> list[XY]:
    """Return the places where two curves meet, from left to right, in sketch millimetres."""
    if first.rule.form == second.rule.form == "y":
        return _graph_crossings(first, second)
    seeds = list(_seeds(first, second))
    found = [spot for seed in seeds if (spot := _polished(first, second, seed))]
    return sorted(distinct(found, NEAR))


def contacts(outer: XY, curve: Plotted) -> list[XY]:
    """Return where the tangents from a place touch a curve, from left to right, in sketch millimetres."""
    frame = curve.frame
    found = []
    for piece in curve.curve.pieces:
        turns = [_turn(outer, a, b) for a, b in pairwise(piece)]
        for k, (g, h) in enumerate(pairwise(turns)):
            if (g < 0) != (h < 0) and (spot := _touched(frame.data(*outer), curve, piece[k + 1])):
                found.append(spot)
    return sorted(distinct(found, NEAR))


def _turn(outer: XY, a: XY, b: XY) -> float:
    """Return on which side of a chord a place lies."""
    return (b[0] - a[0]) * (outer[1] - a[1]) - (b[1] - a[1]) * (outer[0] - a[0])


def _touched(outer: XY, curve: Plotted, seed: XY) -> XY | None:
    """Return where the line from data coordinates touches a curve near a seed."""
    path = curve.rule.form in ("path", "polar")
    start = curve.frame.data(*seed)
    begin = [t for t in (curve.parameter(start),) if t is not None] if path else list(start)

    def place(numbers: Sequence[float]) -> XY:
        return (curve.data(numbers[0]) or (math.nan, math.nan)) if path else (numbers[0], numbers[1])

    def misses(numbers: Sequence[float]) -> list[float]:
        x, y = place(numbers)
        way = curve.way((x, y)) or (math.nan, math.nan)
        across = way[0] * (outer[1] - y) - way[1] * (outer[0] - x)
        return [across] if path else [_difference(curve, x, y), across]

    found = fitted(misses, begin, good=1e-9)
    spot = curve.frame.place(*place(found)) if found is not None else None
    return spot if spot is not None and math.dist(spot, seed) < 3 * STRAYED else None


def _seeds(first: Plotted, second: Plotted) -> Iterator[XY]:
    """Yield places of the drawn curves near which they cross or touch."""
    if second.rule.form in ("path", "polar"):
        first, second = second, first
    if second.rule.form in ("path", "polar"):
        yield from _polyline_crossings(first.curve, second.curve)
        return
    for piece in first.curve.pieces:
        gaps = _gaps(second, piece)
        for k, ((p, q), (g, h)) in enumerate(zip(pairwise(piece), pairwise(gaps))):
            if g == 0 or (g < 0) != (h < 0):
                share = g / (g - h) if g != h else 0.0
                yield (p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1]))
            elif 0 < k < len(gaps) - 1 and abs(g) < TOUCH and abs(gaps[k - 1]) >= abs(g) <= abs(h):
                yield p
        if gaps and abs(gaps[-1]) < TOUCH:
            yield piece[-1]


def _gaps(curve: Plotted, spots: Sequence[XY]) -> list[float]:
    """Return about how far in millimetres, and on which side, places are off a curve that is no path."""
    import numpy as np

    x, y = np.array([curve.frame.data(*spot) for spot in spots]).T
    step, (across, up) = 1e-3 / curve.frame.scales[0], curve.frame.scales
    value = _differences(curve, x, y)
    slope_x = (_differences(curve, x + step, y) - _differences(curve, x - step, y)) / (2 * step)
    slope_y = (_differences(curve, x, y + step) - _differences(curve, x, y - step)) / (2 * step)
    with np.errstate(all="ignore"):
        gaps = value / np.hypot(slope_x / across, slope_y / up)
    found: list[float] = np.nan_to_num(gaps, nan=np.inf, posinf=np.inf, neginf=-np.inf).tolist()
    return found


def _differences(curve: Plotted, x: Array, y: Array) -> Array:
    """Return what vanishes on a curve that is no path."""
    rule = curve.rule
    bound: dict[str, Array | float] = dict.fromkeys(rule.parameters, 1.0)
    if rule.form == "implicit":
        return rule.first.values({**bound, "x": x, "y": y})
    given, other = (x, y) if rule.form == "y" else (y, x)
    return other - rule.first.values({**bound, rule.variable: given})


def _difference(curve: Plotted, x: float, y: float) -> float:
    """Return what vanishes on a curve that is no path."""
    rule = curve.rule
    bound = dict.fromkeys(rule.parameters, 1.0)
    if rule.form == "implicit":
        return rule.first.value({**bound, "x": x, "y": y})
    given, other = (x, y) if rule.form == "y" else (y, x)
    return other - rule.first.value({**bound, rule.variable: given})


def _polished(first: Plotted, second: Plotted, seed: XY) -> XY | None:
    """Return the meeting of two curves near a seed, or nothing if there is none."""
    frame = first.frame
    paths = [curve for curve in (first, second) if curve.rule.form in ("path", "polar")]
    start = frame.data(*seed)
    begin = [t for curve in paths if (t := curve.parameter(start)) is not None] if paths else list(start)

    def place(numbers: Sequence[float]) -> XY:
        return (paths[0].data(numbers[0]) or (math.nan, math.nan)) if paths else (numbers[0], numbers[1])

    def misses(numbers: Sequence[float]) -> list[float]:
        x, y = place(numbers)
        if len(paths) == 2:
            u, v = paths[1].data(numbers[1]) or (math.nan, math.nan)
            return [x - u, y - v]
        return [_difference(curve, x, y) for curve in (first, second) if curve not in paths]

    found = fitted(misses, begin, good=math.inf)
    if found is None:
        return None
    spot = frame.place(*place(found))
    inside = all(math.isfinite(part) for part in spot) and math.dist(spot, seed) < STRAYED
    return spot if inside and all(_meets(curve, spot) for curve in (first, second)) else None


def _meets(curve: Plotted, spot: XY) -> bool:
    """Whether a place is on a curve, and on a part of it that its domain leaves."""
    if curve.gap(spot) > 0.05:
        return False
    return curve.rule.form in ("path", "polar") or abs(_gaps(curve, (spot,))[0]) < MET


def _graph_crossings(first: Plotted, second: Plotted) -> list[XY]:
    """Return where two graphs over x meet: changes of sign halved, and touching extremes."""
    import numpy as np

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
        found.append(halved(difference, float(xs[i]), float(xs[i + 1])))
    known_at = np.isfinite(gap)
    for i in np.nonzero(known_at[:-1] != known_at[1:])[0].tolist():
        # Where one of them begins to exist they may meet at once, as a root and a parabola do.
        x = _first_known(difference, float(xs[i]), float(xs[i + 1]))
        if abs(difference(x)) <= 1e-6 * max(1.0, scale):
            found.append(_round(x, difference))
    inner = np.abs(gap)
    for i in (np.nonzero((inner[1:-1] < inner[:-2]) & (inner[1:-1] < inner[2:]))[0] + 1).tolist():
        x = lowest(lambda x: abs(difference(x)), float(xs[i - 1]), float(xs[i + 1]))
        if abs(difference(x)) <= 1e-9 * max(1.0, scale):
            found.append(x)
    spots = [spot for x in sorted(found) if (spot := first.spot(x))]
    return distinct(spots, 1e-3)


def _first_known(f: Callable[[float], float], a: float, b: float) -> float:
    """Return where a function begins to have values, on the side where it has them."""
    known, unknown = (a, b) if math.isfinite(f(a)) else (b, a)
    for _ in range(HALVINGS):
        middle = (known + unknown) / 2
        known, unknown = (middle, unknown) if math.isfinite(f(middle)) else (known, middle)
    return known


def _round(x: float, f: Callable[[float], float]) -> float:
    """Return the round number next to a place, if the function is no larger there."""
    near = round(x, 9) + 0.0
    return near if math.isfinite(f(near)) and abs(f(near)) <= abs(f(x)) else x


def _polyline_crossings(first: Curve[int], second: Curve[int]) -> Iterator[XY]:
    from shapely import get_coordinates
    from shapely.geometry import MultiLineString

    ours, theirs = (MultiLineString([list(piece) for piece in curve.pieces]) for curve in (first, second))
    for x, y in get_coordinates(ours.intersection(theirs)).tolist():
        yield (float(x), float(y))
