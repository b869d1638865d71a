"""Solid geometry: solids, planes and sections in space, seen as textbooks draw them."""

from ...vocabulary import Domain
from . import boxes, dihedrals, planes, prisms, rounds, sections, troughs, views

DOMAIN = Domain(
    name="solid",
    prefix="SLD",
    doc="Solid geometry: polyhedra, round bodies, planes and sections in space, hidden edges dashed.",
    kinds=(*boxes.KINDS, *prisms.KINDS, *rounds.KINDS, *planes.KINDS, *sections.KINDS, *troughs.KINDS),
    verbs=(*views.VERBS, *dihedrals.VERBS),
)
