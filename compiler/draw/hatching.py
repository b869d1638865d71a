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
DOT = 0.14
GRAZE = 0.8
"""A hatch line whose middle is closer to the edge (mm) only thickens it."""
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
    """Return the hatch lines (or the dots) of a pattern inside an area."""
    area = area_of(subpaths)
    if area.is_empty:
        return EMPTY
    if pattern == "dots":
        return _dots(area)
    angles = PATTERNS.get(pattern, PATTERNS["lines"])
    parts = [part for angle in angles for line in _sweep(area.bounds, angle) for part in _clipped(area, line)]
    edge = area.boundary
    clear = [p for p in parts if edge.distance(p.interpolate(0.5, normalized=True)) > GRAZE]
    return sum((_line(part) for part in clear or parts), EMPTY)


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


def _clipped(area: BaseGeometry, line: tuple[XY, XY]) -> Iterator[BaseGeometry]:
    """Yield the parts of a line inside an area."""
    from shapely import get_parts
    from shapely.geometry import LineString

    for part in get_parts(area.intersection(LineString(line))):
        if part.geom_type == "LineString" and part.length > 0.1:
            yield part


def _line(part: BaseGeometry) -> Outline:
    from shapely import get_coordinates

    return polyline([(float(x), float(y)) for x, y in get_coordinates(part)])


def _dots(area: BaseGeometry) -> Outline:
    """Return squares so small that their lines fill them, row by row."""
    from shapely.geometry import Point

    inner = area.buffer(-GRAZE)
    left, bottom, right, top = area.bounds
    spots: list[XY] = []
    for row in range(math.ceil(bottom / SPACING), math.floor(top / SPACING) + 1):
        shift = 0.5 * (row % 2)
        for column in range(math.ceil(left / SPACING) - 1, math.floor(right / SPACING) + 1):
            spot = ((column + shift) * SPACING, row * SPACING)
            if inner.contains(Point(spot)):
                spots.append(spot)
    return Outline("MLLLZ" * len(spots), tuple(corner for spot in spots for corner in _dot(*spot)))


def _dot(x: float, y: float) -> tuple[XY, ...]:
    s = DOT / 2
    return ((x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s), (x - s, y - s))
