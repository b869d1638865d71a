"""Coverage: what the problem gives and no text shows is reported, and nothing else."""

import pytest
from diagrammar.compiler.audit.coverage import coverage
from diagrammar.compiler.audit.drawn import Drawn, Place
from diagrammar.compiler.audit.phrases import phrase
from diagrammar.compiler.audit.printed import Printed
from diagrammar.compiler.audit.problem import givens, options
from hypothesis import given
from hypothesis import strategies as st

SLED = (
    "A sled of total mass 50.0 kg starts from rest on a frictionless 10.0° slope; a force of 127 N pulls it."
)


def codes(problem: str, *texts: str) -> list[str]:
    return [found.code for found in coverage(problem, [Printed(text) for text in texts])]


def test_a_complete_picture_has_no_findings() -> None:
    assert codes(SLED, "total mass 50.0 kg", "F = 127 N", "10.0°", "starts from rest", "frictionless") == []


def test_a_missing_value_is_named_with_a_way_to_add_it() -> None:
    (found,) = coverage("A 5.0 kg block.", [])
    assert found.code == "AUD001"
    assert found.message == "given `5.0 kg` is on no printed text"
    assert 'given("5.0 kg block")' in found.hints[0]


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        ("a speed of 1.7E+5 m/s", "v = 1.7 × 10^5 m/s"),
        ("2.20 x 10{eq}^{20}\n\n{/eq} m away", "2.20 × 10²⁰ m"),
        ("a 3.0-g bullet", "3.0 g"),
        ("541,000 m above", "541000 m"),
        ("a length of 150 cm", "1.5 m"),
        ("an angle of 30 degrees", "30°"),
        ("a 40.0 V battery in a table", "40.0"),
        ("$\\frac{27}{64}$ kg of it", "27/64 kg"),
        ("42 $\\mu$F", "42 µF"),
    ],
)
def test_all_dialects_of_a_value_cover_each_other(problem: str, printed: str) -> None:
    assert "AUD001" not in codes(problem, printed)


@pytest.mark.parametrize(
    ("problem", "printed"),
    [("5.0 kg", "5.0 m"), ("5.0 kg", "15.0 kg"), ("-9.0 nC", "9.0 nC"), ("1.5 m", "1.52 m")],
)
def test_another_value_does_not_cover(problem: str, printed: str) -> None:
    assert codes(f"It has {problem} here.", printed) == ["AUD001"]


def test_whole_numbers_are_reminders_only_and_formulas_are_left_alone() -> None:
    assert codes("A crew of 150 lives there.") == ["AUD004"]
    assert codes("Integrate $3x^2 + 4x - 7$ over the square.") == ["AUD005"]
    assert codes("Take one of 2 ways.") == []
    assert codes("See Fig. 4 and part 3; in 1997 that was known.") == []


def test_options_are_found_in_order_and_must_be_printed() -> None:
    problem = "How fast?\n\nA) 5 m/s\n\nB) 6 m/s\n\nC) 7 m/s"
    assert [(o.letter, o.text) for o in options(problem)] == [("A", "5 m/s"), ("B", "6 m/s"), ("C", "7 m/s")]
    assert codes(problem, "A) 5 m/s", "B) 6 m/s") == ["AUD002"]
    assert codes(problem, "A) 5 m/s  B) 6 m/s  C) 7 m/s") == []


def test_an_option_inside_another_is_not_printed() -> None:
    problem = "How much?\n\na. 0\n\nb. 8.5 kJ\n\nc. -8.5 kJ"
    assert codes(problem, "a. 0", "c. -8.5 kJ") == ["AUD002"]
    assert codes(problem, "a. 0", "b. 8.5 kJ", "c. -8.5 kJ") == []


def test_prose_with_single_letters_has_no_options() -> None:
    assert options("A. Smith met B. Jones at a planet of radius d.") == ()


def test_named_conditions_are_reminders() -> None:
    assert codes("The ramp is frictionless.") == ["AUD003"]
    assert codes("The ramp is frictionless.", "frictionless ramp") == []


def test_values_and_counts_divide_the_numbers_of_a_problem() -> None:
    found = [(g.sort.value, g.words) for g in givens("Each of 12 beads of 0.30 g has n = 6 holes")]
    assert found == [("number", "12"), ("given", "0.30 g"), ("given", "n = 6")]


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("the region under y = 3x^{0.5}, up to x = 4", ["y = 3x^0.5", "x = 4"]),
        ("{eq}\\displaystyle \\int_R xy^2 \\:dA{/eq} over it", ["int_R xy^2 dA"]),
        ("from (0, 0) to the point B(3, 4)", ["(0, 0)", "B(3, 4)"]),
        ("at <4, -7, 8> m, over [0, 5]", ["<4, -7, 8>", "[0, 5]"]),
        ("2 H2 + O2 -> 2 H2O burns", ["2 H2 + O2 -> 2 H2O"]),
        ("for $0 \\leq x \\leq 19$", ["0 ≤ x ≤ 19"]),
        ("where $R_{1}=4 R$ holds", ["R_1=4 R"]),
        ("a charge {eq}-2q{/eq} there", ["-2q"]),
        ("mixed in the ratio 3:2", ["3:2"]),
        ("a chance of $\\frac{2}{3}$ and two grams", ["2/3", "two grams"]),
        ("用时3秒，长为五厘米，质量为2千克", ["3秒", "五厘米", "2千克"]),
        ("The x-axis, an A-B line, and km/h", []),
        ("W = _____ and v = ?", []),
    ],
)
def test_givens_are_found_in_running_text(problem: str, words: list[str]) -> None:
    assert [g.words for g in givens(problem)] == words


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        ("the curve y = 3x^{1/2}", "$y = 3x^{1/2}$"),
        ("the curve y = x^2 - 1", "curve: $y=x²−1$"),
        ("the curve y = 2(x + 1)", "y = 2x + 2"),
        ("F = \\frac{1}{2} m v^2 is used", "F = 1/2 m v²"),
        ("a vector <4, -7, 8>", "(4, -7, 8)"),
        ("mixed 3:2", "3 to 2"),
        ("the set $W = \\{(x, y) \\in R^2: 0 \\leq y \\leq x \\leq 1\\}$", "W: 0 <= y <= x <= 1"),
        ("we have n^2 (n ≥ 4)", "n^2 numbers, n ≥ 4"),
        ("burn 2 H2 + O2 -> 2 H2O", "2 H2 → 2 H2O beside O2"),
        ("30% of them", "0.30"),
        ("an angle of 30°", "π/6"),
        ("for 4 minutes 30 seconds", "4.5 min"),
        ("for 4 minutes 30 seconds", "4 min, then 30 s"),
        ("costs $2.5 million", "$2.5 M"),
        ("长5厘米", "5 cm"),
        ("a mass of two grams", "m = 2 g"),
    ],
)
def test_what_is_written_otherwise_is_written(problem: str, printed: str) -> None:
    assert codes(f"It is so: {problem}.", printed) == []


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        ("the curve y = x^2 - 1", "y = x^2 + 1"),
        ("mixed 3:2", "3 of 2"),
        ("from (1, 2)", "(1, 3)"),
        ("30%", "30"),
    ],
)
def test_what_is_written_wrong_is_missing(problem: str, printed: str) -> None:
    assert len(codes(f"It is so: {problem}.", printed)) == (printed != "30")


def test_what_is_drawn_needs_no_words() -> None:
    drawn = Drawn(words=frozenset(("square",)), counts={"resistor": 4}, places=(Place("P", (2.0, 3.0)),))
    problem = "The right angle is at (2, 3), beside 4 resistors."
    assert [d.code for d in coverage(problem, [])] == ["AUD001", "AUD004", "AUD003"]
    assert coverage(problem, [], drawn) == ()


def test_ticks_do_not_stand_for_values_with_units() -> None:
    tick = Printed("5", role="tick")
    assert [d.code for d in coverage("A rod of 5 kg.", [tick])] == ["AUD001"]
    assert coverage("A rod of 5 kg.", [tick, Printed("mass (kg)")]) == ()


@pytest.mark.parametrize(
    ("problem", "said", "row"),
    [
        ("A sled of total mass 50.0 kg slides.", "50.0 kg", "sled of total mass 50.0 kg slides"),
        ("Then 50.0 mL of 2M NaOH is added.", "50.0 mL", "50.0 mL of 2M NaOH"),
        ("The width of the river, in spring, is about 90 m.", "90 m", "width of the river: about 90 m"),
        ("三个相同的管子，每个重 120 N，摩擦不计。", "120 N", "每个重 120 N"),
    ],
)
def test_a_row_says_what_is_given(problem: str, said: str, row: str) -> None:
    start = problem.index(said)
    assert phrase(problem, start, start + len(said)) == row


@given(st.text(max_size=200))
def test_a_problem_printed_verbatim_is_covered(problem: str) -> None:
    assert coverage(problem, [Printed(problem)]) == ()
