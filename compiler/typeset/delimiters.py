"""Signs that grow with what they hold: brackets, radicals and arrows, from the STIX size fonts."""

from typing import Final

from .box import Box, overlay, rule, text_box
from .glyphs import glyph

SIZES: Final = (
    "roman", "math:STIXSizOneSymReg", "math:STIXSizTwoSymReg", "math:STIXSizThreeSymReg",
    "math:STIXSizFourSymReg",
)  # fmt: skip
AXIS: Final = 0.25
"""Height of the minus sign above the base line, about which delimiters are centred."""
BAR: Final = 0.05


def delimiter(sign: str, needed: float, scale: float) -> Box:
    """Return a delimiter of at least `needed` ems of height, centred on the axis.

    The smallest cut that reaches is taken as it is drawn; beyond the largest cut it is enlarged.
    """
    if sign in "|‖":
        return _bars(2 if sign == "‖" else 1, max(needed, 0.9 * scale), scale)
    font, tall = _cut(sign, needed / scale)
    enlarged = scale * max(1.0, needed / scale / tall)
    box = text_box(sign, font, enlarged)
    shift = AXIS * scale - (box.height - box.depth) / 2
    return box.at(0.0, shift)._replace(slant=0.0) if font != "roman" or enlarged > scale else box


def _cut(sign: str, needed: float) -> tuple[str, float]:
    chosen = ("roman", 1.0)
    for font in SIZES:
        shape = glyph(font, sign)
        if shape is None:
            continue
        chosen = (font, shape.top - shape.bottom)
        if chosen[1] >= needed:
            break
    return chosen


def _bars(count: int, height: float, scale: float) -> Box:
    low = AXIS * scale - height / 2
    step, thickness = 0.14 * scale, BAR * scale
    bars = [rule(0.08 * scale + step * n, low, thickness, height) for n in range(count)]
    return overlay(bars, 0.16 * scale + step * (count - 1) + thickness)


def radical(low: float, high: float, scale: float) -> tuple[Box, float]:
    """Return a root sign from `low` to `high` and where on it the bar begins."""
    font, tall = _cut("√", (high - low) / scale)
    size = (high - low) / tall
    box = text_box("√", font, size)
    right = box.ink[0].ink[2]
    placed = box.at(0.0, high - box.height)
    return Box(placed.ink, (), right - 0.02 * scale, placed.height, placed.depth), right - 0.045 * scale


def stretched(sign: str, width: float, scale: float) -> Box:
    """Return an arrow, or a wide accent, whose ink is at least `width` ems wide."""
    if sign in ("\u0302", "\u0303"):
        return _wide_accent(sign, width, scale)
    if sign not in "→←↔⇌⇒⇄":
        drawn = text_box(sign, "roman", scale)
        start, end = drawn.ink_edges
        return text_box(sign, "roman", scale * min(2.0, max(0.6, width / (end - start))))
    head = text_box(sign, "roman", scale * (0.7 if width < 2.5 * scale and sign in "→←↔" else 0.8))
    start, end = head.ink_edges
    lack = width - (end - start)
    if lack <= 0 or sign not in "→←":
        return head
    return _lengthened(head, sign, lack)


def _wide_accent(sign: str, width: float, scale: float) -> Box:
    """Return the widest cut of a hat or tilde that is not wider than its body."""
    chosen = "roman"
    for font in SIZES[1:]:
        shape = glyph(font, sign)
        if shape is not None and (shape.right - shape.left) * scale <= 1.15 * width:
            chosen = font
    return text_box(sign, chosen, scale)


def _lengthened(head: Box, sign: str, lack: float) -> Box:
    """Lengthen an arrow by a shaft that overlaps it; the shaft of STIX's arrow is 0.066 em thick."""
    start, end = head.ink_edges
    size = head.ink[0].scale
    thickness = 0.066 * size
    y = 0.2525 * size - thickness / 2
    middle = (start + end) / 2
    if sign == "→":
        return overlay(
            [head.at(lack, 0), rule(start, y, middle + lack - start, thickness)], head.width + lack
        )
    return overlay([head, rule(middle, y, end + lack - middle, thickness)], head.width + lack)
