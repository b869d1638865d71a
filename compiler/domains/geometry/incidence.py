"""What lies on, in or beside what: incidence, order, sides. Silent relations, statements or arguments.

`on`, `inside`, `outside` and `between` are words of the core, which asks here for points and figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...model import Relation
from ...pose.poser import Poser
from ...shapes import Circle, Line, Point, Polygon, Polyline, Shape
from ...system import Sort
from ...values import Value
from ...vocabulary import Slot, Want
from .constructions import lies_on
from .places import flat, spread
from .wording import verb

STRICT = 1e-3
"""How far inside or outside a circle is, at least, as a share of its radius: on it is neither."""
APART = 0.05
"""How far a point between two others is from either, at least, in millimetres."""
INSET = 4.0
"""How far from the ends of a segment a point on it would like to be, in millimetres."""


def hold_point_on(point: Point[int], target: Value, poser: Poser) -> bool:
    """Demand that a point lies on a thing, in general position; tell whether the thing has a curve to lie on."""
    shape = poser.shape(target)
    line = poser.line(target)
    if line is not None:
        _wish_inner(point, line, poser)
        return lies_on(point, line, poser)
    if isinstance(shape, Polygon | Polyline):
        return _on_outline(point, shape, poser)
    return lies_on(point, shape, poser)


def _wish_inner(point: Point[int], line: Line[int], poser: Poser) -> None:
    """Wish a point on a segment off its ends and off its middle."""
    if line.extent != "segment":
        return
    poser.drawn(point)
    for end in (line.a, line.b):
        poser.wish("separation", *flat(point, end), poser.constant(INSET), weight=0.1)
    poser.wish("lengths_avoid", *flat(point, line.a, point, line.b), poser.constant(0.25), weight=0.5)


def _on_outline(point: Point[int], shape: Polygon[int] | Polyline[int], poser: Poser) -> bool:
    """Put a point on the first side of an outline that it does not end."""
    points = shape.points
    closed = (*points, points[0]) if isinstance(shape, Polygon) else points
    side = next(((a, b) for a, b in pairwise(closed) if point not in (a, b)), None)
    return side is not None and lies_on(point, Line(*side), poser)


def hold_collinear(relation: Relation, poser: Poser) -> None:
    """Demand that points lie on one line."""
    points = spread(relation.values_of("of"), poser)
    for point in points[2:]:
        poser.require("collinear", *flat(point, points[0], points[1]))


def hold_concyclic(relation: Relation, poser: Poser) -> None:
    """Demand that points lie on one circle."""
    points = spread(relation.values_of("of"), poser)
    for point in points[3:]:
        poser.require("concyclic", *flat(points[0], points[1], points[2], point))


def hold_concurrent(relation: Relation, poser: Poser) -> None:
    """Demand that lines meet in one point."""
    lines = [line for v in relation.values_of("of") if (line := poser.line(v)) is not None]
    at = relation.value("at")
    meeting = poser.point(at) if at is not None else poser.point_at("meeting")
    for line in lines:
        if meeting not in (line.a, line.b):
            poser.require("collinear", *flat(meeting, line.a, line.b))


def hold_between(relation: Relation, poser: Poser) -> None:
    """Demand that a point lies between two others on their line."""
    points = spread((*relation.values_of("of"), *relation.values_of("ends")), poser)
    if len(points) != 3:
        poser.not_geometric(relation)
        return
    poser.drawn(points[0])
    lies_on(points[0], Line(points[1], points[2]), poser)
    for end in points[1:]:
        poser.require("separation", *flat(points[0], end), poser.constant(APART), sort=Sort.BOUND)
    _wish_inner(points[0], Line(points[1], points[2]), poser)


def hold_within(inner: Shape[int], outer: Shape[int], poser: Poser) -> bool:
    """Demand that a point or circle lies inside a circle or a convex outline; tell whether that can be said."""
    if isinstance(inner, Circle) and isinstance(outer, Circle):
        poser.require(
            "disc_inside",
            *flat(inner.center),
            inner.radius,
            *flat(outer.center),
            outer.radius,
            sort=Sort.BOUND,
        )
        return True
    points = [inner] if isinstance(inner, Point) else list(inner.points) if isinstance(inner, Polygon) else []
    if not points:
        return False
    for point in points:
        if isinstance(outer, Circle):
            inner_edge = poser.defined("scaled", outer.radius, poser.constant(1 - STRICT), start=25.0)
            poser.require("inside_circle", *flat(point, outer.center), inner_edge, sort=Sort.BOUND)
        elif isinstance(outer, Polygon):
            _inside_outline(point, outer, poser)
        else:
            return False
    return True


def _inside_outline(point: Point[int], outer: Polygon[int], poser: Poser) -> None:
    corners = outer.points
    if len(corners) == 3:
        _inside_triangle(point, corners, poser)
        return
    for a, b, c in zip(corners, (*corners[1:], corners[0]), (*corners[2:], *corners[:2])):
        poser.require("same_side", *flat(point, c, a, b), sort=Sort.BOUND)


def _inside_triangle(point: Point[int], corners: tuple[Point[int], ...], poser: Poser) -> None:
    """Put a point a share of the way from a vertex to a place on the opposite side: only an inner point is there."""
    shares = [poser.free(name, start) for name, start in (("across", 0.45), ("along", 0.6))]
    for share in shares:
        poser.require("positive", share, poser.constant(STRICT), sort=Sort.BOUND)
        poser.require("ahead", share, poser.constant(1.0), poser.constant(STRICT), sort=Sort.BOUND)
        poser.wish("positive", share, poser.constant(0.2))
        poser.wish("ahead", share, poser.constant(1.0), poser.constant(0.2))
    place = poser.defined_point("fraction", *flat(corners[1], corners[2]), shares[0])
    poser.require("fraction", *flat(corners[0], place), shares[1], *flat(point))


def hold_outside(relation: Relation, poser: Poser) -> None:
    """Demand that points or circles lie outside a circle."""
    value = relation.value("in")
    outer = poser.shape(value) if value is not None else None
    for thing in relation.values_of("of"):
        inner = poser.shape(thing)
        if isinstance(outer, Circle) and isinstance(inner, Point):
            outer_edge = poser.defined("scaled", outer.radius, poser.constant(1 + STRICT), start=25.0)
            poser.require("outside_circle", *flat(inner, outer.center), outer_edge, sort=Sort.BOUND)
        elif isinstance(outer, Circle) and isinstance(inner, Circle):
            slots = (*flat(inner.center), inner.radius, *flat(outer.center), outer.radius)
            poser.require("discs_apart", *slots, sort=Sort.BOUND)
        else:
            poser.not_geometric(relation)


def hold_sides(kernel: str, relation: Relation, poser: Poser) -> None:
    """Demand that two points lie on one side, or on two sides, of a line."""
    line = poser.line(v) if (v := relation.value("line")) is not None else None
    points = spread(relation.values_of("of"), poser)
    if line is None and len(points) == 4:
        line, points = Line(points[2], points[3]), points[:2]
    if line is None or len(points) != 2:
        poser.not_geometric(relation)
        return
    poser.require(kernel, *flat(*points, line.a, line.b), sort=Sort.BOUND)


def hold_same_side(relation: Relation, poser: Poser) -> None:
    """Demand that two points lie on the same side of a line."""
    hold_sides("same_side", relation, poser)


def hold_opposite_sides(relation: Relation, poser: Poser) -> None:
    """Demand that two points lie on opposite sides of a line."""
    hold_sides("opposite_sides", relation, poser)


def hold_order(relation: Relation, poser: Poser) -> None:
    """Demand that points follow each other round a convex outline, counter-clockwise unless `cw`."""
    points = spread(relation.values_of("of"), poser)
    if relation.has("cw") or relation.has("clockwise") or relation.verb.name == "clockwise":
        points.reverse()
    _begin_in_order(points, poser)
    for a, b, c in _turns(points):
        poser.require("left_of_line", *flat(c, a, b), sort=Sort.BOUND)


def _begin_in_order(points: list[Point[int]], poser: Poser) -> None:
    """List the points among the drawn ones in their order: the search begins with drawn points round a ring."""
    pairs = [(p.x, p.y) for p in points]
    poser.drawn(*points)
    held = [k for k, pair in enumerate(poser.drawn_points) if pair in pairs]
    for k, pair in zip(held, pairs):
        poser.drawn_points[k] = pair


def _turns(points: list[Point[int]]) -> Iterator[tuple[Point[int], Point[int], Point[int]]]:
    """Yield each side with each further vertex: all lie to its left in a convex outline."""
    for k, a in enumerate(points):
        b = points[(k + 1) % len(points)]
        for c in points:
            if c not in (a, b):
                yield a, b, c


def hold_concentric(relation: Relation, poser: Poser) -> None:
    """Demand that circles share their centre."""
    circles = [c for v in relation.values_of("of") if (c := poser.circle(v)) is not None]
    for one, other in pairwise(circles):
        if one.center != other.center:
            poser.require("coincident", *flat(one.center, other.center))


POINTS = Slot("of", (Want.PATH, Want.POINT), "the points", ("points",), many=True, least=2, required=True)
LINES = Slot("of", Want.LINE, "the lines", ("lines",), many=True, least=2, required=True)

SIDES = (POINTS, Slot("line", Want.LINE, "the line", ("of_line", "wrt")))
VERBS = (
    verb("collinear", "Points lie on one line.", (POINTS,), hold_collinear, "collinear(A, B, C)", "aligned_points", "on_one_line"),
    verb("concyclic", "Points lie on one circle.", (POINTS,), hold_concyclic, "concyclic(A, B, C, D)", "cyclic", "on_one_circle"),
    verb(
        "concurrent", "Lines meet in one point.", (LINES, Slot("at", Want.POINT, "where they meet", ("in",), positional=False)), hold_concurrent,
        "concurrent(a, b, c)",
    ),
    verb("same_side", "Two points lie on the same side of a line.", SIDES, hold_same_side, "same_side(P, Q, line = AB)"),
    verb("opposite_side", "Two points lie on opposite sides of a line.", SIDES, hold_opposite_sides, "opposite_side(P, Q, line = AB)", "opposite_sides", "different_sides"),
    verb(
        "order", "Points follow each other round a convex outline, counter-clockwise unless `cw`.", (POINTS,), hold_order, "order(A, B, C, D, cw)",
        "cyclic_order", "convex", "counterclockwise", "anticlockwise", flags=("cw", "ccw", "clockwise", "counterclockwise"),
    ),
    verb("clockwise", "Points follow each other clockwise round a convex outline.", (POINTS,), hold_order, "clockwise(A, B, C)"),
    verb("concentric", "Circles share their centre.", (Slot("of", Want.CIRCLE, "the circles", ("circles",), many=True, least=2, required=True),), hold_concentric, "concentric(c, d)"),
)  # fmt: skip
