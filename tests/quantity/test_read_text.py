"""Strings read by their content: quantity, unknown, number or text (decision 8 of the language)."""

import pytest
from diagrammar.dsl.quantity import magnitude, read_quantity, read_text
from hypothesis import given
from hypothesis import strategies as st

QUANTITIES = [
    ("total mass 50.0 kg", 50.0, "kg", None, "50.0 kg"),
    ("F = 127 N", 127.0, "N", "F", "F = 127 N"),
    ("10,000 revolutions", 10000.0, "revolutions", None, "10,000 revolutions"),
    ("1.7E+5 ly", 1.7e5, "ly", None, "1.7E+5 ly"),
    ("1.45 × 10^25 kg", 1.45e25, "kg", None, "1.45 × 10^25 kg"),
    ("10²⁴ kg", 1e24, "kg", None, "10²⁴ kg"),
    ("$10^{24}$ kg", 1e24, "kg", None, "10^{24}$ kg"),
    ("5.60x10^-5 m", 5.6e-5, "m", None, "5.60x10^-5 m"),
    ("5.8*10^7 m/s", 5.8e7, "m/s", None, "5.8*10^7 m/s"),
    ("5.81 x 10-4 m", 5.81e-4, "m", None, "5.81 x 10-4 m"),
    (".120 kg", 0.12, "kg", None, ".120 kg"),
    ("36 400 km", 36400.0, "km", None, "36 400 km"),
    ("541,000 m", 541000.0, "m", None, "541,000 m"),
    ("sqrt(3) m", 3**0.5, "m", None, "sqrt(3) m"),
    ("2 1/2 h", 2.5, "h", None, "2 1/2 h"),
    ("31 million km", 31e6, "km", None, "31 million km"),
    ("110 ± 5 g", 110.0, "g", None, "110 ± 5 g"),
    ("−5 °C", -5.0, "°C", None, "−5 °C"),
    ("10.00-ohm resistor", 10.0, "ohm", None, "10.00-ohm"),
    ("r_p = 4", 4.0, None, "r_p", "r_p = 4"),
    ("E_{n=1} = 1 eV", 1.0, "eV", "E_(n=1)", "E_{n=1} = 1 eV"),
    (r"$\theta = 30^\circ$", 30.0, "°", "θ", r"\theta = 30^\circ"),
    ("$10,000", 10000.0, "$", None, "$10,000"),
    ("15%", 15.0, "%", None, "15%"),
    ("2M", 2.0, "M", None, "2M"),
    ("5 in", 5.0, "in", None, "5 in"),
    ("(50 ± 2) cm", 50.0, "cm", None, "(50 ± 2) cm"),
    ("6 ft 2 in", 74 / 12, "ft", None, "6 ft 2 in"),
    ("t = 3 h 20 min", 10 / 3, "h", "t", "t = 3 h 20 min"),
    ("3 days, 7h, and 36 min", 3 + 7.6 / 24, "days", None, "3 days, 7h, and 36 min"),
    ("$5/hr", 5.0, "$/hr", None, "$5/hr"),
    ("0.8 c", 0.8, "c", None, "0.8 c"),
]


@pytest.mark.parametrize(("text", "value", "unit", "symbol", "part"), QUANTITIES)
def test_one_number_with_a_unit_or_symbol_is_a_quantity(
    text: str, value: float, unit: str | None, symbol: str | None, part: str
) -> None:
    reading = read_text(text)
    assert reading.kind == "quantity"
    assert reading.magnitude is not None and reading.magnitude.value == pytest.approx(value)
    assert (reading.magnitude.unit.text if reading.magnitude.unit else None) == unit
    assert reading.magnitude.symbol == symbol
    assert text[reading.start : reading.end] == part


@pytest.mark.parametrize(
    "text",
    [
        "21.3 degrees Celsius -> 31.5 degrees Celsius",
        "4/1 | 15,905",
        "1s2 2s2",
        "2s",
        "3D",
        "4 - x",
        "y = 3x + 5",
        "x + y = 5",
        "No. 101",
        "1/3 of the pizza",
        "8 in the box",
        "3 C atoms",
        "f(x) = x^2",
        "2r",
        "H2O",
        "(3.0 m, 0, 0)",
        "First child ?",
        "5-10 m/s",
        "3 to 4 m",
        "3 x 4 m",
        "5 m 3 m",
        "3 m and 5 kg",
        "",
    ],
)
def test_anything_else_is_text(text: str) -> None:
    assert read_text(text).kind == "text"


@pytest.mark.parametrize(
    ("text", "symbol"), [("W_net = ?", "W_net"), ("λ = ?", "λ"), ("Δt = _____ s", "Δt"), ("?", None)]
)
def test_a_question_mark_is_an_unknown(text: str, symbol: str | None) -> None:
    reading = read_text(text)
    assert reading.kind == "unknown"
    assert reading.magnitude is not None and reading.magnitude.unknown
    assert reading.magnitude.symbol == symbol


@pytest.mark.parametrize(
    ("text", "value"), [("27/64", 27 / 64), ("√3", 3**0.5), ("3π/4", 2.356194490192345), ("7", 7)]
)
def test_a_number_alone_is_a_number(text: str, value: float) -> None:
    reading = read_text(text)
    assert reading.kind == "number"
    assert reading.magnitude is not None and reading.magnitude.value == pytest.approx(value)


def test_three_dialects_of_a_power_are_one_value() -> None:
    assert {
        read_quantity(t).value for t in ("10^24 kg", "10²⁴ kg", "$10^{24}$ kg", r"$10^{24}\,\text{kg}$")
    } == {1e24}


def test_a_difference_of_temperatures_has_no_zero() -> None:
    assert read_text("ΔT = 20 °C").magnitude.si == pytest.approx(20)
    assert read_text("T = 20 °C").magnitude.si == pytest.approx(293.15)


def test_a_number_and_a_unit_token_make_a_magnitude() -> None:
    assert magnitude(5.0, "cm").si == pytest.approx(0.05)
    assert magnitude(5.0, "bananas") is None
    assert magnitude(5.0).unit is None


@given(st.text(max_size=80))
def test_any_string_has_a_reading_inside_it(text: str) -> None:
    reading = read_text(text)
    assert 0 <= reading.start <= reading.end <= len(text)
    assert (reading.magnitude is None) == (reading.kind == "text")


@given(
    st.lists(
        st.sampled_from([*"0123456789.,-+^{}$\\ =?xe×10", "10^", "\\frac", "{eq}", " m", "kg", "√", "π"]),
        max_size=24,
    )
)
def test_strings_of_number_signs_never_crash(parts: list[str]) -> None:
    read_text("".join(parts))


@given(st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda x: f"{x:.6g}"))
def test_a_printed_float_reads_back(text: str) -> None:
    assert read_text(f"{text} kg").magnitude.value == float(text)
