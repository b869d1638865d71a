"""A drawing given by its places is made exact there, or refused."""

import pytest
from diagrammar.compiler.solve import settle, solve
from diagrammar.compiler.system import Constraint, Slot, System


def sector(*, radius: float | None) -> System:
    """Two points on a circle about a third; the radius is a number of its own, given or not."""
    names = ("O.x", "O.y", "P.x", "P.y", "Q.x", "Q.y")
    slots = (
        *(Slot(name, 0.0) for name in names),
        Slot("r", radius or 0.0, free=radius is None),
        Slot("angle", 0.9, free=False),
    )
    constraints = (
        Constraint("on_circle", (2, 3, 0, 1, 6)),
        Constraint("on_circle", (4, 5, 0, 1, 6)),
        Constraint("angle", (2, 3, 0, 1, 4, 5, 7)),
    )
    return System(slots, constraints, (), points=((0, 1), (2, 3), (4, 5)))


def magnified(system: System, values: tuple[float, ...], factor: float) -> list[float]:
    return [factor * value for value in values[:6]] + [*values[6:]]


def test_a_figure_of_no_stated_size_settles_at_the_size_that_is_asked_for() -> None:
    system = sector(radius=None)
    small = solve(system).value
    assert small is not None
    large = settle(system, magnified(system, small.values, 3.0))
    assert large is not None
    assert large.values[6] == pytest.approx(3.0 * small.values[6])
    assert max(large.residuals) < 1e-9


def test_a_stated_size_is_kept_by_refusing_another() -> None:
    system = sector(radius=20.0)
    drawn = solve(system).value
    assert drawn is not None
    assert settle(system, magnified(system, drawn.values, 3.0)) is None


def test_a_figure_of_given_numbers_only_is_what_is_given() -> None:
    given = System((Slot("a", 2.0, free=False), Slot("b", 5.0, free=False)), (), ())
    assert solve(given).value.values == (2.0, 5.0)
