"""Applies the edits that diagnostics propose, as far as they can be trusted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .diagnostics import Diagnostic, Edit, Fix, Trust, in_order
from .source import Source, Span


def apply_fixes(source: Source, diagnostics: Iterable[Diagnostic], trust: Trust = Trust.SAFE) -> Source:
    """Return the source with all fixes of at least this trust applied, `Trust.SHOW` never.

    A fix is applied whole or not at all; of two that touch, the first in the text wins, and the other
    can be had by checking again.

    >>> from .diagnostics import Severity
    >>> fix = Fix(title="add a space", edits=(Edit(span=Span(start=1, end=1), text=" "),), trust=Trust.SAFE)
    >>> finding = Diagnostic(code="SYN009", name="glued", severity=Severity.NOTE, message="glued", fix=fix)
    >>> apply_fixes(Source(text="5kg"), [finding]).text
    '5 kg'
    """
    accepted = {Trust.SAFE, trust} - {Trust.SHOW}
    taken: list[Edit] = []
    for finding in in_order(diagnostics):
        if finding.fix is None or finding.fix.trust not in accepted:
            continue
        edits = [edit for edit in dict.fromkeys(finding.fix.edits) if edit not in taken]
        if _is_sound(edits, len(source.text)) and not any(_touch(a, b) for a in edits for b in taken):
            taken += edits
    return Source(text=_edited(source.text, taken), name=source.name)


def _is_sound(edits: list[Edit], length: int) -> bool:
    inside = all(0 <= edit.span.start <= edit.span.end <= length for edit in edits)
    return inside and not any(_touch(a, b) for i, a in enumerate(edits) for b in edits[:i])


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same characters, or insert at the same place."""
    a, b = one.span, other.span
    if a.start == b.start:
        return True
    return a.start < b.end and b.start < a.end


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end), reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@dataclass(frozen=True)
class Change:
    """Lines as they are and as they would be, from line `line` on."""

    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def preview(source: Source, fix: Fix) -> Iterator[Change]:
    """Yield the lines that a fix changes, edits on the same line taken together.

    >>> fix = Fix(title="", edits=(Edit(span=Span(start=1, end=1), text=" "),))
    >>> list(preview(Source(text="5kg"), fix))
    [Change(line=1, before=('5kg',), after=('5 kg',))]
    """
    edits = sorted(dict.fromkeys(fix.edits), key=lambda e: (e.span.start, e.span.end))
    if not edits or not _is_sound(edits, len(source.text)):
        return
    groups: list[list[Edit]] = []
    for edit in edits:
        line = source.position(edit.span.start).line
        if groups and source.position(groups[-1][-1].span.end).line == line:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    for group in groups:
        yield _change(source, group)


def _change(source: Source, edits: list[Edit]) -> Change:
    first = source.position(edits[0].span.start).line
    last = source.position(edits[-1].span.end).line
    start = source.line_starts[first - 1]
    end = source.line_starts[last - 1] + len(source.line(last))
    moved = [Edit(span=_moved(edit.span, -start), text=edit.text) for edit in edits]
    before = source.text[start:end]
    return Change(first, tuple(before.split("\n")), tuple(_edited(before, moved).split("\n")))


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)
