"""Gathering every text that a picture shows, before any font is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...dsl.scene import Origin, TextItem
from ..draw.pen import Canvas
from ..model import Entity, Model, Panel, Relation
from ..values import Given, Listed, Measure, Standing
from .printed import Printed


def printed_texts(model: Model, canvases: Iterable[Canvas]) -> tuple[Printed, ...]:
    """Return the texts of a picture: captions, labels, rows of the sheet, in that order."""
    return (*_texts(model, canvases),)


def _texts(model: Model, canvases: Iterable[Canvas]) -> Iterator[Printed]:
    for panel, canvas in zip(model.panels, canvases):
        for text, role in ((panel.title, "title"), (panel.caption, "caption")):
            if text:
                yield Printed(text, Origin(entity=panel.name, span=panel.span), role)
        derived = frozenset(_derived(panel))
        for request in canvas.texts:
            span = request.origin.span if request.origin else None
            consented = span is not None and (span.start, span.end) in derived
            yield Printed(request.text, request.origin, request.role, consented)
        for item in canvas.items:
            if isinstance(item, TextItem):
                yield Printed(item.source, item.origin, item.role)
        for meaning, _ in canvas.legend:
            yield Printed(meaning, None, "legend")
        for note in canvas.notes:
            yield Printed(note, None, "sheet")
    for bridge in model.bridges:
        for label in bridge.texts:
            yield Printed(label, Origin(entity=f"{bridge.start}{bridge.op}{bridge.end}", span=bridge.span))
    for row in model.sheet:
        origin = Origin(entity=row.verb.name, span=row.span)
        for slot in row.values:
            for value in row.values_of(slot):
                text = getattr(value, "text", "")
                if text:
                    yield Printed(text, origin, "sheet")


def _derived(panel: Panel) -> Iterator[tuple[int, int]]:
    """Yield the places where the author asked for a derived value: a consent to print it."""
    every: tuple[Entity | Relation, ...] = (*panel.entities.values(), *panel.relations)
    for said in every:
        if any(_is_derived(given) for given in _given(said.values)):
            yield (said.span.start, said.span.end)


def _given(values: Mapping[str, Given]) -> Iterator[object]:
    for given in values.values():
        yield from given.value.items if isinstance(given.value, Listed) else (given.value,)


def _is_derived(value: object) -> bool:
    return isinstance(value, Measure) and value.standing is Standing.DERIVED
