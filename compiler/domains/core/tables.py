"""Tables: rows of cells, ruled like a textbook's, their cells addressed by number.

Convention: rules over the table, under its head and under the table (S. Fear, The booktabs package, 2020,
section 2), and an upright one beside a column of heads; `ruled` frames every cell instead.
"""

from __future__ import annotations

from ....dsl.theme import WIDTH
from ...draw.paths import polyline
from ...draw.pen import Pen
from ...model import Entity
from ...shapes import Box, Shape
from ...vocabulary import Kind, Slot, Want
from .parts import PARTS, draw_entries, extending, heading, locating, posing
from .spread import MOST, spread_of
from .tabulate import Plate

HEAVY, LIGHT, FRAME = WIDTH.line, WIDTH.thin, WIDTH.mark
"""Widths of rules: over and under the table, under its head, around the cells of a grid."""


def draw_table(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a table: its rules, its texts, its title."""
    if not isinstance(shape, Box):
        return
    spread = spread_of(entity)
    for half, plate in enumerate(spread.plates):
        at = spread.origin(shape, half)
        (_frames if plate.form.ruled else _rules)(plate, at, pen)
        draw_entries(entity, spread, half, at, pen)
    if spread.title:
        x = shape.center.x - (spread.title.extent[0] + spread.title.extent[2]) / 2
        pen.text(spread.title, (x, shape.center.y + spread.height / 2 - spread.title.extent[3]), role="title")


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
    owner = {
        (i, j): c
        for c in plate.grid.cells
        for i in range(c.row, c.row + c.down)
        for j in range(c.column, c.column + c.across)
    }
    for i in range(rows + 1):
        for start, end in _runs([owner.get((i - 1, j)) is not owner.get((i, j)) for j in range(columns)]):
            _line(pen, (x + plate.xs[start], y + plate.ys[i]), (x + plate.xs[end], y + plate.ys[i]), FRAME)
    for j in range(columns + 1):
        for start, end in _runs([owner.get((i, j - 1)) is not owner.get((i, j)) for i in range(rows)]):
            _line(pen, (x + plate.xs[j], y + plate.ys[start]), (x + plate.xs[j], y + plate.ys[end]), FRAME)


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


ROWS = Slot(
    "rows",
    (Want.ROW, Want.NUMBER),
    'one text per row, `"a | b | c"`, or a list; the first row is the head; a cell `<` joins the one on its '
    "left, `^` the one above; or how many rows",
    ("row", "cells", "data", "entries", "body"),
    many=True,
    counts_to=MOST,
)
COLUMNS = Slot(
    "columns",
    (Want.NUMBER, Want.ROW),
    "how many columns, or their heads",
    ("cols", "column"),
    positional=False,
    counts_to=MOST,
)
HEAD = Slot(
    "head",
    (Want.WORD, Want.ROW),
    "`none`, `row`, `column`, `both`, or the head's own row",
    ("header", "heads", "headers"),
    choices=("none", "row", "column", "both"),
    positional=False,
)
SIDE = Slot(
    "side",
    Want.ROW,
    "heads of the rows, when the rows do not begin with them",
    ("row_heads", "row_labels", "row_names"),
    positional=False,
)
TITLE_SLOT = Slot("title", Want.TEXT, "a line above", ("caption", "name", "label"), positional=False)
ALIGN = Slot(
    "align",
    (Want.WORD, Want.TEXT),
    'how columns stand, a letter each: `"lcr."`',
    ("alignment",),
    positional=False,
)
TABLE = Kind(
    name="table",
    doc="Rows of cells. The first row is the head; an empty corner makes the first column a head too. `grid` "
    "frames every cell; `rows = 3, columns = 4` alone is an empty grid.",
    slots=(ROWS, COLUMNS, HEAD, SIDE, TITLE_SLOT, ALIGN),
    aliases=("data_table", "tabular", "payoff_table", "spreadsheet"),
    traits=("box", "cells", "region", "alone"),
    flags=("grid", "ruled", "boxed", "plain"),
    needs=("rows", "columns", "head", "side"),
    parts=PARTS,
    pose=posing(spread_of),
    extent=extending(spread_of),
    part=heading(spread_of),
    locate=locating(spread_of),
    draw=draw_table,
    z=5,
    example='table T("Time (s) | Speed (m/s)", "0 | 0", "1.5 | 4.2")',
)
KINDS = (TABLE,)
