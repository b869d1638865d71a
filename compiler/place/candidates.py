"""The places that the conventions of drawing offer to a text, each with what it costs in looks.

Costs are in one unit: 1 is a shift that a reader hardly notices, 10 a place that looks wrong without a
reason, `LEADER` the price of a leader line. What stands in the way is rated elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, cos, degrees, dist, hypot, radians, sin
from typing import Final

from ...dsl.scene import XY
from .frame import Frame
from .outline import center_spots
from .request import AlongLine, ByPoint, Fixed, InArc, InArea, LabelRequest, Target

LEADER: Final = 14.0
PER_MM: Final = 0.5
LEADER_GAP: Final = 0.5
"""Between a text and its leader (mm)."""
TIP_GAP: Final = 1.0
"""Between the tip of a leader and the point that it names (mm)."""
RINGS: Final = (4.0, 7.0, 10.5, 15.0, 21.0, 30.0)
SHIFTS: Final = (0.0, -0.08, 0.08, -0.16, 0.16, -0.24, 0.24, -0.32, 0.32)
STAND_OFF: Final = ((0.7, 1.5), (1.6, 4.0), (2.8, 7.0))
"""Further distances from a point (mm) and what they cost."""
EXTRAS: Final = ((0.0, 0.0), (0.8, 2.5), (2.0, 6.0))
"""Further distances from a line (mm) and what they cost."""
STUB: Final = 2.0
"""What must remain of a dimension line on either side of its text (mm)."""
GAP_MARGIN: Final = 0.9
"""Between the text in a gap and the ends of the line (mm)."""
HALF_LINE: Final = 0.25
"""Gaps to a line are meant from the edge of its stroke, not from its middle (mm)."""
MARKER_GAP: Final = 0.6
"""Between a marker and the name of its point (mm)."""
USUAL_SPOTS: Final = 3
SMALL_ANGLE: Final = 100.0
"""Angles below this carry their text outside the arc, where the legs are further apart (degrees)."""


@dataclass(frozen=True)
class Candidate:
    """A place for the centre of a text's box."""

    center: XY
    cost: float
    leader: tuple[XY, ...] = ()
    dot: bool = False
    """Whether the leader ends in a dot, because it names an area."""
    breaks: bool = False
    """Whether the text stands in its line, which is then broken."""
    halo: bool = False


@dataclass(frozen=True)
class Surroundings:
    """What a target sees of the drawing: the free directions around it and which side is outside."""

    free: tuple[tuple[float, float], ...]
    """Free angular gaps between the strokes at the anchor: (bisector, width) in degrees, widest first."""
    outward: XY
    """Unit vector from the middle of the drawing to the anchor; (0, 0) at the middle itself."""
    radius: float = 0.0
    """Of the marker at the anchor (mm)."""
    tips: tuple[XY, ...] = ()
    """Spots of an area that are clear of ink, where a leader can end visibly."""


def unit(degree: float) -> XY:
    """Return the unit vector of a direction in degrees."""
    return (cos(radians(degree)), sin(radians(degree)))


def turn_between(one: float, other: float) -> float:
    """Return the angle between two directions, 0 to 180 degrees.

    >>> turn_between(350, 10)
    20
    """
    return abs((one - other + 180) % 360 - 180)


def point_on(points: Sequence[XY], fraction: float) -> tuple[XY, XY]:
    """Return the point at a fraction of a polyline's length and the unit direction there.

    >>> point_on([(0, 0), (4, 0)], 0.5)
    ((2.0, 0.0), (1.0, 0.0))
    """
    lengths = [dist(a, b) for a, b in pairwise(points)]
    left = fraction * sum(lengths)
    for (a, b), length in zip(pairwise(points), lengths):
        if length > 0 and (left <= length + 1e-9 or (a, b) == (points[-2], points[-1])):
            share = min(left / length, 1.0)
            dx, dy = b[0] - a[0], b[1] - a[1]
            return (a[0] + share * dx, a[1] + share * dy), (dx / length, dy / length)
        left -= length
    return points[0], (1.0, 0.0)


def anchor(target: Target) -> XY:
    """Return the point that a text of this target names: where its leader would end."""
    if isinstance(target, AlongLine):
        return point_on(target.points, target.at)[0]
    if isinstance(target, InArc):
        x, y = unit(_bisector(target))
        return (target.center[0] + target.radius * x, target.center[1] + target.radius * y)
    if isinstance(target, InArea):
        return center_spots(target.outline, target.holes, 1.0)[0]
    return target.at


def near(request: LabelRequest, frame: Frame, around: Surroundings, *, usual: bool) -> list[Candidate]:
    """Return conventional places of a text, without leader: the usual few, or all the others."""
    target = request.target
    if isinstance(target, ByPoint):
        return list(_by_point(target, frame, around, usual))
    if isinstance(target, AlongLine):
        return list(_along_line(target, frame, around, usual))
    if isinstance(target, InArc):
        return list(_in_arc(target, frame, usual))
    if isinstance(target, InArea):
        return list(_in_area(target, frame, usual))
    return [Candidate(frame.aligned(target.at, target.align), 0.0)] if usual else []


def far(request: LabelRequest, frame: Frame, around: Surroundings, ring: float) -> list[Candidate]:
    """Return places `ring` mm away from the target, tied to it by a leader where one is allowed."""
    target = request.target
    if isinstance(target, Fixed):
        return []
    named = anchor(target)
    preferred = _preferred(target, around)
    found = []
    for turn in range(0, 360, 15):
        way = unit(preferred + turn)
        center = frame.beside(named, way, ring)
        tip = min(around.tips, key=lambda spot: dist(spot, center)) if around.tips else named
        cost = LEADER + PER_MM * ring + turn_between(turn, 0) / 60
        found.append(tied(request, frame, center, tip, cost))
    return found


def tied(request: LabelRequest, frame: Frame, center: XY, tip: XY, cost: float) -> Candidate:
    """Return the candidate at a centre with the leader that ties it to its tip."""
    return with_leader(
        request, Candidate(center, cost), frame.grown(LEADER_GAP).edge_towards(center, tip), tip
    )


def with_leader(request: LabelRequest, bare: Candidate, start: XY, tip: XY) -> Candidate:
    """Return a candidate with a leader from `start` to its tip, or a dearer one if none is allowed."""
    if not request.may_lead:
        return replace(bare, cost=bare.cost + LEADER)
    if isinstance(request.target, ByPoint):
        length = dist(start, tip)
        share = min(TIP_GAP / length, 0.5) if length > 0 else 0.0
        tip = (tip[0] + share * (start[0] - tip[0]), tip[1] + share * (start[1] - tip[1]))
    return replace(bare, leader=(start, tip), dot=isinstance(request.target, InArea))


def _preferred(target: Target, around: Surroundings) -> float:
    if isinstance(target, ByPoint) and target.toward is not None:
        return target.toward
    if isinstance(target, InArc):
        return _bisector(target)
    if isinstance(target, ByPoint) and around.free:
        return around.free[0][0]
    out = around.outward
    return degrees(atan2(out[1], out[0])) if out != (0.0, 0.0) else 60.0


def _by_point(target: ByPoint, frame: Frame, around: Surroundings, usual: bool) -> Iterator[Candidate]:
    wanted = [(target.toward, 0.0)] if target.toward is not None else _free_directions(around)
    few = sorted({(way + turn) % 360 for way, price in wanted if price < 2 for turn in (0, -12, 12, -24, 24)})
    if usual:
        tries = [(bearing, 0.0, 0.0) for bearing in few]
    else:
        tries = [(bearing, extra, price) for bearing in few for extra, price in STAND_OFF]
        tries += [(float(bearing), 0.0, 0.0) for bearing in range(0, 360, 15)]
        tries += [(float(bearing), *STAND_OFF[0]) for bearing in range(0, 360, 30)]
    gap = max(target.gap, around.radius + MARKER_GAP)
    for bearing, extra, price in tries:
        looks = min(penalty + turn_between(bearing, way) / 20 for way, penalty in wanted)
        yield Candidate(frame.beside(target.at, unit(bearing), gap + extra), price + looks)


def _free_directions(around: Surroundings) -> list[tuple[float, float]]:
    """Return the bisectors of the free gaps, each with what a narrower gap costs."""
    widest = max((width for _, width in around.free), default=360.0)
    return [(way, (widest - width) / 40) for way, width in around.free] or [(60.0, 0.0)]


def _along_line(target: AlongLine, frame: Frame, around: Surroundings, usual: bool) -> Iterator[Candidate]:
    if target.in_gap and usual:
        yield from _in_gap(target, frame)
    sides = (target.side,) if target.side else (1, -1)
    for shift in SHIFTS[:3] if usual else SHIFTS:
        at = target.at + shift
        if not 0.02 <= at <= 0.98 and shift:
            continue
        point, (dx, dy) = point_on(target.points, at)
        for side in sides:
            normal = (-dy * side, dx * side)
            reach = frame.reach(normal)
            extras = (EXTRAS[:1] if usual else EXTRAS[1:]) if abs(shift) < 0.1 else EXTRAS[:1]
            for extra, price in extras:
                off = target.gap + HALF_LINE + extra + reach
                center = (point[0] + off * normal[0], point[1] + off * normal[1])
                looks = 0.0 if target.side else _side_cost(normal, around.outward)
                yield Candidate(center, price + 20 * abs(shift) + looks + (6.0 if target.in_gap else 0.0))


def _side_cost(normal: XY, outward: XY) -> float:
    """Return what a side of a line costs: inside more than outside; above beats below, right beats left."""
    out = normal[0] * outward[0] + normal[1] * outward[1]
    habit = 0.0 if (normal[1] > 0.3 or (abs(normal[1]) <= 0.3 and normal[0] > 0)) else 0.6
    return 2.5 * min(max(0.5 - 1.5 * out, 0.0), 1.0) + habit


def _in_gap(target: AlongLine, frame: Frame) -> Iterator[Candidate]:
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(target.points))
    for shift in SHIFTS:
        at = target.at + shift
        point, (dx, dy) = point_on(target.points, at)
        half = _half_gap(frame, (dx, dy))
        if min(at, 1 - at) * length >= half + STUB:
            yield Candidate(point, 15 * abs(shift), breaks=True)


def _half_gap(frame: Frame, direction: XY) -> float:
    """Return how far from the text's centre a line through it leaves the box and its margin."""
    grown = frame.grown(GAP_MARGIN)
    far_away = (1e4 * direction[0], 1e4 * direction[1])
    return hypot(*grown.edge_towards((0.0, 0.0), far_away))


def _bisector(target: InArc) -> float:
    return target.start + ((target.end - target.start) % 360 or 360.0) / 2


def _in_arc(target: InArc, frame: Frame, usual: bool) -> Iterator[Candidate]:
    span = (target.end - target.start) % 360 or 360.0
    is_small = span < SMALL_ANGLE
    for share in (0.0,) if usual else (-0.12, 0.12, -0.25, 0.25):
        way = unit(_bisector(target) + share * span)
        off_axis = 16 * abs(share)
        for beyond in (0.0, 0.6, 1.3, 2.2, 3.2, 4.5, 6.0, 8.0)[: 8 if usual else 5]:
            center = frame.beside(target.center, way, target.radius + 0.7 + beyond)
            yield Candidate(center, off_axis + 0.9 * beyond + (0.0 if is_small else 1.5))
        inside = _inside_arc(target, frame, way)
        if inside:
            yield Candidate(inside, off_axis + (2.0 if is_small else 0.0))


def _inside_arc(target: InArc, frame: Frame, way: XY) -> XY | None:
    """Return a centre between vertex and arc where the whole box is within the arc, or nothing."""
    off = max(target.radius * 0.55, frame.reach(way) + 0.8)
    center = (target.center[0] + off * way[0], target.center[1] + off * way[1])
    x, y = target.center
    outermost = max(hypot(px - x, py - y) for px, py in frame.corners(center))
    return center if outermost <= target.radius - 0.6 else None


def _in_area(target: InArea, frame: Frame, usual: bool) -> Iterator[Candidate]:
    aspect = frame.half_height / max(frame.half_width, 1e-6) if not frame.rotation else 1.0
    spots = center_spots(target.outline, target.holes, aspect)
    middle = spots[0]
    size = max(hypot(p[0] - middle[0], p[1] - middle[1]) for p in target.outline) or 1.0
    extra = 30.0 if target.prefer_outside else 0.0
    for rank, spot in enumerate(spots):
        if (rank < USUAL_SPOTS) != usual:
            continue
        away = hypot(spot[0] - middle[0], spot[1] - middle[1]) / size
        yield Candidate(spot, extra + 6 * away + (0.2 if rank else 0.0))
