"""What is in, around or outside what."""

from __future__ import annotations

from ...arrange.plan import Axis, Hint, Inside, Level, Order
from ...model import Panel, Relation
from ...pose.anchors import center_of
from ...pose.boxes import box_name
from ...pose.edges import edges
from ...pose.poser import Poser
from ...shapes import Box, Point, Shape
from ...system import Sort
from ...vocabulary import Home, Slot, Verb, Want
from .contact import pair_of, slots_of
from .placement import MEMBERS, SUBJECT, members

AXES: tuple[Axis, Axis] = ("x", "y")
PADDING = 1.5
"""White between a box and the edge of what it lies in, in millimetres."""
IN = Slot(
    "in", (Want.ENTITY, Want.CIRCLE, Want.REGION), "what it is in", ("of_circle", "container"), required=True
)


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
        poser.require(
            "box_inside", *slots_of(inner), *slots_of(outer), poser.constant(PADDING), sort=Sort.BOUND
        )
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


def arrange_inside(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that a box lies in another."""
    inner, outer = pair_of(relation)
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


VERBS = (
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
)  # fmt: skip
