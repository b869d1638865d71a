"""The picture as positioned primitives: all that a backend sees, and all that an audit judges.

Lengths are millimetres, x to the right and y upwards from the lower left corner of the canvas;
angles are degrees, counter-clockwise; type sizes are points.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .base import Frozen
from .source import Span

MM_PER_INCH = 25.4
MM_PER_POINT = MM_PER_INCH / 72
XY: TypeAlias = tuple[float, float]
Rect: TypeAlias = tuple[float, float, float, float]
"""left, bottom, right, top"""


class Origin(Frozen):
    """The entity that a primitive draws, and the statement that asked for it."""

    entity: str
    span: Span | None = None


class Primitive(Frozen):
    """What all primitives share. `role` is a word such as `edge`, `fill`, `label`, `arrowhead`, `hatch`."""

    id: str
    role: str
    z: int = 0
    origin: Origin | None = None


class Stroke(Frozen):
    """How a line is drawn; widths and dash lengths in millimetres."""

    color: str = "ink"
    """A palette name (`ink`, `paper`, `muted`, `accent`, `blue` …) or `#rrggbb`."""
    width: float = 0.35
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "round"
    join: Literal["miter", "round", "bevel"] = "round"


class Fill(Frozen):
    """How an area is filled."""

    color: str = "ink"
    opacity: float = 1.0


class Path(Primitive):
    """An outline. One code per point: M moves, L draws a line, C is one of the three points of a
    cubic Bézier, Z closes (its point repeats the start of the subpath).
    """

    type: Literal["path"] = "path"
    codes: str
    points: tuple[XY, ...]
    stroke: Stroke | None = None
    fill: Fill | None = None


class Marker(Primitive):
    """A small sign centred on a point; `size` is its diameter."""

    type: Literal["marker"] = "marker"
    at: XY
    shape: Literal["dot", "ring", "cross", "plus", "square", "diamond"] = "dot"
    size: float = 1.2
    color: str = "ink"
    line: float = 0.35
    """Width of the lines of a sign that has any."""


class Run(Frozen):
    """Characters in one font on one base line; `x`, `y` in millimetres from the text's origin."""

    text: str
    font: str
    """A font key of the typesetter: `roman`, `italic`, `bold`, `cjk`, `icon`, `math:…`."""
    size: float
    x: float
    y: float


class Anchor(Frozen):
    """What a text names, so that whether it stands with it can be judged from the picture alone.

    `spot`: a point; `course`: a polyline; `opening`: an angle, as its vertex and its arc; `area`: an outline.
    """

    sort: Literal["spot", "course", "opening", "area"]
    points: tuple[XY, ...]
    entity: str = ""
    """The thing that is named, where the text's own statement only names it."""

    def moved(self, dx: float, dy: float) -> "Anchor":
        """Return this anchor shifted by (dx, dy) millimetres."""
        return self.model_copy(update={"points": tuple((x + dx, y + dy) for x, y in self.points)})

    def magnified(self, factor: float) -> "Anchor":
        """Return this anchor with all its lengths multiplied."""
        return self.model_copy(update={"points": tuple((factor * x, factor * y) for x, y in self.points)})


class TextItem(Primitive):
    """Text, already set: `runs` and `rules` (fraction bars, rules: filled rectangles) are exact.

    The origin `at` is the left end of the base line before rotation; `extent` is the ink box
    (left, bottom, right, top) relative to it, unrotated.
    """

    type: Literal["text"] = "text"
    at: XY
    source: str
    """The text as its author wrote it, for alt text, search and backends that set type themselves."""
    runs: tuple[Run, ...]
    rules: tuple[Rect, ...] = ()
    extent: Rect
    rotation: float = 0.0
    color: str = "ink"
    anchor: Anchor | None = None
    """What it names; nothing for what stands at a place of its own, such as a heading."""


class Group(Primitive):
    """Primitives that belong together, drawn in order."""

    type: Literal["group"] = "group"
    items: tuple["Item", ...]


Item: TypeAlias = Annotated[Path | Marker | TextItem | Group, Field(discriminator="type")]


class Scene(Frozen):
    """A finished picture of `width` by `height` millimetres; items are drawn by `z`, then in order."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str = ""
    alt: str = ""
    background: str = "paper"
    theme: str = "textbook"
    """The look that it was composed for, by name."""
