"""SPX: what can be wrong with surfaces, planes and curves in space."""

from __future__ import annotations

from ....dsl.diagnostics import Code, Severity

NO_SURFACE = Code(
    code="SPX001", name="surface-without-equation", severity=Severity.ERROR,
    summary="A surface, plane or curve in space without an equation that can be drawn.",
    why="Nobody can know where it is.",
    bad='surface S("S")', good='surface S(z = 4 - x^2 - y^2, z >= 0, "S")',
)  # fmt: skip
NOWHERE = Code(
    code="SPX002", name="empty-in-space", severity=Severity.ERROR,
    summary="A surface or solid whose equations and bounds leave nothing, or whose extent cannot be told.",
    why="Bounds that contradict each other, or that do not close, leave nothing to draw.",
    bad="solid E(0 <= x <= 1, 0 <= y <= 1, z >= 3, z <= 2)",
    good="solid E(0 <= x <= 1, 0 <= y <= 1, 2 <= z <= 3)",
)  # fmt: skip
LETTER_IS_ONE = Code(
    code="SPX003", name="letter-in-space-is-one", severity=Severity.NOTE,
    summary="A letter in an equation that nobody gave a number; the surface is drawn as if it were 1.",
    why="A surface with a free letter stands for a whole family, and a picture shows one of it.",
    bad="surface S(x^2 + y^2 + z^2 = R^2)", good="surface S(x^2 + y^2 + z^2 = 4)",
)  # fmt: skip

WRONG_INTERCEPT = Code(
    code="SPX004", name="wrong-intercept", severity=Severity.ERROR,
    summary="Intercepts of a plane that are not those of its equation.",
    why="One of the two statements is wrong, and a picture can show only one.",
    bad="plane p(2x + 3y + 6z = 6, intercepts = (3, 2, 2))",
    good="plane p(2x + 3y + 6z = 6, intercepts = (3, 2, 1))",
)  # fmt: skip

NO_VECTORS = Code(
    code="SPX006", name="product-of-open-vectors", severity=Severity.ERROR,
    summary="A cross product of what are not two vectors with stated ends.",
    why="Its direction and length follow from theirs.",
    bad="vector u(from = (0, 0, 0), to = (1, 0, 0))\ncross_product w(u)",
    good="vector u(from = (0, 0, 0), to = (2, 0, 0)), v(from = (0, 0, 0), to = (0, 2, 0))\ncross_product w(u, v)",
)  # fmt: skip

AXIS_THROUGH = Code(
    code="SPX007", name="axis-through-region", severity=Severity.WARNING,
    summary="A region that is turned about a line which runs through it.",
    why="Its two parts would sweep over each other, and the solid is drawn of one of them only.",
    bad="revolution V(0 <= x <= 2, -1 <= y <= 2, about = x)",
    good="revolution V(0 <= x <= 2, 1 <= y <= 2, about = x)",
)  # fmt: skip

CODES = (AXIS_THROUGH, NO_SURFACE, NOWHERE, LETTER_IS_ONE, NO_VECTORS)
"""The laws bring their own codes."""
