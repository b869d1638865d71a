"""Hatching and stippling, clipped exactly to an area."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..shapes import XY
from .paths import EMPTY, Outline, polyline

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SPACING = 1.7
ANGLE = 45.0
PATTERNS: dict[str, tuple[float, ...]] = {
    "lines": (ANGLE,), "back": (135.0,), "cross": (ANGLE, 135.0), "horizontal": (0.0,), "vertical": (90.0,),
}  # fmt: skip


def area_of(subpaths: Sequence[Sequence[XY]]) -> BaseGeometry:
    """Return the area that closed subpaths enclose; inner ones are holes."""
    from shapely import make_valid
    from shapely.geometry import Polygon

    area: BaseGeometry = Polygon()
    for ring in subpaths:
        if len(ring) >= 4:
            area = area.symmetric_difference(make_valid(Polygon(ring)))
    return area


def hatch_lines(subpaths: Sequence[Sequence[XY]], pattern: str) -> Outline:
    """Return the hatch lines (or, for `dots`, short strokes) of a pattern inside an area."""
    area = area_of(subpaths)
    if area.is_empty:
        return EMPTY
    if pattern == "dots":
        return _dots(area)
    out = EMPTY
    for angle in PATTERNS.get(pattern, PATTERNS["lines"]):
        for a, b in _sweep(area.bounds, angle):
            out = out + _clipped(area, a, b)
    return out


def _sweep(box: tuple[float, float, float, float], angle: float) -> Iterator[tuple[XY, XY]]:
    """Yield parallel lines that cover a box, on a raster that depends on the angle alone."""
    along = (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    across = (-along[1], along[0])
    corners = [(box[i], box[j]) for i in (0, 2) for j in (1, 3)]
    reach = [x * along[0] + y * along[1] for x, y in corners]
    depth = [x * across[0] + y * across[1] for x, y in corners]
    for k in range(math.ceil(min(depth) / SPACING), math.floor(max(depth) / SPACING) + 1):
        d = k * SPACING
        yield (
            (min(reach) * along[0] + d * across[0], min(reach) * along[1] + d * across[1]),
            (max(reach) * along[0] + d * across[0], max(reach) * along[1] + d * across[1]),
        )


def _clipped(area: BaseGeometry, a: XY, b: XY) -> Outline:
    from shapely import get_coordinates, get_parts
    from shapely.geometry import LineString

    out = EMPTY
    for part in get_parts(area.intersection(LineString([a, b]))):
        if part.geom_type == "LineString" and part.length > 0.1:
            out = out + polyline([(float(x), float(y)) for x, y in get_coordinates(part)])
    return out


def _dots(area: BaseGeometry) -> Outline:
    from shapely.geometry import Point

    inner = area.buffer(-0.2)
    left, bottom, right, top = area.bounds
    out = EMPTY
    for row in range(math.ceil(bottom / SPACING), math.floor(top / SPACING) + 1):
        shift = 0.5 * (row % 2)
        for column in range(math.ceil(left / SPACING), math.floor(right / SPACING) + 1):
            spot = ((column + shift) * SPACING, row * SPACING)
            if inner.contains(Point(spot)):
                out = out + polyline([spot, (spot[0] + 0.15, spot[1])])
    return out
