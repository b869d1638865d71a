"""Coordinate axes in the plane: arrowed lines through the origin, ticks with numbers, the panel's window."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ....dsl.scene import Rect, Stroke
from ....dsl.theme import WIDTH
from ...draw.pen import Pen
from ...model import Entity, Panel, Relation
from ...pose.frame import extent_of, reached
from ...pose.poser import Poser
from ...shapes import XY, Line, Point, Several, Shape, xy
from ...targets import Fixed
from ...values import Formula, Listed, PartRef, Ref, Value, Words
from ...vocabulary import Home, Kind, PartOf, Slot, Verb, Want
from .equations import finite, letters_of, mentions_pi, number, range_of
from .tick_marks import Ink, Tick, draw_ticks, draw_zero, other_ink
from .ticks import imaginary_numeral, multiples, nice_step, numeral, pi_numeral
from .windows import window_box, window_of

THIN = WIDTH.thin
BEFORE = 3.0
BEYOND = 6.0
"""How far the arrow goes on behind the window, in millimetres."""
PAD = 0.1
NEAR = 0.8
"""An origin at most this many spans outside the picture belongs to it."""
LEAST = (8.5, 7.5)
"""Millimetres from one numbered tick to the next, across and up."""
NUMBERS = 0.0
"""Numbers give way to all things; dimensions give way to numbers."""
LONG = 12
"""A name of an axis with more characters stands under its end, not beside its tip."""
SETTINGS = {"x": ("x_ticks", "xlabel"), "y": ("y_ticks", "ylabel")}


@dataclass(frozen=True)
class Side:
    """One of the two axes as it is drawn, in sketch millimetres."""

    name: str
    low: XY
    high: XY
    """The tip of the arrow."""

    @property
    def across(self) -> bool:
        """Whether it is the horizontal axis."""
        return self.name == "x"


# Posing


def pose_axes(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose axes: nothing moves them. The origin comes first, so that axes stand for it as a point."""
    left, bottom, right, top = window_box(poser.frame)
    x, y = crossing_of(window_of(poser.frame))
    at = poser.frame.place(x, y)
    origin = poser.fixed_point(*at)
    across = Line(poser.fixed_point(left, at[1]), poser.fixed_point(right, at[1]))
    up = Line(poser.fixed_point(at[0], bottom), poser.fixed_point(at[0], top))
    return Several((origin, across, up))


def crossing_of(window: Rect) -> XY:
    """Return where axes cross, in data coordinates: at the origin, or at the edge nearest to it.

    >>> crossing_of((2.0, -1.0, 5.0, 4.0))
    (2.0, 0.0)
    """
    return (min(max(0.0, window[0]), window[2]), min(max(0.0, window[1]), window[3]))


def part_of_axes(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the origin or one of the axes as a line."""
    if not isinstance(shape, Several):
        return None
    names = {
        "origin": 0,
        "center": 0,
        "x": 1,
        "x_axis": 1,
        "horizontal": 1,
        "y": 2,
        "y_axis": 2,
        "vertical": 2,
    }
    return shape.shapes[names[part]] if part in names else None


def reach_axes(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return the window: the stated ranges; what is left open has room for everything else in the panel."""
    stated = [range_of(entity, axis) for axis in "xy"]
    extent = extent_of(reached(panel)) if None in stated else None
    left, bottom, right, top = extent or (-4.0, -3.0, 4.0, 3.0)
    x = stated[0] or roomy(left, right)
    y = stated[1] or roomy(bottom, top)
    return ((x[0], y[0]), (x[1], y[1]))


def roomy(low: float, high: float) -> tuple[float, float]:
    """Return an interval with room around it, the origin included if it is near.

    >>> roomy(1.0, 3.0)
    (0.0, 3.3)
    """
    span = high - low or max(abs(high), 1.0)
    if 0 < low <= NEAR * span or low == high > 0:
        low = 0.0
    if -NEAR * span <= high < 0 or low == high < 0:
        high = 0.0
    pad = PAD * (high - low or 1.0)
    return (low - pad if low < 0 else low, high + pad if high > 0 else high)


# Drawing


def draw_axes(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw both axes, or the one that is asked for, with arrows, names, ticks and, if wanted, a grid."""
    if not isinstance(shape, Several):
        return
    box = window_box(pen.solution.poser.frame)
    origin = shape.shapes[0]
    assert isinstance(origin, Point)
    at = xy(origin)
    sides = [
        Side("x", (_start(box[0], at[0]), at[1]), (box[2] + BEYOND, at[1])),
        Side("y", (at[0], _start(box[1], at[1])), (at[0], box[3] + BEYOND)),
    ]
    if entity.has("x") != entity.has("y"):
        sides = [side for side in sides if entity.has(side.name)]
    marks = {side.name: tuple(ticks_of(entity, side.name, pen)) for side in sides}
    if entity.has("grid"):
        _draw_grid(entity, box, pen)
    stroke = Stroke(color=entity.style.color or "ink", width=THIN)
    for side in sides:
        pen.arrow([side.low, side.high], role="axis", stroke=stroke)
        _draw_name(entity, side, pen)

    def draw_numbers() -> None:
        ink = tuple(other_ink(pen))
        draw_ticks(marks.get("x", ()), marks.get("y", ()), at, pen, ink)
        _draw_zero(entity, marks, at, pen, ink)

    pen.last(NUMBERS, draw_numbers)


def _start(edge: float, crossing: float) -> float:
    """Return where an axis starts: at the corner, or a little outside the window if it has a negative part."""
    return edge if edge > crossing - 1e-9 else edge - BEFORE


def _draw_name(entity: Entity, side: Side, pen: Pen) -> None:
    text = name_of(entity, side.name)
    if not text or entity.style.bare:
        return
    x, y = side.high
    if side.across and len(text) > LONG:
        pen.label(text, Fixed((x, y - 4.6), "top right"), role="axis-name", may_lead=False)
    elif side.across:
        pen.label(text, Fixed((x + 1.0, y), "left"), role="axis-name", may_lead=False)
    else:
        pen.label(text, Fixed((x, y + 1.0), "bottom"), role="axis-name", may_lead=False)


def name_of(entity: Entity, axis: str) -> str:
    """Return what is written at the tip of an axis; a single letter is set in italics."""
    said = [entity.value(axis), entity.value(SETTINGS[axis][1])]
    text = next((value.text for value in said if isinstance(value, Words)), "")
    names = [value.text for value in entity.values_of("names") if isinstance(value, Words)]
    if not text and len(names) > "xy".index(axis):
        text = names["xy".index(axis)]
    return in_italics(text or axis)


def in_italics(text: str) -> str:
    """Return an axis name with its symbol as a formula: a letter alone, or before its unit.

    >>> in_italics("t (s)"), in_italics("|V|"), in_italics("distance (m)")
    ('$t$ (s)', '|V|', 'distance (m)')
    """
    head, gap, rest = text.partition(" ")
    symbol = len(head.partition("_")[0]) == 1 and head[0].isalpha()
    return f"${head}${gap}{rest}" if symbol and (not gap or rest.startswith(("(", "/", "[", "in "))) else text


def _draw_grid(entity: Entity, box: Rect, pen: Pen) -> None:
    frame = pen.solution.poser.frame
    left, bottom, right, top = window_of(frame)
    stroke = Stroke(color="faint", width=WIDTH.thin)
    for x in multiples(_step(entity, "x", pen), left, right):
        across = frame.place(x, 0.0)[0]
        pen.line([(across, box[1]), (across, box[3])], role="grid", stroke=stroke, z=-3)
    for y in multiples(_step(entity, "y", pen), bottom, top):
        height = frame.place(0.0, y)[1]
        pen.line([(box[0], height), (box[2], height)], role="grid", stroke=stroke, z=-3)


def _draw_zero(entity: Entity, marks: dict[str, tuple[Tick, ...]], at: XY, pen: Pen, ink: Ink) -> None:
    """Write one 0 for both axes where they cross, unless a point there has its own name."""
    frame = pen.solution.poser.frame
    crossing = frame.data(*at)
    written = any(tick.at == 0 for side in marks.values() for tick in side)
    if max(abs(part) for part in crossing) > 1e-9 or written or not any(marks.values()) or entity.style.bare:
        return
    taken = (pen.shape_of(name) for name in pen.solution.panel.entities if name != entity.name)
    if not any(isinstance(shape, Point) and math.dist(xy(shape), at) < 0.5 for shape in taken):
        draw_zero(at, pen, ink)


# Ticks


def ticks_of(entity: Entity, axis: str, pen: Pen) -> Iterator[Tick]:
    """Yield the ticks of an axis: those that are stated, else nice ones that fit."""
    stated = list(_stated(entity, axis, pen))
    if stated or entity.has("no_ticks") or entity.style.bare or _in_letters(entity, pen):
        yield from stated
        return
    low, high = _visible(axis, pen)
    crossing = crossing_of(window_of(pen.solution.poser.frame))["xy".index(axis)]
    written = _written(entity, axis)
    for value in multiples(_step(entity, axis, pen), low, high):
        if abs(value - crossing) > 1e-9 or (crossing != 0.0):
            yield Tick(value, written(value))


def _written(entity: Entity, axis: str) -> Callable[[float], str]:
    """Return how the numbers of an axis are written: as multiples of π or i, or plainly."""
    if axis == "y" and entity.has("imaginary"):
        return imaginary_numeral
    return pi_numeral if _in_pi(entity, axis) else numeral


def _in_letters(entity: Entity, pen: Pen) -> bool:
    """Whether what is plotted has a letter without a number: then no number of an axis means anything."""
    if any(range_of(entity, axis) for axis in "xy"):
        return False
    return any(
        letters_of(other, pen.solution.panel)
        for other in pen.solution.panel.entities.values()
        if other.kind.variables
    )


def _stated(entity: Entity, axis: str, pen: Pen) -> Iterator[Tick]:
    # A list for both axes may reach farther along the longer one.
    low, high = _range_drawn(axis, pen)
    written = _written(entity, axis)
    for value in _positions(entity, axis):
        if low <= value <= high:
            yield Tick(value, written(value), stated=True)
    for relation in pen.solution.panel.relations:
        if relation.verb in VERBS and axis in axes_named(relation, entity):
            yield from told(relation)


def _positions(entity: Entity, axis: str) -> list[float]:
    """Return the listed positions of ticks; one number alone is a step."""
    for name in (SETTINGS[axis][0], "ticks"):
        value = entity.value(name)
        if isinstance(value, Listed):
            return finite(n for item in value.items if (n := number(item)) is not None)
    return []


def axes_named(relation: Relation, entity: Entity) -> tuple[str, ...]:
    """Return which axes of a thing a tick relation is about."""
    match relation.value("of"):
        case PartRef(Ref(name), part) if name == entity.name:
            return (
                ("x",)
                if part in ("x", "x_axis", "horizontal")
                else ("y",)
                if part in ("y", "y_axis", "vertical")
                else ()
            )
        case Ref(name) if name == entity.name:
            return tuple(axis for axis in "xy" if relation.value(axis) is not None) or ("x",)
    return ()


def told(relation: Relation) -> Iterator[Tick]:
    """Yield the ticks of `ticks(ax.x, [1, 3])` or `tick(ax.x, 2, "a")`."""
    given = [v for name in ("at", "x", "y") for v in relation.values_of(name)]
    texts = [value.text for value in relation.values_of("text") if isinstance(value, Words)]
    for k, value in enumerate(given):
        place = number(value)
        if place is not None:
            written = (
                numeral(place) if place == round(place, 6) or not _symbolic(value) else f"${_label(value)}$"
            )
            yield Tick(place, texts[k] if k < len(texts) else written, stated=True)


def _symbolic(value: Value) -> bool:
    return any(not part.isdigit() and part not in ".-" for part in _label(value))


def _label(value: Value) -> str:
    from ...expression import to_label

    return to_label(value.expression) if isinstance(value, Formula) else ""


def _range_drawn(axis: str, pen: Pen) -> tuple[float, float]:
    """Return from where to where an axis runs, in data units, with a hair of slack."""
    low, high = window_of(pen.solution.poser.frame)["xy".index(axis) :: 2]
    slack = 1e-9 * (high - low)
    return low - slack, high + slack


def _visible(axis: str, pen: Pen) -> tuple[float, float]:
    left, bottom, right, top = window_of(pen.solution.poser.frame)
    return (left, right) if axis == "x" else (bottom, top)


def _step(entity: Entity, axis: str, pen: Pen) -> float:
    """Return the distance between numbered ticks: stated, or nice and roomy."""
    for name in (SETTINGS[axis][0], "ticks"):
        stated = number(entity.value(name))
        if stated and stated > 0:
            return stated
    frame = pen.solution.poser.frame
    # Equal scales have equal ticks.
    room = max(LEAST) if frame.stretch == 1 else LEAST["xy".index(axis)]
    least = room / frame.scales["xy".index(axis)]
    if _in_pi(entity, axis):
        shares = (share for share in (0.25, 0.5, 1.0, 2.0, 4.0) if math.pi * share >= least)
        return math.pi * next(shares, nice_step(least / math.pi))
    return nice_step(least)


def _in_pi(entity: Entity, axis: str) -> bool:
    ranges = (entity.value(name) for name in (axis, f"{axis}_range"))
    return any(map(mentions_pi, (*ranges, *entity.values_of(SETTINGS[axis][0]))))


RANGE = 'the range that is seen, `0..3.5`, or the name of the axis, `"t (s)"`'
AXES = Kind(
    name="axes",
    doc="Coordinate axes in the plane. Ranges, names and ticks may be given; else everything in the panel fits in. "
    "The scales differ when the ranges differ by more than 3 : 1. The word `x` or `y` alone draws just that axis.",
    slots=(
        Slot("names", Want.TEXT, "the names of the axes", ("labels",), many=True),
        Slot("x", (Want.RANGE, Want.TEXT), RANGE, positional=False),
        Slot("y", (Want.RANGE, Want.TEXT), RANGE, positional=False),
        Slot("xlabel", Want.TEXT, "what is written at the x axis", ("x_label", "x_name"), positional=False),
        Slot("ylabel", Want.TEXT, "what is written at the y axis", ("y_label", "y_name"), positional=False),
        Slot("x_range", Want.RANGE, "the range of x", ("xrange", "xlim", "x_lim"), positional=False),
        Slot("y_range", Want.RANGE, "the range of y", ("yrange", "ylim", "y_lim"), positional=False),
        Slot("range", Want.RANGE, "the range of both", positional=False),
        Slot("ticks", Want.NUMBER, "where ticks stand, or the step between them", many=True, positional=False),
        Slot("x_ticks", Want.NUMBER, "where ticks stand on x", ("xticks",), many=True, positional=False),
        Slot("y_ticks", Want.NUMBER, "where ticks stand on y", ("yticks",), many=True, positional=False),
    ),
    aliases=("axes2", "axes2d", "coordinate_system", "coordinate_axes", "coordinate_plane", "xy_axes", "plane_axes"),
    traits=("axes",), flags=("grid", "no_ticks", "x", "y", "equal", "cartesian", "arrows", "imaginary"),
    parts=(PartOf("origin", "where they cross"), PartOf("x", "the x axis", ("x_axis",)), PartOf("y", "the y axis", ("y_axis",))),
    pose=pose_axes, part=part_of_axes, draw=draw_axes, reach=reach_axes, frames=True, z=0,
    example="axes ax(x = -1..4, y = 0..10)",
)  # fmt: skip

_OF = Slot("of", (Want.LINE, Want.ENTITY), "the axis: `ax.x`", required=True)
_AT = Slot("at", Want.NUMBER, "where", many=True)
_X = Slot("x", Want.NUMBER, "where on x", many=True, positional=False)
_Y = Slot("y", Want.NUMBER, "where on y", many=True, positional=False)
_TEXT = Slot("text", Want.TEXT, "what is written there instead of the number", ("label", "labels"), many=True)
TICKS = Verb(
    name="ticks", doc="The numbered ticks of an axis; they replace those that come by themselves.",
    slots=(_OF, _AT, _X, _Y, _TEXT), aliases=("tick", "tick_marks", "tick_label"), home=Home.LABELS,
    example='tick(ax.x, 2, "a")',
)  # fmt: skip

KINDS = (AXES,)
VERBS = (TICKS,)
