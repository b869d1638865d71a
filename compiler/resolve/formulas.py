"""Arithmetic in a spec: numbers and letters become an expression, measures in it stay references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...dsl.spec import Call, Expr, Index, Name, Part, Quantity
from ...dsl.units import parse_unit
from ..expression import Equation, Expression, Letter, Number, function_named, read_expr, read_formula
from ..values import Formula, Measure, Value

if TYPE_CHECKING:
    from .read import Reader

PROSE = re.compile(r"[A-Za-z]{4,}")
"""Four letters in a row are a word, not a product of variables."""


@dataclass(frozen=True)
class Symbolic:
    """A text that is a letter or arithmetic over letters: `d`, `2a`, `R_1 = 4R`."""

    symbol: str
    value: Formula | None


def formula(expr: Expr, reader: Reader) -> Formula | None:
    """Return the arithmetic of an expression; measures and attributes in it become bindings."""
    bindings: dict[str, Value] = {}

    def placeholder(part: Expr) -> str | None:
        value = _reference(part, reader)
        if value is None:
            return None
        name = f"#{len(bindings)}"
        bindings[name] = value
        return name

    expression = read_expr(expr, placeholder=placeholder)
    return Formula(expression, tuple(bindings.items())) if expression is not None else None


def _reference(expr: Expr, reader: Reader) -> Value | None:
    """Return what an operand refers to, if it is no number, letter or arithmetic."""
    scope = reader.scope
    match expr:
        case Quantity():
            unit = parse_unit(expr.unit)
            return Measure(expr.text, number(expr.number), unit) if unit else None
        case Name(id=name):
            known = scope.has(name) or scope.is_known_chain(name)
            return reader.thing(expr, "") if known else None
        case Part() | Index():
            return reader.thing(expr, "")
        case Call(callee=Name(id=word)) if function_named(word) is None:
            verb = scope.vocabulary.verb(word)
            if verb is not None and verb.measure is not None:
                return reader.invoke(verb, expr)
            return reader.thing(expr, "")
        case _:
            return None


def plain_expression(expr: Expr) -> Expression | None:
    """Return an expression in free variables, without any reference."""
    return read_expr(expr)


def number(value: float) -> Formula:
    """Return a number as a formula."""
    return Formula(Number(f"{value:.15g}", value))


def symbolic(text: str) -> Symbolic | None:
    """Read a text that spells a letter or arithmetic over letters, or nothing if it is prose.

    >>> symbolic("d").symbol, symbolic("R_1 = 4R").symbol, symbolic("ball")
    ('d', 'R_1', None)
    """
    if len(text) > 60 or PROSE.search(re.sub(r"\\[a-zA-Z]+|sqrt|sin|cos|tan|_\{?\w+\}?", "", text)):
        return None
    found = read_formula(text)
    if found is None:
        return None
    if isinstance(found, Letter):
        return Symbolic(found.name, None)
    if isinstance(found, Equation):
        left = found.left
        if not isinstance(left, Letter) or isinstance(found.right, Equation):
            return None
        return Symbolic(left.name, Formula(found.right))
    return Symbolic("", Formula(found))
