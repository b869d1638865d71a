"""SLD: what can be wrong with solids."""

from ....dsl.diagnostics import Code, Severity

OVERFULL = Code(
    code="SLD001", name="over-the-brim", severity=Severity.ERROR,
    summary="A liquid that is deeper than the solid that it fills is high.",
    why="It would run over, so one of the two lengths is wrong.",
    bad="cone tank(radius = 3 m, height = 4 m, inverted)\nliquid w(in = tank, depth = 5 m)",
    good="cone tank(radius = 3 m, height = 4 m, inverted)\nliquid w(in = tank, depth = 3 m)",
)  # fmt: skip
SHORT_SLANT = Code(
    code="SLD002", name="short-slant", severity=Severity.ERROR,
    summary="A slant that is no longer than the height, or than what it reaches across.",
    why="The slant is the hypotenuse of a right triangle with the height as a leg.",
    bad="cone c(radius = 3 cm, height = 4 cm, slant = 4 cm)",
    good="cone c(radius = 3 cm, height = 4 cm, slant = 5 cm)",
)  # fmt: skip
NO_SECTION = Code(
    code="SLD003", name="empty-section", severity=Severity.ERROR,
    summary="A level section at a height that the solid does not have.",
    why="The plane misses the solid, so there is nothing to draw.",
    bad="cone c(radius = 3 cm, height = 4 cm)\nsection s(of = c, height = 5 cm)",
    good="cone c(radius = 3 cm, height = 4 cm)\nsection s(of = c, height = 2 cm)",
)  # fmt: skip

CODES = (OVERFULL, SHORT_SLANT, NO_SECTION)
