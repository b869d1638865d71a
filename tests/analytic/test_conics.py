"""Conics: every definition leads to the same one, and back to its equation."""

import math
import random

import pytest
from diagrammar.compiler.domains.analytic.fit_conics import fit
from diagrammar.compiler.domains.analytic.givens import Givens
from diagrammar.compiler.domains.analytic.sections import Family, Section, section_of, through_points
from diagrammar.compiler.expression import read_formula
from diagrammar.compiler.expression.quadratics import Quadratic, quadratic_of
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.compiler.shapes import Conic, Ellipse, solved
from diagrammar.dsl.source import Source

RANDOM = random.Random(7)


def some(family: Family) -> Section:
    center = (RANDOM.uniform(-5, 5), RANDOM.uniform(-5, 5))
    b = 0.0 if family == "parabola" else RANDOM.uniform(0.5, 1.9)
    return Section(family, center, RANDOM.uniform(2, 5), b, RANDOM.uniform(-1.5, 1.5))


SECTIONS = [some(family) for family in ("ellipse", "parabola", "hyperbola") for _ in range(12)]


def times(factor: float, q: Quadratic) -> Quadratic:
    return Quadratic(*(factor * part for part in (q.a, q.b, q.c, q.d, q.e, q.f)))


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.family)
@pytest.mark.parametrize("factor", [1.0, -3.0])
def test_an_equation_leads_back_to_its_conic(section: Section, factor: float) -> None:
    found = section_of(times(factor, section.quadratic()))
    assert isinstance(found, Section)
    assert found.family == section.family
    assert math.dist(found.center, section.center) < 1e-9
    assert (found.a, found.b) == pytest.approx((section.a, section.b), abs=1e-9)
    assert math.sin(found.tilt - section.tilt) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.family)
def test_its_places_satisfy_its_equation_and_its_definition(section: Section) -> None:
    q, e = section.quadratic(), section.eccentricity
    ends = [end for chord in section.latus_rectum for end in chord]
    for spot in (*section.vertices, *ends):
        assert q.value(*spot) == pytest.approx(0, abs=1e-9)
    for end in ends[:2]:
        (ax, ay), (bx, by) = section.directrices[0]
        off = abs((bx - ax) * (end[1] - ay) - (by - ay) * (end[0] - ax))
        assert math.dist(end, section.foci[0]) == pytest.approx(e * off, abs=1e-9)


@pytest.mark.parametrize(
    "data",
    [
        Givens("ellipse", foci=((-4.0, 0.0), (4.0, 0.0)), a=5.0),
        Givens("ellipse", foci=((-4.0, 0.0), (4.0, 0.0)), through=((0.0, 3.0),)),
        Givens("ellipse", vertices=((-5.0, 0.0), (5.0, 0.0)), eccentricity=0.8),
        Givens("ellipse", center=(0.0, 0.0), a=5.0, b=3.0),
        Givens("ellipse", center=(0.0, 0.0), through=((5.0, 0.0), (4.0, 1.8))),
        Givens("ellipse", vertices=((-5.0, 0.0), (5.0, 0.0)), foci=((-4.0, 0.0), (4.0, 0.0))),
        Givens(None, foci=((4.0, 0.0),), directrix=(1.0, 0.0, 6.25), eccentricity=0.8),
        Givens(None, through=((5.0, 0.0), (-5.0, 0.0), (0.0, 3.0), (0.0, -3.0), (4.0, 1.8))),
        Givens("ellipse", read_formula("9x^2 + 25y^2 = 225")),
        Givens("ellipse", read_formula("x^2/a^2 + y^2/9 = 1"), letters=("a",), through=((4.0, 1.8),)),
    ],
)  # fmt: skip
def test_every_definition_leads_to_the_same_ellipse(data: Givens) -> None:
    found = fit(data).section
    assert found is not None
    assert (found.a, found.b) == pytest.approx((5, 3), abs=1e-9)
    assert math.dist(found.center, (0, 0)) < 1e-9
    assert abs(math.sin(found.tilt)) < 1e-9


def test_a_conic_passes_through_its_five_points() -> None:
    for _ in range(20):
        spots = [(RANDOM.uniform(-9, 9), RANDOM.uniform(-9, 9)) for _ in range(5)]
        found = through_points(spots)
        assert found is not None
        assert max(abs(found.value(*spot)) for spot in spots) < 1e-9


def test_points_on_a_line_decide_no_conic() -> None:
    assert through_points([(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]) is None


@pytest.mark.parametrize("text", ["sqrt(x) + y^2 = 1", "x^3 + y^2 = 1", "x + y = 1", "sin(x) + y^2 = 1"])
def test_what_is_not_of_the_second_degree_has_no_coefficients(text: str) -> None:
    found = read_formula(text)
    assert found is not None
    assert quadratic_of(found, {}) is None


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        ("parabola k(y^2 = 8x)", lambda x, y: y * y - 8 * x),
        ("hyperbola k(x^2/9 - y^2/16 = 1)", lambda x, y: x * x / 9 - y * y / 16 - 1),
        ("hyperbola k(xy = 4)", lambda x, y: x * y - 4),
        ("parabola k(focus = F, directrix = \"x + y = -2\"); point F(1, 1)", lambda x, y: (x - 1) ** 2 + (y - 1) ** 2 - (x + y + 2) ** 2 / 2),
    ],
)  # fmt: skip
def test_what_is_drawn_satisfies_the_equation(spec: str, value: object) -> None:
    from diagrammar.compiler.draw.conics import conic_pieces

    result = compile_spec(Source(text=spec))
    assert result.ok
    poser = result.posed[0].poser
    shape = solved(poser.shapes["k"], lambda slot: poser.slots[slot].start)
    assert isinstance(shape, Conic)
    for piece in conic_pieces(shape):
        for spot in piece[1:-1]:
            assert value(*poser.frame.data(*spot)) == pytest.approx(0, abs=1e-8)  # type: ignore[operator]


def test_a_known_ellipse_is_the_same_shape_as_one_with_stated_axes() -> None:
    result = compile_spec(Source(text="ellipse e(x^2/25 + y^2/9 = 1)"))
    shape = result.posed[0].poser.shapes["e"]
    assert isinstance(shape, Ellipse)
