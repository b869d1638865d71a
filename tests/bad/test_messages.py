"""Every finding of the bad specs reads well: one short line, and a way out."""

from pathlib import Path

import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source

from ..literate import Case, cases_in

CASES = [case for file in sorted(Path(__file__).parent.glob("*.md")) for case in cases_in(file)]
STRICT = [
    ("flurgle b(5 kg)", "SPC002"),
    ("point A; frobnicate(A)", "SPC003"),
    ("circle c(wobble = 2)", "SPC004"),
]
LONGEST = 90


def test_there_are_enough_bad_specs() -> None:
    assert len(CASES) >= 100
    assert all(case.expected for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_finding_is_one_short_line_with_a_way_out(case: Case) -> None:
    for found in compile_spec(Source(text=case.text)).diagnostics:
        assert len(found.message) < LONGEST and "\n" not in found.message
        assert not found.message.endswith(".")
        assert found.message[0] == "`" or not found.message[0].isupper()
        assert found.hints or found.fix, f"{found.code} {found.message}: no hint"
        assert found.span is None or found.span.end <= len(case.text)


@pytest.mark.parametrize(("text", "code"), STRICT)
def test_strict_makes_unknown_words_errors(text: str, code: str) -> None:
    lenient, strict = (compile_spec(Source(text=text), Options(draw=False, strict=s)) for s in (False, True))
    assert {d.severity for d in lenient.diagnostics if d.code == code} == {"warning"}
    assert {d.severity for d in strict.diagnostics if d.code == code} == {"error"}
