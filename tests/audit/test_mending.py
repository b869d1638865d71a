"""Repair: rows for what nothing shows, each reported, nothing else touched."""

from diagrammar import check, render
from diagrammar.compiler.audit.mending import MOST_ROWS
from diagrammar.dsl.diagnostics import Trust

PROBLEM = (
    "A block of mass 2 kg starts from rest on a frictionless table and moves 30 cm along y = x^2. "
    "How fast is it?  A) 1 m/s  B) 2 m/s  C) 3 m/s"
)
SPEC = 'segment way(A, B, 30 cm) // the way\nask("v = ?")\n'


def test_a_repair_adds_what_is_missing_and_says_so() -> None:
    report = check(SPEC, problem=PROBLEM, repair=True)
    added = report.text.removeprefix(SPEC).splitlines()
    assert added == [
        'given("block of mass 2 kg starts")', 'given("moves 30 cm along y = x^2")', 'options("A) 1 m/s")',
        'options("B) 2 m/s")', 'options("C) 3 m/s")', 'note("starts from rest")', 'note("frictionless")',
    ]  # fmt: skip
    assert {d.code for d in report.diagnostics} == {"AUD006"}
    assert set(report.texts) >= {"block of mass 2 kg starts", "frictionless", "A) 1 m/s"}


def test_without_being_asked_nothing_is_added() -> None:
    report = check(SPEC, problem=PROBLEM)
    assert report.text == SPEC
    assert "AUD006" not in {d.code for d in report.diagnostics}


def test_a_complete_spec_stays_as_it_is() -> None:
    spec = (
        SPEC
        + 'given("m = 2 kg", "y = x^2"); note("from rest, frictionless")\noptions("A) 1 m/s", "B) 2 m/s", "C) 3 m/s")\n'
    )
    assert check(spec, problem=PROBLEM, repair=True).text == spec


def test_a_wrapped_spec_is_repaired_behind_its_end() -> None:
    report = check('diagram "x" {\n  point A\n}', problem="It weighs 5 kg.", repair=True)
    assert report.ok and "5 kg" in " ".join(report.texts)


def test_long_data_stay_with_the_author() -> None:
    problem = "; ".join(f"mass {n}.5 kg" for n in range(1, 31))
    report = check("point A", problem=problem, repair=True)
    codes = [d.code for d in report.diagnostics]
    assert (codes.count("AUD006"), codes.count("AUD001")) == (MOST_ROWS, 30 - MOST_ROWS)


def test_places_in_findings_stay_and_the_picture_has_the_row() -> None:
    figure = render("point A\ngizmo g(A)", "svg", problem="It weighs 5 kg.", repair=True)
    assert any("5 kg" in text.text for text in figure.compiled.printed)
    assert [d.span.start for d in figure.diagnostics if d.span] == [8]


def test_a_repair_never_prints_an_answer_that_the_problem_hides() -> None:
    report = check("point A", problem="A 5 kg block: how long is the way?", answer="3.25 m", repair=True)
    assert report.ok


def test_a_finding_carries_the_edit_that_adds_the_row() -> None:
    report = check("point A\n", problem="It weighs 5 kg.")
    assert report.fixed() == "point A\n"
    assert report.fixed(Trust.GUESS) == 'point A\ngiven("weighs 5 kg")\n'
