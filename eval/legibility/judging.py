"""What a placement of labels is worth, whoever made it: overlaps on pixels, distances, crossed leaders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

import numpy as np
import shapely

from ...backends.shapes import Leaf, leaves, shape
from ...dsl.scene import XY, Path, Scene, TextItem
from .layers import moved
from .overlaps import How, Overlap, overlaps
from .stress import StressScene, Wish

PIXELS_PER_MM: Final = 4.0
"""Before oversampling: a page of 150 mm at 600 pixels."""
AWAY: Final = 4.0
"""A label that begins further than this from its feature has been moved away (mm)."""
MARGIN: Final = 2.0


@dataclass(frozen=True)
class Placed:
    """All ink of a labelled scene, and the processor time that placing the labels took.

    Texts, and their leaders (paths of the role `leader`), have the label's id as their entity.
    """

    scene: Scene
    seconds: float

    @cached_property
    def _leaves(self) -> list[Leaf]:
        return list(leaves(self.scene))

    @cached_property
    def texts(self) -> dict[str, TextItem]:
        """The text of each label."""
        return {leaf.entity: leaf.item for leaf in self._leaves if isinstance(leaf.item, TextItem)}

    @cached_property
    def leaders(self) -> dict[str, tuple[XY, ...]]:
        """The leader of each label that has one."""
        return {
            leaf.entity: leaf.item.points
            for leaf in self._leaves
            if isinstance(leaf.item, Path) and leaf.item.role == "leader"
        }

    @cached_property
    def picture(self) -> Scene:
        """The scene on a page that shows all of it."""
        outlines = [points for leaf in self._leaves if len(points := shape(leaf.item).outline.points)]
        points = np.concatenate(outlines)
        left, bottom = (points.min(axis=0) - MARGIN).tolist()
        right, top = (points.max(axis=0) + MARGIN).tolist()
        items = tuple(moved(leaf.item, (-left, -bottom)) for leaf in self._leaves)
        return Scene(width=right - left, height=top - bottom, items=items)


@dataclass(frozen=True)
class Judged:
    """The measures of one placement."""

    labels: int
    text_text: int
    text_ink: int
    moved: int
    distance: float
    """Between a label and its feature, summed over all labels (mm)."""
    misread: int
    """Labels without a leader that stand nearer to another named feature of the same kind."""
    crossed: int
    """Pairs of leaders that cross."""
    seconds: float

    @property
    def overlaps(self) -> int:
        """All overlaps that are left."""
        return self.text_text + self.text_ink


def judge(scene: StressScene, placed: Placed) -> Judged:
    """Measure a placement."""
    hits = overlaps_of(placed)
    away = {wish.id: _distance(wish, placed.texts[wish.id]) for wish in scene.wishes}
    led = placed.leaders
    return Judged(
        labels=len(scene.wishes),
        text_text=sum(hit.how is How.TEXT for hit in hits),
        text_ink=sum(hit.how is not How.TEXT for hit in hits),
        moved=sum(far > AWAY for far in away.values()),
        distance=sum(away.values()),
        misread=sum(
            _is_misread(wish, placed.texts[wish.id], scene.wishes) for wish in scene.wishes if wish.id not in led
        ),
        crossed=sum(_cross(one, two) for one, two in combinations(led.values(), 2)),
        seconds=placed.seconds,
    )  # fmt: skip


def overlaps_of(placed: Placed) -> list[Overlap]:
    """Return the overlaps that are left; that a leader touches its own text is none."""
    scene = placed.picture
    found = overlaps(scene, width_px=round(PIXELS_PER_MM * scene.width))
    return [hit for hit in found if hit.other != f"{hit.entity} (leader)"]


def _distance(wish: Wish, text: TextItem) -> float:
    return float(_box(text).distance(_feature(wish)))


def _is_misread(wish: Wish, text: TextItem, wishes: Sequence[Wish]) -> bool:
    own = _distance(wish, text)
    rivals = (other for other in wishes if other.feature != wish.feature and _alike(wish, other))
    return any(_distance(other, text) < own - 1e-6 for other in rivals)


def _alike(one: Wish, two: Wish) -> bool:
    return type(one.target) is type(two.target)


def _box(text: TextItem) -> shapely.Polygon:
    left, bottom, right, top = text.extent
    x, y = text.at
    return shapely.box(x + left, y + bottom, x + right, y + top)


def _feature(wish: Wish) -> shapely.Geometry:
    return shapely.LineString(wish.feature) if len(wish.feature) > 1 else shapely.Point(wish.feature[0])


def _cross(one: Sequence[XY], two: Sequence[XY]) -> bool:
    return bool(shapely.LineString(one).crosses(shapely.LineString(two)))
