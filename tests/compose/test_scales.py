"""The scales of panels: room for many, one scale for states of one scene."""

import pytest
from diagrammar.compiler.fit.scales import shares
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.compiler.pose.frame import frame_of
from diagrammar.dsl.source import Source

SMALL = 'panel a("A") { point A, B; segment s(A, B, 4 cm) }\n'
LARGE = 'panel b("B") { point A, B; segment s(A, B, 6 cm) }\n'
OTHER = 'panel c("C") { circle c(radius = 50 m) }\n'


def scales(text: str) -> list[float]:
    """Return millimetres per metre for each panel of a spec."""
    model = compile_spec(Source(text=text), Options(draw=False)).model
    assert model is not None
    return [frame_of(p).per_unit * share for p, share in zip(model.panels, shares(model.panels))]


def test_states_of_one_scene_have_one_scale() -> None:
    before, after = scales(SMALL + LARGE)
    assert before == pytest.approx(after)


def test_unrelated_panels_keep_their_own_scale() -> None:
    small, _, other = scales(SMALL + LARGE + OTHER)
    assert small > 10 * other


def test_panels_shrink_with_their_number_but_stay_readable() -> None:
    alone, (of_two, *_) = scales("segment s(A, B, 6 cm)")[0], scales(LARGE + OTHER)
    of_three = scales(LARGE + OTHER + 'panel d("D") { point P }')[0]
    assert alone > of_two > of_three
    assert of_three * 0.06 >= 39.9
