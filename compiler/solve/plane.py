"""The points of a system, and the motions of the plane that leave its statements alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..system import Constraint, System
from .jets import Array
from .kernels import KERNELS

Pairs = npt.NDArray[np.intp]


def points_of(constraints: Sequence[Constraint]) -> tuple[tuple[int, int], ...]:
    """Return the coordinate pairs that constraints read, in order, each once."""
    pairs: dict[tuple[int, int], None] = {}
    for constraint in constraints:
        slots = constraint.slots
        for x, y in KERNELS[constraint.kernel].point_positions(len(slots)):
            pairs[slots[x], slots[y]] = None
    return tuple(pairs)


def directions(constraints: Sequence[Constraint]) -> Pairs:
    """Return the slots `(n, 4)` of the points between which constraints take a direction, each pair once."""
    ends = {
        tuple(constraint.slots[at] for at in positions): None
        for constraint in constraints
        for positions in KERNELS[constraint.kernel].apart
    }
    return np.array(list(ends), dtype=np.intp).reshape(-1, 4)


def is_apart(ends: Pairs, numbers: Array, least: float) -> bool:
    """Tell whether the two points of every direction are further apart than a length."""
    ax, ay, bx, by = numbers[ends].T
    return bool((np.hypot(bx - ax, by - ay) >= least).all())


def all_points(system: System) -> Pairs:
    """Return every coordinate pair `(n, 2)`: the drawn points first, then those of segments and kernels."""
    pairs = dict.fromkeys(system.points)
    for x1, y1, x2, y2 in system.segments:
        pairs[x1, y1] = None
        pairs[x2, y2] = None
    for pair in points_of(system.constraints):
        pairs[pair] = None
    return np.array(list(pairs), dtype=np.intp).reshape(-1, 2)


def is_hinted(system: System, pairs: Pairs) -> bool:
    """Tell whether the author, or a domain, has said roughly where some of the points are."""
    return any(system.slots[at].hinted and system.slots[at].free for at in pairs.ravel())


def moved(numbers: Array, pairs: Pairs, matrix: Array, shift: Array) -> Array:
    """Return the values with every point taken through a linear map and a shift.

    A coordinate slot that two points share is moved with the first; the caller verifies the result.
    """
    result = numbers.copy()
    result[pairs[::-1]] = (numbers[pairs] @ matrix.T + shift)[::-1]
    return result


def turn(angle: float) -> Array:
    """Return the matrix of a counterclockwise turn."""
    c, s = float(np.cos(angle)), float(np.sin(angle))
    return np.array([[c, -s], [s, c]])


def roots(ties: Sequence[tuple[int, ...]], free: list[bool]) -> list[int]:
    """Return for each slot the representative of all that ties bind together; constants bind nothing."""
    root = list(range(len(free)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for tie in ties:
        bound = [find(at) for at in tie if free[at]]
        for other in bound[1:]:
            root[find(other)] = find(bound[0])
    return [find(at) for at in range(len(free))]
