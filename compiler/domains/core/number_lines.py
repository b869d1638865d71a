"""Number lines and intervals on them: open and closed ends, several intervals one above the other."""

from __future__ import annotations

import math

from ...draw.pen import Pen
from ...expression import Letter
from ...model import Entity, Panel
from ...pose.frame import reached
from ...pose.poser import Poser
from ...shapes import XY, Line, Shape, xy
from ...targets import AlongLine, Fixed
from ...values import Bound, Interval, Listed, Words
from ...vocabulary import Kind, PartOf, Slot, Want
from .equations import EQUATION, bounds_of, finite, number, numbers
from .ticks import multiples, nice_step, numeral
from .windows import window_of

BEYOND = 5.0
LEAST = 6.5
"""Millimetres from one number to the next."""
LEVEL = 6.5
"""Millimetres between intervals that stand one above the other."""
RING = 1.7
DOT = 1.5


def range_of_line(entity: Entity) -> tuple[float, float] | None:
    """Return the stated range of a number line."""
    value = entity.value("range")
    low, high = numbers(value) if isinstance(value, Interval) else (-math.inf, math.inf)
    return (low, high) if math.isfinite(low) and math.isfinite(high) else None


def reach_line(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return how far a number line makes the picture reach: its range, else all intervals and points with room."""
    stated = range_of_line(entity)
    if stated is None:
        ends = finite(x for x, _ in reached(panel))
        endless = any(
            math.isinf(end) for e in panel.entities.values() if (own := ends_of(e)) for end in own[:2]
        )
        spread = max(ends) - min(ends) if ends else 0.0
        room = (max(0.6 * spread, 2.0) if endless else 0.15 * (spread or 4.0)) if ends else 5.0
        stated = (min(ends) - room, max(ends) + room) if ends else (-room, room)
    return ((stated[0], 0.0), (stated[1], 0.0))


def pose_number_line(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a number line over the window."""
    left, _, right, _ = window_of(poser.frame)
    return Line(
        poser.fixed_point(*poser.frame.place(left, 0.0)), poser.fixed_point(*poser.frame.place(right, 0.0))
    )


def draw_number_line(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a number line with arrows at its ends, ticks and numbers."""
    if not isinstance(shape, Line):
        return
    a, b = xy(shape.a), xy(shape.b)
    pen.arrow([(a[0] - BEYOND, a[1]), (b[0] + BEYOND, b[1])], both=not entity.has("right_arrow"), role="axis")
    frame = pen.solution.poser.frame
    for value in _ticks(entity, frame.scales[0], pen):
        x, y = frame.place(value, 0.0)
        pen.line([(x, y - 0.9), (x, y + 0.9)], role="tick", stroke=pen.stroke(width=0.25))
        pen.label(numeral(value), Fixed((x, y - 1.6), "top"), role="tick", size=8.0, may_lead=False)
    for text in entity.texts:
        pen.label(text.text, Fixed((b[0] + BEYOND + 1.0, b[1]), "left"), owner=entity.name)


def _ticks(entity: Entity, scale: float, pen: Pen) -> list[float]:
    stated = entity.value("ticks")
    if isinstance(stated, Listed):
        return finite(n for item in stated.items if (n := number(item)) is not None)
    if entity.has("no_ticks") or entity.style.bare:
        return []
    left, _, right, _ = window_of(pen.solution.poser.frame)
    step = number(stated) or nice_step(LEAST / scale)
    own = _interval_ends(pen)
    others = [
        x
        for x in multiples(step, left, right)
        if all(abs(x - end) * scale > LEAST or x == end for end in own)
    ]
    return sorted({*others, *own})


def _interval_ends(pen: Pen) -> list[float]:
    """Return the finite ends of the intervals of a panel, which are what it is about."""
    found = (ends_of(entity) for entity in pen.solution.panel.entities.values() if entity.kind is INTERVAL)
    return finite(end for ends in found if ends for end in ends[:2])


# Intervals


def ends_of(entity: Entity) -> tuple[float, float, bool, bool] | None:
    """Return low, high and whether each end belongs to the interval; an end at infinity is no end."""
    value = entity.value("range")
    if isinstance(value, Interval):
        low, high = numbers(value)
        opened = entity.has("open")
        return low, high, not (opened or entity.has("left_open")), not (opened or entity.has("right_open"))
    for bound in bounds_of(entity):
        if found := _of_bound(bound):
            return found
    return next((found for text in entity.texts if (found := _of_text(text))), None)


def _of_bound(bound: Bound) -> tuple[float, float, bool, bool] | None:
    low, high, with_low, with_high = -math.inf, math.inf, False, False
    for op, left, right in zip(bound.ops, bound.terms, bound.terms[1:]):
        below, above = (left, right) if op in ("<", "<=") else (right, left)
        if isinstance(above, Letter):
            low, with_low = below.value(), "=" in op
        elif isinstance(below, Letter):
            high, with_high = above.value(), "=" in op
    return (low, high, with_low, with_high) if math.isfinite(low) or math.isfinite(high) else None


def _of_text(text: Words) -> tuple[float, float, bool, bool] | None:
    """Read `[0, 1)`."""
    written = text.text.strip()
    if len(written) < 5 or written[0] not in "[(" or written[-1] not in "])" or written.count(",") != 1:
        return None
    ends = []
    for part, limit in zip(written[1:-1].split(","), (-math.inf, math.inf)):
        try:
            ends.append(float(part.replace("−", "-").strip()))
        except ValueError:
            ends.append(limit)
    return ends[0], ends[1], written[0] == "[", written[-1] == "]"


def reach_interval(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return the finite ends of an interval."""
    found = ends_of(entity)
    return tuple((x, 0.0) for x in finite(found[:2])) if found else ()


def level_of(entity: Entity, panel: Panel) -> int:
    """Return how many intervals of the panel that meet this one lie below it."""
    own = ends_of(entity)
    below = 0
    for other in panel.entities.values():
        if other.name == entity.name or own is None:
            break
        theirs = ends_of(other) if other.kind is entity.kind else None
        below += theirs is not None and theirs[0] <= own[1] and own[0] <= theirs[1]
    return below


def pose_interval(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose an interval on the number line, or above it where another one is in the way."""
    found = ends_of(entity) or (0.0, 1.0, True, True)
    left, _, right, _ = window_of(poser.frame)
    rise = LEVEL * level_of(entity, poser.panel)
    spots = [poser.frame.place(min(max(x, left), right), 0.0) for x in found[:2]]
    first, last = (poser.fixed_point(x, y + rise) for x, y in spots)
    return Line(first, last)


def draw_interval(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw an interval thick, with a dot at an end that belongs to it and a ring at one that does not."""
    found = ends_of(entity)
    if not isinstance(shape, Line) or found is None:
        return
    a, b = xy(shape.a), xy(shape.b)
    thick = pen.stroke(width=0.9)
    ends = [a, b]
    for k, (end, limit, sign) in enumerate(zip((a, b), found[:2], (-1, 1))):
        if not math.isfinite(limit):
            ends[k] = (end[0] + sign * BEYOND, end[1])
            pen.head(ends[k], 180.0 if sign < 0 else 0.0, color=thick.color, size=3.2)
        else:
            pen.dot(end, shape="dot" if found[2 + k] else "ring", size=DOT if found[2 + k] else RING)
            ends[k] = end if found[2 + k] else (end[0] - sign * RING / 2, end[1])
    owner = pen.line(ends, stroke=thick)
    for text in entity.texts:
        pen.label(text.text, AlongLine((a, b), side=1), owner=owner)


NUMBER_LINE = Kind(
    name="number_line", doc="A number line with ticks and numbers; without a range all its intervals and points fit in.",
    slots=(
        Slot("range", Want.RANGE, "the range that is seen: `0..10`", ("x", "domain", "from_to")),
        Slot("ticks", Want.NUMBER, "where ticks stand, or the step between them", ("marks",), many=True, positional=False),
    ),
    aliases=("numberline", "real_line", "number_axis", "number_ray"), traits=("axes", "line"), flags=("no_ticks", "right_arrow"),
    pose=pose_number_line, draw=draw_number_line, reach=reach_line, frames=True, z=4, example="number_line n(0..10)",
)  # fmt: skip
INTERVAL = Kind(
    name="interval", doc="A part of a number line: `1..3` with closed ends unless `open`, `left_open`, `right_open`, "
    "or an inequality: `-1 < x <= 2`, `x > 3`.",
    slots=(
        Slot("range", Want.RANGE, "from where to where", ("x", "from_to", "ends")),
        Slot(EQUATION, Want.BOUND, "an inequality", many=True),
    ),
    traits=("line",), flags=("open", "closed", "left_open", "right_open"), variables=("x",),
    parts=(PartOf("left", "its left end"), PartOf("right", "its right end")),
    pose=pose_interval, draw=draw_interval, reach=reach_interval, companion=lambda entity: "number_line", z=8,
    example="interval i(-1 < x <= 2)",
)  # fmt: skip

KINDS = (NUMBER_LINE, INTERVAL)
