"""Arrows of what happens to a thing: it moves, something acts on it, it turns."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ....dsl.scene import Path
from ...draw.clearance import strokes_on
from ...draw.linking import blocked, draw_link, ring_of, trimmed
from ...draw.outlines import bounds_of
from ...draw.paths import at_fraction, ellipse, flattened
from ...draw.pen import Pen
from ...draw.turning import roomy_arc
from ...model import Relation
from ...shapes import XY, Circle, Line, Point, Shape, Vector, heading, polar, xy
from ...targets import AlongLine, ByPoint, Fixed
from ...values import Chain, Direction, Turn, Value
from ...vocabulary import Home, Slot, Verb, Want

LENGTH = 13.0
"""Of an arrow at a thing, in millimetres."""
BESIDE = 2.6
"""White between a thing and an arrow that runs along it."""
ABREAST = 3.4
"""Distance of arrows at one thing in one direction."""
ALONG = (0.86, 0.9, 0.82, 0.78, 0.94, 0.74, 0.68, 0.6)
"""Where along its line an arc about it may stand, as shares of its length, the usual place first."""
ROOM = 4.2
"""Millimetres around such an arc in which nothing else should be."""
BEFORE_DIMENSIONS = -1.0
"""When the arrow of a rotation is drawn: after the marks of angles, before what is ordered by its length."""
BOLD = 0.5
"""Width of the line of a motion's arrow, to be told from the lines along which things move."""
OFF = 0.8
"""White between the mark of a place and the arrow of its motion."""
ALONGSIDE = 1.0
"""An arrow closer than this to a line that runs along it (mm) cannot be seen."""
FLAT = 0.36
"""Height over width of the ellipse that a turn about a line is seen as."""

PLACES = (Want.ENTITY, Want.POINT, Want.LINE, Want.CIRCLE)
SUBJECT = Slot("of", PLACES, "what moves or is acted on", ("on",), required=True)
HEADING = Slot("direction", Want.DIRECTION, "which way", ("dir", "heading", "toward"))
ROUTE = Slot("path", Want.PATH, "from where to where", ("along", "route"))
VALUE = Slot("value", (Want.MEASURE, Want.TEXT), "what stands beside it", ("text", "label", "by", "speed"))


def said(relation: Relation, pen: Pen) -> str:
    """Return the text of an arrow: its value, or its text."""
    return pen.words(relation.value("value"))


def draw_motion(relation: Relation, pen: Pen) -> None:
    """Draw an arrow at a thing in its direction, or along a path."""
    subject, route = relation.value("of"), relation.value("path")
    assert subject is not None
    direction = relation.value("direction")
    text = said(relation, pen)
    if isinstance(route, Chain) and len(route.ends) > 1:
        _draw_route(pen, route, text)
        return
    if isinstance(direction, Direction) and direction.turn is not None:
        _draw_turn(pen, pen.shape(subject), direction.turn, text)
        return
    shape = pen.shape(subject)
    center = pen.center(shape)
    theta = angle_of(direction, subject, pen)
    if center is None or theta is None:
        if center is not None and text:
            pen.label(text, ByPoint(center))
        return
    points = _place(pen, shape, center, theta)
    id = pen.arrow(points, stroke=pen.stroke(width=BOLD))
    pen.label(text, AlongLine(tuple(points), at=0.62), owner=id)


def angle_of(direction: Value | None, subject: Value, pen: Pen) -> float | None:
    """Return the heading of a direction in degrees, on the solved drawing."""
    if not isinstance(direction, Direction):
        return None
    if direction.degrees is not None:
        return direction.degrees
    center = pen.center(pen.shape(subject))
    for value, turned in ((direction.toward, 0.0), (direction.away, 180.0)):
        there = pen.center(pen.shape(value)) if value is not None else None
        if there is not None and center is not None and math.dist(there, center) > 1e-6:
            return heading(center, there) + turned
    along = pen.shape(direction.along) if direction.along is not None else None
    return heading(xy(along.a), xy(along.b)) if isinstance(along, Line | Vector) else None


def _place(pen: Pen, shape: Shape[float], center: XY, theta: float) -> list[XY]:
    """Return an arrow that starts at a thing's edge, or runs along its side where something is in the way."""
    start = trimmed([center, polar(center, 1e3, theta)], (ring_of(shape), ()))[0]
    rank = sum(abs((b - theta + 180) % 360 - 180) < 5 for b in pen.bearings(center))
    pen.bearings(center).append(theta)
    mark = pen.mark_at(start)
    ahead = [polar(polar(start, mark + OFF if mark else 0.4, theta), rank * ABREAST, theta - 90)]
    ahead.append(polar(ahead[0], LENGTH, theta))
    ink = strokes_on(pen.canvas)
    if not blocked(pen, ahead, shape) and ink.along(ahead[0], ahead[1], ALONGSIDE) < LENGTH / 4:
        return ahead
    sides = [_alongside(shape, center, theta, side, BESIDE + rank * ABREAST) for side in (90, -90)]
    free = [
        points for points in sides
        if not blocked(pen, points, shape) and ink.along(points[0], points[1], ALONGSIDE) < LENGTH / 4
    ]  # fmt: skip
    return min(free, key=lambda points: ink.crossed([(points[0], points[1])]), default=ahead)


def _alongside(shape: Shape[float], center: XY, theta: float, side: float, off: float) -> list[XY]:
    """Return an arrow beside a thing, abreast of its middle; beside a place it starts there."""
    wall = trimmed([center, polar(center, 1e3, theta + side)], (ring_of(shape), ()))[0]
    middle = polar(wall, off, theta + side)
    tail = 0.0 if isinstance(shape, Point) else -LENGTH / 2
    return [polar(middle, tail, theta), polar(middle, tail + LENGTH, theta)]


def _draw_route(pen: Pen, route: Chain, text: str) -> None:
    """Draw arrows from place to place; the text stands at the longest."""
    shapes = [pen.shape(end) for end in route.ends]
    pairs = [
        (a, b, p, q) for a, b in zip(shapes, shapes[1:]) if (p := pen.center(a)) and (q := pen.center(b))
    ]
    longest = max((math.dist(p, q) for *_, p, q in pairs), default=0.0)
    for a, b, p, q in pairs:
        here = text if math.dist(p, q) == longest else ""
        draw_link(pen, (p, q), (a, b), text=here, forward=True)


def draw_rotation(relation: Relation, pen: Pen) -> None:
    """Draw a curved arrow about a point or round a line."""
    direction = relation.value("direction")
    turn = direction.turn if isinstance(direction, Direction) and direction.turn else Turn.CCW
    if any(relation.has(w) for w in ("cw", "clockwise")):
        turn = Turn.CW
    about = relation.value("about") or relation.value("of")
    if about is not None:
        _draw_turn(pen, pen.shape(about), turn, said(relation, pen))


def _draw_turn(pen: Pen, shape: Shape[float], turn: Turn, text: str) -> None:
    if isinstance(shape, Line | Vector):
        _draw_round(pen, _round_line(pen, (xy(shape.a), xy(shape.b)), turn), text)
    elif (center := pen.center(shape)) is not None:
        pen.last(BEFORE_DIMENSIONS, lambda: _draw_round(pen, _round_place(pen, shape, center, turn), text))


def _draw_round(pen: Pen, points: list[XY], text: str) -> None:
    if len(points) < 2:
        return
    id = pen.arrow(points, smooth=True)
    at, _ = at_fraction(points, 0.5)
    middle = ((points[0][0] + points[-1][0]) / 2, (points[0][1] + points[-1][1]) / 2)
    pen.label(text, ByPoint(at, toward=heading(middle, at)), owner=id)


def _round_place(pen: Pen, shape: Shape[float], center: XY, turn: Turn) -> list[XY]:
    """Return an arc about a place, clear of the thing there and, where it can be, of all else."""
    box = bounds_of(shape)
    reach = max(math.dist(center, p) for p in ring_of(shape)) if ring_of(shape) else 0.0
    radius = (
        shape.radius + 2.4
        if isinstance(shape, Circle)
        else 5.0
        if box is None or isinstance(shape, Point)
        else reach + 2.4
    )
    radius, start, end = roomy_arc(pen, center, radius)
    points = [polar(center, radius, start + (end - start) * k / 40) for k in range(41)]
    return points if turn is Turn.CCW else points[::-1]


def _round_line(pen: Pen, ends: tuple[XY, XY], turn: Turn) -> list[XY]:
    """Return a flat arc round a line near its end, open behind it."""
    a, b = ends
    theta = heading(a, b)
    spots = [(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])) for share in ALONG]
    at = min(spots, key=lambda spot: (_crowd(spot, pen), spots.index(spot)))
    ring = flattened(ellipse(at, 4.4, 4.4 * FLAT, theta + 90))[0][:-1]
    first = next(k for k, p in enumerate(ring) if p == max(ring, key=lambda q: _ahead(q, at, theta)))
    turned = [*ring[first:], *ring[:first]]
    points = turned[4 : len(turned) - 3]
    return points if turn is Turn.CCW else points[::-1]


def _crowd(spot: XY, pen: Pen) -> int:
    """Return how much ink and text there is where an arc round a line would stand: ticks, their numbers, curves."""
    ends = [p for item in pen.canvas.items if isinstance(item, Path) for p in item.points]
    texts = [text.target.at for text in pen.canvas.texts if isinstance(text.target, Fixed)]
    return sum(math.dist(spot, p) < ROOM for p in (*ends, *texts))


def _ahead(point: XY, at: XY, theta: float) -> float:
    return (point[0] - at[0]) * math.cos(math.radians(theta)) + (point[1] - at[1]) * math.sin(
        math.radians(theta)
    )


def draw_marks(relation: Relation, pen: Pen) -> None:
    """Draw dots at places, with a text if there is one."""
    text = said(relation, pen)
    for value in relation.values_of("of"):
        for at in _spots(pen.shape(value), pen):
            pen.dot(at)
            pen.label(text, ByPoint(at))


def _spots(shape: Shape[float], pen: Pen) -> Sequence[XY]:
    from ...shapes import Several

    if isinstance(shape, Several):
        return [c for s in shape.shapes if (c := pen.center(s)) is not None]
    center = pen.center(shape)
    return [center] if center is not None else []


MOTION = Verb(
    name="motion", doc="An arrow at a thing in the direction of its motion, or along its path, with a value.",
    slots=(SUBJECT, HEADING, ROUTE, VALUE), aliases=("move", "moves", "displacement", "path_arrow", "travel", "moving"), home=Home.LABELS,
    draw=draw_motion, distributes=True, example="motion(w, down, 5 m)",
)  # fmt: skip
ROTATION = Verb(
    name="rotation", doc="A curved arrow about a point or round an axis.",
    slots=(
        Slot("of", PLACES, "what turns"), Slot("about", PLACES, "the point or axis", ("axis", "around"), positional=False), HEADING,
        VALUE,
    ),
    aliases=("spin", "revolve", "rotate", "turns", "rotates"), flags=("cw", "ccw", "clockwise", "counterclockwise", "anticlockwise"), home=Home.LABELS,
    draw=draw_rotation, example="rotation(wheel, ccw, \"ω\")",
)  # fmt: skip
MARK = Verb(
    name="mark", doc="Dots at places.", slots=(Slot("of", PLACES, "where", ("at",), many=True, required=True), VALUE),
    aliases=("marks", "dots", "mark_point"), home=Home.LABELS, draw=draw_marks, example="mark(A, B)",
)  # fmt: skip

VERBS = (MOTION, ROTATION, MARK)
