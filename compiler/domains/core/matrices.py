"""Matrices and determinants: formulas in rows and columns between fences."""

from __future__ import annotations

from ...draw.paths import polyline
from ...draw.pen import Pen
from ...model import Entity
from ...shapes import Box, Shape
from ...typeset import typeset
from ...values import Word, Words
from ...vocabulary import DrawKind, Kind, Slot, Want
from .cells import grid_of
from .fences import fences
from .parts import PARTS, draw_entries, extending, heading, locating, posing
from .spread import FENCE_ROOM, NAME_GAP, Setter, Spread, count_of, rows_of
from .tables import COLUMNS, LIGHT, ROWS, TITLE_SLOT
from .tabulate import Form, plate_of

PAD = (1.9, 0.7)
ELLIPSES = {"...": "⋯", "…": "⋯", "..": "⋯"}
FENCES = ("square", "round", "bars", "double", "curly", "none")
FENCE_OF = {"pmatrix": "round", "bmatrix": "square", "vmatrix": "bars"}
"""What the environments of LaTeX have around them."""
AXIS = 0.8
"""From the base line of the name to the middle of its equals sign, in millimetres: 0.25 of 9 points."""
FENCE_WIDTH = 0.3


def matrix_of(entity: Entity, default: str = "square") -> Spread:
    """Return a matrix as it is set, between the default fences if none are said."""
    rows = rows_of(entity)
    bar = next((j for row in rows for j, text in enumerate(row) if not text and 0 < j < len(row) - 1), 0)
    if bar and any(r[bar : bar + 1] == [""] for r in rows) and all(len(r) <= bar or not r[bar] for r in rows):
        rows = [[*r[:bar], *r[bar + 1 :]] for r in rows]
    else:
        bar = count_of(entity, "augmented")
    least = (count_of(entity, "rows"), count_of(entity, "columns"))
    grid = grid_of(_dotted(rows), least)
    form = Form(math=True, bold=False, pad=PAD)
    fence = entity.value("fence")
    word = fence.id if isinstance(fence, Word) else ""
    word = word or next((f for f in FENCES if entity.has(f)), "") or FENCE_OF.get(entity.word.lower(), "")
    name = name_of(entity)
    return Spread((plate_of(grid, form),), None, typeset(name) if name else None, word or default, bar)


def name_of(entity: Entity) -> str:
    """Return what stands before a matrix: its stated name, or the capital letter that it is called."""
    stated = entity.value("title")
    text = stated.text if isinstance(stated, Words) else ""
    if (
        not text
        and entity.named
        and not entity.style.bare
        and len(entity.name) == 1
        and entity.name.isupper()
    ):
        text = entity.name
    return text if not text or text.rstrip().endswith(("=", ":")) else f"{text} ="


def _dotted(rows: list[list[str]]) -> list[list[str]]:
    """Return rows with their ellipses: `...` is level in a row, upright in a row of its own, slanted where
    the two cross.
    """
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


def determinant_of(entity: Entity) -> Spread:
    """Return a determinant as it is set: between bars."""
    return matrix_of(entity, "bars")


def drawing(setter: Setter) -> DrawKind:
    """Return the function that draws entries between fences, a name before them, an augmented one's bar."""
    return lambda entity, shape, pen: _draw(entity, shape, pen, setter)


def _draw(entity: Entity, shape: Shape[float], pen: Pen, setter: Setter) -> None:
    """Draw a matrix: its entries between fences, its name before it, the bar of an augmented one."""
    if not isinstance(shape, Box):
        return
    spread = setter(entity)
    plate = spread.plates[0]
    at = spread.origin(shape)
    draw_entries(entity, spread, 0, at, pen)
    left, right, bottom, top = at[0], at[0] + plate.width, at[1] - plate.height, at[1]
    for outline in fences(spread.fence, left, right, bottom, top):
        pen.path(outline, stroke=pen.stroke(width=FENCE_WIDTH), role="fence")
    if spread.bar and spread.bar < plate.grid.columns:
        x = at[0] + plate.xs[spread.bar]
        pen.path(polyline(((x, bottom + 0.5), (x, top - 0.5))), stroke=pen.stroke(width=LIGHT), role="fence")
    if spread.name:
        x = left - FENCE_ROOM - NAME_GAP - spread.name.advance
        pen.text(spread.name, (x, shape.center.y - AXIS), role="label")


def _kind(name: str, doc: str, aliases: tuple[str, ...], setter: Setter, example: str) -> Kind:
    return Kind(
        name=name,
        doc=doc,
        slots=SLOTS,
        aliases=aliases,
        traits=("box", "cells", "region", "alone"),
        flags=FENCES,
        parts=PARTS,
        pose=posing(setter),
        extent=extending(setter),
        part=heading(setter),
        locate=locating(setter),
        draw=drawing(setter),
        z=5,
        example=example,
    )


SLOTS = (
    ROWS,
    COLUMNS,
    Slot(
        "fence",
        Want.WORD,
        "what stands around it",
        ("fences", "brackets", "delimiters", "delimiter"),
        choices=FENCES,
    ),
    Slot(
        "augmented",
        Want.NUMBER,
        "the column after which the bar of an augmented matrix stands",
        positional=False,
    ),
    TITLE_SLOT,
)
MATRIX = _kind(
    "matrix",
    "Entries between fences, each a formula; a capital letter as its name is printed before it, `A =`. `...` "
    "makes ellipses; a double bar in the rows, `1 | 2 || 3`, is the bar of an augmented matrix.",
    ("pmatrix", "bmatrix", "vmatrix", "array"),
    matrix_of,
    'matrix A("1 | 2", "3 | 4")',
)
DETERMINANT = _kind(
    "determinant", "A matrix between bars.", ("det",), determinant_of, 'determinant D("a | b", "c | d")'
)
KINDS = (MATRIX, DETERMINANT)
