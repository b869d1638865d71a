"""A plane thing in space is not seen from its edge."""

import numpy as np
import pytest
from diagrammar.compiler.fit.vantage import flatness, plane_of
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.compiler.space.camera import Camera
from diagrammar.dsl.source import Source

NORMAL = np.array([-1.0, 3.0, -2.0])
SURFACE = "surface S(x = s + t, y = s - t, z = s - 2t, 0 <= s <= 1, 0 <= t <= 1)"
CURVES = (
    "curve3 a(x = t, y = -t, z = -2t, t = 0..1)\ncurve3 b(x = t + t^2, y = t - t^2, z = t - 2t^2, t = 0..1)"
)


def camera_of(text: str) -> Camera:
    camera = compile_spec(Source(text=text), Options(draw=False)).posed[0].poser.frame.camera
    assert camera is not None
    return camera


@pytest.mark.parametrize("text", [SURFACE, CURVES])
def test_plane_surface_and_plane_curves_are_seen_open(text: str) -> None:
    assert flatness([NORMAL], camera_of(text)) < 0.3


def test_curved_surface_keeps_the_usual_view() -> None:
    assert camera_of("surface S(z = x^2 - y^2, x = -1..1, y = -1..1)") == camera_of("axes3 ax")


def test_places_on_a_line_or_in_space_have_no_plane() -> None:
    line = np.outer(np.linspace(0, 1, 9), [1.0, 2.0, 3.0])
    assert not list(plane_of(line))
    assert not list(plane_of(np.eye(3)[[0, 1, 2, 0]] + np.array([[0, 0, 0]] * 3 + [[0, 1, 5]])))
    (normal,) = plane_of(np.eye(3))
    assert np.allclose(abs(normal), 3**-0.5)
