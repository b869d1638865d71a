"""How far curves, lines and bounded regions make a picture reach, when no axes say it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ...expression import Application
from ...model import Panel
from ...pose.frame import FARTHEST
from ...shapes import XY
from ...values import Coordinates
from .equations import Limit, Rule, finite, rule_of
from .features import breaks
from .sampling import at

if TYPE_CHECKING:
    from .sampling import Array

WIDE = 10.0
"""How far zeros, extremes and crossings of an open-ended graph are looked for."""
PLAIN = (-3.0, 3.0)
LEAST_SPREAD = 0.25
"""Interesting places nearer together than this do not say how wide the window should be."""
TAIL = 6.0
"""A graph that is taller than this many times its middle 80 % runs off to a pole."""
MANY = 8
GRID = 150
"""Steps of the grids on which the reach of inequalities is looked for."""
TIPS = 6
"""How often the finer grid is widened for a tip that the coarse one missed."""
FEW = 12
"""Grid points: a region that holds fewer may be an accident of the grid."""
BESIDE_POLE = 4.0
"""How far a graph is seen to either side of its poles."""
NAN = math.nan


def graph_reach(
    rule: Rule, panel: Panel, across: tuple[float, float] | None, up: tuple[float, float] | None
) -> tuple[XY, ...]:
    """Return the corners of what should be seen of a curve; `across` and `up` are what the axes state."""
    import numpy as np

    if rule.form == "implicit":
        return _implicit_reach(rule, across, up)
    low, high = rule.low, rule.high
    if rule.form in ("y", "x"):
        low, high = _filled(rule, panel, across if rule.form == "y" else up)
    x, y = at(rule, np.linspace(low, high, 801))
    if rule.form == "y":
        x, y = np.array([low, high]), _without_poles(y)
    elif rule.form == "x":
        x, y = _without_poles(x), np.array([low, high])
    kept_x, kept_y = x[np.abs(x) < FARTHEST], y[np.abs(y) < FARTHEST]
    if not kept_x.size or not kept_y.size:
        return ()
    return ((float(kept_x.min()), float(kept_y.min())), (float(kept_x.max()), float(kept_y.max())))


def _filled(rule: Rule, panel: Panel, stated: tuple[float, float] | None) -> tuple[float, float]:
    """Return the domain of a graph, its open ends filled by the axes, else by what is interesting."""
    if not rule.open_ended:
        return (max(rule.low, stated[0]), min(rule.high, stated[1])) if stated else (rule.low, rule.high)
    low, high = stated or _interesting(rule, panel)
    low, high = max(rule.low, low), min(rule.high, high)
    if low < high:
        return low, high
    return (rule.low, rule.low + 6.0) if math.isfinite(rule.low) else (rule.high - 6.0, rule.high)


def _interesting(rule: Rule, panel: Panel) -> tuple[float, float]:
    """Return an interval that shows a graph's zeros, extremes, crossings with others, and the stated points."""
    import numpy as np

    if any(
        isinstance(part, Application) and part.function in ("sin", "cos", "tan") for part in rule.first.walk()
    ):
        return (-2 * math.pi, 2 * math.pi)
    poles = [b.at for b in breaks(rule, -WIDE, WIDE) if b.height is None] if rule.form == "y" else []
    if 0 < len(poles) <= MANY:
        spots = [*poles, *_stated(panel, 0)]
        return min(spots) - BESIDE_POLE, max(spots) + BESIDE_POLE
    grid = np.linspace(-WIDE, WIDE, 2003)
    _, values = at(rule, grid) if rule.form == "y" else reversed(at(rule, grid))
    spots = _stated(panel, 0 if rule.form == "y" else 1)
    for gap in (values, np.gradient(values), *(values - other for other in _others(rule, panel, grid))):
        turns = np.nonzero((gap[:-1] < 0) != (gap[1:] < 0))[0]
        spots += [float(grid[i]) for i in turns] if len(turns) <= MANY else []
        spots += [float(grid[i]) for i in np.nonzero(np.abs(gap) < 1e-12)[0][:MANY]]
    if len(spots) < 1:
        return PLAIN
    # Zero and turning point of a parabola are one spot: around it the curve itself is what is worth seeing.
    spread = max(spots) - min(spots)
    pad = 0.22 * spread if spread > LEAST_SPREAD else 2.0
    return min(spots) - pad, max(spots) + pad


def _others(rule: Rule, panel: Panel, grid: Array) -> list[Array]:
    """Return the values of the panel's other graphs over the same variable."""
    rules = [rule_of(entity) for entity in panel.entities.values()]
    graphs = [other for other in rules if other and other.form == rule.form and other != rule]
    return [at(other, grid)[1 if rule.form == "y" else 0] for other in graphs[:6]]


def _stated(panel: Panel, axis: int) -> list[float]:
    """Return the x (or y) of the stated points of a panel."""
    given = (g.value for entity in panel.entities.values() for g in entity.values.values())
    pairs = [value for value in given if isinstance(value, Coordinates) and len(value.items) == 2]
    return finite(pair.items[axis].expression.value() for pair in pairs)


def _without_poles(values: Array) -> Array:
    """Return values cut to what is worth seeing: near a pole a graph runs off the picture."""
    import numpy as np

    known = values[np.abs(values) < FARTHEST]
    if not known.size:
        return known
    low, high = np.quantile(known, (0.1, 0.9))
    spread = high - low
    if spread == 0 or known.max() - known.min() <= TAIL * spread:
        return known
    return np.clip(known, low - 0.5 * spread, high + 0.5 * spread)


def _implicit_reach(
    rule: Rule, across: tuple[float, float] | None, up: tuple[float, float] | None
) -> tuple[XY, ...]:
    """Return the box around a closed curve, or a plain one around the middle of what runs off."""
    import numpy as np

    for size in (2.0, 8.0, 30.0):
        xs = np.linspace(*(across or (-1.03 * size, size)), 140)
        ys = np.linspace(*(up or (-1.03 * size, size)), 140)
        grid_x, grid_y = np.meshgrid(xs, ys, indexing="ij")
        bindings: dict[str, Array | float] = {**dict.fromkeys(rule.parameters, 1.0), "x": grid_x, "y": grid_y}
        sign = rule.first.values(bindings) > 0
        cells = (sign[:-1, :-1] != sign[1:, 1:]) | (sign[1:, :-1] != sign[:-1, 1:])
        for limit in rule.limits:
            cells &= (limit.gap.values(bindings) >= 0)[:-1, :-1]
        i, j = np.nonzero(cells)
        if len(i) and (size == 30.0 or (min(i.min(), j.min()) > 0 and max(i.max(), j.max()) < 138)):
            edge = min(i.min(), j.min()) == 0 or max(i.max(), j.max()) == 138
            if edge and not (across and up):
                return ((-5.0, -5.0), (5.0, 5.0))
            return (
                (float(xs[i.min()]), float(ys[j.min()])),
                (float(xs[i.max() + 1]), float(ys[j.max() + 1])),
            )
    return ()


def line_reach(rule: Rule, coefficients: tuple[float, float, float]) -> tuple[XY, ...]:
    """Return where a straight line meets the axes, if not far away, or the ends of its domain."""
    a, b, c = coefficients
    if not b:
        return ((c / a, NAN),)
    if math.isfinite(rule.low) and math.isfinite(rule.high) and rule.form == "y":
        return tuple((x, (c - a * x) / b) for x in (rule.low, rule.high))
    if not a:
        return ((NAN, c / b),)
    meets = ((0.0, c / b), (c / a, 0.0))
    return tuple(spot for spot in meets if max(abs(spot[0]), abs(spot[1])) <= 2 * WIDE)


@lru_cache(maxsize=64)
def limits_reach(limits: tuple[Limit, ...]) -> tuple[XY, ...]:
    """Return how far a region of inequalities reaches, found on ever larger grids until it is inside one."""
    for size in (1.0, 4.0, 16.0, 64.0, 256.0, 4096.0):
        coarse = _held_box(limits, (-size, -size), (1.013 * size, 1.013 * size))
        if coarse is None or coarse.cells < FEW or coarse.at_edge:
            continue
        # A second piece that meets the first in a point, or lies apart, shows on the next grid only.
        wider = _held_box(limits, (-4 * size, -4 * size), (4.052 * size, 4.052 * size))
        if wider is not None and wider.exceeds(coarse):
            continue
        step = 2.013 * size / GRID
        return _finer(limits, coarse, step).corners(limits)
    return ((-5.0, -5.0), (5.0, 5.0))


def _finer(limits: tuple[Limit, ...], coarse: _Box, step: float) -> _Box:
    """Return the extent on a finer grid, whose box grows to the sides at which a thin tip still touches its edge."""
    low, high = (coarse.low[0] - step, coarse.low[1] - step), (coarse.high[0] + step, coarse.high[1] + step)
    best = coarse
    for _ in range(TIPS):
        fine = _held_box(limits, low, high)
        if fine is None:
            return best
        best = fine
        below = [fine.low[k] - low[k] < fine.step[k] for k in (0, 1)]
        above = [high[k] - fine.high[k] < fine.step[k] for k in (0, 1)]
        if not any((*below, *above)):
            return best
        low = (low[0] - 2 * step * below[0], low[1] - 2 * step * below[1])
        high = (high[0] + 2 * step * above[0], high[1] + 2 * step * above[1])
    return best


@dataclass(frozen=True)
class _Box:
    """The grid points at which inequalities hold: their extent, their step, their number."""

    low: XY
    high: XY
    step: XY
    cells: int
    at_edge: bool

    def exceeds(self, other: _Box) -> bool:
        """Whether it reaches plainly beyond another."""
        return any(
            other.low[k] - self.low[k] > 1.5 * other.step[k]
            or self.high[k] - other.high[k] > 1.5 * other.step[k]
            for k in (0, 1)
        )

    def corners(self, limits: tuple[Limit, ...]) -> tuple[XY, XY]:
        """Return the extent: a round number to each side beyond which nothing holds, else one step out."""
        low = [self._end(limits, k, self.low[k], -self.step[k]) for k in (0, 1)]
        high = [self._end(limits, k, self.high[k], self.step[k]) for k in (0, 1)]
        return ((low[0], low[1]), (high[0], high[1]))

    def _end(self, limits: tuple[Limit, ...], axis: int, value: float, step: float) -> float:
        unit = 10.0 ** math.ceil(math.log10(abs(step)))
        count = math.floor(value / unit + 1e-9) if step < 0 else math.ceil(value / unit - 1e-9)
        near = count * unit + 0.0
        return (
            near
            if abs(near - value) <= abs(step) and not self._holds(limits, axis, near + 0.02 * step)
            else value + step
        )

    def _holds(self, limits: tuple[Limit, ...], axis: int, at: float) -> bool:
        """Whether the inequalities hold anywhere on a line across the box."""
        import numpy as np

        other = 1 - axis
        along = np.linspace(self.low[other] - self.step[other], self.high[other] + self.step[other], 2001)
        spots = {"xy"[axis]: np.full_like(along, at), "xy"[other]: along}
        with np.errstate(invalid="ignore"):
            held = [limit.gap.values({**spots}) >= 0 for limit in limits]
        return bool(np.all(held, axis=0).any())


def _held_box(limits: tuple[Limit, ...], low: XY, high: XY) -> _Box | None:
    """Return where inequalities hold on a grid over a box, or nothing if nowhere."""
    import numpy as np

    across, up = (np.linspace(low[k], high[k], GRID + 1) for k in (0, 1))
    x, y = np.meshgrid(across, up, indexing="ij")
    held = np.ones(x.shape, dtype=bool)
    for limit in limits:
        with np.errstate(invalid="ignore"):
            held &= limit.gap.values({"x": x, "y": y}) >= -1e-9
    i, j = np.nonzero(held)
    if not len(i):
        return None
    edge = i.min() == 0 or i.max() == GRID or j.min() == 0 or j.max() == GRID
    return _Box(
        (float(across[i.min()]), float(up[j.min()])), (float(across[i.max()]), float(up[j.max()])),
        (float(across[1] - across[0]), float(up[1] - up[0])), len(i), bool(edge),
    )  # fmt: skip
