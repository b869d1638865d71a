"""Number lines and intervals on them: open and closed ends, several intervals one above the other."""

from __future__ import annotations

import math

from ....dsl.theme import WIDTH
from ...draw.arrows import INSIDE, Tip
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.frame import reached
from ...pose.poser import Poser
from ...shapes import XY, Line, Nowhere, Several, Shape, xy
from ...targets import AlongLine, Fixed
from ...values import Interval, Listed
from ...vocabulary import Kind, PartOf, Slot, Want
from .codes import EMPTY_SET
from .equations import EQUATION, finite, number, numbers
from .solution_sets import Span, spans_of
from .ticks import multiples, nice_step, numeral
from .windows import window_of

BEYOND = 5.0
LEAST = 6.5
"""Millimetres from one number to the next."""
LEVEL = 6.5
"""Millimetres between intervals that stand one above the other."""
HEAD = 3.2
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
        spans = (span for e in panel.entities.values() if e.kind is INTERVAL for span in spans_of(e))
        endless = any(math.isinf(span.low) or math.isinf(span.high) for span in spans)
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
    marked, numbered = _ticks(entity, frame.scales[0], pen)
    for value in marked:
        x, y = frame.place(value, 0.0)
        pen.line([(x, y - 0.9), (x, y + 0.9)], role="tick", stroke=pen.stroke(width=WIDTH.mark))
    for value in numbered:
        x, y = frame.place(value, 0.0)
        pen.label(numeral(value), Fixed((x, y - 1.6), "top"), role="tick", may_lead=False)
    for text in entity.texts:
        pen.label(text.text, Fixed((b[0] + BEYOND + 1.0, b[1]), "left"), owner=entity.name)


def _ticks(entity: Entity, scale: float, pen: Pen) -> tuple[list[float], list[float]]:
    """Return where ticks stand, and which of them have room for their numbers: the ends of intervals come first."""
    stated = entity.value("ticks")
    if isinstance(stated, Listed):
        told = finite(n for item in stated.items if (n := number(item)) is not None)
        return told, told
    if entity.has("no_ticks") or entity.style.bare:
        return [], []
    left, _, right, _ = window_of(pen.solution.poser.frame)
    step = number(stated) or nice_step(LEAST / scale)
    own = _interval_ends(pen)
    marked = multiples(step, left, right)
    roomy = [x for x in marked if all(abs(x - end) * scale > LEAST or x == end for end in own)]
    return sorted({*marked, *own}), sorted({*roomy, *own})


def _interval_ends(pen: Pen) -> list[float]:
    """Return the finite ends of the intervals of a panel, which are what it is about."""
    entities = pen.solution.panel.entities.values()
    spans = (span for entity in entities if entity.kind is INTERVAL for span in spans_of(entity))
    return finite(end for span in spans for end in (span.low, span.high))


# Intervals


def reach_interval(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return the finite ends of an interval."""
    return tuple((x, 0.0) for span in spans_of(entity) for x in finite((span.low, span.high)))


def level_of(entity: Entity, panel: Panel) -> int:
    """Return how many intervals of the panel that meet this one lie below it."""
    below = 0
    for other in panel.entities.values():
        if other.name == entity.name:
            break
        if other.kind is entity.kind:
            below += any(a & b is not None for a in spans_of(other) for b in spans_of(entity))
    return below


def pose_interval(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose an interval on the number line, or above it where another one is in the way. Emits COR018 for an empty set."""
    spans = spans_of(entity)
    if not spans:
        message = f"`{entity.name}` holds no number that is found"
        hints = [f"for example `{INTERVAL.example}`"]
        poser.diagnostics.append(EMPTY_SET.found(message, entity.span, hints=hints))
        return Nowhere()
    left, _, right, _ = window_of(poser.frame)
    rise = LEVEL * level_of(entity, poser.panel)
    lines = []
    for span in spans:
        spots = [poser.frame.place(min(max(x, left), right), 0.0) for x in (span.low, span.high)]
        first, last = (poser.fixed_point(x, y + rise) for x, y in spots)
        lines.append(Line(first, last))
    return lines[0] if len(lines) == 1 else Several(tuple(lines))


def part_of_interval(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the left or right end of an interval."""
    lines = shape.shapes if isinstance(shape, Several) else (shape,)
    first, last = lines[0], lines[-1]
    if not isinstance(first, Line) or not isinstance(last, Line):
        return None
    return {"left": first.a, "right": last.b}.get(part)


def draw_interval(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw an interval thick, with a dot at an end that belongs to it and a ring at one that does not."""
    lines = shape.shapes if isinstance(shape, Several) else (shape,)
    drawn = [
        (line, _draw_span(span, line, pen))
        for span, line in zip(spans_of(entity), lines)
        if isinstance(line, Line)
    ]
    for text in entity.texts if drawn else ():
        line, owner = max(drawn, key=lambda pair: math.dist(xy(pair[0].a), xy(pair[0].b)))
        pen.label(text.text, AlongLine((xy(line.a), xy(line.b)), side=1), owner=owner)


def _draw_span(span: Span, line: Line[float], pen: Pen) -> str:
    thick = pen.stroke(width=WIDTH.thick)
    ends = [xy(line.a), xy(line.b)]
    if span.low == span.high:
        pen.dot(ends[0], size=DOT)
        return ""
    told = ((span.low, span.with_low, -1), (span.high, span.with_high, 1))
    for k, (limit, closed, sign) in enumerate(told):
        end = ends[k]
        if not math.isfinite(limit):
            tip = (end[0] + sign * BEYOND, end[1])
            pen.head(Tip(tip, 180.0 if sign < 0 else 0.0, HEAD), color=thick.color)
            ends[k] = (tip[0] - sign * INSIDE * HEAD, tip[1])
        else:
            pen.dot(end, shape="dot" if closed else "ring", size=DOT if closed else RING)
            ends[k] = end if closed else (end[0] - sign * RING / 2, end[1])
    return pen.line(ends, stroke=thick)


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
    "or the numbers on which inequalities hold: `-1 < x <= 2`, `x^2 > 4`, `abs(x - 2) <= 3`; in quotes also `[0, 1) ∪ (2, ∞)`.",
    slots=(
        Slot("range", Want.RANGE, "from where to where", ("x", "from_to", "ends")),
        Slot(EQUATION, Want.BOUND, "inequalities, all of which hold", many=True),
    ),
    aliases=("solution_set", "number_set"), traits=("line",), flags=("open", "closed", "left_open", "right_open"), variables=("x", "t", "n", "a", "y"),
    parts=(PartOf("left", "its left end"), PartOf("right", "its right end")),
    pose=pose_interval, part=part_of_interval, draw=draw_interval, reach=reach_interval, companion=lambda entity: "number_line", z=8,
    example="interval i(-1 < x <= 2)",
)  # fmt: skip

KINDS = (NUMBER_LINE, INTERVAL)
