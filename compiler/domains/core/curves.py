"""Curves: graphs of functions, parametric, polar and implicit curves, and free ones through points."""

from __future__ import annotations

import math

from ...draw.clipping import clip_segment
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...draw.roominess import length_of, roomy_share
from ...expression import Application
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import XY, Curve, Line, Nowhere, Point, Shape, Spline
from ...targets import AlongLine
from ...values import Chain, PartRef
from ...vocabulary import Kind, PartOf, Slot, Want
from .codes import CURVE_OUTSIDE, LETTER_IS_ONE, NO_SHAPE
from .curve_marks import draw_breaks, draw_own_ends, draw_steps, feature_part
from .curve_points import hold_on_curve
from .equations import EQUATION, VARIABLES, Rule, bounds_of, linear, number, rule_of, stated_range
from .plotted import Plotted, plotted
from .reaches import graph_reach, line_reach
from .sampling import traced
from .senses import SENSES, draw_sense
from .windows import window_box, window_of

AXES = "axes"
"""The companion of whatever has an equation."""


def companion_of(entity: Entity) -> str:
    """Return the companion of a thing that is given by equations in x and y."""
    return AXES if bounds_of(entity) else ""


# Straight lines by their equation


def line_of_equation(entity: Entity, poser: Poser) -> Line[int] | None:
    """Return the line of `line l(y = 2x + 1)` as far as the window shows it, or nothing without such an equation."""
    rule = rule_of(entity, poser.panel)
    coefficients = linear(rule) if rule else None
    if rule is None or coefficients is None:
        return None
    ends = _ends(rule, coefficients, poser)
    return Line(poser.fixed_point(*ends[0]), poser.fixed_point(*ends[1]), "framed")


def _ends(rule: Rule, coefficients: tuple[float, float, float], poser: Poser) -> tuple[XY, XY]:
    """Return where a line enters and leaves the window, from left to right (a vertical one upwards)."""
    a, b, c = coefficients
    left, bottom, right, top = window_of(poser.frame)
    if b:
        low, high = (max(left, rule.low), min(right, rule.high)) if rule.form != "x" else (left, right)
        first, last = (low, (c - a * low) / b), (high, (c - a * high) / b)
    else:
        low, high = (max(bottom, rule.low), min(top, rule.high)) if rule.form == "x" else (bottom, top)
        first, last = (c / a, low), (c / a, high)
    ends = (poser.frame.place(*first), poser.frame.place(*last))
    return clip_segment(*ends, window_box(poser.frame)) or ends


def reach_line(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return how far the line of an equation makes the picture reach: to where it meets the axes."""
    rule = rule_of(entity, panel)
    coefficients = linear(rule) if rule else None
    return line_reach(rule, coefficients) if rule and coefficients else ()


# Curves


def pose_curve(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a curve: nothing moves one that has an equation; another runs smoothly through its points."""
    rule = rule_of(entity, poser.panel)
    if rule is None:
        if (given := _given(entity, poser)) is not None:
            return given
        points = _through(entity, poser)
        if len(points) < 2:
            message = f"`{entity.name}` has neither an equation nor points"
            poser.diagnostics.append(
                NO_SHAPE.found(message, entity.span, hints=[f"for example `{CURVE.example}`"])
            )
            return Nowhere()
        return Spline(points, entity.has("closed"))
    for letter in rule.parameters:
        poser.diagnostics.append(
            LETTER_IS_ONE.found(f"`{letter}` has no number and is drawn as 1", entity.span)
        )
    for value in entity.values_of("through"):
        hold_on_curve(poser.point(value), Plotted(rule, poser.frame), poser, what="a point of `through`")
    curve = traced(rule, poser.frame)
    if not curve.pieces:
        message = f"the curve `{entity.name}` is nowhere in the window"
        poser.diagnostics.append(
            CURVE_OUTSIDE.found(message, entity.span, hints=["widen the ranges of the axes"])
        )
        return Nowhere()
    return curve


def _given(entity: Entity, poser: Poser) -> Curve[int] | None:
    """Return the curve that a thing is said to be, `curve s(solution(d, through = P))`."""
    values = entity.values_of("through")
    shape = poser.shape(values[0]) if len(values) == 1 else None
    return shape if isinstance(shape, Curve) else None


def _through(entity: Entity, poser: Poser) -> tuple[Point[int], ...]:
    points: list[Point[int]] = []
    for value in entity.values_of("through"):
        points += (
            [poser.point(end) for end in value.ends] if isinstance(value, Chain) else [poser.point(value)]
        )
    start, end = entity.value("from"), entity.value("to")
    if start is not None and number(start) is None:
        points.insert(0, poser.point(start))
    if end is not None and number(end) is None:
        points.append(poser.point(end))
    return tuple(points)


def reach_curve(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return how far a curve makes the picture reach."""
    rule = rule_of(entity, panel)
    if rule is None:
        return ()
    return graph_reach(rule, panel, stated_range(panel, "x"), stated_range(panel, "y"))


def draw_curve(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a curve with its texts, and an arrowhead at its end (`arrow`) or in its middle (`directed`)."""
    lines = [line for line in flattened(outline_of(shape)) if len(line) > 1]
    if not lines:
        return
    owner = ""
    for line in lines:
        tipped = entity.has("arrow") and line is lines[-1]
        owner = pen.arrow(line, role="curve") if tipped else pen.line(line, role="curve")
    longest = max((tuple(line) for line in lines), key=length_of)
    draw_sense(entity, longest, pen)
    if (rule := rule_of(entity, pen.solution.panel)) is not None:
        draw_breaks(rule, entity.has("asymptotes"), pen)
        draw_own_ends(entity, pen)
        draw_steps(rule, lines, pen)
    for text in curve_texts(entity, pen):
        pen.label(text, AlongLine(longest, at=roomy_share(longest, pen)), owner=entity.name or owner)


def curve_texts(entity: Entity, pen: Pen) -> list[str]:
    """Return what is printed along a curve: its quoted texts and data."""
    return [text.text for text in entity.texts] + [
        pen.words(value) for _, value in entity.extra if value.prints
    ]


# Places on a curve


def locate_on_curve(entity: Entity, shape: Shape[int], part: PartRef, poser: Poser) -> Shape[int] | None:
    """Return the point of `f.at(2)`: at x = 2 on a graph, at the parameter 2 on another curve."""
    curve = plotted(entity, poser)
    value = number(part.args[0]) if part.args else None
    if curve is None or value is None or part.part not in ("at", "point"):
        return None
    spot = curve.spot(value)
    return poser.fixed_point(*spot) if spot else None


def part_of_curve(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return an end or an extreme of a curve."""
    if not isinstance(shape, Curve):
        return None
    if (rule := rule_of(entity, poser.panel)) and (
        found_there := feature_part(rule, part, poser)
    ) is not None:
        return found_there
    spots = [spot for piece in shape.pieces for spot in piece]
    found = {
        "start": spots[0], "end": spots[-1], "max": max(spots, key=lambda s: s[1]), "min": min(spots, key=lambda s: s[1]),
        "left": min(spots), "right": max(spots), "mid": spots[len(spots) // 2],
    }  # fmt: skip
    if part in ("period", "wavelength") and (rule := rule_of(entity)) and (span := period_of(rule)):
        start = rule.low if math.isfinite(rule.low) else 0.0
        return poser.fixed_point(*poser.frame.place(start + span, 0.0))
    name = {
        "maximum": "max",
        "top": "max",
        "peak": "max",
        "minimum": "min",
        "bottom": "min",
        "vertex": "min",
    }.get(part, part)
    return poser.fixed_point(*found[name]) if name in found else None


def period_of(rule: Rule) -> float | None:
    """Return the period of a graph: of its one sine or cosine of a straight argument.

    >>> from ...expression import read_formula
    >>> period_of(Rule("y", read_formula("3 sin(2 x)"))) == math.pi
    True
    """
    waves = [
        part
        for part in rule.first.walk()
        if isinstance(part, Application) and part.function in ("sin", "cos")
    ]
    if len(waves) != 1 or rule.form != "y":
        return None
    at = [waves[0].args[0].value({rule.variable: x}) for x in (0.0, 1.0, 2.0)]
    straight = math.isclose(at[2] - at[1], at[1] - at[0], rel_tol=1e-9)
    return abs(2 * math.pi / (at[1] - at[0])) if straight and at[1] != at[0] else None


DOMAIN_SLOT = Slot(
    "domain",
    Want.RANGE,
    "the range of x, or of the parameter: `0..2`",
    ("over", "interval", "range", "x_range", "for"),
)
CURVE = Kind(
    name="curve",
    doc="The graph of a function or equation: `y = x^2`, `x = g(y)`, `x = cos(t), y = sin(t), t = 0..2*pi`, "
    "`r = 1 + cos(θ)`, `x^2 + y^2 = 4`; without an equation, a smooth line through points. Limits are inequalities "
    "(`0 <= x <= 2`) or a range (`x = 0..2`); a strict one has an open end. `asymptotes` draws these. The equation is printed only if quoted or given to `label`.",
    slots=(
        Slot(EQUATION, (Want.BOUND, Want.NUMBER), "its equations and inequalities", ("expr", "expression", "rule"), many=True),
        Slot("through", (Want.POINT, Want.PATH), "points that a free curve runs through", ("points",), many=True),
        DOMAIN_SLOT,
        Slot("from", (Want.NUMBER, Want.POINT), "where it starts", ("start",), positional=False),
        Slot("to", (Want.NUMBER, Want.POINT), "where it ends", ("end",), positional=False),
    ),
    aliases=("function", "graph_of", "plot", "function_graph", "parametric_curve", "polar_curve", "implicit_curve"),
    traits=("curve", "path"), flags=("arrow", *SENSES, "closed", "smooth", "asymptotes", "parametric", "polar", "implicit"), variables=VARIABLES,
    parts=(
        PartOf("at", "the point at a value of x or of the parameter: `f.at(2)`"),
        PartOf("start", "its first point"), PartOf("end", "its last point"),
        PartOf("zeros", "where a graph meets the x axis", ("roots",)), PartOf("extrema", "its highest and lowest points, each among its neighbours"),
        PartOf("maxima", "the higher ones of those"), PartOf("minima", "the lower ones"), PartOf("inflections", "where it changes its bend"),
        PartOf("y_intercept", "where it meets the y axis"), PartOf("holes", "the places that it leaves out"), PartOf("asymptotes", "its asymptotes"),
        PartOf("max", "its highest point in the window"), PartOf("min", "its lowest point in the window"),
    ),
    pose=pose_curve, part=part_of_curve, locate=locate_on_curve, draw=draw_curve, reach=reach_curve,
    companion=companion_of, z=12, example="curve f(y = x^2 - 2x, -1 <= x <= 3)",
)  # fmt: skip

KINDS = (CURVE,)
