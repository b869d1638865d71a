"""Slips that concern more than one statement: fences, colon headings, lines that begin with an operator."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lark.exceptions import UnexpectedInput

from ...dsl.diagnostics import Diagnostic, Edit, Fix, Trust
from ...dsl.source import Span
from . import codes
from .lexing import NestingError
from .scan import Segment
from .tables import read
from .tree import RefusalError

_FENCE: Final = re.compile(r"^[ \t]*(?:```|~~~)[^\n`]*(?:\n|$)", re.MULTILINE)
_PARALLEL: Final = re.compile(
    r"(?:^|[;{])[ \t]*([A-Z][\w']*)[ \t]*//[ \t]*([A-Z][\w']*)[ \t]*$", re.MULTILINE
)
_LEADING: Final = re.compile(r"->|<->|--|[→⟶↔⟷,:=^*/&|]|==|<=|>=|\.\.|[+-](?![-+])")


def unfenced(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a text with Markdown fences, and the prose around them, blanked at the same length."""
    fences = tuple(_FENCE.finditer(text))
    if not fences:
        return text, ()
    spans = [Span(start=fence.start(), end=fence.end()) for fence in fences]
    if len(spans) > 1:
        spans[0] = Span(start=0, end=spans[0].end)
        spans[-1] = Span(start=spans[-1].start, end=len(text))
    for span in spans:
        blank = re.sub(r"[^\n]", " ", text[span.start : span.end])
        text = text[: span.start] + blank + text[span.end :]
    fix = Fix(
        title="delete the fence",
        edits=tuple(Edit(span=span, text="") for span in spans),
        trust=Trust.SAFE,
    )
    found = Span(start=fences[0].start(), end=fences[0].end())
    return text, (codes.FENCE.found("a spec stands without a Markdown fence", found, fix=fix),)


def colon_heading(text: str, found: Sequence[Segment]) -> Diagnostic | None:
    """Report a statement that ends in a colon and would be a block's heading: `labels:`."""
    head = found[0]
    words = text[head.start : head.end]
    if head.body is not None or not words.endswith(":"):
        return None
    if not parses(words[:-1].rstrip() + "{}"):
        return None
    last = _last_below(text, found)
    end = text.find("\n", last.close if last.close >= 0 else last.end)
    end = len(text) if end < 0 else end
    colon = Span(start=head.start + len(words[:-1].rstrip()), end=head.end)
    margin = " " * _column(text, head.start)
    fix = Fix(
        title="put the block into braces",
        edits=(
            Edit(span=colon, text=" {"),
            Edit(span=Span(start=end, end=end), text=f"\n{margin}}}"),
        ),
    )
    return codes.COLON_HEADING.found(f"`{words}` opens a block without a brace", colon, fix=fix)


def braced_list(text: str, segment: Segment) -> Diagnostic | None:
    """Report `set S = {1, 2}`: braces that stand for a list's brackets."""
    if segment.close < 0 or not text[segment.start : segment.end].endswith("="):
        return None
    edits = (
        Edit(span=Span(start=segment.brace, end=segment.brace + 1), text="["),
        Edit(span=Span(start=segment.close - 1, end=segment.close), text="]"),
    )
    fix = Fix(title="write brackets", edits=edits)
    place = Span(start=segment.brace, end=segment.close)
    return codes.BRACES.found("braces hold statements, not values", place, fix=fix)


def lost_parallel(text: str) -> Iterator[Diagnostic]:
    """Report `AB // CD`, which reads as the word `AB` with a comment."""
    for match in _PARALLEL.finditer(text):
        call = f"parallel({match[1]}, {match[2]})"
        span = Span(start=match.start(1), end=match.end(2))
        fix = Fix(title=f"write `{call}`", edits=(Edit(span=span, text=call),))
        yield codes.INFIX_SYMBOL.found("`//` begins a comment", span, fix=fix)


def parses(text: str) -> bool:
    """Whether a text is free of faults."""
    try:
        read(text)
    except (UnexpectedInput, RefusalError, NestingError):
        return False
    return True


def _last_below(text: str, found: Sequence[Segment]) -> Segment:
    """Return the last statement that a heading rules: those indented deeper, else up to the next."""
    head, *rest = found
    column = _column(text, head.start)
    indented = bool(rest) and _column(text, rest[0].start) > column
    last = head
    for segment in rest:
        if indented and _column(text, segment.start) <= column:
            break
        if not indented and text[segment.start : segment.end].endswith(":"):
            break
        if not indented and segment.body is not None and text.startswith(_HEADINGS, segment.start):
            break
        last = segment
    return last


_HEADINGS: Final = ("entities", "layout", "labels", "constraints")


def _column(text: str, offset: int) -> int:
    line = text.rfind("\n", 0, offset) + 1
    return len(text[line:offset]) - len(text[line:offset].lstrip())


def leading_operator(text: str, before: Sequence[Segment], segment: Segment) -> Diagnostic | None:
    """Report a line that goes on with the statement above it."""
    previous = before[-1] if before else None
    if previous is None or previous.body is not None or not _LEADING.match(text, segment.start):
        return None
    gap = text[previous.end : segment.start]
    if gap.strip() or "\n" not in gap:
        return None
    joined = f"{text[previous.start : previous.end]} {text[segment.start : segment.end]}"
    if text[segment.start : segment.start + 2] in ("- ", "+ ", "* ") and not parses(joined):
        return None
    return _joined(text, previous, segment)


def _joined(text: str, previous: Segment, segment: Segment) -> Diagnostic:
    span = Span(start=previous.end, end=segment.start)
    fix = Fix(title="join the lines", edits=(Edit(span=span, text=" "),))
    place = Span(start=segment.start, end=segment.end)
    hint = "end the line above with the operator"
    return codes.LEADING_OPERATOR.found("a line begins with an operator", place, hints=[hint], fix=fix)
