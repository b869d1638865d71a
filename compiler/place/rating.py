"""What each candidate costs where it stands: ink in the way, foreign features nearby, leaders that cross."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import shapely

from .arrays import Bools, Floats, Ints, Shapes
from .asked import Asked
from .candidates import Places
from .crossings import BLOCKED, company, crossings, cut_off
from .frame import corner_array, odd_shapes
from .obstacles import Obstacles, Sort
from .request import InArea

CLEAR: Final = 0.5
"""Room that a text keeps from all ink (mm)."""
ON_INK: Final = 0.1
"""A text this close to ink stands on it (mm)."""
NARROW: Final = 0.9
"""Room that a text likes to have even from its own feature, so that it hugs no line (mm)."""
HUGGING: Final = 4.0
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
DOUBT: Final = 9.0
DOUBT_FROM: Final = 0.55
"""The doubt begins when the own feature is this much of the way to a foreign point."""
MISREAD: Final = 13.0
MISREAD_FROM: Final = 0.95
"""A text that is nearer to a foreign feature of the same kind than to its own is taken for the name of that one."""
OTHER_POINT: Final = 0.5
"""A point this far from the anchor is another one (mm)."""


class Offers:
    """Places of all requests in a row, with their boxes, rated together."""

    def __init__(self, asked: Asked, rows: Sequence[Places]) -> None:
        """Lay out at least one place; `whose` is the request of each."""
        self.asked = asked
        self.places = Places.joined(rows)
        self.whose: Ints = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        corners = corner_array(asked.frames, self.whose, self.places.centers)
        self.low, self.high = corners.min(axis=1), corners.max(axis=1)
        self.boxes: Shapes = shapely.box(*self.low.T, *self.high.T)
        odd = odd_shapes(asked.frames, self.whose, self.places.centers)
        self.boxes = np.where(shapely.is_geometry(odd), odd, self.boxes)
        self.led: Bools = ~np.isnan(self.places.leaders[:, 0])

    def cost(self, ink: Obstacles) -> Floats:
        """Return the full cost of each place against the ink alone, other texts left aside."""
        total = self.places.costs + self._sticking_out(ink)
        if len(ink.shapes):
            total = total + self._in_the_way(ink)
        # what stands on ink is out of the question: the rest is asked of the others only
        open_ones = np.flatnonzero(total < BLOCKED)
        if len(ink.shapes) and len(open_ones):
            self._add_leaders(total, open_ones, ink)
            self._add_cut_off(total, open_ones, ink)
        total[open_ones] += self._doubt(open_ones)
        return total

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
        price = asked.crowd[request[crowd]]
        cost, room, tightness, doubt = np.zeros((4, len(self.boxes)))
        np.add.at(cost, which[blocked], BLOCKED)
        np.maximum.at(cost, which[tight], TIGHT * (1.2 - away[tight] / CLEAR))
        np.maximum.at(room, which[crowd], price * (1 - np.maximum(away[crowd], 0) / comfort[crowd]))
        mistaken = asked.rivals[request, piece] & (away < self.places.off[which])
        np.maximum.at(doubt, which[mistaken], MISREAD)
        hugging = counts & (away < NARROW) & ~ink.is_point[piece]
        np.maximum.at(tightness, which[hugging], HUGGING * (1 - np.maximum(away[hugging], 0) / NARROW))
        hatched = (ink.sort[piece] == Sort.HATCH) & ~counts & (away < ON_INK) & ~asked.areal[request]
        np.maximum.at(cost, which[hatched], ON_HATCH)
        grid = (ink.sort[piece] == Sort.GRID) & (away < ON_INK)
        np.maximum.at(room, which[grid], np.where(asked.areal[request[grid]], ON_MESH, ON_GRID))
        inside = (ink.sort[piece] == Sort.AREA) & (away <= 0) & ~asked.own[request, piece]
        np.maximum.at(room, *self._foreign_areas(ink, which[inside], piece[inside]))
        shaded = (ink.sort[piece] == Sort.AREA) & (away <= 0) & asked.linear[request]
        np.maximum.at(room, which[shaded], IN_SHADE)
        return cost + room + tightness + doubt

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
        room = np.where(self.asked.own[request, piece], NARROW, self.asked.comfort[request])
        matters = np.where(self._counts(which, piece), away < room, ground & (away < CLEAR))
        return which[matters], piece[matters]

    def _foreign_areas(self, ink: Obstacles, which: Ints, piece: Ints) -> tuple[Ints, float]:
        """Return the boxes that stand in an area in which their own feature is not."""
        spots = shapely.points(self.asked.anchors[self.whose[which]])
        return which[~shapely.covers(ink.shapes[piece], spots)], FOREIGN_AREA

    def _add_leaders(self, total: Floats, places: Ints, ink: Obstacles) -> None:
        """Add what it costs that leaders run across ink, or end where much else is."""
        led = places[self.led[places]]
        if len(led):
            leaders, whose = self.places.leaders[led], self.whose[led]
            total[led] += crossings(leaders, self.asked.own[whose], self.asked.areal[whose], ink)
            total[led] += company(leaders[:, 2:], self.asked.own[whose], ink)

    def _add_cut_off(self, total: Floats, places: Ints, ink: Obstacles) -> None:
        """Add what it costs that ink stands between a point, or an angle, and its text."""
        near = places[self.asked.local[self.whose[places]] & ~self.led[places]]
        if len(near):
            anchors = self.asked.anchors[self.whose[near]]
            ends = np.clip(anchors, self.low[near], self.high[near])
            own = self.asked.own[self.whose[near]]
            total[near] += cut_off(np.concatenate([anchors, ends], axis=1), own, ink)

    def _doubt(self, places: Ints) -> Floats:
        """Return what it costs to stand nearer to a foreign point than to the named feature."""
        asked, mine = self.asked, self.places.off[places]
        if not len(asked.points):
            return np.zeros(len(places))
        reach = (mine / DOUBT_FROM)[:, None]
        which, point = shapely.STRtree(shapely.points(asked.points)).query(
            shapely.box(*(self.low[places] - reach).T, *(self.high[places] + reach).T)
        )
        spots = asked.points[point]
        foreign = np.hypot(*(spots - asked.anchors[self.whose[places[which]]]).T) > OTHER_POINT
        which, spots = which[foreign], spots[foreign]
        nearest = np.full(len(mine), np.inf)
        np.minimum.at(nearest, which, shapely.distance(self.boxes[places[which]], shapely.points(spots)))
        ratio = mine / np.maximum(nearest, 0.05)
        doubt = DOUBT * np.clip(ratio - DOUBT_FROM, 0.0, 1.5) + MISREAD * (ratio > MISREAD_FROM)
        return np.asarray(doubt)

    def _sticking_out(self, ink: Obstacles) -> Floats:
        """Return the cost of area texts that are neither wholly inside their area nor wholly outside."""
        cost = np.zeros(len(self.boxes))
        for i, request in enumerate(self.asked.requests):
            target = request.target
            if not isinstance(target, InArea) or len(target.outline) < 3:
                continue
            mine = np.flatnonzero(self.whose == i)
            if not len(mine):
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
