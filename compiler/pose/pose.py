"""The pose step: every entity, relation and comparison of a panel becomes shapes and constraints."""

from __future__ import annotations

from dataclasses import dataclass

from ...dsl.diagnostics import Outcome
from ..model import Comparison, Panel, Relation
from ..resolve.codes import UNCHECKED
from ..system import Sort, System
from ..values import Area, Chain, Coordinates, Formula, Invoked, Listed, Measure, MemberRef, PartRef, Ref, Standing, Value
from .boxes import keep_apart
from .codes import SCHEMATIC
from .frame import frame_of
from .poser import Poser

PLACES = (Ref, PartRef, MemberRef, Chain, Coordinates, Listed, Area)
BOUNDS = {">=": False, ">": False, "<=": True, "<": True}
"""Comparison signs, and whether the terms change places to read `left >= right`."""


@dataclass(frozen=True)
class Posed:
    """A system, and how its slots make up the shapes and measures of the panel."""

    system: System
    poser: Poser
    measures: dict[Relation, int]


def pose(panel: Panel, seed: int = 0) -> Outcome[Posed]:
    """Return the system of a panel. Emits POS codes, and SPC codes for places that do not exist."""
    poser = Poser(panel, frame_of(panel))
    measures: dict[Relation, int] = {}
    for name in panel.entities:
        poser.shape_of(name)
    for entity in panel.entities.values():
        with poser.stating(f"{entity.word} {entity.name}", entity.span):
            for given in entity.values.values():
                _pose_places(given.value, poser)
    for relation in panel.relations:
        with poser.stating(relation.text or relation.verb.name, relation.span):
            _pose_relation(relation, poser, measures)
    for comparison in panel.comparisons:
        with poser.stating(comparison.text, comparison.span):
            _pose_comparison(comparison, poser)
    keep_apart(poser)
    if poser.frame.schematic:
        poser.diagnostics.append(SCHEMATIC.found("lengths differ too much for one scale; the picture is not to scale", None))
    return Outcome(Posed(poser.system(seed), poser, measures), tuple(poser.diagnostics))


def _pose_relation(relation: Relation, poser: Poser, measures: dict[Relation, int]) -> None:
    for given in relation.values.values():
        _pose_places(given.value, poser)
    if relation.verb.measure is not None:
        slot = relation.verb.measure(relation, poser)
        measures[relation] = slot
        stated = relation.value("value")
        if stated is not None and _binding(stated):
            poser.equate(slot, poser.measure(stated, relation.verb.dimension))
    if relation.verb.hold is not None:
        relation.verb.hold(relation, poser)


def _pose_places(value: Value, poser: Poser) -> None:
    """Pose every place that a value names, so that drawings find it."""
    if isinstance(value, PLACES):
        poser.shape(value)
    if isinstance(value, Chain | Listed):
        for inner in value.ends if isinstance(value, Chain) else value.items:
            _pose_places(inner, poser)


def _binding(value: Value) -> bool:
    """Whether a stated value binds the figure: a claim does not, nor a question without a letter."""
    if isinstance(value, Measure):
        return value.standing is not Standing.CLAIMED and (value.formula is not None or bool(value.symbol))
    return isinstance(value, Formula | Invoked)


def _pose_comparison(comparison: Comparison, poser: Poser) -> None:
    dimension = next((d for t in comparison.terms if (d := _dimension(t, poser))), "length")
    slots = [poser.measure(term, dimension) for term in comparison.terms]
    for op, left, right in zip(comparison.ops, slots, slots[1:]):
        if op == "==":
            poser.equate(left, right)
        elif op in BOUNDS:
            larger, smaller = (right, left) if BOUNDS[op] else (left, right)
            poser.require("greater", larger, smaller, sort=Sort.BOUND)
        else:
            span, text = comparison.span, comparison.text
            poser.diagnostics.append(UNCHECKED.found(f"`{text}` is not checked", span, hints=["`!=` holds by general position"]))


def _dimension(term: Value, poser: Poser) -> str:
    """Return the dimension that a term of an equation certainly has, or nothing."""
    match term:
        case Invoked(relation):
            return relation.verb.dimension
        case Formula(_, bindings):
            return next((d for _, bound in bindings if (d := _dimension(bound, poser))), "")
        case Measure(unit=unit) if unit is not None:
            return unit.dimension.name
        case PartRef(_, part):
            return "area" if part == "area" else "length"
        case Chain():
            return "length"
        case _:
            return ""
