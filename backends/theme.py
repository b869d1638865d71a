"""Palettes: what colour a palette name or an author's colour word becomes, and how heavy lines are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

RGB: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


@dataclass(frozen=True)
class Theme:
    """Colours by name as `#rrggbb`, and a factor on all line widths."""

    name: str
    palette: Mapping[str, str]
    line_scale: float = 1.0

    def hex(self, color: str) -> str:
        """Return `#rrggbb` for a palette name, `#rgb`, `#rrggbb` or CSS name; ink if it is none of them.

        >>> TEXTBOOK.hex("Light_Blue"), TEXTBOOK.hex("#f00"), TEXTBOOK.hex("no such colour")
        ('#add8e6', '#ff0000', '#1a1a1a')
        """
        return self._find(color) or self.palette["ink"]

    def knows(self, color: str) -> bool:
        """Whether a colour word means more than ink for want of a better."""
        return self._find(color) is not None

    def _find(self, color: str) -> str | None:
        word = color.lower().translate(_NO_SPACERS).replace("grey", "gray")
        return self.palette.get(word) or _exact_hex(word) or _css_names().get(word)

    def rgb(self, color: str) -> RGB:
        """Return a colour's three channels.

        >>> TEXTBOOK.rgb("white")
        (255, 255, 255)
        """
        red, green, blue = bytes.fromhex(self.hex(color)[1:])
        return red, green, blue


_NO_SPACERS = str.maketrans("", "", " _-")


def _exact_hex(word: str) -> str | None:
    """Return `#rrggbb` for a word that spells a colour in hexadecimal digits."""
    digits = word[1:]
    if word[:1] != "#" or len(digits) not in (3, 6) or set(digits) - set("0123456789abcdef"):
        return None
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


@cache
def _css_names() -> Mapping[str, str]:
    from matplotlib.colors import CSS4_COLORS, to_hex

    return {name: to_hex(name) for name in CSS4_COLORS}


OKABE_ITO = {
    "orange": "#e69f00",
    "cyan": "#56b4e9",
    "green": "#009e73",
    "yellow": "#f0e442",
    "blue": "#0072b2",
    "pink": "#cc79a7",
}
"""Accents that people with any common colour blindness can tell apart.

Source: M. Okabe and K. Ito, "Color Universal Design" (2002, revised 2008), figure 16.
"""

ACCENTS = {
    **OKABE_ITO,
    "accent": OKABE_ITO["blue"],
    "red": "#cc3311",
    "purple": "#aa4499",
    "brown": "#8c510a",
}
"""Okabe-Ito, but a red that is not taken for orange (vermilion is) and a purple, both from P. Tol, "Colour
Schemes" (SRON/EPS/TN/09-002, vibrant and muted schemes), and the brown of ColorBrewer's scheme BrBG.
"""


def _theme(name: str, changes: Mapping[str, str], line_scale: float = 1.0) -> Theme:
    """Return a theme that differs from the textbook's palette by `changes`."""
    return Theme(name, MappingProxyType({**_TEXTBOOK_PALETTE, **changes}), line_scale)


_TEXTBOOK_PALETTE = {
    **ACCENTS,
    "ink": "#1a1a1a",
    "paper": "#ffffff",
    "muted": "#6b6b6b",
    "faint": "#e8e8e8",
    "gray": "#808080",
    "black": "#000000",
    "white": "#ffffff",
}

TEXTBOOK = _theme("textbook", {})
CONTRAST = _theme("contrast", {"ink": "#000000", "muted": "#404040", "faint": "#dcdcdc"}, line_scale=1.5)
DARK = _theme(
    "dark",
    {
        "ink": "#ececec",
        "paper": "#16181c",
        "muted": "#a0a4aa",
        "faint": "#2c3036",
        # An author who writes black or white means the ink or the paper.
        "black": "#ffffff",
        "white": "#16181c",
        "blue": OKABE_ITO["cyan"],
        "accent": OKABE_ITO["cyan"],
        "brown": "#bf812d",
        "purple": "#cc79d0",
    },
)

THEMES: Mapping[str, Theme] = MappingProxyType({theme.name: theme for theme in (TEXTBOOK, CONTRAST, DARK)})
