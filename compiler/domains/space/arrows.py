"""Arrows in space: normals of surfaces, cross products, unit vectors along the axes; and how places are read off."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from ....dsl.theme import WIDTH
from ...draw.in_space import draw_arrow, draw_path
from ...draw.pen import Pen
from ...model import Entity, Panel, Relation
from ...pose.codes import OFF_SURFACE
from ...pose.fixtures import inner_place, offset, seen_places
from ...pose.incidence import OFF
from ...pose.poser import Poser
from ...pose.view import fixed_place as fixed_place_of
from ...shapes import Nowhere, Patchwork, Several, Shape, SpacePoint, Vector, xy
from ...space.camera import XYZ, Array
from ...space.conics import Sphere, across
from ...space.fields import plane_field
from ...space.patchworks import Cut, Figure, Seen, sheet_of
from ...space.paths import Straight
from ...targets import AlongLine
from ...values import Coordinates, Ref, Value
from ...vocabulary import Home, Kind, Slot, Verb, Want
from .codes import NO_VECTORS
from .curves import fixed_place
from .surfaces import companion, draw_surfaces

TANGENT = 11.0
"""Half the side of what is drawn of a tangent plane, in space millimetres."""
NORMAL = 15.0
"""Length of a normal in space millimetres."""
SEEN = 0.8
"""Share of its length as which a normal is drawn at least, if it need not be longer than `MOST`."""
MOST = 1.7
PLAIN = 0.5
"""Share of its length as which a normal is drawn where it is plain to see."""
FACING = 0.08
"""Cosine to the viewer from which on a normal stands on the side that is seen."""
WAYS = ("outward", "inward", "upward", "downward")


# Normals


def pose_normal(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the normal of a surface at a place, or where the surface is best seen."""
    of, at = entity.value("of"), entity.value("at")
    shape = poser.shape(of) if of is not None else Nowhere()
    if not isinstance(shape, Patchwork):
        return Nowhere()
    if at is not None:
        place = fixed_number(poser.point(at), poser)
        off = offset(shape, place)
        if not off <= OFF:
            message = f"`{entity.name}` stands off its surface by {off / poser.frame.per_unit:.3g}"
            poser.diagnostics.append(OFF_SURFACE.found(message, entity.span, hints=["mind the coordinates"]))
            return Nowhere()
        sheet = min(shape.figure.sheets, key=lambda s: s.off(place))
        feet = [(sheet, place)]
    else:
        feet = seen_places(shape)
    ways = [(place, _way(entity, shape, sheet, place)) for sheet, place in feet]
    facing = [(p, w) for p, w in ways if float(w @ np.array(shape.camera.toward)) > FACING]
    plain = [(p, w) for p, w in facing if float(np.linalg.norm(shape.camera.seen(w[None, :]))) > PLAIN]
    for place, way in (*plain, *facing, *ways)[:1]:
        return Vector(fixed_place(place, poser), fixed_place(place + _length(way, shape) * way, poser))
    return Nowhere()


def _way(entity: Entity, shape: Patchwork[int], sheet: Seen, place: Array) -> Array:
    """Return the unit normal of a sheet at a place, to the side that is asked for."""
    way = sheet.normal_at(place)
    way = way / (float(np.linalg.norm(way)) or 1.0)
    return np.asarray(way * _sign(entity, shape, place, way))


def _length(way: Array, shape: Patchwork[int]) -> float:
    """Return how long a normal is: longer where it is seen from its tip."""
    seen = float(np.linalg.norm(shape.camera.seen(way[None, :])))
    return NORMAL * min(MOST, max(1.0, SEEN / max(seen, 1e-9)))


def _sign(entity: Entity, shape: Patchwork[int], place: Array, way: Array) -> float:
    """Return the side of a surface to which its normal points; out of a closed one, else up, where nothing is said."""
    if entity.has("upward") or entity.has("downward"):
        return math.copysign(1.0, float(way[2]) * (1 if entity.has("upward") else -1))
    out = float(way @ (place - np.array(shape.figure.ball.center)))
    if entity.has("inward"):
        return math.copysign(1.0, -out)
    if entity.has("outward") or len(shape.figure.sheets) > 1 or not shape.figure.cuts:
        return math.copysign(1.0, out)
    return math.copysign(1.0, float(way[2]) or out)


def fixed_number(point: object, poser: Poser) -> Array:
    """Return where a place that nothing moves is, in space millimetres; nan where something does."""
    slots = point.space if isinstance(point, SpacePoint) else ()
    numbers = [poser.fixed(slot) for slot in slots]
    return np.array([math.nan if n is None else n for n in numbers] or [math.nan] * 3)


# Tangent planes


def pose_tangent(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the plane that touches a surface at a place of it, as a square about the place."""
    of, at = entity.value("of"), entity.value("at")
    shape = poser.shape(of) if of is not None else Nowhere()
    if not isinstance(shape, Patchwork):
        return Nowhere()
    place = inner_place(shape) if at is None else fixed_number(poser.point(at), poser)
    if not offset(shape, place) <= OFF:
        message = f"`{entity.name}` does not touch its surface there"
        poser.diagnostics.append(OFF_SURFACE.found(message, entity.span, hints=["mind the coordinates"]))
        return Nowhere()
    sheet = min(shape.figure.sheets, key=lambda s: s.off(place))
    normal = sheet.normal_at(place)
    normal = normal / float(np.linalg.norm(normal))
    ball = Sphere((float(place[0]), float(place[1]), float(place[2])), 2 * TANGENT)
    level = np.cross([0.0, 0.0, 1.0], normal)
    level = across(normal)[0] if float(np.linalg.norm(level)) < 1e-6 else level / float(np.linalg.norm(level))
    sides = [s * way for way in (level, np.cross(normal, level)) for s in (1.0, -1.0)]
    limits = [plane_field((-side).tolist(), float(side @ place) + TANGENT) for side in sides]
    plane = sheet_of(plane_field(normal.tolist(), -float(normal @ place)), limits, ball, shape.camera)
    return Patchwork(
        Figure((plane,), tuple(Cut(limit) for limit in limits), ball, shape.camera), shape.camera
    )


# Products and units


def pose_cross(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the cross product of two vectors from the tail of the first, by the right-hand rule."""
    vectors = [poser.shape(v) for v in entity.values_of("of")]
    known = [(fixed_number(v.a, poser), fixed_number(v.b, poser)) for v in vectors if isinstance(v, Vector)]
    if len(known) != 2 or not all(np.isfinite(end).all() for pair in known for end in pair):
        message = f"`{entity.name}` needs two vectors whose ends are stated"
        poser.diagnostics.append(NO_VECTORS.found(message, entity.span))
        return Nowhere()
    u, v = (b - a for a, b in known)
    unit = np.array(poser.frame.place_in_space((1.0, 1.0, 1.0)))
    product = np.cross(u / unit, v / unit) * unit
    tail = known[0][0]
    return Vector(fixed_place(tail, poser), fixed_place(tail + product, poser))


def reach_cross(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return where a cross product ends, as far as its vectors are stated."""
    ends = [e for v in entity.values_of("of") if (e := stated_ends(v, panel))]
    if len(ends) != 2:
        return ()
    (a, b), (c, d) = ends
    tip = a + np.cross(b - a, d - c)
    return ((float(tip[0]), float(tip[1]), float(tip[2])),)


def stated_ends(value: Value, panel: Panel) -> tuple[Array, Array] | None:
    """Return the stated tail and tip of a vector, data coordinates."""
    vector = panel.entities.get(value.name) if isinstance(value, Ref) else None
    if vector is None:
        return None
    through = list(vector.values_of("through"))
    tail, tip = vector.value("from") or (through[0] if len(through) > 1 else None), vector.value("to")
    places = [_stated(v, panel) for v in (tail, tip or (through[-1] if through else None))]
    return (places[0], places[1]) if places[0] is not None and places[1] is not None else None


def _stated(value: Value | None, panel: Panel) -> Array | None:
    if isinstance(value, Ref) and (point := panel.entities.get(value.name)) is not None:
        value = point.value("at")
        if point.kind.frames:
            return np.zeros(3)
    place = fixed_place_of(value) if isinstance(value, Coordinates) else None
    return np.array(place) if place is not None else None


def pose_units(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the unit vectors i, j, k at the origin."""
    unit = poser.frame.place_in_space((1.0, 1.0, 1.0))
    origin = fixed_place(np.zeros(3), poser)
    return Several(tuple(Vector(origin, fixed_place(np.eye(3)[k] * unit[k], poser)) for k in range(3)))


def draw_vector3(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw an arrow in space with its text, else its name."""
    if not isinstance(shape, Vector) or not (
        isinstance(shape.a, SpacePoint) and isinstance(shape.b, SpacePoint)
    ):
        return
    id = draw_arrow(pen, [shape.a.space, shape.b.space])
    own = [entity.name] if entity.named and not entity.style.bare else []
    for text in pen.texts(entity) or own:
        pen.label(text, AlongLine((xy(shape.a), xy(shape.b)), at=0.85), owner=id)


def draw_units(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw i, j and k."""
    if not isinstance(shape, Several):
        return
    for vector, name in zip(shape.shapes, "ijk"):
        if (
            isinstance(vector, Vector)
            and isinstance(vector.a, SpacePoint)
            and isinstance(vector.b, SpacePoint)
        ):
            id = draw_arrow(pen, [vector.a.space, vector.b.space], stroke=pen.stroke(width=WIDTH.thick))
            pen.label(rf"$\mathbf{{{name}}}$", AlongLine((xy(vector.a), xy(vector.b)), at=0.7), owner=id)


# Places


def draw_projections(relation: Relation, pen: Pen) -> None:
    """Draw the dashed lines by which the coordinates of places are read off."""
    for value in relation.values_of("of"):
        shape = pen.shape(value)
        if isinstance(shape, SpacePoint):
            with pen.thin():
                for a, b in box_lines(shape.space):
                    draw_path(
                        pen, Straight(a, b), stroke=pen.stroke(width=WIDTH.thin, dash="dashed"), role="drop"
                    )


def box_lines(place: XYZ) -> Iterator[tuple[XYZ, XYZ]]:
    """Yield the drop to the xy-plane and the lines from its foot to the axes, none of them without length.

    >>> list(box_lines((0.0, 2.0, 1.0)))
    [((0.0, 2.0, 1.0), (0.0, 2.0, 0.0))]
    """
    x, y, _ = place
    foot = (x, y, 0.0)
    lines = [(place, foot)] + ([(foot, (x, 0.0, 0.0)), (foot, (0.0, y, 0.0))] if x and y else [])
    yield from ((a, b) for a, b in lines if math.dist(a, b) > 1e-9)


NORMAL_KIND = Kind(
    name="normal",
    doc="The normal vector of a surface, plane or face of a solid at a place of it; out of a closed surface, else up.",
    slots=(
        Slot("of", Want.ENTITY, "the surface", ("to", "surface"), required=True),
        Slot("at", Want.POINT, "where it stands", ("from", "point"), positional=True),
    ),
    aliases=("normal_vector", "unit_normal", "surface_normal"), traits=("line", "vector"), flags=WAYS, space="axes",
    pose=pose_normal, draw=draw_vector3, z=16, example='normal n(S, at = (0, 0, 4), "n")',
)  # fmt: skip
TANGENT_PLANE = Kind(
    name="tangent_plane", doc="A piece of the plane that touches a surface at a place of it.",
    slots=(
        Slot("of", Want.ENTITY, "the surface", ("to", "surface"), required=True),
        Slot("at", Want.POINT, "where it touches", ("point",)),
    ),
    traits=("surface", "plane"), flags=("transparent", "wireframe"), space="axes", companion=companion,
    pose=pose_tangent, draw=draw_surfaces, z=6, example='tangent_plane T(S, at = (0, 0, 4))',
)  # fmt: skip
CROSS = Kind(
    name="cross_product", doc="The cross product of two vectors with stated ends, by the right-hand rule.",
    slots=(Slot("of", Want.ENTITY, "the two vectors", ("vectors",), many=True, required=True),),
    aliases=("vector_product",), traits=("line", "vector"), space="axes", companion=companion,
    reach_in_space=reach_cross, pose=pose_cross, draw=draw_vector3, z=16, example='cross_product w(u, v, "u × v")',
)  # fmt: skip
UNITS = Kind(
    name="unit_vectors", doc="The unit vectors i, j, k along the axes.", slots=(), aliases=("ijk", "basis_vectors", "standard_basis"),
    space="axes", companion=companion, pose=pose_units, draw=draw_units, z=16, example="unit_vectors e",
)  # fmt: skip
PROJECTIONS = Verb(
    name="projections", doc="Dashed lines from places in space down to the xy-plane and on to the axes.",
    slots=(Slot("of", Want.POINT, "the places", ("points",), many=True, required=True),),
    aliases=("drop_lines", "drops", "coordinate_lines"), home=Home.LABELS, draw=draw_projections, example="projections(P)",
)  # fmt: skip

KINDS = (NORMAL_KIND, TANGENT_PLANE, CROSS, UNITS)
VERBS = (PROJECTIONS,)
