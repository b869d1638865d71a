"""Texts beside things: labels, captions, titles; styles said afterwards."""

from __future__ import annotations

from ...draw.pen import Pen
from ...draw.targets import target_of
from ...model import Relation
from ...vocabulary import Home, Slot, Verb, Want

TEXT = Slot("text", (Want.TEXT, Want.MEASURE), "what is written", ("caption", "label", "value"))


def draw_label(relation: Relation, pen: Pen) -> None:
    """Write a text beside or inside the thing that it names."""
    text = pen.words(relation.value("text"))
    for value in relation.values_of("of"):
        shape = pen.shape(value)
        target = target_of(shape, pen)
        if target is not None:
            pen.label(text, target, owner=pen.owner_of(value))
        elif text:
            pen.note(text)


LABEL = Verb(
    name="label", doc="Writes a text beside or inside a thing; it replaces the name that the thing would print.",
    slots=(Slot("of", (Want.ENTITY, Want.POINT, Want.LINE, Want.REGION), "what is named", required=True), TEXT),
    aliases=("text", "annotate", "write", "name", "tag", "callout"), home=Home.LABELS, draw=draw_label,
    renames=True, distributes=True, example='label(A, "start")',
)  # fmt: skip

VERBS = (LABEL,)
