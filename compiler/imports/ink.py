"""Which lines and circles a figure of stated facts shows: as far as their points reach, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .base import call, path


@dataclass
class Straight:
    """A line through at least two points. `inner` lie between others for certain."""

    points: list[str]
    dashed: bool = False
    inner: set[str] = field(default_factory=set)


@dataclass
class Ring:
    """A circle about a centre through points."""

    name: str
    center: str
    points: list[str]
    places: bool = False
    """Whether the points come first and the centre follows from them."""

    touched: bool = False
    """Whether a tangent speaks of it."""

    @property
    def shown(self) -> bool:
        """Whether it is more than the equality of two distances."""
        return self.touched or len(self.points) > 2


class Ink:
    """Collects lines and circles; those that share two points are one line, those of one centre and rim one circle."""

    def __init__(self) -> None:
        self.lines: list[Straight] = []
        self.rings: list[Ring] = []
        self.sides: set[frozenset[str]] = set()

    def outline(self, points: tuple[str, ...], *, closed: bool = True) -> None:
        """Count the sides of a shape as drawn."""
        around = (*points, points[0]) if closed and len(points) > 2 else points
        self.sides |= {frozenset(pair) for pair in pairwise(around)}
        for pair in pairwise(around):
            self.line(pair)

    def line(self, points: Iterable[str], *, dashed: bool = False, inner: str = "") -> None:
        """Draw the line through points."""
        found = Straight(list(dict.fromkeys(points)), dashed, {inner} if inner else set())
        if len(found.points) < 2:
            return
        for other in [one for one in self.lines if len(set(one.points) & set(found.points)) > 1]:
            self.lines.remove(other)
            found = Straight(
                list(dict.fromkeys((*other.points, *found.points))),
                other.dashed and found.dashed,
                other.inner | found.inner,
            )
        self.lines.append(found)

    def ring(self, center: str, points: Iterable[str], *, places: bool = False) -> Ring:
        """Return the circle about a centre through points, a known one if it shares a point."""
        spots = list(points)
        known = next((r for r in self.rings if r.center == center and set(r.points) & set(spots)), None)
        if known is None:
            known = Ring(f"k{len(self.rings) + 1}", center, [], places)
            self.rings.append(known)
        known.points += [p for p in spots if p not in known.points]
        return known

    def spread(self, center: str, points: Iterable[str]) -> None:
        """Put points at one distance from a centre on the circle about it that passes through one of them."""
        for ring in self.rings:
            if ring.center == center and set(points) & set(ring.points):
                ring.points += [p for p in points if p not in ring.points]

    def through(self, pair: tuple[str, str]) -> set[str]:
        """Return all points that are known to lie on the line through two."""
        return next((set(one.points) for one in self.lines if set(pair) <= set(one.points)), set(pair))

    def statements(self, hidden: set[str]) -> Iterator[str]:
        """Yield the declarations of the lines that no outline draws."""
        for line in self.lines:
            points = [p for p in line.points if p not in hidden]
            ends = [p for p in points if p not in line.inner]
            style = "dashed" if line.dashed else ""
            if len(ends) == 2 and frozenset(ends) in self.sides:
                continue
            if len(ends) == 2:
                short = path(*ends)
                yield call("segment", *ends, style) if "--" in short or style else f"segment {short}"
            elif len(ends) > 2:
                yield call("line", ends[0], ends[1], "trimmed", style)
