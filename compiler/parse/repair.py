"""Finds out what is wrong with one statement: tries the known cures and keeps those after which it parses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from ...dsl.diagnostics import Diagnostic, Edit, Fix, Label
from ...dsl.source import Span
from . import codes
from .lexing import NestingError
from .near_misses import cures
from .slip import Cure, Fault, Slip
from .tables import read
from .tree import RefusalError
from .wording import expectation, found_text

MAX_STATEMENT: Final = 4_000
"""Longer statements are reported without looking for a cure."""

MAX_ROUNDS: Final = 6
"""Slips that are cured in one statement, one after another."""


@dataclass
class Budget:
    """How many trial parses a text may still cost; bounds the time that faulty texts take."""

    trials: int = 600

    def spend(self) -> bool:
        """Take one trial, if there is one left."""
        self.trials -= 1
        return self.trials >= 0


@dataclass(frozen=True)
class Statement:
    """A faulty statement: where its text stands, what must follow it, and under which heading it is."""

    start: int
    text: str
    suffix: str = ""
    heading: str = ""
    ends_line: bool = True


def diagnose(statement: Statement, budget: Budget) -> tuple[Diagnostic, ...]:
    """Report a faulty statement: each slip with the edit that cures it, or the place where reading stops."""
    first = fault_in(statement.text + statement.suffix)
    if first is None:
        return ()
    slips = _slips(statement, first, budget) if len(statement.text) <= MAX_STATEMENT else ()
    if slips:
        return tuple(_report(cure, edits, statement) for cure, edits in slips)
    return (_unexplained(statement, first),)


def fault_in(text: str) -> Fault | None:
    """Return where and why a text does not parse, or nothing if it does."""
    try:
        read(text)
    except UnexpectedToken as error:
        at_end = error.token.type == "$END"
        offset = len(text) if at_end else error.token.start_pos or 0
        return Fault(offset, "" if at_end else str(error.token), frozenset(error.expected))
    except UnexpectedCharacters as error:
        offset = error.pos_in_stream or 0
        return Fault(offset, text[offset : offset + 1], frozenset(error.allowed or ()))
    except UnexpectedInput:
        return Fault(len(text), "", frozenset())
    except RefusalError as error:
        return Fault(error.span.start, text[error.span.start : error.span.end], frozenset(), error.reason)
    except NestingError as error:
        return Fault(error.offset, "", frozenset(), "depth")
    return None


def _slips(statement: Statement, fault: Fault, budget: Budget) -> Sequence[tuple[Cure, tuple[Edit, ...]]]:
    """Return cures that make the statement parse when all are applied, with edits on the original text."""
    done: list[tuple[Cure, tuple[Edit, ...]]] = []
    patched = _Patched(statement.text)
    for _ in range(MAX_ROUNDS):
        step = _next_step(statement, patched, fault, budget)
        if step is None:
            return ()
        cure, edits, patched, left = step
        done.append((cure, edits))
        if left is None:
            return done
        fault = left
    return ()


def _next_step(
    statement: Statement, patched: "_Patched", fault: Fault, budget: Budget
) -> "tuple[Cure, tuple[Edit, ...], _Patched, Fault | None] | None":
    """Return the first cure that ends all faults, else the first that moves the fault on."""
    fallback = None
    remaining = len(patched.text) + len(statement.suffix) - fault.offset
    ends_line = statement.ends_line and not statement.suffix
    slip = Slip(patched.text, fault, statement.heading, ends_line)
    for cure in cures(slip):
        edits = patched.original(cure.edits)
        if edits is None or not budget.spend():
            continue
        after = patched.apply(cure.edits)
        left = fault_in(after.text + statement.suffix)
        if left is None:
            return cure, edits, after, None
        if fallback is None and len(after.text) + len(statement.suffix) - left.offset < remaining:
            fallback = cure, edits, after, left
    return fallback


class _Patched:
    """A text after some edits, which knows what its offsets were before."""

    def __init__(self, text: str, origin: Sequence[int] | None = None) -> None:
        self.text = text
        self.origin = range(len(text) + 1) if origin is None else origin

    def original(self, edits: Sequence[Edit]) -> tuple[Edit, ...] | None:
        """Return edits in terms of the text before all edits; nothing if they touch what was inserted."""
        mapped: list[Edit] = []
        for edit in edits:
            start, end = self.origin[edit.span.start], self.origin[edit.span.end]
            if start < 0 or end < start:
                return None
            mapped.append(Edit(span=Span(start=start, end=end), text=edit.text))
        return tuple(mapped)

    def apply(self, edits: Sequence[Edit]) -> "_Patched":
        """Return the text after further edits."""
        text, origin = self.text, list(self.origin)
        for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
            start, end = edit.span.start, edit.span.end
            text = text[:start] + edit.text + text[end:]
            origin[start:end] = [-1] * len(edit.text)
        return _Patched(text, origin)


def _report(cure: Cure, edits: tuple[Edit, ...], statement: Statement) -> Diagnostic:
    moved = tuple(_moved(edit, statement.start) for edit in edits)
    start = min(edit.span.start for edit in moved)
    end = max(edit.span.end for edit in moved)
    if end == start:
        end = min(end + 1, statement.start + len(statement.text))
        start = min(start, max(end - 1, statement.start))
    fix = Fix(title=cure.title, edits=moved, trust=cure.trust)
    return cure.code.found(
        cure.message, Span(start=start, end=end), hints=[cure.hint] if cure.hint else (), fix=fix
    )


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(span=Span(start=edit.span.start + by, end=edit.span.end + by), text=edit.text)


def _unexplained(statement: Statement, fault: Fault) -> Diagnostic:
    at = min(fault.offset, len(statement.text))
    end = min(at + max(len(fault.text), 1), len(statement.text))
    span = Span(start=statement.start + min(at, end), end=statement.start + end)
    reason = codes.REASONS.get(fault.reason)
    if reason is not None:
        code, message, hint = reason
        return code.found(message, span, hints=[hint])
    whole = Span(start=statement.start, end=statement.start + len(statement.text))
    return codes.UNEXPECTED.found(
        f"{found_text(fault.text)} is not expected here",
        span,
        labels=[Label(span=whole, text="in this statement, which is left out")],
        hints=[expectation(fault.expected)],
    )
