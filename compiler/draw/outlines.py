"""The outline and the bounds of any solved shape."""

from __future__ import annotations

import math

from ...dsl.scene import Rect
from ..shapes import (
    XY,
    Arc,
    Ball,
    Box,
    Circle,
    Combined,
    Conic,
    Curve,
    Cut,
    Ellipse,
    Enclosed,
    Facet,
    Filled,
    Hoop,
    Line,
    Nowhere,
    Patchwork,
    Point,
    Polygon,
    Polyhedron,
    Polyline,
    Several,
    Shape,
    Spline,
    Threads,
    Torus,
    Turned,
    Vector,
    heading,
    xy,
)
from .conics import conic_pieces
from .paths import EMPTY, Outline, arc, circle, ellipse, flattened, polyline, spline

FAR_VIEW: Rect = (-1e4, -1e4, 1e4, 1e4)
"""Where endless lines end when nobody says."""


def outline_of(shape: Shape[float], view: Rect | None = None) -> Outline:
    """Return the outline of a shape; endless lines are cut at `view`."""
    match shape:
        case Line(a, b, extent):
            ends = (xy(a), xy(b))
            return polyline(clipped(ends, extent, view) if view and extent in ("ray", "line") else ends)
        case Vector(a, b):
            return polyline([xy(a), xy(b)])
        case Polyline(points):
            return polyline([xy(p) for p in points])
        case Polygon(points):
            return polyline([xy(p) for p in points], closed=True)
        case Circle(center, radius):
            return circle(xy(center), radius)
        case Arc():
            return arc_outline(shape)
        case Ellipse(center, a, b, tilt):
            return ellipse(xy(center), a, b, math.degrees(tilt))
        case Conic():
            return sum((polyline(piece) for piece in conic_pieces(shape, view)), EMPTY)
        case Spline(points, closed):
            return spline([xy(p) for p in points], closed=closed)
        case Curve(pieces, closed):
            return sum((polyline(p, closed=closed) for p in pieces), EMPTY)
        case Box():
            return polyline(corners(shape), closed=True)
        case Several(shapes):
            return sum((outline_of(s, view) for s in shapes), EMPTY)
        case Combined() | Enclosed():
            from .combining import geometry_of, outline_of_geometry

            return outline_of_geometry(geometry_of(shape, view or FAR_VIEW))
        case (
            Polyhedron()
            | Turned()
            | Ball()
            | Torus()
            | Hoop()
            | Facet()
            | Cut()
            | Filled()
            | Patchwork()
            | Threads()
        ):
            from .in_space import outline_of_body

            return outline_of_body(shape)
        case Point() | Nowhere() | _:
            return EMPTY


def angles(shape: Arc[float]) -> tuple[float, float]:
    """Return start and end of an arc in degrees; the end is larger by at most 360, or smaller if it runs clockwise."""
    center = xy(shape.center)
    start, end = heading(center, xy(shape.start)), heading(center, xy(shape.end))
    turn = (end - start) % 360 or 360.0
    if shape.via is not None:
        forward = (heading(center, xy(shape.via)) - start) % 360 <= turn
    else:
        forward = {"minor": turn <= 180, "major": turn > 180, "cw": False}.get(shape.way, True)
    return (start, start + turn if forward else start + turn - 360)


def arc_outline(shape: Arc[float]) -> Outline:
    """Return the outline of an arc, a sector or a circular segment."""
    start, end = angles(shape)
    body = arc(xy(shape.center), shape.radius, start, end)
    if shape.close == "chord":
        return Outline(body.codes + "Z", (*body.points, body.points[0]))
    if shape.close == "center":
        center = xy(shape.center)
        return Outline("ML" + body.codes[1:] + "Z", (center, *body.points, center))
    return body


def corners(box: Box[float]) -> tuple[XY, ...]:
    """Return the corners of a box, counter-clockwise from the lower left."""
    x, y, w, h = box.center.x, box.center.y, box.half_width, box.half_height
    return ((x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h))


def clipped(ends: tuple[XY, XY], extent: str, view: Rect) -> tuple[XY, XY]:
    """Return the part of a ray or an endless line inside a box; its own points always stay."""
    (ax, ay), (bx, by) = ends
    dx, dy = bx - ax, by - ay
    low, high = (-math.inf if extent == "line" else 0.0), math.inf
    for d, a, lo, hi in ((dx, ax, view[0], view[2]), (dy, ay, view[1], view[3])):
        if abs(d) > 1e-12:
            t0, t1 = sorted(((lo - a) / d, (hi - a) / d))
            low, high = max(low, t0), min(high, t1)
    low, high = min(low, 0.0), max(high, 1.0)
    if not (math.isfinite(low) and math.isfinite(high)):
        return ends
    return ((ax + low * dx, ay + low * dy), (ax + high * dx, ay + high * dy))


def bounds_of(shape: Shape[float]) -> Rect | None:
    """Return the box around a shape; endless lines count with their own points only."""
    if isinstance(shape, Point):
        return (shape.x, shape.y, shape.x, shape.y)
    points = [p for path in flattened(outline_of(shape)) for p in path]
    if isinstance(shape, Several):
        points += [xy(s) for s in shape.shapes if isinstance(s, Point)]
    if not points:
        return None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


def center_of(shape: Shape[float]) -> XY | None:
    """Return the place of a shape when a single one is wanted."""
    match shape:
        case Point():
            return xy(shape)
        case Circle(center) | Ellipse(center) | Box(center) | Arc(center):
            return xy(center)
        case Line(a, b) | Vector(a, b):
            return ((a.x + b.x) / 2, (a.y + b.y) / 2)
        case Polygon(points) | Polyline(points) | Spline(points):
            return (sum(p.x for p in points) / len(points), sum(p.y for p in points) / len(points))
        case Several(shapes) if shapes:
            return center_of(shapes[0])
    box = bounds_of(shape)
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if box else None
