"""The torus as something that hides, and its contour.

Its surface is a quartic, so what it hides is found along each line of sight by the real roots of that quartic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .camera import XYZ, Array, Camera
from .hiding import Flags
from .paths import Path

STEPS = 240
BEHIND = 2e-2
"""As `hiding.BEHIND`, as a share of the tube's radius."""
GRAZING = 0.3
"""The same for the torus' own contour, which is known by places on it only, where the view grazes the surface."""
REFINED = 30


@dataclass(frozen=True)
class RingSurface:
    """All places at distance `tube` from the circle of `radius` about the axis through `center`."""

    center: XYZ
    axis: XYZ
    radius: float
    tube: float
    camera: Camera

    def hides(self, places: Array) -> Flags:
        """Return whether the way from each place to the viewer comes through the surface."""
        return self.stands_before(places, BEHIND)

    def stands_before(self, places: Array, margin: float) -> Flags:
        """Return whether the surface is ahead of places, by a share of the tube's radius at least.

        On the way s: (|P|² + R² - r²)² = 4 R² (|P|² - (axis · P)²), a quartic in s.
        """
        p = places - np.array(self.center)
        toward, axis = np.array(self.camera.toward), np.array(self.axis)
        b, c = p @ toward, (p * p).sum(axis=1) + self.radius**2 - self.tube**2
        lean, high = float(toward @ axis), p @ axis
        four = 4 * self.radius**2
        square = c - self.radius**2 + self.tube**2
        one = np.ones(len(places))
        quartics = np.stack(
            [
                4 * b, 4 * b**2 + 2 * c - four * (1 - lean**2) * one,
                4 * b * c - four * (2 * b - 2 * lean * high), c**2 - four * (square - high**2),
            ],
            axis=-1,
        )  # fmt: skip
        # The roots of a monic polynomial are the eigenvalues of its companion matrix.
        companion = np.zeros((len(places), 4, 4))
        companion[:, 0, :] = -quartics
        companion[:, 1:, :3] = np.eye(3)
        roots = np.linalg.eigvals(companion)
        ahead = (np.abs(roots.imag) < 1e-4 * (1 + np.abs(roots.real))) & (roots.real > margin * self.tube)
        return np.asarray(ahead.any(axis=1), dtype=bool)

    def meets(self, path: Path) -> list[float]:
        """Return where a path changes between hidden and visible: bracketed by many places, then halved."""
        steps = np.linspace(path.start, path.end, STEPS + 1)
        hidden = self.hides(path.at(steps))
        found = []
        for at in np.flatnonzero(hidden[1:] != hidden[:-1]):
            low, high = float(steps[at]), float(steps[at + 1])
            for _ in range(REFINED):
                middle = (low + high) / 2
                same = bool(self.hides(path.at(np.array([middle])))[0]) == bool(hidden[at])
                low, high = (middle, high) if same else (low, middle)
            found.append((low + high) / 2)
        return found


def ring_contours(ring: RingSurface) -> Iterator[tuple[XYZ, ...]]:
    """Yield what is seen of the two closed curves at which the view grazes a torus.

    At the angle θ about the axis the normal is cos ψ radial + sin ψ axis, square to the view where
    tan ψ = -(radial · view) / (axis · view).
    """
    from .bodies import across

    axis, toward = np.array(ring.axis), np.array(ring.camera.toward)
    e, f = across(axis)
    theta = np.linspace(0.0, 2 * math.pi, 2 * STEPS, endpoint=False)[:, None]
    radial = np.cos(theta) * e + np.sin(theta) * f
    psi = np.arctan2(-(radial @ toward), float(axis @ toward))[:, None]
    for side in (0.0, math.pi):
        out = ring.radius * radial + ring.tube * (np.cos(psi + side) * radial + np.sin(psi + side) * axis)
        yield from _seen(np.array(ring.center) + out, ring)


def _seen(places: Array, ring: RingSurface) -> Iterator[tuple[XYZ, ...]]:
    """Yield the visible runs of a closed curve on the torus."""
    hidden = ring.stands_before(places, GRAZING)
    if not hidden.any():
        yield _triples(np.vstack([places, places[:1]]))
        return
    first = int(np.flatnonzero(hidden)[0])
    places, hidden = np.roll(places, -first, axis=0), np.roll(hidden, -first)
    starts = np.flatnonzero(hidden[:-1] & ~hidden[1:]) + 1
    for start in starts.tolist():
        after = np.flatnonzero(hidden[start:])
        end = start + int(after[0]) if len(after) else len(places)
        if end - start > 1:
            yield _triples(places[start:end])


def _triples(places: Array) -> tuple[XYZ, ...]:
    return tuple((float(x), float(y), float(z)) for x, y, z in places)
