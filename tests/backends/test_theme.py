"""Colours: palette first, exact codes next, CSS names then, ink for the rest."""

import pytest
from diagrammar.dsl.theme import DARK, TEXTBOOK, THEMES, Theme

NAMES = {
    *("ink", "paper", "muted", "faint", "accent", "blue", "red", "green", "orange", "purple", "cyan"),
    *("yellow", "brown", "pink", "gray", "black", "white"),
}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_theme_has_every_palette_name(theme: Theme) -> None:
    assert all(name in theme.palette and theme.knows(name) for name in NAMES)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("#ABCDEF", "#abcdef"),
        ("#abc", "#aabbcc"),
        ("tomato", "#ff6347"),
        ("Light Grey", "#d3d3d3"),
        ("light_blue", "#add8e6"),
        ("grey", TEXTBOOK.palette["gray"]),
        ("no-such-colour", TEXTBOOK.palette["ink"]),
        ("#12345g", TEXTBOOK.palette["ink"]),
        ("", TEXTBOOK.palette["ink"]),
    ],
)
def test_colour_words_resolve(word: str, expected: str) -> None:
    assert TEXTBOOK.hex(word) == expected


def test_ink_stands_out_from_paper_in_every_theme() -> None:
    for theme in THEMES.values():
        assert contrast(theme, "ink", "paper") >= 12
        assert contrast(theme, "muted", "paper") >= 4.5


def test_black_means_ink_on_dark_paper() -> None:
    assert contrast(DARK, "black", "paper") >= 12


def contrast(theme: Theme, one: str, other: str) -> float:
    """Return the contrast ratio of two colours. Source: WCAG 2.2, definition of relative luminance."""
    bright, dark = sorted((luminance(theme.rgb(one)), luminance(theme.rgb(other))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(rgb: tuple[int, int, int]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
