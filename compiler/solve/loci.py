"""Where one unknown point may lie: lines, rays and circles, and where two of them meet."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Place: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Circle:
    """All points at a distance from a centre."""

    center: Place
    radius: float

    def nearest(self, place: Place) -> Place:
        """Return the point of the circle nearest to a place."""
        dx, dy = place[0] - self.center[0], place[1] - self.center[1]
        reach = math.hypot(dx, dy)
        if reach < 1e-12:
            return (self.center[0] + self.radius, self.center[1])
        return (self.center[0] + dx * self.radius / reach, self.center[1] + dy * self.radius / reach)


@dataclass(frozen=True)
class Line:
    """All points through a place along a unit direction; of a ray only those ahead."""

    through: Place
    along: Place
    ray: bool = False

    def at(self, t: float) -> Place:
        """Return the point at a signed distance from `through`."""
        return (self.through[0] + t * self.along[0], self.through[1] + t * self.along[1])

    def coordinate(self, place: Place) -> float:
        """Return the signed distance, from `through`, of the foot of a place."""
        dx, dy = place[0] - self.through[0], place[1] - self.through[1]
        return dx * self.along[0] + dy * self.along[1]

    def nearest(self, place: Place) -> Place:
        """Return the point of the line or ray nearest to a place."""
        t = self.coordinate(place)
        return self.at(max(t, 1e-3) if self.ray else t)


Locus: TypeAlias = Circle | Line


def meet(a: Locus, b: Locus) -> list[Place]:
    """Return the points that two loci share; of circles that miss each other the nearest approach.

    >>> meet(Circle((0.0, 0.0), 5.0), Circle((6.0, 0.0), 5.0))
    [(3.0, 4.0), (3.0, -4.0)]
    """
    if isinstance(a, Circle) and isinstance(b, Circle):
        return _meet_circles(a, b)
    if isinstance(a, Line) and isinstance(b, Line):
        return _meet_lines(a, b)
    line, circle = (a, b) if isinstance(a, Line) else (b, a)
    assert isinstance(line, Line)
    assert isinstance(circle, Circle)
    return _meet_line_circle(line, circle)


def _meet_circles(a: Circle, b: Circle) -> list[Place]:
    dx, dy = b.center[0] - a.center[0], b.center[1] - a.center[1]
    apart = math.hypot(dx, dy)
    if apart < 1e-12:
        return []
    along = (apart * apart + a.radius * a.radius - b.radius * b.radius) / (2 * apart)
    height = math.sqrt(max(a.radius * a.radius - along * along, 0.0))
    ux, uy = dx / apart, dy / apart
    x, y = a.center[0] + along * ux, a.center[1] + along * uy
    if height == 0.0:
        return [(x, y)]
    return [(x - height * uy, y + height * ux), (x + height * uy, y - height * ux)]


def _meet_lines(a: Line, b: Line) -> list[Place]:
    cross = a.along[0] * b.along[1] - a.along[1] * b.along[0]
    if abs(cross) < 1e-9:
        return []
    dx, dy = b.through[0] - a.through[0], b.through[1] - a.through[1]
    t = (dx * b.along[1] - dy * b.along[0]) / cross
    place = a.at(t)
    ahead = (t > 1e-6 or not a.ray) and (b.coordinate(place) > 1e-6 or not b.ray)
    return [place] if ahead else []


def _meet_line_circle(line: Line, circle: Circle) -> list[Place]:
    foot = line.coordinate(circle.center)
    x, y = line.at(foot)
    square = circle.radius**2 - (x - circle.center[0]) ** 2 - (y - circle.center[1]) ** 2
    half = math.sqrt(max(square, 0.0))
    return [line.at(t) for t in dict.fromkeys((foot + half, foot - half)) if t > 1e-6 or not line.ray]


def heading(start: Place, end: Place) -> Place | None:
    """Return the unit direction from one place to another, nothing if they are one."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = math.hypot(dx, dy)
    return (dx / reach, dy / reach) if reach > 1e-12 else None


def turned(along: Place, angle: float) -> Place:
    """Return a direction turned counterclockwise."""
    c, s = math.cos(angle), math.sin(angle)
    return (along[0] * c - along[1] * s, along[0] * s + along[1] * c)


Values: TypeAlias = Sequence[float]
"""The values of a constraint's slots; those of the unknown point are to be ignored."""


def point_at(values: Values, at: int) -> Place:
    """Return the point whose coordinates begin at a position."""
    return (values[at], values[at + 1])


def _distance(values: Values, unknown: int) -> list[Locus]:
    return [Circle(point_at(values, 2 - unknown), abs(values[4]))]


def _equal_length(values: Values, unknown: int) -> list[Locus]:
    other = unknown ^ 2
    far = 4 if unknown < 4 else 0
    return [Circle(point_at(values, other), math.dist(point_at(values, far), point_at(values, far + 2)))]


def _tangent_external(values: Values, unknown: int) -> list[Locus]:
    return [Circle(point_at(values, 3 - unknown), abs(values[2] + values[5]))]


def _tangent_internal(values: Values, unknown: int) -> list[Locus]:
    return [Circle(point_at(values, 3 - unknown), abs(values[2] - values[5]))]


def _collinear(values: Values, unknown: int) -> list[Locus]:
    first, second = (point_at(values, at) for at in (0, 2, 4) if at != unknown)
    along = heading(first, second)
    return [Line(first, along)] if along else []


def _parallel(values: Values, unknown: int, quarter: float = 0.0) -> list[Locus]:
    far = 4 if unknown < 4 else 0
    along = heading(point_at(values, far), point_at(values, far + 2))
    return [Line(point_at(values, unknown ^ 2), turned(along, quarter))] if along else []


def _perpendicular(values: Values, unknown: int) -> list[Locus]:
    return _parallel(values, unknown, math.pi / 2)


def _line_turned(values: Values, unknown: int) -> list[Locus]:
    """Return the line on which one end of one of two lines lies that include a directed angle."""
    far, turn = (4, -values[8]) if unknown < 4 else (0, values[8])
    along = heading(point_at(values, far), point_at(values, far + 2))
    return [Line(point_at(values, unknown ^ 2), turned(along, turn))] if along else []


def _direction(values: Values, unknown: int) -> list[Locus]:
    turn = values[4] if unknown == 2 else values[4] + math.pi
    return [Line(point_at(values, 2 - unknown), turned((1.0, 0.0), turn), ray=True)]


def _angle(values: Values, unknown: int) -> list[Locus]:
    if unknown == 2:
        return _vertex(values)
    along = heading(point_at(values, 2), point_at(values, 4 - unknown))
    if along is None:
        return []
    turns = dict.fromkeys((values[6], -values[6]))
    return [Line(point_at(values, 2), turned(along, turn), ray=True) for turn in turns]


def _vertex(values: Values) -> list[Locus]:
    """Return the two circles from which a chord is seen under an angle (its arcs: the caller verifies)."""
    a, b = point_at(values, 0), point_at(values, 4)
    along, sine = heading(a, b), math.sin(values[6])
    if along is None or abs(sine) < 1e-6:
        return []
    chord = math.dist(a, b)
    radius, lift = chord / (2 * sine), chord / (2 * math.tan(values[6]))
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    lifts = dict.fromkeys((lift, -lift))
    return [Circle((middle[0] - h * along[1], middle[1] + h * along[0]), radius) for h in lifts]


def _directed(values: Values, unknown: int) -> list[Locus]:
    if unknown == 2:
        return []
    along = heading(point_at(values, 2), point_at(values, 4 - unknown))
    turn = values[6] if unknown == 4 else -values[6]
    return [Line(point_at(values, 2), turned(along, turn), ray=True)] if along else []


def _off_line(values: Values, unknown: int) -> list[Locus]:
    if unknown != 0:
        return []
    a, along = point_at(values, 2), heading(point_at(values, 2), point_at(values, 4))
    if along is None:
        return []
    lifts = dict.fromkeys((values[6], -values[6]))
    return [Line((a[0] - h * along[1], a[1] + h * along[0]), along) for h in lifts]


def _off_line_signed(values: Values, unknown: int) -> list[Locus]:
    return _off_line(values, unknown)[:1]


def _equal_angle(values: Values, unknown: int) -> list[Locus]:
    """Return where the end of an arm, or a vertex, lies if the angle equals one that is known."""
    own = 0 if unknown < 6 else 6
    a, vertex, b = (point_at(values, 6 - own + k) for k in (0, 2, 4))
    first, second = heading(vertex, a), heading(vertex, b)
    if first is None or second is None:
        return []
    opening = math.acos(max(-1.0, min(1.0, first[0] * second[0] + first[1] * second[1])))
    return _angle([*values[own : own + 6], opening], unknown - own)


def _concyclic(values: Values, unknown: int) -> list[Locus]:
    """Return the circle through three known points."""
    a, b, c = (point_at(values, at) for at in (0, 2, 4, 6) if at != unknown)
    ux, uy, wx, wy = b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]
    area = 2 * (ux * wy - uy * wx)
    if abs(area) < 1e-9:
        return []
    uu, ww = ux * ux + uy * uy, wx * wx + wy * wy
    center = (a[0] + (wy * uu - uy * ww) / area, a[1] + (ux * ww - wx * uu) / area)
    return [Circle(center, math.dist(center, a))]


def _tangent_point(values: Values, unknown: int) -> list[Locus]:
    """Return the line of a tangent at a known contact, or the circle on which the contact sees a right angle."""
    outer, contact, center = (point_at(values, at) for at in (0, 2, 4))
    if unknown == 2:
        return [
            Circle(((outer[0] + center[0]) / 2, (outer[1] + center[1]) / 2), math.dist(outer, center) / 2)
        ]
    along = heading(contact, center if unknown == 0 else outer)
    return [Line(contact, turned(along, math.pi / 2))] if along else []


LOCI: dict[str, Callable[[Values, int], list[Locus]]] = {
    "distance": _distance,
    "on_circle": _distance,
    "equal_length": _equal_length,
    "tangent_circles_external": _tangent_external,
    "tangent_circles_internal": _tangent_internal,
    "collinear": _collinear,
    "parallel": _parallel,
    "perpendicular": _perpendicular,
    "direction": _direction,
    "angle": _angle,
    "directed_angle": _directed,
    "directed_line_angle": _line_turned,
    "distance_to_line": _off_line,
    "signed_distance_to_line": _off_line_signed,
    "equal_angle": _equal_angle,
    "concyclic": _concyclic,
    "tangent_point": _tangent_point,
}
"""By kernel: the loci of the point at one position, as alternatives, in agreement with its formula."""
