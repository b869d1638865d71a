"""Values that the compiler was to compute, though what is stated does not decide them."""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.diagnostics import Diagnostic, shortened
from ..draw.solution import Solution
from ..values import Measure, Standing
from .codes import LEFT_OPEN


def left_open(solution: Solution) -> Iterator[Diagnostic]:
    """Yield a finding for each derived value that another drawing of the same statements has otherwise."""
    for relation in solution.panel.relations:
        asked = _is_derived(relation.value("value")) and relation in solution.measures
        if asked and not solution.computed(relation):
            message = f"`{shortened(relation.text, 40)}`: what is stated does not decide its value"
            yield LEFT_OPEN.found(message, relation.span, hints=[_HINT])
    for name, slot in solution.poser.derived:
        entity = solution.panel.entities[name]
        if not solution.computed_of(entity, slot):
            message = f"`{slot}` of `{name}`: what is stated does not decide its value"
            yield LEFT_OPEN.found(message, entity.span, hints=[_HINT])


_HINT = "state what decides it, or print a letter instead of `derived`"


def _is_derived(value: object) -> bool:
    return isinstance(value, Measure) and value.standing is Standing.DERIVED
