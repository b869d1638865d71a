"""Posing and solving one panel at a size that can be read: neither a speck nor a mile of paper.

A figure whose lengths are all letters has no size of its own and is drawn at the usual one; a figure that
comes out wider than a page, because a far point follows from its angles, is drawn at a smaller scale.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from ..dsl.diagnostics import Outcome
from .draw.outlines import bounds_of
from .model import Panel
from .pose import Posed, pose
from .shapes import solved as solved_shape
from .solve import solve
from .system import Layout, System

WIDEST: Final = 165.0
"""Millimetres: the width of a page's text, beyond which a figure is drawn smaller."""
SMALLEST: Final = 0.62
"""Share of the usual extent below which a figure is drawn larger."""


@dataclass(frozen=True)
class Fitted:
    """A posed panel with its layout, if there is one."""

    posed: Posed
    layout: Layout | None


def fitted(panel: Panel, seed: int) -> Outcome[Fitted]:
    """Return a panel posed and solved. Emits POS, SPC and SOL codes."""
    posed = pose(panel, seed)
    if posed.value is None:
        return Outcome(None, posed.diagnostics)
    solved = solve(posed.value.system)
    found = (*posed.diagnostics, *solved.diagnostics)
    if solved.value is None or solved.errors:
        return Outcome(Fitted(posed.value, solved.value), found)
    size = extent(posed.value, solved.value)
    if size > WIDEST:
        again = pose(panel, seed, shrink=WIDEST / size)
        smaller = solve(again.value.system) if again.value else None
        if again.value and smaller and smaller.value and not smaller.errors:
            return Outcome(Fitted(again.value, smaller.value), found)
    if 0 < size < SMALLEST * posed.value.system.extent:
        larger = solve(enlarged(posed.value.system, solved.value, posed.value.system.extent / size))
        if larger.value is not None and not larger.errors:
            return Outcome(Fitted(posed.value, larger.value), found)
    return Outcome(Fitted(posed.value, solved.value), found)


def extent(posed: Posed, layout: Layout) -> float:
    """Return the larger side of the box around everything posed, in sketch millimetres."""
    shapes = (solved_shape(shape, layout.values.__getitem__) for shape in posed.poser.shapes.values())
    boxes = [box for shape in shapes if (box := bounds_of(shape))]
    if not boxes:
        return 0.0
    left, bottom, right, top = zip(*boxes)
    return max(max(right) - min(left), max(top) - min(bottom))


def enlarged(system: System, layout: Layout, factor: float) -> System:
    """Return a system that is to be solved near a layout, magnified; what has a size of its own keeps it."""
    places = {slot for point in system.points for slot in point}
    slots = tuple(
        replace(slot, start=factor * layout.values[n], hinted=True) if n in places and slot.free else slot
        for n, slot in enumerate(system.slots)
    )
    return replace(system, slots=slots)
