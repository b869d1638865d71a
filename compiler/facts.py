"""The fact sheet of a figure: everything that is on it with its place in pixels, and what was proven of it.

Boxes are `[left, top, right, bottom]` in pixels from the upper left corner of the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..dsl.report import Json, as_record
from ..dsl.scene import MM_PER_INCH, Rect, TextItem
from .audit.legibility_codes import REPAIRED
from .guarantees import Guarantee, guarantees
from .holding import Holding, holdings
from .model import Entity, Panel, Relation
from .pipeline import Compiled
from .resolve.readings import in_words
from .values import Given, Listed, Measure, Standing, Value

FACTS_VERSION = 1
"""Keys never change their meaning within one version."""
DEFAULT_PIXELS_PER_MM = 200 / MM_PER_INCH
"""What pixel formats are drawn at unless told otherwise: 200 dots per inch."""


def fact_sheet(compiled: Compiled, *, width_px: int | None = None) -> dict[str, Json]:
    """Return the fact sheet of a compiled spec; without a picture the boxes are missing.

    >>> from ..dsl.source import Source
    >>> from .pipeline import compile_spec
    >>> sheet = fact_sheet(compile_spec(Source(text="point A")), width_px=100)
    >>> [(e["name"], e["kind"]) for e in sheet["entities"]]
    [('A', 'point')]
    """
    return _Sheet(compiled, width_px).record()


@dataclass(frozen=True)
class _Drawn:
    """One primitive of the picture, with the panel that it belongs to."""

    panel: str
    entity: str
    start: int
    """Where the statement behind it begins; -1 for what the compiler added."""
    box: Rect
    text: TextItem | None


class _Sheet:
    """One fact sheet in the making."""

    def __init__(self, compiled: Compiled, width_px: int | None) -> None:
        self.compiled = compiled
        self.scene = compiled.scene
        self.panels = compiled.model.panels if compiled.model else ()
        fixed = width_px / self.scene.width if self.scene and width_px else 0.0
        self.scale = fixed or DEFAULT_PIXELS_PER_MM

    def record(self) -> dict[str, Json]:
        """Return the whole sheet."""
        from .. import __version__

        return {
            "version": FACTS_VERSION,
            "diagrammar": __version__,
            "source": self.compiled.source.name,
            "seed": self.compiled.options.seed,
            "size": self._size(),
            "alt": self.scene.alt if self.scene else "",
            "entities": [self._entity(p, e) for p in self.panels for e in p.entities.values()],
            "texts": [self._text(drawn) for drawn in self.drawn if drawn.text is not None],
            "values": list(self._values()),
            "relations": list(self._relations()),
            "parts": list(self._parts()),
            "guarantees": {g.name: _guarantee(g) for g in self._guarantees()},
            "repairs": [d.message for d in self.compiled.diagnostics if d.code == REPAIRED.code],
            "findings": as_record(self.compiled.diagnostics, self.compiled.source)["diagnostics"],
        }

    # Places

    @cached_property
    def drawn(self) -> tuple[_Drawn, ...]:
        """Every primitive of the picture."""
        return tuple(self._drawn()) if self.scene else ()

    def _drawn(self) -> Iterator[_Drawn]:
        from .place.geometry import bounds, in_paint_order

        assert self.scene is not None
        several = len(self.panels) > 1
        names = {p.name for p in self.panels}
        for leaf in in_paint_order(self.scene.items):
            first = leaf.id.split("/", 1)[0]
            panel = first if several and first in names else "" if several else self._only
            start = leaf.origin.span.start if leaf.origin and leaf.origin.span else -1
            entity = leaf.origin.entity if leaf.origin else ""
            yield _Drawn(panel, entity, start, bounds([leaf]), leaf if isinstance(leaf, TextItem) else None)

    @property
    def _only(self) -> str:
        return self.panels[0].name if self.panels else ""

    def _size(self) -> Json:
        if self.scene is None:
            return None
        width, height = self.scene.width, self.scene.height
        return {"width": max(1, round(width * self.scale)), "height": max(1, round(height * self.scale))}

    def _box(self, boxes: Iterable[Rect]) -> Json:
        """Return the smallest box around boxes on the canvas, in pixels from the upper left."""
        found = list(boxes)
        if not found or self.scene is None:
            return None
        left, right = min(b[0] for b in found), max(b[2] for b in found)
        top, bottom = (
            self.scene.height - max(b[3] for b in found),
            self.scene.height - min(b[1] for b in found),
        )
        return [round(edge * self.scale, 1) for edge in (left, top, right, bottom)]

    # Things, texts, values

    def _entity(self, panel: Panel, entity: Entity) -> Json:
        own = [d for d in self.drawn if d.panel == panel.name and d.entity == entity.name]
        return {
            "name": entity.name,
            "kind": entity.kind.name,
            "word": entity.word or entity.kind.name,
            "panel": panel.name,
            "line": self._line(entity.span.start),
            "box": self._box(d.box for d in own),
            "ink": self._box(d.box for d in own if d.text is None),
            "texts": [d.text.source for d in own if d.text is not None],
            "flags": list(entity.flags),
        }

    def _text(self, drawn: _Drawn) -> Json:
        assert drawn.text is not None
        return {
            "text": drawn.text.source,
            "role": drawn.text.role,
            "of": drawn.entity or None,
            "panel": drawn.panel or None,
            "line": self._line(drawn.start),
            "box": self._box([drawn.box]),
        }

    def _values(self) -> Iterator[Json]:
        for panel in self.panels:
            for entity in panel.entities.values():
                yield from (self._value(panel, entity.name, s, m) for s, m in _measures(entity.values))
                yield from (self._value(panel, entity.name, name, m) for name, m in entity.extra)
            for relation in panel.relations:
                said = relation.text or relation.verb.name
                yield from (self._value(panel, said, s, m) for s, m in _measures(relation.values))

    def _value(self, panel: Panel, owner: str, slot: str, measure: Measure) -> Json:
        number = (
            measure.formula.expression.value() if measure.formula and not measure.formula.bindings else None
        )
        known = number is not None and number == number and abs(number) != float("inf")
        return {
            "of": owner,
            "panel": panel.name,
            "slot": slot or None,
            "text": measure.text,
            "symbol": measure.symbol or None,
            "number": number if known else None,
            "unit": measure.unit.text if measure.unit else None,
            "si": measure.unit.to_si(number) if known and number is not None and measure.unit else None,
            "standing": measure.standing.value,
            "printed": measure.prints,
        }

    # What holds

    @cached_property
    def held(self) -> dict[str, dict[int, Holding]]:
        """How well each statement of each panel holds, by its place."""
        return {
            panel.name: {h.span.start: h for h in holdings(posed, layout) if h.span is not None}
            for panel, posed, layout in zip(self.panels, self.compiled.posed, self.compiled.layouts)
        }

    def _relations(self) -> Iterator[Json]:
        for panel in self.panels:
            for relation in panel.relations:
                if not relation.compared:
                    things = [in_words(v) for v in _things(relation)]
                    yield self._relation(
                        panel, relation.verb.name, things, relation.text, relation.span.start
                    )
            for comparison in panel.comparisons:
                things = [in_words(term) for term in comparison.terms]
                yield self._relation(
                    panel, " ".join(comparison.ops), things, comparison.text, comparison.span.start
                )

    def _parts(self) -> Iterator[Json]:
        """Yield how well each part of each panel is determined."""
        from .solve.degrees import degrees

        for panel, posed, layout in zip(self.panels, self.compiled.posed, self.compiled.layouts):
            for part in degrees(posed.system, layout):
                yield {
                    "panel": panel.name,
                    "things": list(part.names),
                    "standing": part.standing,
                    "free": list(part.free),
                    "follows": list(part.follows),
                }

    def _relation(self, panel: Panel, verb: str, things: list[str], text: str, start: int) -> Json:
        holding = self.held.get(panel.name, {}).get(start)
        return {
            "verb": verb,
            "things": things,
            "text": text,
            "panel": panel.name,
            "line": self._line(start),
            "holds": holding.holds if holding else None,
            "residual": float(f"{holding.excess:.3g}") if holding and holding.holds else None,
        }

    def _guarantees(self) -> tuple[Guarantee, ...]:
        every = tuple(h for found in self.held.values() for h in found.values())
        return guarantees(self.compiled, every, tuple(self._claims()))

    def _claims(self) -> Iterator[Holding]:
        """Yield how well the statements hold that print a value of something drawn."""
        for panel in self.panels:
            found = self.held.get(panel.name, {})
            said: tuple[Entity | Relation, ...] = (*panel.entities.values(), *panel.relations)
            for one in said:
                holding = found.get(one.span.start)
                if holding is not None and any(_claims(m) for _, m in _measures(one.values)):
                    yield holding

    def _line(self, start: int) -> Json:
        return self.compiled.source.position(start).line if start >= 0 else None


def _measures(values: Mapping[str, Given]) -> Iterator[tuple[str, Measure]]:
    for slot, given in values.items():
        members: tuple[Value, ...] = given.value.items if isinstance(given.value, Listed) else (given.value,)
        yield from ((slot, member) for member in members if isinstance(member, Measure))


def _claims(measure: Measure) -> bool:
    return measure.prints and measure.standing is Standing.GIVEN and measure.formula is not None


def _things(relation: Relation) -> Iterator[Value]:
    for slot in relation.values:
        yield from (v for v in relation.values_of(slot) if not isinstance(v, Measure))


def _guarantee(guarantee: Guarantee) -> Json:
    record: dict[str, Json] = {
        "status": guarantee.status,
        "checked": guarantee.checked,
        "findings": [d.code for d in guarantee.found],
    }
    if guarantee.reason:
        record["reason"] = guarantee.reason
    return record
