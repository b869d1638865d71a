"""Vector fields in space: arrows on a small grid, as long as the field is strong there."""

from __future__ import annotations

import numpy as np

from ....dsl.theme import WIDTH
from ...draw.in_space import draw_arrow
from ...draw.pen import Pen
from ...expression import Expression, Letter, Number
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import Several, Shape, SpacePoint, Vector
from ...space.camera import XYZ, Array
from ...targets import ByPoint
from ...vocabulary import Kind, Slot, Want
from ..core.equations import range_of
from .codes import NO_SURFACE
from .curves import fixed_place
from .extents import corners
from .letters import SPACE, VARIABLES, values_of
from .readings import EQUATION, said_by, stated_ranges
from .surfaces import companion, missing, scale_of

COUNT = 3
"""Arrows along each axis."""
LONGEST = 0.8
"""Share of the way to the next arrow that the longest one takes."""
USUAL = 2.0
LEAST = 0.04
"""Share of the longest arrow under which one is left out: the field vanishes there."""


def components(entity: Entity) -> tuple[Expression, Expression, Expression] | None:
    """Return the three components of a field; those that are not given are 0."""
    given = {e.left.name: e.right for e in said_by(entity).equations if isinstance(e.left, Letter)}
    if not set(given) & set(SPACE):
        return None
    none = Number("0", 0.0)
    return (given.get("x", none), given.get("y", none), given.get("z", none))


def box_of(entity: Entity, panel: Panel) -> tuple[XYZ, XYZ]:
    """Return the box in which a field is shown: the ranges of the axes, else -2..2."""
    low, high = (list(side) for side in stated_ranges(panel))
    for at, axis in enumerate(SPACE):
        own = range_of(entity, axis)
        if own is not None:
            low[at], high[at] = own
        elif not np.isfinite(low[at]):
            low[at], high[at] = -USUAL, USUAL
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def reach_field(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of the box in which a field is shown."""
    return corners(box_of(entity, panel))


def pose_field(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the arrows of a field, each with its middle on the grid."""
    parts = components(entity)
    if parts is None:
        return missing(entity, poser)
    low, high = (np.array(side) for side in box_of(entity, poser.panel))
    inset = (high - low) / (2 * COUNT)
    grid = [np.linspace(a + d, b - d, COUNT) for a, b, d in zip(low, high, inset)]
    places = np.stack(np.meshgrid(*grid, indexing="ij"), axis=-1).reshape(-1, 3)
    unit = np.array(scale_of(poser))
    arrows = np.stack([values_of(part, places) for part in parts], axis=-1) * unit
    strength = np.linalg.norm(arrows, axis=1)
    most = float(np.nanmax(strength)) if np.isfinite(strength).any() else 0.0
    if not most:
        message = f"the field `{entity.name}` has no strength anywhere in its box"
        poser.diagnostics.append(NO_SURFACE.found(message, entity.span))
        return Several(())
    longest = LONGEST * float((2 * inset * unit).min())
    shown = np.flatnonzero(strength > LEAST * most)
    return Several(tuple(_arrow(places[k] * unit, arrows[k] * longest / most, poser) for k in shown))


def _arrow(middle: Array, way: Array, poser: Poser) -> Vector[int]:
    return Vector(fixed_place(middle - way / 2, poser), fixed_place(middle + way / 2, poser))


def draw_field(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the arrows of a field, and its name at the topmost."""
    if not isinstance(shape, Several) or not shape.shapes:
        return
    tips = []
    for arrow in shape.shapes:
        if isinstance(arrow, Vector) and isinstance(arrow.a, SpacePoint) and isinstance(arrow.b, SpacePoint):
            draw_arrow(pen, [arrow.a.space, arrow.b.space], stroke=pen.stroke(color="blue", width=WIDTH.mark))
            tips.append((arrow.b.x, arrow.b.y))
    for text in pen.texts(entity):
        pen.label(text, ByPoint(max(tips, key=lambda tip: tip[0] + tip[1]), toward=45.0), owner=entity.name)


FIELD3 = Kind(
    name="field3", doc="A vector field in space by its components, `x = -y, y = x, z = 0`, as arrows on a small grid.",
    slots=(
        Slot(EQUATION, Want.BOUND, "its components", many=True),
        *(Slot(f"{a}_range", Want.RANGE, f"the range of {a} in which it is shown", positional=False) for a in SPACE),
        Slot("range", Want.RANGE, "the range of all three", ("over",), positional=False),
    ),
    aliases=("vector_field3", "vector_field_3d", "space_field", "vector_field"), claims=(("x", "y", "z"),),
    traits=("field",), variables=VARIABLES, space="axes", reach_in_space=reach_field, pose=pose_field, draw=draw_field,
    companion=companion, z=9, example='field3 F(x = -y, y = x, z = 0, "F")',
)  # fmt: skip

KINDS = (FIELD3,)
