"""The placement of texts: clear of ink, of each other, where the conventions of drawing want them."""

from math import atan2, degrees, hypot

import pytest
from diagrammar.compiler.place import AlongLine, ByPoint, Fixed, InArc, InArea, LabelRequest, Placement, place
from diagrammar.compiler.place.geometry import ink_shape
from diagrammar.dsl.scene import Group, Item, Marker, Path, TextItem

from .pixel import arc, line, overlap, polygon
from .scenes import SCENES, Drawing, ask, fan, streets, triangle


def placed(drawing: Drawing, seed: int = 0) -> Placement:
    outcome = place(drawing.ink, drawing.requests, seed=seed)
    assert outcome.value is not None
    return outcome.value


def texts(placement: Placement) -> dict[str, TextItem]:
    return {item.id: item for item in placement.labels if isinstance(item, TextItem)}


def middle(text: TextItem) -> tuple[float, float]:
    point = ink_shape(text).centroid
    return point.x, point.y


def one(drawing_ink: tuple[Item, ...], *requests: object) -> dict[str, TextItem]:
    return texts(placed(Drawing(drawing_ink, requests)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SCENES)
def test_no_text_shares_a_pixel_with_anything(name: str) -> None:
    drawing = SCENES[name]()
    placement = placed(drawing)
    assert overlap((*placement.ink, *placement.labels), dpi=150) == 0
    assert set(texts(placement)) == {request.id for request in drawing.requests}


@pytest.mark.parametrize("seed", [11, 12])
def test_random_streets_stay_clear(seed: int) -> None:
    placement = placed(streets(40, seed))
    assert overlap((*placement.ink, *placement.labels), dpi=150) == 0


def test_texts_keep_their_distance_from_all_ink() -> None:
    placement = placed(fan())
    ink = [ink_shape(item) for item in placement.ink]
    for text in texts(placement).values():
        assert min(shape.distance(ink_shape(text)) for shape in ink) > 0.49


def test_same_input_gives_the_same_places() -> None:
    assert placed(streets(30)) == placed(streets(30))


def test_vertex_names_stand_outside_the_triangle() -> None:
    drawing = triangle()
    found = texts(placed(drawing))
    corners = [(0.0, 0.0), (52.0, 4.0), (16.0, 34.0)]
    center = (sum(x for x, _ in corners) / 3, sum(y for _, y in corners) / 3)
    for i, (x, y) in enumerate(corners):
        at = middle(found[f"v{i}"])
        outward = degrees(atan2(y - center[1], x - center[0]))
        bearing = degrees(atan2(at[1] - y, at[0] - x))
        assert abs((bearing - outward + 180) % 360 - 180) < 30
        assert hypot(at[0] - x, at[1] - y) < 4


def test_side_text_stands_at_the_middle_of_its_side_and_outside() -> None:
    found = texts(placed(triangle()))
    x, y = middle(found["l0"])
    assert abs(x - 26) < 2 and y < 1.0


def test_angle_text_stands_on_the_bisector_beyond_the_arc() -> None:
    ink = (line("a", (0, 0), (30, 0)), line("b", (0, 0), (20, 25)), arc("m", (0, 0), 5, 0, 51.3))
    at = middle(one(ink, ask("t", "α", InArc((0, 0), 5, 0, 51.3)))["t"])
    assert degrees(atan2(at[1], at[0])) == pytest.approx(25.65, abs=1)
    assert 5.5 < hypot(*at) < 9


def test_wide_arc_with_room_holds_its_text() -> None:
    ink = (arc("m", (0, 0), 14, 0, 180), line("d", (-20, 0), (20, 0)))
    at = middle(one(ink, ask("t", "α", InArc((0, 0), 14, 0, 180)))["t"])
    assert hypot(*at) < 13


def test_narrow_angle_moves_its_text_out_until_it_fits() -> None:
    ink = (line("a", (0, 0), (60, 0)), line("b", (0, 0), (60, 12)), arc("m", (0, 0), 6, 0, 11.3))
    placement = placed(Drawing(ink, (ask("t", "11.3°", InArc((0, 0), 6, 0, 11.3)),)))
    assert overlap((*placement.ink, *placement.labels)) == 0


def test_dimension_line_is_broken_around_its_text() -> None:
    ink = (line("w", (0, 0), (40, 0)), line("other", (0, 5), (40, 5)))
    placement = placed(Drawing(ink, (ask("t", "40 mm", AlongLine(((0, 0), (40, 0)), in_gap=True, ink="w")),)))
    broken = placement.ink[0]
    assert isinstance(broken, Path) and broken.codes == "MLML"
    assert broken.points[0] == (0, 0) and broken.points[-1] == (40, 0)
    assert middle(texts(placement)["t"]) == pytest.approx((20, 0))
    assert placement.ink[1] == ink[1]


def test_short_dimension_line_stays_whole_and_has_its_text_beside() -> None:
    ink = (line("w", (0, 0), (6, 0)),)
    placement = placed(Drawing(ink, (ask("t", "6 mm", AlongLine(((0, 0), (6, 0)), in_gap=True, ink="w")),)))
    assert placement.ink == ink
    assert abs(middle(texts(placement)["t"])[1]) > 1


def test_line_inside_a_group_is_broken_too() -> None:
    group = Group(id="g", role="dimension", items=(line("w", (0, 0), (40, 0)),))
    placement = placed(
        Drawing((group,), (ask("t", "w", AlongLine(((0, 0), (40, 0)), in_gap=True, ink="w")),))
    )
    broken = placement.ink[0]
    assert isinstance(broken, Group) and isinstance(broken.items[0], Path)
    assert broken.items[0].codes == "MLML"


def test_side_of_a_line_is_kept_when_it_is_asked_for() -> None:
    ink = (line("w", (0, 0), (40, 0)),)
    below = one(ink, ask("t", "w", AlongLine(((0, 0), (40, 0)), side=-1)))["t"]
    assert middle(below)[1] < -1


def test_area_text_stands_in_the_widest_part() -> None:
    outline = ((0.0, 0.0), (40.0, 0.0), (40.0, 20.0), (25.0, 20.0), (25.0, 3.0), (0.0, 3.0))
    x, y = middle(one((polygon("p", *outline),), ask("t", "area", InArea(outline)))["t"])
    assert 25 < x < 40 and 3 < y < 20


def test_area_without_room_gets_a_leader_that_ends_in_a_dot_inside() -> None:
    outline = ((0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0))
    ink = (line("p", *outline, outline[0]),)
    placement = placed(Drawing(ink, (ask("t", "narrow part", InArea(outline), owner="p"),)))
    leader = next(item for item in placement.labels if isinstance(item, Path))
    dot = next(item for item in placement.labels if isinstance(item, Marker))
    assert leader.role == "leader" and placement.moved == ("t",)
    assert ink_shape(polygon("area", *outline)).contains(ink_shape(dot))


def test_text_on_hatching_gets_a_halo_below_it() -> None:
    outline = ((0.0, 0.0), (30.0, 0.0), (30.0, 20.0), (0.0, 20.0))
    ink = tuple(line(f"h{k}", (2.0 * k, 0.0), (2.0 * k, 20.0), role="hatch", width=0.15) for k in range(15))
    placement = placed(Drawing(ink, (ask("t", "wood", InArea(outline)),)))
    halo = next(item for item in placement.labels if item.role == "halo")
    text = texts(placement)["t"]
    assert halo.z < text.z
    assert ink_shape(halo).contains(ink_shape(text))


def test_name_inside_hatching_stays_at_its_point_with_a_halo() -> None:
    ink = line(
        "h", *(at for k in range(25) for at in ((2.0 * k, 0.0), (2.0 * k, 30.0))), role="hatch", width=0.15
    )
    placement = placed(Drawing((ink,), (ask("P", "P", ByPoint((24.0, 15.0))),)))
    assert [item.role for item in placement.labels if not isinstance(item, TextItem)] == ["halo"]
    assert hypot(middle(texts(placement)["P"])[0] - 24, middle(texts(placement)["P"])[1] - 15) < 5


def test_name_beside_hatching_stays_out_of_it() -> None:
    ink = line(
        "h", *(at for k in range(25) for at in ((2.0 * k, 0.0), (2.0 * k, 30.0))), role="hatch", width=0.15
    )
    placement = placed(Drawing((ink,), (ask("P", "P", ByPoint((0.0, 15.0))),)))
    assert not [item for item in placement.labels if item.role == "halo"]


def test_fixed_text_stays_and_others_give_way() -> None:
    fixed = ask("f", "fixed", Fixed((0.0, 3.0)))
    free = ask("p", "P", ByPoint((0.0, 0.0), toward=90.0))
    found = one((), fixed, free)
    assert middle(found["f"]) == pytest.approx((0, 3))
    assert not ink_shape(found["f"]).intersects(ink_shape(found["p"]))


def test_fixed_text_is_aligned_by_the_named_point_of_its_box() -> None:
    text = one((), ask("f", "fixed", Fixed((5.0, 7.0), align="bottom right")))["f"]
    left, bottom, right, top = ink_shape(text).bounds
    assert (right, bottom) == pytest.approx((5, 7))
    assert left < 5 and top > 7


def test_hopeless_crowd_still_finds_room_for_all() -> None:
    ink = tuple(line(f"l{k}", (1.2 * k, 0.0), (1.2 * k, 30.0)) for k in range(40))
    wanted = tuple(ask(f"t{k}", f"P{k}", ByPoint((1.2 * k, 15.0))) for k in range(0, 40, 4))
    placement = placed(Drawing(ink, wanted))
    assert overlap((*placement.ink, *placement.labels)) == 0
    assert len(texts(placement)) == 10


def test_text_inside_an_opaque_shape_is_not_disturbed_by_lines_that_it_hides() -> None:
    square = ((-8.0, -8.0), (8.0, -8.0), (8.0, 8.0), (-8.0, 8.0))
    ink = (line("hidden", (-20.0, 0.0), (20.0, 0.0)), polygon("box", *square, fill="paper", z=1))
    x, y = middle(one(ink, ask("t", "box", InArea(square), owner="box"))["t"])
    assert (x, y) == pytest.approx((0, 0), abs=0.5)


def test_avoided_area_is_left_free() -> None:
    area = ((-10.0, 0.2), (10.0, 0.2), (10.0, 20.0), (-10.0, 20.0))
    request = ask("t", "P", ByPoint((0.0, 0.0), toward=90.0))
    free = place((polygon("tint", *area),), (request,)).value
    kept = place((polygon("tint", *area),), (_avoiding(request, "tint"),)).value
    assert free and middle(texts(free)["t"])[1] > 0.5
    assert kept and not ink_shape(texts(kept)["t"]).intersects(ink_shape(polygon("tint", *area)))


def test_turned_text_is_an_obstacle_as_it_is_drawn() -> None:
    from dataclasses import replace

    turned = replace(ask("y", "a long axis title", Fixed((0.0, 0.0))), rotation=90.0)
    found = one((), turned, ask("p", "P", ByPoint((3.0, 0.0), toward=180.0)))
    assert ink_shape(found["y"]).bounds[3] > 8
    assert not ink_shape(found["y"]).intersects(ink_shape(found["p"]))


@pytest.mark.parametrize(
    "target",
    [
        AlongLine(((1.0, 1.0), (1.0, 1.0))),
        AlongLine(((1.0, 1.0),), in_gap=True, ink="x"),
        InArea(((0.0, 0.0), (1.0, 1.0))),
        InArea(((0.0, 0.0), (4.0, 4.0), (0.0, 4.0), (4.0, 0.0))),
        InArea(((2.0, 2.0), (2.0, 2.0), (2.0, 2.0))),
        InArc((0.0, 0.0), 0.0, 30.0, 30.0),
    ],
)
def test_degenerate_targets_get_a_place(target: AlongLine | InArea | InArc) -> None:
    assert "t" in one((line("l", (0, 0), (9, 9)),), ask("t", "T", target))


def _avoiding(request: object, *ids: str) -> object:
    from dataclasses import replace

    return replace(request, avoid=ids)  # type: ignore[type-var]


@pytest.mark.parametrize("count", [4, 16])
def test_many_names_of_one_point_stay_legible(count: int) -> None:
    wanted = tuple(ask(f"t{k}", f"name {k}", ByPoint((0.0, 0.0))) for k in range(count))
    placement = placed(Drawing((Marker(id="m", role="point", at=(0, 0)),), wanted))
    assert overlap((*placement.ink, *placement.labels)) == 0
    reach = max(hypot(*middle(text)) for text in texts(placement).values())
    assert reach < (15 if count == 4 else 80)


def test_long_texts_without_room_go_into_a_numbered_key() -> None:
    ink = tuple(line(f"l{k}", (8.0 * k, 0.0), (8.0 * k, 80.0)) for k in range(11))
    ink += tuple(line(f"m{k}", (0.0, 8.0 * k), (80.0, 8.0 * k)) for k in range(11))
    spots = [(33.0 + 8 * k, 28.0 + 8 * k) for k in range(3)]
    wanted = tuple(ask(f"t{k}", f"pumping station {k}", ByPoint(at)) for k, at in enumerate(spots))
    outcome = place(ink, wanted)
    assert outcome.value is not None
    assert set(outcome.value.keyed) == {request.id for request in wanted}
    assert [d.code for d in outcome.diagnostics] == ["LAY030"] * len(wanted)
    assert overlap((*outcome.value.ink, *outcome.value.labels)) == 0
    numbers = [item for item in outcome.value.labels if isinstance(item, TextItem) and item.role == "key"]
    assert sorted(item.source for item in numbers) == sorted(2 * ["1", "2", "3"])
    assert all(run.size >= 9 for number in numbers for run in number.runs)


def test_leader_of_a_wide_text_leaves_the_middle_of_its_near_edge() -> None:
    outline = ((0.0, 0.0), (3.0, 0.0), (3.0, 2.0), (0.0, 2.0))
    ink = (line("p", *outline, outline[0]),)
    placement = placed(Drawing(ink, (ask("t", "a very narrow part", InArea(outline), owner="p"),)))
    leader = next(item for item in placement.labels if isinstance(item, Path))
    left, bottom, right, top = ink_shape(texts(placement)["t"]).bounds
    x, y = leader.points[0]
    middles = (
        (left, (bottom + top) / 2),
        (right, (bottom + top) / 2),
        ((left + right) / 2, bottom),
        ((left + right) / 2, top),
    )
    assert min(hypot(x - mx, y - my) for mx, my in middles) < 0.7


def test_leader_to_a_bent_surface_ends_on_its_paint() -> None:
    moon = ((0.0, 0.0), (20.0, 20.0), (0.0, 40.0), (14.0, 20.0))
    hull = ((0.0, 0.0), (20.0, 20.0), (0.0, 40.0))
    ink = (polygon("moon", *moon), line("rim", *moon, moon[0]))
    request = ask("t", "a long name of it", InArea(hull, prefer_outside=True), owner="moon")
    placement = placed(Drawing(ink, (request,)))
    dot = next(item for item in placement.labels if isinstance(item, Marker))
    assert ink_shape(polygon("area", *moon)).contains(ink_shape(dot))


def test_text_of_a_point_stands_on_its_own_side_of_a_line() -> None:
    ink = (Marker(id="m", role="point", at=(0, 0)), line("d", (-20, 1.8), (20, 1.8)))
    placement = placed(Drawing(ink, (ask("t", "P", ByPoint((0, 0), toward=90.0)),)))
    assert middle(texts(placement)["t"])[1] < 0


def test_text_of_a_link_breaks_it_where_there_is_no_room_beside() -> None:
    ink = (
        line("w", (0, 0), (40, 0)),
        line("above", (0, 2.4), (40, 2.4)),
        line("below", (0, -2.4), (40, -2.4)),
    )
    target = AlongLine(((0, 0), (40, 0)), ink="w", may_break=True)
    placement = placed(Drawing(ink, (ask("t", "70 %", target),)))
    assert isinstance(placement.ink[0], Path) and placement.ink[0].codes == "MLML"


def test_alike_texts_of_things_side_by_side_stand_on_one_level() -> None:
    strips = [((x, -40.0), (x + 16.0, -40.0), (x + 16.0, 40.0), (x, 40.0)) for x in (0.0, 16.0, 32.0)]
    ink: list[Item] = [line(f"s{k}", *strip, strip[0]) for k, strip in enumerate(strips)]
    ink.append(line("bar", (16.0, 0.0), (32.0, 0.0)))
    wanted = tuple(ask(f"t{k}", f"piece {k}", InArea(strip)) for k, strip in enumerate(strips))
    heights = [middle(text)[1] for text in texts(placed(Drawing(tuple(ink), wanted))).values()]
    assert max(heights) - min(heights) < 0.4 and abs(heights[0]) > 1


def test_leader_of_a_point_on_a_circle_stays_outside() -> None:
    ink = (
        arc("c", (0, 0), 12, 0, 360),
        Marker(id="m", role="point", at=(-12, 0)),
        line("d", (-16, -30), (-16, 30)),
    )
    placement = placed(Drawing(ink, (ask("t", "the start and the end of the way", ByPoint((-12, 0))),)))
    assert not ink_shape(texts(placement)["t"]).intersects(
        ink_shape(polygon("disc", *[(8, 8), (-8, 8), (-8, -8), (8, -8)]))
    )
    leaders = [item for item in placement.labels if isinstance(item, Path)]
    assert all(hypot(*leader.points[0]) > 12 for leader in leaders)


def test_words_that_could_be_read_on_keep_apart() -> None:
    ink = (Marker(id="a", role="point", at=(0, 0)), Marker(id="b", role="point", at=(0, 5)))
    wanted = (
        ask("a", "a long wall", ByPoint((0, 0), toward=0.0)),
        ask("b", "its own shadow", ByPoint((0, 5), toward=0.0)),
    )
    found = texts(placed(Drawing(ink, wanted)))
    assert ink_shape(found["a"]).distance(ink_shape(found["b"])) > 2.0


def test_empty_corner_of_a_text_is_left_to_others() -> None:
    from diagrammar.compiler.typeset import typeset

    long = LabelRequest(
        "t", typeset("a long first line of words\nshort"), Fixed((0.0, 0.0), align="top left")
    )
    found = one((), long, ask("p", "P", ByPoint((16.0, -5.0), toward=0.0)))
    x, y = middle(found["p"])
    assert 16 < x < 20 and abs(y + 5) < 0.5


def test_no_leader_runs_through_the_icon_that_it_names() -> None:
    icon = ask("i", "WWW", Fixed((0.0, 0.0))).text.item("icon", (0.0, 0.0), role="icon")
    fence = tuple(
        line(f"f{k}", (-12.0, -1.5 - 1.2 * k), (20.0, -1.5 - 1.2 * k), width=0.2) for k in range(18)
    ) + tuple(line(f"g{k}", (x, -22.0), (x, 9.0), width=0.2) for k, x in enumerate((-3.0, -6.0, 11.0, 14.0)))
    request = ask("n", "a long name of it", ByPoint((4.0, -0.5), toward=270.0), owner="icon")
    placement = placed(Drawing((icon, *fence), (request,)))
    leaders = [item for item in placement.labels if isinstance(item, Path) and item.role == "leader"]
    assert not any(ink_shape(leader).intersects(ink_shape(icon)) for leader in leaders)
