"""Figures from hidden coordinates: they compile, everything stated holds, and order and layout do not matter."""

import math
import os
import subprocess
import sys

import pytest
from diagrammar.compiler.canonical import canonical_text
from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.dsl.source import Source
from hypothesis import HealthCheck, Phase, given, settings

from ..place.pixel import overlap
from .figures import Figure, figures, opening

QUICK = settings(
    max_examples=30, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
"""A failing figure is small as it is: shrinking would cost hundreds of compilations."""
FEW = settings(QUICK, max_examples=4)
UNDRAWN = Options(draw=False)
FIXED = """
point A, B, C
point M(midpoint(A, B))
dimension(A, B, 5 cm); dimension(B, C, 4 cm); right_angle(A, C, B)
circle c(center = M, through = A)
label(M, "middle"); ask("AC = ?"); options("A) 3 cm", "B) 4 cm")
"""
PRINT_SCENE = """
import sys
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.source import Source
sys.stdout.write(compile_spec(Source(text=sys.stdin.read())).scene.model_dump_json())
"""


def compiled(text: str, options: Options = UNDRAWN) -> Compiled:
    result = compile_spec(Source(text=text), options)
    assert result.ok, (text, [(d.code, d.message) for d in result.diagnostics])
    return result


def places(result: Compiled) -> dict[str, tuple[float, float]]:
    """Return where the points of the only panel are, in millimetres."""
    shapes, values = result.posed[0].poser.shapes, result.layouts[0].values
    return {name: (values[s.x], values[s.y]) for name, s in shapes.items() if type(s).__name__ == "Point"}


def assert_holds(figure: Figure, result: Compiled) -> None:
    """Check every stated length and angle on the coordinates alone; one scale serves all lengths."""
    at = places(result)
    a, b, length = figure.lengths[0]
    scale = math.dist(at[a], at[b]) / length
    for a, b, length in figure.lengths:
        assert math.dist(at[a], at[b]) == pytest.approx(scale * length, rel=1e-4), figure.text
    for a, v, b, angle in figure.angles:
        assert opening(at[a], at[v], at[b]) == pytest.approx(angle, abs=1e-4), figure.text


@QUICK
@given(figures())
def test_what_is_stated_holds_on_the_final_coordinates(figure: Figure) -> None:
    assert_holds(figure, compiled(figure.text))


@FEW
@given(figures())
def test_the_order_of_statements_does_not_matter(figure: Figure) -> None:
    assert_holds(figure, compiled(figure.reversed_text()))


@FEW
@given(figures())
def test_formatting_keeps_every_text_of_the_picture(figure: Figure) -> None:
    result = compiled(figure.text)
    assert result.spec is not None
    again = compiled(canonical_text(result.spec))
    assert sorted(p.text for p in again.printed) == sorted(p.text for p in result.printed)


@FEW
@given(figures())
def test_no_text_stands_on_anything_and_two_compiles_are_one(figure: Figure) -> None:
    first, second = (compile_spec(Source(text=figure.text)) for _ in range(2))
    assert first.scene is not None, (figure.text, [(d.code, d.message) for d in first.diagnostics])
    assert first.scene == second.scene
    assert overlap(first.scene.items) == 0


@pytest.mark.parametrize("hash_seed", ["1", "4711"])
def test_a_fresh_process_makes_the_same_scene(hash_seed: str) -> None:
    here = compile_spec(Source(text=FIXED)).scene
    assert here is not None
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    there = subprocess.run(
        [sys.executable, "-c", PRINT_SCENE],
        input=FIXED,
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert there.stdout == here.model_dump_json()
