"""What touches, overlaps, stands near or between what: one word for points and boxes alike, by their shapes."""

from __future__ import annotations

from itertools import combinations

from ...arrange.plan import Hint, Inside, Level, Loose, Order
from ...model import Panel, Relation
from ...pose.anchors import center_of
from ...pose.boxes import box_name
from ...pose.poser import Poser
from ...shapes import Box, Circle, Line, Point, Shape
from ...system import Sort
from ...values import Coordinates
from ...vocabulary import Home, Slot, Verb, Want
from .placement import MEMBERS, PLACES, SUBJECT, hold_order, members

REACH = 14.0
"""Distance of centres beyond which things are not near each other, in millimetres."""


def pair_of(relation: Relation) -> tuple[str, str]:
    """Return the names of the subject and the object."""
    first, second = (box_name(relation.value(s.name)) for s in relation.verb.slots[:2])
    return first, second


def slots_of(box: Box[int]) -> tuple[int, int, int, int]:
    """Return the slots of a box: its centre, half its width and half its height."""
    return (box.center.x, box.center.y, box.half_width, box.half_height)


def hold_between(relation: Relation, poser: Poser) -> None:
    """Demand that a point is between two others on their line, or a box between two along the way from one to the other."""
    from ...pose.incidence import hold_between as hold_points

    values = [*relation.values_of("of"), *relation.values_of("ends")]
    shapes = [poser.shape(v) for v in values]
    if len(shapes) != 3 or not any(isinstance(s, Box) for s in shapes):
        hold_points(relation, poser)
        return
    centers = [center_of(s, poser) for s in shapes]
    if None in centers:
        poser.not_geometric(relation)
        return
    middle, first, second = shapes
    if isinstance(middle, Box) and isinstance(first, Box) and isinstance(second, Box):
        hold_order(first, middle, "x", poser, 0.0)
        hold_order(middle, second, "x", poser, 0.0)
        return
    a, b, c = (center for center in centers if center is not None)
    poser.require("collinear", a.x, a.y, b.x, b.y, c.x, c.y)
    poser.require("on_segment", a.x, a.y, b.x, b.y, c.x, c.y, sort=Sort.BOUND)


def arrange_between(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that a box stands between two others, in a row with them."""
    names = [box_name(v) for v in (*relation.values_of("of"), *relation.values_of("ends"))]
    if len(names) != 3:
        return ()
    middle, first, second = names
    return (
        Order("x", first, middle, guessed=True),
        Order("x", middle, second, guessed=True),
        Level("y", first, middle),
        Level("y", middle, second),
    )


def hold_near(relation: Relation, poser: Poser) -> None:
    """Wish that a thing is close to another, or a point about where coordinates say."""
    subject, other = (relation.value(s.name) for s in relation.verb.slots[:2])
    if subject is not None and isinstance(other, Coordinates):
        poser.hint(poser.point(subject), poser.point(other))
        return
    shapes = [
        center_of(poser.shape(v), poser) for s in relation.verb.slots[:2] if (v := relation.value(s.name))
    ]
    found = [c for c in shapes if c is not None]
    if len(found) == 2:
        poser.wish("nearness", found[0].x, found[0].y, found[1].x, found[1].y, poser.constant(REACH))


def arrange_near(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that a box stands beside another."""
    subject, other = pair_of(relation)
    return (Order("x", other, subject, guessed=True), Level("y", other, subject))


def hold_touching(relation: Relation, poser: Poser) -> None:
    """Demand that each thing touches the next."""
    shapes = [poser.shape(v) for v in members(relation)]
    for first, second in zip(shapes, shapes[1:]):
        if not (touch(first, second, poser) or touch(second, first, poser)):
            poser.not_geometric(relation)


def touch(first: Shape[int], second: Shape[int], poser: Poser) -> bool:
    """Demand that two shapes touch from outside; tell whether that can be said of them in this order."""
    match first, second:
        case Box(), Box():
            poser.require("boxes_apart", *slots_of(first), *slots_of(second), poser.constant(0.0))
        case Circle(a, r), Circle(b, s):
            poser.require("tangent_circles_external", a.x, a.y, r, b.x, b.y, s)
        case Circle(c, r), Line(a, b):
            poser.require("tangent_line_circle", a.x, a.y, b.x, b.y, c.x, c.y, r)
        case Point(x, y), Circle(c, r):
            poser.require("on_circle", x, y, c.x, c.y, r)
        case Point(x, y), Line(a, b):
            poser.require("collinear", x, y, a.x, a.y, b.x, b.y)
        case Point(x, y), Box(center, half_width, half_height):
            zero = poser.constant(0.0)
            poser.require("boxes_apart", x, y, zero, zero, center.x, center.y, half_width, half_height, zero)
        case Point(x, y), Point(u, v):
            poser.require("coincident", x, y, u, v)
        case _:
            return False
    return True


def arrange_touching(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that boxes stand side by side without white between."""
    names = [box_name(v) for v in members(relation)]
    pairs = list(zip(names, names[1:]))
    return tuple(h for a, b in pairs for h in (Order("x", a, b, 0.0, guessed=True), Level("y", a, b)))


def hold_centered(relation: Relation, poser: Poser) -> None:
    """Demand that two things have the same centre."""
    centers = [
        center_of(poser.shape(v), poser) for s in relation.verb.slots[:2] if (v := relation.value(s.name))
    ]
    found = [c for c in centers if c is not None]
    if len(found) < 2:
        poser.not_geometric(relation)
        return
    poser.require("coincident", found[0].x, found[0].y, found[1].x, found[1].y)


def arrange_centered(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that two boxes stand over each other."""
    first, second = pair_of(relation)
    return (Inside(first, second), Loose(first, second))


def arrange_loose(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that boxes may overlap."""
    return tuple(Loose(*pair) for pair in combinations([box_name(v) for v in members(relation)], 2))


def hold_overlapping(relation: Relation, poser: Poser) -> None:
    """Demand that each circle overlaps the next without holding it."""
    shapes = [poser.shape(v) for v in members(relation)]
    for first, second in zip(shapes, shapes[1:]):
        match first, second:
            case Circle(a, r), Circle(b, s):
                least = poser.defined("difference", r, s)
                most = poser.defined("sum2", r, s)
                reach = poser.defined("distance", a.x, a.y, b.x, b.y)
                poser.require("greater", most, reach, sort=Sort.BOUND)
                poser.require("greater", reach, least, sort=Sort.BOUND)
            case Box(), Box():
                poser.wish("nearness", *_middle(first), *_middle(second), first.half_width)


def _middle(box: Box[int]) -> tuple[int, int]:
    return (box.center.x, box.center.y)


def measure_gap(relation: Relation, poser: Poser) -> int:
    """Return the white between two things: boxes by their nearest sides, else centre to centre."""
    shapes = [poser.shape(v) for v in members(relation)]
    if len(shapes) == 2 and isinstance(shapes[0], Box) and isinstance(shapes[1], Box):
        return poser.defined("boxes_apart", *slots_of(shapes[0]), *slots_of(shapes[1]), name="gap")
    centers = [c for s in shapes if (c := center_of(s, poser)) is not None]
    if len(shapes) == 2 and isinstance(shapes[0], Circle) and isinstance(shapes[1], Circle):
        (a, r), (b, s) = ((c.center, c.radius) for c in shapes if isinstance(c, Circle))
        radii = poser.defined("sum2", r, s)
        return poser.defined("difference", poser.defined("distance", a.x, a.y, b.x, b.y), radii, name="gap")
    if len(centers) != 2:
        poser.not_geometric(relation)
        return poser.free("gap", 10.0)
    return poser.defined("distance", centers[0].x, centers[0].y, centers[1].x, centers[1].y, name="gap")


VERBS = (
    Verb(
        name="between", doc="A point is between two others on their line; a thing stands between two others.",
        slots=(SUBJECT, Slot("ends", (Want.PATH, *PLACES), "the others", ("from_to",), many=True)), aliases=("midway", "strictly_between", "in_between"),
        home=Home.LAYOUT, hold=hold_between, arrange=arrange_between, example="between(B, A, C)",
    ),
    Verb(
        name="touching", doc="Each thing touches the next.", slots=(MEMBERS,), aliases=("touches", "attached_to", "adjacent", "in_contact", "contact", "attached", "adjoins"),
        home=Home.LAYOUT, hold=hold_touching, arrange=arrange_touching, example="touching(a, b)",
    ),
    Verb(
        name="centered_on", doc="A thing has its centre where another has it.", slots=(SUBJECT, Slot("on", PLACES, "the other", required=True)),
        aliases=("at", "located_at", "centered_in", "centred_on", "center", "centered", "concentric_with"), home=Home.LAYOUT, hold=hold_centered, arrange=arrange_centered,
        example="centered_on(a, b)",
    ),
    Verb(
        name="near", doc="A thing stands close to another, or a point roughly where coordinates say: where nothing else decides.", slots=(SUBJECT, Slot("to", PLACES, "the other, or coordinates `(x, y)`", required=True)), aliases=("close_to", "nearby"),
        home=Home.LAYOUT, hold=hold_near, arrange=arrange_near, distributes=True, example="near(a, b)",
    ),
    Verb(
        name="overlapping", doc="Things may, and circles do, overlap.", slots=(MEMBERS,), aliases=("overlaps", "overlap"), home=Home.LAYOUT,
        hold=hold_overlapping, arrange=arrange_loose, example="overlapping(a, b)",
    ),
    Verb(
        name="gap", doc="The white between two things.", slots=(MEMBERS,), aliases=("spacing", "clearance"), home=Home.CONSTRAINTS,
        dimension="length", measure=measure_gap, example="gap(a, b) == 5 mm",
    ),
)  # fmt: skip
