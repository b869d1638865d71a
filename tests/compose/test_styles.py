"""Styles of the whole picture: chosen in the spec or by the caller, the same content in another look."""

import pytest
from diagrammar import render
from diagrammar.api import Figure
from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.dsl.scene import Group, Item, Marker, Path, TextItem
from diagrammar.dsl.source import Source
from diagrammar.dsl.theme import EXAM, THEMES, WIDTH
from diagrammar.dsl.tone import contrast, lightness

COLOURED = """
circle a(center = O, radius = 2 cm, red)
circle b(center = P, radius = 1 cm, green)
segment s(A, B, 5 cm)
triangle KLM(shaded)
box n("node", fill = yellow)
legend(red = "orbit", green = "moon")
"""


def compiled(text: str, style: str = "") -> Compiled:
    return compile_spec(Source(text=text), Options(style=style))


def items(text: str, style: str = "") -> list[Item]:
    scene = compiled(text, style).scene
    assert scene is not None
    return [leaf for item in scene.items for leaf in _leaves(item)]


def _leaves(item: Item) -> list[Item]:
    return [leaf for child in item.items for leaf in _leaves(child)] if isinstance(item, Group) else [item]


def paths(text: str, entity: str, style: str, role: str = "edge") -> list[Path]:
    found = [i for i in items(text, style) if isinstance(i, Path) and i.role == role]
    return [i for i in found if i.origin is not None and i.origin.entity == entity]


def dash(text: str, entity: str, style: str) -> tuple[float, ...]:
    stroke = paths(text, entity, style)[0].stroke
    assert stroke is not None
    return sort_of(stroke.dash)


def sort_of(dash: tuple[float, ...]) -> tuple[float, ...]:
    """Return the proportions of a pattern, which stay the same on lines of all lengths."""
    return tuple(round(length / sum(dash), 2) for length in dash)


@pytest.mark.parametrize("style", THEMES)
def test_spec_names_its_style(style: str) -> None:
    result = compiled(f"style({style})\npoint A")
    assert result.ok and result.scene is not None
    assert result.scene.theme == style


def test_caller_overrules_the_spec() -> None:
    scene = compiled("style(exam)\npoint A", "dark").scene
    assert scene is not None and scene.theme == "dark"


def test_thing_of_a_style_s_name_is_still_a_thing() -> None:
    scene = compiled("box exam\nstyle(exam, dashed)").scene
    assert scene is not None and scene.theme == "textbook"


def test_style_needs_a_thing_or_a_name() -> None:
    assert [d.code for d in compiled("style(dashed)").diagnostics] == ["SPC006"]


def test_unknown_style_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match=r"no style `neon`.*textbook, exam, slide, dark"):
        render("point A", style="neon")


def test_exam_is_black_on_white_and_nothing_shines_through() -> None:
    drawn = items(COLOURED, "exam")
    assert {EXAM.hex(color) for item in drawn for color in _colors(item)} == {"#000000", "#ffffff"}
    fills = [item.fill for item in drawn if isinstance(item, Path) and item.fill]
    assert all(fill.opacity == 1.0 and fill.color in ("ink", "paper") for fill in fills)


def _colors(item: Item) -> list[str]:
    if isinstance(item, Path):
        return [paint.color for paint in (item.stroke, item.fill) if paint is not None]
    return [item.color] if isinstance(item, Marker | TextItem) else []


def test_exam_tells_colours_apart_by_dashes() -> None:
    assert len({dash(COLOURED, name, "exam") for name in "abs"}) == 3


@pytest.mark.parametrize("style", ["textbook", "slide", "dark"])
def test_colours_of_a_legend_differ_by_their_dashes_too(style: str) -> None:
    assert dash(COLOURED, "a", style) == () != dash(COLOURED, "b", style)
    samples = [i.stroke for i in items(COLOURED, style) if isinstance(i, Path) and i.role == "sample"]
    assert [bool(stroke and stroke.dash) for stroke in samples] == [False, True]


def test_colours_without_a_legend_stay_solid() -> None:
    text = "segment s(A, B, 5 cm, red)\nsegment t(A, C, 3 cm, green)"
    assert dash(text, "s", "textbook") == dash(text, "t", "textbook") == ()


def test_exam_legend_shows_the_dashes_of_the_drawing() -> None:
    samples = [i for i in items(COLOURED, "exam") if isinstance(i, Path) and i.role == "sample"]
    shown = {sort_of(sample.stroke.dash) for sample in samples if sample.stroke}
    assert shown == {dash(COLOURED, name, "exam") for name in "ab"}


def test_exam_hatches_what_was_shaded() -> None:
    assert not paths(COLOURED, "KLM", "textbook", role="hatch")
    assert paths(COLOURED, "KLM", "exam", role="hatch")


def test_exam_keeps_the_dashes_of_its_author() -> None:
    text = "segment s(A, B, 5 cm, dashed)\nsegment t(A, C, 3 cm, red)"
    assert dash(text, "s", "exam") == dash(text, "s", "textbook")
    assert dash(text, "t", "exam") == ()


def test_grey_lines_become_thin_in_exams() -> None:
    stroke = paths("segment s(A, B, 5 cm, gray)", "s", "exam")[0].stroke
    assert stroke is not None and (stroke.width, stroke.color, stroke.dash) == (WIDTH.net, "ink", ())


def test_panels_of_an_exam_use_one_sign_for_one_colour() -> None:
    text = (
        'panel u("u") { segment s(A, B, 5 cm); segment t(A, C, red) }\npanel v("v") { segment w(A, B, red) }'
    )
    assert dash(text, "t", "exam") == dash(text, "w", "exam") != ()


def test_slide_fills_a_page_of_16_to_9_with_larger_type_and_lines() -> None:
    figure, usual = render(COLOURED, style="slide"), render(COLOURED)
    assert (figure.scene.width, figure.scene.height) == (254.0, 142.875)
    assert min(_sizes(figure)) > 1.5 * min(_sizes(usual))
    edge = paths(COLOURED, "s", "slide")[0].stroke
    assert edge is not None and edge.width > 1.5 * WIDTH.line


def _sizes(figure: Figure) -> list[float]:
    return [run.size for item in figure.scene.items if isinstance(item, TextItem) for run in item.runs]


def test_every_format_paints_the_style_that_the_picture_was_made_for() -> None:
    figure = render("point A", style="dark")
    assert b"#16181c" in figure.to("svg")
    assert b"16181C" in figure.to("tikz")
    assert b'"#16181c"' in figure.to("py")


@pytest.mark.parametrize("style", ["textbook", "dark"])
@pytest.mark.parametrize("color", ["yellow", "gold", "cyan", "navy"])
def test_lines_and_labels_stand_out_in_any_colour(style: str, color: str) -> None:
    theme = THEMES[style]
    text = f'point A, B\nsegment s(A, B, 5 cm, color = {color})\nlabel(s, "side", color = {color})'
    edge = paths(text, "s", style)[0].stroke
    assert edge is not None
    label = next(item for item in items(text, style) if isinstance(item, TextItem) and item.source == "side")
    for drawn, least in ((edge.color, 3.0), (label.color, 4.5)):
        assert contrast(lightness(theme.hex(drawn)), lightness(theme.hex("paper"))) >= least


def test_dashes_along_a_solid_line_are_seen() -> None:
    text = "triangle ABC\nsegment s(A, B, thick, red)\nsegment t(B, C, thick, blue)"
    result = compiled(text, "exam")
    assert not result.diagnostics
    (halo,) = paths(text, "t", "exam", role="halo")
    assert halo.stroke is not None and halo.stroke.color == "paper"
    assert not paths(text, "s", "exam", role="halo")


def test_tints_are_weaker_on_dark_paper_so_that_text_on_them_can_be_read() -> None:
    text = 'circle c(radius = 2 cm, fill = yellow)\nlabel(c, "inside")'
    fills = [paths(text, "c", style, role="fill")[0].fill for style in ("textbook", "dark")]
    usual, dark = (fill.opacity if fill else 0.0 for fill in fills)
    assert dark == pytest.approx(0.6 * usual)
    assert not compiled(text, "dark").diagnostics


def test_areas_of_an_exam_have_as_many_hatchings_as_colours() -> None:
    colors = ("red", "green", "blue", "gray", "lightgray", "yellow")
    text = "\n".join(
        f"polygon P{n}(({3 * n}, 0), ({3 * n + 2}, 0), ({3 * n + 1}, 2), fill = {c})"
        for n, c in enumerate(colors)
    )
    hatches = [paths(text, f"P{n}", "exam", role="hatch") for n in range(len(colors))]
    looks = {
        tuple(
            (round(x - hatch.points[0][0], 2), round(y - hatch.points[0][1], 2)) for x, y in hatch.points[:4]
        )
        for (hatch,) in hatches
    }
    assert len(looks) == len(colors)


def test_grids_stand_back() -> None:
    faint = [i for i in items("axes a(x = 0..3, y = 0..3, grid)") if isinstance(i, Path) and i.role == "grid"]
    assert {i.stroke.color for i in faint if i.stroke} == {"faint"}
