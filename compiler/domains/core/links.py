"""Links: `a -> b`, `a -- b`, `a <-> b` between things, texts and points, where no kind says more."""

from __future__ import annotations

from functools import lru_cache

from ...arrange.plan import Hint, Tie
from ...draw.linking import draw_link, end_shape
from ...draw.pen import Pen
from ...draw.ports import flow_axis, ports
from ...model import Panel, Relation
from ...pose.boxes import box_name
from ...shapes import XY, Box, Shape
from ...values import Measure, Words
from ...vocabulary import Home, Slot, Verb, Want

PLACES = (Want.ENTITY, Want.POINT, Want.LINE)
LETTER_WIDTH = 1.75
"""Mean advance of a letter of a label, in millimetres: the room to leave before anything is set."""
MOST_ROOM = 36.0


def arrange_link(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that a link joins two boxes, and the room for its texts."""
    start, end = box_name(relation.value("start")), box_name(relation.value("end"))
    if not start or not end or start == end:
        return ()
    letters = max(len(text_of(relation, "text")), len(text_of(relation, "under")))
    room = min(MOST_ROOM, LETTER_WIDTH * letters)
    return (Tie(start, end, relation.has("directed") or relation.has("both"), room),)


def text_of(relation: Relation, slot: str) -> str:
    """Return the text of a link, over or under it."""
    value = relation.value(slot)
    return value.text if isinstance(value, Words | Measure) else ""


def draw_relation(relation: Relation, pen: Pen) -> None:
    """Draw a link, once for all that are said between the same ends; their texts are joined."""
    alike = [r for r in pen.solution.panel.relations if _alike(relation, r)]
    if alike[0] is not relation:
        return
    start, end = relation.value("start"), relation.value("end")
    first, second = end_shape(start, pen), end_shape(end, pen)
    here, there = pen.center(first), pen.center(second)
    if here is None or there is None:
        return
    paired = any(_reverse(relation, r) for r in pen.solution.panel.relations)
    draw_link(
        pen, (here, there), (first, second), text=_joined(alike, "text"), under=_joined(alike, "under"),
        forward=relation.has("directed"), both=relation.has("both"), paired=paired,
        ports=None if paired else _ports(first, second, pen),
    )  # fmt: skip


def _ports(first: Shape[float], second: Shape[float], pen: Pen) -> tuple[XY, XY] | None:
    """Return where a link of a flow leaves and enters its boxes; several into one box share its side."""
    links = _box_links(pen)
    axis = flow_axis(links)
    if axis is None or (first, second) not in links:
        return None
    assert isinstance(first, Box) and isinstance(second, Box)
    return ports(first, second, axis, links)


@lru_cache(maxsize=1)
def _box_links(pen: Pen) -> tuple[tuple[Box[float], Box[float]], ...]:
    """Return the boxes that the links of a drawing join."""
    ends = [
        (end_shape(r.value("start"), pen), end_shape(r.value("end"), pen))
        for r in pen.solution.panel.relations
        if r.verb is LINK
    ]
    return tuple((a, b) for a, b in ends if isinstance(a, Box) and isinstance(b, Box) and a != b)


def _alike(one: Relation, other: Relation) -> bool:
    same = one.value("start") == other.value("start") and one.value("end") == other.value("end")
    return other.verb is one.verb and same and other.flags == one.flags and other.style == one.style


def _reverse(one: Relation, other: Relation) -> bool:
    turned = one.value("start") == other.value("end") and one.value("end") == other.value("start")
    return other.verb is one.verb and turned and one.value("start") != one.value("end")


def _joined(links: list[Relation], slot: str) -> str:
    return ", ".join(dict.fromkeys(t for link in links if (t := text_of(link, slot))))


LINK = Verb(
    name="link", doc="An arrow or line between two things, with its text; written `a -> b : \"text\"`.",
    slots=(
        Slot("start", PLACES, "where it starts", ("from",), required=True),
        Slot("end", PLACES, "where it ends", ("to",), required=True),
        Slot("text", (Want.TEXT, Want.MEASURE), "what stands beside it", ("label", "value", "over")),
        Slot("under", Want.TEXT, "what stands on its other side", ("below_arrow",)),
    ),
    aliases=("connect", "connection", "joined", "arrow_between", "edge_between"), flags=("directed", "both", "undirected"),
    home=Home.ENTITIES, arrange=arrange_link, draw=draw_relation, example='link(a, b, "eats")',
)  # fmt: skip

VERBS = (LINK,)
