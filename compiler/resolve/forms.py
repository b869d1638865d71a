"""What statement forms come to: values behind an equals sign, ends of links, what a declaration says."""

from __future__ import annotations

from collections.abc import Mapping

from ...dsl.spec import Arg, Binary, Compare, Declarator, Equation, Expr, List, Name
from ..model import Relation
from ..values import Given
from ..vocabulary import Kind, Slot, Verb, Want
from .rewrite import rewrite


def shares_members(one: Relation, other: Relation) -> bool:
    """Whether two arrangements have two things in common, so that both cannot place them."""
    first, second = (r.values_of(r.verb.slots[0].name) for r in (one, other))
    return sum(value in second for value in first) > 1


def said_of(declarator: Declarator) -> tuple[Arg, ...]:
    """Return all that a declaration says of its thing, a value first."""
    value = declarator.value
    own = (Arg(span=value.span, value=value),) if value is not None else ()
    return (*own, *(declarator.args or ()))


def with_value(kind: Kind, declarator: Declarator, args: list[Arg]) -> list[Arg]:
    """Turn `= value` into an argument: a function's rule, or simply the first argument."""
    value = declarator.value
    assert value is not None
    if kind.variables and len(args) == 1 and isinstance(args[0].value, Name):
        rule = rewrite(value, {args[0].value.id: Name(span=value.span, id="x")})
        left = Name(span=declarator.span, id="y")
        return [Arg(span=declarator.span, value=Equation(span=declarator.span, left=left, right=rule))]
    if isinstance(value, Compare) and value.ops == ("==",):
        value = Equation(span=value.span, left=value.terms[0], right=value.terms[1])
    return [Arg(span=value.span, value=value), *args]


def ends_of(expr: Expr) -> tuple[Expr, ...]:
    """Return the ends that one end stands for: each member of a list, each part of a joint `a + b`."""
    if isinstance(expr, List):
        return expr.items
    if isinstance(expr, Binary) and expr.op == "+":
        return (*ends_of(expr.left), *ends_of(expr.right))
    return (expr,)


def takes_several(verb: Verb) -> bool:
    """Whether a verb takes more than one thing beside its subject: `between = (a, b)`."""
    return len([s for s in verb.slots if s.required]) > 2 or any(s.many for s in verb.slots[1:])


def slot_for_text(verb: Verb, values: Mapping[str, Given]) -> Slot | None:
    """Return the free slot of a verb that prints a text which none asked for: a measure's before a name's."""
    free = [s for s in verb.slots if s.name not in values]
    likely = [s for s in free if s.positional and (Want.TEXT in s.wants or Want.MEASURE in s.wants)]
    return next(iter(likely or [s for s in free if Want.TEXT in s.wants]), None)
