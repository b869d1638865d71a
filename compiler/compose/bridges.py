"""Arrows and lines from panel to panel, with their texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ...dsl.scene import XY, Fill, Item, Origin, Path, Rect, Stroke
from ...dsl.theme import DASHES
from ..draw.arrows import Arrow, Tip, made
from ..draw.courses import course_of
from ..draw.paths import polyline
from ..draw.pen import WIDTHS
from ..model import Bridge
from ..typeset import SetText, Style, typeset
from .pieces import stroked

if TYPE_CHECKING:
    from .stage import Place

HEAD = 3.4
CLEAR = 2.4
"""White between an arrow and the panels that it joins."""
SHORTEST = 17.0
LABEL_GAP = 1.9
SIDE_GAP = 2.6
"""Between an upright arrow, whose head is wide, and its text."""
LABEL = Style(align="center")
LABEL_WIDTH = 34.0


def set_texts(bridge: Bridge) -> list[SetText]:
    """Return the texts over and under an arrow, set."""
    return [typeset(text, LABEL, width=LABEL_WIDTH) for text in bridge.texts]


def room_for(bridge: Bridge) -> float:
    """Return the room between two neighbours that an arrow with its texts needs."""
    return max([SHORTEST, *(t.width + 2 * CLEAR + HEAD + 2.0 for t in set_texts(bridge))])


def drop_for(bridge: Bridge) -> float:
    """Return the room between two rows that an arrow with its texts needs."""
    return max([SHORTEST, *(t.height + 2 * CLEAR + 4.0 for t in set_texts(bridge))])


def bridge_items(bridge: Bridge, scenes: Mapping[str, Place], number: int) -> Iterator[Item]:
    """Yield the ink of an arrow between two panels that have their places."""
    a, b = scenes.get(bridge.start), scenes.get(bridge.end)
    if a is None or b is None or a == b:
        return
    points = _course(a, b, [c.box for c in scenes.values() if c not in (a, b)])
    id = f"bridge{number}"
    origin = Origin(entity=f"{bridge.start}{bridge.op}{bridge.end}", span=bridge.span)
    color = bridge.style.color or "ink"
    width = WIDTHS.get(bridge.style.weight, 0.5) if bridge.style.weight else 0.5
    stroke = Stroke(color=color, width=width, dash=DASHES.get(bridge.style.dash, ()), cap="butt")
    body = polyline(points)
    if bridge.op in ("->", "<->"):
        names = ("head", "tail") if bridge.op == "<->" else ("head",)
        body, tips = made(Arrow(course_of(body), HEAD, *names), (0.0, 0.0))
        for name, tip in zip(names, tips):
            yield _head(f"{id}/{name}", tip, color, origin)
    yield stroked(id, body, stroke, role="arrow", origin=origin)
    for n, text in enumerate(set_texts(bridge)):
        yield text.item(f"{id}/text{n}", _beside(points, text, over=n == 0), role="label", origin=origin)


def _head(id: str, tip: Tip, color: str, origin: Origin) -> Path:
    outline = tip.outline
    return Path(
        id=id, role="arrowhead", z=1, origin=origin, codes=outline.codes, points=outline.points,
        fill=Fill(color=color),
    )  # fmt: skip


def _course(start: Place, end: Place, others: Sequence[Rect]) -> list[XY]:
    """Return the course of an arrow: straight between neighbours, else around what stands between."""
    a, b = start.box, end.box
    right, left = b[0] - a[2] > 2 * CLEAR, a[0] - b[2] > 2 * CLEAR
    low, high = max(a[1], b[1]), min(a[3], b[3])
    if (right or left) and high > low:
        if any(_between(c, a, b, low, high) for c in others):
            return _overhead(start, end, others)
        y = (low + high) / 2
        return [(a[2] + CLEAR, y), (b[0] - CLEAR, y)] if right else [(a[0] - CLEAR, y), (b[2] + CLEAR, y)]
    near, far = max(a[0], b[0]), min(a[2], b[2])
    down = a[1] > b[3]
    first, last = (start.low - CLEAR, end.high + CLEAR) if down else (start.high + CLEAR, end.low - CLEAR)
    if far > near:
        if any(
            min(a[3], b[3]) < c[3] and c[1] < max(a[1], b[1]) and c[0] < far and c[2] > near for c in others
        ):
            return _beside_all(a, b, others)
        x = (near + far) / 2
        return [(x, first), (x, last)]
    middle = (first + last) / 2
    xa, xb = (a[0] + a[2]) / 2, (b[0] + b[2]) / 2
    return [(xa, first), (xa, middle), (xb, middle), (xb, last)]


def _between(c: Rect, a: Rect, b: Rect, low: float, high: float) -> bool:
    """Whether a scene stands in the straight way from one to the other."""
    return min(a[2], b[2]) < c[2] and c[0] < max(a[0], b[0]) and c[1] < high and c[3] > low


def _overhead(start: Place, end: Place, others: Sequence[Rect]) -> list[XY]:
    top = max([start.high, end.high, *(c[3] for c in others)]) + 2 * CLEAR
    xa, xb = (start.box[0] + start.box[2]) / 2, (end.box[0] + end.box[2]) / 2
    return [(xa, start.high + CLEAR), (xa, top), (xb, top), (xb, end.high + CLEAR)]


def _beside_all(a: Rect, b: Rect, others: Sequence[Rect]) -> list[XY]:
    x = max([a[2], b[2], *(c[2] for c in others)]) + 3 * CLEAR
    ya, yb = (a[1] + a[3]) / 2, (b[1] + b[3]) / 2
    return [(a[2] + CLEAR, ya), (x, ya), (x, yb), (b[2] + CLEAR, yb)]


def _beside(points: list[XY], text: SetText, *, over: bool) -> XY:
    """Return where a text stands: over or under a level arrow, beside an upright one."""
    middle = len(points) // 2
    a, b = points[middle - 1], points[middle]
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    left, bottom, right, top = text.extent
    if abs(a[0] - b[0]) >= abs(a[1] - b[1]):
        return (x - (left + right) / 2, y + LABEL_GAP - bottom if over else y - LABEL_GAP - top)
    side = x + SIDE_GAP - left if over else x - SIDE_GAP - right
    return (side, y - (bottom + top) / 2)
