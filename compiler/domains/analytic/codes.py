"""ANA: what can be wrong with the things of analytic geometry."""

from ....dsl.diagnostics import Code, Severity

NO_CONIC = Code(
    code="ANA001", name="no-such-conic", severity=Severity.ERROR,
    summary="A conic whose data no conic of its kind has.",
    why="An equation, foci, eccentricity or points that contradict each other leave nothing to draw.",
    bad="axes ax\nellipse e(x^2/25 - y^2/9 = 1)",
    good="axes ax\nhyperbola e(x^2/25 - y^2/9 = 1)",
)  # fmt: skip

NO_FIELD = Code(
    code="ANA002", name="no-field", severity=Severity.ERROR,
    summary="A field, level curves or a solution without a function of x and y.",
    why="Nobody can know what to draw.",
    bad='vector_field F("F")',
    good="vector_field F(-y, x)",
)  # fmt: skip

NO_IMAGE = Code(
    code="ANA003", name="unknown-transformation", severity=Severity.ERROR,
    summary="An image whose transformation, or whose object, is not known.",
    why="Nobody can know where it lies.",
    bad='axes ax\npoint P(1, 2)\nimage Q(of = P, reflection = "x")',
    good='axes ax\npoint P(1, 2)\nimage Q(of = P, reflection = "y = x")',
)  # fmt: skip

CODES = (NO_CONIC, NO_FIELD, NO_IMAGE)
