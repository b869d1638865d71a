"""Pictograms by the words of problem texts."""

import pytest
from diagrammar.compiler.typeset import icon_char, set_icon
from diagrammar.compiler.typeset.icons import MISLEADING, SYNONYMS, icon_names


@pytest.mark.parametrize(
    "word", ["person", "tree", "mosquito", "house", "truck", "bacteria", "test tube", "Dogs"]
)
def test_everyday_words_have_an_icon(word: str) -> None:
    if word == "mosquito":
        assert icon_char(word) == icon_char("bug")
    assert icon_char(word) is not None


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("trees", "tree"),
        ("mosquitoes", "mosquito"),
        ("women", "woman"),
        ("leaves", "leaf"),
        ("batteries", "battery"),
    ],
)
def test_plurals_show_the_same_icon(plural: str, singular: str) -> None:
    assert icon_char(plural) == icon_char(singular) is not None


@pytest.mark.parametrize("word", ["tank", "cell", "table", "state", "qwerty", ""])
def test_misleading_or_unknown_words_have_none(word: str) -> None:
    assert icon_char(word) is None
    assert set_icon(word, 5) is None


def test_an_icon_is_as_large_as_asked() -> None:
    text = set_icon("truck", 8.0)
    assert text is not None
    assert max(text.extent) == pytest.approx(8.0, abs=0.01)
    assert text.extent[:2] == (0, 0)
    assert text.runs[0].font == "icon"


def test_every_synonym_names_an_icon_that_exists() -> None:
    assert [word for word, name in SYNONYMS.items() if name not in icon_names()] == []
    assert not set(SYNONYMS) & MISLEADING
