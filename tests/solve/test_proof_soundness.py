"""A figure that exists is never proven impossible: statements measured on random figures, by construction consistent."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.compiler.solve.kernels import KERNELS
from diagrammar.compiler.solve.proof import Depth, is_refuted
from diagrammar.compiler.solve.proof.readings import READINGS
from diagrammar.compiler.solve.reduce import reduced
from diagrammar.compiler.system import Constraint, Slot, Sort, System
from diagrammar.dsl.source import Source

TESTS = Path(__file__).parent.parent
XY = tuple[float, float]
BOUNDS = {
    "separation", "nearness", "within", "inside_circle", "outside_circle", "discs_apart", "disc_inside", "left_of_line",
    "same_side", "opposite_sides", "on_segment", "on_ray", "clear_of_segment", "angle_at_least", "angle_at_most",
    "greater", "positive", "ahead",
}  # fmt: skip
LAST = {
    "distance", "angle", "line_angle", "directed_angle", "direction", "distance_to_line", "signed_distance_to_line",
    "on_circle", "tangent_line_circle", "triangle_area", "polygon_area", "sum2", "sum3", "difference", "negate",
    "scaled", "product", "affine", "mean", "quotient", "abs", "disc_area", "sector_area", "arc_length", "same",
}  # fmt: skip
"""Kernels whose last slot is what the others make it."""


class Draft:
    """A figure that exists: points and numbers that are known here and free in the system."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.slots: list[Slot] = []
        self.values: list[float] = []
        self.constraints: list[Constraint] = []
        self.points: list[tuple[int, int]] = []

    def number(self, value: float, *, free: bool) -> int:
        self.values.append(value)
        self.slots.append(Slot(f"n{len(self.slots)}", 0.0 if free else value, free))
        return len(self.slots) - 1

    def point(self, x: float, y: float) -> tuple[int, int]:
        fixed = self.dice.random() < 0.1
        spot = (self.number(x, free=not fixed), self.number(y, free=not fixed))
        self.points.append(spot)
        return spot

    def at(self, spot: tuple[int, int]) -> XY:
        return self.values[spot[0]], self.values[spot[1]]

    def state(self, kernel: str, *slots: int, sort: Sort = Sort.EQUATION) -> None:
        self.constraints.append(Constraint(kernel, slots, sort, origin=len(self.constraints)))

    def measured(self, kernel: str, *slots: int) -> None:
        """State a kernel whose last slot is what the values of the others make it."""
        free = self.dice.random() < 0.25
        last = self.number(0.0, free=free)
        value = solved(kernel, [self.values[at] for at in slots])
        self.values[last] = value
        if not free:
            self.slots[last] = Slot(f"{value:g}", value, free=False)
        self.state(kernel, *slots, last)

    def holds(self, constraint: Constraint) -> bool:
        kernel = KERNELS[constraint.kernel]
        ends = [*kernel.apart, *([(0, 1, 2, 3)] if kernel.name == "distance" else [])]
        places = [tuple(self.values[constraint.slots[at]] for at in pair) for pair in ends]
        if any(math.dist(place[:2], place[2:]) < 0.1 for place in places):
            return False
        found = kernel.evaluate(np.array([[self.values[at] for at in constraint.slots]]))[0]
        values = found.ravel()
        return bool(
            (np.abs(values) < 1e-9).all() if constraint.sort is Sort.EQUATION else (values >= 0).all()
        )


def solved(kernel: str, given: list[float]) -> float:
    """Return the last slot for which a kernel is zero, by secants: all of them are monotonous in it."""

    def value(last: float) -> float:
        return float(KERNELS[kernel].evaluate(np.array([[*given, last]]))[0].ravel()[0])

    a, b = 0.5, 1.0
    for _ in range(60):
        fa, fb = value(a), value(b)
        if fb == fa:
            break
        a, b = b, b - fb * (b - a) / (fb - fa)
    return b


def random_place(dice: random.Random) -> XY:
    return dice.uniform(-40, 40), dice.uniform(-40, 40)


def draft(seed: int) -> Draft:
    """Return a figure of a few points with up to twelve true statements, special ones among them."""
    made = Draft(seed)
    dice = made.dice
    for _ in range(dice.randint(3, 5)):
        made.point(*random_place(dice))
    for _ in range(dice.randint(0, 4)):
        dice.choice(CONSTRUCTIONS)(made)
    names = sorted(set(READINGS) - {"power", "sqrt", "fraction", "polar", "chord_length", "coincident"})
    for _ in range(dice.randint(4, 14)):
        random_statement(made, dice.choice(names))
    return made


def random_statement(made: Draft, name: str) -> None:
    """State a kernel of random points: what it measures, or what happens to hold."""
    dice, kernel = made.dice, KERNELS[name]
    corners = dice.randint(3, 5) if kernel.varies else 0
    count = corners if name == "polygon_area" else len(kernel.points)
    if count > len(made.points) and count != 6:
        return
    spots = (
        [dice.choice(made.points) for _ in range(count)] if count == 6 else dice.sample(made.points, count)
    )
    if name in LAST and not (kernel.varies and not kernel.points):
        others = [
            made.number(dice.uniform(0.3, 20), free=dice.random() < 0.3) for _ in range(numbers_of(name) - 1)
        ]
        made.measured(name, *(slot for spot in spots for slot in spot), *others)
        return
    sort = Sort.BOUND if name in BOUNDS else Sort.EQUATION
    slots = [slot for spot in spots for slot in spot]
    if name in {"discs_apart", "disc_inside"}:
        slots = [
            *spots[0],
            made.number(dice.uniform(1, 9), free=False),
            *spots[1],
            made.number(dice.uniform(1, 40), free=False),
        ]
    elif name in BOUNDS or numbers_of(name) == 0:
        high = 3.0 if name.startswith("angle") else 40.0
        slots += [made.number(dice.uniform(0, high), free=False) for _ in range(numbers_of(name))]
    else:
        return
    constraint = Constraint(name, tuple(slots), sort, origin=len(made.constraints))
    if made.holds(constraint):
        made.constraints.append(constraint)


def numbers_of(name: str) -> int:
    kernel = KERNELS[name]
    return 1 if kernel.varies else len(kernel.slots) - 2 * len(kernel.points)


def middle(made: Draft) -> None:
    (a, b) = made.dice.sample(made.points, 2)
    (ax, ay), (bx, by) = made.at(a), made.at(b)
    made.state("midpoint", *a, *b, *made.point((ax + bx) / 2, (ay + by) / 2))


def fourth_corner(made: Draft) -> None:
    a, b, c = made.dice.sample(made.points, 3)
    (ax, ay), (bx, by), (cx, cy) = (made.at(p) for p in (a, b, c))
    made.state("parallelogram", *a, *b, *c, *made.point(ax - bx + cx, ay - by + cy))


def on_line(made: Draft) -> None:
    a, b = made.dice.sample(made.points, 2)
    (ax, ay), (bx, by) = made.at(a), made.at(b)
    share = made.dice.choice([-0.6, 0.3, 0.5, 0.8, 1.7])
    p = made.point(ax + share * (bx - ax), ay + share * (by - ay))
    made.state("collinear", *p, *a, *b)
    if 0 < share < 1:
        made.state("on_segment", *p, *a, *b, sort=Sort.BOUND)
    made.state("fraction", *a, *b, made.number(share, free=made.dice.random() < 0.5), *p)


def circle(made: Draft) -> None:
    center, rim = made.dice.sample(made.points, 2)
    radius = max(math.dist(made.at(center), made.at(rim)), 1e-9)
    slot = made.number(radius, free=made.dice.random() < 0.5)
    made.state("on_circle", *rim, *center, slot)
    x, y = made.at(center)
    for _ in range(made.dice.randint(1, 3)):
        angle = made.dice.uniform(0, 2 * math.pi)
        made.state(
            "on_circle",
            *made.point(x + radius * math.cos(angle), y + radius * math.sin(angle)),
            *center,
            slot,
        )
    touching = made.points[-1]
    (tx, ty), length = made.at(touching), made.dice.uniform(-30, 30) / radius
    outer = made.point(tx - length * (ty - y), ty + length * (tx - x))
    made.state("tangent_point", *outer, *touching, *center)
    across = made.point(2 * x - tx, 2 * y - ty)
    made.state("midpoint", *touching, *across, *center)
    made.state("on_circle", *across, *center, slot)


def perpendicular_foot(made: Draft) -> None:
    p, a, b = made.dice.sample(made.points, 3)
    (px, py), (ax, ay), (bx, by) = (made.at(q) for q in (p, a, b))
    share = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
    fx, fy = ax + share * (bx - ax), ay + share * (by - ay)
    foot = made.point(fx, fy)
    made.state("foot", *p, *a, *b, *foot)
    made.state("reflected", *p, *a, *b, *made.point(2 * fx - px, 2 * fy - py))
    made.state("perpendicular", *p, *foot, *a, *b)


def turned(made: Draft) -> None:
    p, center = made.dice.sample(made.points, 2)
    (px, py), (cx, cy) = made.at(p), made.at(center)
    theta = made.dice.choice([0.3, 1.0, math.pi / 3, math.pi / 2, math.pi])
    c, s = math.cos(theta), math.sin(theta)
    image = made.point(cx + (px - cx) * c - (py - cy) * s, cy + (px - cx) * s + (py - cy) * c)
    made.state("rotated", *p, *center, made.number(theta, free=False), *image)
    made.state("equal_length", *p, *center, *center, *image)


def parallel(made: Draft) -> None:
    a, b, c = made.dice.sample(made.points, 3)
    (ax, ay), (bx, by), (cx, cy) = (made.at(p) for p in (a, b, c))
    factor = made.dice.choice([-1.3, 0.7, 1.0])
    d = made.point(cx + factor * (bx - ax), cy + factor * (by - ay))
    made.state("parallel", *a, *b, *c, *d)
    made.measured("distance_to_line", *c, *a, *b)
    made.measured("distance_to_line", *d, *a, *b)


def isosceles(made: Draft) -> None:
    apex, a = made.dice.sample(made.points, 2)
    (x, y), (ax, ay) = made.at(apex), made.at(a)
    theta = made.dice.uniform(0.4, 2.8)
    c, s = math.cos(theta), math.sin(theta)
    b = made.point(x + (ax - x) * c - (ay - y) * s, y + (ax - x) * s + (ay - y) * c)
    made.state("equal_length", *apex, *a, *apex, *b)
    made.measured("angle", *apex, *a, *b)
    made.state("equal_angle", *apex, *a, *b, *apex, *b, *a)


CONSTRUCTIONS: tuple[Callable[[Draft], None], ...] = (
    middle, fourth_corner, on_line, circle, circle, perpendicular_foot, turned, parallel, isosceles,
)  # fmt: skip


def drafts(first: int, count: int) -> Iterator[Draft]:
    for seed in range(first, first + count):
        yield draft(seed)


@pytest.mark.parametrize(("first", "count", "depth"), [(0, 300, Depth.ADDED_UP), (300, 40, Depth.HALVED)])
def test_what_exists_is_never_refuted(first: int, count: int, depth: Depth) -> None:
    for number, made in enumerate(drafts(first, count), first):
        # Now and then a construction is degenerate, a foot at its own point for instance.
        true = [c for c in made.constraints if made.holds(c)]
        assert len(true) > len(made.constraints) - 4, number
        assert not is_refuted(System(tuple(made.slots), tuple(true), ()), true, depth), number


def test_what_kernels_are_read() -> None:
    assert set(READINGS) <= set(KERNELS)


@pytest.mark.parametrize("file", sorted(TESTS.rglob("gallery/*.dgm")), ids=lambda file: file.stem)
def test_what_is_drawn_in_the_gallery_is_not_refuted(file: Path) -> None:
    done = compile_spec(Source(text=file.read_text("utf-8"), name=file.name), Options(draw=False))
    for posed in done.posed:
        system = reduced(posed.system)
        hard = [c for c in system.constraints if c.sort is not Sort.WISH]
        assert not is_refuted(system, hard, Depth.ADDED_UP)
