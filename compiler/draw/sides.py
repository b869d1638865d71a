"""Texts at the sides and corners of outlines, and inside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..shapes import XY, Polygon, Shape, xy
from ..targets import AlongLine
from .angles import draw_angle_mark
from .targets import target_of

if TYPE_CHECKING:
    from .pen import Pen

NEAR = 0.05


def draw_side_text(pen: Pen, outline: Polygon[float], a: XY, b: XY, text: str) -> None:
    """Write a text along a side, outside the outline; along any other line on its free side."""
    pen.label(text, AlongLine((a, b), side=outer_side(outline, a, b)), role="side-text")


def outer_side(outline: Polygon[float], a: XY, b: XY) -> int:
    """Return the side of a to b (+1 left, -1 right) away from an outline; 0 for a line inside it."""
    return free_side([xy(p) for p in outline.points], a, b)


def free_side(outline: Sequence[XY], a: XY, b: XY) -> int:
    """Return the side of a to b (+1 left, -1 right) on which nothing of an outline is; 0 for an inner line.

    >>> free_side([(0, 0), (2, 0), (2, 2), (0, 2)], (0, 0), (2, 0))
    -1
    """
    turns = [(b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) for x, y in outline]
    scale = 1e-3 * math.dist(a, b)
    if all(t <= scale for t in turns):
        return 1
    return -1 if all(t >= -scale for t in turns) else 0


def draw_corner_text(pen: Pen, outline: Polygon[float], spots: Sequence[XY], text: str) -> None:
    """Mark an angle of an outline with its value: at a vertex, or between three places."""
    if len(spots) == 3:
        draw_angle_mark(pen, spots[0], spots[1], spots[2], text)
        return
    vertices = [xy(p) for p in outline.points]
    at = next((k for k, v in enumerate(vertices) if math.dist(v, spots[0]) < NEAR), None)
    if at is not None:
        draw_angle_mark(pen, vertices[at - 1], vertices[at], vertices[(at + 1) % len(vertices)], text)


def draw_texts(pen: Pen, shape: Shape[float], texts: Sequence[str], owner: str) -> None:
    """Write texts where the text of a shape belongs; one without a place has none."""
    target = target_of(shape, pen)
    if target is not None:
        for text in texts:
            pen.label(text, target, owner=owner)
