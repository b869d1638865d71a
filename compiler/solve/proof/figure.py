"""The plane over a network: points, the lengths between them, the angles and areas of their triangles.

What is known of a triangle beyond its coordinates (the law of cosines, the sum of angles) follows from
them, but narrowing does not see it unless it is said.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from ...system import Slot
from .network import Network

Spot: TypeAlias = tuple[int, int]
"""A point, as its pair of slots."""
_GIVEN: Final = 1e-7
"""Relative: how far a stated number may be from what was meant; areas under curves are summed to some eight digits.
What is refuted misses by more than any drawing tolerates."""


class Figure:
    """Slots, points and triangles of some constraints as numbers of a network."""

    def __init__(self, slots: Sequence[Slot], same: Mapping[int, int], reach: float, least: float) -> None:
        self.net = Network()
        self._same = same
        """Slots that are stated to be the same as another, with that other."""
        self.reach = reach
        """How far from each other points can be at most."""
        self.least = least
        """How near to each other points can be that have a direction between them."""
        self._slots = slots
        self._numbers: dict[int, int] = {}
        self._constants: dict[float, int] = {}
        self._steps: dict[tuple[int, int], int] = {}
        self.lengths: dict[frozenset[Spot], int] = {}
        self._squares: dict[frozenset[Spot], int] = {}
        self._turns: dict[tuple[Spot, Spot, Spot], int] = {}
        self._areas: dict[frozenset[Spot], int] = {}
        self.heights: dict[tuple[Spot, frozenset[Spot]], int] = {}
        self.cosines: dict[int, int] = {}
        self.sines: dict[int, int] = {}
        self.equals: list[tuple[frozenset[Spot], frozenset[Spot]]] = []
        """Pairs of points that are equally far apart."""
        self.pairs: dict[int, frozenset[Spot]] = {}
        """By slot: two points whose distance it is."""
        self.ratios: dict[int, list[tuple[int, int]]] = {}
        """By slot of a ratio: slots of numbers that are in it."""
        self.rounds: dict[tuple[Spot, int], list[Spot]] = {}
        """By centre and slot of the radius: points on a circle."""
        self.parallels: list[tuple[Spot, Spot, Spot, Spot]] = []
        self._dots: dict[tuple[Spot, Spot, Spot], int] = {}
        self.angles: dict[tuple[Spot, frozenset[Spot]], int] = {}
        self.points: dict[Spot, None] = {}
        self.middles: list[tuple[Spot, Spot, Spot]] = []
        """Two ends and their middle."""
        self.parallelograms: list[tuple[Spot, Spot, Spot, Spot]] = []
        self.betweens: list[tuple[Spot, Spot, Spot]] = []
        """A point that is not beyond the ends of two others, with these."""
        self.rows: dict[frozenset[Spot], None] = {}
        """Points on one line, by three."""
        self.splits: list[int] = []
        """Numbers of free slots, which a search may halve."""

    def slot(self, at: int) -> int:
        """Return the number of a slot: what was given, or unknown."""
        at = self._same.get(at, at)
        if at not in self._numbers:
            slot = self._slots[at]
            margin = _GIVEN * max(abs(slot.start), 0.1)
            bounds = (-math.inf, math.inf) if slot.free else (slot.start - margin, slot.start + margin)
            self._numbers[at] = self.net.number(*bounds)
            if slot.free:
                self.splits.append(self._numbers[at])
        return self._numbers[at]

    def root(self, at: int) -> int:
        """Return the slot that stands for all that are the same as one."""
        return self._same.get(at, at)

    def given(self, at: int) -> float | None:
        """Return the number of a slot that is not free."""
        slot = self._slots[self._same.get(at, at)]
        return None if slot.free else slot.start

    def constant(self, value: float) -> int:
        """Return a number that is known."""
        if value not in self._constants:
            self._constants[value] = self.net.number(value, value)
        return self._constants[value]

    def near(self, value: float) -> int:
        """Return a number that is known but for a rounding error."""
        margin = 4e-16 * max(abs(value), 1e-3)
        return self.net.number(value - margin, value + margin)

    def given_share(self, value: float) -> int:
        """Return a cosine or sine of an angle that is given, as exact as what is given."""
        return self.net.number(value - _GIVEN, value + _GIVEN)

    def point(self, spot: Spot) -> Spot:
        """Return the numbers of a point's coordinates, within reach."""
        if spot not in self.points:
            self.points[spot] = None
            for at in spot:
                if self.given(at) is None:
                    self.net.bound(self.slot(at), -self.reach, self.reach)
        return self.slot(spot[0]), self.slot(spot[1])

    def step(self, p: Spot, q: Spot) -> tuple[int, int]:
        """Return the vector from one point to another."""
        (px, py), (qx, qy) = self.point(p), self.point(q)
        return self._step(px, qx), self._step(py, qy)

    def _step(self, a: int, b: int) -> int:
        if a == b:
            return self.constant(0.0)
        if (a, b) not in self._steps:
            forth, back = self.net.difference(b, a), self.net.number()
            self._steps[a, b], self._steps[b, a] = forth, back
            self.net.link_opposite(forth, back)
        return self._steps[a, b]

    def length(self, p: Spot, q: Spot) -> int:
        """Return the distance between two points."""
        key = frozenset((p, q))
        if key not in self.lengths:
            if p == q:
                self.lengths[key] = self._squares[key] = self.constant(0.0)
                return self.lengths[key]
            dx, dy = self.step(p, q)
            square = self.net.sum(self.net.square(dx), self.net.square(dy))
            self._squares[key] = square
            self.lengths[key] = self.net.root(square)
            self.net.bound(self.lengths[key], 0.0, 3.0 * self.reach)
        return self.lengths[key]

    def measured(self, at: int, p: Spot, q: Spot) -> None:
        """Note that a slot is the distance of two points: those that share a slot are equally far apart."""
        pair = frozenset((p, q))
        before = self.pairs.setdefault(self.root(at), pair)
        if before != pair:
            self.equals.append((before, pair))

    def square(self, p: Spot, q: Spot) -> int:
        """Return the squared distance between two points."""
        self.length(p, q)
        return self._squares[frozenset((p, q))]

    def apart(self, p: Spot, q: Spot) -> None:
        """Keep two points apart, because there is a direction between them."""
        if p != q:
            self.net.bound(self.length(p, q), self.least, math.inf)

    def cross(self, u: tuple[int, int], w: tuple[int, int]) -> int:
        """Return the signed area between two vectors."""
        net = self.net
        return net.difference(net.times(u[0], w[1]), net.times(u[1], w[0]))

    def dot(self, u: tuple[int, int], w: tuple[int, int]) -> int:
        """Return the scalar product of two vectors."""
        return self.net.sum(self.net.times(u[0], w[0]), self.net.times(u[1], w[1]))

    def turn(self, a: Spot, b: Spot, c: Spot) -> int:
        """Return twice the signed area of a triangle, positive if it goes round counterclockwise."""
        key = (a, b, c)
        if key not in self._turns:
            signed = self.cross(self.step(a, b), self.step(a, c))
            for near in ((a, b, c), (b, c, a), (c, a, b)):
                self._turns[near] = signed
            opposite = self.net.number()
            self.net.link_opposite(signed, opposite)
            for near in ((b, a, c), (a, c, b), (c, b, a)):
                self._turns[near] = opposite
            self._areas[frozenset(key)] = self.net.magnitude(signed)
        return self._turns[key]

    def area(self, a: Spot, b: Spot, c: Spot) -> int:
        """Return twice the area of a triangle."""
        self.turn(a, b, c)
        return self._areas[frozenset((a, b, c))]

    def inner(self, v: Spot, a: Spot, b: Spot) -> int:
        """Return the scalar product of the steps from a point to two others."""
        if (v, a, b) not in self._dots:
            net = self.net
            dot = self.dot(self.step(v, a), self.step(v, b))
            # Law of cosines: |va|² + |vb|² = |ab|² + 2 va · vb.
            net.equate(
                net.sum(self.square(v, a), self.square(v, b)),
                net.sum(self.square(a, b), net.scaled(2.0, dot)),
            )
            self._dots[v, a, b] = self._dots[v, b, a] = dot
        return self._dots[v, a, b]

    def angle(self, a: Spot, v: Spot, b: Spot) -> int:
        """Return the angle between the rays from v to a and b, from 0 to a half turn."""
        key = (v, frozenset((a, b)))
        if key not in self.angles:
            net = self.net
            angle = self.angles[key] = net.number(0.0, math.pi)
            arms = net.times(self.length(v, a), self.length(v, b))
            self.cosines[angle], self.sines[angle] = net.cosine(angle), net.sine(angle)
            net.equate(self.inner(v, a, b), net.times(arms, self.cosines[angle]))
            net.equate(self.area(v, a, b), net.times(arms, self.sines[angle]))
        return self.angles[key]

    def height(self, p: Spot, a: Spot, b: Spot) -> int:
        """Return the distance of a point from the line through two others."""
        key = (p, frozenset((a, b)))
        if key not in self.heights:
            net = self.net
            height, along = net.number(0.0), net.number()
            net.equate(self.area(p, a, b), net.times(self.length(a, b), height))
            net.equate(self.inner(a, b, p), net.times(self.length(a, b), along))
            net.equate(self.square(a, p), net.sum(net.square(height), net.square(along)))
            rest = net.difference(self.length(a, b), along)
            net.equate(self.square(b, p), net.sum(net.square(height), net.square(rest)))
            self.heights[key] = height
        return self.heights[key]


_HALF: Final = (math.pi * (1 - 4e-16), math.pi * (1 + 4e-16))
