"""Units as authors write them: `m/s^2`, `J/(kg·K)`, `W/m-K`, `cubic feet per minute`.

The numbers stand in `units_table.py`; this module reads spellings. After a stroke, products with `·`,
`-` or a space stay below it (`J/kg·K` is J/(kg·K), as textbooks mean it); `*` works as in a program.
"""

import math
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final, TypeAlias

from .dimension import NONE, Dimension
from .suggest import did_you_mean, distance
from .units_table import ROWS, Row

_MAX_LENGTH: Final = 80
_MAX_EXPONENT: Final = 12


@dataclass(frozen=True)
class Unit:
    """A unit as written. A value `x` in it is `x * factor + offset` in SI (angles in radians).

    Money is not converted: one unit of any currency counts 1. The offset is that of °C and °F alone;
    in a product (J/(kg·°C)) a degree is a difference.
    """

    text: str
    factor: float
    offset: float
    dimension: Dimension

    def to_si(self, value: float) -> float:
        """Return a value given in this unit in SI.

        >>> unit = parse_unit("km/h")
        >>> unit and unit.to_si(36)
        10.0
        """
        return value * self.factor + self.offset

    def from_si(self, value: float) -> float:
        """Return an SI value in this unit."""
        return (value - self.offset) / self.factor


_SIGNS: Final = str.maketrans(
    {
        "µ": "μ", "\u2126": "Ω", "\u212b": "Å", "º": "°", "˚": "°", "⋅": "·", "∙": "·", "•": "·", "×": "·",
        "−": "-", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "∕": "/",
    }
)  # fmt: skip
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_RAISED_RUN: Final = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")

_PREFIXES: Final[dict[str, float]] = {
    "Y": 1e24, "Z": 1e21, "E": 1e18, "P": 1e15, "T": 1e12, "G": 1e9, "M": 1e6, "k": 1e3, "K": 1e3, "h": 1e2,
    "d": 1e-1, "c": 1e-2, "m": 1e-3, "μ": 1e-6, "u": 1e-6, "n": 1e-9, "p": 1e-12, "f": 1e-15, "a": 1e-18,
    "z": 1e-21, "y": 1e-24,
}  # fmt: skip
_PREFIX_NAMES: Final[dict[str, float]] = {
    "yotta": 1e24, "zetta": 1e21, "exa": 1e18, "peta": 1e15, "tera": 1e12, "giga": 1e9, "mega": 1e6,
    "kilo": 1e3, "hecto": 1e2, "deci": 1e-1, "centi": 1e-2, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9,
    "pico": 1e-12, "femto": 1e-15, "atto": 1e-18,
}  # fmt: skip
# Prefix and symbol that spell an everyday word, a time of day or acidity.
_NOT_UNITS: Final = frozenset(("as", "at", "am", "AM", "PM", "MM", "pH", "PH", "has", "Es"))
# Counted things make units only with something else: lines/cm, turns/m, photons per second.
_COUNTED: Final = frozenset(
    ("line", "turn", "loop", "cycle", "count", "photon", "molecule", "particle", "electron", "atom", "ion")
)
# Sloppy spellings of symbols that mean nothing else.
_SLOPPY: Final[dict[str, str]] = {
    "kgs": "kg", "Kgs": "kg", "KG": "kg", "gms": "g", "cms": "cm", "kms": "km", "KM": "km", "CM": "cm",
    "mls": "mL", "ML": "mL", "secs": "s", "hz": "Hz", "khz": "kHz", "Khz": "kHz", "mhz": "MHz", "ghz": "GHz",
    "ev": "eV", "kev": "keV", "mev": "MeV", "MPH": "mph", "PSI": "psi", "ATM": "atm", "kw": "kW", "KV": "kV",
    "kmph": "kph", "mmhg": "mmHg", "LB": "lb", "FT": "ft", "HP": "hp",
}  # fmt: skip
# Two symbols in one word: an exponent behind it belongs to the second alone, `Nm^2` is N·m².
_GLUED: Final = frozenset(("Nm", "Js", "Vs", "Ns", "kNm"))
# A C below an energy per mass or mole is a degree Celsius, not a coulomb.
_HEAT_PER: Final = re.compile(r"(?:J|[cC]al)\b ?/ ?\(?(?:k?g|mol|lb)[ ·*-]?$")
SCALES: Final[dict[str, float]] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
SCALE_WORD: Final = re.compile(r"(hundred|thousand|million|billion|trillion)(?: +|$)")
"""A number word before a unit, or instead of one: `31 million km`."""
# Units of several words, and degrees of temperature, rewritten before anything else is read.
_PHRASES: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:degrees?|deg\.?|°|\^o)[ -]?(?:C\b|Celsius\b|centigrade\b)|(?-i:oC)\b", "°C"),
    (r"(?:degrees?|deg\.?|°|\^o)[ -]?(?:F\b|Fahrenheit\b)|(?-i:oF)\b", "°F"),
    (r"(?:degrees?|deg\.?|°|\^o)[ -]?(?:R\b|Rankine\b)", "°R"),
    (r"(?:degrees?|deg\.?|°)[ -]?(?:K\b|Kelvin\b)", "K"),
    (r"mm ?(?:of )?(?:Hg|mercury)\b", "mmHg"),
    (r"in(?:ches|\.)? ?(?:of )?(?:Hg|mercury)\b", "inHg"),
    (r"light[ -]years?\b", "ly"),
    (r"astronomical units?\b", "AU"),
    (r"electron[ -]volts?\b", "eV"),
    (r"(?:unified )?atomic mass units?\b", "u"),
    (r"nautical miles?\b", "nmi"),
    (r"(?:fl\.? oz\.?|fluid ounces?)", "floz"),
    (
        r"(?:foot|feet|ft)[ ·*-]?(?:pounds?|lbs?|lbf)\b|(?:pounds?|lbs?|lbf)[ ·*-]?(?:foot|feet|ft)\b(?!\^)",
        "ftlb",
    ),
    (r"pounds?[ -]force\b|lb[ -]f\b", "lbf"),
    (r"horse power\b", "hp"),
    (r"base pairs?\b", "bp"),
    (r"British thermal units?\b", "BTU"),
)
_PHRASE: Final = re.compile("|".join(f"({pattern})" for pattern, _ in _PHRASES), re.IGNORECASE)
_WORD: Final = re.compile(r"°[CFR](?![A-Za-z])|[°%‰$¢€£¥₹℃℉]|[A-Za-zμΩÅå]+")
_POWER_WORD: Final = re.compile(r"(square|sq\.?|cubic|cu\.?) +(?=[A-Za-zμ])", re.IGNORECASE)
_EXPONENT: Final = re.compile(
    r"(?:\^|\*\*) ?(?:\(([+-]?\d{1,2})\)|([+-]?\d{1,2}))(?![\d.]\d)|(-?[1-4])(?![\w.^])"
)
_PER: Final = re.compile(r" ?/ ?| +per +")
_TIMES: Final = re.compile(r" ?([·*]) ?|([-.])(?=[A-Za-zμΩ°(])|( )(?=[A-Za-zμΩ°(])")
# Products written with a space alone that running text may contain without misleading.
_SPACED: Final = re.compile(
    r" (?:[A-Za-zμ]{1,4}(?:\^|-\d|/|[·*])|(?<=N )m\b|(?<=[AW] )h\b|(?<=[JVN] )s\b|(?<=lb )ft\b)"
)


def normalise(text: str) -> str:
    """Return unit text in plain signs: one micro sign, `^2` for `²`, `-` for the minus sign.

    >>> normalise("m·s⁻²")
    'm·s^-2'
    """
    raised = _RAISED_RUN.sub(lambda run: "^" + run.group().translate(_RAISED), text)
    return raised.translate(_SIGNS)


@lru_cache(maxsize=2048)
def parse_unit(text: str) -> Unit | None:
    """Return the unit that a text spells, or None.

    >>> parse_unit("J/(kg·K)").dimension.name
    'specific heat'
    >>> parse_unit("banana") is None
    True
    """
    plain = normalise(text).strip()
    if not plain or len(plain) > _MAX_LENGTH:
        return None
    scale = SCALE_WORD.match(plain)
    if scale and scale.end() == len(plain):
        return Unit(text.strip(), SCALES[scale.group(1)], 0.0, NONE)
    product = _product(plain, scale.end() if scale else 0, prose=False, depth=0)
    if product is None or product.end != len(plain) or product.counted_only:
        return None
    if scale and product.offset == 0:
        product = replace(product, factor=product.factor * SCALES[scale.group(1)])
    return _unit(text.strip(), product)


def is_unit(text: str) -> bool:
    """Whether a text spells a unit.

    >>> [is_unit(word) for word in ("m/s^2", "μF", "uF", "apple", "x")]
    [True, True, True, False, False]
    """
    return parse_unit(text) is not None


def match_unit(text: str, at: int) -> tuple[Unit, int] | None:
    """Return the unit that running text spells at an offset, and where it ends.

    `text` is plain (`normalise`). Read shyly: a word that is no unit ends it.

    >>> match_unit("5 kg m/s to the left", 2)[1]
    8
    """
    product = _product(text[: at + _MAX_LENGTH], at, prose=True, depth=0)
    if product is None or product.counted_only:
        return None
    return _unit(text[at : product.end], product), product.end


def nearest_units(text: str) -> tuple[str, ...]:
    """Return units that a misspelt one may be meant for, at most three.

    >>> nearest_units("metres/s"), nearest_units("Kelvn")
    (('m/s',), ('kelvin',))
    """
    known = parse_unit(text)
    if known is not None:
        return _same(known)
    words = [*_names(), *(s for s in _symbols() if len(s) > 1)]
    exact = [s for s in _symbols() if s.casefold() == text.casefold()]
    close = [w for w in did_you_mean(text, words, 6) if distance(w.casefold(), text.casefold(), 2) <= 2]
    return tuple(dict.fromkeys([*exact, *close]))[:3]


def _same(unit: Unit) -> tuple[str, ...]:
    """Return the usual spellings of a unit that is known already."""
    return tuple(
        spelling
        for spelling in ("m/s", "km/h", "m/s^2", "kg/m^3", "J/(kg·K)", "W/(m·K)", "rad/s", "N·m")
        if (known := parse_unit(spelling))
        and known.factor == unit.factor
        and known.dimension == unit.dimension
    )


def _unit(text: str, product: "_Product") -> Unit:
    # Products gather rounding: a short decimal within a few last bits is what was meant (g/cm^3: 1000).
    factor = product.factor
    short = float(f"{factor:.12g}")
    if abs(short - factor) <= 4 * math.ulp(factor):
        factor = short
    return Unit(text, factor, product.offset, product.dimension)


_Scaled: TypeAlias = tuple[float, float, Dimension]


@dataclass(frozen=True)
class _Product:
    factor: float
    offset: float
    dimension: Dimension
    end: int
    counted_only: bool = False

    def times(self, other: "_Product", power: int) -> "_Product":
        """Return the product with `other ** power`; differences of temperature have no offset."""
        return _Product(
            self.factor * other.factor**power,
            0.0,
            self.dimension * other.dimension**power,
            other.end,
            self.counted_only and other.counted_only,
        )


def _product(text: str, at: int, *, prose: bool, depth: int) -> _Product | None:
    """Read terms joined by `/`, `per`, products; stop before what is no unit."""
    whole = _over_one(text, at) or _term(text, at, prose=prose, depth=depth)
    below = False
    while whole is not None:
        join = _joint(text, whole.end, prose=prose, below=below)
        if join is None:
            break
        start, below = join
        term = _term(text, start, prose=prose, depth=depth)
        if term is None:
            break
        whole = whole.times(term, -1 if below else 1)
    return whole


def _over_one(text: str, at: int) -> _Product | None:
    """Read the `1` of `1/s`."""
    return _Product(1.0, 0.0, NONE, at + 1, True) if text.startswith("1/", at) else None


def _joint(text: str, at: int, *, prose: bool, below: bool) -> tuple[int, bool] | None:
    """Return where the next factor starts and whether it divides."""
    per = _PER.match(text, at)
    if per:
        return per.end(), True
    times = _TIMES.match(text, at)
    if times:
        if prose and times.group(3) and not _SPACED.match(text, at):
            return None
        return times.end(), below and times.group(1) != "*"
    glued = at < len(text) and text[at].isalpha() and text[at - 1].isalnum()
    return (at, below) if glued else None


def _term(text: str, at: int, *, prose: bool, depth: int) -> _Product | None:
    if text.startswith("(", at) and depth < 3:
        inner = _product(text, at + 1, prose=False, depth=depth + 1)
        if inner is None or not text.startswith(")", inner.end):
            return None
        return _powered(_Product(inner.factor, 0.0, inner.dimension, inner.end + 1), text, 1)
    power_word = _POWER_WORD.match(text, at)
    if power_word:
        at = power_word.end()
    power = 1 if not power_word else 2 if power_word.group(1)[0] in "sS" else 3
    read = _symbol(text, at)
    return None if read is None else _powered(read, text, power)


def _powered(base: _Product, text: str, power: int) -> _Product | None:
    raised = _EXPONENT.match(text, base.end)
    end = base.end
    if raised:
        power *= int(raised.group(1) or raised.group(2) or raised.group(3))
        end = raised.end()
    if power == 1:
        return _Product(base.factor, base.offset, base.dimension, end, base.counted_only)
    if not 0 < abs(power) <= _MAX_EXPONENT:
        return None
    factor = base.factor**power
    return _Product(factor, 0.0, base.dimension**power, end, base.counted_only)


def _symbol(text: str, at: int) -> _Product | None:
    phrase = _PHRASE.match(text, at)
    if phrase and phrase.lastindex:
        word, end = _PHRASES[phrase.lastindex - 1][1], phrase.end()
    else:
        found = _WORD.match(text, at)
        if found is None:
            return None
        word = _first_symbol(text, found)
        end = found.start() + len(word)
        if word == "C" and _HEAT_PER.search(text, 0, at):
            word = "°C"
    scaled = _lookup(word)
    if scaled is not None:
        factor, offset, dimension = scaled
        return _Product(factor, offset, dimension, end)
    if word.removesuffix("s") in _COUNTED:
        return _Product(1.0, 0.0, NONE, end, counted_only=True)
    return None


def _first_symbol(text: str, word: re.Match[str]) -> str:
    """Return the word, or all but its last letter when an exponent behind it binds to that letter."""
    whole = word.group()
    split = text.startswith("^", word.end()) and (whole in _GLUED or _lookup(whole) is None)
    return whole[:-1] if split and len(whole) > 1 and _lookup(whole[-1]) else whole


@cache
def _symbols() -> dict[str, Row]:
    return {symbol: row for row in ROWS for symbol in row[0]}


@cache
def _names() -> dict[str, Row]:
    return {name: row for row in ROWS for name in row[1]}


@lru_cache(maxsize=2048)
def _lookup(word: str) -> _Scaled | None:
    """Return factor, offset and dimension of one word: symbol, prefixed symbol, name, prefixed name."""
    word = _SLOPPY.get(word, word)
    row = _symbols().get(word)
    if row:
        return _scaled(row, 1.0)
    if word in _NOT_UNITS:
        return None
    row = _symbols().get(word[1:])
    if row and row[5] == "SI" and word[0] in _PREFIXES:
        return _scaled(row, _PREFIXES[word[0]])
    return _named(word.lower()) if len(word) > 2 else None


def _named(word: str) -> _Scaled | None:
    for name in dict.fromkeys((word, word.removesuffix("s"), word.removesuffix("es"))):
        row = _names().get(name)
        if row:
            return _scaled(row, 1.0)
        for prefix, scale in _PREFIX_NAMES.items():
            row = _names().get(name[len(prefix) :]) if name.startswith(prefix) else None
            if row and row[5]:
                return _scaled(row, scale)
    return None


def _scaled(row: Row, scale: float) -> _Scaled:
    return row[2] * scale, row[3], Dimension(row[4])
