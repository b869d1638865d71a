"""Lines broken where a text stands in them, and halos where a text stands on hatching."""

from collections.abc import Sequence

from ...dsl.scene import XY, Fill, Group, Item, Path
from .candidates import GAP_MARGIN
from .frame import Frame
from .geometry import subpaths

HALO = 0.5
"""Paper around a text on hatching (mm): as much as texts keep from other ink."""


def broken(ink: Sequence[Item], gaps: dict[str, list[tuple[XY, ...]]]) -> tuple[Item, ...]:
    """Return the ink with the named paths interrupted inside the given polygons."""
    if not gaps:
        return tuple(ink)
    return tuple(_broken(item, gaps) for item in ink)


def gap_around(frame: Frame, center: XY) -> tuple[XY, ...]:
    """Return the polygon that a line leaves free for the text that stands in it."""
    return frame.grown(GAP_MARGIN).corners(center)


def halo(id: str, frame: Frame, center: XY, z: int) -> Path:
    """Return a paper-coloured ground for a text on hatching."""
    return paper(id, frame.grown(HALO).corners(center), z)


def paper(id: str, corners: Sequence[XY], z: int) -> Path:
    """Return a four-cornered piece of paper under a text."""
    return Path(
        id=id, role="halo", z=z, codes="MLLLZ", points=(*corners, corners[0]), fill=Fill(color="paper")
    )


def _broken(item: Item, gaps: dict[str, list[tuple[XY, ...]]]) -> Item:
    if isinstance(item, Group):
        return item.model_copy(update={"items": tuple(_broken(child, gaps) for child in item.items)})
    if not isinstance(item, Path) or item.id not in gaps or item.stroke is None or item.fill is not None:
        return item
    import shapely

    lines = shapely.multilinestrings([shapely.LineString(line) for line in subpaths(item) if len(line) > 1])
    left = shapely.difference(lines, shapely.union_all([shapely.Polygon(gap) for gap in gaps[item.id]]))
    codes, points = "", []
    for part in shapely.get_parts(left):
        coordinates = [(float(x), float(y)) for x, y in part.coords]
        if len(coordinates) > 1:
            codes += "M" + "L" * (len(coordinates) - 1)
            points += coordinates
    return item.model_copy(update={"codes": codes, "points": tuple(points)})
