"""A proof by exhaustion: bounds of all numbers are narrowed, halved and narrowed until no drawing is left.

What is proven is that no drawing has all the statements, as far as drawings go: points with a direction between
them are apart, and none is so far from the others that it could not be shown.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Final

from ...system import Constraint, Slot, Sort, System
from ...tolerances import DEGENERATE_SHARE, FARTHEST
from ..kernels import KERNELS
from .affine import Steps, proportional_steps
from .constants import is_belied, settled
from .directions import Headings, are_refuted, plain_headings, turns_of
from .figure import Figure, Spot
from .linear import is_impossible
from .network import Box
from .readings import reading_of
from .theorems import complete

_MOST: Final = 25_000
"""Operations of a proof, at a microsecond or two each."""
_FIRST: Final = 4_000
"""Operations before the first halving."""
_QUICK: Final = 1_000
"""The same where a proof is wanted often."""
_STALLED: Final = 1e-7
"""Width, in lengths of the figure, from which on halving leads nowhere."""
_PURE: Final = {
    "angle": (0,), "directed_angle": (0,), "line_angle": (0,), "angle_at_least": (0,), "angle_at_most": (0,),
    "fraction": (0,), "rotated": (0,), "scaled": (1,), "quotient": (2,), "power": (1,), "sector_area": (1,),
    "arc_length": (1,), "direction": (0,),
}  # fmt: skip
"""By kernel: which of its slots that are no coordinates stay the same when a drawing is magnified."""
_SHIFTED: Final = frozenset({"same", "ahead"})
"""Kernels that compare coordinates along one axis, which a shift of the plane does not break."""
_TURNED: Final = frozenset({"direction", "polar"})
"""Kernels that a turn of the plane breaks."""


class Depth(IntEnum):
    """How much work a proof may be."""

    NARROWED = 1
    """Bounds are narrowed, in about a millisecond."""
    ADDED_UP = 2
    """Linear statements are added up besides, in some ten milliseconds."""
    HALVED = 3
    """Drawings are gone through by parts."""


def is_refuted(system: System, constraints: Sequence[Constraint], depth: Depth = Depth.HALVED) -> bool:
    """Tell whether it is certain that no drawing has all these constraints; False is no answer."""
    if is_belied(constraints, system.slots):
        return True
    spoken = [c for c in constraints if reading_of(c) is not None]
    if not spoken:
        return False
    root = same(spoken, system.slots)
    steps = proportional_steps(spoken, system.slots, root)
    turns = turns_of(spoken, system.slots, root, steps)
    if are_refuted(turns):
        return True
    headings = plain_headings(turns)
    attempts = [_Refutation(system, spoken, (headings, steps), magnified=False)]
    bare = [c for c in spoken if c.sort is Sort.EQUATION or _is_pure(c, system.slots)]
    if all(_is_pure(c, system.slots) for c in bare) and any(KERNELS[c.kernel].points for c in bare):
        attempts.insert(0, _Refutation(system, bare, (headings, steps), magnified=True))
    first = _QUICK if depth is Depth.NARROWED else _FIRST
    if any(attempt.whole.is_empty(first) for attempt in attempts):
        return True
    if depth >= Depth.ADDED_UP and any(attempt.is_impossible() for attempt in attempts):
        return True
    return depth >= Depth.HALVED and any(attempt.by_parts() for attempt in attempts)


def _parts(constraint: Constraint) -> tuple[list[Spot], list[int]]:
    """Return the points of a constraint and its other slots, both in order."""
    slots = constraint.slots
    positions = KERNELS[constraint.kernel].point_positions(len(slots))
    taken = {at for pair in positions for at in pair}
    spots = [(slots[x], slots[y]) for x, y in positions]
    return spots, [slot for at, slot in enumerate(slots) if at not in taken]


def _is_pure(constraint: Constraint, slots: Sequence[Slot]) -> bool:
    """Tell whether a constraint speaks of no size: magnified, a drawing that has it still has it."""
    spots, numbers = _parts(constraint)
    pure = _PURE.get(constraint.kernel, ())
    return all(slots[at].free for spot in spots for at in spot) and all(
        slots[number].free or at in pure for at, number in enumerate(numbers)
    )


def same(constraints: Sequence[Constraint], slots: Sequence[Slot]) -> dict[int, int]:
    """Return for slots that are stated to be the same as others the one that stands for them."""
    root: dict[int, int] = {}
    for constraint in constraints:
        if constraint.sort is not Sort.EQUATION:
            continue
        pairs = {"same": ((0, 1),), "coincident": ((0, 2), (1, 3))}.get(constraint.kernel, ())
        for a, b in pairs:
            one, other = (root.get(constraint.slots[at], constraint.slots[at]) for at in (a, b))
            if one == other or not (slots[one].free or slots[other].free):
                continue
            kept, gone = (one, other) if slots[other].free else (other, one)
            root = {slot: kept if top == gone else top for slot, top in root.items()}
            root[gone] = kept
    return root


class _Refutation:
    """One attempt to leave no drawing."""

    def __init__(
        self,
        system: System,
        constraints: Sequence[Constraint],
        known: tuple[Headings, Steps],
        *,
        magnified: bool,
    ) -> None:
        self.constraints = constraints
        self.slots = system.slots
        fixed = [abs(slot.start) for slot in system.slots if not slot.free]
        reach = FARTHEST * max(system.extent, *fixed, 0.0)
        least = DEGENERATE_SHARE * system.extent
        self.unit = 1.0 if magnified else system.extent
        if magnified:
            reach, least = reach / least, least / reach
        self.reach = reach
        slots = list(system.slots)
        for at, value in settled(constraints, slots).items():
            slots[at] = replace(slots[at], start=value, free=False)
        self.figure = Figure(slots, same(constraints, slots), reach, least)
        for constraint in constraints:
            self._read(constraint)
        self._place(magnified)
        complete(self.figure, *known)
        self.whole = self.figure.net.box()

    def _read(self, constraint: Constraint) -> None:
        slots = [self.figure.root(slot) for slot in constraint.slots]
        for ax, ay, bx, by in KERNELS[constraint.kernel].apart:
            one, other = (slots[ax], slots[ay]), (slots[bx], slots[by])
            if one == other:
                # A direction from a point to itself: there is none.
                self.figure.net.number(1.0, 0.0)
                return
            self.figure.apart(one, other)
        if reading := reading_of(constraint):
            reading(self.figure, *self._parts(constraint))

    def _parts(self, constraint: Constraint) -> tuple[list[Spot], list[int]]:
        spots, numbers = _parts(constraint)
        return [(self.figure.root(x), self.figure.root(y)) for x, y in spots], numbers

    def _place(self, magnified: bool) -> None:
        """Take one of all drawings that are the same but for a motion of the plane."""
        spots = [spot for c in self.constraints for spot in self._parts(c)[0]]
        own = [slot for spot in dict.fromkeys(spots) for slot in spot]
        if not spots or not all(self.slots[slot].free for slot in own):
            return
        readers = [c for c in self.constraints if {self.figure.root(at) for at in _parts(c)[1]} & set(own)]
        if any(c.kernel not in _SHIFTED for c in readers):
            return
        first = Counter(spots).most_common(1)[0][0]
        self._fix(first, 0.0, 0.0)
        if readers or len(set(own)) < len(own) or any(c.kernel in _TURNED for c in self.constraints):
            return
        second = self._beside(first)
        if second is None:
            return
        x, y = self.figure.point(second)
        self.figure.net.bound(y, 0.0, 0.0)
        self.figure.net.bound(x, 0.0, math.inf)
        if magnified and self.figure.net.low[self.figure.length(first, second)] > 0.0:
            self.figure.net.bound(x, 1.0, 1.0)

    def _fix(self, spot: Spot, x: float, y: float) -> None:
        for number, value in zip(self.figure.point(spot), (x, y)):
            self.figure.net.bound(number, value, value)

    def _beside(self, first: Spot) -> Spot | None:
        """Return the point whose distance from a first one matters: known if one is, else the most spoken of."""
        net, lengths = self.figure.net, self.figure.lengths
        ties = [(pair, length) for pair, length in lengths.items() if first in pair and len(pair) == 2]
        if not ties:
            return None
        pair, _ = max(ties, key=lambda tie: (net.low[tie[1]] > 0.0, len(net.around[tie[1]])))
        return next(spot for spot in sorted(pair) if spot != first)

    def is_impossible(self) -> bool:
        """Tell whether what is linear leaves no drawing, after narrowing."""
        return is_impossible(self.whole, self.reach, self.unit)

    def by_parts(self) -> bool:
        """Tell whether halving leaves no drawing before the effort is spent."""
        effort, boxes = 0, list(self._halves(self.whole))
        if not boxes:
            return False
        while boxes:
            box, number = boxes.pop()
            empty = box.is_empty(_MOST - effort, (number,))
            effort += box.effort
            if empty:
                continue
            halves = list(self._halves(box))
            if effort > _MOST or not halves:
                return False
            boxes += halves
        return True

    def _halves(self, box: Box) -> Iterator[tuple[Box, int]]:
        """Yield a box in halves of the number that is least known; nothing where that leads nowhere."""
        number = self._widest(box)
        if number is not None:
            for half in box.halves(number):
                yield half, number

    def _widest(self, box: Box) -> int | None:
        """Return the number that is least known of those that may be halved."""
        widths = [(box.high[n] - box.low[n], n) for n in self.figure.splits]
        known = [(width, n) for width, n in widths if width < math.inf]
        if not known:
            return None
        width, number = max(known)
        return number if width > _STALLED * self.unit else None
