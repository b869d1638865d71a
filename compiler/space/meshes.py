"""Triangles on a surface, and lines across them: how curves without a closed form are found before they are mended.

Source: Doi and Koide, marching tetrahedra, 1991, on cubes cut into six by their diagonal (Kuhn).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import numpy.typing as npt

from .camera import XYZ, Array
from .fields import Field, settled

CELLS = 30
"""Cubes along the longest side of a box."""
Ints = npt.NDArray[np.int64]
_CORNERS = np.array([(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)])
_TETRAHEDRA = np.array([[0, *np.cumsum([4 >> axis for axis in order])] for order in permutations(range(3))])
"""The corners of the six tetrahedra along the ways from corner 000 to corner 111, as indices of corners."""


@dataclass(frozen=True, eq=False)
class Mesh:
    """Places on a surface, and the triangles between them."""

    places: Array
    triangles: Ints


def mesh_of(field: Field, low: XYZ, high: XYZ) -> Mesh:
    """Return the triangles of a field's surface inside a box."""
    span = np.subtract(high, low)
    counts = np.maximum(4, np.ceil(CELLS * span / span.max()).astype(int))
    grids = [np.linspace(a, b, n + 1) for a, b, n in zip(low, high, counts)]
    nodes = np.stack(np.meshgrid(*grids, indexing="ij"), axis=-1).reshape(-1, 3)
    values = field.value(nodes)
    values = np.where(values == 0, 1e-12, values)
    corners = _cells(counts)
    signs = values[corners] > 0
    mixed = np.isfinite(values[corners]).all(axis=1) & signs.any(axis=1) & ~signs.all(axis=1)
    tetrahedra = corners[mixed][:, _TETRAHEDRA].reshape(-1, 4)
    edges = np.concatenate(list(_cut(tetrahedra, values)))
    pairs, triangles = np.unique(edges.reshape(-1, 2) @ [len(nodes), 1], return_inverse=True)
    a, b = pairs // len(nodes), pairs % len(nodes)
    share = values[a] / (values[a] - values[b])
    places = nodes[a] + share[:, None] * (nodes[b] - nodes[a])
    return Mesh(settled(places, field, steps=2), triangles.reshape(-1, 3))


def _cells(counts: Ints) -> Ints:
    """Return the node indices `(cells, 8)` of all cubes."""
    strides = np.array([(counts[1] + 1) * (counts[2] + 1), counts[2] + 1, 1])
    first = np.stack(np.meshgrid(*(np.arange(n) for n in counts), indexing="ij"), axis=-1).reshape(-1, 3)
    return np.asarray((first @ strides)[:, None] + (_CORNERS @ strides)[None, :])


def _cut(tetrahedra: Ints, values: Array) -> Iterator[Ints]:
    """Yield triangles `(n, 3, 2)` whose corners are edges of tetrahedra, each edge as two ascending nodes."""
    inside = values[tetrahedra] > 0
    order = np.argsort(~inside, axis=1, kind="stable")
    ordered = np.take_along_axis(tetrahedra, order, axis=1)
    count = inside.sum(axis=1)
    yield np.zeros((0, 3, 2), dtype=np.int64)
    for many, corners in (
        (1, [(0, 1), (0, 2), (0, 3)]), (3, [(3, 0), (3, 1), (3, 2)]),
        (2, [(0, 2), (0, 3), (1, 3)]), (2, [(0, 2), (1, 3), (1, 2)]),
    ):  # fmt: skip
        chosen = ordered[count == many]
        yield np.sort(chosen[:, np.array(corners)], axis=-1)


def lines_on(mesh: Mesh, values: Array) -> list[Array]:
    """Return the lines on a mesh along which a function given at its places is zero; a closed one ends where it starts."""
    triangles = mesh.triangles
    at = np.where(values == 0, 1e-12, values)
    signs = at[triangles] > 0
    good = np.isfinite(at[triangles]).all(axis=1)
    count = signs.sum(axis=1)
    mixed = good & ((count == 1) | (count == 2))
    triangles, signs, count = triangles[mixed], signs[mixed], count[mixed]
    if not len(triangles):
        return []
    lone = np.argmax(signs == (count == 1)[:, None], axis=1)
    rows = np.arange(len(triangles))
    ends = [np.stack([triangles[rows, lone], triangles[rows, (lone + k) % 3]], axis=-1) for k in (1, 2)]
    pairs = np.sort(np.stack(ends, axis=1), axis=-1)
    codes, segments = np.unique(pairs.reshape(-1, 2) @ [len(mesh.places), 1], return_inverse=True)
    a, b = codes // len(mesh.places), codes % len(mesh.places)
    share = at[a] / (at[a] - at[b])
    places = mesh.places[a] + share[:, None] * (mesh.places[b] - mesh.places[a])
    return [places[chain] for chain in chains(segments.reshape(-1, 2).tolist())]


def chains(segments: list[list[int]]) -> list[list[int]]:
    """Return segments, each between two numbered ends, joined to chains.

    >>> chains([[0, 1], [2, 1], [5, 6]])
    [[0, 1, 2], [5, 6]]
    """
    beside: dict[int, list[int]] = {}
    for a, b in segments:
        if a != b:
            beside.setdefault(a, []).append(b)
            beside.setdefault(b, []).append(a)
    starts = sorted(beside, key=lambda end: (len(beside[end]) != 1, end))
    found: list[list[int]] = []
    for start in starts:
        while beside[start]:
            chain = [start]
            while beside[chain[-1]]:
                here = chain[-1]
                there = beside[here].pop()
                beside[there].remove(here)
                chain.append(there)
            found.append(chain)
    return found


def thinned(line: Array, least: float) -> Array:
    """Return a line without places that follow another more closely than `least`; both ends stay."""
    kept = [0]
    for k in range(1, len(line) - 1):
        if float(np.linalg.norm(line[k] - line[kept[-1]])) >= least:
            kept.append(k)
    if len(kept) > 1 and float(np.linalg.norm(line[-1] - line[kept[-1]])) < least / 2:
        kept.pop()
    return line[[*kept, len(line) - 1]]
