"""Syntax trees without their places, for comparison."""

from collections.abc import Sequence

from diagrammar.compiler.format import HEADINGS
from diagrammar.dsl.spec import Block, Statement
from pydantic import BaseModel


def bare(node: object) -> object:
    """Return a tree as plain values, spans left out."""
    if isinstance(node, BaseModel):
        fields = {name: bare(getattr(node, name)) for name in type(node).model_fields if name != "span"}
        if isinstance(getattr(node, "body", None), tuple):
            fields["body"] = leaves(node.body)  # type: ignore[attr-defined]
        return fields
    return [bare(item) for item in node] if isinstance(node, tuple) else node


def leaves(statements: Sequence[Statement]) -> list[object]:
    """Return statements without spans, those under a heading in place of the heading, in a fixed order."""
    found: list[object] = []
    for statement in statements:
        if isinstance(statement, Block) and statement.title is None and statement.word in HEADINGS:
            found += leaves(statement.body)
        else:
            found.append(bare(statement))
    return sorted(found, key=str)
