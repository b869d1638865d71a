"""Reading links: one relation from each end to the next, whose verb the kinds at the ends decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...dsl.source import Span
from ...dsl.spec import Arg, Expr, Link, Name, Number, Text
from ...dsl.suggest import did_you_mean
from ..values import Words
from ..vocabulary import Role, Verb
from .forms import ends_of
from .scope import Scope
from .unknown import undeclared_end

FLAGS = {"->": "directed", "<->": "both", "--": "undirected"}

Relate = Callable[[Verb, tuple[Arg, ...], Span], None]


def read_link(chain: Link, args: tuple[Arg, ...], scope: Scope, relate: Relate) -> None:
    """Read a chain of links, list members apart; `relate` takes each relation that it says."""
    for op, left, right in zip(chain.ops, chain.ends, chain.ends[1:]):
        for a in ends_of(left):
            for b in ends_of(right):
                ends = (end(a, scope), end(b, scope))
                flag = Arg(span=chain.span, value=Name(span=chain.span, id=FLAGS[op]))
                given = (*(Arg(span=e.span, value=e) for e in ends), flag, *args)
                relate(verb_between(ends, scope), given, chain.span)


def verb_between(ends: tuple[Expr, ...], scope: Scope) -> Verb:
    """Return what a link between two things means."""
    kinds = [scope.kinds.get(e.id) for e in ends if isinstance(e, Name)]
    traits = {trait for kind in kinds if kind for trait in kind.traits}
    rules = (rule.verb for rule in scope.vocabulary.links if rule.trait in traits)
    return next(rules, scope.vocabulary.verb_in(Role.LINK))


def end(expr: Expr, scope: Scope) -> Expr:
    """Return an end of a link; a text is a box of that text, one box for one text."""
    said = expr.text if isinstance(expr, Number) else expr.value if isinstance(expr, Text) else ""
    if said and scope.has(said):
        return Name(span=expr.span, id=said)
    if isinstance(expr, Name) and not scope.has(expr.id) and not scope.point(expr.id, expr.span):
        return box_of(expr, scope)
    if not isinstance(expr, Text):
        return expr
    name = f"“{expr.value}”"
    if not scope.has(name):
        entity = scope.mention(name, scope.vocabulary.kind_in(Role.THING), expr.span)
        scope.entities[name] = replace(entity, texts=(Words(expr.value),))
    return Name(span=expr.span, id=name)


def box_of(name: Name, scope: Scope) -> Name:
    """Let the end of a link that nothing is like be a box of its name; what looks like a slip stays an error."""
    if name.id in scope.groups or scope.letters(name.id) or did_you_mean(name.id, scope.names()):
        return name
    scope.mention(name.id, scope.vocabulary.kind_in(Role.THING), name.span, named=True)
    scope.diagnostics.append(undeclared_end(name.id, name.span))
    return name
