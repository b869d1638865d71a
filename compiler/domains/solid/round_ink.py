"""How round bodies are drawn: contours and rims, radii on their discs, heights and slants beside them."""

from __future__ import annotations

import math

import numpy as np

from ...draw.drops import drop_line
from ...draw.in_space import draw_body, draw_path, draw_straight_pieces
from ...draw.pen import Pen
from ...draw.sides import draw_texts
from ...draw.space_marks import angle_in_space, height_outside
from ...model import Entity
from ...resolve.scope import POINT_NAME
from ...shapes import XY, Ball, Shape, SpacePoint, Torus, Turned, xy
from ...space.bodies import circle
from ...space.camera import XYZ, Array, Camera
from ...targets import AlongLine, ByPoint
from .edges import own_text

TURNS = (0.5, -0.7, 2.5, 3.8, 1.3)
"""Directions, in radians from the right towards the viewer, in which a sphere's radius may be drawn."""
ROOM = 3.0
"""Millimetres from other lines at which a radius can be told from them."""


def is_inverted(entity: Entity) -> bool:
    """Whether a body stands on its tip."""
    return entity.has("inverted") or entity.has("apex_down") or entity.has("upside_down")


def draw_turned(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a cylinder, cone or frustum with its radii on its discs and its height and slant beside it."""
    draw_body(pen, shape)
    if not isinstance(shape, Turned):
        return
    write_texts(entity, shape, pen)
    tip = is_inverted(entity)
    wide, narrow = (shape.b, shape.a) if tip else (shape.a, shape.b)
    radii = (shape.radius_b, shape.radius_a) if tip else (shape.radius_a, shape.radius_b)
    write_radius(pen, entity, ("radius", "diameter"), wide, radii[0], shape)
    write_radius(pen, entity, ("top_radius", ""), narrow, radii[1], shape)
    if text := own_text(pen, entity, "height"):
        if tip:
            height_outside(pen, xy(shape.a), xy(shape.b), text)
        else:
            draw_axis(pen, shape, text)
    if text := own_text(pen, entity, "slant"):
        ends = contour_of(shape, -1)
        pen.label(text, AlongLine(ends, side=pen.solution.free_side(*ends)), role="side-text")
    if text := own_text(pen, entity, "half_angle"):
        _draw_half_angle(pen, shape, text)


def _draw_half_angle(pen: Pen, shape: Turned[float], text: str) -> None:
    """Mark the angle between the axis and the side at the apex."""
    tip, base, radius = (
        (shape.a, shape.b, shape.radius_b)
        if shape.radius_a < shape.radius_b
        else (shape.b, shape.a, shape.radius_a)
    )
    rim = rim_place(base, tip, radius, shape.camera, 1)
    spots = [pen.solution.places.add(place) for place in (base.space, tip.space, rim)]
    angle_in_space(pen, spots[0], spots[1], spots[2], text)


def contour_of(shape: Turned[float], side: int) -> tuple[XY, XY]:
    """Return the outer line of a side as it is drawn: on the right (+1) or the left (-1)."""
    a = rim_place(shape.a, shape.b, shape.radius_a, shape.camera, side)
    b = rim_place(shape.b, shape.a, shape.radius_b, shape.camera, side)
    return shape.camera.drawn(a), shape.camera.drawn(b)


def rim_place(
    center: SpacePoint[float], other: SpacePoint[float], radius: float, camera: Camera, side: int
) -> XYZ:
    """Return the place of a disc's rim that is drawn farthest to the right (+1) or left (-1)."""
    axis = np.subtract(other.space, center.space)
    axis = axis / max(float(np.linalg.norm(axis)), 1e-30)
    way = np.array(camera.right) - float(np.array(camera.right) @ axis) * axis
    x, y, z = np.array(center.space) + side * radius * way / max(float(np.linalg.norm(way)), 1e-30)
    return (float(x), float(y), float(z))


def write_radius(
    pen: Pen,
    entity: Entity,
    names: tuple[str, str],
    center: SpacePoint[float],
    radius: float,
    shape: Turned[float],
) -> None:
    """Draw a radius, or a diameter, across a disc with its text."""
    text, across = own_text(pen, entity, names[0]), own_text(pen, entity, names[1]) if names[1] else ""
    other = shape.b if center is shape.a else shape.a
    if not (text or across) or radius <= 0:
        return
    rim = rim_place(center, other, radius, shape.camera, 1)
    start = rim_place(center, other, radius, shape.camera, -1) if across and not text else center.space
    with pen.thin():
        id = draw_straight_pieces(pen, [start, rim], role="radius")
    if text:
        pen.dot(xy(center), size=0.9)
    ends = (shape.camera.drawn(start), shape.camera.drawn(rim))
    pen.label(text or across, AlongLine(ends), owner=id, role="side-text")


def draw_axis(pen: Pen, shape: Turned[float], text: str) -> None:
    """Draw the axis of a body with its height; of a cylinder the text stands beside its side."""
    if abs(shape.radius_a - shape.radius_b) < 1e-6:
        ends = contour_of(shape, 1)
        pen.label(text, AlongLine(ends, side=pen.solution.free_side(*ends)), role="side-text")
        return
    tip, base = (shape.a, shape.b) if shape.radius_a < shape.radius_b else (shape.b, shape.a)
    drop_line(pen, tip.space, base.space, text)


def draw_ball(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a sphere with its equator, or a hemisphere, and its radius."""
    draw_body(pen, shape)
    if not isinstance(shape, Ball):
        return
    if shape.pole is None and not entity.style.bare:
        with pen.thin():
            draw_path(
                pen, circle(shape.center.space, np.array([0.0, 0.0, 1.0]), shape.radius), role="equator"
            )
    write_texts(entity, shape, pen)
    if (
        entity.value("center") is None
        and entity.named
        and POINT_NAME.fullmatch(entity.name)
        and not entity.style.bare
    ):
        # A sphere called O has its centre there.
        pen.dot(xy(shape.center), size=0.9)
        pen.label(entity.name, ByPoint(xy(shape.center)), owner=entity.name)
    text, across = own_text(pen, entity, "radius"), own_text(pen, entity, "diameter")
    if not (text or across):
        return
    way = _radius_way(pen, shape)
    center = np.array(shape.center.space)
    start = center - way if across and not text else center
    ends = [(float(p[0]), float(p[1]), float(p[2])) for p in (start, center + way)]
    with pen.thin():
        id = draw_straight_pieces(pen, ends, role="radius")
    pen.dot(xy(shape.center), size=0.9)
    drawn = (shape.camera.drawn(ends[0]), shape.camera.drawn(ends[1]))
    pen.label(text or across, AlongLine(drawn), owner=id, role="side-text")


def _radius_way(pen: Pen, shape: Ball[float]) -> Array:
    """Return a level radius of a sphere that is not drawn along anything there already."""
    right = np.array(shape.camera.right)
    back = np.cross(np.array([0.0, 0.0, 1.0]), right)
    ways = [
        shape.radius * (math.cos(turn) * right - math.sin(turn) * back) / float(np.linalg.norm(right))
        for turn in TURNS
    ]
    center = np.array(shape.center.space)

    def room(way: Array) -> float:
        x, y = shape.camera.seen((center + 0.7 * way)[None, :])[0].tolist()
        axes = _axes_at(pen, shape)
        drawn = [(shape.camera.drawn(a), shape.camera.drawn(b)) for a, b, _, _ in pen.edges_in_space]
        return min((off_line((x, y), a, b) for a, b in (*axes, *drawn)), default=9.0)

    return next((way for way in ways if room(way) > ROOM), ways[0])


def _axes_at(pen: Pen, shape: Ball[float]) -> list[tuple[XY, XY]]:
    """Return how axes through a sphere's centre are drawn, where the panel has axes."""
    if not any(e.kind.space == "axes" for e in pen.solution.panel.entities.values()):
        return []
    reach = 2 * shape.radius
    ends = [
        tuple(c + (s * reach if k == at else 0.0) for k, c in enumerate(shape.center.space))
        for at in range(3)
        for s in (1, -1)
    ]
    spots = [shape.camera.drawn((x, y, z)) for x, y, z in ends]
    return list(zip(spots[::2], spots[1::2]))


def off_line(p: XY, a: XY, b: XY) -> float:
    """Return the distance of a spot from a straight piece.

    >>> off_line((1.0, 2.0), (0.0, 0.0), (4.0, 0.0))
    2.0
    """
    length = math.dist(a, b) ** 2 or 1.0
    share = min(1.0, max(0.0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length))
    return math.hypot(p[0] - a[0] - share * (b[0] - a[0]), p[1] - a[1] - share * (b[1] - a[1]))


def write_texts(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Write the texts of a body outside it."""
    draw_texts(pen, shape, pen.texts(entity), entity.name)


def draw_torus(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a torus by its contours, with the radius to the middle of its tube and that of the tube."""
    draw_body(pen, shape)
    write_texts(entity, shape, pen)
    if not isinstance(shape, Torus):
        return
    middle = rim_place(shape.center, shape.pole, shape.radius, shape.camera, 1)
    axis = np.subtract(shape.pole.space, shape.center.space)
    x, y, z = np.array(middle) + shape.tube * axis / float(np.linalg.norm(axis))
    for name, ends in (
        ("radius", (shape.center.space, middle)),
        ("tube", (middle, (float(x), float(y), float(z)))),
    ):
        if text := own_text(pen, entity, name):
            with pen.thin():
                id = draw_straight_pieces(pen, ends, role="radius")
            drawn = (shape.camera.drawn(ends[0]), shape.camera.drawn(ends[1]))
            pen.label(text, AlongLine(drawn), owner=id, role="side-text")
