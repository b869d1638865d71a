"""A region of the xy-plane and the line about which it is turned: what solid they make, before any drawing.

Data coordinates throughout.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ...expression import Application, Equation, Expression, Letter, Number, Operation, read_formula
from ...model import Entity
from ...space.camera import XYZ
from ...space.fields import within
from ...values import Word, Words
from ..core.curves_regions import equation_text
from ..core.equations import Limit
from .building import ONE, OPEN, Span, limit_walls, solid_limits, solid_span
from .letters import replaced
from .readings import Said, said_by
from .walls import squared

FLAT = 0.7
"""Half the thickness of the slab in which it is found out what equations enclose in the plane."""


@dataclass(frozen=True)
class Axis:
    """The line about which a region is turned: `y = at`, or `x = at`."""

    level: bool
    at: float

    @property
    def across(self) -> str:
        """The coordinate that says how far a place of the region is from the axis."""
        return "y" if self.level else "x"

    @property
    def text(self) -> str:
        """Its equation."""
        return f"{self.across} = {self.at:g}"


def axis_of(entity: Entity) -> Axis:
    """Return the axis: `x`, `y`, or the line of an equation; the x axis where nothing is said."""
    value = entity.value("about")
    word = value.id if isinstance(value, Word) else value.text if isinstance(value, Words) else "x"
    name = word.lower().replace("-", "_").replace(" ", "_").removesuffix("_axis")
    if name in ("x", "y"):
        return Axis(name == "x", 0.0)
    found = read_formula(word)
    if isinstance(found, Equation) and isinstance(found.left, Letter) and found.left.name in ("x", "y"):
        return Axis(found.left.name == "y", found.right.value())
    return Axis(True, 0.0)


@lru_cache(maxsize=64)
def region_limits(said: Said) -> tuple[Limit, ...] | None:
    """Return the inequalities of the region, those that its curves enclose among them."""
    slab = (Limit(Number(f"{-FLAT}", -FLAT), Letter("z")), Limit(Letter("z"), Number(f"{FLAT}", FLAT)))
    found = solid_limits(Said(said.equations, (*said.limits, *slab)))
    return tuple(limit for limit in found if limit not in slab) if found else None


@lru_cache(maxsize=64)
def region_span(limits: tuple[Limit, ...]) -> Span | None:
    """Return how far the region reaches, as a slab about the plane of x and y."""
    slab = (Limit(Number(f"{-FLAT}", -FLAT), Letter("z")), Limit(Letter("z"), Number(f"{FLAT}", FLAT)))
    return solid_span((*limits, *slab), OPEN)


def radius_about(axis: Axis) -> Expression:
    """Return the distance of a place in space from the axis."""
    off = Operation("-", Letter(axis.across), Number(f"{axis.at:g}", axis.at))
    squares = (Operation("^", part, Number("2", 2.0)) for part in (off, Letter("z")))
    return Application("sqrt", (Operation("+", *squares),))


def _is_axis(limit: Limit, axis: Axis) -> bool:
    pairs = ((limit.smaller, limit.larger), (limit.larger, limit.smaller))
    return any(a == Letter(axis.across) and not b.letters and b.value() == axis.at for a, b in pairs)


@dataclass(frozen=True)
class Revolved:
    """What is known of a solid of revolution before it is drawn, in data coordinates."""

    limits: tuple[Limit, ...]
    axis: Axis
    side: float
    span: Span
    """Of the region."""

    @property
    def box(self) -> tuple[XYZ, XYZ]:
        """The box around the solid."""
        (a, b, _), (c, d, _) = self.span.box
        k = self.axis.at
        far = max(abs(v - k) for v in ((b, d) if self.axis.level else (a, c)))
        if self.axis.level:
            return ((a, k - far, -far), (c, k + far, far))
        return ((k - far, b, -far), (k + far, d, far))


def turned(region: Revolved) -> list[tuple[Limit, str]]:
    """Return the inequalities of the solid with the equations of the region's curves; the axis itself is no wall.

    What has no equation only says which side is meant, and has no surface of its own.
    """
    axis, (low, high) = region.axis, region.span.box
    side = Number(f"{region.side:g}", region.side)
    away = Operation("+", Number(f"{axis.at:g}", axis.at), Operation("*", side, radius_about(axis)))
    nodes = np.stack(np.meshgrid(*(np.linspace(a, b, 41) for a, b in zip(low[:2], high[:2])), [0.0]), axis=-1)
    places = nodes.reshape(-1, 3)
    inner = places[within(places, [f for wall in limit_walls(region.limits, ONE) for f in wall.inside])]
    found = []
    for limit in region.limits:
        if _is_axis(limit, axis):
            continue
        for rank, smooth in enumerate(squared(limit, inner)):
            smaller, larger = (
                replaced(p, Letter(axis.across), away) for p in (smooth.smaller, smooth.larger)
            )
            found.append((Limit(smaller, larger, limit.strict), "" if rank else equation_text(limit)))
    return found


def revolved(entity: Entity) -> Revolved | None:
    """Return what a thing says of its region and axis; nothing where that is no region."""
    said = said_by(entity)
    limits = region_limits(said) if said.equations or said.limits else None
    span = region_span(limits) if limits else None
    if limits is None or span is None:
        return None
    axis = axis_of(entity)
    if not math.isfinite(axis.at):
        return None
    at = 1 if axis.level else 0
    side = 1.0 if span.box[0][at] + span.box[1][at] > 2 * axis.at else -1.0
    return Revolved(limits, axis, side, span)
