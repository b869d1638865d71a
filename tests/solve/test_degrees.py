"""What a figure leaves open and what it says twice is named."""

import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.compiler.solve.degrees import degrees
from diagrammar.dsl.source import Source


def parts(text):
    result = compile_spec(Source(text=text), Options(draw=False))
    assert result.ok, [d.message for d in result.diagnostics]
    return degrees(result.posed[0].system, result.layouts[0])


def test_free_triangle_has_three_degrees():
    (part,) = parts("triangle ABC")
    assert part.standing == "free"
    assert part.free == ("B along a curve", "C anywhere")


def test_triangle_by_sides_is_determined():
    (part,) = parts("triangle ABC(AB = 4 cm, BC = 5 cm, CA = 6 cm)")
    assert (part.standing, part.free, part.follows) == ("determined", (), ())


def test_statement_that_follows_is_named():
    (part,) = parts("triangle ABC(AB = 3 cm, BC = 4 cm, CA = 5 cm); right_angle(A, B, C)")
    assert part.standing == "overdetermined"
    assert part.follows == ("right_angle(A, B, C)",)


def test_radius_left_open_is_named():
    text = "circle k(center = O); point A(0, 0), B(4, 0); distance(O, A) == 3; distance(O, B) == 3"
    assert [part.free for part in parts(text)] == [(), ("radius of k",)]


def test_point_on_a_fixed_segment_runs_along_it():
    (part,) = parts("point A(0, 0), B(1, 0); segment s(A, B); point P(on = s)")
    assert part.free == ("P along a curve",)


def test_parts_are_told_apart():
    first, second = parts("triangle ABC; triangle DEF(DE = 4 cm, EF = 5 cm, FD = 6 cm)")
    assert (first.names, first.standing) == (("A", "B", "C"), "free")
    assert (second.names, second.standing) == (("D", "E", "F"), "determined")


@pytest.mark.parametrize(
    "text", ["triangle ABC; altitude AD(of = ABC)", "circle k(center = O); chord a(of = k)"]
)
def test_freedom_named_is_the_freedom_counted(text):
    result = compile_spec(Source(text=text), Options(draw=False))
    named = degrees(result.posed[0].system, result.layouts[0])
    counted = sum(2 if each.endswith("anywhere") else 1 for part in named for each in part.free)
    assert counted == result.layouts[0].freedom
