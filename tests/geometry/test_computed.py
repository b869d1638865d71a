"""What `derived` values and formulas print: exactly what follows from exact givens, and nothing that does not."""

import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source

RIGHT = "triangle ABC\nright_angle(B, A, C)\n"


def printed(text: str) -> list[str]:
    done = compile_spec(Source(text=text, name="case"), Options(draw=False))
    assert done.ok, done.diagnostics
    return [one.text for one in done.printed]


def findings(text: str) -> list[str]:
    done = compile_spec(Source(text=text, name="case"), Options(draw=False))
    return [d.code for d in done.diagnostics if d.severity != "note"]


DERIVED = [
    (RIGHT + "AB == 3; AC == 4\ndimension(B, C, derived)", "5"),
    (RIGHT + "AB == 3 cm; AC == 4 cm\ndimension(B, C, derived)", "5 cm"),
    (RIGHT + "AB == 1 cm; AC == 1 cm\ndimension(B, C, derived)", r"$\sqrt{2}$ cm"),
    (RIGHT + "AB == 1.5 m; AC == 1.3 m\ndimension(B, C, derived)", "1.985 m"),
    ('triangle ABC\nright_angle(B, A, C)\nAB == "a"; AC == "a"\ndimension(B, C, derived)', r"$a\sqrt{2}$"),
    ('triangle ABC(equilateral)\ndimension(A, B, "a")\narea(ABC, derived)', r"$a^2\sqrt{3}/4$"),
    ("triangle ABC(equilateral)\nAB == 2 cm\naltitude CF\ndimension(C, F, derived)", r"$\sqrt{3}$ cm"),
    ("triangle ABC(AB = 2 cm, BC = 3 cm, CA = 4 cm)\narea(ABC, derived)", r"$3\sqrt{15}/4$ cm^2"),
    ("triangle ABC(AB = 13, BC = 14, CA = 15)\naltitude AH\ndimension(A, H, derived)", "12"),
    ("triangle ABC(AB = 13, BC = 14, CA = 15)\naltitude AH\ndimension(B, H, derived)", "5"),
    ("triangle ABC(AB = 2 cm, BC = 3 cm, angle_B = 60°)\ndimension(A, C, derived)", r"$\sqrt{7}$ cm"),
    ("triangle ABC(AB = 2.1 cm, BC = 3.7 cm, angle_B = 61°)\ndimension(A, C, derived)", "3.251 cm"),
    ("triangle ABC\nangle(C, A, B, 50°); angle(A, B, C, 60°)\nangle(B, C, A, derived)", "70°"),
    ("triangle ABC(AB = 2 cm, BC = 3 cm, CA = 4 cm)\nangle(B, A, C, derived)", "46.57°"),
    ("triangle ABC\nangle(A, B, C, pi/6)\nAB == BC\nangle(B, C, A, derived)", r"$5\pi/12$"),
    ("circle c(radius = 2 cm)\narea(c, derived)", r"$4\pi$ cm^2"),
    ("sector s(radius = 3 cm, angle = 60°)\narea(s, derived)", r"$3\pi/2$ cm^2"),
    (
        "circle c(center = O, radius = 5 cm)\ntangent PT(c, from = P)\nOP == 13 cm\ndimension(P, T, derived)",
        "12 cm",
    ),
    ("triangle ABC(AB = 3 cm, BC = 4 cm, CA = 5 cm)\ncircumcircle k(of = ABC, radius = derived)", "2.5 cm"),
    ("triangle ABC(AB = 3 cm, BC = 4 cm, CA = 5 cm)\nincircle k(of = ABC, radius = derived)", "1 cm"),
    ("square ABCD(side = 3 cm)\ndimension(A, C, derived)", r"$3\sqrt{2}$ cm"),
    ("point A(0, 0), B(3, 1)\ndimension(A, B, derived)", r"$\sqrt{10}$"),
    ("regular_polygon ABCDE\nAB == 2\ndimension(A, C, derived)", r"$1 + \sqrt{5}$"),
]
HIDDEN = "rectangle ABCD\ndimension(A, B, hidden(3 cm)); dimension(B, C, hidden(4 cm))\n"
FORMULAS = [
    ("segment AB\ndimension(A, B, sqrt(3))", r"$\sqrt{3}$"),
    ("segment AB\ndimension(A, B, 3*sqrt(2)/2)", r"$3\sqrt{2}/2$"),
    ('segment AB\ndimension(A, B, "3*sqrt(2)/2 cm")', r"$3\sqrt{2}/2$ cm"),
    ('segment AB\ndimension(A, B, "d = 2*sqrt(3) cm")', r"d = $2\sqrt{3}$ cm"),
    ("point A, B, C\nangle(A, B, C, pi/6)", r"$\pi/6$"),
    ('point A, B, C\nangle(A, B, C, "pi/6")', r"$\pi/6$"),
    ('segment AB, CD\ndimension(A, B, "a"); dimension(C, D, 2*a)', "$2a$"),
    ('segment AB, CD\ndimension(A, B, "a"); dimension(C, D, "a*sqrt(2)")', r"$a\sqrt{2}$"),
]


@pytest.mark.parametrize(("text", "words"), DERIVED)
def test_a_derived_value_is_told_exactly_where_its_givens_are_exact(text: str, words: str) -> None:
    assert words in printed(text)


@pytest.mark.parametrize(("text", "words"), FORMULAS)
def test_a_formula_stays_exact_to_its_label(text: str, words: str) -> None:
    assert words in printed(text)


def test_hidden_values_are_solved_with_and_never_printed() -> None:
    texts = printed(HIDDEN + "dimension(A, C, derived)")
    assert "5 cm" in texts
    assert not {"3 cm", "4 cm"} & set(texts)


@pytest.mark.parametrize(
    "text",
    [
        "triangle ABC\nAB == 3 cm\ndimension(B, C, derived)",
        "triangle ABC\nAB == 2 * BC\ndimension(A, B, derived)",
        "segment AB\ndimension(A, B, derived)",
        "circle c(radius = derived)",
    ],
)
def test_what_is_not_decided_is_not_printed(text: str) -> None:
    assert findings(text) == ["AUD012"]
    assert not any(any(c.isdigit() for c in words) for words in printed(text))


@pytest.mark.parametrize("name", ["circumcircle", "incircle"])
def test_a_stated_radius_of_a_circle_of_a_triangle_is_held(name: str) -> None:
    text = f"triangle ABC(AB = 3 cm, BC = 4 cm, CA = 5 cm)\n{name} k(of = ABC, radius = 1.2 cm)"
    assert findings(text) == ["SOL001"]
