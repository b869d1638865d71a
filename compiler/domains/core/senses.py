"""Arrowheads on curves: the sense in which a parameter runs, or that is said, counter-clockwise or clockwise."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...draw.pen import Pen
from ...model import Entity
from ...shapes import XY

CCW = ("ccw", "counterclockwise", "anticlockwise", "counter_clockwise")
CW = ("cw", "clockwise")
ALONG = ("directed", "oriented")
SENSES = (*ALONG, *CCW, *CW)
"""Words that ask for an arrowhead."""
PLACE = 0.42
"""Where on a curve the arrowhead stands, as a share of its length."""


def draw_sense(entity: Entity, line: Sequence[XY], pen: Pen, *, at: float = PLACE) -> None:
    """Draw an arrowhead on a curve if one of the words asks for it."""
    turn = 1 if any(map(entity.has, CCW)) else -1 if any(map(entity.has, CW)) else 0
    if len(line) < 2 or not (turn or any(map(entity.has, ALONG))):
        return
    backward = turn != 0 and turn * twice_area(line) < 0
    pen.sense(line, at, backward=backward)


def twice_area(line: Sequence[XY]) -> float:
    """Return twice the signed area that a line closes to: positive if it runs counter-clockwise.

    >>> twice_area([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)])
    1.0
    """
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in pairwise([*line, line[0]]))
