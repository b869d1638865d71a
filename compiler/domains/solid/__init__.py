"""Solid geometry: solids, planes and sections in space, seen as textbooks draw them."""

from ...vocabulary import Domain
from . import (
    boxes,
    codes,
    dihedrals,
    frusta,
    laws,
    planes,
    prisms,
    pyramids,
    regular,
    rounds,
    sections,
    troughs,
    views,
)

DOMAIN = Domain(
    name="solid",
    prefix="SLD",
    doc="Solid geometry: polyhedra, round bodies, planes and sections in space, hidden edges dashed.",
    kinds=(
        *boxes.KINDS, *prisms.KINDS, *pyramids.KINDS, *frusta.KINDS, *regular.KINDS, *rounds.KINDS, *planes.KINDS, *sections.KINDS, *troughs.KINDS,
    ),
    verbs=(*views.VERBS, *dihedrals.VERBS),
    rules=laws.RULES,
    codes=codes.CODES,
)  # fmt: skip
