"""A first place for every box: containers around their contents, statements, links, then rows."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from .flow import circled, flowing
from .order import ordered
from .plan import (
    GAP,
    Block,
    Heading,
    Hint,
    Inside,
    Level,
    Order,
    Place,
    Rest,
    Ring,
    Tie,
    box_around,
    clusters,
    settled,
    whole,
)
from .stiffen import stiffened

PADDING = 3.5
"""White between a container's edge and its contents."""
ASIDE = 3.0
"""White between things that rest on the same base."""
SHELF = 10.0
"""White between parts of the picture that nothing joins."""
PROPORTION = 1.6
"""Width over height that parts set in rows should roughly have."""


def arrange(blocks: Sequence[Block], hints: Iterable[Hint]) -> dict[str, Place]:
    """Return a place for every box, the whole centred on the origin.

    >>> a, b = Block("a", 5, 3), Block("b", 5, 3)
    >>> places = arrange([a, b], [Order("x", "a", "b")])
    >>> places["b"].x - places["a"].x
    16.0
    """
    if not blocks:
        return {}
    places = _Arranger(blocks, list(hints)).run()
    heads = {b.name: b.head for b in blocks}
    left, bottom, right, top = box_around(list(places.values()))
    centered = {n: p.moved(-(left + right) / 2, -(bottom + top) / 2) for n, p in places.items()}
    return {n: replace(p, head=heads[n]) for n, p in centered.items()}


def _rested(units: Sequence[Block], hints: Sequence[Hint]) -> tuple[list[Block], list[Hint]]:
    """Say of boxes that rest on others where they stand: side by side on a base that is wide enough."""
    blocks = {u.name: u for u in units}
    said: list[Hint] = [h for h in hints if not isinstance(h, Rest)]
    for base, loaded in _loads(hints).items():
        tops = _sorted_by(loaded, said)
        wide = sum(blocks[t].half_width for t in tops) + ASIDE / 2 * (len(tops) - 1)
        held = replace(blocks[base], half_width=max(blocks[base].half_width, wide))
        blocks[base] = held
        said += [Level("y", base, t, shift=blocks[t].half_height + held.half_height) for t in tops]
        said += [Order("x", a, b, ASIDE) for a, b in zip(tops, tops[1:])]
        said.append(Level("x", base, tops[0], 0 if len(tops) == 1 else -1))
    return list(blocks.values()), said


def _loads(hints: Iterable[Hint]) -> dict[str, list[str]]:
    """Return the boxes that rest on each box, the uppermost first; one that rests on two is put on the first."""
    base: dict[str, str] = {}
    for hint in hints:
        if isinstance(hint, Rest) and hint.top not in chain(hint.base, base):
            base.setdefault(hint.top, hint.base)
    depth = {top: len(chain(top, base)) for top in base}
    loads: dict[str, list[str]] = {}
    for top in sorted(base, key=lambda t: -depth[t]):
        loads.setdefault(base[top], []).append(top)
    return loads


def _sorted_by(names: Sequence[str], hints: Iterable[Hint]) -> list[str]:
    """Return boxes in the order from left to right that is stated of them, else as they come."""
    before: dict[str, set[str]] = {n: set() for n in names}
    for hint in hints:
        if isinstance(hint, Order) and hint.axis == "x" and hint.first in before and hint.second in before:
            before[hint.second].add(hint.first)
    found: list[str] = []
    while len(found) < len(names):
        rest = [n for n in names if n not in found]
        found.append(next((n for n in rest if before[n] <= set(found)), rest[0]))
    return found


def nesting(names: Container[str], hints: Iterable[Hint]) -> dict[str, str]:
    """Return what each box lies in: as was said, and for a box that touches another, where that one lies.

    >>> nesting("abc", [Inside("a", "b"), Rest("a", "c")])
    {'a': 'b', 'c': 'b'}
    """
    outer: dict[str, str] = {}
    hints = list(hints)
    for hint in hints:
        if not isinstance(hint, Inside) or hint.inner not in names or hint.outer not in names:
            continue
        if hint.inner not in outer and hint.inner not in chain(hint.outer, outer):
            outer[hint.inner] = hint.outer
    resting = [(h.top, h.base) for h in hints if isinstance(h, Rest)]
    touching = [(h.first, h.second) for h in hints if isinstance(h, Order) and h.gap == 0.0]
    for one, other in (*resting, *touching):
        for here, there in ((one, other), (other, one)):
            if (
                here in names
                and there in names
                and here not in outer
                and there in outer
                and here not in chain(there, outer)
            ):
                outer[here] = outer[there]
    return outer


def chain(name: str, outer: Mapping[str, str]) -> list[str]:
    """Return a box and all that it lies in, the innermost first."""
    found = [name]
    while found[-1] in outer:
        found.append(outer[found[-1]])
    return found


class _Arranger:
    """Boxes as a forest of containers; each level is arranged by itself, the inner ones first."""

    def __init__(self, blocks: Sequence[Block], hints: list[Hint]) -> None:
        self.blocks = {b.name: b for b in blocks}
        self.hints = hints
        self.rings = {f"ring@{n}": h for n, h in enumerate(hints) if isinstance(h, Ring)}
        self.way = next((h.way for h in hints if isinstance(h, Heading)), "")
        self.outer = nesting(self.blocks, hints)
        for name, ring in self.rings.items():
            self.blocks[name] = Block(name, 0.0, 0.0)
            for member in ring.names:
                if member in self.blocks and member not in self.outer:
                    self.outer[member] = name

    def run(self) -> dict[str, Place]:
        places = self.level("")
        return {n: p for n, p in places.items() if n not in self.rings}

    def level(self, outer: str) -> dict[str, Place]:
        """Return places of all that lies in a container, at any depth, about its own origin."""
        names = [n for n in self.blocks if self.outer.get(n, "") == outer]
        inner = {n: found for n in names if (found := self.level(n))}
        units = [self._around(self.blocks[n], inner[n]) if n in inner else self.blocks[n] for n in names]
        places = (
            self._ring(outer, units) if outer in self.rings else _level(units, self._lifted(names), self.way)
        )
        for name, contents in inner.items():
            places.update(settled(contents, places[name], self.blocks[name].head))
        return places

    def _ring(self, name: str, units: Sequence[Block]) -> dict[str, Place]:
        by_name = {u.name: u for u in units}
        members = [by_name[n] for n in self.rings[name].names if n in by_name]
        rooms = [h.room for h in self.hints if isinstance(h, Tie)]
        return circled(members, room=max(rooms, default=0.0), clockwise=self.rings[name].clockwise)

    def _around(self, block: Block, contents: Mapping[str, Place]) -> Block:
        """Return a container large enough for what lies in it."""
        left, bottom, right, top = box_around(list(contents.values()))
        padding = 0.0 if block.name in self.rings else PADDING
        width = max(block.half_width, (right - left) / 2 + padding)
        height = max(block.half_height, (top - bottom + block.head) / 2 + padding)
        return replace(block, half_width=width, half_height=height)

    def _lifted(self, names: Sequence[str]) -> list[Hint]:
        """Return what is said between the boxes of one level, or between things that lie in them."""
        here = set(names)
        found: list[Hint] = []
        for hint in self.hints:
            if isinstance(hint, Order | Level):
                a, b = (self._at(n, here) for n in (hint.first, hint.second))
                if a and b and a != b and (isinstance(hint, Order) or (a, b) == (hint.first, hint.second)):
                    found.append(replace(hint, first=a, second=b))
            elif isinstance(hint, Rest):
                a, b = (self._at(n, here) for n in (hint.top, hint.base))
                if a and b and a != b:
                    found.append(Rest(a, b))
            elif isinstance(hint, Tie):
                a, b = (self._at(n, here) for n in (hint.start, hint.end))
                if a and b and a != b:
                    found.append(replace(hint, start=a, end=b))
        return found

    def _at(self, name: str, level: set[str]) -> str:
        return next((n for n in chain(name, self.outer) if n in level), "") if name in self.blocks else ""


def _level(units: Sequence[Block], hints: Sequence[Hint], way: str) -> dict[str, Place]:
    """Return places of the boxes of one level: clusters, then links between clusters, then rows."""
    names = [u.name for u in units]
    units, hints = _rested(units, hints)
    units, hints, flows = stiffened(units, hints, way)
    orders = [h for h in hints if isinstance(h, Order)]
    levels = [h for h in hints if isinstance(h, Level)]
    ties = [h for h in hints if isinstance(h, Tie)]
    pairs = [(o.first, o.second) for o in orders] + [(v.first, v.second) for v in levels]
    groups = clusters(units, pairs)
    inner: dict[str, dict[str, Place]] = {}
    home: dict[str, str] = {}
    for cluster in groups:
        held = {b.name for b in cluster}
        inner[cluster[0].name] = ordered(
            cluster, [o for o in orders if o.first in held], [v for v in levels if v.first in held]
        )
        home.update(dict.fromkeys(held, cluster[0].name))
    hung = {u.name for u in units if u.hangs}
    wholes = [whole(name, at, hangs=len(at) == 1 and name in hung) for name, at in inner.items()]
    joined = [replace(t, start=home[t.start], end=home[t.end]) for t in ties]
    outer = _parts(wholes, [t for t in joined if t.start != t.end], way)
    places = {}
    for name, contents in inner.items():
        places.update(settled(contents, outer[name], 0.0))
    for name, flow in flows.items():
        places.update(settled(flow, places.pop(name), 0.0))
    return {name: places[name] for name in names}


def _parts(wholes: Sequence[Block], ties: Sequence[Tie], way: str) -> dict[str, Place]:
    """Return what links join as flows, and the flows in rows."""
    parts = clusters(wholes, [(t.start, t.end) for t in ties])
    flows: dict[str, dict[str, Place]] = {}
    for part in parts:
        held = {b.name for b in part}
        own = [t for t in ties if t.start in held]
        flows[part[0].name] = flowing(part, own, way) if own else {part[0].name: _still(part[0])}
    hung = {b.name for b in wholes if b.hangs}
    shelves = shelved([whole(name, flow, hangs=name in hung) for name, flow in flows.items()])
    places = {}
    for name, flow in flows.items():
        places.update(settled(flow, shelves[name], 0.0))
    return places


def _still(block: Block) -> Place:
    return Place(0.0, 0.0, block.half_width, block.half_height)


def shelved(blocks: Sequence[Block]) -> dict[str, Place]:
    """Return boxes in rows of even number from the upper left, each row and the whole centred."""
    if not blocks:
        return {}
    per_row = _per_row(blocks)
    places: dict[str, Place] = {}
    y = 0.0
    for k in range(0, len(blocks), per_row):
        row = blocks[k : k + per_row]
        high = max(b.half_height for b in row)
        y -= high
        x = -(sum(2 * b.half_width for b in row) + SHELF * (len(row) - 1)) / 2
        hung = all(b.hangs for b in row)
        for block in row:
            lift = high - block.half_height if hung else 0.0
            places[block.name] = Place(x + block.half_width, y + lift, block.half_width, block.half_height)
            x += 2 * block.half_width + SHELF
        y -= high + SHELF
    return places


def _per_row(blocks: Sequence[Block]) -> int:
    """Return how many boxes a row should hold for the whole to have good proportions."""

    def fault(count: int) -> float:
        rows = [blocks[k : k + count] for k in range(0, len(blocks), count)]
        width = max(sum(2 * b.half_width + SHELF for b in row) for row in rows)
        height = sum(2 * max(b.half_height for b in row) + SHELF for row in rows)
        ragged = 0.15 * (len(rows) * count - len(blocks))
        return abs(math.log(width / height / PROPORTION)) + ragged + (2.0 if width > 170 else 0.0)

    return min(range(1, len(blocks) + 1), key=lambda n: (fault(n), -n))


__all__ = ["GAP", "arrange", "shelved"]
