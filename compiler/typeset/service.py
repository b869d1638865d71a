"""The typesetter's services, each loaded when it is first asked for: a check of plain texts opens no font."""

from __future__ import annotations

import re
from typing import Final

from ...dsl.diagnostics import Diagnostic
from ...dsl.scene import Rect
from ...dsl.source import Span
from .style import LABEL, Style
from .text import SetText

_PLAIN: Final = re.compile(r"[A-Za-z0-9α-ωΑ-Ω .,;:()\[\]+=/°'?!%×·−–-]*")
"""Texts of these characters alone can always be set."""


def typeset(source: str, style: Style = LABEL, *, width: float | None = None) -> SetText:
    """Set a text; with `width` in mm it is broken into balanced lines.

    Never fails: what cannot be set is reported by `check_text`, not here.
    """
    from .typesetting import typeset

    return typeset(source, style, width=width)


def check_text(source: str, span: Span | None = None) -> tuple[Diagnostic, ...]:
    """Return what in a text cannot be set: codes TXT001 to TXT007."""
    if len(source) < 500 and _PLAIN.fullmatch(source):
        return ()
    from .checking import check_text

    return check_text(source, span)


def is_printable(source: str) -> bool:
    """Whether a text can be set as it is."""
    return not check_text(source)


def icon_char(word: str) -> str | None:
    """Return the pictogram of a word, if the icon set has one."""
    from .icons import icon_char

    return icon_char(word)


def set_icon(word: str, size_mm: float) -> SetText | None:
    """Set the pictogram of a word so that it fits a square of a size in millimetres."""
    from .icons import set_icon

    return set_icon(word, size_mm)


def boxes(text: SetText) -> tuple[Rect, ...]:
    """Return the tight ink boxes of a set text's runs and rules."""
    from .measure import boxes

    return boxes(text)


def glyph_boxes(text: SetText) -> tuple[Rect, ...]:
    """Return the tight ink boxes of a set text's characters and rules."""
    from .measure import glyph_boxes

    return glyph_boxes(text)


def rotated_extent(text: SetText, degrees: float) -> Rect:
    """Return the ink box of a set text that is turned about its origin."""
    from .measure import rotated_extent

    return rotated_extent(text, degrees)
