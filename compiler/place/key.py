"""The numbered key: where a feature has no room for its text, a number in a circle, and the texts in a list.

Source: ISO 6433:2012, part references: all of one size, in circles of one size, listed in their order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from ...dsl.scene import XY, Fill, Item, Path, Rect, Stroke
from ...dsl.theme import WIDTH
from ..typeset import typeset
from .frame import Frame
from .request import LabelRequest

RADII: Final = (1.9, 2.4, 3.1)
"""Of a circle around one, two and three digits (mm)."""
WORTH_A_NUMBER: Final = 1.5
"""A text is this much wider or higher than its number before it pays to put it into the key."""
BESIDE: Final = 5.0
"""Between the figure and its key (mm)."""
ROW_GAP: Final = 1.6
COLUMN_GAP: Final = 5.0
AFTER_NUMBER: Final = 1.4
WIDE_FIGURE: Final = 1.5
"""A figure this much wider than high has its key below, not to its right."""
ROUND: Final = 0.5523
"""Of a cubic curve that stands for a quarter of a circle: its handles, as a share of the radius."""


@dataclass(frozen=True)
class Entry:
    """One text of the key and where its number stands."""

    request: LabelRequest
    center: XY


def number_frame(count: int) -> Frame:
    """Return the frame of the numbers of a key with so many texts."""
    radius = RADII[len(str(count)) - 1]
    return Frame(radius, radius, (0.0, 0.0))


def worth_a_number(frame: Frame) -> bool:
    """Whether a text takes much more room than a number would."""
    return max(frame.half_width, frame.half_height) > WORTH_A_NUMBER * RADII[0]


def key_items(entries: Sequence[Entry], figure: Rect) -> Iterator[Item]:
    """Yield the numbers at the features and the list of what they stand for, beside the figure or below it."""
    radius = number_frame(len(entries)).half_width
    ordered = sorted(entries, key=lambda entry: (-round(entry.center[1] / (4 * radius)), entry.center))
    for number, entry in enumerate(ordered, 1):
        yield from _number(f"{entry.request.id}_number", entry.request, number, entry.center, radius)
    yield from _list([entry.request for entry in ordered], radius, figure)


def _number(id: str, request: LabelRequest, number: int, center: XY, radius: float) -> Iterator[Item]:
    yield Path(
        id=f"{id}_circle", role="key", z=request.z - 1, origin=request.origin, codes="M" + 12 * "C" + "Z",
        points=_circle(center, radius), stroke=Stroke(width=WIDTH.thin, color=request.color), fill=Fill(color="paper"),
    )  # fmt: skip
    text = typeset(str(number))
    at = Frame.of(text).origin(center)
    yield text.item(id, at, role="key", color=request.color, z=request.z, origin=request.origin)


def _circle(center: XY, radius: float) -> tuple[XY, ...]:
    (x, y), r, h = center, radius, ROUND * radius
    return (
        (x + r, y), (x + r, y + h), (x + h, y + r), (x, y + r), (x - h, y + r), (x - r, y + h), (x - r, y),
        (x - r, y - h), (x - h, y - r), (x, y - r), (x + h, y - r), (x + r, y - h), (x + r, y), (x + r, y),
    )  # fmt: skip


def _list(requests: Sequence[LabelRequest], radius: float, figure: Rect) -> Iterator[Item]:
    left, bottom, right, top = figure
    is_wide = right - left > WIDE_FIGURE * (top - bottom)
    heights = [max(2 * radius, request.text.height) + ROW_GAP for request in requests]
    step = 2 * radius + AFTER_NUMBER + max(request.text.width for request in requests) + COLUMN_GAP
    count = (
        int((right - left + COLUMN_GAP) / step) if is_wide else ceil(sum(heights) / max(top - bottom, 1.0))
    )
    rows = ceil(len(requests) / min(max(count, 1), len(requests)))
    x, start = (left, bottom - BESIDE) if is_wide else (right + BESIDE, top)
    y = start
    for row, (request, height) in enumerate(zip(requests, heights)):
        if row and row % rows == 0:
            x, y = x + step, start
        middle = y - (height - ROW_GAP) / 2
        yield from _number(f"{request.id}_entry", request, row + 1, (x + radius, middle), radius)
        yield _entry(request, (x + 2 * radius + AFTER_NUMBER, middle))
        y -= height


def _entry(request: LabelRequest, at: XY) -> Item:
    """Return a text of the list, its left edge and the middle of its height at a point."""
    frame = Frame.of(request.text)
    at = frame.origin(frame.aligned(at, "left"))
    return request.text.item(
        request.id, at, role=request.role, color=request.color, z=request.z, origin=request.origin
    )
