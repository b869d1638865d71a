"""Kernels of circles and ellipses: incidence and tangency."""

from .. import jets
from ..jets import Jet
from .kernel import Unit, kernel
from .lines import offset


@kernel("on_circle", Unit.LENGTH)
def on_circle(px: Jet, py: Jet, cx: Jet, cy: Jet, r: Jet) -> Jet:
    """Value |CP| - r."""
    return jets.hypot(px - cx, py - cy) - r


@kernel("tangent_line_circle", Unit.LENGTH, apart="ab")
def tangent_line_circle(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, r: Jet) -> Jet:
    """Distance of C from the line AB, minus r."""
    return jets.absolute(offset(cx, cy, ax, ay, bx, by)) - r


@kernel("tangent_circles_external", Unit.LENGTH)
def tangent_circles_external(ax: Jet, ay: Jet, r: Jet, bx: Jet, by: Jet, s: Jet) -> Jet:
    """Value |AB| - (r + s)."""
    return jets.hypot(bx - ax, by - ay) - (r + s)


@kernel("tangent_circles_internal", Unit.LENGTH)
def tangent_circles_internal(ax: Jet, ay: Jet, r: Jet, bx: Jet, by: Jet, s: Jet) -> Jet:
    """Value |AB| - |r - s|."""
    return jets.hypot(bx - ax, by - ay) - jets.absolute(r - s)


@kernel("tangent_circles", Unit.LENGTH)
def tangent_circles(ax: Jet, ay: Jet, r: Jet, bx: Jet, by: Jet, s: Jet) -> Jet:
    """Value (|AB| - (r + s)) (|AB| - |r - s|) / (|AB| + r + s): they touch from outside or within."""
    apart = jets.hypot(bx - ax, by - ay)
    return (apart - (r + s)) * (apart - jets.absolute(r - s)) / (apart + r + s)


@kernel("tangent_point", Unit.LENGTH, apart="tp tc")
def tangent_point(px: Jet, py: Jet, tx: Jet, ty: Jet, cx: Jet, cy: Jet) -> Jet:
    """Value (TP · TC) / |TC|: PT touches, at T, the circle about C through T (say `on_circle` besides)."""
    wx, wy = cx - tx, cy - ty
    return jets.dot(px - tx, py - ty, wx, wy) / jets.hypot(wx, wy)


@kernel("touch_point", Unit.LENGTH, size=2, apart="ab")
def touch_point(ax: Jet, ay: Jet, r: Jet, bx: Jet, by: Jet, tx: Jet, ty: Jet) -> tuple[Jet, Jet]:
    """A + r (B - A) / |AB| - T: where a circle about A meets the ray to another's centre B."""
    ux, uy = bx - ax, by - ay
    share = r / jets.hypot(ux, uy)
    return ax + share * ux - tx, ay + share * uy - ty


@kernel("concyclic", Unit.LENGTH)
def concyclic(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet) -> Jet:
    """Value det(x, y, x² + y²) of DA, DB, DC over |DA| |DB| |DC|: zero if the four share a circle."""
    ux, uy, vx, vy, wx, wy = ax - dx, ay - dy, bx - dx, by - dy, cx - dx, cy - dy
    uu, vv, ww = jets.dot(ux, uy, ux, uy), jets.dot(vx, vy, vx, vy), jets.dot(wx, wy, wx, wy)
    determinant = uu * jets.cross(vx, vy, wx, wy) + vv * jets.cross(wx, wy, ux, uy)
    determinant = determinant + ww * jets.cross(ux, uy, vx, vy)
    return determinant / (jets.hypot(ux, uy) * jets.hypot(vx, vy) * jets.hypot(wx, wy))


@kernel("on_ellipse", Unit.LENGTH)
def on_ellipse(px: Jet, py: Jet, cx: Jet, cy: Jet, a: Jet, b: Jet, phi: Jet) -> Jet:
    """Value (sqrt((X/a)² + (Y/b)²) - 1) sqrt(a b), (X, Y) being P in the ellipse's frame, turned by φ."""
    ux, uy, c, s = px - cx, py - cy, jets.cos(phi), jets.sin(phi)
    radius = jets.hypot((ux * c + uy * s) / a, (uy * c - ux * s) / b)
    return (radius - 1.0) * jets.sqrt(a * b)


@kernel("on_conic", Unit.LENGTH)
def on_conic(px: Jet, py: Jet, fx: Jet, fy: Jet, e: Jet, h: Jet, phi: Jet) -> Jet:
    """Value (|PF|² - (h + e X)²) / hypot(|PF|, h), X being P's coordinate from the focus F along φ.

    φ points away from the directrix. Both branches of a hyperbola count, and nothing has a kink.
    """
    ux, uy = px - fx, py - fy
    square, rest = jets.dot(ux, uy, ux, uy), h + e * (ux * jets.cos(phi) + uy * jets.sin(phi))
    return (square - rest * rest) / jets.sqrt(square + h * h)


CIRCLES = (
    on_circle, tangent_line_circle, tangent_circles_external, tangent_circles_internal, tangent_circles, tangent_point,
    touch_point, concyclic, on_ellipse, on_conic,
)  # fmt: skip
