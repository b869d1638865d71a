"""Curves given by an equation in x and y: marching squares, every crossing refined to the curve itself.

Source: Lorensen and Cline (1987) in the plane; ambiguous cells are decided by the value at their middle.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from ...expression import Expression
from ...pose.frame import Frame, Reach
from ...shapes import XY

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy import float64
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[float64]
    Field: TypeAlias = Callable[[Array, Array], Array]
Piece: TypeAlias = tuple[XY, ...]
Edge: TypeAlias = tuple[int, int, int]
"""Column, row, and 0 for the edge to the right, 1 for the edge upwards."""

CELLS = 110
MOST = 12
"""Isolated places that are looked at."""
HALVINGS = 18
"""Of a grid edge of under a millimetre: to the last nanometre."""
PAIRS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 6: ((0, 2),), 7: ((3, 2),), 8: ((2, 3),), 9: ((2, 0),),
    11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip
"""For each pattern of corners inside (1 lower left, 2 lower right, 4 upper right, 8 upper left) the edges
(0 bottom, 1 right, 2 top, 3 left) that the curve joins."""


def contour(
    difference: Expression, parameters: tuple[str, ...], frame: Frame, reach: Reach
) -> tuple[Piece, ...]:
    """Return the curve on which an expression in x and y vanishes, as polylines in sketch millimetres."""
    import numpy as np

    def field(x: Array, y: Array) -> Array:
        return difference.values({**dict.fromkeys(parameters, 1.0), "x": x, "y": y})

    # An odd number of slightly uneven cells: a curve through round numbers then rarely meets a grid point.
    xs = np.linspace(reach[0], reach[2], CELLS + 3)
    ys = np.linspace(reach[1], reach[3], CELLS)
    grid_x, grid_y = np.meshgrid(xs, ys, indexing="ij")
    values = field(grid_x, grid_y)
    values = np.where(values == 0, 1e-300, values)
    crossings = {**_crossings(field, xs, ys, values, 0), **_crossings(field, xs, ys, values, 1)}
    chains = _chained(_joints(values, crossings, field, xs, ys))
    lines = [np.array([crossings[edge] for edge in chain]) for chain in chains]
    return tuple(_smooth(line, field, frame) for line in lines)


def isolated(difference: Expression, parameters: tuple[str, ...], reach: Reach) -> tuple[XY, ...]:
    """Return places, in data coordinates, where an expression vanishes without changing its sign: acnodes.

    They are low points of its size on a grid, led to where its slope vanishes.
    """
    import numpy as np

    def field(x: Array, y: Array) -> Array:
        return difference.values({**dict.fromkeys(parameters, 1.0), "x": x, "y": y})

    xs, ys = np.linspace(reach[0], reach[2], CELLS + 3), np.linspace(reach[1], reach[3], CELLS)
    grid_x, grid_y = np.meshgrid(xs, ys, indexing="ij")
    value = field(grid_x, grid_y)
    size = np.abs(value)
    inner = size[1:-1, 1:-1]
    around = [
        size[1 + i : size.shape[0] - 1 + i, 1 + j : size.shape[1] - 1 + j]
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
    ]
    signs = [
        value[1 + i : size.shape[0] - 1 + i, 1 + j : size.shape[1] - 1 + j] > 0
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
    ]
    same = np.all(signs, axis=0) | ~np.any(signs, axis=0)
    low = same & np.all([inner <= other for other in around], axis=0)
    found: list[XY] = []
    step = (float(xs[1] - xs[0]), float(ys[1] - ys[0]))
    for i, j in list(zip(*(part.tolist() for part in np.nonzero(low))))[:MOST]:
        spot = _lowest(field, (float(xs[i + 1]), float(ys[j + 1])), step)
        scale = float(np.nanmax(size[i : i + 3, j : j + 3]))
        if float(np.abs(field(np.array([spot[0]]), np.array([spot[1]])))[0]) <= 1e-10 * max(scale, 1e-6):
            found.append((round(spot[0], 6) + 0.0, round(spot[1], 6) + 0.0))
    return tuple(dict.fromkeys(found))


def _lowest(field: Field, start: XY, step: XY) -> XY:
    """Return where the size of a field is least near a place, on ever finer grids of five by five."""
    import numpy as np

    x, y = start
    dx, dy = step
    for _ in range(24):
        across, up = np.meshgrid(
            x + dx * np.linspace(-1, 1, 5), y + dy * np.linspace(-1, 1, 5), indexing="ij"
        )
        size = np.abs(field(across, up))
        k = int(np.nanargmin(size)) if np.isfinite(size).any() else 12
        x, y = float(across.flat[k]), float(up.flat[k])
        dx, dy = dx / 2, dy / 2
    return x, y


def _crossings(
    field: Field, xs: Array, ys: Array, values: Array, way: int
) -> dict[Edge, tuple[float, float]]:
    """Return where the curve crosses the grid's edges of one direction, found by halving."""
    import numpy as np

    a, b = (values[:-1], values[1:]) if way == 0 else (values[:, :-1], values[:, 1:])
    with np.errstate(invalid="ignore"):
        i, j = np.nonzero((a > 0) != (b > 0))
    known = np.isfinite(a[i, j]) & np.isfinite(b[i, j])
    i, j = i[known], j[known]
    low_x, low_y = xs[i], ys[j]
    high_x, high_y = (xs[i + 1], low_y) if way == 0 else (low_x, ys[j + 1])
    sign = a[i, j] > 0
    for _ in range(HALVINGS):
        x, y = (low_x + high_x) / 2, (low_y + high_y) / 2
        same = (field(x, y) > 0) == sign
        low_x, high_x = np.where(same, x, low_x), np.where(same, high_x, x)
        low_y, high_y = np.where(same, y, low_y), np.where(same, high_y, y)
    x, y = (low_x + high_x) / 2, (low_y + high_y) / 2
    # Where the sign changes through a pole the value grows as the edge is halved.
    real = np.abs(field(x, y)) <= np.maximum(np.abs(a[i, j]), np.abs(b[i, j]))
    spots = zip(i[real].tolist(), j[real].tolist(), x[real].tolist(), y[real].tolist())
    return {(p, q, way): (u, v) for p, q, u, v in spots}


def _joints(
    values: Array, crossings: dict[Edge, tuple[float, float]], field: Field, xs: Array, ys: Array
) -> list[tuple[Edge, Edge]]:
    """Return which crossings the curve joins inside a cell."""
    import numpy as np

    up = values > 0
    pattern = up[:-1, :-1] + 2 * up[1:, :-1] + 4 * up[1:, 1:] + 8 * up[:-1, 1:]
    joints: list[tuple[Edge, Edge]] = []
    for i, j in zip(*(part.tolist() for part in np.nonzero((pattern > 0) & (pattern < 15)))):
        case = int(pattern[i, j])
        edges: tuple[Edge, ...] = ((i, j, 0), (i + 1, j, 1), (i, j + 1, 0), (i, j, 1))
        pairs = PAIRS.get(case)
        if pairs is None:
            middle = field(np.array([(xs[i] + xs[i + 1]) / 2]), np.array([(ys[j] + ys[j + 1]) / 2]))[0] > 0
            pairs = ((3, 2), (0, 1)) if (case == 5) == bool(middle) else ((3, 0), (1, 2))
        joints += [(edges[p], edges[q]) for p, q in pairs if edges[p] in crossings and edges[q] in crossings]
    return joints


def _chained(joints: list[tuple[Edge, Edge]]) -> list[list[Edge]]:
    """Return joints in rows, open ones from an end, closed ones back to their start."""
    beside: dict[Edge, list[Edge]] = defaultdict(list)
    for a, b in joints:
        beside[a].append(b)
        beside[b].append(a)
    chains: list[list[Edge]] = []
    seen: set[Edge] = set()
    for start in sorted(beside, key=lambda edge: (len(beside[edge]) != 1, edge)):
        if start in seen:
            continue
        chain = [start]
        seen.add(start)
        while step := next((edge for edge in beside[chain[-1]] if edge not in seen), None):
            chain.append(step)
            seen.add(step)
        if len(chain) > 2 and chain[0] in beside[chain[-1]]:
            chain.append(chain[0])
        if len(chain) > 1:
            chains.append(chain)
    return chains


def _smooth(line: Array, field: Field, frame: Frame) -> Piece:
    """Return a row of data points in millimetres, with points between them, all drawn to the curve by Newton's steps."""
    import numpy as np

    middle = (line[:-1] + line[1:]) / 2
    reach = np.hypot(*(line[1:] - line[:-1]).T)
    whole = np.empty((2 * len(line) - 1, 2))
    whole[::2] = _drawn(line, np.append(reach, reach[-1]), field, frame)
    whole[1::2] = _drawn(middle, reach, field, frame)
    return tuple(frame.place(px, py) for px, py in whole.tolist())


def _drawn(spots: Array, reach: Array, field: Field, frame: Frame) -> Array:
    """Return data points moved onto the curve; one that would stray, as at a singular place, stays."""
    import numpy as np

    x, y = spots[:, 0].copy(), spots[:, 1].copy()
    step = 1e-4 / max(frame.scales)
    for _ in range(4):
        value = field(x, y)
        with np.errstate(all="ignore"):
            gx = (field(x + step, y) - field(x - step, y)) / (2 * step)
            gy = (field(x, y + step) - field(x, y - step)) / (2 * step)
            share = np.nan_to_num(value / (gx * gx + gy * gy), posinf=0.0, neginf=0.0)
        x, y = x - share * gx, y - share * gy
    strayed = ~(np.hypot(x - spots[:, 0], y - spots[:, 1]) < reach)
    return np.stack([np.where(strayed, spots[:, 0], x), np.where(strayed, spots[:, 1], y)], axis=1)
