"""What meets a text: another text, a line through it or beside it, an area painted over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from ...dsl.scene import Path
from ..place.tone import is_light_area
from .legibility_codes import TEXT_ON_INK, TEXT_ON_TEXT, TIGHT_TEXT
from .painted import Fault, Painted, found, near, said

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TIGHT: Final = 0.17
"""White (mm) between a text and a line below which the two run into each other: a pixel of 600 on 100 mm."""


def texts_on_texts(texts: Sequence[Painted]) -> Iterator[Fault]:
    """Yield the texts that overlap. Emits LAY001."""
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


def text_on_ink(text: Painted, ink: Sequence[Painted]) -> Iterator[Fault]:
    """Yield what other ink does to a text. Emits LAY002 and LAY014."""
    close = [one for one in ink if near(text.box, one.box, TIGHT)]
    if text.leaf.role == "icon":
        # A leader that names a pictogram ends on it.
        close = [one for one in close if one.leaf.role != "leader"]
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
    if not told:
        yield from _tight(text, close)


def _tight(text: Painted, close: Sequence[Painted]) -> Iterator[Fault]:
    """Yield the line that a text nearly touches."""
    if text.leaf.role == "icon":
        return
    for one in close:
        visible = _uncovered(text, one, close)
        if not visible.is_empty and one.line_touches(visible, TIGHT):
            yield found(
                TIGHT_TEXT, f"text {said(text.leaf)} nearly touches {said(one.leaf)}", text.leaf, one.leaf,
                "let the label find its own place, or make room there",
            )  # fmt: skip
            return


def damage(text: Painted, one: Painted, close: Sequence[Painted]) -> str:
    """Return what a piece of ink does to a text, given all ink close to it; or nothing."""
    if one.order > text.order and one.covers and one.area.intersects(text.text):
        return "is painted over by"
    visible = _uncovered(text, one, close)
    if visible.is_empty:
        return ""
    if one.line_touches(visible):
        return "touches"
    if _is_ground(text, one) or not one.area.intersects(visible):
        return ""
    return "touches"


def _uncovered(text: Painted, one: Painted, close: Sequence[Painted]) -> BaseGeometry:
    """Return that part of a text under which a piece of ink is not covered by another."""
    visible = text.text
    for cover in close:
        if cover.covers and one.order < cover.order < text.order:
            visible = visible.difference(cover.area)
    return visible


def _is_ground(text: Painted, one: Painted) -> bool:
    """Whether a fill is something to stand on: light, or all around the text and painted before it."""
    if not isinstance(one.leaf, Path) or one.leaf.fill is None or one.leaf.role == "hatch":
        return False
    if is_light_area(one.leaf):
        return True
    return one.order < text.order and bool(one.area.contains(text.text))
