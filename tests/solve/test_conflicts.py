"""Contradictions are reported with the author's own statements: all that clash, and no other."""

import math

import pytest
from diagrammar.compiler.solve.codes import CODES
from diagrammar.compiler.system import Constraint, Sort

right = math.pi / 2


def check(sketch, *texts, code="SOL001"):
    """Insist on one error that names exactly these statements, the last of them as the primary place."""
    error = sketch.error()
    assert error.code == code
    assert sketch.named(error) == set(texts)
    last = max(at for at, statement in enumerate(sketch.statements) if statement.text in texts)
    assert error.span == sketch.statements[last].span
    return error


def test_sides_that_cannot_close(sketch):
    sketch.triangle(3.0, 4.0, 8.0)
    error = check(sketch, "BC = 3", "CA = 4", "AB = 8")
    assert error.message == "sides 3, 4 and 8 cannot close: 3 + 4 < 8"
    assert len(error.hints) == 3


def test_sides_one_two_ten(sketch):
    sketch.triangle(1.0, 2.0, 10.0)
    assert "1 + 2 < 10" in check(sketch, "BC = 1", "CA = 2", "AB = 10").message


def test_measures_equated_with_constants_are_understood(sketch):
    points = sketch.draw("ABC")
    for at, length in enumerate((3.0, 4.0, 8.0)):
        measure = sketch.number("distance", 30.0)
        a, b = points[at], points[at - 1]
        sketch.say(f"side {length:g}", "distance", a, b, measure, defines=measure)
        origin = len(sketch.statements) - 1
        constant = sketch.number("", length, free=False)
        sketch.constraints.append(Constraint("same", (measure, constant), origin=origin))
    assert "3 + 4 < 8" in check(sketch, "side 3", "side 4", "side 8").message


def test_sides_are_told_in_the_authors_unit(sketch):
    a, b, c = sketch.draw("ABC")
    sketch.say("AB = 1.5 km", "distance", a, b, 15.0)
    sketch.say("BC = 2 km", "distance", b, c, 20.0)
    sketch.say("CA = 4 km", "distance", c, a, 40.0)
    assert "1.5 + 2 < 4" in sketch.error().message


def test_quadrilateral_that_cannot_close(sketch):
    a, b, c, d = sketch.draw("ABCD")
    for p, q, length in ((a, b, 10.0), (b, c, 8.0), (c, d, 9.0), (d, a, 40.0)):
        sketch.say(f"side {length:g}", "distance", p, q, length)
    error = check(sketch, "side 10", "side 8", "side 9", "side 40")
    assert "10 + 8 + 9 < 40" in error.message


def test_angles_that_do_not_make_a_triangle(sketch):
    a, b, c = sketch.draw("ABC")
    for p, v, q, degrees in ((b, a, c, 153), (a, b, c, 13), (a, c, b, 20)):
        sketch.say(f"{degrees}°", "angle", p, v, q, math.radians(degrees))
    error = check(sketch, "153°", "13°", "20°")
    assert error.message == "angles 153°, 13° and 20° make 186°, not the 180° of a triangle"
    assert "14°" in error.hints[2]


def test_over_determined_right_triangle(sketch):
    a, b, c = sketch.triangle(30.0, 40.0, 60.0)
    sketch.say("right angle at C", "perpendicular", c, a, c, b)
    check(sketch, "BC = 30", "CA = 40", "AB = 60", "right angle at C")


def test_two_lengths_of_one_segment(sketch):
    a, b, c = sketch.draw("ABC")
    sketch.say("AB = 40", "distance", a, b, 40.0)
    sketch.say("BC = 30", "distance", b, c, 30.0)
    sketch.say("AB = 45", "distance", a, b, 45.0)
    check(sketch, "AB = 40", "AB = 45")


def test_parallel_and_perpendicular(sketch):
    a, b, c, d = sketch.draw("ABCD")
    sketch.say("AB || CD", "parallel", a, b, c, d)
    sketch.say("AB ⊥ CD", "perpendicular", a, b, c, d)
    check(sketch, "AB || CD", "AB ⊥ CD")


def test_two_right_angles_in_a_triangle(sketch):
    a, b, c = sketch.draw("ABC")
    sketch.say("AB = 40", "distance", a, b, 40.0)
    sketch.say("A = 90°", "angle", b, a, c, right)
    sketch.say("B = 90°", "angle", a, b, c, right)
    assert check(sketch, "A = 90°", "B = 90°")


def test_equal_sides_against_unequal_lengths(sketch):
    a, b, c = sketch.draw("ABC")
    sketch.say("AB = AC", "equal_length", a, b, a, c)
    sketch.say("AB = 40", "distance", a, b, 40.0)
    sketch.say("BC = 20", "distance", b, c, 20.0)
    sketch.say("AC = 30", "distance", a, c, 30.0)
    check(sketch, "AB = AC", "AB = 40", "AC = 30")


def test_midpoint_with_unequal_halves(sketch):
    a, b, m = sketch.point("A"), sketch.point("B"), sketch.point("M")
    sketch.say("M middle of AB", "midpoint", a, b, m)
    sketch.say("AM = 20", "distance", a, m, 20.0)
    sketch.say("MB = 25", "distance", m, b, 25.0)
    check(sketch, "M middle of AB", "AM = 20", "MB = 25")


def test_chord_longer_than_the_diameter(sketch):
    a, b, o = sketch.point("A"), sketch.point("B"), sketch.point("O")
    sketch.say("A on circle", "on_circle", a, o, 10.0)
    sketch.say("B on circle", "on_circle", b, o, 10.0)
    sketch.say("AB = 25", "distance", a, b, 25.0)
    check(sketch, "A on circle", "B on circle", "AB = 25")


def test_point_on_two_circles_that_do_not_meet(sketch):
    p = sketch.point("P")
    o, q = sketch.point("O", (0.0, 0.0)), sketch.point("Q", (50.0, 0.0))
    sketch.say("P on first", "on_circle", p, o, 10.0)
    sketch.say("P on second", "on_circle", p, q, 20.0)
    check(sketch, "P on first", "P on second")


def test_numbers_that_contradict(sketch):
    a, b = sketch.number("a"), sketch.number("b")
    sketch.say("a + b = 10", "sum2", a, b, 10.0)
    sketch.say("a = 4", "same", a, 4.0)
    sketch.say("b = 5", "same", b, 5.0)
    check(sketch, "a + b = 10", "a = 4", "b = 5")


def test_statement_about_fixed_points_only(sketch):
    a, b, c = sketch.point("A", (0.0, 0.0)), sketch.point("B", (30.0, 0.0)), sketch.point("C")
    sketch.say("AC = 20", "distance", a, c, 20.0)
    sketch.say("AB = 25", "distance", a, b, 25.0)
    check(sketch, "AB = 25")


def test_bound_against_equations(sketch):
    a, b, c = sketch.triangle(30.0, 40.0, 50.0)
    sketch.say("C at least 100°", "angle_at_least", a, c, b, math.radians(100), sort=Sort.BOUND)
    check(sketch, "BC = 30", "CA = 40", "AB = 50", "C at least 100°", code="SOL003")


def test_two_bounds_that_exclude_each_other(sketch):
    a, b = sketch.point("A"), sketch.point("B")
    sketch.say("A left of B", "ahead", a[0], b[0], 10.0, sort=Sort.BOUND)
    sketch.say("B left of A", "ahead", b[0], a[0], 10.0, sort=Sort.BOUND)
    check(sketch, "A left of B", "B left of A", code="SOL003")


def test_points_on_both_sides_of_a_line(sketch):
    a, b, c = sketch.draw("ABC")
    sketch.say("C left of AB", "left_of_line", c, a, b, sort=Sort.BOUND)
    sketch.say("C is 20 to the right", "signed_distance_to_line", c, a, b, -20.0)
    check(sketch, "C left of AB", "C is 20 to the right", code="SOL003")


@pytest.mark.parametrize("place", range(4))
def test_one_impossible_triangle_in_a_chain(sketch, place):
    start = sketch.point("P0")
    for at in range(4):
        end, apex = sketch.point(f"P{at + 1}"), sketch.point(f"Q{at}")
        for name, a, b in (("base", start, end), ("left", start, apex), ("right", apex, end)):
            length = 40.0 if at == place and name == "base" else 15.0
            sketch.say(f"{name} {at} = {length:g}", "distance", a, b, length)
        start = end
    check(sketch, f"base {place} = 40", f"left {place} = 15", f"right {place} = 15")


def test_the_nearest_miss_is_kept_for_drawing(sketch):
    a, b, _ = sketch.triangle(3.0, 4.0, 8.0)
    value = sketch.solve().value
    assert math.dist((value.values[a[0]], value.values[a[1]]), (value.values[b[0]], value.values[b[1]])) > 6
    assert max(value.residuals) > 0.1


def test_redundant_statement_is_no_error(sketch):
    a, b, c = sketch.triangle(30.0, 40.0, 50.0)
    sketch.say("right angle", "perpendicular", c, a, c, b)
    assert sketch.solve().errors == ()


def test_messages_are_one_short_line(sketch):
    sketch.triangle(3.0, 4.0, 8.0)
    error = sketch.error()
    assert len(error.message) < 80
    assert error.message[0].islower()


def test_codes_are_unique_and_explained():
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    assert all(code.why and code.summary for code in CODES)
