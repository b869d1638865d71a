"""The legibility audit: each fault is found once and named, and sound pictures pass."""

import pytest
from diagrammar.compiler.audit.legibility import legibility
from diagrammar.compiler.audit.legibility_codes import CODES
from diagrammar.compiler.place import place
from diagrammar.compiler.place.geometry import bounds
from diagrammar.dsl.diagnostics import Severity
from diagrammar.dsl.scene import Fill, Group, Item, Marker, Path, Scene, Stroke, TextItem
from diagrammar.dsl.source import Span

from ..place.pixel import arc, line, polygon, set_text
from ..place.scenes import SCENES
from .drawn import audit, codes, of, text


def test_sound_picture_passes() -> None:
    assert codes(line("l", (5, 5), (50, 5)), text("A", 20, 20), text("B", 30, 20)) == []


def test_overlapping_texts_are_an_error_that_names_both() -> None:
    (finding,) = audit(text("first", 20, 20), text("second", 22, 20))
    assert (finding.code, finding.severity) == ("LAY001", Severity.ERROR)
    assert "`first`" in finding.message and "`second`" in finding.message
    assert finding.span == Span(start=7, end=8) and finding.hints


def test_texts_that_just_touch_are_no_overlap() -> None:
    width = set_text("ab").extent[2] - set_text("ab").extent[0]
    assert codes(text("ab", 20, 20), text("ab", 20 + width, 20)) == []
    assert codes(text("ab", 20, 20), text("ab", 20 + width - 0.06, 20)) == ["LAY001"]


def test_line_through_a_text_is_found_with_the_entity_of_the_line() -> None:
    (finding,) = audit(of("wire", line("l", (2, 21), (58, 21))), text("A", 20, 20))
    assert finding.code == "LAY002" and "`wire`" in finding.message
    assert [label.span for label in finding.labels] == [Span(start=3, end=4)]


def test_width_of_a_stroke_counts() -> None:
    below = text("x", 20, 20)
    edge = bounds([below])[1]
    assert codes(line("l", (10, edge - 0.2), (50, edge - 0.2), width=0.3), below) == ["LAY014"]
    assert codes(line("l", (10, edge - 0.2), (50, edge - 0.2), width=0.6), below) == ["LAY002"]


def test_line_near_a_turned_text_is_judged_by_the_turned_box() -> None:
    turned = set_text("a long title").item("t", (20, 20), rotation=45)
    assert codes(line("l", (24, 14), (40, 30)), turned) == []
    assert codes(line("l", (18, 30), (32, 18)), turned) == ["LAY002"]


def test_curve_is_judged_by_its_course_not_by_its_box() -> None:
    assert codes(arc("c", (30, 20), 15, 0, 360), text("O", 30, 20)) == []
    assert codes(arc("c", (30, 20), 15, 0, 360), text("O", 44, 20)) == ["LAY002"]


def test_line_between_two_lines_of_text_is_judged_by_the_lines_themselves() -> None:
    upper, lower = set_text("upper", font="roman"), set_text("lower", font="roman")
    runs = (upper.runs[0].model_copy(update={"y": 8.0}), lower.runs[0])
    both = set_text("upper").item("t", (20, 10)).model_copy(update={"runs": runs, "extent": (0, -1, 9, 11)})
    assert codes(line("l", (10, 15), (50, 15)), both) == []


def test_text_on_a_tint_passes_and_on_the_edge_of_a_dark_area_does_not() -> None:
    square = ((10, 10), (40, 10), (40, 30), (10, 30))
    assert codes(polygon("tint", *square), text("A", 39, 20)) == []
    assert "LAY002" in codes(polygon("dark", *square, fill="ink"), text("A", 39, 20))


def test_paper_coloured_text_within_a_dark_area_passes_and_ink_on_it_is_faint() -> None:
    dark = polygon("dark", (10, 10), (40, 10), (40, 30), (10, 30), fill="#202020")
    assert codes(dark, text("A", 20, 20, color="paper")) == []
    assert codes(dark, text("A", 20, 20)) == ["LAY005"]


def test_pale_text_on_paper_is_faint() -> None:
    assert codes(text("A", 20, 20, color="#dddddd")) == ["LAY005"]


def test_halo_saves_a_text_on_hatching() -> None:
    hatch = line("h", (20, 5), (24, 35), role="hatch")
    halo = polygon("halo", (15, 15), (30, 15), (30, 28), (15, 28), fill="paper", role="halo", z=49)
    assert codes(hatch, text("A", 21, 20)) == ["LAY002"]
    assert codes(hatch, halo, text("A", 21, 20)) == []


def test_text_that_is_painted_over_is_found() -> None:
    cover = polygon("cover", (15, 15), (30, 15), (30, 28), (15, 28), fill="paper", z=60)
    assert codes(text("A", 21, 20), cover) == ["LAY002"]


def test_ink_and_text_outside_the_canvas_are_errors() -> None:
    assert codes(text("wide text", 55, 20)) == ["LAY003"]
    assert codes(line("l", (5, 0.1), (50, 0.1), width=0.4)) == ["LAY003"]
    assert codes(line("l", (5, 0.2), (50, 0.2), width=0.4)) == []


def test_small_text_is_an_error_but_an_index_may_be_smaller() -> None:
    assert codes(text("tiny", 20, 20, size=6.5)) == ["LAY004"]
    base = set_text("x", 9.0)
    index = base.runs[0].model_copy(update={"text": "1", "size": 6.0, "x": 2.0, "y": -0.8})
    with_index = base.item("t", (20, 20)).model_copy(update={"runs": (*base.runs, index)})
    assert codes(with_index) == []
    smaller = with_index.model_copy(update={"runs": (*base.runs, index.model_copy(update={"size": 5.0}))})
    assert codes(smaller) == ["LAY004"]


def test_faults_inside_groups_are_found() -> None:
    inner = Group(id="g", role="x", items=(line("l", (2, 21), (58, 21)), text("A", 20, 20)))
    assert codes(inner) == ["LAY002"]


def test_messages_are_one_short_line() -> None:
    long = "a very long text that goes on and on for ever"
    for finding in audit(text(long, 20, 20), line("l", (2, 21), (58, 21)), text(long + " again", 21, 20)):
        assert len(finding.message) < 80 and "\n" not in finding.message


@pytest.mark.parametrize("name", SCENES)
def test_what_the_placer_places_passes_the_audit(name: str) -> None:
    drawing = SCENES[name]()
    placement = place(drawing.ink, drawing.requests).value
    assert placement is not None
    items = (*placement.ink, *placement.labels)
    left, bottom, right, top = bounds(items)
    shifted = tuple(_moved(item, -left, -bottom) for item in items)
    findings = legibility(Scene(width=right - left, height=top - bottom, items=shifted))
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


def test_codes_are_unique_and_explained() -> None:
    assert len({code.code for code in CODES}) == len(CODES) == 17
    assert all(code.summary and code.why for code in CODES)


def test_fill_and_stroke_of_one_path_are_judged_apart() -> None:
    box = Path(
        id="b", role="box", codes="MLLLZ", points=((10, 10), (40, 10), (40, 30), (10, 30), (10, 10)),
        stroke=Stroke(), fill=Fill(color="faint"),
    )  # fmt: skip
    assert codes(box, text("A", 20, 20)) == []
    assert codes(box, text("A", 39, 20)) == ["LAY002"]


def _moved(item: Item, dx: float, dy: float) -> Item:
    if isinstance(item, Path):
        return item.model_copy(update={"points": tuple((x + dx, y + dy) for x, y in item.points)})
    assert isinstance(item, Marker | TextItem)
    return item.model_copy(update={"at": (item.at[0] + dx, item.at[1] + dy)})
