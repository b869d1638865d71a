"""Regions: areas that other things enclose, cut out or leave over, and the pieces of a cut area."""

from __future__ import annotations

import math
from functools import partial
from itertools import pairwise

from ....dsl.theme import WIDTH
from ...draw.angles import AFTER_THINGS
from ...draw.clearance import strokes_on
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...draw.sides import draw_texts
from ...model import Entity
from ...pose.anchors import midpoint
from ...pose.poser import Poser
from ...shapes import (
    Circle,
    Combined,
    Enclosed,
    Line,
    Nowhere,
    Point,
    Polygon,
    Polyline,
    Several,
    Shape,
    Side,
)
from ...system import Sort
from ...values import Chain, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .curves import companion_of
from .curves_regions import bounds_reach, draw_bounds, region_of_bounds

ENDS = ("domain", "from", "to")
"""What says where a region under a graph starts and ends."""
UPRIGHT = 0.05
"""How far (mm) the ends of an upright side may be apart across."""
LEAST_END = 0.8
"""The least length of such a side, in millimetres."""
THINNEST = 3.0
"""The least width, in sketch millimetres, of a strip between two cuts."""
WALLS = (Want.ENTITY, Want.LINE, Want.PATH)


def pose_region(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a region: a combination of areas, what walls enclose, or what lies between two curves."""
    bounded = region_of_bounds(entity, poser)
    if bounded is not None:
        return bounded
    walls = [*entity.values_of("bounded_by"), *entity.values_of("between")]
    if walls:
        return Enclosed(tuple(poser.shape(w) for w in walls))
    areas = [closed(poser.shape(v)) for v in entity.values_of("of")]
    if not areas:
        return Nowhere()
    whole = areas[0]
    for area in areas[1:]:
        whole = Combined("|", whole, area)
    return whole


def closed(shape: Shape[int]) -> Shape[int]:
    """Return an open outline as the polygon that it closes to."""
    return Polygon(shape.points) if isinstance(shape, Polyline) and len(shape.points) > 2 else shape


def draw_region(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Fill or hatch a region; its edges belong to the things that bound it."""
    if isinstance(shape, Several) and not shape.shapes:
        return
    plain = not entity.style.hatch and not entity.style.fill
    several = shape.shapes if isinstance(shape, Several) else (shape,)
    for area in several:
        if not plain or len(several) == 1:
            pen.fill_area(outline_of(area, pen.view), fill="shade" if plain else "")
        draw_texts(pen, area, pen.texts(entity), entity.name)
        if not entity.style.bare and any(entity.value(slot) for slot in ENDS):
            pen.last(AFTER_THINGS, partial(_draw_ends, area, pen))
    draw_bounds(entity, shape, pen)


def _draw_ends(area: Shape[float], pen: Pen) -> None:
    """Draw the upright sides at which a region under a graph starts and ends, where nothing else draws them."""
    ink = strokes_on(pen.canvas)
    for ring in flattened(outline_of(area, pen.view)):
        for a, b in pairwise(ring):
            length = math.dist(a, b)
            if abs(a[0] - b[0]) < UPRIGHT and length > LEAST_END and ink.along(a, b, UPRIGHT) < length / 2:
                pen.line((a, b), role="bound", stroke=pen.stroke(width=WIDTH.mark))


def pose_split(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the pieces into which lines cut an area, in the order of the cuts."""
    whole = entity.value("of")
    cuts = [c for v in entity.values_of("by") for c in _cuts(v, poser)]
    if whole is None or not cuts:
        return Nowhere()
    area = closed(poser.shape(whole))
    if len(cuts) == 1:
        return Several(_halves(area, cuts[0], poser))
    if _meet_in_middle(area, cuts):
        return Several(_slices(area, cuts))
    if len(cuts) == 2 and isinstance(area, Circle):
        return Several(_strips_about_center(area, cuts[0], cuts[1], poser))
    return Several(_strips(area, cuts, poser))


def _cuts(value: Value, poser: Poser) -> list[Line[int]]:
    if isinstance(value, Chain) and len(value.ends) > 2:
        points = [poser.point(e) for e in value.ends]
        return [Line(a, b) for a, b in zip(points, points[1:])]
    line = poser.line(value)
    return [line] if line is not None else []


def _halves(area: Shape[int], cut: Line[int], poser: Poser) -> tuple[Shape[int], ...]:
    """Return the two sides of one cut: for a disc first the side without the centre."""
    if isinstance(area, Circle):
        return tuple(Combined("&", area, Side(cut.a, cut.b, area.center, same)) for same in (False, True))
    left = _left_of(cut, poser)
    return tuple(Combined("&", area, Side(cut.a, cut.b, left, same)) for same in (True, False))


def _left_of(line: Line[int], poser: Poser) -> Point[int]:
    """Return a point to the left of a line: its end turned about its start."""
    ends = (line.b.x, line.b.y, line.a.x, line.a.y)
    return poser.defined_point("rotated", *ends, poser.constant(1.5), name="left")


def _strips_about_center(
    disc: Circle[int], first: Line[int], second: Line[int], poser: Poser
) -> tuple[Shape[int], ...]:
    """Return segment, strip, segment: two cuts that do not cross, on opposite sides of the centre."""
    for cut, other in ((first, second), (second, first)):
        for end in (other.a, other.b):
            slots = (end.x, end.y, disc.center.x, disc.center.y, cut.a.x, cut.a.y, cut.b.x, cut.b.y)
            poser.require("same_side", *slots, sort=Sort.BOUND)
    # Cuts on one line would leave no strip, yet satisfy all else.
    middles = [midpoint(c.a, c.b, poser) for c in (first, second)]
    ends = (middles[0].x, middles[0].y, middles[1].x, middles[1].y)
    poser.require("separation", *ends, poser.constant(THINNEST), sort=Sort.BOUND)
    outer = [Combined("&", disc, Side(c.a, c.b, disc.center, same=False)) for c in (first, second)]
    inner: Shape[int] = disc
    for cut in (first, second):
        inner = Combined("&", inner, Side(cut.a, cut.b, disc.center))
    return (outer[0], inner, outer[1])


def _strips(area: Shape[int], cuts: list[Line[int]], poser: Poser) -> tuple[Shape[int], ...]:
    """Return the strips between cuts that follow each other."""
    middles = [midpoint(c.a, c.b, poser) for c in cuts]
    pieces: list[Shape[int]] = [Combined("&", area, Side(cuts[0].a, cuts[0].b, middles[1], same=False))]
    for (one, before), (two, after) in zip(zip(cuts, middles), zip(cuts[1:], middles[1:])):
        beyond: Shape[int] = Combined("&", area, Side(one.a, one.b, after))
        pieces.append(Combined("&", beyond, Side(two.a, two.b, before)))
    return (*pieces, Combined("&", area, Side(cuts[-1].a, cuts[-1].b, middles[-2], same=False)))


def _meet_in_middle(area: Shape[int], cuts: list[Line[int]]) -> bool:
    """Whether every cut of a disc ends in its centre."""
    return isinstance(area, Circle) and all(area.center in (c.a, c.b) for c in cuts)


def _slices(area: Shape[int], cuts: list[Line[int]]) -> tuple[Shape[int], ...]:
    """Return the slices of a disc between radii, each from one radius to the next."""
    from ...shapes import Arc

    assert isinstance(area, Circle)
    rims = [c.b if c.a == area.center else c.a for c in cuts]
    return tuple(
        Arc(area.center, area.radius, a, b, close="center", way="ccw") for a, b in zip(rims, (*rims[1:], rims[0]))
    )  # fmt: skip


def draw_split(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Fill pieces that have a style of their own."""
    if isinstance(shape, Several) and (entity.style.hatch or entity.style.fill):
        for piece in shape.shapes:
            pen.fill_area(outline_of(piece, pen.view))


REGION = Kind(
    name="region", doc="An area: `A & B`, `A | B`, `A - B` of areas, what walls enclose, or the pieces of `split(area, cut, cut)`.",
    slots=(
        Slot("of", (Want.REGION, Want.ENTITY), "the area or areas", ("area", "from_area", "is"), many=True),
        Slot("bounded_by", WALLS, "the lines and curves that enclose it", ("enclosed_by", "boundary", "bounds", "edges"), many=True, positional=False),
        Slot("between", WALLS, "the two curves or circles that it lies between", ("in_between",), many=True, positional=False),
        Slot("under", WALLS, "the graph that it lies under, down to the x axis", ("below_curve", "under_curve"), positional=False),
        Slot("equation", Want.BOUND, "inequalities in x and y, or in r and θ, that bound it: `0 <= y <= 1 + x^2`", ("where",), many=True),
        Slot("domain", Want.RANGE, "the range of x that it lies over", ("over", "x_range"), positional=False),
        Slot("from", Want.NUMBER, "where on x it starts", positional=False),
        Slot("to", Want.NUMBER, "where on x it ends", ("until",), positional=False),
    ),
    variables=("x", "y", "r", "θ", "theta"), reach=bounds_reach, companion=companion_of,
    aliases=("shaded_region", "area_region", "zone"), traits=("region",), parts=(PartOf("area", "its area"), PartOf("center", "a place inside it")),
    pose=pose_region, draw=draw_region, z=1, example="region R(A & B, hatched)",
)  # fmt: skip
SPLIT = Kind(
    name="split", doc="The pieces into which lines cut an area, a list in the order of the cuts: `region P(split(pizza, a, b))`, then `P[1]`.",
    slots=(
        Slot("of", (Want.REGION, Want.ENTITY), "the area that is cut", ("area",)),
        Slot("by", (Want.LINE, Want.PATH), "the cuts, in order", ("cuts", "lines", "with"), many=True),
    ),
    aliases=("pieces", "cut", "slices"), traits=("region",), pose=pose_split, draw=draw_split, z=1, example="region P(split(pizza, a, b))",
)  # fmt: skip

KINDS = (REGION, SPLIT)
