"""The findings of the solver, each with its manual page."""

from ...dsl.diagnostics import Code, Severity

CONTRADICTION = Code(
    code="SOL001",
    name="contradictory-statements",
    severity=Severity.ERROR,
    summary="Statements that cannot all hold in one drawing: that is proven.",
    why="Any of the statements named can be dropped and the rest drawn, but no drawing has all of them. The "
    "message says which inequality or equation is broken, the hints what dropping each would free.",
    bad="point A, B, C\ndistance(A, B) == 3 cm\ndistance(B, C) == 4 cm\ndistance(C, A) == 8 cm",
    good="point A, B, C\ndistance(A, B) == 3 cm\ndistance(B, C) == 4 cm\ndistance(C, A) == 6 cm",
)
NOT_CONVERGED = Code(
    code="SOL002",
    name="did-not-converge",
    severity=Severity.ERROR,
    summary="Undecided: no drawing was found, and no proof that there is none.",
    why="The search ended, from every start, with some statement unmet; the drawing would show it wrong. The "
    "statements named are the fewest for which that is so. A few points placed roughly may help it to a drawing.",
)
BROKEN_BOUND = Code(
    code="SOL003",
    name="bound-broken",
    severity=Severity.ERROR,
    summary="An inequality, a side or an order that cannot hold together with the others: that is proven.",
    why="The equations can be met, but not together with this bound.",
    bad="point A, B\ndistance(A, B) == 3 cm\ndistance(A, B) > 4 cm",
    good="point A, B\ndistance(A, B) == 5 cm\ndistance(A, B) > 4 cm",
)
REFUTED = Code(
    code="SOL004",
    name="claim-refuted",
    severity=Severity.WARNING,
    summary="A claim of `verify` that does not hold, in this drawing or in another of the same statements.",
    why="Everything stated is drawn as it is; the claim does not follow from it. "
    "Either the claim is wrong, or a statement is missing from which it would follow.",
    bad="triangle ABC\nverify(AB == BC)",
    good="triangle ABC(equilateral)\nverify(AB == BC)",
)
CODES: tuple[Code, ...] = (CONTRADICTION, NOT_CONVERGED, BROKEN_BOUND, REFUTED)
"""All codes of this step."""
