"""Conic sections in numbers: their shape, places and lines, and the way there from and back to an equation.

Source: Salmon, A Treatise on Conic Sections, chapters VIII and XI to XIII.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ...expression.quadratics import Quadratic
from ...shapes import XY

Family = Literal["circle", "ellipse", "parabola", "hyperbola"]
FLAT = 1e-10
"""Of the larger squared axis: a discriminant or a value at the centre this small is none."""


def heading(tilt: float) -> XY:
    """Return cosine and sine, exactly for quarter turns.

    >>> heading(math.pi / 2)
    (0.0, 1.0)
    """
    c, s = math.cos(tilt), math.sin(tilt)
    return (0.0 if abs(c) < 1e-15 else c, 0.0 if abs(s) < 1e-15 else s)


@dataclass(frozen=True)
class Section:
    """A conic in data coordinates.

    Of an ellipse `a` is the larger semi-axis and lies along `tilt` (radians); of a hyperbola `a` is the
    transverse one. A parabola has its vertex as `center`, the focal length as `a`, and opens along `tilt`.
    """

    family: Family
    center: XY
    a: float
    b: float = 0.0
    tilt: float = 0.0

    def place(self, along: float, across: float) -> XY:
        """Return the place at distances along the axis and to the left of it, from the centre or vertex."""
        c, s = heading(self.tilt)
        return (self.center[0] + along * c - across * s, self.center[1] + along * s + across * c)

    @property
    def c(self) -> float:
        """The distance of a focus from the centre, or from the vertex of a parabola."""
        if self.family == "parabola":
            return self.a
        return math.hypot(self.a, self.b) if self.family == "hyperbola" else math.sqrt(self.a**2 - self.b**2)

    @property
    def eccentricity(self) -> float:
        """Distance from a focus over distance from its directrix."""
        return 1.0 if self.family == "parabola" else self.c / self.a

    @property
    def half_width(self) -> float:
        """Half the width through a focus, the semi-latus rectum."""
        return 2 * self.a if self.family == "parabola" else self.b**2 / self.a

    @property
    def foci(self) -> tuple[XY, ...]:
        """The foci, from left to right (from below where one is over the other)."""
        if self.family == "parabola":
            return (self.place(self.a, 0.0),)
        if self.family == "circle":
            return (self.center,)
        return _in_order((self.place(-self.c, 0.0), self.place(self.c, 0.0)))

    @property
    def vertices(self) -> tuple[XY, ...]:
        """The ends of the axis through the foci."""
        if self.family == "parabola":
            return (self.center,)
        return _in_order((self.place(-self.a, 0.0), self.place(self.a, 0.0)))

    @property
    def covertices(self) -> tuple[XY, ...]:
        """The ends of the other axis."""
        if self.family == "parabola":
            return ()
        return _in_order((self.place(0.0, -self.b), self.place(0.0, self.b)))

    @property
    def directrices(self) -> tuple[tuple[XY, XY], ...]:
        """The directrices as pairs of points, in the order of the foci."""
        if self.family == "circle":
            return ()
        if self.family == "parabola":
            return ((self.place(-self.a, 0.0), self.place(-self.a, 1.0)),)
        reach = self.a**2 / self.c
        feet = _in_order((self.place(-reach, 0.0), self.place(reach, 0.0)))
        c, s = heading(self.tilt)
        across = (-s, c)
        return tuple((foot, (foot[0] + across[0], foot[1] + across[1])) for foot in feet)

    @property
    def asymptotes(self) -> tuple[tuple[XY, XY], ...]:
        """The asymptotes of a hyperbola as pairs of points, the falling one last."""
        if self.family != "hyperbola":
            return ()
        return ((self.center, self.place(self.a, self.b)), (self.center, self.place(self.a, -self.b)))

    @property
    def axis(self) -> tuple[XY, XY]:
        """The axis through the foci, as two points of it."""
        return self.center, self.place(1.0, 0.0)

    @property
    def latus_rectum(self) -> tuple[tuple[XY, XY], ...]:
        """The chords through the foci at right angles to the axis."""
        c, s = heading(self.tilt)
        across = (-s, c)
        h = self.half_width
        return tuple(
            ((x - h * across[0], y - h * across[1]), (x + h * across[0], y + h * across[1]))
            for x, y in self.foci
        )

    def quadratic(self) -> Quadratic:
        """Return the equation in x and y."""
        c, s = heading(self.tilt)
        if self.family == "parabola":
            return _moved(_turned(0.0, 1.0, -4 * self.a, -1.0, c, s), self.center)
        sign = -1.0 if self.family == "hyperbola" else 1.0
        return _moved(_turned(1 / self.a**2, sign / self.b**2, 0.0, -1.0, c, s), self.center, constant=True)


def _turned(p: float, q: float, d: float, f: float, c: float, s: float) -> Quadratic:
    """Return p X² + q Y² + d X + f in coordinates about the same centre that are not turned."""
    return Quadratic(p * c * c + q * s * s, 2 * (p - q) * c * s, p * s * s + q * c * c, d * c, d * s, f)


def _moved(about: Quadratic, center: XY, *, constant: bool = False) -> Quadratic:
    x, y = center
    centered = Quadratic(about.a, about.b, about.c, about.d, about.e, about.f if constant else 0.0)
    d = centered.d - 2 * about.a * x - about.b * y
    e = centered.e - 2 * about.c * y - about.b * x
    return Quadratic(about.a, about.b, about.c, d, e, centered.value(-x, -y))


def _in_order(spots: tuple[XY, XY]) -> tuple[XY, ...]:
    def key(spot: XY) -> XY:
        return (round(spot[0], 9), round(spot[1], 9))

    return tuple(sorted(spots, key=key))


def section_of(q: Quadratic) -> Section | str:
    """Return the conic of an equation, or in a few words why it is none.

    >>> section_of(Quadratic(1.0, 0.0, 0.0, 0.0, -4.0, 0.0))
    Section(family='parabola', center=(0.0, 0.0), a=1.0, b=0.0, tilt=1.5707963267948966)
    >>> section_of(Quadratic(1.0, 0.0, 1.0, 0.0, 0.0, 1.0))
    'no point satisfies it'
    """
    size = max(abs(q.a), abs(q.b), abs(q.c))
    disc = q.b * q.b - 4 * q.a * q.c
    theta = 0.0 if abs(q.b) <= FLAT * size else 0.5 * math.atan2(q.b, q.a - q.c)
    c, s = heading(theta)
    along = q.a * c * c + q.b * c * s + q.c * s * s
    across = q.a * s * s - q.b * c * s + q.c * c * c
    if abs(disc) <= FLAT * size * size:
        return _parabola(q, theta, along, across)
    x, y = (2 * q.c * q.d - q.b * q.e) / disc, (2 * q.a * q.e - q.b * q.d) / disc
    rest = q.value(x, y)
    terms = (q.a * x * x, q.b * x * y, q.c * y * y, q.d * x, q.e * y, q.f)
    if abs(rest) <= FLAT * max(map(abs, terms)) or rest == 0.0:
        return "it is a single point" if disc < 0 else "it is a pair of lines"
    return _central((x + 0.0, y + 0.0), -rest / along, -rest / across, theta)


def _central(center: XY, along: float, across: float, theta: float) -> Section | str:
    """Return the conic X²/along + Y²/across = 1."""
    if along < 0 and across < 0:
        return "no point satisfies it"
    if along > 0 and across > 0:
        if math.isclose(along, across, rel_tol=1e-12):
            return Section("circle", center, math.sqrt(along), math.sqrt(along))
        if along < across:
            along, across, theta = across, along, theta + math.pi / 2
        return Section("ellipse", center, math.sqrt(along), math.sqrt(across), _upright(theta))
    if along < 0:
        along, across, theta = across, along, theta + math.pi / 2
    return Section("hyperbola", center, math.sqrt(along), math.sqrt(-across), _upright(theta))


def _upright(theta: float) -> float:
    """Return the direction of an axis between -90° (left out) and 90°."""
    turn = (theta + math.pi / 2) % math.pi - math.pi / 2
    return math.pi / 2 if math.isclose(turn, -math.pi / 2, abs_tol=1e-12) else turn


def _parabola(q: Quadratic, theta: float, along: float, across: float) -> Section | str:
    """Return the parabola of an equation whose quadratic part is a square."""
    if abs(along) > abs(across):
        along, across, theta = across, along, theta + math.pi / 2
    c, s = heading(theta)
    d, e = q.d * c + q.e * s, -q.d * s + q.e * c
    if abs(d) <= FLAT * max(abs(e), abs(across), abs(q.f)):
        return "it is a pair of parallel lines, or nothing"
    # across Y² + d X + e Y + f = 0
    y = -e / (2 * across)
    x = -(q.f + e * y / 2) / d
    focal = -d / (4 * across)
    vertex = (x * c - y * s + 0.0, x * s + y * c + 0.0)
    turn = theta if focal > 0 else theta + math.pi
    return Section("parabola", vertex, abs(focal), 0.0, (turn + math.pi) % (2 * math.pi) - math.pi)


def through_points(spots: Sequence[XY]) -> Quadratic | None:
    """Return the conic through five points, or nothing if more than one passes through them.

    The coefficients are the null vector of the five conditions; coordinates are first brought to size one.
    """
    import numpy as np

    points = np.asarray(spots, dtype=float)
    middle = points.mean(axis=0)
    size = float(np.abs(points - middle).max()) or 1.0
    x, y = ((points - middle) / size).T
    rows = np.stack([x * x, x * y, y * y, x, y, np.ones_like(x)], axis=1)
    _, values, vectors = np.linalg.svd(rows)
    if values[4] <= 1e-9 * values[0]:
        return None
    found = Quadratic(*(float(part) for part in vectors[5]))
    return found.scaled(size, size, 0.0, 0.0).moved_to(float(middle[0]), float(middle[1]))
