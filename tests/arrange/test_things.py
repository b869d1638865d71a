"""Things end to end: no box on another, arrows that end on outlines, nothing lost."""

import math
from itertools import combinations

from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.compiler.shapes import Box, solved
from diagrammar.dsl.scene import Path, Scene, TextItem
from diagrammar.dsl.source import Source

WEB = """
thing a("wheat"), b("grass"), c("mouse"), d("rabbit"), e("grasshopper"), f("frog"), g("snake"), h("fox"), i("hawk")
a -> c; b -> d; b -> e; e -> f; c -> g; f -> g; d -> h; c -> h; g -> i; h -> i : "rarely"; a -> i
"""


def compiled(text: str) -> Compiled:
    result = compile_spec(Source(text=text, name="case"), Options())
    assert result.scene is not None, result.diagnostics
    return result


def boxes(result: Compiled) -> dict[str, Box[float]]:
    values = result.layouts[0].values
    shapes = result.posed[0].poser.shapes.items()
    return {
        name: shape for name, posed in shapes if isinstance(shape := solved(posed, values.__getitem__), Box)
    }


def texts(scene: Scene) -> list[str]:
    return [item.source for item in scene.items if isinstance(item, TextItem)]


def test_boxes_of_a_food_web_stay_apart() -> None:
    for one, other in combinations(boxes(compiled(WEB)).values(), 2):
        across = abs(one.center.x - other.center.x) - one.half_width - other.half_width
        up = abs(one.center.y - other.center.y) - one.half_height - other.half_height
        assert max(across, up) > 1.9


def test_every_arrow_of_a_flow_ends_on_the_outline_of_a_box() -> None:
    scene = compiled('thing a("one"), b("two"), c("three")\na -> b -> c').scene
    assert scene is not None
    edges = [i.points for i in scene.items if isinstance(i, Path) and i.role == "edge"]
    tips = [i.points[0] for i in scene.items if isinstance(i, Path) and i.role == "arrowhead"]
    assert len(tips) == 2
    for tip in tips:
        assert min(_distance(tip, ring) for ring in edges) < 0.05


def _distance(point: tuple[float, float], ring: tuple[tuple[float, float], ...]) -> float:
    return min(_to_piece(point, a, b) for a, b in zip(ring, ring[1:], strict=False))


def _to_piece(p: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    length = math.dist(a, b)
    if length == 0:
        return math.dist(p, a)
    t = max(0.0, min(1.0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length**2))
    return math.dist(p, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))


def test_texts_and_data_of_an_undeclared_kind_are_all_printed() -> None:
    scene = compiled('gizmo g("first", "second", mass = 5 kg, "F = 3 N", rows = ["x", "y"])').scene
    assert scene is not None
    said = " ".join(texts(scene))
    for text in ("first", "second", "mass: 5 kg", "F = 3 N", "x", "y"):
        assert text in said


def test_a_count_draws_exactly_that_many_pictograms() -> None:
    scene = compiled('mosquito m("mosquitoes", count = 11)').scene
    assert scene is not None
    assert sum(item.role == "icon" for item in scene.items) == 11


def test_a_helper_name_is_not_printed_where_the_word_says_more() -> None:
    scene = compiled("gearbox g1").scene
    assert scene is not None
    assert texts(scene) == ["gearbox"]


def test_two_links_between_the_same_things_part() -> None:
    scene = compiled('thing a("one"), b("two")\na -> b\nb -> a').scene
    assert scene is not None
    ways = [i.points for i in scene.items if isinstance(i, Path) and i.role == "link"]
    middles = [way[len(way) // 2] for way in ways]
    assert len(middles) == 2
    assert math.dist(*middles) > 3.0


def test_a_statement_outside_a_panel_finds_its_things_inside() -> None:
    text = 'panel one("One") { thing a("kettle") }\npanel two("Two") { thing b("cup") }\nlabel(two.b, "full")\nlabel(a, "hot")'
    result = compiled(text)
    assert result.model is not None
    assert [[r.verb.name for r in p.relations] for p in result.model.panels] == [["label"], ["label"]]


def test_a_style_reaches_the_drawing_of_things() -> None:
    result = compiled('thing a("one"), b("two")\nstyle([a, b], dashed)\ncolor(a, red)')
    assert result.model is not None
    looks = {n: (e.style.dash, e.style.color) for n, e in result.model.panels[0].entities.items()}
    assert looks == {"a": ("dashed", "red"), "b": ("dashed", "")}
