"""How far posed shapes reach to each side: what placement words compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..arrange.plan import Axis
from ..shapes import (
    Arc,
    Box,
    Circle,
    Curve,
    Ellipse,
    Line,
    Point,
    Polygon,
    Polyline,
    Several,
    Shape,
    Spline,
    Vector,
)

if TYPE_CHECKING:
    from .poser import Poser

FARTHEST = 100.0
"""Sketch millimetres from the origin beyond which a curve has left the drawing."""


def edges(shape: Shape[int], axis: Axis, sign: int, poser: Poser) -> list[int]:
    """Return slots among which the farthest coordinate of a shape is, on an axis, in the direction of a sign.

    Nothing for a shape without a place.
    """
    kernel = "sum2" if sign > 0 else "difference"
    match shape:
        case Point() as point:
            return [coordinate(point, axis)]
        case Box(center, half_width, half_height):
            return [
                poser.defined(kernel, coordinate(center, axis), half_width if axis == "x" else half_height)
            ]
        case Circle(center, radius) | Arc(center, radius):
            return [poser.defined(kernel, coordinate(center, axis), radius)]
        case Ellipse(center, a, b):
            return [poser.defined(kernel, coordinate(center, axis), a if axis == "x" else b)]
        case Line(a, b) | Vector(a, b):
            return [coordinate(a, axis), coordinate(b, axis)]
        case Polygon(points) | Polyline(points) | Spline(points):
            return [coordinate(p, axis) for p in points]
        case Curve(pieces):
            # What runs far off is cut by the frame that shows it.
            numbers = [
                at
                for piece in pieces
                for spot in piece
                if abs(at := spot[0 if axis == "x" else 1]) < FARTHEST
            ]
            return [poser.constant(max(numbers) if sign > 0 else min(numbers))] if numbers else []
        case Several(shapes):
            return [slot for s in shapes for slot in edges(s, axis, sign, poser)]
        case _:
            return []


def coordinate(point: Point[int], axis: Axis) -> int:
    """Return the slot of a point on an axis."""
    return point.x if axis == "x" else point.y
