"""Every word of every domain is documented, shown by an example that compiles, and used in a case."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from diagrammar.compiler.codes import all_codes
from diagrammar.compiler.domains import vocabulary
from diagrammar.compiler.parse import parse
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.compiler.vocabulary import Kind, Verb
from diagrammar.dsl.report import full
from diagrammar.dsl.source import Source
from diagrammar.dsl.spec import Arg, Call, Declaration, Name, Node

from tests.literate import cases_in

TESTS = Path(__file__).parents[1]
WORDS = [(d, w) for d in vocabulary().domains for w in (*d.kinds, *d.verbs)]
STAGES = (
    "",
    "box a, b, c, d, s, w, wheel, rope\n",
    "circle c(3 cm), d(3 cm); line l; triangle t\n",
    "segment a, b, c, s\n",
    "circle A, B\n",
    "point A, B; midpoint M(A, B)\n",
    "axes ax(x = -3..3, y = -1..5); curve f(y = x^2), g(y = 2 - x^2)\n",
    "curve f(y = 5 + x), g(y = 5 - x)\n",
    "region R(0 <= x <= 2, 0 <= y <= x^2)\n",
    "vector u(from = (0, 0, 0), to = (2, 0, 0)), v(from = (0, 0, 0), to = (0, 2, 0))\n",
    "surface S(x^2 + y^2 + z^2 = 16)\n",
    "circle pizza; chord a(of = pizza), b(of = pizza)\n",
    "circle pizza; chord e(of = pizza); region P(split(pizza, e))\n",
)
"""What an example may take for granted: one of these stands before it."""


def word_id(found: object) -> str:
    return getattr(found, "name", "")


def findings(text: str) -> str:
    result = compile_spec(Source(text=text), Options(draw=False))
    return full([d for d in result.diagnostics if d.severity != "note"], result.source)


@pytest.mark.parametrize(("domain", "word"), WORDS, ids=word_id)
def test_a_word_is_documented(domain: object, word: Kind | Verb) -> None:
    assert word.doc.endswith((".", ")")) and (word.doc[0].isupper() or word.doc[0] == "`")
    assert word.example
    assert all(slot.doc for slot in word.slots)
    assert not isinstance(word, Kind) or all(part.doc for part in word.parts)


@pytest.mark.parametrize(("domain", "word"), WORDS, ids=word_id)
def test_the_example_of_a_word_compiles(domain: object, word: Kind | Verb) -> None:
    reports = [findings(stage + word.example) for stage in STAGES]
    assert "" in reports, reports[0]


@pytest.mark.parametrize("role", ["kinds", "verbs"])
def test_a_spelling_names_one_word_of_its_role(role: str) -> None:
    words: dict[str, str] = {}
    for domain, word in WORDS:
        if word in getattr(domain, role):
            clash = words.setdefault(word.name, domain.name)
            assert clash == domain.name, f"{word.name}: declared by {clash} and {domain.name}"


def specs() -> Iterator[str]:
    """Yield every spec that stands in a case or in the gallery."""
    for file in sorted(TESTS.rglob("*.md")):
        yield from (case.text for case in cases_in(file))
    for file in sorted(TESTS.rglob("*.dgm")):
        yield file.read_text("utf-8")


def mentioned(node: object) -> Iterator[str]:
    """Yield the words that a syntax tree uses as kinds, as calls and as names of arguments."""
    if isinstance(node, Declaration):
        yield node.kind
    if isinstance(node, Call) and isinstance(node.callee, Name):
        yield node.callee.id
    if isinstance(node, Arg) and node.name:
        yield node.name
    if isinstance(node, Node):
        for field in type(node).model_fields:
            yield from mentioned(getattr(node, field))
    elif isinstance(node, tuple):
        for member in node:
            yield from mentioned(member)


@cache
def used() -> frozenset[str]:
    found: set[str] = set()
    for text in specs():
        spec = parse(Source(text=text)).value
        found |= set(mentioned(spec.statements if spec else ()))
    words = vocabulary()
    named = {w.name for f in found for w in (words.kind(f), words.verb(f)) if w is not None}
    return frozenset(named)


def test_every_word_is_used_in_a_case() -> None:
    unused = sorted({word.name for _, word in WORDS} - used())
    assert not unused


def test_codes_are_well_formed() -> None:
    for code in all_codes().values():
        assert code.code[:3].isupper() and code.code[3:].isdigit()
        assert code.name == code.name.lower() and " " not in code.name
        assert code.summary.endswith(".") and code.why.endswith(".")


def test_every_domain_has_its_own_prefix() -> None:
    prefixes = [domain.prefix for domain in vocabulary().domains]
    assert len(set(prefixes)) == len(prefixes)
    assert all(domain.doc for domain in vocabulary().domains)
