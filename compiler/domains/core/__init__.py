"""Core: points, lines, areas, measures, texts, placement, the sheet: what every field shares."""

from ...vocabulary import Domain, Role
from . import annotations, arcs, areas, axes, codes, curves, lines, measures, points, regions, rounds, sheet, sizes

DOMAIN = Domain(
    name="core",
    prefix="COR",
    doc="What every field shares: points, lines, areas, measures, labels, placement, tables, the sheet.",
    kinds=(*points.KINDS, *lines.KINDS, *rounds.KINDS, *arcs.KINDS, *areas.KINDS, *regions.KINDS, *axes.KINDS, *curves.KINDS),
    verbs=(*measures.VERBS, *sizes.VERBS, *annotations.VERBS, *sheet.VERBS, *axes.VERBS),
    codes=codes.CODES,
    roles=(
        (Role.POINT, points.POINT),
        (Role.THING, points.POINT),
        (Role.LABEL, annotations.LABEL),
        (Role.LINK, annotations.LABEL),
    ),
)
