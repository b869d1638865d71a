"""Where along a curve its text has most room: away from all other ink."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ..shapes import XY, Point, xy
from .outlines import outline_of
from .paths import at_fraction, flattened

if TYPE_CHECKING:
    from .pen import Pen

SHARES = (0.8, 0.86, 0.74, 0.68, 0.92, 0.62, 0.2, 0.26, 0.14, 0.32, 0.56, 0.38, 0.5, 0.08)
"""Fractions of a curve's length, the usual ones first."""
ENOUGH = 9.0
"""Millimetres of room that a text needs; more is no better."""
STEP = 2.0


def length_of(line: Sequence[XY]) -> float:
    """Return the length of a polyline.

    >>> length_of([(0.0, 0.0), (3.0, 4.0)])
    5.0
    """
    return sum(math.dist(a, b) for a, b in pairwise(line))


def roomy_share(line: Sequence[XY], pen: Pen) -> float:
    """Return the fraction of a curve at which most room is around it, the usual one if there is enough."""
    marks = tuple(_marks(line, pen))
    spots = [(share, at_fraction(line, share)[0]) for share in SHARES]
    room = {share: min((math.dist(spot, mark) for mark in marks), default=ENOUGH) for share, spot in spots}
    return max(SHARES, key=lambda share: (min(room[share], ENOUGH), -SHARES.index(share)))


def _marks(line: Sequence[XY], pen: Pen) -> Iterator[XY]:
    """Yield places on all other ink, a few millimetres apart."""
    own = set(line)
    for name, entity in pen.solution.panel.entities.items():
        if entity.style.hidden or entity.kind.draw is None or "region" in entity.kind.traits:
            continue
        shape = pen.shape_of(name)
        if isinstance(shape, Point):
            yield xy(shape)
        for other in flattened(outline_of(shape, pen.view)):
            if not own.issuperset(other):
                yield from _along(other)


def _along(line: Sequence[XY]) -> Iterator[XY]:
    for a, b in pairwise(line):
        count = max(1, math.ceil(math.dist(a, b) / STEP))
        for k in range(count):
            yield (a[0] + k / count * (b[0] - a[0]), a[1] + k / count * (b[1] - a[1]))
