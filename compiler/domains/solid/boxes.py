"""Cuboids and cubes: eight corners, `ABCD` below and `EFGH` (or `A1B1C1D1`) above.

The front is turned to the viewer: A in front on the left, B on the right of it, D at the back, where it is hidden.
"""

from __future__ import annotations

from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.anchors import centroid, midpoint
from ...pose.incidence import flat
from ...pose.lettered import hold_lettered
from ...pose.poser import Poser
from ...shapes import Line, Polyhedron, Shape, SpacePoint
from ...space.camera import XYZ
from ...values import Interval, Measure, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .edges import draw_polyhedron, is_said, length_slot, outermost, outline_of, stated_length, write_beside
from .vertices import VERTICES, Corners, corners_of, lettered_length

USUAL = (52.0, 40.0, 38.0)
"""Length, width and height that a cuboid would like to have, in space millimetres."""
USUAL_CUBE = 46.0
NAMES = "ABCDEFGH"
FACES = ((0, 1, 2, 3), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7))
LENGTHS = ((0, 1), (7, 6), (4, 5), (3, 2))
WIDTHS = ((1, 2), (4, 7), (5, 6), (0, 3))
HEIGHTS = ((0, 4), (2, 6), (1, 5), (3, 7))
"""The edges of each direction, those first beside which a value is best read."""


def is_cube(entity: Entity) -> bool:
    """Whether all edges are alike: by its kind, or by its one edge."""
    return entity.kind.name == "cube" or entity.value("side") is not None


def stated_sizes(entity: Entity) -> list[Value | None]:
    """Return what is said of length, width and height."""
    if is_cube(entity):
        return [entity.value("side")] * 3
    if ranges(entity):
        return [None] * 3
    sides = list(entity.values_of("sides"))
    named = [entity.value(word) for word in ("length", "width", "height")]
    return [own or (sides[at] if at < len(sides) else None) for at, own in enumerate(named)]


def ranges(entity: Entity) -> list[tuple[float, float]]:
    """Return from where to where a cuboid reaches along x, y and z, if all three are said."""
    found = [entity.value(axis) for axis in "xyz"]
    ends = [
        (v.low.expression.value(), v.high.expression.value())
        for v in found
        if isinstance(v, Interval) and not v.low.bindings and not v.high.bindings
    ]
    return ends if len(ends) == 3 and all(low < high for low, high in ends) else []


def reach(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return two opposite corners of a cuboid between ranges."""
    ends = ranges(entity)
    low, high = ([end[k] for end in ends] for k in (0, 1))
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2])) if ends else ()


def pose_cuboid(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a cuboid on the ground, its front to the viewer; or on corners that are somewhere already."""
    corners = corners_of(entity, poser)
    points = _related(entity, corners, poser) if corners.placed else _standing(entity, corners, poser)
    hold_lettered(entity, points, poser)
    camera = poser.frame.camera
    assert camera is not None
    return Polyhedron(tuple(tuple(points[at] for at in face) for face in FACES), camera)


def _standing(entity: Entity, corners: Corners, poser: Poser) -> tuple[SpacePoint[int], ...]:
    if ends := ranges(entity):
        (x, far), (y, right), (z, top) = (
            [poser.constant(v) for v in poser.frame.place_in_space((low, high, 0.0))[:2]]
            for low, high in ends
        )
        base = ((far, y), (far, right), (x, right), (x, y))
        return corners.points([(p, q, level) for level in (z, top) for p, q in base], NAMES, poser)
    zero = poser.constant(0.0)
    if is_cube(entity):
        side = entity.value("side") or lettered_length(entity, (*LENGTHS, *WIDTHS, *HEIGHTS))
        length = width = height = stated_length(side, USUAL_CUBE, poser, "side")
    else:
        groups = zip(stated_sizes(entity), (LENGTHS, WIDTHS, HEIGHTS), USUAL)
        length, width, height = (
            stated_length(value or lettered_length(entity, edges), usual, poser)
            for value, edges, usual in groups
        )
    base = ((width, zero), (width, length), (zero, length), (zero, zero))
    places = [(x, y, z) for z in (zero, height) for x, y in base]
    return corners.points(places, NAMES, poser)


def _related(entity: Entity, corners: Corners, poser: Poser) -> tuple[SpacePoint[int], ...]:
    """Hold that corners which stand somewhere already make a cuboid."""
    points = corners.given(8, poser)
    a, b, c, d, e, f, g, h = points
    for ring in ((a, b, c, d), (a, b, f, e), (a, d, h, e), (b, c, g, f)):
        poser.require("parallelogram", *flat(*ring))
    for one, other in ((b, d), (b, e), (d, e)):
        poser.require("perpendicular", *flat(a, one, a, other))
    for value, (i, j) in zip(stated_sizes(entity), (LENGTHS[0], WIDTHS[0], HEIGHTS[0])):
        if value is not None:
            poser.state(poser.distance(points[i], points[j]), value, "length")
    return points


def draw_cuboid(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a cuboid with its sizes beside edges of its outline."""
    draw_polyhedron(entity, shape, pen)
    if not isinstance(shape, Polyhedron):
        return
    points = (*shape.faces[0], *shape.faces[1])
    groups = (LENGTHS,) if is_cube(entity) else (LENGTHS, WIDTHS, HEIGHTS)
    words = (("side", "edge"),) if is_cube(entity) else (("length",), ("width", "depth"), ("height",))
    for value, edges, names in zip(stated_sizes(entity), groups, words):
        text = pen.words(value) if isinstance(value, Measure) and value.prints else ""
        text = "" if is_said(pen, entity, names) else text
        ends = outermost(outline_of(shape), [(points[i], points[j]) for i, j in edges])
        if text and ends:
            write_beside(pen, outline_of(shape), ends, text)


PART_EDGES = {
    "length": LENGTHS[0],
    "y": LENGTHS[0],
    "width": WIDTHS[0],
    "depth": WIDTHS[0],
    "x": WIDTHS[0],
    "height": HEIGHTS[0],
    "z": HEIGHTS[0],
    "side": LENGTHS[0],
    "edge": LENGTHS[0],
}
FACE_PARTS = {"top": 1, "bottom": 0, "base": 0, "front": 2, "right": 3, "back": 4, "left": 5}


def cuboid_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return edges that show its sizes, the middles of its faces and its own middle."""
    if not isinstance(shape, Polyhedron):
        return None
    points = (*shape.faces[0], *shape.faces[1])
    if part in PART_EDGES:
        i, j = PART_EDGES[part]
        return Line(points[i], points[j])
    if part in FACE_PARTS:
        return centroid(shape.faces[FACE_PARTS[part]], poser)
    return midpoint(points[0], points[6], poser) if part == "center" else None


CUBOID = Kind(
    name="cuboid",
    doc="A cuboid by its corners (`ABCD-EFGH`, base first) or its sizes; `AB = 5 cm` states an edge too.",
    slots=(
        VERTICES,
        length_slot("length", "its length, along AB", "l"),
        length_slot("width", "its width, along BC", "w", "depth", "breadth"),
        length_slot("height", "its height, along AE", "h"),
        length_slot("side", "the edge of a cube", "edge", "a", "edge_length"),
        *(Slot(axis, Want.RANGE, f"from where to where it reaches along {axis}", positional=False) for axis in "xyz"),
        length_slot("sides", "length, width and height", "dimensions", "edges", "size", many=True),
    ),
    aliases=("box", "rectangular_prism", "rectangular_box", "box3d", "brick", "rectangular_solid", "parallelepiped_right"),
    traits=("solid", "polyhedron"),
    flags=("transparent", "wireframe"),
    parts=(
        PartOf("center", "the middle of the solid"), PartOf("top", "the middle of its top (so front, left …)"), PartOf("base", "the middle of its base"),
        PartOf("length", "an edge of its length (so width, height)"),
    ),
    claims=(("x", "y", "z"), ("length", "width", "height"), ("l", "w", "h")),
    reach_in_space=reach,
    part=cuboid_part,
    lettered=True,
    space="oblique",
    pose=pose_cuboid,
    draw=draw_cuboid,
    z=5,
    example="cuboid ABCD-EFGH(AB = 5 cm, BC = 4 cm, AE = 3 cm)",
)  # fmt: skip

CUBE = Kind(
    name="cube",
    doc="A cube by its corners (`ABCD-EFGH`, base first) and its edge.",
    slots=(VERTICES, length_slot("side", "its edge", "edge", "a", "edge_length", "length", "size")),
    traits=("solid", "polyhedron"),
    flags=("transparent", "wireframe"),
    parts=CUBOID.parts,
    part=cuboid_part,
    lettered=True,
    space="oblique",
    pose=pose_cuboid,
    draw=draw_cuboid,
    z=5,
    example="cube ABCD-EFGH(side = 4 cm)",
)  # fmt: skip

KINDS = (CUBOID, CUBE)
