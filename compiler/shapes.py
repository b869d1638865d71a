"""The shapes that things have, once with slots of a `System` (posed) and once with numbers (solved).

A shape is generic in what stands for a number: `Point[int]` holds slot indices, `Point[float]`
millimetres. `solved` turns the one into the other; relations, anchors and drawings dispatch on the
shape and never on the kind.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Generic, Literal, TypeAlias, TypeVar

from .space.camera import XYZ, Camera
from .space.patchworks import Shown
from .space.paths import Path

N = TypeVar("N", int, float)

Extent = Literal["segment", "ray", "line", "framed"]

Way = Literal["ccw", "cw", "minor", "major"]
"""Which of the two arcs between two points of a circle."""


@dataclass(frozen=True)
class Point(Generic[N]):
    """A place."""

    x: N
    y: N


@dataclass(frozen=True)
class SpacePoint(Point[N]):
    """A place in space: where it is drawn, and its three coordinates in space millimetres."""

    space: tuple[N, N, N]


@dataclass(frozen=True)
class Line(Generic[N]):
    """A straight line through `a` and `b`: the segment between, the ray from `a`, all of it, or all that is seen.

    A `framed` line is endless, but the window of its axes cuts it at `a` and `b`.
    """

    a: Point[N]
    b: Point[N]
    extent: Extent = "segment"


@dataclass(frozen=True)
class Vector(Generic[N]):
    """An arrow from `a` to `b`."""

    a: Point[N]
    b: Point[N]


@dataclass(frozen=True)
class Polyline(Generic[N]):
    """Straight pieces through points, open."""

    points: tuple[Point[N], ...]


@dataclass(frozen=True)
class Polygon(Generic[N]):
    """A closed outline through its vertices."""

    points: tuple[Point[N], ...]


@dataclass(frozen=True)
class Circle(Generic[N]):
    """All points at `radius` from `center`."""

    center: Point[N]
    radius: N


@dataclass(frozen=True)
class Arc(Generic[N]):
    """The part of a circle between `start` and `end`.

    It runs counter-clockwise, or the shorter or longer way, or past the point `via` if there is one.
    `close` makes it a sector (`center`) or a circular segment (`chord`).
    """

    center: Point[N]
    radius: N
    start: Point[N]
    end: Point[N]
    close: Literal["", "center", "chord"] = ""
    way: Way = "ccw"
    via: Point[N] | None = None


@dataclass(frozen=True)
class Ellipse(Generic[N]):
    """Semi-axes `a` along `tilt` (radians from the x axis) and `b` across it."""

    center: Point[N]
    a: N
    b: N
    tilt: N


@dataclass(frozen=True)
class Conic(Generic[N]):
    """A parabola or hyperbola: `|PF| = |l + e X|`, X being P's coordinate from the focus along `tilt`.

    `e` is the eccentricity, `l` half the width through the focus; `tilt` (radians) points away from the
    directrix. A window of axes, if there is one, cuts it.
    """

    focus: Point[N]
    e: N
    half_width: N
    tilt: N
    window: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Spline(Generic[N]):
    """A smooth curve through points."""

    points: tuple[Point[N], ...]
    closed: bool = False


@dataclass(frozen=True)
class Curve(Generic[N]):
    """A curve that nothing moves: sampled pieces, in millimetres of the panel's frame."""

    pieces: tuple[tuple[tuple[float, float], ...], ...]
    closed: bool = False


@dataclass(frozen=True)
class Box(Generic[N]):
    """An upright rectangle about `center`, with half its width and half its height."""

    center: Point[N]
    half_width: N
    half_height: N


@dataclass(frozen=True)
class Side(Generic[N]):
    """The half plane of the line `a` to `b` in which `of` lies, or the other one if not `same`."""

    a: Point[N]
    b: Point[N]
    of: Point[N]
    same: bool = True


@dataclass(frozen=True)
class Combined(Generic[N]):
    """The intersection, union or difference of two areas; open outlines count as closed."""

    op: Literal["&", "|", "-"]
    left: Shape[N]
    right: Shape[N]


@dataclass(frozen=True)
class Enclosed(Generic[N]):
    """The area that lines and curves enclose between them."""

    walls: tuple[Shape[N], ...]


@dataclass(frozen=True)
class Several(Generic[N]):
    """Shapes that belong together: members of a list, parts of a group."""

    shapes: tuple[Shape[N], ...]


@dataclass(frozen=True)
class Polyhedron(Generic[N]):
    """A solid with plane faces, each a ring of vertices, as `camera` sees it."""

    faces: tuple[tuple[SpacePoint[N], ...], ...]
    camera: Camera


@dataclass(frozen=True)
class Turned(Generic[N]):
    """A right circular cylinder, cone or frustum: discs about `a` and `b`, square to the way between them."""

    a: SpacePoint[N]
    b: SpacePoint[N]
    radius_a: N
    radius_b: N
    camera: Camera
    open_a: bool = False
    """Whether there is no disc at `a` (a tank without lid)."""
    open_b: bool = False


@dataclass(frozen=True)
class Ball(Generic[N]):
    """A sphere, or with a `pole` the half of it on the pole's side, without its disc if `hollow`."""

    center: SpacePoint[N]
    radius: N
    camera: Camera
    pole: SpacePoint[N] | None = None
    hollow: bool = False
    clear: bool = False
    """Whether it hides nothing: a sphere drawn around another solid."""


@dataclass(frozen=True)
class Torus(Generic[N]):
    """A ring about the axis from `center` to `pole`, of mean radius `radius` and thickness 2 `tube`."""

    center: SpacePoint[N]
    pole: SpacePoint[N]
    radius: N
    tube: N
    camera: Camera


@dataclass(frozen=True)
class Hoop(Generic[N]):
    """A circle in space about `center`, in the plane square to the way to `pole`."""

    center: SpacePoint[N]
    pole: SpacePoint[N]
    radius: N
    camera: Camera


@dataclass(frozen=True)
class Facet(Generic[N]):
    """A piece of a plane in space: what lies behind it is hidden."""

    points: tuple[SpacePoint[N], ...]
    camera: Camera


@dataclass(frozen=True)
class Cut(Generic[N]):
    """The section of a body by the plane through three places."""

    body: Shape[N]
    a: SpacePoint[N]
    b: SpacePoint[N]
    c: SpacePoint[N]
    camera: Camera


@dataclass(frozen=True)
class Patchwork(Generic[N]):
    """Surfaces in space that nothing moves, with the curves on which they meet and end."""

    figure: Shown
    camera: Camera


@dataclass(frozen=True)
class Filled(Generic[N]):
    """What fills a body up to a level: everything in it below `surface`, a place of the level plane."""

    body: Shape[N]
    surface: SpacePoint[N]
    camera: Camera


@dataclass(frozen=True)
class Threads(Generic[N]):
    """Curves in space that nothing moves."""

    paths: tuple[Path, ...]
    camera: Camera


@dataclass(frozen=True)
class Nowhere(Generic[N]):
    """The shape of what has no place in the drawing."""


Shape: TypeAlias = (
    Point[N]
    | Line[N]
    | Vector[N]
    | Polyline[N]
    | Polygon[N]
    | Circle[N]
    | Arc[N]
    | Ellipse[N]
    | Conic[N]
    | Spline[N]
    | Curve[N]
    | Box[N]
    | Side[N]
    | Combined[N]
    | Enclosed[N]
    | Several[N]
    | Polyhedron[N]
    | Turned[N]
    | Ball[N]
    | Torus[N]
    | Hoop[N]
    | Facet[N]
    | Cut[N]
    | Filled[N]
    | Patchwork[N]
    | Threads[N]
    | Nowhere[N]
)


def solved(shape: Shape[int], value: Callable[[int], float]) -> Shape[float]:
    """Return a posed shape with every slot replaced by its number.

    >>> solved(Circle(Point(0, 1), 2), [3.0, 4.0, 5.0].__getitem__)
    Circle(center=Point(x=3.0, y=4.0), radius=5.0)
    """
    if isinstance(shape, Curve):
        return Curve(shape.pieces, shape.closed)
    if isinstance(shape, Patchwork):
        return Patchwork(shape.figure, shape.camera)
    if isinstance(shape, Threads):
        return Threads(shape.paths, shape.camera)
    changes = {f.name: _number(getattr(shape, f.name), value) for f in fields(shape)}
    return replace(shape, **changes)  # type: ignore[arg-type, return-value]


def _number(part: object, value: Callable[[int], float]) -> object:
    if part is None or isinstance(part, bool | str | float | Camera):
        return part
    if isinstance(part, int):
        return value(part)
    if isinstance(part, tuple):
        return tuple(_number(member, value) for member in part)
    return solved(part, value)  # type: ignore[arg-type]


XY: TypeAlias = tuple[float, float]


def xy(point: Point[float]) -> XY:
    """Return a point as a pair."""
    return (point.x, point.y)


def xyz(point: SpacePoint[float]) -> XYZ:
    """Return a place in space as a triple."""
    return point.space


def heading(a: XY, b: XY) -> float:
    """Return the direction from `a` to `b` in degrees, 0 to the right, counter-clockwise.

    >>> heading((0, 0), (0, 2))
    90.0
    """
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def along(a: XY, b: XY, t: float) -> XY:
    """Return the point at fraction `t` of the way from `a` to `b`."""
    return (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))


def polar(center: XY, radius: float, degrees: float) -> XY:
    """Return the point at a distance and direction from a centre.

    >>> polar((1, 1), 2, 0)
    (3.0, 1.0)
    """
    angle = math.radians(degrees)
    return (center[0] + radius * math.cos(angle), center[1] + radius * math.sin(angle))
