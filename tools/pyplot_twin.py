"""The Matplotlib script that somebody would write by hand for a picture that we have: the rival in `make bench`."""

from __future__ import annotations

from collections.abc import Iterator

from diagrammar.compiler.place.geometry import in_paint_order
from diagrammar.dsl.scene import MM_PER_INCH, Marker, Path, Scene, TextItem
from diagrammar.dsl.theme import TEXTBOOK

POINTS_PER_MM = 72 / MM_PER_INCH
CODES = {"M": "MOVETO", "L": "LINETO", "C": "CURVE4", "Z": "CLOSEPOLY"}
SHAPES = {"dot": "o", "ring": "o", "cross": "x", "plus": "+", "square": "s", "diamond": "D"}


def twin(scene: Scene, width_px: int) -> str:
    """Return a script that draws a scene as models and people do: `subplots`, `plot`, `text`, a tight save.

    It reads the output file's name from `OUT`.
    """
    width, height = scene.width / MM_PER_INCH, scene.height / MM_PER_INCH
    lines = [
        "import matplotlib",
        'matplotlib.use("Agg")',
        "import matplotlib.pyplot as plt",
        "from matplotlib.patches import PathPatch",
        "from matplotlib.path import Path",
        "",
        f"fig, ax = plt.subplots(figsize=({width:.2f}, {height:.2f}))",
    ]
    for leaf in in_paint_order(scene.items):
        lines += _path(leaf) if isinstance(leaf, Path) else _sign(leaf)
    lines += [
        f"ax.set_xlim(0, {scene.width:.1f})",
        f"ax.set_ylim(0, {scene.height:.1f})",
        'ax.set_aspect("equal")',
        'ax.axis("off")',
        f'fig.savefig(OUT, dpi={width_px / width:.1f}, bbox_inches="tight")',
        "plt.close(fig)",
    ]
    return "\n".join(lines) + "\n"


def _path(path: Path) -> Iterator[str]:
    color = repr(TEXTBOOK.hex(path.stroke.color)) if path.stroke else repr("none")
    width = path.stroke.width * POINTS_PER_MM if path.stroke else 0.0
    style = '"--"' if path.stroke and path.stroke.dash else '"-"'
    look = f"lw={width:.2f}, ls={style}"
    if set(path.codes) <= {"M", "L"} and path.codes.count("M") == 1 and path.fill is None:
        xs, ys = ([round(p[i], 2) for p in path.points] for i in (0, 1))
        yield f"ax.plot({xs}, {ys}, color={color}, {look})"
        return
    points = [(round(x, 2), round(y, 2)) for x, y in path.points]
    codes = ", ".join(f"Path.{CODES[code]}" for code in path.codes)
    face = f"{TEXTBOOK.hex(path.fill.color)!r}, alpha={path.fill.opacity}" if path.fill else '"none"'
    yield f"ax.add_patch(PathPatch(Path({points}, [{codes}]), ec={color}, fc={face}, {look}))"


def _sign(leaf: Marker | TextItem) -> Iterator[str]:
    x, y = (round(edge, 2) for edge in leaf.at)
    color = repr(TEXTBOOK.hex(leaf.color))
    if isinstance(leaf, Marker):
        yield f"ax.plot({x}, {y}, {SHAPES[leaf.shape]!r}, color={color}, ms={leaf.size * POINTS_PER_MM:.1f})"
        return
    size = max((run.size for run in leaf.runs), default=9.0)
    text = _text(leaf.source)
    yield f"ax.text({x}, {y}, {text!r}, fontsize={size:.1f}, color={color}, rotation={leaf.rotation:.1f}, ha='left', va='baseline')"


def _text(source: str) -> str:
    """Return a text in Matplotlib's dialect: mathematics between dollars if it reads it, else plain."""
    mathematical = "$" in source or len(source) == 1 or any(sign in source for sign in "^_\\")
    text = source if "$" in source or not mathematical else f"${source}$"
    return text if mathematical and _readable(text) else source.replace("$", "")


def _readable(text: str) -> bool:
    from matplotlib.mathtext import MathTextParser

    try:
        MathTextParser("agg").parse(text)
    except ValueError:
        return False
    return True
