"""Things that are drawn too small, or too slim, to be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist, hypot
from typing import Final

from ...dsl.scene import Path
from .legibility_codes import TINY_FEATURE
from .page import Page
from .painted import Fault, Painted, found, said
from .strokes import things

SHORTEST: Final = 1.0
"""Millimetres: a thing that reaches no further is a dot at the size of a printed picture."""
SLIMMEST: Final = 0.5
"""Mean width (mm) of an area below which its two edges, of 0.35 mm each, are one stroke."""
LEAST_OPENING: Final = 0.6
"""Millimetres between the legs of an angle at its arc, below which there is no arc to be seen."""
DRAWN: Final = frozenset(
    {"edge", "link", "curve", "arrow", "dimension", "radius", "diameter", "height", "region", "fill"}
)
"""Roles of what carries meaning by its extent."""


def tiny_features(page: Page) -> Iterator[Fault]:
    """Yield what cannot be seen for its size, once for each thing. Emits LAY012."""
    for parts in things(one for one in page.features if isinstance(one.leaf, Path)):
        how = _narrow(parts) or _small(parts) or _slim(parts)
        if how:
            yield found(
                TINY_FEATURE, f"{said(parts[0].leaf)} is drawn {how}", parts[0].leaf, None,
                "state sizes that differ less, or say `schematic` so that it need not be to scale",
            )  # fmt: skip


def _narrow(parts: Sequence[Painted]) -> str:
    """Judge an angle by what is between its legs at its arc."""
    for one in parts:
        if isinstance(one.leaf, Path) and one.leaf.role == "angle":
            opening = dist(one.leaf.points[0], one.leaf.points[-1])
            if opening < LEAST_OPENING and one.middle.length < 2 * LEAST_OPENING:
                return f"with {opening:.1f} mm between its legs"
    return ""


def _small(parts: Sequence[Painted]) -> str:
    """Judge a thing by how far all that is drawn of it reaches."""
    drawn = [one for one in parts if one.leaf.role in DRAWN]
    if not drawn:
        return ""
    reach = _reach(drawn)
    return f"{reach:.1f} mm large" if reach < SHORTEST else ""


def _reach(parts: Sequence[Painted]) -> float:
    left, bottom, right, top = zip(*(one.box for one in parts))
    return hypot(max(right) - min(left), max(top) - min(bottom)) - _width(parts[0])


def _width(one: Painted) -> float:
    stroke = one.leaf.stroke if isinstance(one.leaf, Path) else None
    return stroke.width if stroke else 0.0


def _slim(parts: Sequence[Painted]) -> str:
    """Judge a filled thing by its mean width: the area of its fills over how far they reach."""
    fills = [one for one in parts if isinstance(one.leaf, Path) and one.leaf.fill and one.leaf.role in DRAWN]
    if not fills:
        return ""
    width = sum(one.area.area for one in fills) / max(_reach(fills), 1e-9)
    return f"{width:.1f} mm wide" if width < SLIMMEST else ""
