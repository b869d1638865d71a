"""Round bodies: cylinders, cones, frustums, spheres, hemispheres, tori."""

from __future__ import annotations

import math

from ...model import Entity
from ...pose.anchors import midpoint
from ...pose.poser import Poser
from ...shapes import Ball, Hoop, Line, Shape, SpacePoint, Torus, Turned
from ...system import Sort
from ...values import Direction, Measure, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .edges import length_slot, stated_length
from .placing import ahead, axis_of, camera_of, far_end, opposite, rim_of, start_of
from .round_ink import draw_ball, draw_torus, draw_turned, is_inverted
from .spheres import inscribed

RADIUS = 20.0
"""Radius that a round body would like to have, in space millimetres."""


def radius_slot(name: str = "radius", doc: str = "its radius", *aliases: str) -> Slot:
    """Return a slot for a radius; the body is twice as wide."""
    return length_slot(name, doc, *(aliases or ("r",)), spans=2.0)


def radius_of(entity: Entity, name: str, usual: float, poser: Poser) -> int:
    """Return the slot of a radius: stated, half a stated diameter, or as usual."""
    diameter = entity.value("diameter")
    if entity.value(name) is None and diameter is not None and name == "radius":
        return poser.defined("scaled", poser.measure(diameter, "length"), poser.constant(0.5), start=usual)
    return stated_length(entity.value(name), usual, poser, name)


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
        rim = rim_of(start, radius, poser)
        poser.state(poser.distance(rim, end), slant, "length")
    _hold_opening(entity, start, end, radius, poser)
    if is_inverted(entity):
        return Turned(start, end, none, radius, camera_of(poser), open_b=entity.has("open"))
    return Turned(start, end, radius, none, camera_of(poser), open_a=entity.has("open"))


def _hold_opening(entity: Entity, a: SpacePoint[int], b: SpacePoint[int], radius: int, poser: Poser) -> None:
    """Hold the half angle between axis and side: tan(angle) = radius / height."""
    angle = entity.value("half_angle")
    if not isinstance(angle, Measure):
        return
    height = poser.distance(a, b)
    tangent = poser.defined("tan", poser.measure(angle, "angle"), start=0.5)
    poser.require("product", height, tangent, radius)


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
    rims = [rim_of(center, radius, poser) for center, radius in zip(ends, radii)]
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


def turned_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the places and measures of a round body: ends of its axis, its axis, its height, a radius."""
    if not isinstance(shape, Turned):
        return None
    ends = {"top": shape.b, "bottom": shape.a, "base": _base(entity, shape)}
    ends.update(
        dict.fromkeys(("apex", "vertex", "tip"), shape.b if poser.fixed(shape.radius_b) == 0.0 else shape.a)
    )
    if part in ends:
        return ends[part]
    if part in ("height", "axis", "altitude", "h", "length", "depth"):
        return Line(shape.a, shape.b)
    if part in ("center", "mid"):
        return midpoint(shape.a, shape.b, poser)
    return _rim_part(entity, shape, part, poser)


def _base(entity: Entity, shape: Turned[int]) -> SpacePoint[int]:
    return shape.b if is_inverted(entity) else shape.a


def _rim_part(entity: Entity, shape: Turned[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return a radius or diameter of the base, a line down the side, the rim at the top."""
    base, axis = _base(entity, shape), axis_of(entity)
    radius = shape.radius_b if base is shape.b else shape.radius_a
    if part in ("radius", "r", "base_radius"):
        return Line(base, rim_of(base, radius, poser, axis))
    if part in ("diameter", "d"):
        rim = rim_of(base, radius, poser, axis)
        return Line(opposite(rim, base, poser), rim)
    if part in ("slant", "side", "generator"):
        discs = ((shape.a, shape.radius_a), (shape.b, shape.radius_b))
        low, high = (rim_of(center, size, poser, axis) for center, size in discs)
        return Line(low, high)
    if part in ("rim", "top_circle"):
        center, size = (
            (shape.a, shape.radius_a) if poser.fixed(shape.radius_b) == 0.0 else (shape.b, shape.radius_b)
        )
        return Hoop(center, ahead(center, axis, poser.constant(10.0), poser), size, shape.camera)
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
        return Line(shape.center, rim_of(shape.center, shape.radius, poser))
    return None


ENDS = Slot(
    "points", (Want.POINT, Want.PATH), "the ends of its axis: `cone SO`, `cylinder OO1`", ("ends",), many=True
)
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
    slots=(ENDS, CENTER, TOP, radius_slot(), DIAMETER, HEIGHT_SLOT, AXIS, Z), aliases=("circular_cylinder",),
    traits=("solid", "round_body"), flags=FLAGS, parts=PARTS, space="orthographic", pose=pose_cylinder, part=turned_part, draw=draw_turned, z=5,
    needs=("points", "radius", "diameter", "height", "center", "top", "axis", "z"), example="cylinder c(radius = 3 cm, height = 8 cm)",
)  # fmt: skip
CONE = Kind(
    name="cone", doc="A right circular cone by its radius, height, slant or half angle; `inverted` stands on its tip.",
    slots=(
        ENDS, CENTER, TOP, radius_slot(), DIAMETER, HEIGHT_SLOT, SLANT, AXIS, Z,
        Slot("half_angle", Want.MEASURE, "between its axis and its side", ("semi_vertical_angle", "angle"), dimension="angle", printed=True, positional=False),
    ),
    aliases=("circular_cone",), traits=("solid", "round_body"), flags=FLAGS, parts=PARTS, space="orthographic",
    pose=pose_cone, part=turned_part, draw=draw_turned, z=5, example="cone c(radius = 3 cm, height = 4 cm)",
)  # fmt: skip
FRUSTUM = Kind(
    name="frustum", doc="A frustum of a cone by the radii of its discs and its height or slant.",
    slots=(ENDS, CENTER, TOP, radius_slot("radius", "the radius of its broader disc", "R", "bottom_radius", "base_radius"), radius_slot("top_radius", "the radius of its narrower disc", "r", "small_radius"), HEIGHT_SLOT, SLANT, AXIS, Z),
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
