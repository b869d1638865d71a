"""One pass reports every fault and keeps every sound statement."""

from diagrammar.compiler.parse import parse
from diagrammar.dsl.source import Source
from diagrammar.dsl.spec import Block, Declaration, statements_in

FAULTY = """\
entities {
  point A, B
  p below q
  circle c(center = A, radius = 5 cm
}
labels {
  label(A, 'apex')
  note("kept")
}
"""


def test_all_faults_are_reported_in_one_pass() -> None:
    found = parse(Source(text=FAULTY)).diagnostics
    assert [diagnostic.code for diagnostic in found] == ["SYN012", "SYN005", "SYN020"]


def test_sound_statements_are_kept_in_their_blocks() -> None:
    spec = parse(Source(text=FAULTY)).value
    assert spec is not None
    entities, labels = spec.statements
    assert isinstance(entities, Block) and isinstance(entities.body[0], Declaration)
    assert isinstance(labels, Block) and len(labels.body) == 1


def test_kept_statements_have_the_spans_of_the_faulty_text() -> None:
    source = Source(text=FAULTY)
    spec = parse(source).value
    assert spec is not None
    texts = [source.slice(statement.span) for statement in statements_in(spec.statements)]
    assert texts[1] == "point A, B" and texts[-1] == 'note("kept")'


def test_fault_in_a_head_keeps_the_body() -> None:
    spec = parse(Source(text="panel a('x') {\n point A\n}\npoint B")).value
    assert spec is not None
    assert len(spec.statements) == 2


def test_place_of_an_unknown_fault_is_exact() -> None:
    text = "point A\n  @ C\npoint D"
    (found,) = parse(Source(text=text)).errors
    assert found.span is not None and text[found.span.start : found.span.end].startswith("@")


def test_expectation_is_in_plain_words() -> None:
    (found,) = parse(Source(text="! @")).errors
    assert found.hints and not any(word.isupper() for word in found.hints[0].split())
