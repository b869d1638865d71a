"""Numbers with units inside strings: what `"total mass 50.0 kg"`, `"F = 127 N"` and `"v = ?"` say.

A string is read by its content (decision 8 of the language): exactly one NUMBER UNIT or SYMBOL = NUMBER
makes it a quantity, the words around it kept; SYMBOL = ? an unknown; else it is text. All dialects in
which problems write numbers mean the same: `1.7E+5`, `1.45 × 10^25`, `10²⁴`, `$10^{24}$`, `5.8*10^7`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from .chinese import westernised
from .dimension import NONE, Dimension
from .numeral import NUMERAL, numeral_value
from .plain import Plain, plain
from .units import SCALES, Unit, match_unit, parse_unit


@dataclass(frozen=True)
class Magnitude:
    """A value as written, and what it means. `value` counts in `unit`; `None` where nothing is known."""

    text: str
    value: float | None
    unit: Unit | None = None
    symbol: str | None = None
    unknown: bool = False

    @property
    def si(self) -> float | None:
        """The value in SI units (angles in radians, money in its main unit).

        A symbol that begins with Δ makes degrees a difference: 20 °C is then 20 K.

        >>> read_quantity("5.00 km").si
        5000.0
        """
        if self.value is None or self.unit is None:
            return self.value
        if self.unit.offset and self.symbol and self.symbol[0] in "Δδd":
            return self.value * self.unit.factor
        return self.unit.to_si(self.value)

    @property
    def dimension(self) -> Dimension:
        """What is measured; the dimension of a number where there is no unit."""
        return self.unit.dimension if self.unit else NONE


ReadingKind: TypeAlias = Literal["quantity", "unknown", "number", "text"]


@dataclass(frozen=True)
class Reading:
    """How a string was understood; `text[start:end]` is the part that says the magnitude."""

    kind: ReadingKind
    text: str
    magnitude: Magnitude | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Mention:
    """A number in running text, with its place: from the symbol, if there is one, to the unit."""

    magnitude: Magnitude
    start: int
    end: int


_SYMBOL: Final = (
    r"(?:^|(?<=[\s,;:(|\[]))"
    r"(?P<symbol>[A-Za-zΑ-ωΔℓ][\w'*]{0,11}(?:_\([^()]{1,16}\)|_[\w+-]{1,12})?(?:\([^()=]{1,12}\))?)"
)
_SYMBOL_BEFORE: Final = re.compile(_SYMBOL + r" ?(?:=|≈) ?$")
_UNKNOWN: Final = re.compile(_SYMBOL + r" ?= ?(?:\?|_{2,})(?P<rest> ?)")
_OPERATOR_BEFORE: Final = re.compile(r"[-+*/^·(=<>≤≥|] ?$")
_OPERATOR_AFTER: Final = re.compile(r" ?[-+*/^·×√(]| [-+] ")
_SCALE: Final = re.compile(r" (hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_MONEY_SCALE: Final = re.compile(r" ?([kKMB])(?![\w/])")
"""Behind an amount of money a letter multiplies it: `$2.5 M`."""
_LETTER_SCALES: Final = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9}
_TOLERANCE: Final = re.compile(r" ?± ?(?:\d+(?:\.\d+)?|\.\d+)(?: ?%)?")
_CURRENCY: Final = "$€£¥₹"
_SIGN_AFTER: Final = frozenset(" (=[,:;<>≤≥≈~→|'\"{" + _CURRENCY)
_BRACKETED_SCRIPT: Final = re.compile(r"[_^]\([^()]*\)")
_GLUED: Final = re.compile(r"[^\W\d]|\^|\.\d")
_COORDINATES: Final = re.compile(r"\s*[(\[⟨<].*,.*[)\]⟩>]\s*")
_AND: Final = re.compile(r",? *(?:and)? *")
_UP_TO: Final = re.compile(r" ?(?:[-–—x×*/,:]|\.\.|to|and|or|by) ?")
_SUBSHELL: Final = re.compile(r"[1-7][sdD]")
# Units that are words, letters of names or ordinal marks as often: read only where nothing follows.
_SHY: Final = frozenset(("in", "d", "D", "c", "B", "u", "pt"))
_ENDS_SHY: Final = re.compile(
    r"$|[.,;:)\]|'\"]| (?:long|wide|high|tall|deep|thick|in diameter|in length|diameter|radius|by|x|×|and)\b"
)
_NOT_A_UNIT_BEFORE: Final = re.compile(
    r" (?:atoms?|bonds?|ions?|electrons?|protons?|nuclei|nucleus|orbitals?)\b"
)


@lru_cache(maxsize=4096)
def read_text(text: str) -> Reading:
    """Return how a string is understood.

    >>> read_text("total mass 50.0 kg").magnitude.si
    50.0
    >>> [read_text(t).kind for t in ("F = 127 N", "v = ?", "No. 101", "7", "3 m or 4 m")]
    ['quantity', 'unknown', 'text', 'number', 'text']
    """
    stripped = text.strip()
    if stripped == "?":
        at = text.index("?")
        return Reading("unknown", text, Magnitude("?", None, unknown=True), at, at + 1)
    mentions = numbers_in(text)
    quantities = [m for m in mentions if m.magnitude.unit or m.magnitude.symbol]
    unknowns = _unknowns(text)
    if len(unknowns) == 1 and not quantities:
        return _reading("unknown", text, unknowns[0])
    one = quantities[0] if len(quantities) == 1 else _compound(text, quantities)
    if one and not unknowns and not _COORDINATES.fullmatch(text) and not _is_range(text, mentions):
        return _reading("quantity", text, one)
    if len(mentions) == 1 and not quantities and _is_whole(text, mentions[0].start, mentions[0].end):
        return _reading("number", text, mentions[0])
    return Reading("text", text)


def _compound(text: str, parts: list[Mention]) -> Mention | None:
    """Return the sum of values in falling units of one dimension, `6 ft 2 in` or `3 h 20 min`."""
    if not 2 <= len(parts) <= 4 or any(part.magnitude.symbol for part in parts[1:]):
        return None
    units = [part.magnitude.unit for part in parts]
    first = units[0]
    for (before, after), (big, small) in zip(pairwise(parts), pairwise(units)):
        falling = big and small and big.dimension == small.dimension and big.factor > small.factor
        if not falling or not _AND.fullmatch(text[before.end : after.start]):
            return None
    total = sum(part.magnitude.si or 0.0 for part in parts)
    start, end = parts[0].start, parts[-1].end
    value = first.from_si(total) if first else None
    return Mention(Magnitude(text[start:end], value, first, parts[0].magnitude.symbol), start, end)


def _is_range(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Whether a number without a unit belongs to the one that has it: `5-10 m/s`, `3 x 4 m`."""
    return any(
        before.magnitude.unit is None and _UP_TO.fullmatch(text[before.end : after.start])
        for before, after in pairwise(mentions)
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a range is all of a text but for markup and spaces."""
    return plain(text[start:end]).text.strip() == plain(text).text.strip()


def _reading(kind: ReadingKind, text: str, mention: Mention) -> Reading:
    return Reading(kind, text, mention.magnitude, mention.start, mention.end)


def read_quantity(text: str) -> Magnitude | None:
    """Return the magnitude that a text is from end to end, with or without a unit; else None.

    >>> read_quantity("1.7E+5 ly").value
    170000.0
    >>> read_quantity("about 5 m") is None
    True
    """
    reading = read_text(text)
    if reading.kind not in ("quantity", "number") or reading.magnitude is None:
        return None
    return reading.magnitude if _is_whole(text, reading.start, reading.end) else None


def magnitude(number: float, unit: str = "", text: str | None = None) -> Magnitude | None:
    """Return the magnitude of a number token and a unit token; None where the unit is unknown.

    >>> magnitude(5.0, "cm").si
    0.05
    """
    parsed = parse_unit(unit) if unit else None
    if unit and parsed is None:
        return None
    return Magnitude(text if text is not None else f"{number:g} {unit}".strip(), number, parsed)


@lru_cache(maxsize=1024)
def numbers_in(text: str) -> tuple[Mention, ...]:
    r"""Return every number that stands by itself in prose or LaTeX, with its unit and symbol if it has them.

    Digits inside names (`x1`, `H2O`), exponents and indices are no numbers; neither are coefficients (`3x`).

    >>> [m.magnitude.si for m in numbers_in(r"a 26 cm plate, $5.60 \times 10^{-5}$ m away, n = 1.5")]
    [0.26, 5.6e-05, 1.5]
    """
    shown = westernised(plain(text))
    masked = [found.span() for found in _BRACKETED_SCRIPT.finditer(shown.text)]
    mentions = []
    at = 0
    while found := NUMERAL.search(shown.text, at):
        at = max(found.end(), at + 1)
        if any(start < found.start() < end for start, end in masked):
            continue
        mention = _mention(text, shown, found)
        if mention is not None:
            mentions.append(mention[0])
            at = max(mention[1], at)
    return tuple(mentions)


def _mention(text: str, shown: Plain, found: re.Match[str]) -> tuple[Mention, int] | None:
    """Return the number at a match with all that belongs to it, and where it ends in the plain text."""
    start, end = found.span()
    value = numeral_value(found)
    negative = start > 0 and shown.text[start - 1] in "-+" and _takes_sign(shown.text, start - 1)
    if negative:
        start -= 1
        value = -value if value is not None and shown.text[start] == "-" else value
    factor, end = _scaled(shown.text, start, end)
    value = value * factor if value is not None else None
    tolerance = _TOLERANCE.match(shown.text, end)
    end = tolerance.end() if tolerance else end
    unit, start, end = _unit_beside(shown.text, start, end)
    if unit is None and _is_glued(shown.text, end):
        return None
    symbol, start = _symbol_before(shown.text, start, end, bare=unit is None)
    if symbol is None and unit is not None and _SUBSHELL.fullmatch(shown.text[start:end]):
        return None
    first, last = _original(text, shown, start, end)
    read = Magnitude(text[first:last], value, unit, symbol)
    return Mention(read, first, last), end


def _scaled(text: str, start: int, end: int) -> tuple[float, int]:
    """Return the factor that a word behind a number says, or a letter behind an amount of money, and where it ends."""
    scale = _SCALE.match(text, end)
    if scale:
        return SCALES[scale.group(1).lower()], scale.end()
    money = text[max(0, start - 2) : start].strip()[-1:] in tuple(_CURRENCY)
    letter = _MONEY_SCALE.match(text, end) if money else None
    return (_LETTER_SCALES[letter.group(1)], letter.end()) if letter else (1.0, end)


def _original(text: str, shown: Plain, start: int, end: int) -> tuple[int, int]:
    """Return the range of the original, with the braces that close what it opens."""
    first, last = shown.original(start, end)
    opened = text[first:last].count("{") - text[first:last].count("}")
    while opened > 0 and text.startswith("}", last):
        last += 1
        opened -= 1
    return first, last


def _takes_sign(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _SIGN_AFTER


def _is_glued(text: str, end: int) -> bool:
    """Whether a name, an ordinal ending or a power follows the digits without a space."""
    return bool(_GLUED.match(text, end))


def _unit_beside(text: str, start: int, end: int) -> tuple[Unit | None, int, int]:
    """Return the unit behind a number, or the currency before it, and the widened range."""
    sign = start - 1 if start and text[start - 1] in _CURRENCY else start - 2
    if sign >= 0 and text[sign] in _CURRENCY and text[sign + 1 : start].strip() == "":
        # `$5/hr`: the currency stands before the number, the rest of the unit behind it.
        rate = match_unit(text[sign] + text[end : end + 40], 0)
        return (rate[0], sign, end + rate[1] - 1) if rate else (parse_unit(text[sign]), sign, end)
    gap = 1 if text[end : end + 1] in (" ", "-") else 0
    matched = match_unit(text, end + gap)
    if matched is None:
        return None, start, end
    unit, stop = matched
    return (unit, start, stop) if _is_meant(text, end, unit, stop) else (None, start, end)


def _is_meant(text: str, end: int, unit: Unit, stop: int) -> bool:
    """Whether what looks like a unit is one, and not a word, a name or a chemical symbol."""
    if stop < len(text) and (text[stop].isalnum() or text[stop] in "_^"):
        return False
    if len(unit.text) == 1 and unit.text.isalpha() and text[end] == "-":
        return unit.text in "mgVNKJAWLF" and not text[stop : stop + 1].isalnum()
    if unit.text == "t":
        # A time far more often than a tonne: `2π t)`, `3t`.
        return stop == len(text) and text[end] == " "
    if unit.text in _SHY:
        return bool(_ENDS_SHY.match(text, stop)) and not (unit.text in "dD" and text[end] != " ")
    return not (len(unit.text) == 1 and _NOT_A_UNIT_BEFORE.match(text, stop))


def _symbol_before(text: str, start: int, end: int, *, bare: bool) -> tuple[str | None, int]:
    """Return the symbol that a number is said to equal, and where the whole begins."""
    window = max(0, start - 48)
    found = _SYMBOL_BEFORE.search(text[window:start])
    if found is None:
        return None, start
    at = window + found.start()
    part_of_equation = _OPERATOR_BEFORE.search(text[:at]) or (bare and _OPERATOR_AFTER.match(text, end))
    return (None, start) if part_of_equation else (found.group("symbol"), at)


def _unknowns(text: str) -> list[Mention]:
    shown = plain(text)
    mentions = []
    for found in _UNKNOWN.finditer(shown.text):
        if _OPERATOR_BEFORE.search(shown.text[: found.start()]):
            continue
        start, end = found.start(), found.end()
        matched = match_unit(shown.text, end)
        unit = matched[0] if matched and _is_meant(shown.text, end - 1, *matched) else None
        stop = matched[1] if matched and unit else end - len(found.group("rest"))
        first, last = _original(text, shown, start, stop)
        asked = Magnitude(text[first:last], None, unit, found.group("symbol"), unknown=True)
        mentions.append(Mention(asked, first, last))
    return mentions
