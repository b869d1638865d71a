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
    summary="A text is set below 7 pt, or an index below 5.5 pt.",
    why="Print needs 7 pt for text; indices remain readable a little below because they are single signs.",
)  # fmt: skip
FAINT_TEXT: Final = Code(
    code="LAY005", name="faint-text", severity=Severity.WARNING,
    summary="A text has too little contrast to the ground that it stands on.",
    why="Below 3 : 1 many readers, printers and projectors lose it (WCAG 2.2, 1.4.11).",
)  # fmt: skip
STRAY_LEADER: Final = Code(
    code="LAY006", name="stray-leader", severity=Severity.WARNING,
    summary="A leader line ends nearer to another feature than to the one that its text names.",
    why="The reader follows the line and takes the text for the name of the wrong thing.",
)  # fmt: skip
DOUBTFUL_LABEL: Final = Code(
    code="LAY007", name="doubtful-label", severity=Severity.WARNING,
    summary="A text stands nearer to another point than to the point that it names.",
    why="Readers give a text to the nearest point.",
)  # fmt: skip
NEAR_COINCIDENT: Final = Code(
    code="LAY008", name="near-coincident", severity=Severity.WARNING,
    summary="Strokes of two different things run so close together that they look like one.",
    why="The reader sees one thick line where two things are meant.",
)  # fmt: skip

CODES: Final = (
    TEXT_ON_TEXT, TEXT_ON_INK, OFF_CANVAS, SMALL_TEXT,
    FAINT_TEXT, STRAY_LEADER, DOUBTFUL_LABEL, NEAR_COINCIDENT,
)  # fmt: skip
