"""What a whole picture looks like: balance, margins, order, and nothing shrunk to fit."""

from dataclasses import replace

import pytest
from diagrammar.compiler.compose.compose import compose
from diagrammar.compiler.domains import vocabulary
from diagrammar.compiler.draw.paths import polyline
from diagrammar.compiler.draw.pen import Canvas
from diagrammar.compiler.model import Model, Panel, Style
from diagrammar.compiler.parse import parse
from diagrammar.compiler.place.geometry import bounds
from diagrammar.compiler.resolve import resolve
from diagrammar.dsl.scene import Path, Scene, Stroke, TextItem
from diagrammar.dsl.source import Source

FACT = '"fact {n} about the thing, x = {n}.5 m, which is rather longer than others are"'
SHEETS = {
    0: "",
    2: 'given("m = 2 kg"); ask("v = ?")',
    8: 'given("m = 2 kg", "the coefficient of kinetic friction is 0.25", "v = 3 m/s"); note("at rest"); '
    'formula("E = mc^2"); ask("the speed at the bottom"); options("A) 3 m/s", "B) 4 m/s", "C) 5 m/s", "D) 6 m/s")',
    25: f"given({', '.join(FACT.format(n=n) for n in range(25))})",
}
SCENES = {"road": (110.0, 18.0), "ladder": (28.0, 90.0), "square": (66.0, 64.0), "wide": (90.0, 60.0)}


def canvas(width: float, height: float) -> Canvas:
    outline = polyline(((0, 0), (width, 0), (width, height), (0, height)), closed=True)
    path = Path(id="frame", role="edge", codes=outline.codes, points=outline.points, stroke=Stroke(width=0.2))
    return Canvas(items=[path])


def model_of(text: str) -> Model:
    source = Source(text=text, name="sheet")
    spec = parse(source).value
    assert spec is not None
    model = resolve(spec, source, vocabulary()).value
    assert model is not None
    return model


def composed(text: str, *canvases: Canvas) -> Scene:
    model = model_of(text)
    panels = tuple(Panel(f"p{n}", "", {}, ()) for n in range(len(canvases)))
    scene = compose(replace(model, panels=panels), canvases).value
    assert scene is not None
    return scene


def texts(scene: Scene) -> list[TextItem]:
    return [item for item in scene.items if isinstance(item, TextItem)]


@pytest.mark.parametrize("rows", SHEETS)
@pytest.mark.parametrize("shape", SCENES)
def test_margins_are_even_whatever_the_scene_and_the_sheet(shape: str, rows: int) -> None:
    scene = composed(SHEETS[rows], canvas(*SCENES[shape]))
    left, bottom, right, top = bounds(scene.items)
    margins = (left, bottom, scene.width - right, scene.height - top)
    assert all(3.0 < margin < 6.5 for margin in margins), margins


@pytest.mark.parametrize("rows", [2, 8, 25])
@pytest.mark.parametrize("shape", SCENES)
def test_no_large_part_of_the_picture_is_empty(shape: str, rows: int) -> None:
    width, height = SCENES[shape]
    scene = composed(SHEETS[rows], canvas(width, height))
    ink = width * height + sum(1.6 * t.extent[2] * (t.extent[3] - t.extent[1]) for t in texts(scene))
    assert ink > 0.3 * scene.width * scene.height
    assert 0.5 < scene.width / scene.height < 4.6


@pytest.mark.parametrize("rows", [2, 8, 25])
@pytest.mark.parametrize("shape", SCENES)
def test_no_text_is_set_smaller_or_upon_another(shape: str, rows: int) -> None:
    scene = composed(SHEETS[rows], canvas(*SCENES[shape]))
    assert {max(run.size for run in t.runs) for t in texts(scene)} <= {9.0, 11.0}
    boxes = [bounds([t]) for t in texts(scene)]
    for n, (left, bottom, right, top) in enumerate(boxes):
        for a, b, c, d in boxes[:n]:
            assert c <= left or right <= a or d <= bottom or top <= b


def test_sheet_stands_right_of_a_square_scene_and_below_a_flat_one() -> None:
    square = composed(SHEETS[2], canvas(66, 64))
    assert all(t.at[0] > 66 for t in texts(square))
    flat = composed(SHEETS[2], canvas(110, 18))
    assert all(t.at[1] < flat.height - 18 for t in texts(flat))


def test_long_sheet_flows_around_its_scene() -> None:
    scene = composed(SHEETS[25], canvas(66, 64))
    assert any(t.at[0] < 60 for t in texts(scene))
    assert any(t.at[0] > 70 for t in texts(scene))


def test_sections_stand_in_their_order_beside_a_scene() -> None:
    scene = composed('options("a. x"); ask("y = ?"); given("z = 1 m")', canvas(40, 60))
    heights = {t.source: t.at[1] for t in texts(scene)}
    assert heights["z = 1 m"] > heights["y = ?"] > heights["a. x"]


def test_sections_keep_the_order_of_writing_on_a_card() -> None:
    scene = composed('ask("the structure of:"); formula("x^2")')
    heights = {t.source: t.at[1] for t in texts(scene)}
    assert heights["the structure of:"] > heights["$x^2$"]


def test_short_options_stand_side_by_side_and_long_ones_do_not() -> None:
    short = composed(
        'ask("How many of them are there in the whole of the picture?"); options("a. 0", "b. 1")'
    )
    assert len({t.at[1] for t in texts(short) if t.source[1] == "."}) == 1
    long = composed(f'options("a. {"long " * 12}", "b. {"words " * 12}")')
    assert len({t.at[1] for t in texts(long) if t.source[1] == "."}) == 2


def test_option_is_one_text_verbatim_with_its_letter_upright() -> None:
    scene = composed('options("A) x m", "B)10.2 bar")')
    assert [t.source for t in texts(scene)] == ["A) x m", "B)10.2 bar"]
    assert texts(scene)[0].runs[0].font == "roman"


def test_rows_have_bullets_only_where_one_of_them_is_broken() -> None:
    short = composed('given("a = 1 m", "b = 2 m")')
    assert not [i for i in short.items if i.role == "bullet"]
    long = composed(SHEETS[25])
    assert len([i for i in long.items if i.role == "bullet"]) == 25


def test_heads_are_chinese_on_a_chinese_sheet_only() -> None:
    assert texts(composed('given("光滑斜面，质量为 $m$")'))[0].source == "已知"
    assert texts(composed('given("smooth plane, mass $m$")'))[0].source == "Given"


def test_title_stands_above_and_caption_below() -> None:
    scene = composed('caption("Fig. 1"); title("A body"); given("m = 2 kg")', canvas(60, 40))
    heights = {t.source: t.at[1] for t in texts(scene)}
    assert heights["A body"] > heights["m = 2 kg"] > heights["Fig. 1"]


def test_panels_of_like_height_share_their_ground() -> None:
    scene = composed("", canvas(40, 50), canvas(40, 44))
    boxes = [bounds([item]) for item in scene.items]
    assert boxes[0][1] == pytest.approx(boxes[1][1])


def test_long_row_of_panels_is_broken_evenly() -> None:
    scene = composed("", *(canvas(60, 40) for _ in range(4)))
    assert len({round(bounds([item])[1]) for item in scene.items}) == 2
    assert scene.width < 150


def test_legend_shows_a_sample_beside_each_meaning() -> None:
    drawn = canvas(60, 40)
    drawn.legend += [
        ("dangerous", Style(color="orange")),
        ("dashed", Style(dash="dashed")),
        ("dangerous", Style(color="orange")),
    ]
    scene = composed("", drawn)
    assert [t.source for t in texts(scene)] == ["dangerous", "dashed"]
    assert len([i for i in scene.items if i.role == "sample"]) == 2


def test_empty_picture_is_an_empty_canvas() -> None:
    scene = composed("")
    assert scene.items == ()


def test_two_runs_give_the_same_scene() -> None:
    assert composed(SHEETS[8], canvas(66, 64)) == composed(SHEETS[8], canvas(66, 64))
