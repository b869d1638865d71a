"""Sums under a curve: the rectangles and trapezoids of a rule, and one slice of a region."""

from __future__ import annotations

import math
from itertools import pairwise

from ....dsl.theme import WIDTH
from ...draw.outlines import outline_of
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.arithmetic import Term
from ...pose.poser import Poser
from ...shapes import XY, Curve, Nowhere, Polygon, Several, Shape, xy
from ...targets import AlongLine, ByPoint
from ...values import Interval, Value, Word
from ...vocabulary import Kind, PartOf, Slot, Want
from .axes import crossing_of
from .codes import NO_EQUATION
from .crossings import crossings
from .curve_points import plot_of
from .curves_regions import walls_of
from .equations import finite, number, numbers
from .plotted import Plotted, axis_rule
from .windows import window_of

RULES = ("left", "right", "midpoint", "trapezoid", "upper", "lower")
SHARES = {"left": 0.0, "right": 1.0, "midpoint": 0.5}
MOST = 200
FINE = 40
"""Samples in a strip where the highest or lowest value is looked for."""
FLAT = 0.05
"""Millimetres: a rectangle lower than this is drawn as a line."""


def pose_rectangles(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the strips of a sum as polygons on the curve. Emits COR014 for what is no graph."""
    of, base = entity.value("of"), entity.value("base")
    curve = plot_of(of, poser) if of is not None else None
    floor = plot_of(base, poser) if base is not None else None
    interval = entity.value("interval")
    if curve is None or curve.rule.form != "y" or (base is not None and floor is None):
        poser.diagnostics.append(
            NO_EQUATION.found(f"`{entity.name}` needs the graph of a function", entity.span)
        )
        return Nowhere()
    low, high = numbers(interval) if isinstance(interval, Interval) else _whole(curve)
    count = max(1, min(MOST, int(number(entity.value("n")) or 4)))
    edges = [low + k * (high - low) / count for k in range(count + 1)]
    strips = [_strip(left, right, curve, floor, rule_name(entity)) for left, right in pairwise(edges)]
    return Several(
        tuple(Polygon(tuple(poser.fixed_point(*spot) for spot in strip)) for strip in strips if strip)
    )


def _whole(curve: Plotted) -> tuple[float, float]:
    left, _, right, _ = window_of(curve.frame)
    return max(curve.rule.low, left), min(curve.rule.high, right)


def reach_rectangles(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return the interval of a sum on the x axis, on which its strips stand unless they have another base."""
    interval = entity.value("interval")
    if not isinstance(interval, Interval) or entity.value("base") is not None:
        return ()
    return tuple((end, 0.0) for end in finite(numbers(interval)))


def rule_name(entity: Entity) -> str:
    """Return where the height of a strip is taken: `trapezoids` says it by its name."""
    rule = entity.value("rule")
    named = (
        rule.id.lower()
        if isinstance(rule, Word)
        else next((flag for flag in entity.flags if flag in RULES), "")
    )
    named = {"mid": "midpoint", "middle": "midpoint", "trapezoidal": "trapezoid", "trap": "trapezoid"}.get(
        named, named
    )
    return named or ("trapezoid" if "trapez" in entity.word else "left")


def _strip(left: float, right: float, curve: Plotted, floor: Plotted | None, rule: str) -> tuple[XY, ...]:
    """Return the corners of one strip, counter-clockwise from the lower left."""
    top = _heights(left, right, curve, rule)
    bottom = _heights(left, right, floor, rule) if floor else (0.0, 0.0)
    if top is None or bottom is None:
        return ()
    corners = ((left, bottom[0]), (right, bottom[1]), (right, top[1]), (left, top[0]))
    return tuple(curve.frame.place(*corner) for corner in corners)


def _heights(left: float, right: float, curve: Plotted, rule: str) -> tuple[float, float] | None:
    """Return the heights of a strip at its left and right edge."""
    if rule == "trapezoid":
        ends = (curve.data(left), curve.data(right))
        return (ends[0][1], ends[1][1]) if ends[0] and ends[1] else None
    if rule in SHARES:
        at = curve.data(left + SHARES[rule] * (right - left))
        return (at[1], at[1]) if at else None
    spots = [curve.data(left + k * (right - left) / FINE) for k in range(FINE + 1)]
    values = [spot[1] for spot in spots if spot]
    if not values:
        return None
    height = max(values) if rule == "upper" else min(values)
    return (height, height)


def draw_rectangles(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the strips, shaded unless said otherwise; one without height is its base line."""
    if not isinstance(shape, Several):
        return
    plain = not entity.style.fill and not entity.style.hatch
    for strip in shape.shapes:
        if not isinstance(strip, Polygon):
            continue
        heights = [p.y for p in strip.points]
        if max(heights) - min(heights) < FLAT:
            pen.line([xy(p) for p in strip.points[:2]])
            continue
        pen.fill_area(outline_of(strip), fill="shade" if plain else "")
        pen.path(outline_of(strip), stroke=pen.stroke(width=WIDTH.mark))
    for text in entity.texts:
        middle = shape.shapes[len(shape.shapes) // 2]
        if isinstance(middle, Polygon):
            pen.label(text.text, AlongLine((xy(middle.points[3]), xy(middle.points[2]))), owner=entity.name)


# Slices


def pose_slice(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a thin strip across a region, upright or level, where its letter stands for the coordinate."""
    of = entity.value("of")
    shape = poser.shape(of) if of is not None else Nowhere[int]()
    outline = _rings(shape, poser)
    level = entity.has("horizontal")
    if not outline:
        poser.diagnostics.append(
            NO_EQUATION.found(f"`{entity.name}` needs a region that is known", entity.span)
        )
        return Nowhere()
    along = 1 if level else 0
    low, high = (pick(spot[along] for ring in outline for spot in ring) for pick in (min, max))
    at = number(entity.value("at"))
    place = poser.frame.place(at, at)[along] if at is not None else low + 0.6 * (high - low)
    span = _across(outline, place, along)
    if span is None:
        return Nowhere()
    _bind_letter(entity, place, along, poser)
    half = max(0.7, min(1.2, 0.02 * (high - low)))
    places = (place - half, place, place + half)
    spans = [
        tuple(_exact(end, spot, along, of, poser) for end in _across(outline, spot, along) or span)
        for spot in places
    ]
    lower, upper = ([(spot, ends[side]) for spot, ends in zip(places, spans)] for side in (0, 1))
    corners = (*lower, *reversed(upper))
    return Polygon(tuple(poser.fixed_point(*(c[::-1] if level else c)) for c in corners))


def _rings(shape: Shape[int], poser: Poser) -> tuple[tuple[XY, ...], ...]:
    """Return the outline of a region, if nothing can move it."""
    from ...draw.outlines import outline_of as drawn
    from ...draw.paths import flattened
    from ...shapes import solved

    if isinstance(shape, Curve):
        return shape.pieces if shape.closed else ()
    fixed = True

    def value(slot: int) -> float:
        nonlocal fixed
        fixed = fixed and not poser.slots[slot].free
        return poser.slots[slot].start

    rings = tuple(tuple(ring) for ring in flattened(drawn(solved(shape, value))))
    return rings if fixed else ()


def _across(rings: tuple[tuple[XY, ...], ...], place: float, along: int) -> tuple[float, float] | None:
    """Return where a line across an outline enters and leaves it."""
    found = []
    for ring in rings:
        for a, b in pairwise((*ring, ring[0])):
            if (a[along] <= place) != (b[along] <= place):
                share = (place - a[along]) / (b[along] - a[along])
                found.append(a[1 - along] + share * (b[1 - along] - a[1 - along]))
    return (min(found), max(found)) if len(found) > 1 else None


def _exact(end: float, place: float, along: int, of: Value | None, poser: Poser) -> float:
    """Return an end of a slice exactly on its bounding graph; outlines are only flat to a hundredth of a millimetre."""
    region = poser.entity(of) if of is not None else None
    across = Plotted(axis_rule("y" if along else "x", poser.frame.data(place, place)[along]), poser.frame)
    for rule in walls_of(region, poser) if region is not None else ():
        for spot in crossings(Plotted(rule, poser.frame), across):
            if abs(spot[1 - along] - end) < 0.05:
                return spot[1 - along]
    return end


def _bind_letter(entity: Entity, place: float, along: int, poser: Poser) -> None:
    """Let the slice's letter be its coordinate, so that `4 - x` beside it is a checked claim."""
    letter = "y" if along else "x"
    value = poser.frame.data(place, place)[along]
    poser.arithmetic.letters.setdefault(letter, Term(poser.constant(value), literal=value))


def part_of_slice(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the middle of one of the four ends of a slice."""
    if not isinstance(shape, Polygon):
        return None
    spots = [(poser.slots[p.x].start, poser.slots[p.y].start) for p in shape.points]
    first, last = spots[1], spots[4]
    middle = ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)
    ends = {"mid": middle, "center": middle}
    if entity.has("horizontal"):
        half = (spots[2][1] - spots[0][1]) / 2
        ends |= {
            "left": first,
            "right": last,
            "bottom": (middle[0], middle[1] - half),
            "top": (middle[0], middle[1] + half),
        }
    else:
        half = (spots[2][0] - spots[0][0]) / 2
        ends |= {
            "bottom": first,
            "top": last,
            "left": (middle[0] - half, middle[1]),
            "right": (middle[0] + half, middle[1]),
        }
    found = ends.get(part)
    return poser.fixed_point(*found) if found else None


def draw_slice(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a slice darker than its region, its letter where it meets the axis of its coordinate."""
    if not isinstance(shape, Polygon):
        return
    pen.fill_area(outline_of(shape), fill="" if entity.style.hatch else "muted")
    pen.path(outline_of(shape), stroke=pen.stroke(width=WIDTH.mark), z=1)
    level = entity.has("horizontal")
    foot, away = (
        _foot(xy(shape.points[1]), xy(shape.points[4]), level, pen) if entity.texts else ((0.0, 0.0), 0.0)
    )
    for text in entity.texts:
        pen.label(text.text, ByPoint(foot, toward=away), owner=entity.name)


def _foot(near: XY, far: XY, level: bool, pen: Pen) -> tuple[XY, float]:
    """Return where a slice's letter stands, and on which side of that: at the axis on which its coordinate is read.

    A thin line leads there from the slice; a slice that crosses the axis has its letter at its own end.
    """
    along = 0 if level else 1
    frame = pen.solution.poser.frame
    axis = frame.place(*crossing_of(window_of(frame)))[along]
    below = 180.0 if level else 270.0
    if (
        not any(e.kind.frames for e in pen.solution.panel.entities.values())
        or near[along] < axis < far[along]
    ):
        return near, below
    end = near if abs(near[along] - axis) <= abs(far[along] - axis) else far
    foot = (axis, end[1]) if level else (end[0], axis)
    if math.dist(foot, end) > 0.5:
        with pen.thin():
            pen.line([end, foot], role="drop", stroke=pen.stroke(width=WIDTH.thin, dash="dashed"))
    return foot, below if end is near else below - 180


_CURVE = Slot("of", (Want.ENTITY, Want.LINE), "the graph", ("under", "function", "curve"), required=True)
RECTANGLES = Kind(
    name="rectangles",
    doc="The strips of a Riemann sum, a midpoint sum or a trapezoidal sum under a graph, or between it and another.",
    slots=(
        _CURVE, Slot("base", (Want.ENTITY, Want.LINE), "the other graph, if not the x axis", ("above", "down_to", "and")),
        Slot("interval", Want.RANGE, "where on x: `1..3`", ("over", "domain", "range", "x")),
        Slot("n", Want.NUMBER, "how many", ("count", "subintervals", "number"), positional=False, counts_to=MOST),
        Slot("rule", Want.WORD, "where their height is taken", ("method", "type", "sample"), choices=(*RULES, "mid", "trapezoidal")),
    ),
    aliases=("riemann", "riemann_sum", "riemann_rectangles", "trapezoids", "trapezoid_sum", "trapezoidal_sum"),
    traits=("region", "strips"), flags=(*RULES, "mid", "trapezoidal"), pose=pose_rectangles, draw=draw_rectangles, reach=reach_rectangles, z=3,
    example="rectangles rs(f, 1..3, n = 4, rule = midpoint)",
)  # fmt: skip
SLICE = Kind(
    name="slice",
    doc="A thin strip across a region, for volumes and areas by integration. Its letter, `\"x\"`, is its coordinate.",
    slots=(
        Slot("of", (Want.REGION, Want.ENTITY), "the region", ("in", "region"), required=True),
        Slot("at", Want.NUMBER, "its coordinate", ("x", "y"), positional=False),
    ),
    aliases=("strip", "thin_slice", "representative_slice"), traits=("region", "box"), flags=("vertical", "horizontal", "disk", "disc", "washer", "shell"),
    parts=(PartOf("top", "its upper end"), PartOf("bottom", "its lower end"), PartOf("left", "its left"), PartOf("right", "its right")),
    pose=pose_slice, part=part_of_slice, draw=draw_slice, z=6, example='slice s("x", of = R, vertical)',
)  # fmt: skip

KINDS = (RECTANGLES, SLICE)
