"""How large type is on a screen."""

from typing import Final

from ...dsl.scene import MM_PER_INCH

PIXELS_PER_INCH: Final = 96.0
"""Of the pixel in which widths on screens are told. Source: W3C, CSS Values and Units 4, 6.2: 1in = 96px."""
POINTS_PER_INCH: Final = 72.0


def points_at(width_px: int, width_mm: float) -> float:
    """Return what a point of a picture of `width_mm` measures when it is shown `width_px` wide.

    >>> points_at(600, 158.75)
    1.0
    """
    return width_px / PIXELS_PER_INCH * MM_PER_INCH / width_mm


def points_of(pixels: float) -> float:
    """Return a length in pixels of the screen in points.

    >>> points_of(12)
    9.0
    """
    return pixels / PIXELS_PER_INCH * POINTS_PER_INCH
