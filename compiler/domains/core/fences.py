"""Fences around a block of entries: brackets, parentheses, braces, bars."""

from __future__ import annotations

from ...draw.paths import Outline, polyline, spline

BRACKET = 1.3
"""How far the arms of a square bracket reach, in millimetres."""
CLEAR = 0.3


def fences(word: str, left: float, right: float, bottom: float, top: float) -> list[Outline]:
    """Return the fences around a block: brackets, parentheses, bars."""
    a, b = left - CLEAR, right + CLEAR
    if word == "bars":
        return [polyline(((x, bottom), (x, top))) for x in (a, b)]
    if word == "double":
        return [polyline(((x, bottom), (x, top))) for x in (a - 0.5, a + 0.5, b - 0.5, b + 0.5)]
    if word == "round":
        return [_round(a, bottom, top, 1.0), _round(b, bottom, top, -1.0)]
    if word == "curly":
        return [_curly(a, bottom, top, 1.0), _curly(b, bottom, top, -1.0)]
    if word == "square":
        return [
            polyline(((a + BRACKET, top), (a, top), (a, bottom), (a + BRACKET, bottom))),
            polyline(((b - BRACKET, top), (b, top), (b, bottom), (b - BRACKET, bottom))),
        ]
    return []


def _round(x: float, bottom: float, top: float, side: float) -> Outline:
    bulge = side * min(1.6, 0.12 * (top - bottom) + 0.5)
    middle, quarter = (bottom + top) / 2, (top - bottom) / 4
    return spline(
        (
            (x + bulge, top),
            (x + 0.25 * bulge, middle + quarter),
            (x, middle),
            (x + 0.25 * bulge, middle - quarter),
            (x + bulge, bottom),
        )
    )


def _curly(x: float, bottom: float, top: float, side: float) -> Outline:
    middle, reach = (bottom + top) / 2, side * 1.0
    points = (
        (x + reach, top),
        (x + 0.3 * reach, top - 1.0),
        (x + 0.3 * reach, middle + 1.0),
        (x - 0.5 * reach, middle),
    )
    mirrored = tuple((px, 2 * middle - py) for px, py in points[::-1][1:])
    return spline((*points, *mirrored))
