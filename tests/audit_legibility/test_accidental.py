"""Coincidences that a drawing shows by accident are told apart from those that follow from statements."""

from dataclasses import replace

import pytest
from diagrammar.compiler.audit.accidental import accidental
from diagrammar.compiler.fit.fitting import fitted
from diagrammar.compiler.page import FIGURE
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.compiler.pose.pose import Posed
from diagrammar.compiler.system import Layout
from diagrammar.dsl.source import Source

TRIANGLE = "point A, B, C; segment AB, AC, BC"


def posed(spec: str) -> tuple[Posed, Layout]:
    model = compile_spec(Source(text=spec), Options(draw=False)).model
    assert model is not None
    (outcome,) = fitted(model.panels, 0, FIGURE)
    assert outcome.value is not None and outcome.value.layout is not None
    return outcome.value.posed, outcome.value.layout


def messages(spec: str, **places: tuple[float, float]) -> list[str]:
    """Return what is found once points are put to places of the case's own."""
    found, layout = posed(spec)
    values = list(layout.values)
    for at, slot in enumerate(found.system.slots):
        name, _, what = slot.name.rpartition(".")
        if name in places:
            values[at] = places[name]["xy".index(what)]
    return [d.message for d in accidental(found, replace(layout, values=tuple(values)))]


def test_drawing_in_general_position_shows_nothing() -> None:
    assert messages(TRIANGLE) == []


@pytest.mark.parametrize("up", [40.0, 40.4])
def test_right_angle_that_nothing_states_is_found_exact_or_nearly(up: float) -> None:
    (message,) = messages(TRIANGLE, A=(0, 0), B=(60, up - 40), C=(0, up))
    assert "`AB`" in message and "`AC`" in message and "which nothing states" in message


def test_stated_right_angle_is_none() -> None:
    assert messages(TRIANGLE + "; perpendicular(AB, AC)") == []


def test_sides_drawn_equally_long_are_found() -> None:
    (message,) = messages(TRIANGLE, A=(0, 0), B=(50, 0), C=(32.33, 38.53))
    assert message.startswith("`AB` and `AC` are drawn equally long")


def test_right_angle_that_follows_is_none() -> None:
    spec = "circle k(center = O, radius = 3 cm); diameter AB(of = k); point C(on = k); segment AC, CB"
    assert messages(spec) == []


def test_point_drawn_on_a_line_is_found_unless_it_is_said_to_lie_there() -> None:
    spec = "point A, B, C, D; segment AB, CD"
    places = {"A": (0.0, 0.0), "B": (60.0, 0.0), "C": (25.0, 0.2), "D": (35.0, 40.0)}
    assert any("`C` is drawn on `AB`" in message for message in messages(spec, **places))
    assert messages("point A, B, D; point C(on = segment(A, B)); segment AB, CD") == []


def test_what_the_author_places_is_meant() -> None:
    assert messages("point A(0, 0), B(4, 0), C(0, 3); segment AB, AC, BC") == []
    assert messages("point A(near = (0, 0)), B(near = (4, 0)), C(near = (0, 3)); segment AB, AC, BC") == []
