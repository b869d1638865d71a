"""Links: two that leave a box by the same corner do not run along each other."""

from diagrammar.compiler.draw.clearance import strokes_of
from diagrammar.compiler.draw.linking import ring_of, way
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.compiler.shapes import Box, Point
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import distance, leaves, lines_of

SMALL = Box(Point(0.0, 0.0), 4.0, 3.0)
FAR, FARTHER = Box(Point(40.0, 0.0), 4.0, 3.0), Box(Point(90.0, 0.5), 4.0, 3.0)


def middle(box: Box[float]) -> tuple[float, float]:
    return (box.center.x, box.center.y)


def test_a_way_that_would_run_along_a_link_bends() -> None:
    first = way((middle(SMALL), middle(FAR)), (ring_of(SMALL), ring_of(FAR)), [])
    drawn = strokes_of([(*first[0], *first[1])])
    second = way((middle(SMALL), middle(FARTHER)), (ring_of(SMALL), ring_of(FARTHER)), [], links=drawn)
    assert len(first) == 2
    assert len(second) > 2
    assert drawn.met_by(second, 1.0)[1] < 2.0


def test_a_way_that_only_crosses_a_link_stays_straight() -> None:
    drawn = strokes_of([(20.0, -20.0, 20.0, 20.0)])
    assert len(way((middle(SMALL), middle(FAR)), (ring_of(SMALL), ring_of(FAR)), [], links=drawn)) == 2
    assert drawn.met_by([(0.0, 0.0), (40.0, 0.0)], 1.0)[0] == 1


def test_tips_of_links_lie_on_the_outlines_of_boxes_round_corners_and_all() -> None:
    compiled = compile_spec(Source(text='box a("from"), b("to"), c("aside")\na -> b\nb -> a\na -> c\nb -> c'))
    assert compiled.scene is not None
    paths = [i for i in leaves(compiled.scene.items) if isinstance(i, Path)]
    sides = [(p, q) for i in paths if i.role == "edge" for run in lines_of(i) for p, q in zip(run, run[1:])]
    tips = [i.points[0] for i in paths if i.role == "arrowhead"]
    assert len(tips) == 4
    assert all(min(distance(tip, p, q) for p, q in sides) < 0.02 for tip in tips)
