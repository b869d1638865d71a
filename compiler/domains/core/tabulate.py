"""Setting a grid of cells: how wide its columns are, how high its rows, and where each text stands.

Columns of numbers stand on their decimal points; words stand on the left, short ones in the middle; long
words are broken. All lengths are millimetres from the upper left corner, y downwards being negative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ...typeset import SetText, Style, typeset
from ...typeset.units import unit_at
from .cells import Cell, Grid

NUMBER = re.compile(
    r"^\s*(?P<lead>[-+−–±~≈<>≤≥]?\s*[$€£¥]?\s*[-−]?[\d, ]*\d)"
    r"(?P<rest>(?:\.\d+)?(?:\s*(?:[×x*·]|\\times)\s*10\S*|[eE][+-]?\d+)?\s*[%°]?)\s*$"
)
"""A cell that is a number: what stands before its decimal point, and the rest."""
POINT_ONLY = re.compile(r"^\s*(?P<lead>[-+−]?)(?P<rest>\.\d+)\s*$")
QUANTITY = re.compile(r"^\s*\S*\d\s*(?P<unit>[^\d\s].*?)\s*$")
"""A cell that may be a number with its unit."""
MOSTLY = 0.6
"""The share of numbers among a column's entries from which it is set as one of numbers."""
SHORT = 15.0
"""Words no wider than this (mm) stand in the middle of their column."""
WIDEST = 150.0
"""Tables grow to this width (mm) before their words are broken."""
NARROWEST = 16.0
PAD = (2.3, 1.25)
"""White beside and over a text, in millimetres."""
LEAST_ROW = 3.2

Align = Literal["left", "center", "right", "point"]


@dataclass(frozen=True)
class Form:
    """How a grid is set."""

    head_rows: int = 0
    head_columns: int = 0
    ruled: bool = False
    """Whether every cell has a frame."""
    bold: bool = True
    """Whether heads are bold."""
    math: bool = False
    """Whether entries are formulas: a matrix."""
    pad: tuple[float, float] = PAD
    aligns: tuple[Align, ...] = ()
    size: float = 0.0
    """Least width and height of a cell: a square when the texts allow it."""


@dataclass(frozen=True)
class Entry:
    """A cell with its text set; the text's origin stands at (x, y)."""

    cell: Cell
    text: SetText
    x: float
    y: float


@dataclass(frozen=True)
class Plate:
    """A set grid: borders of columns (x) and rows (y, falling from 0), and its texts in place."""

    grid: Grid
    form: Form
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    entries: tuple[Entry, ...]

    @property
    def width(self) -> float:
        """Width in millimetres."""
        return self.xs[-1]

    @property
    def height(self) -> float:
        """Height in millimetres."""
        return -self.ys[-1]

    def box(self, cell: Cell) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a cell."""
        return (
            self.xs[cell.column],
            self.ys[cell.row + cell.down],
            self.xs[cell.column + cell.across],
            self.ys[cell.row],
        )


@lru_cache(maxsize=64)
def plate_of(grid: Grid, form: Form) -> Plate:
    """Return a grid set in a form."""
    aligns = _aligns(grid, form)
    limits = _limits(grid, form)
    texts = {
        c: typeset(source(c, form), _style(c, form, aligns), width=_limit(c, limits, form))
        for c in grid.cells
    }
    numbers = [c for c in grid.cells if aligns[c.column] == "point" and not _is_head(c, form)]
    leads = {c: lead for c in numbers if (lead := _lead(c)) is not None}
    widths = _widths(grid, form, aligns, texts, leads)
    heights = _heights(grid, form, texts)
    xs, ys = _borders(widths), tuple(-y for y in _borders(heights))
    entries = [_entry(c, texts[c], xs, ys, form, aligns, leads) for c in grid.cells if c.text]
    return Plate(grid, form, xs, ys, tuple(entries))


def source(cell: Cell, form: Form) -> str:
    """Return the text of a cell as it is set: an entry of a matrix is a formula."""
    text = cell.text
    if not form.math or not text or "$" in text or re.search(r"[A-Za-z]{3,}\s|[\u4e00-\u9fff]", text):
        return text
    return f"${text}$"


def _style(cell: Cell, form: Form, aligns: Sequence[Align]) -> Style:
    bold = form.bold and _is_head(cell, form)
    centered = aligns[cell.column] in ("center", "point") or cell.across > 1
    return Style(weight="bold" if bold else "regular", align="center" if centered else "left", leading=1.15)


def _is_head(cell: Cell, form: Form) -> bool:
    return cell.row < form.head_rows or cell.column < form.head_columns


# Columns


def _aligns(grid: Grid, form: Form) -> tuple[Align, ...]:
    given = dict(enumerate(form.aligns))
    return tuple(given.get(j) or _align(grid, form, j) for j in range(grid.columns))


def _align(grid: Grid, form: Form, column: int) -> Align:
    """Return how a column stands by what is in it."""
    body = [
        c for c in grid.cells if c.column == column and c.across == 1 and c.row >= form.head_rows and c.text
    ]
    numbers = [c for c in body if _parts(c.text)]
    if form.math:
        return "center"
    if column < form.head_columns:
        return "left"
    if numbers and len(numbers) >= MOSTLY * len(body):
        return "center" if form.ruled and all("." not in c.text for c in numbers) else "point"
    wide = max((_natural(c, form) for c in body), default=0.0)
    return "center" if wide <= SHORT or (form.ruled and form.size) else "left"


def _parts(text: str) -> tuple[str, str] | None:
    """Return what stands before the decimal point of a number, and the rest with its unit; nothing for words."""
    bare = text.strip("$")
    split = QUANTITY.match(bare)
    unit = split["unit"] if split and unit_at(split["unit"], 0) == split["unit"] else ""
    found = NUMBER.match(bare.removesuffix(unit)) or POINT_ONLY.match(bare.removesuffix(unit))
    return (found["lead"], found["rest"] + unit) if found else None


def _natural(cell: Cell, form: Form) -> float:
    bold = form.bold and _is_head(cell, form)
    return typeset(source(cell, form), Style(weight="bold" if bold else "regular")).advance


def _limits(grid: Grid, form: Form) -> tuple[float, ...]:
    """Return how wide each column's texts may be, so that the whole is no wider than a page.

    The widest columns give way first; words are never broken inside.
    """
    natural = [0.0] * grid.columns
    for cell in grid.cells:
        if cell.across == 1:
            natural[cell.column] = max(natural[cell.column], _natural(cell, form))
    room = WIDEST - 2 * form.pad[0] * grid.columns
    limit = max(natural, default=0.0)
    while limit > NARROWEST and sum(min(n, limit) for n in natural) > room:
        limit -= 1.0
    # A head much wider than what stands under it is broken too.
    return tuple(min(n, limit, max(_body_width(grid, form, j), HEAD_WIDTH)) for j, n in enumerate(natural))


HEAD_WIDTH = 26.0


def _body_width(grid: Grid, form: Form, column: int) -> float:
    body = (c for c in grid.cells if c.column == column and c.across == 1 and c.row >= form.head_rows)
    return max((_natural(c, form) for c in body), default=0.0)


def _limit(cell: Cell, limits: Sequence[float], form: Form) -> float | None:
    if cell.across > 1:
        own = limits[cell.column : cell.column + cell.across]
        return max(sum(own) + 2 * form.pad[0] * (cell.across - 1), 30.0)
    return limits[cell.column] + 0.05


def _lead(cell: Cell) -> float | None:
    """Return how far a number reaches before its decimal point; nothing for what is no number."""
    parts = _parts(cell.text)
    if parts is None:
        return None
    return typeset(parts[0]).advance if parts[0] else 0.0


def _widths(
    grid: Grid, form: Form, aligns: Sequence[Align], texts: dict[Cell, SetText], leads: dict[Cell, float]
) -> list[float]:
    widths = [form.size] * grid.columns
    for j in range(grid.columns):
        own = [c for c in grid.cells if c.column == j and c.across == 1]
        plain = max((texts[c].advance for c in own), default=0.0)
        numbers = [c for c in own if c in leads]
        split = max((leads[c] for c in numbers), default=0.0) + max(
            (texts[c].advance - leads[c] for c in numbers), default=0.0
        )
        widths[j] = max(widths[j], plain + 2 * form.pad[0], split + 2 * form.pad[0])
    for c in sorted((c for c in grid.cells if c.across > 1), key=lambda c: c.across):
        lack = texts[c].advance + 2 * form.pad[0] - sum(widths[c.column : c.column + c.across])
        for j in range(c.column, c.column + c.across):
            widths[j] += max(0.0, lack) / c.across
    if form.size:
        # Squares of a board are all as wide as the widest.
        inner = range(form.head_columns, grid.columns)
        widest = max((widths[j] for j in inner), default=0.0)
        widths = [widest if j in inner else w for j, w in enumerate(widths)]
    return widths


def _heights(grid: Grid, form: Form, texts: dict[Cell, SetText]) -> list[float]:
    heights = [max(form.size, LEAST_ROW + 2 * form.pad[1])] * grid.rows
    for c in sorted(grid.cells, key=lambda c: c.down):
        need = _over(texts[c]) + _under(texts[c]) + 2 * form.pad[1]
        lack = need - sum(heights[c.row : c.row + c.down])
        for i in range(c.row, c.row + c.down):
            heights[i] += max(0.0, lack) / c.down
    if form.size:
        highest = max(heights[form.head_rows :], default=0.0)
        heights = [h if i < form.head_rows else highest for i, h in enumerate(heights)]
    return heights


def _over(text: SetText) -> float:
    return max(text.ascent, text.extent[3])


def _under(text: SetText) -> float:
    return max(text.descent, -text.extent[1])


def _borders(sizes: Sequence[float]) -> tuple[float, ...]:
    at, borders = 0.0, [0.0]
    for size in sizes:
        at += size
        borders.append(round(at, 4))
    return tuple(borders)


# Places


def _entry(
    cell: Cell,
    text: SetText,
    xs: Sequence[float],
    ys: Sequence[float],
    form: Form,
    aligns: Sequence[Align],
    leads: dict[Cell, float],
) -> Entry:
    left, right = xs[cell.column], xs[cell.column + cell.across]
    top, bottom = ys[cell.row], ys[cell.row + cell.down]
    align = "center" if cell.across > 1 else aligns[cell.column]
    if cell in leads:
        x = _point(cell, leads, text, left, right) - leads[cell]
    elif align == "left":
        x = left + form.pad[0]
    elif align == "right":
        x = right - form.pad[0] - text.advance
    else:
        x = (left + right - text.advance) / 2
    # Texts of one line share the base line of their row; taller ones are centred.
    slack = (top - bottom) - _over(text) - _under(text)
    y = top - slack / 2 - _over(text)
    return Entry(cell, text, round(x, 4), round(y, 4))


def _point(cell: Cell, leads: dict[Cell, float], text: SetText, left: float, right: float) -> float:
    """Return where the decimal points of a column stand, its numbers centred as a block."""
    own = [c for c in leads if c.column == cell.column]
    before = max(leads[c] for c in own)
    after = max(typeset(c.text).advance - leads[c] for c in own)
    return (left + right) / 2 + (before - after) / 2
