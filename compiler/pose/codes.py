"""GEN: what can be wrong when a model is posed as equations."""

from ...dsl.diagnostics import Code, Severity

NOT_GEOMETRIC = Code(
    code="POS001", name="not-geometric", severity=Severity.WARNING,
    summary="A relation between things that have no such geometry; it is drawn as far as possible, not checked.",
    why="A distance between two texts, say, is nothing that can be measured.",
    bad="point A, B, C\nsame_side(A, B, C)",
    good="point A, B, C, D\nsame_side(A, B, line = C--D)",
)  # fmt: skip
SCHEMATIC = Code(
    code="POS002", name="not-to-scale", severity=Severity.NOTE,
    summary="Lengths differ so much that they are drawn in order, not to scale, and the picture says so.",
    why="At one scale the small ones would vanish.",
    bad="point A, B, C\ndimension(A, B, 1 mm)\ndimension(B, C, 3 m)",
    good="point A, B, C\ndimension(A, B, 1 m)\ndimension(B, C, 3 m)",
)  # fmt: skip
UNSOLVABLE_VALUE = Code(
    code="POS003", name="no-number", severity=Severity.WARNING,
    summary="A value that is no number (a root of a negative, a division by zero) and so is not used.",
    why="Nothing can be drawn to such a measure.",
    bad="point A, B\ndistance(A, B) == sqrt(-1)",
    good="point A, B\ndistance(A, B) == sqrt(2)",
)  # fmt: skip
NEGATIVE_LENGTH = Code(
    code="POS004", name="negative-length", severity=Severity.ERROR,
    summary="A length, distance or radius that is negative or zero.",
    why="No such figure exists.",
    bad="point O\ncircle c(center = O, radius = -3 cm)",
    good="point O\ncircle c(center = O, radius = 3 cm)",
)  # fmt: skip

OFF_SURFACE = Code(
    code="POS010", name="off-its-surface", severity=Severity.ERROR,
    summary="A place that is said to be on a surface or curve in space and has coordinates off it.",
    why="Either the coordinates or the equation are wrong, and a picture can show only one.",
    bad="surface S(x^2 + y^2 + z^2 = 4)\npoint P(0, 0, 3, on = S)",
    good="surface S(x^2 + y^2 + z^2 = 4)\npoint P(0, 0, 2, on = S)",
)  # fmt: skip
STRETCHED = Code(
    code="POS005", name="stretched-circle", severity=Severity.WARNING,
    summary="A circle or an arc on axes of different scales, on which its points are not where their coordinates say.",
    why="At different scales a circle of the data is an ellipse of the drawing; drawn round, it lies about its size.",
    bad="axes ax(x = 0..100, y = 0..2)\ncircle c(center = (50, 1), radius = 0.5)",
    good="axes ax(x = 0..4, y = 0..2)\ncircle c(center = (2, 1), radius = 0.5)",
)  # fmt: skip
ONLY_DRAWN = Code(
    code="POS006", name="only-drawn", severity=Severity.WARNING,
    summary="A statement about places in space that only means something of their picture; it is not held.",
    why="What is level or to the left on paper depends on the view, so it says nothing about the solid.",
    bad="point A(0, 0, 0), B(2, 1, 1)\nhorizontal(A--B)",
    good="point A(0, 0, 0), B(2, 1, 1)\nsegment s(A, B)",
)  # fmt: skip

CODES = (OFF_SURFACE, NOT_GEOMETRIC, SCHEMATIC, UNSOLVABLE_VALUE, NEGATIVE_LENGTH, STRETCHED, ONLY_DRAWN)
