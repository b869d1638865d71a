"""Core: points, lines, areas, measures, texts, placement, the sheet: what every field shares."""

from ...vocabulary import Domain, Role
from . import annotations, lines, measures, points, sheet

DOMAIN = Domain(
    name="core",
    prefix="COR",
    doc="What every field shares: points, lines, areas, measures, labels, placement, tables, the sheet.",
    kinds=(*points.KINDS, *lines.KINDS),
    verbs=(*measures.VERBS, *annotations.VERBS, *sheet.VERBS),
    roles=(
        (Role.POINT, points.POINT),
        (Role.THING, points.POINT),
        (Role.LABEL, annotations.LABEL),
        (Role.LINK, annotations.LABEL),
    ),
)
