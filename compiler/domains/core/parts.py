"""Parts of tables: cells, rows and columns by number, as boxes; and what is said of their look."""

from __future__ import annotations

from ...arrange.plan import Block
from ...draw.paths import polyline
from ...draw.pen import Pen
from ...model import Entity, Panel, Relation
from ...pose.poser import Poser
from ...resolve.codes import TOO_LARGE
from ...shapes import Box, Point, Shape
from ...values import Formula, Listed, Measure, PartRef, Ref, Value
from ...vocabulary import Extent, LocatePart, PartOf, PoseKind, PosePart
from .cells import MOST_CELLS, Cell, texts_of
from .spread import Setter, Spread
from .tabulate import Plate

Placed = tuple[int, tuple[float, float, float, float]]
"""A half and a box in it."""
PARTS = (
    PartOf("cell", "a cell by row and column, from 1: `T[2, 3]` or `T.cell(2, 3)`"),
    PartOf("row", "a row: `T.row(2)`"),
    PartOf("column", "a column: `T.column(3)`", ("col",)),
    PartOf("head", "the head row", ("header",)),
)


def posing(setter: Setter) -> PoseKind:
    """Return the function that poses a table as a box of exactly its size."""

    def pose(entity: Entity, poser: Poser) -> Shape[int]:
        report_excess(entity, poser)
        spread = setter(entity)
        alone = len(poser.panel.entities) == 1
        center = poser.fixed_point(0.0, 0.0) if alone else poser.paper_point(entity.name)
        return Box(center, poser.constant(spread.width / 2), poser.constant(spread.height / 2))

    return pose


def report_excess(entity: Entity, poser: Poser) -> None:
    """Report a table of more cells than a picture can show."""
    rows = [texts_of(row) for row in entity.values_of("rows")]
    cells = len(rows) * max(map(len, rows), default=0)
    if cells > MOST_CELLS:
        message = f"`{entity.word}` has {cells:,} cells, at most {MOST_CELLS:,} fit a picture"
        hint = "show a representative part and say the rest in a `note`"
        poser.diagnostics.append(TOO_LARGE.found(message, entity.span, hints=[hint]))


def extending(setter: Setter) -> Extent:
    """Return the function that says how large a table is, for arrangements of boxes."""

    def extent(entity: Entity, panel: Panel) -> Block:
        spread = setter(entity)
        return Block(entity.name, spread.width / 2, spread.height / 2, hangs=True)

    return extent


def locating(setter: Setter) -> LocatePart:
    """Return the function that finds the box of a cell, a row or a column."""

    def locate(entity: Entity, shape: Shape[int], part: PartRef, poser: Poser) -> Shape[int] | None:
        spread = setter(entity)
        box = _box_of(spread, part.part, numbers_of(part))
        return _offset(shape, box, spread, poser) if box and isinstance(shape, Box) else None

    return locate


def heading(setter: Setter) -> PosePart:
    """Return the function that finds the box of the head."""

    def head(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
        spread = setter(entity)
        plate = spread.plates[0]
        heads = plate.form.head_rows
        if part not in ("head", "header") or not heads or not isinstance(shape, Box):
            return None
        return _offset(shape, (0, (0.0, plate.ys[heads], plate.width, 0.0)), spread, poser)

    return head


def _box_of(spread: Spread, part: str, numbers: list[int]) -> Placed | None:
    places = cells_of(spread, part, numbers)
    if not places:
        return None
    half = places[0][0]
    boxes = [spread.plates[half].box(cell) for h, cell in places if h == half]
    lefts, bottoms, rights, tops = zip(*boxes)
    return half, (min(lefts), min(bottoms), max(rights), max(tops))


WANTED = {"cell": 2, "row": 1, "column": 1, "col": 1}


def cells_of(spread: Spread, part: str, numbers: list[int]) -> list[tuple[int, Cell]]:
    """Return the cells that a part names, each with its half; counting is from 1, heads included."""
    if len(numbers) < WANTED.get(part, 99):
        return []
    found: list[tuple[int, Cell]] = []
    first = 0
    for half, plate in enumerate(spread.plates):
        heads = plate.form.head_rows if half else 0
        for cell in plate.grid.cells:
            if cell.row >= heads and _is_named(cell, part, numbers, first - heads):
                found.append((half, cell))
        first += plate.grid.rows - heads
    return found


def _is_named(cell: Cell, part: str, numbers: list[int], shift: int) -> bool:
    """Whether numbers name a cell whose rows are counted from `shift` on."""
    row, column = numbers[0] - 1 - shift, numbers[-1] - 1
    if part == "cell":
        return cell.covers(row, column)
    if part == "row":
        return cell.row <= row < cell.row + cell.down
    return cell.column <= column < cell.column + cell.across


def _offset(shape: Box[int], placed: Placed, spread: Spread, poser: Poser) -> Box[int]:
    """Return a box inside the table, at its fixed offset from the table's centre."""
    half, (left, bottom, right, top) = placed
    x, y = spread.origin(Box(Point(0.0, 0.0), 0.0, 0.0), half)
    across = poser.constant(x + (left + right) / 2)
    up = poser.constant(y + (bottom + top) / 2)
    center = Point(poser.defined("sum2", shape.center.x, across), poser.defined("sum2", shape.center.y, up))
    return Box(center, poser.constant((right - left) / 2), poser.constant((top - bottom) / 2))


def styled(entity: Entity, spread: Spread, pen: Pen) -> list[tuple[Relation, list[tuple[int, Cell]]]]:
    """Return what was said of the look of cells, rows and columns, with the cells that it is about."""
    found = []
    for relation in pen.solution.panel.relations:
        if relation.style.color or relation.style.fill or relation.style.hatch:
            subjects = [
                p
                for given in relation.values.values()
                for p in _parts(given.value)
                if p.base == Ref(entity.name)
            ]
            cells = [c for p in subjects for c in cells_of(spread, p.part, numbers_of(p))]
            if cells:
                found.append((relation, cells))
    return found


def _parts(value: Value) -> list[PartRef]:
    if isinstance(value, Listed):
        return [p for item in value.items for p in _parts(item)]
    return [value] if isinstance(value, PartRef) else []


def numbers_of(part: PartRef) -> list[int]:
    """Return the numbers in a part's brackets."""
    formulas = [a.formula if isinstance(a, Measure) else a for a in part.args]
    numbers = [f.expression.value() for f in formulas if isinstance(f, Formula) and not f.bindings]
    return [int(n) for n in numbers if abs(n) < 1e6]


def draw_entries(entity: Entity, spread: Spread, half: int, at: tuple[float, float], pen: Pen) -> None:
    """Draw the texts of a half in the colours that were said of their cells, on the fills said of them."""
    plate = spread.plates[half]
    colors: dict[Cell, str] = {}
    for relation, cells in styled(entity, spread, pen):
        for cell in (c for h, c in cells if h == half):
            colors[cell] = relation.style.color
            if relation.style.fill or relation.style.hatch:
                with pen.styled(relation.style):
                    _fill(plate, cell, at, pen)
    for entry in plate.entries:
        pen.text(
            entry.text, (at[0] + entry.x, at[1] + entry.y), role="cell", color=colors.get(entry.cell, "")
        )


def _fill(plate: Plate, cell: Cell, at: tuple[float, float], pen: Pen) -> None:
    left, bottom, right, top = plate.box(cell)
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    pen.fill_area(polyline([(x + at[0], y + at[1]) for x, y in corners], closed=True))
