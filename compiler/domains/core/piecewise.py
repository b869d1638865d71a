"""Functions given piece by piece: each rule over its own interval, with open and closed ends where they part."""

from __future__ import annotations

import math
from dataclasses import replace

from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...draw.roominess import length_of, roomy_share
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import XY, Curve, Nowhere, Shape
from ...targets import AlongLine
from ...values import Given, Listed, PartRef
from ...vocabulary import Kind, PartOf, Slot, Want
from .codes import NO_SHAPE
from .curve_marks import draw_breaks, draw_ends, ends_of, marked_ends
from .curves import companion_of
from .equations import EQUATION, Rule, bounds_of, number, rule_of, stated_range
from .plotted import Plotted
from .reaches import graph_reach
from .sampling import traced


def pieces_of(entity: Entity) -> list[tuple[Entity, Rule]]:
    """Return the pieces as graphs of their own: the first equation holds where the first inequality does, and so on."""
    bounds = bounds_of(entity)
    equations = [bound for bound in bounds if bound.ops == ("==",)]
    domains = [bound for bound in bounds if bound.ops != ("==",)]
    found = []
    for k, equation in enumerate(equations):
        said = (equation, *domains[k : k + 1])
        values = {EQUATION: Given(Listed(said), entity.span)}
        piece = replace(entity, values=values, texts=())
        rule = rule_of(piece)
        if rule is not None and rule.form == "y":
            found.append((piece, rule))
    return found


def pose_piecewise(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a function given piece by piece. Emits COR015 for one without pieces."""
    pieces = [spots for _, rule in pieces_of(entity) for spots in traced(rule, poser.frame).pieces]
    if not pieces:
        message = f"`{entity.name}` has no pieces in the window"
        poser.diagnostics.append(
            NO_SHAPE.found(message, entity.span, hints=[f"for example `{PIECEWISE.example}`"])
        )
        return Nowhere()
    return Curve(tuple(pieces))


def reach_piecewise(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return how far the pieces make the picture reach; an endless one goes three units on."""
    across, up = stated_range(panel, "x"), stated_range(panel, "y")
    ends = [end for _, rule in pieces_of(entity) for end in (rule.low, rule.high) if math.isfinite(end)]
    low, high = (min(ends) - 3.0, max(ends) + 3.0) if ends else (-3.0, 3.0)
    spots: list[XY] = []
    for _, rule in pieces_of(entity):
        cut = replace(rule, low=max(rule.low, low), high=min(rule.high, high))
        spots += graph_reach(cut, panel, across, up)
    return tuple(spots)


def locate_on_piecewise(entity: Entity, shape: Shape[int], part: PartRef, poser: Poser) -> Shape[int] | None:
    """Return the point of `f.at(2)`, on the piece to which it belongs."""
    x = number(part.args[0]) if part.args else None
    if x is None or part.part not in ("at", "point"):
        return None
    for piece, rule in pieces_of(entity):
        closed = [end.closed for end in ends_of(rule, piece) if math.isclose(end.at, x, abs_tol=1e-12)]
        if rule.low <= x <= rule.high and all(closed) and (spot := Plotted(rule, poser.frame).spot(x)):
            return poser.fixed_point(*spot)
    return None


def draw_piecewise(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the pieces, with rings and dots where they part, and the text along the longest."""
    lines = [tuple(line) for line in flattened(outline_of(shape)) if len(line) > 1]
    for line in lines:
        pen.line(line, role="curve")
    pieces = pieces_of(entity)
    ends = [ends_of(rule, piece) for piece, rule in pieces]
    for k, own in enumerate(ends):
        others = [end for j, more in enumerate(ends) if j != k for end in more]
        draw_ends(list(marked_ends(own, others)), pen)
    for _, rule in pieces:
        draw_breaks(rule, entity.has("asymptotes"), pen)
    longest = max(lines, key=length_of, default=())
    for text in pen.texts(entity) if longest else ():
        pen.label(text, AlongLine(longest, at=roomy_share(longest, pen)), owner=entity.name)


PIECEWISE = Kind(
    name="piecewise",
    doc="A function given piece by piece: equations and, in the same order, the inequality where each holds. Open and closed ends "
    "are marked where the pieces part.",
    slots=(Slot(EQUATION, (Want.BOUND, Want.NUMBER), "its equations and inequalities, in turn", ("pieces", "cases"), many=True),),
    aliases=("piecewise_function", "piecewise_curve", "step_function"), traits=("curve", "path"), flags=("asymptotes",),
    variables=("x", "y"), parts=(PartOf("at", "the point at a value of x: `f.at(2)`"),),
    pose=pose_piecewise, locate=locate_on_piecewise, draw=draw_piecewise, reach=reach_piecewise, companion=companion_of, z=12,
    example="piecewise f(y = x^2, x < 1, y = 3 - x, x >= 1)",
)  # fmt: skip
KINDS = (PIECEWISE,)
