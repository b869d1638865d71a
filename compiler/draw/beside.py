"""Arrows that would lie on a line that is drawn already: they stand beside it, where they can be seen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from ...dsl.scene import Item, Path
from ..shapes import XY, heading, polar

BESIDE = 1.2
"""Between an arrow and the line along which it runs, middle to middle (mm)."""
ON = 0.05
"""What is this close to a line lies on it (mm)."""


def covers(items: Iterable[Item], a: XY, b: XY) -> bool:
    """Whether drawn straight lines cover the whole way from a to b.

    >>> wall = Path(id="w", role="edge", codes="ML", points=((0, 0), (0, 50)))
    >>> covers([wall], (0, 30), (0, 10)), covers([wall], (0, 30), (20, 10))
    (True, False)
    """
    pieces = [piece for piece in _straight(items) if all(_off(end, *piece) < ON for end in (a, b))]
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    return bool(pieces) and all(any(_between(spot, *piece) for piece in pieces) for spot in (a, middle, b))


def beside(a: XY, b: XY, side: int) -> tuple[XY, XY]:
    """Return an arrow moved to the left (+1) or right (-1) of the line that it lies on.

    >>> [round(x, 3) for x in beside((0, 0), (10, 0), 1)[0]]
    [0.0, 1.2]
    """
    across = heading(a, b) + 90 * side
    return polar(a, BESIDE, across), polar(b, BESIDE, across)


def _straight(items: Iterable[Item]) -> Iterator[tuple[XY, XY]]:
    for item in items:
        if isinstance(item, Path) and item.role == "edge" and "C" not in item.codes:
            yield from zip(item.points, item.points[1:])


def _off(p: XY, a: XY, b: XY) -> float:
    """Return how far a point is from the endless line through two others."""
    length = math.dist(a, b)
    return (
        abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / length
        if length > ON
        else math.inf
    )


def _between(p: XY, a: XY, b: XY) -> bool:
    return math.dist(a, p) + math.dist(p, b) < math.dist(a, b) + ON
