"""What leaders run across, and what that costs."""

from typing import Final

import numpy as np
import shapely

from .arrays import Bools, Floats
from .obstacles import Obstacles, Sort

BLOCKED: Final = 1000.0
BESIDE: Final = 0.4
"""A leader this close to ink runs across it (mm)."""
CROSSING: Final = 5.0
CROSSING_MARK: Final = 14.0
"""For points, arrowheads, dimensions and the arcs of angles: a line through one seems to belong to it."""
MERGING: Final = 8.0
"""For a line at so small an angle that the leader seems to become a part of it."""
SMALL: Final = 0.34
"""Sine of such an angle (20°)."""


CUT_OFF: Final = 8.0
"""For a text without leader that other ink cuts off from its feature."""


def cut_off(ways: Floats, own: Bools, ink: Obstacles) -> Floats:
    """Return the cost of ink between features and their texts: rows x, y of the feature, x, y of its text."""
    which, piece = ink.tree.query(shapely.linestrings(ways.reshape(-1, 2, 2)), predicate="intersects")
    between = ~own[which, piece] & (ink.sort[piece] < Sort.HATCH)
    cost = np.zeros(len(ways))
    cost[which[between]] = CUT_OFF
    return cost


def crossings(leaders: Floats, own: Bools, ink: Obstacles) -> Floats:
    """Return the cost of what each leader crosses: text is forbidden, other ink dear, its own feature free.

    `own` tells for each leader (row) which pieces of ink (columns) it may cross.
    """
    lines = shapely.linestrings(leaders.reshape(-1, 2, 2))
    which, piece = ink.tree.query(lines, predicate="dwithin", distance=BESIDE)
    sort = ink.sort[piece]
    foreign = ~own[which, piece] & (sort < Sort.HATCH)
    price = np.where(ink.is_mark[piece], CROSSING_MARK, CROSSING)
    price = np.where(foreign, np.where(sort == Sort.TEXT, BLOCKED, price), 0.0)
    ways = leaders[:, 2:] - leaders[:, :2]
    ways = ways / np.maximum(np.hypot(ways[:, 0], ways[:, 1]), 1e-9)[:, None]
    turn = np.abs(ways[which, 0] * ink.chord[piece, 1] - ways[which, 1] * ink.chord[piece, 0])
    merges = (sort == Sort.STROKE) & (turn < SMALL)
    cost = np.zeros(len(leaders))
    np.add.at(cost, which, price + np.where(merges, MERGING, 0.0))
    return cost
