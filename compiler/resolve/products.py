"""Products without a sign, where an equation stands as an argument: the `xy` of `xy = 4`."""

from __future__ import annotations

from ...dsl.source import Span
from ...dsl.spec import Binary, Expr, Name
from ..expression.tree import Expression
from .formulas import plain_expression


def is_product(name: str, variables: tuple[str, ...]) -> bool:
    """Tell whether a name is several of a kind's variables in a row.

    >>> is_product("xy", ("x", "y")), is_product("x", ("x", "y"))
    (True, False)
    """
    return 1 < len(name) <= len(variables) and all(letter in variables for letter in name)


def product_of(name: str, span: Span) -> Expression | None:
    """Return the product that such a name is."""
    letters = [Name(span=span, id=letter) for letter in name]
    whole: Expr = letters[0]
    for letter in letters[1:]:
        whole = Binary(span=span, op="*", left=whole, right=letter)
    return plain_expression(whole)
