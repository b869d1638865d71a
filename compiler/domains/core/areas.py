"""Straight-edged areas and smooth closed curves: polygons, rectangles, splines."""

from __future__ import annotations

import math

from ...draw.dimensions import draw_dimension
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...draw.sides import draw_side_text, draw_texts
from ...model import Entity
from ...pose.lettered import hold_lettered, lettered
from ...pose.poser import Poser
from ...shapes import Point, Polygon, Shape, Spline, xy
from ...system import Sort
from ...targets import AlongLine
from ...values import Chain, Direction, Measure, Value, Words
from ...vocabulary import Kind, PartOf, Slot, Want

VERTICES = Slot(
    "points",
    (Want.POINT, Want.PATH),
    "its vertices, in order",
    ("vertices", "corners", "through", "of"),
    many=True,
)
LENGTH = 34.0
"""How long a free side would like to be, in sketch millimetres."""


def vertices_of(entity: Entity, poser: Poser, count: int = 0) -> tuple[Point[int], ...]:
    """Return the vertices of a thing; missing ones, up to `count`, are free."""
    points: list[Point[int]] = []
    for value in entity.values_of("points"):
        ends = value.ends if isinstance(value, Chain) else (value,)
        points += [poser.point(e) for e in ends if not isinstance(e, Words)]
    if len(points) > 3 and points[0] == points[-1]:
        points.pop()
    points += [poser.point_at(f"{entity.name}.{k + 1}") for k in range(len(points), count)]
    poser.drawn(*points)
    return tuple(points)


def outline_sides(points: tuple[Point[int], ...], poser: Poser) -> None:
    """Count the sides of an outline among those that general position is about."""
    for a, b in zip(points, (*points[1:], points[0])):
        poser.drawn_segment(a, b)


def pose_polygon(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a polygon through its vertices."""
    points = vertices_of(entity, poser, 0 if entity.values_of("points") else 5)
    outline_sides(points, poser)
    hold_lettered(entity, points, poser)
    if len(points) > 3 and not entity.has("concave") and all(_is_free(p, poser) for p in points):
        keep_convex(points, poser)
    return Polygon(points)


def _is_free(point: Point[int], poser: Poser) -> bool:
    return poser.slots[point.x].free and poser.slots[point.y].free


def keep_convex(points: tuple[Point[int], ...], poser: Poser) -> None:
    """Wish an outline convex, whichever way round it runs: at every side both neighbours on one side of it."""
    widest = poser.constant(min(math.pi * (1 - 2 / len(points)) + math.radians(25), math.radians(165)))
    for k, b in enumerate(points):
        a, c, d = points[k - 1], points[(k + 1) % len(points)], points[(k + 2) % len(points)]
        poser.wish("same_side", *_flat(a, d, b, c), weight=0.1)
        poser.wish("angle_at_most", *_flat(a, b, c), widest)


def draw_polygon(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw an outline with its text inside and the data of its sides and angles beside them."""
    pen.area(outline_of(shape))
    if isinstance(shape, Polygon):
        draw_lettered(entity, shape, pen)
    texts = [t.text for t in entity.texts] if lettered(entity) else pen.texts(entity)
    draw_texts(pen, shape, texts, entity.name)


def draw_lettered(entity: Entity, shape: Polygon[float], pen: Pen) -> None:
    """Write what is said of sides and angles by letters: `AB = 5 cm`, `A = 60°`."""
    from ...draw.sides import draw_corner_text

    for points, value in lettered(entity):
        text = pen.words(value) if value.prints else ""
        ends = [xy(s) for p in points if isinstance(s := pen.shape_of(p), Point)]
        if text and len(ends) == 2 == len(points):
            draw_side_text(pen, shape, ends[0], ends[1], text)
        elif text and ends:
            draw_corner_text(pen, shape, ends, text)


def pose_rectangle(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a rectangle: right angles all round; upright unless its vertices say otherwise."""
    named = bool(entity.values_of("points"))
    points = rectangle_points(entity, poser)
    a, b, c, d = points
    poser.require("parallelogram", *_flat(a, b, c, d))
    tilt = entity.value("tilt")
    free = not named or (all(_is_free(p, poser) for p in points) and tilt is None)
    if isinstance(tilt, Direction | Measure):
        _tilted(a, b, tilt, poser)
        poser.require("perpendicular", *_flat(a, b, b, c))
        _ccw(a, b, c, poser)
    elif free and not entity.has("tilted") and not entity.has("rotated"):
        poser.require("same", a.y, b.y)
        poser.require("same", b.x, c.x)
        poser.require("ahead", a.x, b.x, poser.constant(1.0), sort=Sort.BOUND)
        poser.require("ahead", b.y, c.y, poser.constant(1.0), sort=Sort.BOUND)
    else:
        poser.require("perpendicular", *_flat(a, b, b, c))
    _sizes(entity, points, poser)
    hold_lettered(entity, points, poser)
    center = entity.value("center")
    if center is not None:
        middle = poser.point(center)
        poser.require("midpoint", *_flat(a, c, middle))
    if named:
        outline_sides(points[:2], poser)
    return Polygon(points)


def rectangle_points(entity: Entity, poser: Poser) -> tuple[Point[int], ...]:
    """Return the four corners; two given ones are opposite corners when they have coordinates."""
    given = vertices_of(entity, poser)
    if len(given) == 2:
        (a, c) = given
        return (a, Point(c.x, a.y), c, Point(a.x, c.y))
    return vertices_of(entity, poser, 4)[:4]


def _tilted(a: Point[int], b: Point[int], tilt: Value, poser: Poser) -> None:
    theta = (
        poser.constant(poser.angle_of(tilt) or 0.0)
        if isinstance(tilt, Direction)
        else poser.measure(tilt, "angle")
    )
    poser.require("direction", *_flat(a, b), theta)


def _ccw(a: Point[int], b: Point[int], c: Point[int], poser: Poser) -> None:
    poser.require("left_of_line", *_flat(c, a, b), sort=Sort.BOUND)


def _sizes(entity: Entity, points: tuple[Point[int], ...], poser: Poser) -> None:
    """Hold width and height, or equal sides for a square."""
    a, b, c, _ = points
    stated = {s: v for s in ("width", "height", "side") if (v := entity.value(s)) is not None}
    square = "square" in entity.kind.traits
    for slot, ends in (("width", (a, b)), ("height", (b, c)), ("side", (a, b))):
        if slot in stated:
            length = poser.defined("distance", *_flat(*ends), start=LENGTH)
            poser.state(length, stated[slot], "length")
    if square:
        poser.require("equal_length", *_flat(a, b, b, c))
    if not stated and all(_is_free(p, poser) for p in points[:2]):
        poser.wish(
            "separation", *_flat(a, b), poser.constant(LENGTH if square else 1.5 * LENGTH), weight=0.05
        )
        poser.wish(
            "nearness", *_flat(a, b), poser.constant(1.2 * LENGTH if square else 1.8 * LENGTH), weight=0.05
        )
        if not square:
            poser.wish(
                "within", *_flat(b, c), poser.constant(0.8 * LENGTH), poser.constant(LENGTH), weight=0.05
            )


def _flat(*points: Point[int]) -> tuple[int, ...]:
    return tuple(slot for p in points for slot in (p.x, p.y))


def draw_rectangle(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a rectangle; its stated width and height stand beside its sides."""
    draw_polygon(entity, shape, pen)
    if not isinstance(shape, Polygon):
        return
    corners = [xy(p) for p in shape.points]
    for slot, at in (("width", 0), ("side", 0), ("height", 1)):
        if text := pen.printed(entity, slot):
            if entity.has("dimensioned"):
                draw_dimension(pen, corners[at], corners[at + 1], text)
            else:
                draw_side_text(pen, shape, corners[at], corners[at + 1], text)


def rectangle_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return sides and corners by their words, for a rectangle that its vertices run round from the lower left."""
    if not isinstance(shape, Polygon) or len(shape.points) != 4:
        return None
    from ...pose.anchors import midpoint
    from ...shapes import Line

    a, b, c, d = shape.points
    sides = {"bottom": (a, b), "right": (b, c), "top": (d, c), "left": (a, d), "side": (a, b)}
    corners = {"bottom_left": a, "bottom_right": b, "top_right": c, "top_left": d}
    if part in ("center", "centre", "middle"):
        return midpoint(a, c, poser)
    if part in ("diagonal", "diagonal1"):
        return Line(a, c)
    if part == "diagonal2":
        return Line(b, d)
    return Line(*sides[part]) if part in sides else corners.get(part)


def pose_spline(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a smooth curve through points."""
    return Spline(vertices_of(entity, poser), closed=entity.has("closed"))


def draw_spline(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a smooth curve, filled if it is closed."""
    outline = outline_of(shape)
    if len(outline.points) < 2:
        return
    if entity.has("closed"):
        pen.area(outline)
    elif entity.has("arrow") or entity.has("directed"):
        pen.arrow(flattened(outline)[0])
    else:
        pen.path(outline, stroke=pen.stroke())
    for text in pen.texts(entity):
        pen.label(text, AlongLine(tuple(flattened(outline)[0])), owner=entity.name)


WIDTH = Slot(
    "width",
    Want.MEASURE,
    "its horizontal side",
    ("w", "base", "length", "b"),
    dimension="length",
    printed=True,
)
HEIGHT = Slot("height", Want.MEASURE, "its vertical side", ("h",), dimension="length", printed=True)
SIDE = Slot(
    "side",
    Want.MEASURE,
    "the length of its sides",
    ("a", "s", "width", "sides"),
    dimension="length",
    printed=True,
)
CENTER = Slot("center", Want.POINT, "its centre", ("centre", "at", "position"), positional=False)
TILT = Slot(
    "tilt",
    (Want.MEASURE, Want.DIRECTION),
    "the direction of its first side",
    ("rotation", "rotate"),
    dimension="angle",
    positional=False,
)
BOX_PARTS = (
    PartOf("center", "its centre"), PartOf("top", "its upper side"), PartOf("bottom", "its lower side", ("side",)),
    PartOf("left", "its left side"), PartOf("right", "its right side"), PartOf("diagonal", "the diagonal from its first corner"),
    PartOf("diagonal2", "the other diagonal"),
)  # fmt: skip
UPRIGHT = ("tilted", "rotated", "dimensioned")

POLYGON = Kind(
    name="polygon", doc="A closed outline through its vertices; `AB = 5 cm` and `A = 60°` state sides and angles.",
    slots=(VERTICES,), aliases=("quadrilateral", "quad", "outline"), traits=("region", "polygon"),
    flags=("concave", "convex"), lettered=True, pose=pose_polygon, draw=draw_polygon, z=3, example="polygon P(A, B, C, D)",
)  # fmt: skip
RECTANGLE = Kind(
    name="rectangle", doc="A rectangle by its corners, or by centre, width and height.", slots=(VERTICES, WIDTH, HEIGHT, CENTER, TILT),
    aliases=("rect", "oblong"), traits=("region", "polygon"), flags=UPRIGHT, parts=BOX_PARTS, lettered=True, pose=pose_rectangle,
    part=rectangle_part, draw=draw_rectangle, z=3, example="rectangle ABCD(width = 4 cm, height = 3 cm)",
)  # fmt: skip
SQUARE = Kind(
    name="square", doc="A square by its corners, or by centre and side.", slots=(VERTICES, SIDE, CENTER, TILT),
    traits=("region", "polygon", "square"), flags=UPRIGHT, parts=BOX_PARTS, lettered=True, pose=pose_rectangle, part=rectangle_part,
    draw=draw_rectangle, z=3, example='square ABCD(side = "L")',
)  # fmt: skip
SPLINE = Kind(
    name="spline", doc="A smooth curve through points; `closed` encloses an area.", slots=(VERTICES,),
    aliases=("smooth_curve", "blob", "closed_curve"), traits=("path", "region"), flags=("closed", "arrow", "directed"),
    pose=pose_spline, draw=draw_spline, z=4, example="spline s(A, B, C, D, closed)",
)  # fmt: skip

KINDS = (POLYGON, RECTANGLE, SQUARE, SPLINE)
