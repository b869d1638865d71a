"""Where a point may lie that one constraint reads twice: right angles and chords seen from it, its two distances."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from .loci import Circle, Line, Locus, Values, heading, point_at


def thales(values: Values, unknown: Sequence[int]) -> list[Locus]:
    """Return the locus of the vertex of a right angle whose sides pass through two known points."""
    if (unknown[0] < 4) == (unknown[1] < 4):
        return []
    a, b = (point_at(values, at ^ 2) for at in unknown)
    return [Circle(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), math.dist(a, b) / 2)]


def inscribed(values: Values, unknown: Sequence[int]) -> list[Locus]:
    """Return the circle on which the vertex of a directed angle lies whose sides pass through two known points.

    The central angle is twice the inscribed one: the centre is seen from the middle of the chord by cot θ.
    """
    first, second = unknown
    sine = math.sin(values[8])
    if first >= 4 or second < 4 or abs(sine) < 1e-6:
        return []
    a, b = point_at(values, first ^ 2), point_at(values, second ^ 2)
    lift = 0.5 * math.cos(values[8]) / sine
    center = ((a[0] + b[0]) / 2 - lift * (b[1] - a[1]), (a[1] + b[1]) / 2 + lift * (b[0] - a[0]))
    return [Circle(center, math.dist(center, a))]


def equidistant(values: Values, unknown: Sequence[int]) -> list[Locus]:
    """Return the perpendicular bisector of the two points from which a point has equal distances."""
    if (unknown[0] < 4) == (unknown[1] < 4):
        return []
    a, b = (point_at(values, at ^ 2) for at in unknown)
    along = heading(a, b)
    return [Line(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), (-along[1], along[0]))] if along else []


def bisector(values: Values, unknown: Sequence[int]) -> list[Locus]:
    """Return the bisector of an angle, for the point on the arm that two equal angles share; its vertex is known."""
    own, other = unknown[0], unknown[1] - 6
    vertex, again = point_at(values, 2), point_at(values, 8)
    if own not in (0, 4) or other not in (0, 4) or math.dist(vertex, again) > 0:
        return []
    first, second = heading(vertex, point_at(values, 4 - own)), heading(vertex, point_at(values, 10 - other))
    if first is None or second is None:
        return []
    middle = (first[0] + second[0], first[1] + second[1])
    if math.hypot(*middle) < 1e-9:
        middle = (-first[1], first[0])
    along = heading((0.0, 0.0), middle)
    return [Line(vertex, along)] if along else []


TWICE: dict[str, Callable[[Values, Sequence[int]], list[Locus]]] = {
    "perpendicular": thales,
    "directed_line_angle": inscribed,
    "equal_length": equidistant,
    "equal_angle": bisector,
}
"""By kernel: the loci of the point at two positions, in agreement with its formula."""
