"""How much ink a new line would meet: what decides where a dimension stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ...dsl.scene import Item, Marker, Path
from ..shapes import XY
from ..targets import Fixed
from .paths import Outline, flattened

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from .pen import Canvas, TextRequest

QUIET = frozenset({"hatch", "fill", "dimension", "extension", "arrowhead"})
"""Roles that do not count where a side is chosen: fills may be crossed, and dimensions keep apart by themselves."""
NEVER = frozenset({"hatch", "fill", "grid", "extension"})
"""Roles that a dimension may cross or run along."""
ALIKE = 0.05
"""Sine of the angle between lines up to which one runs along the other."""
WHITE = 0.8
"""White around markers, in millimetres."""
TEXT = (1.6, 1.6)
"""Half the width and height of a short text that has its place, such as a tick's number."""

Row: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True)
class Strokes:
    """The straight pieces of all strokes as rows x1, y1, x2, y2."""

    rows: NDArray[float64]

    def crossed(self, lines: Iterable[tuple[XY, XY]]) -> int:
        """Return how many strokes the given lines cross."""
        import numpy as np

        ink = self.rows
        total = 0
        for a, b in lines if len(ink) else ():
            start, end = np.array(a), np.array(b)
            across = _turn(ink[:, :2], ink[:, 2:], start) * _turn(ink[:, :2], ink[:, 2:], end) < 0
            apart = _turn(start, end, ink[:, :2]) * _turn(start, end, ink[:, 2:]) < 0
            total += int(np.count_nonzero(across & apart))
        return total

    def along(self, a: XY, b: XY, within: float) -> float:
        """Return over how many millimetres strokes run along a line, closer than a distance."""
        import numpy as np

        length = math.dist(a, b)
        if not len(self.rows) or length < 1e-9:
            return 0.0
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        dx, dy = self.rows[:, 2] - self.rows[:, 0], self.rows[:, 3] - self.rows[:, 1]
        x, y = (self.rows[:, 0::2] - a[0]), (self.rows[:, 1::2] - a[1])
        ways, offs = np.sort(x * ux + y * uy, axis=1), np.abs(y * ux - x * uy).max(axis=1)
        shared = np.minimum(ways[:, 1], length) - np.maximum(ways[:, 0], 0.0)
        alike = np.abs(dx * uy - dy * ux) <= ALIKE * np.hypot(dx, dy)
        return float(shared[alike & (offs < within) & (shared > 0)].sum())

    def met_by(self, points: Sequence[XY], within: float) -> tuple[int, float]:
        """Return how many strokes a way crosses, and over how many millimetres it is closer to one than a distance."""
        import numpy as np

        if not len(self.rows) or len(points) < 2:
            return 0, 0.0
        way, (start, end) = np.array(points)[:, None, :], (self.rows[None, :, :2], self.rows[None, :, 2:])
        sides, ends = _turn(start, end, way), [_turn(way[:-1], way[1:], spot) for spot in (start, end)]
        crossed = (sides[:-1] * sides[1:] < 0) & (ends[0] * ends[1] < 0)
        middles, along = (way[:-1] + way[1:]) / 2, end - start
        square = np.maximum((along**2).sum(axis=-1), 1e-12)
        t = np.clip(((middles - start) * along).sum(axis=-1) / square, 0.0, 1.0)
        off = np.hypot(*np.moveaxis(middles - start - t[..., None] * along, -1, 0)).min(axis=1)
        steps = np.hypot(*np.moveaxis(way[1:, 0] - way[:-1, 0], -1, 0))
        return int(np.count_nonzero(crossed)), float(steps[off < within].sum())

    def ways_across(self, a: XY, b: XY, off: float) -> list[float]:
        """Return where strokes cross a line or come near it, as ways from its start; not what runs along it."""
        import numpy as np

        length = math.dist(a, b)
        if not len(self.rows) or length < 1e-9:
            return []
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        x, y = (self.rows[:, 0::2] - a[0]), (self.rows[:, 1::2] - a[1])
        ways, offs = x * ux + y * uy, y * ux - x * uy
        rise = offs[:, 1] - offs[:, 0]
        slanted = np.abs(rise) > ALIKE * np.hypot(rise, ways[:, 1] - ways[:, 0])
        met = slanted & (np.abs(offs).min(axis=1) < off) | slanted & (offs[:, 0] * offs[:, 1] < 0)
        share = np.clip(-offs[met, 0] / rise[met], 0.0, 1.0)
        found: list[float] = (ways[met, 0] + share * (ways[met, 1] - ways[met, 0])).tolist()
        return found


def crossings(items: Iterable[Item], lines: Iterable[tuple[XY, XY]]) -> int:
    """Return how many strokes of things the given lines would cross."""
    return strokes_of(_pieces(items, QUIET)).crossed(lines)


def strokes_on(canvas: Canvas) -> Strokes:
    """Return all that a dimension should keep clear of: strokes, markers, and texts that have their places."""
    return strokes_of([*_pieces(canvas.items, NEVER), *_marks(canvas.items), *_texts(canvas.texts)])


def strokes_in(canvas: Canvas, role: str) -> Strokes:
    """Return the strokes of one role that are drawn."""
    return strokes_of(
        row for item in canvas.items if item.role == role for row in _pieces([item], frozenset())
    )


def strokes_of(rows: Iterable[Row]) -> Strokes:
    """Return straight pieces as strokes."""
    import numpy as np

    return Strokes(np.array(list(rows), dtype=np.float64).reshape(-1, 4))


def _pieces(items: Iterable[Item], quiet: frozenset[str]) -> Iterator[Row]:
    for item in items:
        if isinstance(item, Path) and item.role not in quiet:
            for ring in flattened(Outline(item.codes, item.points), steps=4):
                yield from ((*p, *q) for p, q in zip(ring, ring[1:]))


def _marks(items: Iterable[Item]) -> Iterator[Row]:
    for item in items:
        if isinstance(item, Marker):
            yield from _cross(item.at, item.size / 2 + WHITE, item.size / 2 + WHITE)


def _texts(texts: Iterable[TextRequest]) -> Iterator[Row]:
    for text in texts:
        if isinstance(text.target, Fixed):
            yield from _cross(text.target.at, *TEXT)


def _cross(at: XY, half_width: float, half_height: float) -> Iterator[Row]:
    x, y = at
    yield (x - half_width, y, x + half_width, y)
    yield (x, y - half_height, x, y + half_height)


def _turn(a: NDArray[float64], b: NDArray[float64], p: NDArray[float64]) -> NDArray[float64]:
    """Return the sign of the turn from AB to AP, elementwise."""
    ab, ap = b - a, p - a
    result: NDArray[float64] = ab[..., 0] * ap[..., 1] - ab[..., 1] * ap[..., 0]
    return result
