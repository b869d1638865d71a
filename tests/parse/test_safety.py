"""A spec is untrusted input: nothing crashes, hangs or nests without bound."""

import pytest
from diagrammar.compiler.format import format_spec
from diagrammar.compiler.parse import parse
from diagrammar.compiler.parse.lexing import MAX_DEPTH
from diagrammar.dsl.source import Source
from diagrammar.dsl.spec import Spec
from hypothesis import given, settings
from hypothesis import strategies as st

TOKENS = [
    "point", "A", "for", "in", "label", "3", "5 kg", "1e9", '"t"', '"', "'", "(", ")", "[", "]", "{", "}", ",", ";",
    ":", "=", "==", "->", "--", "+", "-", "*", "^", "..", ".", "?", "|", "\n", " ", "//", "#", "```", "²", "°", "$",
]  # fmt: skip


def survives(text: str) -> None:
    outcome = parse(Source(text=text))
    for diagnostic in outcome.diagnostics:
        assert diagnostic.span is None or 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
    if outcome.value is not None:
        format_spec(outcome.value)
        assert Spec.model_validate_json(outcome.value.model_dump_json()) == outcome.value


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_survives(text: str) -> None:
    survives(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=25))
def test_any_tokens_survive(tokens: list[str]) -> None:
    survives("".join(tokens))
    survives(" ".join(tokens))


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_survive(data: bytes) -> None:
    survives(data.decode("utf-8", "surrogateescape"))


def test_too_long_text_is_not_read() -> None:
    outcome = parse(Source(text="x" * 200_001))
    assert outcome.value is None and [found.code for found in outcome.diagnostics] == ["SYN002"]


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\ud800"])
def test_control_characters_are_reported(char: str) -> None:
    assert [found.code for found in parse(Source(text=f"point A{char}")).diagnostics] == ["SYN003"]


@pytest.mark.parametrize(
    "text",
    [
        "f(" * 500 + ")" * 500,
        "let x = " + "(" * 500 + "1" + ")" * 500,
        "let x = " + "-" * 2 + "- -" * 500 + "1",
        "let x = " + "+".join("x" * 900),
        "let x = " + "^".join("x" * 900),
        "let x = a" + ".b" * 900,
        "let x = a" + "[1]" * 900,
        "let x = a" + "(1)" * 900,
        "f(" + "a = " * 900 + "1)",
        "a {" * 300 + "}" * 300,
        "for x in y { " * 300 + "}" * 300,
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    assert "SYN004" in {found.code for found in parse(Source(text=text)).diagnostics}


def test_allowed_nesting_reaches_json_and_text() -> None:
    survives("let x = " + "[" * (MAX_DEPTH - 15) + "1" + "]" * (MAX_DEPTH - 15))
    survives("let x = " + " + ".join("x" * 120))
    survives("a {" * (MAX_DEPTH - 15) + "}" * (MAX_DEPTH - 15))


@pytest.mark.parametrize(
    "text",
    [
        "(\n" * 20_000,
        '"' * 20_001,
        "{" * 50 + "\n" + "! @\n" * 8_000,
        "3 " + "m " * 10_000,
        "3 m" + "/s" * 10_000,
        "label(A, 'x" * 3_000,
        "a -> b [" * 3_000,
        "p is " * 5_000,
        "```\n" * 5_000,
    ],
)
def test_hostile_text_takes_bounded_work(text: str) -> None:
    assert parse(Source(text=text)).diagnostics
