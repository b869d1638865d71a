"""Statements outside the panels about things inside one: `label(after.block, "2 kg")`, `label(peak, "peak")`.

Such a statement goes to the panel that has the things, so that it means what it would mean there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...dsl.spec import Call, Declaration, Name, Node, Part, Relation, Statement
from .expand import MAIN, Draft
from .rewrite import NodeT, parts


def at_home(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return the drafts with every statement where its things are declared."""
    things = {d.name: {name for s in d.statements for name in _declared(s)} for d in drafts}
    if len(drafts) < 2 or MAIN not in things:
        return drafts
    moved: dict[str, list[Statement]] = {name: [] for name in things}
    for statement in next(d for d in drafts if d.name == MAIN).statements:
        home = _home(statement, things)
        moved[home].append(_without(statement, home) if home != MAIN else statement)
    return tuple(
        replace(d, statements=moved[MAIN] if d.name == MAIN else [*d.statements, *moved[d.name]])
        for d in drafts
    )


def _home(statement: Statement, things: dict[str, set[str]]) -> str:
    """Return the only panel that has everything a statement is about; the main scene if there is none."""
    if not isinstance(statement, Relation):
        return MAIN
    named = {(panel, name) for panel, name in _names(statement) if panel in things or panel == ""}
    known = {(p, n) for p, n in named if any(n in declared for declared in things.values())}
    if not known or any(not p and n in things[MAIN] for p, n in known):
        return MAIN
    homes = [h for h, own in things.items() if h != MAIN and all(n in own and p in ("", h) for p, n in known)]
    return homes[0] if len(homes) == 1 else MAIN


def _names(node: Node) -> Iterator[tuple[str, str]]:
    """Yield every name that may be a thing, with the panel before its dot if there may be one."""
    if isinstance(node, Part) and isinstance(node.base, Name):
        yield node.base.id, node.name
        yield "", node.base.id
        return
    if isinstance(node, Name):
        yield "", node.id
        return
    for part in parts(node):
        if not (isinstance(node, Call) and part is node.callee):
            yield from _names(part)


def _without(node: NodeT, panel: str) -> NodeT:
    """Return a node without the panel's name before any dot."""
    changes: dict[str, object] = {}
    for field in type(node).model_fields:
        old = getattr(node, field)
        if isinstance(old, Node):
            changes[field] = _named(old, panel)
        elif isinstance(old, tuple) and old and isinstance(old[0], Node):
            changes[field] = tuple(_named(member, panel) for member in old)
    return node.model_copy(update=changes)


def _named(node: Node, panel: str) -> Node:
    if isinstance(node, Part) and isinstance(node.base, Name) and node.base.id == panel:
        return Name(span=node.span, id=node.name)
    return _without(node, panel)


def _declared(statement: Statement) -> Iterator[str]:
    if isinstance(statement, Declaration):
        yield from (d.name for d in statement.declarators)
