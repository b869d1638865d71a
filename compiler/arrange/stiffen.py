"""Boxes that links join and statements put in line: where their flow keeps what is said, it is placed as one box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .flow import flowing
from .plan import Block, Hint, Level, Order, Place, Tie, clusters, settled, whole

WAYS = ("", "down", "right")
"""The ways in which links are tried to run where none is said."""
SAME = 1e-6


def stiffened(
    units: Sequence[Block], hints: Sequence[Hint], way: str
) -> tuple[list[Block], list[Hint], dict[str, dict[str, Place]]]:
    """Return the boxes with each such flow as one of them, what is said of these, and the flows by name.

    Without that, boxes in line would be set in a row as they come, whatever the links between them say.
    """
    blocks, said, flows = list(units), list(hints), dict[str, dict[str, Place]]()
    ties = [h for h in hints if isinstance(h, Tie)]
    for part in clusters(units, [(t.start, t.end) for t in ties]):
        held = {b.name for b in part}
        inner = [h for h in said if isinstance(h, Order | Level) and h.first in held and h.second in held]
        own = [t for t in ties if t.start in held]
        flow = _keeping(part, own, inner, way) if inner and own else None
        if flow is None:
            continue
        name = f"flow@{part[0].name}"
        unit = whole(name, flow)
        flow = settled(flow, Place(0.0, 0.0, unit.half_width, unit.half_height), 0.0)
        flows[name] = flow
        blocks = [unit, *(b for b in blocks if b.name not in held)]
        said = [_of_whole(h, name, flow, units) for h in said if h not in inner and h not in own]
    return blocks, said, flows


def _keeping(
    part: Sequence[Block], ties: Sequence[Tie], said: Sequence[Order | Level], way: str
) -> dict[str, Place] | None:
    """Return the first flow in which all that is said of its boxes holds, or nothing."""
    tries = (flowing(part, ties, w) for w in ((way,) if way else WAYS))
    return next((flow for flow in tries if all(_holds(hint, flow) for hint in said)), None)


def _holds(hint: Order | Level, places: Mapping[str, Place]) -> bool:
    first, second, axis = places[hint.first], places[hint.second], hint.axis
    apart = second.center(axis) - first.center(axis)
    if isinstance(hint, Order):
        return apart >= first.half(axis) + second.half(axis)
    return abs(apart - hint.edge * (first.half(axis) - second.half(axis)) - hint.shift) < SAME


def _of_whole(hint: Hint, name: str, flow: Mapping[str, Place], units: Sequence[Block]) -> Hint:
    """Return what is said of a box of a flow as said of the flow."""
    if isinstance(hint, Tie):
        ends = (name if n in flow else n for n in (hint.start, hint.end))
        return replace(hint, start=next(ends), end=next(ends))
    if not isinstance(hint, Order | Level) or not {hint.first, hint.second} & set(flow):
        return hint
    first, second = (name if n in flow else n for n in (hint.first, hint.second))
    if isinstance(hint, Order):
        return replace(hint, first=first, second=second)
    half = {b.name: b.half(hint.axis) for b in units}
    shift = hint.shift + hint.edge * (half[hint.first] - half[hint.second])
    for end, sign in ((hint.first, 1.0), (hint.second, -1.0)):
        if end in flow:
            shift += sign * flow[end].center(hint.axis)
    return replace(hint, first=first, second=second, edge=0, shift=shift)
