"""Marks of angles and of equal and parallel lines: inside their arms, clear of each other, with arms to measure from."""

import math

import pytest
from diagrammar.compiler.draw.wedges import APART, Wedges
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Path
from diagrammar.dsl.source import Source

from ..joins import XY, faults, leaves

FAN = "point O(0, 0), A(6, 0), B(5, 2), C(4, 4), D(1, 5)\nsegment a(O, A), b(O, B), c(O, C), d(O, D)\n"


def paths(text: str, role: str) -> list[Path]:
    compiled = compile_spec(Source(text=text))
    assert compiled.scene is not None, compiled.diagnostics
    assert not faults(compiled.scene)
    return [i for i in leaves(compiled.scene.items) if isinstance(i, Path) and i.role == role]


def middle(path: Path) -> XY:
    return (
        sum(x for x, _ in path.points) / len(path.points), sum(y for _, y in path.points) / len(path.points)
    )  # fmt: skip


def test_arcs_over_the_same_opening_are_nested() -> None:
    calls = 'angle(A, O, B, "α"); angle(A, O, C, "β"); angle(A, O, D, "γ"); angle(B, O, C, "δ")'
    arcs = paths(FAN + calls, "angle")
    (vertex,) = {path.points[0] for path in paths(FAN + calls, "edge")}
    radii = sorted(math.dist(vertex, arc.points[0]) for arc in arcs)
    assert len(radii) == 4
    assert radii[-1] < 0.95 * min(math.dist(*path.points) for path in paths(FAN + calls, "edge"))


def test_a_mark_with_several_arcs_keeps_the_room_of_all() -> None:
    wedges = Wedges()
    inner = wedges.free_radius((0, 0), (0, 40), 4.5, most=30, depth=1.8)
    outer = wedges.free_radius((0, 0), (10, 60), 4.5, most=30)
    assert outer >= inner + 1.8 + APART


def test_short_arms_take_smaller_radii_rather_than_longer_ones() -> None:
    wedges = Wedges()
    assert wedges.free_radius((0, 0), (0, 40), 5.0, most=6) == 5.0
    assert wedges.free_radius((0, 0), (0, 60), 5.0, most=6) < 5.0


@pytest.mark.parametrize("length", [0.4, 1.0, 5.0])
def test_squares_of_right_angles_stay_inside_their_arms(length: float) -> None:
    text = f"point A(6, 0), B(0, 0), C(0, {length})\npolygon P(A, B, C)\nangle(A, B, C, 90°)"
    (square,) = paths(text, "right-angle")
    (outline,) = paths(text, "edge")
    sides = [math.dist(p, q) for p, q in zip(outline.points, outline.points[1:])]
    side = math.dist(square.points[0], square.points[1])
    assert side == pytest.approx(min(2.6, 0.35 * min(sides)), abs=0.01)


def test_an_angle_from_a_line_that_is_not_drawn_has_the_beginning_of_it() -> None:
    text = 'point S(0, 0), T(5, 1), U(3, 4)\nsegment s(S, T)\nangle(T, S, U, "x")'
    assert len(paths(text, "arm")) == 1
    assert not paths(text + "\nsegment u(S, U)", "arm")


def test_ticks_stand_beside_what_crosses_the_middle_and_chevrons_beside_ticks() -> None:
    text = (
        "point A(0, 0), B(6, 0), C(6, 4), D(0, 4), E(3, -1), F(3, 5)\npolygon P(A, B, C, D)\nsegment s(E, F)\n"
        "equal_marks(AB, DC); parallel_marks(AB, DC)"
    )
    ticks = paths(text, "tick")
    (line,) = [p for p in paths(text, "edge") if p.id.startswith("s/")]
    x = line.points[0][0]
    spots = [middle(tick) for tick in ticks]
    assert len(spots) == 4
    assert all(abs(spot[0] - x) > 1 for spot in spots)
    assert all(math.dist(p, q) > 1.5 for p in spots for q in spots if p is not q)
