"""Relations of lines, lengths, angles and figures: parallel, perpendicular, equal, tangent, congruent, similar."""

from __future__ import annotations

from itertools import pairwise

from ...draw.angles import draw_right_angle
from ...draw.crossing import crossing_of
from ...draw.equal_marks import draw_chevrons, draw_equal_angle, draw_ticks
from ...draw.pen import Pen
from ...model import Relation
from ...pose.anchors import centroid
from ...pose.area import area_slot
from ...pose.poser import Poser
from ...shapes import XY, Circle, Line, Point, Polygon, Polyline, Shape, xy
from ...system import Sort
from ...values import Chain, Formula, Measure, Value, Words
from ...vocabulary import Home, Slot, Verb, Want
from .constructions import lies_on
from .places import flat, spread


BESIDE = 62.0
"""How far apart the middles of two compared figures would like to be, in millimetres."""


def lines_of(relation: Relation, poser: Poser) -> list[Line[int]]:
    """Return the lines that a relation is about; four points are two lines."""
    values = relation.values_of("of")
    lines = [line for v in values if (line := poser.line(v)) is not None]
    if len(lines) < len(values):
        poser.not_geometric(relation)
    return lines


def hold_parallel(relation: Relation, poser: Poser) -> None:
    """Demand that lines are parallel, and not one and the same."""
    for one, other in pairwise(lines_of(relation, poser)):
        poser.require("parallel", *flat(one.a, one.b, other.a, other.b))


def hold_perpendicular(relation: Relation, poser: Poser) -> None:
    """Demand that two lines are at right angles, or the angle at the middle one of three letters."""
    values = relation.values_of("of")
    if len(values) == 1 and (points := spread(values, poser)) and len(points) == 3:
        a, v, b = points
        poser.require("perpendicular", *flat(a, v, b, v))
        return
    lines = lines_of(relation, poser)
    for one, other in pairwise(lines):
        poser.require("perpendicular", *flat(one.a, one.b, other.a, other.b))
    at = relation.value("at")
    for line in lines if at is not None else ():
        lies_on(poser.point(at), line, poser, bounded=False)  # type: ignore[arg-type]


def draw_parallel(relation: Relation, pen: Pen) -> None:
    """Draw chevrons on parallel lines; each such statement has its own number of them."""
    count = rank_of(relation, pen)
    for shape in (pen.shape(v) for v in relation.values_of("of")):
        if isinstance(shape, Line):
            draw_chevrons(pen, xy(shape.a), xy(shape.b), count)


def rank_of(relation: Relation, pen: Pen) -> int:
    """Return which statement of its verb a relation is, from 1; a stated count goes before."""
    stated = relation.value("count")
    if isinstance(stated, Formula):
        return max(1, min(int(stated.expression.value()), 4))
    same = [r for r in pen.solution.panel.relations if r.verb is relation.verb and _is_angle(r) == _is_angle(relation)]
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


def hold_midpoint(relation: Relation, poser: Poser) -> None:
    """Demand that a point is the middle of two."""
    points = spread((*relation.values_of("point"), *relation.values_of("of")), poser)
    if len(points) != 3:
        poser.not_geometric(relation)
        return
    poser.require("midpoint", *flat(points[1], points[2], points[0]))


def hold_bisects(relation: Relation, poser: Poser) -> None:
    """Demand that a line halves a segment or an angle."""
    line = poser.line(v) if (v := relation.value("line")) is not None else None
    halved = spread(relation.values_of("of"), poser)
    if line is None or len(halved) not in (2, 3):
        poser.not_geometric(relation)
    elif len(halved) == 2:
        middle = poser.defined_point("midpoint", *flat(*halved))
        poser.require("collinear", *flat(middle, line.a, line.b))
    else:
        a, v, b = halved
        other = line.b if line.a == v else line.a
        poser.require("equal_angle", *flat(a, v, other, other, v, b))
        poser.require("opposite_sides", *flat(a, b, v, other), sort=Sort.BOUND)


def hold_tangent(relation: Relation, poser: Poser) -> None:
    """Demand that a line and a circle, or two circles, touch."""
    shapes = [_line_or_circle(v, poser) for v in relation.values_of("of")]
    at = relation.value("at")
    contact = poser.point(at) if at is not None else None
    for one, other in pairwise(shapes):
        if isinstance(one, Circle) and isinstance(other, Circle):
            _touch(one, other, contact, relation, poser)
        elif isinstance(one, Line) and isinstance(other, Circle):
            _graze(one, other, contact, poser)
        elif isinstance(one, Circle) and isinstance(other, Line):
            _graze(other, one, contact, poser)
        else:
            poser.not_geometric(relation)


def _line_or_circle(value: Value, poser: Poser) -> Shape[int]:
    return poser.line(value) or poser.circle(value) or poser.shape(value)


def _touch(one: Circle[int], other: Circle[int], contact: Point[int] | None, relation: Relation, poser: Poser) -> None:
    inside = any(relation.has(f) for f in ("internal", "internally", "inside", "inner"))
    kernel = "tangent_circles_internal" if inside else "tangent_circles_external"
    poser.require(kernel, *flat(one.center), one.radius, *flat(other.center), other.radius)
    if contact is not None:
        poser.require("on_circle", *flat(contact, one.center), one.radius)
        poser.require("collinear", *flat(contact, one.center, other.center))


def _graze(line: Line[int], circle: Circle[int], contact: Point[int] | None, poser: Poser) -> None:
    """Hold a tangent; at a known point of the circle it is perpendicular to the radius there, which is well posed."""
    known = contact or next((p for p in (line.a, line.b) if _known_on(p, circle, poser)), None)
    if known is None:
        poser.require("tangent_line_circle", *flat(line.a, line.b, circle.center), circle.radius)
        return
    if contact is not None:
        poser.require("on_circle", *flat(contact, circle.center), circle.radius)
    if known not in (line.a, line.b):
        poser.require("collinear", *flat(known, line.a, line.b))
    outer = line.a if known != line.a else line.b
    poser.require("tangent_point", *flat(outer, known, circle.center))


def _known_on(point: Point[int], circle: Circle[int], poser: Poser) -> bool:
    """Whether a point is said to lie on a circle, in what is posed or still to be posed."""
    slots = (*flat(point, circle.center), circle.radius)
    if any(c.kernel == "on_circle" and c.slots == slots for c in poser.constraints):
        return True
    for relation in poser.panel.relations:
        target = relation.value("on")
        if target is not None and poser.shape(target) == circle:
            if any(poser.shape(v) == point for v in relation.values_of("of")):
                return True
    return False


def figures_of(relation: Relation, poser: Poser) -> tuple[list[Point[int]], list[Point[int]]]:
    """Return the vertices of the two figures that a relation is about; none where there are not two."""
    figures = [spread((value,), poser) for value in relation.values_of("of")]
    return (figures[0], figures[1]) if len(figures) == 2 else ([], [])


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
    """Demand that two figures have equal angles in the triangles from their first side."""
    one, other = figures_of(relation, poser)
    if len(one) != len(other) or len(one) < 3:
        poser.not_geometric(relation)
        return
    _keep_apart(one, other, poser)
    for k in range(2, len(one)):
        for i, j in ((0, 1), (1, 0)):
            poser.require("equal_angle", *flat(one[j], one[i], one[k], other[j], other[i], other[k]))


def hold_symmetric(relation: Relation, poser: Poser) -> None:
    """Demand that two points are mirror images in a line or a point."""
    points = spread(relation.values_of("of"), poser)
    value = relation.value("about")
    line = poser.line(value) if value is not None else None
    if line is not None and len(points) == 2:
        poser.require("reflected", *flat(points[0], line.a, line.b, points[1]))
    elif len(points) == 3 or (value is not None and len(points) == 2):
        center = poser.point(value) if value is not None else points[2]
        poser.require("midpoint", *flat(points[0], points[1], center))
    else:
        poser.not_geometric(relation)


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
    share = poser.defined("quotient", ratio, poser.defined("sum2", ratio, poser.constant(1.0), start=2.0), start=0.5)
    poser.require("fraction", *flat(points[1], points[2]), share, *flat(points[0]))


def draw_perpendicular_mark(relation: Relation, pen: Pen) -> None:
    """Draw the square where two perpendicular lines cross."""
    shapes = [s for v in relation.values_of("of") if isinstance(s := pen.shape(v), Line)]
    if len(shapes) == 2:
        arms = [(xy(s.a), xy(s.b)) for s in shapes]
        at = crossing_of(*arms)
        if at is not None:
            ends: list[XY] = [max(a, key=lambda p: (p[0] - at[0]) ** 2 + (p[1] - at[1]) ** 2) for a in arms]
            draw_right_angle(pen, ends[0], at, ends[1])


def _verb(
    name: str, doc: str, slots: tuple[Slot, ...], hold: object, example: str, *aliases: str, draw: object = None, flags: tuple[str, ...] = ()
) -> Verb:  # fmt: skip
    return Verb(
        name=name, doc=doc, slots=slots, aliases=aliases, flags=flags, home=Home.LABELS if draw else Home.CONSTRAINTS,
        hold=hold, draw=draw, example=example,  # type: ignore[arg-type]
    )  # fmt: skip


LINES = Slot("of", Want.LINE, "the lines", ("lines", "to", "with"), many=True, least=2, required=True)
SAME = Slot("of", (Want.LINE, Want.PATH, Want.CIRCLE, Want.MEASURE, Want.REGION, Want.ENTITY), "segments, angles by three letters, areas, measures", many=True, least=2, required=True)
COUNT = Slot("count", Want.NUMBER, "how many ticks or arcs", ("ticks", "marks", "n"), counts_to=4)
AT = Slot("at", Want.POINT, "where they meet", ("in",), positional=False)
POINT = Slot("point", Want.POINT, "the point", required=True)
FIGURES = Slot("of", (Want.PATH, Want.ENTITY), "two figures, their vertices in matching order", many=True, least=2, required=True)
SEGMENT = Slot("of", (Want.PATH, Want.LINE, Want.POINT), "the segment, or its ends", ("segment", "between"), many=True)
TOUCH = ("internal", "internally", "inside", "inner", "external", "externally", "outside", "outer")

VERBS = (
    _verb("parallel", "Lines are parallel; silent.", (LINES,), hold_parallel, "parallel(AB, CD)", "is_parallel"),
    _verb(
        "parallel_marks", "Lines are parallel, marked with chevrons.", (LINES, COUNT), hold_parallel, "parallel_marks(AB, CD)",
        "parallel_mark", "mark_parallel", draw=draw_parallel,
    ),
    _verb("perpendicular", "Lines are at right angles; silent (`right_angle` is the printed twin).", (LINES, AT), hold_perpendicular, "perpendicular(AB, CD)", "orthogonal", "normal_to", "perp"),
    _verb(
        "perpendicular_marks", "Lines are at right angles, marked with a square where they cross.", (LINES, AT), hold_perpendicular,
        "perpendicular_marks(AB, CD)", draw=draw_perpendicular_mark,
    ),
    _verb("equal", "Lengths, angles or areas are equal; silent.", (SAME,), hold_equal, "equal(AB, CD)", "equal_length", "equal_lengths", "equal_angles", "equal_areas", "same_length"),
    _verb(
        "equal_marks", "Segments or angles are equal, marked with the same ticks or arcs.", (SAME, COUNT), hold_equal, "equal_marks(AB, CD)",
        "tick_marks", "ticks", "tick_mark", "equal_mark", "equal_length_marks", "equal_angle_marks", "mark_equal", "congruent_marks", "congruence_marks", draw=draw_equal,
    ),
    _verb("midpoint", "A point is the middle of two others.", (POINT, SEGMENT), hold_midpoint, "midpoint(M, A, B)", "middle", "is_midpoint"),
    _verb("bisects", "A line halves a segment or an angle.", (Slot("line", Want.LINE, "the line", required=True), SEGMENT), hold_bisects, "bisects(AD, BAC)", "bisector", "bisect", "halves"),
    _verb(
        "tangent", "A line and a circle, or two circles, touch; `internal` for one circle in the other.",
        (Slot("of", (Want.LINE, Want.CIRCLE, Want.ENTITY), "line and circle, or circles", ("to", "with"), many=True, least=2, required=True), AT), hold_tangent,
        "tangent(l, c)", "tangent_to", "touches", flags=TOUCH,
    ),
    _verb("congruent", "Two figures are congruent, vertex by vertex.", (FIGURES,), hold_congruent, "congruent(ABC, DEF)"),
    _verb("similar", "Two figures are similar, vertex by vertex.", (FIGURES,), hold_similar, "similar(ABC, DEF)"),
    _verb(
        "symmetric", "Two points are mirror images in a line or a point.",
        (Slot("of", (Want.POINT, Want.PATH), "the points", ("points",), many=True, required=True), Slot("about", (Want.LINE, Want.POINT), "the line or point", ("in", "across", "axis", "wrt"), positional=False)),
        hold_symmetric, "symmetric(A, B, about = l)", "symmetrical", "mirror_images",
    ),
    _verb(
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
