"""SVG: written directly, so that files stay small, steady and readable by machines and screen readers."""

import re
from collections.abc import Iterator
from html import escape

from ..dsl.scene import MM_PER_POINT, Fill, Marker, Path, Scene, Stroke, TextItem
from ..dsl.theme import Theme
from .glyphs import Glyph, glyph, units_per_em
from .options import Options
from .outline import CLOSE, CUBIC, LINE, MOVE, QUADRATIC, Step, number
from .shapes import Cluster, clusters, dashes, shape

LETTERS = {MOVE: "M", LINE: "L", QUADRATIC: "Q", CUBIC: "C", CLOSE: "Z"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold, not even escaped. Source: W3C, XML 1.0, section 2.2."""


def draw_svg(scene: Scene, options: Options) -> bytes:
    """Return the scene as SVG in millimetres, with title, description and a group per entity."""
    return "\n".join(_Writer(scene, options.theme).lines()).encode()


class _Writer:
    """One scene on its way to SVG, whose y axis points down."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self._scene = scene
        self._theme = theme
        self._glyphs: dict[str, Glyph] = {}
        self._ids: set[str] = set()

    def lines(self) -> Iterator[str]:
        """Yield the file line by line."""
        scene = self._scene
        width, height = number(scene.width), number(scene.height)
        # The body comes first: it finds out which glyphs are needed.
        body = [line for cluster in clusters(scene) for line in self._group(cluster)]
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"'
            f' viewBox="0 0 {width} {height}" role="graphics-document document" fill="none"'
            ' stroke-linecap="round" stroke-linejoin="round">'
        )
        yield f"<title>{_safe(scene.title)}</title>"
        yield f"<desc>{_safe(scene.alt)}</desc>"
        yield from self._definitions()
        yield f'<rect width="{width}" height="{height}" fill="{self._theme.hex(scene.background)}"/>'
        yield from body
        yield "</svg>\n"

    def _group(self, cluster: Cluster) -> Iterator[str]:
        id = self._fresh_id(cluster.entity or cluster.items[0].id)
        named = f' data-entity="{_safe(cluster.entity)}"' if cluster.entity else ""
        yield f'<g id="{id}"{named} data-role="{_safe(cluster.role)}">'
        for item in cluster.items:
            if isinstance(item, TextItem):
                yield from self._text(item)
            else:
                yield self._shape(item)
        yield "</g>"

    def _fresh_id(self, name: str) -> str:
        """Return an id for a name; an entity drawn in several places gets a number from the second on.

        It holds no dot, by which glyphs' ids are told apart.
        """
        base = re.sub(r"[^\w-]+", "-", name) or "item"
        id, count = base, 1
        while id in self._ids:
            count += 1
            id = f"{base}-{count}"
        self._ids.add(id)
        return id

    def _shape(self, item: Path | Marker) -> str:
        drawn = shape(item)
        path = _path_data(drawn.outline.steps, flip=self._scene.height)
        return f'<path d="{path}"{self._fill(drawn.fill)}{self._stroke(drawn.stroke)}/>'

    def _fill(self, fill: Fill | None) -> str:
        if fill is None:
            return ""
        opacity = "" if fill.opacity == 1 else f' fill-opacity="{number(fill.opacity)}"'
        return f' fill="{self._theme.hex(fill.color)}"{opacity}'

    def _stroke(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return ""
        width = number(stroke.width)
        attributes = f' stroke="{self._theme.hex(stroke.color)}" stroke-width="{width}"'
        if stroke.cap != "round":
            attributes += f' stroke-linecap="{stroke.cap}"'
        if stroke.join != "round":
            attributes += f' stroke-linejoin="{stroke.join}"'
        if stroke.dash:
            attributes += f' stroke-dasharray="{" ".join(number(length, 4) for length in dashes(stroke))}"'
        return attributes

    def _text(self, text: TextItem) -> Iterator[str]:
        """Yield a text: shared glyph shapes to look at, its source to search and to be read aloud."""
        x, y = number(text.at[0]), number(self._scene.height - text.at[1])
        turn = f" rotate({number(-text.rotation)})" if text.rotation else ""
        yield (
            f'<g role="img" aria-label="{_safe(text.source)}" fill="{self._theme.hex(text.color)}"'
            f' transform="translate({x} {y}){turn}">'
        )
        for run in text.runs:
            scale = number(run.size * MM_PER_POINT / units_per_em(run.font), 6)
            yield f'<g transform="matrix({scale} 0 0 -{scale} {number(run.x)} {number(-run.y)})">'
            yield "".join(self._uses(run.font, run.text))
            yield "</g>"
        for left, bottom, right, top in text.rules:
            yield (
                f'<rect x="{number(left)}" y="{number(-top)}"'
                f' width="{number(right - left)}" height="{number(top - bottom)}"/>'
            )
        yield "</g>"

    def _uses(self, font: str, text: str) -> Iterator[str]:
        advance = 0.0
        for char in text:
            drawn = glyph(font, char)
            if len(drawn.outline.points):
                id = f"{font.replace(':', '.')}.{ord(char):x}"
                self._glyphs[id] = drawn
                yield f'<use href="#{id}" x="{number(advance)}"/>'
            advance += drawn.advance

    def _definitions(self) -> Iterator[str]:
        if not self._glyphs:
            return
        yield "<defs>"
        for id, drawn in sorted(self._glyphs.items()):
            yield f'<path id="{id}" d="{_path_data(drawn.outline.steps)}"/>'
        yield "</defs>"


def _path_data(steps: tuple[Step, ...], flip: float | None = None) -> str:
    """Return steps as path data; `flip` is the canvas height for a y axis that points down."""

    def word(step: Step) -> str:
        pairs = (f"{number(x)} {number(y if flip is None else flip - y)}" for x, y in step.points)
        return LETTERS[step.code] + " ".join(pairs)

    return "".join(map(word, steps))


def _safe(text: str) -> str:
    """Return text that can stand in content and in attributes."""
    return escape(_NOT_XML.sub("", text))
