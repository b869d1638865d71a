"""Stated measures as slots: constants to scale, letters as shared unknowns, arithmetic as kernels.

Inside a panel a letter has one value: two dimensions labelled `d` are equal, and `4 - x` is checked
against the `x` drawn elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...dsl.diagnostics import shortened
from ..expression.label import to_label
from ..expression.tree import (
    Application,
    Constant,
    Expression,
    Letter,
    Negation,
    Number,
    Operation,
    canonical_letter,
)
from ..shapes import Line, Polyline
from ..system import Sort
from ..values import Formula, Invoked, Measure, PartRef, Ref, Standing, Value
from .attributes import attribute
from .codes import NEGATIVE_LENGTH, UNSOLVABLE_VALUE
from .frame import SCHEMATIC_RATIO

if TYPE_CHECKING:
    from .poser import Poser

FREE_LENGTH = 30.0
"""Where the search for an unknown length starts, in sketch millimetres."""
FREE_ANGLE = math.radians(52.0)
ROUGHLY = 12.0
"""Degrees by which an angle may be off in a picture not to scale; smaller ones are drawn at least this large."""
POWER = {"number": 0, "length": 1, "area": 2, "volume": 3}


@dataclass(frozen=True)
class Term:
    """A slot under arithmetic: its power of length, and whether it is a bare number or an angle."""

    slot: int
    power: int = 0
    literal: float | None = None
    """The number, if nothing but digits stands behind it: it takes the dimension of its neighbours."""
    angular: bool = False


class Arithmetic:
    """Turns values into slots of one poser."""

    def __init__(self, poser: Poser) -> None:
        self.poser = poser
        self.letters: dict[str, Term] = {}
        self.lengths: dict[float, int] = {}
        self.angles: dict[float, int] = {}
        self.exact = False
        """Whether angles hold as stated even where the picture is not to scale: what is compared was meant so."""

    def slot_of(self, value: Value, dimension: str, *, signed: bool = False) -> int:
        """Return the slot of a measure in sketch millimetres (to its power) or radians.

        A stated length that is negative or zero is reported, unless it is `signed` as coordinates are.
        """
        slot = self.fitted(self.term(value, dimension), dimension)
        self.poser.written(slot, _words(value))
        number = self.poser.fixed(slot)
        if dimension == "length" and not signed and number is not None and number <= 0:
            self.report_negative(number)
            return self.unknown(dimension).slot
        return slot

    def term(self, value: Value, dimension: str) -> Term:
        """Return a value as a term; `dimension` is what a letter without value is taken to be."""
        match value:
            case Measure():
                return self.measure(value, dimension)
            case Formula(expression, bindings):
                return self.expression(expression, dict(bindings), dimension)
            case Invoked(relation) if relation.verb.measure is not None:
                slot = relation.verb.measure(relation, self.poser)
                return self.measured(slot, relation.verb.dimension)
            case PartRef(base, part):
                found = attribute(self.poser.shape(base), part, self.poser)
                if found is not None:
                    return self.measured(found.slot, found.dimension)
            case Ref(name) if self.poser.panel.entities[name].value("value") is not None:
                held = self.poser.panel.entities[name].value("value")
                return self.term(held, dimension) if held is not None else self.unknown(dimension)
        return self.of_shape(value, dimension)

    def of_shape(self, value: Value, dimension: str) -> Term:
        """Return the length that a line or path stands for in an equation."""
        shape = self.poser.shape(value)
        if isinstance(shape, Line | Polyline):
            found = attribute(shape, "length", self.poser)
            if found is not None:
                return self.measured(found.slot, found.dimension)
        return self.unknown(dimension)

    def measured(self, slot: int, dimension: str) -> Term:
        return Term(slot, POWER.get(dimension, 0), angular=dimension == "angle")

    def unknown(self, dimension: str, name: str = "?") -> Term:
        angular = dimension == "angle"
        start = FREE_ANGLE if angular else FREE_LENGTH if dimension in ("length", "area") else 1.0
        return Term(self.poser.free(name, start), POWER.get(dimension, 0), angular=angular)

    # Stated values

    def state(self, slot: int, value: Value, dimension: str) -> None:
        """Demand that a measured slot has a stated value; a letter of which nothing is known names the slot."""
        if isinstance(value, Measure) and value.formula is None and value.symbol:
            key = canonical_letter(value.symbol)
            if key not in self.letters:
                self.letters[key] = self.measured(slot, dimension)
                return
        self.poser.equate(slot, self.slot_of(value, dimension))

    def measure(self, value: Measure, dimension: str) -> Term:
        if value.standing in (Standing.CLAIMED, Standing.DERIVED) or value.formula is None:
            term = self.letter(value.symbol, dimension) if value.symbol else self.unknown(dimension)
            if value.standing is Standing.DERIVED:
                self.poser.left_to_compute(value, term.slot)
            return term
        term = self.with_unit(value, dimension)
        if value.symbol:
            known = self.letters.setdefault(canonical_letter(value.symbol), term)
            if known is not term:
                self.poser.equate(known.slot, self.fitted(term, dimension))
        return term

    def with_unit(self, value: Measure, dimension: str) -> Term:
        assert value.formula is not None
        expression = value.formula.expression
        if value.unit is None:
            return self.expression(expression, dict(value.formula.bindings), dimension)
        number = value.unit.to_si(expression.value())
        name = value.unit.dimension.name
        if name == "angle":
            rough = self.poser.frame.loose and not self.exact
            return Term(self.rough_angle(number) if rough else self.poser.constant(number), angular=True)
        if name in POWER:
            return self.constant(number, POWER[name])
        return Term(self.poser.constant(number))

    def constant(self, number: float, power: int) -> Term:
        """Return a stated length, area or number (base unit) as a slot; lengths may be schematic."""
        frame = self.poser.frame
        if not math.isfinite(number * frame.per_unit**power):
            self.report_no_number()
            return self.unknown("length")
        if power == 1 and frame.schematic and number > 0:
            return Term(self.schematic(number), 1)
        return Term(self.poser.constant(number * frame.per_unit**power), power)

    def rough_angle(self, number: float) -> int:
        """Return the slot of an angle (radians) in a picture not to scale: about as stated, and never too small to see.

        Right and straight angles stay what they are, acute ones acute and obtuse ones obtuse.
        """
        if number in self.angles:
            return self.angles[number]
        degrees = math.degrees(number)
        if not 0 < degrees < 180 or abs(degrees - 90) < 1e-6:
            return self.poser.constant(number)
        low, high = max(degrees - ROUGHLY, ROUGHLY), max(degrees, ROUGHLY) + ROUGHLY
        low, high = (
            (low, min(high, 90 - ROUGHLY / 2))
            if degrees < 90
            else (max(low, 90 + ROUGHLY / 2), min(high, 180 - ROUGHLY / 2))
        )
        if low >= high:
            return self.poser.constant(number)
        slot = self.poser.free(f"{degrees:g}°", math.radians(min(max(degrees, low), high)), hinted=True)
        self.poser.require("greater", slot, self.poser.constant(math.radians(low)), sort=Sort.BOUND)
        self.poser.require("greater", self.poser.constant(math.radians(high)), slot, sort=Sort.BOUND)
        self.angles[number] = slot
        return slot

    def schematic(self, number: float) -> int:
        """Return the slot of a length that is only drawn in order: longer than the next shorter one."""
        lengths = self.poser.frame.lengths
        if not self.lengths:
            self.order(lengths)
        nearest = min(lengths, key=lambda length: abs(length - number))
        return (
            self.lengths[nearest]
            if math.isclose(nearest, number, rel_tol=1e-9)
            else self.poser.free("length", 20.0)
        )

    def order(self, lengths: tuple[float, ...]) -> None:
        """Give each stated length a slot, every one plainly longer than the one before."""
        poser = self.poser
        span = math.log(lengths[-1] / lengths[0])
        to_scale = span <= math.log(SCHEMATIC_RATIO)
        for k, length in enumerate(lengths):
            proportional = length * poser.frame.per_unit
            share = math.log(length / lengths[0]) / (span or 1.0)
            start = (
                proportional if to_scale else 8.0 + 52.0 * (0.5 * share + 0.5 * k / max(1, len(lengths) - 1))
            )
            slot = self.lengths[length] = poser.free(f"{length:g}", start, hinted=True)
            if to_scale:
                poser.wish("greater", slot, poser.constant(0.7 * proportional))
                poser.wish("greater", poser.constant(1.4 * proportional), slot)
        for short, long in zip(lengths, lengths[1:]):
            # A quarter longer at most, so that the eye sees the order.
            factor = min(1.25, math.sqrt(long / short))
            margin = poser.defined("scaled", self.lengths[short], poser.constant(factor))
            poser.require("greater", self.lengths[long], margin, sort=Sort.BOUND)
        poser.require("greater", self.lengths[lengths[0]], poser.constant(4.0), sort=Sort.BOUND)

    def letter(self, name: str, dimension: str) -> Term:
        """Return the unknown that a letter stands for in this panel."""
        letter = canonical_letter(name)
        if letter not in self.letters:
            self.letters[letter] = self.unknown(dimension, letter)
        return self.letters[letter]

    # Arithmetic

    def expression(self, expression: Expression, bindings: dict[str, Value], dimension: str) -> Term:
        match expression:
            case Number(_, number, unit):
                if unit:
                    return Term(self.poser.constant(number), angular=True)
                return Term(self.poser.constant(number), literal=number)
            case Constant():
                number = expression.value()
                if dimension == "angle" and expression.name == "pi":
                    # A multiple of π is an angle in radians wherever an angle is wanted.
                    return Term(self.poser.constant(number), angular=True)
                return Term(self.poser.constant(number), literal=number)
            case Letter(name):
                return (
                    self.term(bindings[name], dimension) if name in bindings else self.letter(name, dimension)
                )
            case Negation(operand):
                inner = self.expression(operand, bindings, dimension)
                return self.scaled(inner, -1.0)
            case Operation("*", left, Number(unit=unit)) if unit:
                # A bare letter beside bare numbers is in degrees already: `(5x - 12)°` is `5x - 12`.
                inner = self.expression(left, bindings, "angle")
                return Term(self.fitted(inner, "angle"), angular=True)
            case Operation("+" | "-", left, right):
                return self.sum(
                    expression,
                    self.expression(left, bindings, dimension),
                    self.expression(right, bindings, dimension),
                    dimension,
                )
            case Operation(op, left, right):
                return self.product(
                    op,
                    self.expression(left, bindings, dimension),
                    self.expression(right, bindings, "number" if op == "^" else dimension),
                )
            case Application(function, args) if len(args) == 1:
                inner_dimension = (
                    "angle"
                    if function in ("sin", "cos", "tan")
                    else "area"
                    if function == "sqrt" and dimension == "length"
                    else dimension
                )
                return self.function(function, self.expression(args[0], bindings, inner_dimension))
        return self.plain(expression, dimension)

    def of_letters(self, expression: Expression, letters: Mapping[str, int]) -> int:
        """Return the slot of an expression whose letters stand for given slots: plain numbers, no lengths."""
        before = self.letters
        self.letters = {name: Term(slot) for name, slot in letters.items()}
        slot = self.expression(expression, {}, "number").slot
        self.letters = before
        return slot

    def plain(self, expression: Expression, dimension: str) -> Term:
        number = expression.value()
        if number != number:
            self.report_no_number()
            return self.unknown(dimension)
        return Term(self.poser.constant(number), literal=number)

    def scaled(self, term: Term, factor: float) -> Term:
        if term.literal is not None:
            return Term(self.poser.constant(factor * term.literal), literal=factor * term.literal)
        fixed = self.poser.fixed(term.slot)
        if fixed is not None:
            return Term(self.poser.constant(factor * fixed), term.power, angular=term.angular)
        slot = self.poser.defined("scaled", term.slot, self.poser.constant(factor))
        return Term(slot, term.power, angular=term.angular)

    def sum(self, expression: Operation, left: Term, right: Term, dimension: str) -> Term:
        if left.literal is not None and right.literal is not None:
            number = left.literal + right.literal if expression.op == "+" else left.literal - right.literal
            return Term(self.poser.constant(number), literal=number)
        # A number beside a length is a length, beside an angle an angle.
        kind = (
            "angle"
            if left.angular or right.angular
            else {1: "length", 2: "area"}.get(max(left.power, right.power), "number")
        )
        a, b = self.fitted(left, kind), self.fitted(right, kind)
        slot = self.poser.defined("sum2" if expression.op == "+" else "difference", a, b)
        return Term(slot, max(left.power, right.power), angular=kind == "angle")

    def product(self, op: str, left: Term, right: Term) -> Term:
        if left.literal is not None and right.literal is not None:
            number = Operation(op, Number("", left.literal), Number("", right.literal)).value()  # type: ignore[arg-type]
            if number != number:
                self.report_no_number()
                number = 1.0
            return Term(self.poser.constant(number), literal=number)
        if op == "*" and left.literal is not None:
            return self.scaled(right, left.literal)
        if op in ("*", "/") and right.literal:
            return self.scaled(left, right.literal if op == "*" else 1 / right.literal)
        if op == "^":
            power = int(left.power * (right.literal or 1))
            return Term(self.poser.defined("power", left.slot, right.slot), power)
        power = left.power + right.power if op == "*" else left.power - right.power
        angular = (left.angular or right.angular) and not (op == "/" and right.angular)
        if op == "*":
            return Term(self.poser.defined("product", left.slot, right.slot), power, angular=angular)
        result = self.poser.free("quotient", 1.0)
        self.poser.require("quotient", left.slot, right.slot, result)
        return Term(result, power, angular=angular)

    def function(self, name: str, inner: Term) -> Term:
        if inner.literal is not None:
            return self.plain(Application(name, (Number("", inner.literal),)), "number")
        angle_in = name in ("sin", "cos", "tan")
        slot = self.poser.defined(name, self.fitted(inner, "angle") if angle_in else inner.slot)
        power = inner.power // 2 if name == "sqrt" else inner.power if name == "abs" else 0
        return Term(slot, power, angular=name in ("asin", "acos", "atan"))

    def fitted(self, term: Term, dimension: str) -> int:
        """Return a term's slot in the wanted dimension; only a bare number has to be adapted."""
        if term.literal is None:
            return term.slot
        if dimension == "angle":
            return self.poser.constant(math.radians(term.literal))
        power = POWER.get(dimension, 0)
        if power == 0:
            return term.slot
        return self.constant(term.literal * self.poser.frame.bare**power, power).slot

    # Findings

    def report_no_number(self) -> None:
        text = shortened(self.poser.statement_here, 40)
        message = f"a value in `{text}` is no number to compute with" if text else "a value is no real number"
        hint = "mind roots of negative numbers, divisions by zero and what is too large"
        self.poser.diagnostics.append(UNSOLVABLE_VALUE.found(message, self.poser.here, hints=[hint]))

    def report_negative(self, number: float) -> None:
        text = shortened(self.poser.statement_here, 40)
        message = f"`{text}`: a length cannot be {'zero' if number == 0 else 'negative'}"
        hint = "write its size; a direction or a coordinate says which way it goes"
        self.poser.diagnostics.append(NEGATIVE_LENGTH.found(message, self.poser.here, hints=[hint]))


def _words(value: Value) -> str:
    """Return how the author wrote a number: `8 cm`, `5`; nothing for what is computed."""
    match value:
        case Formula(Letter(name), ((bound, held),)) if name == bound:
            return _words(held)
        case Formula(Number(text)):
            return text
        case Measure(text, Formula(_, ())) if text:
            return text.rpartition("=")[2].strip()
        case Formula(expression, ()) | Measure("", Formula(expression, ())) if not expression.letters:
            return to_label(expression)
    return ""


def is_lettered(item: Formula) -> bool:
    """Whether a number hangs on a letter or a measure, so that it may well be unknown."""
    return bool(item.bindings) or any(isinstance(part, Letter) for part in item.expression.walk())
