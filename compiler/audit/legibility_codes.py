"""The kinds of finding that the legibility audit reports."""

from typing import Final

from ...dsl.diagnostics import Code, Severity

TEXT_ON_TEXT: Final = Code(
    code="LAY001", name="text-on-text", severity=Severity.ERROR,
    summary="Two texts overlap.",
    why="Neither of two overlapping texts can be read with certainty.",
)  # fmt: skip
TEXT_ON_INK: Final = Code(
    code="LAY002", name="text-on-ink", severity=Severity.ERROR,
    summary="A text touches a stroke, a marker, an arrowhead or the edge of a dark area, or is painted over.",
    why="A line through a text changes what is read: `l` becomes `t`, `-` becomes `+`.",
)  # fmt: skip
OFF_CANVAS: Final = Code(
    code="LAY003", name="off-canvas", severity=Severity.ERROR,
    summary="Something is painted outside the picture.",
    why="What lies outside is cut off, and the reader cannot know that it was there.",
)  # fmt: skip
SMALL_TEXT: Final = Code(
    code="LAY004", name="small-text", severity=Severity.ERROR,
    summary="A text is set below 9 pt at the size of a page, or an index below 5.5 pt.",
    why="Pictures are read at arm's length and at the width of a screen; indices remain readable below 9 pt "
    "because they are single signs.",
)  # fmt: skip
FAINT_TEXT: Final = Code(
    code="LAY005", name="faint-text", severity=Severity.WARNING,
    summary="A text has too little contrast to the ground that it stands on.",
    why="Below 4.5 : 1 many readers, printers and projectors lose it (WCAG 2.2, 1.4.3; 3 : 1 for large text).",
)  # fmt: skip
STRAY_LEADER: Final = Code(
    code="LAY006", name="stray-leader", severity=Severity.WARNING,
    summary="A leader line ends nearer to another feature than to the one that its text names.",
    why="The reader follows the line and takes the text for the name of the wrong thing.",
)  # fmt: skip
DOUBTFUL_LABEL: Final = Code(
    code="LAY007", name="doubtful-label", severity=Severity.WARNING,
    summary="A text stands nearer to another feature than to the one that it names, or behind another line.",
    why="Readers give a text to the nearest point, line, angle or area.",
)  # fmt: skip
NEAR_COINCIDENT: Final = Code(
    code="LAY008", name="near-coincident", severity=Severity.WARNING,
    summary="Strokes of two different things run so close together that they look like one.",
    why="The reader sees one thick line where two things are meant.",
)  # fmt: skip

CROSSING_LEADERS: Final = Code(
    code="LAY009", name="crossing-leaders", severity=Severity.WARNING,
    summary="Two leader lines cross.",
    why="At the crossing the reader changes from one line to the other and swaps the two texts.",
)  # fmt: skip
LOST_LEADER: Final = Code(
    code="LAY010", name="lost-leader", severity=Severity.WARNING,
    summary="A leader line ends in blank space, not at what its text names.",
    why="The reader finds nothing at the end of the line, and takes what is nearest.",
)  # fmt: skip
HIDDEN_INK: Final = Code(
    code="LAY011", name="hidden-ink", severity=Severity.WARNING,
    summary="A line or a dot lies wholly under another, so that it is not seen.",
    why="A dashed line on a solid one, or two points on one dot, are on the picture and yet not shown.",
    bad="point A(0, 0), B(4, 0), C(1, 0), D(3, 0)\nsegment s(A, B), t(C, D, dashed)",
    good="point A(0, 0), B(4, 0), C(1, 1), D(3, 1)\nsegment s(A, B), t(C, D, dashed)",
)  # fmt: skip
TINY_FEATURE: Final = Code(
    code="LAY012", name="tiny-feature", severity=Severity.WARNING,
    summary="Something is drawn so small or so slim that it cannot be seen.",
    why="A line of a millimetre is a dot, an area slimmer than its edges is a line.",
    bad="point A(0, 0), B(30, 0), C(30.2, 0), D(0, 20)\nsegment s(A, D), t(B, C)",
    good="point A(0, 0), B(30, 0), C(35, 0), D(0, 20)\nsegment s(A, D), t(B, C)",
)  # fmt: skip
FAINT_LINE: Final = Code(
    code="LAY013", name="faint-line", severity=Severity.NOTE,
    summary="A line has too little contrast to the ground.",
    why="Below 3 : 1 many readers, printers and projectors lose it (WCAG 2.2, 1.4.11).",
    bad="segment s(A, B, white)",
    good="segment s(A, B, blue)",
)  # fmt: skip
TIGHT_TEXT: Final = Code(
    code="LAY014", name="tight-text", severity=Severity.WARNING,
    summary="A text nearly touches a line.",
    why="Below a pixel of white the two run into each other at the size of a screen.",
)  # fmt: skip
ACCIDENTAL: Final = Code(
    code="LAY015", name="accidental", severity=Severity.WARNING,
    summary="Something looks stated that is not: a right angle, a parallel, equal sides, a point on a line.",
    why="Readers take what they see for given. What the statements leave open is drawn in general position.",
)  # fmt: skip
SAME_NAME: Final = Code(
    code="LAY016", name="same-name", severity=Severity.WARNING,
    summary="One letter names a point and also a length, an angle or an area.",
    why="Whoever reads `AD` or `D = 3` cannot tell which of the two is meant.",
    bad='triangle ABD\npoint P, Q\ndimension(P, Q, "D")',
    good='triangle ABC\npoint P, Q\ndimension(P, Q, "D")',
)  # fmt: skip
REPAIRED: Final = Code(
    code="LAY020", name="repaired", severity=Severity.NOTE,
    summary="The compiler found a fault of the picture and mended it.",
    why="What departs from what was written, or from the first drawing, is said and never done in silence.",
    bad='text t("hello", color = white)',
    good='text t("hello", color = blue)',
)  # fmt: skip

CODES: Final = (
    TEXT_ON_TEXT, TEXT_ON_INK, OFF_CANVAS, SMALL_TEXT, FAINT_TEXT, STRAY_LEADER, DOUBTFUL_LABEL,
    NEAR_COINCIDENT, CROSSING_LEADERS, LOST_LEADER, HIDDEN_INK, TINY_FEATURE, FAINT_LINE, TIGHT_TEXT,
    ACCIDENTAL, SAME_NAME, REPAIRED,
)  # fmt: skip
