"""Where things stand: shifts, sizes, spaces, lines and ink."""

import itertools
import math

import pytest
from diagrammar.compiler.typeset import Style, boxes, glyph_boxes, rotated_extent, typeset
from diagrammar.compiler.typeset.measure import run_advance, run_box
from diagrammar.compiler.typeset.text import SetText
from diagrammar.dsl.scene import MM_PER_POINT
from hypothesis import given, settings
from hypothesis import strategies as st

PROSE = "Work to pump all of the oil to the surface of the tank, in joules"


def run_of(text: SetText, content: str):  # type: ignore[no-untyped-def]
    return next(run for run in text.runs if run.text == content)


def lines_of(text: SetText) -> list[float]:
    return sorted({run.y for run in text.runs}, reverse=True)


def test_empty_text_has_no_ink() -> None:
    for source in ("", "  ", "\n"):
        text = typeset(source)
        assert text.runs == () and text.rules == () and text.extent == (0, 0, 0, 0)


def test_scripts_are_small_and_shifted() -> None:
    text = typeset("x_1^2")
    base, sub, sup = run_of(text, "x"), run_of(text, "1"), run_of(text, "2")
    assert sub.y < base.y < sup.y
    assert sub.size == sup.size == pytest.approx(0.7 * base.size)


@pytest.mark.parametrize("source", ["f^2", "T^2", "V^2", "d^2"])
def test_a_superscript_clears_a_slanted_base(source: str) -> None:
    base, sup = boxes(typeset(source))
    assert sup[0] >= base[2]


def test_the_unit_follows_a_thin_space() -> None:
    thin = boxes(typeset("5 m"))
    wide = boxes(typeset("5 apples"))
    assert 0.3 < thin[1][0] - thin[0][2] < 0.8
    assert len(wide) == 1


@pytest.mark.parametrize(("symbol", "word"), [("5 m", "5 meters"), ("3 °/s", "3 degrees per second")])
def test_a_spelled_unit_follows_a_word_s_space(symbol: str, word: str) -> None:
    assert _gap(typeset(word)) > 1.3 * _gap(typeset(symbol))


def _gap(text: SetText) -> float:
    number, unit = text.runs[:2]
    return unit.x - number.x - run_advance(number)


def test_an_arrow_over_several_letters_is_as_long_as_they_are() -> None:
    long, short = typeset(r"$\vec{AB}$"), typeset(r"$\vec{A}$")
    assert long.runs == typeset(r"$\overrightarrow{AB}$").runs
    assert long.rules and not short.rules


@pytest.mark.parametrize("label", ["A⃗", "x̂", "v̄"])
def test_a_combining_mark_stands_over_its_letter(label: str) -> None:
    command = {"⃗": "vec", "̂": "hat", "̄": "bar"}[label[1]]
    assert typeset(label).runs == typeset(rf"$\{command}{{{label[0]}}}$").runs


def test_fences_are_taller_than_their_matrix() -> None:
    text = typeset(r"$\begin{pmatrix} y_A \\ y_B \\ y_C \end{pmatrix}$")
    fences = [run_box(run) for run in text.runs if run.text in "()"]
    cells = [run_box(run) for run in text.runs if run.text not in "()"]
    assert min(box[1] for box in fences) < min(box[1] for box in cells) - 0.3
    assert max(box[3] for box in fences) > max(box[3] for box in cells) + 0.3


def test_lines_with_fractions_stand_farther_apart() -> None:
    plain, tall = typeset("a\nb\nc"), typeset("a\n$\\frac{x}{y}$\n$\\frac{x}{y}$")
    boxes = sorted((run_box(run) for run in tall.runs), key=lambda box: -box[1])
    white = [upper[1] - lower[3] for upper, lower in zip(boxes, boxes[1:])]
    assert tall.descent > plain.descent and min(w for w in white if w > 0) > 0.1


def test_the_degree_sign_follows_without_space() -> None:
    assert [run.text for run in typeset("30°").runs] == ["30°"]


def test_spaces_in_the_source_do_not_change_a_relation() -> None:
    assert typeset("x=3").runs == typeset("x = 3").runs == typeset("$x=3$").runs


def test_a_fraction_has_a_bar_between_its_parts() -> None:
    text = typeset(r"$\frac{a}{b}$")
    bar = text.rules[0]
    assert run_of(text, "b").y < bar[1] < bar[3] < run_of(text, "a").y + 1


def test_a_root_covers_its_radicand() -> None:
    text = typeset(r"$\sqrt{x+y}$")
    assert text.rules[0][2] >= boxes(text)[-2][2]


def test_brackets_grow_with_their_body() -> None:
    small, tall = typeset(r"$\left(a\right)$"), typeset(r"$\left(\frac{a}{b}\right)$")
    assert tall.height > 1.5 * small.height
    assert any(run.font.startswith("math:") for run in tall.runs)


def test_bold_style_uses_bold_faces() -> None:
    assert {run.font for run in typeset("mass m = 3", Style(weight="bold")).runs} == {"bold", "bolditalic"}


def test_size_scales_everything() -> None:
    small, large = typeset("v_0 = 3 m/s", Style(size=9)), typeset("v_0 = 3 m/s", Style(size=18))
    assert large.width == pytest.approx(2 * small.width, rel=1e-3)
    assert large.ascent == pytest.approx(2 * small.ascent)


def test_wrapping_keeps_all_words_and_the_measure() -> None:
    text = typeset(PROSE, width=30)
    words = " ".join(run.text for run in text.runs)
    assert words.split() == PROSE.split()
    assert text.advance <= 30
    assert len(lines_of(text)) > 2


def test_wrapped_lines_are_balanced() -> None:
    text = typeset(PROSE, width=55)
    ends: dict[float, float] = {}
    for run, box in zip(text.runs, boxes(text)):
        ends[run.y] = max(ends.get(run.y, 0), box[2])
    assert len(ends) == 2
    assert min(ends.values()) > 0.75 * max(ends.values())


def test_a_formula_is_never_broken() -> None:
    assert len(lines_of(typeset("$a + b + c + d + e$", width=5))) == 1
    assert len(lines_of(typeset("so x = 3", width=5))) == 2


def test_cjk_breaks_between_characters_but_not_before_punctuation() -> None:
    text = "处处无摩擦，由静止（开始）下滑"
    for width in (8, 11, 14, 17, 20, 24, 28):
        lines = texts_of_lines(typeset(text, width=width))
        assert "".join(lines) == text
        assert not any(line[0] in "，）" or line[-1] == "（" for line in lines)


def runs_of_lines(text: SetText) -> list[list[str]]:
    """Return the runs of each line; marks and scripts belong to the line that they stand in."""
    found: dict[int, list[str]] = {}
    for run in text.runs:
        found.setdefault(round(-run.y / (1.25 * 9.0 * MM_PER_POINT)), []).append(run.text)
    return [found[line] for line in sorted(found)]


def texts_of_lines(text: SetText) -> list[str]:
    return ["".join(runs) for runs in runs_of_lines(text)]


def test_a_number_keeps_its_chinese_unit() -> None:
    for width in range(8, 40, 3):
        lines = texts_of_lines(typeset("小车在光滑水平面上前进了 25 米后停下", width=width))
        assert not any(line.endswith("25") for line in lines)


def test_chinese_marks_stand_low_and_share_their_white() -> None:
    comma = next(run_box(run) for run in typeset("静，止").runs if run.text == "，")
    assert comma[1] < 0 < comma[3] < 1.0
    assert typeset("（静），（止）").advance < typeset("静静静静静静静静").advance * 0.87


def test_chinese_characters_keep_away_from_letters() -> None:
    apart, together = typeset("质量m是"), typeset("质量的是")
    letter = next(run for run in apart.runs if run.text == "m")
    han = next(run for run in apart.runs if run.text == "质量")
    assert letter.x - run_advance(han) > 0.4
    assert together.runs[0].text == "质量的是"


def test_of_two_even_choices_the_one_without_an_article_at_its_end_is_taken() -> None:
    assert words_of_lines("area under the curves here", 28)[0] == ["area", "under"]


def test_evenness_matters_more_than_an_article() -> None:
    lines = texts_of_lines(
        typeset("What angle between the two radii of consecutive points makes that so?", width=36)
    )
    widths = [typeset(line).advance for line in lines]
    assert max(widths) < 1.6 * min(widths)


@pytest.mark.parametrize("part", ["(−4, 0)", "[a, b]", "P(A | B)", "(x + 1, y)"])
def test_short_brackets_are_not_broken(part: str) -> None:
    for width in range(14, 40, 2):
        lines = texts_of_lines(
            typeset(f"the particle moves from {part} along the axis to {part} then", width=width)
        )
        assert all(
            line.count("(") == line.count(")") and line.count("[") == line.count("]") for line in lines
        )


def test_no_line_holds_one_short_word() -> None:
    for width in range(20, 60, 3):
        lines = words_of_lines("where is the error in this attempt of the student", width)
        assert not any(len(line) == 1 and len(line[0]) < 5 for line in lines)


def words_of_lines(text: str, width: float) -> list[list[str]]:
    return runs_of_lines(typeset(text, width=width))


def test_a_name_stays_with_its_noun() -> None:
    for width in range(20, 48, 4):
        lines = words_of_lines(
            "the ball is thrown upwards from point A and caught again at point B later", width
        )
        assert not any(line[-1] == "point" for line in lines)


def test_lines_are_as_even_as_they_can_be() -> None:
    """No other choice of ends for as many lines has a smaller sum of squares."""
    words = ["aaa", "bb", "cccc", "d", "eeeeee", "ff", "ggg", "hhhh", "i", "jjjjj", "kk"]
    lines = words_of_lines(" ".join(words), 22)
    length = {word: typeset(word).advance for word in words}
    blank = typeset("a a").advance - 2 * typeset("a").advance

    def cost(parts: list[list[str]]) -> float:
        wide = [sum(length[w] for w in part) + blank * (len(part) - 1) for part in parts]
        mean = (sum(length.values()) + blank * (len(words) - 1)) / len(parts)
        return sum((w - mean) ** 2 for w in wide) if max(wide) <= 22 else math.inf

    cuts = itertools.combinations(range(1, len(words)), len(lines) - 1)
    every = ([words[a:b] for a, b in itertools.pairwise((0, *cut, len(words)))] for cut in cuts)
    assert cost(lines) == pytest.approx(min(cost(parts) for parts in every), abs=0.5)


def test_written_line_ends_break_lines() -> None:
    text = typeset("one\ntwo")
    assert [run.text for run in text.runs] == ["one", "two"]
    assert text.runs[1].y == pytest.approx(-1.25 * 9 * 25.4 / 72, abs=1e-3)


def test_alignment_moves_short_lines() -> None:
    left, center, right = (
        next(run.x for run in typeset("a longer line\nshort", Style(align=align)).runs if run.text == "short")
        for align in ("left", "center", "right")
    )
    assert left == 0 < center < right


def test_the_extent_is_the_hull_of_all_boxes() -> None:
    text = typeset(r"$\sqrt{\frac{a}{b}} = x_1$")
    ink = boxes(text)
    hull = (min(b[0] for b in ink), min(b[1] for b in ink), max(b[2] for b in ink), max(b[3] for b in ink))
    assert text.extent == pytest.approx(hull, abs=2e-3)
    assert len(glyph_boxes(text)) >= len(ink)


def test_a_quarter_turn_swaps_width_and_height() -> None:
    text = typeset("label")
    left, bottom, right, top = rotated_extent(text, 90)
    assert (right - left, top - bottom) == pytest.approx((text.height, text.width), abs=2e-3)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
@settings(max_examples=120, deadline=None)
def test_any_string_can_be_set(source: str) -> None:
    text = typeset(source)
    assert text.extent[0] <= text.extent[2] and text.extent[1] <= text.extent[3]


@given(st.text(alphabet=r"ab1 {}()[]$\^_'=+-/.,|frac√sqrt²", max_size=40), st.floats(5, 60))
@settings(max_examples=200, deadline=None)
def test_any_mathlike_string_can_be_set(source: str, width: float) -> None:
    assert typeset(source, width=width) == typeset(source, width=width)


@given(st.lists(st.sampled_from(["mass", "of", "the", "block", "v_0", "5 kg"]), min_size=1, max_size=8))
@settings(max_examples=50, deadline=None)
def test_more_words_are_wider(words: list[str]) -> None:
    assert typeset(" ".join([*words, "more"])).advance > typeset(" ".join(words)).advance


@pytest.mark.parametrize(
    "source", ["(" * 400, "{" * 400, "\\frac" * 400, "\\hat" * 400, "sqrt(" * 400, "x^" * 800]
)
def test_deep_nesting_is_bounded(source: str) -> None:
    typeset(source)
    typeset(f"${source}$")
