"""Which places of different texts are in each other's way, and what that costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import shapely

from .arrays import Bools, Floats, Ints, Shapes
from .crossings import BLOCKED
from .rating import CLEAR

TEXTS_APART: Final = 1.5
"""Room between two texts (mm), so that nobody reads them as one."""
SIDE_BY_SIDE: Final = 14.0
READ_ON: Final = (5.0, 2.4)
"""Room across and up (mm) within which two words seem to be one text."""
READ_AS_ONE: Final = 8.0
WORD: Final = 5.0
"""A text at least this long (mm) is read as words, not as a sign."""
LEADER_CROSSING: Final = 60.0

IN_LINE: Final = 0.3
"""Centres whose heights differ by no more are on one level (mm)."""

Pairs: TypeAlias = tuple[Ints, Ints, Floats]
"""Two places each, and what it costs to take both."""


@dataclass(frozen=True)
class Row:
    """Two alike texts whose features stand side by side (axis 1, they share a height) or one over the other (0)."""

    one: int
    two: int
    axis: int
    price: float
    """What it costs if their centres are not on one level."""


@dataclass(frozen=True)
class Options:
    """Places of many texts as the choice sees them, a row each."""

    text: Ints
    corners: Floats
    odd: Shapes
    """The outlines of those texts that are no upright boxes, None for the others."""
    leaders: Floats

    @classmethod
    def none(cls) -> "Options":
        """Return no places."""
        return cls(
            np.zeros(0, np.int64), np.zeros((0, 4, 2)), np.full(0, None, dtype=np.object_), np.zeros((0, 4))
        )

    def __len__(self) -> int:
        """Return how many places there are."""
        return len(self.text)

    def also(self, more: "Options") -> "Options":
        """Return these places and others after them."""
        return Options(
            np.concatenate([self.text, more.text]), np.concatenate([self.corners, more.corners]),
            np.concatenate([self.odd, more.odd]), np.concatenate([self.leaders, more.leaders]),
        )  # fmt: skip


def conflicts(options: Options, alive: Bools, first: int, rows: Sequence[Row] = ()) -> Pairs:
    """Return the pairs of places of different texts that disturb each other, one of them from `first` on.

    Only places that are `alive` take part; texts of a row like to stand in line.
    """
    living = np.flatnonzero(alive)
    corners = options.corners[living]
    low, high = corners.min(axis=1), corners.max(axis=1)
    boxes: Shapes = shapely.box(*low.T, *high.T)
    odd = shapely.is_geometry(options.odd[living])
    boxes[odd] = options.odd[living][odd]
    # boxes with corners, not rounded: crossings are found much faster than distances
    grown: Shapes = shapely.box(*(low - CLEAR).T, *(high + CLEAR).T)
    grown[odd] = shapely.buffer(boxes[odd], CLEAR)
    text, is_new = options.text[living], living >= first
    parts = [
        _boxes(text, low, high, odd, boxes, is_new),
        *_leaders(text, options.leaders[living], grown, is_new),
        *(_out_of_line(row, text, (low + high) / 2, is_new) for row in rows),
    ]
    one, two, cost = (np.concatenate(column) for column in zip(*parts))
    return living[one], living[two], cost


def _boxes(text: Ints, low: Floats, high: Floats, odd: Bools, boxes: Shapes, is_new: Bools) -> Pairs:
    new = np.flatnonzero(is_new)
    # the tree of bounding boxes finds the few pairs; exact distances are needed for other outlines only
    is_word = high[:, 0] - low[:, 0] > WORD
    room = np.where(is_word[:, None], READ_ON, TEXTS_APART)
    wide = shapely.box(*(low - room)[new].T, *(high + room)[new].T)
    one, two = shapely.STRtree(boxes).query(wide)
    one = new[one]
    rivals = (text[one] != text[two]) & (~is_new[two] | (one < two))
    one, two = one[rivals], two[rivals]
    between = np.maximum(np.maximum(low[one] - high[two], low[two] - high[one]), 0.0)
    words = is_word[one] & is_word[two]
    close = words | (between < TEXTS_APART).all(axis=1)
    one, two, between, words = one[close], two[close], between[close], words[close]
    away = np.hypot(between[:, 0], between[:, 1])
    exact = np.flatnonzero(odd[one] | odd[two])
    away[exact] = shapely.distance(boxes[one[exact]], boxes[two[exact]])
    # of words, an eye reads on from one to the next in a row, and from line to line
    as_one = np.maximum(1 - np.hypot(*(between / READ_ON).T), 0.0) * np.where(words, READ_AS_ONE, 0.0)
    beside = np.maximum(SIDE_BY_SIDE * (1 - away / TEXTS_APART), as_one)
    cost = np.where(away < CLEAR, BLOCKED, np.maximum(beside, 0.0))
    near = cost > 0
    return one[near], two[near], cost[near]


def _leaders(text: Ints, leaders: Floats, grown: Shapes, is_new: Bools) -> list[Pairs]:
    led = ~np.isnan(leaders[:, 0])
    if not led.any():
        return []
    lines: Shapes = np.full(len(text), None, dtype=np.object_)
    lines[led] = shapely.linestrings(leaders[led].reshape(-1, 2, 2))
    new, all_lines = np.flatnonzero(is_new), np.flatnonzero(led)
    fresh = np.flatnonzero(led & is_new)
    line, box = shapely.STRtree(grown).query(lines[fresh], predicate="intersects")
    over, under = shapely.STRtree(lines[all_lines]).query(grown[new], predicate="intersects")
    one, two = shapely.STRtree(lines[all_lines]).query(lines[fresh], predicate="intersects")
    found = []
    for a, b, cost in (
        (fresh[line], box, BLOCKED), (new[over], all_lines[under], BLOCKED), (fresh[one], all_lines[two], LEADER_CROSSING)
    ):  # fmt: skip
        apart = text[a] != text[b]
        found.append((a[apart], b[apart], np.full(int(apart.sum()), cost)))
    return found


def _out_of_line(row: Row, text: Ints, centers: Floats, is_new: Bools) -> Pairs:
    """Return the pairs of places of two alike texts that do not stand on one level."""
    ones, twos = np.flatnonzero(text == row.one), np.flatnonzero(text == row.two)
    one, two = np.repeat(ones, len(twos)), np.tile(twos, len(ones))
    off = np.abs(centers[one, row.axis] - centers[two, row.axis]) > IN_LINE
    counts = off & (is_new[one] | is_new[two])
    return one[counts], two[counts], np.full(int(counts.sum()), row.price)
