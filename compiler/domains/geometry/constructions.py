"""Points and lines constructed from others: midpoints, intersections, feet, images; perpendiculars and parallels."""

from __future__ import annotations

import math

from ...draw.angles import draw_right_angle
from ...draw.outlines import outline_of
from ...draw.pen import Pen
from ...model import Entity
from ...pose.anchors import anchor
from ...pose.incidence import flat, lies_on, spread
from ...pose.planes import foot_on, plane_of
from ...pose.poser import Poser
from ...shapes import XY, Arc, Ball, Circle, Ellipse, Facet, Line, Point, Shape, SpacePoint, xy
from ...system import Sort
from ...targets import AlongLine
from ...values import Value
from ...vocabulary import Kind, PartOf, PoseKind, Slot, Want
from ..core.curve_points import PICKS, WHICH, crossing_of_curves, plot_of
from ..core.lines import has_another_name, line_texts
from ..core.points import draw_point
from ..core.tangents import normal_of_curve, touching
from .places import placed

NEAR = 0.2
"""Of the base's length: how far apart the two points are by which an endless line is known."""


def pose_midpoint(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the middle of two points, a line or an arc."""
    values = entity.values_of("of")
    if len(values) == 1 and isinstance(shape := poser.shape(values[0]), Arc):
        found = anchor(shape, "mid", poser)
        if isinstance(found, Point):
            return _drawn(found, poser)
    points = spread(values, poser)
    return _drawn(
        placed("midpoint", flat(*points[:2]), None, poser)
        if len(points) > 1
        else poser.point_at(entity.name),
        poser,
    )


def _drawn(point: Point[int], poser: Poser) -> Point[int]:
    poser.drawn(point)
    return point


def pose_intersection(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a point that two lines or curves share; curves with equations meet where computation says."""
    if (computed := crossing_of_curves(entity, poser)) is not None:
        return computed
    shapes = [s for v in entity.values_of("of") for s in _lines_and_rounds(v, poser)]
    point = poser.point_at(entity.name)
    for shape in shapes[:3]:
        lies_on(point, shape, poser, bounded=False)
        if isinstance(shape, Line):
            poser.wish("on_segment", *flat(point, shape.a, shape.b), weight=0.05)
    other = entity.value("other_than")
    if other is not None:
        poser.require("separation", *flat(point, poser.point(other)), poser.constant(2.0), sort=Sort.BOUND)
    return _drawn(point, poser)


def _lines_and_rounds(value: Value, poser: Poser) -> list[Shape[int]]:
    shape = poser.shape(value)
    line = poser.line(value)
    return (
        [line]
        if line is not None
        else [shape]
        if isinstance(shape, Circle | Arc | Ellipse | Facet | Ball)
        else []
    )


def pose_foot(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the foot of the perpendicular from a point on a line, in space on a plane too."""
    onto = entity.value("on")
    plane = plane_of(onto, poser) if onto is not None else None
    of = spread(entity.values_of("of"), poser)
    if plane is not None and of and isinstance(of[0], SpacePoint):
        return _drawn(foot_on(plane, of[0], poser), poser)
    point, line = _point_and_line(entity, poser)
    if point is None or line is None:
        return poser.point_at(entity.name)
    foot = placed("foot", flat(point, line.a, line.b), None, poser)
    poser.wish("on_segment", *flat(foot, line.a, line.b), weight=0.2)
    return _drawn(foot, poser)


def _point_and_line(entity: Entity, poser: Poser) -> tuple[Point[int] | None, Line[int] | None]:
    line = poser.line(v) if (v := entity.value("on")) is not None else None
    points = spread(entity.values_of("of"), poser)
    if line is None and len(points) == 3:
        line = Line(points[1], points[2])
    return (points[0] if points else None), line


def pose_image(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the mirror image of a point in a line or a point; of another thing as of its points."""
    from ..analytic.images import mirrored

    if (image := mirrored(entity, poser)) is not None:
        return image
    point, line = _point_and_line(entity, poser)
    if point is None:
        return poser.point_at(entity.name)
    if line is not None:
        return _drawn(placed("reflected", flat(point, line.a, line.b), None, poser), poser)
    value = entity.value("center")
    points = spread(entity.values_of("of"), poser)
    center = (
        poser.point(value)
        if value is not None
        else points[1]
        if len(points) > 1
        else poser.point_at("center")
    )
    return _drawn(placed("rotated", (*flat(point, center), poser.constant(math.pi)), None, poser), poser)


def pose_division(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the point that divides a segment in a ratio, counted from its start."""
    points = spread(entity.values_of("of"), poser)
    if len(points) < 2:
        return poser.point_at(entity.name)
    value = entity.value("ratio")
    ratio = poser.measure(value, "number") if value is not None else poser.constant(1.0)
    whole = poser.defined("sum2", ratio, poser.constant(1.0), start=2.0)
    share = poser.defined("quotient", ratio, whole, start=0.5)
    return _drawn(placed("fraction", (*flat(*points[:2]), share), None, poser), poser)


def pose_perpendicular(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a perpendicular: from a point to its foot, or endless through a point."""
    base = poser.line(v) if (v := entity.value("to")) is not None else None
    points = spread(entity.values_of("points"), poser)
    curve = entity.value("curve")
    if curve is not None and (plot := plot_of(curve, poser)) is not None:
        stated = entity.value("through")
        at = touching(stated, plot, poser) if stated is not None else points[0] if points else None
        return normal_of_curve(entity, plot, at or poser.point_at("at"), poser)
    origin = poser.point(v) if (v := entity.value("from")) is not None else None
    through = poser.point(v) if (v := entity.value("through")) is not None else None
    if base is None:
        return _round_normal(entity, through or (points[0] if points else None), poser)
    if origin is None and through is None and len(points) == 2:
        origin = points[0]
    if origin is not None:
        rest = [p for p in points if p != origin]
        foot = placed("foot", flat(origin, base.a, base.b), rest[0] if rest else None, poser)
        poser.wish("on_segment", *flat(foot, base.a, base.b), weight=0.2)
        poser.drawn_segment(origin, foot)
        return Line(origin, foot)
    at = through or (points[0] if points else None) or poser.point_at(f"{entity.name}.at")
    return Line(at, _beside(at, base, math.pi / 2, poser), "line")


def _beside(at: Point[int], base: Line[int], turn: float, poser: Poser) -> Point[int]:
    """Return a near second point of the line through one, in the direction of a base line turned by an angle.

    By sums of places and not by way of the direction's angle, so that it moves with the base as the search does.
    """
    tip = base.b
    if turn:
        tip = poser.defined_point("rotated", *flat(base.b, base.a), poser.constant(turn))
    far = poser.defined_point("parallelogram", *flat(at, base.a, tip))
    return poser.defined_point("fraction", *flat(at, far), poser.constant(NEAR))


def _round_normal(entity: Entity, at: Point[int] | None, poser: Poser) -> Line[int]:
    """Pose the normal of a circle at one of its points."""
    value = entity.value("circle")
    circle = poser.circle(value) if value is not None else None
    if circle is None or at is None:
        return Line(at or poser.point_at("at"), poser.point_at("end", 20.0), "line")
    return Line(circle.center, at, "line")


def pose_parallel(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the line through a point that is parallel to another."""
    base = poser.line(v) if (v := entity.value("to")) is not None else None
    points = spread(entity.values_of("points"), poser)
    through = poser.point(v) if (v := entity.value("through")) is not None else points[0] if points else None
    at = through or poser.point_at(f"{entity.name}.at")
    if base is None:
        return Line(at, poser.point_at("end", 20.0), "line")
    if through is None:
        poser.require("clear_of_segment", *flat(at, base.a, base.b), poser.constant(8.0), sort=Sort.BOUND)
    if (value := entity.value("distance")) is not None:
        gap = poser.defined("distance_to_line", *flat(at, base.a, base.b), start=20.0)
        poser.state(gap, value, "length")
    return Line(at, _beside(at, base, 0.0, poser), "line")


def draw_constructed(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a constructed point; one that is only mentioned leaves no ink. The image of a larger thing is drawn as such."""
    if not isinstance(shape, Point):
        from ..analytic.images import draw_image

        draw_image(entity, shape, pen)
    elif entity.named:
        draw_point(entity, shape, pen)


def draw_constructed_line(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a perpendicular or parallel with its text; a perpendicular gets its right angle where it meets its base."""
    if not isinstance(shape, Line) or has_another_name(entity, pen.solution.panel):
        return
    outline = outline_of(shape, pen.view)
    if len(outline.points) < 2:
        return
    id = pen.path(outline, stroke=pen.stroke())
    base = pen.shape(v) if (v := entity.value("to")) is not None else None
    if isinstance(base, Line) and entity.kind.name == "perpendicular" and not entity.style.bare:
        _mark_crossing(shape, base, pen)
    for text in line_texts(entity, pen):
        pen.label(text, AlongLine(outline.points, at=0.8 if shape.extent == "line" else 0.5), owner=id)


def _mark_crossing(line: Line[float], base: Line[float], pen: Pen) -> None:
    from ..core.measures import foot

    at = foot(xy(line.a), base)
    arm = _farther(xy(line.a), xy(line.b), at)
    along_base = _farther(xy(base.a), xy(base.b), at)
    if math.dist(arm, at) > 1 and _reaches(at, base):
        draw_right_angle(pen, arm, at, along_base)


def _farther(p: XY, q: XY, at: XY) -> XY:
    return max((p, q), key=lambda e: math.dist(e, at))


def _reaches(at: XY, base: Line[float]) -> bool:
    a, b = xy(base.a), xy(base.b)
    return base.extent == "line" or math.dist(a, at) + math.dist(at, b) < math.dist(a, b) + 0.1


MANY = (Want.PATH, Want.POINT, Want.LINE, Want.ENTITY)
OF = Slot("of", MANY, "what it is made from", ("points", "line", "segment", "between"), many=True)
ON = Slot("on", (Want.LINE, Want.PATH), "the line", ("line", "onto", "to", "in", "across"))
POINT = Slot("of", Want.POINT, "the point", ("point", "from"), many=True)
TO = Slot("to", (Want.LINE,), "the line that it is made from", ("of", "line", "base", "onto", "surface"))
CURVE = Slot("curve", Want.ENTITY, "the curve whose normal it is, `through` a point of it", trait="curve")
NAMED = Slot("points", (Want.POINT, Want.PATH), "its points, if they have names", ("ends",), many=True)
THROUGH = Slot(
    "through",
    (Want.POINT, Want.NUMBER),
    "a point that it passes through, or its x on a curve",
    ("at", "via"),
    positional=False,
)
FROM = Slot(
    "from",
    Want.POINT,
    "the point that it is dropped from; it ends at its foot",
    ("drop_from",),
    positional=False,
)
LENGTH = Slot(
    "length", Want.MEASURE, "its length", ("value",), dimension="length", printed=True, positional=False
)


def _point(
    name: str, doc: str, slots: tuple[Slot, ...], aliases: tuple[str, ...], pose: PoseKind, example: str
) -> Kind:
    return Kind(
        name=name, doc=doc, slots=slots, aliases=aliases, traits=("point",), flags=("open", "hollow", *PICKS), pose=pose,
        draw=draw_constructed, names_itself=True, z=30, example=example,
    )  # fmt: skip


def _line(
    name: str, doc: str, slots: tuple[Slot, ...], aliases: tuple[str, ...], pose: PoseKind, example: str
) -> Kind:
    return Kind(
        name=name, doc=doc, slots=slots, aliases=aliases, traits=("line",), parts=(PartOf("foot", "where it ends"),), pose=pose,
        draw=draw_constructed_line, z=9, example=example,
    )  # fmt: skip


KINDS = (
    _point("midpoint", "The middle of two points, a segment or an arc.", (OF,), ("middle_of",), pose_midpoint, "midpoint M(A, B)"),
    _point(
        "intersection", "A point that two lines or curves share; `other_than` picks the second of two.",
        (OF, Slot("other_than", Want.POINT, "the shared point that is not meant", ("not", "besides"), positional=False), WHICH),
        ("intersect", "meet", "crossing", "intersection_point"), pose_intersection, "point X(intersection(AB, CD))",
    ),
    _point("foot", "The foot of the perpendicular from a point on a line.", (ON, POINT), ("projection", "project", "perpendicular_foot"), pose_foot, "foot H(A, BC)"),
    _point(
        "reflection", "The mirror image of a point in a line or a point.", (ON, POINT, Slot("center", Want.POINT, "the point to mirror in", ("about", "through"), positional=False)),
        ("mirror_image", "reflected_point", "mirror"), pose_image, "reflection Q(P, AB)",
    ),
    _point(
        "division", "The point that divides a segment in a ratio, counted from its start.", (OF, Slot("ratio", (Want.NUMBER, Want.MEASURE), "first part over second part")),
        ("division_point", "section"), pose_division, "division P(A, B, ratio = 2)",
    ),
    _line(
        "perpendicular", "A perpendicular to a line: `from` a point to its foot, or endless `through` a point.",
        (TO, CURVE, NAMED, THROUGH, FROM, LENGTH, Slot("circle", Want.CIRCLE, "the circle whose normal it is", positional=False)),
        ("perpendicular_line", "perp", "normal", "normal_line", "perpendicular_segment"), pose_perpendicular, "perpendicular p(BC, from = A)",
    ),
    _line(
        "parallel", "The line through a point that is parallel to another.",
        (TO, NAMED, THROUGH, LENGTH, Slot("distance", Want.MEASURE, "its distance from the other", dimension="length", positional=False)),
        ("parallel_line",), pose_parallel, "parallel p(AB, through = C)",
    ),
)  # fmt: skip
