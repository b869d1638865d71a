"""What a plane and a quadric share: an ellipse, a branch or two, lines, or nothing; always in closed form.

Source: classification of plane conics by the eigenvalues of their square part.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .camera import XYZ, Array
from .curved import Bent
from .fields import Quadric
from .paths import Path, Round, Straight

FLAT = 1e-9
"""Relative: a smaller share of a conic's equation is none of it."""


@dataclass(frozen=True)
class Sphere:
    """The ball in which paths are wanted: lines and branches end where they leave it."""

    center: XYZ
    radius: float

    def chord(self, point: Array, way: Array) -> Straight | None:
        """Return the part of a line in the ball."""
        way = way / np.linalg.norm(way)
        middle = point + float((np.array(self.center) - point) @ way) * way
        rest = self.radius**2 - float(((middle - np.array(self.center)) ** 2).sum())
        if rest <= 0:
            return None
        half = math.sqrt(rest) * way
        return Straight(_three(middle - half), _three(middle + half))

    def farthest(self, point: Array) -> float:
        """Return the largest distance of a place in the ball from a point."""
        return self.radius + float(np.linalg.norm(point - np.array(self.center)))


def conic_of(plane: Array, quadric: Quadric, ball: Sphere) -> list[Path]:
    """Return the paths that a plane (n, d) and a quadric share inside a ball.

    >>> from .fields import Quadric
    >>> cylinder = Quadric(np.diag([1.0, 1.0, 0.0, -4.0]))
    >>> [path] = conic_of(np.array([0.0, 0.0, 1.0, -3.0]), cylinder, Sphere((0.0, 0.0, 0.0), 10.0))
    >>> path.center, round(float(np.linalg.norm(path.e)), 9)
    ((0.0, 0.0, 3.0), 2.0)
    """
    middle = np.array(ball.center)
    origin = middle - float(plane[:3] @ middle + plane[3]) * plane[:3]
    e, f = across(plane[:3])
    frame = np.zeros((4, 3))
    frame[:3, 0], frame[:3, 1], frame[:3, 2], frame[3, 2] = e, f, origin, 1.0
    conic = frame.T @ quadric.matrix @ frame
    square, linear, level = conic[:2, :2], conic[:2, 2], float(conic[2, 2])
    shares, axes = np.linalg.eigh(square)
    b = linear @ axes
    ways = np.stack([e, f], axis=-1) @ axes
    return list(_paths(shares, b, level, origin, ways, ball))


def _paths(shares: Array, b: Array, level: float, origin: Array, ways: Array, ball: Sphere) -> Iterator[Path]:
    """Yield the paths of s₁ u² + s₂ v² + 2 b₁ u + 2 b₂ v + c = 0, u and v along the ways."""
    reach = ball.radius
    size = max(float(np.abs(shares).max()) * reach**2, float(np.abs(b).max()) * reach, abs(level))
    if size == 0:
        return
    curved = np.abs(shares) * reach**2 > FLAT * size
    if curved.all():
        middle = -b / shares
        yield from _central(shares, float(level + b @ middle), origin + ways @ middle, ways, ball, size)
    elif curved.any():
        at = int(np.flatnonzero(curved)[0])
        yield from _parabolic(float(shares[at]), b, at, level, origin, ways, ball, size)
    elif float(np.linalg.norm(b)) * reach > FLAT * size:
        way = b / np.linalg.norm(b)
        point = origin - level / (2 * float(np.linalg.norm(b))) * (ways @ way)
        yield from _lines(point, [ways @ np.array([-way[1], way[0]])], ball)


def _central(
    shares: Array, level: float, center: Array, ways: Array, ball: Sphere, size: float
) -> Iterator[Path]:
    """Yield an ellipse, the two branches of a hyperbola, or two crossing lines."""
    if abs(level) <= FLAT * size:
        if shares[0] * shares[1] < 0:
            u, v = 1 / math.sqrt(abs(shares[0])), 1 / math.sqrt(abs(shares[1]))
            yield from _lines(center, [ways @ np.array([u, v]), ways @ np.array([u, -v])], ball)
        return
    squares = -level / shares
    halves = [math.sqrt(abs(q)) * ways[:, k] for k, q in enumerate(squares)]
    if (squares > 0).all():
        yield Round(_three(center), _three(halves[0]), _three(halves[1]))
    elif (squares > 0).any():
        real = int(np.argmax(squares))
        way = float(np.linalg.norm(halves[1 - real]))
        end = math.asinh(ball.farthest(center) / way)
        for sign in (1, -1):
            yield Bent(
                "hyperbola", _three(center), _three(sign * halves[real]), _three(halves[1 - real]), -end, end
            )


def _parabolic(
    share: float, b: Array, at: int, level: float, origin: Array, ways: Array, ball: Sphere, size: float
) -> Iterator[Path]:
    """Yield a parabola, or parallel lines, along the way in which the conic is not curved."""
    shift = -b[at] / share
    rest = level + b[at] * shift
    base, along, free = origin + shift * ways[:, at], ways[:, at], ways[:, 1 - at]
    straight = 2 * float(b[1 - at])
    if abs(straight) * ball.radius <= FLAT * size:
        square = -rest / share
        if square > FLAT * size / abs(share):
            for sign in (1, -1):
                yield from _lines(base + sign * math.sqrt(square) * along, [free], ball)
        elif square > -FLAT * size / abs(share):
            yield from _lines(base, [free], ball)
        return
    vertex = base - rest / straight * free
    end = ball.farthest(vertex)
    yield Bent("parabola", _three(vertex), _three(along), _three(-share / straight * free), -end, end)


def _lines(point: Array, ways: list[Array], ball: Sphere) -> Iterator[Path]:
    for way in ways:
        line = ball.chord(point, way)
        if line is not None:
            yield line


def across(axis: Array) -> tuple[Array, Array]:
    """Return two unit vectors square to an axis and to each other, along the coordinate axes where that goes."""
    axis = axis / np.linalg.norm(axis)
    helper = np.eye(3)[int(np.argmin(np.abs(axis)))]
    e = helper - float(helper @ axis) * axis
    e = e / np.linalg.norm(e)
    return e, np.cross(axis, e)


def planes_through(one: Quadric, other: Quadric) -> list[Array] | None:
    """Return the planes (n, d) on which all that two quadrics share lies, or nothing if it is not plane.

    A pencil of quadrics holds a pair of planes where its matrix has rank 2 at most; there the determinant has a
    double zero, so that zeros of its derivatives are tried as well.
    """
    a, b = _unit(one.matrix), _unit(other.matrix)
    t = np.cos(np.arange(5) * math.pi / 4) * 1.3
    determinants = [np.linalg.det(a + s * b) for s in t]
    polynomial = np.polyfit(t, determinants, 4)
    if np.abs(polynomial).max() < 1e-14:
        tried = [complex(s) for s in (-1.0, 1.0)]
    else:
        tried = [
            root
            for k in range(3)
            for root in np.roots(_trimmed(np.asarray(np.polyder(polynomial, k), dtype=float)))
        ]
    candidates = [b] + [a + root.real * b for root in tried if abs(root.imag) < 1e-6 * (1 + abs(root))]
    for matrix in candidates:
        planes = _factors(matrix)
        if planes is not None:
            return planes
    return None


def _unit(matrix: Array) -> Array:
    """Return a matrix in which places count in typical lengths, so that its entries compare."""
    scale = np.diag([25.0, 25.0, 25.0, 1.0])
    scaled = scale @ matrix @ scale
    return np.asarray(scaled / np.abs(scaled).max())


def _trimmed(polynomial: Array) -> Array:
    largest = float(np.abs(polynomial).max()) if len(polynomial) else 0.0
    return np.where(np.abs(polynomial) > 1e-11 * largest, polynomial, 0.0)


def _factors(matrix: Array) -> list[Array] | None:
    """Return the real planes of a pair that a matrix of rank 2 or 1 holds, lengths counted back."""
    values, vectors = np.linalg.eigh(matrix)
    order = np.argsort(-np.abs(values))
    values, vectors = values[order], vectors[:, order]
    if abs(values[2]) > 1e-8 * abs(values[0]):
        return None
    one, two = (math.sqrt(abs(values[k])) * vectors[:, k] for k in (0, 1))
    if abs(values[1]) <= 1e-8 * abs(values[0]):
        found = [one]
    elif values[0] * values[1] < 0:
        found = [one + two, one - two]
    else:
        return []
    planes = [plane / np.array([25.0, 25.0, 25.0, 1.0]) for plane in found]
    return [p / np.linalg.norm(p[:3]) for p in planes if np.linalg.norm(p[:3]) > 1e-9 * np.abs(p).max()]


def _three(v: Array) -> XYZ:
    return (float(v[0]), float(v[1]), float(v[2]))
