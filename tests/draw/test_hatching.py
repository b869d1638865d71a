"""Hatching: inside its area, off its edge; joins: pointed at corners of polygons."""

import pytest
from diagrammar.compiler.draw.hatching import GRAZE, hatch_lines
from diagrammar.compiler.draw.mitres import is_mitred
from diagrammar.compiler.draw.paths import Outline, circle, flattened, polyline
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import distance, leaves

SQUARE = [(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0), (0.0, 0.0)]
TILTED = [(0.0, 0.0), (14.1, 14.1), (0.0, 28.2), (-14.1, 14.1), (0.0, 0.0)]


@pytest.mark.parametrize("pattern", ["lines", "back", "cross", "horizontal", "vertical", "dots"])
@pytest.mark.parametrize("ring", [SQUARE, TILTED, flattened(circle((3, 2), 9))[0]])
def test_no_hatch_line_grazes_the_edge(pattern: str, ring: list[tuple[float, float]]) -> None:
    lines = flattened(hatch_lines([ring], pattern))
    assert len(lines) > 4
    for line in lines:
        middle = ((line[0][0] + line[-1][0]) / 2, (line[0][1] + line[-1][1]) / 2)
        assert min(distance(middle, a, b) for a, b in zip(ring, ring[1:])) > 0.9 * GRAZE


def test_a_thin_strip_is_hatched_all_the_same() -> None:
    assert hatch_lines([[(0, 0), (20, 0), (20, 0.8), (0, 0.8), (0, 0)]], "lines").codes


@pytest.mark.parametrize("word", ["vertical", "dots", '"//"', "lines"])
def test_a_pattern_is_said_by_name_or_by_its_sign(word: str) -> None:
    compiled = compile_spec(Source(text=f"polygon p(A, B, C, hatch = {word})"))
    assert compiled.scene is not None
    assert any(isinstance(i, Path) and i.role == "hatch" for i in leaves(compiled.scene.items))


def test_corners_of_polygons_are_pointed_but_not_very_sharp_ones_or_curves() -> None:
    assert is_mitred(polyline([(0, 0), (4, 0), (0, 3)], closed=True))
    assert is_mitred(polyline([(0, 0), (4, 0), (4, 3)]))
    assert not is_mitred(polyline([(0, 0), (20, 0), (20, 1)], closed=True))
    assert not is_mitred(Outline("ML" * 2, ((0, 0), (1, 0), (0, 1), (1, 1))))
    assert not is_mitred(circle((0, 0), 3))
    assert not is_mitred(polyline(flattened(circle((0, 0), 3))[0]))
