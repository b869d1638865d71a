"""Spheres about and in other solids."""

from __future__ import annotations

from ...model import Entity
from ...pose.poser import Poser
from ...shapes import Polyhedron, Shape, SpacePoint, Turned
from ...system import Sort
from ...values import Ref, Value
from .placing import rim_of

Found = tuple[SpacePoint[int], int]


def inscribed(entity: Entity, poser: Poser) -> Found | None:
    """Return centre and radius of a sphere that is said to lie about or in a solid."""
    about, within = entity.value("circumscribed"), entity.value("inscribed")
    value = about if about is not None else within
    if value is None:
        return None
    body = poser.shape(value)
    center = _center(entity.value("center"), poser)
    radius = poser.free(f"{entity.name}.radius", 22.0)
    poser.require("positive", radius, poser.constant(1.0), sort=Sort.BOUND)
    (_about if about is not None else _within)(body, center, radius, poser)
    return center, radius


def _center(value: Value | None, poser: Poser) -> SpacePoint[int]:
    return poser.lifting.place_of(value) if isinstance(value, Ref) else poser.lifting.free_place("center")


def corners(body: Polyhedron[int]) -> list[SpacePoint[int]]:
    """Return the vertices of a solid, each once."""
    return list(dict.fromkeys(p for face in body.faces for p in face))


def _about(body: Shape[int], center: SpacePoint[int], radius: int, poser: Poser) -> None:
    """Demand that vertices, or the rims of a round body, lie on a sphere: as many as fix it."""
    if isinstance(body, Polyhedron):
        first = body.faces[0]
        over = next(p for p in corners(body) if p not in first)
        for corner in (*first[:3], over):
            _at(center, corner, radius, poser)
    elif isinstance(body, Turned):
        poser.require("collinear", center.x, center.y, body.a.x, body.a.y, body.b.x, body.b.y)
        for end, rim in ((body.a, body.radius_a), (body.b, body.radius_b)):
            _at(center, rim_of(end, rim, poser), radius, poser)


def _within(body: Shape[int], center: SpacePoint[int], radius: int, poser: Poser) -> None:
    """Demand that a sphere touches faces of a solid, or the side and base of a round body."""
    if isinstance(body, Polyhedron):
        _touch_faces(body, center, radius, poser)
    elif isinstance(body, Turned):
        poser.require("collinear", center.x, center.y, body.a.x, body.a.y, body.b.x, body.b.y)
        rims = [rim_of(end, rim, poser) for end, rim in ((body.a, body.radius_a), (body.b, body.radius_b))]
        poser.require("distance_to_line", center.x, center.y, *(s for r in rims for s in (r.x, r.y)), radius)
        base = body.b if poser.fixed(body.radius_a) == 0.0 else body.a
        _at(center, base, radius, poser)
        poser.require(
            "on_segment", center.x, center.y, body.a.x, body.a.y, body.b.x, body.b.y, sort=Sort.BOUND
        )


def _touch_faces(body: Polyhedron[int], center: SpacePoint[int], radius: int, poser: Poser) -> None:
    """Demand that a sphere touches four faces from within: on each it stands where the solid does."""
    faces = _spread(body)
    middle = corners(body)
    for face in faces:
        opposite = next(p for p in middle if p not in face)
        slots = [slot for p in (center, *face[:3]) for slot in p.space]
        far = [slot for p in (opposite, *face[:3]) for slot in p.space]
        gap = poser.defined("distance_to_plane", *slots, start=10.0)
        side = poser.defined("distance_to_plane", *far, start=10.0)
        # Both on one side: the product of the signed distances is the product of the radius and the other's size.
        size = poser.defined("abs", side, start=10.0)
        poser.equate(
            poser.defined("product", gap, side, start=100.0),
            poser.defined("product", radius, size, start=100.0),
        )


def _spread(body: Polyhedron[int]) -> list[tuple[SpacePoint[int], ...]]:
    """Return four faces that fix a sphere: the base, and others no two of which are opposite."""
    first = body.faces[0]
    others = [face for face in body.faces[1:] if set(face) & set(first)]
    apart = [face for face in body.faces[1:] if not set(face) & set(first)]
    return [first, *others[:2], *(apart[:1] or others[2:3])]


def _at(center: SpacePoint[int], place: SpacePoint[int], radius: int, poser: Poser) -> None:
    poser.require("distance", center.x, center.y, place.x, place.y, radius)
