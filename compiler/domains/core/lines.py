"""Straight lines and paths: segments, rays, endless lines, polylines, arrows and vectors."""

from __future__ import annotations

import math
from dataclasses import replace

from ...draw.beside import beside, covers
from ...draw.in_space import draw_straight_pieces, in_space
from ...draw.outlines import outline_of
from ...draw.paths import polyline
from ...draw.pen import Pen
from ...expression import Number, Operation
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import XY, Line, Point, Polygon, Polyline, Shape, SpacePoint, Spline, Vector, xy
from ...targets import AlongLine
from ...values import (
    Chain,
    Coordinates,
    Direction,
    Formula,
    Measure,
    MemberRef,
    PartRef,
    Ref,
    Standing,
    Value,
)
from ...vocabulary import Kind, Slot, Want

ON_LINE = 1e-3
"""Millimetres: a drawn point nearer to a line than this is on it, since general position keeps others off."""
ENDS = Slot(
    "through", (Want.POINT, Want.PATH), "the points it joins", ("points", "ends", "between"), many=True
)
START = Slot("from", Want.POINT, "where it starts", ("start", "tail", "origin", "at"), positional=False)
END = Slot("to", Want.POINT, "where it ends", ("end", "head", "tip"), positional=False)
HEADING = Slot(
    "direction", Want.DIRECTION, "its direction", ("dir", "heading", "orientation", "bearing", "pointing")
)
LENGTH = Slot(
    "length", Want.MEASURE, "its length", ("len", "magnitude", "value"), dimension="length", printed=True
)

ENDLESS = frozenset({"line", "ray"})
REACH = 25.0
"""From the first point of a line to its second where nothing is said of that, in sketch millimetres."""


def ends_of(entity: Entity, poser: Poser) -> tuple[Point[int], ...]:
    """Return the points that a thing joins, from its positional points, path, `from` and `to`."""
    points: list[Point[int]] = []
    for value in entity.values_of("through"):
        points += [poser.point(e) for e in value.ends] if isinstance(value, Chain) else [poser.point(value)]
    start, end = entity.value("from"), entity.value("to")
    if start is not None:
        points.insert(0, poser.point(start))
    if end is not None:
        points.append(poser.point(end))
    return tuple(points)


def pose_straight(entity: Entity, poser: Poser, extent: str) -> Line[int]:
    """Pose a straight line; what its author left open stays free."""
    if (given := given_line(entity, poser)) is not None:
        return given
    points = ends_of(entity, poser)
    a = points[0] if points else poser.point_at(f"{entity.name}.start")
    b = points[1] if len(points) > 1 else poser.point_at(f"{entity.name}.end", 30.0)
    line = Line(a, b, extent)  # type: ignore[arg-type]
    if extent != "framed":
        poser.drawn_segment(a, b)
    for extra in points[2:]:
        poser.require("collinear", extra.x, extra.y, a.x, a.y, b.x, b.y)
    direct(entity.value("direction"), a, b, poser)
    for flag, theta in (("horizontal", "y"), ("vertical", "x")):
        if entity.has(flag):
            poser.equate(getattr(a, theta), getattr(b, theta))
    length = entity.value("length")
    if isinstance(length, Measure) and (length.formula or length.symbol) and not _is_name(entity, length):
        distance = poser.distance(a, b, start=1.0)
        poser.state(distance, length)
    elif len(points) < 2 and extent in ENDLESS:
        # where on it the second point lies says nothing; far away it would make the picture as large
        poser.equate(poser.distance(a, b, start=REACH), poser.constant(REACH))
    elif len(points) < 2:
        poser.wish("separation", a.x, a.y, b.x, b.y, poser.constant(REACH))
    return line


def given_line(entity: Entity, poser: Poser) -> Line[int] | None:
    """Return the line that a thing is said to be, `line d(p.directrix)`, where that is all that is said of its ends."""
    values = entity.values_of("through")
    only = values[0] if len(values) == 1 and not entity.value("from") and not entity.value("to") else None
    return poser.line(only) if isinstance(only, PartRef | MemberRef | Ref) else None


def has_another_name(entity: Entity, panel: Panel) -> bool:
    """Whether an unnamed line only says what a named one is, `line t(tangent(c, at = P))`, which draws it."""
    if entity.named:
        return False
    own = (Ref(entity.name),)
    return any(other.values_of("through") == own for other in panel.entities.values())


def direct(direction: Value | None, a: Point[int], b: Point[int], poser: Poser) -> None:
    """Demand that b lies in a direction from a."""
    if not isinstance(direction, Direction):
        return
    theta = poser.angle_of(direction)
    if theta is not None and isinstance(a, SpacePoint) and isinstance(b, SpacePoint):
        # up, down, left and right lie in the plane of y and z: so textbooks turn their axes to the viewer
        (ax, ay, az), (bx, by, bz) = a.space, b.space
        poser.require("same", ax, bx)
        poser.require("direction", ay, az, by, bz, poser.constant(theta))
    elif theta is not None:
        poser.require("direction", a.x, a.y, b.x, b.y, poser.constant(theta))
    elif direction.toward is not None or direction.away is not None:
        target = poser.point(direction.toward or direction.away)  # type: ignore[arg-type]
        poser.require("collinear", b.x, b.y, a.x, a.y, target.x, target.y)
    elif direction.along is not None and (line := poser.line(direction.along)):
        poser.require("parallel", a.x, a.y, b.x, b.y, line.a.x, line.a.y, line.b.x, line.b.y)


def pose_segment(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a segment."""
    points = ends_of(entity, poser)
    return Polyline(points) if len(points) > 2 else pose_straight(entity, poser, "segment")


def pose_ray(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a ray."""
    return pose_straight(entity, poser, "ray")


def pose_line(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose an endless line, or one that its equation fixes (`y = 2x + 1`, `x = 3`)."""
    from .curves import line_of_equation

    return line_of_equation(entity, poser) or pose_straight(entity, poser, "line")


def reach_equation(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return how far the line of an equation makes the picture reach."""
    from .curves import reach_line

    return reach_line(entity, panel) if entity.value("equation") else ()


def companion_equation(entity: Entity) -> str:
    """Return the axes that accompany the line of an equation."""
    return "axes" if entity.value("equation") else ""


def pose_vector(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a vector; one through more than two places is an arrow along them all."""
    points = ends_of(entity, poser)
    if len(points) > 2:
        return Polyline(points)
    if len(points) == 1 and (tip := _components(entity)) is not None:
        zero = tuple(Formula(Number("0", 0.0)) for _ in tip.items)
        poser.drawn_segment(poser.point(Coordinates(zero)), points[0])
        return Vector(poser.point(Coordinates(zero)), points[0])
    line = pose_straight(entity, poser, "segment")
    return Vector(line.a, line.b)


def _components(entity: Entity) -> Coordinates | None:
    """Return the components of a vector of which nothing else is said: it starts at the origin."""
    only = entity.values_of("through")
    said = any(entity.value(name) is not None for name in ("from", "to", "direction", "length"))
    return only[0] if len(only) == 1 and isinstance(only[0], Coordinates) and not said else None


def reach_vector(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return the origin, where a vector by its components starts."""
    return ((0.0, 0.0),) if _components(entity) is not None else ()


def _is_name(entity: Entity, length: Measure) -> bool:
    """Whether what stands at a vector is its name, a sum of others: lengths of vectors do not add."""
    sum_of = length.formula.expression if length.formula and length.unit is None else None
    return (
        "vector" in entity.kind.traits
        and isinstance(sum_of, Operation)
        and sum_of.op in "+-"
        and bool(sum_of.letters)
    )


def pose_path(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a path through points."""
    points = ends_of(entity, poser)
    return Spline(points) if entity.has("curved") or entity.has("smooth") else Polyline(points)


def draw_straight(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a line, its text and the length that it prints."""
    if isinstance(shape, Line) and entity.has("trimmed"):
        outline = polyline(outermost(shape, pen))
    else:
        outline = outline_of(shape, pen.view)
    if len(outline.points) < 2:
        return
    places = in_space(shape, pen.view)
    tipped = entity.has("directed") or entity.has("arrow")
    in_middle = tipped and not entity.has("arrow") and _meets_others(entity, outline.points[-1], pen)
    if tipped and not in_middle:
        id = pen.arrow(outline.points)
    elif places is not None:
        id = draw_straight_pieces(pen, places)
    else:
        id = pen.path(outline, stroke=pen.stroke())
    if in_middle:
        pen.sense(outline.points, 0.5)
    for text in line_texts(entity, pen):
        pen.label(text, AlongLine(outline.points), owner=id)


def _meets_others(entity: Entity, tip: XY, pen: Pen) -> bool:
    """Whether another line ends where a directed one does: there, as at a polygon's vertices, heads would pile up."""
    others = (e for e in pen.solution.panel.entities.values() if e.name != entity.name and not e.style.hidden)
    return any(math.dist(end, tip) < ON_LINE for e in others for end in _ends(pen.shape_of(e.name)))


def _ends(shape: Shape[float]) -> list[XY]:
    """Return the ends of a segment, or the vertices of a polygon or path."""
    if isinstance(shape, Polygon | Polyline):
        return [xy(p) for p in shape.points]
    return [xy(shape.a), xy(shape.b)] if isinstance(shape, Line) and shape.extent == "segment" else []


def outermost(line: Line[float], pen: Pen) -> list[XY]:
    """Return the two outermost of the points on a line, hidden ones among them."""
    a, b = xy(line.a), xy(line.b)
    length = math.dist(a, b)
    if length < 1e-9:
        return [a, b]
    along = ((b[0] - a[0]) / length, (b[1] - a[1]) / length)
    panel = pen.solution.panel.entities
    spots = [
        xy(shape) for name in panel
        if isinstance(shape := pen.shape_of(name), Point)
    ]  # fmt: skip
    offsets = [(p[0] - a[0], p[1] - a[1]) for p in (a, b, *spots)]
    on = [u * along[0] + v * along[1] for u, v in offsets if abs(u * along[1] - v * along[0]) < ON_LINE]
    return [(a[0] + t * along[0], a[1] + t * along[1]) for t in (min(on), max(on))]


def line_texts(entity: Entity, pen: Pen) -> list[str]:
    """Return what is printed along a line: its texts, its length if stated, data without a slot."""
    texts = [t.text for t in entity.texts]
    length = entity.value("length")
    if isinstance(length, Measure) and (length.prints or length.standing is Standing.ASKED):
        words = pen.printed(entity, "length") if length.prints else pen.words(length)
        texts += [words] if words else []
    return texts + [pen.words(value) for _, value in entity.extra if value.prints]


def draw_vector(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw an arrow with its text near the tip."""
    if isinstance(shape, Polyline):
        spots = [xy(p) for p in shape.points]
        id = pen.arrow(spots, both=entity.has("both"))
        for text in line_texts(entity, pen):
            pen.label(text, AlongLine(tuple(spots)), owner=id)
        return
    if not isinstance(shape, Vector):
        return
    a, b = xy(shape.a), xy(shape.b)
    if in_space(shape) is None and not _joins_places(entity) and covers(pen.canvas.items, a, b):
        a, b = beside(a, b, pen.outer_side(a, b))
    id = pen.arrow([a, b], both=entity.has("both"))
    texts = line_texts(entity, pen)
    own = (
        [entity.name]
        if entity.named and not texts and not entity.style.bare and not pen.relabelled(entity.name)
        else []
    )
    for text in texts or own:
        pen.label(text, AlongLine((a, b), at=0.62), owner=id)


def _joins_places(entity: Entity) -> bool:
    """Whether both ends of a vector were given, so that it cannot stand beside them."""
    points = len(entity.values_of("through")) + any(isinstance(v, Chain) for v in entity.values_of("through"))
    return entity.value("to") is not None or points > 1


def draw_path(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a path, with an arrowhead in the middle of each piece if it is directed."""
    outline = outline_of(shape)
    if len(outline.points) < 2:
        return
    id = pen.path(outline, stroke=pen.stroke())
    directed = any(isinstance(v, Chain) and v.directed for v in entity.values_of("through"))
    if (directed or entity.has("directed") or entity.has("arrow")) and isinstance(shape, Polyline):
        for p, q in zip(shape.points, shape.points[1:]):
            pen.sense((xy(p), xy(q)), 0.5)
    for text in line_texts(entity, pen):
        pen.label(text, AlongLine(outline.points), owner=id)


SEGMENT = Kind(
    name="segment", doc="The straight piece between two points.", slots=(ENDS, START, END, HEADING, LENGTH),
    aliases=("edge", "side", "stick", "bar", "seg", "line_segment", "chord_line", "diagonal"), traits=("line", "segment"),
    flags=("horizontal", "vertical", "directed", "arrow"), pose=pose_segment, draw=draw_straight, z=10,
    example="segment AB(A, B, 5 cm)",
)  # fmt: skip
RAY = Kind(
    name="ray", doc="A half line from its first point through its second.", slots=(ENDS, START, END, HEADING, LENGTH),
    aliases=("half_line",), traits=("line",), flags=("horizontal", "vertical", "directed", "arrow"), pose=pose_ray,
    draw=draw_straight, z=10, example="ray r(A, B)",
)  # fmt: skip
LINE = Kind(
    name="line", doc="An endless straight line through points, or the line of an equation; `trimmed` draws it only as far as the points on it.",
    slots=(ENDS, START, END, HEADING, LENGTH, Slot("equation", Want.BOUND, "its equation, `y = 2x + 1`", many=True)),
    aliases=("straight_line",), traits=("line",), flags=("horizontal", "vertical", "straight", "trimmed"), variables=("x", "y"),
    pose=pose_line, draw=draw_straight, reach=reach_equation, companion=companion_equation, z=10,
    example="line l(through = [A, B])",
)  # fmt: skip
VECTOR = Kind(
    name="vector", doc="An arrow from a point, by its end, or by direction and length; `vector v(3, 1)` has its components, from the origin.",
    slots=(replace(ENDS, packs=True), START, END, HEADING, LENGTH), aliases=("arrow",), traits=("line", "vector"),
    flags=("horizontal", "vertical", "both"), pose=pose_vector, draw=draw_vector, reach=reach_vector, z=15,
    example="vector v(from = A, to = B)",
)  # fmt: skip
PATH = Kind(
    name="path", doc="A chain of straight pieces through points, with arrows if written with `->`.",
    slots=(ENDS, START, END, LENGTH), aliases=("polyline", "broken_line", "route"), traits=("path",),
    flags=("directed", "arrow", "curved", "smooth"), pose=pose_path, draw=draw_path, z=10,
    example="path c(A -> B -> C)",
)  # fmt: skip

KINDS = (SEGMENT, RAY, LINE, VECTOR, PATH)
