"""Triangles by vertices, sides or angles."""

from __future__ import annotations

import math

from ...draw.angles import draw_angle_mark, draw_right_angle
from ...draw.pen import Pen
from ...draw.sides import draw_side_text
from ...model import Entity
from ...pose.anchors import midpoint
from ...pose.incidence import flat
from ...pose.lettered import hold_lettered, letters_of
from ...pose.poser import Poser
from ...shapes import Line, Point, Polygon, Shape, xy
from ...system import Sort
from ...values import Measure, Ref, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.areas import draw_polygon, vertices_of
from .centers import CENTERS, center_circle, center_point
from .cevians import altitude_foot, bisector_foot
from .equality import UNEQUAL

OPPOSITE = {"a": (1, 2), "b": (2, 0), "c": (0, 1)}
"""The side opposite each vertex, as positions of its ends."""
SHARPEST, BLUNTEST, SHARPEST_RIGHT = math.radians(40), math.radians(80), math.radians(30)
LARGEST_ACUTE = math.radians(89)
"""The largest angle of an acute triangle: one that looks right would be taken for right."""
FLATTEST = 0.5
"""How far, in millimetres, a vertex is from the opposite side at least: less is a line, no triangle."""
ROUND = ((0, 1), (1, 2), (2, 0))
"""The sides in the order of going round."""


def pose_triangle(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a triangle and hold what is said of its sides and angles."""
    points = vertices_of(entity, poser, 3)[:3]
    a, b, c = points
    right = right_corner(entity)
    for i, j in _sides_base_first(entity, right):
        poser.drawn_segment(points[i], points[j])
    _hold_sides(entity, points, poser)
    _hold_angles(entity, points, poser)
    hold_lettered(entity, points, poser)
    if right is not None:
        v, p, q = points[right], points[(right + 1) % 3], points[(right + 2) % 3]
        poser.require("perpendicular", v.x, v.y, p.x, p.y, v.x, v.y, q.x, q.y)
    if entity.has("equilateral"):
        poser.require("equal_length", *flat(a, b, b, c))
        poser.require("equal_length", *flat(a, b, c, a))
        if (side := entity.value("side")) is not None:
            poser.state(poser.defined("distance", *flat(a, b), start=30.0), side, "length")
    elif entity.has("isosceles"):
        apex = apex_of(entity, right)
        v, p, q = points[apex], points[(apex + 1) % 3], points[(apex + 2) % 3]
        poser.require("equal_length", *flat(v, p, v, q))
    if entity.has("acute"):
        for at in range(3):
            arms = flat(points[at - 1], points[at], points[(at + 1) % 3])
            poser.require("angle_at_most", *arms, poser.constant(LARGEST_ACUTE), sort=Sort.BOUND)
    if entity.has("scalene"):
        for v, p, q in ((a, b, c), (b, c, a), (c, a, b)):
            poser.require("lengths_avoid", *flat(v, p, v, q), poser.constant(UNEQUAL), sort=Sort.BOUND)
    if all(poser.slots[p.x].free for p in points):
        _wish_acute(points, right, poser)
        for vertex, p, q in ((a, b, c), (b, c, a), (c, a, b)):
            poser.require("clear_of_segment", *flat(vertex, p, q), poser.constant(FLATTEST), sort=Sort.BOUND)
    return Polygon(points)


def _wish_acute(points: tuple[Point[int], ...], right: int | None, poser: Poser) -> None:
    """Wish angles as a textbook's general triangle has them: all acute, none near the right angle."""
    sharpest = SHARPEST if right is None else SHARPEST_RIGHT
    for at in range(3):
        arms = flat(points[at - 1], points[at], points[(at + 1) % 3])
        poser.wish("angle_at_least", *arms, poser.constant(sharpest), weight=0.5)
        if right is None:
            poser.wish("angle_at_most", *arms, poser.constant(BLUNTEST), weight=0.5)


def names_of(entity: Entity) -> list[str]:
    """Return the names of the vertices, where they have some."""
    from ...values import Chain

    out: list[str] = []
    for value in entity.values_of("points"):
        ends = value.ends if isinstance(value, Chain) else (value,)
        out += [e.name if isinstance(e, Ref) else "" for e in ends]
    return out


def right_corner(entity: Entity) -> int | None:
    """Return which vertex has the right angle: the stated one, the one opposite the longest side, else the last."""
    at = entity.value("right_at")
    names = names_of(entity)
    if isinstance(at, Ref) and at.name in names:
        return names.index(at.name)
    if not (
        entity.has("right")
        or entity.has("right_angled")
        or entity.value("hypotenuse")
        or entity.value("legs")
    ):
        return None
    longest = _longest_stated(entity)
    return 2 if longest is None else longest


def _longest_stated(entity: Entity) -> int | None:
    """Return the vertex opposite the longest of three stated sides."""
    numbers: dict[int, float] = {}
    for (i, j), value in _stated_sides(entity):
        if isinstance(value, Measure) and value.formula is not None and not value.formula.bindings:
            number = value.formula.expression.value()
            if number == number:
                numbers[3 - i - j] = value.unit.to_si(number) if value.unit else number
    return max(numbers, key=lambda k: numbers[k]) if len(numbers) == 3 else None


def apex_of(entity: Entity, right: int | None) -> int:
    """Return the vertex between the equal sides."""
    names = names_of(entity)
    at = entity.value("apex")
    if isinstance(at, Ref) and at.name in names:
        return names.index(at.name)
    return right if right is not None else 0 if names else 2


def _sides_base_first(entity: Entity, right: int | None) -> list[tuple[int, int]]:
    """Return the sides, that on which the triangle should stand first."""
    sides = list(ROUND)
    if entity.has("isosceles") and not entity.has("equilateral") and right is None:
        apex = apex_of(entity, right)
        sides.sort(key=lambda s: apex in s)
    elif right is not None:
        sides.sort(key=lambda s: right not in s)
    return sides


def _stated_sides(entity: Entity) -> list[tuple[tuple[int, int], Value]]:
    """Return the stated sides with their values: `sides` go round from the first vertex, `a` faces it."""
    stated = list(zip(ROUND, entity.values_of("sides")))
    stated += [(OPPOSITE[s], v) for s in OPPOSITE if (v := entity.value(s)) is not None]
    return stated


def _special_sides(entity: Entity) -> list[tuple[tuple[int, int], Value]]:
    """Return base, legs and hypotenuse as sides."""
    right = right_corner(entity)
    out: list[tuple[tuple[int, int], Value]] = []
    if right is not None:
        legs = [(right, (right + 1) % 3), (right, (right + 2) % 3)]
        out += list(zip(legs, entity.values_of("legs")))
        if (value := entity.value("hypotenuse")) is not None:
            out.append((((right + 1) % 3, (right + 2) % 3), value))
        if (value := entity.value("height")) is not None:
            out.append((legs[0], value))
        if (value := entity.value("base")) is not None:
            out.append((legs[1], value))
    elif (value := entity.value("base")) is not None:
        apex = apex_of(entity, None) if entity.has("isosceles") else 2
        out.append((((apex + 1) % 3, (apex + 2) % 3), value))
    return out


def _hold_sides(entity: Entity, points: tuple[Point[int], ...], poser: Poser) -> None:
    for (i, j), value in (*_stated_sides(entity), *_special_sides(entity)):
        with poser.stating(_said(entity, value, f"{_word(entity, i, j)} = "), entity.span):
            length = poser.defined("distance", *flat(points[i], points[j]), start=30.0)
            poser.state(length, value, "length")
    height = entity.value("height")
    if height is not None and right_corner(entity) is None:
        apex = apex_of(entity, None) if entity.has("isosceles") else 2
        p, q = points[(apex + 1) % 3], points[(apex + 2) % 3]
        with poser.stating(_said(entity, height, "height = "), entity.span):
            drop = poser.defined("distance_to_line", *flat(points[apex], p, q), start=25.0)
            poser.state(drop, height, "length")


def _word(entity: Entity, i: int, j: int) -> str:
    """Return what a side is called: its letters, else `side`."""
    names = names_of(entity)
    return names[i] + names[j] if len(names) == 3 and all(names) else "side"


def _said(entity: Entity, value: Value, head: str) -> str:
    """Return how a datum reads in a report."""
    if not isinstance(value, Measure):
        return f"{entity.word} {entity.name}"
    number = value.formula.expression.value() if value.formula else math.nan
    return head + (value.text or f"{number:g}")


def _hold_angles(entity: Entity, points: tuple[Point[int], ...], poser: Poser) -> None:
    names = names_of(entity)
    for at, value in enumerate(entity.values_of("angles")[:3]):
        head = f"{names[at]} = " if len(names) == 3 else "angle = "
        with poser.stating(_said(entity, value, head), entity.span):
            angle = poser.defined("angle", *flat(points[at - 1], points[at], points[(at + 1) % 3]), start=1.0)
            poser.state(angle, value, "angle")


def draw_triangle(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a triangle with its sides' values outside, its angles' values inside, and its right angle."""
    draw_polygon(entity, shape, pen)
    if not isinstance(shape, Polygon) or len(shape.points) != 3:
        return
    corners = [xy(p) for p in shape.points]
    for (i, j), value in (*_stated_sides(entity), *_special_sides(entity)):
        if isinstance(value, Measure) and value.prints and (text := pen.words(value)):
            draw_side_text(pen, shape, corners[i], corners[j], text)
    for at, value in enumerate(entity.values_of("angles")[:3]):
        if isinstance(value, Measure) and value.prints and (text := pen.words(value)):
            draw_angle_mark(pen, corners[at - 1], corners[at], corners[(at + 1) % 3], text)
    if text := pen.printed(entity, "side"):
        draw_side_text(pen, shape, corners[0], corners[1], text)
    right = right_corner(entity)
    if right is not None and not entity.style.bare:
        draw_right_angle(pen, corners[right - 1], corners[right], corners[(right + 1) % 3])


def triangle_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return centres, circles and sides of a triangle by their names."""
    if not isinstance(shape, Polygon) or len(shape.points) != 3:
        return None
    a, b, c = shape.points
    if part in CENTERS:
        return center_point(part, (a, b, c), poser)
    if part in ("incircle", "circumcircle", "excircle"):
        return center_circle(part, (a, b, c), poser)
    return (
        _side_part(shape.points, part)
        or _vertex_part(entity, shape.points, part)
        or _foot_part(shape.points, part, poser)
    )


def _side_part(points: tuple[Point[int], ...], part: str) -> Line[int] | None:
    i, j = OPPOSITE.get(part, (0, 1) if part == "base" else (-1, -1))
    return Line(points[i], points[j]) if i >= 0 else None


def _vertex_part(entity: Entity, points: tuple[Point[int], ...], part: str) -> Shape[int] | None:
    names = names_of(entity)
    letters = letters_of(part)
    if not letters or any(p not in names for p in letters):
        return {"A": points[0], "B": points[1], "C": points[2], "apex": points[2]}.get(part)
    spots = [points[names.index(p)] for p in letters]
    return spots[0] if len(spots) == 1 else Line(spots[0], spots[1]) if len(spots) == 2 else None


def _foot_part(points: tuple[Point[int], ...], part: str, poser: Poser) -> Line[int] | None:
    """Return `altitude_a`, `median_b`, `bisector_c`: from the vertex that faces a side."""
    word, _, side = part.partition("_")
    if side.lower() not in OPPOSITE:
        return None
    i, j = OPPOSITE[side.lower()]
    vertex, p, q = points[3 - i - j], points[i], points[j]
    makers = {"altitude": altitude_foot, "height": altitude_foot, "bisector": bisector_foot}
    if word == "median":
        return Line(vertex, midpoint(p, q, poser))
    return Line(vertex, makers[word](vertex, p, q, poser)) if word in makers else None


VERTICES = Slot("points", (Want.POINT, Want.PATH), "its vertices", ("vertices", "corners"), many=True)


def _length(name: str, doc: str, aliases: tuple[str, ...] = (), *, many: bool = False) -> Slot:
    return Slot(
        name, Want.MEASURE, doc, aliases, dimension="length", printed=True, positional=False, many=many
    )


TRIANGLE = Kind(
    name="triangle",
    doc="A triangle by its vertices, its sides or its angles; `AB = 5 cm` and `A = 60°` state sides and angles too.",
    slots=(
        VERTICES,
        _length("sides", "its sides round from the first vertex: AB, BC, CA", many=True),
        Slot("angles", Want.MEASURE, "its angles at the vertices in order", (), dimension="angle", printed=True, positional=False, many=True),
        _length("a", "the side opposite the first vertex"), _length("b", "the side opposite the second vertex"),
        _length("c", "the side opposite the third vertex"), _length("base", "its base"), _length("side", "the side of an equilateral triangle"),
        _length("height", "its height over the base", ("altitude",)),
        _length("hypotenuse", "the side opposite the right angle", ("hyp",)),
        _length("legs", "the sides at the right angle", many=True),
        Slot("right_at", Want.POINT, "the vertex with the right angle", ("right_angle", "right_angle_at", "right"), positional=False),
        Slot("apex", Want.POINT, "the vertex between the equal sides", positional=False),
    ),
    aliases=("tri", "right_triangle_shape"), traits=("region", "polygon", "triangle"),
    flags=("right", "right_angled", "isosceles", "equilateral", "scalene", "acute", "obtuse"),
    parts=(
        *(PartOf(name, f"its {name}") for name in (*CENTERS, "incircle", "circumcircle", "excircle")),
        PartOf("a", "the side opposite the first vertex"), PartOf("b", "the side opposite the second vertex"),
        PartOf("c", "the side opposite the third vertex"), PartOf("altitude_a", "the altitude on side a (so for b, c)"),
        PartOf("median_a", "the median to side a"), PartOf("bisector_a", "the bisector of the angle facing side a"),
    ),
    lettered=True, pose=pose_triangle, part=triangle_part, draw=draw_triangle, z=3, example="triangle ABC(sides = [3, 4, 5])",
)  # fmt: skip

KINDS = (TRIANGLE,)
