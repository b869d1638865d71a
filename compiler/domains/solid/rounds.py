"""Round bodies: cylinders, cones, frustums, spheres, hemispheres, tori, and circles in space."""

from __future__ import annotations

import math

from ...draw.in_space import draw_body
from ...draw.pen import Pen
from ...draw.space_marks import height_outside
from ...model import Entity
from ...pose.poser import Poser
from ...shapes import XY, Ball, Hoop, Line, Shape, SpacePoint, Torus, Turned, xy
from ...space.camera import XYZ, Camera
from ...system import Sort
from ...targets import AlongLine, ByPoint
from ...values import Direction, Interval, Measure, Ref, Value, Word
from ...vocabulary import Kind, PartOf, Slot, Want
from .edges import length_slot, stated_length
from .spheres import inscribed

RADIUS, HEIGHT = 20.0, 50.0
"""Radius and height that a round body would like to have, in space millimetres."""
AXES = {"x": 0, "y": 1, "z": 2}


def camera_of(poser: Poser) -> Camera:
    """Return how the panel is seen."""
    camera = poser.frame.camera
    assert camera is not None
    return camera


def radius_slot(name: str = "radius", doc: str = "its radius", *aliases: str) -> Slot:
    """Return a slot for a radius; the body is twice as wide."""
    return length_slot(name, doc, *(aliases or ("r",)), spans=2.0)


def radius_of(entity: Entity, name: str, usual: float, poser: Poser) -> int:
    """Return the slot of a radius: stated, half a stated diameter, or as usual."""
    diameter = entity.value("diameter")
    if entity.value(name) is None and diameter is not None and name == "radius":
        return poser.defined("scaled", poser.measure(diameter, "length"), poser.constant(0.5), start=usual)
    return stated_length(entity.value(name), usual, poser, name)


def start_of(entity: Entity, poser: Poser) -> SpacePoint[int]:
    """Return where the axis of a body starts: its centre or base, else the origin."""
    value = entity.value("center") or entity.value("base")
    if value is not None and not _is_free(value, poser):
        point = poser.point(value)
        if isinstance(point, SpacePoint):
            low = _low_end(entity, poser)
            return point if low is None else poser.space_point("base", point.space[0], point.space[1], low)
    zero = poser.constant(0.0)
    origin = poser.space_point("base", zero, zero, zero if (low := _low_end(entity, poser)) is None else low)
    if isinstance(value, Ref):
        poser.shapes[value.name] = origin
    return origin


def _is_free(value: Value, poser: Poser) -> bool:
    """Whether a centre is a point of which nothing else says where it is, so that the body places it."""
    if not isinstance(value, Ref):
        return False
    entity = poser.panel.entities.get(value.name)
    if entity is None or entity.values or "point" not in entity.kind.traits:
        return False
    shape = poser.shapes.get(value.name)
    return shape is None or (
        isinstance(shape, SpacePoint)
        and all(poser.slots[s].free for s in shape.space)
        and not _is_read(shape, poser)
    )


def _is_read(point: SpacePoint[int], poser: Poser) -> bool:
    """Whether anything but where it is drawn hangs on a place already."""
    own = set(point.space)
    return any(own & set(c.slots) and c.kernel != "affine3" for c in poser.constraints)


def _low_end(entity: Entity, poser: Poser) -> int | None:
    """Return the height at which `z = 0..4` starts."""
    ends = entity.value("z")
    if not isinstance(ends, Interval) or ends.low.bindings:
        return None
    return poser.constant(poser.frame.place_in_space((0.0, 0.0, ends.low.expression.value()))[2])


def height_of(entity: Entity, usual: float, poser: Poser) -> int:
    """Return the slot of the height: stated, or the range of z."""
    ends = entity.value("z")
    if isinstance(ends, Interval) and not ends.low.bindings and not ends.high.bindings:
        size = ends.high.expression.value() - ends.low.expression.value()
        return poser.constant(poser.frame.place_in_space((0.0, 0.0, size))[2])
    return stated_length(entity.value("height"), usual, poser, "height")


def axis_of(entity: Entity) -> int:
    """Return along which axis a body stands: 0, 1, 2 for x, y, z."""
    along = entity.value("axis")
    if isinstance(along, Word):
        return AXES.get(along.id, 2)
    return 1 if entity.has("lying") or entity.has("horizontal") else 2


def ahead(start: SpacePoint[int], axis: int, by: int, poser: Poser, name: str = "top") -> SpacePoint[int]:
    """Return the place some way along an axis from another."""
    x, y, z = (_sum(slot, by, poser) if at == axis else slot for at, slot in enumerate(start.space))
    return poser.space_point(name, x, y, z)


def _sum(a: int, b: int, poser: Poser) -> int:
    one, other = poser.fixed(a), poser.fixed(b)
    return (
        poser.constant(one + other) if one is not None and other is not None else poser.defined("sum2", a, b)
    )


def far_end(entity: Entity, start: SpacePoint[int], poser: Poser) -> SpacePoint[int]:
    """Return where the axis of a body ends: at a stated place, else its height along its axis."""
    value = entity.value("top") or entity.value("apex")
    if value is not None and not _is_free(value, poser):
        point = poser.point(value)
        if isinstance(point, SpacePoint):
            if (height := entity.value("height")) is not None:
                poser.state(poser.distance(start, point), height, "length")
            return point
    name = value.name if isinstance(value, Ref) else "top"
    end = ahead(start, axis_of(entity), height_of(entity, HEIGHT, poser), poser, name)
    if isinstance(value, Ref):
        poser.shapes[value.name] = end
    return end


def pose_cylinder(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a cylinder: on its base, its axis upright unless said otherwise."""
    start = start_of(entity, poser)
    end = far_end(entity, start, poser)
    radius = radius_of(entity, "radius", RADIUS, poser)
    open_top = entity.has("open")
    return Turned(
        start,
        end,
        radius,
        radius,
        camera_of(poser),
        open_a=entity.has("hollow"),
        open_b=open_top or entity.has("hollow"),
    )


def pose_cone(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a cone on its base, an inverted one on its apex."""
    start = start_of(entity, poser)
    slant = entity.value("slant")
    radius = radius_of(entity, "radius", RADIUS, poser)
    end = far_end(entity, start, poser)
    none = poser.constant(0.0)
    if slant is not None:
        rim = _rim(start, radius, end, poser)
        poser.state(poser.distance(rim, end), slant, "length")
    _hold_opening(entity, start, end, radius, poser)
    if is_inverted(entity):
        return Turned(start, end, none, radius, camera_of(poser), open_b=entity.has("open"))
    return Turned(start, end, radius, none, camera_of(poser), open_a=entity.has("open"))


def _rim(center: SpacePoint[int], radius: int, end: SpacePoint[int], poser: Poser) -> SpacePoint[int]:
    """Return a place of the rim of a base that lies level."""
    x, y, z = center.space
    return poser.space_point("rim", x, _sum(y, radius, poser), z)


def _hold_opening(entity: Entity, a: SpacePoint[int], b: SpacePoint[int], radius: int, poser: Poser) -> None:
    """Hold the half angle between axis and side: tan(angle) = radius / height."""
    angle = entity.value("half_angle")
    if not isinstance(angle, Measure):
        return
    height = poser.distance(a, b)
    tangent = poser.defined("tan", poser.measure(angle, "angle"), start=0.5)
    poser.require("product", height, tangent, radius)


def is_inverted(entity: Entity) -> bool:
    """Whether a body stands on its tip."""
    return entity.has("inverted") or entity.has("apex_down") or entity.has("upside_down")


def pose_frustum(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a frustum of a cone on its broader disc, an inverted one on the narrower."""
    start = start_of(entity, poser)
    end = far_end(entity, start, poser)
    wide, narrow = (
        radius_of(entity, "radius", RADIUS, poser),
        radius_of(entity, "top_radius", 0.5 * RADIUS, poser),
    )
    if (slant := entity.value("slant")) is not None:
        _hold_slant(slant, (start, end), (wide, narrow), poser)
    if is_inverted(entity):
        return Turned(start, end, narrow, wide, camera_of(poser), open_b=entity.has("open"))
    return Turned(start, end, wide, narrow, camera_of(poser), open_b=entity.has("open"))


def _hold_slant(
    value: Value, ends: tuple[SpacePoint[int], SpacePoint[int]], radii: tuple[int, int], poser: Poser
) -> None:
    rims = [_rim(center, radius, center, poser) for center, radius in zip(ends, radii)]
    poser.state(poser.distance(rims[0], rims[1]), value, "length")


def pose_sphere(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a sphere about its centre, or about or in another solid."""
    found = inscribed(entity, poser)
    if found is not None:
        center, radius = found
        if (value := entity.value("radius")) is not None:
            poser.state(radius, value, "length")
        return Ball(center, radius, camera_of(poser), clear=entity.value("circumscribed") is not None)
    center = start_of(entity, poser)
    return Ball(center, radius_of(entity, "radius", 26.0, poser), camera_of(poser))


def pose_hemisphere(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a hemisphere: dome up, or `down` for a bowl."""
    center = start_of(entity, poser)
    radius = radius_of(entity, "radius", 26.0, poser)
    step = poser.constant(-20.0 if _opens_down(entity) else 20.0)
    pole = ahead(center, axis_of(entity), step, poser, "pole")
    return Ball(center, radius, camera_of(poser), pole, entity.has("open") or entity.has("hollow"))


def _opens_down(entity: Entity) -> bool:
    value = entity.value("direction")
    down = (
        isinstance(value, Direction)
        and value.degrees is not None
        and math.sin(math.radians(value.degrees)) < -0.5
    )
    return down or entity.has("bowl") or entity.has("lower") or is_inverted(entity)


def pose_torus(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a torus lying level, or about another axis."""
    center = start_of(entity, poser)
    pole = ahead(center, axis_of(entity), poser.constant(20.0), poser, "pole")
    radius = stated_length(entity.value("radius"), 26.0, poser, "radius")
    tube = stated_length(entity.value("tube"), 9.0, poser, "tube")
    poser.require("greater", radius, tube, sort=Sort.BOUND)
    return Torus(center, pole, radius, tube, camera_of(poser))


def draw_turned(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a cylinder, cone or frustum with its radii on its discs and its height and slant beside it."""
    draw_body(pen, shape)
    if not isinstance(shape, Turned):
        return
    write_texts(entity, shape, pen)
    tip = is_inverted(entity)
    wide, narrow = (shape.b, shape.a) if tip else (shape.a, shape.b)
    radii = (shape.radius_b, shape.radius_a) if tip else (shape.radius_a, shape.radius_b)
    write_radius(pen, entity, ("radius", "diameter"), wide, radii[0], shape)
    write_radius(pen, entity, ("top_radius", ""), narrow, radii[1], shape)
    if text := pen.printed(entity, "height"):
        if tip:
            height_outside(pen, xy(shape.a), xy(shape.b), text)
        else:
            draw_axis(pen, shape, text)
    if text := pen.printed(entity, "slant"):
        ends = contour_of(shape, -1)
        pen.label(text, AlongLine(ends, side=pen.solution.free_side(*ends)), role="side-text")
    if text := pen.printed(entity, "half_angle"):
        _draw_half_angle(pen, shape, text)


def _draw_half_angle(pen: Pen, shape: Turned[float], text: str) -> None:
    """Mark the angle between the axis and the side at the apex."""
    from ...draw.space_marks import angle_in_space

    tip, base, radius = (
        (shape.a, shape.b, shape.radius_b)
        if shape.radius_a < shape.radius_b
        else (shape.b, shape.a, shape.radius_a)
    )
    rim = rim_place(base, tip, radius, shape.camera, 1)
    spots = [pen.solution.places.add(place) for place in (base.space, tip.space, rim)]
    angle_in_space(pen, spots[0], spots[1], spots[2], text)


def contour_of(shape: Turned[float], side: int) -> tuple[XY, XY]:
    """Return the outer line of a side as it is drawn: on the right (+1) or the left (-1)."""
    a = rim_place(shape.a, shape.b, shape.radius_a, shape.camera, side)
    b = rim_place(shape.b, shape.a, shape.radius_b, shape.camera, side)
    return shape.camera.drawn(a), shape.camera.drawn(b)


def rim_place(
    center: SpacePoint[float], other: SpacePoint[float], radius: float, camera: Camera, side: int
) -> XYZ:
    """Return the place of a disc's rim that is drawn farthest to the right (+1) or left (-1)."""
    import numpy as np

    axis = np.subtract(other.space, center.space)
    axis = axis / max(float(np.linalg.norm(axis)), 1e-30)
    way = np.array(camera.right) - float(np.array(camera.right) @ axis) * axis
    x, y, z = np.array(center.space) + side * radius * way / max(float(np.linalg.norm(way)), 1e-30)
    return (float(x), float(y), float(z))


def write_radius(
    pen: Pen,
    entity: Entity,
    names: tuple[str, str],
    center: SpacePoint[float],
    radius: float,
    shape: Turned[float],
) -> None:
    """Draw a radius, or a diameter, across a disc with its text."""
    from ...draw.in_space import draw_straight_pieces

    text, across = pen.printed(entity, names[0]), pen.printed(entity, names[1]) if names[1] else ""
    other = shape.b if center is shape.a else shape.a
    if not (text or across) or radius <= 0:
        return
    rim = rim_place(center, other, radius, shape.camera, 1)
    start = rim_place(center, other, radius, shape.camera, -1) if across and not text else center.space
    with pen.thin():
        id = draw_straight_pieces(pen, [start, rim], role="radius")
    if text:
        pen.dot(xy(center), size=0.9)
    ends = (shape.camera.drawn(start), shape.camera.drawn(rim))
    pen.label(text or across, AlongLine(ends), owner=id, role="side-text")


def draw_axis(pen: Pen, shape: Turned[float], text: str) -> None:
    """Draw the axis of a body with its height; of a cylinder the text stands beside its side."""
    if abs(shape.radius_a - shape.radius_b) < 1e-6:
        ends = contour_of(shape, 1)
        pen.label(text, AlongLine(ends, side=pen.solution.free_side(*ends)), role="side-text")
        return
    from ...draw.drops import drop_line

    tip, base = (shape.a, shape.b) if shape.radius_a < shape.radius_b else (shape.b, shape.a)
    drop_line(pen, tip.space, base.space, text)


def draw_ball(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a sphere with its equator, or a hemisphere, and its radius."""
    from ...draw.in_space import draw_path, draw_straight_pieces
    from ...space.bodies import circle

    draw_body(pen, shape)
    if not isinstance(shape, Ball):
        return
    import numpy as np

    if shape.pole is None and not entity.style.bare:
        with pen.thin():
            draw_path(
                pen, circle(shape.center.space, np.array([0.0, 0.0, 1.0]), shape.radius), role="equator"
            )
    write_texts(entity, shape, pen)
    text, across = pen.printed(entity, "radius"), pen.printed(entity, "diameter")
    if not (text or across):
        return
    turn = np.array(shape.camera.right) * math.cos(0.5) - np.cross(
        np.array([0.0, 0.0, 1.0]), np.array(shape.camera.right)
    ) * math.sin(0.5)
    way = turn / float(np.linalg.norm(turn)) * shape.radius
    center = np.array(shape.center.space)
    start = center - way if across and not text else center
    ends = [(float(p[0]), float(p[1]), float(p[2])) for p in (start, center + way)]
    with pen.thin():
        id = draw_straight_pieces(pen, ends, role="radius")
    pen.dot(xy(shape.center), size=0.9)
    drawn = (shape.camera.drawn(ends[0]), shape.camera.drawn(ends[1]))
    pen.label(text or across, AlongLine(drawn), owner=id, role="side-text")


def write_texts(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Write the texts of a body outside it."""
    from ...draw.sides import draw_texts

    draw_texts(pen, shape, pen.texts(entity), entity.name)


def draw_torus(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a torus by its contours, with its radii."""
    draw_body(pen, shape)
    write_texts(entity, shape, pen)
    if not isinstance(shape, Torus):
        return
    for name in ("radius", "tube"):
        if text := pen.printed(entity, name):
            pen.label(
                f"{'R' if name == 'radius' else 'r'} = {text}" if text[:1].isdigit() else text,
                ByPoint(xy(shape.center)),
                role="side-text",
            )


def turned_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the places and measures of a round body: ends of its axis, its axis, its height, a radius."""
    if not isinstance(shape, Turned):
        return None
    tip_up = poser.fixed(shape.radius_b) == 0.0
    apex = shape.b if tip_up else shape.a
    base = shape.a if not is_inverted(entity) else shape.b
    match part:
        case "height" | "axis" | "altitude" | "h":
            return Line(shape.a, shape.b)
        case "top":
            return shape.b
        case "bottom":
            return shape.a
        case "base":
            return base
        case "apex" | "vertex" | "tip":
            return apex
        case "center" | "mid":
            from ...pose.anchors import midpoint

            return midpoint(shape.a, shape.b, poser)
        case "radius" | "r" | "base_radius":
            return Line(base, _rim(base, shape.radius_b if base is shape.b else shape.radius_a, base, poser))
        case "slant" | "side" | "generator":
            rims = [
                _rim(center, radius, center, poser)
                for center, radius in ((shape.a, shape.radius_a), (shape.b, shape.radius_b))
            ]
            return Line(rims[0], rims[1])
        case "rim" | "top_circle":
            return Hoop(
                shape.b,
                ahead(shape.b, axis_of(entity), poser.constant(10.0), poser),
                shape.radius_b,
                shape.camera,
            )
    return None


def ball_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the centre, the topmost place and a radius of a sphere or hemisphere."""
    if not isinstance(shape, Ball):
        return None
    if part in ("center", "centre"):
        return shape.center
    if part in ("top", "north"):
        return ahead(shape.center, 2, shape.radius, poser)
    if part in ("bottom", "south"):
        x, y, z = shape.center.space
        return poser.space_point("bottom", x, y, poser.defined("difference", z, shape.radius))
    if part in ("radius", "r"):
        return Line(shape.center, _rim(shape.center, shape.radius, shape.center, poser))
    return None


CENTER = Slot(
    "center",
    Want.POINT,
    "the middle of its base, or of it all",
    ("centre", "at", "base_center", "O"),
    positional=False,
)
TOP = Slot("top", Want.POINT, "the other end of its axis", ("apex", "vertex", "to"), positional=False)
AXIS = Slot(
    "axis", Want.WORD, "along which axis it stands", ("along",), choices=("x", "y", "z"), positional=False
)
Z = Slot("z", Want.RANGE, "from which height to which it reaches, `0..4`", ("z_range",), positional=False)
HEIGHT_SLOT = length_slot("height", "its height", "h", "length")
DIAMETER = length_slot("diameter", "its diameter", "d")
FLAGS = (
    "open",
    "hollow",
    "lying",
    "horizontal",
    "vertical",
    "transparent",
    "wireframe",
    "inverted",
    "apex_down",
    "upside_down",
    "right",
    "solid",
)
PARTS = (
    PartOf("height", "its axis, as a line"), PartOf("top", "the upper end of its axis"), PartOf("bottom", "the lower end of its axis"),
    PartOf("base", "the middle of its base"), PartOf("radius", "a radius of its base"), PartOf("slant", "a line down its side"), PartOf("apex", "its tip"),
)  # fmt: skip
SLANT = length_slot("slant", "the length down its side", "slant_height", "generator")

CYLINDER = Kind(
    name="cylinder", doc="A right circular cylinder by its radius and height; `axis = x` lays it along an axis.",
    slots=(CENTER, TOP, radius_slot(), DIAMETER, HEIGHT_SLOT, AXIS, Z), aliases=("circular_cylinder", "right_cylinder"),
    traits=("solid", "round_body"), flags=FLAGS, parts=PARTS, space="orthographic", pose=pose_cylinder, part=turned_part, draw=draw_turned, z=5,
    needs=("radius", "diameter", "height", "center", "top", "axis", "z"), example="cylinder c(radius = 3 cm, height = 8 cm)",
)  # fmt: skip
CONE = Kind(
    name="cone", doc="A right circular cone by its radius, height, slant or half angle; `inverted` stands on its tip.",
    slots=(
        CENTER, TOP, radius_slot(), DIAMETER, HEIGHT_SLOT, SLANT, AXIS, Z,
        Slot("half_angle", Want.MEASURE, "between its axis and its side", ("semi_vertical_angle", "angle"), dimension="angle", printed=True, positional=False),
    ),
    aliases=("circular_cone", "right_cone", "conical_tank"), traits=("solid", "round_body"), flags=FLAGS, parts=PARTS, space="orthographic",
    pose=pose_cone, part=turned_part, draw=draw_turned, z=5, example="cone c(radius = 3 cm, height = 4 cm)",
)  # fmt: skip
FRUSTUM = Kind(
    name="frustum", doc="A frustum of a cone by the radii of its discs and its height or slant.",
    slots=(CENTER, TOP, radius_slot("radius", "the radius of its broader disc", "R", "bottom_radius", "base_radius"), radius_slot("top_radius", "the radius of its narrower disc", "r", "small_radius"), HEIGHT_SLOT, SLANT, AXIS, Z),
    aliases=("truncated_cone", "conical_frustum", "bucket"), traits=("solid", "round_body"), flags=FLAGS, parts=PARTS, space="orthographic",
    pose=pose_frustum, part=turned_part, draw=draw_turned, z=5, example="frustum f(radius = 4 cm, top_radius = 2 cm, height = 5 cm)",
)  # fmt: skip
SPHERE = Kind(
    name="sphere", doc="A sphere by its centre and radius, drawn with its equator.", slots=(
        CENTER, radius_slot(), DIAMETER,
        Slot("circumscribed", Want.ENTITY, "the solid on whose vertices it lies", ("about", "around", "circumscribed_about", "circumsphere_of"), positional=False),
        Slot("inscribed", Want.ENTITY, "the solid whose faces it touches", ("in", "inside", "inscribed_in", "insphere_of"), positional=False),
    ),
    aliases=("ball3d", "spherical_surface"), traits=("solid", "round_body"), flags=FLAGS, parts=(PartOf("center", "its centre"), PartOf("top", "its highest place"), PartOf("radius", "a radius")),
    space="orthographic", pose=pose_sphere, part=ball_part, draw=draw_ball, z=5, needs=("radius", "diameter", "center", "circumscribed", "inscribed"),
    example="sphere s(center = O, radius = 3 cm)",
)  # fmt: skip
HEMISPHERE = Kind(
    name="hemisphere", doc="Half a sphere, a dome unless it is a `bowl`.",
    slots=(CENTER, radius_slot(), DIAMETER, AXIS, Slot("direction", Want.DIRECTION, "where it bulges, `up` or `down`", ("facing",))),
    aliases=("half_sphere", "dome"), traits=("solid", "round_body"), flags=(*FLAGS, "bowl", "upper", "lower"), parts=(PartOf("center", "its centre"), PartOf("top", "its highest place"), PartOf("radius", "a radius")),
    space="orthographic", pose=pose_hemisphere, part=ball_part, draw=draw_ball, z=5, example="hemisphere h(radius = 3 cm)",
)  # fmt: skip
TORUS = Kind(
    name="torus", doc="A ring by its mean radius and the radius of its tube.",
    slots=(CENTER, radius_slot("radius", "from its middle to the middle of the tube", "R", "major_radius"), length_slot("tube", "the radius of the tube", "r", "minor_radius"), AXIS),
    aliases=("ring_torus", "doughnut", "donut"), traits=("solid", "round_body"), flags=FLAGS, parts=(PartOf("center", "its centre"),), space="raised",
    pose=pose_torus, draw=draw_torus, z=5, example="torus t(radius = 4 cm, tube = 1.5 cm)",
)  # fmt: skip

KINDS = (CYLINDER, CONE, FRUSTUM, SPHERE, HEMISPHERE, TORUS)
