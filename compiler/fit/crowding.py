"""How much larger a drawing must be for its labels to have room: text keeps its size, the canvas grows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from ...dsl.theme import Page
from ..draw.panel import draw_panel
from ..draw.pen import Canvas
from ..model import Panel
from ..shapes import XY
from ..targets import ByPoint
from .fitting import Fitted, headroom, is_scaled, resized

NEAREST: Final = 5.0
"""Millimetres that the two nearest named places need between them, so that each has its name beside it."""
NEXT: Final = 7.0
"""The same for the places that are nearest to others but for one pair: a single tight corner is no crowd."""
ONE: Final = 1.0
"""Places nearer than this cannot be told apart at any size."""
MOST: Final = 1.6
"""The largest factor by which a drawing grows."""
WORTH: Final = 1.12
"""A smaller factor is not worth drawing everything again."""


def with_room(panel: Panel, seed: int, fit: Fitted, canvas: Canvas, room: Page) -> tuple[Fitted, Canvas]:
    """Return a drawing at the scale at which its labels have room, as far as the page goes."""
    factor = min(growth(canvas), headroom(fit, room)) if is_scaled(fit.posed) else 1.0
    larger = resized(panel, seed, fit, factor) if factor > WORTH else None
    if larger is None or larger.layout is None:
        return fit, canvas
    return larger, draw_panel(panel, larger.posed, larger.layout)


def growth(canvas: Canvas) -> float:
    """Return by what factor a drawing should be larger; 1 where its named places are far enough apart."""
    spots = [request.target.at for request in canvas.texts if isinstance(request.target, ByPoint)]
    gaps = sorted(gap for gap in nearest(spots) if gap > ONE)
    wanted = [NEAREST / gaps[0]] if len(gaps) > 3 else []
    wanted += [NEXT / gaps[2]] if len(gaps) > 3 else []
    return min(max([1.0, *wanted]), MOST)


def nearest(spots: Sequence[XY]) -> list[float]:
    """Return for each of some places how far its nearest neighbour is.

    >>> nearest([(0, 0), (3, 4), (3, 5)])
    [5.0, 1.0, 1.0]
    """
    return [
        min((math.dist(spot, other) for k, other in enumerate(spots) if k != n), default=math.inf)
        for n, spot in enumerate(spots)
    ]
