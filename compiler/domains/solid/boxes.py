"""Cuboids and cubes: eight corners, `ABCD` below and `EFGH` (or `A1B1C1D1`) above.

The front is turned to the viewer: A in front on the left, B on the right of it, D at the back, where it is hidden.
"""

from __future__ import annotations

from ...draw.pen import Pen
from ...model import Entity
from ...pose.incidence import flat
from ...pose.lettered import hold_lettered
from ...pose.poser import Poser
from ...shapes import Polyhedron, Shape, SpacePoint
from ...values import Value
from ...vocabulary import Kind, PartOf
from .edges import draw_polyhedron, length_slot, outermost, outline_of, stated_length, write_beside
from .vertices import VERTICES, Corners, corners_of

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
    """Whether all edges are alike: by the word, or by its one edge."""
    return entity.word.lower() == "cube" or entity.has("cube") or entity.value("side") is not None


def stated_sizes(entity: Entity) -> list[Value | None]:
    """Return what is said of length, width and height."""
    if is_cube(entity):
        return [entity.value("side")] * 3
    sides = list(entity.values_of("sides"))
    named = [entity.value(word) for word in ("length", "width", "height")]
    return [own or (sides[at] if at < len(sides) else None) for at, own in enumerate(named)]


def pose_cuboid(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a cuboid on the ground, its front to the viewer; or on corners that are somewhere already."""
    corners = corners_of(entity, poser)
    points = _related(entity, corners, poser) if corners.placed else _standing(entity, corners, poser)
    hold_lettered(entity, points, poser)
    camera = poser.frame.camera
    assert camera is not None
    return Polyhedron(tuple(tuple(points[at] for at in face) for face in FACES), camera)


def _standing(entity: Entity, corners: Corners, poser: Poser) -> tuple[SpacePoint[int], ...]:
    zero = poser.constant(0.0)
    if is_cube(entity):
        length = width = height = stated_length(entity.value("side"), USUAL_CUBE, poser, "side")
    else:
        length, width, height = (
            stated_length(value, usual, poser) for value, usual in zip(stated_sizes(entity), USUAL)
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
    for value, edges in zip(stated_sizes(entity), groups):
        text = pen.words(value) if value is not None and getattr(value, "prints", False) else ""
        ends = outermost(outline_of(shape), [(points[i], points[j]) for i, j in edges])
        if text and ends:
            write_beside(pen, outline_of(shape), ends, text)


CUBOID = Kind(
    name="cuboid",
    doc="A cuboid by its corners (`ABCD-EFGH`, base first) or its sizes; `AB = 5 cm` states an edge too.",
    slots=(
        VERTICES,
        length_slot("length", "its length, along AB", "l"),
        length_slot("width", "its width, along BC", "w", "depth", "breadth"),
        length_slot("height", "its height, along AE", "h"),
        length_slot("side", "the edge of a cube", "edge", "a", "edge_length"),
        length_slot("sides", "length, width and height", "dimensions", "edges", "size", many=True),
    ),
    aliases=("cube", "rectangular_prism", "rectangular_box", "box3d", "brick", "rectangular_solid", "parallelepiped_right"),
    traits=("solid", "polyhedron"),
    flags=("cube", "transparent", "wireframe"),
    parts=(PartOf("center", "the middle of the solid"), PartOf("top", "the middle of its top"), PartOf("base", "the middle of its base")),
    lettered=True,
    space="oblique",
    pose=pose_cuboid,
    draw=draw_cuboid,
    z=5,
    example="cuboid ABCD-EFGH(AB = 5 cm, BC = 4 cm, AE = 3 cm)",
)  # fmt: skip

KINDS = (CUBOID,)
