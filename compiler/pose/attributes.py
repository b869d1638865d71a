"""Measures that shapes have by themselves: `c.radius`, `AB.length`, `P[1].area`, `b.width`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from ..shapes import Arc, Box, Circle, Line, Point, Polygon, Polyline, Several, Shape, Vector

if TYPE_CHECKING:
    from .poser import Poser

SYNONYMS = {"r": "radius", "d": "diameter", "len": "length", "l": "length", "circumference": "perimeter", "magnitude": "length"}


class Attribute(NamedTuple):
    """The slot of a measure, and its dimension."""

    slot: int
    dimension: str


def attribute(shape: Shape[int], name: str, poser: Poser) -> Attribute | None:
    """Return a measure of a shape, or nothing if it has no such measure."""
    part = SYNONYMS.get(name, name)
    match shape:
        case Point(x, y):
            slot = {"x": x, "y": y}.get(part)
            return None if slot is None else Attribute(slot, "length")
        case Circle() | Arc():
            return _of_circle(shape, part, poser)
        case Box(_, half_width, half_height):
            half = {"width": half_width, "height": half_height}.get(part)
            return None if half is None else Attribute(poser.defined("scaled", half, poser.constant(2.0)), "length")
        case Line(a, b) | Vector(a, b) if part == "length":
            return Attribute(poser.defined("distance", a.x, a.y, b.x, b.y), "length")
        case Polyline(points) if part == "length":
            return Attribute(_total(points, poser), "length")
        case Polygon(points):
            return _of_polygon(points, part, poser)
        case Several((only,)):
            return attribute(only, name, poser)
    return None


def _of_circle(shape: Circle[int] | Arc[int], part: str, poser: Poser) -> Attribute | None:
    if part == "radius":
        return Attribute(shape.radius, "length")
    factor = {"diameter": 2.0, "perimeter": 2 * math.pi}.get(part)
    if factor is not None:
        return Attribute(poser.defined("scaled", shape.radius, poser.constant(factor)), "length")
    if part == "area" and isinstance(shape, Circle):
        square = poser.defined("product", shape.radius, shape.radius)
        return Attribute(poser.defined("scaled", square, poser.constant(math.pi)), "area")
    return None


def _of_polygon(points: tuple[Point[int], ...], part: str, poser: Poser) -> Attribute | None:
    if part == "perimeter":
        return Attribute(_total((*points, points[0]), poser), "length")
    if part == "area":
        flat = [slot for p in points for slot in (p.x, p.y)]
        signed = poser.free("area", 900.0)
        poser.require("polygon_area", *flat, signed)
        return Attribute(poser.defined("abs", signed), "area")
    return None


def _total(points: tuple[Point[int], ...], poser: Poser) -> int:
    total = poser.constant(0.0)
    for a, b in zip(points, points[1:]):
        total = poser.defined("sum2", total, poser.defined("distance", a.x, a.y, b.x, b.y))
    return total
