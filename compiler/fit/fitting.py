"""Posing and solving one panel at a size that can be read: neither a speck nor a mile of paper.

A figure whose lengths are all letters has no size of its own and is drawn at the usual one; a figure that
comes out larger than its room, because a far point follows from its angles, is drawn at a smaller scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ...dsl.diagnostics import Outcome
from ...dsl.theme import Page
from ..draw.outlines import bounds_of
from ..model import Panel
from ..pose import Posed, pose
from ..pose.view import cameras_of, far_cameras_of
from ..shapes import solved as solved_shape
from ..solve import settle, solve
from ..solve.plane import all_points
from ..space.camera import Camera
from ..system import Layout, System
from .scales import shares, together

SMALLEST: Final = 0.62
"""Share of the usual extent below which a figure is drawn larger."""
NEGLIGIBLE: Final = 0.03
"""By what share a figure may be larger than its room before it is drawn again."""


@dataclass(frozen=True)
class Fitted:
    """A posed panel with its layout, if there is one, and by what factor its lengths are drawn smaller than usual."""

    posed: Posed
    layout: Layout | None
    share: float = 1.0


def fitted(panels: Sequence[Panel], seed: int, room: Page) -> tuple[Outcome[Fitted], ...]:
    """Return panels posed and solved, none larger than its room; those that have one scale keep it.

    Emits POS, SPC and SOL codes.
    """
    usual = [_clearest(panel, seed, share) for panel, share in zip(panels, shares(panels))]
    return tuple(
        outcome if factor > 1 - NEGLIGIBLE else _smaller(panel, seed, outcome, factor)
        for panel, outcome, factor in zip(
            panels, usual, together(panels, [_excess(o.value, room) for o in usual])
        )
    )


def _excess(fit: Fitted | None, room: Page) -> float:
    """Return by what factor a figure must be drawn smaller to have room; 1 where its size is not the scale's doing."""
    if fit is None or fit.layout is None or not is_scaled(fit.posed):
        return 1.0
    return min(1.0, headroom(fit, room))


def headroom(fit: Fitted, room: Page) -> float:
    """Return by what factor a figure may be drawn larger until it fills its room."""
    assert fit.layout is not None
    width, height = sides(fit.posed, fit.layout)
    return min(room.width / max(width, 1.0), room.height / max(height, 1.0))


def _smaller(panel: Panel, seed: int, outcome: Outcome[Fitted], factor: float) -> Outcome[Fitted]:
    assert outcome.value is not None
    if outcome.value.posed.poser.frame.camera is not None:
        # What can be told apart at one scale may not at a smaller one: the viewer looks again.
        return _clearest(panel, seed, outcome.value.share * factor)
    again = resized(panel, seed, outcome.value, factor)
    return outcome if again is None else Outcome(again, outcome.diagnostics)


def is_scaled(posed: Posed) -> bool:
    """Whether the scale decides how large a panel is: boxes and tables are as large as their texts."""
    frame = posed.poser.frame
    stated = bool(frame.lengths) or frame.reach is not None or frame.camera is not None
    return stated or _is_free(posed) or bool(posed.system.circles)


def resized(panel: Panel, seed: int, fit: Fitted, factor: float) -> Fitted | None:
    """Return a panel posed again at another scale and drawn alike, or solved again; nothing if neither can be."""
    camera = fit.posed.poser.frame.camera
    posed = pose(panel, seed, shrink=fit.share * factor, camera=camera).value
    if posed is None or fit.layout is None:
        return None
    like = settle(posed.system, magnified(posed.system, fit.layout, factor))
    if like is not None:
        return Fitted(posed, like, fit.share * factor)
    solved = solve(posed.system)
    return None if solved.errors else Fitted(posed, solved.value, fit.share * factor)


def _clearest(panel: Panel, seed: int, share: float) -> Outcome[Fitted]:
    """Return a panel posed and solved, seen from where its things hide each other least."""
    usual = _fitted(panel, seed, share, None)
    cameras = cameras_of(panel)
    if not cameras or usual.value is None or usual.value.layout is None or usual.errors:
        return usual
    from .vantage import clearer

    better = clearer(usual.value.posed, usual.value.layout, cameras, far_cameras_of(panel))
    return usual if better is None else _fitted(panel, seed, share, better)


def _fitted(panel: Panel, seed: int, share: float, camera: Camera | None) -> Outcome[Fitted]:
    """Return a panel posed and solved, seen by a camera if it is one in space."""
    posed = pose(panel, seed, shrink=share, camera=camera)
    if posed.value is None:
        return Outcome(None, posed.diagnostics)
    solved = solve(posed.value.system)
    found = (*posed.diagnostics, *solved.diagnostics)
    if solved.value is None or solved.errors:
        return Outcome(Fitted(posed.value, solved.value, share), found)
    size = max(sides(posed.value, solved.value))
    system = posed.value.system
    if solved.value.freedom and 0 < size < SMALLEST * system.extent:
        larger = settle(system, magnified(system, solved.value, share * system.extent / size))
        return Outcome(Fitted(posed.value, larger or solved.value, share), found)
    if share < 1 and _is_free(posed.value) and size > share * system.extent:
        smaller_one = settle(system, magnified(system, solved.value, share * system.extent / size))
        return Outcome(Fitted(posed.value, smaller_one or solved.value, share), found)
    return Outcome(Fitted(posed.value, solved.value, share), found)


def _is_free(posed: Posed) -> bool:
    """Whether nothing but the drawing decides how large a figure is: no length, and no boxes with the room between them."""
    frame = posed.poser.frame
    return frame.reach is None and not frame.lengths and not posed.poser.places


def sides(posed: Posed, layout: Layout) -> tuple[float, float]:
    """Return width and height of the box around everything posed, in sketch millimetres."""
    shapes = (solved_shape(shape, layout.values.__getitem__) for shape in posed.poser.shapes.values())
    boxes = [box for shape in shapes if (box := bounds_of(shape))]
    if not boxes:
        return 0.0, 0.0
    left, bottom, right, top = zip(*boxes)
    return float(max(right) - min(left)), float(max(top) - min(bottom))


def magnified(system: System, layout: Layout, factor: float) -> list[float]:
    """Return a number for each slot of a system: points and radii as a layout has them, but for the size."""
    sizes = {slot for point in all_points(system).tolist() for slot in point}
    sizes.update(radius for _, _, radius in system.circles)
    return [
        factor * value if at in sizes else value if slot.free else slot.start
        for at, (slot, value) in enumerate(zip(system.slots, layout.values))
    ]
