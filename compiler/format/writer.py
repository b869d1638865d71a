"""The canonical text of a spec: headings in order, one statement a line, every comment kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from ...dsl.spec import Block, Declaration, For, Link, Relation, Spec, Statement
from .comments import Body, Entry, with_comments
from .expressions import OUTER, SOFT, Canonical, Expressions

WIDTH: Final = 100
"""Characters on a line before it is broken."""

SHORT: Final = 88
"""Characters of a block that stands on one line."""

HEADINGS: Final = ("entities", "layout", "labels", "constraints")

Home: TypeAlias = Callable[[Statement], str | None]
"""Gives the heading that a statement belongs under, or nothing if it may stay."""


def format_spec(spec: Spec, *, home: Home | None = None, canonical: Canonical | None = None) -> str:
    """Return the canonical text of a spec.

    Statements are sorted under the headings only where headings are used. `home` decides where to, by
    default `default_home`; `canonical` maps words (role `kind`, `verb` or `arg`) to canonical ones.

    >>> from ..parse import parse
    >>> from ...dsl.source import Source
    >>> spec = parse(Source(text="labels{a->b:'0' }".replace("'", '"'))).value
    >>> print(format_spec(spec), end="")
    entities { a -> b : "0" }
    """
    body = sorted_home(with_comments(spec), home or default_home)
    lines = _Writer(Expressions(canonical or _as_written)).body(body, 0)
    return "".join(f"{line}\n" for line in lines)


def default_home(statement: Statement) -> str | None:
    """Send declarations and links to the entities; everything else stays where it is."""
    if isinstance(statement, Declaration) and statement.body is None:
        return "entities"
    is_link = isinstance(statement, Relation) and isinstance(statement.expr, Link)
    return "entities" if is_link else None


def _as_written(role: str, word: str) -> str:
    return word


@dataclass
class _Shelf:
    """Statements under one heading, gathered from all its blocks."""

    leading: list[str] = field(default_factory=list)
    trailing: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def sorted_home(body: Body, home: Home) -> Body:
    """Return a body with its statements under their headings, if it has headings."""
    entries = [
        entry if entry.body is None else entry.with_body(sorted_home(entry.body, home))
        for entry in body.entries
    ]
    if not any(map(_is_heading, entries)):
        return Body(tuple(entries), body.head, body.tail)
    shelves = {heading: _Shelf() for heading in HEADINGS}
    before: list[Entry] = []
    after: list[Entry] = []
    seen = False
    for entry in entries:
        if _is_heading(entry):
            seen = True
            _shelve(entry, shelves, home)
            continue
        target = _target(entry, home)
        if target in shelves:
            shelves[target].entries.append(entry)
        else:
            (after if seen else before).append(entry)
    blocks = [
        _block(heading, shelf) for heading, shelf in shelves.items() if shelf.entries or _comments(shelf)
    ]
    return Body((*before, *blocks, *after), body.head, body.tail)


def _target(entry: Entry, home: Home) -> str | None:
    statement = entry.statement
    return None if statement is None or isinstance(statement, str) else home(statement)


def _is_heading(entry: Entry) -> bool:
    statement = entry.statement
    return isinstance(statement, Block) and statement.title is None and statement.word.lower() in HEADINGS


def _shelve(block: Entry, shelves: dict[str, _Shelf], home: Home) -> None:
    """Move the statements of a heading's block to the shelves they belong on."""
    assert isinstance(block.statement, Block) and block.body is not None
    own = block.statement.word.lower()
    shelf = shelves[own]
    shelf.leading += block.leading
    shelf.trailing += block.trailing
    shelf.head += block.body.head
    for entry in block.body.entries:
        if _is_heading(entry):
            _shelve(entry, shelves, home)
            continue
        target = _target(entry, home)
        shelves[target if target in shelves else own].entries.append(entry)
    if block.body.tail:
        shelf.entries.append(Entry(None, leading=block.body.tail))


def _comments(shelf: _Shelf) -> bool:
    return bool(shelf.leading or shelf.trailing or shelf.head)


def _block(heading: str, shelf: _Shelf) -> Entry:
    return Entry(
        heading,
        leading=tuple(shelf.leading),
        trailing=tuple(shelf.trailing),
        body=Body(tuple(shelf.entries), tuple(shelf.head), ()),
    )


@dataclass(frozen=True)
class _Writer:
    expressions: Expressions

    def body(self, body: Body, indent: int) -> list[str]:
        """Return the lines of statements and of the comments around them."""
        margin = " " * indent
        lines = [f"{margin}{_comment(text)}" for text in body.head] if indent == 0 else []
        for entry in body.entries:
            lines += [f"{margin}{_comment(text)}" for text in entry.leading]
            lines += self._entry(entry, indent)
        return lines + [f"{margin}{_comment(text)}" for text in body.tail]

    def _entry(self, entry: Entry, indent: int) -> list[str]:
        if entry.statement is None:
            return []
        head = self._head(entry.statement)
        lines = _wrapped(head, indent) if entry.body is None else self._with_body(head, entry.body, indent)
        first, *rest = entry.trailing or ("",)
        if entry.trailing:
            lines[-1] += f"  {_comment(first)}"
        return lines + [f"{' ' * indent}{_comment(text)}" for text in rest]

    def _with_body(self, head: str, body: Body, indent: int) -> list[str]:
        opening = _wrapped(f"{head} {{", indent)
        if not (body.entries or body.head or body.tail):
            return [*opening[:-1], f"{opening[-1]}}}"]
        inner = self.body(body, indent + 2)
        one_line = f"{opening[-1]} {inner[0].strip()} }}" if inner else ""
        if len(opening) == 1 and len(inner) == 1 and _is_plain(body) and len(one_line) <= SHORT:
            return [one_line]
        first, *more = body.head or ("",)
        if body.head:
            opening[-1] += f"  {_comment(first)}"
        margin = " " * (indent + 2)
        return [*opening, *(f"{margin}{_comment(text)}" for text in more), *inner, f"{' ' * indent}}}"]

    def _head(self, statement: Statement | str) -> str:
        """Write a statement without its body."""
        write = self.expressions
        match statement:
            case str():
                return statement
            case Declaration():
                kind = write.canonical("kind", statement.kind)
                return f"{kind} " + f",{OUTER}".join(map(write.declarator, statement.declarators))
            case Relation():
                args = f" : {write.arguments(statement.args)}" if statement.args else ""
                return f"{write.statement(statement.expr)}{args}"
            case Block():
                title = f" {write.value(statement.title)}" if statement.title else ""
                return f"{statement.word}{title}"
            case For():
                names = ", ".join(statement.names)
                target = names if len(statement.names) == 1 else f"({names})"
                return f"for {target} in {write.value(statement.iterable)}"


def _is_plain(body: Body) -> bool:
    """Whether a body holds one simple statement and no comment."""
    if len(body.entries) != 1 or body.head or body.tail:
        return False
    (entry,) = body.entries
    return entry.body is None and entry.statement is not None and not entry.leading and not entry.trailing


def _comment(text: str) -> str:
    return f"// {text}".rstrip()


def _wrapped(text: str, indent: int) -> list[str]:
    """Return a statement's lines, broken where it may be broken and as late as possible."""
    margin, further = " " * indent, " " * (indent + 4)
    whole = margin + text.replace(SOFT, " ").replace(OUTER, " ")
    if len(whole) <= WIDTH:
        return [whole]
    room = WIDTH - len(further)
    parts = [
        part.split(SOFT) if len(part) > room else [part.replace(SOFT, " ")] for part in text.split(OUTER)
    ]
    lines: list[str] = []
    line = margin
    for piece in (piece for part in parts for piece in part):
        if line.strip() and len(line) + len(piece) > WIDTH:
            lines.append(line.rstrip())
            line = further
        line += f"{piece} "
    return [*lines, line.rstrip()]
