"""Level curves: where a function of x and y has given values, each with its value."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ....dsl.theme import WIDTH
from ...draw.clipping import clip_piece
from ...draw.pen import Pen
from ...draw.roominess import length_of, roomy_share
from ...expression import Expression, Letter, Number, Operation, read_formula, to_label
from ...expression.tree import Equation
from ...model import Entity, Panel
from ...pose.frame import Frame
from ...pose.poser import Poser
from ...shapes import XY, Curve, Nowhere, Shape
from ...targets import AlongLine
from ...values import Bound, Formula, Interval, Measure, Value, Words
from ...vocabulary import Kind, Slot, Want
from ..core.contours import contour
from ..core.equations import PLANE, Rule, numbers, stated_range
from ..core.reaches import graph_reach
from ..core.ticks import multiples, nice_step, numeral
from ..core.windows import window_box, window_of
from .codes import NO_FIELD
from .fields import PLAIN, axes_beside

if TYPE_CHECKING:
    from ..core.sampling import Array

COUNT = 9
"""About how many level curves are drawn where nobody says which."""
MOST = 24
LEAST = 12.0
"""Millimetres: a shorter curve has no room for its value."""


@dataclass(frozen=True)
class Level:
    """A value of the function, with its text."""

    value: float
    text: str


def function_of(entity: Entity) -> Expression | None:
    """Return the function in x and y: what `z` equals, or a bare expression."""
    for value in entity.values_of("of"):
        found = _function(value)
        if found is not None and set(found.letters) & PLANE:
            return found
    return None


def _function(value: Value) -> Expression | None:
    match value:
        case Formula(expression):
            return expression
        case Bound(("==",), (left, right)):
            return right if isinstance(left, Letter) else left if isinstance(right, Letter) else None
        case Words(text):
            found = read_formula(text.rpartition("=")[2].strip().strip("$"))
            return None if isinstance(found, Equation) else found
    return None


def levels_of(entity: Entity, function: Expression, frame: Frame) -> list[Level]:
    """Return the levels that are stated, else some nice ones."""
    stated = list(_stated(entity))
    return stated[:MOST] or [Level(value, numeral(value)) for value in _nice(function, frame)]


def _stated(entity: Entity) -> Iterator[Level]:
    for value in entity.values_of("levels"):
        match value:
            case Interval():
                low, high = numbers(value)
                step = nice_step((high - low) / MOST) if high - low > MOST else 1.0
                yield from (Level(level, numeral(level)) for level in multiples(step, low, high))
            case Formula(expression, ()) | Measure(formula=Formula(expression, ())):
                level = expression.value()
                if math.isfinite(level):
                    exact = any(not isinstance(part, Number) for part in expression.walk())
                    yield Level(level, f"${to_label(expression)}$" if exact else numeral(level))


def _nice(function: Expression, frame: Frame) -> Iterator[float]:
    """Yield about `COUNT` round values between the lowest and the highest of the middle of the window."""
    import numpy as np

    left, bottom, right, top = window_of(frame)
    x, y = np.meshgrid(np.linspace(left, right, 41), np.linspace(bottom, top, 41))
    values = _on(function, x, y)
    known = values[np.isfinite(values)]
    if not known.size:
        return
    low, high = (float(part) for part in np.quantile(known, (0.03, 0.9)))
    if high > low:
        yield from multiples(nice_step((high - low) / COUNT), low, high)


def _on(function: Expression, x: Array, y: Array) -> Array:
    return function.values({**dict.fromkeys(function.letters, 1.0), "x": x, "y": y})


def pose_levels(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose level curves. Emits ANA002 for what is no function of x and y."""
    function = function_of(entity)
    if function is None:
        message = f"`{entity.name}` has no function of x and y"
        hints = [f"for example `{entity.kind.example}`"]
        poser.diagnostics.append(NO_FIELD.found(message, entity.span, hints=hints))
        return Nowhere()
    levels = levels_of(entity, function, poser.frame)
    return Curve(tuple(piece for level in levels for piece in pieces_of(function, level.value, poser.frame)))


@lru_cache(maxsize=128)
def pieces_of(function: Expression, value: float, frame: Frame) -> tuple[tuple[XY, ...], ...]:
    """Return the curve on which a function has a value, inside the window."""
    others = tuple(name for name in function.letters if name not in PLANE)
    difference = Operation("-", function, Number(f"{value:g}", value))
    pieces = contour(difference, others, frame, window_of(frame))
    return tuple(part for piece in pieces for part in clip_piece(piece, window_box(frame)))


def reach_levels(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return what the outermost of the stated levels reaches, else a plain square around the origin."""
    function, stated = function_of(entity), list(_stated(entity))
    if function is None or not stated:
        return ((PLAIN[0], PLAIN[0]), (PLAIN[1], PLAIN[1]))
    spots: list[XY] = []
    for level in (min(stated, key=lambda s: s.value), max(stated, key=lambda s: s.value)):
        rule = Rule("implicit", Operation("-", function, Number(f"{level.value:g}", level.value)))
        spots += graph_reach(rule, panel, stated_range(panel, "x"), stated_range(panel, "y"))
    return tuple(spots)


def draw_levels(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw level curves, each with its value in a gap of its longest piece."""
    function = function_of(entity)
    if not isinstance(shape, Curve) or function is None:
        return
    frame = pen.solution.poser.frame
    for level in levels_of(entity, function, frame):
        pieces = pieces_of(function, level.value, frame)
        longest = max(pieces, key=length_of, default=())
        for piece in pieces:
            id = pen.line(piece, role="curve", stroke=pen.stroke(width=WIDTH.mark))
            if piece is longest and length_of(piece) > LEAST and not entity.style.bare:
                target = AlongLine(piece, at=roomy_share(piece, pen), in_gap=True, ink=id)
                pen.label(level.text, target, owner=id, may_lead=False)
    outer = max(shape.pieces, key=length_of, default=())
    for text in pen.texts(entity) if outer else ():
        pen.label(text, AlongLine(outer, at=roomy_share(outer, pen)), owner=entity.name)


LEVELS = Kind(
    name="level_curves",
    doc="Level curves of a function of x and y, each with its value: `z = x^2 + y^2`, at stated `levels` or at round ones.",
    slots=(
        Slot("of", (Want.BOUND, Want.EXPRESSION, Want.TEXT), "the function: `z = x*y`, or its right side", ("function", "expr", "f"), many=True),
        Slot("levels", (Want.NUMBER, Want.RANGE), "the values: `[1, 2, 4]`, `1..4`", ("level", "c", "k", "at", "values", "heights"), many=True, positional=False),
    ),
    aliases=("contours", "contour_lines", "contour_plot", "contour_map", "level_sets", "contour", "isolines", "equipotentials_of"), traits=("curve",),
    variables=("x", "y", "z", "w", "T", "V"), pose=pose_levels, draw=draw_levels, reach=reach_levels, companion=axes_beside, z=8,
    example="level_curves L(z = x^2 - y^2, levels = [-4, -1, 0, 1, 4])",
)  # fmt: skip
KINDS = (LEVELS,)
