"""Chains of triangles with tangent circles: one problem for every solver, in plain numbers.

Triangle i stands on the base P[i] P[i+1] with apex Q[i]; its three sides are given, each base is perpendicular to
the one before, and a circle about I[i] touches its sides. The first base starts at the origin and lies level.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from diagrammar.compiler.system import Constraint, Slot, Statement, System

Array = npt.NDArray[np.float64]

SHORTEST, LONGEST = 12.0, 20.0
NEAR = 1.6
"""Standard deviation by which a near start misses the truth, in the unit of the sides."""
HOLDS = 1e-6
"""Of a side: what a solved chain may be off by."""


@dataclass(frozen=True)
class Chain:
    """The sides of each triangle: base, right leg, left leg; `(n, 3)`."""

    sides: Array

    @property
    def count(self) -> int:
        """Return the number of triangles."""
        return len(self.sides)


def chain(count: int, seed: int) -> Chain:
    """Return a chain of triangles that close."""
    rng = np.random.default_rng([count, seed])
    return Chain(rng.uniform(SHORTEST, LONGEST, (count, 3)))


def truth(problem: Chain) -> Array:
    """Return one drawing: P[0..n], Q[0..n-1], I[0..n-1] as rows `(3n + 1, 2)`."""
    joints, apexes, centers = [np.zeros(2)], [], []
    for at, (base, right, left) in enumerate(problem.sides):
        along = np.array([1.0, 0.0]) if at % 2 == 0 else np.array([0.0, 1.0])
        start = joints[-1]
        end = start + base * along
        foot = (base * base + left * left - right * right) / (2 * base)
        height = math.sqrt(left * left - foot * foot)
        apex = start + foot * along + height * np.array([-along[1], along[0]])
        joints.append(end)
        apexes.append(apex)
        centers.append((base * apex + right * start + left * end) / (base + right + left))
    return np.array([*joints, *apexes, *centers])


def start(problem: Chain, seed: int, *, near: bool) -> Array:
    """Return where a rival begins: the truth, shaken; or anywhere in its extent."""
    rng = np.random.default_rng([problem.count, seed, 1])
    places = truth(problem)
    if near:
        return np.asarray(places + rng.normal(0.0, NEAR, places.shape))
    return np.asarray(rng.uniform(places.min(axis=0), places.max(axis=0), places.shape))


def worst(problem: Chain, places: Array) -> float:
    """Return by how much the worst condition fails, as a share of a side; either side of a base will do."""
    n = problem.count
    joints, apexes, centers = places[: n + 1], places[n + 1 : 2 * n + 1], places[2 * n + 1 :]
    starts, ends = joints[:-1], joints[1:]
    edges = ((starts, ends), (ends, apexes), (apexes, starts))
    lengths = np.array([np.hypot(*(b - a).T) for a, b in edges]).T
    bases = (ends - starts) / lengths[:, :1]
    turns = np.einsum("ij,ij->i", bases[:-1], bases[1:])
    reaches = np.array([_off(centers, a, b) for a, b in edges])
    faults = (
        np.abs(lengths - problem.sides).max() / SHORTEST,
        np.abs(turns).max(initial=0.0),
        (reaches.max(axis=0) - reaches.min(axis=0)).max() / SHORTEST,
    )
    return float(max(faults))


def _off(places: Array, a: Array, b: Array) -> Array:
    along = b - a
    to = places - a
    cross = along[:, 0] * to[:, 1] - along[:, 1] * to[:, 0]
    return np.asarray(np.abs(cross) / np.hypot(along[:, 0], along[:, 1]))


def system(problem: Chain, seed: int) -> System:
    """Return the chain as our solver gets it: nothing is said of where anything is."""
    n = problem.count
    slots = [Slot("P0.x", 0.0, free=False), Slot("P0.y", 0.0, free=False)]
    slots += [Slot(f"{at}", 0.0) for at in range(2 * (3 * n))]
    pairs = [(2 * at, 2 * at + 1) for at in range(3 * n + 1)]
    joints, apexes, centers = pairs[: n + 1], pairs[n + 1 : 2 * n + 1], pairs[2 * n + 1 :]
    constraints: list[Constraint] = []
    segments: list[tuple[int, int, int, int]] = []

    def number(value: float, *, free: bool) -> int:
        slots.append(Slot("", value, free))
        return len(slots) - 1

    def say(kernel: str, *places: int) -> None:
        constraints.append(Constraint(kernel, places, origin=len(constraints)))

    for at, sides in enumerate(problem.sides):
        a, b, c = joints[at], joints[at + 1], apexes[at]
        radius = number(4.0, free=True)
        for (p, q), side in zip(((a, b), (b, c), (c, a)), sides):
            segments.append((*p, *q))
            say("distance", *p, *q, number(float(side), free=False))
            say("tangent_line_circle", *p, *q, *centers[at], radius)
        if at:
            say("perpendicular", *joints[at - 1], *a, *a, *b)
        else:
            say("same", a[1], b[1])
    statements = tuple(Statement(f"{c.kernel} {at}") for at, c in enumerate(constraints))
    drawn = tuple(joints + apexes)
    return System(tuple(slots), tuple(constraints), statements, drawn, tuple(segments), seed)


def places_of(problem: Chain, values: tuple[float, ...]) -> Array:
    """Return the points of a layout of `system`, in the order of `truth`."""
    return np.array(values[: 2 * (3 * problem.count + 1)]).reshape(-1, 2)
