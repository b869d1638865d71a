"""Texts and pictograms that stand where other ink is give way to it, and nothing of them is lost."""

import pytest
from diagrammar.compiler.compose.loosening import loosened, scaled
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.compiler.place.geometry import bounds
from diagrammar.compiler.place.request import Fixed, LabelRequest
from diagrammar.compiler.targets import ByPoint
from diagrammar.compiler.typeset import set_icon, typeset
from diagrammar.dsl.scene import XY, Path, Stroke, TextItem
from diagrammar.dsl.source import Source


def line(*points: XY) -> Path:
    codes = "M" + "L" * (len(points) - 1)
    return Path(id="line", role="edge", codes=codes, points=points, stroke=Stroke(color="ink", width=0.35))


def caption(at: XY, role: str = "label") -> TextItem:
    return typeset("truck").item("truck", at, role=role)


def icon(at: XY) -> TextItem:
    found = set_icon("truck", 12.0)
    assert found is not None
    return found.item("icon", at, role="icon")


def test_a_text_in_free_space_stays() -> None:
    items = [caption((0.0, 0.0)), line((0.0, 20.0), (30.0, 20.0))]
    assert loosened(items, []) == (items, [])


def test_a_text_on_a_line_is_handed_to_the_placement_service() -> None:
    edge = line((-5.0, 1.0), (30.0, 1.0))
    kept, asked = loosened([caption((0.0, 0.0)), edge], [])
    assert kept == [edge]
    assert [request.text.source for request in asked] == ["truck"]


def test_a_cell_of_a_table_never_moves() -> None:
    items = [caption((0.0, 0.0), role="cell"), line((-5.0, 1.0), (30.0, 1.0))]
    assert loosened(items, []) == (items, [])


def test_a_pictogram_near_a_line_shrinks_where_it_stands() -> None:
    mark = icon((0.0, 0.0))
    top = bounds([mark])[3]
    kept, asked = loosened([mark, line((-5.0, top - 0.5), (30.0, top - 0.5))], [])
    (small,) = (item for item in kept if isinstance(item, TextItem))
    assert not asked
    assert bounds([small])[3] < top - 0.5
    assert _middle(small) == pytest.approx(_middle(mark))


def test_a_pictogram_across_a_line_steps_aside() -> None:
    mark = icon((0.0, 0.0))
    y = _middle(mark)[1]
    kept, asked = loosened([mark, line((-60.0, y), (60.0, y))], [])
    (moved,) = (item for item in kept if isinstance(item, TextItem))
    assert not asked
    assert bounds([moved])[1] > y or bounds([moved])[3] < y


def _middle(item: TextItem) -> XY:
    left, bottom, right, top = bounds([item])
    return ((left + right) / 2, (bottom + top) / 2)


def test_scaling_keeps_the_middle() -> None:
    mark = icon((3.0, 4.0))
    assert _middle(scaled(mark, 0.5)) == pytest.approx(_middle(mark))


@pytest.mark.parametrize(("y", "kind"), [(0.0, ByPoint), (20.0, Fixed)])
def test_a_fixed_label_gives_way_only_to_ink(y: float, kind: type) -> None:
    request = LabelRequest("tick", typeset("2"), Fixed((0.0, 0.0)))
    _, (asked,) = loosened([line((-5.0, y), (5.0, y))], [request])
    assert isinstance(asked.target, kind)


def test_things_at_points_among_lines_make_a_clean_picture() -> None:
    text = (
        'point S, T, P\nstar s(at = S, "pole star")\ntelescope t(at = T)\n'
        "segment ST(S, T), SP(S, P)\ndimension(S, T, 5 cm)\nangle(P, S, T, 30°)\n"
    )
    compiled = compile_spec(Source(text=text, name="sky"))
    assert compiled.ok, compiled.diagnostics
