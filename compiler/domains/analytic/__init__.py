"""Analytic geometry: conics, images under transformations, fields, level curves, polar and complex planes."""

from ...vocabulary import Domain
from . import codes, complex_plane, conic_lines, conics, fields, images, levels, polar_axes

DOMAIN = Domain(
    name="analytic",
    prefix="ANA",
    doc="Analytic geometry and calculus in the plane: conics, transformations, fields, level curves, polar and complex planes.",
    kinds=(
        *conics.KINDS,
        *conic_lines.KINDS,
        *fields.KINDS,
        *levels.KINDS,
        *images.KINDS,
        *polar_axes.KINDS,
        *complex_plane.KINDS,
    ),
    codes=codes.CODES,
)
