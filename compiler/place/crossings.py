"""What leaders run across, and what that costs."""

from typing import Final

import numpy as np
import shapely

from .arrays import Bools, Floats, Ints
from .obstacles import Obstacles, Sort

BLOCKED: Final = 1000.0
BESIDE: Final = 0.4
"""A leader this close to ink runs across it (mm)."""
CROSSING: Final = 6.0
CROSSING_MARK: Final = 14.0
"""For points, arrowheads, dimensions and the arcs of angles: a line through one seems to belong to it."""
MERGING: Final = 8.0
"""For a line at so small an angle that the leader seems to become a part of it."""
SMALL: Final = 0.34
"""Sine of such an angle (20°)."""


AT_TIP: Final = 1.0
"""So near its tip a leader may meet its own feature (mm)."""
ALONE: Final = 2.5
"""The tip of a leader likes its feature to be alone for so far around (mm)."""
COMPANY: Final = 6.0
CUT_OFF: Final = 8.0
"""For a text without leader that other ink cuts off from its feature."""


def cut_off(ways: Floats, own: Bools, ink: Obstacles) -> Floats:
    """Return the cost of ink between features and their texts: rows x, y of the feature, x, y of its text."""
    which, piece = ink.tree.query(shapely.linestrings(ways.reshape(-1, 2, 2)), predicate="intersects")
    between = ~own[which, piece] & (ink.sort[piece] < Sort.HATCH)
    cost = np.zeros(len(ways))
    cost[which[between]] = CUT_OFF
    return cost


def crossings(leaders: Floats, own: Bools, inside: Bools, ink: Obstacles) -> Floats:
    """Return the cost of what each leader crosses: text is forbidden, other ink dear.

    `own` tells for each leader (row) which pieces of ink (columns) are those of its feature, which it may meet
    at its tip (an icon no further), and all the way if the tip lies `inside` it.
    """
    lines = shapely.linestrings(leaders.reshape(-1, 2, 2))
    which, piece = ink.tree.query(lines, predicate="dwithin", distance=BESIDE)
    ink_counts = ink.sort[piece] < Sort.HATCH
    which, piece = which[ink_counts], piece[ink_counts]
    mine, sort = own[which, piece], ink.sort[piece]
    price = np.where(ink.is_mark[piece], CROSSING_MARK, CROSSING)
    price = np.where(sort == Sort.TEXT, BLOCKED, price)
    through = np.where(sort[mine] == Sort.TEXT, BLOCKED, CROSSING)
    price[mine] = np.where(_beyond_tip(leaders, inside, ink, which[mine], piece[mine]), through, 0.0)
    ways = leaders[:, 2:] - leaders[:, :2]
    ways = ways / np.maximum(np.hypot(ways[:, 0], ways[:, 1]), 1e-9)[:, None]
    turn = np.abs(ways[which, 0] * ink.chord[piece, 1] - ways[which, 1] * ink.chord[piece, 0])
    cost = np.zeros(len(leaders))
    np.add.at(cost, which, price + np.where((sort == Sort.STROKE) & (turn < SMALL), MERGING, 0.0))
    return cost


def _beyond_tip(leaders: Floats, inside: Bools, ink: Obstacles, which: Ints, piece: Ints) -> Bools:
    """Tell of pairs of a leader and a piece of its own feature whether they meet away from the tip as well."""
    start, way = leaders[which, :2], leaders[which, 2:] - leaders[which, :2]
    share = np.maximum(1 - AT_TIP / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9), 0.0)
    bare = shapely.linestrings(np.stack([start, start + share[:, None] * way], axis=1))
    return np.asarray(~inside[which] & shapely.dwithin(bare, ink.shapes[piece], BESIDE))


def company(tips: Floats, own: Bools, ink: Obstacles) -> Floats:
    """Return the cost of foreign ink around the tips of leaders, which would leave open what they name."""
    which, piece = ink.tree.query(shapely.points(tips), predicate="dwithin", distance=ALONE)
    other = ~own[which, piece] & (ink.sort[piece] < Sort.TEXT)
    which, piece = which[other], piece[other]
    away = shapely.distance(shapely.points(tips[which]), ink.shapes[piece])
    cost = np.zeros(len(tips))
    np.maximum.at(cost, which, COMPANY * (1 - away / ALONE))
    return cost
