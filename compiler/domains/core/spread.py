"""Reading a table's declaration: its rows, heads and title, and all of it set, in halves where it is tall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ...model import Entity
from ...shapes import Box
from ...typeset import SetText, Style, typeset
from ...values import Formula, Listed, Word, Words
from .cells import Cell, Grid, grid_of, texts_of
from .tabulate import PAD, Align, Form, Plate, plate_of

TALL = 21
"""Rows from which a narrow table is set in two halves side by side."""
NARROW = 70.0
HALF_GAP = 6.0
TITLE_GAP = 1.8
TITLE = Style(weight="bold", align="center")
FENCE_ROOM = 1.5
NAME_GAP = 1.6
BOARD = 9.0
"""Least side in millimetres of the squares of a board, a grid of short entries."""
MOST = 200
"""A stated count of rows or columns beyond this is not drawn."""
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
        return self.name.advance + NAME_GAP if self.name else 0.0

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


Setter: TypeAlias = Callable[[Entity], Spread]
"""How a kind of table is set."""


def count_of(entity: Entity, slot: str) -> int:
    """Return a count that was stated: `rows = 3`, `columns = 4`."""
    numbers = [v for v in entity.values_of(slot) if isinstance(v, Formula)]
    value = numbers[0].expression.value() if numbers else 0.0
    return int(value) if 0 < value <= MOST else 0


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
    under an empty corner.
    """
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
    ruled = (
        entity.has("grid") or entity.has("ruled") or entity.has("boxed") or not any(any(row) for row in rows)
    )
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
    if body < TALL or whole.width > NARROW or any(c.down > 1 for c in grid.cells if c.row >= form.head_rows):
        return [grid]
    middle = form.head_rows + -(-body // 2)
    second = grid.part(middle, grid.rows)
    head = grid.part(0, form.head_rows)
    moved = tuple(Cell(c.text, c.row + form.head_rows, c.column, c.down, c.across) for c in second.cells)
    return [grid.part(0, middle), Grid((*head.cells, *moved), second.rows + head.rows, grid.columns)]
