"""Grids: boards of equal squares to scale, their squares and nodes addressed by number."""

from __future__ import annotations

from ...draw.outlines import outline_of
from ...draw.paths import polyline
from ...draw.pen import Pen
from ...expression import Number
from ...model import Entity
from ...pose.poser import Poser
from ...shapes import Box, Point, Several, Shape
from ...values import Formula, Measure, PartRef, Ref
from ...vocabulary import Kind, PartOf, Slot, Want

ROOM = 72.0
"""Width in millimetres of a grid whose squares have no stated size."""
LARGEST = 12.0
"""Side in millimetres beyond which such squares do not grow."""
MOST = 60
MOST_NUMBERED = 144
"""Squares up to which they are counted one by one, so that a board of thousands poses none of them."""
INNER, OUTER = 0.22, 0.4
"""Widths of the lines inside and around, in millimetres."""


def counts_of(entity: Entity) -> tuple[int, int]:
    """Return how many rows and columns a grid has; a lone number counts both."""
    numbers = [
        v.expression.value() for slot in ("rows", "columns") if isinstance(v := entity.value(slot), Formula)
    ]
    whole = [int(n) if 1 <= n <= MOST else 1 for n in numbers] or [4]
    return whole[0], whole[-1]


def pose_grid(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a grid as a box of whole squares."""
    rows, columns = counts_of(entity)
    side = side_of(entity, poser)
    alone = len(poser.panel.entities) == 1
    center = poser.fixed_point(0.0, 0.0) if alone else poser.paper_point(entity.name)
    poser.drawn(center)
    return Box(center, _times(side, columns / 2, poser), _times(side, rows / 2, poser))


def side_of(entity: Entity, poser: Poser) -> int:
    """Return the slot of a square's side."""
    stated = entity.value("cell")
    if isinstance(stated, Measure) and stated.formula is not None:
        return poser.measure(stated)
    return poser.constant(min(LARGEST, ROOM / max(counts_of(entity))))


def whole_side(entity: Entity) -> Measure | None:
    """Return the longer side of a grid whose squares have a stated size."""
    cell = entity.value("cell")
    if not isinstance(cell, Measure) or cell.formula is None or cell.formula.bindings:
        return None
    number = cell.formula.expression.value() * max(counts_of(entity))
    return Measure("", Formula(Number(f"{number:.15g}", number)), cell.unit)


def _times(slot: int, factor: float, poser: Poser) -> int:
    return poser.defined("scaled", slot, poser.constant(factor))


def locate_in_grid(entity: Entity, shape: Shape[int], part: PartRef, poser: Poser) -> Shape[int] | None:
    """Return a square, `g.cell(row, column)` from the top left, or a node, `g.node(x, y)` from the bottom left."""
    formulas = [a.formula if isinstance(a, Measure) else a for a in part.args]
    numbers = [f.expression.value() for f in formulas if isinstance(f, Formula) and not f.bindings]
    if len(numbers) != 2 or not isinstance(shape, Box):
        return None
    rows, columns = counts_of(entity)
    side = side_of(entity, poser)
    if part.part in ("node", "corner", "vertex"):
        return _moved(shape.center, side, numbers[0] - columns / 2, numbers[1] - rows / 2, poser)
    if part.part != "cell" or not (1 <= numbers[0] <= rows and 1 <= numbers[1] <= columns):
        return None
    center = _moved(shape.center, side, numbers[1] - (columns + 1) / 2, (rows + 1) / 2 - numbers[0], poser)
    return Box(center, _times(side, 0.5, poser), _times(side, 0.5, poser))


def part_of_grid(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return all squares of a small grid, row by row from the top left: `g.cell[5]` counts them so."""
    rows, columns = counts_of(entity)
    if part not in ("cell", "cells") or rows * columns > MOST_NUMBERED:
        return None
    places = [
        (Number(str(i + 1), i + 1), Number(str(j + 1), j + 1)) for i in range(rows) for j in range(columns)
    ]
    parts = [PartRef(Ref(entity.name), "cell", tuple(Formula(n) for n in place)) for place in places]
    found = [locate_in_grid(entity, shape, p, poser) for p in parts]
    return Several(tuple(s for s in found if s is not None))


def _moved(center: Point[int], side: int, across: float, up: float, poser: Poser) -> Point[int]:
    x = poser.defined("sum2", center.x, _times(side, across, poser))
    return Point(x, poser.defined("sum2", center.y, _times(side, up, poser)))


def draw_grid(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the squares: thin lines inside a frame."""
    if not isinstance(shape, Box):
        return
    rows, columns = counts_of(entity)
    left, bottom = shape.center.x - shape.half_width, shape.center.y - shape.half_height
    right, top = shape.center.x + shape.half_width, shape.center.y + shape.half_height
    pen.fill_area(outline_of(shape))
    for j in range(1, columns):
        x = left + j * (right - left) / columns
        pen.path(polyline(((x, bottom), (x, top))), stroke=pen.stroke(width=INNER), role="grid")
    for i in range(1, rows):
        y = bottom + i * (top - bottom) / rows
        pen.path(polyline(((left, y), (right, y))), stroke=pen.stroke(width=INNER), role="grid")
    pen.path(outline_of(shape), stroke=pen.stroke(width=OUTER))


GRID = Kind(
    name="grid",
    doc="A board of equal squares, without texts of its own (a `table` with `grid` has texts). Its squares are "
    "`g.cell(row, column)` or `g[row, column]`, from the top left; its nodes `g.node(x, y)`, from the bottom left.",
    slots=(
        Slot("rows", Want.NUMBER, "how many rows", ("row", "height")),
        Slot("columns", Want.NUMBER, "how many columns", ("cols", "column", "width")),
        Slot("cell", Want.MEASURE, "the side of a square", ("side", "size", "cell_size"), dimension="length"),
    ),
    aliases=("board", "lattice", "checkerboard", "chessboard"),
    traits=("box", "region", "cells"),
    parts=(
        PartOf("cell", "a square by row and column, from 1: `g[2, 3]`"),
        PartOf("node", "a corner of squares by x and y, from 0 at the bottom left"),
    ),
    pose=pose_grid,
    whole=whole_side,
    locate=locate_in_grid,
    part=part_of_grid,
    draw=draw_grid,
    z=-10,
    example="grid g(5, 10)",
)
KINDS = (GRID,)
