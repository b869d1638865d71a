"""What the compiler mends by itself: less is found afterwards, statements still hold, and all of it is said."""

import pytest
from diagrammar.compiler.audit.legibility import faults
from diagrammar.compiler.holding import holdings
from diagrammar.compiler.mending import mended
from diagrammar.compiler.pipeline import Compiled, compile_spec
from diagrammar.dsl.scene import Item, Scene, TextItem
from diagrammar.dsl.source import Source

from ..place.pixel import line, polygon
from .drawn import of, text


def compiled(spec: str) -> Compiled:
    return compile_spec(Source(text=spec))


def mend(*items: Item) -> Scene:
    return mended(Scene(width=60, height=40, items=items)).scene


def test_faint_text_is_set_in_ink_and_on_dark_ground_in_paper() -> None:
    (pale,) = mend(text("A", 20, 20, color="#dddddd")).items
    assert isinstance(pale, TextItem) and pale.color == "ink"
    dark = polygon("dark", (10, 10), (40, 10), (40, 30), (10, 30), fill="#202020")
    _, light = mend(dark, text("A", 20, 20)).items
    assert isinstance(light, TextItem) and light.color == "paper"


def test_canvas_grows_around_what_is_off_it() -> None:
    grown = mend(text("wide text", 55, 20))
    assert grown.width > 65 and not faults(grown)


def test_sound_picture_is_left_alone() -> None:
    scene = Scene(width=60, height=40, items=(of("l", line("l", (5, 5), (50, 5))), text("A", 20, 20)))
    whole = mended(scene)
    assert whole.scene is scene and not whole.notes


def test_mended_text_is_reported_as_a_note_with_what_was_wrong() -> None:
    (note,) = compiled('text t("hello", color = yellow)').diagnostics
    assert (note.code, note.severity) == ("LAY020", "note")
    assert "contrast of" in note.message and note.message.endswith("now in a readable colour")
    assert note.span is not None


@pytest.mark.parametrize("seed", range(3))
def test_repair_is_the_same_in_every_run(seed: int) -> None:
    spec = 'point A, B, C\nsegment AB, AC\nlabel(AB, "yes", yellow)'
    assert compiled(spec).scene == compiled(spec).scene


def test_statements_hold_in_a_drawing_from_another_start() -> None:
    result = compiled(
        "triangle ABC; point D(on = segment(A, B)), E(on = segment(A, C)); segment DE; AB == 5 cm"
    )
    for posed, layout in zip(result.posed, result.layouts):
        assert all(holding.holds for holding in holdings(posed, layout))
