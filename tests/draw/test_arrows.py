"""Arrowheads: on their curves, at the edges of what they point at, clear of other ink."""

import math

import pytest
from diagrammar.compiler.draw.arrows import BOW, SMALLEST, tip_on
from diagrammar.compiler.draw.courses import course_of
from diagrammar.compiler.draw.paths import arc, polyline
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Marker, Path, Scene
from diagrammar.dsl.source import Source

from ..joins import faults, leaves


def scene(text: str) -> Scene:
    compiled = compile_spec(Source(text=text))
    assert compiled.scene is not None, compiled.diagnostics
    assert not faults(compiled.scene)
    return compiled.scene


def heads(picture: Scene, entity: str) -> list[Path]:
    return [
        item for item in leaves(picture.items)
        if isinstance(item, Path) and item.role == "arrowhead" and item.origin and item.origin.entity == entity
    ]  # fmt: skip


@pytest.mark.parametrize("radius", [4, 8, 20])
def test_tip_and_tail_of_a_head_lie_on_the_curve(radius: float) -> None:
    course = course_of(arc((0, 0), radius, 0, 200))
    tip = tip_on(course, course.length, 2.6)
    tail = (
        tip.at[0] - tip.size * math.cos(math.radians(tip.direction)),
        tip.at[1] - tip.size * math.sin(math.radians(tip.direction)),
    )
    assert math.hypot(*tip.at) == pytest.approx(radius, abs=1e-3)
    assert math.hypot(*tail) == pytest.approx(radius, abs=0.02)


def test_a_head_on_a_tight_bend_is_smaller() -> None:
    course = course_of(arc((0, 0), 2.0, 0, 200))
    tip = tip_on(course, course.length, 2.6)
    assert SMALLEST * 2.6 <= tip.size < 2.6
    assert 2 - math.sqrt(4 - tip.size**2 / 4) < BOW * tip.size + 0.02


def test_a_head_behind_a_corner_points_along_its_last_piece() -> None:
    course = course_of(polyline([(0, 0), (10, 0), (10, 1.5)]))
    assert tip_on(course, course.length, 2.6).direction == pytest.approx(90)


@pytest.mark.parametrize("look", ["", ", open"])
def test_an_arrow_to_a_marked_point_ends_at_the_edge_of_the_mark(look: str) -> None:
    picture = scene(f"point A(0, 0), B(4, 3{look})\nvector v(from = A, to = B)")
    marker = next(
        i for i in leaves(picture.items) if isinstance(i, Marker) and i.origin and i.origin.entity == "B"
    )
    rim = 0.175 if marker.shape == "ring" else 0.0
    (head,) = heads(picture, "v")
    assert math.dist(head.points[0], marker.at) == pytest.approx(marker.size / 2 + rim, abs=0.02)


def test_an_arrow_to_a_bare_point_reaches_it() -> None:
    picture = scene("point A(0, 0), B(4, 0, bare)\nvector v(from = A, to = B)\nsegment s(B, C, 2 cm)")
    (head,) = heads(picture, "v")
    ends = [
        p for i in leaves(picture.items) if isinstance(i, Path) and i.id.startswith("s/") for p in i.points
    ]
    assert min(math.dist(head.points[0], end) for end in ends) < 0.02


def test_directed_edges_of_a_polygon_carry_their_heads_in_the_middle() -> None:
    picture = scene(
        "polygon K(A, B, C)\nsegment a(from = A, to = B, directed)\nsegment b(from = C, to = B, directed)"
    )
    for name in "ab":
        (head,) = heads(picture, name)
        (line,) = [
            i for i in leaves(picture.items) if isinstance(i, Path) and i.id.startswith(f"{name}/edge")
        ]
        middle = [(p + q) / 2 for p, q in zip(line.points[0], line.points[1])]
        assert math.dist(head.points[0], middle) < 2


def test_a_directed_segment_that_ends_alone_has_its_head_there() -> None:
    picture = scene("point A(0, 0), B(5, 0, bare)\nsegment a(from = A, to = B, directed)")
    (head,) = heads(picture, "a")
    (line,) = [i for i in leaves(picture.items) if isinstance(i, Path) and i.role == "arrow"]
    assert math.dist(head.points[0], line.points[-1]) < 2.6


def test_the_sense_of_a_closed_curve_is_shown_off_the_axes() -> None:
    picture = scene(
        "axes ax(x = -2..2, y = -2..2, equal)\ncurve C(x = cos(t), y = sin(t), t = 0..2*pi, arrow)"
    )
    (line,) = [i for i in leaves(picture.items) if isinstance(i, Path) and i.role == "curve"]
    center = [sum(p[k] for p in line.points[:-1]) / (len(line.points) - 1) for k in (0, 1)]
    for head in heads(picture, "C"):
        assert all(abs(head.points[0][k] - center[k]) > 2 for k in (0, 1))


def test_heads_that_come_to_one_point_lie_beside_each_other() -> None:
    picture = scene(
        "point O(0, 0), A(-5, 3), B(-3.5, 4), C(5, 2)\nvector a(from = A, to = O), b(from = B, to = O), c(from = C, to = O)"
    )
    slim, wide = heads(picture, "a")[0], heads(picture, "c")[0]
    assert math.dist(slim.points[1], slim.points[3]) < 0.75 * math.dist(wide.points[1], wide.points[3])


def test_the_line_of_a_short_thick_arrow_is_thinner_than_its_head() -> None:
    picture = scene("point X(0, 0), Y(0.3, 0), Z(9, 0)\nvector v(from = X, to = Y, thick)\nsegment s(Y, Z)")
    (head,), (line,) = heads(picture, "v"), [i for i in leaves(picture.items) if i.role == "arrow"]
    assert isinstance(line, Path) and line.stroke is not None
    assert line.stroke.width < 0.6 * math.dist(head.points[1], head.points[3])
