"""What a text names is recorded with it, and moves with it."""

import pytest
from diagrammar.compiler.compose.moving import moved
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Anchor, TextItem
from diagrammar.dsl.source import Source


def texts_of(spec: str) -> dict[str, TextItem]:
    scene = compile_spec(Source(text=spec)).scene
    assert scene is not None
    return {item.source: item for item in scene.items if isinstance(item, TextItem)}


@pytest.mark.parametrize(
    ("statement", "words", "sort", "entity"),
    [
        ("point A, B", "A", "spot", "A"),
        ('segment s(A, B); label(s, "way")', "way", "course", "s"),
        ("angle(A, B, C, 60°)", "60°", "opening", ""),
        ('polygon ABC; label(ABC, "inside")', "inside", "area", "ABC"),
    ],
)
def test_text_says_what_it_names(statement: str, words: str, sort: str, entity: str) -> None:
    anchor = texts_of(statement)[words].anchor
    assert anchor is not None
    assert (anchor.sort, anchor.entity if entity else "") == (sort, entity)


def test_heading_names_nothing() -> None:
    assert texts_of('note("so it is")')["so it is"].anchor is None


def test_anchor_moves_with_its_text() -> None:
    text = texts_of("point A, B")["A"]
    assert text.anchor is not None
    there = moved(text, 3.0, -2.0)
    assert isinstance(there, TextItem)
    x, y = text.anchor.points[0]
    assert there.anchor == Anchor(sort="spot", points=((x + 3.0, y - 2.0),), entity="A")
