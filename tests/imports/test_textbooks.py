"""Problems of Geometry3K and FormalGeo: read as specs, drawn, and measured by their own statements."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diagrammar.compiler.imports import Imported, read
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source
from diagrammar.eval.geometry import formalgeo, geometry3k
from diagrammar.eval.geometry.base import Case
from diagrammar.eval.geometry.trial import trial

DATA = Path(__file__).parent.parent / "data" / "geometry"
EXTRACTS = {"geometry3k": geometry3k.cases, "formalgeo": formalgeo.cases}


def extract(format: str) -> Source:
    """Return the extract of a dataset."""
    return Source(text=(DATA / f"{format}_extract.json").read_text("utf-8"), name=f"{format}.json")


def cases() -> list[Case]:
    """Return the problems of both extracts."""
    return [case for format, of in EXTRACTS.items() for case in of(extract(format), "")]


def one(problem: dict[str, object]) -> Imported:
    """Return a problem of one record."""
    (imported,) = read(Source(text=json.dumps([problem]), name="x.json"))
    return imported


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.imported.name)
def test_problem_is_drawn_with_all_that_it_states(case: Case) -> None:
    result = trial(case, 2, draw=False)
    if case.refused:
        assert result.drawn == 0, case.refused
        return
    assert result.drawn == result.seeds, result.broken
    assert case.false_goal or result.proven == result.seeds, result.broken


@pytest.mark.parametrize("format", EXTRACTS)
def test_format_is_told_from_the_content(format: str) -> None:
    names = [imported.name for imported in read(extract(format))]
    assert len(names) == 12
    assert all(name.startswith(f"{format}-") for name in names)


def test_what_is_asked_is_not_printed() -> None:
    (imported,) = read(extract("geometry3k"), problem="geometry3k-2101")
    assert 'ask("m∠C")' in imported.text
    assert "51" not in imported.text


def test_printed_labels_stay_as_the_book_has_them() -> None:
    (imported,) = read(extract("geometry3k"), problem="2101")
    compiled = compile_spec(Source(text=imported.text, name="x"), Options())
    assert not compiled.diagnostics
    assert 'angle(D, C, E, "(5x - 12)°")' in imported.text


def test_numbered_angles_keep_their_numbers() -> None:
    (imported,) = read(extract("geometry3k"), problem="2302")
    assert 'name = "1"' in imported.text
    assert 'given("m∠1 = 58°")' in imported.text


def test_a_height_outside_the_lines_is_dashed() -> None:
    (imported,) = read(extract("geometry3k"), problem="2268")
    assert 'segment CD("3.4", dashed)' in imported.text


def test_a_problem_that_contradicts_itself_is_refused_with_its_statements() -> None:
    (imported,) = read(extract("geometry3k"), problem="2363")
    compiled = compile_spec(Source(text=imported.text, name="x"), Options(draw=False))
    assert [d.code for d in compiled.diagnostics] == ["SOL001"]
    assert "BE" in compiled.diagnostics[0].message


def test_what_follows_a_logic_form_is_left_out_with_a_warning() -> None:
    imported = one(
        {
            "id": 1, "diagram_literals": ["Equals(LengthOf(Line(A, B)), 5) K))"], "text_literals": ["Find(x)"],
            "points": {"A": [0, 0], "B": [9, 0]}, "lines": ["AB"], "circles": [],
        }
    )  # fmt: skip
    assert imported.ok
    assert [d.code for d in imported.diagnostics] == ["IMP006"]


@pytest.mark.parametrize(
    "literal",
    ["Equals(LengthOf(Line(A, B), 5", "Equals(" * 40 + "A" + ")" * 40, "Equals(A" + "," * 3000 + ")"],
    ids=["bracket", "depth", "length"],
)
def test_a_broken_logic_form_stops_the_problem(literal: str) -> None:
    imported = one({"id": 1, "diagram_literals": [literal], "points": {"A": [0, 0]}, "lines": []})
    assert [d.code for d in imported.diagnostics] == ["IMP001"]
    assert not imported.ok


def test_an_unknown_predicate_is_left_out_with_a_warning() -> None:
    imported = one(
        {"id": 1, "construction": ["Shape(AB,BC,CA)"], "text_cdl": ["IsGolden(AB)"], "goal": "Value(x)"}
    )
    assert imported.ok
    assert [(d.code, d.message) for d in imported.diagnostics] == [
        ("IMP006", "`IsGolden` has no translation")
    ]


@pytest.mark.parametrize("text", ["[", "[1, 2]", '{"diagram_literals": 7}', '[{"text_cdl": {"a": 1}}]'])
def test_a_file_that_is_no_list_of_problems_is_reported(text: str) -> None:
    found = list(read(Source(text=text, name="x.json")))
    assert all(not problem.ok or problem.text for problem in found)


def test_values_are_never_evaluated() -> None:
    imported = one(
        {
            "id": 1, "diagram_literals": ["Equals(LengthOf(Line(A, B)), __import__(os))"], "points": {"A": [0, 0], "B": [9, 0]},
            "lines": ["AB"],
        }
    )  # fmt: skip
    assert [d.code for d in imported.diagnostics] == ["IMP006"]
