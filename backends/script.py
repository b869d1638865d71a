"""Python: a standalone Matplotlib script that draws the same picture, for people to read and change."""

from collections.abc import Iterator
from itertools import groupby

from ..dsl.fonts import PACKAGED_FACES, font_file
from ..dsl.scene import Fill, Marker, Path, Run, Scene, Stroke, TextItem
from ..dsl.theme import Theme
from .glyphs import base_point, rule_outline, run_outline
from .options import DEFAULT_DPI, MM_PER_INCH, Options
from .outline import CLOSE, CUBIC, LINE, MOVE, QUADRATIC, Outline, number
from .shapes import clusters, dashes, shape
from .sourcecode import about, heading, wrapped

GLUE = "\x1f"
"""Stands for a blank at which no line may break; no literal holds it unescaped."""
LETTERS = {MOVE: "M", LINE: "L", QUADRATIC: "Q", CUBIC: "C", CLOSE: "Z"}

# The fixed first lines also keep a title from being read as an encoding declaration (PEP 263).
HEAD = '''\
"""A diagram by Diagrammar, as plain Matplotlib. Run it with the name of the picture to write.

Lengths are millimetres from the lower left corner, type sizes points. What comes later lies on top.
"""
'''

PROLOGUE = """\
import sys
from itertools import count
from pathlib import Path as File

import matplotlib
import matplotlib.pyplot as plt
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

WIDTH, HEIGHT, DPI = {width}, {height}, {dpi}
INCH = 25.4
POINT = 72 / INCH  # points per millimetre
FONTS = File(matplotlib.get_data_path()) / "fonts" / "ttf"
CODES = dict(M=Path.MOVETO, L=Path.LINETO, Q=Path.CURVE3, C=Path.CURVE4, Z=Path.CLOSEPOLY)
COLORS = {{
{colors}
}}

matplotlib.rcdefaults()
plt.rcParams.update({{
    "mathtext.fontset": "stix", "font.family": "STIXGeneral", "text.hinting": "none",
    "lines.scale_dashes": False, "path.simplify": False,
}})
# Letters stand at their plain widths, without kerning and ligatures.
if hasattr(Text, "set_fontfeatures"):
    PLAIN = {{"fontfeatures": ("-kern", "-liga")}}
else:
    PLAIN = {{}}
    plt.rcParams["text.kerning_factor"] = 6

# Matplotlib rounds down to whole pixels: a hundredth more keeps the last one.
fig = plt.figure(figsize=[(round(side / INCH * DPI) + 0.01) / DPI for side in (WIDTH, HEIGHT)], dpi=DPI)
fig.set_facecolor(COLORS[{background}])
ax = fig.add_axes((0, 0, 1, 1), xlim=(0, fig.get_figwidth() * INCH), ylim=(0, fig.get_figheight() * INCH))
ax.set_axis_off()
layer = count()


def paint(path, line=None, width=0.35, dash=(), cap="round", join="round", fill=None, opacity=1):
    \"\"\"Fill a path, then draw its line.\"\"\"
    ax.add_patch(PathPatch(
        path,
        facecolor=(COLORS[fill], opacity) if fill else "none", edgecolor=COLORS[line] if line else "none",
        linewidth=width * POINT if line else 0, linestyle=(0, [length * POINT for length in dash] or None),
        capstyle=cap, joinstyle=join, snap=None if line else False, zorder=next(layer),
    ))


def draw(codes, points, **style):
    \"\"\"Draw a path: M moves, L draws a line, Q and C curve, Z closes.\"\"\"
    paint(Path(points, [CODES[code] for code in codes]), **style)


def disc(x, y, size, **style):
    \"\"\"Draw a circle of a diameter.\"\"\"
    paint(Path.circle((x, y), size / 2), **style)


def write(x, y, text, font, size, color, angle=0):
    \"\"\"Write characters of one font from a point on the base line.\"\"\"
    ax.text(
        x, y, text, font=FONTS / font, fontsize=size, color=COLORS[color], rotation=angle,
        rotation_mode="anchor", ha="left", va="baseline", parse_math=False, zorder=next(layer), **PLAIN,
    )

"""

EPILOGUE = """
fig.savefig(sys.argv[1] if len(sys.argv) > 1 else "diagram.png", facecolor=fig.get_facecolor())
"""


def draw_script(scene: Scene, options: Options) -> bytes:
    """Return the scene as a Python script that needs NumPy and Matplotlib only."""
    writer = _Writer(options.theme)
    body = [
        line for cluster in clusters(scene) for line in writer.cluster(heading(cluster, "#"), cluster.items)
    ]
    dpi = options.pixels_per_mm(scene.width) * MM_PER_INCH if options.width_px else options.dpi or DEFAULT_DPI
    prologue = PROLOGUE.format(
        width=number(scene.width, 6), height=number(scene.height, 6), dpi=number(dpi, 6),
        colors=writer.colors(scene.background), background=quoted(scene.background),
    )  # fmt: skip
    return "\n".join([HEAD, *about(scene, "#"), "", prologue, *body, EPILOGUE]).encode()


class _Writer:
    """Statements of the script, and the colours that they turn out to name."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._colors: dict[str, str] = {}

    def colors(self, background: str) -> str:
        """Return the lines of the colour table."""
        self._color(background)
        return "\n".join(
            f"    {quoted(name)}: {quoted(value)}," for name, value in sorted(self._colors.items())
        )

    def cluster(self, heading: str, items: tuple[Path | Marker | TextItem, ...]) -> Iterator[str]:
        """Yield the statements that draw neighbours of one entity."""
        yield heading
        for item in items:
            if isinstance(item, TextItem):
                yield from self._text(item)
            else:
                yield from self._shape(item)

    def _color(self, color: str) -> str:
        self._colors[color] = self._theme.hex(color)
        return quoted(color)

    def _shape(self, item: Path | Marker) -> Iterator[str]:
        drawn = shape(item)
        style = [*self._stroke(drawn.stroke), *self._fill(drawn.fill)]
        if isinstance(item, Marker) and item.shape in ("dot", "ring"):
            yield _call("disc", [*map(number, (*item.at, item.size)), *style])
        else:
            yield from _draw(drawn.outline, style)

    def _stroke(self, stroke: Stroke | None) -> list[str]:
        if stroke is None:
            return []
        words = [
            f"line={self._color(stroke.color)}",
            f"width={number(stroke.width)}",
        ]
        if stroke.dash:
            words.append(f"dash=({', '.join(number(length, 4) for length in dashes(stroke))})")
        if stroke.cap != "round":
            words.append(f'cap="{"projecting" if stroke.cap == "square" else stroke.cap}"')
        if stroke.join != "round":
            words.append(f'join="{stroke.join}"')
        return words

    def _fill(self, fill: Fill | None) -> list[str]:
        if fill is None:
            return []
        opacity = [] if fill.opacity == 1 else [f"opacity={number(fill.opacity)}"]
        return [f"fill={self._color(fill.color)}", *opacity]

    def _text(self, text: TextItem) -> Iterator[str]:
        for rule in text.rules:
            yield from self._outlined(rule_outline(rule), text)
        for run in text.runs:
            if run.text.isspace():
                continue
            if run.font in PACKAGED_FACES:
                yield f"# {quoted(run.text)} as an outline: Matplotlib has no font for it"
                yield from self._outlined(run_outline(run), text)
            else:
                yield self._run(run, text)

    def _outlined(self, outline: Outline, text: TextItem) -> Iterator[str]:
        placed = outline.turned(text.rotation).moved(*text.at)
        return _draw(placed, [f"fill={self._color(text.color)}"])

    def _run(self, run: Run, text: TextItem) -> str:
        x, y = base_point(run.x, run.y, text)
        words = [number(x), number(y), quoted(run.text), quoted(font_file(run.font).name), number(run.size)]
        angle = [f"angle={number(text.rotation)}"] if text.rotation else []
        return f"write({', '.join([*words, self._color(text.color), *angle])})"


def _draw(outline: Outline, style: list[str]) -> Iterator[str]:
    """Yield the call that draws an outline, unless it is empty."""
    if not len(outline.points):
        return
    points = ", ".join(f"({number(x)}, {number(y)})" for x, y in outline.points.tolist())
    yield _call("draw", [_codes(outline), f"[{points}]", *style])


def _codes(outline: Outline) -> str:
    """Return the codes as an expression, long repeats as products: `"M" + "L" * 100`."""
    parts: list[str] = []
    plain = ""
    for letter, repeats in groupby(LETTERS[code] for code in outline.codes.tolist()):
        count = len(list(repeats))
        if count < 12:
            plain += letter * count
            continue
        parts += [f'"{plain}"'] if plain else []
        parts.append(f'"{letter}" * {count}')
        plain = ""
    return " + ".join([*parts, f'"{plain}"'] if plain else parts)


def _call(name: str, arguments: list[str]) -> str:
    """Return a call, in lines that break between arguments and between points only."""
    glued = [argument.replace(" ", GLUE).replace(f"),{GLUE}(", "), (") for argument in arguments]
    return wrapped(f"{name}({', '.join(glued)})").replace(GLUE, " ")


def quoted(text: str) -> str:
    """Return a Python string literal, in double quotes where no quotes need escaping."""
    literal = repr(text)
    return literal if "'" in text or '"' in text else f'"{literal[1:-1]}"'
