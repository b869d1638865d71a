"""Points in rows: which points lie on one straight line, in which order, and which pieces of it are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from ...dsl.scene import XY

Pair = frozenset[str]


def pair(a: str, b: str) -> Pair:
    """Return two points in no order."""
    return frozenset((a, b))


@dataclass(eq=False)
class Row:
    """Points of one straight line in their order, and which pieces between neighbours are drawn."""

    points: tuple[str, ...]
    drawn: set[Pair] = field(default_factory=set)

    def between(self, a: str, b: str) -> tuple[str, ...]:
        """Return the points from one to another, both included, in the order of the row."""
        first, last = sorted((self.points.index(a), self.points.index(b)))
        return self.points[first : last + 1]

    def draw(self, a: str, b: str) -> None:
        """Count the pieces from one point to another as drawn."""
        self.drawn.update(pair(p, q) for p, q in pairwise(self.between(a, b)))

    def covers(self, a: str, b: str) -> bool:
        """Whether the line is drawn all the way from one point to another."""
        return all(pair(p, q) in self.drawn for p, q in pairwise(self.between(a, b)))

    def neighbours(self, at: str) -> list[str]:
        """Return the next drawn point on either side of a point."""
        place = self.points.index(at)
        around = self.points[max(place - 1, 0) : place] + self.points[place + 1 : place + 2]
        return [p for p in around if pair(at, p) in self.drawn]


class Rows:
    """All the rows of a figure. Two points lie in one row at most."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def find(self, a: str, b: str) -> Row | None:
        """Return the row of two points."""
        return next((row for row in self.rows if a in row.points and b in row.points), None)

    def through(self, at: str) -> Iterator[Row]:
        """Yield the rows of a point."""
        return (row for row in self.rows if at in row.points)

    def draw(self, a: str, b: str) -> None:
        """Draw the line from one point to another, in the row that they have or in a new one."""
        row = self.find(a, b)
        if row is None:
            row = Row((a, b))
            self.rows.append(row)
        row.draw(a, b)

    def is_drawn(self, a: str, b: str) -> bool:
        """Whether the line between two points is drawn."""
        row = self.find(a, b)
        return row is not None and row.covers(a, b)

    def is_piece(self, a: str, b: str) -> bool:
        """Whether two points are neighbours on a drawn line."""
        row = self.find(a, b)
        return row is not None and pair(a, b) in row.drawn

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Yield the drawn pieces, row by row."""
        for row in self.rows:
            yield from ((p, q) for p, q in pairwise(row.points) if pair(p, q) in row.drawn)

    def arms(self, vertex: str) -> list[str]:
        """Return the next drawn point in each direction from a point."""
        return [p for row in self.through(vertex) for p in row.neighbours(vertex)]

    def meeting(self, one: tuple[str, str], other: tuple[str, str]) -> str | None:
        """Return the point that the rows of two lines share."""
        first, second = self.find(*one), self.find(*other)
        common = set(first.points if first else one) & set(second.points if second else other)
        return common.pop() if len(common) == 1 else None


def merged(groups: Iterable[Iterable[str]]) -> list[set[str]]:
    """Join the sets of points that share two or more: they lie on one line.

    >>> [sorted(g) for g in merged(["ABC", "BCD", "AE"])]
    [['A', 'B', 'C', 'D'], ['A', 'E']]
    """
    done: list[set[str]] = []
    for group in groups:
        whole = set(group)
        while joined := next((g for g in done if len(g & whole) > 1), None):
            done.remove(joined)
            whole |= joined
        done.append(whole)
    return done


def in_order(points: Iterable[str], places: Mapping[str, XY]) -> tuple[str, ...]:
    """Return points that lie on a line, nearly, in their order along it."""
    names = sorted(points)
    if len(names) < 2:
        return tuple(names)
    a, b = max(combinations(names, 2), key=lambda ends: _far(places[ends[0]], places[ends[1]]))
    along = (places[b][0] - places[a][0], places[b][1] - places[a][1])
    return tuple(sorted(names, key=lambda p: places[p][0] * along[0] + places[p][1] * along[1]))


def _far(p: XY, q: XY) -> float:
    return (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2


def outline(points: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the sides of an outline."""
    return pairwise((*points, points[0]))
