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
    kept_orders, kept_levels = list(orders), list(levels)
    places = _placed(blocks, kept_orders, kept_levels)
    for _ in range(MOST_REPAIRS):
        clash = _clash(blocks, places)
        if clash is None:
            break
        first, second = clash
        axis = _free_axis(first, second, kept_orders, kept_levels)
        kept_levels = _without(kept_levels, axis, second)
        kept_orders.append(Order(axis, *((first, second) if axis == "x" else (second, first))))
        places = _placed(blocks, kept_orders, kept_levels)
    return places


def _placed(blocks: Sequence[Block], orders: list[Order], levels: list[Level]) -> dict[str, Place]:
    xs = _along("x", blocks, [o for o in orders if o.axis == "x"], [v for v in levels if v.axis == "x"])
    ys = _along("y", blocks, [o for o in orders if o.axis == "y"], [v for v in levels if v.axis == "y"])
    return {b.name: Place(xs[b.name], ys[b.name], b.half_width, b.half_height) for b in blocks}


def _along(axis: Axis, blocks: Sequence[Block], orders: list[Order], levels: list[Level]) -> dict[str, float]:
    """Return coordinates on one axis: each line of boxes as early as the orders let it, then drawn to its mates."""
    lines = _Lines(axis, blocks, levels)
    waits: dict[str, list[tuple[str, float]]] = {line: [] for line in lines.names}
    for order in orders:
        a, b = lines.of[order.first], lines.of[order.second]
        if a != b and not _reaches(waits, a, b):
            waits[b].append((a, lines.distance(order)))
    at = _longest(waits)
    _relax(at, waits)
    return {block.name: at[lines.of[block.name]] + lines.shift[block.name] for block in blocks}


class _Lines:
    """Boxes in line on one axis, under one name, each with its own shift from the line."""

    def __init__(self, axis: Axis, blocks: Sequence[Block], levels: list[Level]) -> None:
        self.half: Mapping[str, float] = {b.name: b.half(axis) for b in blocks}
        self.of = {b.name: b.name for b in blocks}
        self.shift = {b.name: 0.0 for b in blocks}
        for level in levels:
            self._join(level)
        self.names = tuple(dict.fromkeys(self.of.values()))

    def _join(self, level: Level) -> None:
        a, b = self.of[level.first], self.of[level.second]
        if a == b:
            return
        edges = level.edge * (self.half[level.first] - self.half[level.second])
        move = self.shift[level.first] + edges - self.shift[level.second]
        for name in [n for n, line in self.of.items() if line == b]:
            self.of[name] = a
            self.shift[name] += move

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
            if places[first].overlaps(places[second], 0.5):
                return first, second
    return None


def _free_axis(first: str, second: str, orders: list[Order], levels: list[Level]) -> Axis:
    """Return the axis on which two boxes that clash may part: not the one on which they stand in line."""
    tied = {v.axis for v in levels if {v.first, v.second} == {first, second}}
    above = {o.second for o in orders if o.axis == "y" and o.first in (first, second)}
    below = {o.first for o in orders if o.axis == "y" and o.second in (first, second)}
    if tied == {"x"}:
        return "y"
    return "x" if tied == {"y"} or above or below else "y" if any(o.axis == "x" for o in orders) else "x"


def _without(levels: list[Level], axis: Axis, name: str) -> list[Level]:
    return [v for v in levels if v.axis != axis or name not in (v.first, v.second)]


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
