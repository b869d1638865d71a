"""How much a solution can still move: the null space of its equations, and the rank behind it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..tolerances import RANK
from .jets import Array
from .plane import Pairs
from .program import Program

_DENSE_UP_TO = 500
"""Unknowns up to which a singular value decomposition is worth its time (about 20 ms there)."""


@dataclass(frozen=True)
class Freedom:
    """The directions that no equation resists, to first order."""

    basis: Array
    """`(unknowns, n)`, orthonormal; empty where only the whole plane moves, or the system is too large to decompose."""
    count: int
    """Degrees of freedom, the motions of the whole plane not counted."""


def freedom(equations: Program, numbers: Array, pairs: Pairs) -> Freedom:
    """Measure the freedom at a solution by numerical rank (counting rows in very large systems)."""
    width = len(equations.unknowns)
    if width == 0:
        return Freedom(np.empty((0, 0)), 0)
    if width > _DENSE_UP_TO:
        return Freedom(np.empty((width, 0)), max(width - equations.rows - 3, 0))
    jacobian = equations.dense(equations.linearise(numbers)[1])
    lengths = np.maximum(np.sqrt(np.einsum("ij,ij->i", jacobian, jacobian)), 1e-12)
    jacobian = jacobian / lengths[:, None]
    if not equations.rows:
        return Freedom(np.eye(width), width - _trivial(equations, numbers, pairs, jacobian))
    trivial = _trivial(equations, numbers, pairs, jacobian)
    if (
        equations.rows >= width - trivial
        and _rank(np.linalg.svd(jacobian, compute_uv=False)) == width - trivial
    ):
        return Freedom(np.empty((width, 0)), 0)
    _, sizes, right = np.linalg.svd(jacobian)
    rank = _rank(sizes)
    return Freedom(right[rank:].T, width - rank - trivial)


def _rank(sizes: Array) -> int:
    """Return how many singular values, the largest first, are not zero."""
    return int((sizes > RANK * sizes[0]).sum())


def _trivial(equations: Program, numbers: Array, pairs: Pairs, jacobian: Array) -> int:
    """Count the shifts and turns of the whole plane that the equations allow."""
    motions = _motions(numbers, pairs)
    fixed = np.ones(len(numbers), dtype=bool)
    fixed[equations.unknowns] = False
    resisted = np.vstack(
        [jacobian @ motions[equations.unknowns], motions[fixed & (motions != 0).any(axis=1)]]
    )
    sizes = np.linalg.svd(resisted, compute_uv=False) if len(resisted) else np.zeros(0)
    moving = np.linalg.matrix_rank(motions) if len(pairs) else 0
    return int(moving - (sizes > RANK).sum())


def _motions(numbers: Array, pairs: Pairs) -> Array:
    """Return what two shifts and a turn of the whole plane do to every number, `(numbers, 3)`."""
    motions = np.zeros((len(numbers), 3))
    x, y = pairs.T
    motions[x, 0] = 1.0
    motions[y, 1] = 1.0
    reach = max(float(np.abs(numbers[pairs]).max(initial=0.0)), 1.0)
    motions[x, 2] = -numbers[y] / reach
    motions[y, 2] = numbers[x] / reach
    return motions


def kicked(equations: Program, numbers: Array, pairs: Pairs, room: Freedom, reach: float, seed: int) -> Array:
    """Return numbers moved along the freedom that is left, in a direction that deforms the figure.

    The coordinate that moves most moves by `reach`; equations hold there to first order only.
    """
    whole = np.linalg.qr(_motions(numbers, pairs)[equations.unknowns])[0]
    rng = np.random.Generator(np.random.PCG64([seed, room.count]))
    way = room.basis @ rng.normal(size=room.basis.shape[1])
    way -= whole @ (whole.T @ way)
    moved = numbers.copy()
    moved[equations.unknowns] += way * (reach / max(float(np.abs(way).max(initial=0.0)), 1e-9))
    return moved
