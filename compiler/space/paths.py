"""Paths in space whose meetings with planes and quadrics are found exactly: straight pieces and ellipse arcs.

A circle or an ellipse in space is `center + cos t · e + sin t · f` with two conjugate half diameters, and stays
that under every parallel projection, so that its picture is exact as well.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from .camera import Array

WHOLE = 2 * math.pi


class Path(Protocol):
    """A curve in space over a range of its parameter."""

    @property
    def start(self) -> float:
        """Where its parameter begins."""
        ...

    @property
    def end(self) -> float:
        """Where its parameter ends."""
        ...

    def at(self, t: Array) -> Array:
        """Return the places `(n, 3)` at parameters."""
        ...

    def on_plane(self, plane: Array) -> list[float]:
        """Return the parameters at which the path meets a plane `n · P + d = 0`, given as (n, d)."""
        ...

    def on_quadric(self, quadric: Array) -> list[float]:
        """Return the parameters at which the path meets a quadric `Pᵀ Q P = 0`, P with a fourth coordinate 1."""
        ...

    def part(self, start: float, end: float) -> Path:
        """Return a piece of the path."""
        ...


@dataclass(frozen=True)
class Straight:
    """The straight piece from `a` to `b`, its parameter running from 0 to 1."""

    a: tuple[float, float, float]
    b: tuple[float, float, float]
    start: float = 0.0
    end: float = 1.0

    def at(self, t: Array) -> Array:
        """Return the places at parameters."""
        a, b = np.array(self.a), np.array(self.b)
        places: Array = a + np.multiply.outer(np.asarray(t, dtype=float), b - a)
        return places

    def on_plane(self, plane: Array) -> list[float]:
        """Return where the piece, prolonged, meets a plane."""
        here, there = (float(plane[:3] @ np.array(p) + plane[3]) for p in (self.a, self.b))
        return [here / (here - there)] if abs(here - there) > 1e-12 * (abs(here) + abs(there)) else []

    def on_planes(self, planes: Array) -> list[float]:
        """Return where the piece, prolonged, meets any of some planes."""
        here, there = (planes[:, :3] @ np.array(p) + planes[:, 3] for p in (self.a, self.b))
        apart = np.abs(here - there) > 1e-12 * (np.abs(here) + np.abs(there))
        found: list[float] = (here[apart] / (here - there)[apart]).tolist()
        return found

    def on_quadric(self, quadric: Array) -> list[float]:
        """Return where the piece, prolonged, meets a quadric."""
        origin, way = np.array((*self.a, 1.0)), np.array((*np.subtract(self.b, self.a), 0.0))
        return real_roots(way @ quadric @ way, 2 * origin @ quadric @ way, origin @ quadric @ origin)

    def part(self, start: float, end: float) -> Straight:
        """Return a piece of it."""
        return Straight(self.a, self.b, start, end)


@dataclass(frozen=True)
class Round:
    """The arc `center + cos t · e + sin t · f` of an ellipse, t in radians from `start` to `end`."""

    center: tuple[float, float, float]
    e: tuple[float, float, float]
    f: tuple[float, float, float]
    start: float = 0.0
    end: float = WHOLE

    def at(self, t: Array) -> Array:
        """Return the places at parameters."""
        t = np.asarray(t, dtype=float)
        out = np.multiply.outer(np.cos(t), np.array(self.e)) + np.multiply.outer(np.sin(t), np.array(self.f))
        places: Array = np.array(self.center) + out
        return places

    def on_plane(self, plane: Array) -> list[float]:
        """Return where the arc meets a plane: A cos t + B sin t + C = 0."""
        a, b = (float(plane[:3] @ np.array(v)) for v in (self.e, self.f))
        c = float(plane[:3] @ np.array(self.center) + plane[3])
        reach = math.hypot(a, b)
        if reach < 1e-12 or abs(c) > reach:
            return []
        middle, off = math.atan2(b, a), math.acos(-c / reach)
        return self._within([middle - off, middle + off])

    def on_quadric(self, quadric: Array) -> list[float]:
        """Return where the arc meets a quadric: the roots of a trigonometric polynomial of degree 2."""
        o, e, f = np.array((*self.center, 1.0)), np.array((*self.e, 0.0)), np.array((*self.f, 0.0))
        ee, ff, ef = e @ quadric @ e, f @ quadric @ f, e @ quadric @ f
        oe, of, oo = o @ quadric @ e, o @ quadric @ f, o @ quadric @ o
        # With z = exp(it): cos t = (z + 1/z)/2, sin t = (z - 1/z)/2i; times z² this is a quartic in z.
        twice = complex((ee - ff) / 4, -ef / 2)
        once = complex(oe, -of)
        level = oo + (ee + ff) / 2
        scale = max(abs(twice), abs(once), abs(level))
        if scale < 1e-12:
            return []
        roots = np.roots(np.array([twice, once, level, once.conjugate(), twice.conjugate()]) / scale)
        return self._within([math.atan2(z.imag, z.real) for z in roots if abs(abs(z) - 1.0) < 1e-5])

    def _within(self, angles: list[float]) -> list[float]:
        """Return angles in the turn that begins at the start of the arc."""
        return [self.start + (angle - self.start) % WHOLE for angle in angles]

    def part(self, start: float, end: float) -> Round:
        """Return a piece of it."""
        return Round(self.center, self.e, self.f, start, end)


@dataclass(frozen=True)
class Sampled:
    """A curve known by places along it only; what it meets is found by looking at many of them."""

    places: tuple[tuple[float, float, float], ...]
    start: float = 0.0
    end: float = 1.0

    def at(self, t: Array) -> Array:
        """Return the places at parameters, on the chords between those that are known."""
        known = np.array(self.places)
        steps = np.linspace(0.0, 1.0, len(known))
        return np.stack([np.interp(t, steps, known[:, axis]) for axis in range(3)], axis=-1)

    def on_plane(self, plane: Array) -> list[float]:
        """Return where it crosses a plane."""
        return self._crossings(np.array(self.places) @ plane[:3] + plane[3])

    def on_quadric(self, quadric: Array) -> list[float]:
        """Return where it crosses a quadric, to the second order between known places."""
        places = np.column_stack([np.array(self.places), np.ones(len(self.places))])
        return self._crossings(np.einsum("ni,ij,nj->n", places, quadric, places))

    def _crossings(self, values: Array) -> list[float]:
        left, right = values[:-1], values[1:]
        at = np.flatnonzero(left * right < 0)
        found: list[float] = ((at + left[at] / (left[at] - right[at])) / len(left)).tolist()
        return found

    def part(self, start: float, end: float) -> Sampled:
        """Return a piece of it."""
        return Sampled(self.places, start, end)


def on_planes(path: Path, planes: Array) -> list[float]:
    """Return the parameters at which a path meets any of some planes `(n, 4)`; a straight one in one step."""
    if isinstance(path, Straight):
        return path.on_planes(planes)
    return [t for plane in planes for t in path.on_plane(plane)]


def real_roots(a: float, b: float, c: float) -> list[float]:
    """Return the real roots of a t² + b t + c.

    >>> real_roots(1.0, -3.0, 2.0)
    [1.0, 2.0]
    """
    scale = max(abs(a), abs(b), abs(c))
    if scale == 0.0:
        return []
    if abs(a) < 1e-12 * scale:
        return [-c / b] if abs(b) > 1e-12 * scale else []
    inside = b * b - 4 * a * c
    if inside < 0:
        return []
    # The stable form: the root that does not cancel first.
    q = -0.5 * (b + math.copysign(math.sqrt(inside), b))
    return sorted([q / a, c / q]) if q else [0.0]
