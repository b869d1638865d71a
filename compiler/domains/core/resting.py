"""What is on what: points on curves, boxes on boxes and lines, things that ride on an orbit."""

from __future__ import annotations

from ...arrange.plan import Hint, Level, Order, Rest
from ...model import Panel, Relation
from ...pose.anchors import center_of
from ...pose.boxes import box_name
from ...pose.edges import edges
from ...pose.poser import Poser
from ...shapes import Arc, Box, Circle, Curve, Ellipse, Point, Polygon, Polyline, Shape
from ...system import Sort
from ...values import PartRef, Value
from ...vocabulary import Home, Slot, Verb, Want
from .contact import touch
from .placement import SUBJECT

UPPER = ("top", "surface", "roof", "upper")
"""Parts of a box on which another stands as on the whole."""
ON = Slot(
    "on",
    (Want.LINE, Want.CIRCLE, Want.PATH, Want.ENTITY, Want.POINT),
    "what it is on",
    ("line", "curve", "thing", "top_of"),
    required=True,
)


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


VERBS = (
    Verb(
        name="on", doc="A point lies on a line or curve; a box rests on another, on a line, or rides on an orbit.", slots=(SUBJECT, ON),
        aliases=("lies_on", "rests_on", "upon", "on_top_of", "on_curve", "incident", "sits_on", "stands_on", "placed_on"), home=Home.LAYOUT,
        hold=hold_on, arrange=arrange_on, distributes=True, example="on(P, c)",
    ),
)  # fmt: skip
