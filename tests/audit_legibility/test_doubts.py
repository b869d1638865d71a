"""What a reader could take for something else: labels, leaders, lines that merge, things that are not seen."""

import pytest
from diagrammar.dsl.scene import XY, Anchor, Path, Stroke

from ..place.pixel import arc, line, polygon
from .drawn import audit, codes, course, dot, leader, of, spot, text


def side(entity: str, *points: XY) -> Path:
    return of(entity, line(entity, *points))


# Labels


def test_name_nearer_to_a_foreign_point_is_doubtful() -> None:
    assert codes(dot("A", 20, 20), dot("B", 40, 20), text("A", 22, 20, names=spot(20, 20))) == []
    assert codes(dot("A", 20, 20), dot("B", 26, 20), text("A", 23, 20, names=spot(20, 20))) == ["LAY007"]


def test_text_nearer_to_another_line_than_to_its_own_is_doubtful() -> None:
    own, other = ((5.0, 10.0), (50.0, 10.0)), ((5.0, 16.0), (50.0, 16.0))
    lines = [side("a", *own), side("b", *other)]
    assert codes(*lines, text("5", 20, 11, entity="a", names=course(*own, entity="a"))) == []
    (finding,) = audit(*lines, text("5", 20, 13, entity="a", names=course(*own, entity="a")))
    assert finding.code == "LAY007" and "nearer to `b`" in finding.message


def test_outline_of_which_the_named_side_is_a_part_is_no_rival() -> None:
    corners = ((10.0, 10.0), (40.0, 10.0), (40.0, 30.0), (10.0, 10.0))
    outline = side("t", *corners)
    assert codes(outline, text("4 cm", 20, 11, entity="s", names=course(*corners[:2], entity="s"))) == []


def test_text_of_an_angle_in_another_opening_is_doubtful() -> None:
    def opening(start: XY, end: XY) -> Anchor:
        return Anchor(sort="opening", points=((10, 10), start, end))

    first, second = opening((16, 10), (14, 14)), opening((14, 14), (10, 16))
    right = [text("30", 17, 11, names=first, entity="a"), text("40", 12, 17, names=second, entity="b")]
    wrong = [text("30", 12, 17, names=first, entity="a"), text("40", 12, 21, names=second, entity="b")]
    assert codes(*right) == []
    assert codes(*wrong) == ["LAY007"]


def test_text_of_an_area_that_stands_by_another_is_doubtful() -> None:
    def area(left: float, entity: str) -> Anchor:
        right = left + 12
        return Anchor(sort="area", points=((left, 5), (right, 5), (right, 20), (left, 20)), entity=entity)

    other = text("Q", 36, 12, names=area(32, "b"), entity="b")
    assert codes(text("P", 10, 12, names=area(5, "a"), entity="a"), other) == []
    assert codes(text("P", 28, 12, names=area(5, "a"), entity="a"), other) == ["LAY007"]


# Leaders


@pytest.mark.parametrize(
    ("tip", "expected"), [((20.0, 11.0), []), ((39.0, 10.5), ["LAY010"]), ((26.0, 14.0), ["LAY010"])]
)
def test_leader_ends_at_what_its_text_names(tip: XY, expected: list[str]) -> None:
    points = [dot("A", 20, 10), dot("B", 40, 10)]
    assert codes(*points, leader("A", (30, 30), tip), text("A", 30, 31, names=spot(20, 10))) == expected


def test_leader_that_ends_between_two_points_nearer_to_the_foreign_one_is_stray() -> None:
    points = [dot("A", 20, 10), dot("B", 22, 10)]
    stray = leader("A", (30, 30), (21.4, 10.4))
    assert codes(*points, stray, text("A", 30, 31, names=spot(20, 10))) == ["LAY006"]


def test_leaders_that_cross_are_found() -> None:
    points = [dot("A", 10, 10), dot("B", 40, 10)]
    texts = [text("A", 40, 31, names=spot(10, 10)), text("B", 10, 31, entity="B", names=spot(40, 10, "B"))]
    leaders = [leader("A", (40, 30), (10.7, 10.7)), leader("B", (11, 30), (39.3, 10.7))]
    assert codes(*points, *texts, *leaders) == ["LAY009"]


# Lines and dots


def test_strokes_a_hair_apart_are_doubtful_and_shared_lines_are_not() -> None:
    one = of("a", line("a", (5, 10), (50, 10)))
    assert codes(one, of("b", line("b", (5, 10.4), (50, 10.4)))) == ["LAY008"]
    assert codes(one, of("b", line("b", (10, 10), (40, 10)))) == []
    assert codes(one, of("b", line("b", (5, 12), (50, 12)))) == []
    assert codes(one, of("b", line("b", (25, 5), (30, 35)))) == []


def test_lines_that_part_from_one_point_under_a_small_angle_are_two() -> None:
    one = of("a", line("a", (5, 10), (50, 10)))
    assert codes(one, of("b", line("b", (5, 10), (50, 12)))) == []
    assert codes(one, of("b", line("b", (5, 10), (50, 10.8)))) == ["LAY008"]


def test_dashed_line_on_a_solid_one_is_not_seen() -> None:
    dashed = Stroke(dash=(1.8, 1.2), width=0.35)
    axis, below = line("x", (5, 10), (50, 10), role="axis"), side("e", (10, 10), (40, 10))
    assert codes(of("x", axis), below) == []
    assert codes(of("x", axis), below.model_copy(update={"stroke": dashed})) == ["LAY011"]


def test_two_named_points_on_one_dot_are_found() -> None:
    names = [text("A", 17, 22, names=spot(20, 20)), text("B", 21, 22, entity="B", names=spot(20.2, 20, "B"))]
    assert codes(dot("A", 20, 20), dot("B", 20.2, 20), *names) == ["LAY011"]
    assert codes(dot("A", 20, 20), dot("B", 20.2, 20), names[0]) == []


@pytest.mark.parametrize(
    "path",
    [
        line("s", (20, 20), (20.6, 20)),
        polygon("f", (10, 10), (40, 10), (40, 10.3)),
        arc("a", (20, 20), 8, 0, 3).model_copy(update={"role": "angle"}),
    ],
)
def test_what_is_too_small_to_be_seen_is_found(path: Path) -> None:
    assert codes(of("a", path)) == ["LAY012"]


def test_small_pieces_of_a_large_thing_are_no_fault() -> None:
    assert codes(side("s", (20, 20), (20.6, 20)), side("s", (20.6, 20), (40, 20))) == []


def test_pale_line_is_faint_and_a_grid_may_be() -> None:
    assert codes(of("a", line("a", (5, 10), (50, 10), color="#cccccc"))) == ["LAY013"]
    assert codes(of("a", line("a", (5, 10), (50, 10), color="#cccccc", role="grid"))) == []


def test_text_a_hair_beside_a_line_is_tight() -> None:
    below = text("x", 20, 20)
    edge = min(below.at[1] + below.extent[1], 20.0)
    assert codes(side("l", (10, edge - 0.3), (50, edge - 0.3)), below) == ["LAY014"]
    assert codes(side("l", (10, edge - 0.5), (50, edge - 0.5)), below) == []


def test_leg_of_a_dashed_way_on_a_solid_line_is_not_seen() -> None:
    axis = of("x", line("x", (5, 10), (50, 10), role="axis"))
    way = side("e", (10, 10), (30, 10), (40, 25))
    dashed = way.model_copy(update={"stroke": Stroke(dash=(1.8, 1.2), width=0.35)})
    assert codes(axis, way) == []
    (finding,) = audit(axis, dashed)
    assert finding.code == "LAY011" and "in part" in finding.message


def test_letter_of_a_point_that_is_also_a_length_is_found() -> None:
    length = course((5.0, 5.0), (40.0, 5.0), entity="")
    point = text("D", 20, 22, entity="D", names=spot(19, 21, "D"))
    assert codes(point, text("D", 20, 6, entity="dimension", names=length)) == ["LAY016"]
    assert codes(point, text("d", 20, 6, entity="dimension", names=length)) == []


def test_name_behind_a_line_is_parted_from_its_point() -> None:
    name = text("A", 24, 19, names=spot(20, 20))
    assert codes(dot("A", 20, 20), side("l", (22.5, 5), (22.5, 35)), name) == ["LAY007"]
    assert codes(dot("A", 20, 20), side("l", (20, 5), (20, 35)), name) == []
