"""Links: two that leave a box by the same corner do not run along each other."""

from diagrammar.compiler.draw.clearance import strokes_of
from diagrammar.compiler.draw.linking import way
from diagrammar.compiler.shapes import Box, Point

SMALL = Box(Point(0.0, 0.0), 4.0, 3.0)
FAR, FARTHER = Box(Point(40.0, 0.0), 4.0, 3.0), Box(Point(90.0, 0.5), 4.0, 3.0)


def middle(box: Box[float]) -> tuple[float, float]:
    return (box.center.x, box.center.y)


def test_a_way_that_would_run_along_a_link_bends() -> None:
    first = way((middle(SMALL), middle(FAR)), (SMALL, FAR), [])
    drawn = strokes_of([(*first[0], *first[1])])
    second = way((middle(SMALL), middle(FARTHER)), (SMALL, FARTHER), [], links=drawn)
    assert len(first) == 2
    assert len(second) > 2
    assert drawn.met_by(second, 1.0)[1] < 2.0


def test_a_way_that_only_crosses_a_link_stays_straight() -> None:
    drawn = strokes_of([(20.0, -20.0, 20.0, 20.0)])
    assert len(way((middle(SMALL), middle(FAR)), (SMALL, FAR), [], links=drawn)) == 2
    assert drawn.met_by([(0.0, 0.0), (40.0, 0.0)], 1.0)[0] == 1
