"""Expressions and arguments as text, with the parentheses that their precedence demands.

The strings hold `SOFT` wherever a long line may be broken.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from ...dsl.spec import (
    Arg,
    Binary,
    Call,
    Compare,
    Declarator,
    Equation,
    Expr,
    Index,
    Link,
    List,
    Name,
    Number,
    Part,
    Quantity,
    Range,
    Sign,
    Text,
    Tuple,
    Unary,
    Unknown,
)
from ..parse.quoting import quoted

SOFT: Final = "\x00"
"""A space that may become a line end."""

Canonical: TypeAlias = Callable[[str, str], str]
"""Gives the canonical word for a role (`kind`, `verb`, `arg`) and a word."""

_VALUE, _COMPARE, _LINK, _UNION, _OVERLAP, _RANGE, _SUM, _PRODUCT, _UNARY, _POWER, _POSTFIX = range(11)
_LEVEL: Final = {
    "|": _UNION, "&": _OVERLAP, "+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "^": _POWER,
}  # fmt: skip
_IDENTIFIER: Final = re.compile(r"[^\W\d⁰¹²³⁴-⁹][^\W⁰¹²³⁴-⁹]*['′]*|∞|[0-9]+")
_TWIN: Final = re.compile(r"(?:[A-Z][0-9₀-₉]*['′]*)+[-−–](?:[A-Z][0-9₀-₉]*['′]*)+")


OUTER: Final = "\x01"
"""A space where a long line is broken first: between declared things."""


@dataclass(frozen=True)
class Expressions:
    """Writes expressions, with words made canonical."""

    canonical: Canonical

    def value(self, node: Expr) -> str:
        """Write a value as an argument or an item may hold it."""
        return self._at(node, _VALUE)

    def statement(self, node: Expr) -> str:
        """Write an expression that stands as a statement: links spaced, `A -- B`."""
        return (
            self._chain(node.ops, node.ends, _UNION) if isinstance(node, Link) else self._at(node, _COMPARE)
        )

    def arguments(self, args: Iterable[Arg]) -> str:
        """Write arguments without their parentheses."""
        return f",{SOFT}".join(map(self._argument, args))

    def declarator(self, node: Declarator) -> str:
        """Write `name[count](args) = value`."""
        plain = _IDENTIFIER.fullmatch(node.name) or _TWIN.fullmatch(node.name)
        text = node.name if plain else quoted(node.name)
        if isinstance(node.count, Tuple) and len(node.count.items) > 1:
            text += f"[{self._items(node.count.items, _COMPARE)}]"
        elif node.count is not None:
            text += f"[{self._at(node.count, _COMPARE)}]"
        if node.args is not None:
            text += f"({self.arguments(node.args)})"
        return text if node.value is None else f"{text} = {self.value(node.value)}"

    def _argument(self, arg: Arg) -> str:
        if arg.name is not None:
            return f"{self.canonical('arg', arg.name)} = {self.value(arg.value)}"
        if isinstance(arg.value, Equation) and isinstance(arg.value.left, Name):
            return f"({self.value(arg.value)})"
        return self.value(arg.value)

    def _items(self, items: Iterable[Expr], level: int = _VALUE) -> str:
        return f",{SOFT}".join(self._at(item, level) for item in items)

    def _at(self, node: Expr, least: int) -> str:
        """Write a node where the grammar takes only what binds at least so strongly."""
        text, level = self._written(node)
        return text if level >= least else f"({text})"

    def _written(self, node: Expr) -> tuple[str, int]:
        if isinstance(node, Binary):
            return self._binary(node), _LEVEL[node.op]
        if isinstance(node, Unary):
            return f"{node.op}{self._at(node.operand, _POWER)}", _UNARY
        if isinstance(node, Compare):
            return self._chain(node.ops, node.terms, _LINK), _COMPARE
        if isinstance(node, Link):
            return self._link(node), _LINK
        if isinstance(node, Range):
            return self._range(node), _RANGE
        if isinstance(node, Equation):
            return f"{self._at(node.left, _COMPARE)} = {self.value(node.right)}", _VALUE
        if isinstance(node, Sign):
            return node.sign, _VALUE
        return self._primary(node), _UNARY if isinstance(node, Quantity) else _POSTFIX

    def _primary(
        self, node: Name | Number | Quantity | Text | Unknown | Tuple | List | Part | Index | Call
    ) -> str:
        match node:
            case Name():
                return node.id
            case Number() | Quantity():
                return node.text
            case Text():
                return quoted(node.value)
            case Unknown():
                return "?"
            case Tuple():
                comma = "," if len(node.items) == 1 else ""
                return f"({self._items(node.items)}{comma})"
            case List():
                return f"[{self._items(node.items)}]"
            case Part():
                return f"{self._at(node.base, _POSTFIX)}.{node.name}"
            case Index():
                return f"{self._at(node.base, _POSTFIX)}[{self._items(node.items, _COMPARE)}]"
            case Call():
                return f"{self._callee(node.callee)}({self.arguments(node.args)})"

    def _callee(self, node: Expr) -> str:
        return self.canonical("verb", node.id) if isinstance(node, Name) else self._at(node, _POSTFIX)

    def _binary(self, node: Binary) -> str:
        if node.op == "^":
            gap = " " if _is_ten(node.left) else ""
            return f"{self._at(node.left, _POSTFIX)}{gap}^{gap}{self._at(node.right, _UNARY)}"
        level = _LEVEL[node.op]
        left, right = self._at(node.left, level), self._at(node.right, level + 1)
        if node.op in "*/":
            if isinstance(node.right, Number) and "^" in node.right.text:
                right = f"({right})"
            gap = "" if _is_small(node.left) and _is_small(node.right) else " "
            return f"{left}{gap}{node.op}{gap}{right}"
        return f"{left} {node.op}{SOFT}{right}"

    def _chain(self, ops: Iterable[str], terms: tuple[Expr, ...], level: int) -> str:
        first, *rest = (self._at(term, level) for term in terms)
        return first + "".join(f" {op}{SOFT}{term}" for op, term in zip(ops, rest, strict=True))

    def _link(self, node: Link) -> str:
        if set(node.ops) == {"--"} and all(map(_is_point, node.ends)):
            return "--".join(self._at(end, _UNION) for end in node.ends)
        return self._chain(node.ops, node.ends, _UNION)

    def _range(self, node: Range) -> str:
        low, high = self._at(node.low, _SUM), self._at(node.high, _SUM)
        gap = " " if high.startswith(".") else ""
        return f"{low}{gap}..{gap}{high}"


def _is_ten(node: Expr) -> bool:
    """Whether `^` right behind the node would make it a power of ten, which is one number."""
    return isinstance(node, Number) and node.text.endswith("10")


def _is_point(node: Expr) -> bool:
    """Whether a node may be joined without spaces, as in `A--B`."""
    return isinstance(node, Name | Number) or (isinstance(node, Part) and _is_point(node.base))


def _is_small(node: Expr) -> bool:
    """Whether a factor stands without spaces, as in `2*pi/3`; never behind a unit, which would swallow it.

    Sums are small because parentheses stand around them.
    """
    if isinstance(node, Binary):
        return node.op in "+-" or (node.op in "*/^" and _is_small(node.left) and _is_small(node.right))
    return isinstance(node, Name | Number) or (isinstance(node, Unary) and _is_small(node.operand))
