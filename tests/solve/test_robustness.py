"""Whatever is posed, the solver answers: no exception, no NaN, residuals that tell the truth."""

import math

import numpy as np
import pytest
from diagrammar.compiler.solve import KERNELS, solve
from diagrammar.compiler.system import Constraint, Slot, Sort, Statement, System

SORTS = (Sort.EQUATION, Sort.EQUATION, Sort.BOUND, Sort.WISH)


def random_system(seed: int) -> System:
    """Return kernels thrown together over a few points, numbers and constants, sense or nonsense."""
    rng = np.random.default_rng(seed)
    slots = [Slot(f"p{at}", 0.0) for at in range(10)]
    slots += [Slot(f"n{at}", float(rng.choice([0.0, 3.0]))) for at in range(3)]
    slots += [Slot(f"c{at}", float(value), free=False) for at, value in enumerate((0.0, -1.0, 1.3, 25.0))]
    points = [(at, at + 1) for at in range(0, 10, 2)]
    constraints = []
    for _ in range(int(rng.integers(1, 9))):
        kernel = KERNELS[str(rng.choice(sorted(KERNELS)))]
        count = 7 if kernel.varies else len(kernel.slots)
        chosen = [int(rng.integers(10, 17)) for _ in range(count)]
        for x, y in kernel.point_positions(count):
            chosen[x], chosen[y] = points[int(rng.integers(0, 5))]
        origin = int(rng.integers(-1, 3))
        constraints.append(
            Constraint(kernel.name, tuple(chosen), SORTS[int(rng.integers(0, 4))], origin=origin)
        )
    segments = tuple((*points[at], *points[at + 1]) for at in range(3))
    statements = tuple(Statement(f"statement {at}") for at in range(3))
    return System(tuple(slots), tuple(constraints), statements, tuple(points), segments, seed)


@pytest.mark.parametrize("seed", range(40))
def test_random_system_is_answered_truthfully(seed):
    system = random_system(seed)
    outcome = solve(system)
    layout = outcome.value
    assert layout is not None
    assert all(math.isfinite(value) for value in layout.values)
    for constraint, residual in zip(system.constraints, layout.residuals):
        numbers = np.array([[layout.values[slot] for slot in constraint.slots]])
        values = KERNELS[constraint.kernel].evaluate(numbers)[0][0]
        missed = np.abs(values) if constraint.sort is Sort.EQUATION else np.maximum(-values, 0)
        scale = max(60.0, float(np.abs(numbers).max()))
        assert residual == pytest.approx(float(missed.max()), abs=max(1e-9, 1e-15 * scale))
        if outcome.ok and constraint.sort is not Sort.WISH:
            assert residual <= 1e-6 * scale


@pytest.mark.parametrize("seed", range(6))
def test_two_runs_agree_to_the_last_bit(seed):
    assert solve(random_system(seed)) == solve(random_system(seed))


@pytest.mark.parametrize("seed", range(10))
def test_linkage_measured_from_a_hidden_drawing_is_found_again(sketch, seed):
    """Each point hangs on two earlier ones by measured lengths, told in random order."""
    rng = np.random.default_rng(seed)
    places = rng.uniform(-30, 30, (9, 2))
    points = [sketch.point(name) for name in "ABCDEFGHI"]
    rods = [(0, 1)]
    for at in range(2, 9):
        rods += [(at, int(earlier)) for earlier in rng.choice(at, 2, replace=False)]
    for index in rng.permutation(len(rods)):
        a, b = rods[index]
        sketch.say(f"rod {a}{b}", "distance", points[a], points[b], math.dist(places[a], places[b]))
    assert sketch.layout(seed).layout.freedom == 0


def test_parts_that_hold_are_not_sought_again(sketch):
    """Each of several separate linkages may need a start of its own: one that is found stays found."""
    for at in range(6):
        points = sketch.draw("ABCDE")
        for first, second, length in (
            (0, 1, 30.0),
            (1, 2, 20.0),
            (2, 3, 35.0),
            (3, 4, 15.0),
            (4, 0, 25.0),
            (0, 2, 33.0),
        ):
            sketch.say(f"{at}: {first}{second}", "distance", points[first], points[second], length)
        sketch.say(f"{at}: square", "perpendicular", points[2], points[3], points[0], points[4])
    sketch.layout()
