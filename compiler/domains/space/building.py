"""From what things say to figures: which sheets there are, where they end, how far they reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np

from ...expression import Letter
from ...space.camera import XYZ, Camera
from ...space.fields import Field, within
from ...space.hiding import Flags
from ...space.patchworks import Cut, Figure, ball_about, sheet_of
from ..core.equations import Limit
from .extents import Box, extent, joined, region_marks, surface_marks, windows
from .readings import Said
from .walls import Piece, Wall, range_walls, wall_of_equation, wall_of_limit, wedge_walls

ONE: XYZ = (1.0, 1.0, 1.0)
MOST = 6
"""Surfaces of which it is found out on which sides they enclose something."""
SIDES = tuple(1.5**k for k in range(17))
NODES = 25
LEAST = 30
"""Nodes of the grid in what is enclosed: less is a splinter that the grid cannot tell."""
OPEN: Box = ((-math.inf,) * 3, (math.inf,) * 3)


@dataclass(frozen=True)
class Span:
    """How far something reaches, and the box that had to cut it, in data coordinates."""

    box: Box
    cut: Box = OPEN


def limit_walls(limits: Sequence[Limit], scale: XYZ) -> list[Wall]:
    """Return the walls of inequalities; those of the azimuth θ belong together."""
    turned = [limit for limit in limits if _turning(limit)]
    walls = [wall_of_limit(limit, scale) for limit in limits if limit not in turned]
    if turned:
        lows = [t.smaller.value() for t in turned if not t.smaller.letters]
        highs = [t.larger.value() for t in turned if not t.larger.letters]
        from ..core.curves_regions import equation_text

        texts = [equation_text(t) for t in turned]
        low, high = (max(lows) if lows else None), (min(highs) if highs else None)
        walls += wedge_walls(low, high, (texts[0] if lows else "", texts[-1] if highs else ""))
    return walls


def _turning(limit: Limit) -> bool:
    sides = (limit.smaller, limit.larger)
    return any(isinstance(a, Letter) and a.name == "θ" and not b.letters for a, b in (sides, sides[::-1]))


def _insides(walls: Sequence[Wall], but: Wall | None = None) -> tuple[Field, ...]:
    return tuple(field for wall in walls if wall is not but for field in wall.inside)


# Surfaces


@lru_cache(maxsize=128)
def surface_span(said: Said, ranges: Box) -> Span | None:
    """Return how far a surface reaches; one without end is cut by the axes' ranges, else where books cut it."""
    walls = [wall_of_equation(equation, ONE) for equation in said.equations]
    limits = _insides(limit_walls(said.limits, ONE))
    pieces = [piece for wall in walls for piece in wall.pieces]
    if not pieces:
        return None
    box = _pieces_extent(pieces, limits)
    if box is not None:
        return Span(box)
    for cut in (ranges, *windows(pieces[0].field)):
        closing = _insides(range_walls(cut, "xyz"))
        box = _pieces_extent(pieces, (*limits, *closing)) if closing else None
        if box is not None:
            return Span(box, cut)
    return None


def _pieces_extent(pieces: Sequence[Piece], limits: Sequence[Field]) -> Box | None:
    found = [extent(surface_marks(p.field, (*p.limits, *limits))) for p in pieces]
    known = [box for box in found if box is not None]
    return joined(known) if len(known) == len(found) else None


def surface_figure(said: Said, span: Span, scale: XYZ, camera: Camera) -> Figure:
    """Return the sheets of a surface, with the curves at which its limits end it."""
    walls = [wall_of_equation(equation, scale) for equation in said.equations]
    cutting = [*limit_walls(said.limits, scale), *range_walls(scaled(span.cut, scale))]
    ball = ball_about(*scaled(span.box, scale))
    limits = _insides(cutting)
    sheets = [
        sheet_of(piece.field, (*piece.limits, *limits), ball, camera, wall.text)
        for wall in walls
        for piece in wall.pieces
    ]
    cuts = [Cut(piece.field, piece.limits) for wall in cutting for piece in wall.pieces]
    return Figure(tuple(sheets), tuple(cuts), ball, camera)


# Solids


@lru_cache(maxsize=128)
def solid_limits(said: Said) -> tuple[Limit, ...] | None:
    """Return the inequalities of a solid: those that are stated, and the sides of its surfaces that enclose it.

    Of the ways to take the sides of `z = 4 - x^2 - y^2` and `z = 0` that which encloses something is meant;
    of several the smallest.
    """
    if not said.equations:
        return said.limits
    known = _insides(limit_walls(said.limits, ONE))
    either = [(Limit(e.left, e.right), Limit(e.right, e.left)) for e in said.equations[:MOST]]
    fields = [[_insides([wall_of_limit(side, ONE)]) for side in pair] for pair in either]
    sides = enclosing(known, fields)
    if sides is None:
        return None
    return (*said.limits, *(pair[side] for pair, side in zip(either, sides)))


def enclosing(known: Sequence[Field], fields: Sequence[Sequence[Sequence[Field]]]) -> tuple[int, ...] | None:
    """Return the sides of surfaces between which something ends on all of them, the least of such; nothing without."""
    for half in SIDES:
        grid = np.linspace(-half, half, NODES)
        nodes = np.stack(np.meshgrid(grid, grid, grid, indexing="ij"), axis=-1).reshape(-1, 3)
        inside = within(nodes, known)
        sides = [[within(nodes, side) for side in pair] for pair in fields]
        outer = (np.abs(nodes) >= half * (1 - 1e-9)).any(axis=1)
        sizes: list[tuple[int, tuple[int, ...]]] = []
        for chosen in product((0, 1), repeat=len(fields)):
            marked = inside.copy()
            for pair, side in zip(sides, chosen):
                marked &= pair[side]
            if (
                marked.sum() > LEAST
                and not (marked & outer).any()
                and _ends_on_all(marked, inside, sides, chosen)
            ):
                sizes.append((int(marked.sum()), chosen))
        if sizes:
            return min(sizes)[1]
    return None


def _ends_on_all(
    marked: Flags, inside: Flags, sides: Sequence[Sequence[Flags]], chosen: tuple[int, ...]
) -> bool:
    """Whether beyond each surface, with all others kept, something lies next to what is marked."""
    near = _grown(marked)
    for at in range(len(chosen)):
        beyond = near & inside
        for k, (pair, side) in enumerate(zip(sides, chosen)):
            beyond &= pair[1 - side if k == at else side]
        if not beyond.any():
            return False
    return True


def _grown(marked: Flags) -> Flags:
    """Return what is marked on a grid, with the nodes beside it."""
    grid = marked.reshape(NODES, NODES, NODES)
    near = grid.copy()
    for axis in range(3):
        for step in (1, -1):
            near |= np.roll(grid, step, axis=axis)
    return near.reshape(-1)


@lru_cache(maxsize=128)
def solid_span(limits: tuple[Limit, ...], ranges: Box) -> Span | None:
    """Return how far a solid reaches; one without end is cut by the ranges of the axes."""
    insides = _insides(limit_walls(limits, ONE))
    box = extent(region_marks(insides)) if insides else None
    if box is not None:
        return Span(box)
    closing = _insides(range_walls(ranges))
    box = extent(region_marks((*insides, *closing))) if closing else None
    return Span(box, ranges) if box is not None else None


def solid_figure(limits: Sequence[Limit], span: Span, scale: XYZ, camera: Camera) -> Figure:
    """Return the faces of a solid, each a part of the surface of one of its bounds."""
    walls = [*limit_walls(limits, scale), *range_walls(scaled(span.cut, scale))]
    ball = ball_about(*scaled(span.box, scale))
    sheets = [
        sheet_of(piece.field, (*piece.limits, *_insides(walls, wall)), ball, camera, wall.text)
        for wall in walls
        for piece in wall.pieces
    ]
    return Figure(tuple(sheets), (), ball, camera)


def scaled(box: Box, scale: XYZ) -> Box:
    """Return a box in space millimetres."""
    low, high = (tuple(v * k for v, k in zip(side, scale)) for side in box)
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))
