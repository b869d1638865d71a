"""What is said of panels reaches the model, and no panel reads it as a statement about things."""

import pytest
from diagrammar.compiler.domains import vocabulary
from diagrammar.compiler.model import Model
from diagrammar.compiler.parse import parse
from diagrammar.compiler.resolve import resolve
from diagrammar.dsl.source import Source

PANELS = 'panel a("A") { point P }\npanel b("B") { point P }\n'


def model_of(text: str) -> Model:
    source = Source(text=text, name="case")
    spec = parse(source).value
    assert spec is not None
    outcome = resolve(spec, source, vocabulary())
    assert not outcome.diagnostics
    assert outcome.value is not None
    return outcome.value


@pytest.mark.parametrize(
    ("said", "word", "panels"),
    [
        ("row(a, b)", "row", ("a", "b")),
        ("column(b, a)", "column", ("b", "a")),
        ("below(b, a)", "column", ("a", "b")),
        ("right_of(b, a)", "row", ("a", "b")),
        ("layout { row([a, b]) }", "row", ("a", "b")),
        ("grid(a, b, columns = 1)", "grid", ("a", "b")),
    ],
)
def test_words_of_placement_arrange_panels(said: str, word: str, panels: tuple[str, ...]) -> None:
    (arrangement,) = model_of(PANELS + said).arrangements
    assert (arrangement.word, arrangement.panels) == (word, panels)


def test_link_between_panels_is_a_bridge_with_texts_and_style() -> None:
    (bridge,) = model_of(PANELS + 'a -> b : "heat", under = "30 J", dashed').bridges
    assert (bridge.start, bridge.op, bridge.end) == ("a", "->", "b")
    assert bridge.texts == ("heat", "30 J")
    assert bridge.style.dash == "dashed"


def test_thing_in_a_row_of_panels_stands_for_the_main_scene() -> None:
    (arrangement,) = model_of("point Q\n" + PANELS + "row(a, Q, b)").arrangements
    assert arrangement.panels == ("a", "", "b")


def test_main_scene_with_nothing_but_words_on_panels_is_no_panel() -> None:
    assert [panel.name for panel in model_of(PANELS + "a -> b").panels] == ["a", "b"]


def test_loose_tables_become_scenes_of_their_own_in_the_order_of_writing() -> None:
    model = model_of('table T("a", "1")\npoint P, Q; segment PQ\ntable S("b", "2")\n')
    assert [panel.name for panel in model.panels] == ["T", "", "S"]


def test_related_table_stays_in_its_scene() -> None:
    (panel,) = model_of('table T("a", "1"); circle c(radius = 1); above(T, c)').panels
    assert set(panel.entities) >= {"T", "c"}


def test_title_inside_a_panel_is_the_panels_own() -> None:
    model = model_of('panel a { point P; title("one") }\ntitle("all")')
    assert model.panels[0].title == "one"
    assert len(model.sheet) == 1


def test_what_is_not_quoted_is_a_row_as_it_is_written() -> None:
    (row,) = model_of("given(time = 15 min, x + y == 3)").sheet
    assert [getattr(v, "text", "") for v in row.values_of("text")] == ["time = 15 min", "x + y == 3"]
