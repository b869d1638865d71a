"""Dimension lines: extension lines off the object, nothing crossed where that can be, short ones from outside."""

import math
from itertools import combinations, pairwise

import pytest
from diagrammar.compiler.draw.dimensions import CLEAR, OFFSET, PAST, SHORT
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import XY, faults, leaves


def paths(text: str, role: str) -> list[Path]:
    compiled = compile_spec(Source(text=text))
    assert compiled.scene is not None, compiled.diagnostics
    assert not faults(compiled.scene)
    return [i for i in leaves(compiled.scene.items) if isinstance(i, Path) and i.role == role]


def pieces(found: list[Path]) -> list[tuple[XY, XY]]:
    return [
        (p, q)
        for path in found
        for (p, _), (q, code) in pairwise(zip(path.points, path.codes))
        if code == "L"
    ]


def cross(one: tuple[XY, XY], other: tuple[XY, XY]) -> bool:
    def turn(a: XY, b: XY, p: XY) -> float:
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

    (a, b), (c, d) = one, other
    return turn(a, b, c) * turn(a, b, d) < -1e-9 and turn(c, d, a) * turn(c, d, b) < -1e-9


@pytest.mark.parametrize(("look", "radius"), [(", bare", 0.0), ("", 0.6)])
def test_extension_lines_start_off_the_object_and_pass_the_line(look: str, radius: float) -> None:
    lines = pieces(
        paths(f"point A(0, 0{look}), B(5, 0{look})\nsegment s(A, B)\ndimension(A, B, 5 cm)", "extension")
    )
    assert len(lines) == 2
    for start, end in lines:
        assert math.dist(start, end) == pytest.approx(OFFSET + PAST - CLEAR - radius, abs=0.02)


def test_extension_lines_of_a_height_in_space_are_whole() -> None:
    lines = pieces(paths("cone k(radius = 3 cm, height = 4 cm)\ndimension(k.height, 4 cm)", "extension"))
    assert len(lines) == 2


def test_dimensions_at_one_point_do_not_cross() -> None:
    text = (
        "point A(-4, 4), O(0, 0), B(3, -3), C(-3, 0), D(6, 0)\nsegment a(A, B), c(C, D)\n"
        "dimension(A, O, \"a\"); dimension(O, B, \"b\"); dimension(C, O, \"c\"); dimension(O, D, \"d\")"
    )  # fmt: skip
    lines = pieces(paths(text, "dimension"))
    assert len(lines) >= 4
    assert not any(cross(one, other) for one, other in combinations(lines, 2))


def test_of_dimensions_along_one_line_the_shorter_is_nearer() -> None:
    text = (
        "point A(0, 0), B(4, 0), C(9, 0), D(9, 3), E(0, 3)\npolygon P(A, C, D, E)\n"
        "dimension(A, C, \"l\"); dimension(A, B, \"s\")"
    )  # fmt: skip
    lines = pieces(paths(text, "dimension"))
    lengths = {
        y: sum(math.dist(p, q) for p, q in lines if abs(p[1] - y) < 1e-6) for y in {p[1] for p, _ in lines}
    }
    levels = sorted(lengths)
    if len(levels) == 2:
        assert lengths[levels[1]] < lengths[levels[0]]


def test_a_short_dimension_has_its_arrowheads_outside() -> None:
    text = "point A(0, 0, bare), B(1, 0, bare), C(20, 0, bare)\nsegment s(A, C)\ndimension(A, B, 1 cm)"
    heads, extensions = paths(text, "arrowhead"), pieces(paths(text, "extension"))
    tips = sorted(head.points[0][0] for head in heads)
    sides = sorted(start[0] for start, _ in extensions)
    assert tips[1] - tips[0] < SHORT
    assert tips == pytest.approx(sides, abs=0.02)
    assert min(p[0] for head in heads for p in head.points) < tips[0] - 1
    assert max(p[0] for head in heads for p in head.points) > tips[1] + 1
