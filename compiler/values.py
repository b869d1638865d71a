"""What arguments mean once names are known: references, measures, texts, directions.

Values are frozen and hashable, so that the shape posed for one can be found again when it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..dsl.source import Span

if TYPE_CHECKING:
    from ..dsl.units import Unit
    from .expression import Expression
    from .model import Relation


class Standing(StrEnum):
    """Where a value comes from, and so what may be done with it."""

    GIVEN = "given"
    HIDDEN = "hidden"
    """Used to solve, never printed."""
    CLAIMED = "claimed"
    """Somebody's attempt: printed with attribution, never solved with."""
    DERIVED = "derived"
    """Left to the compiler, which computes and prints it."""
    ASKED = "asked"
    """`?`: printed as a question, never computed."""


@dataclass(frozen=True)
class Ref:
    """An entity of the panel, by name."""

    name: str


@dataclass(frozen=True)
class PartRef:
    """An anchor, attribute or member by name: `ladder.mid`, `t.incenter`, `c.site(0, 1/2, 1)`."""

    base: Value
    part: str
    args: tuple[Value, ...] = ()


@dataclass(frozen=True)
class MemberRef:
    """A member by number, from 1."""

    base: Value
    index: int


@dataclass(frozen=True)
class Formula:
    """Arithmetic over numbers, letters and measures; `bindings` name what stands for a placeholder."""

    expression: Expression
    bindings: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True)
class Measure:
    """A value with a dimension. `text` is what is printed; `formula` what is computed with."""

    text: str
    formula: Formula | None = None
    unit: Unit | None = None
    symbol: str = ""
    standing: Standing = Standing.GIVEN
    by: str = ""
    """Whose attempt a claimed value is."""
    quoted: bool = False

    @property
    def prints(self) -> bool:
        """Whether the value appears by itself: it was quoted, has a unit, or is asked for or derived."""
        if self.standing is Standing.HIDDEN:
            return False
        return self.quoted or self.unit is not None or self.standing is not Standing.GIVEN


@dataclass(frozen=True)
class Words:
    """A quoted text."""

    text: str


@dataclass(frozen=True)
class Word:
    """A bare word: a choice or a flag."""

    id: str


@dataclass(frozen=True)
class Coordinates:
    """`(x, y)` or `(x, y, z)` in the panel's frame."""

    items: tuple[Formula, ...]


@dataclass(frozen=True)
class Chain:
    """Points in a row: `A -> B -> C`, `P1--S`, `ABC`."""

    ends: tuple[Value, ...]
    directed: bool = False


class Turn(StrEnum):
    """A sense of rotation."""

    CCW = "ccw"
    CW = "cw"


@dataclass(frozen=True)
class Direction:
    """A heading: fixed in the plane (`degrees`), along or toward something, or a sense of rotation."""

    degrees: float | None = None
    toward: Value | None = None
    away: Value | None = None
    along: Value | None = None
    turn: Turn | None = None
    text: str = ""


@dataclass(frozen=True)
class Interval:
    """`low..high`."""

    low: Formula
    high: Formula


@dataclass(frozen=True)
class Bound:
    """A comparison chain or an equation in a kind's variables: `0 <= x <= 2`, `y = x^2`."""

    ops: tuple[str, ...]
    terms: tuple[Expression, ...]
    text: str = ""


@dataclass(frozen=True)
class Listed:
    """`[a, b]`."""

    items: tuple[Value, ...]


@dataclass(frozen=True)
class Area:
    """`A & B`, `A | B`, `A - B` of things that enclose an area."""

    op: Literal["&", "|", "-"]
    left: Value
    right: Value


@dataclass(frozen=True)
class Invoked:
    """A verb called as a value: `distance(A, B)` in an equation."""

    relation: Relation


Value: TypeAlias = (
    Ref
    | PartRef
    | MemberRef
    | Formula
    | Measure
    | Words
    | Word
    | Coordinates
    | Chain
    | Direction
    | Interval
    | Bound
    | Listed
    | Area
    | Invoked
)


@dataclass(frozen=True)
class Given:
    """A value bound to a slot, with the place where it was written."""

    value: Value
    span: Span


def inside(value: Value) -> Iterator[Value]:
    """Yield a value and the values inside it."""
    yield value
    match value:
        case Listed(inner) | Chain(inner):
            for item in inner:
                yield from inside(item)
        case Area(_, left, right):
            yield from inside(left)
            yield from inside(right)
        case PartRef(base) | MemberRef(base):
            yield from inside(base)
        case Formula(_, bindings):
            for _, bound in bindings:
                yield from inside(bound)
        case Invoked(relation):
            for given in relation.values.values():
                yield from inside(given.value)
        case _:
            return
