"""TikZ: a whole document, texts as nodes, and no command in it that comes from a text."""

import re

import pytest
from diagrammar.backends import draw
from diagrammar.backends.latex import escaped, typeset
from diagrammar.dsl.scene import Fill, Path, Run, Scene, Stroke, TextItem


def source(scene: Scene) -> str:
    return draw(scene, "tikz").decode()


def label(text: str, font: str = "roman", rotation: float = 0) -> Scene:
    run = Run(text=text, font=font, size=11, x=0, y=0)
    item = TextItem(
        id="t", role="label", at=(5, 5), source=text, runs=(run,), extent=(0, 0, 1, 1), rotation=rotation
    )
    return Scene(width=60, height=30, items=(item,))


def nodes(scene: Scene) -> list[str]:
    return re.findall(r"^\\node.*$", source(scene), flags=re.MULTILINE)


def test_document_is_whole_and_balanced(everything: Scene) -> None:
    text = re.sub(r"(?m)^%.*$", "", source(everything))
    assert text.count("{") == text.count("}")
    for part in (
        r"\documentclass",
        r"\begin{document}",
        r"\begin{tikzpicture}",
        r"\end{tikzpicture}",
        r"\end{document}",
    ):
        assert text.count(part) == 1


def test_canvas_bounds_the_picture(everything: Scene) -> None:
    assert r"\useasboundingbox (0,0) rectangle (120,80);" in source(everything)


def test_entities_are_named_in_comments(everything: Scene) -> None:
    assert "% ABC (edge)\n" in source(everything)


def test_path_keeps_its_paint() -> None:
    stroke = Stroke(color="blue", width=0.5, dash=(2, 1), cap="square", join="bevel")
    path = Path(
        id="p", role="edge", codes="MLCCCZ", points=((0, 0), (1, 0), (2, 0), (3, 1), (3, 2), (0, 0)),
        stroke=stroke, fill=Fill(color="#ff0000", opacity=0.25),
    )  # fmt: skip
    text = " ".join(source(Scene(width=9, height=9, items=(path,))).split())
    assert (
        r"\path[draw=blue, line width=0.5mm, dash pattern=on 2mm off 1mm, line cap=rect, line join=bevel,"
        r" fill=hexff0000, fill opacity=0.25]"
        r" (0,0) -- (1,0) .. controls (2,0) and (3,1) .. (3,2) -- cycle;"
    ) in text
    assert r"\definecolor{hexff0000}{HTML}{FF0000}" in text


def test_text_is_centred_where_its_middle_belongs() -> None:
    half = 722 / 1000 * 11 * 25.4 / 72 / 2
    assert nodes(label("A")) == [rf"\node[run=11, text=ink] at ({5 + half:.3f},5) {{A}};"]
    assert nodes(label(" A "))[0].endswith("{A};")


def test_rotated_text_turns_about_its_origin() -> None:
    half = 722 / 1000 * 11 * 25.4 / 72 / 2
    assert nodes(label("A", rotation=90)) == [
        rf"\node[run=11, text=ink, rotate=90] at (5,{5 + half:.3f}) {{A}};"
    ]


@pytest.mark.parametrize("font", ["cjk", "icon", "math:STIXNonUni"])
def test_fonts_that_tex_lacks_become_outlines(font: str) -> None:
    assert nodes(label("A", font)) == []
    assert "as an outline" in source(label("A", font))


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("ab", "italic", r"\itshape ab"),
        ("θ", "italic", "\\signface \U0001d703"),
        ("h=ω", "italic", "\\signface ℎ=\U0001d714"),
        ("≈ 45°", "roman", r"\signface ≈ 45°"),
        ("Ω", "sans", r"\sansface Ω"),
        ("“x” – é", "roman", "“x” – é"),
    ],
)
def test_letters_come_from_text_fonts_and_signs_from_formula_fonts(
    text: str, font: str, expected: str
) -> None:
    assert typeset(Run(text=text, font=font, size=11, x=0, y=0)) == expected


def test_every_special_character_is_escaped() -> None:
    assert escaped(r"\{}$&#%_^~") == (r"\textbackslash{}\{\}\$\&\#\%\_\textasciicircum{}\textasciitilde{}")
    assert escaped("a   b") == r"a \ \ b"


def test_hostile_text_gives_no_command(hostile: Scene) -> None:
    text = re.sub(r"(?m)^%.*$", "", source(hostile))
    assert r"\input" not in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)
    assert text.count(r"\end{document}") == 1
