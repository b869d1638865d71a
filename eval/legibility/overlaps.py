"""The pixel test: the text alone and the rest alone, painted at three times the resolution, intersected.

It knows the scene and the backend that paints it and nothing of how texts were placed or audited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import sqrt
from typing import Final

import numpy as np

from ...backends.shapes import Leaf
from ...dsl.scene import XY, Scene
from .colors import contrast, luminance
from .layers import Coverage, Layers, TextLayer, Window

WIDTH_PX: Final = 600
"""The width at which pictures are read."""
OVERSAMPLING: Final = 3
MOST_PIXELS: Final = 30_000_000
"""A picture as thin as a ribbon is tested at a lower resolution."""
SHARED: Final = 0.25
"""A pixel of which two layers cover shares a and b has at least a + b - 1 in common; this much is an overlap."""
GLYPH: Final = 0.5
"""A pixel covered this far belongs to a glyph when grounds are compared."""
TINTS: Final = 2.3
"""Contrast up to which two grounds under one text are tints of one page, and their border no mark."""
HIDDEN: Final = 0.1
"""Share of a text's full pixels that may have another colour: more is painted over."""
OTHER_COLOR: Final = 60


class How(StrEnum):
    """What goes wrong."""

    MARK = "is struck by"
    EDGE = "stands across the edge of"
    TEXT = "overlaps the text"
    COVER = "is painted over by"
    BORDER = "is cut off by"


@dataclass(frozen=True)
class Overlap:
    """A text that shares pixels with something else; `area` in square millimetres, `at` in the picture."""

    text: str
    entity: str
    how: How
    other: str
    area: float
    at: XY

    def __str__(self) -> str:
        x, y = self.at
        return f"`{self.text}` {self.how} {self.other} at ({x:.1f}, {y:.1f}) mm, {self.area:.2f} mm²"


def overlaps(scene: Scene, *, width_px: int = WIDTH_PX) -> tuple[Overlap, ...]:
    """Return every overlap of a text with a mark, a strong edge, another text, a cover or the border.

    >>> overlaps(Scene(width=40, height=30, items=()))
    ()
    """
    return overlaps_in(layers_of(scene, width_px))


def layers_of(scene: Scene, width_px: int = WIDTH_PX) -> Layers:
    """Return a scene taken apart at the resolution of the test."""
    most = sqrt(MOST_PIXELS / (scene.width * scene.height))
    return Layers(scene, min(OVERSAMPLING * width_px / scene.width, most))


def overlaps_in(layers: Layers) -> tuple[Overlap, ...]:
    """Return the overlaps of a scene that was taken apart."""
    return tuple(_Test(layers).run()) if layers.texts else ()


class _Test:
    """One run of the test over a scene."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.per_mm2 = layers.scale**2

    def run(self) -> Iterator[Overlap]:
        for one in self.layers.texts:
            found = [*self._on_marks(one), *self._on_edges(one), *self._on_border(one)]
            yield from found
            if not found:
                yield from self._painted_over(one)
        for one, two in combinations(self.layers.texts, 2):
            yield from self._on_text(one, two)

    def _on_marks(self, one: TextLayer) -> Iterator[Overlap]:
        common = _common(one.glyphs, one.seen(self.layers.marks))
        if common.any():
            yield self._found(one, How.MARK, self._culprits(one, common, of_marks=True), common)

    def _on_edges(self, one: TextLayer) -> Iterator[Overlap]:
        light = luminance(one.seen(self.layers.grounds))
        inside = one.glyphs >= GLYPH
        if not inside.any():
            return
        usual = float(np.median(light[inside]))
        odd = inside & (contrast(light, usual) > TINTS)
        if odd.any():
            common = np.where(odd, one.glyphs, 0.0).astype(np.float32)
            yield self._found(one, How.EDGE, self._culprits(one, common), common)

    def _on_border(self, one: TextLayer) -> Iterator[Overlap]:
        if one.is_cut:
            yield self._found(one, How.BORDER, "the border of the picture", one.glyphs)

    def _painted_over(self, one: TextLayer) -> Iterator[Overlap]:
        full = one.glyphs > 0.98
        own = np.array(self.layers.theme.rgb(one.text.color), dtype=np.int64)
        away = np.abs(one.seen(self.layers.finished).astype(np.int64) - own).max(axis=2)
        lost = full & (away > OTHER_COLOR)
        if lost.sum() > HIDDEN * max(full.sum(), 1):
            common = np.where(lost, one.glyphs, 0.0).astype(np.float32)
            yield self._found(one, How.COVER, self._culprits(one, common), common)

    def _on_text(self, one: TextLayer, two: TextLayer) -> Iterator[Overlap]:
        shared = one.window.shared(two.window)
        if shared is None:
            return
        parts = [text.glyphs[shared.rows(text.window), shared.columns(text.window)] for text in (one, two)]
        common = _common(*parts)
        if common.any():
            yield self._found(one, How.TEXT, _said(two), common, shared)

    def _culprits(self, one: TextLayer, common: Coverage, *, of_marks: bool = False) -> str:
        """Return the entities whose ink, or whose marks only, lie where the overlap is."""
        where = common > 0
        names = [
            _name(leaf)
            for leaf in self.layers.rest
            if leaf.item.role != "halo"
            and (self.layers.alone(leaf, one.window, solid=not of_marks)[where] > SHARED).any()
        ]
        return ", ".join(dict.fromkeys(names)) or "unknown ink"

    def _found(
        self, one: TextLayer, how: How, other: str, common: Coverage, window: Window | None = None
    ) -> Overlap:
        rows, columns = np.nonzero(common) if common.any() else (np.zeros(1), np.zeros(1))
        frame = window or one.window
        at = (
            (frame.left + float(columns.mean()) + 0.5) / self.layers.scale,
            (frame.top - float(rows.mean()) - 0.5) / self.layers.scale,
        )
        entity = one.text.origin.entity if one.text.origin else ""
        return Overlap(one.text.source, entity, how, other, float(common.sum()) / self.per_mm2, at)


def _common(one: Coverage, two: Coverage) -> Coverage:
    """Return how much of each pixel two layers must have in common, where that is enough to count."""
    common = one + two - 1.0
    return np.where(common > SHARED, common, 0.0).astype(np.float32)


def _said(layer: TextLayer) -> str:
    return f"`{layer.text.source}`"


def _name(leaf: Leaf) -> str:
    return f"{leaf.entity} ({leaf.item.role})" if leaf.entity else leaf.item.role
