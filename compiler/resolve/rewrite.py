"""Replacing names in syntax: how loop variables, constants and component parameters take effect."""

from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from ...dsl.spec import Binary, Expr, Name, Node, Number, Text, Unary
from .. import limits

NodeT = TypeVar("NodeT", bound=Node)

LARGEST, LARGEST_BASE, LARGEST_POWER = 1e9, 1e6, 12
"""Numbers and powers beyond are left as they are written: nothing has so many members."""


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
    """Return the text that `"a" + "b"` or `"a" + 3` makes, the number that `2*3 + 1` makes, any other node as it is."""
    if not isinstance(node, Binary):
        return node
    if not isinstance(node.left, Text) and not isinstance(node.right, Text):
        return _counted(node)
    left, right = _text(node.left), _text(node.right)
    if node.op != "+" or left is None or right is None or len(left) + len(right) > limits.JOINED_TEXT:
        return node
    return Text(span=node.span, value=left + right)


def _counted(node: Binary) -> Expr:
    """Return the whole number that arithmetic makes, so that `P[k+1]` is a member; what is not whole stays as written."""
    left, right = _number(node.left), _number(node.right)
    if left is None or right is None:
        return node
    value = _result(node.op, left, right)
    if value is None or value != int(value) or abs(value) > LARGEST:
        return node
    whole = Number(span=node.span, text=str(abs(int(value))), value=abs(value))
    return whole if value >= 0 else Unary(span=node.span, op="-", operand=whole)


def _result(op: str, left: float, right: float) -> float | None:
    if op == "/":
        return left / right if right else None
    if op == "^":
        return (
            left**right
            if left == int(left) and 0 <= right <= LARGEST_POWER and abs(left) <= LARGEST_BASE
            else None
        )
    return {"+": left + right, "-": left - right, "*": left * right}.get(op)


def _number(expr: Expr) -> float | None:
    if isinstance(expr, Unary):
        inner = _number(expr.operand)
        return -inner if inner is not None and expr.op == "-" else inner
    return expr.value if isinstance(expr, Number) and abs(expr.value) <= LARGEST else None


def _text(expr: Expr) -> str | None:
    if isinstance(expr, Text):
        return expr.value
    return expr.text if isinstance(expr, Number) else None


def mentions(node: Node, names: Mapping[str, Expr]) -> bool:
    """Whether any of the names occurs in a node."""
    return rewrite(node, names) is not node


def size(node: Node, most: int) -> int:
    """Return of how many parts a node is made, counted to just beyond `most`; long texts weigh more.

    Constants share what they are made of, so the count may be far beyond what memory holds.
    """
    count, waiting = 0, [node]
    while waiting and count <= most:
        part = waiting.pop()
        count += 1 + (len(part.value) // 20 if isinstance(part, Text) else 0)
        waiting += parts(part)
    return count


def parts(node: Node) -> Iterator[Node]:
    """Yield the nodes that a node is made of."""
    for field in type(node).model_fields:
        part = getattr(node, field)
        if isinstance(part, Node):
            yield part
        elif isinstance(part, tuple):
            yield from (member for member in part if isinstance(member, Node))
