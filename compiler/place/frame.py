"""The box of a text while it looks for its place: half sizes, turn, and how to stand off something."""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from ...dsl.scene import XY
from ..typeset.text import SetText

ALIGNMENTS = {"left": (-1, 0), "right": (1, 0), "top": (0, 1), "bottom": (0, -1), "center": (0, 0)}


UPRIGHT: tuple[XY, XY] = ((1.0, 0.0), (0.0, 1.0))


@dataclass(frozen=True)
class Frame:
    """The ink box of a text, `2 half_width` by `2 half_height` mm, turned by `rotation` degrees."""

    half_width: float
    half_height: float
    middle: XY
    """The box's centre relative to the text's origin, unrotated."""
    rotation: float = 0.0

    @classmethod
    def of(cls, text: SetText, rotation: float = 0.0) -> "Frame":
        """Return the frame of a set text."""
        left, bottom, right, top = text.extent
        return cls((right - left) / 2, (top - bottom) / 2, ((left + right) / 2, (bottom + top) / 2), rotation)

    def reach(self, direction: XY) -> float:
        """Return how far the box extends from its centre in a unit direction (its support)."""
        u, v = self._axes()
        along = abs(direction[0] * u[0] + direction[1] * u[1])
        across = abs(direction[0] * v[0] + direction[1] * v[1])
        return self.half_width * along + self.half_height * across

    def beside(self, point: XY, direction: XY, gap: float) -> XY:
        """Return the centre, in a unit direction from a point, where the box is `gap` away from it."""
        u, v = self._axes()
        along = abs(direction[0] * u[0] + direction[1] * u[1])
        across = abs(direction[0] * v[0] + direction[1] * v[1])
        w, h = self.half_width, self.half_height
        t = self._by_corner(along, across, gap)
        if along > 0 and (w + gap) / along * across <= h:
            t = (w + gap) / along
        elif across > 0 and (h + gap) / across * along <= w:
            t = (h + gap) / across
        return (point[0] + t * direction[0], point[1] + t * direction[1])

    def corners(self, center: XY) -> tuple[XY, XY, XY, XY]:
        """Return the corners of the box around a centre, counter-clockwise."""
        (ux, uy), (vx, vy) = self._axes()
        w, h, (x, y) = self.half_width, self.half_height, center
        return (
            (x - w * ux - h * vx, y - w * uy - h * vy),
            (x + w * ux - h * vx, y + w * uy - h * vy),
            (x + w * ux + h * vx, y + w * uy + h * vy),
            (x - w * ux + h * vx, y - w * uy + h * vy),
        )

    def origin(self, center: XY) -> XY:
        """Return the text's origin when the box is centred at a point."""
        (ux, uy), (vx, vy) = self._axes()
        mx, my = self.middle
        return (center[0] - mx * ux - my * vx, center[1] - mx * uy - my * vy)

    def aligned(self, at: XY, align: str) -> XY:
        """Return the centre for which the named point of the box (`bottom right` …) is at a place."""
        (ux, uy), (vx, vy) = self._axes()
        words = [ALIGNMENTS.get(word, (0, 0)) for word in align.replace("-", " ").split()]
        dx = -self.half_width * sum(word[0] for word in words)
        dy = -self.half_height * sum(word[1] for word in words)
        return (at[0] + dx * ux + dy * vx, at[1] + dx * uy + dy * vy)

    def grown(self, margin: float) -> "Frame":
        """Return the frame with room on all sides."""
        return Frame(self.half_width + margin, self.half_height + margin, self.middle, self.rotation)

    def edge_towards(self, center: XY, target: XY) -> XY:
        """Return where the line from the box's centre to a target leaves the box."""
        dx, dy = target[0] - center[0], target[1] - center[1]
        u, v = self._axes()
        along, across = abs(dx * u[0] + dy * u[1]), abs(dx * v[0] + dy * v[1])
        shares = [
            half / size
            for half, size in ((self.half_width, along), (self.half_height, across))
            if size > 1e-9
        ]
        share = min([1.0, *shares])
        return (center[0] + share * dx, center[1] + share * dy)

    def _by_corner(self, along: float, across: float, gap: float) -> float:
        """Return how far off the centre is when a corner of the box is nearest, `gap` away."""
        middle = self.half_width * along + self.half_height * across
        rest = self.half_width**2 + self.half_height**2 - gap**2
        return middle + sqrt(max(middle * middle - rest, 0.0))

    def _axes(self) -> tuple[XY, XY]:
        if not self.rotation:
            return UPRIGHT
        c, s = cos(radians(self.rotation)), sin(radians(self.rotation))
        return (c, s), (-s, c)
