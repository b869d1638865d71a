"""The fact sheet: what is where, what was meant, what was proven."""

import io
import json

import pytest
from diagrammar import check, render
from diagrammar.compiler.facts import fact_sheet
from diagrammar.dsl.report import Json

SPEC = """point A, B, C
segment s(A, B, 5 cm), t(A, C)
angle(B, A, C, 60°)
distance(A, C) == 3 cm
ask("BC = ?")
"""
PROBLEM = "AB is 5 cm and the angle at A is 60°. Find BC."


def sheet(text: str = SPEC, width: int = 600, **options: str) -> dict[str, Json]:
    return render(text, width_px=width, **options).facts()


@pytest.fixture(scope="module")
def facts() -> dict[str, Json]:
    return sheet(problem=PROBLEM, answer="4.36 cm")


def test_a_fact_sheet_is_json(facts: dict[str, Json]) -> None:
    assert json.loads(json.dumps(facts)) == facts
    assert list(facts) == [
        "version", "diagrammar", "source", "seed", "size", "alt", "entities", "texts", "values", "relations",
        "parts", "guarantees", "repairs", "findings",
    ]  # fmt: skip


def test_every_entity_stands_where_it_is_painted(facts: dict[str, Json]) -> None:
    boxes = {e["name"]: e["ink"] for e in facts["entities"]}
    assert set(boxes) == {"A", "B", "C", "s", "t"}
    left, top, right, bottom = boxes["s"]
    for name in "AB":
        x = (boxes[name][0] + boxes[name][2]) / 2
        y = (boxes[name][1] + boxes[name][3]) / 2
        assert left - 3 <= x <= right + 3 and top - 3 <= y <= bottom + 3


def test_boxes_count_pixels_of_the_picture() -> None:
    from PIL import Image

    figure = render("point A(bare)\nsegment s(A, B, horizontal, thick)\npoint B(bare)", width_px=400)
    facts = figure.facts()
    with Image.open(io.BytesIO(figure.data)) as image:
        assert facts["size"] == {"width": image.width, "height": image.height}
        dark = image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    ink = [e["ink"] for e in facts["entities"] if e["ink"]]
    found = [min(b[0] for b in ink), min(b[1] for b in ink), max(b[2] for b in ink), max(b[3] for b in ink)]
    assert found == pytest.approx(dark, abs=2)


def test_boxes_scale_with_the_width() -> None:
    small, large = sheet(width=300), sheet(width=600)
    for a, b in zip(small["texts"], large["texts"], strict=True):
        assert [2 * edge for edge in a["box"]] == pytest.approx(b["box"], abs=0.3)


def test_texts_name_the_thing_that_they_belong_to(facts: dict[str, Json]) -> None:
    owners = {t["text"]: (t["of"], t["line"]) for t in facts["texts"]}
    assert owners["A"] == ("A", 1)
    assert owners["5 cm"] == ("s", 2)
    assert owners["BC = ?"] == ("ask", 5)


def test_values_carry_number_unit_and_standing(facts: dict[str, Json]) -> None:
    length = next(v for v in facts["values"] if v["of"] == "s")
    assert (length["number"], length["unit"], length["standing"]) == (5.0, "cm", "given")
    assert length["si"] == pytest.approx(0.05)


def test_hidden_values_are_listed_but_not_printed() -> None:
    values = sheet("circle c(radius = hidden(6 m))")["values"]
    assert [(v["standing"], v["printed"]) for v in values] == [("hidden", False)]


def test_relations_hold_within_their_tolerance(facts: dict[str, Json]) -> None:
    held = {r["text"]: r["holds"] for r in facts["relations"]}
    assert held["angle(B, A, C, 60°)"] is True
    assert held["distance(A, C) == 3 cm"] is True
    assert all(r["residual"] <= 1 for r in facts["relations"] if r["residual"] is not None)


def test_all_six_guarantees_hold_for_a_sound_figure(facts: dict[str, Json]) -> None:
    states = {name: g["status"] for name, g in facts["guarantees"].items()}
    assert list(states) == ["well-typed", "consistent", "truthful", "complete", "confidential", "legible"]
    assert set(states.values()) == {"holds"}
    assert facts["guarantees"]["truthful"]["checked"] == 2


def test_what_nobody_could_check_is_undecided() -> None:
    states = {name: g["status"] for name, g in sheet()["guarantees"].items()}
    assert states["complete"] == states["confidential"] == "undecided"


def test_a_missing_given_breaks_completeness() -> None:
    guarantees = sheet(problem=PROBLEM + " The mass is 7.5 kg.")["guarantees"]
    assert guarantees["complete"]["status"] == "broken"


def test_a_contradiction_breaks_consistency_and_leaves_no_boxes() -> None:
    bad = "point A, B, C\ndistance(A, B) == 3 cm; distance(B, C) == 3 cm; distance(C, A) == 9 cm"
    facts = fact_sheet(check(bad).compiled)
    assert facts["guarantees"]["consistent"]["status"] == "broken"
    assert facts["guarantees"]["legible"]["status"] == "undecided"
    assert facts["size"] is None
    assert [e["box"] for e in facts["entities"]] == [None] * 3


def test_panels_with_the_same_names_keep_their_places_apart() -> None:
    facts = sheet('panel one("One") { circle c(1 cm) }\npanel two("Two") { circle c(1 cm) }')
    first, second = (e["ink"] for e in facts["entities"])
    assert first[2] < second[0]


def test_the_sheet_describes_the_picture_in_sentences(facts: dict[str, Json]) -> None:
    assert "segment" in facts["alt"] and "BC = ?" in facts["alt"]
