"""Named places of shapes: one set of anchors for all kinds, by shape.

center, top, bottom, left, right and the corners; start, end, mid; vertices and sides by number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..shapes import (
    Arc,
    Box,
    Circle,
    Curve,
    Ellipse,
    Line,
    Nowhere,
    Point,
    Polygon,
    Polyline,
    Several,
    Shape,
    SpacePoint,
    Spline,
    Vector,
)

if TYPE_CHECKING:
    from .poser import Poser

SIDES = {"right": (1, 0), "top": (0, 1), "left": (-1, 0), "bottom": (0, -1)}
CORNERS = {"top_right": (1, 1), "top_left": (-1, 1), "bottom_left": (-1, -1), "bottom_right": (1, -1)}
SYNONYMS = {
    "middle": "mid", "midpoint": "mid", "centre": "center", "tail": "start", "origin": "center", "head": "end",
    "tip": "end", "up": "top", "down": "bottom", "east": "right", "north": "top", "west": "left", "south": "bottom",
    "upper": "top", "lower": "bottom", "first": "start", "last": "end", "surface": "top", "centroid": "center",
    "foot": "bottom", "base": "bottom",
}  # fmt: skip


def anchor(shape: Shape[int], name: str, poser: Poser) -> Shape[int] | None:
    """Return a named place of a shape, or nothing if it has no such place."""
    part = SYNONYMS.get(name, name)
    match shape:
        case Point():
            return shape if part == "center" else None
        case Line(a, b) | Vector(a, b):
            return _on_line(a, b, part, poser)
        case Circle(center, radius):
            return center if part == "center" else _around(center, radius, radius, part, poser)
        case Box(center, half_width, half_height):
            return center if part == "center" else _around(center, half_width, half_height, part, poser)
        case Arc(center, _, start, end):
            return {"center": center, "start": start, "end": end}.get(part)
        case Polyline(points) | Polygon(points) | Spline(points):
            return _on_points(points, part, poser)
        case Ellipse(center):
            return center if part == "center" else None
        case _:
            return None


def anchor_names(shape: Shape[int]) -> tuple[str, ...]:
    """Return the anchors of a shape, for hints and completion."""
    match shape:
        case Circle() | Box():
            return ("center", *SIDES, *CORNERS)
        case Line() | Vector() | Polyline():
            return ("start", "end", "mid")
        case Arc():
            return ("center", "start", "end")
        case Polygon() | Spline() | Ellipse():
            return ("center",)
        case _:
            return ()


def member(shape: Shape[int], index: int) -> Shape[int] | None:
    """Return a member by number, from 1: of several, a vertex of an outline."""
    members: tuple[Shape[int], ...] = ()
    match shape:
        case Several(inner):
            members = inner
        case Polygon(points) | Polyline(points) | Spline(points):
            members = points
        case Line(a, b) | Vector(a, b):
            members = (a, b)
    return members[index - 1] if 1 <= index <= len(members) else None


def center_of(shape: Shape[int], poser: Poser) -> Point[int] | None:
    """Return where a shape is when a single place is wanted."""
    match shape:
        case Point():
            return shape
        case Circle(center) | Box(center) | Ellipse(center) | Arc(center):
            return center
        case Line(a, b) | Vector(a, b):
            return midpoint(a, b, poser)
        case Polygon(points) | Polyline(points) | Spline(points) if points:
            return centroid(points, poser)
        case Several(shapes) if shapes:
            return center_of(shapes[0], poser)
        case _:
            return None


def as_line(shape: Shape[int]) -> Line[int] | None:
    """Return a straight line, if the shape is one."""
    match shape:
        case Line():
            return shape
        case Vector(a, b):
            return Line(a, b)
        case Polyline((a, b)):
            return Line(a, b)
        case Several((only,)):
            return as_line(only)
        case _:
            return None


def as_circle(shape: Shape[int]) -> Circle[int] | None:
    """Return a circle, if the shape is one or a part of one."""
    match shape:
        case Circle():
            return shape
        case Arc(center, radius):
            return Circle(center, radius)
        case _:
            return None


def midpoint(a: Point[int], b: Point[int], poser: Poser) -> Point[int]:
    """Return a new point in the middle of two."""
    middle = poser.point_at("mid")
    poser.require("midpoint", a.x, a.y, b.x, b.y, middle.x, middle.y)
    return middle


def centroid(points: tuple[Point[int], ...], poser: Poser) -> Point[int]:
    """Return a new point at the mean of some: each draws the mean of those before it a share of the way."""
    mean = points[0]
    for count, point in enumerate(points[1:], start=2):
        share = poser.constant(1 / count)
        mean = poser.defined_point("fraction", mean.x, mean.y, point.x, point.y, share, name="center")
    return mean


def coordinates(point: Point[int]) -> tuple[int, ...]:
    """Return the slots that say where a point is: two in the plane, three in space."""
    return point.space if isinstance(point, SpacePoint) else (point.x, point.y)


def _on_line(a: Point[int], b: Point[int], part: str, poser: Poser) -> Shape[int] | None:
    if part in ("mid", "center"):
        return midpoint(a, b, poser)
    return {"start": a, "end": b, "a": a, "b": b}.get(part)


def _around(center: Point[int], across: int, up: int, part: str, poser: Poser) -> Point[int] | None:
    """Return a point of a box or circle beside its centre, in steps of its half width and height."""
    step = SIDES.get(part) or CORNERS.get(part)
    if step is None:
        return None
    return Point(_shifted(center.x, across, step[0], poser), _shifted(center.y, up, step[1], poser))


def _shifted(base: int, by: int, sign: int, poser: Poser) -> int:
    if sign == 0:
        return base
    return poser.defined("sum2" if sign > 0 else "difference", base, by)


def _on_points(points: tuple[Point[int], ...], part: str, poser: Poser) -> Shape[int] | None:
    if part == "center":
        return centroid(points, poser)
    if part in ("start", "end"):
        return points[0 if part == "start" else -1]
    return None


def is_nowhere(shape: Shape[int]) -> bool:
    """Whether a shape has no place in the drawing."""
    return isinstance(shape, Nowhere | Curve)
