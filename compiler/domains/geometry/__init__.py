"""Plane geometry: figures, constructions, circles and their lines, and what holds among them."""

from ...vocabulary import Domain
from . import (
    centers,
    cevians,
    chords,
    constructions,
    directed,
    equality,
    incidence,
    quadrilaterals,
    relations,
    triangles,
)

DOMAIN = Domain(
    name="geometry",
    prefix="GEO",
    doc="Plane geometry as in school and contest problems: figures, constructions, incidences, congruence.",
    kinds=(
        *triangles.KINDS, *quadrilaterals.KINDS, *centers.KINDS, *cevians.KINDS, *chords.KINDS, *constructions.KINDS,
    ),
    verbs=(*incidence.VERBS, *equality.VERBS, *relations.VERBS, *directed.VERBS),
)  # fmt: skip
