"""The place that a text has got in the end."""

from dataclasses import dataclass

import shapely

from ...dsl.scene import XY
from .candidates import Places
from .frame import Frame


@dataclass(frozen=True)
class Taken:
    """Where the centre of a text's box stands, its leader, and whether its line gives way."""

    text: int
    frame: Frame
    center: XY
    leader: tuple[XY, XY] | None
    breaks: bool

    @classmethod
    def of(cls, text: int, frame: Frame, places: Places, row: int) -> "Taken":
        """Return one of several places as what a text has taken."""
        x, y = places.centers[row].tolist()
        x1, y1, x2, y2 = places.leaders[row].tolist()
        leader = ((x1, y1), (x2, y2)) if x1 == x1 else None
        return cls(text, frame, (x, y), leader, bool(places.breaks[row]))

    def box(self, margin: float) -> shapely.Polygon:
        """Return the box of the text with room around it."""
        return shapely.Polygon(self.frame.grown(margin).corners(self.center))
