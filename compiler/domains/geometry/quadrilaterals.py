"""Quadrilaterals by kind, and regular polygons."""

from __future__ import annotations

import math
from dataclasses import replace

from ...draw.pen import Pen
from ...draw.sides import draw_side_text
from ...model import Entity
from ...pose.incidence import flat
from ...pose.lettered import hold_lettered
from ...pose.poser import Poser
from ...shapes import Line, Point, Polygon, Shape, heading, xy
from ...system import Sort
from ...targets import AlongLine, ByPoint
from ...values import Formula, Measure, Value, Word, Words
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.areas import (
    BOX_PARTS,
    VERTICES,
    draw_polygon,
    keep_convex,
    outline_sides,
    rectangle_part,
    vertices_of,
)

LONG, SHORT = 48.0, 30.0
"""What free sides of a quadrilateral would like to be, in sketch millimetres."""


def pose_quadrilateral(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a quadrilateral: what its kind implies, then what is said of it."""
    points = vertices_of(entity, poser, 4)[:4]
    a, b, c, _ = points
    _implied(entity, points, poser)
    if all(poser.slots[p.x].free and poser.slots[p.y].free for p in points):
        keep_convex(points, poser)
    _hold_sizes(entity, points, poser)
    hold_lettered(entity, points, poser)
    outline_sides(points, poser)
    if (center := entity.value("center")) is not None:
        at = poser.point(center)
        poser.require("midpoint", *flat(a, c, at))
    if poser.slots[a.x].free and poser.slots[b.x].free and not _stated(entity):
        poser.wish("within", *flat(a, b), poser.constant(0.9 * LONG), poser.constant(LONG), weight=0.05)
        poser.wish(
            "within", *flat(b, c), poser.constant(0.9 * SHORT), poser.constant(1.2 * SHORT), weight=0.05
        )
    return Polygon(points)


def _stated(entity: Entity) -> bool:
    return bool(entity.extra) or any(
        entity.value(s) is not None for s in ("side", "base", "height", "bottom", "top", "angle")
    )


def _implied(entity: Entity, points: tuple[Point[int], ...], poser: Poser) -> None:
    a, b, c, d = points
    name = entity.kind.name
    if name in ("parallelogram", "rhombus"):
        poser.require("parallelogram", *flat(a, b, c, d))
    if name == "rhombus":
        poser.require("equal_length", *flat(a, b, b, c))
    if name == "kite":
        poser.require("equal_length", *flat(a, b, a, d))
        poser.require("equal_length", *flat(c, b, c, d))
        poser.require("opposite_sides", *flat(a, c, b, d), sort=Sort.BOUND)
    if name == "trapezoid":
        poser.require("parallel", *flat(a, b, c, d))
        if entity.has("isosceles"):
            # Equal legs alone would also give a parallelogram.
            poser.require("equal_length", *flat(a, c, b, d))
            poser.wish("lengths_avoid", *flat(a, b, c, d), poser.constant(math.log(1.3)))
        elif entity.has("right"):
            poser.require("perpendicular", *flat(a, b, a, d))
        _opposed(points, poser)


def _opposed(points: tuple[Point[int], ...], poser: Poser) -> None:
    """Keep the two bases of a trapezoid running in opposite ways round, so that the legs do not cross."""
    a, b, c, d = points
    poser.require("same_side", *flat(c, d, a, b), sort=Sort.BOUND)
    poser.require("same_side", *flat(a, d, b, c), sort=Sort.BOUND)


def _hold_sizes(entity: Entity, points: tuple[Point[int], ...], poser: Poser) -> None:
    a, b, c, d = points
    for slot, (p, q) in (
        ("side", (b, c)),
        ("base", (a, b)),
        ("bottom", (a, b)),
        ("top", (c, d)),
        ("leg", (b, c)),
    ):
        if (value := entity.value(slot)) is not None:
            poser.state(poser.defined("distance", *flat(p, q), start=30.0), value, "length")
    if (value := entity.value("height")) is not None:
        drop = poser.defined("distance_to_line", *flat(c, a, b), start=25.0)
        poser.state(drop, value, "length")
    if (value := entity.value("angle")) is not None:
        poser.state(poser.defined("angle", *flat(d, a, b), start=1.1), value, "angle")


def draw_quadrilateral(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a quadrilateral; stated sides stand beside them, a stated height inside with its foot."""
    draw_polygon(entity, shape, pen)
    if not isinstance(shape, Polygon) or len(shape.points) != 4:
        return
    spots = [xy(p) for p in shape.points]
    for slot, (i, j) in (
        ("side", (1, 2)),
        ("base", (0, 1)),
        ("bottom", (0, 1)),
        ("top", (2, 3)),
        ("leg", (1, 2)),
    ):
        if text := pen.printed(entity, slot):
            draw_side_text(pen, shape, spots[i], spots[j], text)
    if text := pen.printed(entity, "height"):
        _draw_height(shape, text, pen)
    if text := pen.printed(entity, "angle"):
        from ...draw.angles import draw_angle_mark

        draw_angle_mark(pen, spots[3], spots[0], spots[1], text)


def _draw_height(shape: Polygon[float], text: str, pen: Pen) -> None:
    """Draw a height of a quadrilateral from a vertex to the longer base, dashed."""
    from ...draw.angles import draw_right_angle
    from ..core.measures import foot

    a, b, c, d = shape.points
    if math.dist(xy(c), xy(d)) > math.dist(xy(a), xy(b)) + 0.1:
        a, b, c, d = c, d, a, b
    base, ends = Line(a, b), (xy(a), xy(b))
    top = min((xy(d), xy(c)), key=lambda p: max(math.dist(foot(p, base), e) for e in ends))
    end = foot(top, base)
    with pen.thin():
        id = pen.line([top, end], stroke=pen.stroke(dash="dashed"), role="height")
    draw_right_angle(pen, top, end, max(ends, key=lambda p: math.dist(p, end)))
    pen.label(text, AlongLine((top, end)), owner=id, role="dimension-text")


def pose_regular(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a regular polygon about its centre, standing on a side unless a vertex is told where to be."""
    count = side_count(entity)
    if not is_regular(entity):
        return _pose_general(entity, count, poser)
    given = vertices_of(entity, poser)[:count]
    clockwise = is_clockwise(entity)
    center = (
        poser.point(v)
        if (v := entity.value("center")) is not None
        else poser.point_at(f"{entity.name}.center")
    )
    step = (-1 if clockwise else 1) * 2 * math.pi / count
    radius = _radius(entity, count, poser)
    free = all(poser.slots[p.x].free and poser.slots[p.y].free for p in given) and not _ties(entity, poser)
    theta = poser.constant(_first_heading(entity, count, clockwise)) if free else poser.free("tilt", 1.5)
    points = []
    for k in range(count):
        turn = poser.defined("sum2", theta, poser.constant(k * step)) if k else theta
        slots = (*flat(center), radius, turn)
        if k < len(given):
            poser.require("polar", *slots, *flat(given[k]))
            points.append(given[k])
        else:
            points.append(poser.defined_point("polar", *slots, name=f"{entity.name}.{k + 1}"))
    hold_lettered(entity, tuple(points), poser)
    return Polygon(tuple(points))


def is_regular(entity: Entity) -> bool:
    """Whether equal sides and angles are meant: by the word, a flag, or a datum that only such a polygon has."""
    word = entity.word.lower()
    told = any(entity.value(s) is not None for s in ("radius", "side", "center", "n", "start", "order"))
    return (
        told
        or "regular" in word
        or "gon" not in word
        or entity.has("regular")
        or not entity.values_of("points")
    )


def _pose_general(entity: Entity, count: int, poser: Poser) -> Polygon[int]:
    """Pose `hexagon ABCDEF` of which nothing else is said, or only single sides and angles: convex, not regular."""
    points = vertices_of(entity, poser, count)
    outline_sides(points, poser)
    hold_lettered(entity, points, poser)
    if all(poser.slots[p.x].free and poser.slots[p.y].free for p in points):
        keep_convex(points, poser)
    return Polygon(points)


def is_clockwise(entity: Entity) -> bool:
    """Whether the vertices were said to go round clockwise."""
    order = entity.value("order")
    word = order.id if isinstance(order, Word) else ""
    return word in ("cw", "clockwise") or entity.has("cw") or entity.has("clockwise")


def _ties(entity: Entity, poser: Poser) -> bool:
    """Whether another thing shares vertices of this one, so that it cannot stand as it likes."""
    mine = {repr(v) for v in entity.values_of("points")}
    others = (
        e for e in poser.panel.entities.values() if e.name != entity.name and "polygon" in e.kind.traits
    )
    return any(repr(v) in mine for e in others for v in e.values_of("points"))


def side_count(entity: Entity) -> int:
    """Return the number of sides: stated, by the word, or by the vertices; at least three, at most 60."""
    value = entity.value("n")
    number = math.nan
    if isinstance(value, Formula):
        number = value.expression.value()
    elif isinstance(value, Measure) and value.formula is not None:
        number = value.formula.expression.value()
    words = {
        "pentagon": 5,
        "hexagon": 6,
        "heptagon": 7,
        "octagon": 8,
        "nonagon": 9,
        "decagon": 10,
        "dodecagon": 12,
    }
    plain = entity.word.lower().replace("regular", "").strip("_ ")
    if number != number:
        number = words.get(plain, 0) or len(entity.values_of("points")) or 6
    return int(min(max(number, 3), 60))


def _radius(entity: Entity, count: int, poser: Poser) -> int:
    if (value := entity.value("radius")) is not None:
        return poser.measure(value, "length")
    factor = 0.5 / math.sin(math.pi / count)
    if (value := entity.value("side")) is not None:
        return poser.defined(
            "scaled", poser.measure(value, "length"), poser.constant(factor), name="radius", start=25.0
        )
    radius = poser.free(f"{entity.name}.radius", 28.0)
    poser.wish("positive", radius, poser.constant(26.0), weight=0.02)
    return radius


def _first_heading(entity: Entity, count: int, clockwise: bool) -> float:
    """Return where the first vertex stands, in radians: at the top if named and clockwise, else lower left of a level base."""
    start: Value | None = entity.value("start")
    if isinstance(start, Measure) and start.formula is not None and start.unit is not None:
        return start.unit.to_si(start.formula.expression.value())
    if clockwise or count % 2:
        return math.pi / 2
    return -math.pi / 2 - math.pi / count


def regular_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the centre and the apothem of a regular polygon."""
    if not isinstance(shape, Polygon):
        return None
    if part in ("center", "centre"):
        from ...pose.anchors import centroid

        return poser.point(v) if (v := entity.value("center")) is not None else centroid(shape.points, poser)
    if part == "apothem":
        from ...pose.anchors import midpoint

        center = regular_part(entity, shape, "center", poser)
        return (
            Line(center, midpoint(shape.points[0], shape.points[1], poser))
            if isinstance(center, Point)
            else None
        )
    return None


def draw_regular(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a regular polygon with its stated side or radius, and labels that its vertices were given."""
    draw_polygon(entity, shape, pen)
    if not isinstance(shape, Polygon):
        return
    spots = [xy(p) for p in shape.points]
    middle = (sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots))
    for spot, value in zip(spots, entity.values_of("points")):
        if isinstance(value, Words):
            pen.label(value.text, ByPoint(spot, toward=heading(middle, spot)), owner=entity.name)
    if text := pen.printed(entity, "side"):
        draw_side_text(pen, shape, spots[0], spots[1], text)
    if text := pen.printed(entity, "radius"):
        with pen.thin():
            id = pen.line([middle, spots[1]], role="radius")
        pen.label(text, AlongLine((middle, spots[1])), owner=id, role="dimension-text")


def _length(name: str, doc: str, *aliases: str) -> Slot:
    return Slot(name, Want.MEASURE, doc, aliases, dimension="length", printed=True, positional=False)


CENTER = Slot("center", Want.POINT, "its centre", ("centre",), positional=False)
ANGLE = Slot(
    "angle",
    Want.MEASURE,
    "its angle at the first vertex",
    (),
    dimension="angle",
    printed=True,
    positional=False,
)
SIDE = _length("side", "its side beside the base", "a", "s")
BASE = _length("base", "its base, from the first to the second vertex", "b", "width")
HEIGHT = _length("height", "its height over the base", "h")
DIAGONALS = tuple(p for p in BOX_PARTS if p.name.startswith("diagonal") or p.name == "center")


def _kind(
    name: str,
    doc: str,
    slots: tuple[Slot, ...],
    flags: tuple[str, ...],
    aliases: tuple[str, ...],
    parts: tuple[PartOf, ...],
) -> Kind:
    return Kind(
        name=name, doc=doc, slots=(VERTICES, *slots), aliases=aliases, traits=("region", "polygon"), flags=flags, parts=parts,
        lettered=True, pose=pose_quadrilateral, part=rectangle_part, draw=draw_quadrilateral, z=3, example=f"{name} ABCD",
    )  # fmt: skip


KINDS = (
    _kind("parallelogram", "A quadrilateral with two pairs of parallel sides.", (BASE, SIDE, HEIGHT, ANGLE, CENTER), (), (), DIAGONALS),
    _kind("rhombus", "A parallelogram with four equal sides.", (SIDE, HEIGHT, ANGLE, CENTER), (), ("lozenge",), DIAGONALS),
    _kind(
        "trapezoid", "A quadrilateral with AB parallel to CD; `isosceles`, `right`.",
        (
            _length("bottom", "its side from the first to the second vertex", "base", "bottom_width", "width_bottom"),
            _length("top", "the parallel side", "top_width", "width_top"), _length("leg", "its leg beside the second vertex", "side"),
            HEIGHT, ANGLE,
        ),
        ("isosceles", "right"), ("trapezium",), DIAGONALS,
    ),
    _kind("kite", "A quadrilateral with AB = AD and CB = CD.", (SIDE, ANGLE), (), ("deltoid",), DIAGONALS),
    Kind(
        name="regular_polygon", doc="A polygon with equal sides and angles, by the number of its sides and its radius or side.",
        slots=(
            Slot("points", (Want.POINT, Want.TEXT), "its vertices, in order, or what is written at them", ("vertices", "corners"), many=True),
            Slot("n", (Want.NUMBER, Want.MEASURE), "the number of its sides", ("sides", "count"), counts_to=60), CENTER,
            replace(_length("radius", "from the centre to a vertex", "r", "circumradius"), spans=2.0), replace(_length("side", "its side", "a", "s", "edge"), spans=2.0),
            Slot("start", Want.MEASURE, "where the first vertex stands, an angle from the x axis", ("rotation", "tilt"), dimension="angle", positional=False),
            Slot("order", Want.WORD, "`cw` or `ccw`", choices=("cw", "ccw", "clockwise", "counterclockwise"), positional=False),
        ),
        aliases=("pentagon", "hexagon", "heptagon", "octagon", "nonagon", "decagon", "dodecagon", "ngon", "regular_pentagon", "regular_hexagon", "regular_octagon"),
        traits=("region", "polygon"), flags=("regular",),
        parts=(PartOf("center", "its centre"), PartOf("apothem", "from the centre to the middle of its first side")),
        lettered=True, pose=pose_regular, part=regular_part, draw=draw_regular, z=3, example="regular_polygon H(n = 6, side = 2 cm)",
    ),
)  # fmt: skip
