"""Cutting polylines exactly at the edge of a box."""

from __future__ import annotations

from collections.abc import Sequence

from ...dsl.scene import Rect
from ..shapes import XY


def inside(spot: XY, box: Rect, slack: float = 1e-9) -> bool:
    """Whether a place lies in a box, its edge included."""
    return box[0] - slack <= spot[0] <= box[2] + slack and box[1] - slack <= spot[1] <= box[3] + slack


def clip_piece(piece: Sequence[XY], box: Rect) -> list[tuple[XY, ...]]:
    """Return the parts of a polyline inside a box, cut exactly at its edge."""
    if all(inside(spot, box, 0.0) for spot in piece):
        return [tuple(piece)]
    parts: list[list[XY]] = [[]]
    for a, b in zip(piece, piece[1:]):
        kept = clip_segment(a, b, box)
        if kept is None:
            continue
        if not parts[-1] or parts[-1][-1] != kept[0]:
            parts.append([kept[0]])
        if kept[1] != kept[0]:
            parts[-1].append(kept[1])
    return [tuple(part) for part in parts if len(part) > 1]


def clip_segment(a: XY, b: XY, box: Rect) -> tuple[XY, XY] | None:
    """Return the part of a segment inside a box (Liang and Barsky, 1984), or nothing.

    >>> clip_segment((-1.0, 1.0), (3.0, 1.0), (0.0, 0.0, 2.0, 2.0))
    ((0.0, 1.0), (2.0, 1.0))
    """
    low, high = 0.0, 1.0
    for axis in (0, 1):
        delta, least, most = b[axis] - a[axis], box[axis] - a[axis], box[axis + 2] - a[axis]
        if delta == 0:
            if least > 0 or most < 0:
                return None
            continue
        enter, leave = sorted((least / delta, most / delta))
        low, high = max(low, enter), min(high, leave)
    if low > high:
        return None
    return (a if low == 0 else _on(a, b, low, box)), (b if high == 1 else _on(a, b, high, box))


def _on(a: XY, b: XY, share: float, box: Rect) -> XY:
    x, y = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    return (min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3]))
