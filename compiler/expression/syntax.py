"""Turns arithmetic of the spec's syntax tree into an expression tree."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias

from ...dsl import spec
from ...dsl.units import parse_unit
from .tree import (
    MAX_DEPTH,
    MAX_NODES,
    Constant,
    Equation,
    Expression,
    Letter,
    Negation,
    Number,
    Op,
    Operation,
    apply,
    canonical_letter,
)

Placeholder: TypeAlias = Callable[[spec.Expr], str | None]
"""Gives a name to a part that is no arithmetic (`length(a)`, `A.x`), or None where it has no place here."""

_OPS: dict[str, Op] = {"+": "+", "-": "-", "*": "*", "/": "/", "^": "^"}


def read_expr(
    expr: spec.Expr, letters: Collection[str] = (), *, placeholder: Placeholder | None = None
) -> Expression | None:
    """Return the expression that a piece of syntax says, or None where it is no arithmetic.

    Quantities become SI numbers. `letters` are names that win over constants (an `e` that is an
    eccentricity).

    >>> at = spec.Span(start=0, end=1)
    >>> half = spec.Binary(
    ...     span=at, op="/", left=spec.Name(span=at, id="pi"), right=spec.Number(span=at, text="2", value=2)
    ... )
    >>> read_expr(half).value()
    1.5707963267948966
    """
    reader = _Reader(frozenset(letters), placeholder)
    return reader.read(expr, 0)


@dataclass
class _Reader:
    letters: frozenset[str]
    placeholder: Placeholder | None
    count: int = 0

    def read(self, expr: spec.Expr, depth: int) -> Expression | None:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            return None
        named = self.placeholder(expr) if self.placeholder else None
        if named is not None:
            return Letter(named)
        match expr:
            case spec.Number():
                return Number(expr.text, expr.value)
            case spec.Quantity():
                return _quantity(expr)
            case spec.Name():
                return self._name(expr.id)
            case spec.Unary():
                operand = self.read(expr.operand, depth + 1)
                return Negation(operand) if operand and expr.op == "-" else operand
            case spec.Binary():
                return self._binary(expr, depth)
            case spec.Call():
                return self._call(expr, depth)
            case spec.Equation():
                left, right = self.read(expr.left, depth + 1), self.read(expr.right, depth + 1)
                return Equation(left, right) if left and right else None
            case spec.Tuple(items=(inner,)):
                return self.read(inner, depth + 1)
        return None

    def _name(self, name: str) -> Expression:
        if name in ("pi", "π", "e") and name not in self.letters:
            return Constant("e" if name == "e" else "pi")
        return Letter(name if name in self.letters else canonical_letter(name))

    def _binary(self, expr: spec.Binary, depth: int) -> Expression | None:
        op = _OPS.get(expr.op)
        left, right = self.read(expr.left, depth + 1), self.read(expr.right, depth + 1)
        return Operation(op, left, right) if op and left and right else None

    def _call(self, expr: spec.Call, depth: int) -> Expression | None:
        if not isinstance(expr.callee, spec.Name) or any(arg.name for arg in expr.args):
            return None
        args = [self.read(arg.value, depth + 1) for arg in expr.args]
        known = tuple(arg for arg in args if arg is not None)
        return apply(expr.callee.id, known) if len(known) == len(args) else None


def _quantity(expr: spec.Quantity) -> Expression | None:
    unit = parse_unit(expr.unit)
    return Number(expr.text, unit.to_si(expr.number), expr.unit) if unit else None
