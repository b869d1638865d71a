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


def test_extension_lines_from_one_place_are_drawn_once() -> None:
    text = (
        "point A(0, 0), B(4, 0), C(9, 0)\nsegment s(A, C)\n"
        "dimension(A, B, \"a\"); dimension(B, C, \"b\"); dimension(A, C, \"c\")"
    )  # fmt: skip
    lines = pieces(paths(text, "extension"))
    assert not any(
        math.dist(one[0], other[0]) < 0.1 and abs((one[0][1] - one[1][1]) * (other[0][1] - other[1][1])) > 0
        and (one[0][1] < one[1][1]) == (other[0][1] < other[1][1])
        for one, other in combinations(lines, 2)
    )  # fmt: skip


def test_a_dimension_passes_an_arrow_rather_than_touching_its_tip() -> None:
    text = (
        "point F(0, 0, bare), H(0, 2, bare), W(6, 0, bare)\nsegment man(F, H, thick)\nsegment g(F, W, thick)\n"
        "motion(F, right, \"v\")\ndimension(F, H, 2 m)"
    )  # fmt: skip
    (line,) = {p[0] for pair in pieces(paths(text, "dimension")) for p in pair}
    (tip,) = {
        head.points[0]
        for head in paths(text, "arrowhead")
        if abs(head.points[1][0] - head.points[3][0]) < 0.1
    }
    assert abs(line - tip[0]) > 1.0


def test_a_dimension_from_drawn_line_to_drawn_line_stands_between_them() -> None:
    text = (
        "point A(0, 0, bare), B(0, 6, bare), C(5, 0, bare), D(5, 6, bare), P(0, 3, bare), Q(5, 3, bare)\n"
        "segment l(A, B), r(C, D)\ndimension(P, Q, \"w\")"
    )  # fmt: skip
    assert not paths(text, "extension")
    tips = sorted(head.points[0][0] for head in paths(text, "arrowhead"))
    sides = sorted({p[0] for path in paths(text, "edge") for p in path.points})
    assert tips == pytest.approx([sides[0], sides[-1]], abs=0.02)
