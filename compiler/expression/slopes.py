"""Values and slopes of an expression at many places in one pass: forward differentiation of the tree.

Source: Griewank and Walther, Evaluating Derivatives, 2008, chapter 3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .tree import Application, Equation, Expression, Letter, Negation, Operation

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[float64]


@dataclass(frozen=True, eq=False)
class Rising:
    """Values `(n,)` and their slopes `(k, n)` along k coordinates; a number has none."""

    value: Array | float
    slope: Array | None = None


Bindings: TypeAlias = Mapping[str, Rising]


def rising(expression: Expression, bindings: Bindings) -> Rising | None:
    """Return the values and slopes of an expression; nothing if a function in it has no known slope.

    >>> import numpy as np
    >>> x = Rising(np.array([3.0]), np.array([[1.0]]))
    >>> rising(Operation("*", Letter("x"), Letter("x")), {"x": x}).slope.tolist()
    [[6.0]]
    """
    import numpy as np

    with np.errstate(all="ignore"):
        return _rising(expression, bindings)


def _rising(expression: Expression, bindings: Bindings) -> Rising | None:
    match expression:
        case Letter(name):
            return bindings.get(name)
        case Negation(operand):
            inner = _rising(operand, bindings)
            return _scaled(inner, -1.0) if inner else None
        case Operation(op, left, right):
            a, b = _rising(left, bindings), _rising(right, bindings)
            return _operated(op, a, b) if a and b else None
        case Equation(left, right):
            a, b = _rising(left, bindings), _rising(right, bindings)
            return _operated("-", a, b) if a and b else None
        case Application():
            return _applied(expression, bindings)
    return Rising(expression.value())


def _scaled(inner: Rising, by: float) -> Rising:
    return Rising(by * inner.value, None if inner.slope is None else by * inner.slope)


def _operated(op: str, a: Rising, b: Rising) -> Rising | None:
    import numpy as np

    match op:
        case "+":
            return Rising(a.value + b.value, _sum(a.slope, b.slope))
        case "-":
            return Rising(a.value - b.value, _sum(a.slope, None if b.slope is None else -b.slope))
        case "*":
            return Rising(a.value * b.value, _sum(_times(a.slope, b.value), _times(b.slope, a.value)))
        case "/":
            value = np.divide(a.value, b.value)
            over = np.divide(1.0, b.value)
            return Rising(value, _sum(_times(a.slope, over), _times(b.slope, -value * over)))
    if b.slope is not None:
        return None
    exponent = float(b.value)
    return Rising(_power(a.value, exponent), _times(a.slope, exponent * _power(a.value, exponent - 1.0)))


def _power(base: Array | float, exponent: float) -> Array:
    import numpy as np

    if exponent in (1.0, 2.0):
        return np.asarray(base if exponent == 1.0 else base * base, dtype=np.float64)
    return np.asarray(np.float_power(base, exponent), dtype=np.float64)


def _sum(a: Array | None, b: Array | None) -> Array | None:
    if a is None or b is None:
        return b if a is None else a
    return a + b


def _times(slope: Array | None, factor: Array | float) -> Array | None:
    return None if slope is None else slope * factor


def _applied(expression: Application, bindings: Bindings) -> Rising | None:
    import numpy as np

    rules: dict[str, tuple[Callable[[Array], Array], Callable[[Array], Array]]] = {
        "sin": (np.sin, np.cos), "cos": (np.cos, lambda v: -np.sin(v)), "exp": (np.exp, np.exp),
        "sqrt": (np.sqrt, lambda v: 0.5 / np.sqrt(v)), "ln": (np.log, lambda v: 1.0 / v),
        "tan": (np.tan, lambda v: 1.0 + np.tan(v) ** 2), "atan": (np.arctan, lambda v: 1.0 / (1.0 + v * v)),
        "sinh": (np.sinh, np.cosh), "cosh": (np.cosh, np.sinh), "tanh": (np.tanh, lambda v: 1.0 - np.tanh(v) ** 2),
    }  # fmt: skip
    if len(expression.args) != 1 or expression.function not in rules:
        return None
    inner = _rising(expression.args[0], bindings)
    if inner is None:
        return None
    function, rule = rules[expression.function]
    value = np.asarray(inner.value, dtype=np.float64)
    return Rising(function(value), _times(inner.slope, rule(value)))
