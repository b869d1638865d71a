"""Ticks stand on their axes."""

from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import leaves


def test_no_tick_stands_off_its_axis() -> None:
    compiled = compile_spec(
        Source(text="axes ax(x = 0..6.3, y = -1..1, ticks = [1, 3, 6])\ncurve f(y = sin(x))")
    )
    assert compiled.scene is not None
    paths = [i for i in leaves(compiled.scene.items) if isinstance(i, Path)]
    axes = [p.points for p in paths if p.role == "axis"]
    top = max(y for line in axes for _, y in line)
    ticks = [p.points for p in paths if p.role == "tick"]
    assert len(ticks) == 4
    assert all(y <= top for tick in ticks for _, y in tick)
