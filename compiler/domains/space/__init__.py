"""Analytic geometry in space: axes, planes and surfaces by equations, solids by bounds, curves."""

from ...vocabulary import Domain
from . import arrows, axes3, codes, curves, fields3, planes, revolving, surfaces

DOMAIN = Domain(
    name="space",
    prefix="SPX",
    doc="Analytic geometry in space: axes, planes, surfaces and solids by their equations and bounds, curves.",
    kinds=(*axes3.KINDS, *surfaces.KINDS, *curves.KINDS, *arrows.KINDS, *revolving.KINDS, *fields3.KINDS),
    verbs=arrows.VERBS,
    rules=planes.RULES,
    codes=codes.CODES,
)
