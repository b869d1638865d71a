"""Reading the AlphaGeometry language: each construction means what its definition says, slips are reported at their place."""

import pytest
from diagrammar.compiler.imports import read
from diagrammar.compiler.imports.ag_constructions import CONSTRUCTIONS
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source
from diagrammar.eval.geometry.alphageometry import MEANINGS, demands
from diagrammar.eval.geometry.trial import figure_of

TRIANGLE = "a b c = triangle a b c"
PROBLEMS = {
    "angle_bisector": f"{TRIANGLE}; x = angle_bisector x a b c",
    "angle_mirror": f"{TRIANGLE}; x = angle_mirror x a b c",
    "circle": f"{TRIANGLE}; x = circle x a b c; y = on_circle y x a",
    "circumcenter": f"{TRIANGLE}; x = circumcenter x a b c",
    "eq_quadrangle": "a b c d = eq_quadrangle a b c d",
    "eq_trapezoid": "a b c d = eq_trapezoid a b c d",
    "eq_triangle": "b c = segment b c; x = eq_triangle x b c",
    "eqangle2": f"{TRIANGLE}; x = eqangle2 x a b c",
    "eqdia_quadrangle": "a b c d = eqdia_quadrangle a b c d",
    "eqdistance": f"{TRIANGLE}; x = eqdistance x a b c",
    "foot": f"{TRIANGLE}; x = foot x a b c",
    "free": "a = free a",
    "incenter": f"{TRIANGLE}; x = incenter x a b c",
    "incenter2": f"{TRIANGLE}; x y z i = incenter2 x y z i a b c",
    "excenter": f"{TRIANGLE}; x = excenter x a b c",
    "excenter2": f"{TRIANGLE}; x y z i = excenter2 x y z i a b c",
    "centroid": f"{TRIANGLE}; x y z i = centroid x y z i a b c",
    "ninepoints": f"{TRIANGLE}; x y z i = ninepoints x y z i a b c",
    "intersection_cc": "o w a = triangle o w a; x = intersection_cc x o w a",
    "intersection_lc": "a o b = triangle a o b; x = intersection_lc x a o b",
    "intersection_ll": "a c b d = quadrangle a c b d; x = intersection_ll x a b c d",
    "intersection_lp": "a b c m n = pentagon a b c m n; x = intersection_lp x a b c m n",
    "intersection_lt": "a b c d e = pentagon a b c d e; x = intersection_lt x a b c d e",
    "intersection_pp": f"{TRIANGLE}; d e f = triangle d e f; x = intersection_pp x a b c d e f",
    "intersection_tt": f"{TRIANGLE}; d e f = triangle d e f; x = intersection_tt x a b c d e f",
    "iso_triangle": "a b c = iso_triangle a b c",
    "lc_tangent": "a o = segment a o; x = lc_tangent x a o",
    "midpoint": "a b = segment a b; x = midpoint x a b",
    "mirror": "a b = segment a b; x = mirror x a b",
    "nsquare": "a b = segment a b; x = nsquare x a b",
    "on_aline": "a b c d e = pentagon a b c d e; x = on_aline x a b c d e",
    "on_aline2": "a b c d e = pentagon a b c d e; x = on_aline2 x a b c d e",
    "on_bline": "a b = segment a b; x = on_bline x a b",
    "on_circle": "o a = segment o a; x = on_circle x o a",
    "on_line": "a b = segment a b; x = on_line x a b",
    "on_pline": f"{TRIANGLE}; x = on_pline x a b c",
    "on_tline": f"{TRIANGLE}; x = on_tline x a b c",
    "orthocenter": f"{TRIANGLE}; x = orthocenter x a b c",
    "parallelogram": f"{TRIANGLE}; x = parallelogram a b c x",
    "pentagon": "a b c d e = pentagon a b c d e",
    "psquare": "a b = segment a b; x = psquare x a b",
    "quadrangle": "a b c d = quadrangle a b c d",
    "r_trapezoid": "a b c d = r_trapezoid a b c d",
    "r_triangle": "a b c = r_triangle a b c",
    "rectangle": "a b c d = rectangle a b c d",
    "reflect": f"{TRIANGLE}; x = reflect x a b c",
    "risos": "a b c = risos a b c",
    "s_angle": "a b = segment a b; x = s_angle a b x 40",
    "segment": "a b = segment a b",
    "shift": "b c d = triangle b c d; x = shift x b c d",
    "square": "a b = segment a b; x y = square a b x y",
    "isquare": "a b c d = isquare a b c d",
    "trapezoid": "a b c d = trapezoid a b c d",
    "triangle": TRIANGLE,
    "triangle12": "a b c = triangle12 a b c",
    "2l1c": f"{TRIANGLE}; o = circle o a b c; x y z i = 2l1c x y z i a b c o",
    "e5128": "b c a = r_triangle b c a; d = on_circle d c b; x y = e5128 x y a b c d",
    "3peq": f"{TRIANGLE}; x y z = 3peq x y z a b c",
    "trisect": f"{TRIANGLE}; x y = trisect x y a b c",
    "trisegment": "a b = segment a b; x y = trisegment x y a b",
    "on_dia": "a b = segment a b; x = on_dia x a b",
    "ieq_triangle": "a b c = ieq_triangle a b c",
    "on_opline": "a b = segment a b; x = on_opline x a b",
    "cc_tangent0": "o a = segment o a; w b = segment w b; x y = cc_tangent0 x y o a w b",
    "cc_tangent": "o a = segment o a; w b = segment w b; x y z i = cc_tangent x y z i o a w b",
    "eqangle3": "a b d e f = pentagon a b d e f; x = eqangle3 x a b d e f",
    "tangent": "a o b = triangle a o b; x y = tangent x y a o b",
    "on_circum": f"{TRIANGLE}; x = on_circum x a b c",
}


def test_every_construction_is_tried() -> None:
    assert set(PROBLEMS) == set(CONSTRUCTIONS) == set(MEANINGS)


@pytest.mark.parametrize("word", PROBLEMS)
def test_a_construction_means_what_its_definition_says(word: str) -> None:
    problem = PROBLEMS[word]
    (imported,) = read(Source(text=problem), "alphageometry")
    compiled = compile_spec(Source(text=imported.text), Options(draw=False))
    assert not [d for d in compiled.diagnostics if d.severity != "note"], imported.text
    figure = figure_of(compiled, imported.names)
    errors = {s.text: s.error(figure) for s in demands(problem)}
    assert max(errors.values(), default=0.0) < 1e-6, (imported.text, errors)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a b c = triagle a b c", "IMP002", "triagle"),
        ("a b c = triangle a b", "IMP004", "triangle a b"),
        (f"{TRIANGLE}; x = foot x a b q", "IMP003", "q"),
        (f"{TRIANGLE}; a = free a", "IMP001", "a"),
        (f"{TRIANGLE}; x foot x a b c", "IMP001", " x foot x a b c"),
        (f"{TRIANGLE} ? collinear a b c", "IMP002", "collinear"),
        (f"{TRIANGLE} ? cong a b c", "IMP004", "cong"),
        ("a b = segment a b; x = s_angle a b x forty", "IMP004", "forty"),
        ("$ = free $", "IMP001", "$"),
    ],
)
def test_a_slip_is_reported_at_its_place(text: str, code: str, at: str) -> None:
    (imported,) = read(Source(text=text), "alphageometry")
    finding = imported.diagnostics[0]
    assert not imported.ok and not imported.text
    assert finding.code == code and finding.span is not None
    assert imported.source.slice(finding.span) == at


def test_too_many_clauses_are_refused() -> None:
    text = "; ".join(f"p{k} = free p{k}" for k in range(400))
    (imported,) = read(Source(text=text), "alphageometry")
    assert {d.code for d in imported.diagnostics} == {"IMP005"}


def test_points_may_be_left_out_of_the_arguments() -> None:
    (long,) = read(Source(text=f"{TRIANGLE}; x = foot x a b c"), "alphageometry")
    (short,) = read(Source(text="a b c = triangle; x = foot a b c"), "alphageometry")
    assert long.text == short.text


def test_the_second_point_on_a_line_and_a_circle_is_another_one() -> None:
    (imported,) = read(
        Source(
            text="a b c = triangle a b c; o = circle o a b c; m = midpoint m b c; d = on_line d a m, on_circle d o a"
        ),
        "alphageometry",
    )
    assert "other_than = A" in imported.text
