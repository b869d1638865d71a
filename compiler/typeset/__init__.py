"""Typesetting: what a label's characters mean, and where each glyph of it stands."""

from .checking import check_text, is_printable
from .codes import CODES
from .icons import icon_char, set_icon
from .measure import boxes, glyph_boxes, rotated_extent
from .text import SetText
from .typesetting import LABEL, Style, typeset

__all__ = [
    "CODES",
    "LABEL",
    "SetText",
    "Style",
    "boxes",
    "check_text",
    "glyph_boxes",
    "icon_char",
    "is_printable",
    "rotated_extent",
    "set_icon",
    "typeset",
]
