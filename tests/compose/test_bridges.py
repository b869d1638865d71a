"""Arrows between panels: where they run, and that they cross nothing."""

import pytest
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.compiler.place.geometry import bounds
from diagrammar.dsl.scene import Rect, Scene
from diagrammar.dsl.source import Source

PANELS = "".join(
    f'panel p{n}("Panel {n}") {{ point A(0, 0), B(4, 0), C(4, 3); segment AB, BC, CA }}\n'
    for n in (1, 2, 3, 4)
)


def scene_of(links: str) -> Scene:
    compiled = compile_spec(Source(text=PANELS + links, name="panels"))
    assert compiled.scene is not None, compiled.diagnostics
    return compiled.scene


def boxes(scene: Scene, role: str) -> list[Rect]:
    return [bounds([item]) for item in scene.items if item.role == role]


@pytest.mark.parametrize(
    "links", ["row(p1, p2); p1 -> p2", "column(p1, p2); p1 -> p2", "p1 -> p2 -> p3 -> p4", "p1 -> p3"]
)
def test_arrow_crosses_no_edge_and_no_text(links: str) -> None:
    scene = scene_of(links)
    solid = boxes(scene, "edge") + boxes(scene, "caption")
    arrows = [item for item in scene.items if item.role == "arrow"]
    assert arrows
    for arrow in arrows:
        points = arrow.points  # type: ignore[union-attr]
        for a, b in zip(points, points[1:], strict=False):
            low, high = (min(a[0], b[0]), min(a[1], b[1])), (max(a[0], b[0]), max(a[1], b[1]))
            for left, bottom, right, top in solid:
                assert high[0] < left or right < low[0] or high[1] < bottom or top < low[1]


def test_arrow_carries_its_texts_over_and_under() -> None:
    scene = scene_of('row(p1, p2); p1 -> p2 : "heat", under = "30 J"')
    (arrow,) = boxes(scene, "arrow")
    over, under = (next(i for i in scene.items if getattr(i, "source", "") == t) for t in ("heat", "30 J"))
    assert bounds([over])[1] > arrow[3]
    assert bounds([under])[3] < arrow[1]


def test_column_puts_the_first_panel_on_top() -> None:
    scene = scene_of("column(p1, p2, p3, p4)")
    heights = {i.source: i.at[1] for i in scene.items if i.role == "caption"}  # type: ignore[union-attr]
    assert heights["Panel 1"] > heights["Panel 2"] > heights["Panel 3"]


def test_captions_of_a_row_share_a_base_line() -> None:
    scene = scene_of("row(p1, p2)")
    captions = [i.at[1] for i in scene.items if i.role == "caption"]  # type: ignore[union-attr]
    assert captions[0] == captions[1]
