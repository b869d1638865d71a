"""Angle arcs and right-angle squares."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...dsl.theme import WIDTH
from ..shapes import XY, heading, polar
from ..targets import InArc
from .paths import arc, polyline

if TYPE_CHECKING:
    from .pen import Pen

RADIUS = 6.0
SQUARE = 2.6
NAME_RADIUS = 1.5
"""Where the room for the name of an angle begins, from its vertex."""


def span_of(a: XY, v: XY, b: XY) -> tuple[float, float]:
    """Return start and end (degrees, counter-clockwise) of the angle AVB that is at most 180°."""
    start, end = heading(v, a), heading(v, b)
    turn = (end - start) % 360
    return (start, start + turn) if turn <= 180 else (end, end + 360 - turn)


def arc_radius(a: XY, v: XY, b: XY, opening: float) -> float:
    """Return a radius in which the arc is seen: larger for small angles, inside short arms."""
    shortest = min(math.dist(v, a), math.dist(v, b))
    wanted = RADIUS * (1.0 if opening > 35 else 1.0 + (35 - opening) / 25)
    return max(2.5, min(wanted, 0.45 * shortest))


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
    marked = pen.arc_in(v, start, end)
    radius = marked or pen.free_radius(v, start, end, arc_radius(a, v, b, end - start))
    # An arc that marks the angle as equal to others carries its value, too.
    id = "" if marked else _draw_mark(pen, v, (start, end), radius, double=double)
    pen.label(text, InArc(v, radius, start, end), owner=id, role="angle-text")


def _draw_mark(pen: Pen, v: XY, span: tuple[float, float], radius: float, *, double: bool) -> str:
    """Draw the square of a right angle or the arc of another; return the id of the outer arc."""
    start, end = span
    id = ""
    with pen.thin():
        if abs(end - start - 90) < 1e-6:
            draw_square(pen, v, start)
        else:
            for r in (radius, radius + 1.0) if double else (radius,):
                id = pen.path(arc(v, r, start, end), role="angle", stroke=pen.stroke(width=WIDTH.mark))
    return id


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
        draw_square(pen, v, start, min(SQUARE, 0.35 * min(math.dist(v, a), math.dist(v, b))))


def draw_square(pen: Pen, v: XY, start: float, size: float = SQUARE) -> None:
    """Draw the square between the arms at `start` and `start` + 90 degrees."""
    along = polar(v, size, start)
    corners = [along, polar(along, size, start + 90), polar(v, size, start + 90)]
    pen.path(polyline(corners), role="right-angle", stroke=pen.stroke(width=WIDTH.mark))
