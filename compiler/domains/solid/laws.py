"""Laws of solids: what fills one stays below its brim, a slant is longer than a height, a level cut meets the solid."""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.diagnostics import Diagnostic
from ...laws import Rule
from ...model import Entity, Panel
from ...values import Formula, Measure, Ref, Standing, Value
from .codes import NO_SECTION, OVERFULL, SHORT_SLANT

HEIGHTS = ("height", "base_height", "side")
"""The slots that say how high a solid is, the first that is given."""


def length_of(value: Value | None) -> float | None:
    """Return a stated length in metres, or a bare number."""
    if not isinstance(value, Measure) or value.standing is Standing.CLAIMED:
        return None
    match value.formula:
        case Formula(expression, ()):
            number = expression.value()
            size = value.unit.to_si(number) if value.unit is not None else number
            return size if size == size else None
    return None


def height_of(entity: Entity) -> float | None:
    """Return how high a solid is said to be."""
    return next((size for slot in HEIGHTS if (size := length_of(entity.value(slot))) is not None), None)


def _inside(panel: Panel, slots: tuple[str, str]) -> Iterator[tuple[Entity, Entity, float, float]]:
    """Yield what lies in a solid at a level, the solid, the level and the solid's height."""
    place, level = slots
    for entity in panel.entities.values():
        value, size = entity.value(place), length_of(entity.value(level))
        whole = panel.entities.get(value.name) if isinstance(value, Ref) else None
        if whole is None or size is None or "solid" not in whole.kind.traits:
            continue
        high = height_of(whole)
        if high is not None:
            yield entity, whole, size, high


def over_the_brim(panel: Panel) -> Iterator[Diagnostic]:
    """Yield liquids that are deeper than their solid is high."""
    for entity, whole, size, high in _inside(panel, ("in", "depth")):
        if "liquid" in entity.kind.traits and size > high:
            message = f"`{entity.name}` is deeper than `{whole.name}` is high"
            yield OVERFULL.found(message, entity.values["depth"].span)


def empty_section(panel: Panel) -> Iterator[Diagnostic]:
    """Yield level sections that miss their solid."""
    for entity, whole, size, high in _inside(panel, ("of", "height")):
        if size > high:
            message = f"`{entity.name}` lies higher than `{whole.name}` is"
            yield NO_SECTION.found(message, entity.values["height"].span)


def short_slant(panel: Panel) -> Iterator[Diagnostic]:
    """Yield cones and frustums whose slant is no longer than a leg of its triangle."""
    for entity in panel.entities.values():
        slant = length_of(entity.value("slant"))
        if slant is None:
            continue
        high, wide = length_of(entity.value("height")), length_of(entity.value("radius"))
        narrow = length_of(entity.value("top_radius"))
        across = None if wide is None else wide - (narrow or 0.0)
        for word, leg in (("height", high), ("reach across", across)):
            if leg is not None and slant <= leg:
                message = f"the slant of `{entity.name}` is no longer than its {word}"
                yield SHORT_SLANT.found(message, entity.values["slant"].span)
                break


RULES = (Rule(OVERFULL, over_the_brim), Rule(NO_SECTION, empty_section), Rule(SHORT_SLANT, short_slant))
