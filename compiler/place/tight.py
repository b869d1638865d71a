"""The true outline of a text, where its lines and indices leave much of its box empty."""

from typing import Final

import shapely

from ...dsl.scene import XY
from ..typeset.text import SetText
from .geometry import run_rects

SMALL: Final = 40.0
"""A box of no more square millimetres is taken as it is."""
WORTH: Final = 9.0
"""Square millimetres of empty corners that make an outline worth its while."""
BRIDGE: Final = 0.9
"""Gaps between words and lines up to twice this are part of the text (mm)."""
SIMPLE: Final = 0.1
"""How far the outline may stray (mm)."""


def tight_outline(text: SetText) -> tuple[XY, ...]:
    """Return the outline of a text around its origin; nothing where its box is about as small."""
    room = text.width * text.height
    if len(text.runs) + len(text.rules) < 2 or room < SMALL:
        return ()
    boxes = [shapely.box(*rect) for rect in run_rects(text)]
    grown = shapely.union_all(shapely.buffer(boxes, BRIDGE, join_style="mitre"))
    shape = shapely.buffer(grown, -BRIDGE, join_style="mitre")
    if shape.geom_type != "Polygon":
        shape = shape.convex_hull
    outline = shapely.Polygon(shape.exterior).simplify(SIMPLE)
    if room - outline.area < WORTH:
        return ()
    return tuple((x, y) for x, y in outline.exterior.coords[:-1])
