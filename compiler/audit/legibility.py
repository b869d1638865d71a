"""Whether a finished picture can be read: judged on the painted scene alone, not on how it was made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ...dsl.diagnostics import Code, Diagnostic, Label, in_order
from ...dsl.scene import Marker, Path, Rect, Scene, TextItem
from ..place.geometry import (
    Leaf,
    bounds,
    fill_shape,
    in_paint_order,
    marker_shape,
    run_boxes,
    stroke_shape,
)
from ..place.tone import contrast, is_light_area, luminance
from .legibility_codes import FAINT_TEXT, OFF_CANVAS, SMALL_TEXT, TEXT_ON_INK, TEXT_ON_TEXT

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOUCH: Final = 0.02
"""Overlap up to this depth (mm) is rounding: a quarter of a pixel at 300 dots per inch."""
LEAST_SIZE: Final = 7.0
LEAST_INDEX_SIZE: Final = 5.5
INDEX_RATIO: Final = 0.9
"""A run below this share of its text's largest size is an index, an exponent or a part of a fraction."""
LEAST_CONTRAST: Final = 3.0


@dataclass(frozen=True)
class Painted:
    """A primitive with its place in the order of painting and its exact outlines, made when asked for."""

    order: int
    leaf: Leaf

    @cached_property
    def box(self) -> Rect:
        """Its painted bounds."""
        return bounds([self.leaf])

    @cached_property
    def text(self) -> "BaseGeometry":
        """What a text paints, shrunk by the tolerance."""
        import shapely

        assert isinstance(self.leaf, TextItem)
        boxes = [shapely.Polygon(corners) for corners in run_boxes(self.leaf)]
        return shapely.union_all([box.buffer(-TOUCH, join_style="mitre") for box in boxes])

    @cached_property
    def line(self) -> "BaseGeometry":
        """What a stroke or a marker paints."""
        return marker_shape(self.leaf) if isinstance(self.leaf, Marker) else stroke_shape(self._path)

    @cached_property
    def area(self) -> "BaseGeometry":
        """What a fill paints."""
        import shapely

        return fill_shape(self.leaf) if isinstance(self.leaf, Path) else shapely.Polygon()

    @property
    def covers(self) -> bool:
        """Whether it hides what was painted before it."""
        return isinstance(self.leaf, Path) and self.leaf.fill is not None and self.leaf.fill.opacity >= 0.98

    @property
    def _path(self) -> Path:
        assert isinstance(self.leaf, Path)
        return self.leaf


def legibility(scene: Scene) -> tuple[Diagnostic, ...]:
    """Return what keeps a picture from being read; codes LAY001 to LAY008.

    >>> legibility(Scene(width=40, height=30, items=()))
    ()
    """
    from .doubt import doubts

    painted = [Painted(order, leaf) for order, leaf in enumerate(in_paint_order(scene.items))]
    texts = [one for one in painted if isinstance(one.leaf, TextItem) and one.leaf.runs]
    ink = [one for one in painted if not isinstance(one.leaf, TextItem)]
    return in_order(
        [
            *_on_text(texts),
            *(finding for text in texts for finding in _on_ink(text, ink, scene)),
            *_off_canvas(painted, scene),
            *(finding for text in texts for finding in _too_small(text)),
            *doubts(texts, ink),
        ]
    )


def said(leaf: Leaf) -> str:
    """Return how a message calls a primitive: a text by its words, other ink by its entity."""
    if isinstance(leaf, TextItem):
        words = " ".join(leaf.source.split())
        return f"`{words if len(words) <= 24 else words[:23] + '…'}`"
    return f"`{leaf.origin.entity}`" if leaf.origin else leaf.role


def found(code: Code, message: str, leaf: Leaf, other: Leaf | None, *hints: str) -> Diagnostic:
    """Report a finding at the statement behind a primitive, with the other one's as a label."""
    span = leaf.origin.span if leaf.origin else None
    labels = []
    if other is not None and other.origin and other.origin.span:
        labels.append(Label(span=other.origin.span, text=f"{said(other)} is drawn here"))
    return code.found(message, span, labels=labels, hints=hints)


def near(one: Rect, two: Rect, margin: float = 0.0) -> bool:
    """Whether two rectangles overlap or are less than `margin` apart.

    >>> near((0, 0, 1, 1), (1.5, 0, 2, 1)), near((0, 0, 1, 1), (1.5, 0, 2, 1), 1)
    (False, True)
    """
    return (
        one[0] - margin < two[2] and two[0] - margin < one[2]
        and one[1] - margin < two[3] and two[1] - margin < one[3]
    )  # fmt: skip


def _on_text(texts: Sequence[Painted]) -> Iterator[Diagnostic]:
    by_left = sorted(texts, key=lambda text: (text.box[0], text.order))
    for at, one in enumerate(by_left):
        for two in by_left[at + 1 :]:
            if two.box[0] > one.box[2]:
                break
            if near(one.box, two.box) and one.text.intersects(two.text):
                first, second = sorted((one, two), key=lambda text: text.order)
                yield found(
                    TEXT_ON_TEXT, f"text {said(first.leaf)} overlaps {said(second.leaf)}",
                    second.leaf, first.leaf,
                    "drop the fixed position of one of them, or say another side (`above`, `left` …)",
                )  # fmt: skip


def _on_ink(text: Painted, ink: Sequence[Painted], scene: Scene) -> Iterator[Diagnostic]:
    close = [one for one in ink if near(text.box, one.box)]
    told = set()
    for one in close:
        how = _damage(text, one, close)
        if how and (how, said(one.leaf)) not in told:
            told.add((how, said(one.leaf)))
            yield found(
                TEXT_ON_INK, f"text {said(text.leaf)} {how} {said(one.leaf)}", text.leaf, one.leaf,
                "let the label find its own place, or say a free side (`above`, `below`, `left`, `right`)",
                "if there is no room, put the words into the panel: `note(…)`",
            )  # fmt: skip
    yield from _too_faint(text, close, scene)


def _damage(text: Painted, one: Painted, close: Sequence[Painted]) -> str:
    """Return what a piece of ink does to a text, or nothing."""
    if one.order > text.order and one.covers and one.area.intersects(text.text):
        return "is painted over by"
    visible = text.text
    for cover in close:
        if cover.covers and one.order < cover.order < text.order:
            visible = visible.difference(cover.area)
    if visible.is_empty:
        return ""
    has_line = isinstance(one.leaf, Marker) or (isinstance(one.leaf, Path) and one.leaf.stroke is not None)
    if has_line and one.line.intersects(visible):
        return "touches"
    if _is_ground(text, one) or not one.area.intersects(visible):
        return ""
    return "touches"


def _is_ground(text: Painted, one: Painted) -> bool:
    """Whether a fill is something to stand on: light, or all around the text and painted before it."""
    if not isinstance(one.leaf, Path) or one.leaf.fill is None or one.leaf.role == "hatch":
        return False
    if is_light_area(one.leaf):
        return True
    return one.order < text.order and bool(one.area.contains(text.text))


def _too_faint(text: Painted, close: Sequence[Painted], scene: Scene) -> Iterator[Diagnostic]:
    assert isinstance(text.leaf, TextItem)
    ground = luminance(scene.background)
    for one in close:
        if (
            one.order < text.order
            and isinstance(one.leaf, Path)
            and one.leaf.fill
            and one.area.contains(text.text)
        ):
            fill = one.leaf.fill
            ground = fill.opacity * luminance(fill.color) + (1 - fill.opacity) * ground
    ratio = contrast(luminance(text.leaf.color), ground)
    if ratio < LEAST_CONTRAST:
        yield found(
            FAINT_TEXT, f"text {said(text.leaf)} has a contrast of {ratio:.1f} : 1", text.leaf, None,
            "give the label or the area behind it another colour: `style(…, color = …)`",
        )  # fmt: skip


def _off_canvas(painted: Sequence[Painted], scene: Scene) -> Iterator[Diagnostic]:
    for one in painted:
        left, bottom, right, top = one.box
        beyond = max(-left, -bottom, right - scene.width, top - scene.height)
        if beyond > TOUCH and (right > left or top > bottom):
            kind = "text " if isinstance(one.leaf, TextItem) else ""
            yield found(
                OFF_CANVAS, f"{kind}{said(one.leaf)} reaches {beyond:.1f} mm out of the picture",
                one.leaf, None,
                "drop the fixed size of the picture, or place it nearer to the rest",
            )  # fmt: skip


def _too_small(text: Painted) -> Iterator[Diagnostic]:
    assert isinstance(text.leaf, TextItem)
    largest = max(run.size for run in text.leaf.runs)
    for run in text.leaf.runs:
        least = LEAST_INDEX_SIZE if run.size < INDEX_RATIO * largest else LEAST_SIZE
        if run.size < least - 1e-6:
            yield found(
                SMALL_TEXT, f"text {said(text.leaf)} is set in {run.size:.1f} pt, below {least:g} pt",
                text.leaf, None,
                "shorten the text, or let the picture be larger",
            )  # fmt: skip
            return
