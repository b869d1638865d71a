"""Repairs as edits of the text: what an author would change so that nothing need be repaired."""

from __future__ import annotations

import re
from typing import Final

from ...dsl.diagnostics import Diagnostic, Edit, Fix
from ...dsl.source import Source, Span
from ...dsl.theme import Theme
from ..audit.legibility_codes import REPAIRED

PLACE: Final = re.compile(r",\s*(?:at|position|pos)\s*=\s*\([^()]*\)")
COLOR: Final = re.compile(r",\s*(?:colou?r\s*=\s*)?\"?(#?\w+)\"?(?=\s*[,)])")


def with_edit(found: Diagnostic, source: Source, theme: Theme) -> Diagnostic:
    """Return the note of a repair with the edit that does the same in the text, where there is one."""
    if found.code != REPAIRED.code or found.span is None or found.fix is not None:
        return found
    statement = source.text[found.span.start : found.span.end]
    if "contrast" in found.message:
        matches = [m for m in COLOR.finditer(statement) if theme.knows(m.group(1))]
        title = "drop the colour"
    else:
        matches, title = list(PLACE.finditer(statement)), "drop the place"
    if len(matches) != 1:
        return found
    start = found.span.start
    cut = Edit(span=Span(start=start + matches[0].start(), end=start + matches[0].end()), text="")
    return found.model_copy(update={"fix": Fix(title=title, edits=(cut,))})
