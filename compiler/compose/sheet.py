"""Setting the sheet: blocks of rows in one or more columns of a given width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ...dsl.scene import Item, Marker, Rect
from ...dsl.theme import TEXT
from ..typeset import SetText, Style, typeset
from .pieces import Piece
from .rows import Block, Row, is_chinese, lettered

LINE = 1.22
"""Base line to base line inside a row, in type sizes."""
ROW_GAP = 1.25
"""White between two rows, in millimetres: more than between the lines of one row."""
BLOCK_GAP = 3.4
HEAD_GAP = 1.4
RUN_IN_GAP = 2.4
"""Between a head and the row that follows it on the same line."""
FORMULA_GAP = 2.2
COLUMN_GAP = 8.0
HANG = 3.2
"""Indent of rows behind their bullets."""
SIDE_GAP = 7.0
"""Between options that stand side by side."""
ROW_TIE, OPTION_TIE = 12.0, 16.0
"""Millimetres of height that are worth not tearing rows, or options, apart."""
BULLET = 0.75
WIDE_LETTER = 1.75
"""About the width of a letter at 9 points, for the longest word of a row."""


@dataclass(frozen=True)
class Unit:
    """What stays together in a column: a head, a row, or short options side by side.

    `ink` is set from the left end of the first base line; `above` and `below` are the room over and under
    that line, `before` the white over it when something precedes.
    """

    ink: tuple[Item, ...]
    width: float
    above: float
    below: float
    before: float = 0.0
    leads: bool = False
    """Whether it must not end a column: the head of what follows."""
    tie: float = 0.0
    """How much it wants to follow what precedes it: millimetres of height that not tearing is worth."""


@dataclass(frozen=True)
class Sizes:
    """How wide a block's rows are when nothing breaks them."""

    widest: float
    """The widest row."""
    rigid: float
    """The widest part that cannot be broken."""
    lines: tuple[float, ...]
    """The width of each row."""


def sizes_of(block: Block) -> Sizes:
    """Measure a block, so that a width can be chosen before anything is broken."""
    indent = block.section.indent
    widths = tuple(indent + _set(row.text, block).advance for row in block.rows)
    rigid = max((_rigid(row, block) + indent for row in block.rows), default=0.0)
    return Sizes(max(widths, default=0.0), rigid, widths)


def _rigid(row: Row, block: Block) -> float:
    """Return the narrowest a row can be set: its longest word, or its formula, which does not break."""
    if "$" in row.text or "\\" in row.text:
        return typeset(row.text, _style(block), width=1.0).advance
    return WIDE_LETTER * max(map(len, row.text.split()), default=0)


def _style(block: Block) -> Style:
    section = block.section
    align: Literal["left", "center"] = "center" if section.centered else "left"
    return Style(size=section.size, weight="bold" if section.bold else "regular", align=align, leading=LINE)


def _set(text: str, block: Block, width: float | None = None) -> SetText:
    return typeset(text, _style(block), width=width)


# Units


def units_of(blocks: Sequence[Block], width: float) -> list[Unit]:
    """Return everything on a sheet in units of at most `width` millimetres."""
    units: list[Unit] = []
    for n, block in enumerate(blocks):
        gap = BLOCK_GAP if units else 0.0
        if block.head:
            units.append(_head(block, n, gap))
            gap = HEAD_GAP
        follows = bool(units) and not block.head and not block.section.centered
        for m, unit in enumerate(_block_units(block, width, f"sheet/{block.section.name}")):
            tie = (OPTION_TIE if block.section.lettered else ROW_TIE) if m or follows else 0.0
            units.append(replace(unit, before=unit.before if m else gap, tie=tie))
    return units


def _set_head(block: Block) -> SetText:
    # There is no bold Chinese face: a larger size sets the head apart.
    size = TEXT.caption if is_chinese([block.head]) else TEXT.label
    return typeset(block.head, Style(size=size, weight="bold"))


def _head(block: Block, number: int, before: float) -> Unit:
    text = _set_head(block)
    item = text.item(f"sheet/head{number}", (0.0, 0.0), role="sheet")
    return Unit((item,), text.advance, text.ascent, text.descent, before, leads=True)


def run_in(blocks: Sequence[Block], width: float) -> Unit | None:
    """Return a sheet of one short row as a line that its head begins; nothing for any other sheet."""
    if len(blocks) != 1 or len(blocks[0].rows) != 1 or not blocks[0].head or blocks[0].section.lettered:
        return None
    block, row = blocks[0], blocks[0].rows[0]
    head, text = _set_head(block), _set(row.text, block)
    left = head.advance + RUN_IN_GAP
    if "\n" in row.text or left + text.advance > width:
        return None
    name = f"sheet/{block.section.name}0"
    ink = (
        head.item("sheet/head0", (0.0, 0.0), role="sheet"),
        text.item(name, (left, 0.0), role="sheet", origin=row.origin),
    )
    return Unit(ink, left + text.advance, max(head.ascent, _above(text)), max(head.descent, _below(text)))


def _block_units(block: Block, width: float, id: str) -> Iterator[Unit]:
    if block.section.centered:
        yield from _displays(block, width, id)
    elif block.section.lettered:
        yield from _options(block, width, id)
    else:
        yield from _rows(block, width, id)


def _displays(block: Block, width: float, id: str) -> Iterator[Unit]:
    """Yield displayed formulas, each centred on a line of its own."""
    for n, row in enumerate(block.rows):
        text = _set(row.text, block, width)
        left = max(0.0, (width - text.advance) / 2)
        item = text.item(f"{id}{n}", (left, 0.0), role="sheet", origin=row.origin)
        yield Unit((item,), left + text.advance, _above(text), _below(text), FORMULA_GAP)


def _rows(block: Block, width: float, id: str) -> Iterator[Unit]:
    """Yield rows one below the other; if any is broken, bullets show where rows begin."""
    room = width - block.section.indent
    broken = len(block.rows) > 1 and any(_set(r.text, block).advance > room for r in block.rows)
    hang = HANG if broken else 0.0
    for n, row in enumerate(block.rows):
        text = _set(row.text, block, room - hang)
        left = block.section.indent + hang
        item = text.item(f"{id}{n}", (left, 0.0), role="sheet", origin=row.origin)
        ink = (_bullet(f"{id}{n}/bullet", left - HANG + 0.9), item) if broken else (item,)
        yield Unit(ink, left + text.advance, _above(text), _below(text), ROW_GAP)


def _bullet(id: str, x: float) -> Marker:
    return Marker(id=id, role="bullet", at=(x, 1.0), size=BULLET, color="muted")


def _options(block: Block, width: float, id: str) -> Iterator[Unit]:
    """Yield options with hanging letters, side by side where short."""
    room = width - block.section.indent
    parts = lettered(block.rows)
    # With the letters upright, whatever they are symbols of elsewhere.
    letters = [typeset(letter, Style(chemistry=True)) for letter, _ in parts]
    widest = max(letter.advance for letter in letters)
    hang = widest + 1.1 if widest else HANG
    across = across_of([hang + _set(body, block).advance for _, body in parts], room)
    step = (room + SIDE_GAP) / across if across > 1 else room
    bodies = [_set(body, block, room - hang if across == 1 else None) for _, body in parts]
    texts = [hung(letter, body, hang, row.text) for letter, body, row in zip(letters, bodies, block.rows)]
    for start in range(0, len(texts), across):
        line = texts[start : start + across]
        ink: list[Item] = []
        for n, text in enumerate(line):
            left = block.section.indent + n * step
            origin = block.rows[start + n].origin
            ink.append(text.item(f"{id}{start + n}", (left, 0.0), role="sheet", origin=origin))
            if not widest:
                ink.append(_bullet(f"{id}{start + n}/bullet", left + 0.9))
        reach = block.section.indent + (len(line) - 1) * step + line[-1].advance
        yield Unit(tuple(ink), reach, max(map(_above, line)), max(map(_below, line)), ROW_GAP)


def across_of(widths: Sequence[float], room: float) -> int:
    """Return how many options stand side by side: all if they fit, else a number that leaves no lone one."""
    count = len(widths)
    for across in [
        n for n in range(min(count, 6), 1, -1) if n == count or count % n == 0 or (n > 2 and count > 6)
    ]:
        if max(widths) <= (room + SIDE_GAP) / across - SIDE_GAP:
            return across
    return 1


def hung(letter: SetText, body: SetText, hang: float, source: str) -> SetText:
    """Return a letter and what follows it as one text, the body's lines all starting behind the letter."""
    left, bottom, right, top = body.extent
    runs = (*letter.runs, *(run.model_copy(update={"x": run.x + hang}) for run in body.runs))
    rules = tuple((a + hang, b, c + hang, d) for a, b, c, d in body.rules)
    extent: Rect = (left + hang, bottom, right + hang, top)
    if letter.runs:
        a, b, c, d = letter.extent
        extent = (min(a, extent[0]), min(b, bottom), max(c, extent[2]), max(d, top))
    ascent, descent = max(letter.ascent, body.ascent), max(letter.descent, body.descent)
    return SetText(source, runs, rules, extent, body.advance + hang, ascent, descent)


def _above(text: SetText) -> float:
    return max(text.ascent, text.extent[3])


def _below(text: SetText) -> float:
    return max(text.descent, -text.extent[1])


# Columns


def height_of(units: Sequence[Unit]) -> float:
    """Return the height of units one below the other."""
    return sum(u.above + u.below + (u.before if n else 0.0) for n, u in enumerate(units))


def column(units: Sequence[Unit]) -> Piece:
    """Return units one below the other, with their top left corner at (0, 0)."""
    from .moving import all_moved

    items: list[Item] = []
    y = 0.0
    for n, unit in enumerate(units):
        y -= (unit.before if n else 0.0) + unit.above
        items += all_moved(unit.ink, 0.0, y)
        y -= unit.below
    return Piece(tuple(items), (0.0, y, max((u.width for u in units), default=0.0), 0.0))


def columns(units: Sequence[Unit], count: int, width: float) -> Piece:
    """Return units in columns of a width, as even in height as their order allows."""
    pieces = [column(part) for part in split(units, count)]
    step = width + COLUMN_GAP
    moved = [piece.at(n * step, -piece.height) for n, piece in enumerate(pieces)]
    items = tuple(i for piece in moved for i in piece.items)
    return Piece(items, (0.0, min(p.box[1] for p in moved), max(p.box[2] for p in moved), 0.0))


def split(units: Sequence[Unit], count: int, taken: float = 0.0) -> list[Sequence[Unit]]:
    """Split units into columns, the tallest as low as can be, a head never last and a block seldom torn.

    `taken` is what the first column holds already, in millimetres.
    """
    if count <= 1 or len(units) < 2:
        return [units]
    ends = [n for n in range(0 if taken else 1, len(units)) if n == 0 or not units[n - 1].leads]
    best = min(ends, key=lambda n: _badness(units[:n], units[n:], count, taken), default=len(units))
    first, rest = units[:best], units[best:]
    return [first, *split(rest, count - 1)]


def _badness(first: Sequence[Unit], rest: Sequence[Unit], count: int, taken: float) -> float:
    """Rate a first column: by the tallest of all, and by whether a block is torn."""
    tallest = max(taken + height_of(first), height_of(rest) / (count - 1))
    return tallest + (rest[0].tie if first else 0.0)


@lru_cache(maxsize=1)
def line_height() -> float:
    """Return the height of a line of a row, in millimetres."""
    text = typeset("x\nx", Style(leading=LINE))
    return text.ascent + text.descent - typeset("x").ascent - typeset("x").descent
