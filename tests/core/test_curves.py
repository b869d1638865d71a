"""Curves as geometry: sampled smoothly, cut exactly, broken where they jump; crossings where algebra says."""

import math

import pytest
from diagrammar.compiler.domains.core.crossings import crossings
from diagrammar.compiler.domains.core.equations import Rule, linear
from diagrammar.compiler.domains.core.plotted import Plotted
from diagrammar.compiler.domains.core.sampling import traced
from diagrammar.compiler.domains.core.ticks import multiples, nice_step
from diagrammar.compiler.domains.core.windows import window_box
from diagrammar.compiler.draw.clipping import clip_piece
from diagrammar.compiler.expression import read_formula
from diagrammar.compiler.pipeline import Compiled, compile_spec
from diagrammar.compiler.pose.frame import Frame
from diagrammar.compiler.shapes import Curve
from diagrammar.dsl.source import Source

FRAME = Frame(per_unit=10.0, reach=(-4.0, -3.0, 4.0, 3.0))


def graph(text: str, **domain: float) -> Rule:
    found = read_formula(text)
    assert found is not None
    return Rule("y", found, **domain)


def compiled(text: str) -> Compiled:
    return compile_spec(Source(text=text, name="test"))


def test_a_graph_keeps_to_its_function_within_a_hundredth_of_a_millimetre() -> None:
    (piece,) = traced(graph("x^2/4"), FRAME).pieces
    for (ax, ay), (bx, by) in zip(piece, piece[1:]):
        middle = ((ax + bx) / 20) ** 2 / 4 * 10
        assert abs(middle - (ay + by) / 2) < 0.02


def test_poles_and_jumps_break_a_graph_and_steep_places_do_not() -> None:
    assert len(traced(graph("1/x"), FRAME).pieces) == 2
    assert len(traced(graph("floor(x)"), FRAME).pieces) == 7
    assert len(traced(graph("x^(1/3)"), FRAME).pieces) == 1


def test_a_graph_ends_where_its_function_ends() -> None:
    (piece,) = traced(graph("sqrt(4 - x^2)"), FRAME).pieces
    assert piece[0] == pytest.approx((-20.0, 0.0), abs=0.05)
    assert piece[-1] == pytest.approx((20.0, 0.0), abs=0.05)


def test_a_graph_is_cut_exactly_at_the_window() -> None:
    _, bottom, _, top = window_box(FRAME)
    for piece in traced(graph("x^3"), FRAME).pieces:
        assert piece[0][1] == bottom
        assert piece[-1][1] == top


def test_an_implicit_curve_lies_on_its_equation() -> None:
    circle = Rule("implicit", read_formula("x^2 + y^2 - 4"))  # type: ignore[arg-type]
    (piece,) = traced(circle, FRAME).pieces
    assert all(math.isclose(math.hypot(*spot), 20.0, abs_tol=1e-3) for spot in piece)
    assert piece[0] == piece[-1]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("x^2", "x", [(0, 0), (1, 1)]),
        ("x^2", "2x - 1", [(1, 1)]),
        ("sqrt(x - 1)", "2", []),
        ("3 sin(x)", "0", [(-math.pi, 0), (0, 0), (math.pi, 0)]),
    ],
)
def test_graphs_cross_where_algebra_says(
    first: str, second: str, expected: list[tuple[float, float]]
) -> None:
    spots = crossings(Plotted(graph(first), FRAME), Plotted(graph(second), FRAME))
    assert [FRAME.data(*spot) for spot in spots] == [pytest.approx(spot, abs=1e-6) for spot in expected]


def test_a_tangent_has_the_slope_of_its_curve() -> None:
    curve = Plotted(graph("x^2"), FRAME)
    heading = curve.heading(FRAME.place(1.0, 1.0))
    assert heading == pytest.approx(math.atan(2.0), abs=1e-9)


def test_only_straight_equations_are_lines() -> None:
    assert linear(graph("2x + 1")) == (-2.0, 1.0, 1.0)
    assert linear(graph("x^2")) is None


def test_clipping_leaves_what_is_inside_untouched() -> None:
    piece = ((0.0, 0.0), (1.0, 1.0))
    assert clip_piece(piece, (-1.0, -1.0, 2.0, 2.0)) == [piece]
    assert clip_piece(((3.0, 3.0), (4.0, 4.0)), (-1.0, -1.0, 2.0, 2.0)) == []


def test_ticks_are_few_and_round() -> None:
    for least in (0.013, 0.7, 3.0, 41.0):
        step = nice_step(least)
        assert least <= step < 2.6 * least
    assert multiples(0.1, 0.0, 0.3) == pytest.approx((0.0, 0.1, 0.2, 0.3))


def test_axes_come_by_themselves_once() -> None:
    model = compiled("curve f(y = x^2, 0 <= x <= 2), g(y = x, 0 <= x <= 2)").model
    assert model is not None
    assert [e.kind.name for e in model.entities()].count("axes") == 1
    bare = compiled("curve f(y = x^2, 0 <= x <= 2, bare)").model
    assert bare is not None
    assert [e.kind.name for e in bare.entities()] == ["curve"]


def test_scales_differ_only_when_ranges_do() -> None:
    equal = compiled("axes ax(x = 0..4, y = 0..6)").posed[0].poser.frame
    free = compiled("axes ax(x = 0..4, y = 0..60)").posed[0].poser.frame
    assert equal.stretch == 1.0
    assert free.stretch < 0.2


def test_a_drawn_curve_stays_in_the_window() -> None:
    poser = compiled("axes ax(x = -2..2, y = -1..3)\ncurve f(y = x^3 - x, dashed)").posed[0].poser
    left, bottom, right, top = window_box(poser.frame)
    curve = poser.shapes["f"]
    assert isinstance(curve, Curve)
    for x, y in (spot for piece in curve.pieces for spot in piece):
        assert left <= x <= right
        assert bottom <= y <= top


def test_a_slice_makes_its_letter_a_checked_claim() -> None:
    base = 'region R(0 <= x <= 2, 0 <= y <= 1 + x^2)\nslice s("x", of = R, vertical)\n'
    assert compiled(base + 'dimension(s.bottom, s.top, "1 + x^2")').ok
    assert not compiled(base + 'dimension(s.bottom, s.top, "2 + x^2")').ok


def test_a_slice_stays_inside_its_region_and_ends_exactly_on_its_bounds() -> None:
    result = compiled('region R(0 <= x <= 2, 0 <= y <= 1 + x^2)\nslice s("x", of = R, vertical, at = 1)')
    poser, layout = result.posed[0].poser, result.layouts[0]
    corners = [(layout.values[p.x], layout.values[p.y]) for p in poser.shapes["s"].points]
    spots = [poser.frame.data(*corner) for corner in corners]
    assert all(-1e-9 <= y <= 1 + x**2 + 1e-6 for x, y in spots)
    assert any(math.isclose(x, 1, abs_tol=1e-9) and math.isclose(y, 2, abs_tol=1e-6) for x, y in spots)
