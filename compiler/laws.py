"""How a domain states a law: one function per code, its docstring the manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..dsl.diagnostics import Code, Diagnostic, Severity
from ..dsl.source import Span

if TYPE_CHECKING:
    from .model import Model, Panel

Check = Callable[["Panel"], Iterator[Diagnostic]]


@dataclass(frozen=True)
class Rule:
    """A law of a field: its manual page, and the check that finds its breaches in one panel."""

    code: Code
    check: Check


def breaches(model: Model, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """Yield the breaches of all laws in a model; one that its author waived is a note."""
    for panel in model.panels:
        waived = {e.span: e.waived for e in panel.entities.values() if e.waived}
        for rule in rules:
            for found in rule.check(panel):
                laws = next((laws for span, laws in waived.items() if _holds(span, found)), ())
                yield _noted(found) if "*" in laws or rule.code.name in laws else found


def _holds(span: Span, found: Diagnostic) -> bool:
    return found.span is not None and span.start <= found.span.start and found.span.end <= span.end


def _noted(found: Diagnostic) -> Diagnostic:
    return found.model_copy(update={"severity": Severity.NOTE, "message": f"{found.message} (as given)"})
