"""From statements to flat panels: headings vanish, loops and components unfold, states become panels.

Expansion is bounded: a spec is data from a stranger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ...dsl.diagnostics import Code, Diagnostic
from ...dsl.source import Span
from ...dsl.spec import (
    Arg,
    Binary,
    Block,
    Call,
    Declaration,
    Declarator,
    Expr,
    For,
    Index,
    List,
    Name,
    Node,
    Number,
    Quantity,
    Range,
    Relation,
    Spec,
    Statement,
    Text,
    Tuple,
    Unary,
)
from .. import limits
from .codes import CIRCULAR, DUPLICATE_NAME, NOT_A_LIST, TOO_LARGE
from .rewrite import mentions, rewrite, size

PANEL_WORDS = frozenset({"panel", "panels", "state", "scene", "subfigure", "view"})
CONSTANT_WORDS = frozenset({"let", "const", "def"})
COMPONENT_WORDS = frozenset({"define", "component", "macro"})
MAIN = ""

Bindings = Mapping[str, Expr]
NodeT = TypeVar("NodeT", bound=Node)


@dataclass
class Draft:
    """A panel while its statements are collected: one declarator per declaration."""

    name: str
    caption: str = ""
    span: Span | None = None
    statements: list[Statement] = field(default_factory=list)


@dataclass(frozen=True)
class Component:
    """A `define`d component: parameters and body."""

    name: str
    parameters: tuple[str, ...]
    body: tuple[Statement, ...]


@dataclass(frozen=True)
class Expanded:
    """The panels of a spec, the main one first, and what went wrong."""

    panels: tuple[Draft, ...]
    diagnostics: tuple[Diagnostic, ...]
    cut_short: bool = False
    """Whether unfolding stopped at a bound, so that what there is is only a part."""


def expand(spec: Spec) -> Expanded:
    """Unfold a spec into flat panels."""
    return _Expander().run(spec)


class _Expander:
    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {MAIN: Draft(MAIN)}
        self.components: dict[str, Component] = {}
        self.diagnostics: list[Diagnostic] = []
        self.count = 0
        self.turns = 0
        self.parts = 0
        self.full = False
        self.outermost: Span | None = None

    def run(self, spec: Spec) -> Expanded:
        self.walk(spec.statements, {}, self.drafts[MAIN], 0)
        return Expanded(tuple(self.drafts.values()), tuple(self.diagnostics), self.full)

    def report(self, code: Code, message: str, span: Span, *hints: str) -> None:
        self.diagnostics.append(code.found(message, span, hints=hints))

    def walk(self, body: Iterable[Statement], bound: dict[str, Expr], draft: Draft, depth: int) -> None:
        for statement in body:
            if self.full:
                return
            if depth > limits.DEPTH:
                self.full = True
                hint = "headings need no headings around them"
                self.report(CIRCULAR, f"nested more than {limits.DEPTH} deep", statement.span, hint)
                return
            self.statement(statement, bound, draft, depth)

    def statement(self, statement: Statement, bound: dict[str, Expr], draft: Draft, depth: int) -> None:
        self.turn(statement.span)
        if self.full:
            return
        if isinstance(statement, Block):
            self.block(statement, bound, draft, depth)
        elif isinstance(statement, For):
            self.loop(statement, bound, draft, depth)
        elif isinstance(statement, Declaration):
            self.declaration(statement, bound, draft, depth)
        elif (component := self.component_called(statement)) and isinstance(statement.expr, Call):
            args = statement.expr.args
            self.instance(
                component, f"{component.name}{self.count + 1}", args, bound, draft, depth, statement.span
            )
        else:
            self.emit(self.rewritten(statement, bound), draft)

    def component_called(self, statement: Relation) -> Component | None:
        expr = statement.expr
        named = isinstance(expr, Call) and isinstance(expr.callee, Name)
        return self.components.get(expr.callee.id) if named else None  # type: ignore[union-attr]

    def emit(self, statement: Statement, draft: Draft) -> None:
        self.count += 1
        if self.count > limits.STATEMENTS:
            self.too_large(statement.span)
        long = statement.span.end - statement.span.start > limits.STATEMENT_PARTS // 2
        if long and size(statement, limits.STATEMENT_PARTS) > limits.STATEMENT_PARTS:
            self.too_large(statement.span, f"the statement has more than {limits.STATEMENT_PARTS:,} parts")
        if self.full:
            return
        draft.statements.append(statement)

    def turn(self, span: Span) -> None:
        """Count a visit: loops and components that make nothing end, too."""
        self.turns += 1
        if self.turns > limits.TURNS:
            self.too_large(span)

    def rewritten(self, node: NodeT, bound: Bindings) -> NodeT:
        """Return a node with its names replaced, counting what that writes."""
        new = rewrite(node, bound)
        if new is not node:
            self.parts += size(new, limits.PARTS)
        if self.parts > limits.PARTS:
            self.too_large(node.span)
        return new

    def too_large(self, span: Span, what: str = "") -> None:
        if self.full:
            return
        self.full = True
        self.report(
            TOO_LARGE, what or f"the spec expands to more than {limits.STATEMENTS:,} statements", self.outermost or span,
            "draw a representative part and say the rest in a `note`",
        )  # fmt: skip

    def block(self, block: Block, bound: dict[str, Expr], draft: Draft, depth: int) -> None:
        if block.word.lower() in PANEL_WORDS:
            name = f"{block.word}{len(self.drafts)}"
            draft = self.panel(name, block.title.value if block.title else "", None, block.span)
        self.walk(block.body, bound, draft, depth + 1)

    def panel(self, name: str, caption: str, like: str | None, span: Span) -> Draft:
        """Open a panel, with the statements of the one that it is like."""
        if len(self.drafts) > limits.PANELS:
            self.too_large(span, f"more than {limits.PANELS} panels")
        if name in self.drafts:
            self.report(
                DUPLICATE_NAME, f"the panel `{name}` is declared twice", span, "give one of them another name"
            )
        base = self.drafts.get(like) if like else None
        draft = Draft(name, caption, span, list(base.statements) if base else [])
        self.drafts[name] = draft
        return draft

    def loop(self, loop: For, bound: dict[str, Expr], draft: Draft, depth: int) -> None:
        with self.unfolding(loop.iterable.span):
            self.turns_of(loop, bound, draft, depth)

    @contextmanager
    def unfolding(self, span: Span) -> Iterator[None]:
        """Remember the outermost loop or component: there stands what is too large."""
        before = self.outermost
        self.outermost = before or span
        yield
        self.outermost = before

    def turns_of(self, loop: For, bound: dict[str, Expr], draft: Draft, depth: int) -> None:
        members = self.members(self.rewritten(loop.iterable, bound))
        if members is None:
            if not self.full:
                self.report(
                    NOT_A_LIST,
                    "a loop needs a list or a range",
                    loop.iterable.span,
                    "for x in [1, 2, 3] { … }",
                )
            return
        for member in members:
            self.turn(loop.span)
            if self.full:
                return
            self.walk(loop.body, {**bound, **_unpack(loop.names, member)}, draft, depth + 1)

    def members(self, expr: Expr) -> list[Expr] | None:
        """Return what a loop runs over: a list, a whole range, `pairs(list)`, `list - [some]`."""
        if isinstance(expr, List | Tuple):
            return list(expr.items)
        if isinstance(expr, Range):
            return self.counted(expr)
        if isinstance(expr, Binary) and expr.op == "-":
            left, right = self.members(expr.left), self.members(expr.right)
            known = {index_key(member) for member in right or ()}
            return [member for member in left if index_key(member) not in known] if left else left
        if (
            isinstance(expr, Call)
            and isinstance(expr.callee, Name)
            and expr.callee.id == "pairs"
            and expr.args
        ):
            return self.paired(expr)
        return None

    def counted(self, expr: Range) -> list[Expr] | None:
        low, high = _whole(expr.low), _whole(expr.high)
        if low is None or high is None:
            return None
        if high - low >= limits.STATEMENTS:
            self.too_large(expr.span, f"a range of more than {limits.STATEMENTS:,} numbers")
            return None
        return [Number(span=expr.span, text=str(n), value=n) for n in range(low, high + 1)]

    def paired(self, call: Call) -> list[Expr] | None:
        """Return all pairs of a list's members."""
        inner = self.members(call.args[0].value)
        if inner is None:
            return None
        if len(inner) ** 2 > 2 * limits.TURNS:
            self.too_large(call.span, f"more than {limits.TURNS:,} pairs")
            return None
        return [Tuple(span=call.span, items=pair) for pair in _pairs(inner)]

    def declaration(self, statement: Declaration, bound: dict[str, Expr], draft: Draft, depth: int) -> None:
        word = statement.kind.lower()
        for declarator in statement.declarators:
            if word in CONSTANT_WORDS and declarator.value is not None:
                self.constant(declarator.name, declarator.value, bound)
            elif word in COMPONENT_WORDS and statement.body is not None:
                parameters = tuple(a.value.id for a in declarator.args or () if isinstance(a.value, Name))
                self.components[declarator.name] = Component(declarator.name, parameters, statement.body)
            elif word in PANEL_WORDS and statement.body is not None:
                opened = self.panel(declarator.name, *_panel_args(declarator.args or ()), declarator.span)
                opened.statements += _panel_flags(declarator.args or ())
                mark = len(opened.statements)
                self.walk(statement.body, dict(bound), opened, depth + 1)
                opened.statements = _overridden(opened.statements[:mark], opened.statements[mark:])
            elif word != "use":
                self.declared(statement, declarator, bound, draft, depth)

    def constant(self, name: str, value: Expr, bound: dict[str, Expr]) -> None:
        """Bind a name; what each constant doubles soon fills any memory."""
        bound[name] = self.rewritten(value, bound)
        if size(bound[name], limits.VALUE_PARTS) > limits.VALUE_PARTS:
            self.too_large(value.span, f"`{name}` has more than {limits.VALUE_PARTS:,} parts")

    def declared(
        self, statement: Declaration, declarator: Declarator, bound: dict[str, Expr], draft: Draft, depth: int
    ) -> None:
        component = self.components.get(statement.kind)
        for single in self.numbered(declarator, bound):
            if component:
                self.instance(component, single.name, single.args or (), bound, draft, depth, single.span)
                continue
            self.emit(statement.model_copy(update={"declarators": (self.rewritten(single, bound),)}), draft)
        if statement.body:
            self.walk(statement.body, bound, draft, depth + 1)

    def numbered(self, declarator: Declarator, bound: Bindings) -> Iterator[Declarator]:
        """Yield the members of `o[6]`, or the one of `o[m]` in a loop over `m`, or the thing itself."""
        named = bound.get(declarator.name)
        if isinstance(named, Name):
            declarator = declarator.model_copy(update={"name": named.id})
        if declarator.count is None:
            yield declarator
            return
        whole = _whole(declarator.count)
        if whole is None or mentions(declarator.count, bound):
            key = index_key(rewrite(declarator.count, bound))
            yield declarator.model_copy(update={"name": f"{declarator.name}[{key}]", "count": None})
            return
        if whole > limits.STATEMENTS:
            self.too_large(declarator.span)
            return
        for n in range(1, whole + 1):
            yield declarator.model_copy(update={"name": f"{declarator.name}[{n}]", "count": None})

    def instance(
        self,
        component: Component,
        name: str,
        args: tuple[Arg, ...],
        bound: dict[str, Expr],
        draft: Draft,
        depth: int,
        span: Span,
    ) -> None:
        """Unfold a component: its own names become parts of the instance, `pair.left`."""
        own = {name_: Name(span=span, id=f"{name}.{name_}") for name_ in _declared_names(component.body)}
        values = (self.rewritten(a.value, bound) for a in args)
        named = {a.name: self.rewritten(a.value, bound) for a in args if a.name}
        inner: dict[str, Expr] = {**own, **dict(zip(component.parameters, values)), **named}
        if depth + 1 > limits.DEPTH and not self.full:
            self.full = True
            hint = "repeat with `for`, or write its few levels out"
            self.report(CIRCULAR, f"component `{component.name}` contains itself", span, hint)
        with self.unfolding(span):
            for statement in component.body:
                if self.full:
                    return
                self.statement(_prefixed(statement, name), dict(inner), draft, depth + 1)


def _prefixed(statement: Statement, prefix: str) -> Statement:
    if not isinstance(statement, Declaration):
        return statement
    renamed = tuple(d.model_copy(update={"name": f"{prefix}.{d.name}"}) for d in statement.declarators)
    return statement.model_copy(update={"declarators": renamed})


def _declared_names(body: tuple[Statement, ...]) -> list[str]:
    return [d.name for s in body if isinstance(s, Declaration) for d in s.declarators]


def _panel_args(args: tuple[Arg, ...]) -> tuple[str, str | None]:
    """Return the caption and the panel to start from."""
    caption = next(
        (a.value.value for a in args if isinstance(a.value, Text) and a.name in (None, "caption", "title")),
        "",
    )
    like = next(
        (a.value.id for a in args if a.name in ("like", "same_as") and isinstance(a.value, Name)), None
    )
    return caption, like


def _panel_flags(args: tuple[Arg, ...]) -> list[Statement]:
    """Return the bare words among a panel's arguments as what is said inside it: `panel a("A", not_to_scale)`."""
    return [Relation(span=a.span, expr=a.value) for a in args if a.name is None and isinstance(a.value, Name)]


def _overridden(base: list[Statement], own: list[Statement]) -> list[Statement]:
    """Return the statements of a panel that is like another: what it says anew replaces the old."""
    said = {_subject(s) for s in own} - {None}
    return [s for s in base if _subject(s) not in said] + own


def _subject(statement: Statement) -> tuple[str, ...] | None:
    """Return what a statement is about: the thing it declares, or its verb and the things it names."""
    if isinstance(statement, Declaration):
        return ("thing", statement.declarators[0].name)
    if (
        isinstance(statement, Relation)
        and isinstance(statement.expr, Call)
        and isinstance(statement.expr.callee, Name)
    ):
        things = tuple(
            index_key(a.value)
            for a in statement.expr.args
            if not isinstance(a.value, Text | Quantity | Number)
        )
        return ("call", statement.expr.callee.id, *things) if things else None
    return None


def _unpack(names: tuple[str, ...], member: Expr) -> dict[str, Expr]:
    items = member.items if isinstance(member, Tuple | List) and len(names) > 1 else (member,)
    return dict(zip(names, items))


def _pairs(items: list[Expr]) -> Iterator[tuple[Expr, Expr]]:
    return ((a, b) for i, a in enumerate(items) for b in items[i + 1 :])


def _whole(expr: Expr) -> int | None:
    if isinstance(expr, Unary) and expr.op == "-":
        inner = _whole(expr.operand)
        return None if inner is None else -inner
    return int(expr.value) if isinstance(expr, Number) and expr.value == int(expr.value) else None


def index_key(expr: Expr) -> str:
    """Return the text by which a member is known: its number, its name, or its own words."""
    if isinstance(expr, Number | Quantity):
        return expr.text
    if isinstance(expr, Text):
        return expr.value
    if isinstance(expr, Name):
        return expr.id
    if isinstance(expr, Index):
        return f"{index_key(expr.base)}[{', '.join(index_key(i) for i in expr.items)}]"
    return expr.model_dump_json(exclude={"span"})


def sorted_out(draft: Draft) -> Draft:
    """Return a draft whose declarations come first: order never matters in the language."""
    first = [s for s in draft.statements if isinstance(s, Declaration)]
    return replace(draft, statements=first + [s for s in draft.statements if not isinstance(s, Declaration)])
