"""The first arrangement of boxes: what was said holds, nothing overlaps, the same every time."""

from itertools import combinations

import pytest
from diagrammar.compiler.arrange import (
    Block,
    Heading,
    Hint,
    Inside,
    Level,
    Order,
    Place,
    Rest,
    Ring,
    Tie,
    arrange,
)


def boxes(names: str, width: float = 10.0, height: float = 4.0) -> list[Block]:
    return [Block(name, width / 2, height / 2) for name in names]


def overlaps(places: dict[str, Place]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in combinations(places, 2) if places[a].overlaps(places[b])]


def test_order_and_line_are_kept() -> None:
    places = arrange(boxes("ab"), [Order("x", "a", "b", 6.0), Level("y", "a", "b")])
    assert places["b"].x - places["a"].x == pytest.approx(16.0)
    assert places["a"].y == pytest.approx(places["b"].y)


def test_edges_are_aligned() -> None:
    blocks = [Block("a", 5, 2), Block("b", 9, 2)]
    places = arrange(blocks, [Order("y", "b", "a"), Level("x", "a", "b", -1)])
    assert places["a"].x - 5 == pytest.approx(places["b"].x - 9)


def test_things_above_the_same_thing_do_not_overlap() -> None:
    hints: list[Hint] = []
    for top in "bcd":
        hints += [Order("y", "a", top), Level("x", "a", top)]
    assert overlaps(arrange(boxes("abcd"), hints)) == []


def test_a_base_is_as_wide_as_what_rests_on_it() -> None:
    places = arrange(boxes("abc"), [Rest("b", "a"), Rest("c", "a")])
    assert places["a"].half_width >= 10.0
    for top in "bc":
        assert places[top].y - places[top].half_height == pytest.approx(
            places["a"].y + places["a"].half_height
        )
        assert abs(places[top].x - places["a"].x) < places["a"].half_width


def test_a_container_grows_around_its_contents_and_leaves_its_head_free() -> None:
    room = Block("room", 5, 2, head=6.0)
    places = arrange([room, *boxes("ab")], [Inside("a", "room"), Inside("b", "room")])
    top = places["room"].y + places["room"].half_height
    for inner in "ab":
        assert places[inner].y + places[inner].half_height <= top - 6.0
        assert abs(places[inner].x - places["room"].x) + 5.0 <= places["room"].half_width


def test_links_run_from_left_to_right_or_down() -> None:
    ties = [Tie("a", "b", True), Tie("b", "c", True)]
    across = arrange(boxes("abc"), ties)
    assert across["a"].x < across["b"].x < across["c"].x
    down = arrange(boxes("abc"), [*ties, Heading("down")])
    assert down["a"].y > down["b"].y > down["c"].y


def test_a_link_back_does_not_turn_the_flow() -> None:
    ties = [Tie("a", "b", True), Tie("b", "c", True), Tie("c", "d", True), Tie("c", "a", True)]
    places = arrange(boxes("abcd"), ties)
    assert places["a"].x < places["b"].x < places["c"].x < places["d"].x


def test_a_plain_cycle_of_links_is_a_ring_that_runs_clockwise() -> None:
    names = "abcde"
    ties = [Tie(a, b, True) for a, b in zip(names, names[1:] + names[0], strict=True)]
    places = arrange(boxes(names), ties)
    assert places["a"].y == max(p.y for p in places.values())
    assert places["b"].x > places["a"].x
    assert overlaps(places) == []


def test_a_ring_can_run_the_other_way() -> None:
    places = arrange(boxes("abcd"), [Ring(tuple("abcd"), clockwise=False)])
    assert places["b"].x < places["a"].x


def test_what_goes_in_a_circle_is_left_to_the_solver() -> None:
    places = arrange(boxes("ab"), [Order("x", "a", "b"), Order("x", "b", "a")])
    assert overlaps(places) == []


def test_what_was_said_comes_before_what_was_guessed() -> None:
    places = arrange(boxes("ab"), [Order("x", "a", "b", guessed=True), Order("x", "b", "a")])
    assert places["b"].x < places["a"].x


def test_a_long_chain_is_broken_into_rows() -> None:
    names = "abcdefghijkl"
    places = arrange(boxes(names, 30.0), [Tie(a, b, True) for a, b in zip(names, names[1:], strict=False)])
    assert max(p.x for p in places.values()) - min(p.x for p in places.values()) < 150.0
    assert overlaps(places) == []


@pytest.mark.parametrize("count", [1, 2, 5, 9, 20])
def test_unrelated_boxes_stand_in_rows_without_overlap(count: int) -> None:
    blocks = [Block(str(n), 4 + n % 4, 2 + n % 3) for n in range(count)]
    places = arrange(blocks, [])
    assert len(places) == count
    assert overlaps(places) == []


def test_the_same_input_gives_the_same_places() -> None:
    ties = [Tie("a", "b"), Tie("a", "c"), Tie("b", "d"), Tie("c", "d")]
    assert arrange(boxes("abcd"), ties) == arrange(boxes("abcd"), ties)


def test_boxes_in_line_stand_as_their_links_run() -> None:
    ties = [Tie("a", "b", directed=True), Tie("a", "c", directed=True), Tie("b", "d"), Tie("c", "e")]
    said: list[Hint] = [
        Level("y", "b", "c"),
        Level("y", "d", "e"),
        Level("y", "a", "t"),
        Order("x", "e", "t"),
    ]
    places = arrange(boxes("abcdet"), [*ties, *said, Heading("down")])
    assert overlaps(places) == []
    assert places["a"].y > places["b"].y == pytest.approx(places["c"].y)
    assert places["b"].y > places["d"].y == pytest.approx(places["e"].y)
    assert places["t"].y == pytest.approx(places["a"].y)
    assert places["d"].x == pytest.approx(places["b"].x)


def test_a_tree_has_each_box_over_the_middle_of_what_hangs_on_it() -> None:
    ties = [Tie(a, b) for a, b in ("ab", "ac", "bd", "be", "cf")]
    places = arrange(boxes("abcdef"), [*ties, Heading("down")])
    assert overlaps(places) == []
    assert places["b"].x == pytest.approx((places["d"].x + places["e"].x) / 2)
    assert places["c"].x == pytest.approx(places["f"].x)
    assert places["a"].x == pytest.approx((places["b"].x + places["c"].x) / 2)
