"""The primitives of a scene as the legibility audit sees them, and how its findings name them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import hypot, inf
from typing import TYPE_CHECKING, Final

from ...dsl.diagnostics import Code, Diagnostic, Label
from ...dsl.scene import XY, Marker, Path, Rect, TextItem
from ..place.geometry import Leaf, bounds, fill_shape, marker_shape, run_boxes, stroke_shape, subpaths

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOUCH: Final = 0.02
"""Overlap up to this depth (mm) is rounding: a quarter of a pixel at 300 dots per inch."""
MITRE: Final = 5.0
"""Half widths to which an offset curve's mitred corners reach at most (its own default limit)."""


@dataclass(frozen=True)
class Painted:
    """A primitive with its place in the order of painting and its exact outlines, made when asked for."""

    order: int
    leaf: Leaf

    @cached_property
    def box(self) -> Rect:
        """Its painted bounds."""
        return bounds([self.leaf])

    @cached_property
    def text(self) -> "BaseGeometry":
        """What a text paints, shrunk by the tolerance."""
        import shapely

        assert isinstance(self.leaf, TextItem)
        boxes = [shapely.Polygon(corners) for corners in run_boxes(self.leaf, shrunk=TOUCH)]
        return boxes[0] if len(boxes) == 1 else shapely.union_all(boxes)

    @cached_property
    def middle(self) -> "BaseGeometry":
        """The centre lines of a stroke."""
        import shapely

        return shapely.MultiLineString([line for line in subpaths(self._path) if len(line) > 1])

    def line_touches(self, shape: "BaseGeometry", within: float = 0.0) -> bool:
        """Whether the stroke, or the marker, reaches a shape, or comes within some mm of it.

        The distance from the centre line decides nearly always; the offset curve, which costs fifty times
        as much, is made for what is nearer than the furthest mitre.
        """
        if isinstance(self.leaf, Marker):
            return bool(self.line.dwithin(shape, within))
        stroke = self._path.stroke
        if stroke is None or self.middle.distance(shape) > stroke.width / 2 * MITRE + within:
            return False
        return bool(self.line.dwithin(shape, within))

    @cached_property
    def line(self) -> "BaseGeometry":
        """What a stroke or a marker paints."""
        return marker_shape(self.leaf) if isinstance(self.leaf, Marker) else stroke_shape(self._path)

    @cached_property
    def area(self) -> "BaseGeometry":
        """What a fill paints."""
        import shapely

        return fill_shape(self.leaf) if isinstance(self.leaf, Path) else shapely.Polygon()

    def distance(self, spot: XY) -> float:
        """Return how far what is painted is from a spot, in millimetres."""
        import shapely

        return self.gap(shapely.Point(spot))

    def gap(self, shape: "BaseGeometry") -> float:
        """Return how much white is between what is painted and a shape, in millimetres."""
        if isinstance(self.leaf, TextItem):
            return float(self.text.distance(shape))
        if isinstance(self.leaf, Marker):
            return float(self.line.distance(shape))
        strokes = [self._to_stroke(shape)] if self.leaf.stroke is not None else []
        fills = [float(self.area.distance(shape))] if self.leaf.fill is not None else []
        return min((*strokes, *fills), default=inf)

    def _to_stroke(self, shape: "BaseGeometry") -> float:
        """Return the white beside a stroke, measured from its middle: exact but for caps and mitres."""
        assert self._path.stroke is not None
        return max(float(self.middle.distance(shape)) - self._path.stroke.width / 2, 0.0)

    @property
    def covers(self) -> bool:
        """Whether it hides what was painted before it."""
        return isinstance(self.leaf, Path) and self.leaf.fill is not None and self.leaf.fill.opacity >= 0.98

    @property
    def _path(self) -> Path:
        assert isinstance(self.leaf, Path)
        return self.leaf


def said(leaf: Leaf) -> str:
    """Return how a message calls a primitive: a text by its words, other ink by its entity."""
    if isinstance(leaf, TextItem):
        words = " ".join(leaf.source.split())
        return f"`{words if len(words) <= 24 else words[:23] + '…'}`"
    return f"`{leaf.origin.entity}`" if leaf.origin else leaf.role


@dataclass(frozen=True)
class Fault:
    """A finding with the primitives that it is about, so that what can be repaired is found again."""

    diagnostic: Diagnostic
    leaf: Leaf
    other: Leaf | None = None


def found(code: Code, message: str, leaf: Leaf, other: Leaf | None, *hints: str) -> Fault:
    """Report a finding at the statement behind a primitive, with the other one's as a label."""
    span = leaf.origin.span if leaf.origin else None
    labels = []
    if other is not None and other.origin and other.origin.span:
        labels.append(Label(span=other.origin.span, text=f"{said(other)} is drawn here"))
    return Fault(code.found(message, span, labels=labels, hints=hints), leaf, other)


def nearest(painted: Iterable[Painted], spot: XY) -> tuple[float, Painted | None]:
    """Return what is painted nearest to a spot, the earlier of two, and how far it is.

    Exact outlines are made only of what is near enough by its bounds.
    """
    best: tuple[float, Painted | None] = (inf, None)
    for least, order, one in sorted((_least(one.box, spot), one.order, one) for one in painted):
        if least > best[0]:
            break
        away = one.distance(spot)
        if best[1] is None or (away, order) < (best[0], best[1].order):
            best = (away, one)
    return best


def _least(box: Rect, spot: XY) -> float:
    x, y = spot
    return hypot(max(box[0] - x, 0.0, x - box[2]), max(box[1] - y, 0.0, y - box[3]))


def near(one: Rect, two: Rect, margin: float = 0.0) -> bool:
    """Whether two rectangles overlap or are less than `margin` apart.

    >>> near((0, 0, 1, 1), (1.5, 0, 2, 1)), near((0, 0, 1, 1), (1.5, 0, 2, 1), 1)
    (False, True)
    """
    return (
        one[0] - margin < two[2] and two[0] - margin < one[2]
        and one[1] - margin < two[3] and two[1] - margin < one[3]
    )  # fmt: skip
