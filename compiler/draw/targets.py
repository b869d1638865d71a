"""Where the text of a thing belongs: the placement target of each shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    Patchwork,
    Point,
    Polygon,
    Polyhedron,
    Polyline,
    Shape,
    Spline,
    Threads,
    Torus,
    Turned,
    Vector,
    xy,
)
from ..targets import AlongLine, ByPoint, InArea, Target
from .combining import geometry_of, rings_of
from .conics import conic_pieces
from .outlines import angles, outline_of
from .paths import circle, flattened
from .roominess import length_of, roomy_share

if TYPE_CHECKING:
    from .pen import Pen


def target_of(shape: Shape[float], pen: Pen) -> Target | None:
    """Return where a text about a shape should stand; nothing for a thing without a place."""
    match shape:
        case Point():
            return ByPoint(xy(shape))
        case Polyline(points=()) | Polygon(points=()) | Spline(points=()):
            return None
        case Circle(center, radius):
            return around(xy(center), radius)
        case Ellipse():
            return AlongLine(tuple(flattened(outline_of(shape))[0]), at=0.1)
        case Conic():
            longest = max(conic_pieces(shape, pen.view), key=length_of, default=())
            return AlongLine(longest, at=roomy_share(longest, pen)) if longest else None
        case Polygon() | Box():
            return InArea(tuple(flattened(outline_of(shape))[0]))
        case Threads():
            run = max((tuple(r) for r in flattened(outline_of(shape))), key=length_of)
            return AlongLine(run, at=roomy_share(run, pen))
        case Polyhedron() | Turned() | Ball() | Torus() | Hoop() | Facet() | Cut() | Filled() | Patchwork():
            from .in_space import hull

            spots = [spot for path in flattened(outline_of(shape)) for spot in path]
            return InArea(hull(spots), prefer_outside=True) if spots else None
        case Combined() | Enclosed():
            outer, holes = rings_of(geometry_of(shape, pen.view))
            return InArea(outer, holes) if outer else None
        case Arc(close=""):
            return AlongLine(tuple(flattened(outline_of(shape))[0]), side=-1 if ends_ahead(shape) else 1)
        case Arc():
            return InArea(tuple(flattened(outline_of(shape))[0]))
        case Line(extent="line" | "framed"):
            # The middle of an endless line is where everything else is.
            return AlongLine(tuple(flattened(outline_of(shape, pen.view))[0]), at=0.86)
        case Line() | Vector() | Polyline() | Spline():
            return AlongLine(tuple(flattened(outline_of(shape, pen.view))[0]))
        case Curve(pieces, closed=True) if pieces:
            return InArea(max(pieces, key=len))
        case Curve(pieces) if pieces:
            longest = max(pieces, key=length_of)
            return AlongLine(longest, at=roomy_share(longest, pen))
    return None


def around(center: XY, radius: float) -> Target:
    """Return the place outside a circle, at its upper right if there is room."""
    return AlongLine(tuple(flattened(circle(center, radius))[0]), at=0.125, side=-1)


def ends_ahead(arc: Arc[float]) -> bool:
    """Whether an arc runs counter-clockwise."""
    start, end = angles(arc)
    return end > start


def over_box(box: Box[float]) -> Target:
    """Return the place over a box whose inside is full of its own texts."""
    return ByPoint((box.center.x, box.center.y + box.half_height), gap=1.8, toward=90)
