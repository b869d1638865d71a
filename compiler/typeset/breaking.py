"""Where lines end: the fewest lines, as even as can be, no end after an article and no word alone on a line.

Source: Knuth and Plass, "Breaking Paragraphs into Lines" (1981): ends are chosen for a whole paragraph at once, by
the squares of what its lines lack. Here lines lack what they are shorter than their mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from .box import Box

LONE: Final = 60.0
"""Cost, in square ems, of a line of one short word."""
SHORT: Final = 3.0
"""Ems below which a word alone on a line is short."""


class Chunk(NamedTuple):
    """Material that stays together, and the white space that follows it unless the line ends there."""

    box: Box
    space: float
    clings: float = 0.0
    """How much it wants to stay with what follows: the cost, in square ems, of ending a line after it."""


def balanced(parts: Sequence[Chunk], width: float) -> list[list[Chunk]]:
    """Break into the fewest lines of at most `width`, as even as possible; a long chunk overflows alone."""
    if not parts:
        return [[]]
    count = _fewest(parts, width)
    if count == 1:
        return [list(parts)]
    mean = (sum(part.box.width + part.space for part in parts) - parts[-1].space) / count
    ends = _ends(parts, max(width, max(part.box.width for part in parts)), count, mean)
    return [list(parts[start:end]) for start, end in zip((0, *ends), ends)]


def _fewest(parts: Sequence[Chunk], width: float) -> int:
    """Return how many lines are needed when each takes as much as it can."""
    count, used = 1, 0.0
    for at, part in enumerate(parts):
        if at and used + part.box.width > width + 1e-9:
            count, used = count + 1, 0.0
        used += part.box.width + part.space
    return count


def _ends(parts: Sequence[Chunk], width: float, count: int, mean: float) -> tuple[int, ...]:
    """Return where each of `count` lines ends, by the least sum of costs over all of them."""
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = [{0: (0.0, ())}]
    for _ in range(count):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best[-1].items():
            for end, own in _lines_from(parts, start, width, mean):
                total = cost + own
                if end not in reached or total < reached[end][0] - 1e-9:
                    reached[end] = (total, (*ends, end))
        best.append(reached)
    return best[-1][len(parts)][1]


def _lines_from(parts: Sequence[Chunk], start: int, width: float, mean: float) -> list[tuple[int, float]]:
    """Return the lines that can begin at a chunk: where each ends and what it costs."""
    found: list[tuple[int, float]] = []
    used = 0.0
    for end in range(start + 1, len(parts) + 1):
        last = parts[end - 1]
        used += last.box.width
        if used > width + 1e-9 and end > start + 1:
            break
        alone = LONE if end == start + 1 and used < SHORT else 0.0
        clings = last.clings if end < len(parts) else 0.0
        found.append((end, (used - mean) ** 2 + alone + clings))
        used += last.space
    return found
