"""Vertices of solids: who names them, and who says where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ...model import Entity
from ...pose.lettered import lettered
from ...pose.poser import Poser
from ...shapes import SpacePoint
from ...values import Chain, Ref, Value
from ...vocabulary import Slot, Want

Place: TypeAlias = tuple[int, int, int]
"""Three slots in space millimetres."""

VERTICES = Slot(
    "points",
    (Want.POINT, Want.PATH),
    "its vertices: `ABCD-EFGH`, base first",
    ("vertices", "corners"),
    many=True,
)


def named_vertices(entity: Entity) -> list[Value]:
    """Return the vertices that an author gave, in order."""
    out: list[Value] = []
    for value in entity.values_of("points"):
        out += value.ends if isinstance(value, Chain) else (value,)
    return out


def vertex_names(entity: Entity) -> list[str]:
    """Return the names of the vertices; empty where one has none."""
    return [v.name if isinstance(v, Ref) else "" for v in named_vertices(entity)]


@dataclass(frozen=True)
class Corners:
    """The vertices of one solid; `placed` tells whether any was somewhere already."""

    values: tuple[Value, ...]
    placed: bool

    def points(
        self, places: Sequence[Place], names: Sequence[str], poser: Poser
    ) -> tuple[SpacePoint[int], ...]:
        """Return the vertices at places that the solid chose, giving them to the points of those names."""
        out = []
        for at, place in enumerate(places):
            value = self.values[at] if at < len(self.values) else None
            name = value.name if isinstance(value, Ref) else names[at] if at < len(names) else "vertex"
            point = poser.space_point(name, *place)
            if isinstance(value, Ref):
                poser.shapes[value.name] = point
            poser.drawn(point)
            out.append(point)
        return tuple(out)

    def given(self, count: int, poser: Poser) -> tuple[SpacePoint[int], ...]:
        """Return the vertices where something else places them; missing ones are free."""
        out = []
        for at in range(count):
            point = (
                poser.lifting.place_of(self.values[at])
                if at < len(self.values)
                else poser.lifting.free_place("vertex")
            )
            poser.drawn(point)
            out.append(point)
        return tuple(out)


def corners_of(entity: Entity, poser: Poser) -> Corners:
    """Return the vertices of a solid, before it is decided who places them."""
    values = tuple(named_vertices(entity))
    return Corners(values, any(not is_open(value, poser) for value in values))


def is_open(value: Value, poser: Poser) -> bool:
    """Whether a vertex is a point of which nothing else says where it is."""
    if not isinstance(value, Ref) or value.name in poser.shapes:
        return False
    entity = poser.panel.entities.get(value.name)
    return entity is not None and "point" in entity.kind.traits and not entity.values


def lettered_length(entity: Entity, edges: Sequence[tuple[int, int]]) -> Value | None:
    """Return what is said by letters of one of some edges, given as positions of vertices: `AB = 5 cm`."""
    names = vertex_names(entity)
    wanted = {frozenset((names[i], names[j])) for i, j in edges if max(i, j) < len(names)}
    return next(
        (value for ends, value in lettered(entity) if len(ends) == 2 and frozenset(ends) in wanted), None
    )
