"""The one type in which everything that is wrong, doubtful or worth knowing is reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from .base import Frozen
from .source import Span

T = TypeVar("T")


class Severity(StrEnum):
    """How much a finding matters: an error stops the figure, a warning doubts it, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Trust(StrEnum):
    """How far a fix may be applied without asking."""

    SAFE = "safe"
    """Keeps the meaning for certain; `--fix` applies it."""
    GUESS = "guess"
    """Probably what was meant; shown, applied on request."""
    SHOW = "show"
    """An illustration with parts to fill in; never applied."""


class Label(Frozen):
    """Another place that matters to a finding, with a few words on why."""

    span: Span
    text: str


class Edit(Frozen):
    """Replace the text in `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(Frozen):
    """Edits that mend a finding, and how far they can be trusted."""

    title: str
    edits: tuple[Edit, ...]
    trust: Trust = Trust.GUESS


class Diagnostic(Frozen):
    """One finding. `code` is stable for ever; `message` is one line that reads well alone."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span | None = None
    labels: tuple[Label, ...] = ()
    hints: tuple[str, ...] = ()
    fix: Fix | None = None


class Code(Frozen):
    """A kind of finding: its manual page, from which `explain` and the docs are made.

    `bad` is a spec that yields this code, `good` one that does not; both are run by the tests.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    bad: str = ""
    good: str = ""

    def found(
        self,
        message: str,
        span: Span | None = None,
        *,
        labels: Iterable[Label] = (),
        hints: Iterable[str] = (),
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Report this finding at a place."""
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            message=message,
            span=span,
            labels=tuple(labels),
            hints=tuple(hints),
            fix=fix,
        )


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What a step hands on: the next value, or nothing, and every finding on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is a value and no error."""
        return self.value is not None and not self.errors

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop the figure."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    def after(self, earlier: Iterable[Diagnostic]) -> "Outcome[T]":
        """Return this outcome with the findings of earlier steps put in front."""
        return Outcome(self.value, (*earlier, *self.diagnostics))


def shortened(text: str, most: int) -> str:
    """Return how a message cites a longer text: on one line, and cut in its middle if need be.

    >>> shortened("distance(A, B) == 3 cm", 16)
    'distance(A… 3 cm'
    """
    line = " ".join(text.split())
    head = most * 2 // 3
    return line if len(line) <= most else f"{line[:head]}…{line[head + 1 - most :]}"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings without repeats, by place and then by code."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.span.start if d.span else -1, d.code, d.message)))
