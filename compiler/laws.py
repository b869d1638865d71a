"""How a domain states a law: one function per code, its docstring the manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..dsl.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from .model import Panel

Check = Callable[["Panel"], Iterator[Diagnostic]]


@dataclass(frozen=True)
class Rule:
    """A law of a field: its manual page, and the check that finds its breaches in one panel."""

    code: Code
    check: Check


def waived(found: Diagnostic) -> Diagnostic:
    """Return a breach of a waived law: recorded, but no error."""
    return found.model_copy(update={"severity": Severity.NOTE, "message": f"{found.message} (as given)"})
