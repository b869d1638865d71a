"""Replacing names in syntax: how loop variables, constants and component parameters take effect."""

from collections.abc import Mapping
from typing import TypeVar, cast

from ...dsl.spec import Binary, Expr, Name, Node, Number, Text

NodeT = TypeVar("NodeT", bound=Node)


def rewrite(node: NodeT, bindings: Mapping[str, Expr]) -> NodeT:
    """Return a node in which every bound name is replaced by its expression, and joined texts are one."""
    if not bindings:
        return node
    if isinstance(node, Name):
        return cast(NodeT, bindings.get(node.id, node))
    changes = {
        field: new
        for field in type(node).model_fields
        if (new := _rewritten(old := getattr(node, field), bindings)) is not old
    }
    if not changes:
        return node
    return cast(NodeT, joined(node.model_copy(update=changes)))


def _rewritten(part: object, bindings: Mapping[str, Expr]) -> object:
    if isinstance(part, Node):
        return rewrite(part, bindings)
    if isinstance(part, tuple) and part and isinstance(part[0], Node):
        members = tuple(rewrite(member, bindings) for member in part)
        return part if all(a is b for a, b in zip(members, part)) else members
    return part


def joined(node: Node) -> Node:
    """Return the text that `"a" + "b"` or `"a" + 3` makes, any other node as it is."""
    if isinstance(node, Binary) and node.op == "+":
        left, right = _text(node.left), _text(node.right)
        if left is not None and right is not None and isinstance(node.left, Text) | isinstance(node.right, Text):
            return Text(span=node.span, value=left + right)
    return node


def _text(expr: Expr) -> str | None:
    if isinstance(expr, Text):
        return expr.value
    return expr.text if isinstance(expr, Number) else None


def mentions(node: Node, names: Mapping[str, Expr]) -> bool:
    """Whether any of the names occurs in a node."""
    return rewrite(node, names) is not node
