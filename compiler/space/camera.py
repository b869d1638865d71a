"""The camera: a parallel projection of space onto the picture, oblique or orthographic.

Space is right-handed with z up. Seen by the textbooks' convention x comes towards the viewer, down to the
left, y runs to the right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]
XYZ: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True)
class Camera:
    """A parallel projection: a place P is drawn at (right · P, up · P)."""

    right: XYZ
    up: XYZ
    toward: XYZ
    """The unit direction to the viewer, along which places are drawn at one spot."""
    manner: str = ""
    """What the projection is called: `oblique`, `orthographic`."""

    def drawn(self, place: XYZ) -> tuple[float, float]:
        """Return where a place is drawn.

        >>> oblique().drawn((0.0, 2.0, 1.0))
        (2.0, 1.0)
        """
        (a, b, c), (d, e, f), (x, y, z) = self.right, self.up, place
        return (a * x + b * y + c * z, d * x + e * y + f * z)

    def seen(self, places: Array) -> Array:
        """Return where places `(n, 3)` are drawn, `(n, 2)`."""
        spots: Array = np.asarray(places, dtype=float) @ np.array([self.right, self.up]).T
        return spots

    def depth(self, places: Array) -> Array:
        """Return how near to the viewer places `(n, 3)` are; only differences mean anything."""
        depths: Array = np.asarray(places, dtype=float) @ np.array(self.toward)
        return depths


def oblique(angle: float = 45.0, scale: float = 0.5) -> Camera:
    """Return the oblique projection whose receding axis is drawn at an angle (degrees) and a scale.

    What is parallel to the plane of y and z keeps its shape. Source: ISO 5456-3, cabinet axonometry: the
    receding axis at 45° to the horizontal, at half scale.

    >>> [round(v, 3) for v in oblique().drawn((1.0, 0.0, 0.0))]
    [-0.354, -0.354]
    """
    across, up = scale * math.cos(math.radians(angle)), scale * math.sin(math.radians(angle))
    length = math.sqrt(1.0 + across * across + up * up)
    toward = (1.0 / length, across / length, up / length)
    return Camera((-across, 1.0, 0.0), (-up, 0.0, 1.0), toward, "oblique")


def orthographic(azimuth: float = 30.0, elevation: float = 20.0) -> Camera:
    """Return the orthographic projection for a viewer at an azimuth from the x axis and an elevation (degrees).

    >>> [round(v, 3) for v in orthographic(30, 20).drawn((0.0, 0.0, 1.0))]
    [0.0, 0.94]
    """
    a, e = math.radians(azimuth), math.radians(elevation)
    right = (-math.sin(a), math.cos(a), 0.0)
    up = (-math.sin(e) * math.cos(a), -math.sin(e) * math.sin(a), math.cos(e))
    toward = (math.cos(e) * math.cos(a), math.cos(e) * math.sin(a), math.sin(e))
    return Camera(right, up, toward, "orthographic")


def _upright(turn: float, rise: float) -> Camera:
    """Return the view of a figure of the xy-plane, y up, by a viewer who stands to the right and higher (degrees)."""
    a, e = math.radians(turn), math.radians(rise)
    right = (math.cos(a), 0.0, -math.sin(a))
    up = (-math.sin(a) * math.sin(e), math.cos(e), -math.cos(a) * math.sin(e))
    toward = (math.sin(a) * math.cos(e), math.sin(e), math.cos(a) * math.cos(e))
    return Camera(right, up, toward, "orthographic")


UPRIGHT = _upright(20.0, 14.0)
"""x to the right, y up, z to the viewer: for what is turned out of the plane."""
ISOMETRIC = orthographic(45.0, math.degrees(math.atan(1 / math.sqrt(2))))
"""All three axes at one scale, 120° apart. Source: ISO 5456-3, isometric axonometry."""
