"""Radius and diameter lines: where they cross least, alike in alike circles."""

import math

from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import faults, leaves

TWO = "point A(0, 0), B(3, 0)\ncircle c(center = A, diameter = 6 cm), d(center = B, diameter = 6 cm)\n"


def paths(text: str, role: str) -> list[Path]:
    compiled = compile_spec(Source(text=text))
    assert compiled.scene is not None, compiled.diagnostics
    assert not faults(compiled.scene)
    return [i for i in leaves(compiled.scene.items) if isinstance(i, Path) and i.role == role]


def bearing(path: Path) -> float:
    (ax, ay), (bx, by) = path.points
    return math.degrees(math.atan2(by - ay, bx - ax)) % 360


def test_diameters_of_alike_circles_are_parallel() -> None:
    one, other = paths(TWO, "diameter")
    assert abs(bearing(one) - bearing(other)) < 1e-3


def test_a_radius_line_keeps_off_a_chord_and_a_dashed_line() -> None:
    text = (
        "point O(0, 0)\ncircle c(center = O, radius = 3 cm)\nchord AB(of = c)\n"
        "point P(6, 3)\nsegment s(O, P, dashed)\nray r(O, A)"
    )
    (line,) = paths(text, "radius")
    others = [p for p in paths(text, "edge") if p.id[:2] in ("s/", "r/")]
    for other in others:
        turn = abs((bearing(line) - bearing(other) + 180) % 360 - 180)
        assert turn > 20
