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
    """Demand the stated sides and angles, each as a statement of its own."""
    for names, value in lettered(entity):
        if value.standing is Standing.CLAIMED or not (value.formula or value.symbol):
            continue
        points = [p for n in names if isinstance(p := poser.shape_of(n), Point)]
        arms = _corner(points[0], vertices) if len(points) == 1 == len(names) else points
        if len(arms) not in (2, 3) or len(points) < len(names):
            message = f"`{entity.name}` has no corner or side `{''.join(names)}`"
            poser.diagnostics.append(NOT_GEOMETRIC.found(message, entity.span))
            continue
        with poser.stating(f"{''.join(names)} = {value.text}", entity.span):
            _hold(arms, value, poser)


def _hold(points: list[Point[int]], value: Measure, poser: Poser) -> None:
    flat = [s for p in points for s in (p.x, p.y)]
    if len(points) == 2:
        poser.state(poser.distance(*points), value, "length")
    else:
        poser.state(poser.defined("angle", *flat, start=0.9), value, "angle")


def _corner(vertex: Point[int], vertices: tuple[Point[int], ...]) -> list[Point[int]]:
    """Return the neighbours of a vertex around it."""
    if vertex not in vertices:
        return []
    at = vertices.index(vertex)
    return [vertices[at - 1], vertex, vertices[(at + 1) % len(vertices)]]
