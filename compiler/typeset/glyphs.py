"""Which font shows a character, and how large its glyph is, measured once per font and character.

Lengths are ems: multiples of the type size.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...dsl.fonts import font_file

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

REPLACEMENT = "\ufffd"
"""What stands for a character that no font has; `check_text` reports it."""

FALLBACKS = {
    "roman": ("roman", "sans", "cjk"),
    "italic": ("italic", "roman", "sans", "cjk"),
    "bold": ("bold", "roman", "sans", "cjk"),
    "bolditalic": ("bolditalic", "bold", "roman", "sans", "cjk"),
    "sans": ("sans", "roman", "cjk"),
    "mono": ("mono", "sans", "roman", "cjk"),
    "icon": ("icon",),
}


class Glyph(NamedTuple):
    """Advance and ink box of one character in one font."""

    font: str
    advance: float
    left: float
    bottom: float
    right: float
    top: float


class Piece(NamedTuple):
    """Characters of one font on a base line, with their advance and ink box."""

    text: str
    font: str
    advance: float
    left: float
    bottom: float
    right: float
    top: float


@cache
def face(font: str) -> "FT2Font":
    """Open the font file of a key."""
    from matplotlib.ft2font import FT2Font

    return FT2Font(str(font_file(font)))


@cache
def glyph(font: str, char: str) -> Glyph | None:
    """Measure a character in exactly this font, or return nothing if the font lacks it."""
    from matplotlib.ft2font import LoadFlags

    opened = face(font)
    index = opened.get_char_index(ord(char))
    if not index:
        return None
    units = opened.units_per_EM
    metrics = opened.load_glyph(index, flags=LoadFlags.NO_SCALE)
    left, bottom, right, top = (edge / units for edge in metrics.bbox)
    return Glyph(font, metrics.horiAdvance / units, left, bottom, right, top)


def is_east_asian(char: str) -> bool:
    """Whether a character is set in the CJK font and may stand at a line's end.

    >>> is_east_asian("静"), is_east_asian("→")
    (True, False)
    """
    code = ord(char)
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xAC00 <= code <= 0xD7A3
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFFEF
        or 0x20000 <= code <= 0x3FFFF
    )


@cache
def find_glyph(style: str, char: str) -> Glyph | None:
    """Return a character's glyph in the first font of a style's chain that has it."""
    chain = ("cjk", "sans") if is_east_asian(char) else FALLBACKS.get(style, (style,))
    return next((found for font in chain if (found := glyph(font, char))), None)


@lru_cache(maxsize=8192)
def pieces(text: str, style: str) -> tuple[Piece, ...]:
    """Return a text as pieces of one font each, in order from x = 0.

    >>> [(piece.text, piece.font) for piece in pieces("x→静", "italic")]
    [('x', 'italic'), ('→', 'roman'), ('静', 'cjk')]
    """
    found: list[Piece] = []
    for char in text:
        shown = find_glyph(style, char) or find_glyph("sans", REPLACEMENT)
        if shown is None:
            continue
        if found and found[-1].font == shown.font:
            found[-1] = _joined(found[-1], char, shown)
        else:
            found.append(
                Piece(char, shown.font, shown.advance, shown.left, shown.bottom, shown.right, shown.top)
            )
    return tuple(found)


def _joined(piece: Piece, char: str, shown: Glyph) -> Piece:
    if shown.right <= shown.left:  # a blank has no ink
        return Piece(
            piece.text + char, piece.font, piece.advance + shown.advance,
            piece.left, piece.bottom, piece.right, piece.top,
        )  # fmt: skip
    if piece.right <= piece.left:
        edges = (piece.advance + shown.left, shown.bottom, piece.advance + shown.right, shown.top)
    else:
        edges = (
            min(piece.left, piece.advance + shown.left),
            min(piece.bottom, shown.bottom),
            max(piece.right, piece.advance + shown.right),
            max(piece.top, shown.top),
        )
    return Piece(piece.text + char, piece.font, piece.advance + shown.advance, *edges)
