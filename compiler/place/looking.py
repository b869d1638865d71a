"""What the features of a drawing see around them: which ways are free, and which way leads out."""

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import Final

import numpy as np

from .arrays import Bools, Floats, Ints
from .candidates import Surroundings
from .obstacles import Obstacles

LOOK_AROUND: Final = 3.0
"""Radius of the circle on which free directions around a point are measured (mm)."""
NARROW: Final = 20.0
"""Free gaps narrower than this are none (degrees)."""


def surroundings(ink: Obstacles, anchors: Floats, looks: Bools) -> list[Surroundings]:
    """Return what is seen at each anchor; free directions only where they are asked for (`looks`)."""
    crossings = _crossings(ink.segments, anchors, looks)
    radii = _radii(ink, anchors)
    seen = []
    for (x, y), found, radius in zip(anchors.tolist(), crossings, radii):
        dx, dy = x - ink.middle[0], y - ink.middle[1]
        length = hypot(dx, dy)
        outward = (dx / length, dy / length) if length > 0.5 else (0.0, 0.0)
        away = degrees(atan2(dy, dx)) if length > 0.5 else 80.0
        seen.append(Surroundings(_gaps(sorted(found), away), outward, radius))
    return seen


def _gaps(crossings: Sequence[float], away: float) -> tuple[tuple[float, float], ...]:
    """Return the gaps between bearings as (bisector, width), the widest first."""
    if not crossings:
        return ()
    gaps = [
        ((start + ((end - start) % 360 or 360.0) / 2) % 360, (end - start) % 360 or 360.0)
        for start, end in zip(crossings, [*crossings[1:], crossings[0]])
    ]
    # nearly equal gaps (a point on a straight line) are told apart by the way out of the drawing
    gaps.sort(key=lambda gap: (-round(gap[1] / 12), abs((gap[0] - away + 180) % 360 - 180)))
    return tuple(gap for gap in gaps if gap[1] >= NARROW)


def _radii(ink: Obstacles, anchors: Floats) -> list[float]:
    """Return the radius of the marker at each anchor, 0 where there is none."""
    if not len(ink.points):
        return [0.0] * len(anchors)
    sizes = np.array([marker.size / 2 for marker in ink.markers])
    away = np.hypot(*(ink.points[None, :, :] - anchors[:, None, :]).transpose(2, 0, 1))
    radii: list[float] = np.where(away < 0.2, sizes, 0.0).max(axis=1).tolist()
    return radii


def _crossings(segments: Floats, anchors: Floats, looks: Bools) -> list[set[float]]:
    """Return the bearings (degrees) at which strokes cross a circle around each anchor."""
    found: list[set[float]] = [set() for _ in anchors]
    if not len(segments):
        return found
    which, a, d = _close(segments, anchors, np.flatnonzero(looks))
    dd, ad = (d * d).sum(axis=1), (a * d).sum(axis=1)
    root = ad * ad - dd * ((a * a).sum(axis=1) - LOOK_AROUND * LOOK_AROUND)
    hit = (root > 0) & (dd > 0)
    which, a, d, dd, ad, root = (part[hit] for part in (which, a, d, dd, ad, root))
    for sign in (-1.0, 1.0):
        t = (-ad + sign * np.sqrt(root)) / dd
        on = (t >= 0) & (t <= 1)
        spots = a[on] + t[on, None] * d[on]
        bearings = np.round(np.degrees(np.arctan2(spots[:, 1], spots[:, 0])), 3)
        for anchor, bearing in zip(which[on].tolist(), bearings.tolist()):
            found[anchor].add(bearing)
    return found


def _close(segments: Floats, anchors: Floats, asked: Ints) -> tuple[Ints, Floats, Floats]:
    """Return the pairs of an anchor and a segment near it: which anchor, the start seen from there, the step."""
    one, two = segments[:, :2], segments[:, 2:]
    low, high = np.minimum(one, two) - LOOK_AROUND, np.maximum(one, two) + LOOK_AROUND
    at = anchors[asked, None, :]
    pair, segment = np.nonzero(((low <= at) & (at <= high)).all(axis=2))
    which = asked[pair]
    return which, one[segment] - anchors[which], (two - one)[segment]
