"""COR: what can be wrong with the things that every field shares."""

from ....dsl.diagnostics import Code, Severity

CURVE_OUTSIDE = Code(
    code="COR010", name="curve-outside-window", severity=Severity.ERROR,
    summary="A curve of which the window of its axes shows nothing.",
    why="The picture would lack what was asked for without a word.",
    bad="axes ax(x = 0..1, y = 0..1)\ncurve f(y = x^2 + 5)",
    good="axes ax(x = 0..1, y = 0..6)\ncurve f(y = x^2 + 5)",
)  # fmt: skip
NOT_ON_CURVE = Code(
    code="COR011", name="point-off-curve", severity=Severity.ERROR,
    summary="A point that is said to lie on a curve and has coordinates off it.",
    why="One of the two statements is wrong, and a picture can show only one.",
    bad="curve f(y = x^2, 0 <= x <= 2)\npoint P(at = (1, 2), on = f)",
    good="curve f(y = x^2, 0 <= x <= 2)\npoint P(at = (1, 1), on = f)",
)  # fmt: skip
NO_INTERSECTION = Code(
    code="COR012", name="no-intersection", severity=Severity.ERROR,
    summary="An intersection of curves that do not meet in the window, or not where it is said.",
    why="A point that does not exist cannot be drawn.",
    bad="curve f(y = x^2 + 1, -2 <= x <= 2), g(y = 0)\npoint P(intersection(f, g))",
    good="curve f(y = x^2 - 1, -2 <= x <= 2), g(y = 0)\npoint P(intersection(f, g))",
)  # fmt: skip
NO_REGION = Code(
    code="COR013", name="empty-region", severity=Severity.ERROR,
    summary="A region whose bounds enclose no area in the window.",
    why="Bounds that contradict each other, or curves that do not close, leave nothing to shade.",
    bad="region R(0 <= x <= 2, 3 <= y <= 1)",
    good="region R(0 <= x <= 2, 1 <= y <= 3)",
)  # fmt: skip
NO_EQUATION = Code(
    code="COR014", name="curve-without-equation", severity=Severity.ERROR,
    summary="Rectangles, a tangent or a slice of a thing that is no plotted curve or region.",
    why="Their heights and slopes come from an equation.",
    bad="segment s((0, 0), (1, 1))\nrectangles rs(s, 0..1, n = 4)",
    good="curve f(y = x, 0 <= x <= 1)\nrectangles rs(f, 0..1, n = 4)",
)  # fmt: skip

NO_SHAPE = Code(
    code="COR015",
    name="curve-without-shape",
    severity=Severity.WARNING,
    summary="A curve with neither an equation nor points to run through; nothing is drawn of it.",
    why="Nobody can know how it runs.",
    bad='curve f("f(x)")',
    good='curve f(y = x^2, 0 <= x <= 2, "f(x)")',
)
LETTER_IS_ONE = Code(
    code="COR016",
    name="letter-drawn-as-one",
    severity=Severity.NOTE,
    summary="A letter in an equation that nobody gave a number; the curve is drawn as if it were 1.",
    why="A curve with a free letter stands for a whole family, and a picture shows one of it.",
    bad="curve f(y = a*x^2, -1 <= x <= 1)",
    good="curve f(y = 2*x^2, -1 <= x <= 1)",
)
NO_CIRCLE = Code(
    code="COR017", name="no-circle", severity=Severity.ERROR,
    summary="An equation of a circle that is none, or that no point satisfies.",
    why="Drawn round, it would lie about its equation.",
    bad="circle c(x^2 + 4y^2 = 16)",
    good="circle c(x^2 + y^2 = 16)",
)  # fmt: skip

EMPTY_SET = Code(
    code="COR018", name="empty-interval", severity=Severity.ERROR,
    summary="An interval or solution set that holds no number.",
    why="Inequalities that contradict each other leave nothing to draw.",
    bad="number_line n(-5..5)\ninterval i(x^2 < -1)",
    good="number_line n(-5..5)\ninterval i(x^2 < 1)",
)  # fmt: skip

CODES = (
    CURVE_OUTSIDE,
    NOT_ON_CURVE,
    NO_INTERSECTION,
    NO_REGION,
    NO_EQUATION,
    NO_SHAPE,
    LETTER_IS_ONE,
    NO_CIRCLE,
    EMPTY_SET,
)
