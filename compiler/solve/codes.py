"""The findings of the solver, each with its manual page."""

from ...dsl.diagnostics import Code, Severity

CONTRADICTION = Code(
    code="SOL001",
    name="contradictory-statements",
    severity=Severity.ERROR,
    summary="Statements that cannot all hold in one drawing.",
    why="Each of the statements named can be drawn without one of the others, but no drawing has all of them.",
)
NOT_CONVERGED = Code(
    code="SOL002",
    name="did-not-converge",
    severity=Severity.ERROR,
    summary="No drawing was found, though no contradiction was proven either.",
    why="The search ended, from every start, with some statement unmet; the drawing would show it wrong.",
)
BROKEN_BOUND = Code(
    code="SOL003",
    name="bound-broken",
    severity=Severity.ERROR,
    summary="An inequality, a side or an order does not hold in any drawing that was found.",
    why="The equations can be met, but not together with this bound.",
)
REDUNDANT = Code(
    code="SOL004",
    name="redundant-statement",
    severity=Severity.NOTE,
    summary="A statement that follows from the others.",
    why="It holds anyway; it is worth knowing when it was meant to fix something else.",
)

CODES: tuple[Code, ...] = (CONTRADICTION, NOT_CONVERGED, BROKEN_BOUND, REDUNDANT)
"""All codes of this step."""
