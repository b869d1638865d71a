"""Adding what is missing: rows of the panel for the givens of the problem that nothing on the picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ...dsl.diagnostics import Diagnostic
from ...dsl.source import Source
from ..typeset import check_text
from .codes import GIVEN_ADDED, MISSING_COUNT, MISSING_OPTION
from .coverage import Missing, not_shown
from .drawn import Drawn
from .printed import Printed

MOST_ROWS: Final = 12
"""More rows are a table, which an author has to set: what is beyond stays reported as missing."""
LONGEST_ROW: Final = 160
_LAID_OUT: Final = re.compile(r"(?:begin|end)\{?[a-z]*(?:matrix|array|align|cases|tabular)|hline|&")
"""What shows that words come out of a table or matrix."""


@dataclass(frozen=True)
class Mended:
    """A source with statements added at its end, and the rows that they print."""

    source: Source
    rows: tuple[Missing, ...] = ()

    def notes(self) -> Iterable[Diagnostic]:
        """Yield what was added, a note for each row."""
        for row in self.rows:
            yield GIVEN_ADDED.found(f"`{row.statement}` added: nothing else shows it")


def mended(source: Source, problem: str, printed: Sequence[Printed], drawn: Drawn) -> Mended:
    """Return a source to which rows are added for what a picture does not show of its problem.

    A row that can show several givens is added once. What cannot be set well, and counts without a word on
    what is counted, are left to the author.
    """
    rows: list[Missing] = []
    shown = list(printed)
    for missing in not_shown(problem, printed, drawn):
        if len(rows) == MOST_ROWS:
            break
        if _is_fit(missing) and missing.message in {m.message for m in not_shown(problem, shown, drawn)}:
            rows.append(missing)
            shown.append(Printed(missing.row, role="sheet"))
    rows = _needed(rows, problem, printed, drawn)
    added = "".join(f"\n{row.statement}" for row in rows)
    return Mended(Source(text=source.text.rstrip() + added + "\n", name=source.name), tuple(rows))


def _needed(rows: list[Missing], problem: str, printed: Sequence[Printed], drawn: Drawn) -> list[Missing]:
    """Return the rows without those whose givens the others show."""
    kept = list(rows)
    least = len(_lacking(kept, problem, printed, drawn))
    for row in rows:
        fewer = [other for other in kept if other is not row]
        if len(_lacking(fewer, problem, printed, drawn)) == least:
            kept = fewer
    return kept


def _lacking(
    rows: list[Missing], problem: str, printed: Sequence[Printed], drawn: Drawn
) -> tuple[Missing, ...]:
    return not_shown(problem, [*printed, *(Printed(row.row, role="sheet") for row in rows)], drawn)


def _is_fit(missing: Missing) -> bool:
    """Whether a row reads well: brackets that close, words on what is counted, nothing that cannot be set."""
    row = missing.row
    closed = all(row.count(a) == row.count(b) for a, b in ("()", "[]", "{}"))
    telling = missing.code is not MISSING_COUNT or any(
        word.isalpha() and len(word) > 2 for word in row.split()
    )
    laid_out = _LAID_OUT.search(row) is not None
    half_open = missing.code.name == "missing-given" and "," in row
    closed = closed or missing.code is MISSING_OPTION
    return (
        (closed or half_open)
        and telling
        and not laid_out
        and len(row) <= LONGEST_ROW
        and not check_text(row, None)
    )
