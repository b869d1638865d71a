"""What is said of panels, not of things: how they stand to each other, and the arrows between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ...dsl.spec import Arg, Call, Declaration, Expr, Link, List, Name, Number, Statement, Text, Unknown
from ...dsl.spec import Relation as RelationSyntax
from ..model import Arrangement, Bridge, Reading, Style
from .expand import MAIN, Draft
from .style import with_flag, with_key

Word = Literal["row", "column", "grid"]
WORDS: dict[str, tuple[Word, bool]] = {
    "row": ("row", False), "side_by_side": ("row", False),
    "left_of": ("row", False), "right_of": ("row", True),
    "column": ("column", False), "stack": ("column", False), "stacked": ("column", False),
    "above": ("column", False), "below": ("column", True), "grid": ("grid", False),
}  # fmt: skip
"""Words that place panels, and whether they name them last first: `below(after, before)`."""


@dataclass(frozen=True)
class Staging:
    """Panels whose statements are about things only, and what was said of the panels themselves."""

    panels: tuple[Draft, ...]
    arrangements: tuple[Arrangement, ...]
    bridges: tuple[Bridge, ...]


def staged(drafts: Iterable[Draft]) -> Staging:
    """Take what is said of panels out of the statements of all drafts."""
    drafts = tuple(drafts)
    reader = _Stage(drafts)
    left = tuple(replace(d, statements=[s for s in d.statements if not reader.takes(s, d)]) for d in drafts)
    return Staging(left, tuple(dict.fromkeys(reader.arrangements)), tuple(dict.fromkeys(reader.bridges)))


def said_of_panels(staging: Staging) -> Iterator[Reading]:
    """Yield how statements about panels were understood."""
    for a in staging.arrangements:
        yield Reading(
            a.span, f"{a.word} of panels: {', '.join(name or 'the main scene' for name in a.panels)}"
        )
    for b in staging.bridges:
        label = f": prints {' / '.join(b.texts)}" if any(b.texts) else ""
        yield Reading(b.span, f"arrow between panels {b.start} {b.op} {b.end}{label}")


class _Stage:
    def __init__(self, drafts: tuple[Draft, ...]) -> None:
        self.panels = {d.name for d in drafts if d.name != MAIN}
        self.things = {d.name: {name for s in d.statements for name in _declared(s)} for d in drafts}
        self.arrangements: list[Arrangement] = []
        self.bridges: list[Bridge] = []

    def takes(self, statement: Statement, draft: Draft) -> bool:
        """Whether a statement is about panels; if so, keep what it says."""
        if not self.panels or not isinstance(statement, RelationSyntax):
            return False
        expr = statement.expr
        if isinstance(expr, Link):
            return self.link(expr, statement.args, draft)
        return (
            isinstance(expr, Call)
            and isinstance(expr.callee, Name)
            and self.call(expr, expr.callee.id, draft)
        )

    def is_panel(self, expr: Expr, draft: Draft) -> bool:
        return isinstance(expr, Name) and expr.id in self.panels and expr.id not in self.things[draft.name]

    def call(self, call: Call, word: str, draft: Draft) -> bool:
        if word not in WORDS:
            return False
        items = [i for a in call.args if a.name is None for i in _spread(a.value)]
        if not any(self.is_panel(i, draft) for i in items) or not all(isinstance(i, Name) for i in items):
            return False
        # A thing among panels stands for the main scene, which has no name of its own.
        names = [i.id if self.is_panel(i, draft) else MAIN for i in items if isinstance(i, Name)]
        kind, backwards = WORDS[word]
        columns = next(
            (
                int(a.value.value)
                for a in call.args
                if a.name in ("columns", "cols") and isinstance(a.value, Number)
            ),
            0,
        )
        ordered = tuple(dict.fromkeys(reversed(names) if backwards else names))
        self.arrangements.append(Arrangement(kind, ordered, call.span, max(0, columns)))
        return True

    def link(self, link: Link, args: tuple[Arg, ...], draft: Draft) -> bool:
        if not all(self.is_panel(end, draft) for e in link.ends for end in _spread(e)):
            return False
        texts, style = _dress(args)
        for op, left, right in zip(link.ops, link.ends, link.ends[1:]):
            for a in _names(left):
                for b in _names(right):
                    self.bridges.append(Bridge(op, a, b, link.span, texts, style))
        return True


def _dress(args: tuple[Arg, ...]) -> tuple[tuple[str, ...], Style]:
    """Return the texts of a link's arguments, the one for under the arrow last, and its style."""
    style = Style()
    over: list[str] = []
    under: list[str] = []
    for arg in args:
        if isinstance(arg.value, Text | Unknown):
            text = arg.value.value if isinstance(arg.value, Text) else "?"
            (under if arg.name in ("under", "below") else over).append(text)
        elif arg.name is not None:
            style = with_key(style, arg.name, arg.value) or style
        elif isinstance(arg.value, Name):
            style = with_flag(style, arg.value.id) or style
    return ("\n".join(over), *under), style


def _declared(statement: Statement) -> Iterator[str]:
    if isinstance(statement, Declaration):
        yield from (d.name for d in statement.declarators)


def _spread(expr: Expr) -> tuple[Expr, ...]:
    return expr.items if isinstance(expr, List) else (expr,)


def _names(expr: Expr) -> list[str]:
    return [e.id for e in _spread(expr) if isinstance(e, Name)]
