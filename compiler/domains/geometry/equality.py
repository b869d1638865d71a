"""What is equal, congruent, similar or in a ratio: lengths, angles, areas, figures; and the marks that say so."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

from ...draw.equal_marks import draw_equal_angle, draw_ticks
from ...draw.pen import Pen
from ...model import Relation
from ...pose.anchors import centroid
from ...pose.area import arc_opening, area_slot
from ...pose.incidence import flat, spread
from ...pose.poser import Poser
from ...shapes import Arc, Circle, Line, Point, Polygon, Polyline, xy
from ...system import Sort
from ...values import Chain, Formula, Measure, Value, Words
from ...vocabulary import Home, Slot, Verb, Want
from .wording import verb

LEAST_ANGLE = math.radians(1.0)
"""The least angle in which an arc can be drawn, and what is least missing to a straight one."""
UNEQUAL = math.log(1.06)
"""By how much unequal lengths differ at least, as the logarithm of their ratio: less looks equal."""
BESIDE = 62.0
"""How far apart the middles of two compared figures would like to be, in millimetres."""


def rank_of(relation: Relation, pen: Pen) -> int:
    """Return which statement of its verb a relation is, from 1; a stated count goes before."""
    stated = relation.value("count")
    if isinstance(stated, Formula):
        return max(1, min(int(stated.expression.value()), 4))
    same = [
        r
        for r in pen.solution.panel.relations
        if r.verb is relation.verb and _is_angle(r) == _is_angle(relation)
    ]
    return min(same.index(relation) + 1, 4)


def _is_angle(relation: Relation) -> bool:
    values = relation.values_of("of")
    return bool(values) and isinstance(values[0], Chain) and len(values[0].ends) == 3


def amount(value: Value, poser: Poser) -> int:
    """Return the slot of what is compared: a length, the angle of three letters, an area, any measure."""
    if isinstance(value, Chain) and len(value.ends) == 3:
        return poser.defined("angle", *flat(*spread((value,), poser)), start=0.9)
    shape = poser.shape(value) if not isinstance(value, Measure | Formula) else None
    if isinstance(shape, Circle):
        return shape.radius
    if isinstance(shape, Arc) and not shape.close:
        return poser.defined("product", shape.radius, arc_opening(shape, poser), start=30.0)
    if isinstance(shape, Polygon | Polyline) and (area := area_slot(shape, poser)) is not None:
        return area
    return poser.measure(value, "length")


def hold_equal(relation: Relation, poser: Poser) -> None:
    """Demand that lengths, angles or areas are equal."""
    values = relation.values_of("of")
    for one, other in pairwise(values):
        lines = poser.line(one) if _is_place(one) else None, poser.line(other) if _is_place(other) else None
        if lines[0] is not None and lines[1] is not None:
            poser.require("equal_length", *flat(lines[0].a, lines[0].b, lines[1].a, lines[1].b))
        elif all(isinstance(v, Chain) and len(v.ends) == 3 for v in (one, other)):
            poser.require("equal_angle", *flat(*spread((one,), poser), *spread((other,), poser)))
        else:
            poser.equate(amount(one, poser), amount(other, poser))


def hold_marked(relation: Relation, poser: Poser) -> None:
    """Demand what marks say: equal, and of angles that there are two arms between which an arc can stand."""
    hold_equal(relation, poser)
    for value in relation.values_of("of"):
        if isinstance(value, Chain) and len(value.ends) == 3:
            corner = flat(*spread((value,), poser))
            poser.require("angle_at_least", *corner, poser.constant(LEAST_ANGLE), sort=Sort.BOUND)
            poser.require("angle_at_most", *corner, poser.constant(math.pi - LEAST_ANGLE), sort=Sort.BOUND)


def hold_unequal(relation: Relation, poser: Poser) -> None:
    """Demand that lengths differ visibly, each from each."""
    for one, other in combinations(relation.values_of("of"), 2):
        lines = poser.line(one) if _is_place(one) else None, poser.line(other) if _is_place(other) else None
        if lines[0] is None or lines[1] is None:
            poser.not_geometric(relation)
            return
        slots = flat(lines[0].a, lines[0].b, lines[1].a, lines[1].b)
        poser.require("lengths_avoid", *slots, poser.constant(UNEQUAL), sort=Sort.BOUND)


def _is_place(value: Value) -> bool:
    return not isinstance(value, Measure | Formula)


def draw_equal(relation: Relation, pen: Pen) -> None:
    """Draw the same ticks across equal segments, the same arcs in equal angles."""
    count = rank_of(relation, pen)
    for value in relation.values_of("of"):
        shape = pen.shape(value)
        if isinstance(shape, Line):
            draw_ticks(pen, xy(shape.a), xy(shape.b), count)
        elif isinstance(shape, Polyline) and len(shape.points) == 3:
            a, v, b = (xy(p) for p in shape.points)
            draw_equal_angle(pen, a, v, b, count)
        elif isinstance(shape, Polygon):
            for p, q in zip(shape.points, (*shape.points[1:], shape.points[0])):
                draw_ticks(pen, xy(p), xy(q), count)


def figures_of(relation: Relation, poser: Poser) -> tuple[list[Point[int]], list[Point[int]]]:
    """Return the vertices of the two figures that a relation compares; of a missing one none."""
    found = [spread((v,), poser) for v in relation.values_of("of")[:2]]
    return (found[0], found[1]) if len(found) == 2 else ([], [])


def hold_congruent(relation: Relation, poser: Poser) -> None:
    """Demand that two figures have equal sides, vertex by vertex, and equal diagonals from the first."""
    one, other = figures_of(relation, poser)
    if len(one) != len(other) or len(one) < 2:
        poser.not_geometric(relation)
        return
    _keep_apart(one, other, poser)
    for i, j in _frame_of(len(one)):
        poser.require("equal_length", *flat(one[i], one[j], other[i], other[j]))


def _keep_apart(one: list[Point[int]], other: list[Point[int]], poser: Poser) -> None:
    """Wish two compared figures beside each other: no vertex of one within the other's reach."""
    if set(one) & set(other):
        return
    middles = [centroid(tuple(figure), poser) for figure in (one, other)]
    poser.wish("separation", *flat(*middles), poser.constant(BESIDE), weight=0.3)


def _frame_of(count: int) -> list[tuple[int, int]]:
    """Return the sides of an outline and its diagonals from the first vertex: what makes it rigid."""
    sides = [(k, (k + 1) % count) for k in range(count if count > 2 else 1)]
    return sides + [(0, k) for k in range(2, count - 1)]


def hold_similar(relation: Relation, poser: Poser) -> None:
    """Demand that the sides of two figures, and their diagonals from the first vertex, are in one ratio.

    Equal angles would say the same, but all flat triangles have those: the search would be led there.
    """
    one, other = figures_of(relation, poser)
    if len(one) != len(other) or len(one) < 3:
        poser.not_geometric(relation)
        return
    _keep_apart(one, other, poser)
    ratio = poser.free("ratio", 1.0)
    for i, j in _frame_of(len(one)):
        poser.require("quotient", poser.distance(one[i], one[j]), poser.distance(other[i], other[j]), ratio)


def hold_orientation(relation: Relation, poser: Poser) -> None:
    """Demand that two triangles turn the same way round."""
    one, other = figures_of(relation, poser)
    if len(one) != 3 or len(other) != 3:
        poser.not_geometric(relation)
        return
    poser.require("same_turn", *flat(*one, *other), sort=Sort.BOUND)


def measure_ratio(relation: Relation, poser: Poser) -> int:
    """Return the ratio of two lengths, angles or areas."""
    values = relation.values_of("of")
    if len(values) != 2:
        poser.not_geometric(relation)
        return poser.free("ratio", 1.0)
    ratio = poser.defined("quotient", amount(values[0], poser), amount(values[1], poser), start=1.0)
    stated = relation.value("value")
    if isinstance(stated, Words) and (number := ratio_in(stated.text)):
        poser.equate(ratio, poser.constant(number))
    return ratio


def ratio_in(text: str) -> float | None:
    """Return the number that a text such as `2:3` states.

    >>> ratio_in("2:1"), ratio_in("none")
    (2.0, None)
    """
    parts = text.replace("∶", ":").split(":")
    try:
        first, second = (float(p) for p in parts)
    except ValueError:
        return None
    return first / second if first > 0 and second > 0 else None


def hold_divides(relation: Relation, poser: Poser) -> None:
    """Demand that a point divides a segment in a ratio, counted from the segment's start."""
    points = spread((*relation.values_of("point"), *relation.values_of("of")), poser)
    value = relation.value("ratio")
    number = ratio_in(value.text) if isinstance(value, Words) else None
    if len(points) != 3 or value is None:
        poser.not_geometric(relation)
        return
    ratio = poser.constant(number) if number else poser.measure(value, "number")
    share = poser.defined(
        "quotient", ratio, poser.defined("sum2", ratio, poser.constant(1.0), start=2.0), start=0.5
    )
    poser.require("fraction", *flat(points[1], points[2]), share, *flat(points[0]))


def hold_midpoint(relation: Relation, poser: Poser) -> None:
    """Demand that a point is the middle of two."""
    points = spread((*relation.values_of("point"), *relation.values_of("of")), poser)
    if len(points) != 3:
        poser.not_geometric(relation)
        return
    poser.require("midpoint", *flat(points[1], points[2], points[0]))


SAME = Slot(
    "of",
    (Want.LINE, Want.PATH, Want.CIRCLE, Want.MEASURE, Want.REGION, Want.ENTITY),
    "segments, angles by three letters, areas, measures",
    many=True,
    least=2,
    required=True,
)
COUNT = Slot("count", Want.NUMBER, "how many ticks or arcs", ("ticks", "marks", "n"), counts_to=4)
POINT = Slot("point", Want.POINT, "the point", required=True)
FIGURES = Slot(
    "of",
    (Want.PATH, Want.ENTITY),
    "two figures, their vertices in matching order",
    many=True,
    least=2,
    required=True,
)
SEGMENT = Slot(
    "of", (Want.PATH, Want.LINE, Want.POINT), "the segment, or its ends", ("segment", "between"), many=True
)

VERBS = (
    verb("equal", "Lengths, angles or areas are equal; silent.", (SAME,), hold_equal, "equal(AB, CD)", "equal_length", "equal_lengths", "equal_angles", "equal_areas", "same_length"),
    verb("unequal", "Lengths differ, each from each, by more than an eye overlooks; silent.", (SAME,), hold_unequal, "unequal(AB, AC)", "unequal_lengths"),
    verb(
        "equal_marks", "Segments or angles are equal, marked with the same ticks or arcs.", (SAME, COUNT), hold_marked, "equal_marks(AB, CD)",
        "tick_marks", "ticks", "tick_mark", "equal_mark", "equal_length_marks", "equal_angle_marks", "mark_equal", "congruent_marks", "congruence_marks", draw=draw_equal,
    ),
    verb("midpoint", "A point is the middle of two others.", (POINT, SEGMENT), hold_midpoint, "midpoint(M, A, B)", "middle", "is_midpoint"),
    verb("congruent", "Two figures are congruent, vertex by vertex.", (FIGURES,), hold_congruent, "congruent(ABC, DEF)"),
    verb(
        "same_orientation", "Two triangles turn the same way round, vertex by vertex.", (FIGURES,), hold_orientation,
        "same_orientation(ABC, DEF)", "same_turn", "equally_oriented",
    ),
    verb("similar", "Two figures are similar, vertex by vertex.", (FIGURES,), hold_similar, "similar(ABC, DEF)"),
    verb(
        "divides", "A point divides a segment in a ratio, counted from the segment's start.",
        (POINT, SEGMENT, Slot("ratio", (Want.NUMBER, Want.MEASURE, Want.TEXT), "`2`, `2/3`, or `\"2:1\"`", ("in_ratio",))), hold_divides,
        'divides(P, AB, ratio = "2:1")', "divided_in",
    ),
    Verb(
        name="ratio", doc="The ratio of two lengths, angles or areas.",
        slots=(SAME, Slot("value", (Want.NUMBER, Want.TEXT, Want.MEASURE), "the ratio, a number or `\"2:3\"`")), dimension="number",
        measure=measure_ratio, home=Home.CONSTRAINTS, example="ratio(AB, CD) == 2/3",
    ),
)  # fmt: skip
