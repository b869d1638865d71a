"""Where formulas have corners: straight and zero angles, touching bounds, tangency, turned slots."""

import math

import pytest
from diagrammar.compiler.system import Sort


@pytest.mark.parametrize("seed", range(5))
def test_straight_angle(sketch, seed):
    a, v, b = (sketch.point(name) for name in "AVB")
    sketch.say("AVB = 180°", "angle", a, v, b, math.pi)
    drawn = sketch.layout(seed)
    assert drawn.angle(a, v, b) == pytest.approx(180, abs=1e-3)
    assert min(drawn.distance(a, v), drawn.distance(v, b)) > 5


@pytest.mark.parametrize("seed", range(5))
def test_zero_angle(sketch, seed):
    a, v, b = (sketch.point(name) for name in "AVB")
    sketch.say("AVB = 0°", "angle", a, v, b, 0.0)
    sketch.say("VA = 20", "distance", v, a, 20.0)
    sketch.say("VB = 35", "distance", v, b, 35.0)
    assert sketch.layout(seed).distance(a, b) == pytest.approx(15, abs=1e-3)


@pytest.mark.parametrize("degrees", [30, 150, 210, 270, 330, -45])
def test_directed_angle_in_every_quadrant(sketch, degrees):
    a, v, b = (sketch.point(name) for name in "AVB")
    sketch.join(a, v, b)
    sketch.say("turn", "directed_angle", a, v, b, math.radians(degrees))
    drawn = sketch.layout()
    assert math.copysign(1, drawn.turn(v, a, b)) == math.copysign(1, math.sin(math.radians(degrees)))
    assert drawn.angle(a, v, b) == pytest.approx(min(degrees % 360, -degrees % 360))


def test_direction_is_kept_when_the_figure_is_posed(sketch):
    a, b, _ = sketch.draw("ABC")
    sketch.say("AB at 30°", "direction", a, b, math.radians(30))
    drawn = sketch.layout()
    (ax, ay), (bx, by) = drawn.at(a), drawn.at(b)
    assert math.degrees(math.atan2(by - ay, bx - ax)) == pytest.approx(30)


def test_bounds_that_leave_a_single_value(sketch):
    a = sketch.number("a")
    sketch.say("a >= 5", "greater", a, 5.0, sort=Sort.BOUND)
    sketch.say("a <= 5", "greater", 5.0, a, sort=Sort.BOUND)
    assert sketch.layout().value(a) == pytest.approx(5, abs=1e-4)


def test_degenerate_triangle_that_just_closes(sketch):
    a, b, c = sketch.triangle(30.0, 40.0, 70.0)
    assert sketch.layout().angle(a, c, b) == pytest.approx(180, abs=0.1)


def test_chord_through_the_centre(sketch):
    a, b, o = sketch.point("A"), sketch.point("B"), sketch.point("O")
    sketch.say("A on circle", "on_circle", a, o, 20.0)
    sketch.say("B on circle", "on_circle", b, o, 20.0)
    sketch.say("AB = 40", "distance", a, b, 40.0)
    assert sketch.layout().angle(a, o, b) == pytest.approx(180, abs=0.1)


def test_unknown_angle_follows_from_the_figure(sketch):
    a, b, c = sketch.triangle(30.0, 40.0, 50.0)
    theta = sketch.number("θ", 1.0)
    sketch.say("θ", "angle", a, c, b, theta)
    assert sketch.layout().value(theta) == pytest.approx(math.pi / 2)


def test_area_fixes_a_height(sketch):
    a, b, c = sketch.draw("ABC")
    sketch.say("AB = 40", "distance", a, b, 40.0)
    sketch.say("area 500", "polygon_area", a, b, c, 500.0)
    assert sketch.layout().turn(a, b, c) == pytest.approx(1000)


def test_expression_over_lengths(sketch):
    a, b, c = sketch.draw("ABC")
    x, double = sketch.number("x"), sketch.number("2x")
    sketch.say("AB = 2x", "distance", a, b, double)
    sketch.say("BC = x", "distance", b, c, x)
    sketch.say("2x", "scaled", x, 2.0, double, defines=double)
    sketch.say("CA = 30", "distance", c, a, 30.0)
    drawn = sketch.layout()
    assert drawn.distance(a, b) == pytest.approx(2 * drawn.distance(b, c))
