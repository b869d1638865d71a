"""SPC: names, kinds, arguments. What can be wrong between the syntax and the model."""

from ...dsl.diagnostics import Code, Severity

UNKNOWN_NAME = Code(
    code="SPC001", name="unknown-name", severity=Severity.ERROR,
    summary="A name that nothing in the spec declares.",
    why="A relation about a thing that does not exist cannot be drawn; most often the name is misspelt.",
    bad="point A\nsegment s(A, Bee)",
    good="point A, Bee\nsegment s(A, Bee)",
)  # fmt: skip
UNKNOWN_KIND = Code(
    code="SPC002", name="unknown-kind", severity=Severity.WARNING,
    summary="A kind that no domain declares; the thing is drawn as a labelled outline or icon.",
    why="Nothing that was said may be lost, but a generic outline says less than the proper symbol. "
    "With `--strict` it is an error.",
    bad="blorb b(\"5 kg\")",
    good="point b",
)  # fmt: skip
UNKNOWN_VERB = Code(
    code="SPC003", name="unknown-verb", severity=Severity.WARNING,
    summary="A verb that no domain declares; its text is kept as a label, its meaning is not checked.",
    why="What the verb demands is neither drawn nor proven.",
    bad="point A\nfrobnicate(A, \"text\")",
    good="point A\nlabel(A, \"text\")",
)  # fmt: skip
UNKNOWN_ARGUMENT = Code(
    code="SPC004", name="unknown-argument", severity=Severity.WARNING,
    summary="A named argument that the kind or verb does not take.",
    why="It is printed when it carries a value and ignored otherwise, so the picture may lack what was meant.",
    bad="point O\ncircle c(center = O, radius = 3 cm, wobble = 2)",
    good="point O\ncircle c(center = O, radius = 3 cm)",
)  # fmt: skip
WRONG_TYPE = Code(
    code="SPC005", name="wrong-type", severity=Severity.ERROR,
    summary="An argument whose value is not of the type that the slot takes.",
    why="A length where a point is expected cannot be placed.",
    bad="point O\ncircle c(center = O, radius = 30 kg)",
    good="point O\ncircle c(center = O, radius = 30 cm)",
)  # fmt: skip
MISSING_ARGUMENT = Code(
    code="SPC006", name="missing-argument", severity=Severity.ERROR,
    summary="A kind or verb without an argument that it cannot do without.",
    why="There is nothing to draw or to check.",
    bad="label(\"text\")",
    good="point A\nlabel(A, \"text\")",
)  # fmt: skip
DUPLICATE_NAME = Code(
    code="SPC007", name="duplicate-name", severity=Severity.ERROR,
    summary="Two things of one panel with the same name.",
    why="A relation that names it could mean either.",
    bad="point A\ncircle A(radius = 2 cm)",
    good="point A\ncircle c(center = A, radius = 2 cm)",
)  # fmt: skip
UNMATCHED_ARGUMENT = Code(
    code="SPC008", name="unmatched-argument", severity=Severity.WARNING,
    summary="A positional argument that fits no free slot.",
    why="It is printed when it is a text or a value, and ignored otherwise.",
    bad="point A, B, C\nmidpoint(A, B, C, 3..5)",
    good="point A, B, C\nmidpoint(A, B, C)",
)  # fmt: skip
UNKNOWN_WORD = Code(
    code="SPC009", name="unknown-word", severity=Severity.WARNING,
    summary="A bare word that is neither a style nor a flag of the kind.",
    why="It changes nothing in the picture.",
    bad="point A, B\nsegment s(A, B, dasched)",
    good="point A, B\nsegment s(A, B, dashed)",
)  # fmt: skip
TOO_LARGE = Code(
    code="SPC010", name="too-large", severity=Severity.ERROR,
    summary="A spec that expands to more statements than a picture can hold.",
    why="Loops and components are bounded so that every spec compiles in bounded time and memory.",
    bad="for i in 1..1000000000 { point P[i] }",
    good="for i in 1..3 { point P[i] }",
)  # fmt: skip
CIRCULAR = Code(
    code="SPC011", name="circular", severity=Severity.ERROR,
    summary="Things or components that are defined by each other.",
    why="Neither can be placed first.",
    bad="point A(midpoint(A, B)), B",
    good="point B, C\npoint A(midpoint(B, C))",
)  # fmt: skip
NOT_A_LIST = Code(
    code="SPC012", name="not-a-list", severity=Severity.ERROR,
    summary="A loop over something that has no members.",
    why="There is nothing to repeat the body for.",
    bad="for x in 5 { point P[x] }",
    good="for x in [1, 2] { point P[x] }",
)  # fmt: skip
UNKNOWN_PART = Code(
    code="SPC013", name="unknown-part", severity=Severity.ERROR,
    summary="An anchor or attribute that the thing does not have.",
    why="There is no such place in the drawing.",
    bad="point O\ncircle c(center = O, radius = 2 cm)\nlabel(c.elbow, \"x\")",
    good="point O\ncircle c(center = O, radius = 2 cm)\nlabel(c.top, \"x\")",
)  # fmt: skip
UNCHECKED = Code(
    code="SPC014", name="unchecked", severity=Severity.WARNING,
    summary="A statement that was understood in part and is not checked.",
    why="The picture may be right, but nothing proves this statement.",
    bad="point A, B\nwibble(A) == 3",
    good="point A, B\ndistance(A, B) == 3",
)  # fmt: skip
UNDECLARED_END = Code(
    code="SPC018", name="undeclared-end", severity=Severity.WARNING,
    summary="The end of a link that is declared nowhere: it is drawn as a box with its name.",
    why="A name that was only mistyped would make a box of its own.",
    bad="thing pump\npump -> exhaust",
    good="thing pump, exhaust\npump -> exhaust",
)  # fmt: skip
DECLARED_CALL = Code(
    code="SPC019", name="declared-call", severity=Severity.WARNING,
    summary="A verb, or something said of a thing, written like a declaration; it is read as the call.",
    why="A declaration makes a thing; `ask \"v = ?\"` would make one of the kind `ask`.",
    bad="point A\nask \"v = ?\"",
    good="point A\nask(\"v = ?\")",
)  # fmt: skip

CODES = (
    UNKNOWN_NAME, UNKNOWN_KIND, UNKNOWN_VERB, UNKNOWN_ARGUMENT, WRONG_TYPE, MISSING_ARGUMENT, DUPLICATE_NAME,
    UNMATCHED_ARGUMENT, UNKNOWN_WORD, TOO_LARGE, CIRCULAR, NOT_A_LIST, UNKNOWN_PART, UNCHECKED, UNDECLARED_END,
    DECLARED_CALL,
)  # fmt: skip
