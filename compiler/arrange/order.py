"""Boxes that statements put beside, above and in line with each other: one longest path per axis.

On each axis boxes in line are one; an order makes room for the sizes. What would make a circle is left
to the solver, which reports it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .plan import GAP, Axis, Block, Level, Order, Place

MOST_REPAIRS = 60


def ordered(blocks: Sequence[Block], orders: Iterable[Order], levels: Iterable[Level]) -> dict[str, Place]:
    """Return places that keep every order and, as far as nothing then overlaps, every line."""
    kept_orders, kept_levels = _consistent(orders), list(levels)
    places = _placed(blocks, kept_orders, kept_levels)
    for _ in range(MOST_REPAIRS):
        clash = _clash(blocks, places)
        if clash is None:
            break
        parting = _parting(*clash, kept_orders, kept_levels)
        if parting in kept_orders:
            break
        kept_levels = _without(kept_levels, parting.axis, clash)
        kept_orders.append(parting)
        places = _placed(blocks, kept_orders, kept_levels)
    return places


def _consistent(orders: Iterable[Order]) -> list[Order]:
    """Return orders without those that would go in a circle; what was said comes before what was guessed."""
    kept: list[Order] = []
    waits: dict[Axis, dict[str, list[tuple[str, float]]]] = {"x": {}, "y": {}}
    for order in sorted(orders, key=lambda o: o.guessed):
        known = waits[order.axis]
        for name in (order.first, order.second):
            known.setdefault(name, [])
        if order.first != order.second and not _reaches(known, order.first, order.second):
            known[order.second].append((order.first, 0.0))
            kept.append(order)
    return kept


def _placed(blocks: Sequence[Block], orders: list[Order], levels: list[Level]) -> dict[str, Place]:
    xs = _along("x", blocks, [o for o in orders if o.axis == "x"], [v for v in levels if v.axis == "x"])
    ys = _along("y", blocks, [o for o in orders if o.axis == "y"], [v for v in levels if v.axis == "y"])
    return {b.name: Place(xs[b.name], ys[b.name], b.half_width, b.half_height) for b in blocks}


def _along(axis: Axis, blocks: Sequence[Block], orders: list[Order], levels: list[Level]) -> dict[str, float]:
    """Return coordinates on one axis: each line of boxes as early as the orders let it, then drawn to its mates."""
    lines = _Lines({b.name: b.half(axis) for b in blocks})
    for level in sorted(levels, key=lambda v: not v.shift):
        lines = lines.joined(level, orders)
    waits = lines.waits(orders)
    at = _longest(waits)
    _relax(at, waits)
    return {name: at[line] + lines.shift[name] for name, line in lines.of.items()}


class _Lines:
    """Boxes in line on one axis, under one name, each with its own shift from the line."""

    def __init__(self, half: Mapping[str, float]) -> None:
        self.half = half
        self.of = {name: name for name in half}
        self.shift = dict.fromkeys(half, 0.0)

    def joined(self, level: Level, orders: list[Order]) -> _Lines:
        """Return the lines with two of them made one, unless that contradicts an order."""
        a, b = self.of[level.first], self.of[level.second]
        if a == b:
            return self
        edges = level.edge * (self.half[level.first] - self.half[level.second])
        move = self.shift[level.first] + edges + level.shift - self.shift[level.second]
        other = _Lines(self.half)
        other.of = {n: a if line == b else line for n, line in self.of.items()}
        other.shift = {n: s + move if self.of[n] == b else s for n, s in self.shift.items()}
        return other if other.agrees(orders) else self

    def agrees(self, orders: list[Order]) -> bool:
        """Whether every order can hold: within a line by its shifts, between lines without going in a circle."""
        waits: dict[str, list[tuple[str, float]]] = {line: [] for line in self.of.values()}
        for order in orders:
            a, b = self.of[order.first], self.of[order.second]
            if a == b and self.distance(order) > 1e-6:
                return False
            if a != b and _reaches(waits, a, b):
                return False
            if a != b:
                waits[b].append((a, 0.0))
        return True

    def waits(self, orders: list[Order]) -> dict[str, list[tuple[str, float]]]:
        """Return what each line comes after, and by how much; an order that would go in a circle is left out."""
        found: dict[str, list[tuple[str, float]]] = {line: [] for line in self.of.values()}
        for order in orders:
            a, b = self.of[order.first], self.of[order.second]
            if a != b and not _reaches(found, a, b):
                found[b].append((a, self.distance(order)))
        return found

    def distance(self, order: Order) -> float:
        """Return how far the second line must be beyond the first."""
        room = self.half[order.first] + order.gap + self.half[order.second]
        return room + self.shift[order.first] - self.shift[order.second]


def _reaches(waits: Mapping[str, list[tuple[str, float]]], start: str, goal: str) -> bool:
    """Whether `start` already waits for `goal`, so that the contrary would go in a circle."""
    seen, left = {start}, [start]
    while left:
        for before, _ in waits[left.pop()]:
            if before == goal:
                return True
            if before not in seen:
                seen.add(before)
                left.append(before)
    return False


def _longest(waits: Mapping[str, list[tuple[str, float]]]) -> dict[str, float]:
    at: dict[str, float] = {}
    pending = list(waits)
    while pending:
        ready = [n for n in pending if all(b in at for b, _ in waits[n])]
        for name in ready:
            at[name] = max((at[b] + d for b, d in waits[name]), default=0.0)
        pending = [n for n in pending if n not in at]
    return at


def _relax(at: dict[str, float], waits: Mapping[str, list[tuple[str, float]]]) -> None:
    """Move lines that could stand further on next to what comes after them."""
    after: dict[str, list[tuple[str, float]]] = {n: [] for n in at}
    for name, before in waits.items():
        for other, distance in before:
            after[other].append((name, distance))
    for name in sorted(at, key=lambda n: -at[n]):
        if after[name] and not waits[name]:
            at[name] = min(at[other] - distance for other, distance in after[name])


def _clash(blocks: Sequence[Block], places: Mapping[str, Place]) -> tuple[str, str] | None:
    names = [b.name for b in blocks]
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            if places[first].overlaps(places[second]):
                return first, second
    return None


def _parting(first: str, second: str, orders: list[Order], levels: list[Level]) -> Order:
    """Return the order that parts two boxes that clash.

    Where both are placed from one neighbour on an axis, the one that is fixed to it stays next to it; else
    they part across the axis on which they were placed.
    """
    fixed = {n: v.first for v in levels if v.shift for n in (v.second,)}
    for one, other in ((first, second), (second, first)):
        for order in orders:
            if one in fixed and order.axis == "y" and other == order.second and order.first == fixed[one]:
                return Order("y", one, other)
    axis = _free_axis(first, second, orders, levels)
    return Order(axis, *((first, second) if axis == "x" else (second, first)))


def _free_axis(first: str, second: str, orders: list[Order], levels: list[Level]) -> Axis:
    """Return the axis on which two boxes that clash may part: not the one on which they stand in line."""
    tied = {v.axis for v in levels if {v.first, v.second} == {first, second}}
    if tied == {"x"}:
        return "y"
    placed_up = any(o.axis == "y" and {o.first, o.second} & {first, second} for o in orders)
    return "x" if tied == {"y"} or placed_up or not any(o.axis == "x" for o in orders) else "y"


def _without(levels: list[Level], axis: Axis, pair: tuple[str, str]) -> list[Level]:
    """Return what is said of lines without the wish that keeps the second of a pair where it clashes.

    What is fixed to a neighbour stays fixed.
    """
    for name in reversed(pair):
        held = [v for v in levels if v.axis == axis and not v.shift and name in (v.first, v.second)]
        if held:
            return [v for v in levels if v not in held]
    return levels


def spaced(sizes: Sequence[float], gap: float = GAP) -> list[float]:
    """Return the centres of things of some sizes set in a row about 0.

    >>> spaced([2.0, 4.0], 1.0)
    [-2.5, 1.5]
    """
    total = sum(sizes) + gap * (len(sizes) - 1)
    centers, at = [], -total / 2
    for size in sizes:
        centers.append(at + size / 2)
        at += size + gap
    return centers
