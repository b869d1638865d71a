"""How high the scenes of a row stand: on one axis or one ground, hanging from one top, or about one middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from ...dsl.scene import Path, TextItem
from ..place.geometry import bounds, in_paint_order
from .pieces import Piece

Footing = Literal["ground", "top", "middle"]
SLIM: Final = 0.35
"""Share of the highest scene's height."""
LEVEL: Final = 1e-6
"""Millimetres by which the ends of a level line differ."""


def levels(scenes: Sequence[Piece], footing: Footing) -> tuple[tuple[float, ...], float]:
    """Return how far each scene is lifted above the foot of its row, and how high the row is.

    Scenes that all have a level axis share it: a reader compares them along it. A number line is too slim to be
    compared with a graph.
    """
    highest = max((scene.height for scene in scenes), default=0.0)
    axes = [axis for scene in scenes if (axis := axis_of(scene)) is not None]
    if len(axes) == len(scenes) and all(scene.height >= SLIM * highest for scene in scenes):
        return _along(axes, scenes)
    if footing == "ground":
        return _along([ground_of(scene) for scene in scenes], scenes)
    share = 1.0 if footing == "top" else 0.5
    return tuple(share * (highest - scene.height) for scene in scenes), highest


def _along(depths: Sequence[float], scenes: Sequence[Piece]) -> tuple[tuple[float, ...], float]:
    """Return the lifts that bring a level of each scene, so deep in it, to one height."""
    deepest = max(depths, default=0.0)
    lifts = tuple(deepest - depth for depth in depths)
    return lifts, max((lift + scene.height for lift, scene in zip(lifts, scenes)), default=0.0)


def axis_of(scene: Piece) -> float | None:
    """Return how high above its lower edge a scene has its level axis, if it has exactly one."""
    heights = {round(y, 6) for y in _level_axes(scene)}
    return heights.pop() - scene.box[1] if len(heights) == 1 else None


def _level_axes(scene: Piece) -> Iterator[float]:
    for leaf in in_paint_order(scene.items):
        if isinstance(leaf, Path) and leaf.role == "axis":
            heights = [y for _, y in leaf.points]
            if max(heights) - min(heights) < LEVEL:
                yield heights[0]


def ground_of(scene: Piece) -> float:
    """Return how high above its lower edge a scene has its ground: the lowest ink, whatever is written below it."""
    ink = [leaf for leaf in in_paint_order(scene.items) if not isinstance(leaf, TextItem)]
    return bounds(ink)[1] - scene.box[1] if ink else 0.0
