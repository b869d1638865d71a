"""Reading one expression as a value of the type that a slot wants.

A reading either succeeds or returns nothing; only the caller, who has tried every slot, complains.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from ...dsl.dimension import dimension_named
from ...dsl.quantity import read_text
from ...dsl.source import Span
from ...dsl.spec import (
    Binary,
    Call,
    Compare,
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
    Text,
    Tuple,
    Unary,
    Unknown,
)
from ...dsl.units import Unit, parse_unit
from ..expression.tree import CONSTANTS
from ..values import (
    Area,
    Bound,
    Chain,
    Coordinates,
    Formula,
    Interval,
    Listed,
    Measure,
    MemberRef,
    PartRef,
    Ref,
    Standing,
    Value,
    Word,
    Words,
)
from ..vocabulary import Kind, Slot, Verb, Want
from .formulas import formula, plain_expression, symbolic
from .formulas import number as number_formula
from .headings import read_direction
from .scope import Scope

Invoke = Callable[[Verb, Call], Value | None]
Create = Callable[[Kind, Call], str | None]

STANDING_CALLS = {
    "hidden": Standing.HIDDEN,
    "claimed": Standing.CLAIMED,
    "derived": Standing.DERIVED,
    "unknown": Standing.ASKED,
    "blank": Standing.ASKED,
}
AREA_VERBS: dict[str, Literal["&", "|", "-"]] = {
    "intersection": "&", "overlap": "&", "union": "|", "difference": "-", "minus": "-",
}  # fmt: skip


class Reader:
    """Reads expressions in one scope. `create` makes an unnamed thing, `invoke` a measured value."""

    def __init__(self, scope: Scope, create: Create, invoke: Invoke) -> None:
        self.scope = scope
        self.create = create
        self.invoke = invoke

    def read(self, expr: Expr, slot: Slot, *, named: bool = False) -> Value | None:
        """Return the value of an expression for a slot, or nothing if it does not fit."""
        if (
            isinstance(expr, Tuple)
            and slot.many
            and all(isinstance(i, Name | Part | Index) for i in expr.items)
        ):
            expr = List(span=expr.span, items=expr.items)
        if isinstance(expr, List) and (slot.many or named) and Want.ROW not in slot.wants:
            items = [self.read(item, slot, named=named) for item in expr.items]
            return Listed(tuple(i for i in items if i is not None)) if items and None not in items else None
        if Want.ROW in slot.wants and slot.many:
            return self.rows(expr, named)
        for want in self.ordered(expr, slot):
            value = self.one(expr, want, slot, named)
            if value is not None:
                return value
        return None

    def ordered(self, expr: Expr, slot: Slot) -> tuple[Want, ...]:
        """Return what to try, the want that matches a declared thing's own trait first."""
        if isinstance(expr, Name) and self.scope.has(expr.id):
            traits = self.scope.kinds[expr.id].traits
            first = tuple(w for w in slot.wants if w.value in traits)
            return first + tuple(w for w in slot.wants if w not in first)
        return slot.wants

    def one(self, expr: Expr, want: Want, slot: Slot, named: bool) -> Value | None:
        """Return the value of an expression read as one want."""
        match want:
            case Want.MEASURE:
                return self.measure(expr, slot, named)
            case Want.NUMBER:
                return self.number(expr)
            case Want.WORD:
                return self.word(expr, slot, named)
            case Want.CIRCLE | Want.REGION:
                return self.area(expr) if want is Want.REGION else self.thing(expr, want.value)
            case Want.ENTITY:
                return self.thing(expr, slot.trait)
            case Want.DIRECTION if isinstance(expr, Quantity) and len(slot.wants) > 1:
                # Beside other wants an angle is a value, not a heading: `angle(A, B, C, 40°)`.
                return None
            case _:
                return self.simple(expr, want)

    def simple(self, expr: Expr, want: Want) -> Value | None:
        """Return the value for wants that do not depend on the slot."""
        readers: dict[Want, Callable[[Expr], Value | None]] = {
            Want.POINT: self.point,
            Want.LINE: self.line,
            Want.PATH: self.path,
            Want.TEXT: self.text,
            Want.DIRECTION: self.direction,
            Want.RANGE: self.interval,
            Want.BOUND: self.bound,
            Want.EXPRESSION: self.expression,
            Want.ROW: self.row,
            Want.ANY: self.anything,
        }
        return readers[want](expr)

    # Things and places

    def point(self, expr: Expr) -> Value | None:
        """Read a place: a thing that has one, an anchor, coordinates."""
        if isinstance(expr, Tuple):
            items = [formula(item, self) for item in expr.items]
            return (
                Coordinates(tuple(i for i in items if i))
                if len(items) in (2, 3) and None not in items
                else None
            )
        if isinstance(expr, Name):
            return Ref(expr.id) if self.scope.point(expr.id, expr.span) else None
        return self.thing(expr, "")

    def thing(self, expr: Expr, trait: str) -> Value | None:
        """Read a thing of a trait: declared, a part or member of one, or made on the spot."""
        if isinstance(expr, Name):
            return self.named_thing(expr, trait)
        if isinstance(expr, Part):
            return self.part(expr)
        if isinstance(expr, Index):
            return self.member(expr)
        if isinstance(expr, Call):
            return self.called_thing(expr, trait)
        if isinstance(expr, Link) and not trait:
            return self.path(expr)
        if isinstance(expr, Binary) and (twin := self.twin(expr)):
            return self.named_thing(twin, trait)
        if isinstance(expr, Binary) and not trait and (word := self.hyphened(expr)):
            return self.chain_of_letters(word, expr.span)
        return self.area(expr) if isinstance(expr, Binary) and not trait else None

    def twin(self, expr: Binary) -> Name | None:
        """Return the name with a hyphen that a difference spells, if something is called so: `ABCD-EFGH`."""
        if expr.op != "-" or not isinstance(expr.left, Name) or not isinstance(expr.right, Name):
            return None
        name = f"{expr.left.id}-{expr.right.id}"
        return Name(span=expr.span, id=name) if self.scope.has(name) else None

    def hyphened(self, expr: Binary) -> str:
        """Return the points that a difference of letters spells: the two rings of a solid, `ABCD-EFGH`."""
        if expr.op != "-" or not isinstance(expr.left, Name) or not isinstance(expr.right, Name):
            return ""
        word = f"{expr.left.id}-{expr.right.id}"
        known = self.scope.has(expr.left.id) or self.scope.has(expr.right.id)
        return "" if known or self.scope.letters(word) is None or len(word) < 5 else word

    def named_thing(self, expr: Name, trait: str) -> Value | None:
        name = expr.id
        if self.scope.has(name):
            return Ref(name) if not trait or self.scope.trait(name, trait) else None
        if not trait and self.scope.is_known_chain(name):
            return self.chain_of_letters(name, expr.span)
        return Ref(name) if not trait and self.scope.point(name, expr.span) else None

    def called_thing(self, expr: Call, trait: str) -> Value | None:
        if isinstance(expr.callee, Part):
            base = self.thing(expr.callee.base, "")
            args = [self.anything(a.value) for a in expr.args]
            return (
                PartRef(base, expr.callee.name, tuple(a for a in args if a))
                if base and None not in args
                else None
            )
        kind = self.scope.vocabulary.kind(expr.callee.id) if isinstance(expr.callee, Name) else None
        if kind is None or (trait and trait not in kind.traits):
            return None
        name = self.create(kind, expr)
        return Ref(name) if name else None

    def part(self, expr: Part) -> Value | None:
        whole = f"{expr.base.id}.{expr.name}" if isinstance(expr.base, Name) else ""
        if whole and self.scope.has(whole):
            return Ref(whole)
        base = self.thing(expr.base, "")
        return PartRef(base, expr.name) if base else None

    def member(self, expr: Index) -> Value | None:
        from .expand import index_key

        whole = index_key(expr)
        if self.scope.has(whole):
            return Ref(whole)
        base = self.thing(expr.base, "")
        if base is None:
            return None
        if isinstance(base, Ref) and self.scope.trait(base.name, "cells"):
            return self.cells(base, expr)
        picks = [MemberRef(base, int(i.value)) for i in expr.items if isinstance(i, Number)]
        if len(picks) != len(expr.items):
            return None
        return picks[0] if len(picks) == 1 else Listed(tuple(picks))

    def cells(self, base: Ref, expr: Index) -> Value | None:
        """Read `T[2, 3]` as one cell and `T[2]` as a row, of a thing that is made of cells."""
        numbers = [formula(item, self) for item in expr.items]
        found = tuple(n for n in numbers if n is not None)
        return (
            PartRef(base, "cell" if len(found) > 1 else "row", found) if len(found) == len(numbers) else None
        )

    def line(self, expr: Expr) -> Value | None:
        """Read a straight line: a thing that is one, a path of two points, two letters, a side."""
        if isinstance(expr, Link):
            return self.path(expr)
        if isinstance(expr, Name) and not self.scope.has(expr.id):
            return self.chain_of_letters(expr.id, expr.span)
        if isinstance(expr, Part | Index):
            return self.thing(expr, "")
        return self.thing(expr, "line")

    def path(self, expr: Expr) -> Value | None:
        """Read a chain of places."""
        if isinstance(expr, Link):
            ends = [self.point(end) for end in expr.ends]
            directed = "->" in expr.ops
            return Chain(tuple(e for e in ends if e), directed) if None not in ends else None
        return self.line(expr)

    def chain_of_letters(self, word: str, span: Span) -> Chain | None:
        """Read `ABC` as A--B--C; its points come to be by mention."""
        letters = self.scope.letters(word)
        if letters is None or not all(self.scope.point(p, span) for p in letters):
            return None
        return Chain(tuple(Ref(p) for p in letters))

    def area(self, expr: Expr) -> Value | None:
        """Read an area: a thing that encloses one, or a combination of such."""
        if isinstance(expr, Binary) and expr.op in ("&", "|", "-", "+"):
            left, right = self.area(expr.left), self.area(expr.right)
            op = "|" if expr.op == "+" else expr.op
            return Area(op, left, right) if left and right else None
        if isinstance(expr, Binary | Link):
            return None
        if isinstance(expr, Call) and isinstance(expr.callee, Name):
            return self.combined(expr, expr.callee.id) or self.thing(expr, "region")
        if isinstance(expr, Name) and not self.scope.has(expr.id):
            letters = self.scope.letters(expr.id)
            return self.chain_of_letters(expr.id, expr.span) if letters and len(letters) > 2 else None
        return self.thing(expr, "")

    def combined(self, expr: Call, word: str) -> Value | None:
        """Read `intersection(A, B)` as the `A & B` that it is."""
        op = AREA_VERBS.get(word)
        parts = [self.area(a.value) for a in expr.args]
        if op is None or len(parts) < 2 or None in parts:
            return None
        found = [p for p in parts if p is not None]
        whole = found[0]
        for part in found[1:]:
            whole = Area(op, whole, part)
        return whole

    # Values

    def measure(self, expr: Expr, slot: Slot, named: bool) -> Value | None:
        """Read a value with a dimension, in any standing."""
        if isinstance(expr, Unknown):
            return Measure("?", standing=Standing.ASKED)
        if isinstance(expr, Call) and isinstance(expr.callee, Name) and expr.callee.id in STANDING_CALLS:
            return self.standing(expr, STANDING_CALLS[expr.callee.id], slot)
        if isinstance(expr, Name) and expr.id in STANDING_CALLS:
            standing = STANDING_CALLS[expr.id]
            return Measure("?" if standing is Standing.ASKED else "", standing=standing)
        if isinstance(expr, Quantity):
            return self.quantity(expr.text, expr.number, parse_unit(expr.unit), slot)
        if isinstance(expr, Unary) and expr.op == "-" and isinstance(expr.operand, Quantity):
            inner = expr.operand
            return self.quantity(f"-{inner.text}", -inner.number, parse_unit(inner.unit), slot)
        if isinstance(expr, Text):
            return self.quoted(expr.value, slot, named)
        if isinstance(expr, Number | Unary | Binary | Call | Name | Part) and (named or slot.positional):
            return self.computed(expr, named)
        return None

    def standing(self, expr: Call, standing: Standing, slot: Slot) -> Value | None:
        inner = self.measure(expr.args[0].value, slot, True) if expr.args else None
        by = next((a.value.value for a in expr.args if a.name == "by" and isinstance(a.value, Text)), "")
        if isinstance(inner, Measure):
            return Measure(inner.text, inner.formula, inner.unit, inner.symbol, standing, by, inner.quoted)
        return Measure("", standing=standing, by=by)

    def quantity(self, text: str, number: float, unit: Unit | None, slot: Slot) -> Value | None:
        if unit is None or not _fits(unit, slot):
            return None
        return Measure(text, number_formula(number), unit)

    def quoted(self, text: str, slot: Slot, named: bool) -> Value | None:
        """Read a text as the value that it states: `"F = 127 N"`, `"d"`, `"x = ?"`, `"2a"`."""
        reading = read_text(text)
        found = reading.magnitude
        if found is not None and found.unknown:
            return Measure(text, symbol=found.symbol or "", standing=Standing.ASKED, quoted=True)
        if found is not None and found.value is not None and (found.unit or found.symbol or named):
            if found.unit is not None and not _fits(found.unit, slot):
                return None
            return Measure(text, number_formula(found.value), found.unit, found.symbol or "", quoted=True)
        letters = symbolic(text)
        if letters is not None:
            return Measure(text, letters.value, None, letters.symbol, quoted=True)
        return Measure(text, quoted=True) if named else None

    def computed(self, expr: Expr, named: bool) -> Value | None:
        """Read arithmetic; a bare number or letter counts only where its slot is named or numeric."""
        if isinstance(expr, Name) and not named:
            return None
        found = formula(expr, self)
        return Measure("", found) if found else None

    def number(self, expr: Expr) -> Value | None:
        """Read a number without unit, a constant such as `pi`, or arithmetic over numbers and letters."""
        is_constant = isinstance(expr, Name) and expr.id in CONSTANTS and not self.scope.has(expr.id)
        if isinstance(expr, Text | Name) and not is_constant:
            return None
        found = formula(expr, self)
        return found if found is not None and not found.bindings else None

    def expression(self, expr: Expr) -> Value | None:
        """Read arithmetic in free variables, whatever things have the same names."""
        if not isinstance(expr, Name | Number | Unary | Binary | Call):
            return None
        found = plain_expression(expr)
        return Formula(found) if found is not None else None

    def text(self, expr: Expr) -> Value | None:
        """Read a quoted text; a number where a text is wanted is its own digits."""
        if isinstance(expr, Text):
            return Words(expr.value)
        if isinstance(expr, Number | Quantity):
            return Words(expr.text)
        return Words("?") if isinstance(expr, Unknown) else None

    def word(self, expr: Expr, slot: Slot, named: bool) -> Value | None:
        """Read one of a slot's choices; a named slot without choices takes any word."""
        text = expr.id if isinstance(expr, Name) else expr.value if isinstance(expr, Text) else None
        if text is None:
            return None
        folded = text.lower().replace(" ", "_")
        if folded in slot.choices:
            return Word(folded)
        return Word(text) if named and not slot.choices else None

    def direction(self, expr: Expr) -> Value | None:
        """Read a heading, a sense of rotation, or a direction that a thing gives."""
        return read_direction(expr, self)

    def interval(self, expr: Expr) -> Value | None:
        """Read `low..high`, or a pair."""
        if isinstance(expr, Range):
            low, high = formula(expr.low, self), formula(expr.high, self)
        elif isinstance(expr, Tuple | List) and len(expr.items) == 2:
            low, high = (formula(item, self) for item in expr.items)
        else:
            return None
        return Interval(low, high) if low and high else None

    def bound(self, expr: Expr) -> Value | None:
        """Read an equation or a chain of inequalities in free variables."""
        if isinstance(expr, Equation):
            terms: tuple[Expr, ...] = (expr.left, expr.right)
            ops: tuple[str, ...] = ("==",)
        elif isinstance(expr, Compare):
            terms, ops = expr.terms, expr.ops
        else:
            return None
        read = [plain_expression(t) for t in terms]
        found = tuple(t for t in read if t is not None)
        return Bound(ops, found, self.scope.text(expr.span)) if len(found) == len(read) else None

    def rows(self, expr: Expr, named: bool) -> Value | None:
        """Read rows: a text or a list of cells is one row, a list of such is several; a number is their count."""
        if isinstance(expr, Number):
            return self.number(expr) if named else None
        items = expr.items if isinstance(expr, List | Tuple) else (expr,)
        several = named or any(
            isinstance(i, List | Tuple) or (isinstance(i, Text) and "|" in i.value) for i in items
        )
        if not isinstance(expr, List | Tuple | Text) or (isinstance(expr, Text) and named and not expr.value):
            return None
        found = [self.row(item) for item in (items if several else (expr,))]
        return Listed(tuple(r for r in found if r)) if None not in found else None

    def row(self, expr: Expr) -> Value | None:
        """Read a row: `"a | b"`, or a list of cells."""
        if isinstance(expr, List | Tuple):
            cells = [
                self.row(item) if isinstance(item, List | Tuple) else self.cell(item) for item in expr.items
            ]
            return Listed(tuple(c for c in cells if c)) if None not in cells else None
        return self.text(expr)

    def cell(self, expr: Expr) -> Value | None:
        found = self.text(expr)
        return found if found is not None else Words(self.scope.text(expr.span))

    def anything(self, expr: Expr) -> Value | None:
        """Read whatever an expression is, when nothing particular is wanted."""
        if isinstance(expr, List):
            items = [self.anything(item) for item in expr.items]
            return Listed(tuple(i for i in items if i)) if None not in items else None
        if isinstance(expr, Text):
            return Words(expr.value)
        slot = Slot("", Want.MEASURE, "")
        found = self.thing(expr, "") or self.direction(expr) or self.interval(expr) or self.bound(expr)
        return found or self.measure(expr, slot, False) or (Word(expr.id) if isinstance(expr, Name) else None)


def _fits(unit: Unit, slot: Slot) -> bool:
    wanted = dimension_named(slot.dimension) if slot.dimension else None
    return wanted is None or (unit.dimension.fits(wanted) and unit.dimension.name == wanted.name)
