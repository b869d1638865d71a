"""Prisms and pyramids over a polygon, tetrahedra, and frustums of pyramids.

The base is `ABC…` and lies on the ground, its first side in front; the top is named after it (`ABC-DEF`,
`ABCD-A1B1C1D1`). A pyramid has its apex first, `S-ABCD`, or said: `apex = S`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.incidence import flat
from ...pose.lettered import hold_lettered
from ...pose.poser import Poser
from ...shapes import Facet, Polyhedron, Shape, SpacePoint
from ...space.camera import XYZ
from ...values import Formula, Measure, Ref, Value, Word
from ...vocabulary import Kind, PartOf, Slot, Want
from ..space.planes import corners_on_axes, draw_intercepts
from .edges import draw_polyhedron, length_slot, outermost, outline_of, own_text, stated_length, write_beside
from .vertices import VERTICES, Place, corners_of, named_vertices

BASE, HEIGHT = 40.0, 50.0
"""Side of the base and height that a solid would like to have, in space millimetres."""
SHAPES = {
    "triangle": 3, "triangular": 3, "equilateral": 3, "equilateral_triangle": 3, "square": 4, "quadrilateral": 4, "rectangle": 4, "parallelogram": 4,
    "pentagon": 5, "pentagonal": 5, "hexagon": 6, "hexagonal": 6, "heptagon": 7, "octagon": 8, "octagonal": 8,
    "isosceles_triangle": 3, "isosceles": 3,
}  # fmt: skip
GENERAL = ("rectangle", "parallelogram", "quadrilateral", "triangle", "triangular")
"""Words for a base of named vertices that need not be regular."""
MOST_SIDES = 24
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX"

Ring = tuple[SpacePoint[int], ...]


def sides_of(entity: Entity, named: int) -> int:
    """Return how many sides the base has: stated, by its word, or by the vertices."""
    stated = entity.value("n")
    count = stated.formula if isinstance(stated, Measure) else stated
    if isinstance(count, Formula) and not count.bindings and (number := count.expression.value()) == number:
        return min(max(int(number), 3), MOST_SIDES)
    base = entity.value("base")
    words = [base.id] if isinstance(base, Word) else []
    found = next((SHAPES[w] for w in (*words, *entity.flags) if w in SHAPES), 0)
    return found or named or 0


def regular_base(count: int, side: int, poser: Poser) -> list[tuple[int, int]]:
    """Return slots of the corners of a regular polygon with a side's slot, its first side straight in front.

    Its corners run counterclockwise seen from above, the first in front on the left.
    """
    radius = 0.5 / math.sin(math.pi / count)
    start = -math.pi / count
    out = []
    for at in range(count):
        angle = start + 2 * math.pi * at / count
        out.append(
            (_times(side, radius * math.cos(angle), poser), _times(side, radius * math.sin(angle), poser))
        )
    return out


def _times(slot: int, factor: float, poser: Poser) -> int:
    number = poser.fixed(slot)
    if number is not None:
        return poser.constant(number * factor)
    return poser.defined("scaled", slot, poser.constant(factor), start=10.0)


def free_base(count: int, poser: Poser) -> list[tuple[int, int]]:
    """Return the corners of a base of which only the letters are known: general, its first side in front."""
    out = []
    for at in range(count):
        angle = -math.pi / count * 0.85 + 2 * math.pi * at / count
        reach = BASE * 0.62 * (1.0, 1.12, 0.9, 1.06)[at % 4] / math.sin(math.pi / max(count, 4)) * 0.7
        x, y = reach * math.cos(angle), reach * math.sin(angle)
        out.append((poser.free("x", x, hinted=True), poser.free("y", y, hinted=True)))
    return out


def is_regular(entity: Entity) -> bool:
    """Whether the base is regular: by word, or because one side or only its number of sides is said."""
    if entity.has("regular") or entity.value("side") is not None or not named_vertices(entity):
        return True
    base = entity.value("base")
    words = (*entity.flags, *([base.id] if isinstance(base, Word) else ()))
    return any(w in SHAPES and w not in GENERAL for w in words)


def base_of(entity: Entity, count: int, poser: Poser) -> list[tuple[int, int]]:
    """Return the slots of the corners of a base on the ground."""
    triangle = _isosceles(entity, poser) if count == 3 else None
    if triangle is not None:
        return triangle
    words = (*entity.flags, *([base.id] if isinstance(base := entity.value("base"), Word) else ()))
    if count == 4 and "parallelogram" in words:
        return _parallelogram(poser)
    if count == 4 and (entity.value("length") or entity.value("width") or "rectangle" in words):
        zero = poser.constant(0.0)
        length, width = (stated_length(entity.value(w), BASE, poser) for w in ("length", "width"))
        return [(width, zero), (width, length), (zero, length), (zero, zero)]
    if is_regular(entity):
        return regular_base(count, stated_length(entity.value("side"), BASE, poser, "side"), poser)
    return free_base(count, poser)


def _parallelogram(poser: Poser) -> list[tuple[int, int]]:
    """Return a general parallelogram, its fourth corner from the other three."""
    a, b, c, _ = free_base(4, poser)
    x, y = (poser.defined("sum2", a[k], poser.defined("difference", c[k], b[k])) for k in (0, 1))
    return [a, b, c, (x, y)]


def _isosceles(entity: Entity, poser: Poser) -> list[tuple[int, int]] | None:
    """Return an isosceles base stated by its width and height, its broad side in front."""
    width, height = entity.value("base_width"), entity.value("base_height")
    if width is None and height is None:
        return None
    across, deep = stated_length(width, BASE, poser), stated_length(height, 0.8 * BASE, poser)
    zero = poser.constant(0.0)
    return [(deep, _times(across, -0.5, poser)), (deep, _times(across, 0.5, poser)), (zero, zero)]


def solid(faces: Sequence[Ring], poser: Poser) -> Polyhedron[int]:
    """Return a solid with faces, as its panel is seen."""
    camera = poser.frame.camera
    assert camera is not None
    return Polyhedron(tuple(faces), camera)


def prism_faces(base: Ring, top: Ring) -> list[Ring]:
    """Return base, top and sides of a prism or frustum."""
    count = len(base)
    sides = [(base[at], base[(at + 1) % count], top[(at + 1) % count], top[at]) for at in range(count)]
    return [base, top, *sides]


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
        height = stated_length(entity.value("height") or entity.value("length"), HEIGHT, poser, "height")
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


def apex_first(entity: Entity) -> bool:
    """Whether the apex is named before the base: `S-ABCD`."""
    return "-" in entity.name or "−" in entity.name or "–" in entity.name


def pyramid_values(entity: Entity) -> tuple[list[Value], Value | None]:
    """Return the vertices of the base and the apex, as far as they are named."""
    values = named_vertices(entity)
    apex = entity.value("apex")
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
    from .vertices import Corners, is_open

    base_values, apex_value = pyramid_values(entity)
    values = (*base_values, *((apex_value,) if apex_value is not None else ()))
    count = len(base_values) or sides_of(entity, 0) or 4
    corners = Corners(values, any(not is_open(v, poser) for v in values))
    if corners.placed or len(values) not in (0, count + 1):
        points = corners.given(count + 1, poser)
        _hold_pyramid(entity, points, poser)
    else:
        points = _standing_pyramid(entity, corners, count, poser)
    hold_lettered(entity, points, poser)
    base, apex = points[:-1], points[-1]
    return solid([base, *((base[at], base[(at + 1) % count], apex) for at in range(count))], poser)


def _standing_pyramid(entity: Entity, corners: object, count: int, poser: Poser) -> Ring:
    from .vertices import Corners

    assert isinstance(corners, Corners)
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
    """Hold what is said of a pyramid on corners that stand somewhere already."""
    *base, apex = points
    if entity.has("regular"):
        for one, other in zip(base, base[1:]):
            poser.require("equal_length", *flat(apex, one, apex, other))
    if (height := entity.value("height")) is not None:
        drop = poser.defined("distance_to_plane", *space(apex, *base[:3]), start=30.0)
        poser.state(poser.defined("abs", drop, start=30.0), height, "length")


def space(*points: SpacePoint[int]) -> tuple[int, ...]:
    """Return the slots of places in a row."""
    return tuple(slot for point in points for slot in point.space)


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
            height = _times(edge, math.sqrt(2 / 3), poser)
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


def under_plane(entity: Entity) -> list[XYZ]:
    """Return where the slanted face of a tetrahedron at the origin meets the axes, by its equation or intercepts."""
    cuts = corners_on_axes(entity)
    return cuts if len(cuts) == 3 else []


def reach_tetrahedron(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of a tetrahedron under a plane."""
    cuts = under_plane(entity)
    return ((0.0, 0.0, 0.0), *cuts) if cuts else ()


def draw_upright(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a prism or pyramid with its side and height beside edges."""
    if entity.has("inverted") and not named_vertices(entity):
        from .troughs import draw_trough

        draw_trough(entity, shape, pen)
        return
    draw_polyhedron(entity, shape, pen)
    if not isinstance(shape, Polyhedron):
        return
    if under_plane(entity):
        draw_intercepts(entity, pen)
    outline = outline_of(shape)
    base = shape.faces[0]
    around = [(base[at], base[(at + 1) % len(base)]) for at in range(len(base))]
    is_prism = len(shape.faces[1]) == len(base) and len(shape.faces) == len(base) + 2
    uprights = list(zip(base, shape.faces[1])) if is_prism else []
    for name, edges in (
        ("side", around), ("length", uprights[::-1] if is_prism else around[:1]), ("width", around[1:2]),
        ("base_width", around[:1]),
    ):  # fmt: skip
        if (text := own_text(pen, entity, name)) and (ends := outermost(outline, edges)):
            write_beside(pen, outline, ends, text)
    if text := own_text(pen, entity, "height"):
        if uprights and not entity.has("oblique"):
            ends = outermost(outline, uprights[::-1])
            assert ends is not None
            write_beside(pen, outline, ends, text)
        else:
            from .heights import draw_height

            draw_height(pen, shape.faces[1][-1], base, text)


def upright_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the height of a pyramid or prism as a line, its apex, the middles of its base and top."""
    from ...pose.anchors import centroid
    from ...shapes import Line
    from .heights import foot_of

    if not isinstance(shape, Polyhedron):
        return None
    if entity.has("inverted") and not named_vertices(entity):
        from .troughs import trough_part

        return trough_part(entity, shape, part, poser)
    base, second = shape.faces[0], shape.faces[1]
    is_prism = len(shape.faces) == len(base) + 2
    if part in ("height", "altitude"):
        return (
            Line(second[0], base[0]) if is_prism else Line(second[-1], foot_of(second[-1], base[:3], poser))
        )
    if part == "face" and under_plane(entity):
        return Facet(shape.faces[2], shape.camera)
    if part == "apex" and not is_prism:
        return second[-1]
    if part in ("base", "bottom", "base_center"):
        return centroid(base, poser)
    if part in ("top", "top_center"):
        return centroid(second, poser) if is_prism else second[-1]
    if part == "length" and is_prism:
        return Line(base[0], second[0])
    if part in ("side", "edge"):
        return Line(base[0], base[1])
    if part == "center":
        corners = tuple(dict.fromkeys(p for face in shape.faces for p in face))
        return centroid(corners, poser)
    return None


PARTS = (
    PartOf("height", "the height, from apex or top to the base"), PartOf("base", "the middle of its base"), PartOf("top", "the middle of its top"),
    PartOf("side", "a side of its base"), PartOf("center", "the middle of its vertices"),
)  # fmt: skip
FLAGS = ("regular", "oblique", "right", "inverted", "lying", "transparent", "wireframe", *SHAPES)
N = Slot(
    "n",
    Want.NUMBER,
    "how many sides its base has",
    ("sides", "count"),
    counts_to=MOST_SIDES,
    positional=False,
)
BASE_SLOT = Slot(
    "base",
    (Want.WORD, Want.ENTITY),
    "the shape of its base",
    ("cross_section",),
    choices=tuple(SHAPES),
    positional=False,
)

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

KINDS = (PRISM, PYRAMID, TETRAHEDRON)
