"""What the solver promises besides solving: determinism, standings of slots, freedom, pose."""

import math

import pytest
from diagrammar.compiler.solve import solve
from diagrammar.compiler.system import Constraint, Slot, Sort, System


def test_same_seed_gives_the_same_numbers(sketch):
    sketch.draw("ABCD")
    assert sketch.solve(3) == sketch.solve(3)


def test_another_seed_gives_another_drawing(sketch):
    sketch.draw("ABCD")
    assert sketch.solve(3).value.values != sketch.solve(4).value.values


def test_constants_keep_their_value(sketch):
    a, b = sketch.point("A", (3.0, 4.0)), sketch.point("B")
    sketch.say("AB = 7", "distance", a, b, 7.0)
    assert sketch.layout().at(a) == (3.0, 4.0)


def test_hinted_points_stay_where_hinted(sketch):
    places = {"A": (-20.0, 3.0), "B": (25.0, -4.0), "C": (2.0, 21.0)}
    points = []
    for name, (x, y) in places.items():
        pair = (sketch.number(f"{name}.x", x, hinted=True), sketch.number(f"{name}.y", y, hinted=True))
        sketch.points.append(pair)
        points.append(pair)
    sketch.join(*points, points[0])
    drawn = sketch.layout()
    for point, place in zip(points, places.values()):
        assert drawn.at(point) == pytest.approx(place, abs=1.0)


def test_hinted_size_does_not_keep_a_figure_from_standing(sketch):
    a, b, _ = sketch.triangle(35.0, 40.0, 50.0)
    o, r = sketch.point("O"), sketch.number("r", 25.0, hinted=True)
    for p in (a, b):
        sketch.say("through", "on_circle", p, o, r)
    drawn = sketch.layout()
    assert drawn.at(a)[1] == pytest.approx(drawn.at(b)[1])


def test_lengths_far_beyond_the_extent_are_solved(sketch):
    a, b, c = sketch.triangle(3000.0, 4000.0, 5000.0)
    assert sketch.layout().angle(a, c, b) == pytest.approx(90)


def test_explicit_numbers_are_evaluated_forward(sketch):
    a, b, c = 5.0, sketch.number("b"), sketch.number("c")
    sketch.say("c = b squared", "power", b, 2.0, c, defines=c)
    sketch.say("b = 2a", "scaled", a, 2.0, b, defines=b)
    drawn = sketch.layout()
    assert (drawn.value(b), drawn.value(c)) == pytest.approx((10, 100))


def test_freedom_counts_what_the_author_left_open(sketch):
    a, b, _ = sketch.draw("ABC")
    sketch.say("AB = 40", "distance", a, b, 40.0)
    assert sketch.layout().layout.freedom == 2


def test_freedom_is_none_for_a_redundant_but_consistent_figure(sketch):
    a, b, c = sketch.triangle(30.0, 40.0, 50.0)
    sketch.say("right angle", "perpendicular", c, a, c, b)
    assert sketch.layout().layout.freedom == 0


def test_stated_horizontal_is_not_turned_away(sketch):
    _, b, c = sketch.draw("ABC")
    sketch.say("BC horizontal", "same", b[1], c[1])
    drawn = sketch.layout()
    assert drawn.at(b)[1] == pytest.approx(drawn.at(c)[1])


def test_orientation_stated_is_kept(sketch):
    a, b, c = sketch.triangle(30.0, 40.0, 50.0)
    sketch.say("clockwise", "left_of_line", c, b, a, sort=Sort.BOUND)
    assert sketch.layout().turn(a, b, c) < 0


def test_free_figure_is_centred(sketch):
    points = sketch.draw("ABCD")
    drawn = sketch.layout()
    for axis in (0, 1):
        places = [drawn.at(point)[axis] for point in points]
        assert max(places) + min(places) == pytest.approx(0, abs=1e-9)


def test_parts_that_nothing_ties_stand_side_by_side(sketch):
    first = sketch.triangle(35.0, 40.0, 50.0, "ABC")
    second = sketch.triangle(17.0, 20.0, 25.0, "DEF")
    drawn = sketch.layout()
    assert max(drawn.at(p)[0] for p in first) < min(drawn.at(p)[0] for p in second)
    for a, b, _ in (first, second):
        assert drawn.at(a)[1] == pytest.approx(drawn.at(b)[1])


def test_circle_has_room_beside_another_part(sketch):
    o, p = sketch.point("O"), sketch.point("P")
    sketch.say("P on circle", "on_circle", p, o, 20.0)
    corners = sketch.triangle(35.0, 40.0, 50.0)
    drawn = sketch.layout()
    assert min(drawn.distance(o, corner) for corner in corners) > 20


def test_choice_between_mirror_images_is_recorded(sketch):
    sketch.triangle(35.0, 40.0, 50.0)
    assert sketch.layout().layout.choices == ("`C`: of 2 places the one nearest to its start",)


def test_wish_of_the_author_is_followed_where_it_can_be(sketch):
    a, b = sketch.point("A"), sketch.point("B")
    sketch.say("AB = 40", "distance", a, b, 40.0)
    sketch.say("A above B", "ahead", b[1], a[1], 30.0, sort=Sort.WISH)
    drawn = sketch.layout()
    assert drawn.at(a)[1] - drawn.at(b)[1] > 29


def test_impossible_wish_is_not_reported(sketch):
    a, b = sketch.point("A"), sketch.point("B")
    sketch.say("AB = 40", "distance", a, b, 40.0)
    sketch.say("far", "separation", a, b, 50.0, sort=Sort.WISH)
    assert sketch.solve().diagnostics == ()


def test_empty_system_is_solved():
    outcome = solve(System((), (), ()))
    assert outcome.ok
    assert outcome.value.values == ()


def test_slots_without_constraints_get_finite_numbers():
    outcome = solve(System((Slot("x", 0.0), Slot("y", 2.0, hinted=True)), (), ()))
    assert outcome.ok
    assert all(math.isfinite(value) for value in outcome.value.values)
    assert outcome.value.values[1] == 2.0


def test_residual_of_every_constraint_is_reported():
    system = System((Slot("a", 1.0, False), Slot("b", 0.0)), (Constraint("same", (0, 1)),), ())
    assert solve(system).value.residuals == (0.0,)
