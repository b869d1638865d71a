r"""Other ways to write a quantity, brought to one before a text is read.

Sources write degrees as `^o`, `^\circ` or the sign, split a power over the border of a formula, leave out the space
before a unit in a formula, and use the letter x for the sign of multiplication.
"""

import re
from typing import Final

_SPACE: Final = r"(?:\s|\\[,;:! ]|~)*"
_UNITS_IN_FORMULAS: Final = "cm|mm|km|kg|nm|Hz|kHz|MHz|kN|kPa|mL|eV|keV|MeV"
SPELLINGS: Final = (
    (re.compile(r"(?<=\d)\s*\$\s*\^\s*\{?\s*([-−+]?\d+)\s*\}?\s*\$"), r"^{\1}"),
    (re.compile(rf"(?<=\d){_SPACE}\^\s*\{{?\s*(?:\\circ|[o°∘])\s*\}}?{_SPACE}([CF])(?![A-Za-z])"), r" °\1"),
    (re.compile(rf"(?<=\d){_SPACE}\\Omega(?![A-Za-z])"), " Ω"),
    (re.compile(rf"(?<=\d){_SPACE}\\mu\s*(?=[FmCsAVgHWTJNL](?![A-Za-z]))"), " μ"),
    (re.compile(r"(?<=\d) x (?=\d)"), " × "),
    (re.compile(rf"(?<=\d)({_UNITS_IN_FORMULAS})(?![A-Za-z])"), r" \1"),
)
"""What is looked for, and how it is read."""


def one_spelling(text: str) -> str:
    r"""Return a text with its quantities written in one way.

    >>> one_spelling(r"25^o C"), one_spelling("5.60 x 10$^{-5}$ m"), one_spelling(r"$10\Omega$")
    ('25 °C', '5.60 × 10^{-5} m', '$10 Ω$')
    """
    if not any(char.isdigit() for char in text):
        return text
    for pattern, spelling in SPELLINGS:
        text = pattern.sub(spelling, text)
    return text
