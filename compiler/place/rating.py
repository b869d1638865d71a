"""What each candidate costs where it stands: ink in the way, foreign features nearby, leaders that cross."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from .arrays import Bools, Floats, Ints, Shapes
from .candidates import Places, anchor
from .frame import Frame
from .obstacles import Obstacles, Sort, corner_array
from .request import AlongLine, ByPoint, Fixed, InArc, InArea, LabelRequest

CLEAR: Final = 0.5
"""Room that a text keeps from all ink (mm)."""
ON_INK: Final = 0.1
"""A text this close to ink stands on it (mm)."""
COMFORT: Final = 2.0
"""Room that a text likes to have from ink that is not its own (mm)."""
COMFORT_LINE: Final = 4.0
"""The same for the text of a line: nearer to another line it could seem to name that one."""
CROWD: Final = 2.5
CROWD_LINE: Final = 5.0
CROWD_ARC: Final = 1.6
"""What lack of that room costs: more for the text of a line, which could seem to name another line, less
for that of an angle, which stands between two lines by nature."""
BLOCKED: Final = 1000.0
TIGHT: Final = 120.0
OUTSIDE: Final = 60.0
"""For a text that sticks out of the area that it stands in."""
FOREIGN_AREA: Final = 3.0
IN_SHADE: Final = 2.0
"""For the text of a line in a shaded area, even one that the line bounds: it is read more easily outside."""
ON_HATCH: Final = 7.0
"""For a text, not that of the hatched area itself, that stands in the hatching with a halo: dear, but less so
than a leader that leads out of it."""
ON_GRID: Final = 1.0
ON_MESH: Final = 15.0
"""For a text that stands on faint lines: those of a plot do not mind, those that make a surface visible do."""
CROSSING: Final = 5.0
DOUBT: Final = 9.0
DOUBT_FROM: Final = 0.55
"""The doubt begins when the own feature is this much of the way to a foreign point."""
OTHER_POINT: Final = 0.5
"""A point this far from the anchor is another one (mm)."""
OWN_REACH: Final = 0.3
"""Ink this close to the anchor belongs to the named feature (mm)."""


@dataclass(frozen=True)
class Asked:
    """All requests of a placement as arrays: one row for each request, one column for each piece of ink."""

    requests: Sequence[LabelRequest]
    frames: Sequence[Frame]
    anchors: Floats
    own: Bools
    """Pieces of the named feature."""
    passable: Bools
    """Pieces that the text may stand on."""
    broken: Bools
    """Pieces of the line that gives way to a text in its gap."""
    points: Floats
    """All point features (rows x, y), for telling whose label a text looks like."""
    areal: Bools
    """Requests that name an area."""
    linear: Bools
    """Requests that name a line."""
    comfort: Floats
    """Room that each text likes to have from ink that is not its own (mm)."""

    @classmethod
    def of(cls, requests: Sequence[LabelRequest], ink: Obstacles) -> "Asked":
        """Return the requests with what each may touch."""
        frames = [Frame.of(request.text, request.rotation) for request in requests]
        anchors = np.array([anchor(request.target) for request in requests], dtype=np.float64)
        named = [ink.of(request.owner, _line_id(request)) for request in requests]
        size = np.array([4 * frame.half_width * frame.half_height for frame in frames])
        own = np.stack(named)
        for i, piece in ink.tree.query(shapely.points(anchors), "dwithin", OWN_REACH + ink.widest).T.tolist():
            # a stroke is cut into pieces, but it is one feature
            own[i] |= ink.leaf == ink.leaf[piece]
        grounds = np.stack(named) & (ink.sort == Sort.SOLID) & (ink.areas[None, :] > 4 * size[:, None])
        passable = grounds | (ink.sort == Sort.AREA)
        broken = np.zeros_like(own)
        for i, request in enumerate(requests):
            passable[i] &= ~ink.of(*request.avoid)
            passable[i] |= ink.sort == Sort.GRID
            passable[i] |= (
                (ink.sort == Sort.HATCH)
                if isinstance(request.target, InArea)
                else ink.hatching_around(anchors[i])
            )
            if isinstance(request.target, AlongLine) and request.target.in_gap:
                broken[i] = ink.of(_line_id(request)) & (ink.sort == Sort.STROKE)
        asked_points = [at for request, at in zip(requests, anchors) if isinstance(request.target, ByPoint)]
        points = np.vstack([ink.points, np.array(asked_points, dtype=np.float64).reshape(-1, 2)])
        areal: Bools = np.array([isinstance(request.target, InArea) for request in requests], dtype=np.bool_)
        linear: Bools = np.array(
            [isinstance(request.target, AlongLine) for request in requests], dtype=np.bool_
        )
        comfort = np.where(linear, COMFORT_LINE, COMFORT)
        return cls(requests, frames, anchors, own, passable, broken, points, areal, linear, comfort)


def _crowd(request: LabelRequest) -> float:
    kinds = ((AlongLine, CROWD_LINE), (InArc, CROWD_ARC))
    return next((price for kind, price in kinds if isinstance(request.target, kind)), CROWD)


def _line_id(request: LabelRequest) -> str:
    return (request.target.ink or request.owner) if isinstance(request.target, AlongLine) else request.owner


class Offers:
    """Places of all requests in a row, with their boxes, rated together."""

    def __init__(self, asked: Asked, rows: Sequence[Places]) -> None:
        """Lay out at least one place; `whose` is the request of each."""
        self.asked = asked
        self.places = Places.joined(rows)
        self.whose: Ints = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self.frames = [asked.frames[i] for i in self.whose.tolist()]
        self.corners = corner_array(self.frames, self.places.centers)
        self.low, self.high = self.corners.min(axis=1), self.corners.max(axis=1)
        self.boxes: Shapes = shapely.box(*self.low.T, *self.high.T)
        turned = np.array([bool(frame.rotation) for frame in asked.frames])[self.whose]
        self.boxes[turned] = shapely.polygons(self.corners[turned])
        self.led: Bools = ~np.isnan(self.places.leaders[:, 0])

    def cost(self, ink: Obstacles) -> Floats:
        """Return the full cost of each place against the ink alone, other texts left aside."""
        total = self.places.costs
        if len(ink.shapes):
            total = total + self._in_the_way(ink) + self._leaders(ink)
        return total + self._doubt() + self._sticking_out(ink)

    def _in_the_way(self, ink: Obstacles) -> Floats:
        """Return the cost of ink under or too near to each box."""
        asked = self.asked
        which, piece = self._near(ink)
        request = self.whose[which]
        away = self._distances(ink, which, piece)
        counts = self._counts(which, piece)
        blocked = counts & (away < ON_INK)
        tight = counts & ~blocked & (away < CLEAR - 1e-6)
        comfort = asked.comfort[request]
        crowd = counts & (away < comfort) & ~asked.own[request, piece]
        price = np.array([_crowd(r) for r in asked.requests])[request[crowd]]
        cost, room = np.zeros(len(self.boxes)), np.zeros(len(self.boxes))
        np.add.at(cost, which[blocked], BLOCKED)
        np.maximum.at(cost, which[tight], TIGHT * (1.2 - away[tight] / CLEAR))
        np.maximum.at(room, which[crowd], price * (1 - np.maximum(away[crowd], 0) / comfort[crowd]))
        hatched = (ink.sort[piece] == Sort.HATCH) & ~counts & (away < ON_INK) & ~asked.areal[request]
        np.maximum.at(cost, which[hatched], ON_HATCH)
        grid = (ink.sort[piece] == Sort.GRID) & (away < ON_INK)
        np.maximum.at(room, which[grid], np.where(asked.areal[request[grid]], ON_MESH, ON_GRID))
        inside = (ink.sort[piece] == Sort.AREA) & (away <= 0) & ~asked.own[request, piece]
        np.maximum.at(room, *self._foreign_areas(ink, which[inside], piece[inside]))
        shaded = (ink.sort[piece] == Sort.AREA) & (away <= 0) & asked.linear[request]
        np.maximum.at(room, which[shaded], IN_SHADE)
        return cost + room

    def _distances(self, ink: Obstacles, which: Ints, piece: Ints) -> Floats:
        """Return how far boxes are from pieces of ink; of a box that stands on ink, its other ink is left far away."""
        away = np.full(len(which), np.inf)
        low, high = ink.bounds[piece, :2], ink.bounds[piece, 2:]
        likely = ((self.low[which] < high) & (low < self.high[which])).all(axis=1)
        standing = np.zeros(len(self.boxes), dtype=np.bool_)
        # most places stand on something: what their bounds share is measured first
        for pairs in (np.flatnonzero(likely), np.flatnonzero(~likely)):
            pairs = pairs[~standing[which[pairs]]]
            # GEOS divides by the length of segments that have none; the distance is right all the same
            with np.errstate(divide="ignore", invalid="ignore"):
                away[pairs] = shapely.distance(self.boxes[which[pairs]], ink.shapes[piece[pairs]])
            away[pairs] -= ink.radius[piece[pairs]]
            standing[which[pairs[self._counts(which[pairs], piece[pairs]) & (away[pairs] < ON_INK)]]] = True
        return away

    def _counts(self, which: Ints, piece: Ints) -> Bools:
        """Tell of pairs of a box and a piece of ink whether the ink is in the way at all."""
        request = self.whose[which]
        breaks = self.places.breaks[which] & self.asked.broken[request, piece]
        return np.asarray(~self.asked.passable[request, piece] & ~breaks)

    def _near(self, ink: Obstacles) -> tuple[Ints, Ints]:
        """Return the pairs of a box and a piece of ink whose exact distance matters, as their bounds tell."""
        reach = ink.widest + self.asked.comfort.max()
        which, piece = ink.tree.query(shapely.box(*(self.low - reach).T, *(self.high + reach).T))
        low, high = ink.bounds[piece, :2], ink.bounds[piece, 2:]
        between = np.maximum(np.maximum(self.low[which] - high, low - self.high[which]), 0.0)
        away = np.hypot(between[:, 0], between[:, 1]) - ink.radius[piece]
        request, ground = self.whose[which], ink.sort[piece] >= Sort.HATCH
        room = np.where(self.asked.own[request, piece], CLEAR, self.asked.comfort[request])
        matters = np.where(self._counts(which, piece), away < room, ground & (away < CLEAR))
        return which[matters], piece[matters]

    def _foreign_areas(self, ink: Obstacles, which: Ints, piece: Ints) -> tuple[Ints, float]:
        """Return the boxes that stand in an area in which their own feature is not."""
        spots = shapely.points(self.asked.anchors[self.whose[which]])
        return which[~shapely.covers(ink.shapes[piece], spots)], FOREIGN_AREA

    def _leaders(self, ink: Obstacles) -> Floats:
        """Return the cost of what each leader runs across: text is forbidden, other ink dear."""
        cost = np.zeros(len(self.boxes))
        led = np.flatnonzero(self.led)
        if not len(led):
            return cost
        lines = shapely.linestrings(self.places.leaders[led].reshape(-1, 2, 2))
        which, piece = ink.tree.query(lines, predicate="dwithin", distance=0.25)
        sort = ink.sort[piece]
        free = (
            (sort == Sort.AREA)
            | (sort == Sort.HATCH)
            | (sort == Sort.GRID)
            | self.asked.own[self.whose[led[which]], piece]
        )
        price = np.where(sort == Sort.TEXT, BLOCKED, np.where(free, 0.0, CROSSING))
        np.add.at(cost, led[which], price)
        return cost

    def _doubt(self) -> Floats:
        """Return what it costs to stand nearer to a foreign point than to the named feature."""
        asked = self.asked
        if not len(asked.points):
            return np.zeros(len(self.boxes))
        # of a line, the anchor is one point only: the text's gap tells how near it stands
        gaps = [r.target.gap if isinstance(r.target, AlongLine) else np.inf for r in asked.requests]
        anchors = asked.anchors[self.whose]
        mine = np.minimum(shapely.distance(self.boxes, shapely.points(anchors)), np.array(gaps)[self.whose])
        mine = np.where(self.led, 1.0, mine)
        reach = (mine / DOUBT_FROM)[:, None]
        which, point = shapely.STRtree(shapely.points(asked.points)).query(
            shapely.box(*(self.low - reach).T, *(self.high + reach).T)
        )
        foreign = np.hypot(*(asked.points[point] - anchors[which]).T) > OTHER_POINT
        which, point = which[foreign], point[foreign]
        nearest = np.full(len(mine), np.inf)
        np.minimum.at(
            nearest, which, shapely.distance(self.boxes[which], shapely.points(asked.points[point]))
        )
        ratio = mine / np.maximum(nearest, 0.05)
        judged = np.array([not isinstance(r.target, Fixed | InArea) for r in asked.requests])[self.whose]
        return np.where(judged, DOUBT * np.clip(ratio - DOUBT_FROM, 0.0, 1.5), 0.0)

    def _sticking_out(self, ink: Obstacles) -> Floats:
        """Return the cost of area texts that are neither wholly inside their area nor wholly outside."""
        cost = np.zeros(len(self.boxes))
        for i, request in enumerate(self.asked.requests):
            target = request.target
            mine = np.flatnonzero(self.whose == i)
            if not isinstance(target, InArea) or len(target.outline) < 3 or not len(mine):
                continue
            holes = [hole for hole in target.holes if len(hole) > 2]
            area = shapely.make_valid(shapely.Polygon(target.outline, holes))
            paint = ink.paint_of(request.owner)
            if paint is not None:
                area = shapely.intersection(area, paint)
            shapely.prepare(area)
            inside = shapely.contains_properly(area, self.boxes[mine])
            apart = ~shapely.intersects(area, self.boxes[mine])
            cost[mine[~np.where(self.led[mine], apart, inside)]] = OUTSIDE
        return cost
