"""A scene taken apart into texts, marks and grounds, each painted by the real backend at a high resolution.

Marks are what no text may touch: strokes, signs, arrowheads, hatching. Grounds are fills, on which a text
may stand as long as it can be read there; halos and covers are grounds of the paper's colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from ...backends.glyphs import text_outline
from ...backends.options import Options
from ...backends.png import paint
from ...backends.shapes import Leaf, leaves
from ...dsl.scene import XY, Fill, Marker, Path, Scene, Stroke, TextItem
from ...dsl.theme import TEXTBOOK, Theme, theme_named
from .colors import Colors

if TYPE_CHECKING:
    Primitive: TypeAlias = Path | Marker | TextItem

T = TypeVar("T", bound=np.generic)
Coverage: TypeAlias = NDArray[np.float32]
"""How much of each pixel is painted, 0 to 1; row 0 is the top one."""

BLACK, WHITE = "#000000", "#ffffff"
MARK_FILLS: Final = frozenset({"arrowhead", "hatch", "tick", "bullet"})
"""Roles of filled shapes that are signs themselves and no ground to write on."""
MARGIN: Final = 2
"""Pixels around a text's outline that its window takes in."""


@dataclass(frozen=True)
class Window:
    """A rectangle of whole pixels, counted from the picture's lower left corner."""

    left: int
    bottom: int
    right: int
    top: int

    def grown(self, pixels: int) -> Window:
        """Return the window with more pixels on every side."""
        return Window(self.left - pixels, self.bottom - pixels, self.right + pixels, self.top + pixels)

    def shared(self, other: Window) -> Window | None:
        """Return what two windows have in common, or nothing."""
        both = Window(
            max(self.left, other.left), max(self.bottom, other.bottom),
            min(self.right, other.right), min(self.top, other.top),
        )  # fmt: skip
        return both if both.left < both.right and both.bottom < both.top else None

    def rows(self, whole: Window) -> slice:
        """Return the rows of the window in an array of the pixels of a larger one."""
        return slice(whole.top - self.top, whole.top - self.bottom)

    def columns(self, whole: Window) -> slice:
        """Return the columns of the window in an array of the pixels of a larger one."""
        return slice(self.left - whole.left, self.right - whole.left)


class Layers:
    """The parts of one scene, painted when they are asked for."""

    def __init__(self, scene: Scene, scale: float) -> None:
        """Take a scene apart; `scale` is pixels per millimetre."""
        self.theme = theme_named(scene.theme)
        self.scene = scene
        self.scale = scale
        self.leaves: tuple[Leaf, ...] = tuple(leaves(self.scene))
        self.texts = [
            TextLayer(leaf.item, self) for leaf in self.leaves if isinstance(leaf.item, TextItem) and leaf.item.runs
        ]  # fmt: skip
        self.rest = [leaf for leaf in self.leaves if not isinstance(leaf.item, TextItem)]

    @cached_property
    def whole(self) -> Window:
        """The picture as a window."""
        return Window(0, 0, *Options(width_px=self._width_px).pixels(self.scene.width, self.scene.height))

    @property
    def _width_px(self) -> int:
        return max(1, round(self.scene.width * self.scale))

    @cached_property
    def marks(self) -> Coverage:
        """How far pixels are covered by marks that can be seen: what a ground hides is gone."""
        return self.coverage([_as_mark(leaf.item, self.theme) for leaf in self.rest], self.whole)

    @cached_property
    def grounds(self) -> Colors:
        """The colours of the fills alone."""
        return self.colors(
            [ground for leaf in self.rest if (ground := _as_ground(leaf.item, self.theme))], self.whole
        )

    @cached_property
    def finished(self) -> Colors:
        """The whole picture."""
        return self.colors([leaf.item for leaf in self.leaves], self.whole)

    def coverage(self, items: Sequence[Primitive], window: Window) -> Coverage:
        """Paint black items on white and return how much of each pixel of a window they cover."""
        light = self._paint(items, window, WHITE, TEXTBOOK)[:, :, 0]
        return np.asarray(1.0 - light.astype(np.float32) / 255.0, dtype=np.float32)

    def colors(self, items: Sequence[Primitive], window: Window) -> Colors:
        """Paint items on the picture's own background."""
        return self._paint(items, window, self.scene.background, self.theme)

    def all_ink(self, but: TextLayer, window: Window) -> Coverage:
        """Return what marks and all texts but one cover of a window."""
        ink = self.marks[window.rows(self.whole), window.columns(self.whole)].copy()
        for text in self.texts:
            shared = text.window.shared(window) if text is not but else None
            if shared is not None:
                part = ink[shared.rows(window), shared.columns(window)]
                glyphs = text.glyphs[shared.rows(text.window), shared.columns(text.window)]
                np.maximum(part, glyphs, out=part)
        return ink

    def alone(self, leaf: Leaf, window: Window, *, solid: bool) -> Coverage:
        """Return what one piece of the rest covers of a window if nothing hides it, its ground too if `solid`."""
        return self.coverage([_as_mark(leaf.item, self.theme, solid=solid)], window)

    def _paint(self, items: Iterable[Primitive], window: Window, background: str, theme: Theme) -> Colors:
        width, height = window.right - window.left, window.top - window.bottom
        scale = self._width_px / self.scene.width
        offset = (-window.left / scale, -window.bottom / scale)
        placed = tuple(moved(item, offset) for item in items)
        part = Scene(width=width / scale, height=height / scale, items=placed, background=background)
        return paint(part, Options(theme, width_px=width))


class TextLayer:
    """One text of a scene and the pixels that its glyphs cover."""

    def __init__(self, text: TextItem, layers: Layers) -> None:
        """Note where the text stands; it is painted when it is asked for."""
        self.text = text
        self._layers = layers

    @cached_property
    def reach(self) -> Window:
        """The pixels from one end of the glyphs' outlines to the other, wherever they are."""
        points = text_outline(self.text).points * self._layers.scale
        if not len(points):
            return Window(0, 0, 1, 1)
        (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        return Window(floor(left), floor(bottom), ceil(right), ceil(top))

    @cached_property
    def window(self) -> Window:
        """The pixels around the glyphs, within the picture."""
        return self.reach.grown(MARGIN).shared(self._layers.whole) or Window(0, 0, 1, 1)

    @property
    def is_cut(self) -> bool:
        """Whether glyphs reach out of the picture."""
        return self.reach.shared(self._layers.whole.grown(1)) != self.reach

    @cached_property
    def glyphs(self) -> Coverage:
        """How far the text covers each pixel of its window."""
        return self._layers.coverage([self.text.model_copy(update={"color": BLACK})], self.window)

    def seen(self, layer: NDArray[T]) -> NDArray[T]:
        """Return the part of a layer of the whole picture that lies in the text's window."""
        whole = self._layers.whole
        return layer[self.window.rows(whole), self.window.columns(whole)]


def _as_mark(item: Primitive, theme: Theme, *, solid: bool = False) -> Primitive:
    """Return a primitive with what counts as a mark in black and what is a ground in white.

    Dashes count as drawn through. `solid` makes its grounds black too.
    """
    if isinstance(item, Marker):
        return item.model_copy(update={"color": BLACK})
    if not isinstance(item, Path):
        return item
    stroke, fill = item.stroke, item.fill
    if stroke is not None:
        stroke = Stroke(
            color=WHITE if _is_paper(stroke, theme) else BLACK, width=stroke.width, cap=stroke.cap, join=stroke.join
        )  # fmt: skip
    if fill is not None:
        black = solid or item.role in MARK_FILLS
        fill = Fill(color=BLACK if black else WHITE, opacity=1.0 if black else fill.opacity)
    return item.model_copy(update={"stroke": stroke, "fill": fill})


def _as_ground(item: Primitive, theme: Theme) -> Primitive | None:
    """Return what of a primitive is a ground, or nothing; a stroke of the paper's colour is one."""
    if not isinstance(item, Path) or item.role in MARK_FILLS:
        return None
    stroke = item.stroke if item.stroke is not None and _is_paper(item.stroke, theme) else None
    return item.model_copy(update={"stroke": stroke}) if stroke or item.fill else None


def _is_paper(stroke: Stroke, theme: Theme) -> bool:
    return theme.rgb(stroke.color) == theme.rgb("paper")


def moved(item: Primitive, offset: XY) -> Primitive:
    """Return a primitive elsewhere; its place in the order of painting is the caller's."""
    dx, dy = offset
    if isinstance(item, Path):
        points = tuple((x + dx, y + dy) for x, y in item.points) if offset != (0.0, 0.0) else item.points
        return item.model_copy(update={"points": points, "z": 0})
    return item.model_copy(update={"at": (item.at[0] + dx, item.at[1] + dy), "z": 0})
