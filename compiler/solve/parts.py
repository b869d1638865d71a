"""Parts of a figure that no statement holds together: each is posed by itself, then all are set in rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..system import Sort, System
from .jets import Array
from .kernels import KERNELS
from .plane import Pairs, is_hinted, moved, roots
from .pose import stand

_GAP = 0.2
"""Of the extent: how far apart parts are set."""
_SIMILAR = 1e-4
"""Of the size: how far the points of similar figures are from each other once laid upon one another."""
_FEWEST = 3
"""Points of a part that stands by itself: loose segments in a row would look like one line."""


@dataclass(frozen=True)
class _Part:
    """Some points of a system, with the system cut down to them for posing."""

    system: System
    pairs: Pairs
    discs: tuple[tuple[int, int, int], ...]
    """Slots of centre and radius: circles take room, too."""

    def box(self, numbers: Array) -> tuple[Array, Array]:
        """Return the lower left and the upper right corner."""
        places, radii = numbers[self.pairs], np.zeros((len(self.pairs), 1))
        if self.discs:
            discs = numbers[np.array(self.discs)]
            places = np.vstack([places, discs[:, :2]])
            radii = np.vstack([radii, np.abs(discs[:, 2:])])
        return (places - radii).min(axis=0), (places + radii).max(axis=0)


def set_out(system: System, pairs: Pairs, numbers: Array, fault: Callable[[Array], float]) -> Array:
    """Pose a figure; where it falls into parts, pose each and set them side by side."""
    parts = _parts(system, pairs)
    if len(parts) < 2 or is_hinted(system, pairs) or any(len(part.pairs) < _FEWEST for part in parts):
        return stand(system, pairs, numbers, fault)
    for part in parts:
        numbers = stand(part.system, part.pairs, numbers, fault)
        alike = moved(numbers, part.pairs, _turn_like(parts[0], part, numbers), np.zeros(2))
        numbers = alike if np.isfinite(fault(alike)) else numbers
    rows = _in_rows(parts, numbers, _GAP * system.extent)
    return rows if np.isfinite(fault(rows)) else numbers


def _turn_like(model: _Part, part: _Part, numbers: Array) -> Array:
    """Return the turn or reflection that brings a figure similar to another into the other's attitude, else none.

    Source: Schönemann, A generalized solution of the orthogonal Procrustes problem, Psychometrika 31 (1966).
    """
    if len(model.pairs) != len(part.pairs):
        return np.eye(2)
    wanted, given = (_shape(numbers[pairs]) for pairs in (model.pairs, part.pairs))
    left, _, right = np.linalg.svd(wanted.T @ given)
    matrix = left @ right
    return matrix if float(np.abs(given @ matrix.T - wanted).max()) < _SIMILAR else np.eye(2)


def _shape(places: Array) -> Array:
    """Return places about their mean, of size one."""
    centred = places - places.mean(axis=0)
    return np.asarray(centred / max(float(np.linalg.norm(centred)), 1e-9))


def _in_rows(parts: list[_Part], numbers: Array, gap: float) -> Array:
    """Return the values with parts in rows from the upper left, each row on one base line, all centred."""
    per_row = math.ceil(math.sqrt(1.5 * len(parts)))
    top = 0.0
    for first in range(0, len(parts), per_row):
        row = parts[first : first + per_row]
        boxes = [part.box(numbers) for part in row]
        base = top - max(float(high[1] - low[1]) for low, high in boxes)
        left = -sum(float(high[0] - low[0]) + gap for low, high in boxes) / 2 + gap / 2
        for part, (low, high) in zip(row, boxes):
            numbers = moved(numbers, part.pairs, np.eye(2), np.array([left, base]) - low)
            left += float(high[0] - low[0]) + gap
        top = base - gap
    for part in parts:
        numbers = moved(numbers, part.pairs, np.eye(2), np.array([0.0, -(top + gap) / 2]))
    return numbers


def _parts(system: System, pairs: Pairs) -> list[_Part]:
    """Split the points by what ties them; none if each is alone or any is fixed."""
    points = [(int(x), int(y)) for x, y in pairs]
    if not all(system.slots[x].free and system.slots[y].free for x, y in points):
        return []
    ties = [*points, *system.segments, *_bonds(system, {slot for point in points for slot in point})]
    root = roots(ties, [slot.free for slot in system.slots])
    groups: dict[int, list[tuple[int, int]]] = {}
    for point in points:
        groups.setdefault(root[point[0]], []).append(point)
    if len(groups) == len(points):
        return []
    discs = _discs(system)
    return [
        _Part(
            replace(
                system,
                points=tuple(p for p in system.points if root[p[0]] == key),
                segments=tuple(s for s in system.segments if root[s[0]] == key),
            ),
            np.array(group, dtype=np.intp),
            tuple(disc for disc in discs if root[disc[0]] == key),
        )
        for key, group in groups.items()
    ]


def _bonds(system: System, coordinates: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield the coordinates that equations and bounds hold together.

    Figures of which only sizes are compared are not held together: each may stand as it reads best.
    """
    for constraint in system.constraints:
        if constraint.sort is not Sort.WISH:
            slots = constraint.slots
            for figure in KERNELS[constraint.kernel].figures or (range(len(slots)),):
                yield tuple(slots[at] for at in figure if slots[at] in coordinates)


def tied(system: System) -> list[int]:
    """Return for each slot the representative of all that statements and segments bind together."""
    ties = [*system.points, *system.segments, *(c.slots for c in system.constraints)]
    return roots(ties, [slot.free for slot in system.slots])


def _discs(system: System) -> list[tuple[int, int, int]]:
    """Return the circles that constraints speak of."""
    found: dict[tuple[int, int, int], None] = {}
    for constraint in system.constraints:
        names = KERNELS[constraint.kernel].slots
        if "cx" in names and "cy" in names and "r" in names:
            x, y, r = (constraint.slots[names.index(name)] for name in ("cx", "cy", "r"))
            found[x, y, r] = None
    return list(found)
