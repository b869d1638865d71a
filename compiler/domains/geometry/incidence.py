"""Which points are on one line or circle, on which side, in which order: silent relations.

`on`, `inside`, `outside` and `between` are words of the core; what they mean for figures stands in
`pose/incidence.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from ...model import Relation
from ...pose.incidence import flat, spread
from ...pose.poser import Poser
from ...shapes import Line, Point
from ...system import Sort
from ...vocabulary import Slot, Want
from .wording import verb

CONVEX = 0.5
"""How far from the line of a side the other vertices of a convex outline are at least, in millimetres."""
DISTINCT = 1.2
"""How far apart distinct points are at least, in millimetres: dots that touch look like one."""


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


def hold_distinct(relation: Relation, poser: Poser) -> None:
    """Demand that no two of some points coincide: of like solutions another one is meant."""
    points = spread(relation.values_of("of"), poser)
    for one, other in combinations(points, 2):
        poser.require("separation", *flat(one, other), poser.constant(DISTINCT), sort=Sort.BOUND)


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
        clear = poser.constant(CONVEX)
        poser.require("signed_distance_to_line", *flat(c, a, b), clear, sort=Sort.BOUND)


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
    verb("distinct", "Points do not coincide: where several places fit, another one is meant.", (POINTS,), hold_distinct, "distinct(A, B)", "different", "not_equal"),
    verb("same_side", "Two points lie on the same side of a line.", SIDES, hold_same_side, "same_side(P, Q, line = AB)"),
    verb("opposite_side", "Two points lie on opposite sides of a line.", SIDES, hold_opposite_sides, "opposite_side(P, Q, line = AB)", "opposite_sides", "different_sides"),
    verb(
        "order", "Points follow each other round a convex outline, counter-clockwise unless `cw`.", (POINTS,), hold_order, "order(A, B, C, D, cw)",
        "cyclic_order", "convex", "counterclockwise", "anticlockwise", flags=("cw", "ccw", "clockwise", "counterclockwise"),
    ),
    verb("clockwise", "Points follow each other clockwise round a convex outline.", (POINTS,), hold_order, "clockwise(A, B, C)"),
    verb("concentric", "Circles share their centre.", (Slot("of", Want.CIRCLE, "the circles", ("circles",), many=True, least=2, required=True),), hold_concentric, "concentric(c, d)"),
)  # fmt: skip
