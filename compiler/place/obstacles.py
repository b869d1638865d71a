"""All ink of a drawing as one spatial index, and what stands in the way of each candidate.

Strokes are kept as centre lines with a radius: exact distances at a fraction of the cost of offset
curves. Light fills are no obstacle; a later opaque fill hides the ink below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from math import hypot
from typing import Final

import numpy as np
import shapely

from ...dsl.scene import XY, Group, Item, Marker, Path, TextItem
from .arrays import Bools, Floats, Ints, Shapes
from .geometry import NAMEABLE, Leaf, fill_shape, in_paint_order, marker_shape, subpaths, text_corners
from .outline import center_spots
from .request import InArea
from .tone import is_light_area

CHUNK: Final = 5
"""Segments of a polyline that are indexed together."""
TIP_ROOM: Final = 0.9
"""Between the dot at the end of a leader and all ink (mm)."""
SEAM: Final = 0.02
INSIDE: Final = 1.0
"""A point is inside hatching if it is this far from its rim (mm): a name at the rim stands outside."""
FLATNESS: Final = 0.02


class Sort(IntEnum):
    """What a piece of ink is to a text."""

    STROKE = 0
    SOLID = 1
    TEXT = 2
    HATCH = 3
    AREA = 4
    GRID = 5
    """Faint lines on which any text may stand, with a halo."""


GROUND: Final = {"hatch": Sort.HATCH, "grid": Sort.GRID}
"""Roles of thin lines that a text may stand on, with a halo."""


MARKS: Final = frozenset({"arrowhead", "dimension", "angle", "right-angle"})
"""Roles of ink that says something by itself, as points do."""


@dataclass(frozen=True)
class Piece:
    """A part of a primitive: its geometry, grown by `radius`, is what is painted."""

    shape: shapely.Geometry
    radius: float
    sort: Sort
    leaf: int
    chord: XY = (0.0, 0.0)
    """The direction from one end of a stroke's piece to the other, a unit vector."""


class Obstacles:
    """The ink of a drawing, indexed; `leaves` are its primitives in the order of painting."""

    def __init__(self, ink: Sequence[Item]) -> None:
        """Index the ink once; every rating of candidates reads the same arrays."""
        self.leaves: tuple[Leaf, ...] = tuple(in_paint_order(ink))
        self.lines = [subpaths(leaf, FLATNESS) if isinstance(leaf, Path) else [] for leaf in self.leaves]
        pieces = [piece for i, leaf in enumerate(self.leaves) for piece in self._pieces(i, leaf)]
        self.shapes = _visible(pieces, self.leaves)
        self.radius: Floats = np.array([piece.radius for piece in pieces], dtype=np.float64)
        self.sort: Ints = np.array([piece.sort for piece in pieces], dtype=np.int64)
        self.leaf: Ints = np.array([piece.leaf for piece in pieces], dtype=np.int64)
        self.chord: Floats = np.array([piece.chord for piece in pieces], dtype=np.float64).reshape(-1, 2)
        points = np.array([isinstance(leaf, Marker) for leaf in self.leaves], dtype=np.bool_)
        self.is_point = points[self.leaf]
        marks = np.array([leaf.role in MARKS for leaf in self.leaves], dtype=np.bool_)
        self.is_mark = (points | marks)[self.leaf]
        lines = np.array([leaf.role in NAMEABLE for leaf in self.leaves], dtype=np.bool_)
        self.is_nameable = lines[self.leaf]
        self.bounds: Floats = np.asarray(shapely.bounds(self.shapes), dtype=np.float64).reshape(-1, 4)
        self.tree = shapely.STRtree(self.shapes)
        self.widest = float(self.radius.max()) if len(pieces) else 0.0
        self.segments = _segments(self.leaves, self.lines)
        self.markers = [leaf for leaf in self.leaves if isinstance(leaf, Marker)]
        self.points: Floats = np.array([leaf.at for leaf in self.markers], dtype=np.float64).reshape(-1, 2)
        self.areas: Floats = np.asarray(shapely.area(self.shapes), dtype=np.float64)
        self._hatched = [
            (
                leaf,
                shapely.multipoints([at for line in self.lines[leaf] for at in line]).convex_hull.buffer(
                    -INSIDE
                ),
            )
            for leaf in np.unique(self.leaf[self.sort == Sort.HATCH]).tolist()
        ]
        self._leaves_of = _leaves_of(ink, self.leaves)
        self.middle = self._middle()

    def of(self, *ids: str) -> Bools:
        """Tell which pieces belong to the named primitives or things, or lie inside the named groups."""
        named = np.zeros(len(self.leaves), dtype=np.bool_)
        named[[leaf for id in ids for leaf in self._leaves_of.get(id, ())]] = True
        return np.asarray(named[self.leaf])

    def hatching_around(self, at: Floats) -> Bools:
        """Tell which pieces are the hatching of areas that a point lies in."""
        spot = shapely.Point(float(at[0]), float(at[1]))
        here = [leaf for leaf, hull in self._hatched if hull.intersects(spot)]
        return np.isin(self.leaf, here)

    def clear_spots(self, target: InArea, owner: str) -> tuple[XY, ...]:
        """Return spots of an area that are `TIP_ROOM` away from all ink, on its own paint if it has any."""
        spots = np.array(center_spots(target.outline, target.holes, 1.0))
        taken, piece = self.tree.query(shapely.points(spots), "dwithin", TIP_ROOM + self.widest)
        clear = np.ones(len(spots), dtype=np.bool_)
        clear[taken[self.sort[piece] != Sort.AREA]] = False
        paint = self.paint_of(owner)
        if paint is not None:
            clear &= shapely.contains_xy(paint, spots)
        return tuple((x, y) for x, y in spots[clear].tolist())

    def paint_of(self, owner: str) -> shapely.Geometry | None:
        """Return all that is filled with the light paint of a thing; nothing if it has none."""
        fills = self.shapes[self.of(owner) & (self.sort == Sort.AREA)]
        # a hair's breadth closes the seams between the faces of a solid
        return shapely.union_all(shapely.buffer(fills, SEAM, quad_segs=1)) if len(fills) else None

    def _middle(self) -> XY:
        if not len(self.shapes):
            return (0.0, 0.0)
        hull = shapely.geometrycollections(self.shapes).convex_hull.centroid
        return (hull.x, hull.y) if not hull.is_empty else (0.0, 0.0)

    def _pieces(self, index: int, leaf: Leaf) -> list[Piece]:
        if isinstance(leaf, TextItem):
            return [Piece(shapely.Polygon(text_corners(leaf)), 0.0, Sort.TEXT, index)]
        if isinstance(leaf, Marker):
            return [Piece(marker_shape(leaf), 0.0, Sort.SOLID, index)]
        ground = GROUND.get(leaf.role)
        pieces = []
        if leaf.fill is not None and leaf.fill.opacity > 0:
            sort = ground if ground is not None else Sort.AREA if is_light_area(leaf) else Sort.SOLID
            pieces.append(Piece(fill_shape(leaf), 0.0, sort, index))
        if leaf.stroke is not None:
            sort = ground if ground is not None else Sort.STROKE
            pieces += [
                Piece(shapely.LineString(part), leaf.stroke.width / 2, sort, index, _chord(part))
                for line in self.lines[index]
                if len(line) > 1
                for part in _chunks(line)
            ]
        return pieces


def _chunks(line: list[XY]) -> list[list[XY]]:
    return [line[at : at + CHUNK + 1] for at in range(0, len(line) - 1, CHUNK)]


def _chord(line: list[XY]) -> XY:
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = hypot(x2 - x1, y2 - y1)
    return ((x2 - x1) / length, (y2 - y1) / length) if length else (0.0, 0.0)


def _leaves_of(ink: Sequence[Item], leaves: Sequence[Leaf]) -> dict[str, list[int]]:
    """Return, for every primitive, group and thing, the places of its leaves in painting order."""
    order = {id(leaf): index for index, leaf in enumerate(leaves)}
    known: dict[str, list[int]] = {}

    def enter(item: Item, above: tuple[str, ...]) -> None:
        ids = (*above, item.id, *((item.origin.entity,) if item.origin else ()))
        if isinstance(item, Group):
            for child in item.items:
                enter(child, ids)
            return
        for one in dict.fromkeys(ids):
            known.setdefault(one, []).append(order[id(item)])

    for item in ink:
        enter(item, ())
    return known


def _visible(pieces: list[Piece], leaves: Sequence[Leaf]) -> Shapes:
    """Return the shapes of the pieces without what later opaque fills hide."""
    shapes: Shapes = np.array([piece.shape for piece in pieces], dtype=np.object_)
    covers = [
        i for i, piece in enumerate(pieces) if piece.sort is Sort.AREA and _is_opaque(leaves[piece.leaf])
    ]
    if not covers:
        return shapes
    tree = shapely.STRtree(shapes[covers])
    for below, cover in tree.query(shapes, predicate="intersects").T.tolist():
        if pieces[below].leaf < pieces[covers[cover]].leaf:
            shapes[below] = shapely.difference(shapes[below], pieces[covers[cover]].shape)
    return shapes


def _is_opaque(leaf: Leaf) -> bool:
    return isinstance(leaf, Path) and leaf.fill is not None and leaf.fill.opacity >= 0.98


def _segments(leaves: Sequence[Leaf], lines: list[list[list[XY]]]) -> Floats:
    """Return all stroked segments as rows x1, y1, x2, y2; hatching gives no direction to avoid."""
    rows = [
        (*a, *b)
        for leaf, parts in zip(leaves, lines)
        if isinstance(leaf, Path) and leaf.stroke is not None and leaf.role not in GROUND
        for line in parts
        for a, b in pairwise(line)
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)
