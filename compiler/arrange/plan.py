"""What is known about boxes before anything is solved: their sizes, and what was said of their places.

An arrangement is a good place to begin: the solver takes it from there and checks every statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Axis = Literal["x", "y"]

GAP = 6.0
"""White between neighbouring boxes, in millimetres."""


@dataclass(frozen=True)
class Block:
    """A box to be placed; half sizes in millimetres."""

    name: str
    half_width: float
    half_height: float
    head: float = 0.0
    """Height at its top that its contents must leave free, for its own text."""
    hangs: bool = False
    """Whether it stands on the common top of a row of such, as tables do."""

    def half(self, axis: Axis) -> float:
        """Return half its size along an axis."""
        return self.half_width if axis == "x" else self.half_height


@dataclass(frozen=True)
class Order:
    """One box comes before another: left of it, or below it; `gap` millimetres at least between them."""

    axis: Axis
    first: str
    second: str
    gap: float = GAP
    guessed: bool = False
    """Whether the side is only a guess, which gives way to what was said."""


@dataclass(frozen=True)
class Level:
    """Two boxes keep to one line: centres, or lower (-1) or upper (+1) edges, along the axis agree."""

    axis: Axis
    first: str
    second: str
    edge: int = 0
    shift: float = 0.0
    """How far the second stands beyond the first, in millimetres."""


@dataclass(frozen=True)
class Rest:
    """One box stands on another, touching it."""

    top: str
    base: str


@dataclass(frozen=True)
class Inside:
    """One box lies in another."""

    inner: str
    outer: str


@dataclass(frozen=True)
class Loose:
    """Two boxes that may overlap."""

    first: str
    second: str


@dataclass(frozen=True)
class Tie:
    """A link between two boxes; `room` is what its text needs along the way, in millimetres."""

    start: str
    end: str
    directed: bool = False
    room: float = 0.0


@dataclass(frozen=True)
class Ring:
    """Boxes in a circle, beginning at the top."""

    names: tuple[str, ...]
    clockwise: bool = True


@dataclass(frozen=True)
class Heading:
    """Which way links run: `right` or `down`."""

    way: Literal["right", "down"]


Hint: TypeAlias = Order | Level | Rest | Inside | Loose | Tie | Ring | Heading


@dataclass(frozen=True)
class Place:
    """Where a box begins: its centre, and its half sizes (larger than asked if it contains others)."""

    x: float
    y: float
    half_width: float
    half_height: float
    head: float = 0.0
    """Height at its top that is taken by its own text."""

    def center(self, axis: Axis) -> float:
        """Return where its centre is on an axis."""
        return self.x if axis == "x" else self.y

    def half(self, axis: Axis) -> float:
        """Return half its size along an axis."""
        return self.half_width if axis == "x" else self.half_height

    def moved(self, dx: float, dy: float) -> Place:
        """Return the place moved."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def overlaps(self, other: Place, gap: float = 0.0) -> bool:
        """Whether two boxes are closer than `gap`."""
        across = abs(self.x - other.x) - self.half_width - other.half_width
        up = abs(self.y - other.y) - self.half_height - other.half_height
        return max(across, up) < gap - 1e-6


def box_around(places: list[Place]) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of some places.

    >>> box_around([Place(0, 0, 2, 1), Place(5, 0, 1, 3)])
    (-2, -3, 6, 3)
    """
    return (
        min(p.x - p.half_width for p in places),
        min(p.y - p.half_height for p in places),
        max(p.x + p.half_width for p in places),
        max(p.y + p.half_height for p in places),
    )


def whole(name: str, places: Mapping[str, Place], *, hangs: bool = False) -> Block:
    """Return the box around some places as one to be placed."""
    left, bottom, right, top = box_around(list(places.values()))
    return Block(name, (right - left) / 2, (top - bottom) / 2, hangs=hangs)


def settled(contents: Mapping[str, Place], outer: Place, head: float) -> dict[str, Place]:
    """Return contents moved to the middle of their container, below its text."""
    left, bottom, right, top = box_around(list(contents.values()))
    dx, dy = outer.x - (left + right) / 2, outer.y - head / 2 - (bottom + top) / 2
    return {n: p.moved(dx, dy) for n, p in contents.items()}


def clusters(blocks: Sequence[Block], pairs: Iterable[tuple[str, str]]) -> list[list[Block]]:
    """Split boxes by what pairs join, in the order of the first of each."""
    root = {b.name: b.name for b in blocks}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    order = {b.name: k for k, b in enumerate(blocks)}
    for a, b in pairs:
        low, high = sorted((find(a), find(b)), key=order.__getitem__)
        root[high] = low
    found: dict[str, list[Block]] = {}
    for block in blocks:
        found.setdefault(find(block.name), []).append(block)
    return list(found.values())
