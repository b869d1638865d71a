"""The syntax tree of a spec: what was written, with its places, blind to every domain.

Three statement forms carry the whole language: a declaration, a call and a relation. A link
(`a -> b`) is a relation; a block (`labels { … }`) and a loop hold statements.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .base import Frozen
from .source import Span


class Node(Frozen):
    """Anything that stands somewhere in the text."""

    span: Span


class Name(Node):
    """A bare word: the name of an entity, a choice, a flag, a variable."""

    node: Literal["name"] = "name"
    id: str


class Number(Node):
    """A number without a unit, with the digits as written."""

    node: Literal["number"] = "number"
    text: str
    value: float


class Quantity(Node):
    """A number with a unit. `text` is verbatim (`5.00 Ω`); `number` and `unit` are its parts."""

    node: Literal["quantity"] = "quantity"
    text: str
    number: float
    unit: str


class Text(Node):
    """A quoted string, raw: `\\"` is its only escape and already undone here."""

    node: Literal["text"] = "text"
    value: str


class Unknown(Node):
    """`?`: a value that is asked for."""

    node: Literal["unknown"] = "unknown"


class Sign(Node):
    """A bare `+` or `-`, as in `charge = +`."""

    node: Literal["sign"] = "sign"
    sign: Literal["+", "-"]


class Tuple(Node):
    """`(a, b)`: coordinates or a record."""

    node: Literal["tuple"] = "tuple"
    items: tuple["Expr", ...]


class List(Node):
    """`[a, b]`: several of the same, parallel branches, rows."""

    node: Literal["list"] = "list"
    items: tuple["Expr", ...]


class Part(Node):
    """`base.name`: an anchor, an attribute or a member by name."""

    node: Literal["part"] = "part"
    base: "Expr"
    name: str


class Index(Node):
    """`base[1, 2]`: members by number, from 1, or by name."""

    node: Literal["index"] = "index"
    base: "Expr"
    items: tuple["Expr", ...]


class Unary(Node):
    """A sign before an expression."""

    node: Literal["unary"] = "unary"
    op: Literal["-", "+"]
    operand: "Expr"


class Binary(Node):
    """Arithmetic, and `&` / `|` for the overlap and union of regions."""

    node: Literal["binary"] = "binary"
    op: Literal["+", "-", "*", "/", "^", "&", "|"]
    left: "Expr"
    right: "Expr"


class Range(Node):
    """`low..high`."""

    node: Literal["range"] = "range"
    low: "Expr"
    high: "Expr"


class Compare(Node):
    """A chain of comparisons, `0 <= x <= 2`; `len(ops) == len(terms) - 1`."""

    node: Literal["compare"] = "compare"
    ops: tuple[Literal["==", "!=", "<=", ">=", "<", ">"], ...]
    terms: tuple["Expr", ...]


class Link(Node):
    """A chain of links, `E -- R1 -- [R2, R3]`; `len(ops) == len(ends) - 1`."""

    node: Literal["link"] = "link"
    ops: tuple[Literal["->", "<->", "--"], ...]
    ends: tuple["Expr", ...]


class Equation(Node):
    """`left = right` where `left` is more than one word: `x - y + z = 6`, `f(x) = x^2`."""

    node: Literal["equation"] = "equation"
    left: "Expr"
    right: "Expr"


class Arg(Node):
    """One argument: `value`, or `name = value`, where `name` may also turn out to be a variable."""

    node: Literal["arg"] = "arg"
    name: str | None = None
    value: "Expr"


class Call(Node):
    """`callee(args)`, in a statement or inside an expression."""

    node: Literal["call"] = "call"
    callee: "Expr"
    args: tuple[Arg, ...] = ()


Expr: TypeAlias = Annotated[
    Name
    | Number
    | Quantity
    | Text
    | Unknown
    | Sign
    | Tuple
    | List
    | Part
    | Index
    | Unary
    | Binary
    | Range
    | Compare
    | Link
    | Equation
    | Call,
    Field(discriminator="node"),
]


class Declarator(Node):
    """One declared thing: `name[count](params) = value`, all but the name optional."""

    node: Literal["declarator"] = "declarator"
    name: str
    count: Expr | None = None
    args: tuple[Arg, ...] | None = None
    """`None` when there are no parentheses."""
    value: Expr | None = None


class Declaration(Node):
    """`kind a(…), b(…)`, with a body for kinds that hold statements: `panel after("After") { … }`."""

    node: Literal["declaration"] = "declaration"
    kind: str
    declarators: tuple[Declarator, ...]
    body: tuple["Statement", ...] | None = None


class Relation(Node):
    """An expression that stands as a statement: a call, a comparison or a link.

    `args` are what follows a link's colon (`a -> b : "0", dashed`); `body` belongs to a call.
    """

    node: Literal["relation"] = "relation"
    expr: Expr
    args: tuple[Arg, ...] = ()
    body: tuple["Statement", ...] | None = None


class Block(Node):
    """`word "title" { … }`: a heading over statements."""

    node: Literal["block"] = "block"
    word: str
    title: Text | None = None
    body: tuple["Statement", ...]


class For(Node):
    """`for (a, b) in list { … }`."""

    node: Literal["for"] = "for"
    names: tuple[str, ...]
    iterable: Expr
    body: tuple["Statement", ...]


Statement: TypeAlias = Annotated[Declaration | Relation | Block | For, Field(discriminator="node")]


class Comment(Node):
    """A comment, without its marker; `own_line` tells it from one behind a statement."""

    node: Literal["comment"] = "comment"
    text: str
    own_line: bool


class Spec(Frozen):
    """A whole spec: its statements in order, and its comments beside them."""

    statements: tuple[Statement, ...]
    comments: tuple[Comment, ...] = ()


def statements_in(body: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield every statement, those inside blocks, loops and bodies included, in text order."""
    for statement in body:
        yield statement
        inner = statement.body
        if inner:
            yield from statements_in(inner)
