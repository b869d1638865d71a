"""A text once set: which glyph runs stand where, and how much room they take."""

from dataclasses import dataclass

from ...dsl.scene import XY, Anchor, Origin, Rect, Run, TextItem


@dataclass(frozen=True)
class SetText:
    """Runs and rules in millimetres around an origin at the left end of the first base line.

    `extent` is the ink box (left, bottom, right, top); `advance` the typographic width and
    `ascent`, `descent` the line's height above and below the base line, for even spacing of lines.
    """

    source: str
    runs: tuple[Run, ...]
    rules: tuple[Rect, ...]
    extent: Rect
    advance: float
    ascent: float
    descent: float

    @property
    def width(self) -> float:
        """Width of the ink box."""
        return self.extent[2] - self.extent[0]

    @property
    def height(self) -> float:
        """Height of the ink box."""
        return self.extent[3] - self.extent[1]

    def item(
        self,
        id: str,
        at: XY,
        *,
        role: str = "label",
        color: str = "ink",
        rotation: float = 0.0,
        z: int = 50,
        origin: Origin | None = None,
        anchor: Anchor | None = None,
    ) -> TextItem:
        """Return the primitive that draws this text with its origin at a point."""
        return TextItem(
            id=id, role=role, z=z, origin=origin, at=at, source=self.source, runs=self.runs,
            rules=self.rules, extent=self.extent, rotation=rotation, color=color, anchor=anchor,
        )  # fmt: skip
