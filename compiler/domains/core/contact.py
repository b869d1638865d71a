"""What is on, in, around, between or touching what: one word for points and boxes alike, by their shapes."""

from __future__ import annotations

from itertools import combinations

from ...arrange.plan import Axis, Hint, Inside, Level, Loose, Order, Rest
from ...model import Panel, Relation
from ...pose.anchors import center_of
from ...pose.boxes import box_name
from ...pose.edges import edges
from ...pose.poser import Poser
from ...shapes import Arc, Box, Circle, Curve, Ellipse, Line, Point, Polygon, Polyline, Shape
from ...system import Sort
from ...values import PartRef, Value
from ...vocabulary import Home, Slot, Verb, Want
from .placement import MEMBERS, PLACES, SUBJECT, hold_order, members

AXES: tuple[Axis, Axis] = ("x", "y")
PADDING = 1.5
"""White between a box and the edge of what it lies in, in millimetres."""
UPPER = ("top", "surface", "roof", "upper")
"""Parts of a box on which another stands as on the whole."""
REACH = 14.0
"""Distance of centres beyond which things are not near each other, in millimetres."""
ON = Slot(
    "on",
    (Want.LINE, Want.CIRCLE, Want.PATH, Want.ENTITY, Want.POINT),
    "what it is on",
    ("line", "curve", "thing", "top_of"),
    required=True,
)
IN = Slot(
    "in", (Want.ENTITY, Want.CIRCLE, Want.REGION), "what it is in", ("of_circle", "container"), required=True
)


def _pair(relation: Relation) -> tuple[str, str]:
    """Return the names of the subject and the object."""
    first, second = (box_name(relation.value(s.name)) for s in relation.verb.slots[:2])
    return first, second


# On


def hold_on(relation: Relation, poser: Poser) -> None:
    """Demand that points lie on a curve, boxes rest on boxes and lines, centres of boxes lie on orbits."""
    target = relation.value("on")
    assert target is not None
    for value in relation.values_of("of"):
        if not hold_one_on(poser.shape(value), target, poser):
            poser.not_geometric(relation)


def hold_one_on(subject: Shape[int], target: Value, poser: Poser) -> bool:
    """Demand that one shape is on a thing; tell whether that can be said of them."""
    base = poser.shape(target)
    if target in poser.vague_parts:
        return False
    if isinstance(subject, Box):
        return _rest(subject, base, target, poser)
    point = (
        subject
        if isinstance(subject, Point)
        else center_of(subject, poser)
        if isinstance(subject, Circle)
        else None
    )
    return point is not None and _point_on(point, base, target, poser)


def _point_on(point: Point[int], base: Shape[int], target: Value, poser: Poser) -> bool:
    from ...pose.incidence import hold_point_on
    from .curve_points import keep_on, plot_of

    if isinstance(base, Box):
        poser.vague_places.add(point)
        return touch(point, base, poser)
    plot = plot_of(target, poser)
    if plot is not None or isinstance(base, Curve):
        keep_on(point, base, plot, poser)
        return True
    return hold_point_on(point, target, poser)


def _rest(box: Box[int], base: Shape[int], target: Value, poser: Poser) -> bool:
    """Demand that a box rests on another or on a line, or that its centre lies on a curve or is a point."""
    if isinstance(base, Box):
        if poser.lies_in(box, base):
            return True
        poser.equate(edges(box, "y", -1, poser)[0], edges(base, "y", 1, poser)[0])
        _over(box, base, poser)
        return True
    line = poser.line(target)
    if line is not None:
        a, b = line.a, line.b
        away = poser.defined("distance_to_line", box.center.x, box.center.y, a.x, a.y, b.x, b.y)
        poser.require("greater", box.half_height, away, sort=Sort.BOUND)
        poser.wish("greater", away, box.half_height)
        poser.wish("on_segment", box.center.x, box.center.y, a.x, a.y, b.x, b.y)
        poser.wish("ahead", a.y, box.center.y, poser.constant(0.0))
        return True
    if isinstance(base, Point):
        poser.equate(box.center.x, base.x)
        poser.equate(edges(box, "y", -1, poser)[0], base.y)
        return True
    return isinstance(base, Circle | Arc | Ellipse | Polygon | Polyline | Curve) and _point_on(
        box.center, base, target, poser
    )


def _over(box: Box[int], base: Box[int], poser: Poser) -> None:
    """Demand that the middle of a box is over the one that it rests on."""
    for sign, kernel in ((-1, (0, 1)), (1, (1, 0))):
        edge = edges(base, "x", sign, poser)[0]
        ends = (edge, box.center.x)
        poser.require("ahead", ends[kernel[0]], ends[kernel[1]], poser.constant(0.0), sort=Sort.BOUND)


def arrange_on(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that a box stands on another."""
    return rests(box_name(relation.value("of")), relation.value("on"))


def rests(top: str, base: Value | None) -> tuple[Hint, ...]:
    """Return that a box stands on another, or beside it if it is on a part of it."""
    under = box_name(base)
    if isinstance(base, PartRef) and base.part not in UPPER:
        return (Order("x", under, top, guessed=True), Level("y", under, top))
    return (Rest(top, under),)


# In and around


def hold_inside(relation: Relation, poser: Poser) -> None:
    """Demand that a thing lies inside another, whole."""
    outer = relation.value("in")
    for value in relation.values_of("of"):
        if outer is None or not hold_within(poser.shape(value), poser.shape(outer), poser):
            poser.not_geometric(relation)


def hold_within(inner: Shape[int], outer: Shape[int], poser: Poser) -> bool:
    """Demand that one shape lies inside another; tell whether that can be said of them."""
    from ...pose.incidence import hold_within as hold_figures

    if isinstance(outer, Box) and isinstance(inner, Box):
        poser.require("box_inside", *_slots(inner), *_slots(outer), poser.constant(PADDING), sort=Sort.BOUND)
        name = poser.name_of(outer)
        head = poser.places[name].head if name in poser.places else 0.0
        for low in edges(inner, "y", 1, poser) if head else ():
            poser.require("ahead", low, edges(outer, "y", 1, poser)[0], poser.constant(head), sort=Sort.BOUND)
        return True
    if isinstance(outer, Box):
        held = [hold_side(inner, outer, axis, sign, poser) for axis in AXES for sign in (-1, 1)]
        return all(held)
    if isinstance(inner, Box):
        center = center_of(outer, poser)
        if center is not None:
            poser.wish("close", inner.center.x, center.x)
            poser.wish("close", inner.center.y, center.y)
        held = [hold_figures(p, outer, poser) for p in _corners(inner, poser)]
        return all(held)
    return hold_figures(inner, outer, poser)


def hold_side(inner: Shape[int], outer: Box[int], axis: Axis, sign: int, poser: Poser) -> bool:
    """Demand that no part of a shape is beyond one side of a box."""
    wall = edges(outer, axis, sign, poser)[0]
    ends = edges(inner, axis, sign, poser)
    for end in ends:
        before, after = (end, wall) if sign > 0 else (wall, end)
        poser.require("ahead", before, after, poser.constant(PADDING), sort=Sort.BOUND)
    return bool(ends)


def _corners(box: Box[int], poser: Poser) -> list[Point[int]]:
    xs = [edges(box, "x", s, poser)[0] for s in (-1, 1)]
    ys = [edges(box, "y", s, poser)[0] for s in (-1, 1)]
    return [Point(x, y) for x in xs for y in ys]


def _slots(box: Box[int]) -> tuple[int, int, int, int]:
    return (box.center.x, box.center.y, box.half_width, box.half_height)


def arrange_inside(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that a box lies in another."""
    inner, outer = _pair(relation)
    return (Inside(inner, outer),)


def hold_around(relation: Relation, poser: Poser) -> None:
    """Demand that a thing surrounds others: boxes hold them, circles have their centre there."""
    if _is_crowd(box_name(members(relation)[0]), poser.panel):
        return
    for value in members(relation)[1:]:
        _hold_around(poser.shape(members(relation)[0]), poser.shape(value), relation, poser)


def _hold_around(outer: Shape[int], inner: Shape[int], relation: Relation, poser: Poser) -> None:
    if isinstance(outer, Box) and hold_within(inner, outer, poser):
        return
    centers = [center_of(s, poser) for s in (outer, inner)]
    if centers[0] is None or centers[1] is None:
        poser.not_geometric(relation)
        return
    poser.require("coincident", centers[0].x, centers[0].y, centers[1].x, centers[1].y)


def _is_crowd(name: str, panel: Panel) -> bool:
    """Whether a thing stands for several, which surround another as a crowd and not as a frame."""
    entity = panel.entities.get(name)
    return entity is not None and entity.value("count") is not None


def arrange_around(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that the first box holds the others; several that surround a thing stand beside it."""
    names = [box_name(v) for v in members(relation)]
    if _is_crowd(names[0], panel):
        return tuple(
            h for n in names[1:2] for h in (Order("x", n, names[0], guessed=True), Level("y", n, names[0]))
        )
    return tuple(Inside(inner, names[0]) for inner in names[1:])


def hold_outside(relation: Relation, poser: Poser) -> None:
    """Demand that things do not overlap."""
    from ...pose.incidence import hold_outside as hold_figures

    outer = relation.value("in")
    shapes = [poser.shape(v) for v in (*relation.values_of("of"), outer) if v is not None]
    if not all(isinstance(s, Box) for s in shapes):
        hold_figures(relation, poser)


# Between, touching, centred, overlapping


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
    """Wish that a thing is close to another."""
    shapes = [
        center_of(poser.shape(v), poser) for s in relation.verb.slots[:2] if (v := relation.value(s.name))
    ]
    found = [c for c in shapes if c is not None]
    if len(found) == 2:
        poser.wish("nearness", found[0].x, found[0].y, found[1].x, found[1].y, poser.constant(REACH))


def arrange_near(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that a box stands beside another."""
    subject, other = _pair(relation)
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
            poser.require("boxes_apart", *_slots(first), *_slots(second), poser.constant(0.0))
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
    first, second = _pair(relation)
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
        return poser.defined("boxes_apart", *_slots(shapes[0]), *_slots(shapes[1]), name="gap")
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
        name="on", doc="A point lies on a line or curve; a box rests on another, on a line, or rides on an orbit.", slots=(SUBJECT, ON),
        aliases=("lies_on", "rests_on", "upon", "on_top_of", "on_curve", "incident", "sits_on", "stands_on", "placed_on"), home=Home.LAYOUT,
        hold=hold_on, arrange=arrange_on, distributes=True, example="on(P, c)",
    ),
    Verb(
        name="inside", doc="A thing lies in another, whole.", slots=(SUBJECT, IN), aliases=("in", "within", "interior", "contained_in", "lies_in"),
        home=Home.LAYOUT, hold=hold_inside, arrange=arrange_inside, distributes=True, example="inside(P, c)",
    ),
    Verb(
        name="outside", doc="A thing lies outside another.", slots=(SUBJECT, IN), aliases=("exterior", "outside_of"), home=Home.LAYOUT,
        hold=hold_outside, distributes=True, example="outside(P, c)",
    ),
    Verb(
        name="around", doc="The first thing surrounds the others, or runs round them.", slots=(MEMBERS,),
        aliases=("surrounds", "encloses", "contains", "wraps"), home=Home.LAYOUT, hold=hold_around, arrange=arrange_around, example="around(c, P)",
    ),
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
        aliases=("centered_in", "centred_on", "center", "centered", "concentric_with"), home=Home.LAYOUT, hold=hold_centered, arrange=arrange_centered,
        example="centered_on(a, b)",
    ),
    Verb(
        name="near", doc="A thing stands close to another.", slots=(SUBJECT, Slot("to", PLACES, "the other", required=True)), aliases=("close_to", "nearby"),
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
