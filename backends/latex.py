"""LaTeX text: characters of a run as source that prints exactly them, in fonts that every TeX has."""

from re import sub

from ..dsl.scene import Run
from .sourcecode import one_line

FACES = r"""% STIX where it is installed, else Latin Modern; \signface has the signs that text fonts lack.
\newcommand{\face}[3]{\IfFontExistsTF{#2}{\newfontfamily#1{#2}}{\newfontfamily#1{#3}}}
\face{\textface}{STIX Two Text}{Latin Modern Roman}
\face{\signface}{STIX Two Math}{Latin Modern Math}
\face{\sansface}{DejaVu Sans}{Latin Modern Sans}
\face{\monoface}{DejaVu Sans Mono}{Latin Modern Mono}
"""
SWITCHES = {
    "roman": "",
    "italic": r"\itshape ",
    "bold": r"\bfseries ",
    "bolditalic": r"\bfseries\itshape ",
    "sans": r"\sansface ",
    "mono": r"\monoface ",
}
"""How LaTeX is told of a font key. Runs in other fonts cannot be set as type."""

ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{char: "\\" + char for char in "{}$&#%_"},
    }
)


def _alphabet(latin: int, greek: int) -> dict[int, str]:
    """Return letters and their forms in a mathematical alphabet, which begins at two code points."""
    forms = {ord("A") + n: chr(latin + n) for n in range(26)}
    forms |= {ord("a") + n: chr(latin + 26 + n) for n in range(26)}
    forms |= {ord("Α") + n: chr(greek + n) for n in range(25)}
    forms |= {ord("α") + n: chr(greek + 26 + n) for n in range(25)}
    return forms | {ord(char): chr(greek + 51 + n) for n, char in enumerate("∂ϵϑϰϕϱϖ")}


ALPHABETS = {
    "italic": _alphabet(0x1D434, 0x1D6E2) | {ord("h"): "ℎ"},
    "bold": _alphabet(0x1D400, 0x1D6A8),
    "bolditalic": _alphabet(0x1D468, 0x1D71C),
}
"""A font for formulas has no italic or bold face but letters of these forms.
Source: The Unicode Standard, block Mathematical Alphanumeric Symbols.
"""


def typeset(run: Run) -> str:
    """Return the font switch and the characters of a run, without its outer blanks.

    >>> typeset(Run(text="A", font="italic", size=11, x=0, y=0))
    '\\\\itshape A'
    """
    text = run.text.strip()
    if run.font in ("sans", "mono") or not any(map(_is_sign, text)):
        return SWITCHES[run.font] + escaped(text)
    return r"\signface " + escaped(text.translate(ALPHABETS.get(run.font, {})))


def _is_sign(char: str) -> bool:
    """Whether a text font may lack a character: it is no Latin letter and no general punctuation."""
    return char > "\u024f" and not "\u2010" <= char <= "\u2026"


def escaped(text: str) -> str:
    r"""Return text as LaTeX that prints exactly it, repeated blanks included.

    >>> print(escaped("50% of $x_1$"))
    50\% of \$x\_1\$
    """
    return sub("(?<= ) ", r"\\ ", one_line(text).translate(ESCAPES))
