"""What sort of quantity a value certainly is: `tan(angle(A, B, C))` is a number, `2 * AB` a length."""

from __future__ import annotations

from collections.abc import Mapping

from ..expression.tree import Application, Expression, Letter, Negation, Number, Operation
from ..values import Chain, Formula, Invoked, Measure, PartRef, Value

NUMBER = "number"
FUNCTIONS_OF_ANGLES = ("sin", "cos", "tan", "sec", "csc", "cot")
POWERS = {"length": {2.0: "area", 3.0: "volume"}}


def dimension_of(value: Value) -> str:
    """Return the dimension that a value certainly has, or nothing for what may be any."""
    match value:
        case Invoked(relation):
            return relation.verb.dimension
        case Formula(expression, bindings):
            return _of(expression, dict(bindings))
        case Measure(unit=unit) if unit is not None:
            return unit.dimension.name
        case PartRef(_, part):
            return "area" if part == "area" else "length"
        case Chain():
            return "length"
    return ""


def _of(expression: Expression, bindings: Mapping[str, Value]) -> str:
    match expression:
        case Letter(name):
            return dimension_of(bindings[name]) if name in bindings else ""
        case Number(unit=unit) if unit:
            return "angle"
        case Negation(operand):
            return _of(operand, bindings)
        case Application(function) if function in FUNCTIONS_OF_ANGLES:
            return NUMBER
        case Application("sqrt", (inner,)):
            return "length" if _of(inner, bindings) == "area" else ""
        case Application("abs", (inner,)):
            return _of(inner, bindings)
        case Operation(op, left, right):
            return _of_operation(op, _of(left, bindings), _of(right, bindings), right)
    return ""


def _of_operation(op: str, left: str, right: str, operand: Expression) -> str:
    if op in ("+", "-"):
        return left or right
    if op == "^":
        return POWERS.get(left, {}).get(operand.value(), "")
    if left and left == right:
        return NUMBER if op == "/" else POWERS.get(left, {}).get(2.0, "")
    if NUMBER in (left, right) or not left or not right:
        other = left if left not in ("", NUMBER) else right if op == "*" else left
        return other or (NUMBER if op == "/" and right == NUMBER else "")
    return ""
