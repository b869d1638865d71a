"""School figures, solved from nothing: everything stated holds, whatever the seed."""

import math
from itertools import combinations

import numpy as np
import pytest
from diagrammar.compiler.system import Sort

SEEDS = range(10)


def chain(sketch, count, seed):
    """Triangles with three stated sides, consecutive bases perpendicular, one incircle each."""
    rng = np.random.default_rng(seed)
    start, previous = sketch.point("P0", (0.0, 0.0)), None
    for at in range(count):
        end, apex = sketch.point(f"P{at + 1}"), sketch.point(f"Q{at}")
        sketch.join(start, end, apex, start)
        for a, b in ((start, end), (end, apex), (apex, start)):
            sketch.say(f"side {len(sketch.statements)}", "distance", a, b, float(rng.uniform(12, 20)))
        if previous:
            sketch.say(f"turn {at}", "perpendicular", *previous, start, end)
        center, radius = sketch.point(f"I{at}", drawn=False), sketch.number("r", 4.0)
        for a, b in ((start, end), (end, apex), (apex, start)):
            sketch.say(f"touch {len(sketch.statements)}", "tangent_line_circle", a, b, center, radius)
        previous, start = (start, end), end


@pytest.mark.parametrize("seed", SEEDS)
def test_chain_of_five_triangles(sketch, seed):
    chain(sketch, 5, seed)
    sketch.layout(seed)


@pytest.mark.parametrize("seed", range(3))
def test_chain_of_twenty_triangles(sketch, seed):
    chain(sketch, 20, seed)
    sketch.layout(seed)


def test_chain_beyond_dense_algebra(sketch):
    chain(sketch, 50, 1)
    sketch.layout()


@pytest.mark.parametrize("seed", SEEDS)
def test_triangle_by_sides_stands_on_its_first_side(sketch, seed):
    a, b, c = sketch.triangle(35.0, 40.0, 50.0)
    drawn = sketch.layout(seed)
    assert drawn.at(a)[1] == pytest.approx(drawn.at(b)[1])
    assert drawn.at(a)[0] < drawn.at(b)[0]
    assert drawn.at(c)[1] > drawn.at(a)[1]
    assert drawn.layout.freedom == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_free_triangle_is_scalene_and_oblique(sketch, seed):
    points = sketch.draw("ABC")
    drawn = sketch.layout(seed)
    assert drawn.layout.freedom == 3
    angles = [drawn.angle(points[i - 1], points[i], points[i - 2]) for i in range(3)]
    assert min(abs(angle - 90) for angle in angles) > 4
    assert min(angles) > 15
    sides = sorted(drawn.distance(a, b) for a, b in combinations(points, 2))
    assert sides[1] / sides[0] > 1.08
    assert sides[2] / sides[1] > 1.08
    assert 30 < sides[2] < 75


@pytest.mark.parametrize("seed", SEEDS)
def test_triangle_by_two_sides_and_angle(sketch, seed):
    a, b, c = sketch.draw("ABC")
    sketch.say("AB = 50", "distance", a, b, 50.0)
    sketch.say("AC = 35", "distance", a, c, 35.0)
    sketch.say("A = 40°", "angle", b, a, c, math.radians(40))
    assert sketch.layout(seed).angle(b, a, c) == pytest.approx(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_triangle_by_three_angles_takes_a_size_of_its_own(sketch, seed):
    a, b, c = sketch.draw("ABC")
    for p, v, q, degrees in ((b, a, c, 50), (a, b, c, 60), (a, c, b, 70)):
        sketch.say(f"{degrees}°", "angle", p, v, q, math.radians(degrees))
    drawn = sketch.layout(seed)
    assert drawn.layout.freedom == 1
    assert 25 < max(drawn.distance(p, q) for p, q in combinations((a, b, c), 2)) < 75


@pytest.mark.parametrize("seed", SEEDS)
def test_right_triangle_by_legs(sketch, seed):
    a, b, c = sketch.draw("ABC")
    sketch.say("AC = 30", "distance", a, c, 30.0)
    sketch.say("BC = 40", "distance", b, c, 40.0)
    sketch.say("right angle", "perpendicular", c, a, c, b)
    drawn = sketch.layout(seed)
    assert drawn.distance(a, b) == pytest.approx(50)
    level = [abs(drawn.at(p)[1] - drawn.at(c)[1]) < 1e-6 for p in (a, b)]
    assert any(level)


@pytest.mark.parametrize("seed", SEEDS)
def test_incircle_and_circumcircle_of_a_free_triangle(sketch, seed):
    a, b, c = points = sketch.draw("ABC")
    i, r = sketch.point("I"), sketch.number("r")
    o, big = sketch.point("O"), sketch.number("R")
    for p, q, s in ((a, b, c), (b, c, a), (c, a, b)):
        sketch.say(f"touch {p}", "tangent_line_circle", p, q, i, r)
        sketch.say(f"inside {p}", "same_side", i, s, p, q, sort=Sort.BOUND)
        sketch.say(f"through {p}", "on_circle", p, o, big)
    drawn = sketch.layout(seed)
    sides = [drawn.distance(p, q) for p, q in combinations(points, 2)]
    area = abs(drawn.turn(a, b, c)) / 2
    assert drawn.value(r) == pytest.approx(2 * area / sum(sides))
    assert drawn.value(big) == pytest.approx(math.prod(sides) / (4 * area))


@pytest.mark.parametrize("seed", SEEDS)
def test_midpoints_and_centroid(sketch, seed):
    a, b, c = sketch.draw("ABC")
    m, g = sketch.point("M"), sketch.point("G")
    sketch.say("M is the middle", "midpoint", b, c, m, defines=m[0])
    sketch.say("G is the centroid", "centroid", a, b, c, g, defines=g[0])
    drawn = sketch.layout(seed)
    assert drawn.distance(a, g) == pytest.approx(2 * drawn.distance(g, m))
    assert drawn.layout.freedom == 3


@pytest.mark.parametrize("seed", SEEDS)
def test_angle_bisector_divides_the_side_in_proportion(sketch, seed):
    a, b, c = sketch.triangle(45.0, 30.0, 50.0)
    d = sketch.point("D")
    sketch.join(a, d)
    sketch.say("AD bisects", "equal_angle", b, a, d, d, a, c)
    sketch.say("D on BC", "collinear", d, b, c)
    sketch.say("D between", "on_segment", d, b, c, sort=Sort.BOUND)
    drawn = sketch.layout(seed)
    assert drawn.distance(b, d) / drawn.distance(d, c) == pytest.approx(50 / 30)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_circles_touching_and_a_common_tangent(sketch, seed):
    p, q = sketch.point("P"), sketch.point("Q")
    s, t = sketch.point("S"), sketch.point("T")
    sketch.join(s, t)
    sketch.say("touching", "tangent_circles_external", p, 20.0, q, 8.0)
    sketch.say("S on P", "on_circle", s, p, 20.0)
    sketch.say("T on Q", "on_circle", t, q, 8.0)
    sketch.say("tangent at S", "perpendicular", s, t, s, p)
    sketch.say("tangent at T", "perpendicular", s, t, t, q)
    sketch.say("same side", "same_side", p, q, s, t, sort=Sort.BOUND)
    drawn = sketch.layout(seed)
    assert drawn.distance(s, t) == pytest.approx(2 * math.sqrt(20 * 8))


@pytest.mark.parametrize("seed", SEEDS)
def test_free_parallelogram_is_no_rectangle(sketch, seed):
    a, b, c, d = sketch.draw("ABCD")
    sketch.say("AB || CD", "parallel", a, b, c, d)
    sketch.say("BC || DA", "parallel", b, c, d, a)
    drawn = sketch.layout(seed)
    assert drawn.distance(a, b) == pytest.approx(drawn.distance(c, d))
    assert abs(drawn.angle(d, a, b) - 90) > 4
    assert (
        drawn.distance(b, c) / drawn.distance(a, b) < 0.92
        or drawn.distance(b, c) / drawn.distance(a, b) > 1.08
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_square_from_equal_sides_and_right_angles(sketch, seed):
    a, b, c, d = sketch.draw("ABCD")
    for p, q, r, s in ((a, b, b, c), (b, c, c, d), (c, d, d, a)):
        sketch.say(f"equal {p}", "equal_length", p, q, r, s)
    sketch.say("right", "perpendicular", a, b, b, c)
    drawn = sketch.layout(seed)
    assert drawn.angle(b, c, d) == pytest.approx(90)
    assert 20 < drawn.distance(a, b) < 60


@pytest.mark.parametrize("seed", SEEDS)
def test_cyclic_quadrilateral_with_stated_angle(sketch, seed):
    points = a, b, c, d = sketch.draw("ABCD")
    o = sketch.point("O", drawn=False)
    for p in points:
        sketch.say(f"{p} on the circle", "on_circle", p, o, 28.0)
    sketch.say("A = 75°", "angle", d, a, b, math.radians(75))
    for p, q, r in ((a, b, c), (b, c, d), (c, d, a), (d, a, b)):
        sketch.say("", "left_of_line", r, p, q, sort=Sort.BOUND)
    drawn = sketch.layout(seed)
    assert drawn.angle(b, c, d) == pytest.approx(105)


@pytest.mark.parametrize("seed", SEEDS)
def test_pizza_cut_in_three_equal_parts(sketch, seed):
    """Two parallel chords: the distance of each from the centre is what makes the areas equal."""
    d, area = sketch.number("d"), sketch.number("S")
    sketch.say("slice", "segment_area", 30.0, d, area)
    sketch.say("a third", "scaled", math.pi * 900, 1 / 3, area)
    sketch.say("", "greater", d, 0.0, sort=Sort.BOUND)
    assert sketch.layout(seed).value(d) == pytest.approx(30 * 0.264932, rel=1e-5)


@pytest.mark.parametrize("seed", SEEDS)
def test_school_figure_of_ten_points(sketch, seed):
    a, b, c = sketch.triangle(50.0, 42.0, 58.0)
    feet = []
    for name, p, q, r in (("D", a, b, c), ("E", b, c, a), ("F", c, a, b)):
        foot = sketch.point(name)
        sketch.say(f"{name} foot", "foot", p, q, r, foot)
        sketch.join(p, foot)
        feet.append(foot)
    h = sketch.point("H")
    sketch.say("H on AD", "collinear", h, a, feet[0])
    sketch.say("H on BE", "collinear", h, b, feet[1])
    middles = []
    for name, q, r in (("K", b, c), ("L", c, a), ("M", a, b)):
        middle = sketch.point(name)
        sketch.say(f"{name} middle", "midpoint", q, r, middle)
        middles.append(middle)
    n, radius = sketch.point("N", drawn=False), sketch.number("r")
    for p in middles:
        sketch.say(f"{p} on nine-point circle", "on_circle", p, n, radius)
    drawn = sketch.layout(seed)
    assert drawn.distance(n, feet[1]) == pytest.approx(drawn.value(radius))
    assert drawn.layout.freedom == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_boxes_kept_apart(sketch, seed):
    boxes = [sketch.point(name) for name in "ABCD"]
    for first, second in combinations(boxes, 2):
        sketch.say("", "boxes_apart", first, 8.0, 5.0, second, 8.0, 5.0, 2.0, sort=Sort.BOUND)
    sketch.say("A above B", "ahead", boxes[1][1], boxes[0][1], 15.0, sort=Sort.BOUND)
    sketch.say("A right of C", "ahead", boxes[2][0], boxes[0][0], 20.0, sort=Sort.BOUND)
    drawn = sketch.layout(seed)
    assert drawn.at(boxes[0])[1] - drawn.at(boxes[1])[1] >= 15 - 1e-6


@pytest.mark.parametrize("seed", SEEDS)
def test_regular_hexagon(sketch, seed):
    points = sketch.draw("ABCDEF")
    o = sketch.point("O")
    for p, q in zip(points, points[1:] + points[:1]):
        sketch.say(f"side {p}", "distance", p, q, 25.0)
        sketch.say("", "left_of_line", o, p, q, sort=Sort.BOUND)
        sketch.say(f"{p} on circle", "on_circle", p, o, 25.0)
    assert sketch.layout(seed).distance(points[0], points[3]) == pytest.approx(50)


@pytest.mark.parametrize("seed", SEEDS)
def test_trapezoid_with_height(sketch, seed):
    a, b, c, d = sketch.draw("ABCD")
    h = sketch.point("H")
    sketch.say("AB = 55", "distance", a, b, 55.0)
    sketch.say("CD = 30", "distance", c, d, 30.0)
    sketch.say("parallel", "parallel", a, b, c, d)
    sketch.say("H foot of D", "foot", d, a, b, h)
    sketch.say("height 25", "distance", d, h, 25.0)
    sketch.say("", "same_side", c, d, a, b, sort=Sort.BOUND)
    sketch.say("", "opposite_sides", a, c, b, d, sort=Sort.BOUND)
    drawn = sketch.layout(seed)
    assert drawn.layout.freedom == 1
    assert abs(drawn.angle(d, a, b) - drawn.angle(a, b, c)) > 1


@pytest.mark.parametrize("seed", SEEDS)
def test_ellipse_with_point_and_foci(sketch, seed):
    o, f, p = sketch.point("O"), sketch.point("F"), sketch.point("P")
    phi = sketch.number("phi", 0.0, free=False)
    sketch.say("P on ellipse", "on_ellipse", p, o, 40.0, 24.0, phi)
    sketch.say("focus", "polar", o, 32.0, phi, f)
    drawn = sketch.layout(seed)
    x, y = (drawn.at(p)[k] - drawn.at(o)[k] for k in (0, 1))
    assert (x / 40) ** 2 + (y / 24) ** 2 == pytest.approx(1)


@pytest.mark.parametrize("seed", SEEDS)
def test_common_tangent_of_touching_circles_does_not_shrink_into_their_point(sketch, seed):
    o, p, a, b = (sketch.point(name) for name in "OPAB")
    sketch.join(o, a), sketch.join(p, b), sketch.join(a, b)
    sketch.say("touch", "tangent_circles_external", o, 30.0, p, 20.0)
    sketch.say("on k", "on_circle", a, o, 30.0)
    sketch.say("on m", "on_circle", b, p, 20.0)
    sketch.say("tangent to k", "tangent_point", b, a, o)
    sketch.say("tangent to m", "tangent_point", a, b, p)
    assert sketch.layout(seed).distance(a, b) == pytest.approx(2 * math.sqrt(600))
