"""Where round bodies stand: centres, the ends of their axes, places of their rims."""

from __future__ import annotations

import math

from ...model import Entity
from ...pose.poser import Poser
from ...shapes import SpacePoint
from ...space.camera import Camera
from ...values import Chain, Interval, Ref, Value, Word
from .edges import stated_length

HEIGHT = 50.0
"""Height that a round body would like to have, in space millimetres."""
AXES = {"x": 0, "y": 1, "z": 2}


def lettered_end(entity: Entity, which: str) -> Value | None:
    """Return an end of the axis that the letters of a name give: `cone SO` has its apex first, `cylinder OO1` its base."""
    values = [end for v in entity.values_of("points") for end in (v.ends if isinstance(v, Chain) else (v,))]
    if len(values) != 2:
        return values[0] if len(values) == 1 and which == "center" else None
    first = "top" if entity.kind.name == "cone" else "center"
    return values[0] if which == first else values[1]


def camera_of(poser: Poser) -> Camera:
    """Return how the panel is seen."""
    camera = poser.frame.camera
    assert camera is not None
    return camera


def start_of(entity: Entity, poser: Poser) -> SpacePoint[int]:
    """Return where the axis of a body starts: its centre or base, else the origin."""
    value = entity.value("center") or entity.value("base") or lettered_end(entity, "center")
    if value is not None and not is_open_place(value, poser):
        point = poser.point(value)
        if isinstance(point, SpacePoint):
            low = _low_end(entity, poser)
            return point if low is None else poser.space_point("base", point.space[0], point.space[1], low)
    zero = poser.constant(0.0)
    origin = poser.space_point("base", zero, zero, zero if (low := _low_end(entity, poser)) is None else low)
    if isinstance(value, Ref):
        poser.shapes[value.name] = origin
    return origin


def is_open_place(value: Value, poser: Poser) -> bool:
    """Whether a centre is a point of which nothing else says where it is, so that the body places it."""
    if not isinstance(value, Ref) or value.name in poser.shapes:
        return False
    entity = poser.panel.entities.get(value.name)
    return entity is not None and not entity.values and "point" in entity.kind.traits


def _low_end(entity: Entity, poser: Poser) -> int | None:
    """Return the height at which `z = 0..4` starts."""
    ends = entity.value("z")
    if not isinstance(ends, Interval) or ends.low.bindings:
        return None
    return poser.constant(poser.frame.place_in_space((0.0, 0.0, ends.low.expression.value()))[2])


def height_of(entity: Entity, usual: float, poser: Poser) -> int:
    """Return the slot of the height: stated, or the range of z."""
    ends = entity.value("z")
    if isinstance(ends, Interval) and not ends.low.bindings and not ends.high.bindings:
        size = ends.high.expression.value() - ends.low.expression.value()
        return poser.constant(poser.frame.place_in_space((0.0, 0.0, size))[2])
    return stated_length(entity.value("height"), usual, poser, "height")


def axis_of(entity: Entity) -> int:
    """Return along which axis a body stands: 0, 1, 2 for x, y, z."""
    along = entity.value("axis")
    if isinstance(along, Word):
        return AXES.get(along.id, 2)
    return 1 if entity.has("lying") or entity.has("horizontal") else 2


def ahead(start: SpacePoint[int], axis: int, by: int, poser: Poser, name: str = "top") -> SpacePoint[int]:
    """Return the place some way along an axis from another."""
    x, y, z = (total(slot, by, poser) if at == axis else slot for at, slot in enumerate(start.space))
    return poser.space_point(name, x, y, z)


def total(a: int, b: int, poser: Poser) -> int:
    """Return the slot of a sum, a constant where both are."""
    one, other = poser.fixed(a), poser.fixed(b)
    if one is not None and other is not None:
        return poser.constant(one + other)
    return poser.defined("sum2", a, b)


def far_end(entity: Entity, start: SpacePoint[int], poser: Poser) -> SpacePoint[int]:
    """Return where the axis of a body ends: at a stated place, else its height along its axis."""
    value = entity.value("top") or entity.value("apex") or lettered_end(entity, "top")
    if value is not None and not is_open_place(value, poser):
        point = poser.point(value)
        if isinstance(point, SpacePoint):
            if (height := entity.value("height")) is not None:
                poser.state(poser.distance(start, point), height, "length")
            return point
    name = value.name if isinstance(value, Ref) else "top"
    end = ahead(start, axis_of(entity), height_of(entity, HEIGHT, poser), poser, name)
    if isinstance(value, Ref):
        poser.shapes[value.name] = end
    return end


def rim_of(center: SpacePoint[int], radius: int, poser: Poser, axis: int = 2) -> SpacePoint[int]:
    """Return a place of the rim of a disc square to an axis: of a level one that which is drawn to the right."""
    if axis != 2:
        return ahead(center, 1 if axis == 0 else 2, radius, poser, "rim")
    right = camera_of(poser).right
    size = math.hypot(right[0], right[1])
    x, y, z = center.space
    x, y = (moved(at, radius, k / size, poser) for at, k in ((x, right[0]), (y, right[1])))
    return poser.space_point("rim", x, y, z)


def moved(slot: int, by: int, share: float, poser: Poser) -> int:
    """Return a coordinate moved by a share of a length."""
    at, length = poser.fixed(slot), poser.fixed(by)
    if at is not None and length is not None:
        return poser.constant(at + share * length)
    return poser.defined("affine2", slot, poser.constant(1.0), by, poser.constant(share), start=10.0)


def opposite(point: SpacePoint[int], center: SpacePoint[int], poser: Poser) -> SpacePoint[int]:
    """Return the place opposite another about a centre."""
    two, less = poser.constant(2.0), poser.constant(-1.0)
    x, y, z = (
        poser.defined("affine2", c, two, p, less, start=10.0) for c, p in zip(center.space, point.space)
    )
    return poser.space_point("rim", x, y, z)
