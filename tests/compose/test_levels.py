"""Panels of a row stand on one axis, one ground, one top or about one middle."""

import pytest
from diagrammar import render
from diagrammar.compiler.compose.levels import axis_of, ground_of, levels
from diagrammar.compiler.compose.pieces import Piece, piece_of
from diagrammar.compiler.draw.paths import polyline
from diagrammar.dsl.scene import XY, Path, Stroke


def path(*points: XY, role: str = "edge") -> Path:
    line = polyline(points)
    return Path(id="p", role=role, codes=line.codes, points=line.points, stroke=Stroke(width=0.0))


def graph(below: float, above: float) -> Piece:
    return piece_of([path((0, -below), (0, above)), path((0, 0), (30, 0), role="axis")])


def test_graphs_share_their_axis() -> None:
    lifts, height = levels([graph(5, 40), graph(20, 30)], "middle")
    assert lifts == (15, 0)
    assert height == 60


def test_number_line_hangs_about_the_middle_of_a_graph() -> None:
    lifts, _ = levels([graph(5, 45), graph(0, 2)], "middle")
    assert lifts == (0, 24)


@pytest.mark.parametrize(("footing", "lift"), [("ground", 0), ("middle", 5), ("top", 10)])
def test_scenes_without_an_axis_stand_as_their_row_does(footing: str, lift: float) -> None:
    assert axis_of(piece_of([path((0, 0), (0, 30))])) is None
    lifts, _ = levels([piece_of([path((0, 0), (0, h))]) for h in (40, 30)], footing)  # type: ignore[arg-type]
    assert lifts == (0, lift)


def test_ground_is_the_lowest_ink() -> None:
    assert ground_of(Piece((path((0, 0), (0, 30)),), (0, -4, 10, 30))) == 4


def test_axes_of_neighbouring_panels_are_drawn_on_one_line() -> None:
    scene = render(
        'panel a { axes(x = 0..2, y = 0..2); label((1, 1), "P") }\npanel b { axes(x = 0..2, y = -1..1) }'
    ).scene
    axes = [item for item in scene.items if item.role == "axis" and isinstance(item, Path)]
    level = {round(i.points[0][1], 6) for i in axes if i.points[0][1] == i.points[-1][1]}
    assert len(level) == 1
