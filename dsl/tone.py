"""How light colours are and how well one stands out from another. Source: WCAG 2.2, relative luminance, contrast ratio."""


def lightness(color: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 for black and 1 for white.

    >>> lightness("#ffffff"), round(lightness("#808080"), 3)
    (1.0, 0.216)
    """
    red, green, blue = (_linear(channel / 255) for channel in bytes.fromhex(color[1:]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: float, other: float) -> float:
    """Return the contrast ratio (1 to 21) of two luminances.

    >>> round(contrast(0.0, 1.0))
    21
    """
    low, high = sorted((one, other))
    return (high + 0.05) / (low + 0.05)


def mixed(color: str, other: str, share: float) -> str:
    """Return `#rrggbb` with a share of another mixed in.

    >>> mixed("#ffffff", "#000000", 0.5)
    '#808080'
    """
    pairs = zip(bytes.fromhex(color[1:]), bytes.fromhex(other[1:]))
    return "#" + "".join(f"{round(a + share * (b - a)):02x}" for a, b in pairs)
