"""The curves on which two surfaces meet, and the parts of curves that limits leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .camera import Array
from .conics import Sphere, conic_of, planes_through
from .curved import Traced, changes
from .fields import Field, Quadric, settled, within
from .hiding import Flags
from .meshes import CELLS, Mesh, lines_on, mesh_of, thinned
from .paths import Path

PROBES = 193
SHORTEST = 0.02
"""Millimetres: a shorter piece of a curve is none."""
EXACT = 1e-7
"""Millimetres by which a traced place may miss a surface; where two touch, the curve cannot be mended."""


class Surfaces:
    """Meets surfaces in one ball, keeping the triangles of each that needs them."""

    def __init__(self, ball: Sphere) -> None:
        self.ball = ball
        self._meshes: dict[int, tuple[Field, Mesh]] = {}

    def meeting(self, one: Field, other: Field) -> list[Path]:
        """Return the curves in the ball on which both fields vanish."""
        first, second = (f.plane if isinstance(f, Quadric) else None for f in (one, other))
        if first is not None and second is not None and np.abs(np.cross(first[:3], second[:3])).max() < 1e-9:
            return []
        if first is not None and isinstance(other, Quadric):
            return conic_of(first, other, self.ball)
        if second is not None and isinstance(one, Quadric):
            return conic_of(second, one, self.ball)
        if isinstance(one, Quadric) and isinstance(other, Quadric):
            planes = planes_through(one, other)
            if planes is not None:
                return [path for plane in planes for path in conic_of(plane, one, self.ball)]
        return self._traced(one, other)

    def mesh(self, field: Field) -> Mesh:
        """Return the triangles of a surface in the ball's box."""
        held = self._meshes.get(id(field))
        if held is None:
            low, high = (np.array(self.ball.center) + sign * self.ball.radius for sign in (-1, 1))
            held = (field, mesh_of(field, (low[0], low[1], low[2]), (high[0], high[1], high[2])))
            self._meshes[id(field)] = held
        return held[1]

    def _traced(self, one: Field, other: Field) -> list[Path]:
        if isinstance(one, Quadric) and one.plane is not None:
            one, other = other, one
        mesh = self.mesh(one)
        least = 0.6 * self.ball.radius / CELLS
        found: list[Path] = []
        for line in lines_on(mesh, other.value(mesh.places)):
            places = _mended(thinned(line, least), one, other)
            if len(places) > 1:
                found.append(Traced(places, one, other))
        return found


def _mended(line: Array, one: Field, other: Field) -> Array:
    """Return a line with its places on both surfaces, without those for which that is not found."""
    places = settled(line, one, other, steps=12)
    good = np.ones(len(places), dtype=bool)
    for field in (one, other):
        size = np.maximum(np.linalg.norm(field.slope(places), axis=1), 1e-9)
        good &= np.abs(field.value(places)) <= EXACT * size
    good &= np.linalg.norm(places - line, axis=1) < 6.0
    return places[good]


def clipped(path: Path, limits: Sequence[Field]) -> list[Path]:
    """Return the pieces of a path on the inner side of all limits."""
    if not limits:
        return [path]

    def inside(places: Array) -> Flags:
        return within(places, limits)

    cuts = [path.start, *changes(path, inside, PROBES), path.end]
    ends = list(zip(cuts, cuts[1:]))
    middles = path.at(np.array([(a + b) / 2 for a, b in ends]))
    kept = [span for span, good in zip(ends, within(middles, limits)) if good]
    return [piece for a, b in kept if length(piece := path.part(a, b)) > SHORTEST]


def length(path: Path, steps: int = 17) -> float:
    """Return about how long a path is."""
    places = path.at(np.linspace(path.start, path.end, steps))
    return float(np.linalg.norm(np.diff(places, axis=0), axis=1).sum())


def distinct(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield paths without those that run as another does."""
    seen: list[Array] = []
    for path in paths:
        t = np.linspace(path.start, path.end, 5)
        here = path.at(t)
        if any(_same(here, other) for other in seen):
            continue
        seen.append(here)
        yield path


def _same(here: Array, other: Array) -> bool:
    return any(float(np.abs(here - way).max()) < 1e-3 for way in (other, other[::-1]))
