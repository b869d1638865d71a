"""Measures: dimensions and angles, printed when they carry a value, silent when compared."""

from __future__ import annotations

import math

from ....dsl.scene import Rect
from ...draw.angles import draw_angle_mark, draw_angle_name, draw_right_angle
from ...draw.beside import covers
from ...draw.dimensions import beside_boxes, draw_dimension
from ...draw.drops import draw_drop, draw_missing_arms, draw_projection
from ...draw.outlines import bounds_of
from ...draw.pen import Pen
from ...draw.space_marks import height_outside
from ...expression import to_label
from ...model import Relation
from ...pose.planes import angle_with_plane, distance_to_plane
from ...pose.poser import Arms, Poser
from ...shapes import XY, Box, Line, Point, Polygon, Polyline, Shape, xy
from ...values import Chain, Direction, Formula, PartRef, Value, Words
from ...vocabulary import Home, Slot, Verb, Want

VALUE = Slot("value", Want.MEASURE, "the value that is printed and holds", ("text", "label"), printed=True)
LEVELS = ("depth", "level")
THINGS = (Want.POINT, Want.LINE, Want.CIRCLE, Want.ENTITY)


def measure_distance(relation: Relation, poser: Poser) -> int:
    """Return the distance between two places or lines, or the length of one thing."""
    things = relation.values_of("of")
    if len(things) == 1:
        return poser.measure(things[0], "length")
    if relation.has("horizontal") or relation.has("vertical"):
        p, q = poser.point(things[0]), poser.point(things[1])
        ends = (p.x, q.x) if relation.has("horizontal") else (p.y, q.y)
        across = poser.defined("abs", poser.defined("difference", *ends), start=30.0)
        scale = 1.0 if relation.has("horizontal") else 1 / poser.frame.stretch
        return across if scale == 1 else poser.defined("scaled", across, poser.constant(scale))
    if (dropped := distance_to_plane(things[0], things[1], poser)) is not None:
        slot, point, foot = dropped
        poser.drops[relation] = (point, foot)
        return slot
    return distance_between(things[0], things[1], poser)


def distance_between(first: Value, second: Value, poser: Poser) -> int:
    """Return the slot of the distance between two things: point and line, two parallel lines, two points."""
    a, b = poser.line(first), poser.line(second)
    if a is None and b is None:
        p, q = poser.point(first), poser.point(second)
        return poser.distance(p, q)
    line, other = (b, first) if b is not None else (a, second)
    assert line is not None
    p = a.a if a is not None and b is not None else poser.point(other)
    return poser.defined("distance_to_line", p.x, p.y, line.a.x, line.a.y, line.b.x, line.b.y, start=20.0)


def distance_ends(relation: Relation, pen: Pen) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the two places between which a distance is drawn."""
    shapes = [pen.shape(v) for v in relation.values_of("of")]
    if len(shapes) == 1 and isinstance(shapes[0], Line):
        return xy(shapes[0].a), xy(shapes[0].b)
    if len(shapes) != 2:
        return None
    return between(shapes[0], shapes[1], pen)


def between(
    first: Shape[float], second: Shape[float], pen: Pen
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the nearest ends of two shapes: a perpendicular foot on a line, centres else."""
    p, q = pen.center(first), pen.center(second)
    if isinstance(second, Line) and not isinstance(first, Line) and p:
        return p, foot(p, second)
    if isinstance(first, Line) and q:
        start = xy(first.a) if isinstance(second, Line) else None
        return (start, foot(start, second)) if start and isinstance(second, Line) else (foot(q, first), q)
    return (p, q) if p and q else None


def foot(p: tuple[float, float], line: Line[float]) -> tuple[float, float]:
    """Return the foot of the perpendicular from a point to a line."""
    a, b = xy(line.a), xy(line.b)
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / ((dx * dx + dy * dy) or 1.0)
    return (a[0] + t * dx, a[1] + t * dy)


def draw_distance(relation: Relation, pen: Pen) -> None:
    """Draw a dimension line with its value."""
    text = pen.words_of(relation)
    if not text or relation.compared:
        return
    if relation in pen.solution.poser.drops:
        draw_drop(pen, *pen.solution.drop(relation), text)
        return
    shapes = [pen.shape(v) for v in relation.values_of("of")]
    if any(isinstance(s, Box) for s in shapes) or any(_holder(v, pen) for v in relation.values_of("of")):
        things = relation.values_of("of")
        whole = bounds_of(holder) if len(things) == 1 and (holder := _holder(things[0], pen)) else None
        boxes = [whole] if whole else [b for v in things if (b := _reach(v, pen))]
        if not boxes:
            return
        ends, side = beside_boxes(boxes, _upright(relation))
        draw_dimension(pen, *ends, text, side=side)
    elif (found := distance_ends(relation, pen)) and _is_height_in_space(relation, pen, found):
        low, high = sorted(found, key=lambda p: p[1])
        height_outside(pen, low, high, text, left=_is_level(relation))
    elif found := distance_ends(relation, pen):
        draw_dimension(pen, *_levelled(relation, *found), text)


def _is_height_in_space(relation: Relation, pen: Pen, ends: tuple[XY, XY]) -> bool:
    """Whether a dimension is of a height in space of which no line is drawn: `dimension(tank.height, 3 m)`."""
    if pen.solution.poser.frame.camera is None or not _upright(relation):
        return False
    return abs(ends[0][0] - ends[1][0]) < 1e-6 and not covers(pen.canvas.items, *ends)


def _is_level(relation: Relation) -> bool:
    return any(isinstance(v, PartRef) and v.part in LEVELS for v in relation.values_of("of"))


def _levelled(relation: Relation, a: XY, b: XY) -> tuple[XY, XY]:
    """Return the ends of a dimension that is measured across or upright only: beside the drawing, level."""
    if relation.has("horizontal"):
        return (a[0], min(a[1], b[1])), (b[0], min(a[1], b[1]))
    if relation.has("vertical"):
        return (max(a[0], b[0]), a[1]), (max(a[0], b[0]), b[1])
    return a, b


def _holder(value: Value, pen: Pen) -> Box[float] | None:
    """Return the box whose side or corner a place is; what is found by numbers, `g.node(1, 2)`, is a place by itself."""
    whole = pen.shape(value.base) if isinstance(value, PartRef) and not value.args else None
    return whole if isinstance(whole, Box) else None


def _reach(value: Value, pen: Pen) -> Rect | None:
    """Return what a dimension at a place must keep clear of: of a side of a box, that whole side."""
    own, holder = bounds_of(pen.shape(value)), _holder(value, pen)
    if own is None or holder is None or own[0] != own[2] or own[1] != own[3]:
        return own
    x, y = own[0], own[1]
    if abs(abs(y - holder.center.y) - holder.half_height) < 1e-6:
        return (holder.center.x - holder.half_width, y, holder.center.x + holder.half_width, y)
    return (x, holder.center.y - holder.half_height, x, holder.center.y + holder.half_height)


def _upright(relation: Relation) -> bool:
    """Whether a dimension is of a height: `dimension(tank.height, 3 m)`."""
    return any(
        isinstance(v, PartRef) and v.part in ("height", "h", *LEVELS) for v in relation.values_of("of")
    )


def measure_angle(relation: Relation, poser: Poser) -> int:
    """Return the angle at the middle one of three points, or between two lines or directions."""
    things = relation.values_of("of")
    if len(things) == 2 and (leaning := angle_with_plane(things[0], things[1], poser)) is not None:
        slot, top, meeting, foot = leaning
        poser.arms[relation] = ((top,), (meeting,), (foot,))
        poser.drops[relation] = (top, foot)
        return slot
    arms = angle_arms(relation, poser)
    if arms is None:
        poser.not_geometric(relation)
        return poser.free("angle", 1.0)
    first, vertex, second = arms
    if vertex:
        opening = poser.defined("angle", *coordinates(first[0], vertex[0], second[0]), start=0.9)
        if relation.has("reflex"):
            return poser.defined("difference", poser.constant(2 * math.pi), opening, start=4.0)
        return opening
    return poser.defined("line_angle", *coordinates(*first, *second), start=0.9)


def coordinates(*points: Point[int]) -> tuple[int, ...]:
    """Return the slots of points in a row."""
    return tuple(slot for point in points for slot in (point.x, point.y))


def angle_arms(relation: Relation, poser: Poser) -> Arms | None:
    """Return the arms of an angle and its vertex; the vertex is empty for lines without a common end."""
    things = list(relation.values_of("of"))
    if len(things) == 1 and isinstance(things[0], Chain) and len(things[0].ends) == 3:
        things = list(things[0].ends)
    if (
        len(things) == 1
        and isinstance(shape := poser.shape(things[0]), Polygon | Polyline)
        and len(shape.points) == 3
    ):
        # The letters of a declared figure: `angle(ABC)` beside `triangle ABC`.
        first, vertex, second = shape.points
        poser.arms[relation] = ((first,), (vertex,), (second,))
        return poser.arms[relation]
    arms = (
        _of_three(things, poser) if len(things) == 3 else _of_two(things, poser) if len(things) == 2 else None
    )
    if arms is not None:
        poser.arms[relation] = arms
    return arms


def _of_three(things: list[Value], poser: Poser) -> Arms:
    vertex = poser.point(things[1])
    return (arm_end(things[0], vertex, poser),), (vertex,), (arm_end(things[2], vertex, poser),)


def _of_two(things: list[Value], poser: Poser) -> Arms | None:
    first, second = (None if isinstance(t, Direction) else poser.line(t) for t in things)
    if first and second:
        shared = next((p for p in (first.a, first.b) for q in (second.a, second.b) if p == q), None)
        if shared:
            return (other_end(first, shared),), (shared,), (other_end(second, shared),)
        return (first.a, first.b), (), (second.a, second.b)
    line, direction = (first, things[1]) if first else (second, things[0])
    if line is None or not isinstance(direction, Direction):
        return None
    return (arm_end(direction, line.a, poser),), (line.a,), (line.b,)


def other_end(line: Line[int], end: Point[int]) -> Point[int]:
    """Return the end of a line that is not the given one."""
    return line.b if end == line.a else line.a


def arm_end(value: Value, vertex: Point[int], poser: Poser) -> Point[int]:
    """Return a point on an arm: the point itself, or one in a direction from the vertex."""
    if isinstance(value, Direction) and (theta := poser.angle_of(value)) is not None:
        x = poser.defined("sum2", vertex.x, poser.constant(20 * math.cos(theta)))
        y = poser.defined("sum2", vertex.y, poser.constant(20 * math.sin(theta)))
        return Point(x, y)
    return poser.point(value)


def draw_angle(relation: Relation, pen: Pen) -> None:
    """Draw the arc of an angle with its value; a right angle gets its square."""
    text = pen.words_of(relation)
    arms = pen.solution.arms(relation)
    if relation.compared or arms is None:
        return
    if name := said_name(relation):
        draw_angle_name(pen, *arms, name)
    if text or relation.flags:
        if relation in pen.solution.poser.drops:
            draw_projection(pen, *pen.solution.drop(relation), arms[1])
        draw_missing_arms(pen, arms)
        draw_angle_mark(pen, *arms, text, double=relation.has("double"), reflex=relation.has("reflex"))


def said_name(relation: Relation) -> str:
    """Return the name that a measure is given: `name = 1`, `name = "α"`."""
    value = relation.value("name")
    if isinstance(value, Words):
        return value.text
    return to_label(value.expression) if isinstance(value, Formula) else ""


def hold_right_angle(relation: Relation, poser: Poser) -> None:
    """Demand that two lines are perpendicular, or the angle at the middle point right."""
    arms = angle_arms(relation, poser)
    if arms is None:
        poser.not_geometric(relation)
        return
    first, vertex, second = arms
    if vertex:
        poser.require("perpendicular", *coordinates(first[0], vertex[0], second[0], vertex[0]))
    else:
        poser.require("perpendicular", *coordinates(*first, *second))


def draw_right(relation: Relation, pen: Pen) -> None:
    """Draw the square of a right angle."""
    arms = pen.solution.arms(relation)
    if arms is not None:
        draw_right_angle(pen, *arms)


def _value(dimension: str) -> Slot:
    return Slot(
        "value", Want.MEASURE, "the value that is printed and holds", ("text", "label"), dimension=dimension
    )


DIMENSION = Verb(
    name="dimension", doc="A dimension line between two places (or along one thing) with its value, which holds.",
    slots=(Slot("of", THINGS, "one line, or two places", many=True, required=True), _value("length")),
    aliases=("dim", "measure", "length_label", "distance_label", "distance"), flags=("horizontal", "vertical"), home=Home.LABELS,
    dimension="length", measure=measure_distance, draw=draw_distance, example="dimension(A, B, 15 ft)",
)  # fmt: skip
ANGLE = Verb(
    name="angle", doc="The angle at the middle of three points, or between two lines or directions, with its value; `reflex` for more than 180°.",
    slots=(
        Slot("of", (Want.POINT, Want.LINE, Want.DIRECTION), "arm, vertex, arm; or two lines", many=True, required=True),
        _value("angle"),
        Slot("name", (Want.TEXT, Want.NUMBER), "a number or letter that names it, printed without an arc", ("number",), positional=False),
    ),
    aliases=("angle_label", "angle_mark", "mark_angle"), flags=("double", "arc", "right", "reflex"), home=Home.LABELS,
    dimension="angle", measure=measure_angle, draw=draw_angle, example="angle(A, B, C, 60°)",
)  # fmt: skip
RIGHT_ANGLE = Verb(
    name="right_angle", doc="A right angle, marked with its square; holds.",
    slots=(Slot("of", (Want.POINT, Want.LINE, Want.DIRECTION), "arm, vertex, arm; or two lines", many=True, required=True),),
    aliases=("right_angle_mark", "square_mark", "perpendicular_mark"), home=Home.LABELS,
    hold=hold_right_angle, draw=draw_right, example="right_angle(A, B, C)",
)  # fmt: skip

VERBS = (DIMENSION, ANGLE, RIGHT_ANGLE)
