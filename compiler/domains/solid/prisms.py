"""Prisms: on a base `ABC…`, the top named after it (`ABC-DEF`, `ABCD-A1B1C1D1`)."""

from __future__ import annotations

from ...model import Entity
from ...pose.incidence import flat
from ...pose.lettered import hold_lettered
from ...pose.poser import Poser
from ...shapes import Shape
from ...vocabulary import Kind
from .bases import BASE_SLOT, FLAGS, LETTERS, PARTS, N, Ring, base_of, prism_faces, sides_of, solid
from .edges import length_slot, stated_length
from .uprights import draw_upright, upright_part
from .vertices import VERTICES, corners_of, lettered_length, named_vertices

HEIGHT = 50.0
"""Height that a prism would like to have, in space millimetres."""


def pose_prism(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a right prism on its base; an oblique one leans, an inverted one lies like a trough."""
    if entity.has("inverted") and not named_vertices(entity):
        from .troughs import pose_trough

        return pose_trough(entity, poser)
    corners = corners_of(entity, poser)
    count = sides_of(entity, len(corners.values) // 2) or 3
    if corners.placed:
        points = _related_prism(entity, corners.given(2 * count, poser), count, poser)
    else:
        zero = poser.constant(0.0)
        upright = lettered_length(entity, [(at, at + count) for at in range(count)])
        stated = (
            entity.value("height") or entity.value("length") or (None if entity.has("oblique") else upright)
        )
        height = stated_length(stated, HEIGHT, poser, "height")
        ground = base_of(entity, count, poser)
        lean = poser.constant(14.0) if entity.has("oblique") else zero
        top = [(x, poser.defined("sum2", y, lean) if entity.has("oblique") else y) for x, y in ground]
        places = [(x, y, zero) for x, y in ground] + [(x, y, height) for x, y in top]
        points = corners.points(places, LETTERS, poser)
    hold_lettered(entity, points, poser)
    return solid(prism_faces(points[:count], points[count:]), poser)


def _related_prism(entity: Entity, points: Ring, count: int, poser: Poser) -> Ring:
    """Hold that corners which stand somewhere already make a prism, a right one unless it is oblique."""
    base, top = points[:count], points[count:]
    for at in range(1, count):
        poser.require("parallelogram", *flat(base[0], base[at], top[at], top[0]))
    if not entity.has("oblique"):
        for other in (base[1], base[-1]):
            poser.require("perpendicular", *flat(base[0], top[0], base[0], other))
    if (height := entity.value("height")) is not None:
        poser.state(poser.distance(base[0], top[0]), height, "length")
    return points


PRISM = Kind(
    name="prism",
    doc="A prism on its base: `ABC-DEF`, or by the shape of its base; `AB = 5 cm` states an edge too.",
    slots=(
        VERTICES, N, BASE_SLOT, length_slot("side", "a side of its regular base", "edge", "base_side"),
        length_slot("height", "its height", "h"), length_slot("length", "its length, where it lies", "l"), length_slot("width", "of a rectangular base", "w"),
        length_slot("base_width", "the broad side of an isosceles base", "base_base"), length_slot("base_height", "the height of an isosceles base"),
    ),
    traits=("solid", "polyhedron"), flags=FLAGS, parts=PARTS, lettered=True, space="oblique",
    pose=pose_prism, part=upright_part, draw=draw_upright, z=5, example="prism ABC-DEF(regular, side = 4 cm, height = 6 cm)",
)  # fmt: skip

KINDS = (PRISM,)
