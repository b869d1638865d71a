"""Marks in space: angle arcs, right-angle squares and dimensions lie in the plane of what they mark.

A right-angle square is drawn as the parallelogram that a square there looks like. Source: the usage of school
textbooks of solid geometry.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ...dsl.theme import WIDTH
from ..shapes import XY, heading
from ..space.camera import XYZ, Array, Camera
from ..space.paths import Round, Straight
from ..targets import AlongLine, InArc
from .beside import covers
from .in_space import draw_path, outline_of_path
from .paths import flattened, polyline

if TYPE_CHECKING:
    from .pen import Pen

SQUARE = 3.4
"""Side of a right-angle square, in space millimetres, where it is not foreshortened."""
RADIUS = 7.0
SHARE = 0.4
"""Of the shorter arm that a mark takes at most."""
RIGHT = 1e-6
NEAR = 0.05
"""Millimetres within which a side of an outline is level."""
CLEAR = 1.0
"""Millimetres from a place at which an extension line starts."""


def angle_in_space(pen: Pen, a: XY, v: XY, b: XY, text: str, *, double: bool = False) -> bool:
    """Draw the arc, or the square, of an angle between places in space; tell whether they are such."""
    camera, places = pen.solution.poser.frame.camera, [pen.solution.place_at(spot) for spot in (a, v, b)]
    first, vertex, second = places
    if camera is None or first is None or vertex is None or second is None:
        return False
    e, f, opening = _frame(first, vertex, second)
    id = ""
    with pen.thin():
        if abs(opening - math.pi / 2) < RIGHT:
            square_in_space(pen, a, v, b)
        radius = _radius(e, f, opening, camera, min(math.dist(vertex, p) for p in (first, second)))
        arc = Round(vertex, _scaled(e, radius), _scaled(f, radius), 0.0, opening)
        if abs(opening - math.pi / 2) >= RIGHT:
            for share in (1.0, 1.16) if double else (1.0,):
                wider = Round(vertex, _scaled(e, share * radius), _scaled(f, share * radius), 0.0, opening)
                id = pen.path(
                    outline_of_path(wider, camera), role="angle", stroke=pen.stroke(width=WIDTH.mark)
                )
    if text:
        pen.label(text, _target(v, arc, camera), owner=id, role="angle-text")
    return True


def _target(v: XY, arc: Round, camera: Camera) -> InArc:
    """Return where the text of an angle stands: on the bisector as it is drawn."""
    spots = flattened(outline_of_path(arc, camera))[0]
    start, end = heading(v, spots[0]), heading(v, spots[-1])
    turn = (end - start) % 360
    start, end = (start, start + turn) if turn <= 180 else (end, end + 360 - turn)
    return InArc(v, max(2.0, math.dist(v, spots[len(spots) // 2])), start, end)


def square_in_space(pen: Pen, a: XY, v: XY, b: XY) -> bool:
    """Draw the square of a right angle between places in space; tell whether they are such."""
    camera, places = pen.solution.poser.frame.camera, [pen.solution.place_at(spot) for spot in (a, v, b)]
    first, vertex, second = places
    if camera is None or first is None or vertex is None or second is None:
        return False
    size = min(SQUARE, SHARE * math.dist(vertex, first), SHARE * math.dist(vertex, second))
    e, f, _ = _frame(first, vertex, second)
    origin = np.array(vertex)
    corners = [origin + size * e, origin + size * (e + f), origin + size * f]
    spots = [(float(x), float(y)) for x, y in camera.seen(np.array(corners))]
    key = frozenset((round(x, 3), round(y, 3)) for x, y in spots)
    if key not in pen.squares:
        pen.squares.add(key)
        with pen.thin():
            pen.path(polyline(spots), role="right-angle", stroke=pen.stroke(width=WIDTH.mark))
    return True


def dimension_in_space(pen: Pen, a: XY, b: XY, text: str) -> bool:
    """Write a length beside the line between two places, which is drawn if none is there; tell whether they are such."""
    first, second = (pen.solution.place_at(spot) for spot in (a, b))
    if first is None or second is None:
        return False
    if not covers(pen.canvas.items, a, b):
        with pen.thin():
            draw_path(pen, Straight(first, second), role="dimension")
    pen.label(text, AlongLine((a, b), side=pen.solution.free_side(a, b)), role="dimension-text")
    return True


def height_outside(pen: Pen, low: XY, high: XY, text: str, *, left: bool = False) -> None:
    """Draw the dimension of a height beside all bodies, on the right or the left, with its extension lines.

    Source: ISO 129-1, for heights that have no edge of their own.
    """
    from .dimensions import dimension_on_paper

    outline = pen.solution.outline or (low, high)
    edge = min(x for x, _ in outline) if left else max(x for x, _ in outline)
    way = -CLEAR if left else CLEAR
    starts = tuple((_rim(outline, spot, left=left) + way, spot[1]) for spot in (low, high))
    dimension_on_paper(
        pen, (edge, low[1]), (edge, high[1]), text, side=1 if left else -1, starts=(starts[0], starts[1])
    )


def _rim(outline: Sequence[XY], spot: XY, *, left: bool) -> float:
    """Return how far to a side a convex outline reaches at the height of a spot on or in it."""
    reach = [spot[0]]
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0])):
        if min(ay, by) - NEAR <= spot[1] <= max(ay, by) + NEAR:
            level = abs(by - ay) <= NEAR
            reach += [ax, bx] if level else [ax + min(max((spot[1] - ay) / (by - ay), 0.0), 1.0) * (bx - ax)]
    return min(reach) if left else max(reach)


def _frame(a: XYZ, v: XYZ, b: XYZ) -> tuple[Array, Array, float]:
    """Return the unit vector along the first arm, the one square to it towards the second, and the opening."""
    u, w = np.subtract(a, v), np.subtract(b, v)
    e = u / max(float(np.linalg.norm(u)), 1e-30)
    across = w - float(w @ e) * e
    size = float(np.linalg.norm(across))
    f = across / size if size > 1e-12 else np.zeros(3)
    return e, f, math.atan2(size, float(w @ e))


def _radius(e: Array, f: Array, opening: float, camera: Camera, arm: float) -> float:
    """Return a radius in space at which the arc is drawn about as large as in the plane, inside the arms."""
    middle = math.cos(opening / 2) * e + math.sin(opening / 2) * f
    drawn = float(np.linalg.norm(camera.seen(middle[None, :])[0]))
    wanted = RADIUS * (1.0 if opening > 0.6 else 1.0 + (0.6 - opening) * 1.4)
    return min(wanted / max(drawn, 0.35), SHARE * arm)


def _scaled(v: Array, by: float) -> XYZ:
    return (float(v[0] * by), float(v[1] * by), float(v[2] * by))
