"""Numbers in problem texts: prose, LaTeX and the tags of the data."""

import pytest
from diagrammar.dsl.plain import plain
from diagrammar.dsl.quantity import numbers_in
from hypothesis import given
from hypothesis import strategies as st


def si_values(text: str) -> list[float | None]:
    return [mention.magnitude.si for mention in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 3.0-g bullet and a 12-foot pole", [0.003, 3.6576]),
        ("2.20 x 10{eq}^{20}\n\n{/eq} m from the center", [2.2e20]),
        ("inertia 5.00 {eq}\\times\n\n{/eq} 10{eq}^8\n\n{/eq} kg m{eq}^2\n\n{/eq}", [5e8]),
        (r"at {eq}60^\circ{/eq} with $\displaystyle 25.00 \ ml$", [1.0471975511965976, 2.5e-5]),
        (r"mass $\frac{27}{64}$ kg", [0.421875]),
        ("costs $7.50 and $8.50", [7.5, 8.5]),
        ("in 3 days, 7h, and 35 min", [259200.0, 25200.0, 2100.0]),
        (r"45~ \Omega and 42 $\mu$F", [45.0, 4.2e-5]),
        ("speeds of 5-10 m/s", [5.0, 10.0]),
    ],
)
def test_numbers_are_found_with_their_units(text: str, expected: list[float]) -> None:
    assert si_values(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text", ["H2O and x1", "3x + 2y", "the 2nd and 3rd", "$v_0$ and $x^2$", "qΔ", "E_{n=1}"]
)
def test_digits_of_names_powers_and_indices_are_no_numbers(text: str) -> None:
    assert numbers_in(text) == ()


def test_a_mention_points_into_the_original_text() -> None:
    text = r"about $5.60 \times 10^{-5}\,\text{m}$ away"
    (mention,) = numbers_in(text)
    assert text[mention.start : mention.end] == r"5.60 \times 10^{-5}\,\text{m}"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"\sqrt{3}x", "√3x"),
        (r"$v_{max}$", "v_max"),
        (r"x^{n+1}", "x^(n+1)"),
        ("2½ m²", "2 1/2 m^2"),
        (r"\left( \alpha \right)", "( α )"),
        ("{eq}x{/eq}", "x"),
        ("$5 or $6", "$5 or $6"),
    ],
)
def test_markup_is_reduced_to_plain_signs(marked: str, expected: str) -> None:
    assert plain(marked).text == expected


@given(st.text(alphabet=st.sampled_from("ab01 ${}\\^_frac sqrt½²₁\n~"), max_size=80))
def test_plain_text_keeps_account_of_where_it_came_from(text: str) -> None:
    shown = plain(text)
    assert len(shown.text) == len(shown.starts) == len(shown.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(shown.starts, shown.ends, strict=True))


@given(st.text(max_size=200))
def test_any_prose_is_searched_without_error(text: str) -> None:
    for mention in numbers_in(text):
        assert 0 <= mention.start < mention.end <= len(text)
