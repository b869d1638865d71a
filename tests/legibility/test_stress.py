"""The stress set: the same scenes every time, and what our own placement leaves of overlaps on them: none."""

import pytest
from diagrammar.compiler.place import LabelRequest, place
from diagrammar.compiler.targets import ByPoint
from diagrammar.dsl.scene import XY, Item, Marker, Origin, Path, Scene, Stroke
from diagrammar.eval.legibility.judging import Placed, judge, overlaps_of
from diagrammar.eval.legibility.stress import KINDS, StressScene, Wish, one_run


def our_placement(scene: StressScene) -> Placed:
    requests = [
        LabelRequest(w.id, w.text, w.target, owner=w.owner, origin=Origin(entity=w.id)) for w in scene.wishes
    ]
    placement = place(scene.ink, requests).value
    assert placement is not None
    return Placed(Scene(width=1, height=1, items=(*placement.ink, *placement.labels)), 0.0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [5, 60, 200])
def test_a_scene_asks_for_so_many_labels_and_is_the_same_again(kind: str, count: int) -> None:
    scene = KINDS[kind](count, 1)
    assert len(scene.wishes) == count
    assert scene == KINDS[kind](count, 1)
    assert scene != KINDS[kind](count, 2)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [5, 20, 60])
def test_our_placement_leaves_no_overlap(kind: str, count: int) -> None:
    assert overlaps_of(our_placement(KINDS[kind](count, 0))) == []


def by_hand(
    *places: XY, leaders: tuple[tuple[XY, XY] | None, ...] = (None, None)
) -> tuple[StressScene, Placed]:
    """Two points, 10 mm apart, with labels at some places."""
    spots = ((10.0, 10.0), (20.0, 10.0))
    dots = tuple(Marker(id=f"p{k}", role="point", at=at) for k, at in enumerate(spots))
    wishes = tuple(Wish(f"l{k}", one_run("XX"), ByPoint(at), (at,), f"p{k}") for k, at in enumerate(spots))
    items: list[Item] = [*dots]
    for wish, at, leader in zip(wishes, places, leaders):
        origin = Origin(entity=wish.id)
        items.append(wish.text.item(wish.id, at, origin=origin))
        if leader:
            items.append(
                Path(id="leader", role="leader", origin=origin, codes="ML", points=leader, stroke=Stroke(width=0.2))
            )  # fmt: skip
    scene = StressScene("two", 0, 40.0, 30.0, dots, wishes)
    return scene, Placed(Scene(width=40, height=30, items=tuple(items)), 0.5)


def test_labels_beside_their_points_are_neither_moved_nor_misread() -> None:
    judged = judge(*by_hand((11.0, 11.0), (21.0, 11.0)))
    assert (judged.overlaps, judged.moved, judged.misread, judged.crossed) == (0, 0, 0, 0)
    assert judged.distance < 4.0 and judged.seconds == 0.5


def test_swapped_labels_are_moved_and_misread() -> None:
    judged = judge(*by_hand((21.0, 11.0), (11.0, 11.0)))
    assert (judged.moved, judged.misread) == (2, 2)


def test_crossed_leaders_are_counted_and_save_labels_from_being_misread() -> None:
    leaders = (((20.5, 16.0), (10.5, 10.5)), ((10.5, 16.0), (19.5, 10.5)))
    judged = judge(*by_hand((20.0, 16.5), (10.0, 16.5), leaders=leaders))
    assert (judged.crossed, judged.misread, judged.overlaps) == (1, 0, 0)


def test_what_touches_is_counted_but_not_a_leader_at_its_own_text() -> None:
    own = ((12.0, 17.0), (10.0, 11.0))
    judged = judge(*by_hand((10.0, 16.5), (18.5, 9.0), leaders=(own, None)))
    assert (judged.text_text, judged.text_ink) == (0, 1)
    assert judge(*by_hand((12.0, 16.0), (13.0, 16.5))).text_text == 1
