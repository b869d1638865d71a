"""Measures that shapes have by themselves: `c.radius`, `AB.length`, `P[1].area`, `b.width`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..shapes import Arc, Box, Circle, Ellipse, Line, Point, Polyline, Several, Shape, Vector
from .area import arc_opening, area_slot, perimeter_slot

if TYPE_CHECKING:
    from .poser import Poser

SYNONYMS = {
    "r": "radius",
    "d": "diameter",
    "len": "length",
    "l": "length",
    "circumference": "perimeter",
    "magnitude": "length",
}


class Attribute(NamedTuple):
    """The slot of a measure, and its dimension."""

    slot: int
    dimension: str


def attribute(shape: Shape[int], name: str, poser: Poser) -> Attribute | None:
    """Return a measure of a shape, or nothing if it has no such measure."""
    part = SYNONYMS.get(name, name)
    if part in ("area", "perimeter"):
        slot = area_slot(shape, poser) if part == "area" else perimeter_slot(shape, poser)
        if slot is not None:
            return Attribute(slot, "area" if part == "area" else "length")
    match shape:
        case Point(x, y):
            slot = {"x": x, "y": y}.get(part)
            return None if slot is None else Attribute(slot, "length")
        case Circle() | Arc():
            return _of_circle(shape, part, poser) or _of_length(shape, part, poser)
        case Box(_, half_width, half_height):
            half = {"width": half_width, "height": half_height}.get(part)
            return (
                None
                if half is None
                else Attribute(poser.defined("scaled", half, poser.constant(2.0)), "length")
            )
        case Ellipse(_, a, b):
            axis = {"a": a, "b": b}.get(part)
            return None if axis is None else Attribute(axis, "length")
        case Line(a, b) | Vector(a, b) if part == "length":
            return Attribute(poser.distance(a, b, start=1.0), "length")
        case Polyline() if part == "length":
            return _of_length(shape, part, poser)
        case Several((only,)):
            return attribute(only, name, poser)
    return None


def _of_length(shape: Shape[int], part: str, poser: Poser) -> Attribute | None:
    slot = perimeter_slot(shape, poser) if part in ("length", "arc_length") else None
    return None if slot is None else Attribute(slot, "length")


def _of_circle(shape: Circle[int] | Arc[int], part: str, poser: Poser) -> Attribute | None:
    if part == "radius":
        return Attribute(shape.radius, "length")
    if part == "diameter":
        return Attribute(poser.defined("scaled", shape.radius, poser.constant(2.0)), "length")
    if part in ("angle", "central_angle", "opening") and isinstance(shape, Arc):
        return Attribute(arc_opening(shape, poser), "angle")
    return None
