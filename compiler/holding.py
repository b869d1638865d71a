"""How well each statement of a spec holds: every residual evaluated once more on the final numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..dsl.source import Span
from .pose.pose import Posed
from .system import Layout, Sort


@dataclass(frozen=True)
class Holding:
    """The constraints that one statement came to, and the worst of them."""

    text: str
    span: Span | None
    count: int
    excess: float
    """The largest residual in units of its tolerance: the statement holds up to 1."""

    @property
    def holds(self) -> bool:
        """Whether the drawing keeps to the statement."""
        return self.excess <= 1.0


def holdings(posed: Posed, layout: Layout) -> Iterator[Holding]:
    """Yield how well each statement of a panel holds, in the order of posing; wishes are not asked."""
    excesses = _excesses(posed, layout)
    by_statement: dict[int, list[float]] = {}
    for constraint, excess in zip(posed.system.constraints, excesses):
        if constraint.sort is not Sort.WISH and constraint.origin >= 0:
            by_statement.setdefault(constraint.origin, []).append(excess)
    for origin, found in by_statement.items():
        statement = posed.system.statements[origin]
        yield Holding(statement.text, statement.span, len(found), max(found))


def _excesses(posed: Posed, layout: Layout) -> list[float]:
    """Return each constraint's residual in units of its tolerance, computed anew."""
    import numpy as np

    from .solve.program import Program

    system = posed.system
    program = Program(system.constraints, (), len(system.slots))
    numbers = np.array(layout.values)
    with np.errstate(all="ignore"):
        values = program.values(numbers)
        short = np.where(program.hinged, np.maximum(-values, 0.0), np.abs(values))
        shares = np.nan_to_num(short / program.tolerances(numbers, system.extent), nan=np.inf)
    worst = np.zeros(len(system.constraints))
    np.maximum.at(worst, program.owner, shares)
    return [float(excess) for excess in worst]
