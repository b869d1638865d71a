"""Perpendiculars in space: from a place to its foot on a plane, with the square there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..shapes import XY
from ..space.camera import XYZ, Camera
from ..space.paths import Straight
from ..targets import AlongLine
from .in_space import draw_path, is_drawn
from .space_marks import square_in_space

if TYPE_CHECKING:
    from .pen import Pen


def draw_drop(pen: Pen, top: XY, foot: XY, text: str) -> None:
    """Draw the perpendicular between two spots at which places are drawn, with its text."""
    places = pen.solution.place_at(top), pen.solution.place_at(foot)
    if places[0] is not None and places[1] is not None:
        drop_line(pen, places[0], places[1], text)


def draw_projection(pen: Pen, top: XY, foot: XY, meeting: XY) -> None:
    """Draw the perpendicular from a line to a plane, and the line's projection there, where they are not drawn yet."""
    ends = [pen.solution.place_at(spot) for spot in (top, foot, meeting)]
    high, low, vertex = ends
    if high is None or low is None or vertex is None:
        return
    drop_line(pen, high, low, "", [vertex])
    if not is_drawn(pen, vertex, low):
        with pen.thin():
            draw_path(pen, Straight(vertex, low), role="projection")


def draw_missing_arms(pen: Pen, arms: tuple[XY, XY, XY]) -> None:
    """Draw, thin, the arms of an angle in space that nothing else draws."""
    vertex = pen.solution.place_at(arms[1])
    for end in (arms[0], arms[2]):
        place = pen.solution.place_at(end)
        if vertex is not None and place is not None and not is_drawn(pen, vertex, place):
            with pen.thin():
                draw_path(pen, Straight(vertex, place), role="arm")


def drop_line(pen: Pen, top: XYZ, foot: XYZ, text: str, arms: Sequence[XYZ] = ()) -> None:
    """Draw a perpendicular from a place to its foot, with its text, and the square there.

    The square opens to the right, or along the one of some edges at the foot that runs most to the right.
    """
    if math.dist(top, foot) < 1e-6:
        return
    places = pen.solution.places
    id = ""
    if not is_drawn(pen, top, foot):
        with pen.thin():
            id = draw_path(pen, Straight(top, foot), role="height")
    ends = places.add(top), places.add(foot)
    drawn = [places.add(arm) for arm in arms] or [places.add(_to_the_right(top, foot, places.camera))]
    square_in_space(pen, ends[0], ends[1], max(drawn))
    if text:
        pen.label(text, AlongLine(ends, side=pen.solution.free_side(*ends)), owner=id, role="side-text")


def _to_the_right(top: XYZ, foot: XYZ, camera: Camera) -> XYZ:
    """Return a place square to a perpendicular at its foot, as far to the right as such a place is drawn."""
    axis = np.subtract(top, foot)
    axis = axis / float(np.linalg.norm(axis))
    right = np.array(camera.right)
    way = right - float(right @ axis) * axis
    size = max(float(np.linalg.norm(way)), 1e-9)
    x, y, z = np.array(foot) + 10.0 * way / size
    return (float(x), float(y), float(z))
