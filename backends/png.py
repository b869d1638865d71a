"""PNG: the scene painted by Matplotlib's Agg renderer without a figure, and written without Pillow."""

# Matplotlib ships its renderer without types.
# mypy: disable-error-code="no-untyped-call"

import struct
import zlib
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from ..dsl.scene import Fill, Scene, Stroke
from ..dsl.theme import Theme
from .options import MAX_PIXELS, Options
from .shapes import Shape, dashes, leaves, shape

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase

Pixels = npt.NDArray[np.uint8]
RGBA: TypeAlias = tuple[float, float, float, float]


def draw_png(scene: Scene, options: Options) -> bytes:
    """Return the scene as an opaque RGB picture; raises `ValueError` for more pixels than `MAX_PIXELS`."""
    return encode(paint(scene, options), per_metre=round(options.pixels_per_mm(scene.width) * 1000))


def paint(scene: Scene, options: Options) -> Pixels:
    """Return the scene's pixels, top row first."""
    width, height = options.pixels(scene.width, scene.height)
    if width * height > MAX_PIXELS:
        raise ValueError(f"a picture of {width} by {height} pixels is too large")
    canvas = _Canvas(width, height, options.pixels_per_mm(scene.width), options.theme)
    canvas.flood(scene.background)
    for leaf in leaves(scene):
        canvas.draw(shape(leaf.item))
    return canvas.pixels()


class _Canvas:
    """Matplotlib's Agg renderer, told what to draw in millimetres."""

    def __init__(self, width: int, height: int, scale: float, theme: Theme) -> None:
        # These load half of Matplotlib (0.2 s), which only those who ask for pixels should pay.
        from matplotlib.backends.backend_agg import RendererAgg
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D, IdentityTransform

        # At 72 dots per inch the renderer's points, in which it takes line widths, are pixels.
        self._renderer = RendererAgg(width, height, 72)
        self._path = Path
        self._to_pixels = Affine2D().scale(scale)
        self._pixels = IdentityTransform()
        self._size = (width, height)
        self._scale = scale
        self._theme = theme

    def flood(self, color: str) -> None:
        """Cover the whole canvas, its rounded edges included."""
        width, height = self._size
        corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]
        pen = self._renderer.new_gc()
        pen.set_linewidth(0.0)
        self._renderer.draw_path(pen, self._path(corners), self._pixels, self._paint(color))

    def draw(self, drawn: Shape) -> None:
        """Paint one shape: its area, then its line."""
        if not len(drawn.outline.points):
            return
        path = self._path(drawn.outline.points, drawn.outline.codes)
        # What is simplified would depend on the user's Matplotlib settings.
        path.should_simplify = False
        pen = self._renderer.new_gc()
        self._set_stroke(pen, drawn.stroke)
        self._renderer.draw_path(pen, path, self._to_pixels, self._face(drawn.fill))

    def _set_stroke(self, pen: "GraphicsContextBase", stroke: Stroke | None) -> None:
        if stroke is None:
            pen.set_linewidth(0.0)
            pen.set_snap(False)
            return
        # Matplotlib then moves outlines made of upright and level lines only to whole pixels.
        pen.set_snap(None)
        pen.set_linewidth(stroke.width * self._scale)
        pen.set_foreground(self._paint(stroke.color), isRGBA=True)
        pen.set_capstyle("projecting" if stroke.cap == "square" else stroke.cap)
        pen.set_joinstyle(stroke.join)
        if stroke.dash:
            pen.set_dashes(0.0, [length * self._scale for length in dashes(stroke)])

    def _face(self, fill: Fill | None) -> RGBA | None:
        return None if fill is None else self._paint(fill.color, fill.opacity)

    def _paint(self, color: str, opacity: float = 1.0) -> RGBA:
        red, green, blue = self._theme.rgb(color)
        return red / 255, green / 255, blue / 255, opacity

    def pixels(self) -> Pixels:
        """Return red, green and blue; all is opaque once the canvas was flooded."""
        return np.asarray(self._renderer.buffer_rgba())[:, :, :3]


def encode(pixels: Pixels, per_metre: int) -> bytes:
    """Return rows of RGB pixels as a PNG file; `per_metre` is the resolution that it states.

    Rows are unfiltered and lightly compressed: for line art that is both faster and smaller than
    the usual adaptive filters. Source: W3C, "Portable Network Graphics (PNG) Specification".
    """
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)
    # Channel by channel, as NumPy copies long inner loops several times faster than loops of three.
    for channel in range(3):
        rows[:, 1 + channel :: 3] = pixels[:, :, channel]
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(rows.data, 1)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
