"""How a picture uses its page: margins, how much of it the drawing fills, where its weight lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from .colors import Colors, differs

EMPTY: Final = 1.5
"""Contrast to the background up to which a pixel counts as empty."""


@dataclass(frozen=True)
class PageUse:
    """Shares of the page's width and height, but for the contrast."""

    left: float
    bottom: float
    right: float
    top: float
    """The empty margins."""
    weight_x: float
    weight_y: float
    """Where the ink's centre of gravity lies off the middle: to the right and upwards."""

    @property
    def fill(self) -> float:
        """The share of the page that the drawing's bounding box covers."""
        return max(1.0 - self.left - self.right, 0.0) * max(1.0 - self.bottom - self.top, 0.0)


def page_use(pixels: Colors) -> PageUse | None:
    """Measure a picture whose background is the commonest colour of its rim; nothing for an empty one."""
    ink = differs(pixels, background(pixels), EMPTY)
    rows, columns = np.nonzero(ink)
    if not len(rows):
        return None
    height, width = ink.shape
    return PageUse(
        left=float(columns.min()) / width, right=1.0 - float(columns.max() + 1) / width,
        top=float(rows.min()) / height, bottom=1.0 - float(rows.max() + 1) / height,
        weight_x=float(columns.mean() + 0.5) / width - 0.5,
        weight_y=0.5 - float(rows.mean() + 0.5) / height,
    )  # fmt: skip


def background(pixels: Colors) -> tuple[int, int, int]:
    """Return the commonest colour of a picture's rim.

    >>> background(np.full((3, 4, 3), 255, dtype=np.uint8))
    (255, 255, 255)
    """
    rim = np.concatenate((pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]))
    return commonest(rim)


def commonest(colors: Colors) -> tuple[int, int, int]:
    """Return the colour that most pixels of a list have."""
    values, counts = np.unique(colors.reshape(-1, 3), axis=0, return_counts=True)
    red, green, blue = values[int(counts.argmax())].tolist()
    return red, green, blue
