"""The placers that `bench_place.py` compares: our service, adjustText and textalloc, on the same figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from math import dist
from time import process_time
from types import MappingProxyType
from typing import Final, TypeAlias

from diagrammar.compiler.place import LabelRequest, place
from diagrammar.dsl.fonts import font_file
from diagrammar.dsl.scene import MM_PER_INCH, MM_PER_POINT, XY, Item, Origin, Path, Scene, Stroke, TextItem
from diagrammar.eval.legibility.judging import Placed
from diagrammar.eval.legibility.stress import SIZE, StressScene, Wish
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

Placer: TypeAlias = Callable[[StressScene], Placed]
DPI: Final = 200.0
SAMPLE: Final = 2.5
"""Between the points by which adjustText, which knows points and boxes only, is told of a line (mm)."""
LEADER: Final = 0.2
FONT: Final = FontProperties(fname=str(font_file("roman")), size=SIZE)
LIMIT_S: Final = 1.0
"""How long adjustText may take, its own default; here of processor time, whatever else the machine does."""


@dataclass(frozen=True)
class Plot:
    """The scene as somebody plots it with Matplotlib: one unit of the axes is a millimetre."""

    figure: Figure
    axes: Axes
    canvas: FigureCanvasAgg

    @classmethod
    def of(cls, scene: StressScene) -> Plot:
        """Plot the ink of a scene."""
        figure = Figure(figsize=(scene.width / MM_PER_INCH, scene.height / MM_PER_INCH), dpi=DPI)
        canvas = FigureCanvasAgg(figure)
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set_xlim(0.0, scene.width)
        axes.set_ylim(0.0, scene.height)
        axes.axis("off")
        for item in scene.ink:
            if isinstance(item, Path) and item.stroke:
                xs, ys = zip(*item.points)
                axes.plot(xs, ys, color="black", linewidth=item.stroke.width / MM_PER_POINT)
        xs, ys = zip(*scene.points)
        axes.scatter(xs, ys, s=(1.5 / MM_PER_POINT) ** 2, color="black", linewidths=0)
        return cls(figure, axes, canvas)

    def texts(self, scene: StressScene) -> list[Text]:
        """Put every text at its anchor, where a placer is to take it from."""
        return [
            self.axes.text(*wish.anchor, wish.text.source, fontproperties=FONT, ha="center", va="center")
            for wish in scene.wishes
        ]


def ours(scene: StressScene) -> Placed:
    """Place by our service."""
    requests = [
        LabelRequest(wish.id, wish.text, wish.target, owner=wish.owner, origin=Origin(entity=wish.id))
        for wish in scene.wishes
    ]
    begun = process_time()
    placement = place(scene.ink, requests).value
    seconds = process_time() - begun
    assert placement is not None
    return Placed(_page(scene, (*placement.ink, *placement.labels)), seconds)


def adjust_text(scene: StressScene) -> Placed:
    """Place by adjustText: told of points by their places, of lines by points along them."""
    import adjustText

    adjustText.timer = process_time
    plot = Plot.of(scene)
    texts = plot.texts(scene)
    plot.canvas.draw()
    xs, ys = zip(*scene.points, *(p for line in scene.lines for p in _along(line)))
    begun = process_time()
    _, patches = adjustText.adjust_text(
        texts, x=list(xs), y=list(ys), ax=plot.axes, time_lim=LIMIT_S,
        arrowprops={"arrowstyle": "-", "color": "black", "lw": LEADER / MM_PER_POINT},
    )  # fmt: skip
    seconds = process_time() - begun
    by_target = {wish.anchor: wish for wish in scene.wishes}
    leaders = []
    for patch in patches:
        points = [(float(x), float(y)) for x, y in patch.get_path().vertices]
        wish = by_target[min(by_target, key=lambda at: dist(at, points[-1]))]
        leaders.append(_leader(wish, (points[0], points[-1])))
    return Placed(_page(scene, (*scene.ink, *leaders, *_read_back(plot, scene, texts))), seconds)


def textalloc(scene: StressScene) -> Placed:
    """Place by textalloc with all obstacles, everything else as it comes."""
    return _allocated(scene, careful=False)


def careful_textalloc(scene: StressScene) -> Placed:
    """Place by textalloc, which is told to keep texts off leaders and leaders off each other too."""
    return _allocated(scene, careful=True)


def _allocated(scene: StressScene, *, careful: bool) -> Placed:
    from textalloc import allocate

    plot = Plot.of(scene)
    plot.canvas.draw()
    anchors = [wish.anchor for wish in scene.wishes]
    begun = process_time()
    _, lines, texts, _ = allocate(
        plot.axes, [x for x, _ in anchors], [y for _, y in anchors], [wish.text.source for wish in scene.wishes],
        x_scatter=[x for x, _ in scene.points], y_scatter=[y for _, y in scene.points],
        x_lines=[[x for x, _ in line] for line in scene.lines],
        y_lines=[[y for _, y in line] for line in scene.lines],
        textsize=SIZE, linecolor="black", linewidth=LEADER / MM_PER_POINT, fontproperties=FONT,
        avoid_label_lines_overlap=careful, avoid_crossing_label_lines=careful,
    )  # fmt: skip
    seconds = process_time() - begun
    leaders = [
        _leader(wish, ((line[0][0], line[1][0]), (line[0][1], line[1][1])))
        for wish, line in zip(scene.wishes, lines)
        if line is not None
    ]
    return Placed(_page(scene, (*scene.ink, *leaders, *_read_back(plot, scene, texts))), seconds)


PLACERS: Mapping[str, Placer] = MappingProxyType(
    {
        name: placer
        for name, placer, package in (
            ("diagrammar", ours, "diagrammar"),
            ("adjustText", adjust_text, "adjustText"),
            ("textalloc", textalloc, "textalloc"),
            ("textalloc, minding leaders", careful_textalloc, "textalloc"),
        )
        if find_spec(package)
    }
)
"""The placers whose packages are installed."""


def draw_seconds(scene: StressScene) -> float:
    """Return the processor time that Matplotlib takes to draw the figure with all texts at their anchors."""
    plot = Plot.of(scene)
    plot.texts(scene)
    begun = process_time()
    plot.canvas.draw()
    return process_time() - begun


def _along(line: tuple[XY, ...]) -> list[XY]:
    """Return points along a polyline, at most `SAMPLE` apart."""
    points = [line[0]]
    for a, b in zip(line, line[1:]):
        steps = max(1, round(dist(a, b) / SAMPLE))
        points += [
            (a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps) for k in range(1, steps + 1)
        ]
    return points


def _leader(wish: Wish, points: tuple[XY, ...]) -> Path:
    return Path(
        id=f"{wish.id}_leader", role="leader", origin=Origin(entity=wish.id), codes="ML", points=points,
        stroke=Stroke(width=LEADER),
    )  # fmt: skip


def _read_back(plot: Plot, scene: StressScene, texts: list[Text]) -> list[TextItem]:
    """Return where the texts ended up, as our own primitives: the same glyphs on the same base lines."""
    to_mm = MM_PER_INCH / DPI
    found = []
    for wish, text in zip(scene.wishes, texts):
        before = text.get_window_extent()
        text.set(ha="left", va="baseline")
        after = text.get_window_extent()
        x, y = plot.axes.transData.transform(text.get_position())
        at = (float(x + before.x0 - after.x0) * to_mm, float(y + before.y0 - after.y0) * to_mm)
        found.append(wish.text.item(wish.id, at, origin=Origin(entity=wish.id)))
    return found


def _page(scene: StressScene, items: tuple[Item, ...]) -> Scene:
    return Scene(width=scene.width, height=scene.height, items=items)
