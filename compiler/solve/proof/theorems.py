"""What follows from a figure's coordinates though narrowing cannot see it: the theorems of a school book.

Each is stated only where a figure speaks of its parts already, so that a network stays small.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations
from typing import Final

from .affine import Steps
from .directions import Headings
from .figure import Figure, Spot

_HALF_TURN: Final = (math.pi * (1 - 4e-16), math.pi * (1 + 4e-16))


def complete(f: Figure, headings: Headings, steps: Steps) -> None:
    """State all that applies; headings tell which lines are parallel, steps which are multiples of others."""
    _found_parallelograms(f, headings)
    _multiples(f, steps)
    for spot, a, b in f.betweens:
        if frozenset((spot, a, b)) in f.rows:
            f.net.equate(f.length(a, b), f.net.sum(f.length(a, spot), f.length(spot, b)))
    for corners in f.parallelograms:
        _parallelogram_angles(f, corners)
    for a, b, middle in f.middles:
        _medians(f, a, b, middle)
    for a, b, c, d in f.parallels:
        _equal_heights(f, (a, b), (c, d))
        _equal_heights(f, (c, d), (a, b))
    for (center, _), rim in f.rounds.items():
        _inscribed_angles(f, center, rim)
        _powers(f, center, rim)
    _equal_sides(f)
    _similar(f)
    _half_circles(f)
    _angle_sums(f)
    _angles_around(f)
    _sides(f)


def _multiples(f: Figure, steps: Steps) -> None:
    """Steps that are multiples of others have lengths in that ratio."""
    net = f.net
    for one, other, ratio in steps:
        if frozenset(one) in f.lengths or frozenset(other) in f.lengths:
            share = abs(float(ratio))
            net.equate(f.length(*one), net.times(f.near(share), f.length(*other)))
            net.equate(f.square(*one), net.times(f.near(share * share), f.square(*other)))


def _found_parallelograms(f: Figure, headings: Headings) -> None:
    """Two pairs of parallels make a parallelogram: opposite sides are equal."""
    sides = [pair for pair in f.pairs.values() if len(pair) == 2]
    for one, other in combinations(dict.fromkeys(sides), 2):
        if one & other or not _are_parallel(headings, one, other):
            continue
        a, b = sorted(one)
        for c, d in permutations(sorted(other)):
            across = headings.between(one, frozenset((b, c)))
            is_slanted = across is not None and abs(math.sin(across)) > 1e-6
            if is_slanted and _are_parallel(headings, frozenset((b, c)), frozenset((d, a))):
                f.net.equate(f.length(a, b), f.length(c, d))
                f.equals.append((one, other))


def _are_parallel(headings: Headings, one: frozenset[Spot], other: frozenset[Spot]) -> bool:
    by = headings.between(one, other)
    return by is not None and abs(math.sin(by)) < 1e-9


def _parallelogram_angles(f: Figure, corners: tuple[Spot, Spot, Spot, Spot]) -> None:
    """Opposite angles of a parallelogram are equal, neighbours make a half turn."""
    a, b, c, d = corners
    keys = [(v, frozenset(ends)) for v, ends in ((a, (d, b)), (b, (a, c)), (c, (b, d)), (d, (c, a)))]
    if not any(key in f.angles for key in keys):
        return
    first, second, third, fourth = (
        f.angle(p, v, q) for p, v, q in ((d, a, b), (a, b, c), (b, c, d), (c, d, a))
    )
    f.net.equate(first, third)
    f.net.equate(second, fourth)
    f.net.equate(f.net.sum(first, second), f.net.number(*_HALF_TURN))


def _medians(f: Figure, a: Spot, b: Spot, middle: Spot) -> None:
    """A median m to a side c has 4 m² + c² = 2 (a² + b²) (Apollonius)."""
    net = f.net
    for spot in tuple(f.points):
        sides = [frozenset((spot, end)) for end in (a, b, middle)]
        if spot not in (a, b, middle) and sum(side in f.lengths for side in sides) > 1:
            twice = net.scaled(2.0, net.sum(f.square(spot, a), f.square(spot, b)))
            net.equate(net.sum(net.scaled(4.0, f.square(spot, middle)), f.square(a, b)), twice)


def _equal_heights(f: Figure, line: tuple[Spot, Spot], other: tuple[Spot, Spot]) -> None:
    """Points of a line are equally far from a parallel one."""
    on_other = [*other, *_in_row(f, other)]
    known = [f.heights[spot, frozenset(line)] for spot in on_other if (spot, frozenset(line)) in f.heights]
    if known and set(_in_row(f, line)) & set(on_other):
        known.append(f.constant(0.0))
    for one, next_ in pairwise(known):
        f.net.equate(one, next_)


def _in_row(f: Figure, line: tuple[Spot, Spot]) -> list[Spot]:
    """Return the points that are said to be on a line."""
    return [spot for row in f.rows if set(line) < row for spot in row - set(line)]


def _powers(f: Figure, center: Spot, rim: Sequence[Spot]) -> None:
    """Through a point, a line cuts a circle in two lengths whose product is its power |d² - r²|."""
    net = f.net
    powers: dict[Spot, int] = {}
    for a, b in combinations(dict.fromkeys(rim), 2):
        for spot in _in_row(f, (a, b)):
            if spot in rim or spot == center:
                continue
            if spot not in powers:
                powers[spot] = net.magnitude(net.difference(f.square(center, spot), f.square(center, a)))
            net.equate(powers[spot], net.times(f.length(spot, a), f.length(spot, b)))


def _inscribed_angles(f: Figure, center: Spot, rim: Sequence[Spot]) -> None:
    """An angle on a circle has half the central one's arc, and its sine times the diameter is the chord."""
    net = f.net
    for a, c, b in permutations(rim, 3):
        key = (c, frozenset((a, b)))
        if a > b or key not in f.angles:
            continue
        angle = f.angles[key]
        net.equate(f.length(a, b), net.scaled(2.0, net.times(f.length(center, c), f.sines[angle])))
        central = f.angles.get((center, frozenset((a, b))))
        if central is not None:
            # cos 2x = 2 cos² x - 1, for the central angle or what it leaves of the full turn alike.
            double = net.scaled(2.0, net.square(f.cosines[angle]))
            net.equate(net.sum(f.cosines[central], f.constant(1.0)), double)


def _equal_sides(f: Figure) -> None:
    """Equal lengths have equal squares, and equal sides of a triangle face equal angles."""
    for one, other in tuple(f.equals):
        if len(one) == len(other) == 2:
            f.net.equate(f.square(*sorted(one)), f.square(*sorted(other)))
        shared = one & other
        if len(shared) != 1 or one == other:
            continue
        (apex,), (a,), (b,) = shared, one - shared, other - shared
        keys = [(v, frozenset((apex, w))) for v, w in ((a, b), (b, a))]
        if any(key in f.angles for key in keys) or (apex, frozenset((a, b))) in f.angles:
            f.net.equate(f.angle(apex, a, b), f.angle(apex, b, a))


def _similar(f: Figure) -> None:
    """Triangles whose sides are in one ratio have equal angles."""
    for numbers in f.ratios.values():
        sides = [(f.pairs[a], f.pairs[b]) for a, b in numbers if a in f.pairs and b in f.pairs]
        for first, second, third in combinations(sides, 3):
            corners = [
                (one[0] & other[0], one[1] & other[1])
                for one, other in combinations((first, second, third), 2)
            ]
            if all(len(a) == len(b) == 1 for a, b in corners) and len(first[0] | second[0] | third[0]) == 3:
                _equal_corners(f, [(next(iter(a)), next(iter(b))) for a, b in corners])


def _equal_corners(f: Figure, corners: Sequence[tuple[Spot, Spot]]) -> None:
    """Equate the angles of two triangles, given vertex by vertex, if one of them is spoken of."""
    figures = [[pair[side] for pair in corners] for side in (0, 1)]
    keys = [(v, frozenset(figure) - {v}) for figure in figures for v in figure]
    if any(key in f.angles for key in keys):
        for at in range(3):
            one, other = (f.angle(figure[at - 1], figure[at], figure[at - 2]) for figure in figures)
            f.net.equate(one, other)


def _half_circles(f: Figure) -> None:
    """A point as far from the middle of a diameter as its ends sees it under a right angle (Thales)."""
    equal = {frozenset(pair) for pair in f.equals}
    for a, b, middle in f.middles:
        for spot in tuple(f.points):
            reach = frozenset((middle, spot))
            ends = [frozenset((frozenset((middle, end)), reach)) for end in (a, b)]
            if spot not in (a, b, middle) and any(pair in equal for pair in ends):
                f.net.equate(f.inner(spot, a, b), f.constant(0.0))


def _angle_sums(f: Figure) -> None:
    """The angles of a triangle make a half turn."""
    triangles = dict.fromkeys(frozenset((vertex, *ends)) for vertex, ends in f.angles)
    for triangle in triangles:
        if len(triangle) == 3:
            a, b, c = sorted(triangle)
            first, second, third = f.angle(b, a, c), f.angle(a, b, c), f.angle(a, c, b)
            f.net.equate(f.net.sum(f.net.sum(first, second), third), f.net.number(*_HALF_TURN))


def _angles_around(f: Figure) -> None:
    """Of three angles between three rays none is more than the others together, and all make at most a full turn."""
    net = f.net
    for angles in tuple(_three_around(f)):
        for at in range(3):
            others = [angle for other, angle in enumerate(angles) if other != at]
            net.order(angles[at], net.sum(*others))
        whole = net.sum(net.sum(angles[0], angles[1]), angles[2])
        net.order(whole, f.constant(2 * math.pi * (1 + 4e-16)))


def _three_around(f: Figure) -> Iterator[tuple[int, int, int]]:
    vertices: dict[Spot, dict[Spot, None]] = {}
    for vertex, ends in f.angles:
        vertices.setdefault(vertex, {}).update(dict.fromkeys(sorted(ends)))
    for vertex, rays in vertices.items():
        for a, b, c in combinations(rays, 3):
            keys = [(vertex, frozenset(pair)) for pair in ((a, b), (b, c), (c, a))]
            if sum(key in f.angles for key in keys) > 1:
                yield f.angle(a, vertex, b), f.angle(b, vertex, c), f.angle(c, vertex, a)


def _sides(f: Figure) -> None:
    """No side of a triangle is longer than the other two together."""
    stated = set(f.pairs.values())
    for a, b, c in combinations(f.points, 3):
        pairs = [frozenset(pair) for pair in ((b, c), (c, a), (a, b))]
        if not all(pair in f.lengths for pair in pairs):
            continue
        if stated.issuperset(pairs):
            # Three lengths place the corners: the law of cosines says where.
            f.inner(a, b, c)
        sides = [f.lengths[pair] for pair in pairs]
        for at in range(3):
            others = [side for other, side in enumerate(sides) if other != at]
            f.net.order(sides[at], f.net.sum(*others))
