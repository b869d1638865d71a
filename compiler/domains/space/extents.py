"""How far regions and surfaces reach, by looking on grids that grow; and the window of what never ends.

Data coordinates throughout.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ...space.camera import XYZ, Array
from ...space.fields import Field, Quadric, within

Box: TypeAlias = tuple[XYZ, XYZ]
Marks: TypeAlias = Callable[[Array, tuple[int, int, int]], npt.NDArray[np.bool_]]
GROWTHS = 22
FARTHEST = 3000.0
"""Data units from the origin beyond which nothing is looked for."""
NODES = 21
FINE = 29


def region_marks(insides: Sequence[Field]) -> Marks:
    """Return what marks the nodes of a grid that are inside all fields."""

    def marks(nodes: Array, shape: tuple[int, int, int]) -> npt.NDArray[np.bool_]:
        return within(nodes, insides).reshape(shape)

    return marks


def surface_marks(field: Field, limits: Sequence[Field]) -> Marks:
    """Return what marks the nodes of a grid about which a surface passes, on the inner side of its limits."""

    def marks(nodes: Array, shape: tuple[int, int, int]) -> npt.NDArray[np.bool_]:
        values = field.value(nodes)
        above = np.where(np.isfinite(values), values > 0, False).reshape(shape)
        known = np.isfinite(values).reshape(shape)
        crossed = np.zeros(shape, dtype=bool)
        for axis in range(3):
            low, high = _halves(axis)
            change = (above[low] != above[high]) & known[low] & known[high]
            crossed[low] |= change
            crossed[high] |= change
        return crossed & within(nodes, limits).reshape(shape)

    return marks


def _halves(axis: int) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    low, high = [slice(None)] * 3, [slice(None)] * 3
    low[axis], high[axis] = slice(None, -1), slice(1, None)
    return tuple(low), tuple(high)


def extent(marks: Marks) -> Box | None:
    """Return the box around what is marked, or nothing if that has no end or is nowhere.

    A small box grows on every side at which something marked touches it, and shrinks on the others.
    """
    box: Box = ((-1.0,) * 3, (1.0,) * 3)
    found: Box | None = None
    for _ in range(GROWTHS):
        rough = _marked(marks, box, NODES)
        if rough is None:
            if found is not None:
                return None
            box = tuple(tuple(2 * v for v in side) for side in box)  # type: ignore[assignment]
            continue
        found = rough
        grown = _grown(box, rough)
        if grown is None:
            return _refined(marks, _wider(rough, [(b - a) / (NODES - 1) for a, b in zip(*box)]))
        if max(abs(v) for side in grown for v in side) > FARTHEST:
            return None
        box = grown
    return None


def _grown(box: Box, rough: Box) -> Box | None:
    """Return a box that is larger where what was found in it touches its side; nothing if it touches none."""
    low, high, touched = [], [], False
    for a, b, c, d in zip(*box, *rough):
        step = (b - a) / (NODES - 1)
        below, above = c <= a + 1e-9 * step, d >= b - 1e-9 * step
        touched |= below or above
        low.append(a - 0.7 * (b - a) if below else max(a, c - 4 * step))
        high.append(b + 0.7 * (b - a) if above else min(b, d + 4 * step))
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2])) if touched else None


def _refined(marks: Marks, box: Box) -> Box | None:
    """Return a closer box, a cell of the last grid wider than what is marked in it."""
    for nodes in (FINE, FINE):
        found = _marked(marks, box, nodes)
        if found is None:
            return None
        box = _wider(found, [(b - a) / (nodes - 1) for a, b in zip(*box)])
    return box


def _wider(box: Box, by: Sequence[float]) -> Box:
    low, high = ([v + sign * d for v, d in zip(side, by)] for side, sign in zip(box, (-1, 1)))
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def _marked(marks: Marks, box: Box, count: int) -> Box | None:
    """Return the box around the marked nodes."""
    grids = [np.linspace(a, b, count) for a, b in zip(*box)]
    nodes = np.stack(np.meshgrid(*grids, indexing="ij"), axis=-1).reshape(-1, 3)
    found = marks(nodes, (count, count, count))
    if not found.any():
        return None
    low, high = [], []
    for axis, grid in enumerate(grids):
        at = np.flatnonzero(found.any(axis=tuple(k for k in range(3) if k != axis)))
        low.append(float(grid[at[0]]))
        high.append(float(grid[at[-1]]))
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def windows(field: Field) -> Iterator[Box]:
    """Yield boxes, some sides open, that may close a surface without end: along one axis first, else all around.

    A bowl is cut at the height at which it is 2 wide, a cone 2 from its apex, a cylinder at 1.5 of its radius.
    """
    size, middle, bowl = _size(field)
    for axis in (2, 0, 1) if isinstance(field, Quadric) and not _is_saddle(field) else ():
        low, high = [-math.inf] * 3, [math.inf] * 3
        low[axis], high[axis] = middle[axis] - size * bowl, middle[axis] + size * bowl
        yield (low[0], low[1], low[2]), (high[0], high[1], high[2])
    side = 2.0 if not isinstance(field, Quadric) or _is_saddle(field) else 1.6 * size
    for axes in ((0, 1), (0, 2), (1, 2), (0, 1, 2)):
        low, high = [-math.inf] * 3, [math.inf] * 3
        for axis in axes:
            low[axis], high[axis] = middle[axis] - side, middle[axis] + side
        yield (low[0], low[1], low[2]), (high[0], high[1], high[2])


def _is_saddle(field: Quadric) -> bool:
    """Whether a quadric bends both ways and has no middle: no plane across an axis closes it."""
    shares = np.linalg.eigvalsh(field.matrix[:3, :3])
    return bool(shares[0] < -1e-9 and shares[2] > 1e-9 and abs(shares[1]) < 1e-9)


def _size(field: Field) -> tuple[float, Array, float]:
    """Return the largest finite half axis of a quadric (else 2), its middle, and how much longer it is shown."""
    if not isinstance(field, Quadric):
        return 2.0, np.zeros(3), 1.0
    square, linear = field.matrix[:3, :3], field.matrix[:3, 3]
    middle = -np.linalg.pinv(square, rcond=1e-9) @ linear
    rest = square @ middle + linear
    shares = np.linalg.eigvalsh(square)
    largest = float(np.abs(shares).max())
    if float(np.linalg.norm(rest)) > 1e-9 * max(largest, 1e-30):
        # A paraboloid: at 2 across, its height is share · 4 / (2 |rest|).
        return 2.0 * largest / float(np.linalg.norm(rest)), middle, 1.0
    level = float(field.matrix[3, 3] + linear @ middle)
    halves = [math.sqrt(abs(level / s)) for s in shares if abs(s) > 1e-9 * largest and level * s < 0]
    return (max(halves), middle, 1.5) if halves and max(halves) > 1e-6 else (2.0, middle, 1.0)


def joined(boxes: Sequence[Box]) -> Box | None:
    """Return the box around boxes.

    >>> joined([((0, 0, 0), (1, 1, 1)), ((2, 0, 0), (3, 1, 1))])
    ((0, 0, 0), (3, 1, 1))
    """
    if not boxes:
        return None
    low, high = (
        [pick(v) for v in zip(*side)]
        for pick, side in ((min, [b[0] for b in boxes]), (max, [b[1] for b in boxes]))
    )
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def corners(box: Box) -> tuple[XYZ, ...]:
    """Return the eight corners of a box."""
    return tuple((box[i][0], box[j][1], box[k][2]) for i, j, k in product((0, 1), repeat=3))
