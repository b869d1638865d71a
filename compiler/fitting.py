"""Posing and solving one panel at a size that can be read: neither a speck nor a mile of paper.

A figure whose lengths are all letters has no size of its own and is drawn at the usual one; a figure that
comes out wider than a page, because a far point follows from its angles, is drawn at a smaller scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..dsl.diagnostics import Outcome
from ..dsl.theme import Page
from .draw.outlines import bounds_of
from .model import Panel
from .pose import Posed, pose
from .pose.view import cameras_of
from .shapes import solved as solved_shape
from .solve import settle, solve
from .solve.plane import all_points
from .space.camera import Camera
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


def fitted(panel: Panel, seed: int, share: float = 1.0, room: Page | None = None) -> Outcome[Fitted]:
    """Return a panel posed and solved, at a share of its usual size, smaller where it has not the room for it.

    Emits POS, SPC and SOL codes.
    """
    usual = _clearest(panel, seed, share)
    if room is None or usual.value is None or usual.value.layout is None:
        return usual
    width, height = sides(usual.value.posed, usual.value.layout)
    factor = min(1.0, room.width / max(width, 1.0), room.height / max(height, 1.0))
    return usual if factor == 1.0 else _clearest(panel, seed, share * factor)


def _clearest(panel: Panel, seed: int, share: float) -> Outcome[Fitted]:
    """Return a panel posed and solved, seen from where its things hide each other least."""
    usual = _fitted(panel, seed, share, None)
    cameras = cameras_of(panel)
    if not cameras or usual.value is None or usual.value.layout is None or usual.errors:
        return usual
    from .vantage import clearer

    better = clearer(usual.value.posed, usual.value.layout, cameras)
    return usual if better is None else _fitted(panel, seed, share, better)


def _fitted(panel: Panel, seed: int, share: float, camera: Camera | None) -> Outcome[Fitted]:
    """Return a panel posed and solved, seen by a camera if it is one in space."""
    posed = pose(panel, seed, shrink=share, camera=camera)
    if posed.value is None:
        return Outcome(None, posed.diagnostics)
    solved = solve(posed.value.system)
    found = (*posed.diagnostics, *solved.diagnostics)
    if solved.value is None or solved.errors:
        return Outcome(Fitted(posed.value, solved.value), found)
    size = extent(posed.value, solved.value)
    if size > WIDEST:
        smaller = shrunk(panel, seed, solved.value, share, WIDEST / size, camera)
        if smaller is not None:
            return Outcome(smaller, found)
    system = posed.value.system
    if solved.value.freedom and 0 < size < SMALLEST * system.extent:
        larger = settle(system, magnified(system, solved.value, share * system.extent / size))
        return Outcome(Fitted(posed.value, larger or solved.value), found)
    if share < 1 and _is_free(posed.value) and size > share * system.extent:
        smaller_one = settle(system, magnified(system, solved.value, share * system.extent / size))
        return Outcome(Fitted(posed.value, smaller_one or solved.value), found)
    return Outcome(Fitted(posed.value, solved.value), found)


def _is_free(posed: Posed) -> bool:
    """Whether nothing but the drawing decides how large a figure is: no length, and no boxes with the room between them."""
    frame = posed.poser.frame
    return frame.reach is None and not frame.lengths and not posed.poser.places


def shrunk(
    panel: Panel, seed: int, layout: Layout, share: float, factor: float, camera: Camera | None = None
) -> Fitted | None:
    """Return a panel posed again at a smaller scale, drawn like a layout if it can be."""
    posed = pose(panel, seed, shrink=share * factor, camera=camera).value
    if posed is None:
        return None
    like = settle(posed.system, magnified(posed.system, layout, factor))
    if like is not None:
        return Fitted(posed, like)
    solved = solve(posed.system)
    return None if solved.errors else Fitted(posed, solved.value)


def extent(posed: Posed, layout: Layout) -> float:
    """Return the larger side of the box around everything posed, in sketch millimetres."""
    return max(sides(posed, layout))


def sides(posed: Posed, layout: Layout) -> tuple[float, float]:
    """Return width and height of the box around everything posed, in sketch millimetres."""
    shapes = (solved_shape(shape, layout.values.__getitem__) for shape in posed.poser.shapes.values())
    boxes = [box for shape in shapes if (box := bounds_of(shape))]
    if not boxes:
        return 0.0, 0.0
    left, bottom, right, top = zip(*boxes)
    return float(max(right) - min(left)), float(max(top) - min(bottom))


def magnified(system: System, layout: Layout, factor: float) -> list[float]:
    """Return a number for each slot of a system: its points where a layout has them, but for the size."""
    places = {slot for point in all_points(system).tolist() for slot in point}
    return [
        factor * value if at in places else value if slot.free else slot.start
        for at, (slot, value) in enumerate(zip(system.slots, layout.values))
    ]
