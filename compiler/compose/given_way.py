"""Texts whose place their author gave and that stand elsewhere, because other ink is there: said, not done in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...dsl.diagnostics import Diagnostic, shortened
from ..audit.legibility_codes import REPAIRED
from ..model import Panel
from ..place.request import Fixed, LabelRequest


def given_way(
    panel: Panel, before: Sequence[LabelRequest], after: Sequence[LabelRequest]
) -> Iterator[Diagnostic]:
    """Yield a note for each text that had a place of its author's and was handed to the placement service."""
    asked = {request.id for request in before if not isinstance(request.target, Fixed)}
    for request in after:
        entity = panel.entities.get(request.origin.entity) if request.origin else None
        if entity is None or request.id in asked or isinstance(request.target, Fixed):
            continue
        if entity.value("at") is not None and request.role == "label":
            words = shortened(request.text.source, 24)
            yield REPAIRED.found(
                f"text `{words}` meets other ink where it is put: now beside that place", entity.span
            )
