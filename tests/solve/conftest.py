"""A small builder of systems, so that a test reads like the figure that it is about."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from diagrammar.compiler.solve import solve
from diagrammar.compiler.system import Constraint, Layout, Slot, Sort, Statement, System
from diagrammar.dsl.diagnostics import Diagnostic, Outcome
from diagrammar.dsl.source import Span

Point = tuple[int, int]


@dataclass(frozen=True)
class Drawn:
    """A layout with a ruler and a protractor."""

    layout: Layout

    def at(self, point: Point) -> tuple[float, float]:
        return self.layout.values[point[0]], self.layout.values[point[1]]

    def value(self, slot: int) -> float:
        return self.layout.values[slot]

    def distance(self, a: Point, b: Point) -> float:
        return math.dist(self.at(a), self.at(b))

    def angle(self, a: Point, v: Point, b: Point) -> float:
        """Return the unsigned angle in degrees."""
        (ax, ay), (vx, vy), (bx, by) = self.at(a), self.at(v), self.at(b)
        across = (ax - vx) * (by - vy) - (ay - vy) * (bx - vx)
        return math.degrees(math.atan2(abs(across), (ax - vx) * (bx - vx) + (ay - vy) * (by - vy)))

    def turn(self, a: Point, b: Point, c: Point) -> float:
        """Return twice the signed area of a triangle."""
        (ax, ay), (bx, by), (cx, cy) = self.at(a), self.at(b), self.at(c)
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)


class Sketch:
    """Collects slots, points, segments and constraints; floats become constants, ints are slots."""

    def __init__(self) -> None:
        self.slots: list[Slot] = []
        self.constraints: list[Constraint] = []
        self.statements: list[Statement] = []
        self.points: list[Point] = []
        self.segments: list[tuple[int, int, int, int]] = []

    def number(self, name: str = "", start: float = 0.0, *, free: bool = True, hinted: bool = False) -> int:
        self.slots.append(Slot(name, start, free, hinted))
        return len(self.slots) - 1

    def point(self, name: str, at: tuple[float, float] | None = None, *, drawn: bool = True) -> Point:
        x, y = at or (0.0, 0.0)
        pair = (self.number(f"{name}.x", x, free=at is None), self.number(f"{name}.y", y, free=at is None))
        if drawn:
            self.points.append(pair)
        return pair

    def draw(self, names: str) -> list[Point]:
        """Add points and the closed polygon through them."""
        points = [self.point(name) for name in names]
        self.join(*points, points[0])
        return points

    def join(self, *points: Point) -> None:
        for a, b in pairwise(points):
            self.segments.append((*a, *b))

    def say(self, text: str, kernel: str, *terms: Point | int | float, **options: object) -> None:
        """State a constraint; with an empty text it is the compiler's own."""
        origin = -1
        if text:
            start = 100 * len(self.statements)
            self.statements.append(Statement(text, Span(start=start, end=start + len(text))))
            origin = len(self.statements) - 1
        slots: list[int] = []
        for term in terms:
            if isinstance(term, tuple):
                slots += term
            else:
                slots.append(self.number("", term, free=False) if isinstance(term, float) else term)
        self.constraints.append(Constraint(kernel, tuple(slots), origin=origin, **options))  # type: ignore[arg-type]

    def triangle(self, a: float, b: float, c: float, names: str = "ABC") -> list[Point]:
        """Add a triangle with three stated sides, opposite to its points."""
        points = self.draw(names)
        for first, second, length in ((1, 2, a), (2, 0, b), (0, 1, c)):
            self.say(
                f"{names[first]}{names[second]} = {length:g}",
                "distance",
                points[first],
                points[second],
                length,
            )
        return points

    def system(self, seed: int = 0, extent: float = 60.0) -> System:
        return System(
            tuple(self.slots), tuple(self.constraints), tuple(self.statements),
            tuple(self.points), tuple(self.segments), seed, extent,
        )  # fmt: skip

    def solve(self, seed: int = 0) -> Outcome[Layout]:
        return solve(self.system(seed))

    def layout(self, seed: int = 0) -> Drawn:
        """Solve and insist that it works."""
        outcome = self.solve(seed)
        assert outcome.ok, [d.message for d in outcome.diagnostics]
        assert outcome.value is not None
        self.verify(outcome.value)
        return Drawn(outcome.value)

    def verify(self, layout: Layout) -> None:
        for constraint, residual in zip(self.constraints, layout.residuals):
            if constraint.sort is not Sort.WISH:
                assert residual <= 6e-5, constraint

    def error(self, seed: int = 0) -> Diagnostic:
        """Solve and insist that it fails with exactly one error."""
        outcome = self.solve(seed)
        assert outcome.value is not None
        assert len(outcome.errors) == 1
        return outcome.errors[0]

    def named(self, diagnostic: Diagnostic) -> set[str]:
        """Return the texts of the statements that a diagnostic points at."""
        spans: Sequence[Span | None] = [diagnostic.span, *(label.span for label in diagnostic.labels)]
        return {s.text for s in self.statements if s.span in spans}


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


@pytest.fixture
def new_sketch() -> Callable[[], Sketch]:
    return Sketch
