"""What solids with plane faces share: their drawing, and the data that stand beside their edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...draw.in_space import draw_body, hull
from ...draw.pen import Pen
from ...draw.sides import draw_texts, free_side
from ...model import Entity
from ...pose.lettered import lettered
from ...pose.poser import Poser
from ...shapes import XY, Point, Polyhedron, Shape, SpacePoint, xy
from ...system import Sort
from ...targets import AlongLine
from ...values import Measure, PartRef, Ref, Value
from ...vocabulary import Slot, Want

THINNEST = 5.0
"""Space millimetres that an edge is long at least."""


def length_slot(name: str, doc: str, *aliases: str, spans: float = 1.0, many: bool = False) -> Slot:
    """Return a slot for a stated length that prints."""
    return Slot(
        name,
        Want.MEASURE,
        doc,
        aliases,
        dimension="length",
        printed=True,
        positional=False,
        spans=spans,
        many=many,
    )


def stated_length(value: Value | None, usual: float, poser: Poser, name: str = "length") -> int:
    """Return the slot of a stated length; one that is open would like to be as long as usual."""
    slot = poser.measure(value, "length") if isinstance(value, Measure) else poser.free(name, usual)
    if poser.fixed(slot) is None:
        poser.wish("close", slot, poser.constant(usual), weight=0.05)
        poser.require("greater", slot, poser.constant(THINNEST), sort=Sort.BOUND)
    return slot


def is_said(pen: Pen, entity: Entity, parts: Sequence[str]) -> bool:
    """Whether a dimension of its own says the size of a part: `dimension(tank.height, 8 m)`; it is not said twice."""
    return any(
        isinstance(v, PartRef) and v.base == Ref(entity.name) and v.part in parts
        for relation in pen.solution.panel.relations
        if relation.verb.measure is not None and relation.verb.draw is not None and not relation.compared
        for v in relation.values_of(relation.verb.slots[0].name)
    )


def own_text(pen: Pen, entity: Entity, slot: str) -> str:
    """Return what a solid prints of one of its sizes, unless a dimension says it."""
    held = entity.kind.slot(slot)
    return "" if held is None or is_said(pen, entity, (slot, *held.aliases)) else pen.printed(entity, slot)


def draw_polyhedron(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the edges, each as far as it is seen, and the data of sides named by letters."""
    draw_body(pen, shape)
    if not isinstance(shape, Polyhedron):
        return
    outline = outline_of(shape)
    for points, value in lettered(entity):
        ends = [xy(s) for p in points if isinstance(s := pen.shape_of(p), Point)]
        text = pen.words(value) if value.prints else ""
        if text and len(ends) == 2 == len(points):
            write_beside(pen, outline, (ends[0], ends[1]), text)
    draw_texts(pen, shape, [t.text for t in entity.texts], entity.name)


def outline_of(shape: Polyhedron[float]) -> tuple[XY, ...]:
    """Return the outline of a solid as it is drawn."""
    return hull([xy(p) for face in shape.faces for p in face])


def write_beside(pen: Pen, outline: Sequence[XY], ends: tuple[XY, XY], text: str) -> None:
    """Write a text along an edge: outside where the edge is on the outline."""
    pen.label(text, AlongLine(ends, side=free_side(outline, *ends)), role="side-text")


def outermost(
    outline: Sequence[XY], edges: Iterable[tuple[SpacePoint[float], SpacePoint[float]]]
) -> tuple[XY, XY] | None:
    """Return the first of some edges that is on the outline, else the first."""
    drawn = [(xy(a), xy(b)) for a, b in edges]
    return next((ends for ends in drawn if free_side(outline, *ends)), drawn[0] if drawn else None)
