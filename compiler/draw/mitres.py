"""Joins of strokes: pointed at the corners of polygons, round on curves and at very sharp corners."""

from __future__ import annotations

import math
from itertools import pairwise

from ...dsl.scene import Stroke
from ..shapes import XY, heading
from .courses import SHARP
from .paths import Outline

MOST = 40
"""Outlines of more straight pieces are curves."""
SHARPEST = 30.0
"""Degrees between sides from which on a pointed join stays within twice the width of its line.

Source: miter length over line width is 1 / sin(angle / 2); SVG 2, section 13.5.5, which cuts joins off at 4.
"""


def joined(stroke: Stroke, outline: Outline) -> Stroke:
    """Return a stroke with the join that suits an outline."""
    return stroke.model_copy(update={"join": "miter"}) if is_mitred(outline) else stroke


def is_mitred(outline: Outline) -> bool:
    """Whether an outline is of few straight pieces whose corners are neither flat nor very sharp.

    >>> is_mitred(Outline("MLLZ", ((0, 0), (4, 0), (0, 3), (0, 0)))), is_mitred(Outline("ML", ((0, 0), (4, 0))))
    (True, False)
    """
    if "C" in outline.codes or not 2 < len(outline.points) <= MOST or outline.codes.count("M") != 1:
        return False
    spots = [p for p, q in pairwise(outline.points) if math.dist(p, q) > 1e-6] + [outline.points[-1]]
    ring = [*spots, spots[1]] if outline.codes.endswith("Z") and len(spots) > 2 else spots
    turns = [_turn(*corner) for corner in zip(ring, ring[1:], ring[2:])]
    return any(t > SHARP for t in turns) and all(t < 180 - SHARPEST for t in turns)


def _turn(a: XY, b: XY, c: XY) -> float:
    return abs((heading(b, c) - heading(a, b) + 180) % 360 - 180)
