"""Things that nothing relates to the rest of their scene: each becomes a scene of its own.

So they are arranged beside the drawing and not inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model import Panel
from ..values import Area, Chain, Formula, Given, Invoked, Listed, MemberRef, PartRef, Ref, Value

ALONE = "alone"
"""The trait of kinds that may stand apart: they have a size of their own and no scale."""


def set_apart(panel: Panel) -> tuple[Panel, ...]:
    """Return a scene as several: things that stand alone each in one, in the order of writing.

    Only the main scene is divided; a panel that its author opened stays whole.
    """
    alone = _alone(panel)
    if panel.span is not None or not alone or len(panel.entities) == 1:
        return (panel,)
    scenes = []
    rest = replace(
        panel,
        entities={n: e for n, e in panel.entities.items() if n not in alone},
        relations=tuple(r for r in panel.relations if not _things(r.values.values()) & alone),
    )
    if rest.entities or rest.relations or rest.comparisons:
        scenes.append((_start(rest), rest))
    for name in (n for n in panel.entities if n in alone):
        entity = panel.entities[name]
        own = tuple(r for r in panel.relations if name in _things(r.values.values()))
        scenes.append((entity.span.start, Panel(name, "", {name: entity}, own)))
    return tuple(scene for _, scene in sorted(scenes, key=lambda s: s[0]))


def _start(panel: Panel) -> int:
    return min((e.span.start for e in panel.entities.values()), default=0)


def _alone(panel: Panel) -> frozenset[str]:
    """Return the names of things of the trait that no statement names together with another thing."""
    free = {n for n, e in panel.entities.items() if ALONE in e.kind.traits}
    for entity in panel.entities.values():
        named = _things(entity.values.values())
        free -= named | ({entity.name} if named else set())
    for relation in panel.relations:
        named = _things(relation.values.values())
        if len(named) > 1:
            free -= named
    for comparison in panel.comparisons:
        for term in comparison.terms:
            free -= set(_names(term))
    return frozenset(free)


def _things(values: Iterable[Given]) -> set[str]:
    return {name for given in values for name in _names(given.value)}


def _names(value: Value) -> Iterator[str]:
    """Yield the names of all things that a value mentions."""
    match value:
        case Ref(name):
            yield name
        case PartRef(base, _, args):
            yield from _names(base)
            for arg in args:
                yield from _names(arg)
        case MemberRef(base, _):
            yield from _names(base)
        case Chain(items) | Listed(items):
            for item in items:
                yield from _names(item)
        case Area(_, left, right):
            yield from _names(left)
            yield from _names(right)
        case Formula(_, bindings):
            for _, bound in bindings:
                yield from _names(bound)
        case Invoked(relation):
            yield from _things(relation.values.values())
        case _:
            return
