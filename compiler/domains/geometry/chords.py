"""Lines of a circle: chords, diameters, radii, tangents, secants."""

from __future__ import annotations

import math
from dataclasses import replace

from ...draw.angles import draw_right_angle
from ...draw.outlines import outline_of
from ...draw.pen import Pen
from ...model import Entity
from ...pose.incidence import flat, spread
from ...pose.poser import Poser
from ...shapes import Circle, Conic, Curve, Ellipse, Line, Point, Shape, xy
from ...system import Sort
from ...targets import AlongLine
from ...values import Value
from ...vocabulary import Kind, PartOf, PoseKind, Slot, Want
from ..core.curve_points import keep_on, plot_of
from ..core.lines import direct, has_another_name, line_texts
from ..core.plotted import Plotted
from ..core.tangents import tangent_of_curve, touching
from .places import between

DEEP = 0.6
"""How far from the centre, in radii, a free chord would like to be at most."""

OF = Slot("of", Want.CIRCLE, "the circle", ("circle", "in", "to", "on"))
CHORD_OF = Slot(
    "of", (Want.CIRCLE, Want.ENTITY), "the circle or conic", ("circle", "in", "to", "on"), trait="curve"
)
POINTS = Slot("points", (Want.POINT, Want.PATH), "its ends", ("through", "ends", "between"), many=True)
LENGTH = Slot("length", Want.MEASURE, "its length", ("len", "value"), dimension="length", printed=True)
HEADING = Slot("direction", Want.DIRECTION, "its direction", ("dir", "heading"), positional=False)
DISTANCE = Slot(
    "distance",
    Want.MEASURE,
    "its distance from the centre",
    ("from_center", "d"),
    dimension="length",
    printed=True,
    positional=False,
)


def circle_of(entity: Entity, poser: Poser) -> Circle[int] | None:
    """Return the circle that a line belongs to: the stated one, else the only one."""
    value = entity.value("of")
    if value is not None:
        return poser.circle(value)
    found = [n for n, e in poser.panel.entities.items() if e.kind.name == "circle"]
    shape = poser.shape_of(found[0]) if len(found) == 1 else None
    return shape if isinstance(shape, Circle) else None


def on(point: Point[int], circle: Circle[int], poser: Poser) -> None:
    """Demand that a point lies on a circle; a point that a circle was made through needs no saying."""
    poser.require("on_circle", *flat(point, circle.center), circle.radius)


def ends_on(entity: Entity, circle: Circle[int], count: int, poser: Poser) -> list[Point[int]]:
    """Return points on the circle: the named ones, then free ones."""
    points = spread(entity.values_of("points"), poser)[:count]
    points += [poser.point_at(f"{entity.name}.{k}") for k in range(len(points), count)]
    for point in points:
        on(point, circle, poser)
    return points


def wish_deep(a: Point[int], b: Point[int], circle: Circle[int], poser: Poser) -> None:
    """Wish a free chord nearer to the centre than to the rim."""
    gap = poser.defined("distance_to_line", *flat(circle.center, a, b), start=8.0)
    poser.wish(
        "greater", poser.defined("scaled", circle.radius, poser.constant(DEEP), start=10.0), gap, weight=0.2
    )


def pose_chord(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a chord: both ends on the circle."""
    of = entity.value("of")
    conic = poser.shape(of) if of is not None else None
    if of is not None and isinstance(conic, Ellipse | Conic | Curve):
        return _of_conic(entity, of, poser)
    circle = circle_of(entity, poser)
    if circle is None:
        return between(spread(entity.values_of("points"), poser), poser)
    a, b = ends_on(entity, circle, 2, poser)
    if len(spread(entity.values_of("points"), poser)) < 2:
        poser.require("separation", *flat(a, b), poser.constant(2.0), sort=Sort.BOUND)
        wish_deep(a, b, circle, poser)
    direct(entity.value("direction"), a, b, poser)
    _level(entity, a, b, poser)
    poser.drawn(a, b)
    poser.drawn_segment(a, b)
    _hold(entity, a, b, circle, poser)
    return Line(a, b)


def _of_conic(entity: Entity, of: Value, poser: Poser) -> Shape[int]:
    """Pose a chord of a conic: between two points of it, or through one place, as a focal chord is."""
    said = spread(entity.values_of("points"), poser)
    ends = said[:2] if len(said) > 1 else [poser.point_at(f"{entity.name}.{k}") for k in (1, 2)]
    for point in ends:
        keep_on(point, poser.shape(of), plot_of(of, poser), poser)
    a, b = ends
    if len(said) == 1:
        poser.require("collinear", *flat(said[0], a, b))
        poser.require("on_segment", *flat(said[0], a, b), sort=Sort.BOUND)
    poser.require("separation", *flat(a, b), poser.constant(8.0), sort=Sort.BOUND)
    _level(entity, a, b, poser)
    direct(entity.value("direction"), a, b, poser)
    if (value := entity.value("length")) is not None:
        poser.state(poser.defined("distance", *flat(a, b), start=30.0), value, "length")
    poser.drawn_segment(a, b)
    return Line(a, b)


def _level(entity: Entity, a: Point[int], b: Point[int], poser: Poser) -> None:
    for flag, axis in (("horizontal", "y"), ("vertical", "x")):
        if entity.has(flag):
            poser.equate(getattr(a, axis), getattr(b, axis))


def _hold(entity: Entity, a: Point[int], b: Point[int], circle: Circle[int], poser: Poser) -> None:
    if (value := entity.value("length")) is not None:
        poser.state(poser.defined("distance", *flat(a, b), start=30.0), value, "length")
    if (value := entity.value("distance")) is not None:
        gap = poser.defined("distance_to_line", *flat(circle.center, a, b), start=10.0)
        poser.state(gap, value, "length")


def pose_diameter(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a diameter: a chord through the centre."""
    circle = circle_of(entity, poser)
    points = spread(entity.values_of("points"), poser)[:2]
    if circle is None:
        return between(points, poser)
    a = points[0] if points else poser.point_at(f"{entity.name}.1", -20.0)
    on(a, circle, poser)
    if len(points) > 1:
        b = points[1]
        poser.require("midpoint", *flat(a, b, circle.center))
    else:
        b = poser.defined_point("rotated", *flat(a, circle.center), poser.constant(math.pi))
    direct(entity.value("direction"), a, b, poser)
    _level(entity, a, b, poser)
    if (value := entity.value("length")) is not None:
        poser.state(poser.defined("scaled", circle.radius, poser.constant(2.0), start=40.0), value, "length")
    poser.drawn_segment(a, b)
    return Line(a, b)


def pose_radius(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a radius: from the centre to a point of the circle."""
    circle = circle_of(entity, poser)
    points = spread(entity.values_of("points"), poser)
    if circle is None:
        return between(points, poser)
    rest = [p for p in points if p != circle.center]
    rim = rest[-1] if rest else poser.point_at(f"{entity.name}.rim", 20.0, 10.0)
    on(rim, circle, poser)
    direct(entity.value("direction"), circle.center, rim, poser)
    if (value := entity.value("length")) is not None:
        poser.state(circle.radius, value, "length")
    poser.drawn_segment(circle.center, rim)
    return Line(circle.center, rim)


def pose_tangent(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a tangent: at a point of the circle (a line), from a point outside (a segment to the contact), or to two circles."""
    if (line := tangent_of_curve(entity, poser)) is not None:
        return line
    circle = circle_of(entity, poser)
    outer, contact = _named(entity, "from", poser), _named(entity, "at", poser)
    points = spread(entity.values_of("points"), poser)
    if circle is None:
        return between(points, poser, "segment" if len(points) > 1 else "line")
    if outer is None and contact is None and len(points) == 1:
        contact, points = points[0], []
    second = poser.circle(v) if (v := entity.value("second")) is not None else None
    if second is not None and len(points) == 2:
        on(points[0], circle, poser)
        return _common(circle, second, points[0], entity, poser, points[1])
    if outer is None and len(points) == 2:
        outer, contact = points
    elif outer is not None and contact is None:
        contact = next((p for p in points if p != outer), None)
    touching = contact or poser.point_at(f"{entity.name}.contact", 15.0, 15.0)
    on(touching, circle, poser)
    if second is not None:
        return _common(circle, second, touching, entity, poser)
    if outer is None:
        turned = poser.defined_point("rotated", *flat(circle.center, touching), poser.constant(math.pi / 2))
        direct(entity.value("direction"), touching, turned, poser)
        return Line(touching, turned, "line")
    poser.require("tangent_point", *flat(outer, touching, circle.center))
    poser.wish("separation", *flat(outer, touching), poser.constant(30.0), weight=0.1)
    poser.drawn_segment(outer, touching)
    if (value := entity.value("length")) is not None:
        poser.state(poser.defined("distance", *flat(outer, touching), start=30.0), value, "length")
    return Line(outer, touching)


def _named(entity: Entity, slot: str, poser: Poser) -> Point[int] | None:
    value = entity.value(slot)
    return poser.point(value) if value is not None else None


def _common(
    one: Circle[int],
    two: Circle[int],
    touching: Point[int],
    entity: Entity,
    poser: Poser,
    contact: Point[int] | None = None,
) -> Line[int]:
    """Pose a common tangent of two circles, external unless `internal`; it touches the second at a named point."""
    other = contact or poser.point_at(f"{entity.name}.contact2", 30.0, 15.0)
    on(other, two, poser)
    poser.require("tangent_point", *flat(other, touching, one.center))
    poser.require("tangent_point", *flat(touching, other, two.center))
    sides = "opposite_sides" if entity.has("internal") or entity.has("inner") else "same_side"
    poser.require(sides, *flat(one.center, two.center, touching, other), sort=Sort.BOUND)
    return Line(touching, other)


def pose_secant(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a secant: a line through a point outside (or none) that cuts the circle twice."""
    of = entity.value("of")
    plot = plot_of(of, poser) if of is not None else None
    if plot is not None and not isinstance(poser.shape(of), Circle):  # type: ignore[arg-type]
        return _of_curve(entity, plot, poser)
    circle = circle_of(entity, poser)
    outer = _named(entity, "from", poser)
    points = spread(entity.values_of("points"), poser)
    if circle is None or (outer is None and len(points) < 2):
        chord = pose_chord(entity, poser)
        return Line(chord.a, chord.b, "line") if isinstance(chord, Line) else chord
    if outer is None and len(points) == 3:
        outer, points = points[0], points[1:]
    near, far = ends_on(entity, circle, 2, poser) if outer is None else _two_on(points, circle, entity, poser)
    if outer is None:
        return Line(near, far, "line")
    poser.require("collinear", *flat(near, outer, far))
    poser.require("on_segment", *flat(near, outer, far), sort=Sort.BOUND)
    poser.wish("separation", *flat(near, far), poser.constant(28.0), weight=0.1)
    poser.wish("separation", *flat(outer, near), poser.constant(15.0), weight=0.1)
    return Line(outer, far)


def _of_curve(entity: Entity, plot: Plotted, poser: Poser) -> Shape[int]:
    """Pose the secant of a curve: the line through two of its points, which may be said by their x."""
    said = [value for slot in ("from", "to") if (value := entity.value(slot)) is not None]
    points = [touching(value, plot, poser) for value in said] + spread(entity.values_of("points"), poser)
    if len(points) < 2:
        return between(points, poser, "line")
    return Line(points[0], points[1], "line")


def _two_on(
    points: list[Point[int]], circle: Circle[int], entity: Entity, poser: Poser
) -> tuple[Point[int], Point[int]]:
    found = [*points[:2]]
    found += [poser.point_at(f"{entity.name}.{k}", 10.0 + 20 * k, 5.0) for k in range(len(found), 2)]
    for point in found:
        on(point, circle, poser)
    return found[0], found[1]


def draw_line_of_circle(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a line of a circle with its text and stated length; a tangent at a drawn radius gets its right angle."""
    if not isinstance(shape, Line) or has_another_name(entity, pen.solution.panel):
        return
    outline = outline_of(shape, pen.view)
    if len(outline.points) < 2:
        return
    id = pen.path(outline, role="curve" if shape.extent == "framed" else "edge", stroke=pen.stroke())
    circle = pen.shape(v) if (v := entity.value("of")) is not None else None
    if entity.kind.name == "tangent" and isinstance(circle, Circle) and not entity.style.bare:
        _mark_contact(shape, circle, pen)
    at = 0.5 if entity.kind.name != "diameter" else 0.75
    for text in line_texts(entity, pen):
        pen.label(text, AlongLine(outline.points, at=at), owner=id)


def _mark_contact(shape: Line[float], circle: Circle[float], pen: Pen) -> None:
    """Mark the right angle where a tangent meets a radius that is drawn."""
    center = xy(circle.center)
    ends = (xy(shape.a), xy(shape.b))
    contact = min(ends, key=lambda p: abs(math.dist(p, center) - circle.radius))
    other = next((p for p in ends if p != contact), contact)
    for name, entity in pen.solution.panel.entities.items():
        line = pen.shape_of(name)
        if isinstance(line, Line) and not entity.style.hidden:
            joins = (xy(line.a), xy(line.b))
            if (
                min(math.dist(p, center) for p in joins) < 0.05
                and min(math.dist(p, contact) for p in joins) < 0.05
            ):
                draw_right_angle(pen, center, contact, other)
                return


def _kind(
    name: str, doc: str, slots: tuple[Slot, ...], aliases: tuple[str, ...], pose: PoseKind, example: str
) -> Kind:
    return Kind(
        name=name, doc=doc, slots=slots, aliases=aliases, traits=("line",), flags=("horizontal", "vertical", "internal", "external", "inner", "outer"),
        parts=(PartOf("start", "its first end"), PartOf("end", "its other end"), PartOf("mid", "its middle")),
        pose=pose, draw=draw_line_of_circle, z=9, example=example,
    )  # fmt: skip


FROM = Slot(
    "from", Want.POINT, "the point outside that it starts from", ("external", "outside"), positional=False
)
TOUCHED = Slot(
    "of",
    (Want.CIRCLE, Want.ENTITY),
    "the circle, or a curve with an equation",
    ("circle", "to", "curve"),
    trait="curve",
)
AT = Slot(
    "at",
    (Want.POINT, Want.NUMBER),
    "where it touches: a point, or its x on a curve",
    ("contact", "touching_at", "point", "to_point"),
    positional=False,
)
SECANT_FROM = Slot("from", (Want.POINT, Want.NUMBER), "the point outside that it starts from; on a curve its first point, or the x of that", ("outer", "start"), positional=False)  # fmt: skip
SECANT_TO = Slot("to", (Want.POINT, Want.NUMBER), "the second point on a curve, or its x", positional=False)
SECOND = Slot("second", Want.CIRCLE, "the other circle of a common tangent", ("and", "other"))

KINDS = (
    _kind("chord", "A segment between two points of a circle or conic; of a conic also `through` one place, as a focal chord.", (CHORD_OF, POINTS, LENGTH, DISTANCE, HEADING), (), pose_chord, "chord AB(of = c)"),
    _kind("diameter", "A chord through the centre.", (OF, POINTS, LENGTH, HEADING), (), pose_diameter, "diameter AB(of = c)"),
    _kind("radius", "A segment from the centre to the circle.", (OF, POINTS, LENGTH, HEADING), ("radius_segment",), pose_radius, "radius OA(of = c)"),
    _kind(
        "tangent", "A line that touches a circle: `at` a point of it, `from` a point outside (then it ends where it touches), or of two circles.",
        (TOUCHED, SECOND, FROM, AT, POINTS, LENGTH, HEADING), ("tangent_line", "tangent_segment", "common_tangent"), pose_tangent,
        "tangent t(c, at = P)",
    ),
    _kind("secant", "A line that cuts a circle twice, `from` a point outside; or a curve at two points, `from = 1, to = 2` on a graph.", (replace(CHORD_OF, aliases=("circle", "in", "curve")), SECANT_FROM, SECANT_TO, POINTS, LENGTH), ("secant_line",), pose_secant, "secant s(c, from = P)"),
)  # fmt: skip
