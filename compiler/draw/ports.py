"""Where links of a flow leave and enter boxes: at the middles of the sides that face each other, fanned like a tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from ..arrange.flow import pushed
from ..shapes import XY, Box

Axis: TypeAlias = Literal["x", "y"]

APART: Final = 4.0
"""White between two boxes (mm) from which a link can run from side to side."""
MOSTLY: Final = 0.8
"""The share of links that must run along one axis for the picture to be a flow along it."""
STEEPEST: Final = 4.0
"""How far a link may go across, as a multiple of its way along, before it leaves from another side."""
SIDE: Final = 0.6
"""The share of half a side, from its middle, in which several links enter."""
HEADS: Final = 2.4
"""Between arrowheads that enter a side (mm), where it has the room."""
AXES: Final[tuple[Axis, ...]] = ("x", "y")
ACROSS: Final[dict[Axis, Axis]] = {"x": "y", "y": "x"}


def flow_axis(links: Sequence[tuple[Box[float], Box[float]]]) -> Axis | None:
    """Return the axis along which nearly all links run, the one with more white if both will do."""
    runs = {axis: [gap for a, b in links if (gap := _white(a, b, axis)) >= APART] for axis in AXES}
    kept = [axis for axis in AXES if links and len(runs[axis]) >= MOSTLY * len(links)]
    return max(kept, key=lambda axis: (len(runs[axis]), sum(runs[axis])), default=None)


def _white(a: Box[float], b: Box[float], axis: Axis) -> float:
    """Return the white between two boxes along an axis; less than nothing where they overlap there."""
    return abs(_at(a, axis) - _at(b, axis)) - _half(a, axis) - _half(b, axis)


def _at(box: Box[float], axis: Axis) -> float:
    return box.center.x if axis == "x" else box.center.y


def _half(box: Box[float], axis: Axis) -> float:
    return box.half_width if axis == "x" else box.half_height


def ports(
    start: Box[float], end: Box[float], axis: Axis, links: Sequence[tuple[Box[float], Box[float]]]
) -> tuple[XY, XY] | None:
    """Return where a link of a flow leaves one box, at the middle of a side, and where it enters the other.

    A link alone enters at the middle, too; several share the side in their order, each as level as may be.
    Nothing where the boxes are too close along the axis, or too far from each other across it.

    >>> from ..shapes import Point
    >>> one, other = Box(Point(0, 0), 5, 3), Box(Point(30, 10), 5, 3)
    >>> ports(one, other, "x", [(one, other)])
    ((5, 0), (25, 10.0))
    """
    if not _are_joined(start, end, axis):
        return None
    way = 1 if _at(end, axis) > _at(start, axis) else -1
    leaves = _at(start, axis) + way * _half(start, axis), _at(start, ACROSS[axis])
    enters = (
        _at(end, axis) - way * _half(end, axis),
        _at(end, ACROSS[axis]) + _entry(start, end, axis, links),
    )
    return (leaves, enters) if axis == "x" else (leaves[::-1], enters[::-1])


def _are_joined(start: Box[float], end: Box[float], axis: Axis) -> bool:
    white = _white(start, end, axis)
    return white >= APART and abs(_at(end, ACROSS[axis]) - _at(start, ACROSS[axis])) <= STEEPEST * white


def _entry(
    start: Box[float], end: Box[float], axis: Axis, links: Sequence[tuple[Box[float], Box[float]]]
) -> float:
    """Return how far from the middle of its side a box is entered by a link from another."""
    across = ACROSS[axis]
    before = _at(start, axis) < _at(end, axis)
    entering = sorted(
        {_at(a, across) for a, b in links
         if b == end and _are_joined(a, b, axis) and (_at(a, axis) < _at(b, axis)) == before}
    )  # fmt: skip
    if len(entering) < 2:
        return 0.0
    most = SIDE * _half(end, across)
    wanted = [min(max(at - _at(end, across), -most), most) for at in entering]
    gap = min(HEADS, 2 * most / (len(entering) - 1))
    return pushed(wanted, [0.0] * len(wanted), gap)[entering.index(_at(start, across))]
