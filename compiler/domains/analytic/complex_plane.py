"""The complex plane: axes of real and imaginary parts, and numbers in it as points or arrows."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ....dsl.theme import WIDTH
from ...draw.angles import RADIUS
from ...draw.paths import arc
from ...draw.pen import Pen
from ...expression import (
    Application,
    Constant,
    Equation,
    Expression,
    Letter,
    Negation,
    Number,
    Operation,
    read_formula,
)
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import XY, Point, Shape, heading, xy
from ...targets import AlongLine, ByPoint, InArc
from ...values import Bound, Formula, Given, Words
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.axes import AXES, draw_axes
from ..core.points import point_texts
from .codes import NO_FIELD

NAMES = (("xlabel", "Re"), ("ylabel", "Im"))
DEEP = 12
"""How deep numbers may be defined by others."""
FUNCTIONS = {"sqrt": cmath.sqrt, "exp": cmath.exp, "sin": cmath.sin, "cos": cmath.cos, "ln": cmath.log}


def draw_complex_plane(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the axes, named Re and Im unless said otherwise, with multiples of i on the upright one."""
    values = dict(entity.values)
    if not entity.values_of("names"):
        for slot, name in NAMES:
            values.setdefault(slot, Given(Words(name), entity.span))
    draw_axes(replace(entity, values=values, flags=(*entity.flags, "imaginary")), shape, pen)


# Numbers


def number_in(entity: Entity, panel: Panel, depth: int = 0) -> complex | None:
    """Return the complex number of a thing; others of the panel may stand in it by their names."""
    for value in entity.values_of("value"):
        expression = _expression(value)
        if expression is not None and depth < DEEP:
            found = value_of(expression, _Others(entity, panel, depth))
            return found if found is not None and cmath.isfinite(found) else None
    return None


def _expression(value: object) -> Expression | None:
    match value:
        case Formula(expression):
            return expression
        case Bound(("==",), (_, right)):
            return right
        case Words(text):
            found = read_formula(text)
            return found.right if isinstance(found, Equation) else found
    return None


class _Others(Mapping[str, complex]):
    """The other numbers of a panel by name, each computed when it is wanted; i is the imaginary unit."""

    def __init__(self, entity: Entity, panel: Panel, depth: int) -> None:
        self.entity = entity
        self.panel = panel
        self.depth = depth

    def __getitem__(self, name: str) -> complex:
        other = self.panel.entities.get(name)
        if other is not None and other.kind is COMPLEX and other is not self.entity:
            found = number_in(other, self.panel, self.depth + 1)
            if found is not None:
                return found
        if name in ("i", "j"):
            return 1j
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.panel.entities)

    def __len__(self) -> int:
        return len(self.panel.entities)


def value_of(expression: Expression, letters: Mapping[str, complex]) -> complex | None:
    """Return the complex value of an expression, or nothing where it has none.

    >>> value_of(read_formula("(1 + i)^2"), {"i": 1j})
    2j
    """
    match expression:
        case Number() | Constant():
            return complex(expression.value())
        case Letter(name):
            return letters.get(name)
        case Negation(operand):
            inner = value_of(operand, letters)
            return None if inner is None else -inner
        case Operation(op, left, right):
            one, other = value_of(left, letters), value_of(right, letters)
            return None if one is None or other is None else _operation(op, one, other)
        case Application(function, (argument,)):
            inner = value_of(argument, letters)
            if inner is None:
                return None
            known = FUNCTIONS.get(function)
            return (
                known(inner)
                if known and (inner or function != "ln")
                else abs(inner)
                if function == "abs"
                else None
            )
    return None


def _operation(op: str, one: complex, other: complex) -> complex | None:
    try:
        match op:
            case "+":
                return one + other
            case "-":
                return one - other
            case "*":
                return one * other
            case "/":
                return one / other
        whole = other.imag == 0 and other.real == int(other.real) and abs(other.real) < 1e3
        return one ** int(other.real) if whole else one**other
    except (ZeroDivisionError, OverflowError, ValueError):
        return None


def pose_number(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a complex number as a point. Emits ANA002 for what is none."""
    found = number_in(entity, poser.panel)
    if found is None:
        message = f"`{entity.name}` has no value: it is no expression in i and other numbers"
        poser.diagnostics.append(
            NO_FIELD.found(message, entity.span, hints=[f"for example `{COMPLEX.example}`"])
        )
        return poser.point_at(entity.name)
    if entity.has("conjugate"):
        found = found.conjugate()
    point = poser.fixed_point(*poser.frame.place(found.real, found.imag))
    poser.drawn(point)
    return point


def reach_number(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return where a number is, and the origin."""
    found = number_in(entity, panel)
    return ((0.0, 0.0), (found.real, found.imag)) if found is not None else ()


def part_of_number(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the mirror image in the real axis, or the feet on the axes."""
    found = number_in(entity, poser.panel)
    if found is None:
        return None
    spots = {"conjugate": found.conjugate(), "re": complex(found.real), "im": complex(0, found.imag), "real": complex(found.real), "imag": complex(0, found.imag)}  # fmt: skip
    spot = spots.get(part)
    return None if spot is None else poser.fixed_point(*poser.frame.place(spot.real, spot.imag))


def draw_number(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a number as a point, or as an arrow from the origin; with its modulus and argument if wanted."""
    if not isinstance(shape, Point):
        return
    at, origin = xy(shape), pen.solution.poser.frame.place(0.0, 0.0)
    if entity.has("vector") or entity.has("arrow"):
        pen.arrow([origin, at])
    else:
        pen.dot(at, size=1.4)
    if entity.has("components"):
        with pen.thin():
            for foot in ((at[0], origin[1]), (origin[0], at[1])):
                pen.line([at, foot], role="drop", stroke=pen.stroke(width=WIDTH.thin, dash="dashed"))
    _draw_modulus(entity, origin, at, pen)
    for text in point_texts(entity, pen):
        pen.label(text, ByPoint(at, gap=1.0), owner=entity.name)


def _draw_modulus(entity: Entity, origin: XY, at: XY, pen: Pen) -> None:
    """Draw the segment from the origin with its length's name, and the arc of the argument with its name."""
    name = entity.name
    if entity.has("modulus"):
        id = ""
        if not (entity.has("vector") or entity.has("arrow")):
            id = pen.line([origin, at], role="radius", stroke=pen.stroke(width=WIDTH.mark))
        pen.label(f"$|{name}|$", AlongLine((origin, at)), owner=id or entity.name)
    if entity.has("argument"):
        turn = heading(origin, at) % 360
        radius = min(RADIUS, 0.4 * math.dist(origin, at))
        with pen.thin():
            id = pen.path(arc(origin, radius, 0.0, turn), role="angle", stroke=pen.stroke(width=WIDTH.mark))
        pen.label(rf"$\arg {name}$", InArc(origin, radius, 0.0, turn), owner=id, role="angle-text")


COMPLEX_PLANE = replace(
    AXES,
    name="complex_plane",
    doc="The complex plane: axes named Re and Im, with multiples of i on the upright one. Ranges may be given as for `axes`.",
    slots=(replace(AXES.slots[7], positional=True), *(slot for slot in AXES.slots if slot.name != "range")),
    aliases=("argand", "argand_plane", "argand_diagram", "gauss_plane", "gaussian_plane"),
    draw=draw_complex_plane, isometric=True, example="complex_plane c(-4..4)\ncomplex z(3 + 2i)",
)  # fmt: skip
COMPLEX = Kind(
    name="complex",
    doc="A complex number in the complex plane, `complex z(3 + 2i)`, also computed from others: `complex w(z^2)`. "
    "`vector` draws an arrow, `modulus` and `argument` write them, `components` drops lines to the axes.",
    slots=(Slot("value", (Want.EXPRESSION, Want.BOUND, Want.TEXT), "its value in i", ("at", "z")),),
    aliases=("complex_number", "complex_point"), traits=("point",),
    flags=("vector", "arrow", "modulus", "argument", "components", "conjugate"), variables=("z",),
    parts=(PartOf("conjugate", "its mirror image in the real axis"), PartOf("re", "its foot on the real axis"), PartOf("im", "its foot on the imaginary axis")),
    pose=pose_number, part=part_of_number, draw=draw_number, reach=reach_number, companion=lambda entity: "complex_plane",
    names_itself=True, z=30, example="complex z(3 + 2i, vector)",
)  # fmt: skip
KINDS = (COMPLEX_PLANE, COMPLEX)
