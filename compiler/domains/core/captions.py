"""What a thing prints: its texts, labels about it and data, or its name; its pictogram."""

from __future__ import annotations

import re

from ...draw.contents import Contents, contents_of
from ...model import Entity, Panel, Relation
from ...values import Formula, Measure, Ref, Words
from .thing_values import is_arrow

HELPER = re.compile(r"[a-z]{1,2}[0-9]*|[a-z]+[0-9]+|.*@.*")
"""Names that only serve to refer, not to be read."""


def texts_of(entity: Entity, panel: Panel) -> list[str]:
    """Return the lines that a thing prints: its texts, labels about it, data; else its name."""
    lines = [t.text for t in entity.texts]
    if not lines:
        lines += [text for r in panel.relations if _adopted(entity, r) and (text := _label(r))]
    data = [line for key, value in entity.extra if (line := datum(key, value))]
    if not lines and not entity.style.bare:
        lines = [shown_name(entity, panel)]
    return [*lines, *data]


def _adopted(entity: Entity, relation: Relation) -> bool:
    if not relation.verb.renames or not entity.kind.adopts or not entity.kind.adopts(entity, relation):
        return False
    first = relation.values_of(relation.verb.slots[0].name)
    return len(first) == 1 and first[0] == Ref(entity.name)


def adopts(entity: Entity, relation: Relation) -> bool:
    """Whether a label is written inside the thing: where it is a box without a text of its own, or with this one."""
    own = [t.text for t in entity.texts]
    return not is_arrow(entity) and (not own or _label(relation) in own)


def _label(relation: Relation) -> str:
    value = relation.value("text")
    return value.text if isinstance(value, Words | Measure) else ""


def datum(key: str, value: Measure) -> str:
    """Return a line for a value that no slot took: `f = 20 cm`, `distance: 40 cm`."""
    if not value.prints or not value.text:
        return ""
    if not key or value.symbol or (value.quoted and value.unit is None):
        return value.text
    return f"{key} = {value.text}" if len(key) <= 2 else f"{key.replace('_', ' ')}: {value.text}"


def shown_name(entity: Entity, panel: Panel) -> str:
    """Return the name that stands for a thing without a text, or its kind's word if the name is a helper's.

    Single letters are names where several things share a word: nodes a, b and c.
    """
    several = sum(e.word == entity.word and len(e.name) == 1 for e in panel.entities.values()) > 1
    if entity.named and (not HELPER.fullmatch(entity.name) or (several and len(entity.name) == 1)):
        return entity.name.replace("_", " ") if len(entity.name) > 3 else entity.name
    return (
        entity.word.replace("_", " ")
        if entity.word not in ("thing", "box")
        else entity.name
        if entity.named
        else ""
    )


def contents(entity: Entity, panel: Panel) -> Contents:
    """Return what stands in a thing's box."""
    count = entity.value("count")
    copies = int(count.expression.value()) if isinstance(count, Formula) and not count.bindings else 1
    own = contents_of([], icon=icon_word(entity), copies=copies)
    texts = texts_of(entity, panel)
    if (
        own.icon is not None
        and not entity.texts
        and texts == [shown_name(entity, panel)]
        and (not entity.named or HELPER.fullmatch(entity.name) or _is_said_there(entity, panel))
    ):
        texts = []
    return contents_of(texts, icon=icon_word(entity), copies=copies)


def _is_said_there(entity: Entity, panel: Panel) -> bool:
    """Whether the label of the point at which a pictogram stands names it already."""
    at, name = entity.value("at"), shown_name(entity, panel).casefold()
    labels = (r for r in panel.relations if r.verb.renames and r.values_of(r.verb.slots[0].name) == (at,))
    return isinstance(at, Ref) and any(name in _label(label).casefold() for label in labels)


def icon_word(entity: Entity) -> str:
    """Return the word whose pictogram shows a thing: its kind's, else its first text if that is one word."""
    word = entity.value("picture")
    if isinstance(word, Words):
        return word.text
    return "" if entity.kind.name != "thing" else entity.word
