"""Orders that go round in a ring, in words."""

from __future__ import annotations

from ...system import Sort
from .core import Core, listed

_ORDERS = frozenset({"ahead", "greater"})


def ring(core: Core) -> str | None:
    """Explain statements each of which puts one thing before the next, and the last before the first."""
    bounds = [c for c in core.constraints if c.sort is Sort.BOUND]
    texts = [f"`{statement.text}`" for statement in core.statements]
    saying = {c.origin for c in bounds if c.kernel in _ORDERS}
    if len(texts) < 2 or saying != set(core.subset) or core.stated:
        return None
    if len(texts) == 2:
        return f"{listed(texts)} say the opposite of each other"
    line = f"{listed(texts)} go round in a ring"
    return line if len(line) <= 86 else f"{texts[-1]} closes a ring with {len(texts) - 1} other orders"
