"""Arrows of what turns and moves: where nothing is, off the lines along which things move."""

import math

from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import XY, distance, faults, leaves, lines_of


def paths(text: str, role: str, start: str = "") -> list[Path]:
    compiled = compile_spec(Source(text=text))
    assert compiled.scene is not None, compiled.diagnostics
    assert not faults(compiled.scene)
    found = (i for i in leaves(compiled.scene.items) if isinstance(i, Path) and i.role == role)
    return [path for path in found if path.id.startswith(start)]


def gap(line: Path, other: Path) -> float:
    """Return the distance between two lines, by the places through which the first is drawn."""
    spots: list[XY] = [p for run in lines_of(line) for p in run]
    sides = [(a, b) for run in lines_of(other) for a, b in zip(run, run[1:])]
    return min(distance(p, a, b) for p in spots for a, b in sides)


def test_the_arc_of_a_rotation_stands_where_no_line_crosses_it() -> None:
    text = (
        "point S(0, 0), N(0, 5), P(4, 5)\nsegment n(S, N)\nray beam(S, P)\n"
        'rotation(about = S, cw, "ω")\nangle(N, S, P, "θ")\ndimension(S, N, "100 m")'
    )
    (arc,) = paths(text, "arrow", "rotation")
    assert all(gap(arc, line) > 1 for line in [*paths(text, "edge"), *paths(text, "angle")])


def test_an_arrow_of_motion_along_a_line_stands_beside_it() -> None:
    text = 'point A(0, 0, bare), B(8, 0, bare), P(4, 0)\nsegment road(A, B, thick)\nmotion(P, right, "v")'
    (arrow,), (road,) = paths(text, "arrow"), paths(text, "edge", "road")
    assert gap(arrow, road) > 2


def test_an_arrow_of_motion_that_goes_on_from_a_line_is_bolder_and_starts_off_its_end() -> None:
    text = 'point A(0, 0, bare), S(0, 5)\nsegment rise(A, S)\nmotion(S, up, "v")'
    (arrow,), (rise,) = paths(text, "arrow"), paths(text, "edge", "rise")
    assert arrow.stroke is not None and rise.stroke is not None
    assert arrow.stroke.width > rise.stroke.width
    assert math.dist(arrow.points[0], rise.points[-1]) > 1
