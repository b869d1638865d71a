"""Expressions with some of their letters replaced."""

from collections.abc import Callable

from .tree import Application, Equation, Expression, Letter, Negation, Operation


def substituted(expression: Expression, stands_for: Callable[[str], Expression | None]) -> Expression:
    """Return an expression in which letters are replaced by what they stand for; None keeps one.

    >>> substituted(Negation(Letter("x")), {"x": Letter("t")}.get)
    Negation(operand=Letter(name='t'))
    """
    match expression:
        case Letter(name):
            return stands_for(name) or expression
        case Negation(operand):
            return Negation(substituted(operand, stands_for))
        case Operation(op, left, right):
            return Operation(op, substituted(left, stands_for), substituted(right, stands_for))
        case Application(function, args):
            return Application(function, tuple(substituted(arg, stands_for) for arg in args))
        case Equation(left, right):
            return Equation(substituted(left, stands_for), substituted(right, stands_for))
    return expression
