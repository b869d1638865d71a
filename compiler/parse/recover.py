"""Reads a faulty text statement by statement: keeps what is sound, reports the rest and its cure."""

from dataclasses import dataclass, field
from typing import Final

from lark import TextSlice
from lark.exceptions import UnexpectedInput

from ...dsl.diagnostics import Diagnostic, Edit, Fix, Trust
from ...dsl.source import Span
from ...dsl.spec import Statement
from . import codes
from .lexing import NestingError
from .repair import Budget, diagnose
from .repair import Statement as Faulty
from .scan import Segment, segments
from .structure import braced_list, colon_heading, leading_operator, unfenced
from .tables import read
from .tree import RefusalError

MAX_DIAGNOSED: Final = 40
"""Faulty statements that are looked at closely; the rest are only counted."""


def recover(text: str) -> tuple[tuple[Statement, ...], tuple[Diagnostic, ...]]:
    """Return the statements that can be read, and the findings on all others."""
    bare, fences = unfenced(text)
    reading = _Reading(bare, list(fences))
    found = reading.statements(segments(bare), "")
    return found, tuple(reading.findings)


@dataclass
class _Reading:
    text: str
    findings: list[Diagnostic] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)
    faulty: int = 0

    def statements(self, found: list[Segment], heading: str) -> tuple[Statement, ...]:
        """Read sibling statements that stand under a heading."""
        read: list[Statement] = []
        for at, segment in enumerate(found):
            misread = colon_heading(self.text, found[at:]) or leading_operator(self.text, found[:at], segment)
            if misread:
                self.findings.append(misread)
                continue
            read += self._compound(segment) if segment.body is not None else self._leaf(segment, heading)
        return tuple(read)

    def _leaf(self, segment: Segment, heading: str) -> tuple[Statement, ...]:
        if segment.stray:
            self._report_stray(segment)
            return ()
        try:
            return read(TextSlice(self.text, segment.start, segment.end))
        except (UnexpectedInput, RefusalError, NestingError):
            self._report(segment, heading)
            return ()

    def _compound(self, segment: Segment) -> tuple[Statement, ...]:
        misread = braced_list(self.text, segment)
        if misread:
            self.findings.append(misread)
            return ()
        head = self.text[segment.start : segment.end]
        body = self.statements(segment.body or [], head.split(maxsplit=1)[0] if head else "")
        self._check_braces(segment)
        if not head:
            return body
        try:
            (statement,) = read(TextSlice(self.text[: segment.end] + "{}", segment.start, segment.end + 2))
        except (UnexpectedInput, RefusalError, NestingError, ValueError):
            self._report(segment, "")
            return body
        end = segment.close if segment.close >= 0 else len(self.text.rstrip())
        return (statement.model_copy(update={"body": body, "span": Span(start=segment.start, end=end)}),)

    def _report(self, segment: Segment, heading: str) -> None:
        self.faulty += 1
        if self.faulty <= MAX_DIAGNOSED:
            self.findings += diagnose(
                Faulty(
                    start=segment.start,
                    text=self.text[segment.start : segment.end],
                    suffix="" if segment.body is None else "{}",
                    heading=heading,
                    ends_line=_comment_or_nothing(self.text, segment.end),
                ),
                self.budget,
            )
        elif self.faulty == MAX_DIAGNOSED + 1:
            span = Span(start=segment.start, end=segment.end)
            self.findings.append(codes.MANY.found("more statements with faults follow from here on", span))

    def _report_stray(self, segment: Segment) -> None:
        span = Span(start=segment.start, end=segment.end)
        fix = Fix(title="delete the brace", edits=(Edit(span=span, text=""),))
        self.findings.append(codes.STRAY_BRACKET.found("`}` closes nothing", span, fix=fix))

    def _check_braces(self, segment: Segment) -> None:
        brace = Span(start=segment.brace, end=segment.brace + 1)
        if segment.close < 0:
            end = len(self.text)
            insert = Edit(span=Span(start=end, end=end), text=_before_end(self.text) + "}\n")
            fix = Fix(title="close the block at the end", edits=(insert,))
            self.findings.append(
                codes.UNCLOSED.found(
                    "`{` is never closed", brace, hints=["put `}` after its last line"], fix=fix
                )
            )
        if segment.start == segment.end:
            edits = [Edit(span=brace, text="")]
            if segment.close >= 0:
                edits.append(Edit(span=Span(start=segment.close - 1, end=segment.close), text=""))
            fix = Fix(title="drop the braces", edits=tuple(edits))
            self.findings.append(codes.NO_HEADING.found("`{` without a heading before it", brace, fix=fix))
        elif "\n" in self.text[segment.end : segment.brace]:
            gap = Span(start=segment.end, end=segment.brace)
            fix = Fix(title="join the lines", edits=(Edit(span=gap, text=" "),), trust=Trust.SAFE)
            self.findings.append(codes.LONE_BRACE.found("`{` stands on a line of its own", brace, fix=fix))


def _comment_or_nothing(text: str, offset: int) -> bool:
    """Whether the rest of a line is empty, or a comment that a further comment may join."""
    rest = text[offset : text.find("\n", offset) % (len(text) + 1)].strip()
    return not rest or rest.startswith(("//", "#"))


def _before_end(text: str) -> str:
    return "" if text.endswith("\n") else "\n"
