"""Data that name the points they are about: `AB = 5 cm` is a side, `A = 60°` and `ABC = 60°` are angles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Entity
from ..resolve.scope import POINT_NAME
from ..shapes import Point
from ..values import Measure, Standing
from .codes import NOT_GEOMETRIC

if TYPE_CHECKING:
    from .poser import Poser

ANGLE_WORD = re.compile(r"^(?:angle_?|∠)", re.IGNORECASE)


def letters_of(word: str) -> tuple[str, ...]:
    """Return the points that a word spells, or nothing.

    >>> letters_of("AB"), letters_of("angle_A"), letters_of("width")
    (('A', 'B'), ('A',), ())
    """
    plain = ANGLE_WORD.sub("", word)
    parts = POINT_NAME.findall(plain)
    return tuple(parts) if parts and "".join(parts) == plain else ()


def lettered(entity: Entity) -> Iterator[tuple[tuple[str, ...], Measure]]:
    """Yield the lettered data of a thing: the points, and what is said of them."""
    if not entity.kind.lettered:
        return
    for word, value in entity.extra:
        points = letters_of(word)
        if points:
            yield points, value


def hold_lettered(entity: Entity, vertices: tuple[Point[int], ...], poser: Poser) -> None:
    """Demand the stated sides and angles."""
    for names, value in lettered(entity):
        points = [p for n in names if isinstance(p := poser.shape_of(n), Point)]
        if len(points) < len(names):
            message = f"`{entity.name}` has no point `{next(n for n in names if n not in poser.shapes)}`"
            poser.diagnostics.append(NOT_GEOMETRIC.found(message, entity.span))
        elif value.standing is not Standing.CLAIMED and (value.formula or value.symbol):
            _hold(points, value, vertices, poser)


def _hold(points: list[Point[int]], value: Measure, vertices: tuple[Point[int], ...], poser: Poser) -> None:
    if len(points) == 2:
        (a, b), dimension = points, "length"
        slot = poser.defined("distance", a.x, a.y, b.x, b.y, start=30.0)
    else:
        arms = _corner(points[0], vertices) if len(points) == 1 else points
        if len(arms) != 3:
            return
        slot, dimension = poser.defined("angle", *(s for p in arms for s in (p.x, p.y)), start=0.9), "angle"
    poser.equate(slot, poser.measure(value, dimension))


def _corner(vertex: Point[int], vertices: tuple[Point[int], ...]) -> list[Point[int]]:
    """Return the neighbours of a vertex around it."""
    if vertex not in vertices:
        return []
    at = vertices.index(vertex)
    return [vertices[at - 1], vertex, vertices[(at + 1) % len(vertices)]]
