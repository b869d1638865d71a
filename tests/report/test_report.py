"""Renderings of findings: places, marks and words, for people and for programs."""

import json

import pytest
from diagrammar.dsl.diagnostics import Code, Diagnostic, Edit, Fix, Label, Severity, Trust
from diagrammar.dsl.report import as_json, concise, full
from diagrammar.dsl.sarif import as_sarif
from diagrammar.dsl.source import Source, Span
from hypothesis import given
from hypothesis import strategies as st

TEXT = 'entities {\n  battery E(40.0 V); resistor R1(5.00 Ω)\n  label(反向, "电流")\n\tpoint A at (0, 0)\n}\n'
SOURCE = Source(text=TEXT, name="circuit.dg")


def over(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def finding(code: str = "CIR003", severity: Severity = Severity.ERROR, **rest: object) -> Diagnostic:
    fields = {"code": code, "name": "dead-cell", "severity": severity, "message": "cell `E` has no emf"}
    return Diagnostic.model_validate(fields | rest)


DEAD = finding(
    span=over("40.0 V"),
    labels=(Label(span=over("5.00 Ω"), text="it feeds this"),),
    hints=("use `wire` for a plain link",),
    fix=Fix(title="give it a value", edits=(Edit(span=over("40.0 V"), text="9 V"),), trust=Trust.SAFE),
)


def test_the_full_form_shows_line_marks_hints_and_fix() -> None:
    assert full([DEAD], SOURCE) == "\n".join(
        [
            "error[CIR003]: cell `E` has no emf",
            "  --> circuit.dg:2:13",
            "  |",
            "2 |   battery E(40.0 V); resistor R1(5.00 Ω)",
            "  |             ^^^^^^",
            "  |                                  ------ it feeds this",
            "  = hint: use `wire` for a plain link",
            "  = fix (safe): give it a value",
            "2 -   battery E(40.0 V); resistor R1(5.00 Ω)",
            "2 +   battery E(9 V); resistor R1(5.00 Ω)",
            "",
            "1 error",
        ]
    )


def test_wide_characters_and_tabs_keep_the_marks_below_their_words() -> None:
    lines = full([finding(span=over("电流")), finding(span=over("A at"))], SOURCE).splitlines()
    wide, tabbed = (i for i, line in enumerate(lines) if "^" in line)
    assert lines[wide] == "  |                ^^^^"
    assert lines[tabbed - 1] == "4 |     point A at (0, 0)"
    assert lines[tabbed] == "  |           ^^^^"


def test_a_range_over_lines_is_marked_at_both_ends() -> None:
    source = Source(text="lens L(f = 20 cm,\n  convex,\n  distance = 40)\n")
    shown = full([finding(span=Span(start=0, end=43))], source)
    assert "^^^^^^^^^^^^^^^^^\n  …\n3 |   distance = 40)\n  |   ^^^^^^^^^^^^^" in shown


def test_long_lines_are_cut_around_the_mark() -> None:
    source = Source(text="x" * 300 + "HERE" + "y" * 300)
    shown = full([finding(span=Span(start=300, end=304))], source)
    line, marks = (row for row in shown.splitlines() if "HERE" in row or "^" in row)
    assert len(line) < 120
    assert marks.index("^") == line.index("HERE")
    assert marks.count("^") == 4


def test_control_characters_of_a_spec_never_reach_the_terminal() -> None:
    source = Source(text="label(\x1b[31mred\u202e)", name="a\x1b.dg")
    shown = full([finding(span=Span(start=6, end=10), message="bad \x1b[0m")], source)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_colour_changes_nothing_but_colour() -> None:
    import re

    coloured = full([DEAD], SOURCE, color=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == full([DEAD], SOURCE)


def test_findings_stand_in_order_of_place_and_the_rest_is_counted() -> None:
    many = [finding(span=over("point A")), finding(span=over("battery")), finding("SYN001", Severity.NOTE)]
    shown = full(many, SOURCE, limit=1)
    assert shown.startswith("note[SYN001]")
    assert shown.endswith("2 errors, 1 note (2 not shown)")


def test_no_findings_make_no_text() -> None:
    assert full([], SOURCE) == ""
    assert concise([], SOURCE) == ""


def test_the_concise_form_is_one_line_for_each() -> None:
    assert concise([DEAD, finding("SYN001", Severity.WARNING)], SOURCE).splitlines() == [
        "circuit.dg: warning[SYN001] cell `E` has no emf",
        "circuit.dg:2:13: error[CIR003] cell `E` has no emf",
    ]


def test_json_gives_offsets_lines_and_the_fix() -> None:
    record = json.loads(as_json([DEAD], SOURCE))
    (found,) = record["diagnostics"]
    assert record["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert found["range"]["start"] == {"offset": 23, "line": 2, "column": 13}
    assert found["fix"]["edits"][0]["text"] == "9 V"
    assert found["fix"]["trust"] == "safe"
    assert set(found) == {"code", "name", "severity", "message", "range", "labels", "hints", "fix"}


def test_sarif_has_rules_results_regions_and_fixes() -> None:
    page = Code(
        code="CIR003", name="dead-cell", severity=Severity.ERROR, summary="A dead cell.", why="Because."
    )
    (run,) = json.loads(as_sarif([([DEAD], SOURCE)], [page], version="1.0"))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert rule["shortDescription"]["text"] == "A dead cell."
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["charOffset"], region["charLength"]) == (
        2,
        13,
        23,
        6,
    )
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "9 V"
    assert result["relatedLocations"][0]["message"]["text"] == "it feeds this"


def test_sarif_names_files_as_uris() -> None:
    assert '"uri": "a%20b/%3Cspec%3E.dg"' in as_sarif([([DEAD], Source(text="", name="a b/<spec>.dg"))])


def test_one_sarif_log_covers_several_files() -> None:
    other = Source(text=TEXT, name="other.dg")
    (run,) = json.loads(as_sarif([([DEAD], SOURCE), ([DEAD], other), ([], SOURCE)]))["runs"]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["circuit.dg", "other.dg"]
    assert len(run["results"]) == 2
    assert len(run["tool"]["driver"]["rules"]) == 1


def sarif(diagnostics: list[Diagnostic], source: Source) -> str:
    return as_sarif([(diagnostics, source)])


@pytest.mark.parametrize("render", [full, concise, as_json, sarif])
@given(text=st.text(max_size=60), start=st.integers(0, 80), length=st.integers(0, 40))
def test_any_text_and_range_can_be_shown(render: object, text: str, start: int, length: int) -> None:
    assert callable(render)
    span = Span(start=start, end=start + length)
    bad = finding(span=span, labels=(Label(span=span, text="x"),))
    assert render([bad], Source(text=text))
