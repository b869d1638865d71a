"""The look of all pictures in one place: colours, line widths and type sizes by what they are for.

A picture names its theme; the compiler composes for it and the backends paint in its colours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from .tone import contrast, lightness, mixed

RGB: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


@dataclass(frozen=True)
class TypeSizes:
    """Sizes of type in points, by what it is for; the same in all themes, and only scripts are smaller."""

    label: float = 9.0
    """All labels, ticks, dimensions, and the rows and heads of the sheet."""
    caption: float = 10.0
    """Also heads in Chinese: there is no bold Chinese face, so a larger size sets them apart."""
    title: float = 11.0
    formula: float = 11.0
    """Formulas on lines of their own."""


@dataclass(frozen=True)
class LineWidths:
    """Widths of lines in millimetres, by what they are for; the same in all themes."""

    hatch: float = 0.15
    net: float = 0.15
    """Grids, frames, extension lines: what stands behind the drawing."""
    thin: float = 0.2
    """Axes, dimensions, auxiliary lines."""
    mark: float = 0.25
    """Angle arcs, ticks, asymptotes."""
    line: float = 0.35
    thick: float = 0.7


TEXT = TypeSizes()
WIDTH = LineWidths()
DASHES: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "": (),
        "solid": (),
        "dashed": (1.8, 1.2),
        "dotted": (0.01, 0.9),
        "dashdot": (2.6, 0.9, 0.01, 0.9),
        "longdash": (4.0, 1.2),
        "dashdotdot": (2.6, 0.9, 0.01, 0.9, 0.01, 0.9),
    }
)
"""Dash patterns in millimetres, by name; the authors' own words are the first five."""


@dataclass(frozen=True)
class Page:
    """A sheet of fixed size in millimetres, which the finished picture is magnified to fill."""

    width: float
    height: float


@dataclass(frozen=True)
class Theme:
    """A look that a picture may have: colours by name as `#rrggbb`, and what a reader may be spared.

    With `ink_only` nothing is coloured or grey: line styles, hatchings and markers carry every distinction.
    """

    name: str
    palette: Mapping[str, str]
    ink_only: bool = False
    tint: float = 1.0
    """A factor on the opacity of tinted areas, so that text on them can be read."""
    page: Page | None = None
    room: Page | None = None
    """The largest that drawings may be beside their texts, before the picture is magnified to its page."""

    def hex(self, color: str) -> str:
        """Return `#rrggbb` for a palette name, `#rgb`, `#rrggbb` or CSS name; ink if it is none of them.

        >>> TEXTBOOK.hex("Light_Blue"), TEXTBOOK.hex("#f00"), TEXTBOOK.hex("no such colour")
        ('#add8e6', '#ff0000', '#1a1a1a')
        """
        found = self._find(color) or self.palette["ink"]
        if self.ink_only:
            return found if found == self.palette["paper"] else self.palette["ink"]
        return found

    def legible(self, color: str, least: float) -> str:
        """Return a colour as it is if its contrast to the paper is enough, else the nearest with more ink in it.

        >>> TEXTBOOK.legible("blue", 4.5), TEXTBOOK.legible("yellow", 3.0) == "yellow"
        ('blue', False)
        """
        own, paper, ink = self.hex(color), lightness(self.palette["paper"]), self.palette["ink"]
        if contrast(lightness(own), paper) >= least:
            return color
        stronger = (mixed(own, ink, step / 50) for step in range(1, 51))
        return next((c for c in stronger if contrast(lightness(c), paper) >= least), ink)

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


HUES = {
    "red": "#cc2811",
    "orange": "#ef7600",
    "yellow": "#f1ec6f",
    "green": "#2b8845",
    "cyan": "#31b2e6",
    "blue": "#4067aa",
    "purple": "#752c74",
    "pink": "#e87bac",
    "brown": "#774930",
}
"""Colours that are told apart by everybody, as areas and as lines: a search over the hues that these words mean made
the least CIEDE2000 difference of any two large, as they are and as people without one kind of cones see them. A test
holds it. Source for the simulation: Machado et al. (2009).
"""
HUES_ON_DARK = {
    "red": "#e62813",
    "orange": "#fd8205",
    "yellow": "#f0ef2f",
    "green": "#5ec172",
    "cyan": "#57e4fc",
    "blue": "#7e96df",
    "purple": "#895bc5",
    "pink": "#eca1b2",
    "brown": "#9e6d52",
}
"""The same for dark paper."""


def _palette(**changes: str) -> Mapping[str, str]:
    """Return the textbook's palette with changes."""
    return MappingProxyType({**_TEXTBOOK_PALETTE, **changes})


_TEXTBOOK_PALETTE = {
    **HUES,
    "accent": HUES["blue"],
    "ink": "#1a1a1a",
    "paper": "#ffffff",
    "muted": "#6b6b6b",
    "faint": "#e8e8e8",
    "gray": "#808080",
    "black": "#000000",
    "white": "#ffffff",
}

TEXTBOOK = Theme("textbook", _palette())
EXAM = Theme("exam", _palette(ink="#000000"), ink_only=True)
SLIDE = Theme("slide", _palette(), page=Page(254.0, 142.875), room=Page(88.0, 54.0))
"""Slides of 10 by 5.625 inches, 16 to 9. A drawing that fills its room leaves labels of about 18 points."""
DARK = Theme(
    "dark",
    _palette(
        ink="#ececec",
        paper="#16181c",
        muted="#a0a4aa",
        faint="#2c3036",
        # An author who writes black or white means the ink or the paper.
        black="#ffffff",
        white="#16181c",
        accent=HUES_ON_DARK["blue"],
        **HUES_ON_DARK,
    ),
    tint=0.6,
)

THEMES: Mapping[str, Theme] = MappingProxyType({t.name: t for t in (TEXTBOOK, EXAM, SLIDE, DARK)})


def theme_named(name: str) -> Theme:
    """Return a theme; raises `ValueError` for a name that none has.

    >>> theme_named("dark").palette["paper"]
    '#16181c'
    """
    if name not in THEMES:
        raise ValueError(f"no style `{name}`; there are {', '.join(THEMES)}")
    return THEMES[name]
