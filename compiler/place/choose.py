"""The choice of one candidate for each text such that all together cost least.

Greedy in the order of need, then best responses, then exact search in small groups of texts that are
in each other's way. All steps are deterministic; the seed only settles ties.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from .candidates import Candidate
from .frame import Frame
from .obstacles import Floats, Ints, Shapes, corner_array
from .rating import BLOCKED, CLEAR

KEPT: Final = 18
KEPT_ALIKE: Final = 3
"""Options of a text that take part in the choice: in all, and of those that half cover each other."""
TEXTS_APART: Final = 1.5
"""Room between two texts (mm), so that nobody reads them as one."""
SIDE_BY_SIDE: Final = 14.0
LEADER_CROSSING: Final = 60.0
GROUP: Final = 5
BREADTH: Final = 10
STEPS: Final = 500
"""Options of a text, and nodes in all, that the search of one group may visit."""
STEPS_IN_ALL: Final = 15_000
"""Nodes that all groups may visit together: a sheet full of texts ends in time, if not in the best order."""
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
        """Prepare the conflict table of the options of every text, at least one each."""
        draw = np.random.Generator(np.random.PCG64(seed))
        self.options = [option for row in options for option in row]
        self.cost: list[float] = [option.cost + 1e-4 * float(draw.random()) for option in self.options]
        self.rows: list[list[int]] = [[] for _ in options]
        for index, option in enumerate(self.options):
            self.rows[option.text].append(index)
        self.clash = _clashes(self.options)
        self.load = [0.0] * len(self.options)
        """What the chosen options of other texts add to the cost of each option."""
        self.chosen: list[int] = [-1] * len(options)
        self.steps = 0

    def solve(self) -> list[Option]:
        """Return the chosen option of each text."""
        free = [sum(self.cost[o] < BLOCKED / 10 for o in row) for row in self.rows]
        for text in sorted(range(len(self.rows)), key=lambda t: (free[t], t)):
            self._take(text, self._best(text))
        self._settle()
        for _ in range(3):
            if not self._improve_groups():
                break
        return [self.options[o] for o in self.chosen]

    def collisions(self, may_move: Sequence[bool]) -> list[int]:
        """Take out a small set of movable texts so that nothing collides; return them, the worst first."""
        out: list[int] = []
        while True:
            prices = {t: self.price(o) for t, o in enumerate(self.chosen) if o >= 0 and may_move[t]}
            worst = max(prices, key=lambda t: (prices[t], -t), default=-1)
            if worst < 0 or prices[worst] < BLOCKED:
                return out
            self._take(worst, -1)
            out.append(worst)

    def price(self, option: int) -> float:
        """Return the cost of an option beside all that is chosen for the other texts."""
        return self.cost[option] + self.load[option]

    def _take(self, text: int, option: int) -> None:
        """Choose an option for a text, or -1 for none."""
        for chosen, sign in ((self.chosen[text], -1.0), (option, 1.0)):
            if chosen >= 0:
                for other, cost in self.clash[chosen].items():
                    self.load[other] += sign * cost
        self.chosen[text] = option

    def _best(self, text: int) -> int:
        return min(self.rows[text], key=lambda o: (self.price(o), o))

    def _settle(self) -> None:
        for _ in range(20):
            before = list(self.chosen)
            for text in range(len(self.rows)):
                best = self._best(text)
                if best != self.chosen[text] and self.price(best) < self.price(self.chosen[text]) - GAIN:
                    self._take(text, best)
            if self.chosen == before:
                return

    def _improve_groups(self) -> bool:
        """Search the group around every text that pays for a conflict or for giving way."""
        improved = False
        for text in range(len(self.rows)):
            wish = min(self.cost[o] for o in self.rows[text])
            if self.price(self.chosen[text]) > wish + 0.5 and self.steps < STEPS_IN_ALL:
                improved |= self._search(self._group(text))
        if improved:
            self._settle()
        return improved

    def _group(self, text: int) -> list[int]:
        """Return a text and the neighbours whose choices stand on its better options."""
        rivals: dict[int, float] = {}
        for option in sorted(self.rows[text], key=lambda o: self.cost[o])[:6]:
            for other, cost in self.clash[option].items():
                owner = self.options[other].text
                if self.chosen[owner] == other:
                    rivals[owner] = max(rivals.get(owner, 0.0), cost)
        return [text, *sorted(rivals, key=lambda t: (-rivals[t], t))[: GROUP - 1]]

    def _search(self, group: list[int]) -> bool:
        """Choose anew for a group, exactly unless the step limit ends it; tell whether it got better."""
        start = [self.chosen[text] for text in group]
        for text in group:
            self._take(text, -1)
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
        self.steps += steps
        for text, option in zip(group, found):
            self._take(text, option)
        return found is not start

    def _total(self, group: list[int], taken: list[int], fixed: dict[int, dict[int, float]]) -> float:
        total = 0.0
        for depth, (text, option) in enumerate(zip(group, taken)):
            total += fixed[text][option]
            total += sum(self.clash[option].get(earlier, 0.0) for earlier in taken[:depth])
        return total


def shortlist(row: Sequence[Option]) -> list[Option]:
    """Return the cheapest options of a text that are not all in the same spot."""
    kept: list[Option] = []
    for option in sorted(row, key=lambda option: option.cost):
        x, y = option.candidate.center
        wide, high = option.frame.reach((1.0, 0.0)), option.frame.reach((0.0, 1.0))
        alike = 0
        for other in kept:
            ox, oy = other.candidate.center
            alike += abs(ox - x) < wide and abs(oy - y) < high
        if alike < KEPT_ALIKE:
            kept.append(option)
        if len(kept) == KEPT:
            break
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
