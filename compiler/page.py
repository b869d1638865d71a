"""The page that pictures are made for: what is wider would be shrunk by its reader, and its text with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..dsl.theme import Page, Theme

COLUMN: Final = 165.0
"""Millimetres: the width of a page's column of text, which no picture exceeds."""
MARGIN: Final = 4.0
"""White around a picture, on all sides."""
ROOM: Final = COLUMN - 2 * MARGIN
"""The width that all of a picture's ink has."""
READABLE: Final = 112.0
"""The width up to which text is large wherever a picture is shown, a screen 600 pixels wide included: 17 pixels at 9 points."""
FIGURE: Final = Page(112.0, 84.0)
"""The room of a drawing without its labels: a larger one is drawn smaller."""
CROWDED: Final = Page(138.0, 112.0)
"""The room of a drawing whose labels need more."""
PANEL: Final = Page(66.0, 66.0)
"""The room of each of several drawings side by side."""


@dataclass(frozen=True)
class Rooms:
    """How large each drawing of a picture may be: usually, and where its labels need more."""

    usual: Page
    crowded: Page


def rooms_of(theme: Theme, drawings: int) -> Rooms:
    """Return the room of each of a picture's drawings.

    >>> from diagrammar.dsl.theme import TEXTBOOK
    >>> rooms_of(TEXTBOOK, 1).usual.width, rooms_of(TEXTBOOK, 2).usual.width
    (112.0, 66.0)
    """
    if theme.room is None:
        return Rooms(FIGURE, CROWDED) if drawings == 1 else Rooms(PANEL, PANEL)
    room = Page(theme.room.width / max(1, drawings), theme.room.height)
    return Rooms(room, room)
