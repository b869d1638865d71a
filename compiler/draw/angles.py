"""Angle arcs and right-angle squares."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...dsl.theme import WIDTH
from ..shapes import XY, along, heading, polar
from ..targets import InArc
from .clearance import strokes_on
from .paths import arc, polyline

if TYPE_CHECKING:
    from .pen import Pen

RADIUS = 6.0
MOST = 0.9
"""Of its shorter arm that an arc takes at most."""
SQUARE = 2.6
SHARE = 0.35
"""Of its shorter arm that a square takes at most."""
TEXT_ROOM = 3.8
"""Beyond an arc that has a text, before the next arc over the same opening, in millimetres."""
DOUBLE = 1.0
"""Between the arcs of a double mark."""
STUB = 5.0
"""How far an arm that is drawn for its angle alone passes the arc, in millimetres."""
ON = 0.15
"""A line this close to an arm (mm) draws it."""
AFTER_THINGS = -3.0
"""When missing arms are drawn: after all things, before what gives way to them."""
NAME_RADIUS = 1.5
"""Where the room for the name of an angle begins, from its vertex."""


def span_of(a: XY, v: XY, b: XY) -> tuple[float, float]:
    """Return start and end (degrees, counter-clockwise) of the angle AVB that is at most 180°."""
    start, end = heading(v, a), heading(v, b)
    turn = (end - start) % 360
    return (start, start + turn) if turn <= 180 else (end, end + 360 - turn)


def arc_radius(arm: float, opening: float) -> float:
    """Return a radius in which the arc is seen: larger for small angles, inside arms of which the shorter is given."""
    wanted = RADIUS * (1.0 if opening > 35 else 1.0 + (35 - opening) / 25)
    return min(max(2.5, min(wanted, 0.45 * arm)), MOST * arm)


def draw_angle_mark(
    pen: Pen, a: XY, v: XY, b: XY, text: str, *, double: bool = False, reflex: bool = False
) -> None:
    """Draw the arc of the angle AVB and ask for its text on the bisector; the larger angle if it is the reflex one."""
    from .space_marks import angle_in_space

    if pen.solution.poser.frame.camera and angle_in_space(pen, a, v, b, text, double=double):
        return
    start, end = span_of(a, v, b)
    if reflex:
        start, end = end, start + 360
    marked = pen.wedges.arc_in(v, start, end)
    arm = min(math.dist(v, a), math.dist(v, b))
    wanted, depth = arc_radius(arm, end - start), DOUBLE if double else 0.0
    room = TEXT_ROOM if text else 0.0
    radius = marked or pen.wedges.free_radius(
        v, (start, end), wanted, most=MOST * arm, depth=depth, text=room
    )
    # An arc that marks the angle as equal to others carries its value, too.
    id = "" if marked else _draw_mark(pen, v, (start, end), radius, arm, double=double)
    pen.label(text, InArc(v, radius + depth, start, end), owner=id, role="angle-text")
    pen.last(AFTER_THINGS, lambda: _draw_stubs(pen, v, (a, b), radius))


def _draw_mark(pen: Pen, v: XY, span: tuple[float, float], radius: float, arm: float, *, double: bool) -> str:
    """Draw the square of a right angle or the arc of another; return the id of the outer arc."""
    start, end = span
    id = ""
    with pen.thin():
        if abs(end - start - 90) < 1e-6:
            draw_square(pen, v, start, min(SQUARE, SHARE * arm))
        else:
            for r in (radius, radius + DOUBLE) if double else (radius,):
                id = pen.path(arc(v, r, start, end), role="angle", stroke=pen.stroke(width=WIDTH.mark))
    return id


def _draw_stubs(pen: Pen, v: XY, ends: tuple[XY, XY], radius: float) -> None:
    """Draw, dashed, the beginning of an arm that nothing else draws, past the arc: what the angle is measured from."""
    ink = strokes_on(pen.canvas)
    for end in ends:
        length = math.dist(v, end)
        if length < 1e-6 or ink.along(v, along(v, end, min(radius / length, 1.0)), ON) > 0.5 * radius:
            continue
        far = min(radius + STUB, length)
        with pen.thin():
            dashed = pen.stroke(dash="dashed")
            pen.path(polyline([v, along(v, end, far / length)]), role="arm", stroke=dashed)


def draw_angle_name(pen: Pen, a: XY, v: XY, b: XY, name: str) -> None:
    """Ask for the name of the angle AVB near its vertex, as textbooks number angles: without an arc."""
    start, end = span_of(a, v, b)
    pen.label(name, InArc(v, NAME_RADIUS, start, end), role="angle-name")


def draw_right_angle(pen: Pen, a: XY, v: XY, b: XY) -> None:
    """Draw the square of the right angle AVB."""
    from .space_marks import square_in_space

    if pen.solution.poser.frame.camera and square_in_space(pen, a, v, b):
        return
    start, _ = span_of(a, v, b)
    with pen.thin():
        draw_square(pen, v, start, min(SQUARE, SHARE * min(math.dist(v, a), math.dist(v, b))))


def draw_square(pen: Pen, v: XY, start: float, size: float = SQUARE) -> None:
    """Draw the square between the arms at `start` and `start` + 90 degrees."""
    along = polar(v, size, start)
    corners = [along, polar(along, size, start + 90), polar(v, size, start + 90)]
    pen.path(polyline(corners), role="right-angle", stroke=pen.stroke(width=WIDTH.mark))
