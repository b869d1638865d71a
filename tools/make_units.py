"""Make `dsl/units_table.py` from the unit registry of pint: `python -m tools.make_units` or run the file.

Only the numbers come from pint. Which units the language knows, how authors spell them and which take
prefixes is decided here, from the units met in 704 textbook problems.
"""

from fractions import Fraction
from pathlib import Path

TARGET = Path(__file__).parent.parent / "dsl" / "units_table.py"

# The order of the exponents is that of `dsl.units.BASES`; pint has no angle and no money.
PINT_BASES = (
    "[length]", "[mass]", "[time]", "[current]", "[temperature]", "[substance]", "[luminosity]",
)  # fmt: skip
BASES = 10
ANGLE, MONEY, INFORMATION = 7, 8, 9

SI, NONE = "SI", ""

# (pint expression, symbols, names, prefixes: SI symbols and names, or none)
FROM_PINT = (
    ("meter", "m", "meter metre", SI),
    ("gram", "g", "gram gramme gm", SI),
    ("second", "s sec", "second sec", SI),
    ("ampere", "A amp", "ampere amp", SI),
    ("kelvin", "K", "kelvin", SI),
    ("mole", "mol", "mole mol", SI),
    ("candela", "cd", "candela", SI),
    ("hertz", "Hz", "hertz", SI),
    ("newton", "N", "newton", SI),
    ("pascal", "Pa", "pascal", SI),
    ("joule", "J", "joule", SI),
    ("watt", "W", "watt", SI),
    ("coulomb", "C", "coulomb", SI),
    ("volt", "V", "volt", SI),
    ("ohm", "Ω ohm", "ohm", SI),
    ("siemens", "S", "siemens mho", SI),
    ("farad", "F", "farad", SI),
    ("henry", "H", "henry henries", SI),
    ("weber", "Wb", "weber", SI),
    ("tesla", "T", "tesla", SI),
    ("lux", "lx", "lux", SI),
    ("becquerel", "Bq", "becquerel", SI),
    ("gray", "Gy", "gray", SI),
    ("sievert", "Sv", "sievert", SI),
    ("katal", "kat", "katal", SI),
    ("liter", "L l", "liter litre", SI),
    ("mole / liter", "M", "molar", SI),
    ("electron_volt", "eV", "electronvolt", SI),
    ("calorie", "cal", "calorie", SI),
    ("bar", "bar", "bar", SI),
    ("parsec", "pc", "parsec", SI),
    ("gauss_tesla", "G", "gauss", SI),
    ("dalton", "Da", "dalton", SI),
    ("watt * hour", "Wh", "", SI),
    ("ampere * hour", "Ah", "", SI),
    ("erg", "erg", "erg", NONE),
    ("dyne", "dyn", "dyne", NONE),
    ("angstrom", "Å", "angstrom ångström", NONE),
    ("micron", "", "micron", NONE),
    ("minute", "min mins", "minute", NONE),
    ("hour", "h hr hrs", "hour hr", NONE),
    ("day", "d", "day", NONE),
    ("week", "wk", "week", NONE),
    ("year / 12", "", "month", NONE),
    ("year", "yr yrs", "year yr", "names"),
    ("century", "", "century centuries", NONE),
    ("metric_ton", "t", "tonne", "names"),
    ("ton", "", "ton", "names"),
    ("unified_atomic_mass_unit", "u amu", "amu", NONE),
    ("hectare", "ha", "hectare", NONE),
    ("4840 * yard ** 2", "", "acre", NONE),
    ("foot", "ft", "foot feet", NONE),
    ("inch", "in", "inch inches", NONE),
    ("yard", "yd", "yard", NONE),
    ("mile", "mi", "mile", NONE),
    ("nautical_mile", "nmi", "", NONE),
    ("mile / hour", "mph", "", NONE),
    ("kilometer / hour", "kph", "", NONE),
    ("knot", "kn kt", "knot", NONE),
    ("pound", "lb lbs lbm", "pound", NONE),
    ("force_pound", "lbf", "", NONE),
    ("1000 * force_pound", "kip kips", "", NONE),
    ("ounce", "oz", "ounce", NONE),
    ("slug", "", "slug", NONE),
    ("gallon", "gal", "gallon", NONE),
    ("quart", "qt", "quart", NONE),
    ("pint", "pt", "pint", NONE),
    ("cup", "", "cup", NONE),
    ("fluid_ounce", "floz", "", NONE),
    ("tablespoon", "tbsp", "tablespoon", NONE),
    ("teaspoon", "tsp", "teaspoon", NONE),
    ("cubic_centimeter", "cc ccm", "", NONE),
    ("british_thermal_unit", "BTU Btu", "btu", NONE),
    ("horsepower", "hp", "horsepower", NONE),
    ("psi", "psi", "", NONE),
    ("1000 * psi", "ksi", "", NONE),
    ("atmosphere", "atm", "atmosphere", NONE),
    ("millimeter_Hg", "mmHg", "", NONE),
    ("inch_Hg", "inHg", "", NONE),
    ("torr", "Torr torr", "torr", NONE),
    ("astronomical_unit", "AU au", "", NONE),
    ("light_year", "ly", "lightyear", "names"),
    ("speed_of_light", "c", "", NONE),
    ("1 / meter", "D dpt", "diopter dioptre", NONE),
    ("debye", "", "debye", NONE),
    ("poise", "", "poise", NONE),
    ("curie", "Ci", "curie", SI),
    ("newton * meter", "Nm", "", SI),
    ("foot * force_pound", "ftlb", "", NONE),
    ("joule * second", "Js", "", NONE),
    ("volt * second", "Vs", "", NONE),
    ("newton * second", "Ns", "", NONE),
    ("foot / second", "fps", "", NONE),
    ("foot ** 3 / minute", "cfm", "", NONE),
    ("gallon / minute", "gpm", "", NONE),
)

# (factor as a pint expression or number, symbols, names, prefixes, exponents beyond pint's)
OWN: tuple[tuple[str, str, str, str, dict[int, int]], ...] = (
    ("1", "rad", "radian", SI, {ANGLE: 1}),
    ("degree", "° deg", "degree deg", NONE, {ANGLE: 1}),
    ("arcminute", "arcmin", "arcminute", NONE, {ANGLE: 1}),
    ("arcsecond", "arcsec", "arcsecond", NONE, {ANGLE: 1}),
    ("turn", "rev", "revolution", NONE, {ANGLE: 1}),
    ("turn / minute", "rpm RPM", "", NONE, {ANGLE: 1}),
    ("1", "sr", "steradian", NONE, {ANGLE: 2}),
    ("candela", "lm", "lumen", SI, {ANGLE: 2}),
    ("0.01", "% percent pct", "percent", NONE, {}),
    ("0.001", "‰", "permille", NONE, {}),
    ("1e-6", "ppm", "", NONE, {}),
    ("1e-9", "ppb", "", NONE, {}),
    ("1", "dB", "decibel", NONE, {}),
    ("1", "bp", "basepair", NONE, {}),
    ("1000", "kb kbp", "kilobase", NONE, {}),
    ("1000000", "Mb Mbp", "megabase", NONE, {}),
    ("0.01", "cM", "centimorgan", NONE, {}),
    ("1", "$ USD", "dollar", NONE, {MONEY: 1}),
    ("0.01", "¢", "cent", NONE, {MONEY: 1}),
    ("1", "€ EUR", "euro", NONE, {MONEY: 1}),
    ("1", "£ GBP", "", NONE, {MONEY: 1}),
    ("1", "¥ JPY", "yen", NONE, {MONEY: 1}),
    ("1", "₹ INR", "rupee", NONE, {MONEY: 1}),
    ("1", "bit", "bit", SI, {INFORMATION: 1}),
    ("8", "B", "byte", SI, {INFORMATION: 1}),
)
TEMPERATURES = (
    ("degC", "°C degC ℃", "celsius centigrade"),
    ("degF", "°F degF ℉", "fahrenheit"),
    ("degR", "°R degR", "rankine"),
)

HEAD = '''made by tools/make_units.py, do not edit.

Each row: symbols, names, factor to SI, offset (SI value of zero), exponents, prefixes.
"""

from typing import Final

Row = tuple[tuple[str, ...], tuple[str, ...], float, float, tuple[int, ...], str]
'''


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _exponents(dimensionality: dict[str, float], extra: dict[int, int]) -> tuple[int, ...]:
    known = [int(dimensionality.get(base, 0)) for base in PINT_BASES]
    exponents = known + [0] * (BASES - len(known))
    for at, exponent in extra.items():
        exponents[at] += exponent
    return tuple(exponents)


def rows() -> list[str]:
    """Return the table's rows as source lines."""
    import pint

    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
    registry.define("gauss_tesla = 1e-4 * tesla")
    lines = []
    for expression, symbols, names, prefixes, extra in (*((*row, {}) for row in FROM_PINT), *OWN):
        si = (1 * registry.parse_expression(expression) * registry.dimensionless).to_base_units()
        exponents = _exponents(dict(si.dimensionality), extra)
        row = (_words(symbols), _words(names), float(si.magnitude), 0.0, exponents, prefixes)
        lines.append(_literal(row))
    for unit, symbols, names in TEMPERATURES:
        zero = registry.Quantity(Fraction(0), unit).to("kelvin").magnitude
        step = float(registry.Quantity(Fraction(1), unit).to("kelvin").magnitude - zero)
        exponents = _exponents({"[temperature]": 1}, {})
        lines.append(_literal((_words(symbols), _words(names), step, float(zero), exponents, NONE)))
    return lines


def _literal(row: tuple[object, ...]) -> str:
    parts = [str(part).replace("'", '"') if isinstance(part, tuple) else part for part in row]
    symbols, names, factor, offset, exponents, prefixes = parts
    return f'    ({symbols}, {names}, {factor!r}, {offset!r}, {exponents}, "{prefixes}"),'


def render() -> str:
    """Return the whole text of the generated module."""
    table = "\n".join(rows())
    return f'"""{HEAD}\n# fmt: off\nROWS: Final[tuple[Row, ...]] = (\n{table}\n)\n'


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
