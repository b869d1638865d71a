"""General position: what nobody stated does not appear, whatever the seed."""

import math
from itertools import combinations

import numpy as np
import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source

SEEDS = range(10)
LEAST_HEIGHT = 0.03
"""Of the figure's size: a triangle flatter than this looks like three points on a line."""
LEAST_SINE = math.sin(math.radians(4))
LEAST_GAP = 0.02
"""Of the figure's size: a circle nearer than this seems to touch."""
LEAST_RATIO = 1.03

FREE = {
    "triangle": "triangle ABC",
    "quadrilateral": "polygon ABCD",
    "pentagon": "polygon ABCDE",
    "two segments": "segment a(A, B), b(C, D)",
    "point in a triangle": "triangle ABC; point P(inside = ABC); segment PA, PB, PC",
    "two circles and a line": "circle k(center = O), m(center = P); line l(A, B)",
    "circle and a segment": "circle k(center = O); segment s(A, B)",
    "triangle and a circle": "triangle ABC; circle k(center = O)",
}
ONE_PAIR = "triangle ABC; midpoint M(A, B); segment CM"


def drawn(text, seed):
    result = compile_spec(Source(text=text), Options(draw=False, seed=seed))
    assert result.ok, [d.message for d in result.diagnostics]
    system, values = result.posed[0].system, np.array(result.layouts[0].values)
    places = values[np.array(system.points).reshape(-1, 2)]
    size = float(max(places.max(axis=0) - places.min(axis=0)))
    segments = values[np.array(system.segments, dtype=int).reshape(-1, 2, 2)]
    circles = values[np.array(system.circles, dtype=int).reshape(-1, 3)]
    return places, segments, circles, size


def cross(a, b):
    return float(a[0] * b[1] - a[1] * b[0])


def off_line(a, b, p):
    return abs(cross(b - a, p - a)) / math.dist(a, b)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_no_three_points_seem_to_lie_on_a_line(text, seed):
    places, _, _, size = drawn(text, seed)
    for a, b, c in combinations(places, 3):
        longest = max(math.dist(a, b), math.dist(b, c), math.dist(c, a))
        assert abs(cross(b - a, c - a)) / longest > LEAST_HEIGHT * size


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_no_two_segments_seem_parallel_square_or_equal(text, seed):
    _, segments, _, _ = drawn(text, seed)
    for first, second in combinations(segments, 2):
        u, v = first[1] - first[0], second[1] - second[0]
        lengths = math.hypot(*u), math.hypot(*v)
        assert abs(cross(u, v)) > LEAST_SINE * lengths[0] * lengths[1]
        assert abs(float(u @ v)) > LEAST_SINE * lengths[0] * lengths[1]
        assert max(lengths) / min(lengths) > LEAST_RATIO


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_no_circle_seems_to_touch_anything(text, seed):
    places, segments, circles, size = drawn(text, seed)
    for x, y, r in circles:
        for point in places:
            assert abs(math.dist(point, (x, y)) - r) > LEAST_GAP * size
        for a, b in segments:
            assert abs(off_line(a, b, np.array([x, y])) - r) > LEAST_GAP * size
    for (x, y, r), (u, v, s) in combinations(circles, 2):
        apart = math.dist((x, y), (u, v))
        assert abs(apart - r - s) > LEAST_GAP * size
        assert max(r, s) / min(r, s) > LEAST_RATIO


@pytest.mark.parametrize("seed", SEEDS)
def test_what_follows_from_a_statement_is_left_alone(seed):
    places, _, _, _ = drawn(ONE_PAIR, seed)
    a, b, _, m = places
    assert math.dist(a, m) == pytest.approx(math.dist(m, b))


def test_seeds_give_visibly_different_triangles():
    shapes = []
    for seed in SEEDS:
        (a, b, c), *_ = drawn("triangle ABC", seed)
        sides = sorted([math.dist(a, b), math.dist(b, c), math.dist(c, a)])
        shapes.append((sides[0] / sides[2], sides[1] / sides[2]))
    apart = [math.dist(one, other) for one, other in combinations(shapes, 2)]
    assert np.median(apart) > 0.05


@pytest.mark.parametrize("seed", SEEDS)
def test_similar_figures_stand_alike_on_one_base_line(seed):
    text = "triangle ABC, DEF; similar(ABC, DEF); dimension(A, B, 4 cm); dimension(D, E, 6 cm)"
    (a, b, c, d, e, f), *_ = drawn(text, seed)
    assert 1.5 * (b - a) == pytest.approx(e - d, abs=1e-6)
    assert 1.5 * (c - a) == pytest.approx(f - d, abs=1e-6)
    assert min(a[1], b[1], c[1]) == pytest.approx(min(d[1], e[1], f[1]))


@pytest.mark.parametrize("seed", SEEDS)
def test_parallelogram_by_its_sides_is_no_near_rectangle(seed):
    (a, _, _, d, *_), *_ = drawn("parallelogram ABCD(AB = 8 cm, BC = 5 cm); foot F(D, AB)", seed)
    slant = math.degrees(math.atan2(*(d - a)[::-1]))
    assert 30 < slant < 80


@pytest.mark.parametrize("seed", SEEDS)
def test_segments_that_intersect_cross_between_their_ends(seed):
    (a, b, c, d, *_), *_ = drawn("point A, B, C, D; segment s(A, B), t(C, D); intersect(s, t)", seed)
    assert cross(b - a, c - a) * cross(b - a, d - a) < 0
    assert cross(d - c, a - c) * cross(d - c, b - c) < 0
