"""Drawing in space: paths as they are seen, visible parts solid, hidden parts thin and dashed.

Convention: ISO 128-2, lines 01.2 (visible edges) and 02.1 (hidden edges).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ...dsl.scene import Rect, Stroke
from ..shapes import (
    XY,
    Ball,
    Cut,
    Facet,
    Filled,
    Hoop,
    Line,
    Patchwork,
    Point,
    Polygon,
    Polyhedron,
    Polyline,
    Shape,
    SpacePoint,
    Threads,
    Torus,
    Turned,
    Vector,
    xy,
)
from ..space.bodies import bodies_of
from ..space.camera import XYZ, Camera
from ..space.hiding import Occluder, split
from ..space.paths import Path, Round, Straight
from .arrows import INSIDE, MOST, Arrow, head_size, tip_on
from .courses import course_of
from .outlines import clipped
from .paths import EMPTY, Outline, arc, polyline

if TYPE_CHECKING:
    from .pen import Pen

HIDDEN_WIDTH = 0.22
HIDDEN_DASH = (1.3, 0.9)
BODIES = (Polyhedron, Turned, Ball, Torus, Hoop, Facet, Cut, Filled)
IN_SPACE = ("edge", "link", "arrow")
"""Roles of ink that is a thing in space; all else (marks, leaders) is of the picture."""
ON = 1e-4
"""Space millimetres within which a place is on a line."""
FINE = 96
"""Places by which a sampled path is drawn."""


def places_of(points: Sequence[Point[float]]) -> list[XYZ] | None:
    """Return points as places in space, or nothing if one of them lies in the plane."""
    places = [p.space for p in points if isinstance(p, SpacePoint)]
    return places if len(places) == len(points) else None


def outline_of_path(path: Path, camera: Camera) -> Outline:
    """Return how a path is drawn: exactly a straight piece or an arc of an ellipse.

    >>> from ..space.camera import oblique
    >>> outline_of_path(Straight((0, 0, 0), (0, 2, 1)), oblique()).points
    ((0.0, 0.0), (2.0, 1.0))
    """
    if isinstance(path, Round):
        return _ellipse_arc(path, camera)
    steps = 2 if isinstance(path, Straight) else FINE
    spots = camera.seen(path.at(np.linspace(path.start, path.end, steps)))
    spots = spots[np.isfinite(spots).all(axis=1)]
    if len(spots) < 2:
        return EMPTY
    return polyline([(float(x), float(y)) for x, y in spots])


def _ellipse_arc(path: Round, camera: Camera) -> Outline:
    """Return an arc by the cubics of a circular one, taken through the map that makes it the ellipse."""
    unit = arc((0.0, 0.0), 1.0, math.degrees(path.start), math.degrees(path.end))
    (cx, cy), (ex, ey), (fx, fy) = (camera.drawn(v) for v in (path.center, path.e, path.f))
    return Outline(unit.codes, tuple((cx + x * ex + y * fx, cy + x * ey + y * fy) for x, y in unit.points))


def outline_of_body(shape: Shape[float]) -> Outline:
    """Return all lines of a body as they are drawn."""
    if isinstance(shape, Patchwork | Threads):
        paths = shape.paths if isinstance(shape, Threads) else (line.path for line in shape.figure.lines)
        return sum((outline_of_path(path, shape.camera) for path in paths), EMPTY)
    if not isinstance(shape, BODIES):
        return EMPTY
    lines = (line.path for body in bodies_of(shape) for line in body.lines)
    return sum((outline_of_path(path, shape.camera) for path in lines), EMPTY)


def hull(spots: Sequence[XY]) -> tuple[XY, ...]:
    """Return the convex outline of spots, counterclockwise. Source: Andrew's monotone chain, 1979.

    >>> hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    ((0, 0), (2, 0), (2, 2), (0, 2))
    """
    ordered = sorted(set(spots))
    if len(ordered) < 3:
        return tuple(ordered)
    return (*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1])


def _chain(ordered: Sequence[XY]) -> list[XY]:
    out: list[XY] = []
    for x, y in ordered:
        while len(out) > 1:
            (ax, ay), (bx, by) = out[-2:]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            out.pop()
        out.append((x, y))
    return out


def draw_path(
    pen: Pen,
    path: Path,
    *,
    exempt: Sequence[Occluder] = (),
    behind: Sequence[Occluder] = (),
    stroke: Stroke | None = None,
    role: str = "edge",
) -> str:
    """Draw a path with its hidden parts thin and dashed; return the id of its longest visible part, or of any.

    `exempt` does not hide it, though it hides others; `behind` hides it besides.
    """
    camera = pen.solution.poser.frame.camera
    assert camera is not None
    skipped = {id(occluder) for occluder in exempt}
    occluders = [*behind, *(o for o in pen.solution.occluders if id(o) not in skipped)]
    stroke = stroke or pen.stroke()
    drawn: list[tuple[bool, float, str]] = []
    for piece in split(path, occluders):
        outline = outline_of_path(piece.path, camera)
        shown = stroke if piece.visible else hidden_stroke(stroke)
        name = pen.ink(outline, role=role, stroke=shown, z=0 if piece.visible else -2)
        drawn.append((piece.visible, piece.path.end - piece.path.start, name))
    return max(drawn)[2] if drawn else ""


def hidden_stroke(stroke: Stroke) -> Stroke:
    """Return the stroke of what is hidden, in the colour of what is seen."""
    if stroke.dash:
        return stroke.model_copy(update={"width": min(stroke.width, HIDDEN_WIDTH)})
    return stroke.model_copy(update={"width": HIDDEN_WIDTH, "dash": HIDDEN_DASH, "cap": "butt"})


def draw_straight_pieces(
    pen: Pen, places: Sequence[XYZ], *, stroke: Stroke | None = None, role: str = "edge"
) -> str:
    """Draw straight pieces through places, none a second time; return an id of their ink."""
    stroke = stroke or pen.stroke()
    drawn = [_draw_once(pen, a, b, stroke, role) for a, b in pairwise(places) if math.dist(a, b) > ON]
    return drawn[0] if drawn else ""


def _draw_once(pen: Pen, a: XYZ, b: XYZ, stroke: Stroke, role: str) -> str:
    """Draw a straight piece, unless it is a part of one that looks alike."""
    for c, d, held, id in pen.edges_in_space:
        if held == stroke and _covers(c, d, a, b):
            return id
    id = draw_path(pen, Straight(a, b), stroke=stroke, role=role)
    pen.edges_in_space.append((a, b, stroke, id))
    return id


def is_drawn(pen: Pen, a: XYZ, b: XYZ) -> bool:
    """Whether a straight piece drawn in space runs all the way between two places."""
    return any(_covers(c, d, a, b) for c, d, _, _ in pen.edges_in_space)


def _covers(c: XYZ, d: XYZ, a: XYZ, b: XYZ) -> bool:
    return all(math.dist(c, p) + math.dist(p, d) < math.dist(c, d) + ON for p in (a, b))


def draw_body(pen: Pen, shape: Shape[float]) -> list[str]:
    """Draw the edges and contours of a body, each as far as it is seen; return their ids."""
    own = pen.solution.bodies_of(shape)
    return [
        draw_path(pen, line.path, exempt=line.exempt)
        if line.exempt or not isinstance(line.path, Straight)
        else _draw_once(pen, line.path.a, line.path.b, pen.stroke(), "edge")
        for body in own
        for line in body.lines
    ]


def _prolonged(a: SpacePoint[float], b: SpacePoint[float], extent: str, view: Rect) -> list[XYZ]:
    """Return the ends of a ray or an endless line in a view: shares along it are the same in space and drawn."""
    length = math.dist(xy(a), xy(b)) or 1.0
    way = ((b.x - a.x) / length, (b.y - a.y) / length)
    out: list[XYZ] = []
    for end in clipped((xy(a), xy(b)), extent, view):
        share = ((end[0] - a.x) * way[0] + (end[1] - a.y) * way[1]) / length
        x, y, z = (p + share * (q - p) for p, q in zip(a.space, b.space))
        out.append((x, y, z))
    return out


def draw_arrow(
    pen: Pen, places: Sequence[XYZ], *, both: bool = False, stroke: Stroke | None = None, role: str = "arrow"
) -> str:
    """Draw straight pieces through places, with an arrowhead at the last (and the first, if `both`)."""
    camera = pen.solution.poser.frame.camera
    assert camera is not None
    course = course_of(polyline([camera.drawn(place) for place in places]))
    stroke = stroke or pen.stroke()
    size = min(head_size(stroke), MOST * course.length)
    shaft = [*places[:-1], _before(places[-2], places[-1], INSIDE * size, camera)]
    if both:
        shaft[0] = _before(shaft[1], shaft[0], INSIDE * size, camera)
    name = draw_straight_pieces(pen, shaft, stroke=stroke, role=role)
    ways = (course, course.reversed) if both else (course,)
    heads = [pen.head(tip_on(way, way.length, size), color=stroke.color) for way in ways]
    pen.canvas.arrows.append(Arrow(course, size, heads[0], heads[1] if both else ""))
    return name


def _before(a: XYZ, b: XYZ, by: float, camera: Camera) -> XYZ:
    """Return the place on the way from a to b that is drawn some millimetres before b."""
    length = math.dist(camera.drawn(a), camera.drawn(b))
    share = 1 - by / length if length > by else 1.0
    x, y, z = (p + share * (q - p) for p, q in zip(a, b))
    return (x, y, z)


def in_space(shape: Shape[float], view: Rect | None = None) -> list[XYZ] | None:
    """Return the places through which a straight shape runs, closed for an outline; nothing for one in the plane.

    Rays and endless lines end where the view does.
    """
    match shape:
        case Line(SpacePoint() as a, SpacePoint() as b, extent) if view and extent != "segment":
            return _prolonged(a, b, extent, view)
        case Line(a, b) | Vector(a, b):
            return places_of((a, b))
        case Polyline(points):
            return places_of(points)
        case Polygon(points) if points:
            return places_of((*points, points[0]))
    return None
