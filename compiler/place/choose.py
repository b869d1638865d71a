"""The choice of one candidate for each text such that all together cost least.

Greedy in the order of need, then best responses, then exact search in small groups of texts that are
in each other's way. All steps are deterministic; the seed only settles ties.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, pi
from typing import Final

import numpy as np
import shapely

from .candidates import Candidate
from .frame import Frame
from .obstacles import Floats, Ints, Shapes, corner_array
from .rating import BLOCKED, CLEAR

KEPT: Final = 10
KEPT_EACH_WAY: Final = 1
"""Options of a text that take part in the choice: in all, and in each eighth of the directions."""
TEXTS_APART: Final = 1.5
"""Room between two texts (mm), so that nobody reads them as one."""
SIDE_BY_SIDE: Final = 14.0
LEADER_CROSSING: Final = 60.0
GROUP: Final = 5
BREADTH: Final = 10
STEPS: Final = 1500
"""Options of a text, and nodes in all, that the search of one group may visit."""
GAIN: Final = 1e-6


@dataclass(frozen=True)
class Option:
    """A candidate of one text with its cost against the ink."""

    text: int
    candidate: Candidate
    frame: Frame
    cost: float


class Choice:
    """The state of the search: the options of each text, their conflicts, and what is chosen."""

    def __init__(self, options: Sequence[Sequence[Option]], seed: int) -> None:
        """Prepare the conflict table of the cheapest options of every text."""
        draw = np.random.Generator(np.random.PCG64(seed))
        self.options = [option for row in options for option in _shortlist(row)]
        self.cost: list[float] = [option.cost + 1e-4 * float(draw.random()) for option in self.options]
        self.rows: list[list[int]] = [[] for _ in options]
        for index, option in enumerate(self.options):
            self.rows[option.text].append(index)
        self.clash = _clashes(self.options)
        self.rivals = [
            [(self.options[other].text, other, cost) for other, cost in row.items()] for row in self.clash
        ]
        self.chosen: list[int] = [-1] * len(options)

    def solve(self) -> list[Option]:
        """Return the chosen option of each text."""
        free = [sum(self.cost[o] < BLOCKED / 10 for o in row) for row in self.rows]
        for text in sorted(range(len(self.rows)), key=lambda t: (free[t], t)):
            self.chosen[text] = self._best(text)
        self._settle()
        for _ in range(3):
            if not self._improve_groups():
                break
        return [self.options[o] for o in self.chosen]

    def collisions(self, may_move: Sequence[bool]) -> list[int]:
        """Return a small set of movable texts without which nothing collides, the worst first."""
        before = list(self.chosen)
        out: list[int] = []
        while True:
            prices = {t: self.price(o) for t, o in enumerate(self.chosen) if o >= 0 and may_move[t]}
            worst = max(prices, key=lambda t: (prices[t], -t), default=-1)
            if worst < 0 or prices[worst] < BLOCKED:
                self.chosen = before
                return out
            self.chosen[worst] = -1
            out.append(worst)

    def price(self, option: int) -> float:
        """Return the cost of an option beside all that is chosen for the other texts."""
        chosen = self.chosen
        return self.cost[option] + sum(
            cost for text, other, cost in self.rivals[option] if chosen[text] == other
        )

    def _best(self, text: int) -> int:
        return min(self.rows[text], key=lambda o: (self.price(o), o))

    def _settle(self) -> None:
        for _ in range(20):
            before = list(self.chosen)
            for text in range(len(self.rows)):
                self.chosen[text] = self._best(text)
            if self.chosen == before:
                return

    def _improve_groups(self) -> bool:
        """Search the group around every text that pays for a conflict or for giving way."""
        improved = False
        for text in range(len(self.rows)):
            wish = min(self.cost[o] for o in self.rows[text])
            if self.price(self.chosen[text]) > wish + 0.5:
                improved |= self._search(self._group(text))
        if improved:
            self._settle()
        return improved

    def _group(self, text: int) -> list[int]:
        """Return a text and the neighbours whose choices stand on its better options."""
        rivals: dict[int, float] = {}
        for option in sorted(self.rows[text], key=lambda o: self.cost[o])[:6]:
            for owner, other, cost in self.rivals[option]:
                if self.chosen[owner] == other:
                    rivals[owner] = max(rivals.get(owner, 0.0), cost)
        return [text, *sorted(rivals, key=lambda t: (-rivals[t], t))[: GROUP - 1]]

    def _search(self, group: list[int]) -> bool:
        """Choose anew for a group, exactly unless the step limit ends it; tell whether it got better."""
        start = [self.chosen[text] for text in group]
        for text in group:
            self.chosen[text] = -1
        fixed = {text: {o: self.price(o) for o in self.rows[text]} for text in group}
        rows = [sorted((cost, o) for o, cost in fixed[text].items())[:BREADTH] for text in group]
        floor = [sum(row[0][0] for row in rows[depth:]) for depth in range(len(rows) + 1)]
        best, found = self._total(group, start, fixed) - GAIN, start
        stack: list[tuple[float, list[int]]] = [(0.0, [])]
        steps = 0
        while stack and steps < STEPS:
            paid, taken = stack.pop()
            depth = len(taken)
            if paid + floor[depth] >= best:
                continue
            if depth == len(group):
                best, found = paid, taken
                continue
            branches = []
            for cost, option in rows[depth]:
                steps += 1
                if paid + cost + floor[depth + 1] >= best:
                    break
                clash = self.clash[option]
                extra = sum(clash[earlier] for earlier in taken if earlier in clash)
                branches.append((paid + cost + extra, [*taken, option]))
            stack.extend(reversed(branches))
        for text, option in zip(group, found):
            self.chosen[text] = option
        return found is not start

    def _total(self, group: list[int], taken: list[int], fixed: dict[int, dict[int, float]]) -> float:
        total = 0.0
        for depth, (text, option) in enumerate(zip(group, taken)):
            total += fixed[text][option]
            total += sum(self.clash[option].get(earlier, 0.0) for earlier in taken[:depth])
        return total


def _shortlist(row: Sequence[Option]) -> list[Option]:
    """Return the cheapest options of a text, and the cheapest of each direction for when it is crowded."""
    by_cost = sorted(row, key=lambda option: option.cost)
    x = sum(option.candidate.center[0] for option in row) / len(row)
    y = sum(option.candidate.center[1] for option in row) / len(row)
    kept: list[Option] = []
    seen: dict[tuple[bool, int], int] = {}
    for rank, option in enumerate(by_cost):
        center = option.candidate.center
        octant = round(atan2(center[1] - y, center[0] - x) / (pi / 4)) % 8
        sector = (bool(option.candidate.leader), octant)
        seen[sector] = seen.get(sector, 0) + 1
        if rank < KEPT or seen[sector] <= KEPT_EACH_WAY:
            kept.append(option)
    return kept


def _clashes(options: Sequence[Option]) -> list[dict[int, float]]:
    """Return, for each option, the options of other texts that it disturbs and what that costs."""
    clash: list[dict[int, float]] = [{} for _ in options]
    if not options:
        return clash
    owner = np.array([option.text for option in options])
    corners = corner_array([o.frame for o in options], np.array([o.candidate.center for o in options]))
    boxes = shapely.polygons(corners)
    _add_boxes(clash, owner, boxes, corners, any(option.frame.rotation for option in options))
    led = [i for i, option in enumerate(options) if option.candidate.leader]
    if led:
        lines = shapely.linestrings([options[i].candidate.leader for i in led])
        _add_leaders(clash, owner, boxes, lines, led)
    return clash


def _add_boxes(
    clash: list[dict[int, float]], owner: Ints, boxes: Shapes, corners: Floats, any_turned: bool
) -> None:
    low, high = corners.min(axis=1), corners.max(axis=1)
    # the tree of bounding boxes finds the few pairs; exact distances are needed for turned boxes only
    wide = shapely.box(*(low - TEXTS_APART).T, *(high + TEXTS_APART).T)
    one, two = shapely.STRtree(boxes).query(wide)
    rivals = (owner[one] != owner[two]) & (one < two)
    one, two = one[rivals], two[rivals]
    if any_turned:
        away = shapely.distance(boxes[one], boxes[two])
    else:
        between = np.maximum(np.maximum(low[one] - high[two], low[two] - high[one]), 0.0)
        away = np.hypot(between[:, 0], between[:, 1])
    near = np.where(away < CLEAR, BLOCKED, np.maximum(SIDE_BY_SIDE * (1 - away / TEXTS_APART), 0.0))
    for a, b, cost in zip(one.tolist(), two.tolist(), near.tolist()):
        if cost:
            clash[a][b] = clash[b][a] = cost


def _add_leaders(
    clash: list[dict[int, float]], owner: Ints, boxes: Shapes, lines: Shapes, led: list[int]
) -> None:
    line, box = shapely.STRtree(boxes).query(lines, predicate="dwithin", distance=CLEAR)
    pairs = [(led[k], b, BLOCKED) for k, b in zip(line.tolist(), box.tolist())]
    one, two = shapely.STRtree(lines).query(lines, predicate="intersects")
    pairs += [(led[a], led[b], LEADER_CROSSING) for a, b in zip(one.tolist(), two.tolist())]
    for a, b, cost in pairs:
        if owner[a] != owner[b]:
            clash[a][b] = clash[b][a] = max(clash[a].get(b, 0.0), cost)
