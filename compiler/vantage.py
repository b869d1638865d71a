"""General position of the viewer: no vertex in front of another, no edge along another, no face from its edge.

The convention's own view is kept if it shows a figure clearly; else the first of a few views near it that does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import numpy as np

from .pose import Posed
from .shapes import Line, Polygon, Polyline, Shape, SpacePoint, Vector, solved
from .space.bodies import bodies_of
from .space.camera import XYZ, Array, Camera
from .space.hiding import Face
from .space.paths import Straight
from .system import Layout

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


def clearer(posed: Posed, layout: Layout, choices: tuple[Camera, ...]) -> Camera | None:
    """Return the first of some cameras that shows a figure most clearly; nothing to keep the one that it has."""
    if len(choices) < 2:
        return None
    shapes = [solved(shape, layout.values.__getitem__) for shape in posed.poser.shapes.values()]
    edges = list(dict.fromkeys(edge for shape in shapes for edge in edges_of(shape)))[:MOST]
    corners = [place for edge in edges for place in edge]
    loose = [shape.space for shape in shapes if isinstance(shape, SpacePoint)]
    places = np.array(list(dict.fromkeys(_rounded(p) for p in (*loose, *corners)))[:MOST]).reshape(-1, 3)
    faces = [
        o for shape in shapes for body in bodies_of(shape) for o in body.occluders if isinstance(o, Face)
    ]
    ends = np.array(edges).reshape(-1, 2, 3)
    least, best = math.inf, choices[0]
    for camera in choices:
        fault = confusion(places, ends, camera) + slivers(faces, camera) + wedges(ends, camera)
        if fault < least:
            least, best = fault, camera
        if fault == 0.0:
            break
    return None if best == choices[0] else best


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


def slivers(faces: list[Face], camera: Camera) -> float:
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
