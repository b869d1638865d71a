"""Lines of a triangle and of an angle: medians, altitudes, bisectors, midlines, perpendicular bisectors."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ...draw.angles import draw_right_angle
from ...draw.equal_marks import draw_ticks
from ...draw.outlines import outline_of
from ...draw.pen import Pen
from ...model import Entity
from ...pose.anchors import midpoint
from ...pose.incidence import flat, spread
from ...pose.poser import Poser
from ...shapes import XY, Line, Point, Polygon, Polyline, Shape, xy
from ...targets import AlongLine
from ...values import Value
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.lines import line_texts
from .places import between, opposite, placed, triangle_of

TO = Slot("to", Want.LINE, "the side that it goes to", ("onto", "side", "on_side"), many=False)
OF = Slot("of", (Want.ENTITY, Want.PATH), "the triangle", ("triangle", "in"), trait="triangle")
POINTS = Slot(
    "points",
    (Want.POINT, Want.PATH),
    "where it starts, and where it ends if that has a name",
    ("from", "through", "vertex"),
    many=True,
)
LENGTH = Slot("length", Want.MEASURE, "its length", ("len", "value"), dimension="length", printed=True)


def altitude_foot(
    vertex: Point[int], p: Point[int], q: Point[int], poser: Poser, target: Point[int] | None = None
) -> Point[int]:
    """Return the foot of the perpendicular from a vertex on the line pq."""
    return placed("foot", flat(vertex, p, q), target, poser)


def median_foot(
    vertex: Point[int], p: Point[int], q: Point[int], poser: Poser, target: Point[int] | None = None
) -> Point[int]:
    """Return the middle of pq."""
    return placed("midpoint", flat(p, q), target, poser)


def bisector_foot(
    vertex: Point[int], p: Point[int], q: Point[int], poser: Poser, target: Point[int] | None = None
) -> Point[int]:
    """Return where the bisector of the angle at a vertex meets pq: it divides pq as the sides at the vertex."""
    near, far = (poser.defined("distance", *flat(vertex, e), start=30.0) for e in (p, q))
    share = poser.defined("quotient", near, poser.defined("sum2", near, far, start=60.0), start=0.5)
    return placed("fraction", (*flat(p, q), share), target, poser)


FEET = {"altitude": altitude_foot, "median": median_foot, "angle_bisector": bisector_foot}


def pose_cevian(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a line from a vertex to the opposite side."""
    points = spread(entity.values_of("points"), poser)
    if entity.kind.name == "angle_bisector" and len(points) == 3:
        return _of_angle(points[0], points[1], points[2], entity, poser)
    triangle = triangle_of(entity, poser, points[0] if points else None)
    vertex = points[0] if points else triangle[0] if triangle else poser.point_at("vertex")
    side = _side(entity.value("to"), triangle, vertex, poser)
    if side is None:
        return Line(vertex, points[1] if len(points) > 1 else poser.point_at("end", 20.0))
    target = points[1] if len(points) > 1 else None
    foot = FEET[entity.kind.name](vertex, *side, poser, target)
    if entity.kind.name == "altitude":
        poser.wish("on_segment", *flat(foot, *side), weight=0.2)
    poser.drawn_segment(vertex, foot)
    _hold_length(entity, vertex, foot, poser)
    return Line(vertex, foot)


def _side(
    value: Value | None, triangle: tuple[Point[int], ...], vertex: Point[int], poser: Poser
) -> tuple[Point[int], Point[int]] | None:
    line = poser.line(value) if value is not None else None
    return (line.a, line.b) if line else opposite(triangle, vertex)


def _of_angle(a: Point[int], v: Point[int], b: Point[int], entity: Entity, poser: Poser) -> Line[int]:
    foot = bisector_foot(v, a, b, poser)
    inside = any(
        isinstance(s := poser.shape_of(n), Polygon) and {v, a, b} <= set(s.points) for n in list(poser.panel.entities)
        if n != entity.name and "polygon" in poser.panel.entities[n].kind.traits
    )  # fmt: skip
    return Line(v, foot, "segment" if inside else "ray")


def _hold_length(entity: Entity, a: Point[int], b: Point[int], poser: Poser) -> None:
    if (stated := entity.value("length")) is not None:
        poser.state(poser.defined("distance", *flat(a, b), start=25.0), stated, "length")


def pose_midline(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the segment between the middles of two sides of a triangle."""
    points = spread(entity.values_of("points"), poser)
    triangle = triangle_of(entity, poser, None) or _only_triangle(poser)
    if not triangle:
        return between(points, poser)
    value = entity.value("to")
    line = poser.line(value) if value is not None else None
    base = {line.a, line.b} if line else {triangle[0], triangle[1]}
    apex = next((p for p in triangle if p not in base), triangle[0])
    ends = [p for p in triangle if p in base]
    feet = [
        placed("midpoint", flat(apex, e), points[k] if k < len(points) else None, poser)
        for k, e in enumerate(ends)
    ]
    _hold_length(entity, feet[0], feet[1], poser)
    return Line(feet[0], feet[1])


def _only_triangle(poser: Poser) -> tuple[Point[int], ...]:
    from .places import corners

    found = [n for n, e in poser.panel.entities.items() if "triangle" in e.kind.traits]
    return corners(poser.shape_of(found[0])) if len(found) == 1 else ()


def pose_perpendicular_bisector(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the perpendicular bisector of a segment."""
    ends = spread(entity.values_of("points"), poser)
    value = entity.value("to")
    line = poser.line(value) if value is not None else Line(ends[0], ends[1]) if len(ends) > 1 else None
    if line is None:
        return Line(poser.point_at("a"), poser.point_at("b", 20.0), "line")
    middle = midpoint(line.a, line.b, poser)
    turned = poser.defined_point("rotated", *flat(line.b, middle), poser.constant(math.pi / 2))
    return Line(middle, turned, "line")


def cevian_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the foot of a line of a triangle."""
    return shape.b if isinstance(shape, Line) and part in ("foot", "end") else None


def draw_cevian(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a line of a triangle with its marks: a right angle at a foot, ticks at a median's halves."""
    if not isinstance(shape, Line):
        return
    outline = outline_of(shape, pen.view)
    id = pen.path(outline, stroke=pen.stroke())
    side = _drawn_side(entity, shape, pen)
    if side is not None and not entity.style.bare:
        _mark(entity, shape, side, pen)
    for text in line_texts(entity, pen):
        pen.label(text, AlongLine(outline.points), owner=id)


def _mark(entity: Entity, shape: Line[float], side: tuple[XY, XY], pen: Pen) -> None:
    vertex, foot = xy(shape.a), xy(shape.b)
    if entity.kind.name == "altitude":
        _extend(foot, side, pen)
        draw_right_angle(pen, vertex, foot, max(side, key=lambda e: math.dist(e, foot)))
    elif entity.kind.name == "median" and entity.has("marked"):
        draw_ticks(pen, side[0], foot, 1)
        draw_ticks(pen, foot, side[1], 1)


def _extend(foot: XY, side: tuple[XY, XY], pen: Pen) -> None:
    """Draw a side out to a foot that lies beyond it, dashed."""
    whole = math.dist(*side)
    near = min(side, key=lambda e: math.dist(e, foot))
    if max(math.dist(e, foot) for e in side) > whole + 0.1:
        with pen.thin():
            pen.line([near, foot], stroke=pen.stroke(dash="dashed"), role="extension")


def _drawn_side(entity: Entity, shape: Line[float], pen: Pen) -> tuple[XY, XY] | None:
    value = entity.value("to")
    given = pen.shape(value) if value is not None else None
    if isinstance(given, Line):
        return xy(given.a), xy(given.b)
    vertex = xy(shape.a)
    for outline in _outlines(entity, pen):
        rest = [p for p in outline if math.dist(p, vertex) > 1e-6]
        if len(rest) == 2 and _near_line(xy(shape.b), rest[0], rest[1]):
            return rest[0], rest[1]
    return None


def _outlines(entity: Entity, pen: Pen) -> Iterator[list[XY]]:
    """Yield the vertices of the triangle that a line was said to belong to, then of all others."""
    value = entity.value("of")
    shapes = [pen.shape(value)] if value is not None else []
    shapes += [pen.shape_of(n) for n, e in pen.solution.panel.entities.items() if "triangle" in e.kind.traits]
    for found in shapes:
        if isinstance(found, Polygon | Polyline):
            yield [xy(p) for p in found.points]


def _near_line(p: XY, a: XY, b: XY) -> bool:
    across = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
    return abs(across) < 1e-2 * math.dist(a, b)


def draw_perpendicular_bisector(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a perpendicular bisector with its right angle and the ticks of the halves."""
    if not isinstance(shape, Line):
        return
    outline = outline_of(shape, pen.view)
    id = pen.path(outline, stroke=pen.stroke())
    value = entity.value("to")
    line = pen.shape(value) if value is not None else None
    spots = [xy(s) for v in entity.values_of("points") if isinstance(s := pen.shape(v), Point)]
    ends = (
        (xy(line.a), xy(line.b))
        if isinstance(line, Line)
        else (spots[0], spots[1])
        if len(spots) == 2
        else None
    )
    if ends is not None and not entity.style.bare:
        draw_right_angle(pen, xy(shape.b), xy(shape.a), ends[1])
        draw_ticks(pen, ends[0], xy(shape.a), 2)
        draw_ticks(pen, xy(shape.a), ends[1], 2)
    for text in line_texts(entity, pen):
        pen.label(text, AlongLine(outline.points, at=0.85), owner=id)


def _cevian(name: str, doc: str, aliases: tuple[str, ...], example: str) -> Kind:
    return Kind(
        name=name, doc=doc, slots=(TO, OF, POINTS, LENGTH), aliases=aliases, traits=("line",), flags=("marked",),
        parts=(PartOf("foot", "where it ends on the side"),), pose=pose_cevian, part=cevian_part, draw=draw_cevian, z=9,
        example=example,
    )  # fmt: skip


KINDS = (
    _cevian("altitude", "The perpendicular from a vertex on the opposite side, with its right angle.", (), "altitude AD(of = ABC)"),
    _cevian("median", "The segment from a vertex to the middle of the opposite side; `marked` ticks the halves.", (), "median AM(of = ABC)"),
    _cevian(
        "angle_bisector", "The bisector of an angle, to the opposite side of a triangle, else a ray.", ("bisector", "interior_bisector"),
        "angle_bisector b(A, B, C)",
    ),
    Kind(
        name="midline", doc="The segment between the middles of two sides, parallel to the third (`to`).",
        slots=(TO, OF, POINTS, LENGTH), aliases=("midsegment", "mid_segment"), traits=("line",), pose=pose_midline, draw=draw_cevian,
        z=9, example="midline MN(of = ABC, to = BC)",
    ),
    Kind(
        name="perpendicular_bisector", doc="The line through the middle of a segment at a right angle to it.",
        slots=(TO, POINTS, LENGTH), aliases=("perp_bisector", "mediator"), traits=("line",), pose=pose_perpendicular_bisector,
        draw=draw_perpendicular_bisector, z=9, example="perpendicular_bisector p(AB)",
    ),
)  # fmt: skip
