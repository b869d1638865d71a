"""How a picture is composed: margins, width, aspect, the share of its sheet, sizes of type; and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..compiler.page import COLUMN, MARGIN
from ..compiler.place.geometry import bounds, in_paint_order
from ..dsl.scene import MM_PER_POINT, Item, Rect, Scene, TextItem
from ..dsl.theme import TEXT

EVEN = 0.1
"""Millimetres by which the margins of a picture may differ."""
ASPECTS = (0.45, 4.5)
"""Width over height of the narrowest and the flattest picture."""
SHEET = 0.75
"""The largest share of a picture's drawing and sheet that the sheet may take, if the drawing is no mere table."""
SMALL = 900.0
"""Square millimetres of a table of a few cells, which is as large as its texts."""
INDEX = 0.6
"""Scripts are this share of their text at least."""
PIXELS = 600
"""Width at which pictures are usually seen on a screen."""


@dataclass(frozen=True)
class Composition:
    """The measures of one picture, in millimetres, points and pixels."""

    name: str
    width: float
    height: float
    margins: Rect
    drawing: float
    """The area of the box around the drawing."""
    sheet: float
    """The same for what stands beside it."""
    sizes: tuple[float, ...]
    """The type size of each text that is no fraction."""
    least: float
    """The smallest type size, scripts included."""

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    @property
    def share(self) -> float:
        """The share of the sheet."""
        return self.sheet / (self.drawing + self.sheet) if self.drawing else 0.0

    @property
    def pixels(self) -> float:
        """How high the type of most texts is on a picture 600 pixels wide."""
        middle = sorted(self.sizes)[len(self.sizes) // 2] if self.sizes else TEXT.label
        return middle * MM_PER_POINT * PIXELS / self.width


def composition(name: str, scene: Scene) -> Composition:
    """Measure a picture."""
    left, bottom, right, top = bounds(scene.items)
    leaves = list(in_paint_order(scene.items))
    texts = [leaf for leaf in leaves if isinstance(leaf, TextItem) and leaf.runs and leaf.role != "icon"]
    apart = [leaf for leaf in leaves if leaf.id.startswith(("sheet/", "legend/")) and leaf.role != "rule"]
    drawn = [
        leaf
        for leaf in leaves
        if leaf not in apart and leaf.role not in ("title", "caption", "rule", "frame")
    ]
    return Composition(
        name, scene.width, scene.height, (left, bottom, scene.width - right, scene.height - top),
        _area(drawn), _area(apart), tuple(max(run.size for run in text.runs) for text in texts if not text.rules),
        min((run.size for text in texts for run in text.runs), default=TEXT.label),
    )  # fmt: skip


def _area(items: Sequence[Item]) -> float:
    left, bottom, right, top = bounds(items)
    return (right - left) * (top - bottom)


def faults(measured: Composition) -> Iterator[str]:
    """Yield which rules a picture breaks."""
    if max(measured.margins) - min(measured.margins) > EVEN or abs(min(measured.margins) - MARGIN) > EVEN:
        yield f"uneven margins {tuple(round(m, 1) for m in measured.margins)}"
    if measured.width > COLUMN + EVEN:
        yield f"{measured.width:.0f} mm wide, a page's column has {COLUMN:.0f}"
    if not ASPECTS[0] <= measured.aspect <= ASPECTS[1]:
        yield f"an aspect of {measured.aspect:.2f}"
    if measured.share > SHEET and measured.drawing > SMALL:
        yield f"the sheet is {measured.share:.0%} of the picture"
    if min(measured.sizes, default=TEXT.label) < TEXT.label:
        yield f"a text of {min(measured.sizes):.1f} points"
    if measured.least < INDEX * TEXT.label:
        yield f"a script of {measured.least:.1f} points"
