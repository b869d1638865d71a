"""Where inside an outline a text of given proportions has most room."""

from functools import lru_cache
from typing import Final

from ...dsl.scene import XY

GRID: Final = 7
"""Rows and columns of further spots that are tried inside an outline."""


@lru_cache(maxsize=512)
def center_spots(outline: tuple[XY, ...], holes: tuple[tuple[XY, ...], ...], aspect: float) -> tuple[XY, ...]:
    """Return spots inside an outline, the one with most room first.

    `aspect` is height over width of the text: the page is squeezed by it, so that the room around the
    centre of the largest inscribed circle is the room for a box of these proportions.

    >>> center_spots(((0, 0), (8, 0), (8, 2), (0, 2)), (), 0.25)[0]
    (4.0, 1.0)
    """
    import shapely

    squeezed = [[(x * aspect, y) for x, y in ring] for ring in (outline, *holes)]
    if len(set(outline)) < 3:
        xs, ys = zip(*outline)
        return ((sum(xs) / len(xs), sum(ys) / len(ys)),)
    area = shapely.make_valid(shapely.Polygon(squeezed[0], [ring for ring in squeezed[1:] if len(ring) > 2]))
    left, bottom, right, top = area.bounds
    if area.area <= 0:
        return (((left + right) / 2 / aspect, (bottom + top) / 2),)
    pole = shapely.maximum_inscribed_circle(area, tolerance=0.02 * (right - left + top - bottom))
    spots = [pole.coords[0], area.representative_point().coords[0]]
    middle = area.centroid
    if area.contains(middle) and middle.distance(area.boundary) >= 0.9 * pole.length:
        # the pole of a long outline may sit anywhere along it: then the centroid is the better middle
        spots.insert(0, middle.coords[0])
    grid = [
        (left + (right - left) * (i + 0.5) / GRID, bottom + (top - bottom) * (j + 0.5) / GRID)
        for i in range(GRID)
        for j in range(GRID)
    ]
    inside = shapely.contains_xy(area, grid)
    spots += [spot for spot, within in zip(grid, inside) if within]
    return tuple((round(x / aspect, 6), round(y, 6)) for x, y in spots)
