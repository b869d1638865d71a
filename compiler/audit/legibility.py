"""Whether a finished picture can be read: judged on the painted scene alone, not on how it was made."""

from collections.abc import Iterator, Sequence
from typing import Final

from ...dsl.diagnostics import Diagnostic, in_order
from ...dsl.scene import Path, Scene, TextItem
from ..place.geometry import in_paint_order
from ..place.tone import contrast, is_light_area, luminance
from .doubt import doubts
from .legibility_codes import FAINT_TEXT, OFF_CANVAS, SMALL_TEXT, TEXT_ON_INK, TEXT_ON_TEXT
from .painted import TOUCH, Painted, found, near, said

LEAST_SIZE: Final = 7.0
LEAST_INDEX_SIZE: Final = 5.5
INDEX_RATIO: Final = 0.9
"""A run below this share of its text's largest size is an index, an exponent or a part of a fraction."""
LEAST_CONTRAST: Final = 3.0


def legibility(scene: Scene) -> tuple[Diagnostic, ...]:
    """Return what keeps a picture from being read; codes LAY001 to LAY008.

    >>> legibility(Scene(width=40, height=30, items=()))
    ()
    """
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
        how = damage(text, one, close)
        if how and (how, said(one.leaf)) not in told:
            told.add((how, said(one.leaf)))
            yield found(
                TEXT_ON_INK, f"text {said(text.leaf)} {how} {said(one.leaf)}", text.leaf, one.leaf,
                "let the label find its own place, or say a free side (`above`, `below`, `left`, `right`)",
                "if there is no room, put the words into the panel: `note(…)`",
            )  # fmt: skip
    yield from _too_faint(text, close, scene)


def damage(text: Painted, one: Painted, close: Sequence[Painted]) -> str:
    """Return what a piece of ink does to a text, given all ink close to it; or nothing."""
    if one.order > text.order and one.covers and one.area.intersects(text.text):
        return "is painted over by"
    visible = text.text
    for cover in close:
        if cover.covers and one.order < cover.order < text.order:
            visible = visible.difference(cover.area)
    if visible.is_empty:
        return ""
    if one.line_touches(visible):
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
