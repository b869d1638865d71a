"""Colours: palette first, exact codes next, CSS names then, ink for the rest."""

from itertools import combinations

import pytest
from diagrammar.dsl.theme import DARK, HUES, TEXTBOOK, THEMES, Theme
from diagrammar.dsl.tone import contrast, lightness, mixed

from .color_vision import DEFICIENCIES, difference, seen

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
        assert ratio(theme, "ink", theme.hex("paper")) >= 12
        assert ratio(theme, "muted", theme.hex("paper")) >= 4.5


def test_black_means_ink_on_dark_paper() -> None:
    assert ratio(DARK, "black", DARK.hex("paper")) >= 12


def ratio(theme: Theme, color: str, ground: str) -> float:
    """Return the contrast ratio of a colour to its ground."""
    return contrast(lightness(theme.hex(color)), lightness(ground))


APART = 7.5
"""Least CIEDE2000 difference: several times what is noticed at all."""
COLOURED = [theme for theme in THEMES.values() if not theme.ink_only]


@pytest.mark.parametrize("least", [1.0, 3.0], ids=["areas", "lines"])
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_colours_are_told_apart_by_everybody(theme: Theme, deficiency: str, least: float) -> None:
    looks = {name: seen(theme.hex(theme.legible(name, least)), deficiency) for name in (*HUES, "ink", "gray")}
    close = {
        (a, b): round(d, 1)
        for a, b in combinations(looks, 2)
        if (d := difference(looks[a], looks[b])) < APART
    }
    assert not close


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("least", [3.0, 4.5])
def test_every_colour_has_a_form_that_stands_out(theme: Theme, least: float) -> None:
    for color in (*HUES, "gray", "gold", "#ffff00", "#000080"):
        assert ratio(theme, theme.legible(color, least), theme.hex("paper")) >= least
        if ratio(theme, color, theme.hex("paper")) >= least:
            assert theme.legible(color, least) == color


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_ink_can_be_read_on_every_tint(theme: Theme) -> None:
    for color in (*HUES, "faint", "gray"):
        tint = mixed(theme.hex("paper"), theme.hex(color), 0.5 * theme.tint)
        assert ratio(theme, "ink", tint) >= 4.5


def test_the_difference_of_colours_is_that_of_its_authors() -> None:
    assert difference((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert difference((50.0, 2.5, 0.0), (61.0, -5.0, 29.0)) == pytest.approx(22.8977, abs=1e-4)
    assert difference((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447)) == pytest.approx(
        1.4441, abs=1e-4
    )
