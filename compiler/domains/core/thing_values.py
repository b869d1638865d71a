"""What may be said of any thing, and what it makes of it: an arrow, a line, or a box at a place."""

from __future__ import annotations

from ...draw.contents import MOST_COPIES
from ...model import Entity, Panel
from ...pose.boxes import box_name
from ...values import Chain, Coordinates, Direction, Value
from ...vocabulary import Slot, Want

AT = Slot(
    "at",
    Want.POINT,
    "where it is",
    ("position", "coords", "xy", "pos", "location", "center"),
    positional=False,
)
OF = Slot(
    "of",
    (Want.ENTITY, Want.POINT),
    "the thing that it belongs to or acts on",
    ("for", "belongs_to", "on_body"),
    positional=False,
)
ON = Slot(
    "on",
    (Want.ENTITY, Want.LINE, Want.CIRCLE, Want.POINT),
    "what it rests on, rides on or acts on",
    ("rests_on", "upon", "on_top_of", "attached_to"),
    positional=False,
)
FROM = Slot("from", (Want.POINT, Want.ENTITY), "where it starts", ("start", "tail"), positional=False)
TO = Slot(
    "to", (Want.POINT, Want.ENTITY), "where it ends", ("end", "head", "tip", "target"), positional=False
)
WAY = Slot("direction", Want.DIRECTION, "which way it points", ("dir", "heading", "pointing"))
PATH = Slot("path", Want.PATH, "the places that it runs through", ("through", "along"), positional=False)
COUNT = Slot(
    "count",
    Want.NUMBER,
    "how many there are",
    ("number", "n_copies", "copies"),
    positional=False,
    counts_to=MOST_COPIES,
)
OTHERS = Slot("others", (Want.ENTITY, Want.POINT), "other things that it refers to", many=True)


def is_arrow(entity: Entity) -> bool:
    """Whether a thing is drawn as an arrow or line between ends, not as a box."""
    ends = entity.value("from") is not None and entity.value("to") is not None
    pointing = isinstance(entity.value("direction"), Direction) and tail_of(entity) is not None
    return ends or pointing or path_of(entity) is not None


def path_of(entity: Entity) -> Chain | None:
    """Return the places that a thing runs through, if it was given such."""
    values = (*entity.values_of("path"), *entity.values_of("others"))
    return next((v for v in values if isinstance(v, Chain)), None)


def place_of(entity: Entity, panel: Panel) -> Value | None:
    """Return the place where a thing was said to be; what is said to be at another box stands beside it."""
    at = entity.value("at")
    if at is not None:
        other = panel.entities.get(box_name(at))
        if other is None or other.kind.extent is None or _at_itself(entity, panel):
            return at
        return None if other.kind.extent(other, panel) else at
    return next(
        (v for v in entity.values_of("others") if isinstance(v, Coordinates) and len(v.items) == 2), None
    )


def _at_itself(entity: Entity, panel: Panel) -> bool:
    """Whether a thing is said to be at a thing that is, in the end, said to be at the first."""
    seen: set[str] = set()
    here: Entity | None = entity
    while here is not None and here.name not in seen:
        seen.add(here.name)
        at = here.value("at")
        here = panel.entities.get(box_name(at)) if at is not None else None
    return here is not None


def tail_of(entity: Entity) -> Value | None:
    """Return where an arrow starts: at a place, or at the thing it acts on."""
    return next((v for s in ("from", "of", "on", "at") if (v := entity.value(s)) is not None), None)


SLOTS = (AT, OF, ON, FROM, TO, WAY, PATH, COUNT)
