"""Tables and matrices: rows of cells, ruled like a textbook's, their cells addressed by number.

Convention: rules over the table, under its head and under the table, none upright (M. Y. Fear, The
booktabs package, 2020, section 2); `ruled` frames every cell instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Entity, Relation
from ...draw.paths import Outline, polyline, spline
from ...draw.pen import Pen
from ...pose.poser import Poser
from ...shapes import Box, Nowhere, Point, Shape
from ...typeset import SetText, Style, typeset
from ...values import Formula, Listed, PartRef, Ref, Value, Word, Words
from ...vocabulary import Kind, PartOf, Slot, Want
from .cells import Cell, Grid, grid_of, texts_of
from .tabulate import PAD, Align, Form, Plate, plate_of

TALL = 21
"""Rows from which a narrow table is set in two halves side by side."""
HALF_GAP = 6.0
TITLE_GAP = 1.8
TITLE = Style(weight="bold", align="center")
HEAVY, LIGHT = 0.45, 0.22
BOARD = 9.0
"""Least side in millimetres of the squares of a board, a grid of short entries."""
MATRIX_PAD = (1.9, 0.7)
BRACKET = 1.3
"""How far the arms of a square bracket reach, in millimetres."""
ELLIPSES = {"...": "⋯", "…": "⋯", "..": "⋯"}
FENCES = ("square", "round", "bars", "double", "curly", "none")
FENCE_OF = {"pmatrix": "round", "bmatrix": "square", "vmatrix": "bars", "determinant": "bars", "det": "bars"}
ALIGNS: dict[str, Align] = {"l": "left", "c": "center", "r": "right", ".": "point", "d": "point"}


@dataclass(frozen=True)
class Spread:
    """A table as it is set: its halves side by side, its title above, its name to the left."""

    plates: tuple[Plate, ...]
    title: SetText | None = None
    name: SetText | None = None
    fence: str = ""
    bar: int = 0
    """The column after which an augmented matrix has its bar."""

    @property
    def body_width(self) -> float:
        """Width of the halves and the fences."""
        fence = 2 * FENCE_ROOM if self.fence not in ("", "none") else 0.0
        return sum(p.width for p in self.plates) + HALF_GAP * (len(self.plates) - 1) + fence

    @property
    def width(self) -> float:
        """Width of all, in millimetres."""
        return max(self.title.width if self.title else 0.0, self.body_width + self.name_room)

    @property
    def name_room(self) -> float:
        """Room of the name on the left."""
        return self.name.advance + 1.6 if self.name else 0.0

    @property
    def body_height(self) -> float:
        """Height without the title."""
        return max(p.height for p in self.plates)

    @property
    def height(self) -> float:
        """Height of all, in millimetres."""
        return self.body_height + (self.title.height + TITLE_GAP if self.title else 0.0)

    def origin(self, box: Box[float], half: int = 0) -> tuple[float, float]:
        """Return the upper left corner of a half inside the solved box."""
        left = box.center.x - (self.body_width + self.name_room) / 2 + self.name_room
        left += FENCE_ROOM if self.fence not in ("", "none") else 0.0
        left += sum(p.width + HALF_GAP for p in self.plates[:half])
        return (left, box.center.y - self.height / 2 + self.body_height)


FENCE_ROOM = 1.5


# Reading


def count_of(entity: Entity, slot: str) -> int:
    """Return a count that was stated: `rows = 3`, `columns = 4`."""
    numbers = [v for v in entity.values_of(slot) if isinstance(v, Formula)]
    value = numbers[0].expression.value() if numbers else 0.0
    return int(value) if 0 < value < 200 else 0


def rows_of(entity: Entity) -> list[list[str]]:
    """Return the texts of all rows, a separate head first."""
    rows = [texts_of(row) for row in entity.values_of("rows") if isinstance(row, Words | Listed)]
    head = entity.value("head")
    if head is None:
        head = entity.value("columns") if not isinstance(entity.value("columns"), Formula) else None
    if isinstance(head, Words | Listed):
        rows.insert(0, texts_of(head))
    side = entity.value("side")
    if isinstance(side, Words | Listed):
        names = texts_of(side)
        names = ["", *names] if isinstance(head, Words | Listed) and len(names) < len(rows) else names
        rows = [[*names[i : i + 1], *row] if i < len(names) else ["", *row] for i, row in enumerate(rows)]
        if rows and isinstance(head, Words | Listed) and len(rows[0]) > max(map(len, rows[1:]), default=0):
            rows[0] = rows[0][1:]
    return rows


def heads_of(entity: Entity, grid: Grid) -> tuple[int, int]:
    """Return how many rows and columns are heads: as stated, else the first row, and the first column
    under an empty corner."""
    word = entity.value("head")
    if isinstance(word, Word):
        return {"none": (0, 0), "row": (1, 0), "column": (0, 1), "both": (1, 1)}[word.id]
    if not entity.values_of("rows") or grid.rows < 2:
        return (0, 0)
    corner = grid.at(0, 0)
    rows = corner.down if corner else 1
    spans = max((c.down for c in grid.cells if c.row == 0), default=1)
    if any(c.across > 1 for c in grid.cells if c.row == 0):
        spans = max(spans, 2 if grid.rows > 3 else 1)
    columns = 1 if (corner and not corner.text) or isinstance(entity.value("side"), Words | Listed) else 0
    return (max(rows, spans), columns)


def spread_of(entity: Entity) -> Spread:
    """Return a table as it is set."""
    rows = rows_of(entity)
    grid = grid_of(rows, (count_of(entity, "rows"), count_of(entity, "columns")))
    heads = heads_of(entity, grid)
    ruled = entity.has("grid") or entity.has("ruled") or entity.has("boxed") or not any(any(row) for row in rows)
    short = all(len(text) <= 3 for row in rows for text in row)
    size = BOARD if ruled and short else 0.0
    form = Form(*heads, ruled=ruled, pad=PAD, aligns=aligns_of(entity), size=size)
    title = entity.value("title")
    text = title.text if isinstance(title, Words) else ""
    plates = tuple(plate_of(part, form) for part in _halves(grid, form))
    set_title = typeset(text, TITLE, width=max(50.0, sum(p.width for p in plates))) if text else None
    return Spread(plates, set_title)


def aligns_of(entity: Entity) -> tuple[Align, ...]:
    """Return the alignment of columns as letters say it: `align = "lcr"`, `.` for decimal points."""
    value = entity.value("align")
    letters = value.text if isinstance(value, Words) else value.id if isinstance(value, Word) else ""
    if letters in ("left", "center", "right"):
        return (ALIGNS[letters[0]],) * 50
    return tuple(ALIGNS[letter] for letter in letters if letter in ALIGNS)


def _halves(grid: Grid, form: Form) -> list[Grid]:
    """Return a table whole, or a tall and narrow one as two halves with the same head."""
    body = grid.rows - form.head_rows
    whole = plate_of(grid, form)
    if body < TALL or whole.width > 70.0 or any(c.down > 1 for c in grid.cells if c.row >= form.head_rows):
        return [grid]
    middle = form.head_rows + -(-body // 2)
    second = grid.part(middle, grid.rows)
    head = grid.part(0, form.head_rows)
    moved = tuple(Cell(c.text, c.row + form.head_rows, c.column, c.down, c.across) for c in second.cells)
    return [grid.part(0, middle), Grid((*head.cells, *moved), second.rows + head.rows, grid.columns)]


def matrix_of(entity: Entity) -> Spread:
    """Return a matrix as it is set."""
    rows = rows_of(entity)
    bar = next((j for row in rows for j, text in enumerate(row) if not text and 0 < j < len(row) - 1), 0)
    if bar and any(r[bar : bar + 1] == [""] for r in rows) and all(len(r) <= bar or not r[bar] for r in rows):
        rows = [[*r[:bar], *r[bar + 1 :]] for r in rows]
    else:
        bar = count_of(entity, "augmented")
    least = (count_of(entity, "rows"), count_of(entity, "columns"))
    grid = grid_of(_dotted(rows), least)
    form = Form(math=True, bold=False, pad=MATRIX_PAD)
    fence = entity.value("fence")
    word = fence.id if isinstance(fence, Word) else ""
    word = word or next((f for f in FENCES if entity.has(f)), "") or FENCE_OF.get(entity.word.lower(), "")
    name = name_of(entity)
    return Spread((plate_of(grid, form),), None, typeset(name) if name else None, word or _default_fence(entity), bar)


def _default_fence(entity: Entity) -> str:
    return "bars" if entity.kind is DETERMINANT else "square"


def name_of(entity: Entity) -> str:
    """Return what stands before a matrix: its stated name, or the capital letter that it is called."""
    stated = entity.value("title")
    text = stated.text if isinstance(stated, Words) else ""
    if not text and entity.named and not entity.style.bare and len(entity.name) == 1 and entity.name.isupper():
        text = entity.name
    return text if not text or text.rstrip().endswith(("=", ":")) else f"{text} ="


def _dotted(rows: list[list[str]]) -> list[list[str]]:
    """Return rows with their ellipses: `...` is level in a row, upright in a row of its own, slanted where
    the two cross."""
    across = [j for j in range(max(map(len, rows), default=0)) if _dots_in(rows, j)]
    out = []
    for row in rows:
        alone = bool(row) and all(text in ELLIPSES for text in row if text)
        out.append([_dot(text, alone and j in across, alone) for j, text in enumerate(row)])
    return out


def _dots_in(rows: list[list[str]], column: int) -> bool:
    entries = [row[column] for row in rows if column < len(row)]
    return bool(entries) and all(text in ELLIPSES or not text for text in entries)


def _dot(text: str, crossing: bool, alone: bool) -> str:
    if text not in ELLIPSES:
        return text
    return "⋱" if crossing else "⋮" if alone else "⋯"


# Posing


def pose_table(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a table as a box of exactly its size."""
    return _pose(entity, poser, spread_of(entity))


def pose_matrix(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a matrix as a box of exactly its size."""
    return _pose(entity, poser, matrix_of(entity))


def _pose(entity: Entity, poser: Poser, spread: Spread) -> Box[int]:
    alone = len(poser.panel.entities) == 1
    center = poser.fixed_point(0.0, 0.0) if alone else poser.point_at(entity.name)
    poser.drawn(center)
    return Box(center, poser.constant(spread.width / 2), poser.constant(spread.height / 2))


def locate_cell(entity: Entity, shape: Shape[int], part: PartRef, poser: Poser) -> Shape[int] | None:
    """Return the box of a cell, a row or a column: `T[2, 3]`, `T.row(2)`, `T.column(3)`."""
    numbers = [a.expression.value() for a in part.args if isinstance(a, Formula) and not a.bindings]
    spread = spread_for(entity)
    box = _box_of(spread, part.part, [int(n) for n in numbers if n == n])
    return _offset(shape, box, spread, poser) if box and isinstance(shape, Box) else None


def part_of_table(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the box of the head."""
    spread = spread_for(entity)
    heads = spread.plates[0].form.head_rows
    if part not in ("head", "header") or not heads or not isinstance(shape, Box):
        return None
    plate = spread.plates[0]
    return _offset(shape, (0, (0.0, plate.ys[heads], plate.width, 0.0)), spread, poser)


def spread_for(entity: Entity) -> Spread:
    """Return a table or matrix as it is set."""
    return matrix_of(entity) if entity.kind in (MATRIX, DETERMINANT) else spread_of(entity)


Placed = tuple[int, tuple[float, float, float, float]]
"""A half and a box in it."""


def _box_of(spread: Spread, part: str, numbers: list[int]) -> Placed | None:
    places = cells_of(spread, part, numbers)
    if not places:
        return None
    half = places[0][0]
    boxes = [spread.plates[half].box(cell) for h, cell in places if h == half]
    return half, (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes),
    )  # fmt: skip


def cells_of(spread: Spread, part: str, numbers: list[int]) -> list[tuple[int, Cell]]:
    """Return the cells that a part names, each with its half; rows and columns count from 1, heads included."""
    wanted = {"cell": 2, "row": 1, "column": 1, "col": 1}.get(part)
    if wanted is None or len(numbers) < wanted:
        return []
    found: list[tuple[int, Cell]] = []
    first = 0
    for half, plate in enumerate(spread.plates):
        heads = plate.form.head_rows if half else 0
        for cell in plate.grid.cells:
            row, column = first - heads + numbers[0] * 0 + 1, cell.column + 1
            own = range(row + cell.row, row + cell.row + cell.down)
            across = range(column, column + cell.across)
            if half and cell.row < heads:
                continue
            hit = {
                "cell": numbers[0] in own and numbers[-1] in across, "row": numbers[0] in own,
            }.get(part, numbers[0] in across)  # fmt: skip
            if hit:
                found.append((half, cell))
        first += plate.grid.rows - heads
    return found


def _offset(shape: Box[int], placed: Placed, spread: Spread, poser: Poser) -> Box[int]:
    """Return a box inside the table, at its fixed offset from the table's centre."""
    half, (left, bottom, right, top) = placed
    x, y = spread.origin(Box(Point(0.0, 0.0), 0.0, 0.0), half)
    across = poser.constant(x + (left + right) / 2)
    up = poser.constant(y + (bottom + top) / 2)
    center = Point(poser.defined("sum2", shape.center.x, across), poser.defined("sum2", shape.center.y, up))
    return Box(center, poser.constant((right - left) / 2), poser.constant((top - bottom) / 2))


# Drawing


def draw_table(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a table: its rules, its texts, its title."""
    if not isinstance(shape, Box):
        return
    spread = spread_of(entity)
    for half, plate in enumerate(spread.plates):
        at = spread.origin(shape, half)
        _fills(entity, spread, half, at, pen)
        (_frames if plate.form.ruled else _rules)(plate, at, pen)
        _entries(entity, spread, half, at, pen)
    if spread.title:
        x = shape.center.x - (spread.title.extent[0] + spread.title.extent[2]) / 2
        pen.text(spread.title, (x, shape.center.y + spread.height / 2 - spread.title.extent[3]), role="title")


def draw_matrix(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a matrix: its entries between fences, its name before it, the bar of an augmented one."""
    if not isinstance(shape, Box):
        return
    spread = matrix_of(entity)
    plate = spread.plates[0]
    at = spread.origin(shape)
    _fills(entity, spread, 0, at, pen)
    _entries(entity, spread, 0, at, pen)
    left, right, bottom, top = at[0], at[0] + plate.width, at[1] - plate.height, at[1]
    for outline in fences(spread.fence, left, right, bottom, top):
        pen.path(outline, stroke=pen.stroke(width=0.3), role="fence")
    if spread.bar and spread.bar < plate.grid.columns:
        x = at[0] + plate.xs[spread.bar]
        pen.path(polyline(((x, bottom + 0.5), (x, top - 0.5))), stroke=pen.stroke(width=LIGHT), role="fence")
    if spread.name:
        x = left - FENCE_ROOM - 1.6 - spread.name.advance
        pen.text(spread.name, (x, shape.center.y - 1.15), role="label")


def fences(word: str, left: float, right: float, bottom: float, top: float) -> list[Outline]:
    """Return the fences around a block: brackets, parentheses, bars."""
    a, b = left - 0.3, right + 0.3
    if word == "bars":
        return [polyline(((x, bottom), (x, top))) for x in (a, b)]
    if word == "double":
        return [polyline(((x, bottom), (x, top))) for x in (a - 0.5, a + 0.5, b - 0.5, b + 0.5)]
    if word == "round":
        return [_round(a, bottom, top, 1.0), _round(b, bottom, top, -1.0)]
    if word == "curly":
        return [_curly(a, bottom, top, 1.0), _curly(b, bottom, top, -1.0)]
    if word == "square":
        return [
            polyline(((a + BRACKET, top), (a, top), (a, bottom), (a + BRACKET, bottom))),
            polyline(((b - BRACKET, top), (b, top), (b, bottom), (b - BRACKET, bottom))),
        ]
    return []


def _round(x: float, bottom: float, top: float, side: float) -> Outline:
    bulge = side * min(1.6, 0.12 * (top - bottom) + 0.5)
    middle, quarter = (bottom + top) / 2, (top - bottom) / 4
    return spline(((x + bulge, top), (x + 0.25 * bulge, middle + quarter), (x, middle), (x + 0.25 * bulge, middle - quarter), (x + bulge, bottom)))


def _curly(x: float, bottom: float, top: float, side: float) -> Outline:
    middle, reach = (bottom + top) / 2, side * 1.0
    points = ((x + reach, top), (x + 0.3 * reach, top - 1.0), (x + 0.3 * reach, middle + 1.0), (x - 0.5 * reach, middle))
    mirrored = tuple((px, 2 * middle - py) for px, py in points[::-1][1:])
    return spline((*points, *mirrored))


def _rules(plate: Plate, at: tuple[float, float], pen: Pen) -> None:
    """Draw the rules of a book's table: over it, under its head, under it; thin ones under spanned heads."""
    x, y = at
    heads = plate.form.head_rows
    for row, width in ((0, HEAVY), (heads, LIGHT), (plate.grid.rows, HEAVY)):
        if row or width == HEAVY:
            _line(pen, (x, y + plate.ys[row]), (x + plate.width, y + plate.ys[row]), width)
    for cell in plate.grid.cells:
        inner = cell.row + cell.down
        if cell.across > 1 and inner < heads and cell.text:
            left, _, right, _ = plate.box(cell)
            _line(pen, (x + left + 1.0, y + plate.ys[inner]), (x + right - 1.0, y + plate.ys[inner]), LIGHT)
    if plate.form.head_columns and plate.form.head_columns < plate.grid.columns:
        border = x + plate.xs[plate.form.head_columns]
        _line(pen, (border, y), (border, y - plate.height), LIGHT)


def _frames(plate: Plate, at: tuple[float, float], pen: Pen) -> None:
    """Draw the frame of every cell, each border once."""
    x, y = at
    rows, columns = plate.grid.rows, plate.grid.columns
    owner = {(i, j): c for c in plate.grid.cells for i in range(c.row, c.row + c.down) for j in range(c.column, c.column + c.across)}
    for i in range(rows + 1):
        for start, end in _runs([owner.get((i - 1, j)) is not owner.get((i, j)) for j in range(columns)]):
            _line(pen, (x + plate.xs[start], y + plate.ys[i]), (x + plate.xs[end], y + plate.ys[i]), 0.25)
    for j in range(columns + 1):
        for start, end in _runs([owner.get((i, j - 1)) is not owner.get((i, j)) for i in range(rows)]):
            _line(pen, (x + plate.xs[j], y + plate.ys[start]), (x + plate.xs[j], y + plate.ys[end]), 0.25)


def _runs(drawn: list[bool]) -> list[tuple[int, int]]:
    """Return the ranges where a border is drawn."""
    runs: list[tuple[int, int]] = []
    for n, one in enumerate(drawn):
        if one and runs and runs[-1][1] == n:
            runs[-1] = (runs[-1][0], n + 1)
        elif one:
            runs.append((n, n + 1))
    return runs


def _line(pen: Pen, a: tuple[float, float], b: tuple[float, float], width: float) -> None:
    pen.path(polyline((a, b)), stroke=pen.stroke(width=width), role="rule")


def _entries(entity: Entity, spread: Spread, half: int, at: tuple[float, float], pen: Pen) -> None:
    colors = {cell: r.style.color for r, cells in styled(entity, spread, pen) for h, cell in cells if h == half}
    for entry in spread.plates[half].entries:
        pen.text(entry.text, (at[0] + entry.x, at[1] + entry.y), role="cell", color=colors.get(entry.cell, ""))


def _fills(entity: Entity, spread: Spread, half: int, at: tuple[float, float], pen: Pen) -> None:
    """Fill the cells that a style was said of."""
    plate = spread.plates[half]
    for relation, cells in styled(entity, spread, pen):
        for h, cell in cells:
            if h == half and (relation.style.fill or relation.style.hatch):
                left, bottom, right, top = plate.box(cell)
                corners = ((left, bottom), (right, bottom), (right, top), (left, top))
                moved = tuple((px + at[0], py + at[1]) for px, py in corners)
                with pen.styled(relation.style):
                    pen.fill_area(polyline(moved, closed=True))


def styled(entity: Entity, spread: Spread, pen: Pen) -> list[tuple[Relation, list[tuple[int, Cell]]]]:
    """Return what was said of the look of cells, rows and columns, with the cells that it is about."""
    found = []
    for relation in pen.solution.panel.relations:
        if relation.style.color or relation.style.fill or relation.style.hatch:
            subjects = [v for given in relation.values.values() for v in _parts(given.value) if v.base == Ref(entity.name)]
            cells = [c for v in subjects for c in cells_of(spread, v.part, _numbers(v))]
            if cells:
                found.append((relation, cells))
    return found


def _parts(value: Value) -> list[PartRef]:
    if isinstance(value, Listed):
        return [p for item in value.items for p in _parts(item)]
    return [value] if isinstance(value, PartRef) else []


def _numbers(part: PartRef) -> list[int]:
    return [int(a.expression.value()) for a in part.args if isinstance(a, Formula) and not a.bindings]


# Declarations

ROWS = Slot(
    "rows", (Want.ROW, Want.NUMBER),
    'one text per row, `"a | b | c"`, or a list; the first row is the head; a cell `<` joins the one on its left, '
    "`^` the one above; or how many rows",
    ("row", "cells", "data", "entries", "body"), many=True,
)  # fmt: skip
COLUMNS = Slot("columns", (Want.NUMBER, Want.ROW), "how many columns, or their heads", ("cols", "column"), positional=False)
TITLE_SLOT = Slot("title", Want.TEXT, "a line above", ("caption", "name", "label"), positional=False)
PARTS = (
    PartOf("cell", "a cell by row and column, from 1: `T[2, 3]` or `T.cell(2, 3)`"),
    PartOf("row", "a row: `T.row(2)`"),
    PartOf("column", "a column: `T.column(3)`", ("col",)),
    PartOf("head", "the head row", ("header",)),
)
TABLE = Kind(
    name="table",
    doc="Rows of cells. The first row is the head; an empty corner makes the first column a head too. `grid` frames "
    "every cell; `rows = 3, columns = 4` alone is an empty grid.",
    slots=(
        ROWS,
        COLUMNS,
        Slot("head", (Want.WORD, Want.ROW), "`none`, `row`, `column`, `both`, or the head's own row", ("header", "heads", "headers"), choices=("none", "row", "column", "both"), positional=False),
        Slot("side", Want.ROW, "heads of the rows, when the rows do not begin with them", ("row_heads", "row_labels", "row_names"), positional=False),
        TITLE_SLOT,
        Slot("align", (Want.WORD, Want.TEXT), "how columns stand, a letter each: `\"lcr.\"`", ("alignment",), positional=False),
    ),
    aliases=("data_table", "tabular", "payoff_table", "spreadsheet"),
    traits=("box", "cells", "region", "alone"),
    flags=("grid", "ruled", "boxed", "plain"),
    parts=PARTS,
    pose=pose_table,
    part=part_of_table,
    locate=locate_cell,
    draw=draw_table,
    z=5,
    example='table T("Time (s) | Speed (m/s)", "0 | 0", "1.5 | 4.2")',
)  # fmt: skip
MATRIX = Kind(
    name="matrix",
    doc="Entries between fences, each a formula; a capital letter as its name is printed before it, `A =`. `...` makes "
    "ellipses; a double bar in the rows, `1 | 2 || 3`, is the bar of an augmented matrix.",
    slots=(
        ROWS,
        COLUMNS,
        Slot("fence", Want.WORD, "what stands around it", ("fences", "brackets", "delimiters", "delimiter"), choices=FENCES),
        Slot("augmented", Want.NUMBER, "the column after which the bar of an augmented matrix stands", ("bar_after",), positional=False),
        TITLE_SLOT,
    ),
    aliases=("pmatrix", "bmatrix", "vmatrix", "array"),
    traits=("box", "cells", "region", "alone"),
    flags=FENCES,
    parts=PARTS,
    pose=pose_matrix,
    part=part_of_table,
    locate=locate_cell,
    draw=draw_matrix,
    z=5,
    example='matrix A("1 | 2", "3 | 4")',
)  # fmt: skip
DETERMINANT = Kind(
    name="determinant",
    doc="A matrix between bars.",
    slots=MATRIX.slots,
    aliases=("det",),
    traits=MATRIX.traits,
    flags=FENCES,
    parts=PARTS,
    pose=pose_matrix,
    part=part_of_table,
    locate=locate_cell,
    draw=draw_matrix,
    z=5,
    example='determinant D("a | b", "c | d")',
)
KINDS = (TABLE, MATRIX, DETERMINANT)
