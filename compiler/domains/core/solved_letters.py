"""Letters in the equation of a line or curve, found from what else is said of it: points on it, what it touches."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ...expression import Number
from ...expression.quadratics import Quadratic, quadratic_of
from ...expression.substitute import substituted
from ...model import Entity, Panel
from ...shapes import XY
from ...values import Ref
from .newton import fitted
from .stated import stated_place

if TYPE_CHECKING:
    from .equations import Rule

STARTS = (1.0, -1.0, 0.3, -3.0)
"""Where the search for letters begins, the first that leads to a solution counting."""


def with_letters(rule: Rule, entity: Entity, panel: Panel) -> Rule:
    """Return a rule with the letters replaced that other statements decide; one that nothing decides stays."""
    names = rule.parameters
    spots, touched = list(_points_on(entity, panel)), list(_touched(entity, panel))
    if not names or len(names) > len(spots) + len(touched) or rule.form not in ("y", "x", "implicit"):
        return rule

    def bound(numbers: Sequence[float]) -> Rule:
        known = {name: Number(f"{number:.12g}", number) for name, number in zip(names, numbers)}
        return replace(rule, first=substituted(rule.first, known.get))

    def misses(numbers: Sequence[float]) -> list[float]:
        now = bound(numbers)
        return [_gap(now, spot) for spot in spots] + [_clearance(now, conic) for conic in touched]

    for start in STARTS:
        numbers = fitted(misses, [start * (1 + 0.5 * k) for k in range(len(names))])
        if numbers is not None:
            return bound(numbers)
    return rule


def _points_on(entity: Entity, panel: Panel) -> Iterator[XY]:
    """Yield the stated places that a thing is said to pass through."""
    values = [*entity.values_of("through")] if entity.value("equation") is not None else []
    for relation in panel.relations:
        if relation.verb.name == "on" and relation.value("on") == Ref(entity.name):
            values += relation.values_of("of")
    yield from (spot for value in values if (spot := stated_place(value, panel)))


def _touched(entity: Entity, panel: Panel) -> Iterator[Quadratic]:
    """Yield the conics of stated numbers that a line is said to touch."""
    own = Ref(entity.name)
    for relation in panel.relations:
        of = relation.values_of("of") if relation.verb.name == "tangent" else ()
        for value in of if own in of else ():
            other = panel.entities.get(value.name) if isinstance(value, Ref) and value != own else None
            difference = other.kind.curve(other, panel) if other is not None and other.kind.curve else None
            found = quadratic_of(difference, {}) if difference is not None else None
            if found is not None:
                yield found


def _gap(rule: Rule, spot: XY) -> float:
    """Return what vanishes where a place is on a curve."""
    x, y = spot
    if rule.form == "implicit":
        return rule.first.value({"x": x, "y": y})
    given, other = (x, y) if rule.form == "y" else (y, x)
    return other - rule.first.value({rule.variable: given})


def _clearance(rule: Rule, q: Quadratic) -> float:
    """Return what vanishes where a line touches a conic: its value on the dual conic, the adjugate of the matrix.

    Source: Salmon, A Treatise on Conic Sections, article 151.
    """
    from .equations import linear

    line = linear(rule)
    return math.inf if line is None else clearance(line, q)


def clearance(line: tuple[float, float, float], q: Quadratic) -> float:
    """Return what vanishes where the line `a x + b y = c` touches a conic, about 1 where it is far from that."""
    u, v, w = line[0], line[1], -line[2]
    a, h, b, g, f, c = q.a, q.b / 2, q.c, q.d / 2, q.e / 2, q.f
    dual = (b * c - f * f) * u * u + (a * c - g * g) * v * v + (a * b - h * h) * w * w
    dual += 2 * ((f * g - h * c) * u * v + (h * f - b * g) * u * w + (h * g - a * f) * v * w)
    size = max(abs(part) for part in (a, h, b, g, f, c)) ** 2 * (u * u + v * v + w * w)
    return dual / size
