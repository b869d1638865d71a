"""Axes and grid lines under dashed lines: they give way, so that the dashes can be seen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from ...dsl.scene import Item, Path
from ..shapes import XY, along
from .paths import EMPTY, Outline, flattened, polyline

Span: TypeAlias = tuple[float, float]
GIVING = frozenset({"axis", "grid"})
"""Roles of the lines that give way."""
ON = 0.05
"""What is this close to a line all along (mm) lies on it."""


def uncovered(items: Sequence[Item]) -> list[Item]:
    """Return ink with the axes and grid lines broken where dashed lines run on them."""
    dashed = [line for item in items if isinstance(item, Path) for line in _dashed_lines(item)]
    left = [_broken(item, dashed) for item in items] if dashed else list(items)
    return [item for item in left if not isinstance(item, Path) or item.codes]


def _dashed_lines(item: Path) -> Iterator[tuple[XY, XY]]:
    if item.stroke is not None and item.stroke.dash and item.role not in GIVING and "C" not in item.codes:
        for line in flattened(Outline(item.codes, item.points)):
            yield from pairwise(line)


def _broken(item: Item, dashed: Iterable[tuple[XY, XY]]) -> Item:
    """Return an item, if it is a straight solid axis or grid line, without what lies under dashed lines."""
    if not isinstance(item, Path) or item.role not in GIVING or item.codes != "ML":
        return item
    if item.stroke is None or item.stroke.dash:
        return item
    a, b = item.points
    taken = sorted(span for line in dashed if (span := _span(a, b, line)) is not None)
    if not taken:
        return item
    outline = sum((polyline([along(a, b, s), along(a, b, t)]) for s, t in _left(taken)), EMPTY)
    return item.model_copy(update={"codes": outline.codes, "points": outline.points})


def _span(a: XY, b: XY, line: tuple[XY, XY]) -> Span | None:
    """Return the shares of ab between which another piece lies on it."""
    ux, uy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(ux, uy)
    if length < ON:
        return None
    offs = [abs((p[0] - a[0]) * uy - (p[1] - a[1]) * ux) / length for p in line]
    shares = sorted(((p[0] - a[0]) * ux + (p[1] - a[1]) * uy) / length**2 for p in line)
    low, high = max(shares[0], 0.0), min(shares[1], 1.0)
    return (low, high) if max(offs) < ON and (high - low) * length > 1.0 else None


def _left(taken: Sequence[Span]) -> Iterator[Span]:
    """Yield what spans of a line leave of it.

    >>> list(_left([(0.2, 0.4), (0.3, 0.5)]))
    [(0.0, 0.2), (0.5, 1.0)]
    """
    at = 0.0
    for low, high in taken:
        if low > at:
            yield at, low
        at = max(at, high)
    if at < 1.0:
        yield at, 1.0
