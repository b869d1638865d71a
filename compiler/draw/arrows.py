"""Arrowheads that lie on their curves, and that keep clear of markers and of other ink.

A head is straight, as printers' types are: its tip and its tail lie on the curve, so that the line enters it in
its middle. Where a curve bends too much for that, the head is smaller.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from ...dsl.scene import Item, Marker, Path, Stroke
from ..shapes import XY, along, heading
from .courses import Course, course_of
from .paths import ARROW_LENGTH, Outline, arrowhead, flattened

if TYPE_CHECKING:
    from .pen import Canvas, Pen

INSIDE = 0.7
"""How far into its arrowhead a line runs, as a share of the head's length."""
WIDTH = 0.66
"""Width over length of an arrowhead."""
SLIMMEST = 0.36
"""Width over length of the slimmest, for arrows that come to one place from about one direction."""
MOST = 0.45
"""Of an arrow's length that a head takes at most."""
THIN = 0.22
"""Of a head that is small because its arrow is short, the width of the line at most."""
BOW = 0.1
"""How far, as a share of its length, the curve may leave the axis of a head."""
SMALLEST = 0.55
"""The share of its size to which a head on a tight bend shrinks at most."""
ON = 0.05
"""A tip this close to the middle of a marker (mm) points at it."""
ROOM = 2.6
"""Millimetres from the middle of an arrowhead on a line to other ink; more is no better."""
LONG = 60.0
"""Closed curves longer than this (mm) show their sense twice."""
TRIES = tuple(sign * 0.04 * k for k in range(10) for sign in ((1, -1) if k else (1,)))
"""How far, as shares of a curve, its arrowhead may stand from the usual place."""

Pull: TypeAlias = tuple[float, float]
"""Millimetres by which an arrow ends before the two ends of its course."""


@dataclass(frozen=True)
class Tip:
    """An arrowhead: where its tip is, in which direction (degrees) it points, and its length."""

    at: XY
    direction: float
    size: float
    width: float = WIDTH
    """As a share of its length."""

    @property
    def outline(self) -> Outline:
        """The filled outline."""
        return arrowhead(self.at, self.direction, length=self.size, width=self.width * self.size)


@dataclass(frozen=True)
class Arrow:
    """An arrow as it was drawn: the ids of its line (if it is one path) and of its heads, and what they were made of."""

    course: Course
    size: float
    end: str
    start: str = ""
    body: str = ""


@dataclass(frozen=True)
class Sense:
    """An arrowhead on a line: its id, the course in its direction, and the share of it at which it would best stand."""

    head: str
    course: Course
    share: float
    size: float


def head_size(stroke: Stroke) -> float:
    """Return the length of an arrowhead that is plainly wider than its line."""
    return ARROW_LENGTH * max(1.0, stroke.width / 0.45)


def tip_on(course: Course, way: float, size: float) -> Tip:
    """Return the arrowhead whose tip is some millimetres from the start of a course and which lies along it."""
    corner = max((c for c in course.corners if c < way - 0.1), default=0.0)
    tip, least = course.at(way), SMALLEST * size
    while (
        (tail := course.at(max(way - size, corner))) and size > least and _bow(course, way, size) > BOW * size
    ):
        size = max(least, 0.92 * size)
    return Tip(tip, heading(tail, tip), size)


def _bow(course: Course, way: float, size: float) -> float:
    """Return how far a course leaves its chord over the last millimetres of a way."""
    tip, tail = course.at(way), course.at(way - size)
    return max(math.dist(course.at(way - s * size), along(tip, tail, s)) for s in (0.3, 0.5, 0.7))


def draw_arrow_along(
    pen: Pen, outline: Outline, *, both: bool = False, role: str = "arrow", stroke: Stroke
) -> str:
    """Draw an open outline as an arrow that ends where it ends; a closed one whole, with its sense on it."""
    course = course_of(outline)
    if course.is_closed:
        id = pen.path(outline, role=role, stroke=stroke)
        draw_sense_on(pen, course, 0.5, stroke=stroke)
        return id
    if course.length < 1e-6:
        return ""
    size = min(head_size(stroke), MOST * course.length)
    arrow = Arrow(course, size, "end", "start" if both else "")
    body, tips = made(arrow, (0.0, 0.0))
    if size < head_size(stroke):
        stroke = stroke.model_copy(update={"width": min(stroke.width, THIN * size)})
    id = pen.path(body, role=role, stroke=stroke)
    heads = [pen.head(tip, color=stroke.color) for tip in tips]
    pen.canvas.arrows.append(replace(arrow, body=id, end=heads[0], start=heads[1] if both else ""))
    return id


def draw_sense_on(
    pen: Pen, course: Course, share: float, *, backward: bool = False, stroke: Stroke | None = None
) -> None:
    """Draw an arrowhead in the middle of a line, about a share of its length; two on a long closed one."""
    stroke = stroke or pen.stroke()
    size = min(head_size(stroke), MOST * course.length)
    run, share = (course.reversed, 1 - share) if backward else (course, share)
    shares = (share, (share + 0.5) % 1) if course.is_closed and course.length > LONG else (share,)
    for place in shares:
        head = pen.head(_middle(run, place, size), color=stroke.color)
        pen.canvas.senses.append(Sense(head, run, place, size))


def _middle(course: Course, share: float, size: float) -> Tip:
    """Return the arrowhead whose middle is at a share of a course."""
    way = share * course.length + size / 2
    return tip_on(course, min(max(way, size), course.length), size)


def made(arrow: Arrow, pull: Pull) -> tuple[Outline, list[Tip]]:
    """Return the line and the heads (the end's first) of an arrow that ends before the ends of its course."""
    course, length = arrow.course, arrow.course.length
    size = min(arrow.size, MOST * max(length - sum(pull), 1.0))
    tips = [tip_on(course, length - pull[1], size)]
    last, first = length - pull[1] - INSIDE * tips[0].size, pull[0]
    if arrow.start:
        tips.append(tip_on(course.reversed, length - pull[0], size))
        first += INSIDE * tips[1].size
    return course.cut(first, last), tips


# After all else is drawn


def settled(canvas: Canvas) -> list[Item]:
    """Return the ink of a panel with the tips of arrows at the edges of markers, and the heads on lines clear of other ink."""
    markers = [item for item in canvas.items if isinstance(item, Marker)]
    changed: dict[str, Outline] = {}
    widths = _slimmed(canvas.arrows)
    for arrow in canvas.arrows:
        ends = arrow.course.at(0.0), arrow.course.at(arrow.course.length)
        pull = (reach_of_mark(ends[0], markers) if arrow.start else 0.0, reach_of_mark(ends[1], markers))
        pull = pull if sum(pull) < 0.5 * arrow.course.length else (0.0, 0.0)
        heads = (arrow.end, arrow.start)
        if any(pull) or not widths.keys().isdisjoint(heads):
            body, tips = made(arrow, pull)
            slim = (replace(tip, width=widths.get(head, WIDTH)) for head, tip in zip(heads, tips))
            changed |= dict(zip(heads, (tip.outline for tip in slim)))
            changed[arrow.body] = body
    changed |= _cleared(canvas)
    return [_with_outline(item, changed) for item in canvas.items]


def _slimmed(arrows: Sequence[Arrow]) -> dict[str, float]:
    """Return the widths of heads that meet at one place, so slim that they lie beside each other."""
    tips = [
        (id, tip_on(course, course.length, arrow.size))
        for arrow in arrows
        for id, course in ((arrow.end, arrow.course), (arrow.start, arrow.course.reversed)) if id
    ]  # fmt: skip
    out: dict[str, float] = {}
    for (id, tip), (other_id, other) in combinations(tips, 2):
        apart = abs((tip.direction - other.direction + 180) % 360 - 180)
        width = max(SLIMMEST, 2 * math.tan(math.radians(min(apart, 90.0) / 2)))
        if math.dist(tip.at, other.at) < ON and width < WIDTH:
            for head in (id, other_id):
                out[head] = min(width, out.get(head, WIDTH))
    return out


def _with_outline(item: Item, changed: dict[str, Outline]) -> Item:
    outline = changed.get(item.id)
    if outline is None or not isinstance(item, Path):
        return item
    return item.model_copy(update={"codes": outline.codes, "points": outline.points})


def reach_of_mark(tip: XY, markers: Sequence[Marker]) -> float:
    """Return the radius of the marker that a tip points at; 0 where there is none."""
    pointed = (_radius(m) for m in markers if math.dist(m.at, tip) < ON)
    return max(pointed, default=0.0)


def _radius(marker: Marker) -> float:
    """Return how far a marker reaches: signs are 0 thick, as arrows point at the place where their strokes meet."""
    if marker.shape in ("cross", "plus"):
        return 0.0
    return marker.size / 2 + (0.175 if marker.shape == "ring" else 0.0)


def _cleared(canvas: Canvas) -> dict[str, Outline]:
    """Return the heads on lines that move to where there is room."""
    if not canvas.senses:
        return {}
    heads = {sense.head for sense in canvas.senses}
    ink = [list(_spots(item)) for item in canvas.items if item.id not in heads]
    out: dict[str, Outline] = {}
    for sense in canvas.senses:
        course = sense.course
        shares = list(_shares(sense))
        tips = [_middle(course, share, sense.size) for share in shares]
        rooms = _rooms([course.at(share * course.length) for share in shares], ink)
        best = max(range(len(tips)), key=lambda k: (round(min(rooms[k], ROOM) * tips[k].size, 3), -k))
        out[sense.head] = tips[best].outline
    return out


def _shares(sense: Sense) -> Iterator[float]:
    for shift in TRIES:
        share = sense.share + shift
        if sense.course.is_closed:
            yield share % 1
        elif not shift or 0.12 < share < 0.88:
            yield share


def _rooms(spots: Sequence[XY], ink: Sequence[Sequence[tuple[XY, XY, float]]]) -> list[float]:
    """Return the room at each spot; ink that runs through all of them is the line itself or lies on it."""
    room = [ROOM] * len(spots)
    for item in ink:
        off = [min((_off(spot, *piece) for piece in item), default=ROOM) for spot in spots]
        if max(off) > 0.1:
            room = [min(pair) for pair in zip(room, off)]
    return room


def _spots(item: Item) -> Iterator[tuple[XY, XY, float]]:
    """Yield the straight pieces of an item's ink with half their width."""
    if isinstance(item, Marker):
        yield item.at, item.at, item.size / 2
    elif isinstance(item, Path) and item.stroke is not None:
        for line in flattened(Outline(item.codes, item.points)):
            for a, b in zip(line, line[1:]):
                yield a, b, item.stroke.width / 2


def _off(spot: XY, a: XY, b: XY, half: float) -> float:
    """Return how far a spot is from the edge of a stroke."""
    ux, uy = b[0] - a[0], b[1] - a[1]
    square = ux * ux + uy * uy
    t = ((spot[0] - a[0]) * ux + (spot[1] - a[1]) * uy) / square if square > 0 else 0.0
    return math.dist(spot, along(a, b, min(max(t, 0.0), 1.0))) - half
