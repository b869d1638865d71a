"""What is made from grammar and vocabulary is right and complete."""

import json
from functools import cache
from pathlib import Path

import pytest
from diagrammar import check, format_text
from diagrammar.compiler.domains import vocabulary
from diagrammar.compiler.parse import parse
from diagrammar.dsl.source import Source
from diagrammar.dsl.spec import Spec
from diagrammar.files import fences
from diagrammar.grammar import authoring_prompt, decoding_grammar, json_schema, lark_grammar
from diagrammar.grammar.vocabulary import completion_json, describe, listing
from lark import Lark
from llguidance import LLMatcher, LLTokenizer

TESTS = Path(__file__).parents[1]
GALLERY = sorted(TESTS.rglob("gallery/*.dgm"))
TRIAL = sorted((TESTS / "data" / "trial").glob("*.dgm"))
FORBIDDEN = ("%ignore", "%declare", "%extend", "%override", "(?=", "(?!", "(?<", r"\b")


@cache
def decoder(open_words: bool) -> LLMatcher:
    grammar = LLMatcher.grammar_from_lark(decoding_grammar(open_words=open_words))
    return LLMatcher(LLTokenizer("byte"), grammar)


def derives(text: str, *, open_words: bool = False) -> bool:
    """Whether a constrained decoder could write a text, byte by byte, and stop there."""
    matcher = decoder(open_words)
    matcher.reset()
    data = list(text.encode())
    return bool(matcher.try_consume_tokens(data) == len(data) and matcher.is_accepting())


def test_the_decoding_grammar_keeps_to_the_common_dialect() -> None:
    grammar = decoding_grammar()
    assert not [word for word in FORBIDDEN if word in grammar]
    assert LLMatcher.validate_grammar(LLMatcher.grammar_from_lark(grammar), LLTokenizer("byte")) == ""


@pytest.mark.slow
def test_lark_loads_the_decoding_grammar_and_reads_a_spec_with_it() -> None:
    parser = Lark(decoding_grammar(["core"]), parser="earley", lexer="dynamic")
    assert parser.parse(format_text('point A, B\nlabel(A, "start")\n'))


@pytest.mark.parametrize("file", GALLERY, ids=lambda file: file.stem)
def test_a_decoder_can_write_every_gallery_spec(file: Path) -> None:
    assert derives(format_text(file.read_text("utf-8")))


@pytest.mark.parametrize("file", TRIAL, ids=lambda file: file.stem)
def test_a_decoder_with_open_words_can_write_every_trial_spec(file: Path) -> None:
    assert derives(format_text(file.read_text("utf-8")), open_words=True)


@pytest.mark.parametrize(
    "text",
    [
        "flurble f\n",
        "triangle ABC(sidez = [3, 4, 5])\n",
        "triangle ABC(" + " " * 40 + ")\n",
        "point A" + "\n" * 40,
        "point A; point B\n",
    ],
)
def test_a_decoder_cannot_write_unknown_words_or_endless_blanks(text: str) -> None:
    assert not derives(text)


def test_the_prompt_names_every_word() -> None:
    prompt = authoring_prompt()
    for word in (*vocabulary().kinds, *vocabulary().verbs):
        assert f"`{word.name}" in prompt


def test_the_prompt_is_short() -> None:
    language, vocabulary_part = authoring_prompt().split("## Vocabulary")
    assert len(language) < 5000
    words = len(vocabulary().kinds) + len(vocabulary().verbs)
    assert len(vocabulary_part) < 200 * words + 2000


def test_the_worked_examples_of_the_prompt_compile_without_a_finding() -> None:
    examples = [text for _, text in fences(authoring_prompt())]
    assert len(examples) == 4
    assert {str(check(text)) for text in examples} == {""}


def test_the_prompt_refuses_a_domain_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        authoring_prompt(["alchemy"])


def test_the_schema_describes_what_the_parser_makes() -> None:
    schema = json.loads(json_schema())
    spec = parse(Source(text='circle c(center = O); A -> B : "x"')).value
    assert spec is not None
    record = json.loads(spec.model_dump_json())
    assert set(record) <= set(schema["properties"])
    assert Spec.model_validate_json(json.dumps(record)) == spec


def test_completion_data_covers_the_vocabulary() -> None:
    words = json.loads(completion_json())["words"]
    assert len(words) == len(vocabulary().kinds) + len(vocabulary().verbs)
    assert all(word["doc"] and word["signature"].startswith(word["word"]) for word in words)


def test_a_page_tells_slots_flags_and_example() -> None:
    page = describe("triangle")
    assert page is not None
    assert all(part in page for part in ("sides:", "flags:", "triangle ABC("))


def test_a_word_that_is_kind_and_verb_has_both_pages() -> None:
    page = describe("parallel")
    assert page is not None and "kind parallel" in page and "verb parallel" in page


def test_the_listing_names_every_domain() -> None:
    assert all(f"{domain.name}:" in listing() for domain in vocabulary().domains)


def test_the_grammar_file_knows_no_domain_word() -> None:
    names = {word.name for word in (*vocabulary().kinds, *vocabulary().verbs)}
    assert not [n for n in names if f'"{n}"' in lark_grammar()]
