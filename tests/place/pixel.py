"""Scenes by hand, and a check on pixels that shares no code with the placer."""

from collections.abc import Sequence
from math import cos, radians, sin

import numpy as np
from diagrammar.compiler.typeset.text import SetText
from diagrammar.dsl.fonts import font_file
from diagrammar.dsl.scene import MM_PER_POINT, XY, Fill, Group, Item, Marker, Path, Run, Stroke, TextItem
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path as MplPath
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

COLORS = {"ink": "#000000", "paper": "#ffffff", "faint": "#eef2f7", "accent": "#c0392b", "muted": "#666666"}
CODES = {"M": MplPath.MOVETO, "L": MplPath.LINETO, "C": MplPath.CURVE4, "Z": MplPath.CLOSEPOLY}
INK_ALPHA = 60


def set_text(source: str, size: float = 9.0, font: str = "italic") -> SetText:
    """Set one run of text, exactly enough for tests."""
    glyphs = TextPath((0, 0), source, size=size, prop=FontProperties(fname=str(font_file(font))))
    box = glyphs.get_extents()
    k = MM_PER_POINT
    extent = (box.x0 * k, box.y0 * k, box.x1 * k, box.y1 * k)
    run = Run(text=source, font=font, size=size, x=0.0, y=0.0)
    return SetText(source, (run,), (), extent, extent[2], size * k * 0.75, size * k * 0.25)


def line(id: str, *points: XY, width: float = 0.35, role: str = "edge", color: str = "ink") -> Path:
    """Return a stroked polyline."""
    stroke = Stroke(width=width, color=color)
    return Path(id=id, role=role, codes="M" + "L" * (len(points) - 1), points=points, stroke=stroke)


def polygon(
    id: str, *points: XY, fill: str = "faint", opacity: float = 1.0, role: str = "fill", z: int = 0
) -> Path:
    """Return a filled polygon without an outline."""
    ink = Fill(color=fill, opacity=opacity)
    return Path(
        id=id,
        role=role,
        z=z,
        codes="M" + "L" * (len(points) - 1) + "Z",
        points=(*points, points[0]),
        fill=ink,
    )


def arc(id: str, center: XY, radius: float, start: float, end: float, width: float = 0.25) -> Path:
    """Return a circular arc of cubic pieces of at most 45 degrees."""
    span = (end - start) % 360 or 360.0
    count = int(span // 45) + 1
    k = 4 / 3 * np.tan(radians(span / count) / 4)
    points: list[XY] = []
    for i in range(count):
        a, b = radians(start + i * span / count), radians(start + (i + 1) * span / count)
        p0 = (cos(a), sin(a))
        p1 = (cos(a) - k * sin(a), sin(a) + k * cos(a))
        p2 = (cos(b) + k * sin(b), sin(b) - k * cos(b))
        p3 = (cos(b), sin(b))
        points += [p0, p1, p2, p3] if i == 0 else [p1, p2, p3]
    placed = tuple((center[0] + radius * float(x), center[1] + radius * float(y)) for x, y in points)
    return Path(id=id, role="arc", codes="M" + "CCC" * count, points=placed, stroke=Stroke(width=width))


def overlap(items: Sequence[Item], dpi: float = 300.0) -> int:
    """Return how many pixels are painted both by a text and by something else, or by two texts."""
    leaves = list(_leaves(items))
    frame = _frame(leaves)
    texts = [leaf for leaf in leaves if isinstance(leaf, TextItem)]
    rest = [leaf for leaf in leaves if not isinstance(leaf, TextItem) and not _is_ground(leaf)]
    painted = [_mask([text], frame, dpi) for text in texts]
    ink = _mask(rest, frame, dpi, hidden_by=[leaf for leaf in leaves if leaf.role == "halo"])
    shared = sum(int((mask & ink).sum()) for mask in painted)
    seen = np.zeros_like(ink)
    for mask in painted:
        shared += int((mask & seen).sum())
        seen |= mask
    return shared


def save(items: Sequence[Item], file: str, dpi: float = 200.0) -> None:
    """Write a picture to look at."""
    figure = _figure(_frame(list(_leaves(items))), dpi)
    _draw(figure, sorted(_leaves(items), key=lambda leaf: leaf.z))
    figure.savefig(file, dpi=dpi)


def _is_ground(leaf: Path | Marker | TextItem) -> bool:
    return isinstance(leaf, Path) and leaf.stroke is None and leaf.role in ("fill", "halo")


def _leaves(items: Sequence[Item]) -> list[Path | Marker | TextItem]:
    found: list[Path | Marker | TextItem] = []
    for item in items:
        found += _leaves(item.items) if isinstance(item, Group) else [item]
    return found


def _frame(leaves: Sequence[Path | Marker | TextItem]) -> tuple[float, float, float, float]:
    points = [p for leaf in leaves for p in (leaf.points if isinstance(leaf, Path) else _box(leaf))]
    xs, ys = zip(*points)
    return min(xs) - 3, min(ys) - 3, max(xs) + 3, max(ys) + 3


def _box(leaf: Marker | TextItem) -> list[XY]:
    (x, y), reach = leaf.at, 0.0
    if isinstance(leaf, TextItem):
        reach = max(abs(v) for v in leaf.extent) if leaf.rotation else 0.0
        left, bottom, right, top = leaf.extent
        return [
            (x + min(left, -reach), y + min(bottom, -reach)),
            (x + max(right, reach), y + max(top, reach)),
        ]
    return [(x - leaf.size, y - leaf.size), (x + leaf.size, y + leaf.size)]


def _figure(frame: tuple[float, float, float, float], dpi: float) -> Figure:
    left, bottom, right, top = frame
    figure = Figure(figsize=((right - left) / 25.4, (top - bottom) / 25.4), dpi=dpi)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    axes.axis("off")
    return figure


def _mask(
    leaves: Sequence[Path | Marker | TextItem],
    frame: tuple[float, float, float, float],
    dpi: float,
    hidden_by: Sequence[Path | Marker | TextItem] = (),
) -> NDArray[np.bool_]:
    figure = _figure(frame, dpi)
    _draw(figure, [*leaves, *hidden_by])
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())[:, :, :3].astype(np.int64).sum(axis=2)
    return np.asarray(pixels < 765 - INK_ALPHA)


def _draw(figure: Figure, leaves: Sequence[Path | Marker | TextItem]) -> None:
    axes = figure.axes[0]
    for leaf in leaves:
        color = COLORS.get(getattr(leaf, "color", "ink"), "#2060c0")
        if isinstance(leaf, Marker):
            axes.add_patch(PathPatch(MplPath.circle(leaf.at, leaf.size / 2), fc=color, lw=0))
        elif isinstance(leaf, TextItem):
            _draw_text(figure, leaf, color)
        else:
            _draw_path(figure, leaf)


def _draw_text(figure: Figure, text: TextItem, color: str) -> None:
    turn = Affine2D().rotate_deg(text.rotation).translate(*text.at)
    for run in text.runs:
        glyphs = TextPath(
            (0, 0), run.text, size=run.size, prop=FontProperties(fname=str(font_file(run.font)))
        )
        placed = turn.transform_path(
            glyphs.transformed(Affine2D().scale(MM_PER_POINT).translate(run.x, run.y))
        )
        figure.axes[0].add_patch(PathPatch(placed, fc=color, lw=0))


def _draw_path(figure: Figure, path: Path) -> None:
    if not path.points:
        return
    outline = MplPath(list(path.points), [CODES[code] for code in path.codes])
    if path.fill:
        fill = COLORS.get(path.fill.color, "#2060c0")
        figure.axes[0].add_patch(PathPatch(outline, fc=fill, alpha=path.fill.opacity, lw=0))
    if path.stroke:
        width = path.stroke.width / 25.4 * 72
        color = COLORS.get(path.stroke.color, "#2060c0")
        patch = PathPatch(
            outline, fill=False, ec=color, lw=width, capstyle=path.stroke.cap, joinstyle=path.stroke.join
        )
        figure.axes[0].add_patch(patch)
