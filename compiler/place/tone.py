"""How light a paint is: what decides whether text can stand on it."""

from typing import Final

from ...dsl.scene import Path
from ...dsl.theme import TEXTBOOK, Theme
from ...dsl.tone import contrast, lightness

__all__ = ["LIGHT_ENOUGH", "contrast", "is_light_area", "luminance"]

LIGHT_ENOUGH: Final = 0.45
"""Ink on a paint this light has a contrast of at least 8 : 1 (WCAG 2.2, 1.4.3 asks 4.5 : 1)."""


def luminance(color: str, opacity: float = 1.0, theme: Theme = TEXTBOOK) -> float:
    """Return the relative luminance (0 black, 1 white) of a colour laid over the paper of a theme.

    >>> luminance("#ffffff"), luminance("black", 0.5)
    (1.0, 0.5)
    """
    paper = lightness(theme.hex("paper"))
    return paper + opacity * (lightness(theme.hex(color)) - paper)


def is_light_area(path: Path) -> bool:
    """Whether a path's fill is a tint that text may stand on."""
    if path.fill is None or path.role == "arrowhead":
        return False
    return luminance(path.fill.color, path.fill.opacity) >= LIGHT_ENOUGH
