"""Analytic geometry: conics, images under transformations, fields, level curves, polar and complex planes."""

from ...vocabulary import Domain
from . import codes, conics

DOMAIN = Domain(
    name="analytic",
    prefix="ANA",
    doc="Analytic geometry and calculus in the plane: conics, transformations, fields, level curves, polar and complex planes.",
    kinds=(*conics.KINDS,),
    codes=codes.CODES,
)
