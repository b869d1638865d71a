"""Texts beside things: labels, captions, titles; styles said afterwards."""

from __future__ import annotations

from ....dsl.quantity import read_text
from ...draw.outlines import bounds_of
from ...draw.pen import Pen
from ...draw.targets import over_box, target_of
from ...expression import Number
from ...model import Panel, Relation
from ...pose.poser import Poser
from ...shapes import Box, Several, Shape
from ...values import Chain, Formula, Measure, Ref, Value, Words
from ...vocabulary import Home, Slot, Verb, Want

TEXT = Slot("text", (Want.TEXT, Want.MEASURE), "what is written", ("caption", "label", "value"))


def claimed_length(relation: Relation, panel: Panel) -> Measure | None:
    """Return the length that a label states about a segment: such a text is a claim, and holds.

    Not where axes measure the drawing: a line at the mean of 71 inches is not 71 inches long.
    """
    text, subject = relation.value("text"), relation.value("of")
    if not isinstance(text, Words) or not _is_segment(subject, panel):
        return None
    if any(entity.kind.frames for entity in panel.entities.values()):
        return None
    found = read_text(text.text).magnitude
    if found is None or found.value is None or found.unit is None or found.unit.dimension.name != "length":
        return None
    return Measure(text.text, Formula(Number(f"{found.value:.15g}", found.value)), found.unit)


def _is_segment(value: Value | None, panel: Panel) -> bool:
    if isinstance(value, Chain):
        return len(value.ends) == 2
    traits = panel.entities[value.name].kind.traits if isinstance(value, Ref) else ()
    return "segment" in traits


def hold_label(relation: Relation, poser: Poser) -> None:
    """Demand that a segment is as long as its label says."""
    claimed = claimed_length(relation, poser.panel)
    line = poser.line(relation.values_of("of")[0]) if claimed else None
    if claimed is not None and line is not None:
        a, b = line.a, line.b
        poser.equate(poser.distance(a, b, start=1.0), poser.measure(claimed))


def draw_label(relation: Relation, pen: Pen) -> None:
    """Write a text beside or inside the thing that it names."""
    text = pen.words(relation.value("text"))
    for value in relation.values_of("of"):
        entity = pen.entity(value)
        if entity is not None and entity.kind.adopts and entity.kind.adopts(entity, relation):
            continue
        shape = pen.shape(value)
        target = target_of(shape, pen)
        entity = pen.entity(value)
        full = entity is not None and ("cells" in entity.kind.traits or entity.kind.extent is not None)
        if full and isinstance(shape, Box):
            # Its inside is full of its own texts: what is said of the whole stands over it.
            target = over_box(shape)
        members = shape.shapes if isinstance(shape, Several) else ()
        if entity is not None and "strips" in entity.kind.traits:
            # The strips of one sum have its label once, in the largest.
            members = tuple(sorted(members, key=_height)[-1:])
        targets = [t for t in (target, *(target_of(m, pen) for m in members)) if t is not None]
        for place in targets:
            pen.label(text, place, owner=pen.owner_of(value))
        if not targets and text:
            pen.note(text)


def _height(shape: Shape[float]) -> float:
    box = bounds_of(shape)
    return box[3] - box[1] if box else 0.0


LABEL = Verb(
    name="label", doc="Writes a text beside or inside a thing; it replaces the name that the thing would print.",
    slots=(Slot("of", (Want.ENTITY, Want.POINT, Want.LINE, Want.REGION), "what is named", required=True), TEXT),
    aliases=("text", "annotate", "write", "name", "tag", "callout"), home=Home.LABELS, hold=hold_label,
    claim=claimed_length, draw=draw_label,
    renames=True, distributes=True, example='label(A, "start")',
)  # fmt: skip

VERBS = (LABEL,)
