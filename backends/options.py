"""How a scene is to be drawn: what callers may choose and no scene states."""

from dataclasses import dataclass

from ..dsl.theme import TEXTBOOK, Theme

MM_PER_INCH = 25.4
DEFAULT_DPI = 200.0
MAX_PIXELS = 100_000_000
"""Beyond this a picture takes more than half a gigabyte while it is painted."""


@dataclass(frozen=True)
class Options:
    """Colours, and the resolution of formats that are made of pixels (`width_px` overrides `dpi`)."""

    theme: Theme = TEXTBOOK
    width_px: int | None = None
    dpi: float | None = None

    def __post_init__(self) -> None:
        if any(size is not None and not size > 0 for size in (self.width_px, self.dpi)):
            raise ValueError("`width_px` and `dpi` must be positive")

    def pixels_per_mm(self, width: float) -> float:
        """Return the scale for a scene of this width in millimetres.

        >>> Options(width_px=600).pixels_per_mm(120)
        5.0
        """
        if self.width_px is not None:
            return self.width_px / width
        return (self.dpi or DEFAULT_DPI) / MM_PER_INCH

    def pixels(self, width: float, height: float) -> tuple[int, int]:
        """Return the size in pixels of a scene of this size in millimetres, at least one each way.

        >>> Options(width_px=600).pixels(120, 80)
        (600, 400)
        """
        scale = self.pixels_per_mm(width)
        return max(1, round(width * scale)), max(1, round(height * scale))
