"""Units: every spelling that problems use means what it says, and nothing else is a unit."""

import math

import pytest
from diagrammar.dsl.dimension import ANGLE, LENGTH, NONE, TIME, dimension_named
from diagrammar.dsl.units import is_unit, match_unit, nearest_units, normalise, parse_unit
from hypothesis import given
from hypothesis import strategies as st

UNIT_SIGNS = [
    "m",
    "s",
    "kg",
    "N",
    "J",
    "A",
    "Ω",
    "(",
    ")",
    "/",
    "·",
    "-",
    "*",
    "^",
    "2",
    "-1",
    "per",
    "square",
    "µ",
    "°C",
]
MEANINGS = [
    ("million km", 1e9, "length"),
    ("million", 1e6, "number"),
    ("m", 1, "length"),
    ("km", 1e3, "length"),
    ("ft", 0.3048, "length"),
    ("feet", 0.3048, "length"),
    ("in", 0.0254, "length"),
    ("mi", 1609.344, "length"),
    ("nm", 1e-9, "length"),
    ("AU", 1.495978707e11, "length"),
    ("au", 1.495978707e11, "length"),
    ("ly", 9.4607304725808e15, "length"),
    ("light-years", 9.4607304725808e15, "length"),
    ("pc", 3.0856775814913673e16, "length"),
    ("lb", 0.45359237, "mass"),
    ("u", 1.66053906892e-27, "mass"),
    ("amu", 1.66053906892e-27, "mass"),
    ("oz", 0.028349523125, "mass"),
    ("h", 3600, "time"),
    ("hr", 3600, "time"),
    ("yr", 31557600, "time"),
    ("μs", 1e-6, "time"),
    ("µs", 1e-6, "time"),
    ("us", 1e-6, "time"),
    ("mph", 0.44704, "speed"),
    ("knots", 1852 / 3600, "speed"),
    ("km/hr", 1 / 3.6, "speed"),
    ("m/s^2", 1, "acceleration"),
    ("m·s⁻²", 1, "acceleration"),
    ("m s^-2", 1, "acceleration"),
    ("N", 1, "force"),
    ("lbf", 4.4482216152605, "force"),
    ("kg m/s", 1, "momentum"),
    ("Pa", 1, "pressure"),
    ("psi", 6894.757293168, "pressure"),
    ("atm", 101325, "pressure"),
    ("mm Hg", 133.322387415, "pressure"),
    ("torr", 101325 / 760, "pressure"),
    ("kcal", 4184, "energy"),
    ("BTU", 1055.056, "energy"),
    ("eV", 1.602176634e-19, "energy"),
    ("kWh", 3.6e6, "energy"),
    ("N·m", 1, "energy"),
    ("ft·lb", 1.3558179483314, "energy"),
    ("hp", 745.69987158227, "power"),
    ("MW", 1e6, "power"),
    ("L", 1e-3, "volume"),
    ("mL", 1e-6, "volume"),
    ("gal", 3.785411784e-3, "volume"),
    ("cubic feet", 0.3048**3, "volume"),
    ("acre", 4046.8564224, "area"),
    ("ha", 1e4, "area"),
    ("square meters", 1, "area"),
    ("V", 1, "voltage"),
    ("kΩ", 1e3, "resistance"),
    ("ohms", 1, "resistance"),
    ("μF", 1e-6, "capacitance"),
    ("mH", 1e-3, "inductance"),
    ("nC", 1e-9, "charge"),
    ("A-h", 3600, "charge"),
    ("T", 1, "magnetic field"),
    ("G", 1e-4, "magnetic field"),
    ("Wb", 1, "magnetic flux"),
    ("V/m", 1, "electric field"),
    ("°", math.pi / 180, "angle"),
    ("degrees", math.pi / 180, "angle"),
    ("rev", 2 * math.pi, "angle"),
    ("rpm", 2 * math.pi / 60, "angular speed"),
    ("rad/s", 1, "angular speed"),
    ("Hz", 1, "frequency"),
    ("mol", 1, "amount"),
    ("M", 1e3, "concentration"),
    ("g/mol", 1e-3, "molar mass"),
    ("kJ/mol", 1e3, "molar energy"),
    ("J/(kg·K)", 1, "specific heat"),
    ("J/kg·K", 1, "specific heat"),
    ("J/(g·°C)", 1e3, "specific heat"),
    ("J/kg·C", 1, "specific heat"),
    ("W/(m-K)", 1, "thermal conductivity"),
    ("Wm^-1K^-1", 1, "thermal conductivity"),
    ("m²K/W", 1, "mass^-1·time^3·temperature"),
    ("N m^2/kg^2", 1, "length^3·mass^-1·time^-2"),
    ("Nm^2/kg^2", 1, "length^3·mass^-1·time^-2"),
    ("lb/ft³", 16.018463373960, "density"),
    ("cent/cm²", 100, "length^-2·money"),
    ("%", 0.01, "number"),
    ("ppm", 1e-6, "number"),
    ("$", 1, "money"),
    ("cents", 0.01, "money"),
    ("lines/cm", 100, "wavenumber"),
    ("kb", 1000, "number"),
    ("cM", 0.01, "number"),
    ("c", 299792458, "speed"),
]


@pytest.mark.parametrize(("text", "factor", "name"), MEANINGS)
def test_a_spelling_has_its_factor_and_dimension(text: str, factor: float, name: str) -> None:
    unit = parse_unit(text)
    assert unit is not None
    assert unit.factor == pytest.approx(factor, rel=1e-9)
    assert unit.dimension.name == name


@pytest.mark.parametrize(
    "text", ["x", "apple", "cells", "The", "lines", "pH", "PM", "at", "", "3", "m/", "m^", "()", "m^99"]
)
def test_what_is_no_unit_is_refused(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("value", "unit", "kelvin"), [(0, "°C", 273.15), (212, "°F", 373.15), (-40, "degC", 233.15)]
)
def test_temperatures_have_their_zero(value: float, unit: str, kelvin: float) -> None:
    parsed = parse_unit(unit)
    assert parsed is not None
    assert parsed.to_si(value) == pytest.approx(kelvin)
    assert parsed.from_si(kelvin) == pytest.approx(value)


def test_a_degree_in_a_product_is_a_difference() -> None:
    heat, expansion = parse_unit("J/(kg·°C)"), parse_unit("1/°C")
    assert heat is not None and heat.offset == 0
    assert expansion is not None and expansion.offset == 0


@pytest.mark.parametrize(
    ("text", "at", "unit", "end"),
    [
        ("5 m in 3 s", 2, "m", 3),
        ("5 kg m/s to the left", 2, "kg m/s", 8),
        ("60 km/h, then", 3, "km/h", 7),
        ("9 N m of torque", 2, "N m", 5),
        ("2 feet per second down", 2, "feet per second", 17),
        ("20 degrees Celsius hot", 3, "degrees Celsius", 18),
    ],
)
def test_running_text_ends_a_unit_at_the_first_word_that_is_none(
    text: str, at: int, unit: str, end: int
) -> None:
    found = match_unit(text, at)
    assert found is not None
    assert (found[0].text, found[1]) == (unit, end)


def test_a_misspelt_unit_gets_its_nearest() -> None:
    assert "meter" in nearest_units("meterz")
    assert nearest_units("volst") == ("volt",)
    assert nearest_units("bananas") == ()


def test_angle_counts_only_where_both_have_it() -> None:
    assert (ANGLE / TIME).fits(TIME**-1)
    assert ANGLE.fits(NONE)
    assert not ANGLE.fits(LENGTH)
    assert not LENGTH.fits(TIME)


def test_dimensions_are_found_by_the_name_that_kinds_declare() -> None:
    assert dimension_named("speed") == LENGTH / TIME
    assert dimension_named("charm") is None


@given(st.text(max_size=60))
def test_any_text_is_a_unit_or_not_but_never_an_error(text: str) -> None:
    unit = parse_unit(text)
    assert unit is None or math.isfinite(unit.factor) or unit.factor > 0
    match_unit(normalise(text), 0)
    nearest_units(text[:12])


@given(st.lists(st.sampled_from(UNIT_SIGNS), max_size=14))
def test_any_string_of_unit_signs_is_read_in_bounded_time(parts: list[str]) -> None:
    parse_unit("".join(parts))
    parse_unit(" ".join(parts))
