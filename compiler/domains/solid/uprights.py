"""How prisms, pyramids and tetrahedra are drawn, and their parts: what stands on a base alike."""

from __future__ import annotations

from ...draw.pen import Pen
from ...model import Entity
from ...pose.anchors import centroid
from ...pose.poser import Poser
from ...shapes import Facet, Line, Polyhedron, Shape
from ...space.camera import XYZ
from ..space.planes import corners_on_axes, draw_intercepts
from .edges import draw_polyhedron, outermost, outline_of, own_text, write_beside
from .heights import draw_height, foot_of
from .vertices import named_vertices


def under_plane(entity: Entity) -> list[XYZ]:
    """Return where the slanted face of a tetrahedron at the origin meets the axes, by its equation or intercepts."""
    cuts = corners_on_axes(entity)
    return cuts if len(cuts) == 3 else []


def draw_upright(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a prism or pyramid with its side and height beside edges."""
    if entity.has("inverted") and not named_vertices(entity):
        from .troughs import draw_trough

        draw_trough(entity, shape, pen)
        return
    draw_polyhedron(entity, shape, pen)
    if not isinstance(shape, Polyhedron):
        return
    if under_plane(entity):
        draw_intercepts(entity, pen)
    outline = outline_of(shape)
    base = shape.faces[0]
    around = [(base[at], base[(at + 1) % len(base)]) for at in range(len(base))]
    is_prism = len(shape.faces[1]) == len(base) and len(shape.faces) == len(base) + 2
    uprights = list(zip(base, shape.faces[1])) if is_prism else []
    for name, edges in (
        ("side", around), ("length", uprights[::-1] if is_prism else around[:1]), ("width", around[1:2]),
        ("base_width", around[:1]),
    ):  # fmt: skip
        if (text := own_text(pen, entity, name)) and (ends := outermost(outline, edges)):
            write_beside(pen, outline, ends, text)
    if text := own_text(pen, entity, "height"):
        if uprights and not entity.has("oblique"):
            ends = outermost(outline, uprights[::-1])
            assert ends is not None
            write_beside(pen, outline, ends, text)
        else:
            draw_height(pen, shape.faces[1][-1], base, text)


def upright_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the height of a pyramid or prism as a line, its apex, the middles of its base and top."""
    if not isinstance(shape, Polyhedron):
        return None
    if entity.has("inverted") and not named_vertices(entity):
        from .troughs import trough_part

        return trough_part(entity, shape, part, poser)
    base, second = shape.faces[0], shape.faces[1]
    is_prism = len(shape.faces) == len(base) + 2
    if part in ("height", "altitude"):
        return (
            Line(second[0], base[0]) if is_prism else Line(second[-1], foot_of(second[-1], base[:3], poser))
        )
    if part == "face" and under_plane(entity):
        return Facet(shape.faces[2], shape.camera)
    if part == "apex" and not is_prism:
        return second[-1]
    if part in ("base", "bottom", "base_center"):
        return centroid(base, poser)
    if part in ("top", "top_center"):
        return centroid(second, poser) if is_prism else second[-1]
    if part == "length" and is_prism:
        return Line(base[0], second[0])
    if part in ("side", "edge"):
        return Line(base[0], base[1])
    if part == "center":
        corners = tuple(dict.fromkeys(p for face in shape.faces for p in face))
        return centroid(corners, poser)
    return None
