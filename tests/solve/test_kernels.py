"""Every kernel's analytic Jacobian agrees with finite differences; values agree with known figures."""

import math

import numpy as np
import pytest
from diagrammar.compiler.solve.kernels import KERNELS, Kernel

SLOTS_OF_VARIABLE_KERNELS = {"total": 4, "polygon_area": 9, "spread": 7}


def width(kernel: Kernel) -> int:
    return SLOTS_OF_VARIABLE_KERNELS.get(kernel.name, len(kernel.slots))


def sample(kernel: Kernel, rng: np.random.Generator, count: int = 6) -> np.ndarray:
    """Return inputs in general position, inside the domain of every formula."""
    if kernel.name in ("asin", "acos"):
        return rng.uniform(-0.9, 0.9, (count, width(kernel)))
    if kernel.name in ("segment_area", "chord_length"):
        return np.column_stack(
            [rng.uniform(3, 5, count), rng.uniform(-2, 2, count), rng.uniform(1, 5, count)]
        )
    inputs = rng.uniform(0.4, 2.9, (count, width(kernel)))
    for pair in kernel.point_positions(width(kernel)):
        inputs[:, list(pair)] = rng.uniform(-9, 9, (count, 2))
    return inputs


@pytest.mark.parametrize("kernel", KERNELS.values(), ids=lambda kernel: kernel.name)
def test_jacobian_agrees_with_finite_differences(kernel: Kernel) -> None:
    inputs = sample(kernel, np.random.default_rng(7))
    residuals, jacobian = kernel.evaluate(inputs)
    assert residuals.shape == (6, kernel.size)
    assert jacobian.shape == (6, kernel.size, inputs.shape[1])
    step = 1e-6
    for slot in range(inputs.shape[1]):
        shift = np.zeros_like(inputs)
        shift[:, slot] = step
        slope = (kernel.evaluate(inputs + shift)[0] - kernel.evaluate(inputs - shift)[0]) / (2 * step)
        assert np.allclose(jacobian[:, :, slot], slope, rtol=1e-6, atol=1e-7), kernel.slots


@pytest.mark.parametrize("kernel", KERNELS.values(), ids=lambda kernel: kernel.name)
def test_degenerate_input_gives_finite_numbers(kernel: Kernel) -> None:
    residuals, jacobian = kernel.evaluate(np.zeros((1, width(kernel))))
    assert np.isfinite(residuals).all()
    assert np.isfinite(jacobian).all()


@pytest.mark.parametrize("kernel", KERNELS.values(), ids=lambda kernel: kernel.name)
def test_kernel_states_its_formula(kernel: Kernel) -> None:
    assert kernel.doc.strip().endswith(".")
    assert all(len(pair) == 2 for pair in kernel.points)


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("distance", (0, 0, 3, 4, 5)),
        ("distance_to_line", (1, -2, 0, 0, 5, 0, 2)),
        ("signed_distance_to_line", (1, -2, 0, 0, 5, 0, -2)),
        ("angle", (1, 0, 0, 0, 0, -1, math.pi / 2)),
        ("directed_angle", (1, 0, 0, 0, 0, -1, 3 * math.pi / 2)),
        ("direction", (0, 0, -1, 0, -math.pi)),
        ("concyclic", (1, 0, 0, 1, -1, 0, 0, -1)),
        ("on_ellipse", (0, 4, 0, 0, 4, 2, math.pi / 2)),
        ("polygon_area", (0, 0, 4, 0, 4, 3, 0, 3, 12)),
        ("segment_area", (2, 0, 2 * math.pi)),
        ("tangent_circles_internal", (0, 0, 5, 3, 0, 2)),
        ("tangent_point", (5, 0, 9 / 5, 12 / 5, 0, 0)),
        ("rotated", (1, 0, 0, 0, math.pi / 2, 0, 1)),
        ("reflected", (1, 2, 0, 0, 1, 0, 1, -2)),
        ("power", (-2, 3, -8)),
        ("total", (1, 2, 3, 6)),
    ],
)
def test_true_statement_has_no_residual(name: str, slots: tuple[float, ...]) -> None:
    residuals, _ = KERNELS[name].evaluate(np.array([slots], dtype=float))
    assert np.abs(residuals).max() < 1e-12
