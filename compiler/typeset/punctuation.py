"""Chinese punctuation where it stands on the mainland: at the lower left of its square.

The font that ships has the marks of Taiwan, in the middle of their squares; the shapes are the same.
Source: GB/T 15834-2011, General Rules for Punctuation, 5.1.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from .glyphs import Piece, find_glyph, pieces

PLACES: Final = {
    "，": (0.09, -0.12), "。": (0.08, -0.07), "、": (0.07, -0.09), "；": (0.14, -0.1), "：": (0.16, 0.02)
}  # fmt: skip
"""Left and bottom of the ink of a mark in its square, in ems."""


class Part(NamedTuple):
    """A part of a piece and how far its ink is moved, in ems."""

    piece: Piece
    dx: float = 0.0
    dy: float = 0.0


def parts_of(piece: Piece) -> Iterator[Part]:
    """Yield a piece in parts, each punctuation mark by itself."""
    if piece.font != "cjk" or not any(char in PLACES for char in piece.text):
        yield Part(piece)
        return
    plain = ""
    for char in piece.text:
        if char not in PLACES:
            plain += char
            continue
        yield from map(Part, pieces(plain, "cjk"))
        plain = ""
        yield from _mark(char)
    yield from map(Part, pieces(plain, "cjk"))


def _mark(char: str) -> Iterator[Part]:
    shape, (left, bottom) = find_glyph("cjk", char), PLACES[char]
    if shape is not None:
        yield from (Part(p, left - shape.left, bottom - shape.bottom) for p in pieces(char, "cjk"))
