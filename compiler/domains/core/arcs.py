"""Parts of circles: arcs, semicircles, sectors, circular segments."""

from __future__ import annotations

import math
from dataclasses import replace

from ...draw.angles import draw_angle_mark
from ...draw.outlines import angles, outline_of
from ...draw.pen import Pen
from ...draw.radii import draw_radius
from ...draw.sides import draw_texts
from ...model import Entity
from ...pose.anchors import midpoint
from ...pose.area import arc_opening
from ...pose.poser import Poser
from ...shapes import XY, Arc, Circle, Line, Point, Shape, Way, polar, xy
from ...targets import AlongLine
from ...values import Chain, Direction, Measure, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .rounds import free_radius, radius_of

OPENING = math.radians(70.0)
"""The opening of an arc of which nothing is said."""

POINTS = Slot(
    "points",
    (Want.POINT, Want.PATH),
    "its ends; or centre, start, end; or three points on it if it has no centre",
    ("through", "ends"),
    many=True,
)
CENTER = Slot("center", Want.POINT, "its centre", ("centre", "middle"), positional=False)
CIRCLE = Slot("of", (Want.CIRCLE, Want.ENTITY), "the circle that it is part of", ("circle", "on"))
RADIUS = Slot("radius", Want.MEASURE, "its radius", ("r",), dimension="length", printed=True, spans=1.5)
START = Slot(
    "from",
    (Want.POINT, Want.MEASURE, Want.DIRECTION),
    "where it starts: a point, or a direction from the centre",
    ("start", "start_angle"),
    positional=False,
)
END = Slot(
    "to", (Want.POINT, Want.MEASURE, Want.DIRECTION), "where it ends", ("end", "end_angle"), positional=False
)
ANGLE = Slot(
    "angle",
    Want.MEASURE,
    "its central angle",
    ("central_angle", "theta", "opening"),
    dimension="angle",
    printed=True,
)
MEASURE = Slot(
    "measure",
    Want.MEASURE,
    "its central angle, written beside it",
    ("degrees",),
    dimension="angle",
    printed=True,
    positional=False,
)
WAYS = ("minor", "major", "ccw", "cw", "clockwise", "counterclockwise", "anticlockwise")
ARROWS = ("arrow", "directed", "both")
PARTS = (
    PartOf("center", "its centre"), PartOf("start", "where it starts"), PartOf("end", "where it ends"), PartOf("mid", "its middle"),
)  # fmt: skip


def points_of(entity: Entity, poser: Poser, slot: str = "points") -> list[Point[int]]:
    """Return the points of a slot, paths spread into theirs."""
    return [
        poser.point(p) for v in entity.values_of(slot) for p in (v.ends if isinstance(v, Chain) else (v,))
    ]  # fmt: skip


def pose_arc(entity: Entity, poser: Poser) -> Arc[int]:
    """Pose an arc on a circle, about a centre, or through three points."""
    given = points_of(entity, poser)
    parent = poser.circle(v) if (v := entity.value("of")) else None
    center = parent.center if parent else poser.point(v) if (v := entity.value("center")) else None
    if center is None and len(given) == 3 and entity.value("radius") is None and not entity.has("about"):
        return _through_three(given, entity, poser)
    if center is None and len(given) in (1, 3):
        center, given = given[0], given[1:]
    center = center or poser.point_at(f"{entity.name}.center")
    radius = parent.radius if parent else radius_of(entity, poser)
    start, end = _ends(entity, given, center, radius, poser)
    for point in (*given, *(p for p, s in ((start, "from"), (end, "to")) if _is_place(entity.value(s)))):
        poser.require("on_circle", point.x, point.y, center.x, center.y, radius)
    _open(entity, center, start, end, poser)
    arc = Arc(center, radius, start, end, way=_way(entity))
    if (measure := entity.value("measure")) is not None:
        poser.state(arc_opening(arc, poser), measure, "angle")
    return arc


def _is_place(value: Value | None) -> bool:
    return value is not None and not _is_heading(value)


def _is_heading(value: Value) -> bool:
    return isinstance(value, Direction | Measure)


def _through_three(given: list[Point[int]], entity: Entity, poser: Poser) -> Arc[int]:
    center, radius = poser.point_at(f"{entity.name}.center"), free_radius(entity.name, poser)
    for point in given:
        poser.require("on_circle", point.x, point.y, center.x, center.y, radius)
    return Arc(center, radius, given[0], given[2], via=given[1])


def _way(entity: Entity) -> Way:
    """Return which of the two arcs between its ends is meant."""
    if entity.has("major") or entity.has("minor"):
        return "major" if entity.has("major") else "minor"
    if entity.has("cw") or entity.has("clockwise"):
        return "cw"
    headings = [v for s in ("from", "to") if (v := entity.value(s)) is not None and _is_heading(v)]
    turned = any(entity.has(f) for f in ("ccw", "counterclockwise", "anticlockwise"))
    if len(headings) == 2:
        return "cw" if _falls(headings) and not turned else "ccw"
    if turned or headings or entity.value("angle") is not None:
        return "ccw"
    return "minor"


def _falls(headings: list[Value]) -> bool:
    """Whether two stated angles fall from the first to the second: `from = 60°, to = 0°` runs clockwise."""
    numbers = [
        h.formula.expression.value() for h in headings if isinstance(h, Measure) and h.formula is not None
    ]
    return len(numbers) == 2 and numbers[1] < numbers[0]


def _ends(
    entity: Entity, given: list[Point[int]], center: Point[int], radius: int, poser: Poser
) -> tuple[Point[int], Point[int]]:
    stated = [_end(entity.value(s), center, radius, poser) for s in ("from", "to")]
    rest = iter(given)
    start = stated[0] or next(rest, None)
    end = stated[1] or next(rest, None)
    return start or _rim(center, radius, None, poser), end or _rim(center, radius, None, poser)


def _end(value: Value | None, center: Point[int], radius: int, poser: Poser) -> Point[int] | None:
    if value is None:
        return None
    if isinstance(value, Direction):
        return _rim(center, radius, poser.constant(poser.angle_of(value) or 0.0), poser)
    return (
        _rim(center, radius, poser.measure(value, "angle"), poser)
        if _is_heading(value)
        else poser.point(value)
    )


def _rim(center: Point[int], radius: int, theta: int | None, poser: Poser) -> Point[int]:
    """Return a point of the circle, in a direction or free."""
    point = poser.point_at("rim", 20.0)
    if theta is None:
        poser.require("on_circle", point.x, point.y, center.x, center.y, radius)
    else:
        poser.require("polar", center.x, center.y, radius, theta, point.x, point.y)
    return point


def _open(entity: Entity, center: Point[int], start: Point[int], end: Point[int], poser: Poser) -> None:
    """Hold the stated central angle; without any, an arc with a free end is neither closed nor tiny."""
    stated, measure = entity.value("angle"), entity.value("measure")
    slots = (start.x, start.y, center.x, center.y, end.x, end.y)
    if stated is not None:
        poser.require("directed_angle", *slots, poser.measure(stated, "angle"))
    elif measure is not None:
        return
    elif entity.value("points") is None and entity.value("to") is None:
        poser.wish("angle_at_least", *slots, poser.constant(OPENING))
    else:
        poser.wish("angle_at_least", *slots, poser.constant(math.radians(20)))


def pose_sector(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a sector: an arc with its two radii."""
    arc = pose_arc(entity, poser)
    if arc.center not in (arc.start, arc.end):
        poser.drawn_segment(arc.center, arc.start)
        poser.drawn_segment(arc.center, arc.end)
    if entity.value("from") is None and not entity.value("points"):
        poser.require("direction", arc.center.x, arc.center.y, arc.start.x, arc.start.y, poser.constant(0.0))
    return replace(arc, close="center")


def pose_segment_of_circle(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a circular segment: what a chord cuts off."""
    chord = poser.line(v) if (v := entity.value("chord")) else None
    parent = poser.circle(v) if (v := entity.value("of")) else None
    if chord is None:
        arc = pose_arc(entity, poser)
    else:
        center = parent.center if parent else poser.point_at(f"{entity.name}.center")
        radius = parent.radius if parent else radius_of(entity, poser)
        for end in (chord.a, chord.b):
            poser.require("on_circle", end.x, end.y, center.x, center.y, radius)
        arc = Arc(center, radius, chord.a, chord.b, way="major" if entity.has("major") else "minor")
    if (height := entity.value("height")) is not None:
        gap = poser.defined("distance_to_line", *_xy(arc.center), *_xy(arc.start), *_xy(arc.end), start=12.0)
        poser.state(poser.defined("difference", arc.radius, gap), height, "length")
    return replace(arc, close="chord")


def _xy(point: Point[int]) -> tuple[int, int]:
    return (point.x, point.y)


def pose_semicircle(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the half circle over a diameter, to the left of its direction from end to start."""
    line = poser.line(v) if (v := entity.value("diameter")) else None
    given = points_of(entity, poser)
    if line is None and len(given) == 2:
        line = Line(given[0], given[1])
    if line is None:
        center = poser.point(v) if (v := entity.value("center")) else poser.point_at(f"{entity.name}.center")
        radius = radius_of(entity, poser)
        tilt = math.pi / 2 if entity.has("left_half") or entity.has("right_half") else 0.0
        a, b = (_rim(center, radius, poser.constant(t + tilt), poser) for t in (math.pi, 0.0))
    else:
        a, b, center = line.a, line.b, midpoint(line.a, line.b, poser)
        radius = poser.defined("distance", center.x, center.y, a.x, a.y, start=20.0)
        if (stated := entity.value("radius")) is not None:
            poser.state(radius, stated, "length")
    flip = entity.has("below") or entity.has("lower") or entity.has("right_half")
    start, end = (a, b) if flip else (b, a)
    return Arc(center, radius, start, end, close="chord" if entity.has("closed") else "")


def arc_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the middle of an arc."""
    if part not in ("mid", "top", "middle", "midpoint") or not isinstance(shape, Arc):
        return None
    point = poser.point_at("mid", 10.0, 10.0)
    opening = poser.free("opening", 1.0)
    ends = (_xy(shape.start), _xy(shape.center), _xy(shape.end))
    poser.require("directed_angle", *ends[0], *ends[1], *ends[2], opening)
    poser.require(
        "rotated", *ends[0], *ends[1], poser.defined("scaled", opening, poser.constant(0.5)), *_xy(point)
    )
    return point


def draw_arc(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw an arc with its arrowheads, texts, stated radius and angle."""
    if not isinstance(shape, Arc):
        return
    directed = entity.has("arrow") or entity.has("directed")
    path = arc_points(shape)
    if directed or entity.has("both"):
        id = pen.arrow(path, both=entity.has("both"))
    else:
        id = pen.area(outline_of(shape)) if shape.close else _open_arc(shape, pen)
    draw_data(entity, shape, pen)
    draw_texts(pen, shape, pen.texts(entity), id)


def _open_arc(shape: Arc[float], pen: Pen) -> str:
    pen.fill_area(outline_of(replace(shape, close="chord")))
    return pen.path(outline_of(shape), stroke=pen.stroke())


def arc_points(shape: Arc[float]) -> list[XY]:
    """Return an arc as a polyline of steps of about 2 degrees."""
    start, end = angles(shape)
    steps = max(2, math.ceil(abs(end - start) / 2))
    return [
        polar(xy(shape.center), shape.radius, start + (end - start) * k / steps) for k in range(steps + 1)
    ]


def draw_data(entity: Entity, shape: Arc[float], pen: Pen) -> None:
    """Draw the stated radius along a radius, and the stated central angle in its arc."""
    if text := pen.printed(entity, "radius"):
        start, end = angles(shape)
        circle = Circle(shape.center, shape.radius)
        if shape.close == "center":
            with pen.thin():
                draw_radius_text(pen, shape, text)
        else:
            draw_radius(pen, circle, text, toward=start + 0.3 * (end - start))
    if text := pen.printed(entity, "measure"):
        draw_texts(pen, shape, [text], entity.name)
    if text := pen.printed(entity, "angle"):
        if shape.close != "center":
            with pen.thin():
                pen.line([xy(shape.start), xy(shape.center), xy(shape.end)], role="radius")
        draw_angle_mark(pen, xy(shape.start), xy(shape.center), xy(shape.end), text)


def draw_radius_text(pen: Pen, shape: Arc[float], text: str) -> None:
    """Write the radius of a sector along the radius at its start, outside."""
    turn = angles(shape)
    side = -1 if turn[1] > turn[0] else 1
    pen.label(text, AlongLine((xy(shape.center), xy(shape.start)), side=side), role="dimension-text")


def draw_sector(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a sector or a circular segment with its data and text inside."""
    if not isinstance(shape, Arc):
        return
    pen.area(outline_of(shape))
    draw_data(entity, shape, pen)
    if text := pen.printed(entity, "height"):
        _draw_height(shape, text, pen)
    draw_texts(pen, shape, pen.texts(entity), entity.name)


def _draw_height(shape: Arc[float], text: str, pen: Pen) -> None:
    """Draw the height of a circular segment from the middle of its chord to its arc."""
    start, end = angles(shape)
    top = polar(xy(shape.center), shape.radius, (start + end) / 2)
    foot = ((shape.start.x + shape.end.x) / 2, (shape.start.y + shape.end.y) / 2)
    with pen.thin():
        id = pen.arrow([foot, top], both=True, role="dimension")
    pen.label(text, AlongLine((foot, top)), owner=id, role="dimension-text")


SLOTS = (POINTS, CENTER, CIRCLE, RADIUS, START, END, ANGLE, MEASURE)
OPEN_SLOTS = tuple(replace(s, positional=s.want is not Want.MEASURE and s.positional) for s in SLOTS)
"""Of what has room for texts of its own: a text or value without a name is such a text."""
ARC = Kind(
    name="arc", doc="An arc: between points of a circle or about a centre, between directions, or through three points.",
    slots=OPEN_SLOTS, aliases=("circular_arc", "circle_arc"), traits=("circle", "path"), flags=(*WAYS, *ARROWS, "about"), parts=PARTS,
    pose=pose_arc, part=arc_part, draw=draw_arc, z=8, example="arc a(center = O, radius = 3 cm, from = 0°, to = 60°)",
)  # fmt: skip
SEMICIRCLE = Kind(
    name="semicircle", doc="Half a circle over a diameter; `below` for the other half.",
    slots=(
        POINTS, Slot("diameter", (Want.LINE,), "the segment over which it stands", ("on", "over"), positional=False),
        CENTER, RADIUS,
    ),
    aliases=("half_circle",), traits=("circle", "path", "region"), flags=("below", "lower", "above", "upper", "left_half", "right_half", "closed", *ARROWS),
    parts=PARTS, pose=pose_semicircle, part=arc_part, draw=draw_arc, z=8, example="semicircle s(diameter = AB)",
)  # fmt: skip
SECTOR = Kind(
    name="sector", doc="A slice of a disc between two radii.", slots=SLOTS, aliases=("circular_sector", "slice_of_circle", "pie"),
    traits=("region",), flags=WAYS, parts=PARTS, pose=pose_sector, part=arc_part, draw=draw_sector, z=4,
    example="sector s(center = O, radius = 6 cm, angle = 60°)",
)  # fmt: skip
CIRCULAR_SEGMENT = Kind(
    name="circular_segment", doc="What a chord cuts off a disc.",
    slots=(
        *OPEN_SLOTS, Slot("chord", Want.LINE, "the chord", positional=False),
        Slot("height", Want.MEASURE, "from the chord to the arc", ("h", "sagitta"), dimension="length", printed=True, positional=False),
    ),
    aliases=("segment_of_circle", "disc_segment", "circle_segment"), traits=("region",), flags=WAYS, parts=PARTS,
    pose=pose_segment_of_circle, part=arc_part, draw=draw_sector, z=4, example="circular_segment s(of = c, chord = AB, shaded)",
)  # fmt: skip

KINDS = (ARC, SEMICIRCLE, SECTOR, CIRCULAR_SEGMENT)
