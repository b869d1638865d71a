"""Every closed-form locus agrees with the formula of its kernel."""

import numpy as np
import pytest
from diagrammar.compiler.solve.kernels import KERNELS
from diagrammar.compiler.solve.loci import LOCI, Circle, Line, meet
from diagrammar.compiler.solve.twice import TWICE, thales


@pytest.mark.parametrize("name", LOCI)
def test_points_of_a_locus_satisfy_its_kernel(name: str) -> None:
    rng = np.random.default_rng(3)
    kernel = KERNELS[name]
    tried = 0
    for _ in range(20):
        values = rng.uniform(0.5, 2.5, len(kernel.slots))
        for pair in kernel.points:
            values[list(pair)] = rng.uniform(-5, 5, 2)
        for x, _y in kernel.points:
            residuals = []
            for locus in LOCI[name](values.tolist(), x):
                trial = values.copy()
                trial[x : x + 2] = locus.nearest((7.0, 6.0))
                residuals.append(abs(float(kernel.evaluate(trial[None, :])[0][0, 0])))
            tried += len(residuals)
            if residuals and name not in ("angle", "equal_angle"):
                assert max(residuals) < 1e-9
            elif residuals:
                assert min(residuals) < 1e-9 or x in (2, 8)
    assert tried >= 20


@pytest.mark.parametrize("name", TWICE)
def test_points_of_a_locus_that_is_read_twice_satisfy_its_kernel(name: str) -> None:
    rng = np.random.default_rng(4)
    kernel = KERNELS[name]
    first, second = (4, 6) if name == "equal_angle" else (2, 4)
    for _ in range(20):
        values = rng.uniform(-3, 3, len(kernel.slots))
        if name == "equal_angle":
            values[8:10] = values[2:4]
        (locus,) = TWICE[name](values.tolist(), (first, second))
        for at in (first, second):
            values[at : at + 2] = locus.nearest((7.0, 6.0))
        assert abs(float(kernel.evaluate(values[None, :])[0][0, 0])) < 1e-9


def test_right_angle_is_seen_from_the_circle_over_its_span() -> None:
    (circle,) = thales([0.0, 0.0, 9.0, 9.0, 9.0, 9.0, 6.0, 8.0], [2, 4])
    assert circle == Circle((3.0, 4.0), 5.0)


def test_two_circles_meet_in_mirror_images() -> None:
    upper, lower = meet(Circle((0.0, 0.0), 5.0), Circle((8.0, 0.0), 5.0))
    assert upper == pytest.approx((4, 3))
    assert lower == pytest.approx((4, -3))


def test_circles_that_miss_give_the_nearest_approach() -> None:
    assert meet(Circle((0.0, 0.0), 1.0), Circle((10.0, 0.0), 1.0)) == [(5.0, 0.0)]


def test_a_ray_is_met_ahead_only() -> None:
    ray = Line((0.0, 0.0), (1.0, 0.0), ray=True)
    assert meet(ray, Circle((0.0, 0.0), 2.0)) == [(2.0, 0.0)]
    assert meet(ray, Line((-3.0, 0.0), (0.0, 1.0))) == []
