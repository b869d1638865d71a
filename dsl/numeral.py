"""How numbers are spelt in plain text: decimals, thousands commas, powers of ten, fractions, roots, π."""

import math
import re
from typing import Final

_DECIMAL: Final = r"(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)"
_SPACED: Final = r"\d{1,3}(?: \d{3})+(?:\.\d+)?(?= [A-Za-zμΩ°%])"
_GROUPED: Final = rf"(?:{_SPACED}|{_DECIMAL})"

NUMERAL: Final = re.compile(
    r"(?<![\w.^_√)])(?:"
    rf"(?P<power>10 ?\^ ?\(?(?P<power_exp>[+-]?\d{{1,3}})\)?)(?![\d.])"
    rf"|(?P<mantissa>{_DECIMAL})(?:[eE](?P<e>[+-]?\d{{1,3}})(?![\w.])"
    r"| ?[×xX·*] ?10 ?(?:\^ ?\(?(?P<raised>[+-]?\d{1,3})\)?|(?P<lost>-\d{1,3}))(?!\d))"
    rf"|(?:(?P<coefficient>{_DECIMAL}) ?[·*]? ?)?(?:√ ?\(?(?P<root>{_DECIMAL})\)?"
    rf"|sqrt ?\((?P<sqrt>{_DECIMAL})\)|(?P<pi>π(?![\w^])|\bpi\b))"
    rf"(?: ?/ ?(?P<below>{_DECIMAL}))?"
    r"|(?:(?P<whole>\d{1,2}) )?(?:\((?P<over1>\d{1,6})\)|(?P<over>\d{1,6}))"
    r"/(?:\((?P<under1>\d{1,6})\)|(?P<under>\d{1,6}))(?![\d/]|[.,]\d)"
    rf"|\((?P<measured>{_DECIMAL}) ?± ?{_DECIMAL}\)"
    rf"|(?P<decimal>{_GROUPED})"
    r")"
)
"""A number without sign. Use `numeral_value` on its matches."""


def numeral_value(found: re.Match[str]) -> float | None:
    """Return the value of a `NUMERAL` match; None where it is no finite number.

    >>> [numeral_value(NUMERAL.search(t)) for t in ("1.7E+5", "10^24", "2 1/2", "541,000", "5.81 x 10-4")]
    [170000.0, 1e+24, 2.5, 541000.0, 0.000581]
    """
    parts = found.groupdict()
    if parts["power"]:
        return _finite(f"1e{parts['power_exp']}")
    if parts["mantissa"]:
        return _finite(f"{_digits(parts['mantissa'])}e{parts['e'] or parts['raised'] or parts['lost']}")
    over, under = parts["over"] or parts["over1"], float(parts["under"] or parts["under1"] or 1)
    if over:
        return float(parts["whole"] or 0) + float(over) / under if under else None
    if parts["decimal"] or parts["measured"]:
        return _finite(_digits(parts["decimal"] or parts["measured"]))
    return _surd(parts)


def _surd(parts: dict[str, str | None]) -> float | None:
    """Return the value of a root or a multiple of π, perhaps divided."""
    root = parts["root"] or parts["sqrt"]
    base = math.sqrt(float(_digits(root))) if root else math.pi
    below = float(_digits(parts["below"] or "1"))
    return float(_digits(parts["coefficient"] or "1")) * base / below if below else None


def _digits(text: str) -> str:
    return text.replace(",", "").replace(" ", "")


def _finite(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None
