"""Links: arrows and lines from outline to outline, straight where the way is free, bent where it is not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from ...dsl.scene import Path, Rect, TextItem
from ..shapes import (
    XY,
    Box,
    Curve,
    Line,
    Nowhere,
    Point,
    Polyline,
    Shape,
    Spline,
    Vector,
    along,
    heading,
    polar,
)
from ..targets import AlongLine, ByPoint
from .clearance import Strokes, strokes_in
from .outlines import bounds_of, corners, outline_of
from .paths import Outline, flattened

if TYPE_CHECKING:
    from ..values import Value
    from .pen import Pen

Ends: TypeAlias = tuple[Shape[float] | None, Shape[float] | None]
Rings: TypeAlias = tuple[Sequence[XY], Sequence[XY]]
"""The outlines at both ends of a way, as polygons."""

BENDS = (0.0, 0.18, -0.18, 0.32, -0.32, 0.5, -0.5, 0.7, -0.7)
"""Heights of the bends that are tried, as a share of the distance."""
PAIRED = (0.2, 0.32, 0.5, -0.2, -0.32, -0.5)
"""The same where a link runs the other way, too: both bend to their own left."""
STEPS = 24
CLEAR = 1.0
"""White between a way and the boxes that it passes, in millimetres."""
ROUNDED = 0.01
"""An outline with the bounds of a box, to so many millimetres, is the box's."""
SHORTEST = 1.2
"""A link shorter than this (mm), between things that touch, has no ink."""
WIDEST_TEXT = 36.0
"""Longer texts of links are broken into lines of about this width (mm)."""
LOOP = 5.0
BOX, BENT, CROSSED, NEAR, MOST_NEAR = 100.0, 0.5, 0.3, 1.0, 6.0
"""Prices of a way: per box crossed, per bend tried before it, per link crossed, per millimetre (at most so many) that it
runs along a link."""


def draw_link(
    pen: Pen, centers: tuple[XY, XY], ends: Ends, *, text: str = "", under: str = "", forward: bool = False,
    both: bool = False, paired: bool = False, ports: tuple[XY, XY] | None = None,
) -> None:  # fmt: skip
    """Draw a link between two shapes and ask for its texts; from port to port if it has any and the way is free."""
    boxes = _boxes(pen, ends)
    if math.dist(*centers) < 1e-6:
        points = loop(ends[0], centers[0], boxes)
    elif ports is not None and not any(comes_upon(ports, box) for box in boxes):
        points = list(ports)
    else:
        drawn = strokes_in(pen.canvas, "link")
        rings = drawn_ring(pen, ends[0]), drawn_ring(pen, ends[1])
        points = way(centers, rings, boxes, paired=paired, links=drawn)
    if len(points) < 2:
        return
    if sum(math.dist(p, q) for p, q in zip(points, points[1:])) < SHORTEST:
        pen.label(text, ByPoint(points[-1]))
        return
    bent = len(points) > 2
    id = (
        pen.arrow(points, both=both, role="link", smooth=bent)
        if forward or both
        else pen.way(points, smooth=bent)
    )
    side = _outer(points) if bent else 0
    pen.label(text, AlongLine(tuple(points), side=side, may_break=True), owner=id, width=WIDEST_TEXT)
    below = -side if side else -1 if points[-1][0] >= points[0][0] else 1
    pen.label(under, AlongLine(tuple(points), side=below), owner=id, width=WIDEST_TEXT)


def _outer(points: Sequence[XY]) -> int:
    """Return the side on which a bent way bulges: +1 left of its direction, -1 right."""
    a, m, b = points[0], points[len(points) // 2], points[-1]
    turn = (b[0] - a[0]) * (m[1] - a[1]) - (b[1] - a[1]) * (m[0] - a[0])
    return 1 if turn > 0 else -1


def _boxes(pen: Pen, ends: Ends) -> list[Rect]:
    """Return the boxes that a way should not cross: all but its ends and what holds one of them."""
    held = [b for e in ends if e is not None and (b := bounds_of(e))]
    found: list[Rect] = []
    for shape in boxed_shapes(pen):
        box = bounds_of(shape) if shape not in ends else None
        if box is not None and not any(_covers(box, h) or _covers(h, box) for h in held):
            found.append(box)
    return found + [t for t in _texts(pen) if not any(_covers(h, t) for h in held)]


def end_shape(value: Value | None, pen: Pen) -> Shape[float]:
    """Return the shape of an end; of a part without a place of its own, the whole thing."""
    if value is None:
        return Nowhere()
    parts = pen.solution.poser.vague_parts
    return pen.shape_of(parts[value]) if value in parts else pen.shape(value)


def boxed_shapes(pen: Pen) -> list[Box[float]]:
    """Return the boxes of all things that take up room."""
    shown = [
        e for e in pen.solution.panel.entities.values() if e.kind.extent is not None and not e.style.hidden
    ]
    return [shape for e in shown if isinstance(shape := pen.shape_of(e.name), Box)]


def _texts(pen: Pen) -> list[Rect]:
    """Return the boxes of the texts that are drawn already."""
    found: list[Rect] = []
    for item in pen.canvas.items:
        if isinstance(item, TextItem):
            (x, y), (left, bottom, right, top) = item.at, item.extent
            found.append((x + left, y + bottom, x + right, y + top))
    return found


def _covers(box: Rect, inner: Rect) -> bool:
    return box[0] <= inner[0] and box[1] <= inner[1] and box[2] >= inner[2] and box[3] >= inner[3]


def blocked(pen: Pen, points: Sequence[XY], own: Shape[float]) -> bool:
    """Whether a way comes upon a box or text that is not its own."""
    if any(comes_upon(points, box) for box in _boxes(pen, (own, None))):
        return True
    links = [i for i in pen.canvas.items if isinstance(i, Path) and i.role in ("link", "arrow")]
    paths = [path for i in links for path in flattened(Outline(i.codes, i.points))]
    return any(_meet(points, path) for path in paths)


def _meet(one: Sequence[XY], other: Sequence[XY]) -> bool:
    pairs = ((p, q, a, b) for p, q in zip(one, one[1:]) for a, b in zip(other, other[1:]))
    return any(_cut(*pair) is not None for pair in pairs)


def way(
    centers: tuple[XY, XY],
    rings: Rings,
    boxes: Sequence[Rect],
    *,
    paired: bool = False,
    links: Strokes | None = None,
) -> list[XY]:
    """Return the points of a way from outline to outline that crosses the fewest boxes, the straightest first.

    It does not run along other `links`, as two would that leave a box by the same corner.
    """
    best: list[XY] = []
    least = math.inf
    for k, bend in enumerate(PAIRED if paired else BENDS):
        points = trimmed(bent(*centers, bend), rings)
        if len(points) < 2:
            continue
        price = BOX * sum(comes_upon(points, box) for box in boxes) + BENT * k
        if links is not None and price < least:
            steps = (along(points[0], points[-1], k / STEPS) for k in range(STEPS + 1))
            crossed, near = links.met_by(points if bend else list(steps), CLEAR)
            price += CROSSED * crossed + NEAR * min(near, MOST_NEAR)
        if price < least:
            best, least = points, price
        if least <= BENT * (k + 1):
            break
    return best


def bent(a: XY, b: XY, bend: float) -> list[XY]:
    """Return a line, or a parabola whose height to the left of it is a share of its length."""
    if bend == 0.0:
        return [a, b]
    length = math.dist(a, b)
    middle = polar(along(a, b, 0.5), 2 * bend * length, heading(a, b) + 90)
    points = []
    for k in range(STEPS + 1):
        t = k / STEPS
        weights = ((1 - t) ** 2, 2 * t * (1 - t), t * t)
        points.append(
            (
                sum(w * p[0] for w, p in zip(weights, (a, middle, b))),
                sum(w * p[1] for w, p in zip(weights, (a, middle, b))),
            )
        )
    return points


def trimmed(points: Sequence[XY], rings: Rings) -> list[XY]:
    """Return a way without what lies in the outlines at its ends; empty ones hold nothing."""
    rest = _left(list(points), rings[0])
    return _left(rest[::-1], rings[1])[::-1]


def _left(points: list[XY], ring: Sequence[XY]) -> list[XY]:
    """Return a way from where it leaves an outline for the last time."""
    if len(ring) < 3:
        return points
    for k in range(len(points) - 1, 0, -1):
        cuts = [
            t
            for a, b in zip(ring, (*ring[1:], ring[0]))
            if (t := _cut(points[k - 1], points[k], a, b)) is not None
        ]
        if cuts:
            return [along(points[k - 1], points[k], max(cuts)), *points[k:]]
    return points


def drawn_ring(pen: Pen, shape: Shape[float] | None) -> list[XY]:
    """Return the outline of an end as it is drawn: that of a box may have round corners."""
    if not isinstance(shape, Box):
        return ring_of(shape) if shape is not None else []
    low, _, high, _ = corners(shape)
    for item in pen.canvas.items:
        if isinstance(item, Path) and item.role == "edge" and item.codes.endswith("Z"):
            xs, ys = zip(*item.points)
            if math.dist((min(xs), min(ys)), low) + math.dist((max(xs), max(ys)), high) < ROUNDED:
                return flattened(Outline(item.codes, item.points))[0]
    return [*corners(shape)]


def ring_of(shape: Shape[float]) -> list[XY]:
    """Return the closed outline of a shape as a polygon; nothing for what encloses no area."""
    if isinstance(shape, Point | Line | Vector | Polyline | Nowhere | Spline | Curve):
        return []
    if isinstance(shape, Box):
        return list(corners(shape))
    paths = flattened(outline_of(shape))
    return max(paths, key=len) if paths else []


def _cut(p: XY, q: XY, a: XY, b: XY) -> float | None:
    """Return where the piece pq crosses the side ab, as a fraction of pq."""
    ux, uy, vx, vy = q[0] - p[0], q[1] - p[1], b[0] - a[0], b[1] - a[1]
    turn = ux * vy - uy * vx
    if abs(turn) < 1e-12:
        return None
    t = ((a[0] - p[0]) * vy - (a[1] - p[1]) * vx) / turn
    s = ((a[0] - p[0]) * uy - (a[1] - p[1]) * ux) / turn
    return t if -1e-9 <= t <= 1 + 1e-9 and -1e-9 <= s <= 1 + 1e-9 else None


def comes_upon(points: Sequence[XY], box: Rect) -> bool:
    """Whether a way comes into a box or within the white around it."""
    left, bottom, right, top = box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR
    ring = ((left, bottom), (right, bottom), (right, top), (left, top))
    for p, q in zip(points, points[1:]):
        if left <= q[0] <= right and bottom <= q[1] <= top:
            return True
        if any(_cut(p, q, a, b) is not None for a, b in zip(ring, (*ring[1:], ring[0]))):
            return True
    return False


def loop(shape: Shape[float] | None, center: XY, boxes: Sequence[Rect]) -> list[XY]:
    """Return the way of a link from a shape to itself, on the side with the most room."""
    reach = bounds_of(shape) if shape is not None else None
    left, bottom, right, top = reach or (center[0], center[1], center[0], center[1])
    sides = {90: (center[0], top), 0: (right, center[1]), 270: (center[0], bottom), 180: (left, center[1])}
    ways = [_petal(at, theta, _width(theta, (left, bottom, right, top))) for theta, at in sides.items()]
    return min(ways, key=lambda w: sum(comes_upon(w, box) for box in boxes))


def _width(theta: int, box: Rect) -> float:
    side = box[2] - box[0] if theta in (90, 270) else box[3] - box[1]
    return min(0.35 * side, LOOP) if side > 0 else LOOP / 2


def _petal(at: XY, theta: int, width: float) -> list[XY]:
    """Return a loop that leaves and enters a side at two places."""
    high = 2.2 * LOOP
    start, end = polar(at, width / 2, theta + 90), polar(at, width / 2, theta - 90)
    controls = (
        start,
        polar(polar(start, high, theta), 0.9 * LOOP, theta + 90),
        polar(polar(end, high, theta), 0.9 * LOOP, theta - 90),
        end,
    )
    points = []
    for k in range(STEPS + 1):
        t, u = k / STEPS, 1 - k / STEPS
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        points.append(tuple(sum(w * c[i] for w, c in zip(weights, controls)) for i in (0, 1)))
    return points  # type: ignore[return-value]
