"""Applies the fixes of diagnostics to a text."""

from collections.abc import Iterable

from diagrammar.dsl.diagnostics import Diagnostic


def fixed(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the text with all fixes applied, from the end backwards."""
    edits = [edit for diagnostic in diagnostics if diagnostic.fix for edit in diagnostic.fix.edits]
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end), reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
