"""Sampling a curve's rule into smooth pieces in sketch millimetres, clipped exactly to the window."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from ...draw.clipping import clip_piece
from ...pose.frame import Frame, Reach
from ...shapes import XY, Curve
from .equations import Limit, Rule
from .windows import window_of

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[float64]
    Mask: TypeAlias = NDArray[bool_]
    Points: TypeAlias = Callable[[Array], tuple[Array, Array]]
Piece: TypeAlias = tuple[XY, ...]

FLATNESS = 0.012
"""Millimetres between a curve and its chord: a tenth of a pixel at 200 dots per inch."""
FIRST = 129
ROUNDS = 8
"""Each divides an interval that is not flat by four: 2^-23 of the domain at the end."""
MOST = 3000
JUMP = 1.0
"""Millimetres: steps are at most as long; one that no refinement could shorten is a jump, where the curve is broken."""
BROKEN = 2.0**-17
"""Of the domain: a longer step may still be a steep curve."""


@lru_cache(maxsize=256)
def traced(rule: Rule, frame: Frame, low: float = -math.inf, high: float = math.inf) -> Curve[int]:
    """Return a rule's curve inside the frame's window; `low..high` narrows its domain further."""
    reach = window_of(frame)
    if rule.form == "implicit":
        from .contours import contour

        pieces = contour(rule.first, rule.parameters, frame, reach)
    else:
        start, end = domain_of(rule, reach)
        start, end = max(start, low), min(end, high)
        pieces = sampled(placed(rule, frame), start, end, frame) if start < end else ()
    left, bottom = frame.place(reach[0], reach[1])
    right, top = frame.place(reach[2], reach[3])
    for limit in rule.limits:
        pieces = tuple(cut for piece in pieces for cut in cut_by(piece, limit, frame))
    return Curve(tuple(c for piece in pieces for c in clip_piece(piece, (left, bottom, right, top))))


def domain_of(rule: Rule, reach: Reach) -> tuple[float, float]:
    """Return the parameter interval of a rule; the window bounds a graph that its author left open."""
    if rule.form in ("path", "polar"):
        return rule.low, rule.high
    low, high = (reach[0], reach[2]) if rule.form == "y" else (reach[1], reach[3])
    return max(rule.low, low), min(rule.high, high)


def at(rule: Rule, values: Array) -> tuple[Array, Array]:
    """Return data coordinates of a curve at parameter values; letters without a number count as 1."""
    import numpy as np

    bindings: dict[str, Array | float] = dict.fromkeys(rule.parameters, 1.0)
    bindings[rule.variable] = values
    first = rule.first.values(bindings)
    if rule.form == "y":
        return values, first
    if rule.form == "x":
        return first, values
    if rule.form == "polar":
        return first * np.cos(values), first * np.sin(values)
    assert rule.second is not None
    return first, rule.second.values(bindings)


def placed(rule: Rule, frame: Frame) -> Points:
    """Return a curve as a function from parameter values to sketch millimetres."""
    import numpy as np

    across, up = frame.scales

    def points(values: Array) -> tuple[Array, Array]:
        x, y = at(rule, values)
        # What is beyond all numbers is beyond the frame, too.
        with np.errstate(over="ignore"):
            return (x - frame.origin[0]) * across, (y - frame.origin[1]) * up

    return points


def sampled(points: Points, low: float, high: float, frame: Frame) -> tuple[Piece, ...]:
    """Return a curve over a parameter interval as polylines; gaps in the values, jumps and poles divide it."""
    import numpy as np

    left, bottom, right, top = window_of(frame)
    margin = 5.0
    a, b = frame.place(left, bottom), frame.place(right, top)
    u = np.linspace(low, high, FIRST)
    for _ in range(ROUNDS):
        x, y = points(u)
        split = _coarse(x, y) & ~_outside(x, y, (a[0] - margin, a[1] - margin, b[0] + margin, b[1] + margin))
        if not split.any() or len(u) > MOST:
            break
        start, step = u[:-1][split], np.diff(u)[split] / 4
        u = np.sort(np.concatenate([u, start + step, start + 2 * step, start + 3 * step]))
    x, y = points(u)
    with np.errstate(invalid="ignore"):
        steps = np.hypot(np.diff(x), np.diff(y))
        broken = (np.diff(u) < (high - low) * BROKEN) & (steps > JUMP)
    return _runs(x, y, broken)


def _coarse(x: Array, y: Array) -> Mask:
    """Return which intervals are not yet flat, or end where the curve begins to exist."""
    import numpy as np

    known = np.isfinite(x) & np.isfinite(y)
    split = known[:-1] != known[1:]
    with np.errstate(all="ignore"):
        long = np.hypot(np.diff(x), np.diff(y)) > JUMP
        ax, ay, bx, by = x[1:-1] - x[:-2], y[1:-1] - y[:-2], x[2:] - x[1:-1], y[2:] - y[1:-1]
        cx, cy = x[2:] - x[:-2], y[2:] - y[:-2]
        bend = np.abs(ax * by - ay * bx) / np.maximum(np.hypot(cx, cy), 1e-9)
        sharp = np.nan_to_num(bend) > FLATNESS
        sharp &= np.maximum(np.hypot(ax, ay), np.hypot(bx, by)) > FLATNESS
    split |= long
    split[:-1] |= sharp
    split[1:] |= sharp
    return np.asarray(split)


def _outside(x: Array, y: Array, box: Reach) -> Mask:
    """Return which intervals lie beyond one side of a box, where nobody sees how smooth they are."""
    import numpy as np

    with np.errstate(invalid="ignore"):
        sides = [x < box[0], x > box[2], y < box[1], y > box[3]]
    return np.asarray(np.any([side[:-1] & side[1:] for side in sides], axis=0))


def _runs(x: Array, y: Array, broken: Mask) -> tuple[Piece, ...]:
    """Return the unbroken runs of points."""
    pieces: list[Piece] = []
    run: list[XY] = []
    for i, (px, py) in enumerate(zip(x.tolist(), y.tolist())):
        if not (math.isfinite(px) and math.isfinite(py)) or (i and broken[i - 1]):
            pieces += [tuple(run)] if len(run) > 1 else []
            run = []
        if math.isfinite(px) and math.isfinite(py):
            run.append((px, py))
    return (*pieces, tuple(run)) if len(run) > 1 else tuple(pieces)


def cut_by(piece: Piece, limit: Limit, frame: Frame) -> tuple[Piece, ...]:
    """Return the parts of a polyline where an inequality holds; the cut is linear inside a short chord."""
    gaps = [limit.gap.value(dict(zip("xy", frame.data(*spot)))) for spot in piece]
    parts: list[list[XY]] = [[]]
    for i, (spot, gap) in enumerate(zip(piece, gaps)):
        if i and math.isfinite(gap) and math.isfinite(gaps[i - 1]) and (gap < 0) != (gaps[i - 1] < 0):
            share = gaps[i - 1] / (gaps[i - 1] - gap)
            before = piece[i - 1]
            parts[-1].append(
                (before[0] + share * (spot[0] - before[0]), before[1] + share * (spot[1] - before[1]))
            )
            if gap < 0:
                parts.append([])
        if gap >= 0:
            parts[-1].append(spot)
    return tuple(tuple(part) for part in parts if len(part) > 1)
