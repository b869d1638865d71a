"""The legend: what a colour, a hatching, a line style or a thing's look means."""

from __future__ import annotations

from dataclasses import replace

from ...draw.pen import Pen
from ...model import Relation, Style
from ...values import Measure, Words
from ...vocabulary import Home, Slot, Verb, Want

PLAIN = Style()


def look_of(relation: Relation, pen: Pen) -> Style:
    """Return the look that a row explains: the one it states itself, else that of the thing it names."""
    if relation.style != PLAIN:
        return relation.style
    subject = relation.value("of")
    entity = pen.entity(subject) if subject is not None else None
    return replace(entity.style, hidden=False, bare=False) if entity is not None else PLAIN


def draw_legend(relation: Relation, pen: Pen) -> None:
    """Add rows to the panel's legend; what a sign means, without a look, is a remark."""
    look = look_of(relation, pen)
    for value in relation.values_of("text"):
        if isinstance(value, Words | Measure) and value.text and look == PLAIN:
            pen.note(value.text)
        elif isinstance(value, Words | Measure) and value.text:
            pen.canvas.legend.append((value.text, look))


LEGEND = Verb(
    name="legend",
    doc='Explains a look beside the picture: `legend(red, "carrier")`, or that of a thing, `legend(c, "cell")`; '
    'several at once as `legend(red = "carrier", dashed = "affected")`.',
    slots=(
        Slot("of", Want.ENTITY, "the thing whose look is explained"),
        Slot(
            "text", (Want.TEXT, Want.MEASURE), "what it means", ("meaning", "label"), many=True, required=True
        ),
    ),
    aliases=("key",),
    keyed=True,
    home=Home.LABELS,
    draw=draw_legend,
    example='legend(shaded, "isolated population")',
)
VERBS = (LEGEND,)
