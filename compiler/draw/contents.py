"""What stands in a box: a pictogram, once or counted, over lines of text; its size and its ink."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..shapes import XY
from ..typeset import SetText, Style, set_icon, typeset

if TYPE_CHECKING:
    from .pen import Pen

LINE_GAP = 1.3
"""White between lines of text, in millimetres."""
ICON_GAP = 1.8
WIDEST = 42.0
"""Longer texts are broken into lines of about this width (mm)."""
ICON_SIZES = ((1, 12.0), (4, 8.0), (12, 6.0), (40, 4.0), (200, 2.4))
"""Up to how many copies a pictogram has which size (mm)."""
MOST_COPIES = 200
LINE = Style(align="center")


@dataclass(frozen=True)
class Contents:
    """Texts, centred one below the other, under pictograms in rows."""

    lines: tuple[SetText, ...] = ()
    icon: SetText | None = None
    copies: int = 1

    @property
    def columns(self) -> int:
        """How many pictograms stand in a row."""
        return math.ceil(math.sqrt(1.4 * self.copies)) if self.copies > 3 else self.copies

    @property
    def cell(self) -> float:
        """Distance of neighbouring pictograms."""
        return 1.25 * max(self.icon.width, self.icon.height) if self.icon else 0.0

    @property
    def icon_width(self) -> float:
        """Width of the pictograms."""
        return self.cell * (self.columns - 1) + self.icon.width if self.icon else 0.0

    @property
    def icon_height(self) -> float:
        """Height of the pictograms."""
        rows = math.ceil(self.copies / self.columns)
        return self.cell * (rows - 1) + self.icon.height if self.icon else 0.0

    @property
    def text_height(self) -> float:
        """Height of the texts."""
        return sum(t.height for t in self.lines) + LINE_GAP * max(0, len(self.lines) - 1)

    @property
    def width(self) -> float:
        """Width of everything."""
        return max([self.icon_width, *(t.width for t in self.lines)], default=0.0)

    @property
    def height(self) -> float:
        """Height of everything."""
        between = ICON_GAP if self.icon and self.lines else 0.0
        return self.icon_height + between + self.text_height


def contents_of(texts: Sequence[str], *, icon: str = "", copies: int = 1, wide: float = WIDEST) -> Contents:
    """Set texts, and the pictogram of a word if there is one."""
    lines = tuple(typeset(t, LINE, width=wide) for t in texts if t.strip())
    copies = max(1, min(copies, MOST_COPIES))
    size = next(size for most, size in ICON_SIZES if copies <= most)
    return Contents(lines, set_icon(icon, size) if icon else None, copies)


def draw_contents(pen: Pen, contents: Contents, top: XY) -> None:
    """Draw contents centred below a point."""
    y = top[1]
    if contents.icon is not None:
        for place in _grid(contents):
            pen.text(contents.icon, (top[0] + place[0], y + place[1]), role="icon")
        y -= contents.icon_height + ICON_GAP
    for line in contents.lines:
        left, bottom, right, upper = line.extent
        pen.text(line, (top[0] - (left + right) / 2, y - upper))
        y -= upper - bottom + LINE_GAP


def _grid(contents: Contents) -> Iterator[XY]:
    """Yield the lower left corners of the pictograms, row by row from the top, the last row centred."""
    icon = contents.icon
    assert icon is not None
    left = contents.copies
    for row in range(math.ceil(contents.copies / contents.columns)):
        here = min(left, contents.columns)
        left -= here
        for column in range(here):
            x = contents.cell * (column - (here - 1) / 2) - icon.width / 2
            yield x, -row * contents.cell - icon.height
