"""Radius and diameter lines with their values.

Convention: ISO 129-1, a radius line runs from the centre and ends in one arrowhead on the arc.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..shapes import XY, Arc, Circle, Line, Point, Shape, heading, polar, xy
from ..targets import AlongLine
from .bearing import open_bearing

if TYPE_CHECKING:
    from .pen import Pen

NEAR = 0.05
RADII = -0.5
"""When radii are drawn: after what turns, before dimensions."""


def draw_radius(
    pen: Pen, round_: Circle[float] | Arc[float], text: str, *, toward: float | None = None
) -> None:
    """Draw a radius line with its text; a radius that is drawn already only gets the text."""
    center = xy(round_.center)
    drawn = _drawn(pen, center, round_.radius)
    if drawn is not None:
        pen.label(text, AlongLine((center, drawn)), role="dimension-text")
        return
    pen.last(RADII, lambda: _draw_radius(pen, center, round_.radius, text, toward))


def _draw_radius(pen: Pen, center: XY, radius: float, text: str, toward: float | None) -> None:
    bearing = open_bearing(pen, center, radius) if toward is None else toward
    ends = [center, polar(center, radius, bearing)]
    with pen.thin():
        id = pen.arrow(ends, role="radius")
        _mark_center(pen, center)
    pen.label(text, AlongLine((ends[0], ends[1])), owner=id, role="dimension-text")


def draw_diameter(pen: Pen, circle: Circle[float], text: str) -> None:
    """Draw a diameter line with its text."""
    pen.last(RADII, lambda: _draw_diameter(pen, xy(circle.center), circle.radius, text))


def _draw_diameter(pen: Pen, center: XY, radius: float, text: str) -> None:
    bearing = open_bearing(pen, center, radius, through=True)
    ends = [polar(center, -radius, bearing), polar(center, radius, bearing)]
    with pen.thin():
        id = pen.arrow(ends, both=True, role="diameter")
    pen.label(text, AlongLine((ends[0], ends[1]), at=0.72), owner=id, role="dimension-text")


def _drawn(pen: Pen, center: XY, radius: float) -> XY | None:
    """Return the rim end of a segment that is drawn as a radius of this circle."""
    for name, entity in pen.solution.panel.entities.items():
        shape = pen.shape_of(name)
        if not isinstance(shape, Line) or shape.extent != "segment" or entity.style.hidden:
            continue
        for near, far in ((xy(shape.a), xy(shape.b)), (xy(shape.b), xy(shape.a))):
            if math.dist(near, center) < NEAR and abs(math.dist(far, center) - radius) < NEAR:
                pen.bearings(center).append(heading(center, far))
                return far
    return None


def _mark_center(pen: Pen, center: XY) -> None:
    """Dot a centre that no point marks."""
    shapes: list[Shape[float]] = [pen.shape_of(name) for name in pen.solution.panel.entities]
    if not any(isinstance(s, Point) and math.dist(xy(s), center) < NEAR for s in shapes):
        pen.dot(center, size=1.0)
