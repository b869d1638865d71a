"""Places on curves: a point that keeps to a curve, crossings of curves, tangents and asymptotes."""

from __future__ import annotations

import math
from dataclasses import replace

from ....dsl.source import Span
from ....dsl.theme import WIDTH
from ...draw.pen import Pen
from ...expression import Application, Expression, Letter, Operation
from ...model import Entity, Relation
from ...pose.incidence import INSET
from ...pose.poser import Poser
from ...shapes import XY, Circle, Line, Nowhere, Point, Several, Shape, xy
from ...system import Sort
from ...targets import AlongLine
from ...values import PartRef, Ref, Value
from ...vocabulary import Home, Kind, Slot, Verb, Want
from .codes import NO_EQUATION, NO_INTERSECTION, NOT_ON_CURVE
from .crossings import crossings
from .equations import Rule, number, rule_of
from .plotted import Plotted, axis_rule
from .sampling import domain_of
from .windows import window_of

ON_CURVE = 0.03
"""Millimetres: a stated place farther from a curve than this is off it, for the solver and for the eye."""
SPREAD = (0.64, 0.36, 0.82, 0.2, 0.5)
"""Where free points on a curve begin to look for their place, as shares of its drawn length."""


def plot_of(value: Value, poser: Poser) -> Plotted | None:
    """Return the plotted curve that a value means: of a thing with an equation, or an axis."""
    if poser.frame.camera is not None:
        return None
    entity = poser.entity(value)
    rule = rule_of(entity, poser.panel) if entity is not None else None
    if isinstance(value, PartRef) and (base := poser.entity(value.base)) is not None and base.kind.frames:
        axis = value.part.removesuffix("_axis")
        rule = axis_rule("y" if axis == "x" else "x") if axis in ("x", "y") else None
    return Plotted(rule, poser.frame) if rule else None


def known(point: Point[int], poser: Poser) -> XY | None:
    """Return where a point is, if nothing can move it."""
    slots = (poser.slots[point.x], poser.slots[point.y])
    return None if any(slot.free for slot in slots) else (slots[0].start, slots[1].start)


# On a curve


def hold_on_curve(point: Point[int], curve: Plotted, poser: Poser, *, what: str = "the point") -> None:
    """Demand that a point lies on a plotted curve. Emits COR011 if its coordinates are off it."""
    at = known(point, poser)
    if at is not None:
        if curve.gap(at) > ON_CURVE:
            message = f"{what} is off the curve by {curve.gap(at) / curve.frame.scales[0]:.3g}"
            poser.diagnostics.append(NOT_ON_CURVE.found(message, poser.here, hints=_nearby(at, curve)))
        return
    if not poser.slots[point.x].free and (found := _above(point, curve, poser)):
        poser.equate(point.y, poser.constant(found[1]))
        return
    _start_near(point, curve, poser)
    _equation(point, curve, poser)


def _nearby(at: XY, curve: Plotted) -> list[str]:
    found = curve.above(curve.frame.data(*at)[0])
    return [f"at this x the curve has y = {curve.frame.data(*found[0])[1]:.4g}"] if found else []


def _above(point: Point[int], curve: Plotted, poser: Poser) -> XY | None:
    x = curve.frame.data(poser.slots[point.x].start, 0.0)[0]
    return next(iter(curve.above(x)), None)


def _start_near(point: Point[int], curve: Plotted, poser: Poser) -> None:
    """Give a free point a place on the curve to start from, another one for each."""
    spots = [spot for piece in curve.curve.pieces for spot in piece]
    share = SPREAD[sum(slot.hinted for slot in poser.slots) // 2 % len(SPREAD)]
    if not spots or not (poser.slots[point.x].free and poser.slots[point.y].free):
        return
    at = spots[min(len(spots) - 1, int(share * len(spots)))]
    for slot, start in ((point.x, at[0]), (point.y, at[1])):
        poser.slots[slot] = replace(poser.slots[slot], start=start, hinted=True)


def _equation(point: Point[int], curve: Plotted, poser: Poser) -> None:
    """Pose the curve's equation for a point, in the author's units."""
    rule = curve.rule
    x, y = data_slots(point, poser)
    ones = {name: poser.constant(1.0) for name in rule.parameters}
    if rule.form in ("path", "polar"):
        _on_path(x, y, rule, ones, poser)
        return
    if rule.form == "implicit":
        poser.equate(poser.arithmetic.of_letters(rule.first, {**ones, "x": x, "y": y}), poser.constant(0.0))
        return
    given, other = (x, y) if rule.form == "y" else (y, x)
    poser.equate(poser.arithmetic.of_letters(rule.first, {**ones, rule.variable: given}), other)
    low, high = domain_of(rule, window_of(poser.frame))
    poser.require("greater", given, poser.constant(low), sort=Sort.BOUND)
    poser.require("greater", poser.constant(high), given, sort=Sort.BOUND)


def _on_path(x: int, y: int, rule: Rule, ones: dict[str, int], poser: Poser) -> None:
    parameter = poser.free(rule.variable, (rule.low + rule.high) / 2, hinted=True)
    bound = {**ones, rule.variable: parameter}
    if rule.second is not None:
        first, second = rule.first, rule.second
    else:
        first = Operation("*", rule.first, _called("cos", rule.variable))
        second = Operation("*", rule.first, _called("sin", rule.variable))
    poser.equate(poser.arithmetic.of_letters(first, bound), x)
    poser.equate(poser.arithmetic.of_letters(second, bound), y)
    poser.require("greater", parameter, poser.constant(rule.low), sort=Sort.BOUND)
    poser.require("greater", poser.constant(rule.high), parameter, sort=Sort.BOUND)


def _called(function: str, letter: str) -> Expression:
    return Application(function, (Letter(letter),))


def data_slots(point: Point[int], poser: Poser) -> tuple[int, int]:
    """Return slots for the data coordinates of a point."""
    across, up = poser.frame.scales
    ox, oy = poser.frame.origin
    x = poser.defined("affine", point.x, poser.constant(1 / across), poser.constant(ox))
    y = poser.defined("affine", point.y, poser.constant(1 / up), poser.constant(oy))
    return x, y


# Crossings


def crossing_of_curves(entity: Entity, poser: Poser) -> Shape[int] | None:
    """Return where two things meet of which one at least is a plotted curve; nothing for others. Emits COR012."""
    things = entity.values_of("of")
    curves = [plot_of(thing, poser) for thing in things]
    if len(things) != 2 or not any(curves):
        return None
    if curves[0] and curves[1]:
        return _crossing_points(entity, curves[0], curves[1], poser)
    point = poser.point_at(entity.name)
    poser.drawn(point)
    for thing, curve in zip(things, curves):
        keep_on(point, poser.shape(thing), curve, poser)
    return point


def _crossing_points(entity: Entity, first: Plotted, second: Plotted, poser: Poser) -> Shape[int]:
    spots = crossings(first, second)
    if not spots:
        _missed("the curves do not meet in the window", entity.span, poser)
        return Nowhere()
    points = tuple(poser.fixed_point(*spot) for spot in spots)
    picks = {"left": 0, "right": -1, "first": 0, "second": 1, "last": -1}
    which = number(entity.value("which"))
    index = int(which) - 1 if which else next((picks[flag] for flag in entity.flags if flag in picks), None)
    for flag, sign in (("upper", 1), ("lower", -1)):
        if entity.has(flag):
            return points[max(range(len(spots)), key=lambda k: sign * spots[k][1])]
    if index is not None:
        return points[index] if -len(points) <= index < len(points) else points[-1]
    return points[0] if len(points) == 1 else Several(points)


def keep_on(point: Point[int], shape: Shape[int], curve: Plotted | None, poser: Poser) -> None:
    """Demand that a point lies on a shape, or on the curve that it plots."""
    if curve is not None:
        hold_on_curve(point, curve, poser)
    elif isinstance(shape, Line):
        poser.require("collinear", point.x, point.y, shape.a.x, shape.a.y, shape.b.x, shape.b.y)
    elif isinstance(shape, Circle):
        poser.require("on_circle", point.x, point.y, shape.center.x, shape.center.y, shape.radius)


def hold_intersect(relation: Relation, poser: Poser) -> None:
    """Check that two curves meet, and where it is said. Emits COR012."""
    things = relation.values_of("of")
    curves = [curve for thing in things if (curve := plot_of(thing, poser))]
    if len(curves) != 2 or len(things) != 2:
        _hold_lines_meet(relation, things, poser)
        return
    spots = crossings(curves[0], curves[1])
    stated = relation.value("at")
    at = known(poser.point(stated), poser) if stated is not None else None
    if not spots:
        _missed("the curves do not meet in the window", relation.span, poser)
    elif at is not None and min(math.dist(at, spot) for spot in spots) > ON_CURVE:
        x, y = poser.frame.data(*min(spots, key=lambda spot: math.dist(at, spot)))
        _missed("the curves do not meet there", relation.span, poser, f"they meet at ({x:.4g}, {y:.4g})")


def _hold_lines_meet(relation: Relation, things: tuple[Value, ...], poser: Poser) -> None:
    stated = relation.value("at")
    lines = [line for thing in things if isinstance(line := poser.shape(thing), Line)]
    if stated is None and len(lines) < len(things):
        return
    point = poser.point(stated) if stated is not None else poser.point_at("crossing")
    for thing in things:
        shape = poser.shape(thing)
        keep_on(point, shape, plot_of(thing, poser), poser)
        if isinstance(shape, Line) and shape.extent == "segment" and len(lines) == len(things):
            _cross_inside(point, shape, Sort.BOUND if isinstance(thing, Ref) else Sort.WISH, poser)


def _cross_inside(point: Point[int], line: Line[int], sort: Sort, poser: Poser) -> None:
    """Keep the place where a segment is crossed on it, and off its ends if that can be.

    That is demanded of a segment that is drawn; a path `AB` may also stand for the whole line.
    """
    if point in (line.a, line.b):
        return
    slots = (point.x, point.y, line.a.x, line.a.y, line.b.x, line.b.y)
    poser.require("on_segment", *slots, sort=sort)
    for end in (line.a, line.b):
        poser.wish("separation", point.x, point.y, end.x, end.y, poser.constant(INSET), weight=0.1)


def _missed(message: str, span: Span, poser: Poser, hint: str = "") -> None:
    poser.diagnostics.append(
        NO_INTERSECTION.found(message, span, hints=[hint or "check the equations, or widen the window"])
    )


# Asymptotes


def draw_line(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw asymptotes, thin and dashed, with their text."""
    if isinstance(shape, Several):
        for line in shape.shapes:
            draw_line(entity, line, pen)
    if not isinstance(shape, Line):
        return
    ends = (xy(shape.a), xy(shape.b))
    owner = pen.line(ends, role="curve", stroke=pen.stroke(dash="dashed", width=WIDTH.mark))
    for text in (text.text for text in entity.texts):
        pen.label(text, AlongLine(ends, at=0.86), owner=owner)


def pose_asymptote(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose an asymptote: the line of its equation, or those that a curve has. Emits COR014 for a curve without one."""
    from .curves import line_of_equation

    of = entity.value("of")
    if of is None:
        return line_of_equation(entity, poser) or Nowhere()
    own = poser.shape(PartRef(of, "asymptotes"))
    if isinstance(own, Nowhere):
        message = f"`{entity.name}`: no asymptote is found"
        poser.diagnostics.append(NO_EQUATION.found(message, entity.span))
    return own


_THINGS = (Want.LINE, Want.CIRCLE, Want.ENTITY)
WHICH = Slot(
    "which",
    Want.NUMBER,
    "the first, second, … crossing of curves from the left",
    ("index", "n"),
    positional=False,
)
PICKS = ("left", "right", "upper", "lower", "first", "second", "last")
"""Words that choose among the crossings of two curves."""
ASYMPTOTE = Kind(
    name="asymptote", doc="A dashed line that a curve comes near to: by its equation, or all of a curve, `asymptotes(h)`.",
    slots=(
        Slot("equation", Want.BOUND, "its equation, `x = 2`", many=True),
        Slot("of", Want.ENTITY, "the curve, all of whose asymptotes are drawn", ("curve",), trait="curve"),
    ),
    traits=("line",), variables=("x", "y"),
    pose=pose_asymptote, draw=draw_line, z=9, example="asymptote a(x = 2)",
)  # fmt: skip
INTERSECT = Verb(
    name="intersect", doc="Two things meet, at a stated place if one is given; checked.",
    slots=(
        Slot("of", _THINGS, "the two things", many=True, required=True),
        Slot("at", Want.POINT, "where", ("in",), positional=False),
    ),
    aliases=("intersects", "meet", "cross", "crosses"), home=Home.CONSTRAINTS, hold=hold_intersect,
    example="intersect(f, g, at = (0, 5))",
)  # fmt: skip
KINDS = (ASYMPTOTE,)
VERBS = (INTERSECT,)
