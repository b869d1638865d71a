"""Sections of solids by planes, tinted and hatched, and what fills a solid up to a level."""

from __future__ import annotations

from ....dsl.theme import WIDTH
from ...draw.in_space import draw_path, hull, outline_of_path
from ...draw.paths import EMPTY, Outline, flattened, polyline
from ...draw.pen import Pen
from ...draw.space_marks import height_outside
from ...model import Entity
from ...pose.codes import NOT_GEOMETRIC
from ...pose.planes import plane_of
from ...pose.poser import Poser
from ...shapes import XY, Ball, Cut, Filled, Line, Nowhere, Polyhedron, Shape, SpacePoint, Turned, xy
from ...space.bodies import level_plane
from ...space.cutting import plane_through, sections
from ...space.paths import Path
from ...targets import InArea
from ...values import Chain, Measure, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .edges import length_slot, own_text, stated_length
from .placing import camera_of, rim_of, total

SOLIDS = (Polyhedron, Turned, Ball)


def pose_section(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a section: the solid and three places of the plane that cuts it."""
    value = entity.value("of")
    body = poser.shape(value) if value is not None else Nowhere[int]()
    if not isinstance(body, SOLIDS):
        message = f"`{entity.name}` has no solid to cut"
        hints = ["section s(of = cube, through = [P, Q, R])"]
        poser.diagnostics.append(NOT_GEOMETRIC.found(message, entity.span, hints=hints))
        return Nowhere()
    places = _plane_places(entity, body, poser)
    if len(places) < 3:
        message = f"`{entity.name}` has no plane: three places, a plane or a height"
        poser.diagnostics.append(NOT_GEOMETRIC.found(message, entity.span))
        return Nowhere()
    return Cut(body, places[0], places[1], places[2], camera_of(poser))


def _plane_places(entity: Entity, body: Shape[int], poser: Poser) -> list[SpacePoint[int]]:
    """Return three places of the cutting plane: those named, those of a plane, or level at a height."""
    places: list[SpacePoint[int]] = []
    for value in (*entity.values_of("points"), *entity.values_of("by")):
        plane = plane_of(value, poser)
        if plane is not None:
            return list(plane)
        ends: tuple[Value, ...] = value.ends if isinstance(value, Chain) else (value,)
        places += [p for e in ends if isinstance(p := poser.point(e), SpacePoint)]
    height = entity.value("height")
    if len(places) < 3 and isinstance(height, Measure):
        bottom = lowest(body, poser)
        level = poser.measure(height, "length")
        places = [_raised(bottom, level, step, poser) for step in ((0.0, 0.0), (20.0, 0.0), (0.0, 20.0))]
    if len(places) < 3 and entity.has("axial") and isinstance(body, Turned):
        places = [body.a, body.b, _raised(body.a, poser.constant(0.0), (0.0, 20.0), poser)]
    return places


def _raised(place: SpacePoint[int], level: int, step: tuple[float, float], poser: Poser) -> SpacePoint[int]:
    """Return the place over another by a slot, moved sideways by some millimetres."""
    x, y, z = place.space
    return poser.space_point(
        "level",
        total(x, poser.constant(step[0]), poser),
        total(y, poser.constant(step[1]), poser),
        total(z, level, poser),
    )


def lowest(body: Shape[int], poser: Poser) -> SpacePoint[int]:
    """Return the lowest place of a solid that stands on the ground."""
    if isinstance(body, Turned):
        return body.a
    if isinstance(body, Ball):
        x, y, z = body.center.space
        return poser.space_point("bottom", x, y, poser.defined("difference", z, body.radius))
    assert isinstance(body, Polyhedron)
    corners = dict.fromkeys(p for face in body.faces for p in face)
    heights = [(height, p) for p in corners if (height := poser.fixed(p.space[2])) is not None]
    return min(heights, key=lambda found: found[0])[1] if heights else body.faces[0][0]


def ring_outline(rings: list[list[Path]], pen: Pen) -> Outline:
    """Return rings of paths as closed outlines of the picture."""
    camera = pen.solution.poser.frame.camera
    assert camera is not None
    out = EMPTY
    for ring in rings:
        spots = [spot for path in ring for spot in flattened(outline_of_path(path, camera))[0]]
        out += polyline(spots, closed=True)
    return out


def draw_section(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a section, hatched unless its author says how it is filled, its hidden edges dashed."""
    if not isinstance(shape, Cut):
        return
    rings = sections(shape.body, plane_through(shape.a.space, shape.b.space, shape.c.space))
    area = ring_outline(rings, pen)
    if area.points:
        pen.fill_area(area)
        if not (entity.style.hatch or entity.style.fill or entity.style.bare):
            # Across the receding edges of an oblique view, not along them.
            pen.hatch(area, pattern="back" if shape.camera.manner == "oblique" else "lines")
    for ring in rings:
        for path in ring:
            draw_path(pen, path)
    for text in pen.texts(entity):
        if area.points:
            pen.label(text, InArea(tuple(flattened(area)[0])), owner=entity.name)


def pose_liquid(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose what fills a solid up to a level over its lowest place; the level stays below the brim."""
    value = entity.value("in")
    body = poser.shape(value) if value is not None else Nowhere[int]()
    if not isinstance(body, SOLIDS):
        return Nowhere()
    bottom = lowest(body, poser)
    depth = stated_length(entity.value("depth"), 24.0, poser, "depth")
    return Filled(body, _raised(bottom, depth, (0.0, 0.0), poser), camera_of(poser))


def draw_liquid(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Tint what is filled, and draw its surface."""
    if not isinstance(shape, Filled):
        return
    rings = sections(shape.body, level_plane(shape.surface.space))
    surface = ring_outline(rings, pen)
    if not surface.points:
        return
    below = [*flattened(surface)[0], *_wetted(shape)]
    pen.fill_area(polyline(hull(below), closed=True), fill="cyan")
    for ring in rings:
        for path in ring:
            draw_path(pen, path, stroke=pen.stroke(width=WIDTH.mark))
    for text in pen.texts(entity):
        pen.label(text, InArea(hull(below)), owner=entity.name)
    if text := own_text(pen, entity, "depth"):
        _draw_depth(pen, shape, text, min(flattened(surface)[0]))


def _wetted(shape: Filled[float]) -> list[tuple[float, float]]:
    """Return spots of the picture that the filled part reaches below its surface."""
    from ...draw.outlines import outline_of

    level = shape.surface.space[2]
    if isinstance(shape.body, Polyhedron):
        return [xy(p) for face in shape.body.faces for p in face if p.space[2] <= level]
    if isinstance(shape.body, Turned):
        import numpy as np

        from ...space.bodies import circle

        if shape.body.radius_a <= 0:
            return [xy(shape.body.a)]
        rim = circle(shape.body.a.space, np.array([0.0, 0.0, 1.0]), shape.body.radius_a)
        return flattened(outline_of_path(rim, shape.camera))[0]
    return [spot for path in flattened(outline_of(shape.body)) for spot in path if spot[1] <= shape.surface.y]


def _draw_depth(pen: Pen, shape: Filled[float], text: str, edge: XY) -> None:
    """Draw the dimension of the depth on the left of the solid, from the leftmost spot of its surface."""
    x, y, z = shape.surface.space
    low = shape.camera.drawn((x, y, _floor(shape.body, z)))
    height_outside(pen, low, (edge[0], low[1] + _drawn_height(shape, z)), text, left=True)


def _drawn_height(shape: Filled[float], level: float) -> float:
    """Return how high the depth is drawn: straight up from the lowest place."""
    return shape.camera.up[2] * (level - _floor(shape.body, level))


def _floor(body: Shape[float], otherwise: float) -> float:
    if isinstance(body, Turned):
        return body.a.space[2]
    if isinstance(body, Ball):
        return body.center.space[2] - body.radius
    if isinstance(body, Polyhedron):
        return min(p.space[2] for face in body.faces for p in face)
    return otherwise


def liquid_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the depth as a line, the middle of the surface, and the radius of the surface in a round tank."""
    if not isinstance(shape, Filled):
        return None
    if part in ("surface", "top"):
        return shape.surface
    if part == "bottom":
        return lowest(shape.body, poser)
    if part in ("depth", "level", "height"):
        return Line(lowest(shape.body, poser), shape.surface)
    if part in ("radius", "r") and isinstance(shape.body, Turned):
        return Line(shape.surface, _rim_at(shape, poser))
    return None


def _rim_at(shape: Filled[int], poser: Poser) -> SpacePoint[int]:
    """Return the place where the surface meets the side of a round tank: by similar triangles down the side."""
    body = shape.body
    assert isinstance(body, Turned)
    depth, height = (poser.distance(body.a, end) for end in (shape.surface, body.b))
    share = poser.defined("quotient", depth, height, start=0.5)
    growth = poser.defined("difference", body.radius_b, body.radius_a)
    radius = poser.defined("sum2", body.radius_a, poser.defined("product", share, growth))
    return rim_of(shape.surface, radius, poser)


SECTION = Kind(
    name="section",
    doc="The section of a solid by a plane: through three places, by a plane, or level at a height.",
    slots=(
        Slot("of", Want.ENTITY, "the solid that is cut", ("solid", "in"), positional=False),
        Slot("points", (Want.POINT, Want.PATH), "places of the plane", ("through",), many=True),
        Slot("by", Want.ENTITY, "the plane that cuts", ("plane", "with"), positional=False),
        length_slot("height", "of a level section over the base", "at"),
    ),
    aliases=("cross_section", "plane_section"), traits=("region",), flags=("axial", "parallel"), needs=("of",), space="oblique",
    pose=pose_section, draw=draw_section, z=3, example="cube q(ABCD, E, F, G, H); section s(of = q, through = [A, C, F])",
)  # fmt: skip
LIQUID = Kind(
    name="liquid",
    doc="What fills a solid up to a level, tinted.",
    slots=(
        Slot("in", Want.ENTITY, "the solid that it fills", ("inside", "of", "tank"), positional=False),
        length_slot("depth", "how deep it is", "level", "height", "h"),
    ),
    aliases=("water", "fill", "water_level", "liquid_level", "fluid"), traits=("liquid",), parts=(PartOf("surface", "the middle of its surface"), PartOf("depth", "its depth, as a line"), PartOf("radius", "the radius of its surface")),
    needs=("in",), pose=pose_liquid, part=liquid_part, draw=draw_liquid, z=2, example="cone tank(radius = 3 m, height = 4 m, inverted); liquid w(in = tank, depth = 2 m)",
)  # fmt: skip

KINDS = (SECTION, LIQUID)
