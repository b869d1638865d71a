"""The pose step: every entity, relation and comparison of a panel becomes shapes and constraints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...dsl.diagnostics import Diagnostic, Outcome, shortened
from .. import limits
from ..expression.tree import Expression, Letter, Negation, Number, Operation
from ..model import Comparison, Panel, Relation
from ..resolve.codes import TOO_LARGE, UNCHECKED, WRONG_TYPE
from ..shapes import Arc, Circle
from ..space.camera import Camera
from ..system import Sort, System
from ..values import (
    Area,
    Chain,
    Coordinates,
    Formula,
    Given,
    Invoked,
    Listed,
    Measure,
    MemberRef,
    PartRef,
    Ref,
    Standing,
    Value,
    inside,
)
from .boxes import keep_apart, keep_beside
from .codes import SCHEMATIC, STRETCHED
from .dimensions import dimension_of
from .frame import frame_of, scaled
from .poser import Poser

PLACES = (Ref, PartRef, MemberRef, Chain, Coordinates, Listed, Area)
BOUNDS = {">=": False, ">": False, "<=": True, "<": True}
"""Comparison signs, and whether the terms change places to read `left >= right`."""

PLAINLY = {"length": 0.05, "angle": 1e-3}
"""By how much more than another a measure is that is stated to be more (millimetres, radians): equal is not more."""


@dataclass(frozen=True)
class Posed:
    """A system, and how its slots make up the shapes and measures of the panel."""

    system: System
    poser: Poser
    measures: dict[Relation, int]
    claims: System | None = None
    """The claims as constraints over the same slots and some of their own; not part of the system."""


def pose(panel: Panel, seed: int = 0, *, shrink: float = 1.0, camera: Camera | None = None) -> Outcome[Posed]:
    """Return the system of a panel. Emits POS codes, and SPC codes for places that do not exist.

    `shrink` draws stated lengths at a smaller scale than their own sizes ask for; a panel in space is seen by
    `camera`, if one is given.
    """
    poser = Poser(panel, scaled(frame_of(panel, camera), shrink))
    measures: dict[Relation, int] = {}
    for name in sorted(panel.entities, key=lambda n: not panel.entities[n].kind.space):
        # Solids first: they say where their vertices are, which else would stand free.
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
    keep_beside(poser)
    if poser.frame.schematic and not poser.frame.loose:
        poser.diagnostics.append(
            SCHEMATIC.found("lengths differ too much for one scale; the picture is not to scale", None)
        )
    poser.diagnostics += _stretched(poser)
    excess = _excess(poser)
    if excess:
        poser.diagnostics.append(
            TOO_LARGE.found(excess, panel.span, hints=["make several panels, or give more coordinates"])
        )
        return Outcome(None, tuple(poser.diagnostics))
    system = poser.system(seed)
    claims = pose_claims(panel, poser) if panel.claims else None
    return Outcome(Posed(system, poser, measures, claims), tuple(poser.diagnostics))


def pose_claims(panel: Panel, poser: Poser) -> System:
    """Return what the claims of a panel come to, posed when its own system is already made."""
    held = len(poser.constraints)
    for claim in panel.claims:
        with poser.stating(claim.text, claim.span):
            if isinstance(claim.said, Comparison):
                _pose_comparison(claim.said, poser)
            else:
                _pose_relation(claim.said, poser, {})
    own = poser.constraints[held:]
    return replace(poser.system(0), constraints=tuple(c for c in own if c.sort is not Sort.WISH))


def _stretched(poser: Poser) -> Iterable[Diagnostic]:
    """Yield the circles and arcs that axes of different scales belie."""
    if poser.frame.stretch == 1:
        return
    for entity in poser.panel.entities.values():
        if (
            isinstance(poser.shapes.get(entity.name), Circle | Arc)
            and entity.kind.draw
            and not entity.style.hidden
        ):
            message = f"`{entity.word} {entity.name}` is round on axes of different scales"
            hints = ["let the ranges of both axes be alike, or say `axes(equal)`"]
            yield STRETCHED.found(message, entity.span, hints=hints)


def _excess(poser: Poser) -> str:
    """Return what is more than the solver takes on, or nothing."""
    unknowns = sum(slot.free for slot in poser.slots)
    if unknowns > limits.UNKNOWNS:
        return f"a panel has {unknowns} unknown numbers, at most {limits.UNKNOWNS} are solved for"
    demands = sum(constraint.sort is not Sort.WISH for constraint in poser.constraints)
    if demands > limits.CONSTRAINTS:
        return f"a panel makes {demands} conditions, at most {limits.CONSTRAINTS} are solved together"
    return ""


def _pose_relation(relation: Relation, poser: Poser, measures: dict[Relation, int]) -> None:
    for given in relation.values.values():
        _pose_places(given.value, poser)
    loose = _is_loose(relation.values.values(), poser)
    if relation.verb.measure is not None:
        slot = relation.verb.measure(relation, poser)
        measures[relation] = slot
        stated = relation.value("value")
        if stated is not None and _binding(stated) and not (loose and relation.verb.dimension != "angle"):
            poser.state(slot, stated, relation.verb.dimension)
    if relation.verb.hold is None:
        return
    if any(v in poser.vague_parts for given in relation.values.values() for v in inside(given.value)):
        # What is drawn all the same needs no remark.
        if relation.verb.draw is None:
            poser.not_geometric(relation)
        return
    relation.verb.hold(relation, poser)


def _is_loose(values: Iterable[Given], poser: Poser) -> bool:
    """Whether a statement is about a thing whose size means nothing: what its author says of lengths is only printed."""
    return any(poser.is_sizeless(v) for given in values for v in inside(given.value))


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
    dimension = next((d for t in comparison.terms if (d := dimension_of(t))), "length")
    if _at_odds(comparison, poser):
        return
    if any(poser.is_sizeless(v) for term in comparison.terms for v in inside(term)):
        message = f"`{shortened(comparison.text, 40)}` is not checked: its things have no size of their own"
        poser.diagnostics.append(UNCHECKED.found(message, comparison.span))
        return
    length = "==" in comparison.ops and any(isinstance(term, Invoked | Chain) for term in comparison.terms)
    poser.arithmetic.exact = True
    slots = [poser.arithmetic.slot_of(term, dimension, signed=not length) for term in comparison.terms]
    poser.arithmetic.exact = False
    for op, left, right in zip(comparison.ops, slots, slots[1:]):
        if op == "==":
            poser.equate(left, right)
        elif op in BOUNDS:
            larger, smaller = (right, left) if BOUNDS[op] else (left, right)
            gap = PLAINLY.get(dimension) if op in ("<", ">") else None
            if gap is None:
                poser.require("greater", larger, smaller, sort=Sort.BOUND)
            else:
                poser.require("ahead", smaller, larger, poser.constant(gap), sort=Sort.BOUND)
        else:
            span, text = comparison.span, comparison.text
            poser.diagnostics.append(
                UNCHECKED.found(f"`{text}` is not checked", span, hints=["`!=` holds by general position"])
            )


def _at_odds(comparison: Comparison, poser: Poser) -> bool:
    """Report a comparison of what cannot be compared: a length with an angle, a distance with a mass."""
    certain = dict.fromkeys(_certain(term) for term in comparison.terms)
    known = [dimension for dimension in certain if dimension]
    if len(known) < 2:
        return False
    one, other = (f"an {d}" if d[0] in "aeiou" else f"a {d}" for d in known[:2])
    message = f"`{shortened(comparison.text, 40)}` compares {one} with {other}"
    hint = "both sides of a comparison have one dimension"
    poser.diagnostics.append(WRONG_TYPE.found(message, comparison.span, hints=[hint]))
    return True


def _certain(term: Value) -> str:
    """Return the dimension of a measure or of a value with a unit, nothing for what may be any."""
    if isinstance(term, Invoked):
        return term.relation.verb.dimension
    if isinstance(term, Measure) and term.unit is not None and term.standing is Standing.GIVEN:
        return term.unit.dimension.name
    if isinstance(term, Formula):
        return _certain_of(term.expression, dict(term.bindings))
    return "length" if isinstance(term, Chain) else ""


def _certain_of(expression: Expression, bindings: dict[str, Value]) -> str:
    """Return the dimension of a term, a sum, or a multiple by a bare number."""
    match expression:
        case Letter(name) if name in bindings:
            return _certain(bindings[name])
        case Negation(operand):
            return _certain_of(operand, bindings)
        case Operation("+" | "-", left, right):
            return _certain_of(left, bindings) or _certain_of(right, bindings)
        case Operation("*", Number(unit=""), other) | Operation("*" | "/", other, Number(unit="")):
            return _certain_of(other, bindings)
    return ""
