"""Kernels of areas, chords and arcs, each divided by a length so that a residual is in millimetres."""

import math

from .. import jets
from ..jets import Jet
from .kernel import Unit, kernel, variable_kernel


def _within(d: Jet, r: Jet) -> Jet:
    """Clip d to the radius, where chord formulas are real; a little inside, where they have a slope."""
    return jets.maximum(jets.minimum(d, r * (1 - 1e-9)), r * (1e-9 - 1))


@kernel("triangle_area", Unit.LENGTH)
def triangle_area(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, s: Jet) -> Jet:
    """Value (AB × AC / 2 - S) / (|AB| + |AC|): signed area, positive counterclockwise."""
    ux, uy, wx, wy = bx - ax, by - ay, cx - ax, cy - ay
    return (jets.cross(ux, uy, wx, wy) * 0.5 - s) / (jets.hypot(ux, uy) + jets.hypot(wx, wy))


@variable_kernel("polygon_area", Unit.LENGTH, round_of=("px", "py"))
def polygon_area(*slots: Jet) -> Jet:
    """Value (shoelace area - S) / perimeter, of slots x1, y1 ... xn, yn, S; positive counterclockwise."""
    x, y, area = slots[:-1:2], slots[1:-1:2], slots[-1]
    turns = zip(x, y, (*x[1:], x[0]), (*y[1:], y[0]))
    ox, oy = x[0], y[0]
    doubled, perimeter = area * -2.0, area * 0.0
    for ax, ay, bx, by in turns:
        doubled = doubled + jets.cross(ax - ox, ay - oy, bx - ox, by - oy)
        perimeter = perimeter + jets.hypot(bx - ax, by - ay)
    return doubled * 0.5 / perimeter


@kernel("segment_area", Unit.LENGTH)
def segment_area(r: Jet, d: Jet, s: Jet) -> Jet:
    """Value (r² acos(d/r) - d sqrt(r² - d²) - S) / r: of a disc, beyond a line at distance d."""
    d = _within(d, r)
    return (r * r * jets.acos(d / r) - d * jets.sqrt(r * r - d * d) - s) / r


@kernel("sector_area", Unit.LENGTH)
def sector_area(r: Jet, theta: Jet, s: Jet) -> Jet:
    """Value r θ / 2 - S / r: a sector of r² θ / 2."""
    return r * theta * 0.5 - s / r


@kernel("disc_area", Unit.LENGTH)
def disc_area(r: Jet, s: Jet) -> Jet:
    """Value pi r - S / r: a disc of pi r²."""
    return r * math.pi - s / r


@kernel("arc_length", Unit.LENGTH)
def arc_length(r: Jet, theta: Jet, s: Jet) -> Jet:
    """Value r θ - s."""
    return r * theta - s


@kernel("chord_length", Unit.LENGTH)
def chord_length(r: Jet, d: Jet, c: Jet) -> Jet:
    """2 sqrt(r² - d²) - c: the chord at distance d from the centre."""
    d = _within(d, r)
    return jets.sqrt(r * r - d * d) * 2.0 - c


@kernel("chord_angle", Unit.LENGTH)
def chord_angle(r: Jet, theta: Jet, c: Jet) -> Jet:
    """2 r sin(θ/2) - c: the chord of a central angle."""
    return r * jets.sin(theta * 0.5) * 2.0 - c


AREAS = (
    triangle_area, polygon_area, segment_area, sector_area, disc_area, arc_length, chord_length, chord_angle,
)  # fmt: skip
