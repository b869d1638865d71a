"""A short sheet stands in a free corner of its scene, where there is one, and never near any ink."""

from diagrammar.compiler.compose.pieces import piece_of
from diagrammar.compiler.compose.tucking import CLEAR, NEAR, skyline
from diagrammar.compiler.draw.paths import polyline
from diagrammar.dsl.scene import XY, Path, Stroke


def outline(*points: XY) -> Path:
    line = polyline(points, closed=True)
    return Path(id="p", role="edge", codes=line.codes, points=line.points, stroke=Stroke(width=0.0))


def test_sheet_stands_in_the_free_corner_of_a_triangle() -> None:
    spot = skyline(piece_of([outline((0, 0), (80, 0), (0, 80))])).inset(20, 10)
    assert spot is not None
    x, y = spot
    assert y + 10 == 80, "at the top"
    assert 16 + CLEAR <= x <= 16 + NEAR + 1, "near the ink"


def test_sheet_stands_flush_with_the_right_edge_where_it_is_near_the_ink() -> None:
    spot = skyline(piece_of([outline((0, 0), (80, 0), (0, 80))])).inset(54, 10)
    assert spot is not None
    assert spot[0] + 54 == 80


def test_sheet_keeps_clear_of_all_ink() -> None:
    spot = skyline(piece_of([outline((0, 0), (80, 0), (40, 80))])).inset(36, 20)
    assert spot is not None
    x, y = spot
    edge = 80 - (y - CLEAR) / 2
    assert edge + CLEAR <= x <= edge + CLEAR + 1


def test_sheet_stands_low_where_the_upper_corner_is_taken() -> None:
    spot = skyline(piece_of([outline((0, 0), (0, 80), (80, 80))])).inset(20, 10)
    assert spot is not None
    assert spot[1] == 0


def test_full_scene_has_no_corner() -> None:
    square = skyline(piece_of([outline((0, 0), (80, 0), (80, 80), (0, 80))]))
    assert square.inset(20, 10) is None
    assert square.inset(20, 90) is None
