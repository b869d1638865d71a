"""Affine transformations: read off what is said, in numbers or between unknown points, and applied to shapes."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ...draw.clipping import clip_piece
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...expression import Constant, read_formula
from ...model import Entity, Panel
from ...pose.frame import Frame
from ...pose.incidence import flat
from ...pose.poser import Poser
from ...shapes import (
    XY,
    Arc,
    Circle,
    Curve,
    Line,
    Nowhere,
    Point,
    Polygon,
    Polyline,
    Several,
    Shape,
    Spline,
    Vector,
    solved,
)
from ...values import Chain, Coordinates, Formula, Listed, Measure, MemberRef, PartRef, Ref, Value, Words
from ..core.equations import number
from ..core.stated import stated_place
from ..core.windows import window_box
from .givens import number_of, straight_of

APART = 9.0
"""How far from its mirror an object would like to be, in millimetres."""
SHIFT = 25.0
"""How long an unknown shift would like to be, in millimetres: the image then does not hide its object."""
Move: TypeAlias = Callable[[Point[int]], Point[int]]


@dataclass(frozen=True)
class Affine:
    """`x' = a x + b y + e`, `y' = c x + d y + f`."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, spot: XY) -> XY:
        """Return the image of a place."""
        x, y = spot
        return (self.a * x + self.b * y + self.e, self.c * x + self.d * y + self.f)

    def about(self, center: XY) -> Affine:
        """Return the transformation with the same linear part that keeps a place."""
        x, y = center
        u, v = self((x, y))
        return Affine(self.a, self.b, self.c, self.d, self.e + x - u, self.f + y - v)

    def placed(self, frame: Frame) -> Affine:
        """Return the same transformation in sketch millimetres."""
        k = frame.stretch
        at = frame.place(*self(frame.data(0.0, 0.0)))
        return Affine(self.a, self.b / k, self.c * k, self.d, *at)

    @property
    def factor(self) -> float | None:
        """By how much lengths grow, if all do alike."""
        one, other = math.hypot(self.a, self.c), math.hypot(self.b, self.d)
        straight = abs(self.a * self.b + self.c * self.d) < 1e-9 * max(one * other, 1e-9)
        return one if straight and math.isclose(one, other, rel_tol=1e-9) else None


# Reading


def affine_of(entity: Entity, panel: Panel) -> Affine | None:
    """Return the transformation that a thing states in numbers, in data coordinates; nothing for another."""
    for read in (_translation, _rotation, _reflection, _dilation, _shear, _matrix):
        found = read(entity, panel)
        if found is not None:
            return found
    return None


def _center(entity: Entity, panel: Panel) -> XY | None:
    value = entity.value("center")
    return (0.0, 0.0) if value is None else stated_place(value, panel)


def _translation(entity: Entity, panel: Panel) -> Affine | None:
    value = entity.value("translation")
    if isinstance(value, Chain) and len(value.ends) == 2:
        a, b = (stated_place(end, panel) for end in value.ends)
        return Affine(e=b[0] - a[0], f=b[1] - a[1]) if a and b else None
    if isinstance(value, Ref) and value.name in panel.entities:
        vector = panel.entities[value.name]
        ends = [stated_place(vector.value(name), panel) for name in ("from", "to")]
        ends = ends if all(ends) else [stated_place(v, panel) for v in vector.values_of("through")]
        if len(ends) == 2 and ends[0] and ends[1]:
            return Affine(e=ends[1][0] - ends[0][0], f=ends[1][1] - ends[0][1])
    step = stated_place(value, panel) if isinstance(value, Coordinates) else None
    return Affine(e=step[0], f=step[1]) if step else None


def _rotation(entity: Entity, panel: Panel) -> Affine | None:
    value, center = entity.value("rotation"), _center(entity, panel)
    theta = angle_of(entity)
    if value is None or theta is None or center is None:
        return None
    c, s = (round(part, 15) for part in (math.cos(theta), math.sin(theta)))
    return Affine(c, -s, s, c).about(center)


def angle_of(entity: Entity) -> float | None:
    """Return the stated angle of a rotation in radians, counter-clockwise unless `cw`; a bare number is in degrees."""
    value = entity.value("rotation")
    found = number_of(value)
    if found is None:
        return None
    plain = not (isinstance(value, Measure) and value.unit is not None) and not mentions_pi(value)
    theta = math.radians(found) if plain else found
    return -theta if entity.has("cw") or entity.has("clockwise") else theta


def mentions_pi(value: Value | None) -> bool:
    """Whether a value is a multiple of π, and so an angle in radians."""
    formula = value.formula if isinstance(value, Measure) else value
    return isinstance(formula, Formula) and any(isinstance(p, Constant) for p in formula.expression.walk())


def _reflection(entity: Entity, panel: Panel) -> Affine | None:
    value = entity.value("reflection")
    line = straight_of(_named_axis(value), panel)
    if line is not None:
        p, q, r = line
        return Affine(1 - 2 * p * p, -2 * p * q, -2 * p * q, 1 - 2 * q * q, 2 * p * r, 2 * q * r)
    spot = stated_place(value, panel)
    return Affine(-1.0, 0.0, 0.0, -1.0).about(spot) if spot else None


def _named_axis(value: Value | None) -> Value | None:
    """Return `"x-axis"` as the equation that it is."""
    text = value.text.lower().replace("-", " ").replace("_", " ") if isinstance(value, Words) else ""
    return {"x axis": Words("y = 0"), "y axis": Words("x = 0"), "origin": None}.get(text, value)


def _dilation(entity: Entity, panel: Panel) -> Affine | None:
    k, center = number(entity.value("dilation")), _center(entity, panel)
    return Affine(k, 0.0, 0.0, k).about(center) if k is not None and center else None


def _shear(entity: Entity, panel: Panel) -> Affine | None:
    k, center = number(entity.value("shear")), _center(entity, panel)
    if k is None or center is None:
        return None
    upright = entity.has("vertical") or entity.has("y")
    return (Affine(c=k) if upright else Affine(b=k)).about(center)


def _matrix(entity: Entity, panel: Panel) -> Affine | None:
    value = entity.value("matrix")
    rows = value.items if isinstance(value, Listed) else (value,) if isinstance(value, Words) else ()
    numbers = [_numbers(row) for row in rows]
    flat_ones = [n for row in numbers for n in row]
    if len(flat_ones) != 4 or any(n is None for n in flat_ones):
        return None
    center = _center(entity, panel)
    a, b, c, d = (n for n in flat_ones if n is not None)
    return Affine(a, b, c, d).about(center) if center else None


def _numbers(row: Value) -> list[float | None]:
    if isinstance(row, Listed):
        return [n for item in row.items for n in _numbers(item)]
    if isinstance(row, Words):
        found = [_plain(part) for part in row.text.replace("|", " ").replace(",", " ").split()]
        return list(found)
    return [number(row)]


def _plain(text: str) -> float | None:
    found = read_formula(text)
    value = found.value() if found is not None else math.nan
    return value if math.isfinite(value) else None


# Unknown places


def move_of(entity: Entity, poser: Poser) -> tuple[Move, int | None] | None:
    """Return how points move under a transformation between unknown places, and the slot of its factor if it has one."""
    one = poser.constant(1.0)
    center = entity.value("center")
    if (theta := entity.value("rotation")) is not None and center is not None:
        about, turn = poser.point(center), poser.measure(theta, "angle")
        if entity.has("cw") or entity.has("clockwise"):
            turn = poser.defined("negate", turn)
        return (lambda p: poser.defined_point("rotated", *flat(p, about), turn)), one
    if (k := entity.value("dilation")) is not None and center is not None:
        about, factor = poser.point(center), poser.measure(k, "number")
        return (lambda p: poser.defined_point("fraction", *flat(about, p), factor)), factor
    if isinstance(mirror := entity.value("reflection"), Ref | PartRef | MemberRef | Chain | Coordinates):
        line = poser.line(mirror)
        if line is not None:
            return (lambda p: poser.defined_point("reflected", *flat(p, line.a, line.b))), one
        at = poser.point(mirror)
        return (lambda p: poser.defined_point("rotated", *flat(p, at), poser.constant(math.pi))), one
    if (step := entity.value("translation")) is not None and (way := poser.line(step)) is not None:
        poser.wish("separation", *flat(way.a, way.b), poser.constant(SHIFT))
        return (lambda p: poser.defined_point("parallelogram", *flat(p, way.a, way.b))), one
    return None


# Applying


def image_of(shape: Shape[int], entity: Entity, poser: Poser) -> Shape[int]:
    """Return the image of a shape under the transformation that a thing states."""
    affine = affine_of(entity, poser.panel)
    if affine is not None:
        placed = affine.placed(poser.frame)
        factor = placed.factor
        slot = None if factor is None else poser.constant(factor)
        return _mapped(shape, lambda p: _moved(p, placed, poser), slot, placed, poser)
    found = move_of(entity, poser)
    if found is None:
        return Nowhere()
    image = _mapped(shape, *found, None, poser)
    mirror = entity.value("reflection")
    line = poser.line(mirror) if mirror is not None else None
    if line is not None and isinstance(shape, Polygon):
        _wish_beside(shape, line, poser)
    return image


def _wish_beside(shape: Polygon[int], line: Line[int], poser: Poser) -> None:
    """Wish a whole object to one side of its mirror, so that the image does not lie across it."""
    first = shape.points[0]
    for other in shape.points[1:]:
        poser.wish("same_side", *flat(first, other, line.a, line.b), weight=3.0)
    for point in shape.points:
        off = poser.defined("distance_to_line", *flat(point, line.a, line.b), start=15.0)
        poser.wish("greater", off, poser.constant(APART), weight=1.0)


def _moved(point: Point[int], affine: Affine, poser: Poser) -> Point[int]:
    slots = (poser.slots[point.x], poser.slots[point.y])
    if not any(slot.free for slot in slots):
        return poser.fixed_point(*affine((slots[0].start, slots[1].start)))
    one = poser.constant(1.0)
    rows = ((affine.a, affine.b, affine.e), (affine.c, affine.d, affine.f))
    return Point(
        *(
            poser.defined(
                "affine3", point.x, poser.constant(p), point.y, poser.constant(q), one, poser.constant(r)
            )
            for p, q, r in rows
        )
    )


def _mapped(
    shape: Shape[int], move: Move, factor: int | None, affine: Affine | None, poser: Poser
) -> Shape[int]:
    match shape:
        case Point():
            return move(shape)
        case Line(a, b, extent):
            return Line(move(a), move(b), "line" if extent == "framed" else extent)
        case Vector(a, b):
            return Vector(move(a), move(b))
        case Polyline(points):
            return Polyline(tuple(map(move, points)))
        case Polygon(points):
            return Polygon(tuple(map(move, points)))
        case Spline(points, closed):
            return Spline(tuple(map(move, points)), closed)
        case Circle(center, radius) if factor is not None:
            return Circle(move(center), poser.defined("product", radius, factor, start=20.0))
        case Several(shapes):
            return Several(tuple(_mapped(inner, move, factor, affine, poser) for inner in shapes))
        case Nowhere():
            return shape
    return _traced(shape, affine, poser) if affine is not None else Nowhere()


def _traced(shape: Shape[int], affine: Affine, poser: Poser) -> Shape[int]:
    """Return the image of a drawn curve, cut where the window cuts it; nothing for one that the solver still moves."""
    if isinstance(shape, Arc) or _unknown(shape, poser):
        return Nowhere()
    lines = flattened(outline_of(solved(shape, lambda slot: poser.slots[slot].start)), 24)
    pieces = [tuple(affine(spot) for spot in line) for line in lines]
    if poser.frame.reach is not None:
        pieces = [cut for piece in pieces for cut in clip_piece(piece, window_box(poser.frame))]
    return Curve(tuple(pieces))


def _unknown(shape: Shape[int], poser: Poser) -> bool:
    free = False

    def value(slot: int) -> float:
        nonlocal free
        free |= poser.slots[slot].free
        return poser.slots[slot].start

    solved(shape, value)
    return free
