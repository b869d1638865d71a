"""General position of the viewer: no vertex in front of another, no edge along another, no face from its edge.

The convention's own view is kept if it shows a figure clearly; else the first of a few views near it that does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ..pose import Posed
from ..shapes import Line, Patchwork, Polygon, Polyline, Shape, SpacePoint, Threads, Vector, solved
from ..space.bodies import bodies_of
from ..space.camera import XYZ, Array, Camera
from ..space.hiding import Face
from ..space.paths import Straight
from ..system import Layout

APART: Final = 2.5
"""Millimetres of the picture by which two vertices are apart, or a vertex is off an edge, to be told apart."""
ON: Final = 1e-4
"""Space millimetres within which a vertex is on an edge by the figure's own doing."""
MOST: Final = 60
"""Vertices and edges of a panel that are looked at."""
CLEARLY: Final = 3
"""How many times a section counts: it is what its picture is about."""
NARROW: Final = math.sin(math.radians(6))
"""Sine of the least angle at which two edges from one vertex are told apart."""
THIN: Final = 0.08
"""Share of its true area as which a face is drawn at least."""
OPEN: Final = 0.3
"""The same for a plane curve or surface, which is what its picture is about."""
EDGE_ON: Final = 0.2
"""From how much of it a view from farther aside is better."""
PLANE: Final = 1e-3
"""How far places of a plane are off it, as a share of how far they spread."""
LOOKS: Final = 25
"""Places of a curve that are looked at."""


def clearer(
    posed: Posed, layout: Layout, choices: Sequence[Camera], far: Sequence[Camera] = ()
) -> Camera | None:
    """Return the first of some cameras that shows a figure most clearly; nothing to keep the one that it has.

    Those that are `far` from the convention's own are asked only where plane curves or surfaces need them.
    """
    if len(choices) < 2:
        return None
    shapes = [solved(shape, layout.values.__getitem__) for shape in posed.poser.shapes.values()]
    faults = _Faults.of(shapes)
    best = _clearest(choices, faults)
    if far and flatness(faults.normals, best) > EDGE_ON:
        best = min((best, *far), key=lambda camera: flatness(faults.normals, camera))
    return None if best == choices[0] else best


def _clearest(choices: Sequence[Camera], faults: _Faults) -> Camera:
    least, best = math.inf, choices[0]
    for camera in choices:
        fault = faults.seen_by(camera)
        if fault < least:
            least, best = fault, camera
        if fault == 0.0:
            break
    return best


@dataclass(frozen=True)
class _Faults:
    """What of a figure a view may fail to show."""

    places: Array
    edges: Array
    faces: Sequence[Face]
    normals: Sequence[Array]

    @classmethod
    def of(cls, shapes: Sequence[Shape[float]]) -> _Faults:
        edges = list(dict.fromkeys(edge for shape in shapes for edge in edges_of(shape)))[:MOST]
        corners = [place for edge in edges for place in edge]
        loose = [shape.space for shape in shapes if isinstance(shape, SpacePoint)]
        places = np.array(list(dict.fromkeys(_rounded(p) for p in (*loose, *corners)))[:MOST]).reshape(-1, 3)
        faces = [
            o for shape in shapes for body in bodies_of(shape) for o in body.occluders if isinstance(o, Face)
        ]
        return cls(places, np.array(edges).reshape(-1, 2, 3), faces, tuple(normals_of(shapes)))

    def seen_by(self, camera: Camera) -> float:
        """Return how much a view hides."""
        fault = confusion(self.places, self.edges, camera) + slivers(self.faces, camera)
        return fault + wedges(self.edges, camera) + flatness(self.normals, camera)


def normals_of(shapes: Sequence[Shape[float]]) -> Iterator[Array]:
    """Yield the normals of what is curved in space and yet plane: curves by themselves, and surfaces."""
    threads = [path for shape in shapes if isinstance(shape, Threads) for path in shape.paths]
    figures = [shape.figure for shape in shapes if isinstance(shape, Patchwork)]
    if threads and not figures:
        places = [path.at(np.linspace(path.start, path.end, LOOKS)) for path in threads]
        yield from plane_of(np.concatenate(places))
    for figure in figures:
        if len(figure.sheets) == 1:
            center, reach = np.array(figure.ball.center), figure.ball.radius
            ways = np.concatenate([np.eye(3), -np.eye(3)]) * reach / 2
            slopes = np.array([figure.sheets[0].normal_at(center + way) for way in ways])
            # The normals of a plane are all one: they lie on a line through the origin, square to two directions.
            spread = np.linalg.svd(slopes[np.isfinite(slopes).all(axis=1)])
            if len(spread[1]) == 3 and spread[1][1] < PLANE * spread[1][0]:
                yield spread[2][0]


def plane_of(places: Array) -> Iterator[Array]:
    """Yield the normal of the plane through places, if they lie on one and on no line."""
    good = places[np.isfinite(places).all(axis=1)]
    if len(good) < 3:
        return
    sizes, ways = np.linalg.svd(good - good.mean(axis=0), full_matrices=False)[1:]
    if sizes[2] < PLANE * sizes[0] < sizes[1]:
        yield ways[2]


def flatness(normals: Sequence[Array], camera: Camera) -> float:
    """Return how much of what is plane is seen from its edge."""
    slants = [abs(float(n @ np.array(camera.toward))) / float(np.linalg.norm(n)) for n in normals]
    return float(sum(max(0.0, 1.0 - slant / OPEN) for slant in slants))


def edges_of(shape: Shape[float]) -> Iterator[tuple[XYZ, XYZ]]:
    """Yield the straight pieces that a shape draws in space."""
    for body in bodies_of(shape):
        yield from ((line.path.a, line.path.b) for line in body.lines if isinstance(line.path, Straight))
    match shape:
        case Line(SpacePoint() as a, SpacePoint() as b) | Vector(SpacePoint() as a, SpacePoint() as b):
            yield a.space, b.space
        case Polyline(points) | Polygon(points):
            ring = (*points, points[0]) if isinstance(shape, Polygon) and points else points
            for one, other in zip(ring, ring[1:]):
                if isinstance(one, SpacePoint) and isinstance(other, SpacePoint):
                    yield one.space, other.space


def confusion(places: Array, edges: Array, camera: Camera) -> float:
    """Return how many vertices are drawn on a stranger or on a strange edge, the nearer the worse."""
    spots = camera.seen(places)
    gaps = np.linalg.norm(spots[:, None] - spots[None, :], axis=2)[np.triu_indices(len(spots), 1)]
    total = float(_closeness(gaps).sum())
    if len(edges) and len(places):
        drawn = camera.seen(edges)
        strange = _off(places, edges[:, 0], edges[:, 1]) > ON
        total += float(_closeness(_off(spots, drawn[:, 0], drawn[:, 1]))[strange].sum())
    return round(total, 6)


def slivers(faces: Sequence[Face], camera: Camera) -> float:
    """Return how many faces are seen from their edge."""
    slants = [abs(float(face.plane[:3] @ np.array(camera.toward))) for face in faces]
    return float(sum(max(0.0, 1.0 - slant / THIN) for slant in slants))


def wedges(edges: Array, camera: Camera) -> float:
    """Return how many edges from one vertex are drawn nearly along each other though they part in space."""
    starts, ways = np.concatenate([edges, edges[:, ::-1]]).transpose(1, 0, 2)
    ways = ways - starts
    first, second = np.triu_indices(len(starts), 1)
    shared = np.abs(starts[first] - starts[second]).max(axis=1, initial=0.0) < ON
    first, second = first[shared], second[shared]
    parting = _slant(ways[first], ways[second]) > ON
    drawn = camera.seen(ways) - camera.seen(np.zeros((1, 3)))
    angles = _slant(drawn[first], drawn[second])[parting]
    return float(np.maximum(0.0, 1.0 - angles / NARROW).sum())


def _slant(a: Array, b: Array) -> Array:
    """Return the sine of the angle between directions, 1 where they point apart."""
    lengths = np.maximum(np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1), 1e-30)
    cosines = np.clip((a * b).sum(axis=1) / lengths, -1.0, 1.0)
    return np.asarray(np.where(cosines > 0, np.sqrt(1.0 - cosines**2), 1.0))


def _closeness(distances: Array) -> Array:
    return np.maximum(0.0, 1.0 - distances / APART)


def _off(spots: Array, a: Array, b: Array) -> Array:
    """Return the distance `(edges, spots)` of each place from each straight piece."""
    way = b - a
    length = np.maximum((way**2).sum(axis=1), 1e-30)
    there = spots[None, :, :] - a[:, None, :]
    share = np.clip(np.einsum("enk,ek->en", there, way) / length[:, None], 0.0, 1.0)
    distances: Array = np.linalg.norm(there - share[:, :, None] * way[:, None, :], axis=2)
    return distances


def _rounded(place: XYZ) -> XYZ:
    x, y, z = (round(v, 6) + 0.0 for v in place)
    return (x, y, z)
