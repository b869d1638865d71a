"""How light a paint is: what decides whether text can stand on it."""

from typing import Final

from ...dsl.scene import Path

LIGHTNESS: Final = {
    "paper": 1.0, "white": 1.0, "faint": 0.8, "yellow": 0.77, "orange": 0.43, "cyan": 0.39, "pink": 0.3,
    "green": 0.26, "red": 0.15, "gray": 0.22, "blue": 0.15, "accent": 0.15, "muted": 0.15, "purple": 0.15,
    "brown": 0.12, "ink": 0.01, "black": 0.0,
}  # fmt: skip
"""Relative luminance of the palette's names on white paper; dark themes keep the order, mirrored."""
STRONG: Final = 0.15
"""A colour that is not listed counts as strong."""
LIGHT_ENOUGH: Final = 0.45
"""Ink on a paint this light has a contrast of at least 8 : 1 (WCAG 2.2, 1.4.3 asks 4.5 : 1)."""


def luminance(color: str, opacity: float = 1.0) -> float:
    """Return the relative luminance (0 black, 1 white) of a colour laid over paper.

    Source: WCAG 2.2, definition of relative luminance.

    >>> luminance("#ffffff"), luminance("black", 0.5)
    (1.0, 0.5)
    """
    if color.startswith("#") and len(color) in (4, 7):
        return 1.0 - opacity * (1.0 - _hex_luminance(color[1:]))
    return 1.0 - opacity * (1.0 - LIGHTNESS.get(color, STRONG))


def contrast(one: float, other: float) -> float:
    """Return the WCAG contrast ratio (1 to 21) of two luminances.

    >>> round(contrast(0.0, 1.0))
    21
    """
    low, high = sorted((one, other))
    return (high + 0.05) / (low + 0.05)


def is_light_area(path: Path) -> bool:
    """Whether a path's fill is a tint that text may stand on."""
    if path.fill is None or path.role == "arrowhead":
        return False
    return luminance(path.fill.color, path.fill.opacity) >= LIGHT_ENOUGH


def _hex_luminance(digits: str) -> float:
    step = len(digits) // 3
    parts = [digits[i : i + step] * (2 // step) for i in range(0, len(digits), step)]
    red, green, blue = (_linear(int(part, 16) / 255) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
