"""Every text that will be set, checked before it is: what cannot be set as it was meant is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...dsl.diagnostics import Diagnostic, in_order
from ...dsl.scene import TextItem
from ...dsl.source import Source, Span
from .. import limits
from ..draw.pen import Canvas
from ..model import Model
from ..resolve.codes import TOO_LARGE
from ..typeset import check_text
from .rows import row_text, templated


def text_findings(model: Model, canvases: Iterable[Canvas], source: Source) -> tuple[Diagnostic, ...]:
    """Return a finding for whatever in a text cannot be set, at the author's own string. Emits TXT codes."""
    seen = dict.fromkeys((*_lines(model), *_rows(model), *_drawn(canvases)))
    found = (d for text, written, span in seen for d in check_text(text, _place(written, span, source)))
    return in_order(found)


def crowding(canvases: Iterable[Canvas]) -> Iterator[Diagnostic]:
    """Yield a finding for each panel with more texts than can be placed. Emits SPC010."""
    for canvas in canvases:
        if len(canvas.texts) > limits.TEXTS:
            message = f"a panel has {len(canvas.texts)} texts, at most {limits.TEXTS} can be placed"
            hints = ["say `bare` where a name need not print, or make several panels"]
            yield TOO_LARGE.found(message, hints=hints)


Said = tuple[str, str, Span | None]
"""What is set, what its author wrote, and the statement."""


def _lines(model: Model) -> Iterator[Said]:
    for panel in model.panels:
        yield from ((text, text, panel.span) for text in (panel.title, panel.caption) if text)
    for bridge in model.bridges:
        yield from ((text, text, bridge.span) for text in bridge.texts)


def _rows(model: Model) -> Iterator[Said]:
    for relation in model.sheet:
        if relation.verb.section is None:
            continue
        for value in relation.values_of(relation.verb.slots[0].name):
            text = row_text(value)
            yield templated(text, relation.verb.section), text, relation.span


def _drawn(canvases: Iterable[Canvas]) -> Iterator[Said]:
    for canvas in canvases:
        for request in canvas.texts:
            yield request.text, request.text, request.origin.span if request.origin else None
        for item in canvas.items:
            if isinstance(item, TextItem):
                yield item.source, item.source, item.origin.span if item.origin else None
        yield from ((text, text, None) for text, _ in canvas.legend)


def _place(written: str, span: Span | None, source: Source) -> Span | None:
    """Return where a text stands inside its statement, with its quotes; the statement if it is not found."""
    if span is None:
        return None
    within = source.text[span.start : span.end]
    quoted = '"' + written.replace('"', '\\"') + '"'
    at, length = within.find(quoted), len(quoted)
    if at < 0:
        at, length = within.find(written), len(written)
    return span if at < 0 or not written else Span(start=span.start + at, end=span.start + at + length)
