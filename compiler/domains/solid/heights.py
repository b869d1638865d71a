"""Heights in space: from a place straight down to a plane, with its foot and its right-angle square."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ...draw.in_space import draw_path
from ...draw.pen import Pen
from ...draw.space_marks import square_in_space
from ...pose.poser import Poser
from ...shapes import SpacePoint
from ...space.camera import XYZ, Camera
from ...space.paths import Straight
from ...targets import AlongLine


def foot_of(apex: SpacePoint[int], plane: Sequence[SpacePoint[int]], poser: Poser) -> SpacePoint[int]:
    """Return the foot of the perpendicular from a place on the plane of three others."""
    foot = poser.point_at("foot")
    assert isinstance(foot, SpacePoint)
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


def draw_height(pen: Pen, apex: SpacePoint[float], plane: Sequence[SpacePoint[float]], text: str) -> None:
    """Draw the height of an apex over a plane, thin, with its square and its text."""
    foot = foot_in(apex.space, [p.space for p in plane])
    drop_line(pen, apex.space, foot, text)


def drop_line(pen: Pen, top: XYZ, foot: XYZ, text: str) -> None:
    """Draw a perpendicular from a place to its foot, the square there opening to the right, and its text."""
    if math.dist(top, foot) < 1e-6:
        return
    with pen.thin():
        id = draw_path(pen, Straight(top, foot), role="height")
    places = pen.solution.places
    ends = places.add(top), places.add(foot)
    square_in_space(pen, ends[0], ends[1], places.add(_to_the_right(top, foot, places.camera)))
    if text:
        pen.label(text, AlongLine(ends), owner=id, role="side-text")


def _to_the_right(top: XYZ, foot: XYZ, camera: Camera) -> XYZ:
    """Return a place square to a perpendicular at its foot, as far to the right as such a place is drawn."""
    axis = np.subtract(top, foot)
    axis = axis / float(np.linalg.norm(axis))
    right = np.array(camera.right)
    way = right - float(right @ axis) * axis
    size = max(float(np.linalg.norm(way)), 1e-9)
    x, y, z = np.array(foot) + 10.0 * way / size
    return (float(x), float(y), float(z))
