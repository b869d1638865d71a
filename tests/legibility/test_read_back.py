"""What counts as plain text, how it is compared, and that a reader reads it back."""

import pytest
from diagrammar.compiler.typeset import typeset
from diagrammar.dsl.scene import Scene
from diagrammar.eval.legibility.read_back import (
    ReadBack,
    alike,
    crop,
    folded,
    painted,
    plain_texts,
    read_back,
)
from diagrammar.eval.legibility.reader import Reader


def scene(*sources: str, width: float | None = None) -> Scene:
    items = tuple(
        typeset(source, width=width).item(f"t{k}", (5.0, 40.0 - 9.0 * k)) for k, source in enumerate(sources)
    )
    return Scene(width=100, height=50, items=items)


def said(*sources: str, width: float | None = None) -> list[str]:
    return [folded(text.text) for text in plain_texts(scene(*sources, width=width))]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("A", "a"), ("12.5 cm", "12.5cm"), ("$v_0$ = 3 m/s", "v0=3m/s"), ("H2O", "h2o"), ("38°", "38°"),
        ("$x^2$", "x2"), ("−3", "-3"), ("$A'$", "a'"), ("Mill Lane", "milllane"),
    ],
)  # fmt: skip
def test_plain_text_is_compared_without_case_spaces_and_levels(source: str, read: str) -> None:
    assert said(source) == [read]


@pytest.mark.parametrize(
    "source",
    [r"$\frac{1}{2}$", r"$\sqrt{2}$", r"$\int_0^1 x dx$", r"$\begin{pmatrix}1&2\\3&4\end{pmatrix}$", "→"],
)
def test_what_no_line_of_print_says_is_not_plain(source: str) -> None:
    assert said(source) == []


def test_a_wrapped_text_has_its_lines_from_top_to_bottom() -> None:
    (text,) = plain_texts(scene("the quick brown fox jumps over the lazy dog", width=30.0))
    assert len(text.lines) > 1
    assert folded(text.text) == "thequickbrownfoxjumpsoverthelazydog"
    assert [line.box[3] for line in text.lines] == sorted((line.box[3] for line in text.lines), reverse=True)


def test_signs_that_look_alike_are_one_but_letters_are_told_apart() -> None:
    assert folded("5 × 10⁻³") == folded("5x10-3")
    assert folded("O") != folded("0") and alike("O") == alike("0")


def one(text: str, by_crop: str, found: str = "") -> ReadBack:
    (plain,) = plain_texts(scene(text))
    return ReadBack(plain, by_crop, found)


def test_a_reading_is_right_confused_or_wrong() -> None:
    assert one("O", "o").is_read and not one("O", "o").is_confused
    assert one("O", "0").is_confused and not one("O", "0").is_read
    assert not one("12 cm", "12").is_read and not one("12 cm", "12").is_confused
    assert one("12 cm", "", "= 12 cm").is_found


def test_a_crop_shows_the_line_and_no_more() -> None:
    drawn = scene("name", "other")
    (line,) = plain_texts(drawn)[0].lines
    part = crop(painted(drawn), line, drawn)
    assert part.min() < 60 and 20 < part.shape[0] < 45
    assert (part[[0, -1]] == 255).all() and (part[:, [0, -1]] == 255).all()


def test_a_reader_reads_a_picture_back() -> None:
    pytest.importorskip("rapidocr")
    found = read_back(scene("12.5 cm", "Mill Lane", "$v_0$"), Reader())
    assert [reading.is_read for reading in found] == [True, True, True]
    assert all(reading.is_found for reading in found)
