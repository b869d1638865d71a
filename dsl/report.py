"""Renderings of diagnostics: for people (`full`, `concise`), programs (`as_json`) and tools (`as_sarif`).

All are pure functions of the same values, and say the same in different dress.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from .diagnostics import Diagnostic, Fix, Severity, in_order
from .excerpt import Mark, Row, rows, visible
from .fixes import preview
from .source import Source, Span

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | dict[str, Json] | None"

JSON_VERSION: Final = 1

_COLORS: Final[dict[str, str]] = {
    "error": "1;31", "warning": "1;33", "note": "1;36", "frame": "34", "bold": "1", "hint": "36",
    "added": "32", "removed": "31",
}  # fmt: skip


def full(
    diagnostics: Iterable[Diagnostic], source: Source, *, color: bool = False, limit: int | None = None
) -> str:
    """Return findings with the source lines they are about, marked, and what to do.

    With `limit`, only so many are written out and the rest is counted.

    >>> from .source import Source
    >>> finding = Diagnostic(
    ...     code="UNI001", name="unknown-unit", severity=Severity.ERROR, message="unknown unit `kgg`",
    ...     span=Span(start=11, end=14), hints=("did you mean `kg`?",))
    >>> print(full([finding], Source(text="block w(50 kgg)", name="a.dg")))
    error[UNI001]: unknown unit `kgg`
      --> a.dg:1:12
      |
    1 | block w(50 kgg)
      |            ^^^
      = hint: did you mean `kg`?
    <BLANKLINE>
    1 error
    """
    ordered = in_order(diagnostics)
    shown = ordered if limit is None else ordered[:limit]
    paint = _Paint(color)
    parts = ["\n".join(_one(finding, source, paint)) for finding in shown]
    parts.append(_summary(ordered, hidden=len(ordered) - len(shown)))
    return "\n\n".join(part for part in parts if part)


def concise(diagnostics: Iterable[Diagnostic], source: Source) -> str:
    """Return one line for each finding: `name:line:col: error[CODE] message`.

    >>> finding = Diagnostic(code="SYN001", name="stray", severity=Severity.ERROR, message="stray `)`")
    >>> concise([finding], Source(text="", name="a.dg"))
    'a.dg: error[SYN001] stray `)`'
    """
    return "\n".join(
        visible(f"{_place(finding.span, source)}: {finding.severity}[{finding.code}] {finding.message}")
        for finding in in_order(diagnostics)
    )


def as_json(diagnostics: Iterable[Diagnostic], source: Source) -> str:
    """Return the findings as a JSON text: offsets count characters from 0, lines and columns from 1.

    Keys never change their meaning within one `version`.
    """
    return json.dumps(as_record(diagnostics, source), ensure_ascii=False, indent=2)


def as_record(diagnostics: Iterable[Diagnostic], source: Source) -> dict[str, Json]:
    """Return what `as_json` writes, as plain dictionaries and lists."""
    ordered = in_order(diagnostics)
    return {
        "version": JSON_VERSION,
        "source": source.name,
        "counts": {severity.value: _count(ordered, severity) for severity in Severity},
        "diagnostics": [_record(finding, source) for finding in ordered],
    }


class _Paint:
    """Puts colour on a text, or leaves it as it is."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self.on and text else text


def _place(span: Span | None, source: Source) -> str:
    if span is None:
        return source.name
    at = source.position(min(span.start, len(source.text)))
    return f"{source.name}:{at.line}:{at.column}"


def _one(finding: Diagnostic, source: Source, paint: _Paint) -> list[str]:
    severity = finding.severity.value
    head = paint(f"{severity}[{finding.code}]", severity) + paint(f": {visible(finding.message)}", "bold")
    marks = [Mark(label.span, label.text) for label in finding.labels]
    if finding.span is not None:
        marks.insert(0, Mark(finding.span, primary=True))
    excerpt = list(rows(source, marks))
    gutter = len(str(max((row.number or 0 for row in excerpt), default=0)))
    lines = [head]
    if finding.span is not None or marks:
        place = visible(_place(finding.span or marks[0].span, source))
        lines.append(f"{' ' * gutter} {paint('-->', 'frame')} {place}")
        lines.append(f"{' ' * gutter} {paint('|', 'frame')}")
    lines += [_framed(row, gutter, severity, paint) for row in excerpt]
    equals = f"{' ' * gutter} {paint('=', 'frame')}"
    lines += [f"{equals} {paint('hint', 'hint')}: {visible(hint)}" for hint in finding.hints]
    if finding.fix is not None:
        lines.append(f"{equals} {paint('fix', 'hint')} ({finding.fix.trust}): {visible(finding.fix.title)}")
        lines += _fix_lines(finding.fix, source, gutter, paint)
    return lines


def _framed(row: Row, gutter: int, severity: str, paint: _Paint) -> str:
    if row.number is None and row.mark is None:
        return f"{' ' * gutter} {paint(row.text, 'frame')}"
    number = str(row.number or "").rjust(gutter)
    style = severity if row.mark is not None and row.mark.primary else "frame"
    text = row.text if row.mark is None else paint(row.text, style)
    return f"{paint(f'{number} |', 'frame')} {text}".rstrip()


def _fix_lines(fix: Fix, source: Source, gutter: int, paint: _Paint) -> list[str]:
    lines = []
    for change in preview(source, fix):
        number = str(change.line).rjust(gutter)
        for sign, texts, style in (("-", change.before, "removed"), ("+", change.after, "added")):
            lines += [
                f"{paint(number, 'frame')} {paint(f'{sign} {visible(text)}'.rstrip(), style)}"
                for text in texts
            ]
    return lines


def _count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    return sum(1 for finding in diagnostics if finding.severity is severity)


def _summary(diagnostics: Sequence[Diagnostic], *, hidden: int) -> str:
    """Return `2 errors, 1 warning (3 not shown)`."""
    counts = [(_count(diagnostics, severity), severity.value) for severity in Severity]
    said = ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)
    return f"{said} ({hidden} not shown)" if hidden else said


def _record(finding: Diagnostic, source: Source) -> dict[str, Json]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "range": _range(finding.span, source),
        "labels": [{"range": _range(label.span, source), "text": label.text} for label in finding.labels],
        "hints": list(finding.hints),
        "fix": _fix_record(finding.fix, source) if finding.fix else None,
    }


def _fix_record(fix: Fix, source: Source) -> dict[str, Json]:
    edits: Json = [{"range": _range(edit.span, source), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "trust": fix.trust.value, "edits": edits}


def _range(span: Span | None, source: Source) -> Json:
    if span is None:
        return None
    return {"start": _point(span.start, source), "end": _point(max(span.start, span.end), source)}


def _point(offset: int, source: Source) -> Json:
    at = source.position(min(offset, len(source.text)))
    return {"offset": offset, "line": at.line, "column": at.column}
