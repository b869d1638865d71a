"""Dashed lines on axes can be seen."""

import math

from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import leaves, lines_of


def length_of_axis(text: str) -> float:
    compiled = compile_spec(Source(text=text))
    assert compiled.scene is not None
    axes = [i for i in leaves(compiled.scene.items) if isinstance(i, Path) and i.role == "axis"]
    return sum(math.dist(line[0], line[-1]) for axis in axes for line in lines_of(axis))


def test_an_axis_is_broken_under_a_dashed_line_but_not_under_a_solid_one() -> None:
    axes = "axes ax(x = 0..4, y = 0..3)\npoint A(0, 0), B(0, 2)\n"
    whole = length_of_axis(axes)
    assert length_of_axis(axes + "segment s(A, B)") == whole
    assert length_of_axis(axes + "segment s(A, B, dashed)") < whole - 10
