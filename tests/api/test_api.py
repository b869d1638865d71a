"""The Python API: check, render, figures, formatting."""

from pathlib import Path

import pytest
from diagrammar import DiagramError, Figure, check, format_text, render

GOOD = 'triangle ABC(AB = 5 cm, BC = 4 cm, CA = 3 cm)\nask("area = ?")\n'
BAD = "point A, B, C\ndistance(A, B) == 3 cm; distance(B, C) == 3 cm; distance(C, A) == 9 cm"


@pytest.fixture(scope="module")
def figure() -> Figure:
    return render(GOOD, width_px=300)


def test_a_sound_spec_is_ok_and_says_what_will_be_printed() -> None:
    report = check(GOOD)
    assert report.ok and not report.errors
    assert {"5 cm", "4 cm", "3 cm", "A", "B", "C", "area = ?"} <= set(report.texts)
    assert any("triangle" in reading for reading in report.readings)


def test_a_report_renders_with_excerpt_and_hint() -> None:
    report = check("triangel ABC", name="mine.dgm")
    assert "mine.dgm:1:1" in str(report)
    assert "triangle" in str(report)


def test_safe_fixes_are_applied_on_request() -> None:
    assert check("segment s(A, B, 5kg)").fixed() == "segment s(A, B, 5 kg)"


def test_a_check_never_draws() -> None:
    assert check(GOOD).compiled.scene is None


def test_strict_makes_an_unknown_kind_an_error() -> None:
    assert check("flurble f").ok
    assert not check("flurble f", strict=True).ok


def test_a_given_that_is_missing_is_reported() -> None:
    report = check("point A", problem="A block of 5.0 kg slides.")
    assert "AUD001" in {d.code for d in report.diagnostics}


def test_a_printed_answer_stops_the_figure() -> None:
    with pytest.raises(DiagramError):
        render('point A; label(A, "v = 7.35 m/s")', problem="How fast is it?", answer="7.35 m/s")


def test_a_contradiction_raises_with_the_findings() -> None:
    with pytest.raises(DiagramError, match="SOL001") as caught:
        render(BAD)
    assert [d.code for d in caught.value.diagnostics] == ["SOL001"]


def test_an_unknown_format_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="bmp"):
        render("point A", "bmp")


def test_figures_show_themselves_in_notebooks(figure: Figure) -> None:
    assert figure._repr_png_().startswith(b"\x89PNG")
    assert "<svg" in figure._repr_svg_()


def test_a_figure_is_saved_in_the_format_of_its_name(figure: Figure, tmp_path: Path) -> None:
    assert figure.save(tmp_path / "a.png").read_bytes() == figure.data
    assert figure.save(str(tmp_path / "deep" / "a.pdf")).read_bytes().startswith(b"%PDF")


def test_an_ending_that_is_no_format_is_a_value_error(figure: Figure, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="docx"):
        figure.save(tmp_path / "a.docx")
    assert not list(tmp_path.iterdir())


def test_the_same_spec_and_seed_give_the_same_bytes(figure: Figure) -> None:
    assert render(GOOD, width_px=300).data == figure.data


def test_another_seed_gives_another_drawing() -> None:
    free = "triangle ABC"
    assert render(free, "svg", seed=0).data != render(free, "svg", seed=1).data


def test_formatting_is_canonical_and_idempotent() -> None:
    text = format_text("labels{dim( A,B , 5 cm )}\nentities {point A,B}")
    assert text.index("entities") < text.index("labels")
    assert "dimension(A, B, 5 cm)" in text
    assert format_text(text) == text


def test_formatting_a_broken_text_raises() -> None:
    with pytest.raises(DiagramError):
        format_text("point A(")


@pytest.mark.parametrize(
    "text", ["", "\n", "// nothing\n", "\x00", "}{", "for i in 1..1000000000 { point P[i] }"]
)
def test_no_text_makes_a_check_raise(text: str) -> None:
    assert check(text) is not None


def test_an_empty_spec_is_a_blank_picture() -> None:
    assert render("").data.startswith(b"\x89PNG")
