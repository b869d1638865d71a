"""Troughs: prisms that lie, open at the top, their end turned to the viewer in its true shape."""

from __future__ import annotations

from ...draw.pen import Pen
from ...draw.space_marks import height_outside
from ...model import Entity
from ...pose.poser import Poser
from ...shapes import Polyhedron, Shape, SpacePoint, xy
from ...values import Value
from ...vocabulary import Kind, PartOf
from .bases import Ring, prism_faces, solid, times
from .edges import draw_polyhedron, length_slot, outermost, outline_of, own_text, stated_length, write_beside

LENGTH, WIDTH, HEIGHT = 60.0, 30.0, 22.0


SIZES = {"length": ("length",), "width": ("base_width", "width"), "height": ("base_height", "height")}
"""The slots that say each size: a prism that lies has the end of a trough for its base."""


def size_of(entity: Entity, name: str) -> Value | None:
    """Return a size of a trough, or of a prism that lies like one."""
    return next((v for slot in SIZES[name] if (v := entity.value(slot)) is not None), None)


def _text_of(pen: Pen, entity: Entity, name: str) -> str:
    return next((text for slot in SIZES.get(name, (name,)) if (text := own_text(pen, entity, slot))), "")


def pose_trough(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a trough on its lower edge or its narrow bottom, running away from the viewer."""
    length, across, height = (
        stated_length(size_of(entity, name), usual, poser, name)
        for name, usual in (("length", LENGTH), ("width", WIDTH), ("height", HEIGHT))
    )
    bottom = entity.value("bottom")
    low = stated_length(bottom, 0.4 * WIDTH, poser, "bottom") if bottom is not None else None
    zero = poser.constant(0.0)
    top = [(times(across, -0.5, poser), height), (times(across, 0.5, poser), height)]
    base = (
        [(zero, zero)] if low is None else [(times(low, 0.5, poser), zero), (times(low, -0.5, poser), zero)]
    )
    profile = [*top, *base]
    near, far = (tuple(_corner(x, y, z, poser) for y, z in profile) for x in (length, zero))
    return solid(_open(near, far), poser)


def _corner(x: int, y: int, z: int, poser: Poser) -> SpacePoint[int]:
    point = poser.space_point("corner", x, y, z)
    poser.drawn(point)
    return point


def _open(near: Ring, far: Ring) -> list[Ring]:
    """Return the ends and sides of a trough; the side between the two upper corners is left open."""
    faces = prism_faces(near, far)
    return [*faces[:2], *faces[3:]]


def draw_trough(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a trough with its length, its width across the top and its height."""
    draw_polyhedron(entity, shape, pen)
    if not isinstance(shape, Polyhedron):
        return
    near, far = shape.faces[0], shape.faces[1]
    outline = outline_of(shape)
    uprights = list(zip(near, far))
    for name, edges in (
        ("width", [(near[0], near[1]), (far[0], far[1])]),
        ("length", [uprights[1], uprights[0]]),
    ):
        if (text := _text_of(pen, entity, name)) and (ends := outermost(outline, edges)):
            write_beside(pen, outline, ends, text)
    if (text := own_text(pen, entity, "bottom")) and len(near) > 3:
        write_beside(pen, outline, (xy(near[2]), xy(near[3])), text)
    if text := _text_of(pen, entity, "height"):
        height_outside(pen, xy(near[-1]), xy(near[0]), text, left=True)


def trough_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the edges that show length, width and height."""
    from ...pose.anchors import midpoint
    from ...shapes import Line

    if not isinstance(shape, Polyhedron):
        return None
    near, far = shape.faces[0], shape.faces[1]
    match part:
        case "length":
            return Line(near[1], far[1])
        case "top" | "width":
            return Line(near[0], near[1])
        case "height" | "depth":
            return Line(
                midpoint(near[0], near[1], poser),
                near[-1] if len(near) == 3 else midpoint(near[2], near[3], poser),
            )
    return None


TROUGH = Kind(
    name="trough",
    doc="A trough with a triangular end, or a trapezoidal one if its bottom has a width, open at the top.",
    slots=(
        length_slot("length", "how long it is", "l"),
        length_slot("width", "across its top", "top", "top_width", "w", "across"),
        length_slot("height", "of its end", "h", "deep"),
        length_slot("bottom", "across its bottom, of a trapezoidal end", "bottom_width"),
    ),
    aliases=("water_trough", "triangular_trough"),
    traits=("solid", "polyhedron"),
    flags=("transparent", "wireframe"),
    parts=(PartOf("length", "an upper edge"), PartOf("top", "its width across the top"), PartOf("height", "the height of its end")),
    space="oblique",
    pose=pose_trough,
    part=trough_part,
    draw=draw_trough,
    z=5,
    example="trough t(length = 10 m, width = 4 m, height = 3 m)",
)  # fmt: skip

KINDS = (TROUGH,)
