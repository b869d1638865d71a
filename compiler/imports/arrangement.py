"""How an imported figure lies: about as in the original, which need not be to scale.

The places of the original become hints, at the size that the stated lengths have. What was drawn level or
upright is so again, one line for each part of the figure; parts that stood side by side do so again.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from ...dsl.scene import XY
from .base import call, path
from .rows import outline
from .scaling import scale_of
from .textbook import Textbook

LEVEL = math.radians(3.0)
"""What is nearer to level or upright in the original was meant so."""


def arrange(book: Textbook, places: Mapping[str, XY], unplaced: Collection[str] = ()) -> None:
    """Say in a figure where its points are roughly, and how it stands; of those without a place nothing."""
    used = [name for name in book.points if name in places and name not in unplaced]
    if not used:
        return
    known = {name: places[name] for name in used}
    spots = scaled(known, scale_of(known, book.sizes()))
    digits = max(0, 2 - math.floor(math.log10(max(1e-3, *(max(spot) for spot in spots.values())))))
    for name, (x, y) in spots.items():
        book.point(name, f"near = ({_number(x, digits)}, {_number(y, digits)})")
    parts = [part for part in parts_of(book) if not part & set(unplaced)]
    for part in parts:
        _stand(book, part, places)
    _set_apart(book, [part for part in parts if len(part) > 1], places)


def scaled(places: Mapping[str, XY], scale: float) -> dict[str, XY]:
    """Return places moved to the origin, at a scale.

    >>> scaled({"A": (1, 0), "B": (51, 0)}, 0.2)
    {'A': (0.0, 0.0), 'B': (10.0, 0.0)}
    """
    left, low = (min(p[k] for p in places.values()) for k in (0, 1))
    return {name: ((x - left) * scale, (y - low) * scale) for name, (x, y) in places.items()}


def _number(value: float, digits: int) -> str:
    return f"{round(value, digits) + 0.0:g}"


def parts_of(book: Textbook) -> list[set[str]]:
    """Return the points by what ties them together: lines, circles, figures, and which lines are parallel."""
    ties: list[Sequence[str]] = [row.points for row in book.rows.rows]
    ties += [[*([ring.center] if ring.center else []), *ring.points] for ring in book.rings.values()]
    ties += [shape.points for shape in book.outlines] + list(book.directed())
    parts = [{name} for name in book.points]
    for tie in ties:
        touched = [part for part in parts if part & set(tie)]
        if touched:
            parts = [part for part in parts if not part & set(tie)] + [set().union(*touched)]
    return parts


def _stand(book: Textbook, part: set[str], places: Mapping[str, XY]) -> None:
    """Say which line of a part is level or upright: the longest that was so in the original."""
    lines = [
        row.points[:: len(row.points) - 1] for row in book.rows.rows if row.drawn and set(row.points) <= part
    ]
    lines += [side for shape in book.outlines if set(shape.points) <= part for side in outline(shape.points)]
    found = []
    for a, b in lines:
        (ax, ay), (bx, by) = places[a], places[b]
        length = math.hypot(bx - ax, by - ay)
        for word, off, weight in (("horizontal", by - ay, 1.0), ("vertical", bx - ax, 0.6)):
            if abs(off) < math.sin(LEVEL) * length:
                found.append((weight * length, word, (a, b)))
    if found:
        _, word, ends = max(found)
        book.layout.append(call(word, path(*ends)))


def _set_apart(book: Textbook, parts: Sequence[set[str]], places: Mapping[str, XY]) -> None:
    """Say which of two separate parts stands left of the other, or above it."""
    for one, other in combinations(parts, 2):
        for first, second in ((one, other), (other, one)):
            if (ends := _facing(first, second, places, 0)) is not None:
                book.layout.append(call("left_of", *ends))
            elif (ends := _facing(first, second, places, 1)) is not None:
                book.layout.append(call("below", *ends))


def _facing(first: set[str], second: set[str], places: Mapping[str, XY], axis: int) -> tuple[str, str] | None:
    """Return the points that face each other if one part lies wholly before the other along an axis."""
    last = max(sorted(first), key=lambda p: places[p][axis])
    next_ = min(sorted(second), key=lambda p: places[p][axis])
    return (last, next_) if places[last][axis] < places[next_][axis] else None
