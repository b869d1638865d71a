"""The pen with which kinds and verbs draw: it makes primitives and asks for texts.

A pen draws one solved panel, in millimetres. Colours are palette names; what a style leaves open, the
pen decides, so that all kinds look alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ...dsl.scene import Fill, Item, Marker, Origin, Path, Rect, Stroke
from ...dsl.theme import DASHES, WIDTH
from ..model import Entity, Relation, Style
from ..shapes import XY, Shape, heading, polar
from ..space.camera import XYZ
from ..targets import Target
from ..typeset.text import SetText
from ..values import Measure, Standing, Value
from .arrows import Arrow, Sense, Tip, draw_arrow_along, draw_sense_on, reach_of_mark, settled
from .clearance import crossings
from .courses import course_of
from .covering import uncovered
from .dimensions import OFFSET, with_merged_extensions
from .mitres import joined
from .outlines import center_of
from .paths import EMPTY, Outline, flattened, polyline, spline
from .solution import Solution
from .wedges import Wedges

WIDTHS = {"": WIDTH.line, "thin": WIDTH.thin, "thick": WIDTH.thick}
SHADE = "faint"
OVER_THINGS = 10
"""The order in which the ink of statements is painted: over things, under points and texts."""
PLAIN_FILLS = frozenset(
    {"shade", "faint", "white", "paper", "black", "ink", "gray", "grey", "lightgray", "lightgrey"}
)
TINT = 0.5
"""Opacity of coloured areas: the colour is plain to see, and a text inside can be read."""


@dataclass(frozen=True)
class TextRequest:
    """A text to be set and placed, before any font is loaded."""

    id: str
    text: str
    target: Target
    role: str = "label"
    origin: Origin | None = None
    owner: str = ""
    color: str = "ink"
    bold: bool = False
    width: float | None = None
    may_lead: bool = True


@dataclass
class Canvas:
    """What one panel's drawing came to: ink, and the texts that it needs."""

    items: list[Item] = field(default_factory=list)
    texts: list[TextRequest] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Remarks for the sheet: `not to scale`."""
    legend: list[tuple[str, Style]] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    senses: list[Sense] = field(default_factory=list)
    """Arrows and arrowheads on lines, which give way to what is drawn after them."""


Said: TypeAlias = tuple[Origin | None, Style, int]
"""To what ink is attributed, its style, and its place in the order of painting."""


class Pen:
    """Draws for one entity or relation at a time (`about`), onto one canvas."""

    def __init__(self, solution: Solution) -> None:
        self.solution = solution
        self.canvas = Canvas()
        self.view: Rect = solution.view
        self.waiting: list[tuple[Entity, Callable[[], None]]] = []
        """Drawings that go around others, and so come after all things are drawn."""
        self._last: list[tuple[float, Said, Callable[[], None]]] = []
        self._origin: Origin | None = None
        self._style = Style()
        self._z = 0
        self._front = max((0, *(e.style.lift for e in solution.panel.entities.values())))
        """How far things are drawn to the front: what is said of things is drawn over all of them."""
        self._count = 0
        self.wedges = Wedges()
        self._bearings: dict[XY, list[float]] = {}
        self.edges_in_space: list[tuple[XYZ, XYZ, Stroke, str]] = []
        """The straight pieces drawn in space, with the ids of their ink: none is drawn twice."""
        self.squares: set[frozenset[XY]] = set()
        """The corners of the right-angle squares drawn in space: none is drawn twice."""

    @contextmanager
    def about(self, said: Entity | Relation) -> Iterator[None]:
        """Attribute what is drawn inside to a thing or statement."""
        before = (self._origin, self._style, self._z)
        entity = said if isinstance(said, Entity) else None
        self._origin = Origin(entity=entity.name if entity else said.verb.name, span=said.span)  # type: ignore[union-attr]
        self._style = said.style
        self._z = entity.kind.z + entity.style.lift if entity else OVER_THINGS + self._front
        yield
        self._origin, self._style, self._z = before

    # What is known

    def shape(self, value: Value) -> Shape[float]:
        """Return the solved shape of a value."""
        return self.solution.shape(value)

    def shape_of(self, name: str) -> Shape[float]:
        """Return the solved shape of an entity."""
        return self.solution.shape_of(name)

    def entity(self, value: Value | None) -> Entity | None:
        """Return the entity that a value refers to, if it is one."""
        return self.solution.entity(value)

    def words(self, value: Value | None) -> str:
        """Return what a value prints; nothing for what is hidden or has no text."""
        return self.solution.words(value)

    def words_of(self, relation: Relation) -> str:
        """Return what a relation prints: its value, given or derived."""
        return self.solution.words(relation.value("value"), relation)

    def printed(self, entity: Entity, slot: str) -> str:
        """Return what the value of a slot prints by itself; nothing for bare numbers, nor for what its label says."""
        value = entity.value(slot)
        if not isinstance(value, Measure) or not value.prints:
            return ""
        if value.standing is Standing.DERIVED:
            return self.solution.computed_of(entity, slot)
        words = self.words(value)
        return "" if self._labelled(entity, words) else words

    def _labelled(self, entity: Entity, words: str) -> bool:
        """Whether a label of a thing says the words already: `65 ft`, but not `5 ft`, in “ladder, 65 ft”."""
        said = re.compile(rf"(?<![\w.]){re.escape(_close(words))}(?!\w)")
        return any(said.search(_close(text)) for text in self.solution.relabelled.get(entity.name, ()))

    def texts(self, entity: Entity) -> list[str]:
        """Return what a thing prints besides its slots: its texts, and values that no slot took."""
        return [t.text for t in entity.texts] + [self.words(v) for _, v in entity.extra if v.prints]

    def center(self, shape: Shape[float]) -> XY | None:
        """Return the place of a shape when one is wanted."""
        return center_of(shape)

    def facing_side(self, a: XY, b: XY) -> int:
        """Return the side of a line that faces away from the middle of the drawing (+1 left, -1 right)."""
        x, y = self.solution.middle
        across = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
        return -1 if across > 1e-6 else 1 if across < -1e-6 else self.default_side(a, b)

    def outer_side(self, a: XY, b: XY) -> int:
        """Return the side of a line on which less is drawn, the one away from the middle if both are alike."""
        side = self.facing_side(a, b)
        return min((side, -side), key=lambda s: crossings(self.canvas.items, _beside(a, b, s)))

    def default_side(self, a: XY, b: XY) -> int:
        """Return the side below a flat line or right of a steep one."""
        flat = abs(b[0] - a[0]) >= abs(b[1] - a[1])
        return (-1 if b[0] > a[0] else 1) if flat else (-1 if b[1] > a[1] else 1)

    def mark_at(self, spot: XY) -> float:
        """Return the radius of the marker that is drawn at a spot, 0 if there is none."""
        return reach_of_mark(spot, [item for item in self.canvas.items if isinstance(item, Marker)])

    @property
    def all_bearings(self) -> frozenset[float]:
        """The directions in use at any centre."""
        return frozenset(bearing for held in self._bearings.values() for bearing in held)

    def bearings(self, center: XY) -> list[float]:
        """Return the directions (degrees) in which radius lines have been drawn from a centre."""
        return self._bearings.setdefault((round(center[0], 3), round(center[1], 3)), [])

    def owner_of(self, value: Value) -> str:
        """Return the name of the entity that a value refers to, whose ink its text may touch."""
        entity = self.entity(value)
        return entity.name if entity else ""

    def relabelled(self, name: str) -> bool:
        """Whether a label replaces the name that a thing would print."""
        return name in self.solution.relabelled

    # Ink

    def id(self, role: str) -> str:
        """Return a new id, the same in every run."""
        self._count += 1
        name = self._origin.entity if self._origin else ""
        return f"{name}/{role}{self._count}"

    def stroke(self, *, color: str = "", width: float | None = None, dash: str | None = None) -> Stroke:
        """Return the stroke of the current style."""
        style = self._style
        pattern = DASHES.get(style.dash if dash is None or style.dash else dash, ())
        return Stroke(
            color=style.color or color or "ink",
            width=WIDTHS.get(style.weight, WIDTH.line) if style.weight or width is None else width,
            dash=pattern,
            cap="round" if "dot" in style.dash else "butt" if pattern else "round",
        )

    def fill(self, default: str = "") -> Fill | None:
        """Return the fill of the current style, or the default one."""
        color = self._style.fill or default
        if color in ("", "none"):
            return None
        tint = 1.0 if color in PLAIN_FILLS else TINT
        opacity = self._style.opacity if self._style.opacity is not None else tint
        return Fill(color=SHADE if color == "shade" else color, opacity=opacity)

    def path(
        self,
        outline: Outline,
        *,
        role: str = "edge",
        stroke: Stroke | None = None,
        fill: Fill | None = None,
        z: int = 0,
    ) -> str:
        """Draw an outline; return its id. What is straight between places in space is drawn as it is seen there."""
        if stroke is not None and fill is None and self.solution.poser.frame.camera is not None:
            from .in_space import IN_SPACE, draw_straight_pieces

            places = self.solution.places_of(outline) if role in IN_SPACE else None
            if places is not None and not self._style.hidden:
                return draw_straight_pieces(self, places, stroke=stroke, role=role)
        return self.ink(outline, role=role, stroke=stroke, fill=fill, z=z)

    def ink(
        self,
        outline: Outline,
        *,
        role: str = "edge",
        stroke: Stroke | None = None,
        fill: Fill | None = None,
        z: int = 0,
    ) -> str:
        """Draw an outline just so, in the plane of the picture; return its id."""
        if outline == EMPTY or self._style.hidden:
            return ""
        id = self.id(role)
        item = Path(
            id=id, role=role, z=self._z + z, origin=self._origin, codes=outline.codes, points=outline.points,
            stroke=joined(stroke, outline) if stroke else None, fill=fill,
        )  # fmt: skip
        self.canvas.items.append(item)
        return id

    def line(
        self, points: Sequence[XY], *, role: str = "edge", stroke: Stroke | None = None, z: int = 0
    ) -> str:
        """Draw a polyline in the current style."""
        return self.path(polyline(points), role=role, stroke=stroke or self.stroke(), z=z)

    def area(self, outline: Outline, *, fill: str = "", edge: bool = True) -> str:
        """Draw a closed outline, with its fill and hatching beneath its edge."""
        self.fill_area(outline, fill=fill)
        return self.path(outline, stroke=self.stroke()) if edge else ""

    def fill_area(self, outline: Outline, *, fill: str = "") -> None:
        """Fill and hatch an outline without its edge."""
        painted = self.fill(fill)
        if painted is not None:
            self.path(outline, role="fill", fill=painted, z=-5)
        if self._style.hatch:
            self.hatch(outline)

    def hatch(self, outline: Outline, *, pattern: str = "") -> None:
        """Hatch an outline with thin lines, clipped exactly to it."""
        from .hatching import hatch_lines

        lines = hatch_lines(flattened(outline), pattern or self._style.hatch)
        self.path(
            lines, role="hatch", stroke=Stroke(color=self._style.color or "ink", width=WIDTH.hatch), z=-4
        )

    def way(
        self, points: Sequence[XY], *, smooth: bool = False, role: str = "link", stroke: Stroke | None = None
    ) -> str:
        """Draw a line through points, or a smooth curve through them."""
        return self.path(
            spline(points) if smooth else polyline(points), role=role, stroke=stroke or self.stroke()
        )

    def arrow(
        self, points: Sequence[XY], *, both: bool = False, role: str = "arrow", stroke: Stroke | None = None,
        smooth: bool = False,
    ) -> str:  # fmt: skip
        """Draw a polyline with an arrowhead whose tip is its last point (and its first, if `both`)."""
        stroke = stroke or self.stroke()
        places = [place for spot in points if (place := self.solution.place_at(spot)) is not None]
        if len(places) == len(points) and not smooth:
            from .in_space import draw_arrow

            return draw_arrow(self, places, both=both, stroke=stroke, role=role)
        return draw_arrow_along(
            self, spline(points) if smooth else polyline(points), both=both, role=role, stroke=stroke
        )

    def head(self, tip: Tip, *, color: str = "") -> str:
        """Draw an arrowhead, in the colour of the current style unless told."""
        color = color or self.stroke().color
        return self.path(tip.outline, role="arrowhead", fill=Fill(color=color), z=1)

    def sense(self, points: Sequence[XY], share: float, *, backward: bool = False) -> None:
        """Draw an arrowhead on a line that is drawn, about a share of its length, where there is room."""
        draw_sense_on(self, course_of(polyline(points)), share, backward=backward)

    def dot(self, at: XY, *, size: float = 1.3, shape: str = "dot", color: str = "") -> None:
        """Draw a marker."""
        if self._style.hidden:
            return
        color = self._style.color or color or "ink"
        marker = Marker(
            id=self.id("dot"),
            role="marker",
            z=self._z + 20,
            origin=self._origin,
            at=at,
            size=size,
            color=color,
        )
        self.canvas.items.append(marker.model_copy(update={"shape": shape}))

    # Text

    def label(
        self,
        text: str,
        target: Target,
        *,
        role: str = "label",
        owner: str = "",
        width: float | None = None,
        bold: bool = False,
        may_lead: bool = True,
    ) -> None:
        """Ask for a text beside or inside something."""
        if not text:
            return
        color = self._style.color if role == "label" and self._style.color else "ink"
        self.canvas.texts.append(
            TextRequest(self.id(role), text, target, role, self._origin, owner, color, bold, width, may_lead)
        )

    def later(self, entity: Entity, draw: Callable[[], None]) -> None:
        """Draw something of a thing after all other things are drawn, so that it can go around them."""
        self.waiting.append((entity, draw))

    def last(self, order: float, draw: Callable[[], None]) -> None:
        """Draw something in the present style after all else, in rising order: what gives way to everything."""
        self._last.append((order, (self._origin, self._style, self._z), draw))

    def finish(self) -> None:
        """Draw what was kept for last, then move arrowheads off what came after them."""
        for _, said, draw in sorted(self._last, key=lambda kept: kept[0]):
            self._origin, self._style, self._z = said
            draw()
        self.canvas.items = uncovered(with_merged_extensions(settled(self.canvas)))

    def text(self, text: SetText, at: XY, *, role: str = "label", color: str = "") -> None:
        """Draw a set text with its origin exactly at a point: what is part of a thing, such as a table's cells."""
        if self._style.hidden or not text.source.strip():
            return
        item = text.item(
            self.id(role),
            at,
            role=role,
            z=50 + self._style.lift,
            color=color or self._style.color or "ink",
            origin=self._origin,
        )
        self.canvas.items.append(item)

    def note(self, text: str) -> None:
        """Add a remark to the sheet, once."""
        if text not in self.canvas.notes:
            self.canvas.notes.append(text)

    @contextmanager
    def styled(self, style: Style) -> Iterator[None]:
        """Draw in another style for a while."""
        before = self._style
        self._style = style
        yield
        self._style = before

    @contextmanager
    def thin(self) -> Iterator[None]:
        """Draw auxiliary lines: thin, whatever the style says."""
        with self.styled(replace(self._style, weight="thin", dash="", fill="", hatch="")):
            yield


def _beside(a: XY, b: XY, side: int) -> list[tuple[XY, XY]]:
    """Return the lines of a dimension on one side: the line itself and its extension lines."""
    across = heading(a, b) + 90 * side
    p, q = polar(a, OFFSET, across), polar(b, OFFSET, across)
    return [(p, q), (polar(a, 0.5, across), p), (polar(b, 0.5, across), q)]


def _close(text: str) -> str:
    """Return a text without what only sets it: its spaces and dollar signs."""
    return "".join(text.split()).replace("$", "")
