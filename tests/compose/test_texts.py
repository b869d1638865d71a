"""Texts that cannot be set are found wherever they stand, at the author's own string."""

import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source

BAD = "$\\frob$"


@pytest.mark.parametrize(
    "text",
    [
        f'given("fine", "{BAD}")',
        'formula("\\frob")',
        f'title("{BAD}")',
        f'table T("a | b", "{BAD} | 1")',
        f'table T("a", "1", title = "{BAD}")',
        f'point A; label(A, "{BAD}")',
        f'panel p("{BAD}") {{ point A }}',
        f'panel p {{ point A }}\npanel q {{ point B }}\np -> q : "{BAD}"',
        f'point A; legend(red, "{BAD}")',
        f't_account("Cash", debit = "{BAD} | 3")',
    ],
)
def test_text_that_cannot_be_set_is_reported_even_by_a_check(text: str) -> None:
    compiled = compile_spec(Source(text=text, name="case"), Options(draw=False))
    assert "TXT001" in {d.code for d in compiled.diagnostics}


def test_finding_points_at_the_command_in_its_string() -> None:
    text = 'given("fine", "$\\frob$")'
    compiled = compile_spec(Source(text=text, name="case"), Options(draw=False))
    (found,) = compiled.diagnostics
    assert found.span is not None
    assert text[found.span.start : found.span.end] == "\\frob"
