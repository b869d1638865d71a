"""Exactness on demand: an expression in sympy, built node by node, and whether two say the same.

sympy is loaded only here and only when floating point could not decide. No text ever reaches it.
"""

import math
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .tree import Application, Constant, Equation, Expression, Letter, Negation, Number, Operation

if TYPE_CHECKING:
    import sympy

_SAMPLES: Final = 24
_AGREEMENT: Final = 1e-9
"""Relative: sampled values that differ by more are different; products of a dozen factors err by 1e-14."""
_CANCELLED: Final = 1e-12
"""Absolute: what sums of numbers near one may leave of nothing. Only tells what sampling cannot refute."""
_LARGEST_POWER: Final = 12
_LARGEST_PROOF: Final = 80
_LARGEST_TRIG: Final = 40
_MOST_TERMS: Final = 3000
_MOST_BITS: Final = 4096


def to_sympy(expression: Expression, *, positive: bool = False) -> "sympy.Expr | None":
    """Return the expression in sympy with exact numbers; None where that could grow without bound.

    Letters are real, or positive. An equation becomes its difference.

    >>> str(to_sympy(Operation("/", Number("0.5", 0.5), Letter("x"))))
    '1/(2*x)'
    """
    if _size(expression) > _LARGEST_PROOF or _terms(expression) > _MOST_TERMS:
        return None
    return _build(expression, positive)


def _size(expression: Expression) -> int:
    return sum(1 for _ in expression.walk())


def _terms(expression: Expression) -> float:
    """Return about how many terms the expression has when multiplied out."""
    letters = len(expression.letters)
    return math.comb(min(_degree(expression), 10**6) + letters, letters)


def _degree(expression: Expression) -> int:
    below = [_degree(part) for part in expression.parts]
    match expression:
        case Letter():
            return 1
        case Operation(op="*" | "/"):
            return sum(below)
        case Operation(op="^"):
            exponent = expression.right.value()
            return math.ceil(below[0] * abs(exponent)) if abs(exponent) < 1e6 else 1 + sum(below)
    return max(below, default=0)


def _build(expression: Expression, positive: bool) -> "sympy.Expr | None":
    import sympy

    parts = [_build(part, positive) for part in expression.parts]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    match expression:
        case Number():
            return _exact(expression)
        case Constant():
            return sympy.pi if expression.name == "pi" else sympy.E
        case Letter():
            return sympy.Symbol(expression.name, real=True, positive=positive or None)
        case Negation():
            return -known[0]
        case Equation():
            return known[0] - known[1]
        case Operation():
            return _operate(expression.op, known[0], known[1])
        case Application():
            return _apply(expression.function, known)
    return None


def _exact(number: Number) -> "sympy.Expr":
    import sympy

    if number.unit == "°":
        return sympy.pi / 180
    exact = Fraction(repr(number.number)) if math.isfinite(number.number) else None
    return sympy.nan if exact is None else sympy.Rational(exact.numerator, exact.denominator)


def _operate(op: str, left: "sympy.Expr", right: "sympy.Expr") -> "sympy.Expr | None":
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right if right != 0 else None
    return left**right if _is_modest(left, right) else None


def _is_modest(base: "sympy.Expr", exponent: "sympy.Expr") -> bool:
    """Whether a power may be formed: sympy multiplies whole powers out, and 9^(9^9) would never end."""
    if not exponent.is_number:
        return True
    if not exponent.is_Rational:
        return bool(abs(exponent) < _LARGEST_POWER)
    bits = max(base.p.bit_length(), base.q.bit_length()) if base.is_Rational else 1
    return bool(abs(exponent) <= _LARGEST_POWER**2 and bits * abs(exponent) <= _MOST_BITS)


def _apply(function: str, args: "list[sympy.Expr]") -> "sympy.Expr | None":
    import sympy

    match function:
        case "floor" | "ceil" | "sign" if args[0].is_number:
            # These want all digits of their argument, of which exp(exp(99)) has too many.
            return None
        case "log":
            return sympy.log(args[0]) / sympy.log(args[1] if len(args) == 2 else 10)
        case "ln":
            return sympy.log(args[0])
        case "root":
            return args[0] ** (1 / args[1]) if args[1] != 0 else None
        case "cbrt":
            return sympy.cbrt(args[0])
    known = {
        "sqrt": sympy.sqrt, "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "sec": sympy.sec,
        "csc": sympy.csc, "cot": sympy.cot, "asin": sympy.asin, "acos": sympy.acos, "atan": sympy.atan,
        "atan2": sympy.atan2, "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "exp": sympy.exp,
        "abs": sympy.Abs, "floor": sympy.floor, "ceil": sympy.ceiling, "sign": sympy.sign, "min": sympy.Min,
        "max": sympy.Max,
    }  # fmt: skip
    built: sympy.Expr = known[function](*args)
    return built


@lru_cache(maxsize=512)
def equivalent(one: Expression, other: Expression, *, positive: bool = False) -> bool | None:
    """Return whether two expressions always have the same value; None where that stays undecided.

    Sampling refutes, sympy proves. Equations are the same when one is a multiple of the other; an equation
    that gives a letter (`v = …`) is the same as its right side. With `positive`, letters stand for
    positive numbers, as in physics.

    >>> x = Letter("x")
    >>> equivalent(Operation("+", x, x), Operation("*", Number("2", 2), x))
    True
    >>> equivalent(x, Operation("^", x, Number("2", 2)))
    False
    """
    if isinstance(one, Equation) != isinstance(other, Equation):
        one, other = _given_side(one), _given_side(other)
    equations = isinstance(one, Equation)
    if one == other or equations != isinstance(other, Equation):
        return one == other
    if isinstance(one, Number) and isinstance(other, Number):
        return one.number == other.number
    sampled = _sampled(one, other, positive=positive, up_to_factor=equations)
    if sampled is not True:
        return sampled
    return _proven(one, other, positive=positive, up_to_factor=equations)


def coincide(one: Expression, other: Expression) -> bool:
    """Return whether two expressions have the same value wherever they are tried: likely the same, not proven.

    >>> x = Letter("x")
    >>> coincide(Operation("*", x, x), Operation("^", x, Number("2", 2)))
    True
    """
    if set(one.letters) != set(other.letters) or isinstance(one, Equation) != isinstance(other, Equation):
        return False
    return _sampled(one, other, positive=True, up_to_factor=isinstance(one, Equation)) is True


def _given_side(expression: Expression) -> Expression:
    """Return the right side of `letter = right`, and anything else as it is."""
    if isinstance(expression, Equation) and isinstance(expression.left, Letter):
        return expression.right
    return expression


def _sampled(one: Expression, other: Expression, *, positive: bool, up_to_factor: bool) -> bool | None:
    """Compare values at fixed points: False is certain, True only likely, None where none is defined."""
    letters = sorted({*one.letters, *other.letters})
    exact = not any(isinstance(e, Operation) and e.op in "+-" for e in (*one.walk(), *other.walk()))
    ratio: float | None = None
    compared = 0
    for index in range(_SAMPLES if letters else 1):
        point = {name: _coordinate(index, at, positive) for at, name in enumerate(letters)}
        a, b = one.value(point), other.value(point)
        if not (math.isfinite(a) and math.isfinite(b)):
            continue
        compared += 1
        if up_to_factor and ratio is None and min(abs(a), abs(b)) > _AGREEMENT:
            ratio = a / b
        b *= ratio if ratio is not None else 1.0
        room = 0.0 if exact else _CANCELLED
        if abs(a - b) > max(_AGREEMENT * max(abs(a), abs(b)), room):
            return False
    return True if compared else None


def _coordinate(index: int, at: int, positive: bool) -> float:
    """Return a generic number, the same in every run: multiples of the golden ratio, modulo one."""
    spread = ((index + 1) * 0.618033988749895 + (at + 1) * 0.7548776662466927 * (index + 2)) % 1.0
    size = 0.1 + 2.9 * spread
    return size if positive or (index + at) % 3 else -size


def _proven(one: Expression, other: Expression, *, positive: bool, up_to_factor: bool) -> bool | None:
    left, right = to_sympy(one, positive=positive), to_sympy(other, positive=positive)
    if left is None or right is None:
        return None
    if up_to_factor:
        import sympy

        quotient = sympy.cancel(left / right) if right != 0 else sympy.nan
        return True if quotient.is_number and quotient.is_finite else None
    difference = left - right
    return True if difference == 0 or _vanishes(difference) else None


def _vanishes(difference: "sympy.Expr") -> bool:
    """Whether a normal form shows zero: cheap transformations only, on a tree of bounded size."""
    import sympy

    expanded = sympy.expand(difference)
    if expanded == 0:
        return True
    if not difference.free_symbols:
        denested = sympy.sqrtdenest(sympy.radsimp(expanded))
        return bool(denested == 0 or expanded.equals(0))
    together = sympy.cancel(sympy.together(expanded))
    if together == 0:
        return True
    if not difference.has(sympy.sin, sympy.cos, sympy.tan, sympy.exp, sympy.sinh, sympy.cosh, sympy.tanh):
        return bool(sympy.expand_log(sympy.powdenest(together), force=False) == 0)
    if difference.count_ops() > _LARGEST_TRIG:
        return False
    return bool(sympy.expand(difference.rewrite(sympy.exp)) == 0 or sympy.trigsimp(together) == 0)
