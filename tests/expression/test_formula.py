"""Mathematics written as text: what it means, and what is refused."""

import math
import time

import pytest
from diagrammar.compiler.expression import canonical_letter, read_formula, to_label
from hypothesis import given, settings
from hypothesis import strategies as st

AT = {"x": 2.0, "y": 3.0, "r": 5.0, "m": 2.0, "v": 4.0, "g": 9.8, "h": 10.0, "θ": math.pi / 6}

VALUES = [
    ("16 - x^2", 12.0),
    ("2\\pi r", 10 * math.pi),
    (r"\frac{1}{2}x", 1.0),
    (r"\frac12 m v^2", 16.0),
    (r"\sqrt[3]{x^3}", 2.0),
    (r"\left(\frac{x}{2}\right)^{2}", 1.0),
    ("x²+y²", 13.0),
    ("3x y", 18.0),
    ("sqrt(2gh)", 14.0),
    ("-x^2", -4.0),
    ("2^-1", 0.5),
    ("2^3^2", 512.0),
    ("x**3", 8.0),
    ("1/2x", 1.0),
    ("8 - 3 - 2", 3.0),
    ("|x - 5|", 3.0),
    ("2|x|y", 12.0),
    ("2e^x", 2 * math.exp(2)),
    ("sin 30°", 0.5),
    (r"\sin^2\theta + \cos^2 \theta", 1.0),
    (r"\sin^{-1}(x/2)", math.pi / 2),
    ("2 sin x cos x", math.sin(4)),
    ("sin 2x", math.sin(4)),
    ("2sinx", 2 * math.sin(2)),
    ("log_2(8)", 3.0),
    ("log 100", 2.0),
    ("ln(e^3)", 3.0),
    ("max(x, y, 1)", 3.0),
    ("√3/2", math.sqrt(3) / 2),
    ("1.5e3", 1500.0),
    ("x(y+1)", 8.0),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_formula_has_its_value(text: str, value: float) -> None:
    formula = read_formula(text)
    assert formula is not None
    assert formula.value(AT) == pytest.approx(value)


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_label_means_what_the_formula_means(text: str, value: float) -> None:
    again = read_formula(to_label(read_formula(text)))
    assert again is not None
    assert again.value(AT) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("sqrt(3)", r"\sqrt{3}"),
        ("pi/6", r"\pi/6"),
        ("4 - x", "4 - x"),
        ("a-(b-c)", "a - (b - c)"),
        ("(x+1)/(x-1)", "(x + 1)/(x - 1)"),
        ("2*3", r"2 \cdot 3"),
        ("sin(x)^2", r"\sin^{2} x"),
        ("v_max t", r"v_{\mathrm{max}}t"),
        ("30°", r"30^{\circ}"),
        ("1.50 x", "1.50x"),
    ],
)
def test_a_label_is_exact_and_keeps_digits(text: str, label: str) -> None:
    assert to_label(read_formula(text)) == label


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the area",
        "((((",
        "2 +",
        "x = ",
        "$",
        r"\int x",
        "5 ± 1",
        "a = b = c",
        "hello",
        "x!",
        "9" * 50,
        "1" * 2000,
    ],
)
def test_what_is_no_formula_is_refused(text: str) -> None:
    assert read_formula(text) is None


def test_letters_of_several_signs_are_known_by_index_or_by_name() -> None:
    assert read_formula("W_net + v_0 t").letters == ("W_net", "v_0", "t")
    assert read_formula("mgh").letters == ("m", "g", "h")
    assert read_formula("width * 2", letters=("width",)).letters == ("width",)
    assert read_formula("Δx/Δt").letters == ("Δx", "Δt")


def test_spellings_of_a_letter_are_one() -> None:
    assert canonical_letter("theta") == canonical_letter("ϑ") == "θ"
    assert canonical_letter("x1") == canonical_letter("x_{1}") == canonical_letter("x₁") == "x_1"


def test_euler_gives_way_to_a_letter_of_that_name() -> None:
    assert read_formula("1 - e").value() == pytest.approx(1 - math.e)
    assert read_formula("1 - e", letters=("e",)).value({"e": 0.5}) == 0.5


def test_a_function_may_stand_left_of_the_equals_sign() -> None:
    assert read_formula("f(x) = x^2").letters == ("f(x)", "x")


@pytest.mark.parametrize(
    "text", ["9^9^9^9", "(" * 500 + "x" + ")" * 500, "-" * 900 + "x", r"\frac" * 150, "√" * 500]
)
def test_hostile_text_is_done_with_at_once(text: str) -> None:
    start = time.perf_counter()
    formula = read_formula(text)
    assert formula is None or math.isnan(formula.value())
    assert time.perf_counter() - start < 1.0


SIGNS = [*"0123456789.xyπ+-*/^()[]{}|=,_√° ", "\\frac", "\\sqrt", "sin", "log", "\\theta", "e"]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_any_text_is_a_formula_or_not_but_never_an_error(text: str) -> None:
    formula = read_formula(text)
    if formula is not None:
        formula.value(dict.fromkeys(formula.letters, 0.5))
        to_label(formula)
