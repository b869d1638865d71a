"""Boxes joined by links: a circle for a plain cycle, else layers along the links.

Source: layering by longest path and ordering by barycentres after Sugiyama, Tagawa and Toda (1981).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .order import spaced
from .plan import GAP, Block, Place, Tie, box_around

BETWEEN = 11.0
"""Room for an arrow between two layers, in millimetres."""
FLATTEST = 3.5
"""How far a link may go across for each millimetre along: a wide fan has more room between its layers."""
SWEEPS = 6
WIDEST = 150.0
"""Millimetres beyond which layers run down, or a chain is broken into rows."""


def flowing(blocks: Sequence[Block], ties: Sequence[Tie], way: str = "") -> dict[str, Place]:
    """Return places for boxes that links join into one component."""
    if (cycle := _plain_cycle(blocks, ties)) is not None:
        return circled(cycle, room=max(t.room for t in ties))
    layers = _layers(blocks, ties)
    across = _set(layers, ties, down=False)
    if way == "right" or (way == "" and _width(across) <= WIDEST):
        return across
    if way == "" and all(len(layer) == 1 for layer in layers):
        return _snaked([layer[0] for layer in layers], ties)
    return _set(layers, ties, down=True)


def _width(places: Mapping[str, Place]) -> float:
    left, _, right, _ = box_around(list(places.values()))
    return right - left


def _plain_cycle(blocks: Sequence[Block], ties: Sequence[Tie]) -> list[Block] | None:
    """Return the boxes in their order if the links make one cycle and nothing else."""
    if len(blocks) < 3 or len(ties) != len(blocks):
        return None
    by_name = {b.name: b for b in blocks}
    steps: dict[str, list[str]] = {b.name: [] for b in blocks}
    for tie in ties:
        steps[tie.start].append(tie.end)
        steps[tie.end].append(tie.start)
    if any(len(set(s)) != 2 for s in steps.values()):
        return None
    start = blocks[0].name
    forward = next((t.end for t in ties if t.start == start), steps[start][0])
    order, here = [start], forward
    while here != start:
        order.append(here)
        here = next(s for s in steps[here] if s != order[-2])
    return [by_name[name] for name in order] if len(order) == len(blocks) else None


def circled(blocks: Sequence[Block], *, room: float = 0.0, clockwise: bool = True) -> dict[str, Place]:
    """Return places on an ellipse that begins at the top, wide enough for the boxes and the arrows between."""
    count = len(blocks)
    wide = max(b.half_width for b in blocks)
    high = max(b.half_height for b in blocks)
    step = math.pi / count
    gap = max(BETWEEN, 0.6 * room)
    up = max((2 * high + gap) / (2 * math.sin(step)), high + 0.6 * gap, 14.0)
    across = max((2 * wide + gap) / (2 * math.sin(step)) * 0.8, up)
    turn = -1 if clockwise else 1
    places = {}
    for k, block in enumerate(blocks):
        theta = math.pi / 2 + turn * 2 * math.pi * k / count
        places[block.name] = Place(
            across * math.cos(theta), up * math.sin(theta), block.half_width, block.half_height
        )
    return places


def _layers(blocks: Sequence[Block], ties: Sequence[Tie]) -> list[list[Block]]:
    """Return boxes by their longest way from a start; links that go back do not count."""
    forward = _acyclic([b.name for b in blocks], ties)
    rank = {b.name: 0 for b in blocks}
    for _ in blocks:
        for a, b in forward:
            rank[b] = max(rank[b], rank[a] + 1)
    _draw_close(rank, forward)
    layers: list[list[Block]] = [[] for _ in range(max(rank.values()) + 1)]
    for block in blocks:
        layers[rank[block.name]].append(block)
    return [layer for layer in layers if layer]


def _draw_close(rank: dict[str, int], forward: Sequence[tuple[str, str]]) -> None:
    """Move starts right before the first thing that they lead to."""
    for name in [n for n in rank if not any(b == n for _, b in forward)]:
        after = [rank[b] for a, b in forward if a == name]
        if after:
            rank[name] = min(after) - 1


def _acyclic(names: Sequence[str], ties: Sequence[Tie]) -> list[tuple[str, str]]:
    """Return the links without those that lead back on the way from the first things on."""
    after: dict[str, list[str]] = {n: [] for n in names}
    for tie in ties:
        if tie.end not in after[tie.start]:
            after[tie.start].append(tie.end)
    entered = {t.end for t in ties if t.directed}
    state: dict[str, int] = {}
    forward: list[tuple[str, str]] = []
    for root in sorted(names, key=lambda n: n in entered):
        stack = [(root, iter(after[root]))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            here, rest = stack[-1]
            found = next(rest, None)
            if found is None:
                state[here] = 2
                stack.pop()
                continue
            if state.get(found) == 1:
                continue
            forward.append((here, found))
            if found not in state:
                state[found] = 1
                stack.append((found, iter(after[found])))
    return forward


def _set(layers: list[list[Block]], ties: Sequence[Tie], *, down: bool) -> dict[str, Place]:
    """Return layers side by side (or one below the other), each ordered and aligned by its neighbours."""
    near = _neighbours(ties)
    for sweep in range(SWEEPS):
        run = layers if sweep % 2 == 0 else layers[::-1]
        for before, here in zip(run, run[1:]):
            at = {b.name: k for k, b in enumerate(before)}
            wanted = {
                b.name: _mean([at[n] for n in near.get(b.name, ()) if n in at], k) for k, b in enumerate(here)
            }
            here.sort(key=lambda b: wanted[b.name])
    depth = [max(b.half_height if down else b.half_width for b in layer) for layer in layers]
    rows = _tree_rows(layers, ties, down) or _rows(layers, near, down)
    gaps = [
        max(_gap(a, b, ties, down), _reach(a, b, ties, rows) / FLATTEST) for a, b in zip(layers, layers[1:])
    ]
    places: dict[str, Place] = {}
    along = 0.0
    for k, layer in enumerate(layers):
        along += depth[k] + (depth[k - 1] + gaps[k - 1] if k else 0.0)
        for block in layer:
            across = rows[block.name]
            x, y = (across, -along) if down else (along, -across)
            places[block.name] = Place(x, y, block.half_width, block.half_height)
    return places


def _neighbours(ties: Sequence[Tie]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for tie in ties:
        near.setdefault(tie.start, []).append(tie.end)
        near.setdefault(tie.end, []).append(tie.start)
    return near


def _mean(numbers: Sequence[float], default: float) -> float:
    return sum(numbers) / len(numbers) if numbers else default


def _gap(before: Sequence[Block], after: Sequence[Block], ties: Sequence[Tie], down: bool) -> float:
    """Return the room that the arrows between two layers need for their texts."""
    rooms = (t.room for t in _between(before, after, ties))
    return max([BETWEEN, *(r + 5.0 for r in rooms)]) if not down else BETWEEN + 1.0


def _between(before: Sequence[Block], after: Sequence[Block], ties: Sequence[Tie]) -> list[Tie]:
    """Return the links that join two layers."""
    here, there = {b.name for b in before}, {b.name for b in after}
    return [t for t in ties if {t.start, t.end} & here and {t.start, t.end} & there]


def _reach(
    before: Sequence[Block], after: Sequence[Block], ties: Sequence[Tie], rows: Mapping[str, float]
) -> float:
    """Return how far the links between two layers go across at most."""
    return max((abs(rows[t.start] - rows[t.end]) for t in _between(before, after, ties)), default=0.0)


def _tree_rows(layers: Sequence[Sequence[Block]], ties: Sequence[Tie], down: bool) -> dict[str, float] | None:
    """Return the place of every box of a tree across its layer, each over the middle of what hangs on it; else nothing.

    Every branch has a strip of its own. Source: the aesthetics of Wetherell and Shannon, "Tidy drawings of
    trees" (1979).
    """
    rank = {b.name: n for n, layer in enumerate(layers) for b in layer}
    order = {b.name: k for layer in layers for k, b in enumerate(layer)}
    pairs = {tuple(sorted((t.start, t.end), key=rank.__getitem__)) for t in ties}
    parents = {child: parent for parent, child in pairs}
    if len(layers[0]) != 1 or len(pairs) != len(rank) - 1 or len(parents) != len(pairs):
        return None
    if any(rank[child] - rank[parent] != 1 for child, parent in parents.items()):
        return None
    hanging: dict[str, list[str]] = {name: [] for name in rank}
    for child in sorted(parents, key=order.__getitem__):
        hanging[parents[child]].append(child)
    reach: dict[str, tuple[float, float]] = {}
    shift: dict[str, float] = {}
    for block in (b for layer in reversed(layers) for b in layer):
        half = block.half_width if down else block.half_height
        below = hanging[block.name]
        places = even([reach[child] for child in below], GAP)
        middle = (places[0] + places[-1]) / 2 if places else 0.0
        shift.update((child, place - middle) for child, place in zip(below, places))
        left = max([half, *(reach[child][0] - shift[child] for child in below)])
        reach[block.name] = (left, max([half, *(reach[child][1] + shift[child] for child in below)]))
    at = {layers[0][0].name: 0.0}
    for block in (b for layer in layers for b in layer):
        at.update((child, at[block.name] + shift[child]) for child in hanging[block.name])
    return at


def even(reaches: Sequence[tuple[float, float]], gap: float) -> list[float]:
    """Return the places of things side by side, in equal steps, that reach so far to either side of their places.

    >>> even([(1.0, 2.0), (3.0, 1.0), (1.0, 1.0)], 1.0)
    [0.0, 6.0, 12.0]
    """
    step = max((one[1] + gap + other[0] for one, other in pairwise(reaches)), default=0.0)
    return [step * k for k in range(len(reaches))]


def _rows(layers: Sequence[Sequence[Block]], near: Mapping[str, list[str]], down: bool) -> dict[str, float]:
    """Return the place of every box across its layer: near its neighbours, in order, without overlap."""
    at: dict[str, float] = {}
    sizes = {b.name: 2 * (b.half_width if down else b.half_height) for layer in layers for b in layer}
    for layer in layers:
        at.update(zip((b.name for b in layer), spaced([sizes[b.name] for b in layer], GAP)))
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else layers[::-1]:
            wanted = [_mean([at[n] for n in near.get(b.name, ()) if n in at], at[b.name]) for b in layer]
            at.update(zip((b.name for b in layer), pushed(wanted, [sizes[b.name] for b in layer], GAP)))
    return at


def pushed(wanted: Sequence[float], sizes: Sequence[float], gap: float) -> list[float]:
    """Return positions as near to the wanted ones as order and sizes allow (pool adjacent violators).

    >>> pushed([0.0, 0.0], [2.0, 2.0], 1.0)
    [-1.5, 1.5]
    """
    offsets, at = [0.0], 0.0
    for a, b in zip(sizes, sizes[1:]):
        at += (a + b) / 2 + gap
        offsets.append(at)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before, n = pools.pop()
            total, count = total + before, count + n
        pools.append((total, count))
    bases = [total / count for total, count in pools for _ in range(count)]
    return [base + offset for base, offset in zip(bases, offsets)]


def _snaked(chain: Sequence[Block], ties: Sequence[Tie]) -> dict[str, Place]:
    """Return a chain that is too long for one row in several, each running on from the end of the last."""
    gap = max(BETWEEN, *(t.room + 5.0 for t in ties))
    rows: list[list[Block]] = [[]]
    for block in chain:
        used = sum(2 * b.half_width + gap for b in rows[-1])
        if rows[-1] and used + 2 * block.half_width > WIDEST:
            rows.append([])
        rows[-1].append(block)
    per_row = math.ceil(len(chain) / len(rows))
    rows = [list(chain[k : k + per_row]) for k in range(0, len(chain), per_row)]
    columns = [max(r[k].half_width for r in rows if k < len(r)) for k in range(per_row)]
    xs = spaced([2 * c for c in columns], gap)
    places: dict[str, Place] = {}
    y = 0.0
    for n, row in enumerate(rows):
        high = max(b.half_height for b in row)
        y -= high
        for k, block in enumerate(row):
            column = k if n % 2 == 0 else per_row - 1 - k
            places[block.name] = Place(xs[column], y, block.half_width, block.half_height)
        y -= high + BETWEEN
    return places
