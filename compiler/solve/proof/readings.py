"""What each kernel says, in terms of a figure: the same relations as its formula, free of quotients.

A kernel that has no reading is left out, which weakens a proof and never makes it wrong.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from ...system import Constraint, Sort
from .figure import Figure, Spot

Reading: TypeAlias = Callable[[Figure, Sequence[Spot], Sequence[int]], None]
"""Says what a constraint says of its points and its other slots, both in their order."""


# Lengths


def _distance(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    # A length that is spoken of is a length: its ends are apart.
    f.apart(*p)
    f.net.equate(f.length(*p), f.slot(n[0]))
    f.measured(n[0], *p)


def _on_circle(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.length(*p), f.slot(n[0]))
    rim = f.rounds.setdefault((p[1], f.root(n[0])), [])
    rim.append(p[0])
    f.measured(n[0], *p)


def _at_least(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.slot(n[0]), f.length(*p))


def _at_most(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.length(*p), f.slot(n[0]))


def _within(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    _at_least(f, p, n[:1])
    _at_most(f, p, n[1:])


def _equal_length(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.length(p[0], p[1]), f.length(p[2], p[3]))
    f.equals.append((frozenset(p[:2]), frozenset(p[2:])))


def _coincident(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    for a, b in zip(f.point(p[0]), f.point(p[1])):
        f.net.equate(a, b)


def _midpoint(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    a, b, m = p
    for one, other, middle in zip(f.point(a), f.point(b), f.point(m)):
        f.net.equate(f.net.sum(one, other), f.net.scaled(2.0, middle))
    whole, half = f.length(a, b), f.length(a, m)
    f.net.equate(half, f.length(m, b))
    f.net.equate(whole, f.net.scaled(2.0, half))
    f.net.equate(f.square(a, b), f.net.scaled(4.0, f.square(a, m)))
    f.middles.append((a, b, m))


def _fraction(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    a, b, part = p
    share = f.slot(n[0])
    for whole, partial in zip(f.step(a, b), f.step(a, part)):
        f.net.equate(partial, f.net.times(share, whole))
    f.net.equate(f.length(a, part), f.net.times(f.net.magnitude(share), f.length(a, b)))


def _centroid(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    for a, b, c, g in zip(*(f.point(spot) for spot in p)):
        f.net.equate(f.net.sum(f.net.sum(a, b), c), f.net.scaled(3.0, g))


def _parallelogram(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    a, b, c, d = p
    net = f.net
    for one, other in zip(f.step(a, b), f.step(d, c)):
        net.equate(one, other)
    net.equate(f.length(a, b), f.length(c, d))
    net.equate(f.length(b, c), f.length(d, a))
    # Parallelogram law: the squares of the diagonals make twice those of the sides.
    sides = net.sum(f.square(a, b), f.square(b, c))
    net.equate(net.sum(f.square(a, c), f.square(b, d)), net.scaled(2.0, sides))
    f.parallelograms.append((a, b, c, d))


def _reflected(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    first, a, b, second = p
    f.net.equate(f.length(first, a), f.length(second, a))
    f.net.equate(f.length(first, b), f.length(second, b))
    f.net.equate(f.length(first, second), f.net.scaled(2.0, f.height(first, a, b)))
    f.net.equate(f.dot(f.step(first, second), f.step(a, b)), f.constant(0.0))


def _rotated(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    first, center, second = p
    f.net.equate(f.length(first, center), f.length(second, center))
    theta = f.given(n[0])
    if theta is None:
        return
    c, s = f.given_share(math.cos(theta)), f.given_share(math.sin(theta))
    (ux, uy), (vx, vy) = f.step(center, first), f.step(center, second)
    f.net.equate(vx, f.net.difference(f.net.times(c, ux), f.net.times(s, uy)))
    f.net.equate(vy, f.net.sum(f.net.times(s, ux), f.net.times(c, uy)))


def _polar(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    radius, theta = f.slot(n[0]), f.given(n[1])
    f.net.equate(f.length(*p), f.net.magnitude(radius))
    f.measured(n[0], *p)
    f.rounds.setdefault((p[0], f.root(n[0])), []).append(p[1])
    if theta is not None:
        _heading(f, f.step(*p), radius, theta)


def _heading(f: Figure, step: tuple[int, int], length: int, theta: float) -> None:
    f.net.equate(step[0], f.net.times(f.given_share(math.cos(theta)), length))
    f.net.equate(step[1], f.net.times(f.given_share(math.sin(theta)), length))


# Lines and angles


def _collinear(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.turn(*p), f.constant(0.0))
    f.rows[frozenset(p)] = None


def _parallel(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.cross(f.step(p[0], p[1]), f.step(p[2], p[3])), f.constant(0.0))
    f.parallels.append((p[0], p[1], p[2], p[3]))


def _perpendicular(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    shared = set(p[:2]) & set(p[2:])
    if len(shared) == 1:
        (vertex,) = shared
        one, other = (next(q for q in pair if q != vertex) for pair in (p[:2], p[2:]))
        f.net.equate(f.inner(vertex, one, other), f.constant(0.0))
        f.net.equate(f.angle(one, vertex, other), f.near(math.pi / 2))
    else:
        f.net.equate(f.dot(f.step(p[0], p[1]), f.step(p[2], p[3])), f.constant(0.0))


def _angle(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.angle(*p), f.slot(n[0]))


def _angle_at_least(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.slot(n[0]), f.angle(*p))


def _angle_at_most(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.angle(*p), f.slot(n[0]))


def _equal_angle(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.angle(*p[:3]), f.angle(*p[3:]))


def _directed_angle(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    theta = f.given(n[0])
    if theta is None:
        return
    a, v, b = p
    arms = f.net.times(f.length(v, a), f.length(v, b))
    f.net.equate(f.inner(v, a, b), f.net.times(f.given_share(math.cos(theta)), arms))
    f.net.equate(f.turn(v, a, b), f.net.times(f.given_share(math.sin(theta)), arms))


def _direction(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    theta = f.given(n[0])
    if theta is not None:
        _heading(f, f.step(*p), f.length(*p), theta)


def _line_angle(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    net, angle = f.net, f.slot(n[0])
    net.bound(angle, 0.0, math.pi / 2)
    arms = net.times(f.length(p[0], p[1]), f.length(p[2], p[3]))
    u, w = f.step(p[0], p[1]), f.step(p[2], p[3])
    net.equate(net.magnitude(f.dot(u, w)), net.times(arms, net.cosine(angle)))
    net.equate(net.magnitude(f.cross(u, w)), net.times(arms, net.sine(angle)))


def _distance_to_line(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.height(*p), f.slot(n[0]))


def _signed_distance(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    height = f.net.magnitude(f.slot(n[0]))
    f.net.equate(f.height(*p), height)
    spot, a, b = p
    f.net.equate(f.turn(a, b, spot), f.net.times(f.length(a, b), f.slot(n[0])))


def _foot(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    spot, a, b, foot = p
    zero = f.constant(0.0)
    f.net.equate(f.turn(a, b, foot), zero)
    f.rows[frozenset((a, b, foot))] = None
    f.net.equate(f.dot(f.step(a, b), f.step(spot, foot)), zero)
    f.net.equate(f.height(spot, a, b), f.length(spot, foot))
    for end in (a, b):
        f.net.equate(f.inner(foot, spot, end), zero)


# Circles


def _tangent_line(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.height(p[2], p[0], p[1]), f.slot(n[0]))


def _tangent_point(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    outer, contact, center = p
    f.net.equate(f.inner(contact, outer, center), f.constant(0.0))
    f.net.equate(f.angle(outer, contact, center), f.near(math.pi / 2))


def _outside_each_other(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.length(*p), f.net.sum(f.slot(n[0]), f.slot(n[1])))


def _inside_each_other(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.length(*p), f.net.magnitude(f.net.difference(f.slot(n[0]), f.slot(n[1]))))


def _touch_point(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    a, b, touch = p
    f.net.equate(f.length(a, touch), f.net.magnitude(f.slot(n[0])))
    f.net.equate(f.turn(a, b, touch), f.constant(0.0))
    f.net.equate(f.inner(a, b, touch), f.net.times(f.length(a, b), f.slot(n[0])))


def _discs_apart(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.net.sum(f.slot(n[0]), f.slot(n[1])), f.length(*p))


def _disc_inside(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.length(*p), f.net.difference(f.slot(n[1]), f.slot(n[0])))


# Sides and order


def _left_of_line(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.constant(0.0), f.turn(p[1], p[2], p[0]))


def _beyond_line(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.net.times(f.length(p[1], p[2]), f.slot(n[0])), f.turn(p[1], p[2], p[0]))


def _same_side(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    turns = (f.turn(p[2], p[3], p[0]), f.turn(p[2], p[3], p[1]))
    f.net.order(f.constant(0.0), f.net.times(*turns))


def _opposite_sides(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    turns = (f.turn(p[2], p[3], p[0]), f.turn(p[2], p[3], p[1]))
    f.net.order(f.net.times(*turns), f.constant(0.0))


def _on_segment(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    spot, a, b = p
    for end, other in ((a, b), (b, a)):
        f.net.order(f.constant(0.0), f.inner(end, other, spot))
    f.betweens.append((spot, a, b))


def _on_ray(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.constant(0.0), f.inner(p[1], p[2], p[0]))


def _clear_of_segment(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    gap = f.slot(n[0])
    for end in p[1:]:
        f.net.order(gap, f.length(p[0], end))


# Areas


def _triangle_area(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.turn(*p), f.net.scaled(2.0, f.slot(n[0])))


def _polygon_area(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    if not 3 <= len(p) <= 8:
        return
    total = f.turn(p[0], p[1], p[2])
    for b, c in zip(p[2:], p[3:]):
        total = f.net.sum(total, f.turn(p[0], b, c))
    f.net.equate(total, f.net.scaled(2.0, f.slot(n[0])))
    if len(p) == 3:
        f.net.equate(f.area(*p), f.net.scaled(2.0, f.net.magnitude(f.slot(n[0]))))


def _sector_area(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    radius, theta, area = (f.slot(at) for at in n)
    f.net.equate(f.net.times(f.net.square(radius), theta), f.net.scaled(2.0, area))


def _disc_area(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.net.times(f.near(math.pi), f.net.square(f.slot(n[0]))), f.slot(n[1]))


def _chord_length(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    radius, gap, chord = (f.slot(at) for at in n)
    quarter = f.net.scaled(0.25, f.net.square(chord))
    f.net.equate(f.net.square(radius), f.net.sum(f.net.square(gap), quarter))


# Numbers


def _same(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.slot(n[0]), f.slot(n[1]))


def _total(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    total = f.slot(n[0])
    for at in n[1:-1]:
        total = f.net.sum(total, f.slot(at))
    f.net.equate(total, f.slot(n[-1]))


def _difference(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.slot(n[0]), f.net.sum(f.slot(n[1]), f.slot(n[2])))


def _negate(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.link_opposite(f.slot(n[0]), f.slot(n[1]))


def _scaled(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.net.times(f.slot(n[0]), f.slot(n[1])), f.slot(n[2]))


def _affine(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.net.sum(f.net.times(f.slot(n[0]), f.slot(n[1])), f.slot(n[2])), f.slot(n[3]))


def _affine_sum(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    total = f.constant(0.0)
    for a, k in zip(n[:-1:2], n[1:-1:2]):
        total = f.net.sum(total, f.net.times(f.slot(a), f.slot(k)))
    f.net.equate(total, f.slot(n[-1]))


def _mean(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.net.sum(f.slot(n[0]), f.slot(n[1])), f.net.scaled(2.0, f.slot(n[2])))


def _quotient(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.slot(n[0]), f.net.times(f.slot(n[1]), f.slot(n[2])))
    f.ratios.setdefault(f.root(n[2]), []).append((f.root(n[0]), f.root(n[1])))


def _power(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    exponent = f.given(n[1])
    if exponent == 2.0:
        f.net.equate(f.net.square(f.slot(n[0])), f.slot(n[2]))


def _sqrt(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.net.root(f.slot(n[0])), f.slot(n[1]))


def _magnitude(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.equate(f.net.magnitude(f.slot(n[0])), f.slot(n[1]))


def _greater(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.slot(n[1]), f.slot(n[0]))


def _ahead(f: Figure, p: Sequence[Spot], n: Sequence[int]) -> None:
    f.net.order(f.net.sum(f.slot(n[0]), f.slot(n[2])), f.slot(n[1]))


READINGS: Final[dict[str, Reading]] = {
    "distance": _distance, "equal_length": _equal_length, "coincident": _coincident, "midpoint": _midpoint,
    "fraction": _fraction, "centroid": _centroid, "parallelogram": _parallelogram, "polar": _polar,
    "rotated": _rotated, "reflected": _reflected,
    "distance_to_line": _distance_to_line, "signed_distance_to_line": _signed_distance, "collinear": _collinear,
    "foot": _foot, "parallel": _parallel, "perpendicular": _perpendicular, "angle": _angle,
    "directed_angle": _directed_angle, "direction": _direction, "line_angle": _line_angle,
    "equal_angle": _equal_angle,
    "on_circle": _on_circle, "tangent_line_circle": _tangent_line, "tangent_circles_external": _outside_each_other,
    "tangent_circles_internal": _inside_each_other, "tangent_point": _tangent_point, "touch_point": _touch_point,
    "triangle_area": _triangle_area, "polygon_area": _polygon_area, "sector_area": _sector_area,
    "disc_area": _disc_area, "chord_length": _chord_length, "arc_length": _scaled,
    "same": _same, "sum2": _total, "sum3": _total, "total": _total, "difference": _difference,
    "negate": _negate, "scaled": _scaled, "product": _scaled, "affine": _affine, "affine2": _affine_sum,
    "affine3": _affine_sum, "mean": _mean, "quotient": _quotient, "power": _power, "sqrt": _sqrt, "abs": _magnitude,
    "greater": _greater, "positive": _greater, "ahead": _ahead, "left_of_line": _left_of_line, "same_side": _same_side,
    "opposite_sides": _opposite_sides, "inside_circle": _at_most, "outside_circle": _at_least,
    "separation": _at_least, "nearness": _at_most, "within": _within, "discs_apart": _discs_apart,
    "disc_inside": _disc_inside, "on_segment": _on_segment, "on_ray": _on_ray,
    "clear_of_segment": _clear_of_segment, "angle_at_least": _angle_at_least, "angle_at_most": _angle_at_most,
}  # fmt: skip
"""By kernel: what it says as an equation, or what it says as a bound."""
AS_BOUNDS: Final[dict[str, Reading]] = {"signed_distance_to_line": _beyond_line}
"""What a kernel says as a bound that says something else as an equation."""


def reading_of(constraint: Constraint) -> Reading | None:
    """Return what a constraint says; nothing if that is unknown, or only wished for."""
    if constraint.sort is Sort.WISH:
        return None
    bound = AS_BOUNDS.get(constraint.kernel) if constraint.sort is Sort.BOUND else None
    return bound or READINGS.get(constraint.kernel)
