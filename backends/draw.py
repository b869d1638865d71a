"""The one way into all backends, and the table of formats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Literal, TypeAlias

from ..dsl.scene import Scene
from ..dsl.theme import Theme, theme_named
from .options import Options

Feature: TypeAlias = Literal["pixels", "exact text", "live text", "alt text"]
"""What formats differ in: made of pixels; type drawn with the measured glyph shapes; type that can be
searched and selected; a description for those who cannot see it.
"""


@dataclass(frozen=True)
class Format:
    """A file format, what it can do, and the function that draws it (loaded when first used)."""

    name: str
    media_type: str
    module: str
    function: str
    features: frozenset[Feature]

    def draw(self, scene: Scene, options: Options) -> bytes:
        """Return the scene in this format."""
        function: Callable[[Scene, Options], bytes] = getattr(
            import_module(self.module, __package__), self.function
        )
        return function(scene, options)


def _format(name: str, media_type: str, module: str, function: str, *features: Feature) -> Format:
    return Format(name, media_type, module, function, frozenset(features))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format.name: format
        for format in (
            _format("png", "image/png", ".png", "draw_png", "pixels", "exact text"),
            _format("svg", "image/svg+xml", ".svg", "draw_svg", "exact text", "alt text"),
            _format("pdf", "application/pdf", ".pdf", "draw_pdf", "exact text", "live text", "alt text"),
            _format("py", "text/x-python", ".script", "draw_script", "exact text", "live text"),
            _format("tikz", "application/x-tex", ".tikz", "draw_tikz", "live text"),
        )
    }
)


def draw(
    scene: Scene,
    format: str = "png",
    *,
    theme: Theme | str = "",
    width_px: int | None = None,
    dpi: float | None = None,
) -> bytes:
    """Return a scene as the bytes of a file, the same bytes each time.

    It is painted in the colours of its own theme unless told of another. `width_px` or `dpi` (200 unless told) set the resolution of pictures made of pixels, the script's
    among them; the other formats are drawn in millimetres. Raises `ValueError` for a format or theme that
    does not exist and for a size that cannot be; `preflight` tells beforehand what a format cannot show.

    >>> draw(Scene(width=30, height=20, items=()), width_px=60)[1:4]
    b'PNG'
    """
    if format not in FORMATS:
        raise ValueError(f"no format `{format}`; there are {', '.join(FORMATS)}")
    chosen = theme if isinstance(theme, Theme) else theme_named(theme or scene.theme)
    return FORMATS[format].draw(scene, Options(chosen, width_px, dpi))
