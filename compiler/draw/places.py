"""Places in space found again by where they are drawn, so that marks at them can lie in space."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from ..shapes import XY, Shape, SpacePoint, xy
from ..space.camera import XYZ, Camera

MEET = 1e-3
"""Space millimetres within which two lines meet."""


class Places:
    """The places of one panel; general position keeps their spots apart."""

    def __init__(self, camera: Camera, points: Iterable[Shape[float]]) -> None:
        self.camera = camera
        self._at: dict[XY, XYZ] = {}
        for point in points:
            if isinstance(point, SpacePoint):
                self._at.setdefault(_key(xy(point)), point.space)

    def at(self, spot: XY) -> XYZ | None:
        """Return the place that is drawn at a spot, if there is one."""
        return self._at.get(_key(spot))

    def add(self, place: XYZ) -> XY:
        """Remember a place; return where it is drawn."""
        spot = self.camera.drawn(place)
        self._at.setdefault(_key(spot), place)
        return spot

    def crossing(self, first: Sequence[XY], second: Sequence[XY]) -> XY | None:
        """Return where two lines are drawn to meet that do meet in space; nothing for skew or parallel ones."""
        ends = [self.at(spot) for spot in (*first[:2], *second[:2])]
        places = [np.array(end) for end in ends if end is not None]
        if len(places) < 4:
            return None
        a, b, c, d = places
        u, w = b - a, d - c
        normal = np.cross(u, w)
        size = float(normal @ normal)
        if size < 1e-12 * float(u @ u) * float(w @ w):
            return None
        t = float(np.cross(c - a, w) @ normal) / size
        off = abs(float((c - a) @ normal)) / math.sqrt(size)
        x, y, z = a + t * u
        return self.add((float(x), float(y), float(z))) if off < MEET else None

    def moved_together(self, first: Sequence[XY], second: Sequence[XY]) -> tuple[XY, XY, XY] | None:
        """Return the arms of the angle of two skew lines: the second is moved to the start of the first."""
        ends = [self.at(spot) for spot in (*first[:2], *second[:2])]
        places = [np.array(end) for end in ends if end is not None]
        if len(places) < 4:
            return None
        a, b, c, d = places
        way = d - c if float((d - c) @ (b - a)) >= 0 else c - d
        x, y, z = a + way
        return first[1], first[0], self.add((float(x), float(y), float(z)))


def _key(spot: XY) -> XY:
    return (round(spot[0], 4), round(spot[1], 4))
