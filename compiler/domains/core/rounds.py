"""Round things: circles, ellipses, rings."""

from __future__ import annotations

import math

from ...draw.dimensions import draw_dimension
from ...draw.in_space import draw_body
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...draw.radii import draw_diameter, draw_radius
from ...draw.sides import draw_texts
from ...draw.targets import around
from ...expression import Expression, Operation
from ...expression.quadratics import Quadratic, quadratic_of
from ...model import Entity, Panel
from ...pose.anchors import midpoint
from ...pose.incidence import lies_on
from ...pose.poser import Poser
from ...shapes import XY, Circle, Combined, Ellipse, Hoop, Nowhere, Point, Shape, polar, xy
from ...system import Sort
from ...targets import AlongLine, InArea
from ...values import Direction, Measure, PartRef, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .codes import NO_CIRCLE
from .equations import EQUATION, bounds_of
from .senses import SENSES, draw_sense
from .stated import stated_place

SMALLEST = 1.0
"""The smallest radius, in sketch millimetres, that a free one may shrink to."""
SENSE = 0.15
"""Where on a round line its arrowhead stands: off the axes."""
ROOMY = 22.0
"""What a free radius would like to be at least."""

CENTER = Slot(
    "center",
    Want.POINT,
    "its centre; two points are centre and rim, three lie on it",
    ("centre", "middle", "position", "pos"),
    many=True,
)
RADIUS = Slot("radius", Want.MEASURE, "its radius", ("r", "rad"), dimension="length", printed=True, spans=2.0)
DIAMETER = Slot(
    "diameter", (Want.LINE, Want.MEASURE), "its diameter: a length, or the segment that is one", ("d",),
    dimension="length", printed=True, positional=False,
)  # fmt: skip
THROUGH = Slot(
    "through", Want.POINT, "points on it", ("passes_through", "points"), many=True, positional=False
)
OUTER = Slot(
    "outer",
    (Want.MEASURE, Want.CIRCLE),
    "its outer radius or circle",
    ("outer_radius", "R"),
    dimension="length",
    printed=True,
    spans=2.0,
)
INNER = Slot(
    "inner",
    (Want.MEASURE, Want.CIRCLE),
    "its inner radius or circle",
    ("inner_radius", "r"),
    dimension="length",
    printed=True,
)


def reach_circle(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return the extent, in data coordinates, of a circle about a stated place."""
    found = known_circle(entity, panel)
    if found is None:
        return ()
    x, y, r = found
    return ((x - r, y - r), (x + r, y + r))


def known_circle(entity: Entity, panel: Panel) -> tuple[float, float, float] | None:
    """Return centre and radius of a circle in data coordinates, if its equation or plain numbers state them."""
    if (found := circle_of_equation(entity)) is not None:
        return found
    at = entity.values_of("center")
    spot = stated_place(at[0], panel) if len(at) == 1 else None
    radius = entity.value("radius") or entity.value("outer")
    if spot is None or not isinstance(radius, Measure) or radius.formula is None or radius.unit is not None:
        return None
    r = radius.formula.expression.value()
    return (*spot, r) if math.isfinite(r) and r > 0 else None


def circle_of_equation(entity: Entity) -> tuple[float, float, float] | None:
    """Return centre and radius of a circle by its equation; a letter in it counts as 2."""
    bound = next((b for b in bounds_of(entity) if b.ops == ("==",)), None) if entity.value(EQUATION) else None
    if bound is None:
        return None
    difference = Operation("-", *bound.terms)
    letters = {name: 2.0 for name in difference.letters if name not in ("x", "y")}
    q = quadratic_of(difference, letters)
    if q is None or q.b or not math.isclose(q.a, q.c, rel_tol=1e-12):
        return None
    x, y = -q.d / (2 * q.a) + 0.0, -q.e / (2 * q.a) + 0.0
    square = x * x + y * y - q.f / q.a
    return (x, y, math.sqrt(square)) if square > 0 else None


def curve_of_circle(entity: Entity, panel: Panel) -> Expression | None:
    """Return what vanishes on a circle whose centre and radius are plain numbers."""
    found = known_circle(entity, panel)
    if found is None:
        return None
    x, y, r = found
    return Quadratic(1.0, 0.0, 1.0, -2 * x, -2 * y, x * x + y * y - r * r).expression()


def companion_of_circle(entity: Entity) -> str:
    """Return the companion of a circle that is given by an equation."""
    return "axes" if entity.value(EQUATION) is not None else ""


COMPASS_PARTS = (
    PartOf("center", "its centre"), PartOf("top", "its highest point"), PartOf("bottom", "its lowest point"),
    PartOf("left", "its leftmost point"), PartOf("right", "its rightmost point"),
)  # fmt: skip


def _level_circle(entity: Entity, rim: list[Point[int]], poser: Poser) -> Shape[int]:
    """Pose a circle in space: level, about its centre."""
    camera = poser.frame.camera
    assert camera is not None
    at = entity.value("center")
    center = (
        poser.lifting.place_of(at) if at is not None else poser.lifting.free_place(f"{entity.name}.center")
    )
    radius = radius_of(entity, poser)
    x, y, z = center.space
    pole = poser.space_point("pole", x, y, poser.defined("sum2", z, poser.constant(10.0)))
    hoop = Hoop(center, pole, radius, camera)
    for point in rim:
        lies_on(point, hoop, poser)
    return hoop


def free_radius(name: str, poser: Poser) -> int:
    """Return a radius that the drawing is free to choose."""
    radius = poser.free(f"{name}.radius", ROOMY)
    poser.require("positive", radius, poser.constant(SMALLEST), sort=Sort.BOUND)
    poser.wish("positive", radius, poser.constant(ROOMY), weight=0.02)
    return radius


def radius_of(entity: Entity, poser: Poser) -> int:
    """Return the radius that a thing states, or a free one."""
    stated = half_or_whole(entity, "radius", "diameter", ROOMY, poser)
    return free_radius(entity.name, poser) if stated is None else stated


def half_or_whole(entity: Entity, half: str, whole: str, start: float, poser: Poser) -> int | None:
    """Return a half extent from its own value or from the whole; both must agree where both are stated."""
    stated, doubled = entity.value(half), entity.value(whole)
    if doubled is not None and poser.line(doubled) is not None:
        doubled = None
    if stated is None and doubled is None:
        return None
    if stated is None or doubled is None:
        value = poser.measure(stated or doubled, "length")  # type: ignore[arg-type]
        return (
            value
            if doubled is None
            else poser.defined("scaled", value, poser.constant(0.5), name=half, start=start)
        )
    extent = poser.measure(stated, "length")
    poser.equate(poser.defined("scaled", extent, poser.constant(2.0)), poser.measure(doubled, "length"))
    return extent


def pose_circle(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a circle by centre, points on it, radius or diameter; what is not said stays free."""
    if entity.value(EQUATION) is not None:
        return _of_equation(entity, poser)
    said = entity.values_of("center")
    if len(said) == 1 and isinstance(said[0], PartRef) and (whole := poser.circle(said[0])) is not None:
        return whole
    given = [poser.point(v) for v in said]
    rim = [poser.point(v) for v in entity.values_of("through")]
    if poser.frame.camera is not None:
        return _level_circle(entity, rim, poser)
    if len(given) > 2:
        given, rim = [], given + rim
    diameter = entity.value("diameter")
    line = poser.line(diameter) if diameter is not None else None
    if line is not None:
        rim += [line.a, line.b]
        given = given or [midpoint(line.a, line.b, poser)]
    center = given[0] if given else poser.point_at(f"{entity.name}.center")
    radius = radius_of(entity, poser)
    if line is not None and given:
        rim = rim[:-1]
    for point in [*given[1:], *rim]:
        poser.require("on_circle", point.x, point.y, center.x, center.y, radius)
    return Circle(center, radius)


def _of_equation(entity: Entity, poser: Poser) -> Shape[int]:
    """Return the circle of an equation in x and y. Emits COR017 for an equation that is none of a circle."""
    found = circle_of_equation(entity)
    if found is None:
        message = f"the equation of `{entity.name}` is not that of a circle"
        hints = [
            "`ellipse`, `parabola`, `hyperbola` and `conic` take the other equations of the second degree"
        ]
        poser.diagnostics.append(NO_CIRCLE.found(message, entity.span, hints=hints))
        return Nowhere()
    x, y, r = found
    return Circle(poser.fixed_point(*poser.frame.place(x, y)), poser.constant(r * poser.frame.scales[0]))


def draw_circle(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a circle, its text inside, and its stated radius or diameter as a line with the value."""
    if isinstance(shape, Hoop):
        draw_body(pen, shape)
        draw_texts(pen, shape, pen.texts(entity), entity.name)
    if not isinstance(shape, Circle):
        return
    outline = outline_of(shape)
    pen.area(outline)
    draw_sense(entity, flattened(outline)[0], pen, at=SENSE)
    radius, diameter = pen.printed(entity, "radius"), pen.printed(entity, "diameter")
    if radius:
        draw_radius(pen, shape, radius)
    if diameter:
        draw_diameter(pen, shape, diameter)
    is_way = any(map(entity.has, SENSES))
    target = around(xy(shape.center), shape.radius) if is_way else InArea(tuple(flattened(outline)[0]))
    for text in pen.texts(entity):
        pen.label(text, target, owner=entity.name)


def center_of(entity: Entity, poser: Poser) -> Point[int]:
    """Return the stated centre of a thing, or a free one."""
    at = entity.value("center")
    return poser.point(at) if at is not None else poser.point_at(f"{entity.name}.center")


def half_axis(entity: Entity, half: str, whole: str, start: float, poser: Poser) -> int:
    """Return a semi-axis, from its own value or from the whole extent, else free."""
    stated = half_or_whole(entity, half, whole, start, poser)
    if stated is not None:
        return stated
    axis = poser.free(f"{entity.name}.{half}", start, hinted=True)
    poser.require("positive", axis, poser.constant(SMALLEST), sort=Sort.BOUND)
    return axis


def tilt_of(value: Value | None, poser: Poser) -> int:
    """Return the slot of a turn: an angle, a fixed direction, or none."""
    if isinstance(value, Direction):
        return poser.constant(poser.angle_of(value) or 0.0)
    return poser.measure(value, "angle") if value is not None else poser.constant(0.0)


def ellipse_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the ends of the axes and the foci of an ellipse."""
    if not isinstance(shape, Ellipse):
        return None
    across = {"right": 0.0, "left": math.pi}
    up = {"top": math.pi / 2, "bottom": -math.pi / 2}
    if part in across:
        return offset(shape.center, shape.a, shape.tilt, across[part], poser)
    if part in up:
        return offset(shape.center, shape.b, shape.tilt, up[part], poser)
    if part in ("focus1", "F1", "focus2", "F2", "focus"):
        reach = focal_distance(shape, poser)
        return offset(shape.center, reach, shape.tilt, math.pi if part in ("focus1", "F1") else 0.0, poser)
    return None


def offset(center: Point[int], reach: int, tilt: int, turn: float, poser: Poser) -> Point[int]:
    """Return the point at a distance from a centre, in a direction relative to a tilt."""
    theta = poser.defined("sum2", tilt, poser.constant(turn)) if turn else tilt
    point = poser.point_at("at")
    poser.require("polar", center.x, center.y, reach, theta, point.x, point.y)
    return point


def focal_distance(shape: Ellipse[int], poser: Poser) -> int:
    """Return the distance of a focus from the centre, sqrt(a² - b²)."""
    a2, b2 = (poser.defined("product", s, s) for s in (shape.a, shape.b))
    return poser.defined("sqrt", poser.defined("difference", a2, b2), start=20.0)


def draw_axes(entity: Entity, shape: Ellipse[float], pen: Pen) -> None:
    """Draw the semi-axes or the extents of an ellipse that print."""
    center, tilt = xy(shape.center), math.degrees(shape.tilt)
    for slot, reach, turn in (("a", shape.a, 0.0), ("b", shape.b, 90.0)):
        if text := pen.printed(entity, slot):
            with pen.thin():
                id = pen.line([center, polar(center, reach, tilt + turn)], role="radius")
            pen.label(text, AlongLine((center, polar(center, reach, tilt + turn))), owner=id)
    for slot, reach, turn in (("width", shape.a, 0.0), ("height", shape.b, 90.0)):
        if text := pen.printed(entity, slot):
            draw_dimension(pen, polar(center, -reach, tilt + turn), polar(center, reach, tilt + turn), text)


def pose_annulus(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a ring between two circles, or between two radii about a centre."""
    outer, inner = (poser.circle(v) if (v := entity.value(s)) else None for s in ("outer", "inner"))
    known = outer or inner
    center = known.center if known is not None else center_of(entity, poser)
    rims = []
    for circle, slot, start in ((outer, "outer", 28.0), (inner, "inner", 14.0)):
        stated = entity.value(slot)
        radius = poser.measure(stated) if stated else poser.free(f"{entity.name}.{slot}", start, hinted=True)
        rims.append(circle or Circle(center, radius))
    poser.require("ahead", rims[1].radius, rims[0].radius, poser.constant(SMALLEST), sort=Sort.BOUND)
    return Combined("-", rims[0], rims[1])


def draw_annulus(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a ring; rims that are things of their own are drawn by these."""
    if (
        not isinstance(shape, Combined)
        or not isinstance(shape.left, Circle)
        or not isinstance(shape.right, Circle)
    ):
        return
    pen.fill_area(outline_of(shape))
    for rim, slot in ((shape.left, "outer"), (shape.right, "inner")):
        if pen.entity(entity.value(slot)) is None:
            pen.path(outline_of(rim), stroke=pen.stroke())
            if text := pen.printed(entity, slot):
                draw_radius(pen, rim, text)
    draw_texts(pen, shape, pen.texts(entity), entity.name)


CIRCLE = Kind(
    name="circle", doc="A circle by centre and radius, by points on it, by what it touches, or by its equation.",
    slots=(CENTER, RADIUS, DIAMETER, THROUGH, Slot(EQUATION, Want.BOUND, "its equation, `x^2 + y^2 = 25`", many=True)),
    aliases=("disc", "disk", "round"), flags=SENSES, variables=("x", "y"), curve=curve_of_circle, companion=companion_of_circle, isometric=True,
    traits=("circle", "region"), parts=COMPASS_PARTS, pose=pose_circle, draw=draw_circle, reach=reach_circle, z=4,
    example="circle c(center = O, radius = 5 cm)",
)  # fmt: skip
ANNULUS = Kind(
    name="annulus", doc="The ring between two circles about one centre.",
    slots=(Slot("center", Want.POINT, "its centre", ("centre",)), OUTER, INNER), aliases=("washer", "circular_ring"),
    traits=("region",), parts=(PartOf("center", "its centre"),), pose=pose_annulus, draw=draw_annulus, reach=reach_circle, z=3,
    example="annulus w(center = O, inner = 1 cm, outer = 2 cm)",
)  # fmt: skip

KINDS = (CIRCLE, ANNULUS)
