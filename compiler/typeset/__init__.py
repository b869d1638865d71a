"""Typesetting: what a label's characters mean, and where each glyph of it stands."""

from .codes import CODES
from .service import (
    boxes,
    check_text,
    glyph_boxes,
    icon_char,
    is_printable,
    rotated_extent,
    set_icon,
    typeset,
)
from .style import LABEL, Style
from .text import SetText

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
