"""Construction: place points one after another where what is already placed decides them.

Global iteration from a random start fails beyond a few dozen unknowns; a drawing made as with ruler and
compass succeeds. What is made here is only a start: the whole system is solved from it afterwards, so a
construction may be wrong about a choice, never about the result.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ..system import Constraint, Sort, System
from ..tolerances import DEGENERATE_SHARE
from .jets import Array
from .kernels import KERNELS
from .kernels.plain import outputs
from .levenberg import Fit, levenberg
from .loci import LOCI, Line, Locus, Place, meet
from .plane import Pairs, directions, is_apart, points_of
from .program import Program
from .starts import defined_slots, evaluate_forward
from .twice import TWICE

_WIDEST_BLOCK = 6
"""Unknowns of the largest cluster that is solved jointly on the way: a circle and a point more."""
_CLUSTER_STARTS = 10
_CLUSTER_STEPS = 40
_FAR = 100.0
"""Of the extent: room that is not told from more."""
_APART = 0.05
"""Of the extent: a place nearer than this to another point is taken only if there is no other."""


@dataclass(frozen=True)
class Built:
    """A start with all moved that constraints decide."""

    numbers: Array
    choices: tuple[str, ...]
    """Which of several places was taken, in words."""
    freely: tuple[tuple[int, int], ...]
    """The points that no constraint had a say in: they stayed where the guess had them."""


class Constructor:
    """Knows which constraints of a system hold which slots, and places them in a workable order."""

    def __init__(self, system: System, pairs: Pairs) -> None:
        self._system = system
        self._points: list[tuple[int, int]] = [(int(x), int(y)) for x, y in pairs]
        self._equations = [c for c in system.constraints if c.sort is Sort.EQUATION]
        self._bounds = [c for c in system.constraints if c.sort is Sort.BOUND]
        self._free = {at for at, slot in enumerate(system.slots) if slot.free}
        explicit = {at for c in self._equations if c.defines is not None for at in defined_slots(c)}
        coordinates = {slot for point in self._points for slot in point}
        self.numbers = self._free - explicit - coordinates
        """Unknowns that are neither coordinates nor given by a formula: radii, stated letters."""
        self._by_slots = {frozenset(point): point for point in reversed(self._points)}
        self._partner: dict[int, int] = {}
        for x, y in self._points:
            self._partner.setdefault(x, y)
            self._partner.setdefault(y, x)
        self._readers: dict[int, list[int]] = {}
        for at, equation in enumerate(self._equations):
            for slot in dict.fromkeys(equation.slots):
                self._readers.setdefault(slot, []).append(at)

    def rows_of(self, point: tuple[int, int]) -> int:
        """Return how many rows of equations a point has a part in."""
        around = dict.fromkeys(at for slot in point for at in self._readers.get(slot, ()))
        return sum(KERNELS[self._equations[at].kernel].size for at in around)

    def construct(self, guess: Array, *, follow_guess: bool) -> Built:
        """Return the guess with all moved that constraints decide.

        Of several possible places the roomiest is taken, or with `follow_guess` the nearest to the guess.
        """
        run = _Construction(self, guess, follow_guess)
        numbers = run.run()
        return Built(numbers, tuple(run.choices), tuple(run.freely))


class _Taken:
    """The places that points have taken so far, in one array: hundreds are asked at once for the nearest."""

    def __init__(self, most: int) -> None:
        self._places = np.empty((most, 2))
        self._count = 0

    def add(self, place: Place) -> None:
        self._places[self._count] = place
        self._count += 1

    def nearest(self, place: Place) -> float:
        """Return how far the nearest of them is; infinite if there is none."""
        if not self._count:
            return math.inf
        gaps = self._places[: self._count] - place
        return math.sqrt(float(np.einsum("ij,ij->i", gaps, gaps).min()))


class _Construction:
    """One run: what is placed so far, and what each equation still waits for."""

    def __init__(self, plan: Constructor, guess: Array, follow_guess: bool) -> None:
        self.plan = plan
        self.numbers = guess.copy()
        self.follow_guess = follow_guess
        self.open = set(plan._free)
        self.waits = [set(equation.slots) & self.open for equation in plan._equations]
        self.taken = _Taken(len(plan._points))
        self.done = 0
        self.choices: list[str] = []
        self.freely: list[tuple[int, int]] = []
        self.ready = [at for at, waits in enumerate(self.waits) if 0 < len(waits) <= 2]

    def run(self) -> Array:
        for x, y in self.plan._points:
            if x not in self.open and y not in self.open:
                self.taken.add(self.where((x, y)))
        while self.open:
            if not (self.follow() or self.cluster() or self.next_point()):
                break
        return self.numbers

    def where(self, point: tuple[int, int]) -> Place:
        return (float(self.numbers[point[0]]), float(self.numbers[point[1]]))

    def settle(self, slots: Iterable[int]) -> None:
        """Count slots as placed and queue the equations that now wait for little."""
        for slot in slots:
            if slot not in self.open:
                continue
            self.open.discard(slot)
            for at in self.plan._readers.get(slot, ()):
                self.waits[at].discard(slot)
                if 0 < len(self.waits[at]) <= 2:
                    self.ready.append(at)

    def follow(self) -> bool:
        """Place whatever the queue decides: a number by one equation, a point by two rows."""
        moved = False
        while self.ready:
            at = self.ready.pop()
            waits = self.waits[at]
            equation = self.plan._equations[at]
            if len(waits) == 1 or (len(waits) == 2 and KERNELS[equation.kernel].size == 2):
                evaluate_forward(equation, tuple(sorted(waits)), self.numbers)
                self.settle(tuple(waits))
                moved = True
            elif len(waits) == 2:
                moved |= self.meet_at(waits)
        return moved

    def deciding(self, slots: set[int]) -> list[Constraint]:
        """Return the equations that wait for these slots only."""
        around = dict.fromkeys(at for slot in sorted(slots) for at in self.plan._readers.get(slot, ()))
        return [self.plan._equations[at] for at in around if self.waits[at] and self.waits[at] <= slots]

    def meet_at(self, waits: set[int]) -> bool:
        """Place a point where two loci meet."""
        x = next((slot for slot in sorted(waits) if self.plan._partner.get(slot) in waits), None)
        if x is None:
            return False
        point = self.plan._by_slots.get(frozenset(waits))
        equations = self.deciding(waits)
        if point is None or len(equations) < 2:
            return False
        places = self.meetings(point, equations)
        if places:
            places = [place for place in places if self.is_apart(place)] or self.on_locus(point)
        if places:
            self.put(point, self.choose(point, places))
            if len(places) > 1:
                self.record(point, len(places))
            return True
        if self.is_on_one_line(point, equations):
            return False
        self.iterate(equations, waits)
        return True

    def is_on_one_line(self, point: tuple[int, int], equations: Sequence[Constraint]) -> bool:
        """Tell whether equations put a point on one and the same line, said several times: that decides nothing."""
        found = [self.loci(point, equation) for equation in equations]
        lines = [loci[0] for loci in found if len(loci) == 1]
        if len(lines) < len(equations) or not all(isinstance(line, Line) for line in lines):
            return False
        near = [line.nearest(self.where(point)) for line in lines]
        return math.dist(near[0], near[-1]) < DEGENERATE_SHARE and not self.meetings(point, equations)

    def loci(self, point: tuple[int, int], equation: Constraint) -> list[Locus]:
        """Return the loci of a point by one equation; none if the kernel has no simple ones."""
        rule = LOCI.get(equation.kernel)
        slots = equation.slots
        positions = [at for at in range(len(slots) - 1) if slots[at : at + 2] == point]
        values = [float(value) for value in self.numbers[list(slots)]]
        if len(positions) == 2 and equation.kernel in TWICE:
            return TWICE[equation.kernel](values, positions)
        if rule is None or len(positions) != 1 or slots.count(point[0]) != 1:
            return []
        return rule(values, positions[0])

    def meetings(self, point: tuple[int, int], equations: Sequence[Constraint]) -> list[Place]:
        """Return where the first two loci meet that do; of one line that is stated twice nothing can be said."""
        simple = [loci for loci in (self.loci(point, equation) for equation in equations) if loci]
        for first, second in combinations(simple, 2):
            places = [place for a in first for b in second for place in meet(a, b)]
            if places:
                return places
        return []

    def is_apart(self, place: Place) -> bool:
        """Tell whether no other point is at a place: lines often meet where they were drawn through."""
        least = DEGENERATE_SHARE * self.plan._system.extent
        return self.taken.nearest(place) > least

    def choose(self, point: tuple[int, int], places: Sequence[Place]) -> Place:
        """Pick one of several places: no bound broken, then room, then nearness to the guess."""
        guess = self.where(point)

        def rank(place: Place) -> tuple[float, float, float]:
            room = self.taken.nearest(place) / self.plan._system.extent
            room = min(room, _APART if self.follow_guess else _FAR)
            return (self.broken(point, place), -round(room, 2), math.dist(place, guess))

        return min(places, key=rank) if len(places) > 1 else places[0]

    def record(self, point: tuple[int, int], count: int) -> None:
        """Say which of several places was taken."""
        name = self.plan._system.slots[point[0]].name.removesuffix("x").rstrip("._ ") or "a point"
        taken = "nearest to its start" if self.follow_guess else "with most room"
        self.choices.append(f"`{name}`: of {count} places the one {taken}")

    def broken(self, point: tuple[int, int], place: Place) -> float:
        """Return by how much a place breaks the bounds that it decides."""
        total = 0.0
        for bound in self.plan._bounds:
            around = set(bound.slots)
            if not around & set(point) or (around & self.open) - set(point):
                continue
            trial = self.numbers.copy()
            trial[list(point)] = place
            kernel = KERNELS[bound.kernel]
            values = outputs(kernel, trial[list(bound.slots)].tolist())[: kernel.size]
            total += max(0.0, -round(min(values), 6))
        return total

    def put(self, point: tuple[int, int], place: Place) -> None:
        self.numbers[list(point)] = place
        self.taken.add(place)
        self.settle(point)

    def iterate(self, equations: Sequence[Constraint], slots: set[int]) -> None:
        """Solve a few equations for a few slots jointly, from where they are."""
        program = Program(equations, sorted(slots), len(self.numbers))
        self.numbers = levenberg(program, self.numbers, goal=1e-9, iterations=40).numbers
        self.settle(sorted(slots))

    def cluster(self) -> bool:
        """Solve the first small set of slots that enough equations wait for and nothing else does."""
        while self.done < len(self.waits) and not self.waits[self.done]:
            self.done += 1
        for at in range(self.done, len(self.waits)):
            if not 1 < len(self.waits[at]) <= _WIDEST_BLOCK:
                continue
            slots = set(self.waits[at])
            equations = self.deciding(slots)
            rows = sum(KERNELS[equation.kernel].size for equation in equations)
            point = self.plan._by_slots.get(frozenset(slots))
            if rows >= len(slots) and (point is None or not self.is_on_one_line(point, equations)):
                self.solve_cluster(equations, slots)
                return True
        return False

    def solve_cluster(self, equations: Sequence[Constraint], slots: set[int]) -> None:
        """Solve a cluster from a few starts, first from amid the points it hangs on.

        The ends of directions are kept apart: the line that touches two circles, in one point each, would else
        shrink into the point where they touch each other.
        """
        others = self.open - slots
        bounds = [c for c in self.plan._bounds if slots & set(c.slots) and not others & set(c.slots)]
        ends = directions(equations)
        apart = [Constraint("apart", tuple(pair), Sort.BOUND) for pair in ends.tolist()]
        program = Program((*equations, *bounds, *apart), sorted(slots), len(self.numbers))
        margin = DEGENERATE_SHARE * self.plan._system.extent
        best: Fit | None = None
        for start in self.cluster_starts(equations, slots):
            fit = levenberg(program, start, goal=1e-9, margin=2 * margin, iterations=_CLUSTER_STEPS)
            if best is None or fit.cost < best.cost:
                best = fit
            if fit.cost < 1e-12 and is_apart(ends, fit.numbers, margin):
                break
        assert best is not None
        self.numbers = best.numbers
        self.settle(sorted(slots))

    def cluster_starts(self, equations: Sequence[Constraint], slots: set[int]) -> Iterator[Array]:
        loose = [p for p in self.plan._points if p[0] in slots and p[1] in slots]
        anchors = [p for p in points_of(equations) if not set(p) & self.open]
        if anchors:
            amid = self.numbers.copy()
            for point in loose:
                amid[list(point)] = self.numbers[np.array(anchors)].mean(axis=0)
            yield amid
        yield self.numbers
        rng = np.random.Generator(np.random.PCG64([self.plan._system.seed, len(self.open)]))
        for _ in range(_CLUSTER_STARTS):
            wild = self.numbers.copy()
            for point in loose:
                wild[list(point)] = rng.uniform(-0.5, 0.5, 2) * self.plan._system.extent
            yield wild

    def next_point(self) -> bool:
        """Put a point that is not decided: on its one locus if it has one, else where the guess has it.

        Points that no two equations hold come first: they are what the others are constructed from. Else what was
        declared first is likelier to be a parent than a child, be it a point or the radius of a free circle.
        """
        loose = [p for p in self.plan._points if p[0] in self.open or p[1] in self.open]
        if not loose:
            return False
        free = [point for point in loose if self.plan.rows_of(point) < 2]
        if not free:
            loose.sort()
            number = min(self.open & self.plan.numbers, default=loose[0][0])
            if number < loose[0][0]:
                self.settle((number,))
                return True
        for point in free[:1] or loose[:1]:
            places = self.on_locus(point)
            if places:
                self.put(point, self.choose(point, places))
                return True
        chosen = (free or loose)[0]
        self.freely.append(chosen)
        self.put(chosen, self.where(chosen))
        return True

    def on_locus(self, point: tuple[int, int]) -> list[Place]:
        """Return the places nearest to the guess on the loci that an equation gives."""
        for equation in self.deciding(set(point)):
            places = [locus.nearest(self.where(point)) for locus in self.loci(point, equation)]
            if places:
                return places
        return []
