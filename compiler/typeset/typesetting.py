"""Sets texts: from the author's characters to runs and rules in millimetres."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ...dsl.scene import MM_PER_POINT, Rect, Run
from .box import Box, Placed
from .breaking import balanced
from .glyphs import pieces
from .lexicon import NO_SYMBOLS, Lexicon, spoken
from .lines import chunks, join, split_lines, whole
from .nodes import Reading
from .segments import read_text
from .setting import Size
from .style import LABEL, Style
from .text import SetText

ASCENT: Final = 0.72
"""Height of a line above its base line in ems: capitals and a little more."""
DESCENT: Final = 0.22
LINE_GAP, TALL_GAP = 0.12, 0.3
"""Least white between the ink of two lines, and beside lines with fractions and the like, in ems."""
TALL: Final = 1.15
"""Ems of height from which a line is taller than its letters."""


@lru_cache(maxsize=4096)
def read(source: str, chemistry: bool = False, lexicon: Lexicon = NO_SYMBOLS) -> Reading:
    """Read a text once; what it means does not depend on its size."""
    return read_text(source, chemistry=chemistry, lexicon=lexicon)


def typeset(source: str, style: Style = LABEL, *, width: float | None = None) -> SetText:
    """Set a text; with `width` in mm it is broken into balanced lines.

    Never fails: what cannot be set is reported by `check_text`, not here.

    >>> [(run.text, run.font) for run in typeset("v = 5 m/s").runs]
    [('v', 'italic'), ('=', 'roman'), ('5', 'roman'), ('m/s', 'roman')]
    """
    return _set(source, style, None if width is None else round(width, 6), spoken().within(source))


@lru_cache(maxsize=4096)
def _set(source: str, style: Style, width: float | None, lexicon: Lexicon) -> SetText:
    if not source.strip():
        return SetText(source, (), (), (0.0, 0.0, 0.0, 0.0), 0.0, 0.0, 0.0)
    scale = style.size * MM_PER_POINT
    reading = read(source, style.chemistry, lexicon)
    lines = _lines(reading, style, None if width is None else width / scale)
    measure = max(line.width for line in lines)
    placed: list[Box] = []
    y = 0.0
    for number, line in enumerate(lines):
        if number:
            y -= max(style.leading, lines[number - 1].depth + line.height + _white(lines[number - 1], line))
        placed.append(line.at((measure - line.width) * ALIGNMENT[style.align], y))
    ink = [_run(p, scale) for p in _merged(p for box in placed for p in box.ink)]
    rules = tuple(_scaled(rule, scale) for box in placed for rule in box.rules)
    edges = [p.ink for box in placed for p in box.ink if p.piece.right > p.piece.left]
    extent = _scaled(_hull([*edges, *(rule for box in placed for rule in box.rules)]), scale)
    ascent = max(ASCENT, lines[0].height) * scale
    descent = (max(DESCENT, lines[-1].depth) - y) * scale
    return SetText(source, tuple(ink), rules, extent, round(measure * scale, 4), ascent, descent)


def _white(upper: Box, lower: Box) -> float:
    """Return the least white between two lines."""
    return TALL_GAP if any(line.height + line.depth > TALL for line in (upper, lower)) else LINE_GAP


ALIGNMENT: Final = {"left": 0.0, "center": 0.5, "right": 1.0}


def _lines(reading: Reading, style: Style, width: float | None) -> list[Box]:
    size = Size(bold=style.weight == "bold")
    lines: list[Box] = []
    for items in split_lines(reading.items):
        if width is None:
            lines.append(whole(items, size))
        else:
            lines += [join(line) for line in balanced(chunks(items, size), width)]
    return lines


def _merged(placed: Iterable[Placed]) -> list[Placed]:
    """Join pieces that continue each other, so that a word of several nodes is one run."""
    found: list[Placed] = []
    for p in placed:
        last = found[-1] if found else None
        if last is not None and _continues(last, p):
            text = last.piece.text + p.piece.text
            joined = pieces(text, last.piece.font)
            if len(joined) == 1 and joined[0].font == last.piece.font:
                found[-1] = Placed(joined[0], last.scale, last.x, last.y)
                continue
        found.append(p)
    return [p for p in found if p.piece.right > p.piece.left]


def _continues(last: Placed, p: Placed) -> bool:
    return (
        last.piece.font == p.piece.font
        and last.scale == p.scale
        and last.y == p.y
        and abs(last.x + last.piece.advance * last.scale - p.x) < 1e-6
    )


def _run(p: Placed, scale: float) -> Run:
    text = p.piece.text.lstrip()
    blank = len(p.piece.text) - len(text)
    lead = sum(piece.advance for piece in pieces(p.piece.text[:blank], p.piece.font)) if blank else 0.0
    return Run(
        text=text.rstrip(),
        font=p.piece.font,
        size=round(p.scale * scale / MM_PER_POINT, 4),
        x=round((p.x + lead * p.scale) * scale, 4),
        y=round(p.y * scale, 4),
    )


def _scaled(rect: Rect, scale: float) -> Rect:
    left, bottom, right, top = (round(edge * scale, 4) for edge in rect)
    return (left, bottom, right, top)


def _hull(boxes: list[Rect]) -> Rect:
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
