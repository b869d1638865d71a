"""The check of claims: on the drawing itself, and on other drawings of the same statements.

A claim that holds in one drawing may hold by accident, because the statements leave something open; what
follows from them holds in every drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..dsl.diagnostics import Diagnostic, shortened
from .pose import Posed
from .solve import sketch
from .solve.claims import unmet
from .solve.codes import REFUTED
from .system import Layout, System

OTHER_DRAWINGS: Final = 2
"""In general position one drawing decides; more guard against one that is special by chance."""


def refuted(posed: Posed, layout: Layout) -> Iterator[Diagnostic]:
    """Yield the claims of a panel that do not hold, with the drawing that shows it. Emits SOL004."""
    claims = posed.claims
    if claims is None:
        return
    here = unmet(claims, layout)
    for origin in here:
        yield _finding(claims, origin, "does not hold in the drawing")
    if layout.freedom:
        for origin in _elsewhere(posed.system, claims, set(here)):
            yield _finding(
                claims, origin, "holds here by accident: another drawing of the same statements breaks it"
            )


def _elsewhere(system: System, claims: System, known: set[int]) -> Iterator[int]:
    """Yield the claims that fail in other drawings, each once."""
    for turn in range(1, OTHER_DRAWINGS + 1):
        other = sketch(replace(system, seed=system.seed + 7919 * turn))
        for origin in unmet(claims, other) if other is not None else ():
            if origin not in known:
                known.add(origin)
                yield origin


def _finding(claims: System, origin: int, how: str) -> Diagnostic:
    statement = claims.statements[origin]
    hint = "the claim is wrong, or a statement is missing from which it would follow"
    return REFUTED.found(f"`{shortened(statement.text, 60)}` {how}", statement.span, hints=[hint])
