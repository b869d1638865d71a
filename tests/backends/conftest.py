"""Scenes made by hand, for the tests of all backends."""

from collections.abc import Callable
from io import BytesIO
from math import pi, sin
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pytest
from diagrammar.backends import draw
from diagrammar.dsl.scene import Fill, Group, Item, Marker, Origin, Path, Run, Scene, Stroke, TextItem
from PIL import Image

SHAPES: tuple[Literal["dot", "ring", "cross", "plus", "square", "diamond"], ...] = (
    "dot", "ring", "cross", "plus", "square", "diamond",
)  # fmt: skip


def text(
    id: str, at: tuple[float, float], *runs: Run, source: str = "", rotation: float = 0.0, entity: str = "",
    rules: tuple[tuple[float, float, float, float], ...] = (), color: str = "ink",
) -> TextItem:  # fmt: skip
    """Return a label of runs that were set by hand."""
    return TextItem(
        id=id, role="label", z=50, at=at, runs=runs, rules=rules, extent=(0, -1, 10, 4), rotation=rotation,
        source=source or "".join(run.text for run in runs), color=color,
        origin=Origin(entity=entity) if entity else None,
    )  # fmt: skip


def run(string: str, font: str = "roman", size: float = 11, x: float = 0, y: float = 0) -> Run:
    return Run(text=string, font=font, size=size, x=x, y=y)


def line(id: str, *points: tuple[float, float], stroke: Stroke | None = None, z: int = 0) -> Path:
    codes = "M" + "L" * (len(points) - 1)
    return Path(id=id, role="edge", z=z, codes=codes, points=points, stroke=stroke or Stroke())


def box(
    id: str, left: float, bottom: float, right: float, top: float,
    *, fill: Fill | None = None, stroke: Stroke | None = None, z: int = 0,
) -> Path:  # fmt: skip
    corners = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
    return Path(id=id, role="fill", z=z, codes="MLLLZ", points=corners, fill=fill, stroke=stroke)


def triangle() -> Group:
    a, b, c = (12.0, 12.0), (62.0, 12.0), (28.0, 46.0)
    edges = Path(
        id="ABC.edges", role="edge", codes="MLLZ", points=(a, b, c, a),
        stroke=Stroke(width=0.45, join="miter"), fill=Fill(color="faint"),
    )  # fmt: skip
    dots = tuple(
        Marker(id=f"ABC.{name}", role="dot", at=at, origin=Origin(entity=name))
        for name, at in (("A", a), ("B", b), ("C", c))
    )
    return Group(id="ABC", role="triangle", z=1, items=(edges, *dots), origin=Origin(entity="ABC"))


def curve() -> Path:
    points = tuple((70 + t * 0.4, 30 + 12 * sin(t * pi / 30)) for t in range(101))
    return Path(
        id="f", role="curve", codes="M" + "L" * 100, points=points, origin=Origin(entity="f"),
        stroke=Stroke(color="blue", width=0.5, dash=(2.0, 1.2), cap="butt"),
    )  # fmt: skip


@pytest.fixture
def everything() -> Scene:
    """Return a scene with every primitive, every kind of font, dashes, opacity, rotation and rules."""
    arc = Path(
        id="arc", role="arc", codes="MCCC", points=((20, 12), (20, 16), (18, 18), (14, 19)), z=2,
        stroke=Stroke(color="red"),
    )  # fmt: skip
    signs = tuple(
        Marker(id=f"m{n}", role="sign", at=(74 + 6 * n, 10), shape=shape, size=3, color="green")
        for n, shape in enumerate(SHAPES)
    )
    items: tuple[Item, ...] = (
        triangle(),
        arc,
        curve(),
        line("axis", (70, 30), (112, 30), stroke=Stroke(width=0.25)),
        line("axis2", (70, 16), (70, 46), stroke=Stroke(width=0.25)),
        box("under", 80, 50, 100, 65, fill=Fill(color="orange"), z=3),
        box("over", 90, 55, 112, 70, fill=Fill(color="blue", opacity=0.4), stroke=Stroke(color="blue"), z=4),
        line("dots", (80, 72), (112, 72), stroke=Stroke(width=0.8, dash=(0.01, 1.6), cap="round")),
        *signs,
        text("A.label", (8.2, 8.5), run("A", "italic"), entity="A"),
        text("B.label", (62.5, 8.5), run("B", "italic"), entity="B"),
        text("C.label", (27, 47.5), run("C", "italic"), run("1", "roman", 7.7, 2.7, -0.8), source="C_1"),
        text("side", (40, 6.5), run("5.00 cm"), entity="AB"),
        text("slope", (48, 32), run("rotated AVATAR"), rotation=-45, color="red"),
        text(
            "frac",
            (72, 45),
            run("a", "italic", x=0.6, y=2.4),
            run("b", "italic", x=0.6, y=-2.2),
            rules=((0, 0.9, 3.2, 1.1),),
            source="$\\frac{a}{b}$",
        ),
        text("cjk", (10, 62), run("三角形 ", "cjk"), source="三角形"),
        text("icon", (12, 66), run("\U000f010b", "icon", 24), source="car"),
        text("bold", (40, 62), run("Bold", "bold"), run("Sans Ω", "sans", x=12), run("x=1", "mono", x=28)),
        text("theta", (40, 54), run("θ", "italic"), run(" ≈ 45°", x=2.2), run("fi flow", x=16)),
    )
    return Scene(width=120, height=80, items=items, title="Sample", alt="A triangle, a curve and signs.")


Pixels: TypeAlias = npt.NDArray[np.uint8]
Probe: TypeAlias = Callable[[float, float], tuple[int, int, int]]

HOSTILE = "'\"</svg><script>alert(1)</script>\n\\input{/etc/passwd}%$\x00\x0b]]>&{}^_#~"
"""What must never leave the string, the attribute or the argument that it stands in."""


def decoded(png: bytes) -> Pixels:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"))


@pytest.fixture
def probe() -> Callable[..., Probe]:
    """Draw items on 40 by 30 mm at ten pixels a millimetre; read colours back at points in millimetres."""

    def drawn(*items: Item, theme: str = "textbook", background: str = "paper") -> Probe:
        scene = Scene(width=40, height=30, items=items, background=background)
        pixels = decoded(draw(scene, width_px=400, theme=theme))

        def color_at(x: float, y: float) -> tuple[int, int, int]:
            red, green, blue = pixels[299 - int(y * 10), int(x * 10)].tolist()
            return red, green, blue

        return color_at

    return drawn


@pytest.fixture
def hostile() -> Scene:
    """Return a scene with a hostile text wherever a scene holds text."""
    origin = Origin(entity=HOSTILE)
    mark = Marker(id=HOSTILE, role=HOSTILE, at=(5, 5), color=HOSTILE, origin=origin)
    label = text("label", (5, 15), run(HOSTILE), source=HOSTILE, entity=HOSTILE, color=HOSTILE)
    icon = text("icon", (5, 10), run(HOSTILE, "icon"), source=HOSTILE)
    return Scene(
        width=60, height=30, items=(mark, label, icon), title=HOSTILE, alt=HOSTILE, background=HOSTILE
    )
