"""Specs that give the answer away, or leave out what the problem gives, seen through the whole compiler."""

import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.diagnostics import Diagnostic
from diagrammar.dsl.source import Source

PROBLEM = "A ladder of 5.00 m leans on a wall; its foot stands 3.00 m off. How high does it reach?"
LADDER = "dimension(A, B, 5.00 m); dimension(B, C, 3.00 m); right_angle(A, C, B)\n"

LEAKS = [
    ("4.00 m", "dimension(A, C, 4.00 m)"),
    ("4.25 m", 'label(A, "h = 425 cm")'),
    ("4.00 m", 'label(A, "4.00 m up")'),
    ("4.00 m", 'note("height 4.00 m")'),
    ("4.00 m", 'ask("h = 4.00 m")'),
    ("sqrt(16) m", 'note("h = 4 m")'),
    ("x^2 + 2x + 1", 'formula("y = (x + 1)^2")'),
    (r"\frac{25}{102}", 'note("P = 25/102")'),
    ("8.57 g", 'table T("iron | 8.57 g", "oxygen | 2.46 g")'),
    ("square pyramidal", 'caption("Square pyramidal")'),
    ("63.83 %", 'note("share = 0.6383")'),
]
INNOCENT = [
    ("53.1°", "angle(A, B, C, derived)"),
    ("4.00 m", "dimension(A, C, ?)"),
    ("4.00 m", 'dimension(A, C, "h")'),
    ("4.00 m", "distance(A, C) == 4.00 m"),
    ("4.00 m", "dimension(A, C, hidden(4.00 m))"),
    ("5.00 m", ""),
]


def found(text: str, answer: str = "", problem: str = "") -> list[Diagnostic]:
    options = Options(draw=False, answer=answer, problem=problem)
    return [d for d in compile_spec(Source(text=text), options).diagnostics if d.code.startswith("AUD")]


@pytest.mark.parametrize(("answer", "statement"), LEAKS)
def test_an_answer_on_the_picture_is_an_error_at_its_statement(answer: str, statement: str) -> None:
    (leak,) = (d for d in found(LADDER + statement, answer, "How much is it?") if d.code == "AUD010")
    assert leak.severity == "error"
    assert leak.span is not None and leak.span.start >= len(LADDER)


@pytest.mark.parametrize(("answer", "statement"), INNOCENT)
def test_what_is_asked_hidden_or_given_is_no_leak(answer: str, statement: str) -> None:
    assert [d.code for d in found(LADDER + statement, answer, PROBLEM) if d.code == "AUD010"] == []


def test_a_leaking_spec_has_no_picture() -> None:
    result = compile_spec(Source(text=LADDER + 'note("4.00 m")'), Options(answer="4.00 m", problem=PROBLEM))
    assert result.scene is None


@pytest.mark.parametrize(
    ("problem", "text", "codes"),
    [
        (PROBLEM, LADDER, []),
        (PROBLEM, "dimension(A, B, 5.00 m); right_angle(A, C, B)", ["AUD001"]),
        (PROBLEM, "distance(A, B) == 5.00 m; dimension(B, C, 3.00 m)", ["AUD001"]),
        (
            "Which way?\n\nA) up\n\nB) down\n\nC) left",
            'note("Which way?"); options("A) up", "B) down")',
            ["AUD002"],
        ),
    ],
)
def test_a_given_that_no_text_shows_is_reported(problem: str, text: str, codes: list[str]) -> None:
    assert [d.code for d in found(text, problem=problem) if d.severity != "note"] == codes
