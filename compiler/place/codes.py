"""The kinds of finding that the placement service reports."""

from typing import Final

from ...dsl.diagnostics import Code, Severity

KEYED: Final = Code(
    code="LAY030", name="keyed-text", severity=Severity.NOTE,
    summary="A text found no room at its feature: a number stands there, and the text in a list beside the figure.",
    why="A crowded drawing cannot hold long texts; a number takes little room, and nothing is left out.",
)  # fmt: skip

CODES: Final = (KEYED,)
