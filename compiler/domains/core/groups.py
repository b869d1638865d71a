"""What holds several things together: frames, braces; and callouts, compass roses."""

from __future__ import annotations

import math

from ....dsl.theme import WIDTH
from ...arrange.plan import Block, Hint, Inside, Tie
from ...draw.linking import drawn_ring, trimmed
from ...draw.outlines import bounds_of
from ...draw.paths import Outline, polyline
from ...draw.pen import Pen
from ...model import Entity, Panel, Relation
from ...pose.boxes import box_name
from ...pose.poser import Poser
from ...shapes import XY, Box, Point, Shape, along, heading, polar, xy
from ...targets import ByPoint, Fixed
from ...values import Direction, Value
from ...vocabulary import Home, Kind, Slot, Verb, Want
from .captions import adopts
from .thing_values import SLOTS
from .things import arrange_thing, draw_thing, extent_of, pose_thing

DEPTH = 3.0
"""How far a brace stands out, in millimetres."""
CLEAR = 1.2
ROSE = 7.0
"""From the middle of a compass to the tip of its needle, in millimetres."""
PLACES = (Want.ENTITY, Want.POINT, Want.LINE)
POINTS = {"N": 90.0, "E": 0.0, "S": 270.0, "W": 180.0}


# Groups


def arrange_group(entity: Entity) -> tuple[Hint, ...]:
    """Return that the members of a group lie in its frame."""
    members = [n for v in entity.values_of("members") if (n := box_name(v))]
    return (*(Inside(n, entity.name) for n in members), *arrange_thing(entity))


# Callouts


def arrange_callout(entity: Entity) -> tuple[Hint, ...]:
    """Return that a callout stands beside what it is about."""
    target = box_name(entity.value("of")) or box_name(entity.value("to"))
    return (Tie(target, entity.name),) if target else ()


def pose_callout(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a callout like a thing; it would rather cover no line of the drawing."""
    shape = pose_thing(entity, poser)
    if isinstance(shape, Box):
        poser.attached.append(shape)
    return shape


def draw_callout(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a text in a thin frame, so that it is no thing among things, with a line to what it is about."""
    target = entity.value("of") or entity.value("to")
    there = pen.shape(target) if target is not None else None
    if there is not None and isinstance(shape, Box) and (end := pen.center(there)) is not None:
        pen.later(entity, lambda: _draw_leader(pen, shape, there, end))
    with pen.thin():
        draw_thing(entity, shape, pen)


def _draw_leader(pen: Pen, box: Box[float], there: Shape[float], end: XY) -> None:
    points = trimmed([xy(box.center), end], (drawn_ring(pen, box), drawn_ring(pen, there)))
    with pen.thin():
        pen.path(polyline(points), role="leader", stroke=pen.stroke())


# Braces


def draw_brace(relation: Relation, pen: Pen) -> None:
    """Draw a curly brace along a span, its text at its tip."""
    ends = _span([*relation.values_of("of")], pen)
    if ends is None:
        return
    a, b = ends
    side = _side(relation, a, b, pen)
    outline = brace(a, b, side)
    id = pen.path(outline, role="brace", stroke=pen.stroke(width=WIDTH.mark))
    tip = polar(along(a, b, 0.5), DEPTH + CLEAR, heading(a, b) + 90 * side)
    pen.label(pen.words(relation.value("text")), ByPoint(tip, toward=heading(a, b) + 90 * side), owner=id)


def _side(relation: Relation, a: XY, b: XY, pen: Pen) -> int:
    """Return the side of a brace: the one that was said, else the outer one."""
    direction = relation.value("side")
    if isinstance(direction, Direction) and direction.degrees is not None:
        turn = math.sin(math.radians(direction.degrees - heading(a, b)))
        return 1 if turn > 0 else -1
    return pen.outer_side(a, b)


def _span(values: list[Value], pen: Pen) -> tuple[XY, XY] | None:
    """Return the ends of what a brace spans: two places, a line, or the lower edge of boxes."""
    shapes = [pen.shape(v) for v in values]
    if len(shapes) == 2 and all(isinstance(s, Point) for s in shapes):
        ends = [xy(s) for s in shapes if isinstance(s, Point)]
        return ends[0], ends[1]
    boxes = [b for s in shapes if (b := bounds_of(s))]
    if not boxes:
        return None
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    bottom, top = min(b[1] for b in boxes), max(b[3] for b in boxes)
    return (
        ((left, bottom), (right, bottom)) if right - left >= top - bottom else ((right, top), (right, bottom))
    )


def brace(a: XY, b: XY, side: int) -> Outline:
    """Return a curly brace from a to b that points to a side (+1 left of its direction)."""
    theta, out = heading(a, b), heading(a, b) + 90 * side
    length = math.dist(a, b)
    round_ = min(DEPTH / 2, length / 4)
    start, end = polar(a, CLEAR, out), polar(b, CLEAR, out)
    middle = along(start, end, 0.5)
    tip = polar(middle, 2 * round_, out)

    def at(base: XY, across: float, up: float) -> XY:
        return polar(polar(base, across, theta), up, out)

    k = 0.552 * round_
    points = [
        start, at(start, 0, k), at(start, round_ - k, round_), at(start, round_, round_),
        at(middle, -round_, round_), at(middle, -round_ + k, round_), at(tip, 0, -k), tip,
        at(tip, 0, -k), at(middle, round_ - k, round_), at(middle, round_, round_),
        at(end, -round_, round_), at(end, -round_ + k, round_), at(end, 0, k), end,
    ]  # fmt: skip
    return Outline("MCCCLCCCCCCLCCC", tuple(points))


# Compass


def extent_of_rose(entity: Entity, panel: Panel) -> Block | None:
    """Return the room of a compass rose."""
    return Block(entity.name, ROSE + 4.0, ROSE + 4.0) if entity.value("at") is None else None


def pose_rose(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a compass rose as a box of fixed size."""
    at, place = entity.value("at"), poser.places.get(entity.name)
    half = poser.constant(ROSE + 4.0)
    if at is not None or place is None:
        return Box(poser.point(at) if at is not None else poser.paper_point(entity.name), half, half)
    return Box(poser.paper_point(entity.name, place.x, place.y, hinted=True), half, half)


def draw_rose(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a compass rose: a needle to the north, a cross, and the letters of the directions."""
    if not isinstance(shape, Box):
        return
    center = xy(shape.center)
    north = entity.value("north")
    turn = (north.degrees - 90.0) if isinstance(north, Direction) and north.degrees is not None else 0.0
    pen.arrow([polar(center, -ROSE, 90 + turn), polar(center, ROSE, 90 + turn)])
    with pen.thin():
        pen.line([polar(center, -ROSE, turn), polar(center, ROSE, turn)])
    for letter, theta in POINTS.items():
        pen.label(f"$\\mathrm{{{letter}}}$", Fixed(polar(center, ROSE + 2.4, theta + turn)), role="mark")


MEMBERS = Slot(
    "members",
    (Want.ENTITY, Want.POINT),
    "what lies in it",
    ("of_things", "contains", "things", "holds"),
    many=True,
)
GROUP = Kind(
    name="group", doc="A frame around things that belong together, with a heading.", slots=(MEMBERS, *SLOTS),
    aliases=("cluster", "frame", "compartment", "region_box", "subsystem"), traits=("box", "region"), pose=pose_thing, draw=draw_thing,
    extent=extent_of, arrange=arrange_group, adopts=adopts, holds_body=True, z=4, example='group g(a, b, "reactants")',
)  # fmt: skip
CALLOUT = Kind(
    name="callout", doc="A text in a box with a line to what it is about.", slots=SLOTS, aliases=("speech_bubble", "pointer", "annotation"),
    traits=("box",), pose=pose_callout, draw=draw_callout, extent=extent_of, arrange=arrange_callout, adopts=adopts, z=20,
    example='callout c("only here", of = a)',
)  # fmt: skip
COMPASS = Kind(
    name="compass", doc="A compass rose.",
    slots=(
        Slot("at", Want.POINT, "where it is", ("position", "center"), positional=False),
        Slot("north", Want.DIRECTION, "where north is; up by default", positional=False),
        Slot("east", Want.DIRECTION, "where east is", positional=False),
    ),
    aliases=("compass_rose", "north_arrow", "rose"), traits=("box", "compass"), pose=pose_rose, draw=draw_rose, extent=extent_of_rose, z=5,
    example="compass c",
)  # fmt: skip
BRACE = Verb(
    name="brace", doc="A curly brace along a span, with a text at its tip.",
    slots=(
        Slot("of", PLACES, "two places, or the things that it spans", many=True, required=True), Slot("text", (Want.TEXT, Want.MEASURE), "its text", ("label",)),
        Slot("side", Want.DIRECTION, "on which side it stands"),
    ),
    aliases=("curly_brace", "bracket", "underbrace"), home=Home.LABELS, draw=draw_brace, example='brace(A, B, "n terms")',
)  # fmt: skip

KINDS = (GROUP, CALLOUT, COMPASS)
VERBS = (BRACE,)
