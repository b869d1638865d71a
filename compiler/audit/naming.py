"""Whether each letter of a picture names one thing."""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.scene import TextItem
from .legibility_codes import SAME_NAME
from .page import Page, anchor_of
from .painted import Fault, Painted, found, said


def double_names(page: Page) -> Iterator[Fault]:
    """Yield the letters that name a point and also a length, an angle or an area. Emits LAY016."""
    points = {word: text for text in page.texts if (word := _named_point(text))}
    for text in page.texts:
        anchor = anchor_of(text)
        point = points.get(_word(text))
        if point is None or anchor is None or anchor.sort == "spot" or anchor.entity == _word(text):
            continue
        yield found(
            SAME_NAME, f"{said(text.leaf)} names a point and something else, too", text.leaf, point.leaf,
            "give the point another letter, or say `bare` so that it prints none",
        )  # fmt: skip


def _named_point(text: Painted) -> str:
    """Return the letter of a point that prints its own name; nothing for any other text."""
    anchor = anchor_of(text)
    is_point = anchor is not None and anchor.sort == "spot" and anchor.entity == _word(text)
    return _word(text) if is_point else ""


def _word(text: Painted) -> str:
    return text.leaf.source.strip("$ ") if isinstance(text.leaf, TextItem) else ""
