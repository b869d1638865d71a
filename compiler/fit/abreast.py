"""Two drawings drawn so small that with their labels they stand side by side on a page, where that is little smaller."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..compose.compose import set_request
from ..compose.stage import GAP
from ..draw.panel import draw_panel
from ..draw.pen import Canvas
from ..model import Panel
from ..page import ROOM
from ..place.frame import Frame
from ..place.geometry import bounds
from ..place.request import Fixed
from .fitting import Fitted, is_scaled, resized

SLACK: Final = 16.0
"""Millimetres for labels that find their place beside the ink later on."""
LEAST: Final = 0.7
"""The smallest factor: smaller drawings stand better one below the other."""


def abreast(
    panels: Sequence[Panel], seed: int, fits: Sequence[Fitted], canvases: Sequence[Canvas]
) -> tuple[list[Fitted], list[Canvas]]:
    """Return drawings by one factor smaller if that brings them side by side, else as they are."""
    factor = factor_for([widths_of(canvas) for canvas in canvases])
    smaller = [resized(p, seed, fit, factor) for p, fit in zip(panels, fits)] if LEAST <= factor < 1 else []
    found = [fit for fit in smaller if fit is not None and fit.layout is not None and is_scaled(fit.posed)]
    if len(found) < len(panels):
        return list(fits), list(canvases)
    drawn = [draw_panel(p, fit.posed, fit.layout) for p, fit in zip(panels, found) if fit.layout is not None]
    return found, drawn


def factor_for(widths: Sequence[tuple[float, float]]) -> float:
    """Return by what factor ink must be narrower so that all of it, with the texts that stay as wide, is in one row.

    >>> factor_for([(60.0, 70.0), (60.0, 60.0)]), round(factor_for([(60.0, 80.0), (60.0, 80.0)]), 2)
    (1.0, 0.76)
    """
    ink, whole = (sum(column) for column in zip(*widths))
    excess = whole + (len(widths) - 1) * GAP + SLACK - ROOM
    return 1.0 if excess <= 0 or not ink else (ink - excess) / ink


def widths_of(canvas: Canvas) -> tuple[float, float]:
    """Return how wide the ink of a drawing is, and about how wide it is with the texts at its places."""
    left, _, right, _ = bounds(canvas.items)
    first, last = left, right
    for request in map(set_request, canvas.texts):
        if isinstance(request.target, Fixed):
            frame = Frame.of(request.text)
            middle, _ = frame.aligned(request.target.at, request.target.align)
            first, last = min(first, middle - frame.half_width), max(last, middle + frame.half_width)
    return right - left, last - first
