"""Marks on graphs: open and closed ends, holes, asymptotes, and the remarkable points that can be named."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ....dsl.theme import WIDTH
from ...draw.clipping import clip_segment, inside
from ...draw.pen import Pen
from ...expression import Application
from ...model import Entity, Panel
from ...pose.frame import Frame
from ...pose.poser import Poser
from ...shapes import XY, Line, Several, Shape
from .contours import isolated
from .equations import Rule, limits_of, rule_of
from .features import Feature, breaks, function, may_break, spots, straight_asymptotes
from .sampling import domain_of
from .windows import window_box, window_of

DOT = 1.5
RING = 1.8
THIN = WIDTH.mark
JUMPING = ("floor", "ceil", "sign")
FEATURES: dict[str, Feature] = {
    "zeros": "zeros", "roots": "zeros", "x_intercepts": "zeros", "maxima": "maxima", "minima": "minima",
    "extrema": "extrema", "turning_points": "extrema", "inflections": "inflections", "inflection_points": "inflections",
    "inflection": "inflections",
}  # fmt: skip


@dataclass(frozen=True)
class End:
    """An end of a graph's domain, and whether it belongs to it."""

    at: float
    height: float
    closed: bool
    inward: int
    """On which side of it the graph is: 1 to the right, -1 to the left."""


# Ends


def ends_of(rule: Rule, entity: Entity) -> list[End]:
    """Return the stated ends of a graph's domain at which it has a value."""
    f = function(rule)
    strict = {limit.larger.value() for limit in limits_of(entity) if limit.strict}
    strict |= {limit.smaller.value() for limit in limits_of(entity) if limit.strict}
    found = []
    for at, inward in ((rule.low, 1), (rule.high, -1)):
        if rule.form != "y" or not math.isfinite(at):
            continue
        height = f(at)
        if not math.isfinite(height):
            height = f(at + inward * 1e-9 * max(1.0, abs(at)))
        if math.isfinite(height) and abs(height) < 1e6:
            found.append(End(at, height, at not in strict, inward))
    return found


def marked_ends(ends: Sequence[End], others: Sequence[End]) -> Iterator[End]:
    """Yield the ends that are marked: open ones that nothing closes, closed ones beside a jump."""
    for end in ends:
        partners = [o for o in others if o.inward != end.inward and math.isclose(o.at, end.at, abs_tol=1e-9)]
        met = any(math.isclose(other.height, end.height, rel_tol=1e-9, abs_tol=1e-9) for other in partners)
        if (end.closed and partners and not met) or (
            not end.closed
            and not any(
                other.closed and math.isclose(other.height, end.height, rel_tol=1e-9, abs_tol=1e-9)
                for other in partners
            )
        ):
            yield end


def draw_ends(ends: Sequence[End], pen: Pen) -> None:
    """Draw a ring at an open end and a dot at a closed one."""
    frame = pen.solution.poser.frame
    for end in ends:
        at = frame.place(end.at, end.height)
        if inside(at, window_box(frame), 0.1):
            pen.dot(at, shape="dot" if end.closed else "ring", size=DOT if end.closed else RING)


def draw_own_ends(entity: Entity, pen: Pen) -> None:
    """Mark the ends of a graph as its own bounds and those of the other graphs ask."""
    rule = rule_of(entity, pen.solution.panel)
    if rule is None or rule.form != "y":
        return
    others = [end for other in _other_graphs(entity, pen.solution.panel) for end in other]
    draw_ends(list(marked_ends(ends_of(rule, entity), others)), pen)


def _other_graphs(entity: Entity, panel: Panel) -> Iterator[list[End]]:
    for other in panel.entities.values():
        rule = rule_of(other, panel) if other is not entity and other.kind is entity.kind else None
        if rule is not None:
            yield ends_of(rule, other)


# Holes and asymptotes


def draw_breaks(rule: Rule, asymptotes: bool, pen: Pen) -> None:
    """Draw the holes of a graph as rings, and its asymptotes dashed if they are asked for."""
    frame = pen.solution.poser.frame
    if rule.form == "implicit":
        for spot in isolated(rule.first, rule.parameters, window_of(frame)):
            if all(limit.gap.value({"x": spot[0], "y": spot[1]}) >= 0 for limit in rule.limits):
                pen.dot(frame.place(*spot), size=DOT)
    if rule.form != "y":
        return
    low, high = domain_of(rule, window_of(frame))
    found = breaks(rule, low, high) if low < high and may_break(rule.first) else ()
    for hole in found:
        if hole.height is not None and inside(
            at := frame.place(hole.at, hole.height), window_box(frame), 0.1
        ):
            pen.dot(at, shape="ring", size=RING)
    for line in asymptote_lines(rule, frame) if asymptotes else ():
        pen.line(line, role="asymptote", stroke=pen.stroke(dash="dashed", width=THIN), z=-1)


def draw_steps(rule: Rule, pieces: Sequence[Sequence[XY]], pen: Pen) -> None:
    """Mark where a graph jumps, as that of `floor(x)` does: a dot at its value, a ring where it only comes near."""
    if rule.form != "y" or not any(
        isinstance(p, Application) and p.function in JUMPING for p in rule.first.walk()
    ):
        return
    f, frame = function(rule), pen.solution.poser.frame
    for one, other in pairwise(pieces):
        left, right = frame.data(*one[-1]), frame.data(*other[0])
        at = round((left[0] + right[0]) / 2, 3)
        if (
            abs(left[0] - right[0]) > 1e-3
            or abs(at - left[0]) > 1e-3
            or abs(left[1] - right[1]) * frame.scales[1] < 0.5
        ):
            continue
        value = f(at)
        draw_ends(
            [End(at, round(y, 6), math.isclose(y, value, abs_tol=1e-3), 0) for y in (left[1], right[1])], pen
        )


def asymptote_lines(rule: Rule, frame: Frame) -> Iterator[tuple[XY, XY]]:
    """Yield the asymptotes of a graph as far as the window shows them, in sketch millimetres."""
    left, bottom, right, top = window_of(frame)
    for pole in breaks(rule, *domain_of(rule, window_of(frame))):
        if pole.height is None:
            yield frame.place(pole.at, bottom), frame.place(pole.at, top)
    for line in straight_asymptotes(rule):
        first, last = (frame.place(x, line.slope * x + line.rise) for x in (left, right))
        if cut := clip_segment(first, last, window_box(frame)):
            yield cut


# Parts


def feature_part(rule: Rule, part: str, poser: Poser) -> Shape[int] | None:
    """Return the zeros, extrema, inflections or holes of a graph, or where it meets the y axis."""
    if rule.form != "y":
        return None
    low, high = domain_of(rule, window_of(poser.frame))
    if low >= high:
        return None
    if part in ("asymptotes", "asymptote"):
        ends = asymptote_lines(rule, poser.frame)
        lines = tuple(Line(poser.fixed_point(*a), poser.fixed_point(*b), "framed") for a, b in ends)
        return lines[0] if len(lines) == 1 else Several(lines) if lines else None
    if part in FEATURES:
        found = spots(rule, FEATURES[part], low, high)
    elif part in ("holes", "hole"):
        found = tuple((b.at, b.height) for b in breaks(rule, low, high) if b.height is not None)
    elif part == "y_intercept" and low <= 0 <= high and math.isfinite(height := function(rule)(0.0)):
        found = ((0.0, height),)
    else:
        return None
    points = tuple(poser.fixed_point(*poser.frame.place(*spot)) for spot in found)
    return points[0] if len(points) == 1 else Several(points) if points else None
