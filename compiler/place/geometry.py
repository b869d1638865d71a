"""The painted outline of every primitive, in millimetres: what collides, and how far ink reaches."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, cos, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING, Final, TypeAlias

from ...dsl.scene import MM_PER_POINT, XY, Group, Item, Marker, Path, Rect, TextItem

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..typeset.text import SetText

Leaf: TypeAlias = Path | Marker | TextItem

FLATNESS: Final = 0.01
"""How far a flattened curve may stray from the true one (mm); half of what the audit tolerates."""
MOST_PIECES: Final = 200
NAMEABLE: Final = frozenset(
    {"edge", "link", "curve", "arrow", "dimension", "radius", "diameter", "height", "axis", "brace"}
)
"""Roles of lines that carry texts of their own, so that a text beside one may be taken for its."""
SIGN_WIDTH: Final = 0.35
"""Line width of the markers that are drawn as strokes (mm)."""


def in_paint_order(items: Iterable[Item]) -> Iterator[Leaf]:
    """Yield the primitives inside groups and outside, in the order in which they are painted."""
    for item in sorted(items, key=lambda item: item.z):
        if isinstance(item, Group):
            yield from in_paint_order(item.items)
        else:
            yield item


def subpaths(path: Path, flatness: float = FLATNESS) -> list[list[XY]]:
    """Return the polylines of an outline; a closed one ends where it began.

    >>> subpaths(Path(id="p", role="edge", codes="MLLZ", points=((0, 0), (2, 0), (0, 1), (0, 0))))
    [[(0.0, 0.0), (2.0, 0.0), (0.0, 1.0), (0.0, 0.0)]]
    """
    lines: list[list[XY]] = []
    points, at = path.points, 0
    while at < len(points):
        code = path.codes[at]
        if code == "M" or not lines:
            lines.append([points[at]])
        elif code == "C":
            lines[-1].extend(_curve(lines[-1][-1], *points[at : at + 3], flatness=flatness))
            at += 2
        elif points[at] != lines[-1][-1]:
            lines[-1].append(points[at])
        at += 1
    return [line for line in lines if line]


def text_corners(text: TextItem) -> tuple[XY, XY, XY, XY]:
    """Return the corners of a text's ink box on the page, counter-clockwise."""
    return _on_page(text, text.extent)


def _on_page(text: TextItem, box: Rect) -> tuple[XY, XY, XY, XY]:
    """Return the corners on the page of a box in a text's own frame."""
    left, bottom, right, top = box
    x, y = text.at
    c, s = cos(radians(text.rotation)), sin(radians(text.rotation))
    return (
        (x + c * left - s * bottom, y + s * left + c * bottom),
        (x + c * right - s * bottom, y + s * right + c * bottom),
        (x + c * right - s * top, y + s * right + c * top),
        (x + c * left - s * top, y + s * left + c * top),
    )


def run_boxes(text: TextItem, *, shrunk: float = 0.0) -> list[tuple[XY, XY, XY, XY]]:
    """Return the corners of each run's and each rule's own ink on the page, measured from the fonts.

    Tighter than the one box of the whole text where lines differ in length or an index sticks out. A
    character that its font lacks makes the whole text one box. `shrunk` takes some mm off every side; what
    is thinner than that is left out.
    """
    inner = [
        (left + shrunk, bottom + shrunk, right - shrunk, top - shrunk)
        for left, bottom, right, top in run_rects(text)
    ]
    return [_on_page(text, box) for box in inner if box[0] <= box[2] and box[1] <= box[3]]


def run_rects(text: "TextItem | SetText") -> list[Rect]:
    """Return the ink box of each run and rule in a text's own frame, measured from the fonts."""
    from ..typeset.glyphs import glyph

    boxes: list[Rect] = list(text.rules)
    for run in text.runs:
        em, pen = run.size * MM_PER_POINT, run.x
        inked = []
        for char in run.text:
            shown = glyph(run.font, char)
            if shown is None:
                return [text.extent]
            if shown.right > shown.left:
                inked.append(
                    (
                        pen + em * shown.left,
                        run.y + em * shown.bottom,
                        pen + em * shown.right,
                        run.y + em * shown.top,
                    )
                )
            pen += em * shown.advance
        if inked:
            left, bottom, right, top = zip(*inked)
            boxes.append((min(left), min(bottom), max(right), max(top)))
    return boxes


def stroke_shape(path: Path) -> "BaseGeometry":
    """Return what the stroke of a path paints; dashes count as drawn through."""
    import shapely

    if path.stroke is None:
        return shapely.Polygon()
    lines = [line for line in subpaths(path) if len(line) > 1]
    return shapely.union_all(
        [
            shapely.buffer(
                shapely.LinearRing(line)
                if line[0] == line[-1] and len(line) > 3
                else shapely.LineString(line),
                path.stroke.width / 2,
                cap_style={"butt": "flat"}.get(path.stroke.cap, path.stroke.cap),
                join_style={"miter": "mitre"}.get(path.stroke.join, path.stroke.join),
            )
            for line in lines
        ]
    )


def fill_shape(path: Path) -> "BaseGeometry":
    """Return what the fill of a path paints, by the even-odd rule for its subpaths."""
    import shapely

    shape = shapely.Polygon()
    if path.fill is None:
        return shape
    for line in subpaths(path):
        if len(line) > 2:
            ring = shapely.make_valid(shapely.Polygon(line))
            shape = shape.symmetric_difference(ring) if not shape.is_empty else ring
    return shape


def marker_shape(marker: Marker) -> "BaseGeometry":
    """Return what a marker paints; a ring counts with its inside."""
    import shapely

    (x, y), r = marker.at, marker.size / 2
    if marker.shape == "square":
        return shapely.box(x - r, y - r, x + r, y + r)
    if marker.shape == "diamond":
        return shapely.Polygon([(x - r, y), (x, y - r), (x + r, y), (x, y + r)])
    if marker.shape == "plus":
        strokes = [[(x - r, y), (x + r, y)], [(x, y - r), (x, y + r)]]
    elif marker.shape == "cross":
        d = r * sqrt(0.5)
        strokes = [[(x - d, y - d), (x + d, y + d)], [(x - d, y + d), (x + d, y - d)]]
    else:
        return shapely.Point(x, y).buffer(r)
    return shapely.MultiLineString(strokes).buffer(SIGN_WIDTH / 2)


def ink_shape(item: Item) -> "BaseGeometry":
    """Return the painted outline of a primitive: stroke with its width, fill, text as its ink box.

    >>> ink_shape(Marker(id="m", role="point", at=(0, 0), shape="square", size=2)).area
    4.0
    """
    import shapely

    if isinstance(item, TextItem):
        return shapely.Polygon(text_corners(item))
    if isinstance(item, Marker):
        return marker_shape(item)
    if isinstance(item, Group):
        return shapely.union_all([ink_shape(child) for child in item.items])
    return shapely.union(stroke_shape(item), fill_shape(item))


def bounds(items: Sequence[Item]) -> Rect:
    """Return left, bottom, right and top of all that is painted, in millimetres.

    Nothing painted has the bounds (0, 0, 0, 0).

    >>> bounds([Marker(id="m", role="point", at=(1, 2), size=1)])
    (0.5, 1.5, 1.5, 2.5)
    """
    rects = [rect for leaf in in_paint_order(items) if (rect := _leaf_bounds(leaf))]
    if not rects:
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = zip(*rects)
    return (min(left), min(bottom), max(right), max(top))


def _leaf_bounds(leaf: Leaf) -> Rect | None:
    if isinstance(leaf, Marker):
        (x, y), r = leaf.at, leaf.size / 2
        return (x - r, y - r, x + r, y + r)
    if isinstance(leaf, TextItem):
        return _around(text_corners(leaf), 0.0)
    if leaf.stroke is not None and (leaf.stroke.join == "miter" or leaf.stroke.cap != "round"):
        # the stroke reaches beyond the fill on all sides
        left, bottom, right, top = stroke_shape(leaf).bounds
        return (left, bottom, right, top) if left == left else None
    if leaf.stroke is None and leaf.fill is None:
        return None
    is_straight = "C" not in leaf.codes
    points = leaf.points if is_straight else [p for line in subpaths(leaf) for p in line]
    # round joins and caps reach exactly half a width beyond the outline, so no offset curve is needed
    return _around(points, leaf.stroke.width / 2 if leaf.stroke is not None else 0.0)


def _around(points: Sequence[XY], margin: float) -> Rect | None:
    if not points:
        return None
    xs, ys = zip(*points)
    return (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


def _curve(start: XY, one: XY, two: XY, end: XY, *, flatness: float) -> list[XY]:
    """Return points of a cubic Bézier behind its start, evenly in its parameter.

    The chord error over `n` pieces is at most `|B''| / (8 n^2)`, and `|B''|` at most six times the
    larger second difference of the control points.
    """
    bend = max(
        hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1])
        for a, b, c in ((start, one, two), (one, two, end))
    )
    count = min(MOST_PIECES, max(1, ceil(sqrt(6 * bend / (8 * flatness)))))
    points = []
    for k in range(1, count + 1):
        t = k / count
        u = 1 - t
        w0, w1, w2, w3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append((
            w0 * start[0] + w1 * one[0] + w2 * two[0] + w3 * end[0],
            w0 * start[1] + w1 * one[1] + w2 * two[1] + w3 * end[1],
        ))  # fmt: skip
    return points
