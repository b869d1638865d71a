"""How a figure stands: which side is its base, which of two mirror images is shown, where its middle is.

Only motions that break no statement are taken; each is tried on the coordinates and verified.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..system import System
from .jets import Array
from .plane import Pairs, is_hinted, moved, turn

_MIRROR = np.array([[1.0, 0.0], [0.0, -1.0]])
_FLIPS = (np.eye(2), _MIRROR, -np.eye(2), -_MIRROR)
_MOST_ALIGNED = 3
"""Level and upright segments that count in favour: right angles read best on a level leg."""
_IDEAL_ASPECT = 4 / 3
_WORST_ASPECT = 3.0
_MOST_BASES = 6
_NO_SHIFT = np.zeros(2)


def stand(system: System, pairs: Pairs, numbers: Array, fault: Callable[[Array], float]) -> Array:
    """Return the values turned, mirrored and centred for reading.

    `fault` is infinite where a statement breaks, else what the author's wishes lack. Hinted figures stay.
    """
    if not len(pairs) or is_hinted(system, pairs):
        return numbers
    pinned = [at for at, slot in enumerate(system.slots) if not slot.free]

    def taken(matrix: Array, shift: Array, places: Array) -> Array:
        trial = moved(places, pairs, matrix, shift)
        trial[pinned] = places[pinned]
        return trial

    best, least = numbers, np.inf
    for cost, matrix in _by_awkwardness(system, numbers):
        if cost >= least:
            break
        trial = taken(matrix, _NO_SHIFT, numbers)
        lack = fault(trial)
        if cost + lack < least:
            best, least = trial, cost + lack
    drawn = np.array(system.points, dtype=np.intp) if system.points else pairs
    places = best[drawn]
    middle = 0.5 * (places.min(axis=0) + places.max(axis=0))
    centred = taken(np.eye(2), -middle, best)
    return centred if np.isfinite(fault(centred)) else best


def _by_awkwardness(system: System, numbers: Array) -> list[tuple[float, Array]]:
    """Return the maps worth trying, best first: each base laid flat, both ways round, mirrored and not."""
    if not system.segments or not system.points:
        return [(0.0, np.eye(2))]
    ends = numbers[np.array(system.segments)]
    ways = ends[:, 2:] - ends[:, :2]
    longest_first = np.argsort(-np.round(np.hypot(*ways.T), 6), kind="stable").tolist()
    bases = list(dict.fromkeys((0, *longest_first)))[:_MOST_BASES]
    flats = [turn(-float(np.arctan2(ways[at, 1], ways[at, 0]))) for at in bases]
    matrices = np.array([flip @ flat for flat in (np.eye(2), *flats) for flip in _FLIPS])
    costs = np.round(_awkwardness(system, numbers, matrices), 9)
    return [(float(costs[at]), matrices[at]) for at in np.argsort(costs, kind="stable")]


def _awkwardness(system: System, numbers: Array, matrices: Array) -> Array:
    """Rate how a figure stands under each of several maps.

    Nothing is held against one that lies on its first side, read from left to right, and is a third wider
    than high.
    """
    places = np.einsum("mij,pj->mpi", matrices, numbers[np.array(system.points)])
    low, high = places.min(axis=1), places.max(axis=1)
    width, height = np.maximum(high - low, 1e-9).T
    slack = 1e-6 * np.hypot(width, height)
    ends = np.einsum("mij,sej->msei", matrices, numbers[np.array(system.segments)].reshape(-1, 2, 2))
    level = np.abs(ends[:, :, 1, 1] - ends[:, :, 0, 1]) < slack[:, None]
    base = level & (ends[:, :, :, 1].min(axis=2) < (low[:, 1] + slack)[:, None])
    backwards = ends[:, 0, 1, 0] < ends[:, 0, 0, 0] - slack
    top_heavy = places[:, :, 1].mean(axis=1) > (low[:, 1] + high[:, 1]) / 2 - 0.02 * height
    steep = np.abs(ends[:, :, 1, 0] - ends[:, :, 0, 0]) < slack[:, None]
    askew = np.maximum(_MOST_ALIGNED - (level | steep).sum(axis=1), 0)
    # A figure on one line has no aspect to speak of.
    aspect = np.minimum(np.abs(np.log(width / height / _IDEAL_ASPECT)), _WORST_ASPECT)
    faults = 0.4 * askew + 2.0 * ~base.any(axis=1) + 0.3 * ~base[:, 0] + 0.2 * backwards + 0.1 * top_heavy
    return np.asarray(0.5 * aspect + faults, dtype=float)
