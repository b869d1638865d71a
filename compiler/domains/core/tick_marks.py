"""Drawing ticks: a short stroke across the axis and its number where no other ink is in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ....dsl.scene import Rect, Stroke
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...shapes import XY
from ...targets import Fixed
from .windows import clip_segment

HALF = 0.7
GAP = 1.2
SIZE = 8.0
GLYPH = (1.6, 2.2)
"""Rough width of a character and height of a line at `SIZE`, in millimetres."""
STROKE = Stroke(width=0.22)


@dataclass(frozen=True)
class Tick:
    """A place on an axis, in data units, and what is written there."""

    at: float
    text: str
    stated: bool = False
    """Whether its author asked for it: then it is written even where it is crowded."""


def draw_ticks(across: Iterable[Tick], up: Iterable[Tick], crossing: XY, pen: Pen) -> None:
    """Draw the ticks of both axes."""
    ink = tuple(_other_ink(pen))
    frame = pen.solution.poser.frame
    for tick in across:
        x = frame.place(tick.at, 0.0)[0]
        at = (x, crossing[1])
        pen.line([(x, at[1] - HALF), (x, at[1] + HALF)], role="tick", stroke=STROKE)
        _write(tick, _beside_x(at), ink, pen)
    for tick in up:
        y = frame.place(0.0, tick.at)[1]
        at = (crossing[0], y)
        pen.line([(at[0] - HALF, y), (at[0] + HALF, y)], role="tick", stroke=STROKE)
        _write(tick, _beside_y(at), ink, pen)


def draw_zero(at: XY, pen: Pen) -> None:
    """Write one 0 for both axes into a free corner of their crossing."""
    x, y = at
    corners = (
        Fixed((x - GAP, y - GAP), "top right"), Fixed((x + GAP, y - GAP), "top left"),
        Fixed((x - GAP, y + GAP), "bottom right"), Fixed((x + GAP, y + GAP), "bottom left"),
    )  # fmt: skip
    _write(Tick(0.0, "0"), corners, tuple(_other_ink(pen)), pen)


def _beside_x(at: XY) -> tuple[Fixed, ...]:
    x, y = at
    return (
        Fixed((x, y - GAP), "top"), Fixed((x + GAP, y - GAP), "top left"), Fixed((x - GAP, y - GAP), "top right"),
        Fixed((x, y + GAP), "bottom"), Fixed((x + GAP, y + GAP), "bottom left"), Fixed((x - GAP, y + GAP), "bottom right"),
    )  # fmt: skip


def _beside_y(at: XY) -> tuple[Fixed, ...]:
    x, y = at
    return (
        Fixed((x - GAP, y), "right"), Fixed((x - GAP, y + GAP), "bottom right"), Fixed((x - GAP, y - GAP), "top right"),
        Fixed((x + GAP, y), "left"), Fixed((x + GAP, y + GAP), "bottom left"), Fixed((x + GAP, y - GAP), "top left"),
    )  # fmt: skip


def _write(tick: Tick, places: tuple[Fixed, ...], ink: tuple[tuple[XY, XY], ...], pen: Pen) -> None:
    """Write a tick's number at the first place that no ink crosses; a number nobody asked for may go."""
    free = next((place for place in places if not _crossed(_box(tick.text, place), ink)), None)
    if free is not None or tick.stated:
        pen.label(tick.text, free or places[0], role="tick", size=SIZE, may_lead=False)


def _box(text: str, place: Fixed) -> Rect:
    """Return roughly where a text comes to stand."""
    width, height = GLYPH[0] * len(text.strip("$").replace("\\pi", "p")), GLYPH[1]
    x, y = place.at
    left = x if "left" in place.align else x - width if "right" in place.align else x - width / 2
    bottom = y if "bottom" in place.align else y - height if "top" in place.align else y - height / 2
    return (left - 0.4, bottom - 0.4, left + width + 0.4, bottom + height + 0.4)


def _crossed(box: Rect, ink: tuple[tuple[XY, XY], ...]) -> bool:
    return any(clip_segment(a, b, box) for a, b in ink)


def _other_ink(pen: Pen) -> Iterator[tuple[XY, XY]]:
    """Yield the pieces of everything drawn but axes."""
    for name, entity in pen.solution.panel.entities.items():
        if entity.kind.frames or entity.kind.draw is None or entity.style.hidden:
            continue
        for line in flattened(outline_of(pen.shape_of(name), pen.view)):
            yield from pairwise(line)
