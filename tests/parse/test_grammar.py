"""The grammar file keeps to what constrained decoding can use, and its tables are current."""

import json
import re

from diagrammar.compiler.parse.tables import GRAMMAR, TABLES, build, fingerprint, parser

TEXT = GRAMMAR.read_text("utf-8")


def test_tables_belong_to_the_grammar() -> None:
    assert json.loads(TABLES.read_text("utf-8"))["made_from"] == fingerprint()


def test_tables_parse_as_the_grammar_does() -> None:
    text = 'panel p("P") { a -> b : "x"; let f(x) = 3x^2 }'
    assert parser().parse(text) == build().parse(text)


def test_grammar_avoids_what_decoders_refuse() -> None:
    rules = re.sub(r"//.*", "", TEXT)
    assert not re.search(r"\(\?[=!<]|\\b|%declare|%extend|%override|%import|\{\w+\}", rules)
    assert not re.search(r"^\??!?\w+\.\d", rules, re.MULTILINE)


def test_grammar_stays_small() -> None:
    assert len(re.findall(r"^[?_a-z]\w*:", TEXT, re.MULTILINE)) <= 45
