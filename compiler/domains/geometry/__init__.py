"""Plane geometry: triangles, quadrilaterals, lines and circles of constructions, and what holds among them."""

from ...vocabulary import Domain
from . import centers, cevians, chords, quadrilaterals, triangles

DOMAIN = Domain(
    name="geometry",
    prefix="GEO",
    doc="Plane geometry as in school and contest problems: figures, constructions, incidences, congruence.",
    kinds=(*triangles.KINDS, *quadrilaterals.KINDS, *centers.KINDS, *cevians.KINDS, *chords.KINDS),
)
