"""Glyphs: unhinted shapes in font units, set side by side at their own widths."""

import numpy as np
import pytest
from diagrammar.backends.glyphs import glyph, glyphs_of, run_outline
from diagrammar.backends.outline import CUBIC, LINE, MOVE, QUADRATIC, Outline
from diagrammar.dsl.scene import MM_PER_POINT, Run


def run(text: str, size: float = 11, x: float = 0) -> Run:
    return Run(text=text, font="roman", size=size, x=x, y=0)


def test_glyphs_follow_each_other_by_their_advance() -> None:
    first, second = glyphs_of(run("AV", x=2))
    assert first.x == 2
    assert second.x == pytest.approx(2 + 722 / 1000 * 11 * MM_PER_POINT)


def test_run_is_the_sum_of_its_glyphs() -> None:
    whole = run_outline(run("AV x", x=2))
    parts = [p.glyph.outline.moved(p.x, p.y, scale=p.scale).points for p in glyphs_of(run("AV x", x=2))]
    assert np.allclose(whole.points, np.concatenate(parts))


def test_outlines_grow_with_the_size_exactly() -> None:
    assert np.allclose(run_outline(run("g", 30)).points, 3 * run_outline(run("g", 10)).points)


def test_character_that_the_font_lacks_is_marked() -> None:
    assert glyph("roman", "静").missing
    assert not glyph("cjk", "静").missing


def test_quadratic_curves_are_raised_without_changing_them() -> None:
    curve = Outline(
        np.array([(0.0, 0.0), (1.0, 2.0), (2.0, 0.0), (3.0, 0.0)]),
        np.array([MOVE, QUADRATIC, QUADRATIC, LINE], dtype=np.uint8),
    )
    _, cubic, line = curve.cubic_steps
    (ax, ay), (bx, by), end = cubic.points
    middle = ((3 * ax + 3 * bx + end[0]) / 8, (3 * ay + 3 * by + end[1]) / 8)
    assert cubic.code == CUBIC
    assert middle == pytest.approx((1, 1))
    assert line.points == ((3, 0),)
