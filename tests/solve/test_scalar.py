"""The plain functions made from the kernels say what the kernels say, and are what their generator makes."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from diagrammar.compiler.solve.kernels import KERNELS
from diagrammar.compiler.solve.kernels.plain import FUNCTIONS
from diagrammar.compiler.solve.program import Program
from diagrammar.compiler.system import Constraint

ROOT = Path(__file__).parents[2]


def of_kernel(name: str, inputs: np.ndarray) -> np.ndarray:
    values, slopes = KERNELS[name].evaluate(inputs[None, :])
    return np.concatenate([values.ravel(), slopes.ravel()])


def width(name: str) -> int:
    return 9 if KERNELS[name].varies else len(KERNELS[name].slots)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_function_and_kernel_agree_on_values_and_slopes(name: str) -> None:
    rng = np.random.default_rng(3)
    for inputs in rng.uniform(-3, 3, (40, width(name))):
        expected = of_kernel(name, inputs)
        assert np.allclose(FUNCTIONS[name](*inputs.tolist()), expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_function_and_kernel_agree_where_points_coincide(name: str) -> None:
    inputs = np.zeros(width(name))
    assert np.allclose(FUNCTIONS[name](*inputs.tolist()), of_kernel(name, inputs))


def test_only_powers_have_no_function() -> None:
    assert set(KERNELS) - set(FUNCTIONS) == {"power"}


def test_few_constraints_and_many_give_the_same_rows() -> None:
    constraints = [Constraint("foot", tuple(range(at, at + 8))) for at in range(40)]
    numbers = np.random.default_rng(5).uniform(-9, 9, 48)
    unknowns = range(3, 44)
    many = Program(constraints, unknowns, 48)
    few = [Program(constraints[at : at + 10], unknowns, 48) for at in range(0, 40, 10)]
    expected = {}
    for at, program in enumerate(few):
        values, entries = program.linearise(numbers)
        for row, owner in enumerate(program.owner.tolist()):
            expected.setdefault(10 * at + owner, []).append((values[row], *program.dense(entries)[row]))
    values, entries = many.linearise(numbers)
    rows = {}
    for row, owner in enumerate(many.owner.tolist()):
        rows.setdefault(owner, []).append((values[row], *many.dense(entries)[row]))
    assert all(np.allclose(rows[owner], expected[owner]) for owner in range(40))


def test_numbers_that_plain_arithmetic_refuses_go_through_arrays() -> None:
    program = Program([Constraint("sin", (0, 1)), Constraint("same", (0, 1))], (0, 1), 2)
    with np.errstate(all="ignore"):
        values, _ = program.linearise(np.array([np.inf, 0.0]))
    assert np.isnan(values[0])
    assert values[1] == np.inf


def test_the_module_is_what_its_generator_makes() -> None:
    script = "import runpy; print(runpy.run_path('tools/make_scalar_kernels.py')['render'](), end='')"
    made = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert made.stdout == (ROOT / "compiler/solve/kernels/scalar.py").read_text(encoding="utf-8")
