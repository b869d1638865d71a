"""Reading the points and lines that a construction starts from, and putting its result where it is named."""

from __future__ import annotations

from ...model import Entity
from ...pose.incidence import spread
from ...pose.poser import Poser
from ...shapes import Extent, Line, Point, Polygon, Shape
from ...values import Chain, Ref, Value


def between(points: list[Point[int]], poser: Poser, extent: Extent = "segment") -> Line[int]:
    """Return the line through the first two points; what is missing is free."""
    found = [*points[:2]]
    found += [poser.point_at("end", 30.0 * k) for k in range(len(found), 2)]
    return Line(found[0], found[1], extent)


def placed(kernel: str, slots: tuple[int, ...], target: Point[int] | None, poser: Poser) -> Point[int]:
    """Return the point that a kernel gives: a new one, or the target, which must then be it."""
    if target is None:
        return poser.defined_point(kernel, *slots)
    poser.require(kernel, *slots, target.x, target.y)
    return target


def triangle_of(entity: Entity, poser: Poser, vertex: Point[int] | None) -> tuple[Point[int], ...]:
    """Return the triangle of a construction: the stated one, else the only one with that vertex."""
    value = entity.value("of")
    if value is not None:
        points = spread((value,), poser)
        return tuple(points) if len(points) == 3 else ()
    found = [p for p in (corners(poser.shape_of(name)) for name in _triangles(poser)) if vertex in p]
    return found[0] if len(found) == 1 else ()


def _triangles(poser: Poser) -> list[str]:
    return [name for name, e in poser.panel.entities.items() if "triangle" in e.kind.traits]


def corners(shape: Shape[int]) -> tuple[Point[int], ...]:
    """Return the vertices of an outline."""
    return shape.points if isinstance(shape, Polygon) else ()


def opposite(triangle: tuple[Point[int], ...], vertex: Point[int]) -> tuple[Point[int], Point[int]] | None:
    """Return the ends of the side that faces a vertex."""
    rest = [p for p in triangle if p != vertex]
    return (rest[0], rest[1]) if len(rest) == 2 else None


def names_in(values: tuple[Value, ...]) -> list[str]:
    """Return the names among values, chains spread."""
    ends = [e for v in values for e in (v.ends if isinstance(v, Chain) else (v,))]
    return [e.name for e in ends if isinstance(e, Ref)]
