"""At what scale each panel of a picture is drawn: smaller where many stand side by side, the same for the same lengths."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Final, TypeAlias

from ..model import Panel
from ..pose.frame import Frame, frame_of

SMALLEST: Final = 0.625
"""The least share of its usual size that a panel is drawn at: 40 of 64 mm."""

PAIR: Final = 0.7
"""The share of two panels: with their labels they stand side by side in a page's column."""

FARTHEST_APART: Final = 0.4
"""States of one scene whose scales differ by more are drawn each at its own."""


def shares(panels: Sequence[Panel]) -> tuple[float, ...]:
    """Return for each panel by what factor its stated lengths are drawn smaller than they would be alone.

    Panels that state the same lengths are states of one scene, and have one scale.
    """
    if len(panels) < 2:
        return (1.0,) * len(panels)
    room = usual_share(len(panels))
    scenes = [(panel, frame_of(panel)) for panel in panels]
    return tuple(room * min(_ratio(other, scene) for other in scenes) for scene in scenes)


def usual_share(count: int) -> float:
    """Return the share of its usual size that each of several panels side by side is drawn at.

    >>> [round(usual_share(n), 2) for n in (1, 2, 3, 9)]
    [1.0, 0.7, 0.62, 0.62]
    """
    return max(SMALLEST, (PAIR if count == 2 else 1 / sqrt(count)) if count > 1 else 1.0)


def together(panels: Sequence[Panel], factors: Sequence[float]) -> tuple[float, ...]:
    """Return by what factors panels are drawn smaller, so that those with one scale keep it."""
    if all(factor == 1.0 for factor in factors):
        return tuple(factors)
    scenes = [(panel, frame_of(panel)) for panel in panels]
    return tuple(
        min(factor for other, factor in zip(scenes, factors) if other is own or _is_alike(other, own))
        for own in scenes
    )


Scene: TypeAlias = tuple[Panel, Frame]


def _ratio(other: Scene, own: Scene) -> float:
    """Return how much smaller a panel must be to have another's scale; 1 where they have nothing in common."""
    return min(other[1].per_unit / own[1].per_unit, 1.0) if _is_alike(other, own) else 1.0


def _is_alike(other: Scene, own: Scene) -> bool:
    """Whether two panels are states of one scene, whose lengths are compared."""
    there, here = other[1], own[1]
    if there.schematic or here.schematic or there.stretch != here.stretch or there.bare != here.bare:
        return False
    if not (there.lengths and here.lengths):
        return False
    near = there.per_unit / here.per_unit > FARTHEST_APART
    return bool(set(there.lengths) & set(here.lengths)) or (near and same_things(other[0], own[0]))


def same_things(one: Panel, other: Panel) -> bool:
    """Whether at least half of the things of a panel bear the names that another has."""
    common = set(one.entities) & set(other.entities)
    return 2 * len(common) >= max(len(one.entities), len(other.entities))
