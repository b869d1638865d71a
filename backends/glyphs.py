"""Glyph outlines: the characters of a text item as shapes, the same shapes in every format."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from math import cos, radians, sin

import numpy as np
from matplotlib.ft2font import FT2Font, LoadFlags

from ..dsl.fonts import font_file
from ..dsl.scene import MM_PER_POINT, XY, Rect, Run, TextItem
from .outline import CLOSE, LINE, MOVE, Outline, joined

_BOX = np.array([MOVE, LINE, LINE, LINE, CLOSE], dtype=np.uint8)


@dataclass(frozen=True, eq=False)
class Glyph:
    """A character's shape in font units; `advance` is how far the next one stands."""

    font: str
    char: str
    outline: Outline
    advance: float
    missing: bool
    """Whether the font lacks the character; the shape is then the font's own sign for that."""


@dataclass(frozen=True)
class Placed:
    """A glyph with its origin, in millimetres from the origin of its text item, unrotated."""

    glyph: Glyph
    x: float
    y: float
    scale: float
    """Millimetres per font unit."""


@cache
def _face(font: str) -> FT2Font:
    return FT2Font(str(font_file(font)))


def units_per_em(font: str) -> int:
    """Return how many font units make the type size."""
    return int(_face(font).units_per_EM)


@lru_cache(maxsize=16384)
def glyph(font: str, char: str) -> Glyph:
    """Return a character's glyph, unhinted.

    >>> glyph("roman", "A").advance
    722.0
    """
    face = _face(font)
    index = face.get_char_index(ord(char))
    loaded = face.load_glyph(index, flags=LoadFlags.NO_SCALE)
    points, codes = face.get_path()
    # FreeType counts in 64ths of a pixel and Matplotlib divides by 64; unscaled, the 64ths are font units.
    outline = Outline(np.asarray(points, dtype=np.float64) * 64.0, np.asarray(codes, dtype=np.uint8))
    return Glyph(font, char, outline, float(loaded.horiAdvance), missing=index == 0)


def glyphs_of(run: Run) -> Iterator[Placed]:
    """Yield a run's glyphs from left to right, each moved on by the advance of those before it."""
    scale = _scale(run)
    x = run.x
    for char in run.text:
        shape = glyph(run.font, char)
        yield Placed(shape, x, run.y, scale)
        x += shape.advance * scale


def _scale(run: Run) -> float:
    """Return millimetres per font unit."""
    return run.size * MM_PER_POINT / units_per_em(run.font)


def run_outline(run: Run) -> Outline:
    """Return a run's ink as one outline, in millimetres from the origin of its text item, unrotated."""
    return _line_of(run.font, run.text).moved(run.x, run.y, scale=_scale(run))


@lru_cache(maxsize=4096)
def _line_of(font: str, text: str) -> Outline:
    """Return characters side by side, in font units; labels come back often, in other sizes and places."""
    glyphs = [glyph(font, char) for char in text]
    starts = accumulate((shape.advance for shape in glyphs), initial=0.0)
    line = joined([shape.outline for shape in glyphs])
    moves = np.repeat(list(starts)[: len(glyphs)], [len(shape.outline.codes) for shape in glyphs])
    return Outline(line.points + np.column_stack((moves, np.zeros_like(moves))), line.codes)


def text_outline(text: TextItem) -> Outline:
    """Return all ink of a text item, glyphs and rules, as one outline in scene millimetres."""
    parts = [*map(rule_outline, text.rules), *map(run_outline, text.runs)]
    return joined(parts).turned(text.rotation).moved(*text.at)


def base_point(x: float, y: float, text: TextItem) -> XY:
    """Return where a point of a text item, given relative to its origin, lies in the scene."""
    angle = radians(text.rotation)
    return (
        text.at[0] + x * cos(angle) - y * sin(angle),
        text.at[1] + x * sin(angle) + y * cos(angle),
    )


def rule_outline(rule: Rect) -> Outline:
    """Return a rule as a closed box, clockwise as the outlines of TrueType: where both overlap, both are ink."""
    left, bottom, right, top = rule
    corners = [(left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)]
    return Outline(np.array(corners, dtype=np.float64), _BOX)
