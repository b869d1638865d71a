"""Drawings fit their room: far-flung ones are smaller, crowded ones larger, states of one scene stay comparable."""

import pytest
from diagrammar.compiler.draw.pen import Canvas, TextRequest
from diagrammar.compiler.fit.crowding import growth
from diagrammar.compiler.fit.fitting import sides
from diagrammar.compiler.page import COLUMN, FIGURE, PANEL
from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.compiler.shapes import XY
from diagrammar.compiler.targets import ByPoint
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source


def compiled(text: str, *, draw: bool = False) -> Compiled:
    return compile_spec(Source(text=text), Options(draw=draw))


def sizes(text: str, *, draw: bool = False) -> list[tuple[float, float]]:
    result = compiled(text, draw=draw)
    return [sides(posed, layout) for posed, layout in zip(result.posed, result.layouts)]


def test_figure_that_reaches_far_is_drawn_smaller() -> None:
    ((width, height),) = sizes("polygon ABCDEF(regular, side = 4)\nangle(A, B, C)")
    assert width <= FIGURE.width + 0.1
    assert height <= FIGURE.height + 0.1


def test_states_of_one_scene_are_drawn_smaller_together() -> None:
    (one, _), (other, _) = sizes(
        "panel a { point A, B; segment s(A, B, 6 cm) }\n"
        "panel b { point A, B; segment s(A, B, 6 cm); point C; segment t(B, C, 6 cm); collinear(A, B, C); "
        "distance(A, C) == 12 cm }"
    )
    assert other <= PANEL.width + 0.1
    assert other == pytest.approx(2 * one)


def canvas(*spots: XY) -> Canvas:
    return Canvas(texts=[TextRequest(f"t{n}", "A", ByPoint(at)) for n, at in enumerate(spots)])


def test_crowded_names_make_a_drawing_larger() -> None:
    assert growth(canvas((0, 0), (20, 0), (0, 20), (20, 20))) == 1.0
    assert growth(canvas((0, 0), (4, 0), (0, 20), (20, 20))) > 1.2
    assert growth(canvas((0, 0), (0.2, 0), (0, 20), (20, 20))) == 1.0, "at any size these two coincide"


CROWD = "\n".join(f'point P{n}({3 * (n % 4)}, {2 * (n // 4)}, "P_{n}")' for n in range(12))
FAR = "point Q(60, 40)"


def test_canvas_grows_where_names_are_crowded() -> None:
    ((usual, _),) = sizes(f"{CROWD}\n{FAR}")
    ((grown, _),) = sizes(f"{CROWD}\n{FAR}", draw=True)
    assert grown > 1.1 * usual


def test_no_picture_is_wider_than_a_column() -> None:
    scene = compiled(f'{CROWD}\n{FAR}\ngiven("{"a long fact, " * 12}")', draw=True).scene
    assert scene is not None
    assert scene.width <= COLUMN


def graph(name: str) -> str:
    return (
        f'panel {name} {{ axes(x = 0..4, y = 0..3, xlabel = "time (hours)"); curve f(y = x/2, x = 0..4) }}\n'
    )


def test_two_graphs_with_long_names_of_axes_stand_side_by_side() -> None:
    scene = compiled(graph("a") + graph("b"), draw=True).scene
    assert scene is not None
    levels = {
        round(item.points[0][1], 3) for item in scene.items if isinstance(item, Path) and item.role == "axis"
    }
    assert len({level for level in levels if level < scene.height / 2}) < 3
    assert scene.width > 1.5 * scene.height


def test_one_graph_keeps_its_frame_whatever_length_is_stated() -> None:
    ((_, plain),) = sizes("axes(x = 54..88, y = 0..1.2)")
    ((_, stated),) = sizes(
        "axes(x = 54..88, y = 0..1.2)\npoint P(71, 0.6), Q(76, 0.6)\ndimension(P, Q, 5 cm)"
    )
    assert stated == pytest.approx(plain)
