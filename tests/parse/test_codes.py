"""Every code of the parser does what its manual page says."""

import pytest
from diagrammar.compiler.parse import parse
from diagrammar.compiler.parse.codes import CODES
from diagrammar.dsl.diagnostics import Code
from diagrammar.dsl.source import Source
from diagrammar.tests.fixes import fixed

EXAMPLES = [code for code in CODES if code.bad]
WITHOUT_CURE = {"SYN001", "SYN004", "SYN035", "SYN036", "SYN042"}


def test_codes_and_names_are_unique() -> None:
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.code)
def test_bad_example_yields_exactly_its_code(code: Code) -> None:
    assert {found.code for found in parse(Source(text=code.bad)).diagnostics} == {code.code}


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.code)
def test_good_example_yields_nothing(code: Code) -> None:
    assert parse(Source(text=code.good)).diagnostics == ()


@pytest.mark.parametrize(
    "code", [c for c in EXAMPLES if c.code not in WITHOUT_CURE], ids=lambda code: code.code
)
def test_fix_of_the_bad_example_parses(code: Code) -> None:
    found = parse(Source(text=code.bad)).diagnostics
    assert all(diagnostic.fix for diagnostic in found)
    assert not parse(Source(text=fixed(code.bad, found))).errors


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.code)
def test_message_is_one_short_line(code: Code) -> None:
    for found in parse(Source(text=code.bad)).diagnostics:
        assert "\n" not in found.message and len(found.message) < 80 and not found.message.endswith(".")
