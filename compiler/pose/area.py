"""The area and outline length of shapes, as slots: exact formulas wherever the shape is known while posing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..shapes import XY, Arc, Circle, Combined, Curve, Ellipse, Point, Polygon, Polyline, Shape, Side

if TYPE_CHECKING:
    from .poser import Poser

SMOOTH = 0.25
"""The turn in radians from one chord to the next beyond which an outline has a corner."""
TYPICAL = 600.0
"""Where the search for an area starts, in square millimetres."""


def area_slot(shape: Shape[int], poser: Poser) -> int | None:
    """Return the slot of a shape's area; nothing where no formula is known."""
    match shape:
        case Circle(_, radius):
            return poser.defined("disc_area", radius, start=TYPICAL)
        case Ellipse(_, a, b):
            return poser.defined(
                "scaled", poser.defined("product", a, b), poser.constant(math.pi), start=TYPICAL
            )
        case Polygon(points) | Polyline(points):
            return polygon_area(points, poser)
        case Curve(pieces, closed=True):
            return poser.constant(sampled_area(pieces) / poser.frame.stretch)
        case Arc(close=close) if close:
            return _of_arc(shape, poser)
        case Combined("-", Circle(), Circle()):
            return _difference(shape, poser)
        case Combined("&"):
            return _of_disc_cut(shape, poser)
    return None


def sampled_area(rings: Sequence[Sequence[XY]]) -> float:
    """Return the area inside smooth outlines, holes running the other way: chords, and the parabolas over them.

    Over each of two equal chords a parabola adds a sixth of the triangle of their three ends (Archimedes,
    Quadrature of the Parabola, propositions 17 and 24).

    >>> ring = [(math.cos(k * math.pi / 90), math.sin(k * math.pi / 90)) for k in range(180)]
    >>> round(sampled_area([ring]), 6)
    3.141592
    """
    return abs(sum(_signed_area(ring) for ring in rings))


def _signed_area(ring: Sequence[XY]) -> float:
    around = [*ring[-1:], *ring, *ring[:2]]
    chords = sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(ring, around[2:])) / 2
    bends = [_bend(a, b, c) for a, b, c in zip(around, around[1:], around[2:])]
    # A chord between two smooth places takes the mean of both, one that begins at a corner that of its other end.
    over = 0.0
    for first, second in zip(bends, bends[1:]):
        known = [bend for bend in (first, second) if bend is not None]
        over += sum(known) / len(known) / 6 if known else 0.0
    return chords + over


def _bend(a: XY, b: XY, c: XY) -> float | None:
    """Return the signed area of the triangle of three neighbours; nothing at a corner, or where their distances differ."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    one, other = math.hypot(ux, uy), math.hypot(vx, vy)
    cross = ux * vy - uy * vx
    smooth = abs(cross) < SMOOTH * one * other and ux * vx + uy * vy > 0
    return cross / 2 if smooth and 0.5 < one / (other or 1e-9) < 2 else None


def polygon_area(points: tuple[Point[int], ...], poser: Poser) -> int:
    """Return the unsigned area of an outline that does not cross itself."""
    flat = [slot for p in points for slot in (p.x, p.y)]
    # Defined by the points, it has the sign with which they run round where the search begins.
    signed = poser.defined("polygon_area", *flat, name="area", start=TYPICAL)
    return poser.defined("abs", signed, start=TYPICAL)


def arc_opening(shape: Arc[int], poser: Poser) -> int:
    """Return the slot of an arc's central angle, in radians."""
    start, end = (shape.end, shape.start) if shape.way == "cw" else (shape.start, shape.end)
    ends = (start.x, start.y, shape.center.x, shape.center.y, end.x, end.y)
    if shape.way in ("ccw", "cw") and shape.via is None:
        opening = poser.free("opening", 1.2)
        poser.require("directed_angle", *ends, opening)
        return opening
    opening = poser.defined("angle", *ends, start=1.2)
    if shape.way != "major":
        return opening
    return poser.defined("difference", poser.constant(2 * math.pi), opening, start=4.0)


def _of_arc(shape: Arc[int], poser: Poser) -> int:
    """Return r² (θ - sin θ) / 2 for a circular segment, r² θ / 2 for a sector."""
    opening = arc_opening(shape, poser)
    sector = poser.defined("sector_area", shape.radius, opening, start=TYPICAL)
    if shape.close == "center":
        return sector
    square = poser.defined("product", shape.radius, shape.radius, start=TYPICAL)
    twice = poser.defined("product", square, poser.defined("sin", opening), start=TYPICAL)
    return poser.defined(
        "difference", sector, poser.defined("scaled", twice, poser.constant(0.5)), start=TYPICAL
    )


def _difference(shape: Combined[int], poser: Poser) -> int | None:
    """Return the area of a ring: one disc lies inside the other."""
    outer, inner = area_slot(shape.left, poser), area_slot(shape.right, poser)
    return (
        None if outer is None or inner is None else poser.defined("difference", outer, inner, start=TYPICAL)
    )


def _of_disc_cut(shape: Combined[int], poser: Poser) -> int | None:
    """Return the area of a disc cut by lines that do not cross inside it, the centre kept or cut off."""
    parts = list(_conjuncts(shape))
    discs = [p for p in parts if isinstance(p, Circle)]
    sides = [p for p in parts if isinstance(p, Side)]
    if len(discs) != 1 or len(discs) + len(sides) < len(parts) or any(s.of != discs[0].center for s in sides):
        return None
    away = [s for s in sides if not s.same]
    if len(away) > 1 or (away and len(sides) > 1):
        return None
    if away:
        return _beyond(discs[0], away[0], poser)
    rest = poser.defined("disc_area", discs[0].radius, start=TYPICAL)
    for side in sides:
        rest = poser.defined("difference", rest, _beyond(discs[0], side, poser), start=TYPICAL)
    return rest


def _conjuncts(shape: Shape[int]) -> Iterator[Shape[int]]:
    if isinstance(shape, Combined) and shape.op == "&":
        yield from _conjuncts(shape.left)
        yield from _conjuncts(shape.right)
    else:
        yield shape


def _beyond(disc: Circle[int], side: Side[int], poser: Poser) -> int:
    """Return the area of what a line cuts off a disc, on the side without its centre."""
    ends = (disc.center.x, disc.center.y, side.a.x, side.a.y, side.b.x, side.b.y)
    gap = poser.defined("distance_to_line", *ends, start=8.0)
    return poser.defined("segment_area", disc.radius, gap, start=TYPICAL / 2)


def perimeter_slot(shape: Shape[int], poser: Poser) -> int | None:
    """Return the slot of the length of a shape's outline; nothing where no formula is known."""
    match shape:
        case Polygon(points):
            return _total((*points, points[0]), poser)
        case Polyline(points):
            return _total(points, poser)
        case Circle(_, radius):
            return poser.defined("scaled", radius, poser.constant(2 * math.pi), start=100.0)
        case Arc():
            return _around_arc(shape, poser)
    return None


def _around_arc(shape: Arc[int], poser: Poser) -> int:
    """Return the length of an arc, with its radii or its chord if it is closed."""
    length = poser.defined("product", shape.radius, arc_opening(shape, poser), start=30.0)
    if shape.close == "center":
        radii = poser.defined("scaled", shape.radius, poser.constant(2.0), start=40.0)
        return poser.defined("sum2", length, radii, start=70.0)
    if shape.close == "chord":
        chord = poser.defined("distance", shape.start.x, shape.start.y, shape.end.x, shape.end.y, start=20.0)
        return poser.defined("sum2", length, chord, start=50.0)
    return length


def _total(points: tuple[Point[int], ...], poser: Poser) -> int:
    total = poser.constant(0.0)
    for a, b in zip(points, points[1:]):
        total = poser.defined(
            "sum2", total, poser.defined("distance", a.x, a.y, b.x, b.y, start=30.0), start=60.0
        )
    return total
