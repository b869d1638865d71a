"""Surfaces and curves in space that nothing moves: how far places are from them, and where they are best seen."""

from __future__ import annotations

import math

import numpy as np

from ..shapes import Patchwork, Threads
from ..space.camera import Array
from ..space.patchworks import Seen

LOOKS = (
    (0.1, 0.05),
    (0.25, 0.2),
    (0.0, 0.3),
    (-0.25, 0.1),
    (0.25, -0.2),
    (0.0, -0.4),
    (-0.25, -0.3),
    (0.0, -0.65),
)
"""Where on the picture a surface is looked at, in shares of its size, the usual places first."""
STEPS = 257


def offset(shape: Patchwork[int] | Threads[int], place: Array) -> float:
    """Return how far a place is from a surface or curve, in space millimetres; nan for one that is not known."""
    if not np.isfinite(place).all():
        return math.nan
    if isinstance(shape, Patchwork):
        return min((sheet.off(place) for sheet in shape.figure.sheets), default=math.inf)
    nearest = math.inf
    for path in shape.paths:
        low, high = path.start, path.end
        for _ in range(5):
            t = np.linspace(low, high, STEPS)
            away = np.linalg.norm(path.at(t) - place, axis=1)
            best = int(away.argmin())
            low, high = float(t[max(best - 1, 0)]), float(t[min(best + 1, STEPS - 1)])
            nearest = min(nearest, float(away[best]))
    return nearest


def seen_places(shape: Patchwork[int]) -> list[tuple[Seen, Array]]:
    """Return places of a surface that the viewer sees, the usual ones first."""
    ball = shape.figure.ball
    toward = np.array(shape.camera.toward)
    right, up = np.array(shape.camera.right), np.array(shape.camera.up)
    found: list[tuple[Seen, Array]] = []
    for x, y in LOOKS:
        start = np.array(ball.center) + 0.7 * ball.radius * (x * right + y * up) - ball.radius * toward
        hits = [(hit[0], sheet) for sheet in shape.figure.sheets if (hit := sheet.front(start))]
        if hits:
            way, sheet = max(hits, key=lambda hit: hit[0])
            found.append((sheet, start + way * toward))
    return found


def inner_place(shape: Patchwork[int] | Threads[int]) -> Array:
    """Return a place of a surface or curve at which it is well seen."""
    if isinstance(shape, Patchwork):
        seen = seen_places(shape)
        return seen[0][1] if seen else np.array(shape.figure.ball.center)
    if not shape.paths:
        return np.zeros(3)
    path = shape.paths[0]
    return np.asarray(path.at(np.array([path.start + 0.35 * (path.end - path.start)]))[0])
