"""TikZ: a standalone document for LuaLaTeX or XeLaTeX, every text a node that can be edited.

A run's node is centred where the run's middle belongs, so that other fonts stay in place.
"""

from collections.abc import Iterator

from ..dsl.scene import Fill, Marker, Path, Run, Scene, Stroke, TextItem
from ..dsl.theme import Theme
from .glyphs import base_point, glyphs_of, rule_outline, run_outline
from .latex import FACES, SWITCHES, typeset
from .options import Options
from .outline import CUBIC, LINE, MOVE, Outline, Step, number
from .shapes import Shape, clusters, dashes, shape
from .sourcecode import about, heading, one_line, wrapped

PREAMBLE = rf"""% Compile with lualatex or xelatex. Lengths are millimetres from the lower left corner.
\documentclass[tikz, border=0pt]{{standalone}}
\usepackage{{fontspec}}
{FACES}\tikzset{{
  run/.style={{anchor=base, inner sep=0pt, outer sep=0pt, font=\fontsize{{#1}}{{#1}}\selectfont\textface}},
}}
"""
CAPS = {"butt": "butt", "round": "round", "square": "rect"}


def draw_tikz(scene: Scene, options: Options) -> bytes:
    """Return the scene as a LaTeX document with one TikZ picture."""
    writer = _Writer(options.theme)
    body = [
        line for cluster in clusters(scene) for line in writer.cluster(heading(cluster, "%"), cluster.items)
    ]
    corner = _point(scene.width, scene.height)
    lines = [
        *about(scene, "%"),
        PREAMBLE + writer.color_definitions(scene.background),
        r"\begin{document}",
        r"\begin{tikzpicture}[x=1mm, y=1mm, line cap=round, line join=round]",
        rf"\useasboundingbox (0,0) rectangle {corner};",
        rf"\fill[{writer.color(scene.background)}] (0,0) rectangle {corner};",
        *body,
        r"\end{tikzpicture}",
        r"\end{document}",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


class _Writer:
    """Statements of the picture, and the colours that they turn out to name."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._colors: dict[str, str] = {}

    def color(self, color: str) -> str:
        """Return the LaTeX name of a colour: its palette name, else one made of its digits."""
        value = self._theme.hex(color)
        name = color if color in self._theme.palette else f"hex{value[1:]}"
        self._colors[name] = value
        return name

    def color_definitions(self, background: str) -> str:
        """Return the lines that define the colours that were used."""
        self.color(background)
        return "\n".join(
            rf"\definecolor{{{name}}}{{HTML}}{{{value[1:].upper()}}}"
            for name, value in sorted(self._colors.items())
        )

    def cluster(self, heading: str, items: tuple[Path | Marker | TextItem, ...]) -> Iterator[str]:
        """Yield the statements that draw neighbours of one entity."""
        yield heading
        for item in items:
            if isinstance(item, TextItem):
                yield from self._text(item)
            elif isinstance(item, Marker) and item.shape in ("dot", "ring"):
                circle = f"{_point(*item.at)} circle[radius={number(item.size / 2)}]"
                yield self._paint(shape(item), circle)
            else:
                drawn = shape(item)
                yield self._paint(drawn, path(drawn.outline))

    def _paint(self, drawn: Shape, outline: str) -> str:
        style = ", ".join((*self._stroke(drawn.stroke), *self._fill(drawn.fill)))
        return wrapped(rf"\path[{style}] {outline};")

    def _stroke(self, stroke: Stroke | None) -> Iterator[str]:
        if stroke is None:
            return
        yield f"draw={self.color(stroke.color)}"
        yield f"line width={number(stroke.width)}mm"
        if stroke.dash:
            lengths = dashes(stroke)
            pairs = zip(lengths[::2], lengths[1::2], strict=True)
            yield "dash pattern=" + " ".join(
                f"on {number(on, 4)}mm off {number(off, 4)}mm" for on, off in pairs
            )
        if stroke.cap != "round":
            yield f"line cap={CAPS[stroke.cap]}"
        if stroke.join != "round":
            yield f"line join={stroke.join}"

    def _fill(self, fill: Fill | None) -> Iterator[str]:
        if fill is None:
            return
        yield f"fill={self.color(fill.color)}"
        if fill.opacity != 1:
            yield f"fill opacity={number(fill.opacity)}"

    def _text(self, text: TextItem) -> Iterator[str]:
        for rule in text.rules:
            yield self._outlined(rule_outline(rule), text)
        for run in text.runs:
            if run.font in SWITCHES:
                yield from self._node(run, text)
            else:
                yield f"% {one_line(run.text)} in font {one_line(run.font)}, as an outline"
                yield self._outlined(run_outline(run), text)

    def _outlined(self, outline: Outline, text: TextItem) -> str:
        placed = outline.turned(text.rotation).moved(*text.at)
        return wrapped(rf"\path[fill={self.color(text.color)}] {path(placed)};")

    def _node(self, run: Run, text: TextItem) -> Iterator[str]:
        """Yield the node of a run, which stands at the middle of the run without its outer blanks."""
        inked = [placed for placed in glyphs_of(run) if not placed.glyph.char.isspace()]
        if not inked:
            return
        first, last = inked[0], inked[-1]
        middle = (first.x + last.x + last.glyph.advance * last.scale) / 2
        at = _point(*base_point(middle, run.y, text))
        turn = f", rotate={number(text.rotation)}" if text.rotation else ""
        style = rf"run={number(run.size)}, text={self.color(text.color)}{turn}"
        yield rf"\node[{style}] at {at} {{{typeset(run)}}};"


def path(outline: Outline) -> str:
    """Return an outline as a TikZ path."""
    return " ".join(map(_word, outline.cubic_steps))


def _word(step: Step) -> str:
    points = [_point(*point) for point in step.points]
    if step.code == MOVE:
        return points[0]
    if step.code == LINE:
        return f"-- {points[0]}"
    if step.code == CUBIC:
        return f".. controls {points[0]} and {points[1]} .. {points[2]}"
    return "-- cycle"


def _point(x: float, y: float) -> str:
    return f"({number(x)},{number(y)})"
