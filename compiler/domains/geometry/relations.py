"""Relations of lines and circles: parallel, perpendicular, bisecting, tangent, symmetric."""

from __future__ import annotations

from itertools import pairwise

from ...draw.angles import draw_right_angle
from ...draw.crossing import crossing_of
from ...draw.equal_marks import draw_chevrons
from ...draw.pen import Pen
from ...expression.quadratics import quadratic_of
from ...model import Relation
from ...pose.incidence import flat, lies_on, spread
from ...pose.planes import hold_directions
from ...pose.poser import Poser
from ...shapes import XY, Circle, Line, Point, Shape, xy
from ...system import Sort
from ...values import Value
from ...vocabulary import Slot, Want
from ..core.codes import NO_INTERSECTION
from ..core.curve_points import hold_on_curve, known, plot_of
from ..core.solved_letters import clearance
from ..core.tangents import tangent_at
from .equality import COUNT, SEGMENT, rank_of
from .wording import verb

TOUCHING = 1e-7
"""Of a conic's size, squared: a line whose clearance is smaller touches it."""


def lines_of(relation: Relation, poser: Poser) -> list[Line[int]]:
    """Return the lines that a relation is about; four points are two lines."""
    values = relation.values_of("of")
    lines = [line for v in values if (line := poser.line(v)) is not None]
    if len(lines) < len(values):
        poser.not_geometric(relation)
    return lines


def hold_parallel(relation: Relation, poser: Poser) -> None:
    """Demand that lines, in space planes too, are parallel, and not one and the same."""
    if hold_directions("parallel", relation, poser):
        return
    for one, other in pairwise(lines_of(relation, poser)):
        poser.require("parallel", *flat(one.a, one.b, other.a, other.b))


def hold_perpendicular(relation: Relation, poser: Poser) -> None:
    """Demand that two lines are at right angles, or the angle at the middle one of three letters."""
    values = relation.values_of("of")
    if len(values) == 1 and (points := spread(values, poser)) and len(points) == 3:
        a, v, b = points
        poser.require("perpendicular", *flat(a, v, b, v))
        return
    if hold_directions("perpendicular", relation, poser):
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
        first, vertex, second = halved
        other = line.b if line.a == vertex else line.a
        poser.require("equal_angle", *flat(first, vertex, other, other, vertex, second))
        poser.require("opposite_sides", *flat(first, second, vertex, other), sort=Sort.BOUND)


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
        elif not _touches_curve(one, other, relation, contact, poser):
            poser.not_geometric(relation)


def _touches_curve(
    one: Shape[int], other: Shape[int], relation: Relation, contact: Point[int] | None, poser: Poser
) -> bool:
    """Demand that a line touches a curve with an equation; tell whether that can be said."""
    pairs = list(zip((one, other), relation.values_of("of")))
    line = next((shape for shape, _ in pairs if isinstance(shape, Line)), None)
    plot = next(
        (found for shape, value in pairs if not isinstance(shape, Line) and (found := plot_of(value, poser))),
        None,
    )
    if line is None or plot is None:
        return False
    if contact is None and _decided(line, relation, poser):
        return True
    touch = contact or poser.point_at("contact")
    hold_on_curve(touch, plot, poser)
    tangent = tangent_at(touch, plot, poser)
    if not isinstance(tangent, Line):
        return False
    poser.require("collinear", *flat(touch, line.a, line.b))
    poser.require("parallel", *flat(line.a, line.b, tangent.a, tangent.b))
    return True


def _decided(line: Line[int], relation: Relation, poser: Poser) -> bool:
    """Whether numbers alone decide that a line touches a conic. Emits COR012 for one that does not."""
    ends = [known(point, poser) for point in (line.a, line.b)]
    things = [poser.entity(value) for value in relation.values_of("of")]
    curves = (thing.kind.curve(thing, poser.panel) for thing in things if thing and thing.kind.curve)
    conic = next((found for curve in curves if curve and (found := quadratic_of(curve, {}))), None)
    if conic is None or ends[0] is None or ends[1] is None:
        return False
    (x, y), (u, v) = (poser.frame.data(*end) for end in ends if end)
    if abs(clearance((v - y, x - u, (v - y) * x + (x - u) * y), conic)) > TOUCHING:
        message = "the line does not touch the curve"
        hints = ["mind the equations, or let a letter in one of them be found"]
        poser.diagnostics.append(NO_INTERSECTION.found(message, relation.span, hints=hints))
    return True


def _line_or_circle(value: Value, poser: Poser) -> Shape[int]:
    return poser.line(value) or poser.circle(value) or poser.shape(value)


def _touch(
    one: Circle[int], other: Circle[int], contact: Point[int] | None, relation: Relation, poser: Poser
) -> None:
    inside = any(relation.has(f) for f in ("internal", "internally", "inside", "inner"))
    kernel = "tangent_circles_internal" if inside else "tangent_circles_external"
    if relation.has("either"):
        kernel = "tangent_circles"
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
    return any(
        (target := relation.value("on")) is not None
        and poser.shape(target) == circle
        and any(poser.shape(v) == point for v in relation.values_of("of"))
        for relation in poser.panel.relations
    )


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


def draw_perpendicular_mark(relation: Relation, pen: Pen) -> None:
    """Draw the square where two perpendicular lines cross."""
    shapes = [s for v in relation.values_of("of") if isinstance(s := pen.shape(v), Line)]
    if len(shapes) == 2:
        arms = [(xy(s.a), xy(s.b)) for s in shapes]
        at = crossing_of(*arms)
        if at is not None:
            ends: list[XY] = [max(a, key=lambda p: (p[0] - at[0]) ** 2 + (p[1] - at[1]) ** 2) for a in arms]
            draw_right_angle(pen, ends[0], at, ends[1])


LINES = Slot("of", Want.LINE, "the lines", ("lines", "to", "with"), many=True, least=2, required=True)
AT = Slot("at", Want.POINT, "where they meet", ("in",), positional=False)
TOUCH = ("either", "internal", "internally", "inside", "inner", "external", "externally", "outside", "outer")

VERBS = (
    verb("parallel", "Lines are parallel; silent.", (LINES,), hold_parallel, "parallel(AB, CD)", "is_parallel"),
    verb(
        "parallel_marks", "Lines are parallel, marked with chevrons.", (LINES, COUNT), hold_parallel, "parallel_marks(AB, CD)",
        "parallel_mark", "mark_parallel", draw=draw_parallel,
    ),
    verb("perpendicular", "Lines are at right angles; silent (`right_angle` is the printed twin).", (LINES, AT), hold_perpendicular, "perpendicular(AB, CD)", "orthogonal", "normal_to", "perp"),
    verb(
        "perpendicular_marks", "Lines are at right angles, marked with a square where they cross.", (LINES, AT), hold_perpendicular,
        "perpendicular_marks(AB, CD)", draw=draw_perpendicular_mark,
    ),
    verb("bisects", "A line halves a segment or an angle.", (Slot("line", Want.LINE, "the line", required=True), SEGMENT), hold_bisects, "bisects(AD, BAC)", "bisector", "bisect", "halves"),
    verb(
        "tangent", "A line and a circle, or two circles, touch; `internal` for one circle in the other, `either` for whichever.",
        (Slot("of", (Want.LINE, Want.CIRCLE, Want.ENTITY), "line and circle, or circles", ("to", "with"), many=True, least=2, required=True), AT), hold_tangent,
        "tangent(l, c)", "tangent_to", "touches", flags=TOUCH,
    ),
    verb(
        "symmetric", "Two points are mirror images in a line or a point.",
        (Slot("of", (Want.POINT, Want.PATH), "the points", ("points",), many=True, required=True), Slot("about", (Want.LINE, Want.POINT), "the line or point", ("in", "across", "axis", "wrt"), positional=False)),
        hold_symmetric, "symmetric(A, B, about = l)", "symmetrical", "mirror_images",
    ),
)  # fmt: skip
