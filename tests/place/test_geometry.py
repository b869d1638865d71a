"""Painted outlines and bounds."""

from math import pi

import pytest
from diagrammar.compiler.place.geometry import bounds, ink_shape, run_boxes
from diagrammar.dsl.scene import Group, Marker, Path, Stroke

from .pixel import arc, line, polygon, set_text


def test_circle_of_four_curves_has_the_area_of_a_ring() -> None:
    ring = ink_shape(arc("c", (0, 0), 10, 0, 360, width=1.0))
    assert ring.area == pytest.approx(pi * (10.5**2 - 9.5**2), rel=0.01)


def test_bounds_count_half_the_stroke_and_the_exact_curve() -> None:
    assert bounds([arc("c", (1, 2), 10, 0, 360, width=1.0)]) == pytest.approx(
        (-9.5, -8.5, 11.5, 12.5), abs=0.01
    )


def test_butt_caps_do_not_reach_beyond_the_end() -> None:
    butt = line("l", (0, 0), (10, 0)).model_copy(update={"stroke": Stroke(width=2.0, cap="butt")})
    assert bounds([butt]) == pytest.approx((0, -1, 10, 1))


def test_mitred_corners_reach_further_than_round_ones() -> None:
    corner = ((0.0, 0.0), (10.0, 0.0), (0.0, 5.0))
    stroke = Stroke(width=2.0, join="miter")
    sharp = line("l", *corner).model_copy(update={"stroke": stroke})
    assert bounds([sharp])[2] > 12


def test_hole_is_not_painted() -> None:
    outer, inner = ((0, 0), (9, 0), (9, 9), (0, 9), (0, 0)), ((3, 3), (6, 3), (6, 6), (3, 6), (3, 3))
    frame = polygon("f", (0, 0), (1, 0), (0, 1)).model_copy(
        update={"codes": "MLLLZMLLLZ", "points": (*outer, *inner)}
    )
    assert ink_shape(frame).area == pytest.approx(81 - 9)


def test_turned_text_is_a_turned_box() -> None:
    text = set_text("height").item("t", (5, 5), rotation=90)
    left, bottom, right, top = bounds([text])
    assert top - bottom > right - left
    assert bounds([text]) == pytest.approx(ink_shape(text).bounds)


def test_group_paints_what_its_parts_paint() -> None:
    parts = (Marker(id="m", role="point", at=(0, 0), size=2), line("l", (0, 0), (5, 0)))
    group = Group(id="g", role="x", items=parts)
    assert bounds([group]) == bounds(parts)
    assert ink_shape(group).area < sum(ink_shape(part).area for part in parts)


def test_run_boxes_agree_with_the_box_of_the_text() -> None:
    text = set_text("Agl", font="roman").item("t", (2, 3))
    (corners,) = run_boxes(text)
    xs, ys = zip(*corners)
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(bounds([text]), abs=0.05)


def test_path_without_points_has_no_bounds() -> None:
    empty = Path(id="e", role="edge", codes="", points=(), stroke=Stroke())
    assert bounds([empty]) == (0, 0, 0, 0)
    assert ink_shape(empty).is_empty
