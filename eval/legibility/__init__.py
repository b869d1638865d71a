"""Whether a finished picture can be read, measured on its pixels: independent of placement and audit."""

from .overlaps import Overlap, overlaps

__all__ = ["Overlap", "overlaps"]
