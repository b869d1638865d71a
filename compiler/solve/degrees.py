"""How well a figure is determined: its parts, what each leaves free, which statements follow from others.

Read off the Jacobian at a solution, to first order: a direction that no equation resists is free, a statement
whose rows lie in the span of those before it follows from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..system import Layout, Sort, System
from ..tolerances import RANK
from .jets import Array
from .parts import tied
from .plane import all_points
from .program import Program

_MOST_UNKNOWNS = 400
"""Beyond, a figure takes longer to take apart than anybody waits."""
_FOLLOWS = 1e-6
"""What is left of a unit row outside the span of others, below which it lies in it."""


@dataclass(frozen=True)
class Part:
    """Things that statements tie together."""

    names: tuple[str, ...]
    """Of the points, and of the numbers that are no coordinates."""
    free: tuple[str, ...]
    """What is left open once the part's place and turn are: `C anywhere`, `D along a curve`, `radius of k`."""
    follows: tuple[str, ...]
    """Statements that hold by the ones before them."""

    @property
    def standing(self) -> Literal["free", "determined", "overdetermined"]:
        """Whether statements leave something open, decide all, or say something twice."""
        if self.follows:
            return "overdetermined"
        return "free" if self.free else "determined"


def degrees(system: System, layout: Layout) -> tuple[Part, ...]:
    """Return the parts of a solved system, in the order of their first slots; none of one that is too large.

    >>> from ..system import Constraint, Slot
    >>> slots = (Slot("A.x", 0.0, free=False), Slot("A.y", 0.0, free=False), Slot("B.x", 0.0), Slot("B.y", 0.0))
    >>> tie = Constraint("distance", (0, 1, 2, 3, 4))
    >>> system = System((*slots, Slot("5", 5.0, free=False)), (tie,), (), points=((0, 1), (2, 3)))
    >>> [part.free for part in degrees(system, Layout((0.0, 0.0, 5.0, 0.0, 5.0), ()))]
    [('B along a curve',)]
    """
    free = [at for at, slot in enumerate(system.slots) if slot.free]
    if not free or len(free) > _MOST_UNKNOWNS:
        return ()
    root = tied(system)
    groups: dict[int, list[int]] = {}
    for at in free:
        groups.setdefault(root[at], []).append(at)
    numbers = np.array(layout.values)
    parts = (_Determination(system, numbers, slots).part() for slots in groups.values())
    return tuple(part for part in parts if part.names or part.follows)


class _Determination:
    """One part, with its equations and its slopes."""

    def __init__(self, system: System, numbers: Array, slots: list[int]) -> None:
        self.system, self.numbers, self.slots = system, numbers, slots
        self.column = {slot: at for at, slot in enumerate(slots)}
        self.equations = [
            c
            for c in system.constraints
            if c.sort is Sort.EQUATION and not self.column.keys().isdisjoint(c.slots)
        ]
        program = Program(self.equations, slots, len(numbers))
        with np.errstate(all="ignore"):
            slopes = program.dense(program.linearise(numbers)[1])
        sizes = np.linalg.norm(slopes, axis=1, keepdims=True)
        self.slopes = np.where(sizes > RANK, slopes / np.maximum(sizes, RANK), 0.0)
        self.owners = [self.equations[at] for at in program.owner]
        self.points = [
            (int(x), int(y)) for x, y in all_points(system) if x in self.column or y in self.column
        ]

    def part(self) -> Part:
        """Return what is open and what is said twice."""
        return Part(tuple(self._names()), tuple(self._free()), tuple(self._follows()))

    def _names(self) -> Iterator[str]:
        paired = {slot for point in self.points for slot in point}
        yield from dict.fromkeys(self._name(x) for x, _ in self.points)
        others = (slot for slot in self.slots if slot not in paired and "." in self.system.slots[slot].name)
        yield from dict.fromkeys(self._name(slot) for slot in others)

    def _name(self, slot: int) -> str:
        """Return the thing that a slot belongs to, and what of it the slot is."""
        thing, _, what = self.system.slots[slot].name.rpartition(".")
        if what in ("x", "y") and thing:
            return thing
        return f"{what} of {thing}" if thing else what or "a number"

    def _free(self) -> Iterator[str]:
        """Pin one thing after another, and name those that were free to move until then."""
        open_ways = self._open_ways()
        open_ways = _pinned(open_ways, self._rows(self._gauge(open_ways)))[1]
        for point in self.points:
            moves, open_ways = _pinned(open_ways, self._rows(self._units(point)))
            if moves:
                yield f"{self._name(point[0])} {'anywhere' if moves == 2 else 'along a curve'}"
        for slot in self.slots:
            moves, open_ways = _pinned(open_ways, self._rows(self._units((slot,))))
            if moves:
                yield self._name(slot)

    def _open_ways(self) -> Array:
        """Return a basis of the motions that no equation resists, `(unknowns, k)`."""
        if not len(self.slopes):
            return np.eye(len(self.slots))
        _, sizes, right = np.linalg.svd(self.slopes)
        rank = int((sizes > RANK * max(sizes[0], RANK)).sum())
        return np.asarray(right[rank:].T)

    def _gauge(self, open_ways: Array) -> list[dict[int, float]]:
        """Return what takes a figure's place and turn away, if it can be shifted and turned at all."""
        loose = [point for point in self.points if _pinned(open_ways, self._rows(self._units(point)))[0] == 2]
        if not loose or len(loose) < len(self.points):
            return []
        (x, y), pins = loose[0], self._units(loose[0])
        for u, v in loose[1:]:
            dx, dy = self.numbers[u] - self.numbers[x], self.numbers[v] - self.numbers[y]
            if abs(dx) + abs(dy) > RANK * self.system.extent:
                return [*pins, {u: -float(dy), v: float(dx)}]
        return pins

    def _units(self, slots: Iterable[int]) -> list[dict[int, float]]:
        return [{slot: 1.0} for slot in slots]

    def _rows(self, pins: list[dict[int, float]]) -> Array:
        rows = np.zeros((len(pins), len(self.slots)))
        for row, pin in enumerate(pins):
            for slot, weight in pin.items():
                if slot in self.column:
                    rows[row, self.column[slot]] = weight
        return rows

    def _follows(self) -> Iterator[str]:
        """Name the statements whose rows lie in the span of what was stated before."""
        span = np.empty((0, len(self.slots)))
        rows_of: dict[int, list[int]] = {}
        for row, owner in enumerate(self.owners):
            rows_of.setdefault(owner.origin, []).append(row)
        for origin in sorted(rows_of):
            rest = self.slopes[rows_of[origin]]
            rest = rest - (rest @ span.T) @ span
            sizes = np.linalg.norm(rest, axis=1)
            if origin >= 0 and sizes.max() < _FOLLOWS and self._says_something(rows_of[origin]):
                yield self.system.statements[origin].text
                continue
            span = np.vstack([span, _orthonormal(rest)])

    def _says_something(self, rows: list[int]) -> bool:
        return bool(np.linalg.norm(self.slopes[rows], axis=1).min() > RANK)


def _pinned(ways: Array, pins: Array) -> tuple[int, Array]:
    """Return how many motions some pins stop, and a basis of those that go on."""
    if not ways.shape[1] or not len(pins):
        return 0, ways
    _, sizes, right = np.linalg.svd(pins @ ways)
    stopped = int((sizes > RANK).sum())
    return stopped, np.asarray(ways @ right[stopped:].T)


def _orthonormal(rows: Array) -> Array:
    """Return an orthonormal basis of the span of rows."""
    _, sizes, right = np.linalg.svd(rows, full_matrices=False)
    return np.asarray(right[sizes > _FOLLOWS])
