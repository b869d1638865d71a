"""Heights in space: from a place straight down to a plane, with its foot and its right-angle square."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ...draw.drops import drop_line
from ...draw.pen import Pen
from ...pose.poser import Poser
from ...shapes import SpacePoint
from ...space.camera import XYZ

NEAR = 1e-4
"""Space millimetres within which a foot is a corner."""


def foot_of(apex: SpacePoint[int], plane: Sequence[SpacePoint[int]], poser: Poser) -> SpacePoint[int]:
    """Return the foot of the perpendicular from a place on the plane of three others."""
    foot = poser.lifting.free_place("foot")
    slots = [slot for point in (apex, *plane[:3], foot) for slot in point.space]
    poser.require("foot_on_plane", *slots)
    return foot


def foot_in(apex: XYZ, plane: Sequence[XYZ]) -> XYZ:
    """Return the foot of the perpendicular from a place on the plane of three others.

    >>> foot_in((1.0, 2.0, 5.0), ((0, 0, 0), (1, 0, 0), (0, 1, 0)))
    (1.0, 2.0, 0.0)
    """
    a, b, c = (np.array(p, dtype=float) for p in plane[:3])
    normal = np.cross(b - a, c - a)
    share = float((np.array(apex) - a) @ normal) / float(normal @ normal)
    x, y, z = np.array(apex) - share * normal
    return (float(x), float(y), float(z))


def draw_height(pen: Pen, apex: SpacePoint[float], base: Sequence[SpacePoint[float]], text: str) -> None:
    """Draw the height of an apex over a base, thin, with its square and its text."""
    corners = [p.space for p in base]
    foot = foot_in(apex.space, corners)
    at = next((k for k, corner in enumerate(corners) if math.dist(corner, foot) < NEAR), None)
    arms = [] if at is None else [corners[at - 1], corners[(at + 1) % len(corners)]]
    drop_line(pen, apex.space, foot, text, arms)
