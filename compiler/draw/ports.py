"""Where links of a flow leave and enter boxes: at the middles of the sides that face each other, fanned like a tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from ..shapes import XY, Box

Axis: TypeAlias = Literal["x", "y"]

APART: Final = 4.0
"""White between two boxes (mm) from which a link can run from side to side."""
MOSTLY: Final = 0.8
"""The share of links that must run along one axis for the picture to be a flow along it."""
STEEPEST: Final = 4.0
"""How far a link may go across, as a multiple of its way along, before it leaves from another side."""


def flow_axis(links: Sequence[tuple[Box[float], Box[float]]]) -> Axis | None:
    """Return the axis along which nearly all links run, the one with more white if both will do."""
    runs = {axis: [gap for a, b in links if (gap := _white(a, b, axis)) >= APART] for axis in AXES}
    kept = [axis for axis in AXES if links and len(runs[axis]) >= MOSTLY * len(links)]
    return max(kept, key=lambda axis: (len(runs[axis]), sum(runs[axis])), default=None)


AXES: Final[tuple[Axis, ...]] = ("x", "y")


def _white(a: Box[float], b: Box[float], axis: Axis) -> float:
    """Return the white between two boxes along an axis; less than nothing where they overlap there."""
    if axis == "x":
        return abs(a.center.x - b.center.x) - a.half_width - b.half_width
    return abs(a.center.y - b.center.y) - a.half_height - b.half_height


def ports(start: Box[float], end: Box[float], axis: Axis, share: float = 0.5) -> tuple[XY, XY] | None:
    """Return where a link leaves one box, at the middle of a side, and where it enters another, at a share of its.

    Nothing where the boxes are too close along the axis, or too far from each other across it.

    >>> from ..shapes import Point
    >>> ports(Box(Point(0, 0), 5, 3), Box(Point(30, 10), 5, 3), "x")
    ((5, 0), (25, 10.0))
    """
    white = _white(start, end, axis)
    (ax, ay), (bx, by) = (start.center.x, start.center.y), (end.center.x, end.center.y)
    across = abs(by - ay) if axis == "x" else abs(bx - ax)
    if white < APART or across > STEEPEST * white:
        return None
    if axis == "x":
        way = 1 if bx > ax else -1
        return (ax + way * start.half_width, ay), (
            bx - way * end.half_width,
            by + (1 - 2 * share) * end.half_height,
        )
    way = 1 if by > ay else -1
    return (ax, ay + way * start.half_height), (
        bx + (2 * share - 1) * end.half_width,
        by - way * end.half_height,
    )
