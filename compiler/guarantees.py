"""The report on the six guarantees: what was proven of a figure, what is broken, what nobody could decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..dsl.diagnostics import Diagnostic, Severity
from .holding import Holding
from .pipeline import Compiled

Status: TypeAlias = Literal["holds", "broken", "undecided"]

WELL_TYPED = ("SYN", "SPC", "UNI", "TXT")
SOLVED = ("POS", "SOL")
COMPLETE = ("AUD001", "AUD002", "AUD003", "AUD004", "AUD005")
TRUTHFUL = ("AUD007", "AUD015", "AUD016")
CONFIDENTIAL = ("AUD010", "AUD011", "AUD013")
LEGIBLE = ("LAY", "REN")


@dataclass(frozen=True)
class Guarantee:
    """One promise about a figure: how it stands, how much was checked, and which findings speak about it."""

    name: str
    status: Status
    checked: int = 0
    """How many things were checked: statements, texts, claims."""
    found: tuple[Diagnostic, ...] = ()
    reason: str = ""
    """Why it is undecided."""


def guarantees(
    compiled: Compiled, holdings: tuple[Holding, ...], claims: tuple[Holding, ...]
) -> tuple[Guarantee, ...]:
    """Return how the six guarantees stand for a compiled spec.

    `holdings` are the statements that were solved, `claims` those among them whose value is printed.
    """
    drawn, options = compiled.scene is not None, compiled.options
    texts = len(compiled.printed)
    return (
        _guarantee("well-typed", _about(compiled, WELL_TYPED), _statements(compiled), compiled.model is not None),
        _consistent(compiled, holdings),
        _truthful(compiled, claims),
        _guarantee(
            "complete", _about(compiled, COMPLETE), texts, bool(options.problem), "the problem is not known",
            doubts=(Severity.ERROR, Severity.WARNING),
        ),
        _guarantee("confidential", _about(compiled, CONFIDENTIAL), texts, bool(options.answer), "the answer is not known"),
        _guarantee("legible", _about(compiled, LEGIBLE), texts, drawn, "there is no picture"),
    )  # fmt: skip


def _consistent(compiled: Compiled, holdings: tuple[Holding, ...]) -> Guarantee:
    """Laws of the fields count here too: whatever code belongs to no other guarantee is a domain's."""
    others = (*WELL_TYPED, *TRUTHFUL, *COMPLETE, *CONFIDENTIAL, *LEGIBLE)
    found = tuple(d for d in compiled.diagnostics if not d.code.startswith(others))
    solved = bool(compiled.layouts) or compiled.scene is not None
    guarantee = _guarantee("consistent", found, len(holdings), solved, "nothing was solved")
    broken = guarantee.status == "holds" and not all(h.holds for h in holdings)
    return Guarantee("consistent", "broken", len(holdings), found) if broken else guarantee


def _truthful(compiled: Compiled, claims: tuple[Holding, ...]) -> Guarantee:
    """Every printed value that measures something drawn is a claim; the final numbers decide it."""
    if not compiled.layouts and compiled.scene is None:
        return Guarantee("truthful", "undecided", reason="nothing was solved")
    found = _about(compiled, TRUTHFUL)
    holds = all(c.holds for c in claims) and all(d.severity is Severity.NOTE for d in found)
    return Guarantee("truthful", "holds" if holds else "broken", len(claims), found)


def _guarantee(
    name: str,
    found: tuple[Diagnostic, ...],
    checked: int,
    known: bool,
    reason: str = "",
    *,
    doubts: Iterable[Severity] = (Severity.ERROR,),
) -> Guarantee:
    if any(d.severity in tuple(doubts) for d in found):
        return Guarantee(name, "broken", checked, found)
    if not known:
        return Guarantee(name, "undecided", 0, found, reason)
    if any(d.severity is Severity.WARNING for d in found):
        return Guarantee(name, "undecided", checked, found, "warnings stand against it")
    return Guarantee(name, "holds", checked, found)


def _about(compiled: Compiled, prefixes: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    return tuple(d for d in compiled.diagnostics if d.code.startswith(prefixes))


def _statements(compiled: Compiled) -> int:
    return len(compiled.model.readings) if compiled.model else 0
