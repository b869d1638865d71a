"""Dashes: the same at both ends of a line, anew at corners, whole periods around a closed curve."""

import pytest
from diagrammar.compiler.draw.dashes import around, between, fitted
from diagrammar.compiler.draw.paths import Outline, circle, polyline
from diagrammar.dsl.scene import Path, Stroke

from ..joins import lines_of

DASH = (1.8, 1.2)


def dashed(outline: Outline, dash: tuple[float, ...] = DASH) -> list[Path]:
    path = Path(id="p", role="edge", codes=outline.codes, points=outline.points, stroke=Stroke(dash=dash))
    return [item for item in fitted([path]) if isinstance(item, Path)]


@pytest.mark.parametrize("length", [1.6, 4.0, 7.3, 11.1, 58.0, 160.3])
@pytest.mark.parametrize("dash", [DASH, (0.01, 0.9), (2.6, 0.9, 0.01, 0.9)])
def test_a_line_ends_in_the_dash_in_which_it_starts(length: float, dash: tuple[float, ...]) -> None:
    pattern = between(length, dash) or (length, 0.0)
    count = (length - pattern[0]) / sum(pattern)
    assert count == pytest.approx(round(count), abs=0.02)
    assert pattern[1] == 0.0 or 0.3 < sum(pattern) / sum(dash) < 1.9


@pytest.mark.parametrize("length", [10.0, 21.0, 58.0])
def test_a_dash_stands_in_the_middle_of_a_dashed_line(length: float) -> None:
    pattern = between(length, DASH)
    assert round((length - pattern[0]) / sum(pattern)) % 2 == 0


def test_a_short_line_is_solid() -> None:
    assert between(1.0, DASH) == ()


def test_a_closed_curve_holds_whole_periods() -> None:
    (ring,) = dashed(circle((0, 0), 10))
    assert ring.stroke is not None
    count = 62.8318 / sum(ring.stroke.dash)
    assert count == pytest.approx(round(count), abs=2e-3)
    assert ring.stroke.dash == pytest.approx(around(62.8318, DASH), abs=1e-3)


def test_sides_of_different_lengths_have_patterns_of_their_own() -> None:
    items = dashed(polyline([(0, 0), (40, 0), (40, 17)], closed=True))
    assert len({item.stroke.dash for item in items if item.stroke}) == 3
    assert sum(len(lines_of(item)) for item in items) == 3
    assert len({item.id for item in items}) == 3


def test_of_two_corners_without_room_between_them_one_is_passed() -> None:
    items = dashed(polyline([(0, 0), (20, 0), (20, 1), (40, 1)]))
    assert [line for item in items for line in lines_of(item)] == [
        [(0, 0), (20, 0)],
        [(20, 0), (20, 1), (40, 1)],
    ]
