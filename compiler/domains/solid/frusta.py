"""Frustums of pyramids: a base, and a smaller polygon like it above."""

from __future__ import annotations

import math

from ...draw.drops import drop_line
from ...draw.pen import Pen
from ...model import Entity
from ...pose.lettered import hold_lettered
from ...pose.poser import Poser
from ...shapes import Polyhedron, Shape
from ...vocabulary import Kind
from .bases import BASE_SLOT, FLAGS, LETTERS, PARTS, N, prism_faces, regular_base, sides_of, solid
from .edges import draw_polyhedron, length_slot, outermost, outline_of, own_text, stated_length, write_beside
from .uprights import upright_part
from .vertices import VERTICES, corners_of

BASE, TOP, HEIGHT = 46.0, 24.0, 35.0


def pose_frustum(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a frustum over a regular base."""
    corners = corners_of(entity, poser)
    count = sides_of(entity, len(corners.values) // 2) or 4
    low, high = (
        regular_base(count, stated_length(entity.value(name), usual, poser, name), poser)
        for name, usual in (("side", BASE), ("top_side", TOP))
    )
    zero, height = poser.constant(0.0), stated_length(entity.value("height"), HEIGHT, poser, "height")
    places = [(x, y, zero) for x, y in low] + [(x, y, height) for x, y in high]
    points = corners.points(places, LETTERS, poser)
    hold_lettered(entity, points, poser)
    if (edge := entity.value("lateral")) is not None:
        poser.state(poser.distance(points[0], points[count]), edge, "length")
    return solid(prism_faces(points[:count], points[count:]), poser)


def draw_frustum(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a frustum with the sides of base and top, its height and its lateral edge."""
    draw_polyhedron(entity, shape, pen)
    if not isinstance(shape, Polyhedron):
        return
    outline = outline_of(shape)
    base, top = shape.faces[0], shape.faces[1]
    rings = {"side": base, "top_side": top}
    for name, ring in rings.items():
        edges = [(ring[at], ring[(at + 1) % len(ring)]) for at in range(len(ring))]
        if (text := own_text(pen, entity, name)) and (ends := outermost(outline, edges)):
            write_beside(pen, outline, ends, text)
    if (text := own_text(pen, entity, "lateral")) and (ends := outermost(outline, zip(base, top))):
        write_beside(pen, outline, ends, text)
    if text := own_text(pen, entity, "height"):
        middles = [
            [math.fsum(p.space[k] for p in ring) / len(ring) for k in range(3)] for ring in (top, base)
        ]
        (a, b, c), (d, e, f) = middles
        drop_line(pen, (a, b, c), (d, e, f), text)


PYRAMID_FRUSTUM = Kind(
    name="pyramid_frustum",
    doc="A frustum of a regular pyramid: `ABCD-A1B1C1D1`, by the sides of its base and top and its height.",
    slots=(
        VERTICES, N, BASE_SLOT, length_slot("side", "a side of its base", "base_side", "bottom_side", "edge"), length_slot("top_side", "a side of its top", "upper_side"),
        length_slot("height", "its height", "h"), length_slot("lateral", "its lateral edge", "lateral_edge"),
    ),
    aliases=("truncated_pyramid", "frustum_of_pyramid"), traits=("solid", "polyhedron"), flags=FLAGS, parts=PARTS, lettered=True, space="oblique",
    pose=pose_frustum, part=upright_part, draw=draw_frustum, z=5, example="pyramid_frustum ABCD-A1B1C1D1(side = 4 cm, top_side = 2 cm, height = 3 cm)",
)  # fmt: skip

KINDS = (PYRAMID_FRUSTUM,)
