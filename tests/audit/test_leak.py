"""Leaks: the answer is found in every equivalent form, and what the problem says is none."""

import pytest
from diagrammar.compiler.audit.drawn import Drawn, Place
from diagrammar.compiler.audit.leak import leak
from diagrammar.compiler.audit.printed import Printed
from diagrammar.dsl.scene import Origin
from diagrammar.dsl.source import Span
from hypothesis import given
from hypothesis import strategies as st


def codes(answer: str, text: str, problem: str = "How much is it?") -> list[str]:
    return [found.code for found in leak(answer, problem, [Printed(text)])]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("290.588 cm", "290.588 cm"),
        ("290.588 cm", "d = 2.91 m"),
        ("92 km/s", "v = 92 km/s"),
        ("1.03e-7 m", "103 nm"),
        ("1.23*10^-3 N.m", "1.23 mN·m"),
        ("63.83%", "0.6383"),
        ("7.92", "pH = 7.92"),
        ("84.26°", "θ = 84.3°"),
        (r"\frac{\pi}{9}", "V = π/9"),
        (r"\frac{\pi}{9}", "V ≈ 0.349"),
        ("9π", r"$9\pi$"),
        ("2√14/3", "2 sqrt(14)/3"),
        ("GMm/2(1/a-1/r2)", r"E = \frac{GMm}{2}(\frac{1}{a} - \frac{1}{r_2})"),
        ("v = sqrt(2gh)", "√(2gh)"),
        ("(x+1)^2", "x^2 + 2x + 1"),
        ("48w - 8s + p = 76", "p - 8s + 48w = 76"),
        ("x=2sin(t+pi/2), y=5cos(t+pi/2)", "y = 5cos(t + π/2)"),
        ("square pyramidal", "geometry: Square pyramidal"),
        ("T-shaped", "T-shaped"),
        ("Amount of FeO formed = 8.57 g\nAmount of Fe2O3 formed = 19.06 g", "19.06 g of Fe2O3"),
        (r"\boxed{\frac{25}{102}}", "P = 25/102"),
        ("c", "Answer: c"),
    ],
)
def test_the_answer_is_found_in_equivalent_forms(answer: str, text: str) -> None:
    assert codes(answer, text) == ["AUD010"]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("290.588 cm", "26 cm"),
        ("290.588 cm", "d = ?"),
        ("2.48 m", "2.48 s"),
        ("2.48 m", "3 m"),
        ("6", "R = 60 Ω"),
        ("c", "c) carbonate"),
        ("b, c", "a, b, c"),
        ("Yes", "Yes or no?"),
        ("v = sqrt(2gh)", "v = g t"),
        ("bent", "a bench"),
        ("/cimages/multimages/16/structure.jpg", "structure"),
        ("x^2 + 1", "x^2 - 1"),
    ],
)
def test_other_texts_are_no_leak(answer: str, text: str) -> None:
    assert codes(answer, text) == []


def test_what_the_problem_says_is_no_leak() -> None:
    assert codes("40 cm", "d = 40 cm", problem="An object stands 40 cm from a lens of f = 20 cm.") == []
    assert codes("bent", "bent", problem="Is it linear or bent?") == []
    assert codes("sqrt(2gh)", "$\\sqrt{2gh}$", problem="Why is $v = \\sqrt{2gh}$ wrong?") == []


def test_a_short_agreement_is_a_doubt_and_no_error() -> None:
    assert codes("7", "7") == ["AUD011"]
    assert codes("7", "n = 7") == ["AUD010"]
    assert codes("100", "100 m") == ["AUD011"]
    assert codes("2 m/s", "speed 2 m/s here") == ["AUD011"]


def test_derived_texts_with_consent_and_ticks_are_passed_over() -> None:
    texts = [Printed("40.0 cm", consented=True), Printed("40.0", role="tick")]
    assert leak("40.0 cm", "Draw the rays and the image.", texts) == ()
    (found,) = leak("40.0 cm", "Where is the image?", texts)
    assert (found.code, "40.0 cm" in found.message) == ("AUD011", True)


def test_a_finding_points_at_the_statement_and_keeps_the_secret() -> None:
    origin = Origin(entity="d", span=Span(start=3, end=9))
    (found,) = leak("290.588 cm", "How far?", [Printed("d = 2.91 m", origin)])
    assert found.span == Span(start=3, end=9)
    assert "290.588" not in found.message + "".join(found.hints)


CHOICE = "How fast is it?  A) 3 m/s  B) 4.5 m/s  C) 5 m/s north"


def test_the_letter_of_an_option_stands_for_its_text() -> None:
    assert codes("B", "v = 4.5 m/s", CHOICE) == ["AUD010"]
    assert codes("B", "v = 3 m/s", CHOICE) == []
    assert codes("(b).", "4.5 m/s", CHOICE) == ["AUD010"]


def test_a_list_of_options_tells_nothing_but_a_tick_does() -> None:
    listed = [Printed(t) for t in ("A) 3 m/s", "B) 4.5 m/s", "C) 5 m/s north")]
    assert leak("B", CHOICE, listed) == ()
    assert leak("B", CHOICE, [Printed(t) for t in ("3 m/s", "4.5 m/s", "5 m/s north")]) == ()
    assert codes("B", "B) 4.5 m/s ✓", CHOICE) == ["AUD010"]
    assert codes("B", "A) 3 m/s ✓", CHOICE) == []
    assert codes("B", "the correct answer: B", CHOICE) == ["AUD010"]


def test_what_options_share_is_no_secret() -> None:
    problem = "Where does it go?  A) 5 m/s north  B) 5 m/s south  C) 5 m/s east"
    assert codes("A", "v = 5 m/s", problem) == []
    assert codes("A", "5 m/s north", problem) == ["AUD010"]


def test_a_short_label_with_the_new_words_of_the_answer_is_a_doubt() -> None:
    answer, problem = "It undergoes nuclear fusion.", "What process goes on in the star?"
    assert codes(answer, "fusion zone", problem) == []
    assert codes(answer, "nuclear fusion", problem) == ["AUD011"]
    assert codes(answer, "nuclear fusion", "Is nuclear fusion or fission going on?") == []


def test_a_bare_number_of_the_problem_excuses_no_value_with_a_unit() -> None:
    problem = "Beads at 3, 5 and 9 on a rod marked in cm: which is the least distance?"
    assert codes("3 cm", "d = 3 cm", problem) == ["AUD011"]
    assert codes("3 cm", "beads at 3, 5, 9", problem) == []


def test_a_tick_that_breaks_an_even_row_is_no_tick_of_the_axis() -> None:
    even = [Printed(t, role="tick") for t in ("0", "1", "2", "3")]
    assert leak("2.79", "Where do they meet?", even) == ()
    (found,) = leak("2.79", "Where do they meet?", [*even, Printed("2.79", role="tick")])
    assert found.code == "AUD011"


def test_a_marked_point_at_the_answer_is_reported() -> None:
    drawn = Drawn(places=(Place("P", (4.0, 6.0), Span(start=2, end=7)), Place("c", (1.0, 1.0), marked=False)))
    (found,) = leak("(4, 6)", "Where do y = x + 2 and y = 10 - x meet?", [], drawn)
    assert (found.code, found.span) == ("AUD013", Span(start=2, end=7))
    assert leak("(4, 6)", "Sketch both lines and mark where they meet.", [], drawn) == ()
    assert leak("(4, 6)", "Is (4, 6) on both lines?", [], drawn) == ()
    assert leak("(1, 1)", "Where is the centre?", [], drawn) == ()


def test_an_argument_before_the_answer_is_not_the_answer() -> None:
    assert codes("<think>\nperhaps 5.55 m, no\n</think>\n7.77 m", "5.55 m") == []
    assert codes("<think>\nperhaps 5.55 m, no\n</think>\n7.77 m", "7.77 m") == ["AUD010"]


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_texts_are_compared_without_error(answer: str, problem: str, text: str) -> None:
    leak(answer, problem, [Printed(text)])


@given(st.floats(min_value=11, max_value=9e5).map(lambda x: f"{x:.5g} m"))
def test_a_value_with_its_unit_is_always_found(answer: str) -> None:
    assert codes(answer, f"length {answer}") == ["AUD010"]
