"""Builds the syntax tree while Lark reduces: one method for each rule of the grammar.

Every method gets all children of its rule, punctuation included, so that spans are exact.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf, isinf
from typing import Final, Generic, Literal, Protocol, TypeAlias, TypeVar

from lark import Token

from ...dsl.source import Span
from ...dsl.spec import (
    Arg,
    Binary,
    Block,
    Call,
    Compare,
    Declaration,
    Declarator,
    Equation,
    Expr,
    For,
    Index,
    Link,
    List,
    Name,
    Number,
    Part,
    Quantity,
    Range,
    Relation,
    Sign,
    Statement,
    Text,
    Tuple,
    Unary,
    Unknown,
)
from .quoting import unquoted

T = TypeVar("T")

BinaryOp: TypeAlias = Literal["+", "-", "*", "/", "^", "&", "|"]
CompareOp: TypeAlias = Literal["==", "!=", "<=", ">=", "<", ">"]
LinkOp: TypeAlias = Literal["->", "<->", "--"]

_BINARY: Final[dict[str, BinaryOp]] = {
    "PLUS": "+", "MINUS": "-", "STAR": "*", "SLASH": "/", "POWER": "^", "AMP": "&", "BAR": "|",
}  # fmt: skip
_RANKS: Final = (
    frozenset({"STAR", "SLASH"}), frozenset({"PLUS", "MINUS"}), frozenset({"DOTS"}), frozenset({"AMP"}),
    frozenset({"BAR"}),
)  # fmt: skip
_COMPARE: Final[dict[str, CompareOp]] = {
    "==": "==", "!=": "!=", "<=": "<=", ">=": ">=", "<": "<", ">": ">",
    "≤": "<=", "≥": ">=", "≠": "!=", "⩽": "<=", "⩾": ">=",
}  # fmt: skip
_LINK: Final[dict[str, LinkOp]] = {
    "->": "->", "<->": "<->", "--": "--", "→": "->", "⟶": "->",
    "↔": "<->", "⟷": "<->", "⇌": "<->", "⇄": "<->",
}  # fmt: skip
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWER_OF_TEN: Final = re.compile(r"(?:(?P<mantissa>[^ ×·⋅*^]+) ?[×·⋅*] ?)?10\^(?P<power>[-+]?[0-9]+)")


class RefusalError(Exception):
    """A statement that the grammar accepts but that cannot be meant as it reads."""

    def __init__(self, reason: str, span: Span) -> None:
        super().__init__(reason)
        self.reason = reason
        self.span = span


@dataclass(frozen=True)
class Group(Generic[T]):
    """What stands in a pair of brackets, with the place of the brackets."""

    items: tuple[T, ...]
    span: Span


@dataclass(frozen=True)
class Count:
    """How many of a thing are declared, with the place of the brackets."""

    expr: Expr
    span: Span


class _Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span: ...


Part_: TypeAlias = Token | _Placed


def _start(child: Part_) -> int:
    return (child.start_pos or 0) if isinstance(child, Token) else child.span.start


def _end(child: Part_) -> int:
    return (child.end_pos or 0) if isinstance(child, Token) else child.span.end


def _span(children: Sequence[Part_]) -> Span:
    return Span(start=_start(children[0]), end=_end(children[-1]))


def _values(children: Iterable[Token | Expr]) -> tuple[Expr, ...]:
    """Return the expressions among children."""
    return tuple(child for child in children if not isinstance(child, Token))


def _kept(children: Iterable[Token | T]) -> tuple[T, ...]:
    """Return the children that are no tokens."""
    return tuple(child for child in children if not isinstance(child, Token))


class Builder:
    """Makes a node of each reduced rule; keeps no state, so that one serves all parses.

    The annotations say what the grammar promises; the order is the grammar's.
    """

    def start(self, children: list[Token | Statement]) -> tuple[Statement, ...]:
        """Return the statements of a whole text."""
        return _kept(children)

    def body(self, children: list[Token | Statement]) -> Group[Statement]:
        """Return the statements between braces."""
        return Group(_kept(children), _span(children))

    def declaration(self, children: list[Token | Declarator]) -> Declaration:
        """Build `kind a, b`."""
        return Declaration.model_construct(
            span=_span(children), kind=str(children[0]), declarators=_declarators(children[1:])
        )

    def declared(self, children: list[Token | Declarator | Group[Statement]]) -> Declaration | Block:
        """Build `kind a { … }`, or a block where only a title stands before the brace."""
        *named, body = children[1:]
        word, title = str(children[0]), named[0]
        assert isinstance(body, Group)
        if len(named) == 1 and isinstance(title, Token):
            return Block.model_construct(
                span=_span(children), word=word, title=self.text([title]), body=body.items
            )
        declarators = _declarators(child for child in named if not isinstance(child, Group))
        return Declaration.model_construct(
            span=_span(children), kind=word, declarators=declarators, body=body.items
        )

    def declarator(self, children: list[Token | Group[Expr] | Group[Arg] | Expr]) -> Declarator:
        """Build `name[count](args) = value`."""
        count = value = None
        args: tuple[Arg, ...] | None = None
        for child in children[1:]:
            if isinstance(child, Count):
                count = child.expr
            elif isinstance(child, Group):
                args = tuple(arg for arg in child.items if isinstance(arg, Arg))
            elif not isinstance(child, Token):
                value = child
        return Declarator.model_construct(
            span=_span(children), name=str(children[0]), count=count, args=args, value=value
        )

    def count(self, children: list[Token | Expr]) -> Count:
        """Build `[3]` or `[3, 4]` behind a declared name."""
        items, span = _values(children), _span(children)
        return Count(items[0] if len(items) == 1 else Tuple.model_construct(span=span, items=items), span)

    def relation(self, children: list[Token | Expr | Arg]) -> Relation:
        """Build an expression as a statement, or a link with what follows its colon."""
        expr = children[0]
        assert not isinstance(expr, Token | Arg)
        if isinstance(expr, Link) and _ends_in_box(expr.ends[-1]):
            raise RefusalError("edge-attributes", expr.span)
        args = tuple(child for child in children[1:] if isinstance(child, Arg))
        return Relation.model_construct(span=_span(children), expr=expr, args=args)

    def called(self, children: tuple[Expr, Group[Arg], Group[Statement]]) -> Relation:
        """Build a call with a body."""
        callee, arguments, body = children
        return Relation.model_construct(
            span=_span(children), expr=self.call((callee, arguments)), body=body.items
        )

    def for_call(self, children: tuple[Token, Group[Arg]]) -> Call:
        """Build a call of something that is named `for`."""
        word, arguments = children
        return Call.model_construct(span=_span(children), callee=self.name([word]), args=arguments.items)

    def block(self, children: tuple[Token, Group[Statement]]) -> Block:
        """Build `word { … }`."""
        word, body = children
        return Block.model_construct(span=_span(children), word=str(word), body=body.items)

    def loop(self, children: tuple[Token, Token | Group[Arg], Token, Expr, Group[Statement]]) -> For:
        """Build `for x in list { … }` and `for (a, b) in list { … }`."""
        _, target, _, iterable, body = children
        names = (str(target),) if isinstance(target, Token) else _loop_names(target)
        return For.model_construct(span=_span(children), names=names, iterable=iterable, body=body.items)

    def arguments(self, children: list[Token | Arg]) -> Group[Arg]:
        """Return the arguments between parentheses."""
        return Group(_kept(children), _span(children))

    def arg(self, children: tuple[Expr]) -> Arg:
        """Build one argument: `name = value`, or any other value."""
        (value,) = children
        if isinstance(value, Equation) and isinstance(value.left, Name) and _is_bare(value):
            return Arg.model_construct(span=value.span, name=value.left.id, value=value.right)
        return Arg.model_construct(span=value.span, value=value)

    def equation(self, children: tuple[Expr, Token, Expr]) -> Equation:
        """Build `left = right`."""
        left, _, right = children
        return Equation.model_construct(span=_span(children), left=left, right=right)

    def sign(self, children: list[Token]) -> Sign:
        """Build a bare sign."""
        return Sign.model_construct(span=_span(children), sign="+" if children[0].type == "PLUS" else "-")

    def comparison(self, children: list[Token | Expr]) -> Compare:
        """Build a chain of comparisons."""
        if any(map(_points_back, children[1::2], children[2::2])):
            raise RefusalError("back-link", _span(children))
        ops = tuple(_COMPARE[str(child)] for child in children if isinstance(child, Token))
        return Compare.model_construct(span=_span(children), ops=ops, terms=_values(children))

    def chain(self, children: list[Token | Expr]) -> Link:
        """Build a chain of links."""
        ops = tuple(_LINK[str(child)] for child in children if isinstance(child, Token))
        ends = _values(children)
        if set(ops) != {"--"} and any(_has_coefficient(end) for end in ends):
            raise RefusalError("reaction", _span(children))
        return Link.model_construct(span=_span(children), ops=ops, ends=ends)

    def operation(self, children: list[Token | Expr]) -> Expr:
        """Build arithmetic, overlaps, unions and ranges, each operator at its rank."""
        return _ranked(children)

    def power(self, children: tuple[Expr, Token, Expr]) -> Binary | Range:
        """Build a power."""
        return _operation(*children)

    def unary(self, children: tuple[Token, Expr]) -> Unary:
        """Build a signed expression."""
        op, operand = children
        return Unary.model_construct(
            span=_span(children), op="+" if op.type == "PLUS" else "-", operand=operand
        )

    def superscript(self, children: tuple[Expr, Token]) -> Binary:
        """Build a power that is written with raised digits."""
        base, raised = children
        digits = str(raised).translate(_RAISED)
        exponent = Number.model_construct(span=_span([raised]), text=digits, value=float(digits))
        return Binary.model_construct(span=_span(children), op="^", left=base, right=exponent)

    def part(self, children: tuple[Expr, Token, Token]) -> Part:
        """Build `base.name`."""
        base, _, name = children
        return Part.model_construct(span=_span(children), base=base, name=str(name))

    def index(self, children: list[Token | Expr]) -> Index:
        """Build `base[1, 2]`."""
        base, *items = _values(children)
        return Index.model_construct(span=_span(children), base=base, items=tuple(items))

    def call(self, children: tuple[Expr, Group[Arg]]) -> Call | Binary:
        """Build a call, or a product if no name stands before the parentheses: `2(x + 1)`."""
        callee, arguments = children
        span = _span(children)
        if isinstance(callee, Name | Part | Index | Call):
            return Call.model_construct(span=span, callee=callee, args=arguments.items)
        if len(arguments.items) != 1 or arguments.items[0].name:
            raise RefusalError("call", span)
        (factor,) = arguments.items
        right = factor.value.model_copy(update={"span": arguments.span})
        return Binary.model_construct(span=span, op="*", left=callee, right=right)

    def name(self, children: list[Token]) -> Name:
        """Build a bare word."""
        return Name.model_construct(span=_span(children), id=str(children[0]))

    def number(self, children: list[Token]) -> Number | Quantity:
        """Build a number, with a unit if one follows."""
        digits, span = str(children[0]), _span(children)
        value = _value(digits)
        if isinf(value):
            raise RefusalError("number", span)
        if len(children) == 1:
            return Number.model_construct(span=span, text=digits, value=value)
        unit = str(children[1])
        gap = " " if _end(children[0]) < _start(children[1]) else ""
        return Quantity.model_construct(span=span, text=f"{digits}{gap}{unit}", number=value, unit=unit)

    def text(self, children: list[Token]) -> Text:
        """Build a string, its escaped quotes undone."""
        return Text.model_construct(span=_span(children), value=unquoted(children[0]))

    def unknown(self, children: list[Token]) -> Unknown:
        """Build `?`."""
        return Unknown.model_construct(span=_span(children))

    def tuple(self, children: list[Token | Expr]) -> Expr:
        """Build `(a, b)`; parentheses around one value are grouping and leave only their span."""
        items, span = _values(children), _span(children)
        last = children[-2]
        if len(items) == 1 and not isinstance(last, Token):
            return items[0].model_copy(update={"span": span})
        return Tuple.model_construct(span=span, items=items)

    def list(self, children: Sequence[Token | Expr]) -> List:
        """Build `[a, b]`."""
        return List.model_construct(span=_span(children), items=_values(children))


def _operation(left: Expr, op: Token, right: Expr) -> Binary | Range:
    span = left.span.cover(right.span)
    if op.type == "DOTS":
        return Range.model_construct(span=span, low=left, high=right)
    return Binary.model_construct(span=span, op=_BINARY[op.type], left=left, right=right)


def _ranked(children: list[Token | Expr]) -> Expr:
    """Fold operands and operators, the strongest rank first, each from left to right."""
    row = children
    kinds = {child.type for child in row[1::2] if isinstance(child, Token)}
    for rank in _RANKS:
        if kinds.isdisjoint(rank):
            continue
        folded = row[:1]
        for op, right in zip(row[1::2], row[2::2], strict=True):
            left = folded[-1]
            assert isinstance(op, Token) and not isinstance(left, Token) and not isinstance(right, Token)
            if op.type not in rank:
                folded += [op, right]
                continue
            if op.type == "DOTS" and isinstance(left, Range) and left.span.start == left.low.span.start:
                raise RefusalError("range", left.span.cover(right.span))
            folded[-1] = _operation(left, op, right)
        row = folded
    (result,) = row
    assert not isinstance(result, Token)
    return result


def _declarators(children: Iterable[Token | Declarator]) -> tuple[Declarator, ...]:
    """Return what is declared; a quoted name stands as a bare token."""
    return tuple(
        Declarator.model_construct(span=_span([child]), name=unquoted(child))
        if isinstance(child, Token)
        else child
        for child in children
        if not (isinstance(child, Token) and child.type == "COMMA")
    )


def _loop_names(target: Group[Arg]) -> tuple[str, ...]:
    names = [arg.value.id for arg in target.items if arg.name is None and isinstance(arg.value, Name)]
    if not names or len(names) != len(target.items):
        raise RefusalError("loop", target.span)
    return tuple(names)


def _has_coefficient(end: Expr) -> bool:
    """Whether a link's end reads like one side of a reaction: `2 H2 + O2`, `3 CO2`."""
    if isinstance(end, Binary) and end.op == "+":
        return any(_has_coefficient(side) or isinstance(side, Quantity) for side in (end.left, end.right))
    return isinstance(end, Binary) and end.op == "*" and isinstance(end.left, Number)


def _is_bare(equation: Equation) -> bool:
    """Whether no parentheses set an equation off from a named argument."""
    return equation.span.start == equation.left.span.start


def _ends_in_box(end: Expr) -> bool:
    """Whether a link ends in words or strings in brackets apart: `a -> b [dashed]`."""
    if not isinstance(end, Index) or not end.items or end.items[0].span.start - end.base.span.end < 2:
        return False
    return any(isinstance(item, Name | Text) for item in end.items)


def _points_back(op: Token | Expr, right: Token | Expr) -> bool:
    """Whether `a <- b` reads as `a < -b`."""
    if not isinstance(op, Token) or op != "<" or not isinstance(right, Unary):
        return False
    return _end(op) == right.span.start and right.operand.span.start > right.span.start + 1


def _value(digits: str) -> float:
    """Return the number that digits spell, with a power of ten in any dialect.

    >>> _value("1.7E+5"), _value("5.0 × 10^-3"), _value("10^24")
    (170000.0, 0.005, 1e+24)
    """
    power = _POWER_OF_TEN.fullmatch(digits)
    if power is None:
        return float(digits)
    return float(f"{power['mantissa'] or 1}e{power['power']}") if "e" not in digits.lower() else inf
