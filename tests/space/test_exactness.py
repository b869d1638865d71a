"""Curves of surfaces satisfy their equations, contours graze the view, and what is hidden is what a viewer cannot see."""

from __future__ import annotations

import numpy as np
import pytest
from diagrammar.compiler.domains.space.building import (
    OPEN,
    solid_figure,
    solid_limits,
    solid_span,
    surface_figure,
    surface_span,
)
from diagrammar.compiler.domains.space.readings import Said
from diagrammar.compiler.expression import Equation, read_formula
from diagrammar.compiler.space.camera import orthographic
from diagrammar.compiler.space.fields import Slope

CAMERA = orthographic(30, 20)
SCALE = (11.0, 11.0, 11.0)
SURFACES = (
    "x^2 + y^2 + z^2 = 4", "x^2 + 4y^2 + 9z^2 = 36", "z = x^2 + y^2", "z^2 = x^2 + y^2", "x^2 + z^2 = 4",
    "x^2 + y^2 - z^2 = 1", "z^2 - x^2 - y^2 = 1", "z = x^2 - y^2", "z = sin(x) * cos(y)", "x^4 + y^4 + z^4 = 16",
)  # fmt: skip


def surface(text):
    equation = read_formula(text)
    assert isinstance(equation, Equation)
    said = Said((equation,), ())
    span = surface_span(said, OPEN)
    assert span is not None
    return surface_figure(said, span, SCALE, CAMERA)


def ball_and_cone():
    said = Said((read_formula("x^2 + y^2 + z^2 = 9"), read_formula("z = sqrt(x^2 + y^2)")), ())
    limits = solid_limits(said)
    return solid_figure(limits, solid_span(limits, OPEN), SCALE, CAMERA)


def distance(field, places):
    size = np.maximum(np.linalg.norm(field.slope(places), axis=1), 1e-6)
    return np.abs(field.value(places)) / size


@pytest.mark.parametrize("text", SURFACES)
def test_every_line_lies_on_its_surface_and_contours_graze(text):
    figure = surface(text)
    assert any(line.role == "contour" for line in figure.lines)
    for line in figure.lines:
        places = line.path.at(np.linspace(line.path.start, line.path.end, 61))
        for sheet in line.sheets:
            # At an apex the slope vanishes, and with it the scale in which a distance is told.
            assert np.median(distance(sheet.field, places)) < 1e-9
            assert distance(sheet.field, places).max() < 1e-7
            if line.role == "contour":
                slope = sheet.field.slope(places)
                graze = Slope(sheet.field, np.array(CAMERA.toward)).value(places)
                assert np.abs(graze).max() < 1e-6 * np.linalg.norm(slope, axis=1).max()


def test_edges_of_a_solid_lie_on_both_faces():
    figure = ball_and_cone()
    edges = [line for line in figure.lines if line.role == "edge"]
    assert edges
    for line in edges:
        places = line.path.at(np.linspace(line.path.start, line.path.end, 200))
        for sheet in line.sheets:
            assert distance(sheet.field, places).max() < 1e-9


@pytest.mark.parametrize(
    "text", ["z = x^2 + y^2", "x^2 + y^2 - z^2 = 1", "z = sin(x) * cos(y)", "x^4 + y^4 + z^4 = 16"]
)
def test_hiding_agrees_with_fine_sampling_along_the_view(text):
    figure = surface(text)
    (sheet,) = figure.sheets
    places = np.random.default_rng(3).uniform(-20, 20, (150, 3))
    steps = np.linspace(0.02, 2.2 * sheet.ball.radius, 4000)
    spots = places[:, None, :] + steps[None, :, None] * sheet.toward
    values = sheet.field.value(spots.reshape(-1, 3)).reshape(150, -1)
    crossed = (values[:, :-1] > 0) != (values[:, 1:] > 0)
    inside = np.ones(crossed.size, dtype=bool)
    for limit in sheet.limits:
        inside &= limit.value(spots[:, :-1].reshape(-1, 3)) > 0
    seen = (crossed & inside.reshape(crossed.shape)).any(axis=1)
    assert (seen != sheet.hides(places)).mean() < 0.02
