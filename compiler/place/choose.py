"""The choice of one place for each text such that all together cost least.

Greedy in the order of need, then best responses, then exact search in small groups of texts that are
in each other's way. All steps are deterministic; the seed only settles ties.
"""

from collections.abc import Sequence
from math import inf
from typing import Final

import numpy as np

from .arrays import Floats, Ints
from .candidates import Places
from .conflicts import Options, Row, conflicts
from .crossings import BLOCKED
from .frame import Frame, corner_array, odd_shapes

KEPT: Final = 20
KEPT_ALIKE: Final = 2
"""Options of a text that take part in the choice: in all, and of those that half cover each other."""
LOOKED_AT: Final = 60
"""The cheapest options of a text, among which those are found."""
GROUP: Final = 5
BREADTH: Final = 10
STEPS: Final = 500
"""Options of a text, and nodes in all, that the search of one group may visit."""
STEPS_IN_ALL: Final = 15_000
"""Nodes that all groups may visit together: a sheet full of texts ends in time, if not in the best order."""
GAIN: Final = 1e-3
CONTENT: Final = 0.5
"""A text that pays no more than this above its best place is not searched for a better one."""


class Choice:
    """The state of the search: the options of each text, their conflicts, and what is chosen.

    It grows: texts are offered more places, and what was chosen before is where the search goes on.
    """

    def __init__(self, frames: Sequence[Frame], seed: int, rows: Sequence[Row] = ()) -> None:
        """Begin with no option for any text; `rows` are the texts that like to stand in line."""
        self.frames = list(frames)
        self.in_line = rows
        self.extents = [frame.extent() for frame in frames]
        self.cost: list[float] = []
        self.text: list[int] = []
        self.rows: list[list[int]] = [[] for _ in frames]
        """The options of each text that are alive."""
        self.places = Places.none()
        self.clash: list[dict[int, float]] = []
        self.load: list[float] = []
        """What the chosen options of other texts add to the cost of each option."""
        self.chosen: list[int] = [-1] * len(frames)
        self._options = Options.none()
        self._draw = np.random.Generator(np.random.PCG64(seed))
        self._restless: dict[int, None] = {}
        """Texts whose neighbours have moved since they were last looked at, in order."""
        self._steps = 0

    def offer(self, whose: Ints, places: Places, costs: Floats) -> None:
        """Add places with their costs against the ink; of each text only the best and most different live on."""
        costs = costs + 1e-4 * self._draw.random(len(costs))
        kept = np.zeros(len(costs), dtype=np.bool_)
        for text in np.unique(whose).tolist():
            kept[self._shortlist(text, np.flatnonzero(whose == text), places, costs)] = True
            self._restless[text] = None
        first = len(self.cost)
        whose, places, costs = whose[kept], places.where(kept), costs[kept]
        self.cost += costs.tolist()
        self.text += whose.tolist()
        self.load += [0.0] * len(costs)
        self.clash += [{} for _ in costs]
        self.places = Places.joined([self.places, places])
        for option, text in enumerate(whose.tolist(), first):
            self.rows[text].append(option)
        corners = corner_array(self.frames, whose, places.centers)
        odd = odd_shapes(self.frames, whose, places.centers)
        self._options = self._options.also(Options(whose, corners, odd, places.leaders))
        self._connect(first)

    def replace(self, text: int, frame: Frame) -> None:
        """Forget the options of a text, which another one stands for from now on."""
        self._take(text, -1)
        self.rows[text] = []
        self.frames[text], self.extents[text] = frame, frame.extent()

    def solve(self, *, roughly: bool = False) -> None:
        """Choose for every text that has options; `roughly` where more options are to come."""
        waiting = [t for t, row in enumerate(self.rows) if row and self.chosen[t] < 0]
        free = {t: sum(self.cost[o] < BLOCKED / 10 for o in self.rows[t]) for t in waiting}
        for text in sorted(waiting, key=lambda t: (free[t], t)):
            self._take(text, self._best(text))
        self._settle()
        if not roughly:
            self._improve_groups()

    def paid(self, text: int) -> float:
        """Return what a text pays for its place; more than anything while it has none."""
        return self.price(self.chosen[text]) if self.chosen[text] >= 0 else inf

    def price(self, option: int) -> float:
        """Return the cost of an option beside all that is chosen for the other texts."""
        return self.cost[option] + self.load[option]

    def rivals(self, text: int, breadth: int = 6) -> list[int]:
        """Return the texts whose choices stand on the better options of a text, the worst first."""
        found: dict[int, float] = {}
        for option in sorted(self.rows[text], key=self.cost.__getitem__)[:breadth]:
            for other, cost in self.clash[option].items():
                owner = self.text[other]
                if self.chosen[owner] == other:
                    found[owner] = max(found.get(owner, 0.0), cost)
        return sorted(found, key=lambda t: (-found[t], t))

    def collisions(self, may_move: Sequence[bool]) -> list[int]:
        """Take out a small set of movable texts so that nothing collides; return them, the worst first.

        Of texts that are alike in the way, the larger one goes.
        """
        out: list[int] = []
        while True:
            stuck = [
                t for t, o in enumerate(self.chosen) if o >= 0 and may_move[t] and self.price(o) >= BLOCKED
            ]
            if not stuck:
                return out
            worst = max(
                stuck, key=lambda t: (self.price(self.chosen[t]) // BLOCKED, max(self.extents[t]), -t)
            )
            self._take(worst, -1)
            out.append(worst)

    def _shortlist(self, text: int, offered: Ints, places: Places, costs: Floats) -> Ints:
        """Let only the cheapest options of a text that are not all in the same spot live on, and its choice.

        Return those of the offered places that do.
        """
        old, chosen = self.rows[text], self.chosen[text]
        if len(old) + len(offered) <= KEPT:
            return offered
        cost = np.concatenate([[self.cost[option] for option in old], costs[offered]])
        order = np.argsort(cost, kind="stable")[:LOOKED_AT]
        centers = np.concatenate([self.places.centers[old], places.centers[offered]])[order]
        close = np.abs(centers[:, None] - centers[None]) < self.extents[text]
        alike = np.logical_and(close[..., 0], close[..., 1]).tolist()
        kept: list[int] = []
        for rank in range(len(order)):
            if len(kept) < KEPT and sum([alike[rank][other] for other in kept]) < KEPT_ALIKE:
                kept.append(rank)
        living = set(order[kept].tolist())
        self.rows[text] = [o for rank, o in enumerate(old) if rank in living or o == chosen]
        return offered[[rank - len(old) for rank in sorted(living) if rank >= len(old)]]

    def _connect(self, first: int) -> None:
        """Enter the conflicts of the options from `first` on."""
        alive = np.zeros(len(self.cost), dtype=np.bool_)
        alive[[option for row in self.rows for option in row]] = True
        for a, b, cost in zip(
            *(column.tolist() for column in conflicts(self._options, alive, first, self.in_line))
        ):
            if cost > self.clash[a].get(b, 0.0):
                self.clash[a][b] = self.clash[b][a] = cost
        for option in self.chosen:
            if option >= 0:
                for other, cost in self.clash[option].items():
                    if other >= first:
                        self.load[other] += cost

    def _take(self, text: int, option: int) -> None:
        """Choose an option for a text, or -1 for none."""
        for chosen, sign in ((self.chosen[text], -1.0), (option, 1.0)):
            if chosen >= 0:
                for other, cost in self.clash[chosen].items():
                    self.load[other] += sign * cost
        self.chosen[text] = option

    def _move(self, text: int, option: int) -> None:
        """Choose another option for a text, and let its neighbours look around again."""
        for near in (self.chosen[text], option):
            for other in self.clash[near]:
                self._restless[self.text[other]] = None
        self._take(text, option)

    def _best(self, text: int) -> int:
        load, cost = self.load, self.cost
        return min(self.rows[text], key=lambda o: (cost[o] + load[o], o))

    def _settle(self) -> None:
        for _ in range(20):
            moved = False
            for text in range(len(self.rows)):
                best = self._best(text) if self.rows[text] else -1
                if best != self.chosen[text] and self.price(best) < self.price(self.chosen[text]) - GAIN:
                    self._move(text, best)
                    moved = True
            if not moved:
                return

    def _improve_groups(self) -> None:
        """Search the group around every text that pays for a conflict or for giving way, until none gains."""
        while self._restless and self._steps < STEPS_IN_ALL:
            text = next(iter(self._restless))
            del self._restless[text]
            wish = min(self.cost[o] for o in self.rows[text])
            if self.paid(text) > wish + CONTENT:
                self._search([text, *self.rivals(text)[: GROUP - 1]])

    def _search(self, group: list[int]) -> None:
        """Choose anew for a group, exactly unless the step limit ends it."""
        start = [self.chosen[text] for text in group]
        for text in group:
            self._take(text, -1)
        fixed = {text: {o: self.price(o) for o in self.rows[text]} for text in group}
        rows = [sorted((cost, o) for o, cost in fixed[text].items())[:BREADTH] for text in group]
        found = self._branch(rows, self._total(group, start, fixed) - GAIN) or start
        for text, before, option in zip(group, start, found):
            self._take(text, before)
            if option != before:
                self._move(text, option)

    def _branch(self, rows: list[list[tuple[float, int]]], best: float) -> list[int]:
        """Return the options, one of each row, that cost least and less than `best`; none if there are none."""
        floor = [sum(row[0][0] for row in rows[depth:]) for depth in range(len(rows) + 1)]
        found: list[int] = []
        stack: list[tuple[float, list[int]]] = [(0.0, [])]
        steps = 0
        while stack and steps < STEPS:
            paid, taken = stack.pop()
            depth = len(taken)
            if paid + floor[depth] >= best:
                continue
            if depth == len(rows):
                best, found = paid, taken
                continue
            branches = []
            for cost, option in rows[depth]:
                steps += 1
                if paid + cost + floor[depth + 1] >= best:
                    break
                clash = self.clash[option]
                extra = sum([clash[earlier] for earlier in taken if earlier in clash])
                branches.append((paid + cost + extra, [*taken, option]))
            stack.extend(reversed(branches))
        self._steps += steps
        return found

    def _total(self, group: list[int], taken: list[int], fixed: dict[int, dict[int, float]]) -> float:
        total = 0.0
        for depth, (text, option) in enumerate(zip(group, taken)):
            total += fixed[text][option]
            total += sum(self.clash[option].get(earlier, 0.0) for earlier in taken[:depth])
        return total
