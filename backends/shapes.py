"""A scene as a flat list of shapes in drawing order: what every format draws, each in its own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import cos, pi, sin

import numpy as np

from ..dsl.scene import Fill, Group, Item, Marker, Origin, Path, Scene, Stroke, TextItem
from .glyphs import text_outline
from .outline import CLOSE, CUBIC, LINE, MOVE, Outline

CODES = {"M": MOVE, "L": LINE, "C": CUBIC, "Z": CLOSE}
_ARC = 4 / 3 * (2**0.5 - 1)
"""Handle length of the cubic that comes closest to a quarter of the unit circle (error 0.03 %)."""


@dataclass(frozen=True)
class Leaf:
    """A primitive that draws, with the entity that it draws (its own, or its group's)."""

    item: Path | Marker | TextItem
    origin: Origin | None

    @property
    def entity(self) -> str:
        """The entity's name, empty for what belongs to none."""
        return self.origin.entity if self.origin else ""


@dataclass(frozen=True)
class Cluster:
    """Neighbours in drawing order that draw one entity in one role."""

    entity: str
    role: str
    items: tuple[Path | Marker | TextItem, ...]


@dataclass(frozen=True, eq=False)
class Shape:
    """An outline in scene millimetres, and its paint."""

    outline: Outline
    stroke: Stroke | None
    fill: Fill | None


def leaves(scene: Scene) -> Iterator[Leaf]:
    """Yield what draws, in drawing order: by `z`, then as listed; a group keeps its own order."""
    yield from _unpacked(sorted(scene.items, key=lambda item: item.z), None)


def _unpacked(items: Iterable[Item], origin: Origin | None) -> Iterator[Leaf]:
    for item in items:
        if isinstance(item, Group):
            yield from _unpacked(item.items, item.origin or origin)
        else:
            yield Leaf(item, item.origin or origin)


def clusters(scene: Scene) -> Iterator[Cluster]:
    """Yield what draws, in drawing order, neighbours of one entity and role together."""
    for (entity, role), members in groupby(leaves(scene), key=lambda leaf: (leaf.entity, leaf.item.role)):
        yield Cluster(entity, role, tuple(leaf.item for leaf in members))


def shape(item: Path | Marker | TextItem) -> Shape:
    """Return the outline and paint of a primitive."""
    if isinstance(item, Path):
        return Shape(path_outline(item), item.stroke, item.fill)
    if isinstance(item, Marker):
        return marker_shape(item)
    return Shape(text_outline(item), None, Fill(color=item.color))


def path_outline(path: Path) -> Outline:
    """Return a path's outline; a code that takes more points stands at each of them."""
    codes = np.array([CODES[code] for code in path.codes], dtype=np.uint8)
    return Outline(np.array(path.points, dtype=np.float64).reshape(-1, 2), codes)


def dashes(stroke: Stroke) -> tuple[float, ...]:
    """Return the dash pattern with an even number of lengths, as all formats read it."""
    return stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2


def marker_shape(marker: Marker) -> Shape:
    """Return a marker's outline and paint; a ring is filled with paper, so that lines end at it."""
    outline = _UNIT[marker.shape].moved(*marker.at, scale=marker.size / 2)
    pen = Stroke(color=marker.color, width=marker.line)
    if marker.shape in ("cross", "plus"):
        return Shape(outline, pen, None)
    if marker.shape == "ring":
        return Shape(outline, pen, Fill(color="paper"))
    return Shape(outline, None, Fill(color=marker.color))


def _circle() -> Outline:
    """Return the unit circle as four cubics."""
    points = [(1.0, 0.0)]
    for quarter in range(4):
        a, b = quarter * pi / 2, (quarter + 1) * pi / 2
        points += [
            (cos(a) - _ARC * sin(a), sin(a) + _ARC * cos(a)),
            (cos(b) + _ARC * sin(b), sin(b) - _ARC * cos(b)),
            (cos(b), sin(b)),
        ]
    return Outline(np.array([*points, (1.0, 0.0)]), np.array([MOVE] + [CUBIC] * 12 + [CLOSE], dtype=np.uint8))


def _lines(codes: str, *points: tuple[float, float]) -> Outline:
    return Outline(np.array(points), np.array([CODES[code] for code in codes], dtype=np.uint8))


_S = 0.5**0.5
_UNIT = {
    "dot": _circle(),
    "ring": _circle(),
    "cross": _lines("MLML", (-_S, -_S), (_S, _S), (-_S, _S), (_S, -_S)),
    "plus": _lines("MLML", (-1, 0), (1, 0), (0, -1), (0, 1)),
    "square": _lines("MLLLZ", (-_S, -_S), (_S, -_S), (_S, _S), (-_S, _S), (-_S, -_S)),
    "diamond": _lines("MLLLZ", (1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)),
}
"""The marker shapes within the unit circle."""
