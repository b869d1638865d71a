"""Why some statements cannot all hold, in the words of a textbook, and what dropping one of them would free."""

from __future__ import annotations

from collections.abc import Callable

from ..jets import Array
from .chains import closing_range, open_chain
from .core import Core
from .places import belied
from .rings import ring
from .turns import angle_sum, turned_lines
from .values import compared, last_stated, outlook, plainly, right_triangle, said_twice

_REASONS: tuple[Callable[[Core], str | None], ...] = (
    open_chain, said_twice, angle_sum, turned_lines, ring, right_triangle, belied,
)  # fmt: skip
_LONGEST = 88


def reason(core: Core, without: Callable[[int], Array | None]) -> str:
    """Return one line on why the statements of a conflict cannot all hold.

    `without` gives a drawing of all of them but one.
    """
    for explain in _REASONS:
        words = explain(core)
        if words is not None and len(words) <= _LONGEST:
            return words
    for stated in last_stated(core)[:1]:
        drawing = without(stated.statement)
        seen = outlook(core, stated, drawing) if drawing is not None else None
        words = compared(core, stated, seen) if seen is not None else None
        if words is not None and len(words) <= _LONGEST:
            return words
    return plainly(core)


def freed_in_words(core: Core, statement: int, drawing: Array) -> str:
    """Return what would become of a statement if it were dropped: its value in a drawing of the others."""
    head = f"without `{core.system.statements[statement].text}` the others hold"
    stated = core.of(statement)
    if stated is None:
        return head
    span = closing_range(core, stated)
    if span is not None:
        low, high = span
        if low == 0.0:
            return f"{head}: less than {stated.said(high)} would do"
        # Both ends in one unit, said once.
        return f"{head}: between {stated.said(low)} and {stated.said(high)} would do"
    seen = outlook(core, stated, drawing)
    if seen is None:
        return head
    value = stated.said(seen.value)
    if stated.sign:
        return f"{head}, with {value}"
    return f"{head}: {value} would do{'' if seen.is_rigid else ', say'}"


__all__ = ["Core", "freed_in_words", "reason"]
