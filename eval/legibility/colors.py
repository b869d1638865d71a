"""Luminance and contrast of pixels."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Colors: TypeAlias = NDArray[np.uint8]
"""Red, green and blue of pixels; row 0 is the top one."""
Light: TypeAlias = NDArray[np.float64]


def luminance(colors: Colors) -> Light:
    """Return the relative luminance of pixels, 0 (black) to 1.

    Source: WCAG 2.2, definition of relative luminance.

    >>> luminance(np.array([[255, 255, 255], [0, 0, 0]], dtype=np.uint8)).round(6).tolist()
    [1.0, 0.0]
    """
    channels = colors.astype(np.float64) / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def light_of(color: tuple[int, int, int]) -> float:
    """Return the relative luminance of one colour."""
    return float(luminance(np.array(color, dtype=np.uint8)))


def contrast(light: Light, other: float) -> Light:
    """Return the contrast ratio, 1 to 21, of luminances with another.

    Source: WCAG 2.2, definition of contrast ratio.
    """
    return np.asarray((np.maximum(light, other) + 0.05) / (np.minimum(light, other) + 0.05))


def differs(colors: Colors, ground: tuple[int, int, int], least: float) -> NDArray[np.bool_]:
    """Tell which pixels stand out from a ground: by contrast, or by a colour that is as light."""
    apart = np.abs(colors.astype(np.int16) - np.array(ground, dtype=np.int16)).max(axis=-1)
    return np.asarray((contrast(luminance(colors), light_of(ground)) > least) | (apart > 96))
