"""Dimension lines: extension lines off the object, arrowheads, the text in a gap of the line.

Convention: ISO 129-1 (extension lines start clear of the object and pass the dimension line a little).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...dsl.scene import Rect
from ..shapes import XY, heading, polar
from ..targets import AlongLine
from .outlines import bounds_of
from .paths import polyline

if TYPE_CHECKING:
    from .pen import Pen

OFFSET = 5.0
"""From a measured feature to its dimension line, in millimetres."""
CLEAR = 1.0
PAST = 1.0
GIVE = 3.0
STEPS = 9
"""A dimension line gives way to boxes by so many steps of so many millimetres."""


def draw_dimension(pen: Pen, a: XY, b: XY, text: str, *, side: int = 0) -> None:
    """Draw a dimension line for the distance from a to b, on the outer side of the drawing.

    Between places in space the text stands at the line itself.
    """
    from .space_marks import dimension_in_space

    if math.dist(a, b) < 0.5:
        return
    if pen.solution.poser.frame.camera and dimension_in_space(pen, a, b, text):
        return
    dimension_on_paper(pen, a, b, text, side=side)


def dimension_on_paper(pen: Pen, a: XY, b: XY, text: str, *, side: int = 0) -> None:
    """Draw a dimension line beside two spots of the picture."""
    side = side or pen.outer_side(a, b)
    side = _free_side(pen, (a, b), side)
    across = heading(a, b) + 90 * side
    offset = _free_offset(pen, (a, b), side, OFFSET + pen.taken(a, b, side))
    p, q = polar(a, offset, across), polar(b, offset, across)
    with pen.thin():
        for foot in (a, b):
            ends = [polar(foot, CLEAR, across), polar(foot, offset + PAST, across)]
            pen.path(polyline(ends), role="extension", stroke=pen.stroke())
        id = pen.arrow([p, q], both=True, role="dimension")
    pen.label(text, AlongLine((p, q), in_gap=True, side=side, ink=id), owner=id, role="dimension-text")


def _free_side(pen: Pen, ends: tuple[XY, XY], side: int) -> int:
    """Return the side on which a dimension meets fewer boxes, the wanted one if both are alike."""
    met = {s: min(_met(pen, ends, s, OFFSET + GIVE * step) for step in range(STEPS)) for s in (side, -side)}
    return side if met[side] <= met[-side] else -side


def _free_offset(pen: Pen, ends: tuple[XY, XY], side: int, wanted: float) -> float:
    """Return the least offset from the wanted one on at which a dimension meets the fewest boxes."""
    offsets = [wanted + GIVE * step for step in range(STEPS)]
    return min(offsets, key=lambda offset: _met(pen, ends, side, offset))


def _met(pen: Pen, ends: tuple[XY, XY], side: int, offset: float) -> int:
    """Return how many boxes a dimension line and its extension lines come upon."""
    from .linking import boxed_shapes, comes_upon

    across = heading(*ends) + 90 * side
    a, b = ends
    frame = [
        polar(a, CLEAR, across),
        polar(a, offset, across),
        polar(b, offset, across),
        polar(b, CLEAR, across),
    ]
    boxes = [box for shape in boxed_shapes(pen) if (box := bounds_of(shape))]
    return sum(comes_upon(frame[1:3], box) * 2 + comes_upon(frame, box) for box in boxes)


def beside_boxes(boxes: Sequence[Rect], upright: bool = False) -> tuple[tuple[XY, XY], int]:
    """Return the ends and the side of a dimension clear of the boxes that it measures.

    Of one box its width or height, of two the distance of their middles: below them or on their right.
    """
    lowest, rightmost = min(b[1] for b in boxes), max(b[2] for b in boxes)
    if len(boxes) == 1:
        left, bottom, right, top = boxes[0]
        return (((right, bottom), (right, top)) if upright else ((left, bottom), (right, bottom))), -1
    middles = sorted(((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in boxes[:2])
    (ax, ay), (bx, by) = middles
    if bx - ax >= abs(by - ay):
        return ((ax, lowest), (bx, lowest)), -1
    low, high = sorted((ay, by))
    return ((rightmost, low), (rightmost, high)), -1
