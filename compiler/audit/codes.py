"""AUD: what the audits of content find when the printed texts are held against problem and answer."""

from typing import Final

from ...dsl.diagnostics import Code, Severity

MISSING_GIVEN: Final = Code(
    code="AUD001", name="missing-given", severity=Severity.WARNING,
    summary="A value that the problem gives is on no text of the picture.",
    why="The picture has to carry the problem: whoever sees only the picture cannot solve it without this "
    "value. Label the thing that has it, or add a panel row with `given(…)`.",
)  # fmt: skip
MISSING_OPTION: Final = Code(
    code="AUD002", name="missing-option", severity=Severity.WARNING,
    summary="An option that the problem offers is not printed.",
    why="A choice cannot be made among options that are not shown; `options(…)` prints them verbatim.",
)  # fmt: skip
MISSING_CONDITION: Final = Code(
    code="AUD003", name="missing-condition", severity=Severity.NOTE,
    summary="A condition that the problem names in a standard word is not printed.",
    why="`frictionless` or `adiabatic` changes the solution like a number does; `note(…)` prints it.",
)  # fmt: skip
MISSING_COUNT: Final = Code(
    code="AUD004", name="missing-count", severity=Severity.NOTE,
    summary="A whole number in the problem is on no text of the picture.",
    why="Counts may be drawn instead of written, so this only reminds.",
)  # fmt: skip
MISSING_FORMULA: Final = Code(
    code="AUD005", name="missing-formula", severity=Severity.WARNING,
    summary="An equation or expression that the problem gives is on no text of the picture.",
    why="Whoever sees only the picture cannot read an equation off a curve. Label the curve or surface with it, "
    "or add a row with `formula(…)` or `given(…)`. Spaces, brackets and marks of multiplication do not matter.",
)  # fmt: skip
GIVEN_ADDED: Final = Code(
    code="AUD006", name="given-added", severity=Severity.NOTE,
    summary="A row was added to the panel for a given that nothing on the picture shows.",
    why="Asked to repair, the compiler lets no given of the problem be missing. A label at the thing that has the "
    "value says more than a row: write it into the spec, and the row is not added.",
)  # fmt: skip
COUNT_DIFFERS: Final = Code(
    code="AUD007", name="count-differs", severity=Severity.WARNING,
    summary="Fewer things are drawn than the problem or a text says.",
    why="Whoever counts on the picture gets another number. One thing may stand for many, and an ellipsis for the "
    "rest; several things of another number are a mistake.",
    bad='point A, B\nsegment s(A, B), t(A, C)\nnote("three segments")',
    good='point A, B\nsegment s(A, B), t(A, C), u(B, C)\nnote("three segments")',
)  # fmt: skip
ANSWER_PRINTED: Final = Code(
    code="AUD010", name="answer-printed", severity=Severity.ERROR,
    summary="A printed text gives the answer, in the same or an equivalent form.",
    why="The picture poses the problem. A value converted to another unit, rounded, or an expression "
    "rearranged is still the answer. Print `?` in its place, or mark it `hidden(…)` if it only places "
    "things.",
)  # fmt: skip
ANSWER_LIKELY: Final = Code(
    code="AUD011", name="answer-likely", severity=Severity.WARNING,
    summary="A printed text may give the answer; it could not be decided.",
    why="A short number agrees by chance now and then, and not every equivalence can be proven in bounded "
    "time. Undecided is never passed in silence.",
)  # fmt: skip
LEFT_OPEN: Final = Code(
    code="AUD012", name="derived-left-open", severity=Severity.WARNING,
    summary="A value was to be computed, but what is stated does not decide it.",
    why="Drawn it has some value, but another drawing of the same statements has another: printed it would "
    "be an invention. State what decides it, or print a letter.",
    bad="triangle ABC\nAB == 3 cm\ndimension(B, C, derived)",
    good="triangle ABC(equilateral)\nAB == 3 cm\ndimension(B, C, derived)",
)  # fmt: skip
ANSWER_MARKED: Final = Code(
    code="AUD013", name="answer-marked", severity=Severity.WARNING,
    summary="A point is marked at the coordinates that are the answer, on axes with numbers.",
    why="Nothing says the answer, but the numbers on the axes tell it. An angle or a length that is drawn true is "
    "no leak: without a scale nobody reads it off. Draw the curves and leave the point unmarked.",
)  # fmt: skip
LABEL_DISAGREES: Final = Code(
    code="AUD015", name="label-disagrees", severity=Severity.WARNING,
    summary="A text beside a thing states another value than the drawing has.",
    why="A label is read as a statement about what is drawn: coordinates at a point, an equation at its curve, "
    "a radius, an area, a slope. Sizes that are arguments of a thing are solved with; texts are only written.",
    bad='circle c(center = O, radius = 2 cm)\nlabel(c, "r = 3 cm")',
    good='circle c(center = O, radius = 3 cm)\nlabel(c, "r = 3 cm")',
)  # fmt: skip
ORDER_DISAGREES: Final = Code(
    code="AUD016", name="order-disagrees", severity=Severity.WARNING,
    summary="Of two lengths the one that is said to be shorter is drawn longer.",
    why="A picture that is not to scale still shows what is larger. Letters count with the values that rows, labels "
    "or the problem give them.",
    bad='point A(0, 0), B(4, 0), C(0, 1)\ndimension(A, B, "a")\ndimension(A, C, "b")\ngiven("a = 2 cm", "b = 3 cm")',
    good='point A(0, 0), B(4, 0), C(0, 1)\ndimension(A, B, "a")\ndimension(A, C, "b")\ngiven("a = 3 cm", "b = 2 cm")',
)  # fmt: skip
SAID_TWICE: Final = Code(
    code="AUD017", name="said-twice", severity=Severity.WARNING,
    summary="Two labels at one place say the same.",
    why="A value is read once. The second copy takes the room that the first needs, and readers look for a "
    "difference where there is none.",
    bad='vector v(A -> B, "42 km/h")\nlabel(v, "wind 42 km/h")',
    good='vector v(A -> B, "wind 42 km/h")',
)  # fmt: skip

CODES: Final = (
    MISSING_GIVEN, MISSING_OPTION, MISSING_CONDITION, MISSING_COUNT, MISSING_FORMULA, GIVEN_ADDED,
    COUNT_DIFFERS, ANSWER_PRINTED, ANSWER_LIKELY, LEFT_OPEN, ANSWER_MARKED, LABEL_DISAGREES,
    ORDER_DISAGREES, SAID_TWICE,
)  # fmt: skip
