"""Planes in what is said of things in space: `perpendicular(SA, ABCD)`, `angle(AG, alpha)`, `distance(P, ABC)`.

A plane is named by a thing that is one, a figure in space, or three and more letters in a row.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from ..model import Relation
from ..shapes import Facet, Line, Point, Polygon, Polyline, Several, Shape, SpacePoint
from ..values import PartRef, Value

if TYPE_CHECKING:
    from .poser import Poser

Plane: TypeAlias = tuple[SpacePoint[int], SpacePoint[int], SpacePoint[int]]


def plane_of(value: Value, poser: Poser) -> Plane | None:
    """Return three places of the plane that a value names, or nothing in the plane of the picture."""
    if poser.frame.camera is None:
        return None
    shape = poser.shape(value)
    points: tuple[Shape[int], ...] = ()
    if isinstance(shape, Facet | Polygon | Polyline):
        points = shape.points
    elif (entity := poser.entity(value)) is not None and "plane" in entity.kind.traits:
        # A plane that nothing moves has no corners of its own: its kind names places of it.
        found = poser.shape(PartRef(value, "places"))
        points = found.shapes if isinstance(found, Several) else ()
    places = [p for p in points if isinstance(p, SpacePoint)]
    return (places[0], places[1], places[2]) if len(places) > 2 else None


def space(*points: Point[int]) -> tuple[int, ...]:
    """Return the slots of places in space in a row."""
    return tuple(slot for point in points if isinstance(point, SpacePoint) for slot in point.space)


def hold_directions(word: str, relation: Relation, poser: Poser) -> bool:
    """Demand that lines and planes are parallel or perpendicular; tell whether a plane is among them."""
    values = relation.values_of("of")
    planes = [None if poser.line(v) is not None else plane_of(v, poser) for v in values]
    if not any(planes):
        return False
    things = [plane or poser.line(value) for plane, value in zip(planes, values)]
    for one, other in pairwise(things):
        if one is None or other is None:
            poser.not_geometric(relation)
        elif word == "perpendicular":
            _hold_square(one, other, poser)
        else:
            _hold_alike(one, other, poser)
    return True


def _hold_square(one: Plane | Line[int], other: Plane | Line[int], poser: Poser) -> None:
    if isinstance(one, Line) and isinstance(other, Line):
        poser.require("perpendicular_in_space", *space(one.a, one.b, other.a, other.b))
    elif isinstance(one, Line) or isinstance(other, Line):
        line, plane = (one, other) if isinstance(one, Line) else (other, one)
        assert isinstance(line, Line)
        assert not isinstance(plane, Line)
        for end in plane[1:]:
            poser.require("perpendicular_in_space", *space(line.a, line.b, plane[0], end))
    else:
        poser.require("planes_perpendicular", *space(*one, *other))


def _hold_alike(one: Plane | Line[int], other: Plane | Line[int], poser: Poser) -> None:
    if isinstance(one, Line) and isinstance(other, Line):
        poser.require("parallel_in_space", *space(one.a, one.b, other.a, other.b))
    elif isinstance(one, Line) or isinstance(other, Line):
        line, plane = (one, other) if isinstance(one, Line) else (other, one)
        assert isinstance(line, Line)
        assert not isinstance(plane, Line)
        poser.require("along_plane", *space(line.a, line.b, *plane))
    else:
        for end in one[1:]:
            poser.require("along_plane", *space(one[0], end, *other))


def foot_on(plane: Plane, point: SpacePoint[int], poser: Poser) -> SpacePoint[int]:
    """Return the foot of the perpendicular from a place on a plane."""
    foot = poser.lifting.free_place("foot")
    poser.require("foot_on_plane", *space(point, *plane, foot))
    return foot


def distance_to_plane(
    first: Value, second: Value, poser: Poser
) -> tuple[int, SpacePoint[int], SpacePoint[int]] | None:
    """Return the slot of the distance of a place and a plane, the place, and its foot; nothing for other things."""
    planes = [plane_of(v, poser) for v in (first, second)]
    plane = planes[1] or planes[0]
    if plane is None:
        return None
    point = poser.point(first if planes[1] is not None else second)
    if not isinstance(point, SpacePoint):
        return None
    foot = foot_on(plane, point, poser)
    return poser.distance(point, foot), point, foot


def angle_with_plane(
    first: Value, second: Value, poser: Poser
) -> tuple[int, SpacePoint[int], SpacePoint[int], SpacePoint[int]] | None:
    """Return the slot of the angle of a line and a plane, and the places that show it.

    They are a place of the line, where the line meets the plane, and the foot of the first on the plane.
    """
    planes = [None if poser.line(v) is not None else plane_of(v, poser) for v in (first, second)]
    plane = planes[1] or planes[0]
    line = poser.line(first if planes[1] is not None else second)
    if (
        plane is None
        or line is None
        or not isinstance(line.a, SpacePoint)
        or not isinstance(line.b, SpacePoint)
    ):
        return None
    value = second if planes[1] is not None else first
    vertices = getattr(poser.shape(value), "points", ())
    meeting = next((end for end in (line.a, line.b) if end in vertices), None)
    if meeting is None:
        meeting = _meeting(line, plane, poser)
    top = line.b if meeting == line.a else line.a
    slot = poser.defined("line_plane_angle", *space(line.a, line.b, *plane), start=0.7)
    return slot, top, meeting, foot_on(plane, top, poser)


def _meeting(line: Line[int], plane: Plane, poser: Poser) -> SpacePoint[int]:
    """Return where a line meets a plane."""
    point = poser.lifting.free_place("meeting")
    poser.require("collinear_in_space", *space(point, line.a, line.b))
    poser.require("distance_to_plane", *space(point, *plane), poser.constant(0.0))
    return point
