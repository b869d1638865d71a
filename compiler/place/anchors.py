"""What a placed text names, as the finished picture records it for whoever judges or reads it."""

from math import cos, radians, sin

from ...dsl.scene import XY, Anchor
from .request import AlongLine, ByPoint, InArc, InArea, LabelRequest

ARC_PIECES = 8
"""Chords that stand for an arc: at most a tenth of a millimetre off at the usual radii."""


def anchored(request: LabelRequest) -> Anchor | None:
    """Return what a text names; nothing if it was told where to stand, not what to stand by."""
    target = request.target
    if isinstance(target, ByPoint):
        return Anchor(sort="spot", points=(target.at,), entity=request.owner)
    if isinstance(target, AlongLine):
        return Anchor(sort="course", points=target.points, entity=request.owner)
    if isinstance(target, InArc):
        return Anchor(sort="opening", points=_sector(target), entity=request.owner)
    if isinstance(target, InArea):
        return Anchor(sort="area", points=target.outline, entity=request.owner)
    return None


def _sector(target: InArc) -> tuple[XY, ...]:
    """Return the vertex of an angle, and points of its arc from one leg to the other."""
    span = (target.end - target.start) % 360 or 360.0
    x, y = target.center
    ways = (radians(target.start + span * k / ARC_PIECES) for k in range(ARC_PIECES + 1))
    return ((x, y), *((x + target.radius * cos(way), y + target.radius * sin(way)) for way in ways))
