"""Every literate case and every gallery spec compiles as it says; every manual page's examples behave."""

from pathlib import Path

import pytest
from diagrammar.compiler.codes import all_codes
from diagrammar.compiler.pipeline import Compiled, compile_spec
from diagrammar.dsl.diagnostics import Code
from diagrammar.dsl.report import full
from diagrammar.dsl.source import Source

from .joins import faults
from .literate import ANYWHERE, Case, cases_in

TESTS = Path(__file__).parent
CASES = [case for file in sorted(TESTS.rglob("*.md")) for case in cases_in(file)]
GALLERY = sorted(TESTS.rglob("gallery/*.dgm"))
PAGES = [code for code in all_codes().values() if code.bad]


def compiled(text: str, name: str = "case") -> Compiled:
    return compile_spec(Source(text=text, name=name))


def findings(result: Compiled) -> list[tuple[int, str, str]]:
    source = result.source
    return sorted(
        (source.position(d.span.start).line if d.span else ANYWHERE, str(d.severity), d.code)
        for d in result.diagnostics
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_literate_case_behaves_as_written(case: Case) -> None:
    result = compiled(case.text)
    report = full(result.diagnostics, result.source)
    if case.expected:
        assert findings(result) == sorted(case.expected), report
    else:
        serious = [d for d in result.diagnostics if d.severity != "note"]
        assert not serious, report
        assert result.scene is not None
        assert not faults(result.scene)


@pytest.mark.parametrize("file", GALLERY, ids=lambda file: f"{file.parent.parent.name}/{file.stem}")
def test_gallery_spec_compiles_without_a_finding(file: Path) -> None:
    result = compiled(file.read_text("utf-8"), file.name)
    serious = [d for d in result.diagnostics if d.severity != "note"]
    assert not serious, full(result.diagnostics, result.source)
    assert result.scene is not None
    assert not faults(result.scene)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.code} {page.name}")
def test_manual_page_shows_its_own_fault(page: Code) -> None:
    found = {d.code for d in compiled(page.bad).diagnostics}
    assert page.code in found
    assert page.code not in {d.code for d in compiled(page.good).diagnostics}
