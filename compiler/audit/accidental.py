"""Coincidences that a drawing shows though nothing states them: right angles, parallels, equal sides, touching.

What follows from the statements holds in every drawing, so no motion that they allow changes it, to first
order. What such a motion does change was left open, and happens to be drawn as if it had been stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import asin, degrees, dist, hypot, pi
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from ...dsl.diagnostics import Diagnostic
from ...dsl.source import Span
from ..pose.pose import Posed
from ..solve.program import Program
from ..system import Layout, Sort, System
from ..tolerances import RANK
from .legibility_codes import ACCIDENTAL

Numbers: TypeAlias = list[float]
Segment: TypeAlias = tuple[int, int, int, int]
Circle: TypeAlias = tuple[int, int, int]

LIKE_ANGLE: Final = 1.5
"""Degrees that nobody tells from a right angle, or from parallel."""
LIKE_LENGTH: Final = 0.02
"""Share by which two sides of a corner differ and look alike."""
TOUCH: Final = 0.5
"""Millimetres between a point or a line and a circle, or a line and a point, that seem to meet."""
SHORT: Final = 3.0
"""Millimetres: of a shorter segment nobody judges the direction."""
MOVES: Final = 1e-4
"""How much a measure must change per millimetre of motion to count as left open."""
MOST_UNKNOWNS: Final = 160
MOST_SEGMENTS: Final = 40
MOST_POINTS: Final = 40
MOST_CIRCLES: Final = 12
"""A figure beyond is so full that nobody reads a coincidence off it."""
MOST_TOLD: Final = 3
_STEP: Final = 1e-3
UNNAMED: Final = "at"
"""How the slots of a point are named that has no name of its own."""


@dataclass(frozen=True)
class Coincidence:
    """One measure that is nearly zero, with the slots that it reads and how it would be said."""

    kind: str
    slots: tuple[int, ...]
    words: str
    names: tuple[str, ...]


def accidental(posed: Posed, layout: Layout) -> Iterator[Diagnostic]:
    """Yield the coincidences of a solved panel that were left open and are drawn all the same. Emits LAY015."""
    system = posed.system
    free = [at for at, slot in enumerate(system.slots) if slot.free]
    if not layout.freedom or posed.poser.frame.camera is not None or not 0 < len(free) <= MOST_UNKNOWNS:
        return
    figure = _Figure(system, list(layout.values))
    shown = [one for one in figure.coincidences() if not figure.is_meant(one)]
    if not shown:
        return
    ways = _open_ways(system, layout, free)
    told = 0
    for one in shown:
        if told < MOST_TOLD and figure.is_open(one, free, ways):
            told += 1
            yield ACCIDENTAL.found(
                f"{one.words}, which nothing states", _place(posed, one),
                hints=["state it if it is meant, or state how it differs; another `--seed` may draw it apart"],
            )  # fmt: skip


def _place(posed: Posed, one: Coincidence) -> Span | None:
    """Return the statement of the first thing concerned that has one."""
    entities = posed.poser.panel.entities
    return next((entities[name].span for name in one.names if name in entities), None)


def _open_ways(system: System, layout: Layout, free: list[int]) -> npt.NDArray[np.float64]:
    """Return a basis of the motions that no equation resists, `(unknowns, k)`."""
    numbers = np.array(layout.values)
    equations = [c for c in system.constraints if c.sort is Sort.EQUATION]
    if not equations:
        return np.eye(len(free))
    program = Program(equations, free, len(numbers))
    with np.errstate(all="ignore"):
        slopes = program.dense(program.linearise(numbers)[1])
    sizes = np.linalg.norm(slopes, axis=1, keepdims=True)
    slopes = np.nan_to_num(slopes / np.maximum(sizes, RANK))
    _, sizes, right = np.linalg.svd(slopes)
    rank = int((sizes > RANK * max(float(sizes.max(initial=0.0)), RANK)).sum())
    return np.asarray(right[rank:].T)


class _Figure:
    """The points, segments and circles of one drawing, and what they show."""

    def __init__(self, system: System, numbers: Numbers) -> None:
        self.system, self.numbers = system, numbers
        self.segments = [
            s for s in dict.fromkeys(system.segments[:MOST_SEGMENTS]) if _length(s, numbers) > SHORT
        ]
        self.points = list(dict.fromkeys(system.points[:MOST_POINTS]))
        self.circles = list(dict.fromkeys(system.circles[:MOST_CIRCLES]))
        self.wishes = [set(c.slots) for c in system.constraints if c.sort is Sort.WISH]

    def coincidences(self) -> Iterator[Coincidence]:
        """Yield what looks stated, the plainest kinds first."""
        for first, second in combinations(self.segments, 2):
            yield from self._between(first, second)
        for point in self.points:
            for segment in self.segments:
                yield from self._on_line(point, segment)
        for circle in self.circles:
            yield from self._at_rim(circle)

    def is_meant(self, one: Coincidence) -> bool:
        """Whether the author says roughly where all of it is, or a wish of the kind of thing asks for it."""
        free = [at for at in one.slots if self.system.slots[at].free]
        if all(self.system.slots[at].hinted for at in free):
            return True
        return any(set(one.slots) <= wish for wish in self.wishes)

    def is_open(self, one: Coincidence, free: list[int], ways: npt.NDArray[np.float64]) -> bool:
        """Whether a motion that the statements allow changes a measure."""
        slopes = np.zeros(len(free))
        measure = _MEASURES[one.kind]
        column = {slot: at for at, slot in enumerate(free)}
        for slot in dict.fromkeys(one.slots):
            if slot in column:
                here = [self.numbers[at] + _STEP * (at == slot) for at in one.slots]
                there = [self.numbers[at] - _STEP * (at == slot) for at in one.slots]
                slopes[column[slot]] = (measure(here) - measure(there)) / (2 * _STEP)
        return bool(np.abs(slopes @ ways).max(initial=0.0) > MOVES)

    def value(self, kind: str, slots: tuple[int, ...]) -> float:
        """Return a measure on the drawing; zero where it is exactly what it looks like."""
        return _MEASURES[kind]([self.numbers[at] for at in slots])

    def _between(self, first: Segment, second: Segment) -> Iterator[Coincidence]:
        corner = _corner(first, second)
        one, two = self._name(first), self._name(second)
        slots = (*first, *second)
        names = self._names(slots)
        turn = self.value("square", slots)
        if abs(turn) < LIKE_ANGLE * pi / 180 and (corner or self._meet(first, second)):
            yield Coincidence(
                "square", slots, f"{one} and {two} are drawn at {90 - degrees(turn):.3g}°", names
            )
        if corner is None and self._are_parallel(first, second) and self._hang_together(first, second):
            yield Coincidence("parallel", slots, f"{one} and {two} are drawn parallel", names)
        if corner is not None and abs(self.value("equal", slots)) < LIKE_LENGTH:
            yield Coincidence("equal", slots, f"{one} and {two} are drawn equally long", names)

    def _meet(self, first: Segment, second: Segment) -> bool:
        """Whether two segments cross, or one ends on the other."""
        pairs = ((first, second), (second, first))
        if any(self._reaches(end, other) for one, other in pairs for end in (one[:2], one[2:])):
            return True
        return all(
            self.value("on-line", (*one[:2], *other)) * self.value("on-line", (*one[2:], *other)) < 0
            for one, other in pairs
        )

    def _reaches(self, point: tuple[int, ...], segment: Segment) -> bool:
        """Whether a point is on a segment."""
        x, y, ax, ay, bx, by = (self.numbers[at] for at in (*point, *segment))
        share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / _length(segment, self.numbers) ** 2
        share = min(1.0, max(0.0, share))
        return dist((x, y), (ax + share * (bx - ax), ay + share * (by - ay))) < TOUCH

    def _are_parallel(self, first: Segment, second: Segment) -> bool:
        """Whether two segments seem parallel, and are not pieces of one line."""
        turn = abs(self.value("parallel", (*first, *second)))
        return turn < LIKE_ANGLE * pi / 180 and not self._in_one_line(first, second)

    def _hang_together(self, first: Segment, second: Segment) -> bool:
        """Whether other segments lead from one to the other: figures side by side have no common direction."""
        reached, fresh = {first}, [first]
        while fresh:
            here = fresh.pop()
            new = [s for s in self.segments if s not in reached and (_corner(here, s) or self._meet(here, s))]
            reached.update(new)
            fresh += new
        return second in reached

    def _in_one_line(self, first: Segment, second: Segment) -> bool:
        return all(
            abs(self.value("on-line", (*end, *second))) * _length(second, self.numbers) < TOUCH
            for end in (first[:2], first[2:])
        )

    def _on_line(self, point: tuple[int, int], segment: Segment) -> Iterator[Coincidence]:
        if point in (segment[:2], segment[2:]):
            return
        slots = (*point, *segment)
        length = _length(segment, self.numbers)
        x, y, ax, ay, bx, by = (self.numbers[at] for at in slots)
        share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length**2
        ends = min(dist((x, y), (ax, ay)), dist((x, y), (bx, by)))
        if 0 < share < 1 and ends > SHORT and abs(self.value("on-line", slots)) * length < TOUCH:
            words = f"{self._name(point)} is drawn on {self._name(segment)}"
            yield Coincidence("on-line", slots, words, self._names(slots))

    def _at_rim(self, circle: Circle) -> Iterator[Coincidence]:
        radius = abs(self.numbers[circle[2]])
        if radius < SHORT:
            return
        name = self.system.slots[circle[2]].name.rpartition(".")[0] or "a circle"
        for point in self.points:
            slots = (*point, *circle)
            if point != circle[:2] and abs(self.value("on-rim", slots)) * radius < TOUCH:
                words = f"{self._name(point)} is drawn on the rim of `{name}`"
                yield Coincidence("on-rim", slots, words, (name, *self._names(slots)))
        for segment in self.segments:
            both = (*segment, *circle)
            if abs(self.value("tangent", both)) * radius < TOUCH and self._faces(segment, circle):
                words = f"{self._name(segment)} is drawn as a tangent of `{name}`"
                yield Coincidence("tangent", both, words, (name, *self._names(both)))

    def _faces(self, segment: Segment, circle: Circle) -> bool:
        """Whether a segment passes the middle of a circle, so that it could touch it, and is no chord."""
        ax, ay, bx, by, x, y = (self.numbers[at] for at in (*segment, *circle[:2]))
        share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / _length(segment, self.numbers) ** 2
        radius = abs(self.numbers[circle[2]])
        is_chord = all(abs(dist(end, (x, y)) - radius) < TOUCH for end in ((ax, ay), (bx, by)))
        return 0 < share < 1 and not is_chord

    def _name(self, slots: tuple[int, ...]) -> str:
        names = self._names(slots)
        if UNNAMED in names:
            return "a point" if len(names) == 1 else "a line"
        return f"`{''.join(names)}`"

    def _names(self, slots: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self.system.slots[at].name.rpartition(".")[0] or "?" for at in slots[::2])


def _corner(first: Segment, second: Segment) -> tuple[int, int] | None:
    ends = {first[:2], first[2:]} & {second[:2], second[2:]}
    return next(iter(ends)) if len(ends) == 1 else None


def _length(segment: tuple[int, ...], numbers: Numbers) -> float:
    ax, ay, bx, by = (numbers[at] for at in segment)
    return dist((ax, ay), (bx, by)) or 1e-9


def _turn(v: Numbers) -> float:
    """Return the sine of the angle between two segments."""
    a, b = (v[2] - v[0], v[3] - v[1]), (v[6] - v[4], v[7] - v[5])
    return (a[0] * b[1] - a[1] * b[0]) / (hypot(*a) * hypot(*b) or 1e-9)


def _cosine(v: Numbers) -> float:
    a, b = (v[2] - v[0], v[3] - v[1]), (v[6] - v[4], v[7] - v[5])
    return (a[0] * b[0] + a[1] * b[1]) / (hypot(*a) * hypot(*b) or 1e-9)


def _ratio(v: Numbers) -> float:
    first, second = hypot(v[2] - v[0], v[3] - v[1]), hypot(v[6] - v[4], v[7] - v[5])
    return (first - second) / (max(first, second) or 1e-9)


def _height(v: Numbers) -> float:
    """Return how far a point is from a segment's line, as a share of the segment."""
    x, y, ax, ay, bx, by = v
    length = hypot(bx - ax, by - ay) or 1e-9
    return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length**2


def _from_rim(v: Numbers) -> float:
    x, y, cx, cy, r = v
    return (hypot(x - cx, y - cy) - abs(r)) / (abs(r) or 1e-9)


def _from_tangent(v: Numbers) -> float:
    ax, ay, bx, by, cx, cy, r = v
    length = hypot(bx - ax, by - ay) or 1e-9
    away = abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / length
    return (away - abs(r)) / (abs(r) or 1e-9)


_MEASURES: Final = {
    "square": lambda v: asin(max(-1.0, min(1.0, _cosine(v)))),
    "parallel": lambda v: asin(max(-1.0, min(1.0, _turn(v)))),
    "equal": _ratio,
    "on-line": _height,
    "on-rim": _from_rim,
    "tangent": _from_tangent,
}
