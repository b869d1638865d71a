"""A finished picture as the audits of doubt see it: who names what, which leader ties whom, where lines run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final

from ...dsl.scene import XY, Anchor, Marker, Path, Scene, TextItem
from ...dsl.theme import theme_named
from ..place.geometry import NAMEABLE, in_paint_order, subpaths
from ..place.tone import luminance
from .painted import Painted, near, nearest

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NO_FEATURE: Final = frozenset(
    {"hatch", "leader", "grid", "tick", "axis", "icon", "halo", "rule", "frame", "bullet"}
)
"""Roles of ink that no text or leader names."""


@dataclass(frozen=True)
class Leader:
    """A line that ties a text to what it names; its tip is the end away from the text."""

    painted: Painted
    text: Painted
    tip: XY


class Pieces:
    """Pieces of lines, found by their place."""

    def __init__(self, lines: Sequence[tuple[Painted, list[XY]]]) -> None:
        import shapely

        self.owners = [one for one, _ in lines]
        self.shapes = [shapely.LineString(points) for _, points in lines]
        self._tree = shapely.STRtree(self.shapes)

    def near(self, shape: BaseGeometry, distance: float) -> Iterator[tuple[Painted, BaseGeometry]]:
        """Yield the pieces within a distance of a shape, with the lines that they are of, in paint order."""
        found = self._tree.query(shape, predicate="dwithin", distance=distance)
        yield from ((self.owners[at], self.shapes[at]) for at in sorted(found.tolist()))


def _pieces(one: Painted) -> Iterator[list[XY]]:
    assert isinstance(one.leaf, Path)
    for line in subpaths(one.leaf):
        if len(line) < 2:
            continue
        if "C" in one.leaf.codes:
            yield line
        else:
            yield from ([a, b] for a, b in pairwise(line))


@dataclass(frozen=True)
class Page:
    """What is painted, in its order, sorted into texts and ink."""

    scene: Scene

    @cached_property
    def painted(self) -> tuple[Painted, ...]:
        """Every primitive."""
        return tuple(Painted(order, leaf) for order, leaf in enumerate(in_paint_order(self.scene.items)))

    @cached_property
    def texts(self) -> tuple[Painted, ...]:
        """The texts that show something."""
        return tuple(one for one in self.painted if isinstance(one.leaf, TextItem) and one.leaf.runs)

    @cached_property
    def ink(self) -> tuple[Painted, ...]:
        """All that is no text."""
        return tuple(one for one in self.painted if not isinstance(one.leaf, TextItem))

    @cached_property
    def markers(self) -> tuple[Painted, ...]:
        """The dots of points, without those that end a leader."""
        return tuple(one for one in self.ink if isinstance(one.leaf, Marker) and one.leaf.role != "leader")

    @cached_property
    def strokes(self) -> tuple[Painted, ...]:
        """The lines that draw something."""
        return tuple(
            one for one in self.ink
            if isinstance(one.leaf, Path) and one.leaf.stroke and one.leaf.role not in NO_FEATURE and entity_of(one)
        )  # fmt: skip

    @cached_property
    def features(self) -> tuple[Painted, ...]:
        """The ink that a text can name."""
        return tuple(one for one in self.ink if one.leaf.role not in NO_FEATURE and entity_of(one))

    @cached_property
    def pieces(self) -> Pieces:
        """The straight pieces and the curves of those lines that carry texts of their own."""
        lines = [(one, piece) for one in self.strokes if one.leaf.role in NAMEABLE for piece in _pieces(one)]
        return Pieces(lines)

    @cached_property
    def leaders(self) -> tuple[Leader, ...]:
        """The leaders, each with the text at one of its ends."""
        return tuple(
            leader for one in self.ink
            if isinstance(one.leaf, Path) and one.leaf.role == "leader" and (leader := self._leader(one, one.leaf))
        )  # fmt: skip

    @cached_property
    def led(self) -> frozenset[int]:
        """The texts that a leader ties to what they name, by their order."""
        return frozenset(leader.text.order for leader in self.leaders)

    def _leader(self, one: Painted, path: Path) -> Leader | None:
        """Return a leader with its text: of the same statement if there is one, else the nearest to an end."""
        if not path.points:
            return None
        alike = [text for text in self.texts if text.leaf.origin == one.leaf.origin] or self.texts
        ends = (path.points[0], path.points[-1])
        (away, text), (other_away, other) = (nearest(alike, end) for end in ends)
        if text is None or other is None:
            return None
        if (other_away, other.order) < (away, text.order):
            return Leader(one, other, ends[0])
        return Leader(one, text, ends[1])

    def luminance(self, color: str) -> float:
        """Return the relative luminance of a colour in the picture's theme."""
        return luminance(theme_named(self.scene.theme).hex(color))

    def own(self, text: Painted) -> Iterator[Painted]:
        """Yield the ink of what a text names: of the thing, with its pictogram, or of the text's own statement."""
        thing, origin = named_by(text), text.leaf.origin
        icons = (one for one in self.texts if one.leaf.role == "icon")
        for one in (*self.features, *icons):
            if one.leaf.origin == origin or (thing and entity_of(one) == thing):
                yield one


def entity_of(one: Painted) -> str:
    """Return the thing that a primitive draws."""
    return one.leaf.origin.entity if one.leaf.origin else ""


def anchor_of(text: Painted) -> Anchor | None:
    """Return what a text is recorded to name."""
    return text.leaf.anchor if isinstance(text.leaf, TextItem) else None


def named_by(text: Painted) -> str:
    """Return the thing that a text names."""
    anchor = anchor_of(text)
    return anchor.entity if anchor and anchor.entity else entity_of(text)


def course_of(anchor: Anchor) -> BaseGeometry:
    """Return the shape of what is named: a point, a line, an arc, an area."""
    import shapely

    points = anchor.points
    if anchor.sort == "spot" or len(points) < 2:
        return shapely.Point(points[0])
    if anchor.sort == "area" and len(points) > 2:
        return shapely.make_valid(shapely.Polygon(points))
    return shapely.LineString(points[1:] if anchor.sort == "opening" else points)


def white(text: Painted, painted: Iterable[Painted], within: float = inf) -> float:
    """Return how much white is between a text and the nearest of some ink, looked for within a distance."""
    for one in painted:
        if near(text.box, one.box, within):
            within = min(within, one.gap(text.text))
    return within
