"""Canonical text: headings in order, comments kept, words and homes from outside."""

from diagrammar.compiler.format import format_spec
from diagrammar.compiler.parse import parse
from diagrammar.dsl.source import Source
from diagrammar.dsl.spec import Call, Relation, Spec, Statement
from diagrammar.tests.strategies import specs
from hypothesis import given, settings
from hypothesis import strategies as st


def spec_of(text: str) -> Spec:
    outcome = parse(Source(text=text))
    assert outcome.value is not None and not outcome.errors
    return outcome.value


def formatted(text: str) -> str:
    return format_spec(spec_of(text))


def test_headings_come_in_order_and_are_merged() -> None:
    assert formatted("labels { f(a) }\nentities { point A }\nlabels { g(b) }") == (
        "entities { point A }\nlabels {\n  f(a)\n  g(b)\n}\n"
    )


def test_declarations_and_links_go_to_the_entities() -> None:
    assert formatted("labels { a -> b; note(x); point P }") == (
        "entities {\n  a -> b\n  point P\n}\nlabels { note(x) }\n"
    )


def test_spec_without_blocks_stays_without() -> None:
    assert formatted("f(a);point A;a->b") == "f(a)\npoint A\na -> b\n"


def test_home_decides_where_statements_belong() -> None:
    def home(statement: Statement) -> str | None:
        is_call = isinstance(statement, Relation) and isinstance(statement.expr, Call)
        return "constraints" if is_call else None

    assert format_spec(spec_of("labels { f(a) }"), home=home) == "constraints { f(a) }\n"


def test_words_become_canonical() -> None:
    def canonical(role: str, word: str) -> str:
        return {"kind": "K", "verb": "V", "arg": "g"}[role] + word

    text = format_spec(spec_of("box b(mass = f(a)); dim(b)"), canonical=canonical)
    assert text == "Kbox b(gmass = Vf(a))\nVdim(b)\n"


def test_comments_stay_with_their_statements() -> None:
    text = "// top\nlabels { // head\n  // above\n  a -> b // behind\n  f(x) // two\n  // last\n} // end\n"
    assert formatted(text) == (
        "entities {\n  // above\n  a -> b  // behind\n}\n"
        "// top\nlabels {  // head\n  f(x)  // two\n  // last\n}  // end\n"
    )


def test_long_declaration_breaks_between_things() -> None:
    things = ", ".join(
        f'level n{at}("energy of the level", at = {at})'.removeprefix("level ") for at in range(4)
    )
    lines = formatted(f"level {things}").splitlines()
    assert len(lines) > 1 and all(len(line) <= 100 for line in lines)
    assert lines[1].startswith("    n")


def test_paths_are_tight_and_statements_spaced() -> None:
    assert formatted("A -- B; f(A -- B, a->b)") == "A -- B\nf(A--B, a -> b)\n"


@settings(max_examples=20, deadline=None)
@given(specs, st.lists(st.integers(0, 30), max_size=5))
def test_no_comment_is_ever_lost(spec: Spec, places: list[int]) -> None:
    lines = format_spec(spec).splitlines() or [""]
    for at, place in enumerate(places):
        lines[place % len(lines)] += f"  // c{at}" if place % 2 else f"\n// c{at}"
    text = "\n".join(lines)
    before = spec_of(text)
    once = format_spec(before)
    again = spec_of(once)
    assert len(again.comments) == len(before.comments)
    assert format_spec(again) == once
