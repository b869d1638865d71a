"""Broken specs: no mutation of a sound one raises, hangs, or draws without saying what is wrong."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source
from hypothesis import given, settings
from hypothesis import strategies as st

from ..literate import cases_in

TESTS = Path(__file__).parents[1]
TEXTS = [
    *(file.read_text("utf-8") for file in sorted(TESTS.rglob("*.dgm"))),
    *(case.text for file in sorted(TESTS.rglob("*.md")) for case in cases_in(file)),
]
TOKEN = re.compile(r'"[^"\n]*"|\w+|\s+|.', re.DOTALL)
NASTY = (
    "0", "-1", "1e308", "1e-308", "?", "[]", "()", '""', "derived", "hidden(1)", "1/0", "..", '"$"', '"\\frac"',
    "-", "== ", "1000000", "x", "A", "(0,0)", "(1,2,3)", "A--B", "A.x", "[1]", "°", "kg", "\u200b", "\n", "{", "}", ";",
)  # fmt: skip
SECONDS = 10.0
"""Of processor time for one spec, generous for a loaded machine; see compiler/limits.py for what is aimed at."""
CHECK = Options(draw=False)


def mutated(text: str, draw: random.Random) -> str:
    """Return a text with one to three tokens deleted, doubled, swapped or replaced by something nasty."""
    tokens = TOKEN.findall(text)
    for _ in range(draw.randint(1, 3)):
        if len(tokens) < 2:
            return "".join(tokens)
        one, other = draw.randrange(len(tokens)), draw.randrange(len(tokens))
        change = draw.randrange(5)
        if change == 0:
            del tokens[one]
        elif change == 1:
            tokens.insert(one, tokens[other])
        elif change == 2:
            tokens[one], tokens[other] = tokens[other], tokens[one]
        elif change == 3:
            tokens[one] = draw.choice(NASTY)
        else:
            tokens.insert(one, draw.choice(NASTY))
    return "".join(tokens)


def mutations(seed: int, count: int) -> Iterator[str]:
    draw = random.Random(seed)
    return (mutated(draw.choice(TEXTS), draw) for _ in range(count))


def assert_answered(text: str, options: Options) -> None:
    start = process_time()
    result = compile_spec(Source(text=text), options)
    assert process_time() - start < SECONDS, text
    if options.draw:
        assert (result.scene is None) != result.ok, text
    for found in result.diagnostics:
        assert found.message and (found.span is None or 0 <= found.span.start <= found.span.end <= len(text))


@pytest.mark.parametrize("seed", range(4))
def test_mutated_specs_are_answered(seed: int) -> None:
    for text in mutations(seed, 30):
        assert_answered(text, CHECK)


def test_mutated_specs_are_drawn_or_refused() -> None:
    for text in mutations(99, 15):
        assert_answered(text, Options(answer="5 cm", problem="A rod of 5 cm.\n\nA) 4 cm\n\nB) 5 cm"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 110))
def test_many_mutated_specs_are_answered(seed: int) -> None:
    for text in mutations(seed, 150):
        assert_answered(text, Options())


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=120) | st.binary(max_size=120).map(lambda raw: raw.decode("utf-8", "replace")))
def test_any_text_at_all_is_answered(text: str) -> None:
    assert_answered(text, CHECK)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from((*NASTY, " ", "(", ")", "=", ",", "point", "circle", "label", "->", "for", "in")),
        max_size=25,
    )
)
def test_any_row_of_tokens_is_answered(tokens: list[str]) -> None:
    assert_answered("".join(tokens), CHECK)
