"""Pyramids and tetrahedra: the apex before the hyphen, `S-ABCD`, or said: `apex = S`."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...model import Entity, Panel
from ...pose.anchors import centroid, coordinates
from ...pose.incidence import flat
from ...pose.lettered import hold_lettered
from ...pose.planes import space
from ...pose.poser import Poser
from ...shapes import Shape, SpacePoint
from ...space.camera import XYZ
from ...values import Chain, Ref, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .bases import (
    BASE_SLOT,
    FLAGS,
    LETTERS,
    PARTS,
    N,
    Ring,
    base_of,
    free_base,
    is_regular,
    regular_base,
    sides_of,
    solid,
    times,
)
from .edges import length_slot, stated_length
from .uprights import draw_upright, under_plane, upright_part
from .vertices import VERTICES, Corners, Place, corners_of, is_open, named_vertices

HEIGHT = 50.0
"""Height that a pyramid would like to have, in space millimetres."""


def apex_first(entity: Entity) -> bool:
    """Whether the apex is named before the base: `S-ABCD`."""
    return "-" in entity.name or "−" in entity.name or "–" in entity.name


def pyramid_values(entity: Entity) -> tuple[list[Value], Value | None]:
    """Return the vertices of the base and the apex, as far as they are named."""
    values = named_vertices(entity)
    apex, stated = entity.value("apex"), entity.value("base")
    if isinstance(stated, Chain):
        values = list(stated.ends)
        if apex is None:
            return values, None
    if apex is not None:
        return [v for v in values if v != apex], apex
    base = entity.value("base")
    if isinstance(base, Ref):
        return values, None
    if len(values) < 3:
        return [], values[0] if values else None
    return (values[1:], values[0]) if _leads(entity, values) else (values[:-1], values[-1])


def _leads(entity: Entity, values: Sequence[Value]) -> bool:
    """Whether the first of the letters is the apex: it stands alone before a hyphen, or is out of the row."""
    if apex_first(entity):
        return len(entity.name.replace("−", "-").replace("–", "-").split("-")[0].rstrip("'0123456789₁₂")) == 1
    first = values[0]
    return isinstance(first, Ref) and first.name[:1] in "PSTVO" and len(values) > 3


def pose_pyramid(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a pyramid on its base, its apex over the middle unless something else is said."""
    base_values, apex_value = pyramid_values(entity)
    values = (*base_values, *((apex_value,) if apex_value is not None else ()))
    count = len(base_values) or sides_of(entity, 0) or 4
    corners = Corners(values, any(not is_open(v, poser) for v in values))
    if corners.placed or len(values) not in (0, count + 1):
        if apex_value is not None and is_open(apex_value, poser):
            _raise_apex(apex_value, [poser.lifting.place_of(v) for v in base_values], poser)
        points = corners.given(count + 1, poser)
        _hold_pyramid(entity, points, poser)
    else:
        points = _standing_pyramid(entity, corners, count, poser)
    hold_lettered(entity, points, poser)
    base, apex = points[:-1], points[-1]
    return solid([base, *((base[at], base[(at + 1) % count], apex) for at in range(count))], poser)


def _raise_apex(apex: Value, base: Sequence[SpacePoint[int]], poser: Poser) -> None:
    """Let an open apex start over the middle of its base, so that it is found on that side."""
    starts = [
        sum(poser.slots[p.space[k]].start for p in base) / max(len(base), 1) + (HEIGHT if k == 2 else 0.0)
        for k in range(3)
    ]
    x, y, z = (poser.free(axis, start, hinted=True) for axis, start in zip("xyz", starts))
    if isinstance(apex, Ref):
        poser.shapes[apex.name] = poser.space_point(apex.name, x, y, z)


def _standing_pyramid(entity: Entity, corners: Corners, count: int, poser: Poser) -> Ring:
    zero = poser.constant(0.0)
    ground = base_of(entity, count, poser)
    over = _foot(entity, ground, poser)
    height = stated_length(entity.value("height"), HEIGHT, poser, "height")
    places: list[Place] = [(x, y, zero) for x, y in ground]
    names = [*LETTERS[:count], "S"]
    return corners.points([*places, (*over, height)], names, poser)


def _foot(entity: Entity, ground: Sequence[tuple[int, int]], poser: Poser) -> tuple[int, int]:
    """Return the slots of the place under the apex: over a stated corner, else the middle of the base.

    Over a base that is not said to be regular the apex may stand elsewhere, if something else says so.
    """
    at = entity.value("over")
    names = [v.name for v in pyramid_values(entity)[0] if isinstance(v, Ref)]
    if isinstance(at, Ref) and at.name in names:
        return ground[names.index(at.name)]
    share = poser.constant(1 / len(ground))
    x, y = (_mean([corner[axis] for corner in ground], share, poser) for axis in (0, 1))
    if entity.has("right") or is_regular(entity):
        return x, y
    over = poser.free("x", 1.0), poser.free("y", 1.0)
    for slot, middle in zip(over, (x, y)):
        poser.wish("close", slot, middle, weight=0.1)
    return over


def _mean(slots: Sequence[int], share: int, poser: Poser) -> int:
    numbers = [poser.fixed(slot) for slot in slots]
    known = [n for n in numbers if n is not None]
    if len(known) == len(numbers):
        return poser.constant(sum(known) / len(known))
    total = slots[0]
    for slot in slots[1:]:
        total = poser.defined("sum2", total, slot)
    return poser.defined("scaled", total, share)


def _hold_pyramid(entity: Entity, points: Ring, poser: Poser) -> None:
    """Hold what is said of a pyramid on corners that stand somewhere already; an open apex would like to be over them."""
    *base, apex = points
    if entity.has("regular"):
        for one, other in zip(base, base[1:]):
            poser.require("equal_length", *flat(apex, one, apex, other))
    if (height := entity.value("height")) is not None:
        drop = poser.defined("distance_to_plane", *space(apex, *base[:3]), start=30.0)
        poser.state(poser.defined("abs", drop, start=30.0), height, "length")
    if all(poser.slots[slot].free for slot in apex.space):
        middle = coordinates(centroid(tuple(base), poser))
        for slot, over in zip(apex.space[:2], middle):
            poser.wish("close", slot, over, weight=0.2)
        poser.wish(
            "greater", apex.space[2], poser.defined("sum2", middle[2], poser.constant(20.0)), weight=0.2
        )


def pose_tetrahedron(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a tetrahedron: by its corners, regular by its edge, or general."""
    corners = corners_of(entity, poser)
    cuts = under_plane(entity)
    if corners.placed:
        points = corners.given(4, poser)
    elif cuts:
        fixed = [
            tuple(poser.constant(v) for v in poser.frame.place_in_space(p)) for p in ((0.0, 0.0, 0.0), *cuts)
        ]
        points = corners.points([(x, y, z) for x, y, z in fixed], "OABC", poser)
    else:
        zero = poser.constant(0.0)
        if entity.has("regular") or entity.value("side") is not None or not corners.values:
            edge = stated_length(entity.value("side"), 52.0, poser, "side")
            ground = regular_base(3, edge, poser)
            height = times(edge, math.sqrt(2 / 3), poser)
            apex = (zero, zero, height)
        else:
            ground = free_base(3, poser)
            starts = (poser.free("x", -2.0, hinted=True), poser.free("y", 4.0, hinted=True))
            apex = (*starts, stated_length(entity.value("height"), 44.0, poser, "height"))
        # The first letter is the apex where the name sets it apart: `P-ABC`.
        places = [*((x, y, zero) for x, y in ground), apex]
        if _leads(entity, corners.values) if corners.values else False:
            places = [places[-1], *places[:-1]]
        points = corners.points(places, LETTERS, poser)
    hold_lettered(entity, points, poser)
    a, b, c, d = points
    return solid([(a, b, c), (a, b, d), (b, c, d), (a, c, d)], poser)


def reach_tetrahedron(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of a tetrahedron under a plane."""
    cuts = under_plane(entity)
    return ((0.0, 0.0, 0.0), *cuts) if cuts else ()


PYRAMID = Kind(
    name="pyramid",
    doc="A pyramid on its base: `S-ABCD` with the apex first; its apex stands over the middle, or `over` a corner.",
    slots=(
        VERTICES, N, BASE_SLOT, Slot("apex", Want.POINT, "its apex", ("vertex", "top"), positional=False),
        Slot("over", Want.POINT, "the corner of the base over which the apex stands", ("above", "perpendicular_at"), positional=False),
        length_slot("side", "a side of its regular base", "edge", "base_side", "base_edge"), length_slot("height", "its height", "h"),
        length_slot("length", "of a rectangular base", "l"), length_slot("width", "of a rectangular base", "w"),
        length_slot("base_width", "the broad side of an isosceles base"), length_slot("base_height", "the height of an isosceles base"),
    ),
    traits=("solid", "polyhedron"), flags=FLAGS, parts=(*PARTS, PartOf("apex", "its apex")), lettered=True,
    space="oblique", pose=pose_pyramid, part=upright_part, draw=draw_upright, z=5, example="pyramid S-ABCD(regular, AB = 4 cm, height = 5 cm)",
)  # fmt: skip
TETRAHEDRON = Kind(
    name="tetrahedron",
    doc="A tetrahedron by its corners (`ABCD`, or `P-ABC`), regular by its edge.",
    slots=(VERTICES, length_slot("side", "the edge of a regular one", "edge", "a"), length_slot("height", "its height over the first three", "h"),
        Slot("equation", Want.BOUND, "the slanted face of one at the origin, `2x + 3y + 6z = 6`", many=True),
        Slot("intercepts", (Want.NUMBER, Want.MEASURE), "where that face meets the axes", many=True, positional=False),
    ),
    variables=("x", "y", "z"), reach_in_space=reach_tetrahedron,
    traits=("solid", "polyhedron"), flags=("regular", "transparent", "wireframe", "intercepts"),
    parts=(*PARTS, PartOf("face", "the slanted face of one under a plane")), lettered=True, space="oblique", pose=pose_tetrahedron, part=upright_part, draw=draw_upright, z=5,
    example="tetrahedron ABCD(regular, side = 4 cm)",
)  # fmt: skip

KINDS = (PYRAMID, TETRAHEDRON)
