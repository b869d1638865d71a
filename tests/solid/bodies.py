"""Solids for tests, each with a test of its own whether a place is inside it, told apart from the code under test."""

from collections.abc import Callable

import numpy as np
from diagrammar.compiler.shapes import Ball, Polyhedron, Shape, SpacePoint, Torus, Turned
from diagrammar.compiler.space.camera import Camera, oblique, orthographic

Inside = Callable[[np.ndarray], np.ndarray]
CAMERAS = (oblique(), oblique(35, 0.6), orthographic(30, 20), orthographic(-50, 55))


def place(x: float, y: float, z: float) -> SpacePoint[float]:
    return SpacePoint(0.0, 0.0, (float(x), float(y), float(z)))


def box(camera: Camera) -> tuple[Shape[float], Inside]:
    a, b, c = 30.0, 40.0, 25.0
    p = [place(x, y, z) for z in (0, c) for x, y in ((a, 0), (a, b), (0, b), (0, 0))]
    rings = ((0, 1, 2, 3), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7))
    shape = Polyhedron(tuple(tuple(p[k] for k in ring) for ring in rings), camera)
    return shape, lambda q: ((q > 0) & (q < [a, b, c])).all(axis=1)


def pyramid(camera: Camera) -> tuple[Shape[float], Inside]:
    s, h = 36.0, 44.0
    base = [place(s, 0, 0), place(s, s, 0), place(0, s, 0), place(0, 0, 0)]
    top = place(s / 2, s / 2, h)
    faces = [tuple(base), *((base[k], base[(k + 1) % 4], top) for k in range(4))]

    def inside(q: np.ndarray) -> np.ndarray:
        half = s / 2 * (1 - q[:, 2] / h)
        return (q[:, 2] > 0) & (abs(q[:, 0] - s / 2) < half) & (abs(q[:, 1] - s / 2) < half)

    return Polyhedron(tuple(faces), camera), inside


def turned(camera: Camera, r: float, s: float, h: float = 40.0) -> tuple[Shape[float], Inside]:
    shape = Turned(place(0, 0, 0), place(0, 0, h), r, s, camera)

    def inside(q: np.ndarray) -> np.ndarray:
        reach = r + (s - r) * q[:, 2] / h
        return (q[:, 2] > 0) & (q[:, 2] < h) & (np.hypot(q[:, 0], q[:, 1]) < reach)

    return shape, inside


def ball(camera: Camera) -> tuple[Shape[float], Inside]:
    return Ball(place(2, -3, 5), 21.0, camera), lambda q: ((q - [2, -3, 5]) ** 2).sum(axis=1) < 21.0**2


def dome(camera: Camera) -> tuple[Shape[float], Inside]:
    def inside(q: np.ndarray) -> np.ndarray:
        return ((q**2).sum(axis=1) < 21.0**2) & (q[:, 2] > 0)

    return Ball(place(0, 0, 0), 21.0, camera, place(0, 0, 10)), inside


def ring(camera: Camera) -> tuple[Shape[float], Inside]:
    def inside(q: np.ndarray) -> np.ndarray:
        return (np.hypot(q[:, 0], q[:, 1]) - 26.0) ** 2 + q[:, 2] ** 2 < 8.0**2

    return Torus(place(0, 0, 0), place(0, 0, 10), 26.0, 8.0, camera), inside


SOLIDS = {
    "box": box,
    "pyramid": pyramid,
    "cylinder": lambda camera: turned(camera, 18, 18),
    "cone": lambda camera: turned(camera, 20, 0),
    "tank": lambda camera: turned(camera, 0, 20),
    "frustum": lambda camera: turned(camera, 22, 9),
    "ball": ball,
    "dome": dome,
    "ring": ring,
}
