"""The box of a text while it looks for its place: half sizes, turn, and how to stand off something."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, hypot, radians, sin

import numpy as np
import shapely

from ...dsl.scene import XY
from ..typeset.text import SetText
from .arrays import Floats, Ints, Shapes
from .tight import tight_outline

ALIGNMENTS = {"left": (-1, 0), "right": (1, 0), "top": (0, 1), "bottom": (0, -1), "center": (0, 0)}


SIGNS = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)])


@dataclass(frozen=True)
class Frame:
    """The ink box of a text, `2 half_width` by `2 half_height` mm, turned by `rotation` degrees."""

    half_width: float
    half_height: float
    middle: XY
    """The box's centre relative to the text's origin, unrotated."""
    rotation: float = 0.0
    outline: tuple[XY, ...] = ()
    """The true outline around the box's centre, unrotated, if it leaves much of the box empty."""

    @classmethod
    def of(cls, text: SetText, rotation: float = 0.0) -> "Frame":
        """Return the frame of a set text."""
        left, bottom, right, top = text.extent
        x, y = (left + right) / 2, (bottom + top) / 2
        outline = tuple((px - x, py - y) for px, py in tight_outline(text))
        return cls((right - left) / 2, (top - bottom) / 2, (x, y), rotation, outline)

    @property
    def is_plain(self) -> bool:
        """Whether the text is an upright box."""
        return not self.rotation and not self.outline

    def shapes(self, centers: Floats) -> Shapes:
        """Return the outline of the text at each of some centres."""
        points = np.array(self.outline or self.half * SIGNS) @ self.axes
        return np.asarray(shapely.polygons(points[None] + centers[:, None, :]))

    @cached_property
    def axes(self) -> Floats:
        """The unit vectors along and across the text, one a row."""
        c, s = (cos(radians(self.rotation)), sin(radians(self.rotation))) if self.rotation else (1.0, 0.0)
        return np.array([[c, s], [-s, c]])

    @cached_property
    def half(self) -> Floats:
        """Half the width and half the height."""
        return np.array([self.half_width, self.half_height])

    def reach(self, way: Floats) -> Floats:
        """Return how far the box extends from its centre in unit directions (its support)."""
        return np.asarray(np.abs(way @ self.axes.T) @ self.half)

    def extent(self) -> XY:
        """Return half the width and half the height of the upright box around the box."""
        across, up = self.reach(np.eye(2)).tolist()
        return across, up

    def beside(self, point: Floats, way: Floats, gap: Floats | float) -> Floats:
        """Return the centres, in unit directions from a point, where the box is `gap` away from it."""
        along = np.abs(way @ self.axes.T)
        gap = np.broadcast_to(np.asarray(gap, dtype=np.float64), len(way))
        w, h = self.half_width, self.half_height
        # a corner is nearest, unless the way leads out through a side
        middle = along @ self.half
        t = middle + np.sqrt(np.maximum(middle * middle - (w * w + h * h - gap * gap), 0.0))
        with np.errstate(divide="ignore", invalid="ignore"):
            sideways, upwards = (w + gap) / along[:, 0], (h + gap) / along[:, 1]
            t = np.where(upwards * along[:, 0] <= w, upwards, t)
            t = np.where(sideways * along[:, 1] <= h, sideways, t)
        return np.asarray(point + t[:, None] * way)

    def corners(self, center: XY) -> tuple[XY, XY, XY, XY]:
        """Return the corners of the box around a centre, counter-clockwise."""
        (ux, uy), (vx, vy) = self.axes.tolist()
        w, h, (x, y) = self.half_width, self.half_height, center
        return (
            (x - w * ux - h * vx, y - w * uy - h * vy),
            (x + w * ux - h * vx, y + w * uy - h * vy),
            (x + w * ux + h * vx, y + w * uy + h * vy),
            (x - w * ux + h * vx, y - w * uy + h * vy),
        )

    def origin(self, center: XY) -> XY:
        """Return the text's origin when the box is centred at a point."""
        (ux, uy), (vx, vy) = self.axes.tolist()
        mx, my = self.middle
        return (center[0] - mx * ux - my * vx, center[1] - mx * uy - my * vy)

    def aligned(self, at: XY, align: str) -> XY:
        """Return the centre for which the named point of the box (`bottom right` …) is at a place."""
        (ux, uy), (vx, vy) = self.axes.tolist()
        words = [ALIGNMENTS.get(word, (0, 0)) for word in align.replace("-", " ").split()]
        dx = -self.half_width * sum(word[0] for word in words)
        dy = -self.half_height * sum(word[1] for word in words)
        return (at[0] + dx * ux + dy * vx, at[1] + dx * uy + dy * vy)

    def grown(self, margin: float) -> "Frame":
        """Return the frame with room on all sides."""
        return Frame(self.half_width + margin, self.half_height + margin, self.middle, self.rotation)

    def half_chord(self, way: XY) -> float:
        """Return how far from its centre a line through it leaves the box."""
        along = np.abs(self.axes @ np.array(way)) / hypot(*way)
        return float(np.min(self.half / np.maximum(along, 1e-9)))


def corner_array(frames: Sequence[Frame], whose: Ints, centers: Floats) -> Floats:
    """Return the corners of many boxes at once, one row of four points for each: `whose` is the frame of each."""
    corners = np.array([frame.half * SIGNS @ frame.axes for frame in frames], dtype=np.float64).reshape(
        -1, 4, 2
    )
    return np.asarray(corners[whose] + centers.reshape(-1, 1, 2))


def odd_shapes(frames: Sequence[Frame], whose: Ints, centers: Floats) -> Shapes:
    """Return the outlines of those texts that are no upright boxes, None for the others."""
    shapes: Shapes = np.full(len(whose), None, dtype=np.object_)
    for i in [i for i, frame in enumerate(frames) if not frame.is_plain]:
        mine = whose == i
        shapes[mine] = frames[i].shapes(centers[mine])
    return shapes
