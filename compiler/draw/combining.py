"""Areas of any shapes, combined exactly: union, intersection, difference, half planes, enclosed areas.

Round edges are flattened to chords that stay within 0.01 mm of them before shapely clips them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...dsl.scene import Rect
from ..shapes import XY, Combined, Enclosed, Line, Several, Shape, Side, heading, polar, xy
from .outlines import outline_of
from .paths import EMPTY, Outline, flattened, polyline

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FAR = 1e4
"""Half the size, in millimetres, of what stands for a half plane."""
STEPS = 24
"""Chords per cubic of an outline."""
SNAP = 1e-3
"""Walls that miss each other by less are taken to meet."""


def geometry_of(shape: Shape[float], view: Rect) -> BaseGeometry:
    """Return the area of a shape; what encloses none is empty."""
    from shapely.geometry import Polygon

    match shape:
        case Combined(op, left, right):
            a, b = geometry_of(left, view), geometry_of(right, view)
            return a & b if op == "&" else a | b if op == "|" else a - b
        case Side():
            return Polygon(_half_plane(shape))
        case Enclosed(walls):
            return _enclosed([list(path) for wall in walls for path in _paths(wall, view)])
        case Several(shapes) if shapes:
            whole: BaseGeometry = Polygon()
            for inner in shapes:
                whole = whole | geometry_of(inner, view)
            return whole
        case Line() | Several():
            return Polygon()
    return _filled(list(_paths(shape, view)))


def outline_of_geometry(area: BaseGeometry) -> Outline:
    """Return the outline of an area; holes run against their outer rings."""
    from shapely import get_parts
    from shapely.geometry.polygon import orient

    out = EMPTY
    for part in get_parts(area):
        if part.geom_type == "Polygon" and part.area > 1e-6:
            part = orient(part)
            for ring in (part.exterior, *part.interiors):
                out = out + polyline([(float(x), float(y)) for x, y in ring.coords[:-1]], closed=True)
    return out


def rings_of(area: BaseGeometry) -> tuple[tuple[XY, ...], tuple[tuple[XY, ...], ...]]:
    """Return the outer ring of the largest piece of an area, and its holes."""
    from shapely import get_parts

    parts = [p for p in get_parts(area) if p.geom_type == "Polygon"]
    if not parts:
        return (), ()
    largest = max(parts, key=lambda p: p.area)
    rings = [tuple((float(x), float(y)) for x, y in r.coords) for r in (largest.exterior, *largest.interiors)]
    return rings[0], tuple(rings[1:])


def _paths(shape: Shape[float], view: Rect) -> Iterator[Sequence[XY]]:
    if isinstance(shape, Combined | Side | Enclosed):
        yield from flattened(outline_of_geometry(geometry_of(shape, view)), STEPS)
    else:
        yield from flattened(outline_of(shape, view), STEPS)


def _filled(paths: list[Sequence[XY]]) -> BaseGeometry:
    """Return what outlines enclose, the inner ones being holes."""
    from shapely import make_valid
    from shapely.geometry import Polygon

    area: BaseGeometry = Polygon()
    for path in paths:
        if len(path) >= 3:
            area = area ^ make_valid(Polygon(path))
    return area


def _half_plane(side: Side[float]) -> list[XY]:
    a, b, of = xy(side.a), xy(side.b), xy(side.of)
    along = heading(a, b)
    left = (b[0] - a[0]) * (of[1] - a[1]) - (b[1] - a[1]) * (of[0] - a[0]) > 0
    across = along + 90 if left == side.same else along - 90
    p, q = polar(a, -FAR, along), polar(a, FAR, along)
    return [p, q, polar(q, FAR, across), polar(p, FAR, across)]


def _enclosed(paths: list[list[XY]]) -> BaseGeometry:
    """Return the bounded area that touches every wall, else all that the walls enclose."""
    from shapely import STRtree, union_all
    from shapely.geometry import LineString, Polygon
    from shapely.ops import polygonize

    walls = [LineString(_stretched(path)) for path in paths if len(path) > 1]
    faces = list(polygonize(union_all(walls)))
    if not faces:
        return Polygon()
    tree = STRtree(walls)
    touched = [len(set(tree.query(f.boundary, predicate="dwithin", distance=SNAP).tolist())) for f in faces]
    whole: BaseGeometry = Polygon()
    for face, count in zip(faces, touched):
        if count == max(touched):
            whole = whole | face
    return whole


def _stretched(path: list[XY]) -> list[XY]:
    """Return an open path drawn out by a hair at its ends, so that walls that meet there do cross."""
    if math.dist(path[0], path[-1]) < 1e-9:
        return path
    first = polar(path[0], -SNAP, heading(path[0], path[1]))
    last = polar(path[-1], SNAP, heading(path[-2], path[-1]))
    return [first, *path[1:-1], last]
