"""The places that the conventions of drawing offer to a text, each with what it costs in looks.

Costs are in one unit: 1 is a shift that a reader hardly notices, 10 a place that looks wrong without a
reason, `leaders.LEADER` the price of a leader line. What stands in the way is rated elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final

import numpy as np

from ...dsl.scene import XY
from .arrays import Bools, Floats
from .frame import Frame
from .outline import center_spots
from .request import AlongLine, ByPoint, InArc, InArea, LabelRequest, Target

SHIFTS: Final = (0.0, -0.08, 0.08, -0.16, 0.16, -0.24, 0.24, -0.32, 0.32, -0.45, 0.45, -0.6, 0.6)
"""From the usual place on a line, as shares of its length; from the middle only the smaller ones lead to places."""
ENDS: Final = 0.08
"""The same share of a line at either end has no text."""
STAND_OFF: Final = ((0.0, 0.0), (0.4, 0.8), (0.9, 2.0), (1.6, 4.0), (2.8, 7.0))
"""Distances from a point beyond the usual one (mm) and what they cost."""
EXTRAS: Final = ((0.0, 0.0), (0.4, 1.0), (0.9, 2.5), (2.0, 6.0))
"""Distances from a line beyond the usual one (mm) and what they cost."""
HEADED: Final = 3.8
"""Of a dimension line that must stay on either side of its text: an arrowhead and a piece of line (mm)."""
STUB: Final = 3.8
"""What must remain of a dimension line on either side of its text (mm)."""
GAP_MARGIN: Final = 0.9
"""Between the text in a gap and the ends of the line (mm)."""
HALF_LINE: Final = 0.25
"""Gaps to a line are meant from the edge of its stroke, not from its middle (mm)."""
BROKEN: Final = 8.0
"""What it costs to break a line for a text that stands better beside it."""
MARKER_GAP: Final = 0.75
"""Between a marker and the name of its point (mm)."""
ARC_GAP: Final = 0.8
"""Between the arc of an angle and its text (mm)."""
BEYOND: Final = (0.0, 0.6, 1.3, 2.2, 3.2, 4.5, 6.0, 8.0)
"""Further distances from the arc of an angle (mm)."""
USUAL_SPOTS: Final = 3
OUTSIDE_WANTED: Final = 10.0
"""What a place inside an area costs whose text is better outside: less than a leader."""
SMALL_ANGLE: Final = 100.0
"""Angles below this carry their text outside the arc, where the legs are further apart (degrees)."""
LED: Final = 1.0
"""How near its feature a text seems that a leader ties to it (mm)."""


@dataclass(frozen=True)
class Places:
    """Places for the centre of a text's box, a row each."""

    centers: Floats
    costs: Floats
    off: Floats
    """How far the text stands from its feature; a leader counts as `LED`."""
    breaks: Bools
    """Whether the text stands in its line, which is then broken."""
    leaders: Floats
    """The start (x, y), at the text, and the tip of a leader; not numbers where there is none."""

    @classmethod
    def of(
        cls, centers: Floats | Sequence[XY], costs: Floats | Sequence[float], off: Floats | float = 0.0, *,
        breaks: bool = False,
    ) -> "Places":  # fmt: skip
        """Return places without leader."""
        at = np.asarray(centers, dtype=np.float64).reshape(-1, 2)
        stand_off = np.broadcast_to(np.asarray(off, dtype=np.float64), len(at))
        no_leaders = np.full((len(at), 4), np.nan)
        return cls(at, np.asarray(costs, dtype=np.float64), stand_off, np.full(len(at), breaks), no_leaders)

    @classmethod
    def none(cls) -> "Places":
        """Return no place."""
        return cls.of((), ())

    @classmethod
    def joined(cls, parts: Sequence["Places"]) -> "Places":
        """Return the places of several in a row."""
        if len(parts) < 2:
            return parts[0] if parts else cls.none()
        return cls(
            np.concatenate([part.centers for part in parts]), np.concatenate([part.costs for part in parts]),
            np.concatenate([part.off for part in parts]), np.concatenate([part.breaks for part in parts]),
            np.concatenate([part.leaders for part in parts]),
        )  # fmt: skip

    def where(self, chosen: Bools) -> "Places":
        """Return some of the places."""
        return Places(
            self.centers[chosen],
            self.costs[chosen],
            self.off[chosen],
            self.breaks[chosen],
            self.leaders[chosen],
        )

    def __len__(self) -> int:
        """Return how many places there are."""
        return len(self.centers)


@dataclass(frozen=True)
class Surroundings:
    """What a target sees of the drawing: the free directions around it and which side is outside."""

    free: tuple[tuple[float, float], ...]
    """Free angular gaps between the strokes at the anchor: (bisector, width) in degrees, widest first."""
    outward: XY
    """Unit vector from the middle of the drawing to the anchor; (0, 0) at the middle itself."""
    radius: float = 0.0
    """Of the marker at the anchor (mm)."""


def units(bearings: Floats) -> Floats:
    """Return the unit vectors of directions in degrees, one a row."""
    turns = np.radians(bearings)
    return np.stack([np.cos(turns), np.sin(turns)], axis=-1)


def turn_between(one: Floats, other: Floats | float) -> Floats:
    """Return the angles between directions, 0 to 180 degrees.

    >>> turn_between(np.array([350.0]), 10.0).tolist()
    [20.0]
    """
    return np.asarray(np.abs((one - other + 180) % 360 - 180))


def along(points: Sequence[XY], fractions: Floats) -> tuple[Floats, Floats]:
    """Return the points at fractions of a polyline's length and the unit directions there.

    >>> at, way = along([(0, 0), (4, 0)], np.array([0.5]))
    >>> at.tolist(), way.tolist()
    ([[2.0, 0.0]], [[1.0, 0.0]])
    """
    line = np.asarray(points, dtype=np.float64)
    steps = np.diff(line, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    real = lengths > 0
    if not real.any():
        return np.repeat(line[:1], len(fractions), axis=0), np.tile((1.0, 0.0), (len(fractions), 1))
    starts, steps, lengths = line[:-1][real], steps[real], lengths[real]
    ends = np.cumsum(lengths)
    wanted = fractions * ends[-1]
    which = np.minimum(np.searchsorted(ends, wanted - 1e-9), len(ends) - 1)
    share = np.minimum((wanted - (ends - lengths)[which]) / lengths[which], 1.0)
    return starts[which] + share[:, None] * steps[which], steps[which] / lengths[which, None]


def length_of(points: Sequence[XY]) -> float:
    """Return the length of a polyline."""
    steps = np.diff(np.asarray(points, dtype=np.float64), axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def anchor(target: Target) -> XY:
    """Return the point that a text of this target names: where its leader would end."""
    if isinstance(target, AlongLine):
        x, y = along(target.points, np.array([target.at]))[0][0].tolist()
        return x, y
    if isinstance(target, InArc):
        turn = radians(bisector(target))
        return (
            target.center[0] + target.radius * cos(turn),
            target.center[1] + target.radius * sin(turn),
        )
    if isinstance(target, InArea):
        return center_spots(target.outline, target.holes, 1.0)[0]
    return target.at


def near(request: LabelRequest, frame: Frame, around: Surroundings, *, usual: bool) -> Places:
    """Return conventional places of a text, without leader: the usual few, or all the others."""
    target = request.target
    if isinstance(target, ByPoint):
        return _by_point(target, frame, around, usual)
    if isinstance(target, AlongLine):
        return Places.joined(list(_along_line(target, frame, around, usual)))
    if isinstance(target, InArc):
        return Places.joined(list(_in_arc(target, frame, usual)))
    if isinstance(target, InArea):
        return _in_area(target, frame, usual)
    return Places.of([frame.aligned(target.at, target.align)], [0.0]) if usual else Places.none()


def bisector(target: InArc) -> float:
    """Return the direction of the middle of an angle, in degrees."""
    return target.start + _span(target) / 2


def _span(target: InArc) -> float:
    return (target.end - target.start) % 360 or 360.0


def _by_point(target: ByPoint, frame: Frame, around: Surroundings, usual: bool) -> Places:
    wanted = np.array([(target.toward, 0.0)] if target.toward is not None else _free_directions(around))
    preferred = wanted[wanted[:, 1] < 2, 0]
    few = np.unique((preferred[:, None] + (0.0, -12.0, 12.0, -24.0, 24.0)) % 360)
    if usual:
        bearings, extras, prices = few, np.zeros(len(few)), np.zeros(len(few))
    else:
        off = np.array(STAND_OFF)
        # in the middle between two lines there is most room, even where the text is wanted elsewhere
        roomy = np.unique(np.concatenate([few, [way for way, _ in around.free]]))
        bearings = np.concatenate([np.tile(roomy, len(off) - 1), np.tile(np.arange(0.0, 360, 15), 2)])
        rank = np.repeat([*range(1, len(off)), 0, 1], [len(roomy)] * (len(off) - 1) + [24, 24])
        extras, prices = off[rank, 0], off[rank, 1]
    looks = (wanted[:, 1] + turn_between(bearings[:, None], wanted[:, 0]) / 20).min(axis=1)
    gap = max(target.gap, around.radius + MARKER_GAP)
    off = gap + extras
    return Places.of(frame.beside(np.array(target.at), units(bearings), off), prices + looks, off)


def _free_directions(around: Surroundings) -> list[tuple[float, float]]:
    """Return the bisectors of the free gaps, each with what a narrower gap costs."""
    widest = max((width for _, width in around.free), default=360.0)
    return [(way, (widest - width) / 40) for way, width in around.free] or [(60.0, 0.0)]


def _along_line(target: AlongLine, frame: Frame, around: Surroundings, usual: bool) -> Iterator[Places]:
    if target.in_gap if usual else target.may_break:
        yield _in_gap(target, frame)
    shifts = np.array(
        [s for s in (SHIFTS[:3] if usual else SHIFTS) if not s or 0.02 <= target.at + s <= 0.98]
    )
    points, ways = along(target.points, target.at + shifts)
    for side in (target.side,) if target.side else (1, -1):
        normals = np.stack([-ways[:, 1], ways[:, 0]], axis=-1) * side
        looks = 20 * np.abs(shifts) + (6.0 if target.in_gap else 0.0)
        if not target.side:
            looks = looks + _side_cost(normals, around.outward)
        reach = frame.reach(normals)
        middle = np.abs(shifts) < 0.1
        for extra, price in EXTRAS[:1] if usual else EXTRAS:
            # what stands far along the line does not stand further off it as well
            chosen = middle if usual or extra else ~middle
            off = target.gap + HALF_LINE + extra
            centers = points[chosen] + (off + reach[chosen])[:, None] * normals[chosen]
            yield Places.of(centers, price + looks[chosen], off)


def _side_cost(normals: Floats, outward: XY) -> Floats:
    """Return what a side of a line costs: inside more than outside; above beats below, right beats left."""
    out = normals @ np.array(outward)
    preferred = (normals[:, 1] > 0.3) | ((np.abs(normals[:, 1]) <= 0.3) & (normals[:, 0] > 0))
    return np.asarray(2.5 * np.clip(0.5 - 1.5 * out, 0.0, 1.0) + np.where(preferred, 0.0, 0.6))


def _in_gap(target: AlongLine, frame: Frame) -> Places:
    shifts = np.array(SHIFTS)
    points, ways = along(target.points, target.at + shifts)
    grown = frame.grown(GAP_MARGIN)
    half = np.array([grown.half_chord((x, y)) for x, y in ways.tolist()])
    ends = np.minimum(target.at + shifts, 1 - target.at - shifts) * length_of(target.points)
    fits = ends >= half + (HEADED if target.in_gap else STUB)
    costs = 15 * np.abs(shifts[fits]) + (0.0 if target.in_gap else BROKEN)
    return Places.of(points[fits], costs, GAP_MARGIN, breaks=True)


def _in_arc(target: InArc, frame: Frame, usual: bool) -> Iterator[Places]:
    is_small = _span(target) < SMALL_ANGLE
    beyond = np.array(BEYOND if usual else BEYOND[:5])
    far_off = 0.9 * beyond + 1.1 * np.maximum(beyond - 2.2, 0.0)
    for share in (0.0,) if usual else (-0.12, 0.12, -0.25, 0.25):
        way = units(np.array([bisector(target) + share * _span(target)]))
        ways = np.repeat(way, len(beyond), axis=0)
        centers = frame.beside(np.array(target.center), ways, target.radius + ARC_GAP + beyond)
        off_axis = 16 * abs(share)
        yield Places.of(centers, off_axis + far_off + (0.0 if is_small else 1.5), ARC_GAP + beyond)
        inside = _inside_arc(target, frame, way)
        if inside:
            yield Places.of([inside], [off_axis + (2.0 if is_small else 0.0)])


def _inside_arc(target: InArc, frame: Frame, way: Floats) -> XY | None:
    """Return a centre between vertex and arc where the whole box is within the arc, or nothing."""
    off = max(target.radius * 0.55, float(frame.reach(way)[0]) + 0.8)
    x, y = target.center
    center = (x + off * float(way[0, 0]), y + off * float(way[0, 1]))
    outermost = max(hypot(px - x, py - y) for px, py in frame.corners(center))
    return center if outermost <= target.radius - ARC_GAP else None


def _in_area(target: InArea, frame: Frame, usual: bool) -> Places:
    aspect = frame.half_height / max(frame.half_width, 1e-6) if not frame.rotation else 1.0
    spots = np.array(center_spots(target.outline, target.holes, aspect))
    to_rim = np.array(target.outline) - spots[0]
    size = float(np.hypot(to_rim[:, 0], to_rim[:, 1]).max()) or 1.0
    away = np.hypot(*(spots - spots[0]).T) / size
    costs = (OUTSIDE_WANTED if target.prefer_outside else 0.0) + 6 * away + 0.2 * (np.arange(len(spots)) > 0)
    chosen = slice(0, USUAL_SPOTS) if usual else slice(USUAL_SPOTS, None)
    return Places.of(spots[chosen], costs[chosen])


def preferred(target: Target, around: Surroundings) -> float:
    """Return the direction in degrees in which a text would best leave its feature."""
    if isinstance(target, ByPoint) and target.toward is not None:
        return target.toward
    if isinstance(target, InArc):
        return bisector(target)
    if isinstance(target, ByPoint) and around.free:
        return around.free[0][0]
    out = around.outward
    return degrees(atan2(out[1], out[0])) if out != (0.0, 0.0) else 60.0
