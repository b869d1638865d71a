"""What a spec states about a figure is true of the solved figure, measured here by other means."""

import math
from functools import cache

import pytest
from diagrammar.compiler.draw.combining import geometry_of
from diagrammar.compiler.draw.solution import Solution
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.compiler.shapes import Circle, Line, Point, Polygon, Several, Shape, xy
from diagrammar.dsl.source import Source


@cache
def solution(text: str) -> Solution:
    done = compile_spec(Source(text=text, name="case"), Options(draw=False))
    assert done.ok, done.diagnostics
    posed = done.posed[0]
    assert done.model is not None
    return Solution(done.model.panels[0], posed.poser, done.layouts[0], posed.measures)


def shape(text: str, name: str) -> Shape[float]:
    return solution(text).shape_of(name)


def place(text: str, name: str) -> tuple[float, float]:
    found = shape(text, name)
    assert isinstance(found, Point)
    return xy(found)


def side_lengths(polygon: Shape[float]) -> list[float]:
    assert isinstance(polygon, Polygon)
    spots = [xy(p) for p in polygon.points]
    return [math.dist(a, b) for a, b in zip(spots, (*spots[1:], spots[0]))]


PIZZA = """
circle pizza(center = O)
chord a(of = pizza), b(of = pizza)
region P(split(pizza, a, b))
parallel(a, b)
area(P[1]) == area(P[2]) == area(P[3])
"""


def test_equal_pieces_of_a_disc_have_equal_areas() -> None:
    pieces = shape(PIZZA, "P")
    assert isinstance(pieces, Several)
    areas = [geometry_of(piece, (-500, -500, 500, 500)).area for piece in pieces.shapes]
    disc = shape(PIZZA, "pizza")
    assert isinstance(disc, Circle)
    assert areas == pytest.approx([math.pi * disc.radius**2 / 3] * 3, rel=1e-3)


def test_sides_are_in_the_stated_proportion() -> None:
    sides = side_lengths(shape("triangle ABC(sides = [3, 4, 5])", "ABC"))
    assert [s / sides[0] * 3 for s in sides] == pytest.approx([3, 4, 5])


def test_right_angle_of_stated_sides_is_opposite_the_longest() -> None:
    text = "triangle ABC(right, sides = [3, 5, 4])"
    a, b, c = (place(text, name) for name in "ABC")
    assert math.dist(b, c) > math.dist(a, b)
    assert (b[0] - a[0]) * (c[0] - a[0]) + (b[1] - a[1]) * (c[1] - a[1]) == pytest.approx(0, abs=1e-6)


def test_incircle_touches_all_sides() -> None:
    text = "triangle ABC(sides = [5, 6, 7])\nincircle k(of = ABC)"
    circle, spots = shape(text, "k"), [place(text, name) for name in "ABC"]
    assert isinstance(circle, Circle)
    for (ax, ay), (bx, by) in zip(spots, (*spots[1:], spots[0])):
        across = (bx - ax) * (circle.center.y - ay) - (by - ay) * (circle.center.x - ax)
        assert abs(across) / math.dist((ax, ay), (bx, by)) == pytest.approx(circle.radius)


def test_centroid_divides_a_median_two_to_one() -> None:
    text = "triangle ABC\nmedian AM\ncentroid G(ABC)"
    a, m, g = (place(text, name) for name in "AMG")
    assert math.dist(a, g) == pytest.approx(2 * math.dist(g, m))


def test_tangents_from_a_point_are_equally_long() -> None:
    text = "circle c(center = O, radius = 3 cm)\npoint P, S, T\ntangent PS(c, from = P), PT(c, from = P)"
    p, s, t = (place(text, name) for name in "PST")
    assert math.dist(p, s) == pytest.approx(math.dist(p, t))


def test_ten_perpendiculars_through_centroids_concur() -> None:
    lines = [("AB", "CDE"), ("AC", "BDE"), ("DE", "ABC"), ("BD", "ACE")]
    spec = ["circle k", "for X in [A, B, C, D, E] { point X(on = k) }"]
    spec += [
        f"perpendicular p{i}(to = {a}--{b}, through = centroid({c}, {d}, {e}))"
        for i, ((a, b), (c, d, e)) in enumerate(lines)
    ]
    text = "\n".join(spec)
    found = [shape(text, f"p{i}") for i in range(len(lines))]
    meets = [meeting(found[0], other) for other in found[1:]]
    for spot in meets[1:]:
        assert spot == pytest.approx(meets[0], abs=1e-4)


def meeting(one: Shape[float], other: Shape[float]) -> tuple[float, float]:
    assert isinstance(one, Line) and isinstance(other, Line)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = (xy(p) for p in (one.a, one.b, other.a, other.b))
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    return (ax + t * (bx - ax), ay + t * (by - ay))


@pytest.mark.parametrize("order", ["", ", cw"])
def test_points_keep_their_order_round_a_circle(order: str) -> None:
    text = (
        "circle c(center = O)\n"
        + "\n".join(f"point {n}(on = c)" for n in "ABCD")
        + f"\norder(A, B, C, D{order})"
    )
    o = place(text, "O")
    headings = [math.atan2(y - o[1], x - o[0]) for x, y in (place(text, n) for n in "ABCD")]
    turns = [(b - a) % math.tau for a, b in zip(headings, (*headings[1:], headings[0]))]
    expected = math.tau * (3 if order else 1)
    assert sum(turns) == pytest.approx(expected)


def test_one_letter_is_one_length() -> None:
    text = 'point O\ncircle c(center = O, radius = "R"), d(center = O, radius = "2R")'
    small, large = shape(text, "c"), shape(text, "d")
    assert isinstance(small, Circle) and isinstance(large, Circle)
    assert large.radius == pytest.approx(2 * small.radius)
