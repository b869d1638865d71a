"""Diagrammar: a declarative language for scientific diagrams, and the compiler that proves them right.

>>> check("point A, B; dimension(A, B, 5 cm)").ok
True
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import DiagramError, Figure, Report, check, format_text, render

__version__ = "0.1.0"

__all__ = ["DiagramError", "Figure", "Report", "__version__", "check", "format_text", "render"]


def __getattr__(name: str) -> object:
    """Load the public names on first use, so that importing the package costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import api

    return getattr(api, name)
