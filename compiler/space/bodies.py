"""Bodies: what a solid shape shows of itself. Its faces hide, its edges and contours are drawn.

The contour of a smooth face is where the view grazes it: for a sphere the great circle square to the view,
for a cone or cylinder two straight lines. Source: do Carmo, Differential Geometry, 1976, on apparent contours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from ..shapes import (
    Ball,
    Cut,
    Facet,
    Filled,
    Hoop,
    Patchwork,
    Polyhedron,
    Several,
    Shape,
    SpacePoint,
    Torus,
    Turned,
)
from .camera import XYZ, Array, Camera
from .cutting import plane_through, sections
from .hiding import Disc, Face, Occluder, Patch
from .paths import WHOLE, Path, Round, Sampled, Straight
from .rings import RingSurface, ring_contours

Quadric: TypeAlias = tuple[tuple[float, ...], ...]
Solid: TypeAlias = (
    Polyhedron[float]
    | Facet[float]
    | Turned[float]
    | Ball[float]
    | Torus[float]
    | Hoop[float]
    | Cut[float]
    | Filled[float]
)
"""What has one body."""


@dataclass(frozen=True)
class Line:
    """A path that a body draws; it is on the body's own `exempt` surfaces, which cannot hide it."""

    path: Path
    exempt: tuple[Occluder, ...] = ()


@dataclass(frozen=True)
class Body:
    """What hides, and what is drawn."""

    occluders: tuple[Occluder, ...]
    lines: tuple[Line, ...]


def bodies_of(shape: Shape[float]) -> Iterator[Body]:
    """Yield the bodies that a solved shape consists of; nothing for what lies in the plane."""
    match shape:
        case Polyhedron() | Facet() | Turned() | Ball() | Torus() | Hoop() | Cut() | Filled():
            yield body_of(shape)
        case Patchwork(figure):
            # Its lines cost more to find than those of a solid: they are asked of it where they are drawn.
            yield Body(tuple(figure.sheets), ())
        case Several(shapes):
            for inner in shapes:
                yield from bodies_of(inner)


@lru_cache(maxsize=128)
def body_of(shape: Solid) -> Body:
    """Return the body of one solid shape; the steps of one picture ask for it several times."""
    match shape:
        case Polyhedron(faces, camera):
            return _polyhedron(tuple(tuple(p.space for p in face) for face in faces), camera)
        case Facet(points, camera):
            corners = tuple(p.space for p in points)
            return _polyhedron((corners,), camera)
        case Turned():
            return turned(shape)
        case Ball():
            return ball(shape)
        case Torus():
            return _torus(shape)
        case Hoop(center, pole, radius):
            return Body((), (Line(circle(center.space, axis_of(center, pole), radius)),))
        case Cut(body, a, b, c):
            rings = sections(body, plane_through(a.space, b.space, c.space))
            return Body((), tuple(Line(path) for ring in rings for path in ring))
        case Filled(body, surface):
            rings = sections(body, level_plane(surface.space))
            return Body((), tuple(Line(path) for ring in rings for path in ring))


def level_plane(place: XYZ) -> Array:
    """Return the level plane through a place."""
    return np.array([0.0, 0.0, 1.0, -place[2]])


def _polyhedron(faces: tuple[tuple[XYZ, ...], ...], camera: Camera) -> Body:
    edges: dict[tuple[XYZ, XYZ], None] = {}
    for face in faces:
        for a, b in zip(face, (*face[1:], face[0])):
            edges[min(a, b), max(a, b)] = None
    return Body(tuple(Face(face, camera) for face in faces), tuple(Line(Straight(a, b)) for a, b in edges))


def turned(shape: Turned[float]) -> Body:
    """Return a cylinder, cone or frustum: its side, its discs, its rims and its contour."""
    a, b = np.array(shape.a.space), np.array(shape.b.space)
    height = float(np.linalg.norm(b - a))
    axis = (b - a) / height
    bottom, top = (*-axis, float(axis @ a)), (*axis, -float(axis @ b))
    quadric = cone_quadric(a, axis, shape.radius_a, (shape.radius_b - shape.radius_a) / height)
    side = Patch(quadric, shape.camera, (_four(bottom), _four(top)))
    occluders: list[Occluder] = [side]
    lines: list[Line] = []
    for center, radius, plane, is_open in (
        (a, shape.radius_a, bottom, shape.open_a), (b, shape.radius_b, top, shape.open_b)
    ):  # fmt: skip
        if radius <= 0:
            continue
        lines.append(Line(circle(_three(center), axis, radius)))
        if not is_open:
            occluders.append(Disc(sphere_quadric(center, radius), _four(plane), shape.camera))
    own = tuple(occluders)
    lines += [Line(path, own) for path in _side_contours(shape, axis, height)]
    return Body(own, tuple(lines))


def _side_contours(shape: Turned[float], axis: Array, height: float) -> Iterator[Path]:
    """Yield the straight lines at which the view grazes the side.

    The normal at the angle φ from the view's direction across the axis is radial + k axis, where the radius
    shrinks by k per length; square to the view it is where cos φ |across| = -k (axis · view).
    """
    toward = np.array(shape.camera.toward)
    across = toward - float(toward @ axis) * axis
    size = float(np.linalg.norm(across))
    slope = (shape.radius_a - shape.radius_b) / height
    if size < 1e-9 or abs(slope * float(axis @ toward)) >= size:
        return
    turn = math.acos(-slope * float(axis @ toward) / size)
    e = across / size
    f = np.cross(axis, e)
    for sign in (1, -1):
        radial = math.cos(turn) * e + sign * math.sin(turn) * f
        ends = (
            np.array(shape.a.space) + shape.radius_a * radial, np.array(shape.b.space) + shape.radius_b * radial
        )  # fmt: skip
        yield Straight(_three(ends[0]), _three(ends[1]))


def ball(shape: Ball[float]) -> Body:
    """Return a sphere or hemisphere: its surface, its disc and rim, its contour."""
    center, toward = np.array(shape.center.space), np.array(shape.camera.toward)
    quadric = sphere_quadric(center, shape.radius)
    contour = circle(shape.center.space, toward, shape.radius)
    if shape.pole is None:
        surface = Patch(quadric, shape.camera)
        return Body(() if shape.clear else (surface,), (Line(contour, (surface,)),))
    axis = axis_of(shape.center, shape.pole)
    cut = _four((*-axis, float(axis @ center)))
    own: list[Occluder] = [Patch(quadric, shape.camera, (cut,))]
    if not shape.hollow:
        own.append(Disc(quadric, cut, shape.camera))
    lines = [Line(circle(shape.center.space, axis, shape.radius))]
    lines += [Line(part, tuple(own)) for part in below(contour, cut)]
    return Body(tuple(own), tuple(lines))


def below(path: Path, plane: tuple[float, float, float, float]) -> Iterator[Path]:
    """Yield the parts of a path on the inner side of a plane, n · P + d <= 0."""
    limit = np.array(plane)
    inner = [t for t in path.on_plane(limit) if path.start < t < path.end]
    ends = sorted({path.start, *inner, path.end})
    for start, end in zip(ends, ends[1:]):
        middle = path.at(np.array([(start + end) / 2]))[0]
        if float(limit[:3] @ middle + limit[3]) <= 1e-9:
            yield path.part(start, end)


def _torus(shape: Torus[float]) -> Body:
    axis = axis_of(shape.center, shape.pole)
    surface = RingSurface(shape.center.space, _three(axis), shape.radius, shape.tube, shape.camera)
    return Body((surface,), tuple(Line(Sampled(places), (surface,)) for places in ring_contours(surface)))


def circle(center: XYZ, axis: Array, radius: float) -> Round:
    """Return the circle about a centre, square to an axis, counterclockwise seen from the axis' tip."""
    e, f = across(axis)
    return Round(center, _three(radius * e), _three(radius * f))


def across(axis: Array) -> tuple[Array, Array]:
    """Return two unit vectors square to an axis and to each other, right-handed with it."""
    axis = axis / np.linalg.norm(axis)
    helper = np.array([0.0, 0.0, 1.0]) if abs(axis[2]) < 0.9 else np.array([0.0, 1.0, 0.0])
    e = np.cross(helper, axis)
    e = e / np.linalg.norm(e)
    return e, np.cross(axis, e)


def sphere_quadric(center: Array, radius: float) -> Quadric:
    """Return |P - C|² - r² as a quadric."""
    q = np.eye(4)
    q[:3, 3] = q[3, :3] = -center
    q[3, 3] = float(center @ center) - radius * radius
    return _matrix(q)


def cone_quadric(base: Array, axis: Array, radius: float, growth: float) -> Quadric:
    """Return |P - A|² - h² - (r + g h)² with h = axis · (P - A): a cone, or a cylinder for g = 0."""
    h = np.append(axis, -float(axis @ base))
    r = growth * h + np.array([0.0, 0.0, 0.0, radius])
    q = np.array(sphere_quadric(base, 0.0)) - np.outer(h, h) - np.outer(r, r)
    return _matrix(q)


def axis_of(a: SpacePoint[float], b: SpacePoint[float]) -> Array:
    """Return the unit vector from one place to another."""
    way = np.subtract(b.space, a.space)
    return np.asarray(way / max(float(np.linalg.norm(way)), 1e-30), dtype=float)


def _matrix(q: Array) -> Quadric:
    return tuple(tuple(float(v) for v in row) for row in q)


def _three(v: Array) -> XYZ:
    return (float(v[0]), float(v[1]), float(v[2]))


def _four(v: tuple[float, ...]) -> tuple[float, float, float, float]:
    return (float(v[0]), float(v[1]), float(v[2]), float(v[3]))


__all__ = ["WHOLE", "Body", "Line", "bodies_of", "circle"]
