"""ANA: what can be wrong with the things of analytic geometry."""

from ....dsl.diagnostics import Code, Severity

NO_CONIC = Code(
    code="ANA001", name="no-such-conic", severity=Severity.ERROR,
    summary="A conic whose data no conic of its kind has.",
    why="An equation, foci, eccentricity or points that contradict each other leave nothing to draw.",
    bad="axes ax\nellipse e(x^2/25 - y^2/9 = 1)",
    good="axes ax\nhyperbola e(x^2/25 - y^2/9 = 1)",
)  # fmt: skip

CODES = (NO_CONIC,)
