"""Tangents, normals and what touches a curve: at a point of it, at an x, or from a point outside."""

from __future__ import annotations

import math

from ...draw.clipping import clip_segment
from ...expression import Expression, Letter, Number, Operation
from ...model import Entity
from ...pose.poser import Poser
from ...shapes import XY, Circle, Line, Nowhere, Point, Shape
from ...system import Sort
from ...values import Value
from .codes import NO_EQUATION
from .crossings import contacts
from .curve_points import data_slots, hold_on_curve, known, plot_of
from .equations import number
from .plotted import Plotted
from .windows import window_box

NEAREST = 4.0
"""Millimetres: a point from which a tangent is drawn is at least so far from where it touches."""


def tangent_of_curve(entity: Entity, poser: Poser) -> Shape[int] | None:
    """Return the tangent of a plotted curve at a point of it; nothing for a circle. Emits COR014 for what has no slope."""
    of, at = entity.value("of"), entity.value("at")
    curve = plot_of(of, poser) if of is not None else None
    if of is None or curve is None or (isinstance(poser.shape(of), Circle) and number(at) is None):
        return None
    if (outer := entity.value("from")) is not None:
        touch = touching(at, curve, poser) if at is not None else poser.point_at(f"{entity.name}.contact")
        return _tangent_from(poser.point(outer), touch, curve, poser)
    if at is None:
        message = f"`{entity.name}` needs a point of the curve, or its x"
        poser.diagnostics.append(NO_EQUATION.found(message, entity.span))
        return Nowhere()
    touch = touching(at, curve, poser)
    return (
        tangent_at(touch, curve, poser)
        if known(touch, poser) is None
        else _fixed_tangent(touch, curve, poser)
    )


def _tangent_from(outer: Point[int], touch: Point[int], curve: Plotted, poser: Poser) -> Shape[int]:
    """Pose the segment from a point outside to where it touches a curve."""
    at = known(outer, poser)
    if at is not None and known(touch, poser) is None and (spots := contacts(at, curve)):
        found = poser.fixed_point(*max(spots, key=lambda spot: (spot[1], spot[0])))
        poser.equate(touch.x, found.x)
        poser.equate(touch.y, found.y)
        return Line(outer, found)
    if known(touch, poser) is None:
        hold_on_curve(touch, curve, poser)
    tangent = tangent_at(touch, curve, poser)
    if not isinstance(tangent, Line):
        return Nowhere()
    poser.require("collinear", outer.x, outer.y, tangent.a.x, tangent.a.y, tangent.b.x, tangent.b.y)
    poser.require("separation", outer.x, outer.y, touch.x, touch.y, poser.constant(NEAREST), sort=Sort.BOUND)
    return Line(outer, touch)


def normal_of_curve(entity: Entity, curve: Plotted, touch: Point[int], poser: Poser) -> Shape[int]:
    """Return the normal of a plotted curve at a point of it: at right angles to its tangent there."""
    at = known(touch, poser)
    if at is not None:
        theta = curve.heading(at)
        return Nowhere() if theta is None else _framed(at, theta + math.pi / 2, poser)
    tangent = tangent_at(touch, curve, poser)
    if not isinstance(tangent, Line):
        return Nowhere()
    a, b = tangent.a, tangent.b
    slope = poser.defined("direction", a.x, a.y, b.x, b.y, start=0.3)
    turned = poser.defined("sum2", slope, poser.constant(math.pi / 2), start=1.9)
    other = poser.defined_point("polar", touch.x, touch.y, poser.constant(20.0), turned)
    return Line(touch, other, "line")


def touching(at: Value, curve: Plotted | None, poser: Poser) -> Point[int]:
    """Return the place at which a curve is touched: a point, or that at an x."""
    x = number(at)
    spot = curve.spot(x) if curve is not None and x is not None else None
    return poser.fixed_point(*spot) if spot else poser.point(at)


def _fixed_tangent(touch: Point[int], curve: Plotted, poser: Poser) -> Shape[int]:
    at = known(touch, poser)
    theta = curve.heading(at) if at else None
    if at is None or theta is None:
        return Nowhere()
    return _framed(at, theta, poser)


def _framed(at: XY, theta: float, poser: Poser) -> Line[int]:
    """Return the line through a place in a direction, as far as the window shows it."""
    far = (1e3 * math.cos(theta), 1e3 * math.sin(theta))
    ends = clip_segment(
        (at[0] - far[0], at[1] - far[1]), (at[0] + far[0], at[1] + far[1]), window_box(poser.frame)
    )
    a, b = ends or ((at[0] - far[0], at[1] - far[1]), at)
    return Line(poser.fixed_point(*a), poser.fixed_point(*b), "framed")


def tangent_at(touch: Point[int], curve: Plotted, poser: Poser) -> Shape[int]:
    """Pose the tangent at a point that is still to be found, by central differences of the rule."""
    way = _direction(touch, curve, poser)
    if way is None:
        return Nowhere()
    across, up = poser.frame.scales
    flat = [poser.defined("scaled", slot, poser.constant(scale)) for slot, scale in zip(way, (across, up))]
    zero = poser.constant(0.0)
    theta = poser.defined("direction", zero, zero, *flat, start=0.3)
    run = 0.35 * (window_box(poser.frame)[2] - window_box(poser.frame)[0])
    ends = [
        poser.defined_point("polar", touch.x, touch.y, poser.constant(sign * run), theta) for sign in (-1, 1)
    ]
    return Line(ends[0], ends[1], "framed")


def _direction(touch: Point[int], curve: Plotted, poser: Poser) -> tuple[int, int] | None:
    """Return slots of the direction, in data coordinates, of a curve at a point that is still to be found."""
    rule = curve.rule
    x, y = data_slots(touch, poser)
    ones = {name: poser.constant(1.0) for name in rule.parameters}
    if rule.form == "implicit":
        slope_x, slope_y = (_slope(rule.first, name, {**ones, "x": x, "y": y}, poser) for name in ("x", "y"))
        return poser.defined("negate", slope_y), slope_x
    if rule.form not in ("y", "x"):
        return None
    slope = _slope(rule.first, rule.variable, {**ones, rule.variable: x if rule.form == "y" else y}, poser)
    one = poser.constant(1.0)
    return (one, slope) if rule.form == "y" else (slope, one)


def _slope(expression: Expression, name: str, bound: dict[str, int], poser: Poser) -> int:
    """Return the slot of a partial derivative: a central difference, exact for what is of the second degree."""
    step = 1e-3 / poser.frame.scales[0]
    sides = []
    for sign in (-1, 1):
        moved = Operation("+", Letter(name), Number("", sign * step))
        shifted = poser.arithmetic.of_letters(moved, bound)
        sides.append(poser.arithmetic.of_letters(expression, {**bound, name: shifted}))
    return poser.defined(
        "scaled", poser.defined("difference", sides[1], sides[0]), poser.constant(1 / (2 * step))
    )
