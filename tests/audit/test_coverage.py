"""Coverage: what the problem gives and no text shows is reported, and nothing else."""

import pytest
from diagrammar.compiler.audit.coverage import coverage
from diagrammar.compiler.audit.printed import Printed
from diagrammar.compiler.audit.problem import counts, options, values
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
    assert 'given("5.0 kg")' in found.hints[0]


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
    assert codes("Integrate $3x^2 + 4x - 7$ over the square.") == []
    assert codes("Take one of 2 ways.") == []


def test_options_are_found_in_order_and_must_be_printed() -> None:
    problem = "How fast?\n\nA) 5 m/s\n\nB) 6 m/s\n\nC) 7 m/s"
    assert [(o.letter, o.text) for o in options(problem)] == [("A", "5 m/s"), ("B", "6 m/s"), ("C", "7 m/s")]
    assert codes(problem, "A) 5 m/s", "B) 6 m/s") == ["AUD002"]
    assert codes(problem, "A) 5 m/s  B) 6 m/s  C) 7 m/s") == []


def test_prose_with_single_letters_has_no_options() -> None:
    assert options("A. Smith met B. Jones at a planet of radius d.") == ()


def test_named_conditions_are_reminders() -> None:
    assert codes("The ramp is frictionless.") == ["AUD003"]
    assert codes("The ramp is frictionless.", "frictionless ramp") == []


def test_values_and_counts_divide_the_numbers_of_a_problem() -> None:
    problem = "Each of 12 beads of 0.30 g has n = 6 holes"
    assert [m.magnitude.text for m in values(problem)] == ["0.30 g", "n = 6"]
    assert [m.magnitude.text for m in counts(problem)] == ["12"]


@given(st.text(max_size=200))
def test_a_problem_printed_verbatim_is_covered(problem: str) -> None:
    assert coverage(problem, [Printed(problem)]) == ()
