"""Declarations that are really calls: `title "x"`, `angle ABC = 45°`, `A at (0, 0)`.

The parser, which knows no words, takes any two words in a row as a declaration. Where the first is a verb, or
the name of a declared thing, the statement is read as the call that it stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...dsl.diagnostics import Diagnostic, Edit, Fix, Trust
from ...dsl.source import Source, Span
from ...dsl.spec import Arg, Call, Declaration, Declarator, Expr, Name, Relation, Statement, Text, Tuple
from ..vocabulary import Kind, Vocabulary
from .codes import DECLARED_CALL
from .scope import POINT_NAME


@dataclass(frozen=True)
class Reread:
    """The statements of a panel once calls are calls, and what was found on the way."""

    statements: tuple[Statement, ...]
    diagnostics: tuple[Diagnostic, ...]


KindOf = Callable[[str], Kind | None]


def reread(
    statements: Iterable[Statement], kind_of: KindOf, vocabulary: Vocabulary, source: Source
) -> Reread:
    """Return statements in which what is declared with a verb or with a thing's name is a call.

    Emits SPC019.
    """
    written = tuple(statements)
    declared = {
        s.declarators[0].name: kind
        for s in written
        if isinstance(s, Declaration) and (kind := kind_of(s.kind)) is not None
    }
    said: list[Statement] = []
    found: list[Diagnostic] = []
    for group in _groups(written):
        call = _call(group, declared, kind_of, vocabulary, source)
        if call is None:
            said += group
            continue
        said.append(Relation(span=call.span, expr=call))
        if all(f.span != call.span for f in found):
            found.append(_finding(call, source))
    return Reread(tuple(said), tuple(found))


def _groups(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Yield what was written as one statement: expansion has made one of each declarator.

    A loop repeats the same place with other contents, so a declarator seen before begins a new group.
    """
    held: list[Statement] = []
    places: set[Span] = set()
    for statement in statements:
        place = statement.declarators[0].span if isinstance(statement, Declaration) else statement.span
        if held and (statement.span != held[0].span or place in places):
            yield tuple(held)
            held, places = [], set()
        held.append(statement)
        places.add(place)
    if held:
        yield tuple(held)


def _call(
    group: tuple[Statement, ...],
    declared: dict[str, Kind],
    kind_of: KindOf,
    vocabulary: Vocabulary,
    source: Source,
) -> Call | None:
    """Return the call that a statement stands for, or nothing if it declares."""
    first = group[0]
    if not isinstance(first, Declaration) or kind_of(first.kind) is not None:
        return None
    declarators = [s.declarators[0] for s in group if isinstance(s, Declaration)]
    if vocabulary.verb(first.kind) is not None and all(_refers(d, declared, source) for d in declarators):
        args = [arg for d in declarators for arg in _said_by(d, source)]
        return _called(first, first.kind, args)
    kind = declared.get(first.kind)
    only = declarators[0]
    if kind is None or len(declarators) > 1 or not only.args:
        return None
    own = Name(span=Span(start=first.span.start, end=first.span.start + len(first.kind)), id=first.kind)
    if kind.slot(only.name) is not None:
        return _called(first, first.kind, [Arg(span=only.span, name=only.name, value=_whole(only.args))])
    if vocabulary.verb(only.name) is not None:
        return _called(first, only.name, [Arg(span=own.span, value=own), *only.args])
    return None


def _refers(declarator: Declarator, declared: dict[str, Kind], source: Source) -> bool:
    """Whether what stands after a verb is a text or the name of something, so that nothing new is declared."""
    name = declarator.name
    return (
        source.slice(declarator.span).startswith('"')
        or name in declared
        or POINT_NAME.match(name) is not None
    )


def _called(statement: Declaration, word: str, args: Iterable[Arg]) -> Call:
    return Call(span=statement.span, callee=Name(span=statement.span, id=word), args=tuple(args))


def _said_by(declarator: Declarator, source: Source) -> Iterator[Arg]:
    """Yield the arguments that a declarator writes: its name, what follows in parentheses, its value."""
    args, value = declarator.args or (), declarator.value
    rest = [a.span.start for a in args] + ([value.span.start] if value else [])
    own = Span(start=declarator.span.start, end=min([declarator.span.end, *rest]))
    if source.slice(own).startswith('"'):
        yield Arg(span=own, value=Text(span=own, value=declarator.name))
    else:
        yield Arg(span=own, value=Name(span=own, id=declarator.name))
    yield from args
    if value is not None:
        yield Arg(span=value.span, value=value)


def _whole(args: tuple[Arg, ...]) -> Expr:
    """Return what stands in parentheses as one value: `(0, 0)` is a place."""
    if len(args) == 1:
        return args[0].value
    span = args[0].span.cover(args[-1].span)
    return Tuple(span=span, items=tuple(a.value for a in args))


def _finding(call: Call, source: Source) -> Diagnostic:
    word = call.callee.id if isinstance(call.callee, Name) else ""
    text = f"{word}({', '.join(_written(a, source) for a in call.args)})"
    fix = Fix(title=f"write `{text}`", edits=(Edit(span=call.span, text=text),), trust=Trust.SAFE)
    message = f"`{word}` is called, not declared"
    return DECLARED_CALL.found(message, call.span, hints=[f"write `{text}`"], fix=fix)


def _written(arg: Arg, source: Source) -> str:
    """Return an argument as its author wrote it."""
    value = arg.value
    if isinstance(value, Name) and arg.name is None:
        return value.id
    inner = source.slice(value.span).strip()
    inner = f"({inner})" if isinstance(value, Tuple) and not inner.startswith("(") else inner
    return f"{arg.name} = {inner}" if arg.name else inner
