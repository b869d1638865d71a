"""Kernels between points: distances, and points constructed from points."""

from .. import jets
from ..jets import Jet
from .kernel import Unit, kernel


@kernel("distance", Unit.LENGTH)
def distance(ax: Jet, ay: Jet, bx: Jet, by: Jet, d: Jet) -> Jet:
    """Value |AB| - d."""
    return jets.hypot(bx - ax, by - ay) - d


@kernel("equal_length", Unit.LENGTH, compares="ab cd")
def equal_length(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet) -> Jet:
    """Value |AB| - |CD|."""
    return jets.hypot(bx - ax, by - ay) - jets.hypot(dx - cx, dy - cy)


@kernel("coincident", Unit.LENGTH, size=2)
def coincident(ax: Jet, ay: Jet, bx: Jet, by: Jet) -> tuple[Jet, Jet]:
    """A - B, both coordinates."""
    return ax - bx, ay - by


@kernel("midpoint", Unit.LENGTH, size=2)
def midpoint(ax: Jet, ay: Jet, bx: Jet, by: Jet, mx: Jet, my: Jet) -> tuple[Jet, Jet]:
    """Value (A + B) / 2 - M, both coordinates."""
    return (ax + bx) * 0.5 - mx, (ay + by) * 0.5 - my


@kernel("fraction", Unit.LENGTH, size=2)
def fraction(ax: Jet, ay: Jet, bx: Jet, by: Jet, t: Jet, px: Jet, py: Jet) -> tuple[Jet, Jet]:
    """A + t (B - A) - P, both coordinates; 0 <= t <= 1 keeps P on the segment."""
    return ax + t * (bx - ax) - px, ay + t * (by - ay) - py


@kernel("centroid", Unit.LENGTH, size=2)
def centroid(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, gx: Jet, gy: Jet) -> tuple[Jet, Jet]:
    """Value (A + B + C) / 3 - G, both coordinates."""
    return (ax + bx + cx) * (1 / 3) - gx, (ay + by + cy) * (1 / 3) - gy


@kernel("parallelogram", Unit.LENGTH, size=2)
def parallelogram(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet) -> tuple[Jet, Jet]:
    """A - B + C - D, both coordinates: ABCD is a parallelogram, D = A + (C - B)."""
    return ax - bx + cx - dx, ay - by + cy - dy


@kernel("polar", Unit.LENGTH, size=2)
def polar(cx: Jet, cy: Jet, r: Jet, theta: Jet, px: Jet, py: Jet) -> tuple[Jet, Jet]:
    """C + r (cos θ, sin θ) - P, both coordinates."""
    return cx + r * jets.cos(theta) - px, cy + r * jets.sin(theta) - py


@kernel("rotated", Unit.LENGTH, size=2)
def rotated(px: Jet, py: Jet, cx: Jet, cy: Jet, theta: Jet, qx: Jet, qy: Jet) -> tuple[Jet, Jet]:
    """C + R(θ) (P - C) - Q, both coordinates: Q is P turned about C, counterclockwise."""
    ux, uy, c, s = px - cx, py - cy, jets.cos(theta), jets.sin(theta)
    return cx + ux * c - uy * s - qx, cy + ux * s + uy * c - qy


@kernel("reflected", Unit.LENGTH, size=2, apart="ab")
def reflected(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet, qx: Jet, qy: Jet) -> tuple[Jet, Jet]:
    """Q is P reflected in the line AB: Q - P ⊥ AB, and the middle of PQ is on AB; both over |AB|."""
    ux, uy = bx - ax, by - ay
    length = jets.hypot(ux, uy)
    across = jets.dot(qx - px, qy - py, ux, uy) / length
    along = jets.cross(ux, uy, (px + qx) * 0.5 - ax, (py + qy) * 0.5 - ay) / length
    return across, along


POINTS = (
    distance, equal_length, coincident, midpoint, fraction, centroid, parallelogram, polar, rotated,
    reflected,
)  # fmt: skip
