"""Courses: places on outlines, and pieces cut from them exactly."""

import math

import pytest
from diagrammar.compiler.draw.courses import Course, course_of, courses_of
from diagrammar.compiler.draw.paths import arc, circle, flattened, polyline, spline

QUARTER = course_of(arc((0, 0), 10, 0, 90))


def test_a_quarter_of_a_circle_is_as_long_as_it_should_be() -> None:
    assert QUARTER.length == pytest.approx(math.pi * 5, rel=1e-4)


def test_a_place_on_an_arc_is_at_its_angle() -> None:
    for share in (0.0, 0.1, 0.5, 0.93, 1.0):
        x, y = QUARTER.at(share * QUARTER.length)
        assert math.degrees(math.atan2(y, x)) == pytest.approx(90 * share, abs=0.01)


def test_what_is_cut_from_an_arc_lies_on_it() -> None:
    cut = QUARTER.cut(2.0, 9.0)
    assert all(math.hypot(*spot) == pytest.approx(10, abs=1e-4) for spot in flattened(cut)[0])
    assert course_of(cut).length == pytest.approx(7.0, abs=1e-3)


def test_a_cut_inside_one_piece_keeps_both_ends() -> None:
    cut = course_of(polyline([(0, 0), (10, 0)])).cut(2, 5)
    assert cut.points == ((2, 0), (5, 0))


def test_a_reversed_course_runs_the_other_way() -> None:
    assert QUARTER.reversed.at(1.0) == pytest.approx(QUARTER.at(QUARTER.length - 1.0), abs=1e-3)


def test_corners_are_sharp_turns_only() -> None:
    assert course_of(polyline([(0, 0), (4, 0), (4, 4), (8, 4.5)])).corners == (4.0, 8.0)
    assert course_of(spline([(0, 0), (4, 0), (8, 3), (9, 9)])).corners == ()


def test_subpaths_are_courses_of_their_own() -> None:
    one, other = courses_of(circle((0, 0), 5) + polyline([(0, 0), (1, 0)]))
    assert one.is_closed and not other.is_closed


def test_what_has_no_length_is_a_course_of_none() -> None:
    nothing = course_of(polyline([(3, 3), (3, 3)]))
    assert nothing == Course((((3, 3), (3, 3)),))
    assert nothing.length == 0.0 and nothing.at(1.0) == (3, 3)
