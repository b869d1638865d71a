"""Courses: open outlines as curves of a length, on which places are found and from which pieces are cut exactly."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import TypeAlias

from ..shapes import XY, along, heading
from .paths import EMPTY, Outline

Piece: TypeAlias = tuple[XY, ...]
"""A straight piece by its 2 ends, or a cubic one by its 4 controls."""
STEPS = 24
"""Chords by which the length of a cubic piece is measured: to 1e-4 of it for any arc of an eighth of a circle."""
SHARP = 25.0
"""Degrees from which on a change of direction is a corner; smooth curves are drawn by smaller ones."""
NO_LENGTH = 1e-9


@dataclass(frozen=True)
class Course:
    """Pieces end to end, each starting where the one before it ends."""

    pieces: tuple[Piece, ...]

    @cached_property
    def _marks(self) -> tuple[float, ...]:
        """Where each piece starts, and where the last ends, in millimetres from the start."""
        return tuple(accumulate((_lengths(piece)[-1] for piece in self.pieces), initial=0.0))

    @property
    def length(self) -> float:
        """The length in millimetres."""
        return self._marks[-1]

    @property
    def is_closed(self) -> bool:
        """Whether the course ends where it starts."""
        return bool(self.pieces) and math.dist(self.pieces[0][0], self.pieces[-1][-1]) < 1e-6

    @cached_property
    def reversed(self) -> Course:
        """The same course from its end to its start."""
        return Course(tuple(piece[::-1] for piece in reversed(self.pieces)))

    def at(self, way: float) -> XY:
        """Return the place some millimetres from the start; the nearer end beyond the ends.

        >>> course_of(Outline("MLL", ((0, 0), (3, 0), (3, 4)))).at(5)
        (3.0, 2.0)
        """
        k, t = self._place(way)
        return _point(self.pieces[k], t)

    def cut(self, start: float, end: float) -> Outline:
        """Return the part between two ways from the start."""
        first, t = self._place(start)
        last, u = self._place(end)
        if end - start < NO_LENGTH:
            return EMPTY
        pieces = [*self.pieces[first : last + 1]]
        pieces[-1] = _split(pieces[-1], u)[0]
        pieces[0] = _split(pieces[0], t / u if first == last else t)[1]
        return outline_of_pieces([piece for piece in pieces if _lengths(piece)[-1] > NO_LENGTH])

    @cached_property
    def corners(self) -> tuple[float, ...]:
        """Where the direction changes sharply, as ways from the start; not the ends.

        >>> course_of(Outline("MLL", ((0, 0), (3, 0), (3, 4)))).corners
        (3.0,)
        """
        pairs = zip(pairwise(self.pieces), self._marks[1:])
        return tuple(mark for (one, other), mark in pairs if is_corner(one, other))

    def _place(self, way: float) -> tuple[int, float]:
        """Return the piece at a way from the start, and the parameter on it."""
        k = min(max(bisect_right(self._marks, way) - 1, 0), len(self.pieces) - 1)
        inside = min(max(way - self._marks[k], 0.0), self._marks[k + 1] - self._marks[k])
        marks = _lengths(self.pieces[k])
        j = min(max(bisect_right(marks, inside) - 1, 0), len(marks) - 2)
        step = marks[j + 1] - marks[j]
        return k, (j + ((inside - marks[j]) / step if step > 0 else 0.0)) / (len(marks) - 1)


def courses_of(outline: Outline) -> Iterator[Course]:
    """Yield each subpath of an outline as a course; what has no length is left out."""
    pieces: list[Piece] = []
    waiting: list[XY] = []
    for code, point in zip(outline.codes, outline.points):
        if code == "M":
            if pieces:
                yield Course(tuple(pieces))
            pieces, waiting = [], [point]
            continue
        waiting.append(point)
        if code != "C" or len(waiting) == 4:
            if any(math.dist(waiting[0], p) > NO_LENGTH for p in waiting[1:]):
                pieces.append(tuple(waiting))
            waiting = [point]
    if pieces:
        yield Course(tuple(pieces))


def course_of(outline: Outline) -> Course:
    """Return the first subpath of an outline that has a length, or a course of none at all."""
    nowhere = outline.points[0] if outline.points else (0.0, 0.0)
    return next(courses_of(outline), Course(((nowhere, nowhere),)))


def outline_of_pieces(pieces: Sequence[Piece]) -> Outline:
    """Return pieces end to end as an outline."""
    if not pieces:
        return EMPTY
    codes = "".join("C" * 3 if len(piece) == 4 else "L" for piece in pieces)
    return Outline("M" + codes, (pieces[0][0], *(point for piece in pieces for point in piece[1:])))


def is_corner(one: Piece, other: Piece) -> bool:
    """Whether the direction changes sharply from the end of a piece to the start of the next."""
    into = heading(next(p for p in one[-2::-1] if math.dist(p, one[-1]) > NO_LENGTH), one[-1])
    out = heading(other[0], next(p for p in other[1:] if math.dist(p, other[0]) > NO_LENGTH))
    return abs((out - into + 180) % 360 - 180) > SHARP


@lru_cache(maxsize=4096)
def _lengths(piece: Piece) -> list[float]:
    """Return the way from the start of a piece to each of its steps."""
    if len(piece) == 2:
        return [0.0, math.dist(*piece)]
    spots = [_point(piece, k / STEPS) for k in range(STEPS + 1)]
    return list(accumulate((math.dist(p, q) for p, q in pairwise(spots)), initial=0.0))


def _point(piece: Piece, t: float) -> XY:
    return _split(piece, t)[0][-1]


def _split(piece: Piece, t: float) -> tuple[Piece, Piece]:
    """Return both parts of a piece at a parameter. Source: de Casteljau's algorithm."""
    rows = [piece]
    while len(rows[-1]) > 1:
        rows.append(tuple(along(p, q, t) for p, q in pairwise(rows[-1])))
    return tuple(row[0] for row in rows), tuple(row[-1] for row in reversed(rows))
