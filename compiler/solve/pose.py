"""How a figure stands: which side is its base, which of two mirror images is shown, where its middle is.

Only motions that break no statement are taken; each is tried on the coordinates and verified.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..system import System
from .jets import Array
from .plane import Pairs, moved, turn

_MIRROR = np.array([[1.0, 0.0], [0.0, -1.0]])
_IDEAL_ASPECT = 4 / 3
_NO_SHIFT = np.zeros(2)


def stand(system: System, pairs: Pairs, numbers: Array, fault: Callable[[Array], float]) -> Array:
    """Return the values turned, mirrored and centred for reading.

    `fault` is infinite where a statement breaks, else what the author's wishes lack. Hinted figures stay.
    """
    if not len(pairs) or any(slot.hinted and slot.free for slot in system.slots):
        return numbers
    pinned = [at for at, slot in enumerate(system.slots) if not slot.free]

    def taken(matrix: Array, shift: Array, places: Array) -> Array:
        trial = moved(places, pairs, matrix, shift)
        trial[pinned] = places[pinned]
        return trial

    best, least = numbers, fault(numbers) + _awkwardness(system, numbers)
    for matrix in _turns(system, numbers):
        trial = taken(matrix, _NO_SHIFT, numbers)
        cost = _awkwardness(system, trial)
        if cost < least - 1e-9:
            cost += fault(trial)
            if cost < least - 1e-9:
                best, least = trial, cost
    drawn = np.array(system.points, dtype=np.intp) if system.points else pairs
    places = best[drawn]
    middle = 0.5 * (places.min(axis=0) + places.max(axis=0))
    centred = taken(np.eye(2), -middle, best)
    return centred if np.isfinite(fault(centred)) else best


def _turns(system: System, numbers: Array) -> Iterator[Array]:
    """Yield the maps worth trying: each base laid flat, both ways round, mirrored and not."""
    for segment in _bases(system, numbers):
        x1, y1, x2, y2 = numbers[list(segment)]
        flat = turn(-float(np.arctan2(y2 - y1, x2 - x1)))
        for matrix in (flat, _MIRROR @ flat, -flat, -_MIRROR @ flat):
            yield matrix
    yield from (_MIRROR, -np.eye(2), -_MIRROR)


def _bases(system: System, numbers: Array) -> tuple[tuple[int, int, int, int], ...]:
    if not system.segments:
        return ()
    ends = numbers[np.array(system.segments)]
    longest = int(np.argmax(np.round(np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]), 6)))
    return tuple(dict.fromkeys((system.segments[0], system.segments[longest])))


def _awkwardness(system: System, numbers: Array) -> float:
    """Rate how a figure stands: 0 is on its first side, read from left to right, a third wider than high."""
    if not system.segments or not system.points:
        return 0.0
    places = numbers[np.array(system.points)]
    width, height = np.maximum(places.max(axis=0) - places.min(axis=0), 1e-9)
    aspect = abs(float(np.log(width / height / _IDEAL_ASPECT)))
    size = float(np.hypot(width, height))
    ends = numbers[np.array(system.segments)]
    flat = np.abs(ends[:, 3] - ends[:, 1]) < 1e-6 * size
    low = np.minimum(ends[:, 1], ends[:, 3]) < places[:, 1].min() + 1e-6 * size
    backwards = ends[0, 2] < ends[0, 0] - 1e-6 * size
    settled = float(np.mean(places[:, 1])) < float(places[:, 1].min() + places[:, 1].max()) / 2 - 0.02 * size
    return (
        0.5 * aspect
        + (0.0 if (flat & low).any() else 2.0)
        + (0.0 if flat[0] and low[0] else 0.3)
        + (0.2 if backwards else 0.0)
        + (0.0 if settled else 0.1)
    )
