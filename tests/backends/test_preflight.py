"""What a format cannot show is said before it is drawn."""

import pytest
from diagrammar.backends import FORMATS
from diagrammar.backends.preflight import CODES, preflight
from diagrammar.dsl.diagnostics import Severity
from diagrammar.dsl.scene import Item, Origin, Path, Run, Scene, Stroke, TextItem
from diagrammar.dsl.source import Span

SPAN = Span(start=3, end=9)


def scene(*items: Item) -> Scene:
    return Scene(width=40, height=30, items=items)


def label(text: str) -> TextItem:
    return TextItem(
        id="t", role="label", at=(0, 0), source=text, runs=(Run(text=text, font="roman", size=11, x=0, y=0),),
        extent=(0, 0, 1, 1), origin=Origin(entity="A", span=SPAN),
    )  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_plain_scene_raises_no_doubt(format: str) -> None:
    line = Path(id="p", role="edge", codes="ML", points=((0, 0), (1, 1)), stroke=Stroke(color="accent"))
    assert preflight(scene(line), format) == ()


def test_character_that_the_font_lacks_is_reported_at_its_entity() -> None:
    (found,) = preflight(scene(label("静静")))
    assert (found.code, found.message, found.span) == ("REN001", "font `roman` has no U+9759", SPAN)


def test_only_tikz_sets_text_in_other_fonts() -> None:
    codes = {format: [found.code for found in preflight(scene(label("A")), format)] for format in FORMATS}
    assert codes == {"png": [], "svg": [], "pdf": [], "py": [], "tikz": ["REN002"]}


def test_too_many_pixels_are_an_error_for_pixels_only() -> None:
    (found,) = preflight(scene(), "png", width_px=1_000_000)
    assert (found.code, found.severity) == ("REN003", Severity.ERROR)
    assert preflight(scene(), "svg", width_px=1_000_000) == ()


def test_colour_word_that_nobody_knows_is_reported() -> None:
    line = Path(id="p", role="edge", codes="ML", points=((0, 0), (1, 1)), stroke=Stroke(color="blurple"))
    (found,) = preflight(scene(line))
    assert (found.code, found.message) == ("REN004", "no colour `blurple`")


def test_codes_are_unique_and_explained() -> None:
    assert len({code.code for code in CODES}) == len(CODES)
    assert all(code.summary and code.why for code in CODES)
