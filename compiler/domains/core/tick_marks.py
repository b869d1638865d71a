"""Drawing ticks: a short stroke across the axis and its number where no other ink is in the way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from ....dsl.scene import Path, Rect, Stroke
from ....dsl.theme import WIDTH
from ...draw.clipping import clip_segment
from ...draw.outlines import outline_of
from ...draw.paths import Outline, flattened
from ...draw.pen import Pen
from ...shapes import XY, Point, xy
from ...targets import Fixed
from .windows import window_box

Ink: TypeAlias = tuple[tuple[XY, XY], ...]

HALF = 0.7
GAP = 1.4
"""From an axis to its numbers: enough beyond the ticks for none to be read as a minus."""
CLEAR = 0.7
"""Room that a number keeps from all ink."""
SHORT_BY = 0.66
"""How much lower than digits letters such as π are, in millimetres: 0.21 of 9 points."""
SHIFTS = (0.0, 0.5, -0.5, 1.0, -1.0, 1.5, -1.5)
"""How far a number may stand off its tick (mm) before it is taken for another one's, the nearest first."""
GLYPH, SLIM = (1.7, 2.4), 0.9
"""Rough width of a character and height of a line, in millimetres; the width of a point."""
BEHIND = frozenset({"axis", "tick", "grid", "hatch"})
"""Roles of lines that a number may stand beside or upon."""
STROKE = Stroke(width=WIDTH.thin)


@dataclass(frozen=True)
class Tick:
    """A place on an axis, in data units, and what is written there."""

    at: float
    text: str
    stated: bool = False
    """Whether its author asked for it: then it is written even where it is crowded."""


def draw_ticks(across: Iterable[Tick], up: Iterable[Tick], crossing: XY, pen: Pen, ink: Ink) -> None:
    """Draw the ticks of both axes, their numbers clear of other ink."""
    named = _Places(_named_places(pen))
    frame = pen.solution.poser.frame
    left, bottom, _, _ = window_box(frame)
    row: list[tuple[Tick, tuple[Fixed, ...], Fixed]] = []
    for tick in across:
        x, y = frame.place(tick.at, 0.0)[0], crossing[1]
        pen.line([(x, y - HALF), (x, y + HALF)], role="tick", stroke=STROKE)
        if tick.stated or (x, y) not in named:
            row.append((tick, _beside_x((x, y)), Fixed((x, bottom - GAP), "top")))
    column: list[tuple[Tick, tuple[Fixed, ...], Fixed]] = []
    for tick in up:
        x, y = crossing[0], frame.place(0.0, tick.at)[1]
        pen.line([(x - HALF, y), (x + HALF, y)], role="tick", stroke=STROKE)
        if tick.stated or (x, y) not in named:
            column.append((tick, _beside_y((x, y)), Fixed((left - GAP, y), "right")))
    for line in (row, column):
        _write_line(line, ink, pen)


def _write_line(line: list[tuple[Tick, tuple[Fixed, ...], Fixed]], ink: Ink, pen: Pen) -> None:
    """Write the numbers of one axis beside it; at the edge of the window if one that was asked for, or most of them, have no room there."""
    taken: list[Rect] = []
    chosen: list[tuple[Tick, Fixed | None]] = []
    for tick, places, _ in line:
        place = _free(tick, places, ink, taken)
        taken += [_box(tick.text, place)] if place else []
        chosen.append((tick, place))
    lost = sum(place is None for _, place in chosen)
    crowded = any(tick.stated and place is None for tick, place in chosen) or 2 * lost > len(line)
    for (tick, place), (_, _, edge) in zip(chosen, line):
        where = edge if crowded else place
        if where is not None:
            pen.label(tick.text, _on_base_line(tick.text, where), role="tick", may_lead=False)


def _on_base_line(text: str, place: Fixed) -> Fixed:
    """Return a place below an axis lowered for a text without tall signs, such as π, whose top is not that of digits."""
    tall = any(sign.isdigit() or sign.isupper() or sign in "bdfhklt/(" for sign in text.replace("\\pi", "p"))
    if tall or "top" not in place.align:
        return place
    return Fixed((place.at[0], place.at[1] - SHORT_BY), place.align)


def _free(tick: Tick, places: Sequence[Fixed], ink: Ink, taken: Sequence[Rect]) -> Fixed | None:
    """Return the first place that no ink crosses and no other number holds."""
    boxes = [_box(tick.text, place) for place in places]
    left, bottom, right, top = zip(*boxes)
    near = tuple(_touching((min(left), min(bottom), max(right), max(top)), ink))
    for place, box in zip(places, boxes):
        if not _crossed(box, near) and not any(_overlap(box, other) for other in taken):
            return place
    return None


def draw_zero(at: XY, pen: Pen, ink: Ink) -> None:
    """Write one 0 for both axes into a free corner of their crossing."""
    x, y = at
    corners = (
        Fixed((x - GAP, y - GAP), "top right"), Fixed((x + GAP, y - GAP), "top left"),
        Fixed((x - GAP, y + GAP), "bottom right"), Fixed((x + GAP, y + GAP), "bottom left"),
    )  # fmt: skip
    written = [
        _box(request.text, request.target) for request in pen.canvas.texts
        if request.role == "tick" and isinstance(request.target, Fixed)
    ]  # fmt: skip
    place = _free(Tick(0.0, "0"), corners, ink, written)
    if place is not None:
        pen.label("0", place, role="tick", may_lead=False)


def _beside_x(at: XY) -> tuple[Fixed, ...]:
    """Return the places of a number of the x axis: below its tick, moved aside no further than it must, or above."""
    x, y = at
    below = tuple(Fixed((x + shift, y - GAP), "top") for shift in SHIFTS)
    return (
        *below, Fixed((x + GAP, y - GAP), "top left"), Fixed((x - GAP, y - GAP), "top right"),
        Fixed((x, y + GAP), "bottom"), Fixed((x + GAP, y + GAP), "bottom left"), Fixed((x - GAP, y + GAP), "bottom right"),
    )  # fmt: skip


def _beside_y(at: XY) -> tuple[Fixed, ...]:
    """Return the places of a number of the y axis: left of its tick, moved up or down no further than it must, or right."""
    x, y = at
    left = tuple(Fixed((x - GAP, y + shift), "right") for shift in SHIFTS)
    return (
        *left, Fixed((x - GAP, y + GAP), "bottom right"), Fixed((x - GAP, y - GAP), "top right"),
        Fixed((x + GAP, y), "left"), Fixed((x + GAP, y + GAP), "bottom left"), Fixed((x + GAP, y - GAP), "top left"),
    )  # fmt: skip


def _box(text: str, place: Fixed) -> Rect:
    """Return roughly where a text comes to stand."""
    signs = text.strip("$").replace("\\pi", "p")
    width, height = sum(SLIM if sign in ".,/" else GLYPH[0] for sign in signs), GLYPH[1]
    x, y = place.at
    left = x if "left" in place.align else x - width if "right" in place.align else x - width / 2
    bottom = y if "bottom" in place.align else y - height if "top" in place.align else y - height / 2
    return (left - CLEAR, bottom - CLEAR, left + width + CLEAR, bottom + height + CLEAR)


def _overlap(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crossed(box: Rect, ink: Ink) -> bool:
    return any(clip_segment(a, b, box) for a, b in _touching(box, ink))


def _touching(box: Rect, ink: Ink) -> Iterator[tuple[XY, XY]]:
    """Yield the segments that do not lie wholly to one side of a box: few of the hundreds that a curve has."""
    left, bottom, right, top = box
    return (
        (a, b)
        for a, b in ink
        if (a[0] >= left or b[0] >= left) and (a[0] <= right or b[0] <= right)
        and (a[1] >= bottom or b[1] >= bottom) and (a[1] <= top or b[1] <= top)
    )  # fmt: skip


class _Places(tuple[XY, ...]):
    """Places, found again to a tenth of a millimetre."""

    def __contains__(self, place: object) -> bool:
        return isinstance(place, tuple) and any(math.dist(place, p) < 0.1 for p in self)


def _named_places(pen: Pen) -> Iterator[XY]:
    """Yield the points whose own text says where they are: no number is needed at them."""
    for name, entity in pen.solution.panel.entities.items():
        shape = pen.shape_of(name)
        if isinstance(shape, Point) and (pen.relabelled(name) or entity.texts or entity.has("coordinates")):
            yield xy(shape)


def other_ink(pen: Pen) -> Iterator[tuple[XY, XY]]:
    """Yield the pieces of everything drawn but axes, what things draw beside themselves included."""
    for name, entity in pen.solution.panel.entities.items():
        if entity.kind.frames or entity.kind.draw is None or entity.style.hidden:
            continue
        for line in flattened(outline_of(pen.shape_of(name), pen.view)):
            yield from pairwise(line)
    for item in pen.canvas.items:
        if isinstance(item, Path) and item.role not in BEHIND and item.stroke is not None:
            for line in flattened(Outline(item.codes, item.points)):
                yield from pairwise(line)
