"""Points with coordinates of which something is said that their coordinates belie, in words."""

from __future__ import annotations

import math

from ...system import Constraint
from .core import Core, Spot, spots_of


def belied(core: Core) -> str | None:
    """Explain one statement about points that are all placed."""
    said = [c for c in core.equations if c.origin == max(core.equations, key=lambda c: c.origin).origin]
    if len(said) != 1 or len(said) < len(core.equations):
        return None
    spots = spots_of(said[0])
    names = [core.name(spot) for spot in spots]
    fixed = not any(core.part.slots[at].free for at in said[0].slots)
    if not all(names) or not fixed:
        return None
    words = _words(said[0], core, names, spots)
    return f"by their coordinates {words}" if words else None


def _words(said: Constraint, core: Core, names: list[str], spots: list[Spot]) -> str:
    match said.kernel:
        case "collinear":
            return f"{names[0]} is not on the line {names[1]}{names[2]}"
        case "midpoint":
            return f"{names[2]} is not the middle of {names[0]}{names[1]}"
        case "on_circle":
            return f"{names[0]} is not on that circle about {names[1]}"
        case "parallel" | "perpendicular":
            one, other = "".join(names[:2]), "".join(names[2:])
            degrees = math.degrees(_between(core, spots))
            wanted = "parallel" if said.kernel == "parallel" else "perpendicular"
            return f"{one} and {other} are at {degrees:.4g}°, not {wanted}"
    return ""


def _between(core: Core, spots: list[Spot]) -> float:
    """Return the angle between two lines, in radians."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = (
        (core.part.slots[x].start, core.part.slots[y].start) for x, y in spots
    )
    ux, uy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy
    return math.atan2(abs(ux * wy - uy * wx), abs(ux * wx + uy * wy))
