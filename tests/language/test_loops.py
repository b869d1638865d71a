"""What a loop makes without a name is made in each turn."""

from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source


def test_a_loop_makes_an_unnamed_thing_in_each_turn() -> None:
    spec = "for j in 1..3 { segment((0, j), (4, j)) }"
    result = compile_spec(Source(text=spec), Options(draw=False))
    assert result.model is not None
    made = [e for e in result.model.entities() if e.kind.name == "segment"]
    assert len(made) == 3
