"""Paths that are neither straight nor elliptic: branches of conics, and curves that two surfaces share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from .camera import XYZ, Array
from .fields import Field, settled
from .hiding import Flags
from .paths import Path

PROBES = 129
HALVINGS = 23


class Curved:
    """What such paths have in common: where they meet something is found by looking, then by halving."""

    start: float
    end: float

    def at(self, t: Array) -> Array:
        """Return the places `(n, 3)` at parameters."""
        raise NotImplementedError

    def part(self, start: float, end: float) -> Path:
        """Return a piece of it."""
        raise NotImplementedError

    def on_plane(self, plane: Array) -> list[float]:
        """Return where it crosses a plane."""
        return changes(self, lambda places: places @ plane[:3] + plane[3] > 0)

    def on_quadric(self, quadric: Array) -> list[float]:
        """Return where it crosses a quadric."""

        def above(places: Array) -> Flags:
            homogeneous = np.column_stack([places, np.ones(len(places))])
            return np.asarray(np.einsum("ni,ij,nj->n", homogeneous, quadric, homogeneous) > 0, dtype=bool)

        return changes(self, above)


@dataclass(frozen=True, eq=False)
class Bent(Curved):
    """A branch of a hyperbola, `center + cosh t · e + sinh t · f`, or a parabola, `center + t · e + t² · f`."""

    form: Literal["hyperbola", "parabola"]
    center: XYZ
    e: XYZ
    f: XYZ
    start: float
    end: float

    def at(self, t: Array) -> Array:
        """Return the places at parameters."""
        t = np.asarray(t, dtype=float)
        one, two = (np.cosh(t), np.sinh(t)) if self.form == "hyperbola" else (t, t * t)
        out = np.multiply.outer(one, np.array(self.e)) + np.multiply.outer(two, np.array(self.f))
        return np.asarray(np.array(self.center) + out)

    def part(self, start: float, end: float) -> Bent:
        """Return a piece of it."""
        return Bent(self.form, self.center, self.e, self.f, start, end)


@dataclass(frozen=True, eq=False)
class Traced(Curved):
    """The curve on which two fields vanish, near places along it: every place of it satisfies both exactly."""

    places: Array
    one: Field
    other: Field
    start: float = 0.0
    end: float = 1.0

    def at(self, t: Array) -> Array:
        """Return the places at parameters."""
        t = np.asarray(t, dtype=float)
        steps = np.linspace(0.0, 1.0, len(self.places))
        rough = np.stack([np.interp(t, steps, self.places[:, axis]) for axis in range(3)], axis=-1)
        return settled(rough, self.one, self.other)

    def part(self, start: float, end: float) -> Traced:
        """Return a piece of it."""
        return Traced(self.places, self.one, self.other, start, end)


@dataclass(frozen=True, eq=False)
class Given(Curved):
    """A curve that a function of its parameter gives."""

    function: Callable[[Array], Array]
    start: float
    end: float

    def at(self, t: Array) -> Array:
        """Return the places at parameters."""
        return self.function(np.asarray(t, dtype=float))

    def part(self, start: float, end: float) -> Given:
        """Return a piece of it."""
        return Given(self.function, start, end)


def changes(
    path: Path, flag: Callable[[Array], Flags], probes: int = PROBES, halvings: int = HALVINGS
) -> list[float]:
    """Return the parameters at which a flag of the place changes along a path."""
    t = np.linspace(path.start, path.end, probes)
    flags = np.asarray(flag(path.at(t)), dtype=bool)
    at = np.flatnonzero(flags[:-1] != flags[1:])
    if not len(at):
        return []
    low, high, first = t[at], t[at + 1], flags[at]
    for _ in range(halvings):
        middle = (low + high) / 2
        same = np.asarray(flag(path.at(middle)), dtype=bool) == first
        low, high = np.where(same, middle, low), np.where(same, high, middle)
        if float((high - low).max()) < 1e-13 * max(1.0, abs(path.end - path.start)):
            break
    found: list[float] = ((low + high) / 2).tolist()
    return found
