"""Where curves meet, what bounds a region and what a graph leaves out, to the last digits."""

import math
from collections.abc import Callable

import pytest
from diagrammar.compiler.domains.analytic.affine import Affine
from diagrammar.compiler.domains.analytic.flow import Field, followed_from
from diagrammar.compiler.domains.core.crossings import crossings
from diagrammar.compiler.domains.core.equations import Rule, rule_of_text
from diagrammar.compiler.domains.core.features import breaks, spots, straight_asymptotes
from diagrammar.compiler.domains.core.plotted import Plotted
from diagrammar.compiler.expression import Letter, Negation, read_formula
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.compiler.pose.area import sampled_area
from diagrammar.compiler.pose.frame import Frame
from diagrammar.compiler.shapes import Curve
from diagrammar.dsl.source import Source

FRAME = Frame(per_unit=10.0, reach=(-5.0, -5.0, 5.0, 5.0))
Value = Callable[[float, float], float]


def plotted(text: str) -> Plotted:
    rule = rule_of_text(text)
    assert rule is not None
    return Plotted(rule, FRAME)


def polar(text: str) -> Plotted:
    found = read_formula(text)
    assert found is not None
    return Plotted(Rule("polar", found, variable="θ", low=0.0, high=2 * math.pi), FRAME)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("x^2 + y^2 = 4", "y = x", [(-math.sqrt(2), -math.sqrt(2)), (math.sqrt(2), math.sqrt(2))]),
        ("x^2/9 + y^2/4 = 1", "x^2/4 + y^2/9 = 1", [(sx * 6 / math.sqrt(13), sy * 6 / math.sqrt(13)) for sx in (-1, 1) for sy in (-1, 1)]),
        ("x*y = 1", "y = x^3", [(-1.0, -1.0), (1.0, 1.0)]),
        ("x^2 + y^2 = 4", "y = 2", [(0.0, 2.0)]),
        ("y^2 = x", "y = x^2", [(0.0, 0.0), (1.0, 1.0)]),
    ],
)  # fmt: skip
def test_curves_meet_where_algebra_says(first: str, second: str, expected: list[tuple[float, float]]) -> None:
    found = [FRAME.data(*spot) for spot in crossings(plotted(first), plotted(second))]
    assert len(found) == len(expected)
    for spot in expected:
        assert min(math.dist(spot, at) for at in found) < 1e-7


def test_polar_curves_meet_circles_and_each_other() -> None:
    found = crossings(polar("2 + 2 cos(θ)"), plotted("x^2 + y^2 = 9"))
    angles = sorted(abs(math.atan2(y, x)) for x, y in found)
    assert angles == pytest.approx([math.pi / 3, math.pi / 3], abs=1e-9)
    both = crossings(polar("1 + cos(θ)"), polar("3 cos(θ)"))
    assert any(math.dist(FRAME.data(*spot), (0.75, 0.75 * math.sqrt(3))) < 1e-8 for spot in both)


@pytest.mark.parametrize(
    ("spec", "walls"),
    [
        ("region R(y <= 4 - x^2, y >= x)", (lambda x, y: y - 4 + x * x, lambda x, y: y - x)),
        ("region R(x^2 + y^2 <= 9, y > x)", (lambda x, y: x * x + y * y - 9, lambda x, y: y - x)),
        ("axes ax(x = 0..26, y = 0..4)\nregion R(x*y >= 2, x*y <= 7, x*y^2 >= 2, x*y^2 <= 7, x > 0)",
         (lambda x, y: x * y - 2, lambda x, y: x * y - 7, lambda x, y: x * y * y - 2, lambda x, y: x * y * y - 7)),
        ("region R(0 <= r <= 2 sin(3θ), 0 <= θ <= pi/3)", (lambda x, y: math.hypot(x, y) - 2 * math.sin(3 * math.atan2(y, x)), lambda x, y: math.hypot(x, y))),
    ],
)  # fmt: skip
def test_the_outline_of_a_region_lies_on_its_walls(spec: str, walls: tuple[Value, ...]) -> None:
    result = compile_spec(Source(text=spec))
    poser = result.posed[0].poser
    shape = poser.shapes["R"]
    assert isinstance(shape, Curve)
    for ring in shape.pieces:
        for spot in ring:
            assert min(abs(wall(*poser.frame.data(*spot))) for wall in walls) < 1e-9


def graph(text: str) -> Rule:
    found = read_formula(text)
    assert found is not None
    return Rule("y", found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tan(x)", [(-math.pi / 2, None), (math.pi / 2, None)]),
        ("sin(x)/x", [(0.0, 1.0)]),
        ("(x^2 - 3x + 2)/(x - 2)", [(2.0, 1.0)]),
        ("1/(x^2 - 4)", [(-2.0, None), (2.0, None)]),
        ("x^2 + 1", []),
    ],
)
def test_poles_and_holes_are_told_apart(text: str, expected: list[tuple[float, float | None]]) -> None:
    found = breaks(graph(text), -3.0, 3.0)
    assert [b.height for b in found] == [height for _, height in expected]
    assert [b.at for b in found] == pytest.approx([at for at, _ in expected], abs=1e-9)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("(x^2 + 1)/(x - 2)", [(1.0, 2.0)]),
        ("(2x + 1)/(x - 3)", [(0.0, 2.0)]),
        ("exp(-x)", [(0.0, 0.0)]),
        ("sqrt(x^2 + 1)", [(1.0, 0.0), (-1.0, 0.0)]),
        ("sin(x)", []),
        ("x^2", []),
        ("2x + 1", []),
        ("ln(x)", []),
    ],
)
def test_straight_asymptotes_are_found(text: str, lines: list[tuple[float, float]]) -> None:
    assert [(line.slope, line.rise) for line in straight_asymptotes(graph(text))] == lines


def test_extrema_and_inflections_are_where_derivatives_vanish() -> None:
    rule = graph("x^4 - 4x^2")
    assert [x for x, _ in spots(rule, "extrema", -3.0, 3.0)] == pytest.approx(
        [-math.sqrt(2), 0, math.sqrt(2)]
    )
    assert spots(rule, "maxima", -3.0, 3.0) == ((0.0, 0.0),)
    assert [x for x, _ in spots(rule, "inflections", -3.0, 3.0)] == pytest.approx(
        [-math.sqrt(2 / 3), math.sqrt(2 / 3)], abs=1e-6
    )


def test_a_flow_line_of_a_rotation_is_a_circle() -> None:
    line = followed_from(Field(Negation(Letter("y")), Letter("x")), (2.0, 0.0), FRAME)
    assert len(line) > 100
    assert [math.hypot(x, y) for x, y in line] == pytest.approx([20.0] * len(line), abs=1e-5)


def test_a_transformation_about_a_place_keeps_it() -> None:
    turn = Affine(0.0, -1.0, 1.0, 0.0).about((2.0, 1.0))
    assert turn((2.0, 1.0)) == (2.0, 1.0)
    assert turn((3.0, 1.0)) == (2.0, 2.0)


def test_at_different_scales_an_image_keeps_its_data() -> None:
    frame = Frame(per_unit=10.0, stretch=0.5, origin=(1.0, 2.0), reach=(-5.0, -5.0, 5.0, 5.0))
    shear = Affine(1.0, 2.0, 0.5, 1.0, 3.0, -1.0)
    spot = (1.5, -0.7)
    assert frame.data(*shear.placed(frame)(frame.place(*spot))) == pytest.approx(shear(spot))


@pytest.mark.parametrize(
    ("bounds", "area"),
    [
        ("0 <= x <= 2, 0 <= y <= e^x", math.e**2 - 1),
        ("0 <= x <= 2, 0 <= y <= (x - 1)^2", 2 / 3),
        ("x*y >= 1, x*y <= 2, y >= x, y <= 2x", math.log(2) / 2),
        ("0 <= r <= 2 sin(3θ), 0 <= θ <= pi/3", math.pi / 3),
    ],
)
def test_a_window_left_open_shows_the_whole_region(bounds: str, area: float) -> None:
    result = compile_spec(Source(text=f"region R({bounds})"))
    poser = result.posed[0].poser
    shape = poser.shapes["R"]
    assert isinstance(shape, Curve)
    scale = poser.frame.scales[0] * poser.frame.scales[1]
    assert sampled_area(shape.pieces) / scale == pytest.approx(area, rel=1e-6)
