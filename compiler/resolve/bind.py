"""Binding arguments to slots: named ones by name or alias, positional ones by type.

What fits no slot is never lost: bare words become flags or styles, relations become relations, texts and
values are kept and printed, and a diagnostic says what was not understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from ...dsl.diagnostics import Edit, Fix, Trust, shortened
from ...dsl.spec import Arg, Binary, Call, Expr, List, Name, Number, Quantity, Text, Tuple, Unary
from ...dsl.suggest import did_you_mean
from .. import limits
from ..expression.tree import function_named
from ..model import Style
from ..values import Bound, Chain, Formula, Given, Interval, Listed, Measure, PartRef, Ref, Value, Words
from ..vocabulary import Kind, Slot, Verb, Want
from .codes import (
    MISSING_ARGUMENT,
    TOO_LARGE,
    UNKNOWN_ARGUMENT,
    UNKNOWN_NAME,
    UNKNOWN_WORD,
    UNMATCHED_ARGUMENT,
    WRONG_TYPE,
)
from .formulas import plain_expression
from .products import is_product, product_of
from .read import Reader
from .style import WORDS, with_flag, with_key

WAIVER = "as_given"
ATTRIBUTES = frozenset({"length", "width", "height", "depth", "thickness", "radius", "diameter", "perimeter"})
"""Measures of a thing that may be named after it."""
FINEST = 1e-9
"""Of the larger end: a range as fine as this is lost in rounding."""
RelationArg = Callable[[Verb, Arg], None]


@dataclass
class Arguments:
    """What the arguments of one declaration or call came to."""

    values: dict[str, Given] = field(default_factory=dict)
    style: Style = Style()
    flags: list[str] = field(default_factory=list)
    texts: list[Words] = field(default_factory=list)
    extra: list[tuple[str, Measure]] = field(default_factory=list)
    waived: list[str] = field(default_factory=list)


class Binder:
    """Binds the arguments of one kind or verb. `relate` takes relations that are said as arguments."""

    def __init__(self, reader: Reader, word: Kind | Verb, relate: RelationArg | None = None) -> None:
        self.reader = reader
        self.scope = reader.scope
        self.word = word
        self.relate = relate
        self.out = Arguments()
        self.refused = False
        """Whether an argument was already reported, so that its slot is empty for a known reason."""

    def bind(self, args: Iterable[Arg], *, lenient: bool = False) -> Arguments:
        """Return what the arguments mean; `lenient` keeps unknown words without remark."""
        waiting: list[Arg] = []
        for arg in args:
            if arg.name is None:
                waiting.append(arg)
            else:
                self.named(arg, lenient)
        for arg in self.packed(waiting):
            self.positional(arg, lenient)
        return self.out

    def packed(self, args: list[Arg]) -> list[Arg]:
        """Take `A(3, 4)` as `A((3, 4))` where a single place is wanted first."""
        slot = next((s for s in self.word.slots if s.positional), None)
        if (
            slot is None
            or slot.wants[0] is not Want.POINT
            or (slot.many and not slot.packs)
            or slot.name in self.out.values
        ):
            return args
        lead = list(takewhile(lambda arg: _numeric(arg.value), args))
        if len(lead) not in (2, 3):
            return args
        span = lead[0].span.cover(lead[-1].span)
        place = Tuple(span=span, items=tuple(arg.value for arg in lead))
        return [Arg(span=span, value=place), *args[len(lead) :]]

    def complete(self, args_span_source: Expr | Arg | None, text: str) -> bool:
        """Report required slots that are still empty; return whether there are none."""
        if isinstance(self.word, Verb) and set(self.out.flags) & set(self.word.whole):
            return True
        missing = [s for s in self.word.slots if s.required and s.name not in self.out.values]
        for slot in missing if not self.refused else ():
            hint = f"for example `{self.word.example}`" if self.word.example else f"{slot.name}: {slot.doc}"
            span = args_span_source.span if args_span_source else None
            message = f"`{text}` needs {_article(slot.wants[0].value)}: its `{slot.name}`"
            self.scope.diagnostics.append(MISSING_ARGUMENT.found(message, span, hints=[hint]))
        few = [s for s in self.word.slots if s.required and s not in missing and self.too_few(s)]
        for slot in few:
            message = f"`{text}` needs at least {slot.least} things, found 1"
            span = self.out.values[slot.name].span
            hint = f"for example `{self.word.example}`" if self.word.example else f"{slot.name}: {slot.doc}"
            self.scope.diagnostics.append(MISSING_ARGUMENT.found(message, span, hints=[hint]))
        return not missing and not few

    def too_few(self, slot: Slot) -> bool:
        """Whether a slot that wants several holds certainly one: a single point, line or circle of a kind that says so."""
        held = self.out.values[slot.name].value
        if slot.least < 2 or isinstance(held, Listed):
            return False
        if isinstance(held, Chain):
            return len(held.ends) == 2
        if not isinstance(held, Ref) or self.scope.kinds[held.name].vague:
            return False
        return any(self.scope.trait(held.name, t) for t in ("point", "line", "circle"))

    def set(self, slot: Slot, value: Value, arg: Arg) -> None:
        """Bind a value; a slot for many collects."""
        if slot.counts_to and not self.countable(slot, value, arg):
            return
        if isinstance(value, Interval) and not self.spanning(value, arg):
            return
        held = self.out.values.get(slot.name)
        if held is None or not slot.many:
            self.out.values[slot.name] = Given(value, arg.span)
            return
        before = held.value.items if isinstance(held.value, Listed) else (held.value,)
        now = value.items if isinstance(value, Listed) else (value,)
        self.out.values[slot.name] = Given(Listed(before + now), held.span.cover(arg.span))

    def countable(self, slot: Slot, value: Value, arg: Arg) -> bool:
        """Whether a count is a whole number that a picture can show; report it if not."""
        stated = value.formula if isinstance(value, Measure) else value
        if not isinstance(stated, Formula) or stated.bindings:
            return True
        number = stated.expression.value()
        if number > slot.counts_to:
            message = f"`{slot.name}` of `{self.word.name}` is at most {slot.counts_to}, found `{number:g}`"
            hints = ["draw a representative part and say the rest in a `note`"]
            self.scope.diagnostics.append(TOO_LARGE.found(message, arg.value.span, hints=hints))
            return False
        if not (number >= 1 and number == int(number)):
            found = shortened(self.scope.text(arg.value.span), 30)
            message = f"`{slot.name}` of `{self.word.name}` wants a whole number, found `{found}`"
            self.scope.diagnostics.append(
                WRONG_TYPE.found(message, arg.value.span, hints=[f"{slot.name}: {slot.doc}"])
            )
            return False
        return True

    def spanning(self, interval: Interval, arg: Arg) -> bool:
        """Whether a range of numbers has something between its ends; report it if not."""
        if interval.low.bindings or interval.high.bindings:
            return True
        low, high = interval.low.expression.value(), interval.high.expression.value()
        largest = max(abs(low), abs(high))
        if low != low or high != high or (high - low > FINEST * largest and largest < limits.MAGNITUDE):
            return True
        found = shortened(self.scope.text(arg.value.span), 30)
        message = f"the range `{found}` has nothing between its ends"
        if largest >= limits.MAGNITUDE:
            message = f"the range `{found}` is too wide to draw"
        self.scope.diagnostics.append(
            WRONG_TYPE.found(message, arg.value.span, hints=["write `low..high`, the smaller first"])
        )
        return False

    # name = value

    def named(self, arg: Arg, lenient: bool) -> None:
        name = (arg.name or "").lower()
        slot = self.word.slot(arg.name or "") or (None if self.spelled(arg) else self.word.slot(name))
        if slot is not None:
            value = self.reader.read(arg.value, slot, named=True) or self.each(arg.value, slot)
            if value is not None:
                self.set(slot, value, arg)
                return
            if self.truth(arg):
                return
            if lenient:
                self.unknown(arg, lenient)
            else:
                self.wrong(arg, slot)
            return
        if self.variable(arg) or self.styled(arg) or self.truth(arg):
            return
        verb = self.scope.vocabulary.verb(name)
        if lenient and not self.names_thing(arg.value):
            self.unknown(arg, lenient)
            return
        if self.relate is not None and verb is not None and verb.slots and verb.change is None:
            self.relate(verb, arg)
            return
        self.unknown(arg, lenient)

    def names_thing(self, name: Expr) -> bool:
        """Whether an expression names a thing, or was meant to; texts and numbers do not."""
        if isinstance(name, List | Tuple):
            return any(self.names_thing(item) for item in name.items)
        if not isinstance(name, Name):
            return not isinstance(name, Text | Number | Quantity)
        known = self.scope.has(name.id) or self.scope.letters(name.id) or self.scope.point(name.id, name.span)
        return bool(known) or (len(name.id) > 2 and bool(did_you_mean(name.id, self.scope.names())))

    def variable(self, arg: Arg) -> bool:
        """Take `y = x^2` as an equation when `y` is one of the kind's variables."""
        variables = self.word.variables if isinstance(self.word, Kind) else ()
        slot = next((s for s in self.word.slots if Want.BOUND in s.wants), None)
        if slot is None or arg.name is None or not (arg.name in variables or is_product(arg.name, variables)):
            return False
        left = product_of(arg.name, arg.span) if arg.name not in variables else None
        left = left or plain_expression(Name(span=arg.span, id=arg.name))
        right = plain_expression(arg.value)
        if left is None or right is None:
            interval = self.reader.interval(arg.value)
            if interval is None:
                return False
            self.out.values[f"{slot.name}:{arg.name}"] = Given(interval, arg.span)
            return True
        self.set(slot, Bound(("==",), (left, right), self.scope.text(arg.span)), arg)
        return True

    def styled(self, arg: Arg) -> bool:
        style = with_key(self.out.style, arg.name or "", arg.value)
        if style is None:
            return False
        self.out.style = style
        return True

    def truth(self, arg: Arg) -> bool:
        """Take `dashed = true`, `as_given = balance`, `kind = actin` as the flags that they mean."""
        name = (arg.name or "").lower()
        if name == WAIVER:
            self.out.waived.append(arg.value.id if isinstance(arg.value, Name) else "*")
            return True
        if isinstance(arg.value, Name) and arg.value.id.lower() in ("true", "yes"):
            return self.flag(Arg(span=arg.span, value=Name(span=arg.span, id=name)))
        return isinstance(arg.value, Name) and arg.value.id.lower() in ("false", "no", "none")

    def as_row(self, arg: Arg) -> bool:
        """Take what is no text as a row of the sheet, as it was written: `given(time = 15 min)`."""
        if not isinstance(self.word, Verb) or self.word.section is None:
            return False
        self.set(self.word.slots[0], Words(self.scope.text(arg.span)), arg)
        return True

    def unknown(self, arg: Arg, lenient: bool) -> None:
        """Keep a value that no slot takes, and say so."""
        if self.as_row(arg):
            return
        slot = Slot(arg.name or "", Want.MEASURE, "")
        value = self.reader.read(arg.value, slot, named=True)
        for held in value.items if isinstance(value, Listed) else (value,):
            if isinstance(held, Measure) and (held.text or held.formula):
                self.out.extra.append((arg.name or "", held))
        if lenient and not isinstance(value, Measure | Listed):
            self.refer(arg)
        if lenient or (isinstance(value, Measure) and self.lettered(arg)):
            return
        near = did_you_mean(arg.name or "", [s.name for s in self.word.slots])
        legal = ", ".join(f"`{s.name}`" for s in self.word.slots[:8])
        hints = (
            [f"did you mean `{near[0]}`?"] if near else [f"`{self.word.name}` takes {legal}"] if legal else []
        )
        message = f"`{self.word.name}` takes no `{arg.name}`"
        self.scope.diagnostics.append(UNKNOWN_ARGUMENT.found(message, arg.span, hints=hints))

    def spelled(self, arg: Arg) -> bool:
        """Whether an argument's name spells points of a kind that takes data under such names."""
        from ..pose.lettered import letters_of

        return isinstance(self.word, Kind) and self.word.lettered and bool(letters_of(arg.name or ""))

    def refer(self, arg: Arg) -> None:
        """Keep a thing or a word under a name that no slot has."""
        slot = next((s for s in self.word.slots if s.many and Want.ENTITY in s.wants), None)
        if isinstance(arg.value, Name) and not self.scope.has(arg.value.id):
            self.out.flags.append(arg.value.id.lower())
            return
        value = self.reader.read(arg.value, slot) if slot is not None else None
        if slot is not None and value is not None:
            self.set(slot, value, arg)

    def lettered(self, arg: Arg) -> bool:
        """Whether a value named by points (`AB = 5 cm`) is one of the kind's own data."""
        from ..pose.lettered import letters_of

        return self.spelled(arg) and all(self.scope.point(p, arg.span) for p in letters_of(arg.name or ""))

    def wrong(self, arg: Arg, slot: Slot) -> None:
        self.refused = True
        if isinstance(arg.value, Name) and self.missing_name(arg.value):
            return
        wants = (slot.dimension if w is Want.MEASURE and slot.dimension else w.value for w in slot.wants)
        what = " or ".join(dict.fromkeys(map(_article, wants)))
        hints = [f"one of {', '.join(slot.choices)}"] if slot.choices else [f"{slot.name}: {slot.doc}"]
        found = shortened(self.scope.text(arg.value.span), 30)
        message = f"`{slot.name}` of `{self.word.name}` wants {what}, found `{found}`"
        self.scope.diagnostics.append(WRONG_TYPE.found(message, arg.value.span, hints=hints))

    def missing_name(self, name: Name) -> bool:
        """Report a name that nothing declares; return whether that was the matter."""
        if self.scope.has(name.id):
            return False
        self.refused = True
        near = did_you_mean(name.id, self.scope.names())
        hints = [f"did you mean `{near[0]}`?"] if near else [f"declare it, for example `point {name.id}`"]
        fix = None
        if near:
            fix = Fix(
                title=f"use `{near[0]}`", edits=(Edit(span=name.span, text=near[0]),), trust=Trust.GUESS
            )
        self.scope.diagnostics.append(
            UNKNOWN_NAME.found(f"nothing is called `{name.id}`", name.span, hints=hints, fix=fix)
        )
        return True

    # value

    def positional(self, arg: Arg, lenient: bool) -> None:
        if (
            isinstance(arg.value, Name)
            and not self.scope.has(arg.value.id)
            and (self.flag(arg) or self.attribute(arg.value))
        ):
            return
        for slot in self.word.slots:
            if not slot.positional or (slot.name in self.out.values and not slot.many):
                continue
            value = self.reader.read(arg.value, slot) or self.each(arg.value, slot)
            if value is not None:
                self.set(slot, value, arg)
                return
        if not self.flag(arg) and not self.relation(arg):
            self.unmatched(arg, lenient)

    def each(self, expr: Expr, slot: Slot) -> Value | None:
        """Read a list of what a verb is said of, one by one: `label([A, B], "fixed")`."""
        if not isinstance(expr, List) or isinstance(self.word, Kind) or not self.word.distributes:
            return None
        values = tuple(value for item in expr.items if (value := self.reader.read(item, slot)) is not None)
        subject = slot is self.word.slots[0] and len(values) == len(expr.items) > 0
        return Listed(values) if subject else None

    def attribute(self, word: Name) -> bool:
        """Take `dimension(tank, length, 42 ft)` as being about the length of the thing before."""
        slot = self.word.slots[0] if self.word.slots else None
        held = self.out.values.get(slot.name) if slot else None
        if slot is None or held is None or not isinstance(self.word, Verb) or word.id not in ATTRIBUTES:
            return False
        if isinstance(held.value, Listed | Measure | Words):
            return False
        self.out.values[slot.name] = Given(PartRef(held.value, word.id), held.span.cover(word.span))
        return True

    def flag(self, arg: Arg) -> bool:
        """Take a bare (or quoted) word as a flag of the kind or a style."""
        if not isinstance(arg.value, Name):
            return False
        word = arg.value.id
        folded = word.lower()
        if folded == WAIVER:
            self.out.waived.append("*")
        elif folded in self.word.flags:
            self.out.flags.append(folded)
        elif choice := next((s for s in self.word.slots if folded in s.choices), None):
            if choice.name in self.out.values:
                return False
            value = self.reader.read(arg.value, choice, named=True)
            if value is None:
                return False
            self.set(choice, value, arg)
        else:
            style = with_flag(self.out.style, word)
            if style is None:
                return False
            self.out.style = style
        return True

    def relation(self, arg: Arg) -> bool:
        """Take `block w(below(p))`, a relation said as a positional argument."""
        expr = arg.value
        if self.relate is None or not isinstance(expr, Call) or not isinstance(expr.callee, Name):
            return False
        verb = self.scope.vocabulary.verb(expr.callee.id)
        if verb is None or verb.hold is None or len(expr.args) != 1:
            return False
        self.relate(verb, expr.args[0])
        return True

    def unmatched(self, arg: Arg, lenient: bool) -> None:
        """Keep what fits no slot: texts and values are printed, words become flags."""
        if self.as_row(arg):
            return
        expr = arg.value
        if (slot := self.of_another_dimension(arg)) is not None:
            self.wrong(arg, slot)
            return
        value = self.reader.anything(expr) if not isinstance(expr, Name) else None
        if isinstance(value, Words):
            self.out.texts.append(value)
        elif isinstance(value, Measure):
            self.out.extra.append(("", value))
        if isinstance(expr, Name):
            self.unknown_word(expr, lenient)
        elif not lenient and not isinstance(value, Words):
            message = f"`{self.word.name}` has no place for `{shortened(self.scope.text(expr.span), 40)}`"
            legal = [f"{s.name}: {s.doc}" for s in self.word.slots[:4]]
            self.scope.diagnostics.append(UNMATCHED_ARGUMENT.found(message, expr.span, hints=legal))

    def of_another_dimension(self, arg: Arg) -> Slot | None:
        """Return the slot of a verb for which a value was certainly meant, had it the right dimension."""
        if isinstance(self.word, Kind) or not isinstance(arg.value, Quantity):
            return None
        empty = (s for s in self.word.slots if s.positional and s.name not in self.out.values)
        return next((s for s in empty if Want.MEASURE in s.wants and s.dimension), None)

    def unknown_word(self, name: Name, lenient: bool) -> None:
        if lenient:
            self.out.flags.append(name.id.lower())
            return
        wants_thing = any(
            w in (Want.ENTITY, Want.POINT, Want.LINE, Want.CIRCLE) for s in self.word.slots for w in s.wants
        )
        words = (*WORDS, *self.word.flags, *(c for s in self.word.slots for c in s.choices))
        near = did_you_mean(name.id, words)
        open_slot = any(s.required and s.name not in self.out.values for s in self.word.slots)
        like_a_name = bool(did_you_mean(name.id, self.scope.names())) or name.id[0].isupper()
        if wants_thing and not near and (open_slot or isinstance(self.word, Verb) or like_a_name):
            self.missing_name(name)
            return
        self.out.flags.append(name.id.lower())
        hints = [f"did you mean `{near[0]}`?"] if near else ["put it in quotes to print it"]
        fix = Fix(title=f"use `{near[0]}`", edits=(Edit(span=name.span, text=near[0]),)) if near else None
        message = f"`{name.id}` means nothing to `{self.word.name}`"
        self.scope.diagnostics.append(UNKNOWN_WORD.found(message, name.span, hints=hints, fix=fix))


def _numeric(expr: Expr) -> bool:
    """Whether an expression computes a number: `2`, `3 cm`, `-1`, `1 + x`, `sqrt(2)`."""
    called = (
        isinstance(expr, Call)
        and isinstance(expr.callee, Name)
        and function_named(expr.callee.id) is not None
    )
    return called or isinstance(expr, Number | Quantity | Unary | Binary)


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
