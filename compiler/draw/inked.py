"""Drawings in ink alone: line styles, hatchings and markers say what colours and greys said.

What is grey stands back: its lines become thin, its faint shading is left out. The same colour has the same
sign in all panels of a picture and in its legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...dsl.scene import Fill, Group, Item, Marker, Path, Stroke, TextItem
from ...dsl.theme import DASHES, TEXTBOOK, WIDTH
from ..model import Style
from ..shapes import XY
from .hatching import area_of, hatch_lines
from .paths import EMPTY, Outline, flattened
from .pen import Canvas

PLAIN = frozenset({"", "ink", "black", "paper", "white", "none"})
GREYS = frozenset({"muted", "faint", "shade", "gray", "grey", "lightgray", "lightgrey", "darkgray", "silver"})
LIGHT_GREYS = frozenset({"faint", "shade", "lightgray", "lightgrey", "silver"})
SOLID_BLACK = frozenset({"ink", "black"})
SUBJECTS = frozenset({"edge", "curve", "arrow", "link", "field"})
"""Roles of lines that a dash may mark; dimensions, radii and the like look alike everywhere."""
NO_AREA = frozenset({"arrowhead", "halo"})
LINES = ("", "dashed", "longdash", "dashdot", "dotted", "dashdotdot")
AREAS = ("back", "dots", "cross", "horizontal", "vertical", "lines")
MARKS = ("dot", "ring", "square", "diamond", "plus", "cross")
THICK = 0.5
"""A line as wide as this (mm) is told apart from others by its width."""
LEAST_AREA = 14.0
"""Square millimetres below which an area is black or white: hatching would not show."""
ALONG = 0.1
"""Millimetres between lines that run along each other."""
DARK = 0.4
"""Lightness, of 1, below which a small coloured area is black."""


@dataclass
class Signs:
    """Which dash, hatching and marker stands for which colour, given out in the order of drawing."""

    lines: dict[tuple[bool, bool, str, str], str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    taken: set[tuple[bool, bool, str]] = field(default_factory=set)
    """Dashes in use: of arrows or other lines, thick or thin."""

    def dash(self, stroke: Stroke, role: str) -> str:
        """Return the name of the dash that stands for a coloured stroke's colour."""
        sort = (role.startswith("arrow"), stroke.width >= THICK)
        own = pattern_of(stroke)
        key = (*sort, stroke.color, own)
        if key not in self.lines:
            free = (name for name in (own, *LINES) if (*sort, name) not in self.taken)
            self.lines[key] = next(free, own)
            self.taken.add((*sort, self.lines[key]))
        return self.lines[key]

    def pattern(self, color: str) -> str:
        """Return the hatching that stands for the colour of an area."""
        if color in LIGHT_GREYS:
            return "lines"
        tone = "gray" if color in GREYS else color
        if tone not in self.areas:
            wished = ("cross", *AREAS) if tone == "gray" else AREAS
            free = (name for name in wished if name not in self.areas.values())
            self.areas[tone] = next(free, AREAS[len(self.areas) % len(AREAS)])
        return self.areas[tone]

    def mark(self, marker: Marker) -> str:
        """Return the shape of a marker in a colour."""
        if marker.color in PLAIN or marker.color in GREYS:
            return marker.shape
        key = (marker.shape, marker.color)
        if key not in self.marks:
            free = (shape for shape in MARKS if shape != marker.shape and shape not in self.marks.values())
            self.marks[key] = next(free, marker.shape)
        return self.marks[key]


def pattern_of(stroke: Stroke) -> str:
    """Return the name of a stroke's dash, which may have been fitted to the length of its line."""
    if not stroke.dash:
        return ""
    named = [name for name, dash in DASHES.items() if len(dash) == len(stroke.dash)]
    return min(named, key=lambda name: abs(DASHES[name][0] - stroke.dash[0]), default="dashed")


def in_ink(canvases: Sequence[Canvas]) -> list[Canvas]:
    """Return the drawings of a picture without colours and greys."""
    signs = Signs()
    for path in (item for canvas in canvases for item in leaves(canvas.items) if isinstance(item, Path)):
        if path.role in SUBJECTS and path.stroke is not None and path.stroke.color in PLAIN:
            signs.taken.add(
                (path.role.startswith("arrow"), path.stroke.width >= THICK, pattern_of(path.stroke))
            )
    return [_inked(canvas, signs) for canvas in canvases]


def leaves(items: Iterable[Item]) -> Iterator[Path | Marker | TextItem]:
    """Yield the primitives of a drawing, those in groups too."""
    for item in items:
        if isinstance(item, Group):
            yield from leaves(item.items)
        else:
            yield item


def _inked(canvas: Canvas, signs: Signs) -> Canvas:
    painter = _Painter(canvas, signs)
    items = [new for item in canvas.items for new in painter.item(item)]
    texts = [replace(text, color="ink") for text in canvas.texts]
    legend = [(meaning, _style(style, signs)) for meaning, style in canvas.legend]
    return Canvas(items, texts, canvas.notes, legend)


class _Painter:
    """Repaints the primitives of one drawing."""

    def __init__(self, canvas: Canvas, signs: Signs) -> None:
        self.signs = signs
        found = list(leaves(canvas.items))
        self.hatched = {i.origin.entity for i in found if i.role == "hatch" and i.origin}
        self.texts = [item for item in found if isinstance(item, TextItem)]
        self.solid = [
            item for item in found
            if isinstance(item, Path) and item.stroke is not None and item.stroke.color in PLAIN and not item.stroke.dash
        ]  # fmt: skip

    def item(self, item: Item) -> Iterator[Item]:
        match item:
            case Group():
                yield item.model_copy(
                    update={"items": tuple(new for child in item.items for new in self.item(child))}
                )
            case Path():
                yield from self.path(item)
            case Marker():
                yield item.model_copy(update={"shape": self.signs.mark(item), "color": _ink(item.color)})
            case TextItem():
                yield item.model_copy(update={"color": "ink"})

    def path(self, path: Path) -> Iterator[Item]:
        stroke = None if path.stroke is None else self.stroke(path.stroke, path.role)
        if path.stroke is not None and stroke is not None and stroke.dash and not path.stroke.dash:
            yield from self.under(path, stroke)
        if path.fill is None or path.role in NO_AREA:
            fill = None if path.fill is None else Fill(color=_ink(path.fill.color))
            yield path.model_copy(update={"stroke": stroke, "fill": fill})
            return
        ground, lines = self.area(path, path.fill)
        if stroke is not None or ground is not None:
            yield path.model_copy(update={"stroke": stroke, "fill": ground})
        if lines != EMPTY:
            yield path.model_copy(
                update={
                    "id": f"{path.id}/hatch", "role": "hatch", "z": path.z + 1, "codes": lines.codes,
                    "points": lines.points, "stroke": Stroke(width=WIDTH.hatch), "fill": None,
                }
            )  # fmt: skip

    def under(self, path: Path, stroke: Stroke) -> Iterator[Path]:
        """Yield paper under a dashed line that runs along a solid one, which would fill its gaps."""
        from shapely import MultiLineString

        line = MultiLineString(flattened(Outline(path.codes, path.points)))
        along = (MultiLineString(flattened(Outline(other.codes, other.points))) for other in self.solid)
        if any(other.distance(line) < ALONG and other.buffer(ALONG).covers(line) for other in along):
            paper = Stroke(color="paper", width=stroke.width, cap="butt")
            yield path.model_copy(
                update={"id": f"{path.id}/under", "role": "halo", "stroke": paper, "fill": None}
            )

    def stroke(self, stroke: Stroke, role: str) -> Stroke:
        """Return a stroke in ink: dashed for its colour, thin for its grey."""
        if stroke.color in PLAIN:
            return stroke.model_copy(update={"color": _ink(stroke.color)})
        if stroke.color in GREYS or role == "hatch":
            return stroke.model_copy(update={"color": "ink", "width": min(stroke.width, WIDTH.net)})
        if role not in SUBJECTS:
            return stroke.model_copy(update={"color": "ink"})
        name = self.signs.dash(stroke, role)
        if name == pattern_of(stroke):
            return stroke.model_copy(update={"color": "ink"})
        cap = "butt" if DASHES[name] and "dot" not in name else "round"
        return stroke.model_copy(update={"color": "ink", "dash": DASHES[name], "cap": cap})

    def area(self, path: Path, fill: Fill) -> tuple[Fill | None, Outline]:
        """Return the ground of an area, if it has one, and the hatching that stands for its colour."""
        opaque = fill.opacity == 1.0
        if opaque and (fill.color in SOLID_BLACK or fill.color in ("paper", "white")):
            return Fill(color=_ink(fill.color)), EMPTY
        paper = Fill(color="paper") if opaque else None
        shading = fill.color in GREYS and not opaque
        if (
            shading
            or fill.color in ("paper", "white")
            or (path.origin and path.origin.entity in self.hatched)
        ):
            return paper, EMPTY
        rings = flattened(Outline(path.codes, path.points))
        if area_of(rings).area < LEAST_AREA:
            return Fill(color="ink" if _is_dark(fill.color) else "paper"), EMPTY
        return paper, hatch_lines([*rings, *self.inside(rings)], self.signs.pattern(fill.color))

    def inside(self, rings: Sequence[Sequence[XY]]) -> Iterator[list[XY]]:
        """Yield the boxes of texts that are part of an area, such as those of cells: hatching goes around them."""
        from shapely import box

        area = area_of(rings)
        for text in self.texts:
            left, bottom, right, top = text.extent
            x, y = text.at
            around = box(x + left - 0.5, y + bottom - 0.5, x + right + 0.5, y + top + 0.5)
            if area.contains(around):
                yield [(float(a), float(b)) for a, b in around.exterior.coords]


def _ink(color: str) -> str:
    return "paper" if color in ("paper", "white") else "ink"


def _is_dark(color: str) -> bool:
    return sum(TEXTBOOK.rgb(color)) / (3 * 255) < DARK


def _style(style: Style, signs: Signs) -> Style:
    """Return what a legend shows of a style in ink."""
    plain = replace(style, color="", opacity=None)
    if style.fill not in PLAIN:
        return replace(plain, fill="", hatch=style.hatch or signs.pattern(style.fill))
    if style.color in PLAIN or style.color in GREYS:
        return plain
    for (_, thick, color, _), dash in signs.lines.items():
        if color == style.color:
            return replace(plain, dash=dash or "solid", weight="thick" if thick else style.weight)
    return replace(plain, hatch=style.hatch or signs.pattern(style.color))
