"""The page that pictures are made for: what is wider would be shrunk by its reader, and its text with it."""

from __future__ import annotations

from typing import Final

COLUMN: Final = 165.0
"""Millimetres: the width of a page's column of text, which no picture exceeds."""
MARGIN: Final = 4.0
"""White around a picture, on all sides."""
ROOM: Final = COLUMN - 2 * MARGIN
"""The width that all of a picture's ink has."""
READABLE: Final = 112.0
"""The width up to which text is large wherever a picture is shown, a screen 600 pixels wide included: 17 pixels at 9 points."""
