"""SVG: well-formed whatever the text, shared glyphs, groups with names, words for those who cannot see."""

import re
from xml.etree import ElementTree

from diagrammar.backends import draw
from diagrammar.dsl.scene import Marker, Origin, Run, Scene, TextItem

SVG = "{http://www.w3.org/2000/svg}"


def parsed(scene: Scene) -> ElementTree.Element:
    return ElementTree.fromstring(draw(scene, "svg"))


def test_canvas_is_stated_in_millimetres(everything: Scene) -> None:
    root = parsed(everything)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("120mm", "80mm", "0 0 120 80")


def test_title_and_description_are_those_of_the_scene(everything: Scene) -> None:
    root = parsed(everything)
    assert root.findtext(f"{SVG}title") == everything.title
    assert root.findtext(f"{SVG}desc") == everything.alt


def test_entities_have_groups_with_name_and_role(everything: Scene) -> None:
    groups = {
        (group.get("data-entity"), group.get("data-role"))
        for group in parsed(everything).iter(f"{SVG}g")
        if group.get("id")
    }
    assert {("ABC", "edge"), ("A", "dot"), ("f", "curve"), ("A", "label")} <= groups


def test_ids_are_unique_and_every_use_finds_its_glyph(everything: Scene) -> None:
    root = parsed(everything)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {use.get("href") for use in root.iter(f"{SVG}use")} <= {f"#{id}" for id in ids}


def test_entity_drawn_twice_keeps_its_name_under_two_ids() -> None:
    dots = tuple(
        Marker(id=f"m{n}", role="dot", at=(5, 5), origin=Origin(entity=name)) for n, name in enumerate("ABA")
    )
    ids = [group.get("id") for group in parsed(Scene(width=10, height=10, items=dots)).iter(f"{SVG}g")]
    assert ids == ["A", "B", "A-2"]


def test_entity_named_like_a_glyph_does_not_take_its_place(everything: Scene) -> None:
    dot = Marker(id="m", role="dot", at=(5, 5), origin=Origin(entity="italic.41"))
    root = parsed(everything.model_copy(update={"items": (*everything.items, dot)}))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_repeated_letters_share_one_outline() -> None:
    label = TextItem(
        id="t", role="label", at=(1, 1), source="AAAA", extent=(0, 0, 1, 1),
        runs=(Run(text="AAAA", font="roman", size=11, x=0, y=0),),
    )  # fmt: skip
    root = parsed(Scene(width=30, height=10, items=(label,)))
    assert len(list(root.iter(f"{SVG}use"))) == 4
    assert len(root.findall(f"{SVG}defs/{SVG}path")) == 1


def test_texts_can_be_read_aloud(everything: Scene) -> None:
    labels = [group.get("aria-label") for group in parsed(everything).iter(f"{SVG}g")]
    assert {"C_1", "$\\frac{a}{b}$", "三角形", "car"} <= set(labels)


def test_hostile_text_stays_text(hostile: Scene) -> None:
    root = parsed(hostile)
    assert not list(root.iter(f"{SVG}script"))
    assert "</script>" in (root.findtext(f"{SVG}title") or "")
    assert re.fullmatch(r"[\w-]+", root.findall(f"{SVG}g")[0].get("id") or "")


def test_file_names_no_clock_and_no_chance(everything: Scene) -> None:
    assert not re.search(rb"20\d\d-\d\d|<metadata|clip-path", draw(everything, "svg"))
