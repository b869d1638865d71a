"""The symbols of a picture: the letters that its points, formulas and labels use, for setting all its texts alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from .model import Entity, Model, Relation
from .typeset.lexicon import Lexicon, substances_in, symbols_in
from .values import Bound, Given, Listed, Measure, Value, Words


def lexicon_of(model: Model) -> Callable[[], Lexicon]:
    """Return what makes the lexicon of a picture, once."""

    @cache
    def make() -> Lexicon:
        points, texts = frozenset(_points(model)), tuple(dict.fromkeys(_texts(model)))
        return Lexicon(points.union(symbols_in(texts)), points, frozenset(substances_in(texts)))

    return make


def _points(model: Model) -> Iterator[str]:
    for entity in model.entities():
        if entity.kind.names_itself and entity.named and len(entity.name) == 1 and entity.name.isupper():
            yield entity.name


def _texts(model: Model) -> Iterator[str]:
    for panel in model.panels:
        for entity in panel.entities.values():
            yield from _said(entity)
        for relation in panel.relations:
            yield from _said(relation)
    for row in model.sheet:
        yield from _said(row)


def _said(said: Entity | Relation) -> Iterator[str]:
    if isinstance(said, Entity):
        yield from (words.text for words in said.texts)
    for given in said.values.values():
        yield from _value(given.value)


def _value(value: Value | Given) -> Iterator[str]:
    if isinstance(value, Listed):
        for item in value.items:
            yield from _value(item)
    elif isinstance(value, Words | Measure | Bound) and value.text:
        yield value.text
