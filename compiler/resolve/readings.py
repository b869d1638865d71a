"""Saying in words how a statement was read, so that an author sees what was understood."""

from __future__ import annotations

from ..expression import Letter, to_label
from ..model import Entity, Reading, Relation
from ..values import (
    Area,
    Bound,
    Chain,
    Coordinates,
    Direction,
    Formula,
    Interval,
    Invoked,
    Listed,
    Measure,
    MemberRef,
    PartRef,
    Ref,
    Standing,
    Value,
    Word,
    Words,
)


def reading_of(said: Entity | Relation) -> Reading:
    """Return how a thing or relation was read."""
    head = f"{said.kind.name} `{said.name}`" if isinstance(said, Entity) else said.verb.name
    parts = [f"{name} = {in_words(given.value)}" for name, given in said.values.items()]
    parts += said.flags
    if isinstance(said, Entity):
        parts += [f"text “{t.text}”" for t in said.texts]
        parts += [f"{name or 'value'} {in_words(value)}" for name, value in said.extra]
    return Reading(said.span, f"{head}: {', '.join(parts)}" if parts else head)


def in_words(value: Value) -> str:
    """Return a value in words.

    >>> in_words(Chain((Ref("A"), Ref("B"))))
    'A–B'
    """
    match value:
        case Ref(name):
            return name
        case PartRef(base, part):
            return f"{part} of {in_words(base)}"
        case MemberRef(base, index):
            return f"{in_words(base)} no. {index}"
        case Chain(ends, directed):
            return ("→" if directed else "–").join(in_words(e) for e in ends)
        case Measure():
            return _measure(value)
        case Words(text):
            return f"“{text}”"
        case Word(id):
            return id
        case Listed(items):
            return f"[{', '.join(in_words(i) for i in items)}]"
        case Area(op, left, right):
            return f"{in_words(left)} {op} {in_words(right)}"
        case Coordinates(items):
            return f"({', '.join(to_label(i.expression) for i in items)})"
        case Direction():
            return value.text or "a direction"
        case Invoked(relation):
            return relation.text or relation.verb.name
        case Formula():
            return _formula(value)
        case Interval(low, high):
            return f"{_formula(low)} to {_formula(high)}"
        case Bound():
            return value.text
        case _:
            return "…"


def _formula(value: Formula) -> str:
    """Return arithmetic with what its placeholders stand for put back in."""
    written = to_label(value.expression)
    for name, bound in value.bindings:
        written = written.replace(to_label(Letter(name)), in_words(bound))
    return written


def _measure(value: Measure) -> str:
    shown = value.text or (_formula(value.formula) if value.formula else "")
    if value.standing is Standing.GIVEN:
        return shown
    return f"{value.standing.value} {shown}".strip()
