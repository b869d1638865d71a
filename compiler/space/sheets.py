"""Sheets: pieces of surfaces that hide what is behind them, with their contours.

The contour of a surface is where the view grazes it: where its field does not change along the view. For a
quadric that is a plane. Source: do Carmo, Differential Geometry, 1976, on apparent contours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .camera import Array, Camera
from .conics import Sphere
from .curved import changes
from .fields import Field, Quadric, Slope, normalised, settled, within
from .hiding import BEHIND, Flags
from .meeting import Surfaces, clipped
from .paths import Path

STEPS = 44
"""Places along the view at which a surface without a closed form is looked for."""
HALVINGS = 24
SHARP = 16
"""Halvings between two such places: a hundred-thousandth of a path is more than is seen."""
LOOKS = 81
"""Places of a path between which what a sheet hides is taken to change once at most."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """The part of a field's surface on the inner side of some limits, opaque."""

    field: Field
    limits: tuple[Field, ...]
    camera: Camera
    ball: Sphere
    """Where all of the sheet lies."""
    clear: bool = False
    """Whether it hides nothing."""
    text: str = ""
    """Its equation, as far as that is printed by itself."""

    @property
    def toward(self) -> Array:
        """The direction to the viewer."""
        return np.array(self.camera.toward)

    def contour(self, surfaces: Surfaces) -> list[Path]:
        """Return where the view grazes the sheet."""
        if isinstance(self.field, Quadric):
            if self.field.plane is not None:
                return []
            graze = np.zeros((4, 4))
            normal = self.field.matrix @ np.array([*self.camera.toward, 0.0])
            graze[3, :] = graze[:, 3] = normal / 2
            graze[3, 3] = normal[3]
            if np.abs(normal[:3]).max() * 25 < 1e-9 * max(abs(float(normal[3])), 1e-9):
                return []
            found = surfaces.meeting(self.field, normalised(graze))
        else:
            found = surfaces.meeting(self.field, Slope(self.field, self.toward))
        return [piece for path in found for piece in clipped(path, self.limits)]

    def hits(self, places: Array) -> tuple[Array, Flags]:
        """Return how far from places towards the viewer the sheet is met, `(hits, n)`, nan where not, and which count."""
        if isinstance(self.field, Quadric):
            ways = self._roots(places, self.field)
        else:
            ways = self._found(places, self.field)
        good: Flags = np.isfinite(ways)
        for row in range(len(ways)):
            at = np.flatnonzero(good[row])
            if len(at):
                spots = places[at] + ways[row, at, None] * self.toward
                good[row, at] = within(spots, self.limits)
        return ways, good

    def _roots(self, places: Array, field: Quadric) -> Array:
        toward = self.toward
        a = float(toward @ field.matrix[:3, :3] @ toward)
        b = field.slope(places) @ toward / 2
        c = field.value(places)
        inside = b * b - a * c
        with np.errstate(divide="ignore", invalid="ignore"):
            if abs(a) < 1e-12:
                return np.asarray((-c / (2 * b))[None, :])
            # The stable form: the root that does not cancel first.
            q = -(b + np.where(b >= 0, 1.0, -1.0) * np.sqrt(np.where(inside > 0, inside, np.nan)))
            return np.stack([q / a, c / q])

    def _through(self, places: Array) -> tuple[Array, Array]:
        """Return between which steps the ways from places to the viewer run through the sheet's ball."""
        off = places - np.array(self.ball.center)
        along = off @ self.toward
        rest = self.ball.radius**2 - (off**2).sum(axis=1) + along**2
        half = np.sqrt(np.maximum(rest, 0.0))
        return np.maximum(-along - half, 10 * BEHIND), np.where(rest > 0, -along + half, -1.0)

    def _found(self, places: Array, field: Field) -> Array:
        """Return the places along the view at which a field changes its sign, by looking and halving."""
        first_step, last_step = self._through(places)
        passing = np.flatnonzero(last_step > first_step)
        share = np.linspace(0.0, 1.0, STEPS)
        steps = first_step[passing, None] + share * (last_step - first_step)[passing, None]
        spots = places[passing, None, :] + steps[..., None] * self.toward
        values = field.value(spots.reshape(-1, 3)).reshape(len(passing), STEPS)
        crossed = (values[:, :-1] > 0) != (values[:, 1:] > 0)
        crossed &= np.isfinite(values[:, :-1]) & np.isfinite(values[:, 1:])
        line, at = np.nonzero(crossed)
        row, low, high = passing[line], steps[line, at], steps[line, at + 1]
        first = values[line, at] > 0
        for _ in range(HALVINGS if len(row) else 0):
            middle = (low + high) / 2
            same = (field.value(places[row] + middle[:, None] * self.toward) > 0) == first
            low, high = np.where(same, middle, low), np.where(same, high, middle)
        rank = np.zeros(len(row), dtype=int)
        same_row = row[1:] == row[:-1]
        for k in range(1, len(row)):
            rank[k] = rank[k - 1] + 1 if same_row[k - 1] else 0
        ways = np.full((int(rank.max()) + 1 if len(row) else 1, len(places)), np.nan)
        ways[rank, row] = (low + high) / 2
        return ways

    def hides(self, places: Array) -> Flags:
        """Return whether the way from places to the viewer comes through the sheet."""
        if self.clear or not len(places):
            return np.zeros(len(places), dtype=bool)
        ways, good = self.hits(places)
        return np.asarray((good & (np.nan_to_num(ways, nan=-1.0) > BEHIND)).any(axis=0), dtype=bool)

    def meets(self, path: Path) -> list[float]:
        """Return the parameters of a path at which what the sheet hides changes."""
        return [] if self.clear else changes(path, self.hides, LOOKS, SHARP)

    def off(self, place: Array) -> float:
        """Return how far a place is from the sheet, infinity if its limits leave out what is nearest."""
        foot = settled(place[None, :], self.field, steps=12)
        return float(np.linalg.norm(foot[0] - place)) if within(foot, self.limits)[0] else float("inf")

    def normal_at(self, place: Array) -> Array:
        """Return the slope of the sheet's field at a place."""
        return np.asarray(self.field.slope(place[None, :])[0])

    def front(self, place: Array) -> tuple[float, Array] | None:
        """Return how far towards the viewer the sheet's nearest part over a place is, with the slope there."""
        ways, good = self.hits(place[None, :])
        reached = ways[good]
        if not len(reached):
            return None
        way = float(reached.max())
        return way, self.field.slope(place[None, :] + way * self.toward)[0]
