"""Core: points, lines, areas, measures, texts, placement, the sheet: what every field shares."""

from ...vocabulary import Domain, Role
from . import annotations, arcs, areas, axes, codes, curve_points, curves, lines, measures, number_lines, points, regions, riemann, rounds, sheet, sizes, tables, matrices, accounts, legends, grids
from . import contact, groups, holding, links, looks, marks, placement, resting, things

DOMAIN = Domain(
    name="core",
    prefix="COR",
    doc="What every field shares: points, lines, areas, measures, labels, placement, tables, the sheet.",
    kinds=(*points.KINDS, *lines.KINDS, *rounds.KINDS, *arcs.KINDS, *areas.KINDS, *regions.KINDS, *axes.KINDS, *curves.KINDS, *curve_points.KINDS, *riemann.KINDS, *number_lines.KINDS, *tables.KINDS, *matrices.KINDS, *accounts.KINDS, *grids.KINDS, *things.KINDS, *groups.KINDS),
    verbs=(*placement.VERBS, *resting.VERBS, *holding.VERBS, *contact.VERBS, *measures.VERBS, *sizes.VERBS, *annotations.VERBS, *sheet.VERBS, *legends.VERBS, *axes.VERBS, *curve_points.VERBS, *links.VERBS, *marks.VERBS, *looks.VERBS, *groups.VERBS),
    codes=codes.CODES,
    roles=(
        (Role.POINT, points.POINT),
        (Role.THING, things.THING),
        (Role.LABEL, annotations.LABEL),
        (Role.LINK, links.LINK),
        (Role.ARROW, marks.MOTION),
    ),
)
