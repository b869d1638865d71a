"""What a label means, between reading and setting: a small tree of symbols, scripts and fractions."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, TypeAlias


class Cls(IntEnum):
    """The class of an atom, which decides the space around it. Source: Knuth, The TeXbook, ch. 18."""

    ORD = 0
    OP = 1
    BIN = 2
    REL = 3
    OPEN = 4
    CLOSE = 5
    PUNCT = 6
    INNER = 7


Face: TypeAlias = Literal["roman", "italic", "bold", "bolditalic", "sans", "mono"]


@dataclass(frozen=True, slots=True)
class Sym:
    """Characters set side by side in one face; `limits` puts scripts above and below."""

    text: str
    face: Face = "roman"
    cls: Cls = Cls.ORD
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """White space of some ems; a line may end at it if `breaks`."""

    em: float
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes side by side, as one atom."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with a superscript, a subscript or both."""

    base: "Node"
    sup: "Node | None" = None
    sub: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Frac:
    """A fraction, or without `bar` one thing above another; `big` keeps the full type size."""

    top: "Node"
    bottom: "Node"
    bar: bool = True
    big: bool = False


@dataclass(frozen=True, slots=True)
class Root:
    """A root with the bar over its radicand."""

    body: "Node"
    degree: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark centred over its body; a `wide` one grows with the body."""

    body: "Node"
    mark: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """A body with a rule over it, under it, around it or through it."""

    body: "Node"
    where: Literal["over", "under", "box", "strike"]


@dataclass(frozen=True, slots=True)
class Fenced:
    """A body between delimiters as tall as itself; an empty delimiter draws nothing."""

    left: str
    body: "Node"
    right: str


@dataclass(frozen=True, slots=True)
class Stacked:
    """Small material above and below a base; a `wide` base is an arrow that grows with it."""

    base: "Node"
    above: "Node | None" = None
    below: "Node | None" = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells in aligned columns: a matrix, a list of cases, equations one below another."""

    rows: tuple[tuple["Node", ...], ...]
    columns: str
    """`l`, `c` or `r` for each column, over again for those that follow."""
    apart: float
    """White between columns, in ems."""


Node: TypeAlias = Sym | Gap | Break | Row | Scripts | Frac | Root | Accent | Ruled | Fenced | Stacked | Grid


def class_of(node: Node) -> Cls | None:
    """Return the class by which a node is spaced; white space has none.

    >>> class_of(Scripts(Sym("=", cls=Cls.REL), sup=Sym("?")))
    <Cls.REL: 3>
    """
    match node:
        case Sym(cls=cls):
            return cls
        case Scripts(base=base) | Stacked(base=base) | Accent(body=base):
            return class_of(base)
        case Fenced() | Frac(bar=True) | Grid():
            return Cls.INNER
        case Gap() | Break():
            return None
    return Cls.ORD


@dataclass(frozen=True)
class Fault:
    """Something in a text that cannot be set, at an offset in it; `kind` names the code."""

    kind: Literal["command", "brace", "environment", "glyph", "argument", "depth", "dollar"]
    message: str
    at: int
    end: int
    hint: str = ""


@dataclass(frozen=True)
class Reading:
    """What a text was read as, and what in it could not be understood."""

    items: tuple[Node, ...]
    faults: tuple[Fault, ...] = ()
