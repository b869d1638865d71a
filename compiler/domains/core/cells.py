"""The cells of tables and matrices: from the author's rows to a grid of texts with spans.

A row is one text with bars between its cells, or a list. A cell `<` belongs to the one on its left, a cell
`^` to the one above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...values import Formula, Listed, Measure, Standing, Value, Words

MOST_CELLS = 1500
"""More than this is no picture; a table of more is reported."""
LEFT, ABOVE = "<", "^"
ABSOLUTE = re.compile(r"\$[^$|]*\|[^$|]*\|[^$|]*\$")
"""Bars inside a formula: an absolute value, not two borders of cells."""
INNER = "\x00"


@dataclass(frozen=True)
class Cell:
    """One cell: its text, and the rows and columns that it covers, from 0."""

    text: str
    row: int
    column: int
    down: int = 1
    across: int = 1

    def covers(self, row: int, column: int) -> bool:
        """Whether a place of the grid belongs to the cell."""
        return self.row <= row < self.row + self.down and self.column <= column < self.column + self.across


@dataclass(frozen=True)
class Grid:
    """Cells in rows and columns; every place belongs to one cell."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place, from 0."""
        return next((c for c in self.cells if c.covers(row, column)), None)

    def part(self, first: int, last: int) -> Grid:
        """Return some rows as a grid of their own."""
        kept = tuple(replace(c, row=c.row - first) for c in self.cells if first <= c.row < last)
        return Grid(kept, last - first, self.columns)


def parted(text: str) -> list[str]:
    """Split the text of a row at its bars.

    >>> parted("a | b || $|x|$")
    ['a', 'b', '', '$|x|$']
    """
    shielded = ABSOLUTE.sub(lambda found: found.group().replace("|", INNER), text).replace(r"\|", INNER)
    return [part.strip().replace(INNER, "|") for part in shielded.split("|")]


def texts_of(row: Value) -> list[str]:
    """Return the texts of a row's cells."""
    if isinstance(row, Listed):
        return [_text(cell) for cell in row.items]
    return parted(_text(row))


def _text(value: Value) -> str:
    match value:
        case Measure(standing=Standing.HIDDEN):
            return ""
        case Words(text) | Measure(text=text):
            return text.strip()
        case Formula(expression):
            return f"{expression.value():g}"
        case _:
            return ""


def grid_of(rows: Sequence[Sequence[str]], least: tuple[int, int] = (0, 0)) -> Grid:
    """Return rows of texts as a grid of at least some rows and columns; short rows end in blanks."""
    width = max([least[1], *(len(row) for row in rows)], default=0) or 1
    height = min(max(least[0], len(rows)), max(1, MOST_CELLS // width))
    filled = [[*(rows[i] if i < len(rows) else ()), *[""] * width][:width] for i in range(height)]
    cells: dict[tuple[int, int], Cell] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for i, row in enumerate(filled):
        for j, text in enumerate(row):
            before = (i, j - 1) if text == LEFT and j else (i - 1, j) if text == ABOVE and i else None
            if before is None:
                owner[i, j] = (i, j)
                cells[i, j] = Cell(text, i, j)
                continue
            owner[i, j] = owner[before]
            held = cells[owner[i, j]]
            cells[owner[i, j]] = replace(
                held, down=max(held.down, i - held.row + 1), across=max(held.across, j - held.column + 1)
            )
    return Grid(tuple(cells.values()), height, width)
