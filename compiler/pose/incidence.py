"""Points on, in and between things: what several fields demand of places and figures alike."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ..model import Relation
from ..shapes import (
    Arc,
    Ball,
    Circle,
    Conic,
    Ellipse,
    Facet,
    Hoop,
    Line,
    Patchwork,
    Point,
    Polygon,
    Polyline,
    Shape,
    SpacePoint,
    Threads,
)
from ..system import Sort
from ..values import Chain, Value
from .anchors import centroid
from .codes import OFF_SURFACE
from .fixtures import inner_place, offset
from .planes import plane_of, space

if TYPE_CHECKING:
    from .poser import Poser

OFF = 1e-2
"""Space millimetres: a stated place farther from a surface or curve is not on it."""
STRICT = 1e-3
"""How far inside or outside a circle is, at least, as a share of its radius: on it is neither."""
APART = 0.05
"""How far a point between two others is from either, at least, in millimetres."""
INSET = 4.0
"""How far from the ends of a segment a point on it would like to be, in millimetres."""


def flat(*points: Point[int]) -> tuple[int, ...]:
    """Return the slots of points in a row."""
    return tuple(slot for p in points for slot in (p.x, p.y))


def spread(values: tuple[Value, ...], poser: Poser) -> list[Point[int]]:
    """Return the points that values name: points, chains of letters, the vertices of outlines, the ends of lines."""
    out: list[Point[int]] = []
    for value in values:
        if isinstance(value, Chain):
            out += [poser.point(e) for e in value.ends]
            continue
        shape = poser.shape(value)
        match shape:
            case Polygon(points) | Polyline(points):
                out += points
            case Line(a, b):
                out += [a, b]
            case _:
                out.append(poser.point(value))
    return out


def lies_on(point: Point[int], shape: Shape[int], poser: Poser, *, bounded: bool = True) -> bool:
    """Demand that a point lies on a line, circle, arc, conic or outline; tell whether that can be said."""
    match shape:
        case Line(a, b, extent):
            if point in (a, b):
                return True
            poser.require("collinear", *flat(point, a, b))
            if bounded and extent != "line":
                kernel = "on_segment" if extent == "segment" else "on_ray"
                poser.require(kernel, *flat(point, a, b), sort=Sort.BOUND)
            return True
        case Circle(center, radius):
            poser.require("on_circle", *flat(point, center), radius)
            return True
        case Arc(center, radius):
            poser.require("on_circle", *flat(point, center), radius)
            if bounded:
                within_arc(point, shape, poser)
            return True
        case Ellipse(center, a, b, tilt):
            poser.require("on_ellipse", *flat(point, center), a, b, tilt)
            return True
        case Facet(points) if isinstance(point, SpacePoint):
            poser.require("distance_to_plane", *space(point, *points[:3]), poser.constant(0.0))
            return True
        case Ball(center, radius):
            poser.require("distance", *flat(point, center), radius)
            return True
        case Hoop(center, pole, radius):
            poser.require("distance", *flat(point, center), radius)
            poser.require("perpendicular", *flat(center, pole, center, point))
            return True
        case Patchwork() | Threads() if isinstance(point, SpacePoint):
            return _on_fixed(point, shape, poser)
        case Conic(focus, e, half_width, tilt):
            poser.require("on_conic", *flat(point, focus), e, half_width, tilt)
            return True
    return False


def _on_fixed(point: SpacePoint[int], shape: Patchwork[int] | Threads[int], poser: Poser) -> bool:
    """Put an open place on a surface or curve that nothing moves; report a stated one that is off it."""
    known = [poser.fixed(slot) for slot in point.space]
    place = np.array([math.nan if number is None else number for number in known])
    off = offset(shape, place)
    if math.isnan(off):
        spot = inner_place(shape)
        for slot, number in zip(point.space, spot):
            if poser.fixed(slot) is None:
                poser.equate(slot, poser.constant(float(number)))
    elif off > OFF:
        message = f"the place is off the {'surface' if isinstance(shape, Patchwork) else 'curve'} by {off / poser.frame.per_unit:.3g}"
        poser.diagnostics.append(OFF_SURFACE.found(message, poser.here, hints=["mind the coordinates"]))
    return True


def within_arc(point: Point[int], arc: Arc[int], poser: Poser) -> None:
    """Keep a point between the ends of an arc: on the arc's side of its chord."""
    if arc.via is not None:
        poser.require("same_side", *flat(point, arc.via, arc.start, arc.end), sort=Sort.BOUND)
    elif arc.way == "minor":
        poser.require("opposite_sides", *flat(point, arc.center, arc.start, arc.end), sort=Sort.BOUND)
    elif arc.way == "major":
        poser.require("same_side", *flat(point, arc.center, arc.start, arc.end), sort=Sort.BOUND)
    else:
        start, end = (arc.start, arc.end) if arc.way == "ccw" else (arc.end, arc.start)
        poser.require("left_of_line", *flat(point, end, start), sort=Sort.BOUND)


def hold_point_on(point: Point[int], target: Value, poser: Poser) -> bool:
    """Demand that a point lies on a thing, in general position; tell whether the thing has a curve to lie on."""
    shape = poser.shape(target)
    line = poser.line(target)
    if line is not None:
        _wish_inner(point, line, poser)
        return lies_on(point, line, poser)
    plane, camera = plane_of(target, poser), poser.frame.camera
    if plane is not None and camera is not None:
        poser.wish("nearness", *flat(point, centroid(plane, poser)), poser.constant(9.0), weight=0.05)
        return lies_on(point, Facet(plane, camera), poser)
    if isinstance(shape, Polygon | Polyline):
        return _on_outline(point, shape, poser)
    return lies_on(point, shape, poser)


def _wish_inner(point: Point[int], line: Line[int], poser: Poser) -> None:
    """Wish a point on a segment off its ends and off its middle."""
    if line.extent != "segment":
        return
    poser.drawn(point)
    for end in (line.a, line.b):
        poser.wish("separation", *flat(point, end), poser.constant(INSET), weight=0.1)
    poser.wish("lengths_avoid", *flat(point, line.a, point, line.b), poser.constant(0.25), weight=0.5)


def _on_outline(point: Point[int], shape: Polygon[int] | Polyline[int], poser: Poser) -> bool:
    """Put a point on the first side of an outline that it does not end."""
    points = shape.points
    closed = (*points, points[0]) if isinstance(shape, Polygon) else points
    side = next(((a, b) for a, b in pairwise(closed) if point not in (a, b)), None)
    return side is not None and lies_on(point, Line(*side), poser)


def hold_between(relation: Relation, poser: Poser) -> None:
    """Demand that a point lies between two others on their line."""
    points = spread((*relation.values_of("of"), *relation.values_of("ends")), poser)
    if len(points) != 3:
        poser.not_geometric(relation)
        return
    poser.drawn(points[0])
    lies_on(points[0], Line(points[1], points[2]), poser)
    for end in points[1:]:
        poser.require("separation", *flat(points[0], end), poser.constant(APART), sort=Sort.BOUND)
    _wish_inner(points[0], Line(points[1], points[2]), poser)


def hold_within(inner: Shape[int], outer: Shape[int], poser: Poser) -> bool:
    """Demand that a point or circle lies inside a circle or a convex outline; tell whether that can be said."""
    if isinstance(inner, Circle) and isinstance(outer, Circle):
        poser.require(
            "disc_inside",
            *flat(inner.center),
            inner.radius,
            *flat(outer.center),
            outer.radius,
            sort=Sort.BOUND,
        )
        return True
    points = [inner] if isinstance(inner, Point) else list(inner.points) if isinstance(inner, Polygon) else []
    if not points:
        return False
    for point in points:
        if isinstance(outer, Circle):
            inner_edge = poser.defined("scaled", outer.radius, poser.constant(1 - STRICT), start=25.0)
            poser.require("inside_circle", *flat(point, outer.center), inner_edge, sort=Sort.BOUND)
        elif isinstance(outer, Polygon):
            _inside_outline(point, outer, poser)
        else:
            return False
    return True


def _inside_outline(point: Point[int], outer: Polygon[int], poser: Poser) -> None:
    corners = outer.points
    if len(corners) == 3:
        _inside_triangle(point, corners, poser)
        return
    for a, b, c in zip(corners, (*corners[1:], corners[0]), (*corners[2:], *corners[:2])):
        poser.require("same_side", *flat(point, c, a, b), sort=Sort.BOUND)


def _inside_triangle(point: Point[int], corners: tuple[Point[int], ...], poser: Poser) -> None:
    """Put a point a share of the way from a vertex to a place on the opposite side: only an inner point is there."""
    shares = [poser.free(name, start) for name, start in (("across", 0.45), ("along", 0.6))]
    for share in shares:
        poser.require("positive", share, poser.constant(STRICT), sort=Sort.BOUND)
        poser.require("ahead", share, poser.constant(1.0), poser.constant(STRICT), sort=Sort.BOUND)
        poser.wish("positive", share, poser.constant(0.2))
        poser.wish("ahead", share, poser.constant(1.0), poser.constant(0.2))
    place = poser.defined_point("fraction", *flat(corners[1], corners[2]), shares[0])
    poser.require("fraction", *flat(corners[0], place), shares[1], *flat(point))


def hold_outside(relation: Relation, poser: Poser) -> None:
    """Demand that points or circles lie outside a circle."""
    value = relation.value("in")
    outer = poser.shape(value) if value is not None else None
    for thing in relation.values_of("of"):
        inner = poser.shape(thing)
        if isinstance(outer, Circle) and isinstance(inner, Point):
            outer_edge = poser.defined("scaled", outer.radius, poser.constant(1 + STRICT), start=25.0)
            poser.require("outside_circle", *flat(inner, outer.center), outer_edge, sort=Sort.BOUND)
        elif isinstance(outer, Circle) and isinstance(inner, Circle):
            slots = (*flat(inner.center), inner.radius, *flat(outer.center), outer.radius)
            poser.require("discs_apart", *slots, sort=Sort.BOUND)
        else:
            poser.not_geometric(relation)
