"""What the compiler mends by itself: less is found afterwards, statements still hold, and all of it is said."""

import pytest
from diagrammar.compiler.audit.legibility import faults
from diagrammar.compiler.compose.leads import Leads
from diagrammar.compiler.facts import fact_sheet
from diagrammar.compiler.holding import holdings
from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.compiler.place import place
from diagrammar.compiler.place.request import ByPoint, LabelRequest
from diagrammar.compiler.repair.mending import mended
from diagrammar.dsl.diagnostics import Trust
from diagrammar.dsl.fixes import apply_fixes
from diagrammar.dsl.scene import Item, Scene, TextItem
from diagrammar.dsl.source import Source

from ..place.pixel import line, polygon, set_text
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
    (note,) = compiled('text t("hello", color = white)').diagnostics
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


def test_text_on_a_middle_grey_gets_a_ground_of_its_own() -> None:
    grey = polygon("grey", (10, 10), (40, 10), (40, 30), (10, 30), fill="#777777")
    whole = mended(Scene(width=60, height=40, items=(grey, text("A", 20, 20))))
    assert not whole.faults and any(item.role == "halo" for item in whole.scene.items)
    assert whole.notes[0].message.endswith("now on a ground of its own")


def test_text_put_on_a_line_gives_way_and_the_edit_that_does_so_is_shown() -> None:
    spec = 'point A(0, 0), B(4, 0)\nsegment s(A, B)\ntext t("hello", at = (2, 0))'
    report = check_and_draw(spec)
    (note,) = report.diagnostics
    assert note.code == "LAY020" and "`hello`" in note.message
    assert note.fix is not None and note.fix.title == "drop the place"
    edited = apply_fixes(report.source, report.diagnostics, Trust.GUESS).text
    assert edited.endswith('text t("hello")')


def test_faint_colour_is_dropped_by_the_edit() -> None:
    report = check_and_draw('point A, B\nsegment s(A, B)\nlabel(s, "way", white)')
    assert apply_fixes(report.source, report.diagnostics, Trust.GUESS).text.endswith('label(s, "way")')


def test_fact_sheet_lists_repairs() -> None:
    repairs = fact_sheet(compiled('text t("hello", color = white)'))["repairs"]
    assert isinstance(repairs, list) and len(repairs) == 1


def check_and_draw(spec: str) -> Compiled:
    result = compiled(spec)
    assert result.scene is not None
    return result


def test_leads_are_told_by_the_ids_of_the_finished_picture() -> None:
    request = LabelRequest("t/label1", set_text("A"), ByPoint((0, 0)))
    leads = Leads(must=frozenset({"before/t/label1"}), never=frozenset({"after/t/label1"}))
    assert leads.within("before").told(request).must_lead
    assert not leads.within("after").told(request).may_lead
    assert leads.within("other").told(request) == request


def test_text_that_must_lead_stands_away_with_a_leader() -> None:
    request = LabelRequest("t", set_text("A"), ByPoint((0, 0)), must_lead=True)
    placed = place((), (request,)).value
    assert placed is not None and placed.moved == ("t",)


@pytest.mark.parametrize("style", ["textbook", "slide"])
def test_page_that_magnifies_all_changes_no_finding(style: str) -> None:
    narrow = "point A(0, 0), B(6, 0), C(6, 0.35)\nsegment s(A, B), t(A, C)"
    result = compile_spec(Source(text=narrow), Options(style=style))
    assert result.scene is not None and not result.diagnostics
