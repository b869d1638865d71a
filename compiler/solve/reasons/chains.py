"""Lengths around a ring of points of which one is longer than all others together, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .core import Core, Spot, Stated, listed, short, spots_of

_RADIUS = ("on_circle",)


@dataclass(frozen=True)
class Side:
    """A length between two points, stated as such or as a radius."""

    ends: tuple[Spot, Spot]
    stated: Stated
    is_radius: bool


def open_chain(core: Core) -> str | None:
    """Explain lengths that cannot close."""
    sides = _sides(core)
    longest = _longest(sides)
    if longest is None:
        return None
    if len(sides) == 3 and sum(side.is_radius for side in sides) == 2 and not longest.is_radius:
        return _chord(longest, next(side for side in sides if side.is_radius))
    if any(side.is_radius for side in sides):
        return None
    numbers = _in_one_unit(sides)
    words = [short(number, 6) for number in numbers]
    at = sides.index(longest)
    rest = " + ".join(word for other, word in enumerate(words) if other != at)
    return f"sides {listed(words)} cannot close: {rest} < {words[at]}"


def closing_range(core: Core, stated: Stated) -> tuple[float, float] | None:
    """Return between which values a side closes the chain of the others."""
    sides = _sides(core)
    own = next((side for side in sides if side.stated == stated), None)
    if own is None or own.is_radius or _longest(sides) is None:
        return None
    others = [side.stated.value for side in sides if side is not own]
    return max(0.0, 2 * max(others) - sum(others)), sum(others)


def _sides(core: Core) -> list[Side]:
    """Return the sides of a ring; nothing if the statements are more or less than that."""
    sides = []
    for constraint in core.equations:
        if constraint.kernel not in ("distance", *_RADIUS):
            return []
        stated = core.of_slot(constraint.slots[4])
        if stated is None:
            return []
        one, other = spots_of(constraint)
        sides.append(Side((one, other), stated, constraint.kernel in _RADIUS))
    return sides if len(sides) > 2 and _is_ring(sides) else []


def _longest(sides: Sequence[Side]) -> Side | None:
    """Return the side that is longer than all others together."""
    if not sides:
        return None
    longest = max(sides, key=lambda side: side.stated.value)
    return longest if 2 * longest.stated.value > sum(side.stated.value for side in sides) else None


def _is_ring(sides: Sequence[Side]) -> bool:
    """Tell whether sides form one closed walk that visits each of its points once."""
    around: dict[Spot, list[Spot]] = {}
    for side in sides:
        a, b = side.ends
        around.setdefault(a, []).append(b)
        around.setdefault(b, []).append(a)
    if any(len(set(near)) != 2 or len(near) != 2 for near in around.values()):
        return False
    start = sides[0].ends[0]
    seen, at = {start}, around[start][0]
    while at not in seen:
        seen.add(at)
        at = next((near for near in around[at] if near not in seen), start)
    return len(seen) == len(around)


def _chord(chord: Side, radius: Side) -> str:
    across = radius.stated.said(2 * radius.stated.value)
    return (
        f"a chord of {chord.stated.words} does not fit a circle of radius {radius.stated.words}: "
        f"its diameter is {across}"
    )


def _in_one_unit(sides: Sequence[Side]) -> list[float]:
    """Return the lengths as the author wrote them if all are in one unit, else in that of the first."""
    first = sides[0].stated
    return [first.number * side.stated.value / first.value for side in sides]
