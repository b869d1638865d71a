"""The expression tree: immutable, small, and evaluated in floating point without sympy.

Outside a function's domain (root of a negative number, division by zero, overflow) the value is nan; an
expression never raises. Size and depth are bounded by whoever builds one (`MAX_NODES`, `MAX_DEPTH`).
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[float64]

MAX_NODES: Final = 400
MAX_DEPTH: Final = 60
CONSTANTS: Final[dict[str, float]] = {"pi": math.pi, "e": math.e}

Op: TypeAlias = Literal["+", "-", "*", "/", "^"]


@dataclass(frozen=True)
class Expression:
    """What can be computed once its letters are bound. Build one with the subclasses or the readers."""

    @property
    def parts(self) -> "tuple[Expression, ...]":
        """The operands."""
        return ()

    def walk(self) -> "Iterator[Expression]":
        """Yield this expression and all below it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    @property
    def letters(self) -> tuple[str, ...]:
        """The free symbols, in reading order, without repeats.

        >>> Operation("+", Letter("b"), Operation("*", Letter("a"), Letter("b"))).letters
        ('b', 'a')
        """
        return tuple(dict.fromkeys(e.name for e in self.walk() if isinstance(e, Letter)))

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters; nan for a free letter or outside the domain.

        >>> Operation("/", Constant("pi"), Number("6", 6)).value()
        0.5235987755982988
        """
        raise NotImplementedError

    def values(self, bindings: "Mapping[str, Array | float]") -> "Array":
        """Return the numbers for bound arrays, broadcast together; nan where undefined or infinite."""
        import numpy as np

        shape = np.broadcast_shapes(*(np.shape(bound) for bound in bindings.values()))
        with np.errstate(all="ignore"):
            result = np.asarray(self._values(bindings), dtype=np.float64)
            return np.broadcast_to(np.where(np.isfinite(result), result, np.nan), shape).copy()

    def _values(self, bindings: "Mapping[str, Array | float]") -> "Array | float":
        return self.value()


@dataclass(frozen=True)
class Number(Expression):
    """A number with the digits as written; `unit` is kept for printing, the value is in SI then."""

    text: str
    number: float
    unit: str = ""

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters."""
        return self.number


@dataclass(frozen=True)
class Constant(Expression):
    """π or e."""

    name: str

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters."""
        return CONSTANTS[self.name]


@dataclass(frozen=True)
class Letter(Expression):
    """A free symbol."""

    name: str

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters."""
        return float((bindings or {}).get(self.name, math.nan))

    def _values(self, bindings: "Mapping[str, Array | float]") -> "Array | float":
        return bindings.get(self.name, math.nan)


@dataclass(frozen=True)
class Negation(Expression):
    """`-operand`."""

    operand: Expression

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The operands."""
        return (self.operand,)

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters."""
        return -self.operand.value(bindings)

    def _values(self, bindings: "Mapping[str, Array | float]") -> "Array | float":
        return -self.operand._values(bindings)


@dataclass(frozen=True)
class Operation(Expression):
    """Two operands under `+ - * / ^`."""

    op: Op
    left: Expression
    right: Expression

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The operands."""
        return (self.left, self.right)

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters."""
        left, right = self.left.value(bindings), self.right.value(bindings)
        if self.op == "^" and left < 0 and _has_odd_root(self.right):
            return -_power(-left, right) if _is_odd(self.right) else _power(-left, right)
        return _FLOAT_OPS[self.op](left, right)

    def _values(self, bindings: "Mapping[str, Array | float]") -> "Array | float":
        import numpy as np

        left, right = self.left._values(bindings), self.right._values(bindings)
        match self.op:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return np.divide(left, right)
        if _has_odd_root(self.right):
            sign = np.sign(left) if _is_odd(self.right) else 1.0
            return np.asarray(sign * np.float_power(np.abs(left), right), dtype=np.float64)
        return np.float_power(left, right)


@dataclass(frozen=True)
class Application(Expression):
    """A known function of its arguments; angles are in radians."""

    function: str
    args: tuple[Expression, ...]

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The operands."""
        return self.args

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters."""
        numbers = [arg.value(bindings) for arg in self.args]
        if any(math.isnan(number) for number in numbers):
            return math.nan
        try:
            result = FUNCTIONS[self.function].scalar(*numbers)
        except (ValueError, OverflowError, ZeroDivisionError):
            return math.nan
        return result if math.isfinite(result) else math.nan

    def _values(self, bindings: "Mapping[str, Array | float]") -> "Array | float":
        arrays = [arg._values(bindings) for arg in self.args]
        return FUNCTIONS[self.function].arrays(*arrays)


@dataclass(frozen=True)
class Equation(Expression):
    """`left = right`; its value is the difference, zero where it holds."""

    left: Expression
    right: Expression

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The operands."""
        return (self.left, self.right)

    def value(self, bindings: Mapping[str, float] | None = None) -> float:
        """Return the number for bound letters."""
        return self.left.value(bindings) - self.right.value(bindings)

    def _values(self, bindings: "Mapping[str, Array | float]") -> "Array | float":
        return self.left._values(bindings) - self.right._values(bindings)


def _divide(a: float, b: float) -> float:
    return a / b if b else math.nan


def _power(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except (ValueError, OverflowError):
        return math.nan


_FLOAT_OPS: Final[dict[str, Callable[[float, float], float]]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divide,
    "^": _power,
}


def _fraction(exponent: Expression) -> tuple[int, int] | None:
    """Return p, q of an exponent written `p/q` with whole numbers."""
    if not (isinstance(exponent, Operation) and exponent.op == "/"):
        return None
    over, under = exponent.left, exponent.right
    over = over.operand if isinstance(over, Negation) else over
    if not (isinstance(over, Number) and isinstance(under, Number)):
        return None
    whole = over.number.is_integer() and under.number.is_integer() and under.number
    return (int(over.number), int(under.number)) if whole else None


def _has_odd_root(exponent: Expression) -> bool:
    """Whether `x^exponent` is real for negative x by the schoolbook convention, as in x^(1/3)."""
    fraction = _fraction(exponent)
    return fraction is not None and fraction[1] % 2 == 1


def _is_odd(exponent: Expression) -> bool:
    fraction = _fraction(exponent)
    return fraction is not None and fraction[0] % 2 == 1


@dataclass(frozen=True)
class Function:
    """How a known function is computed, on numbers and on arrays, and how many arguments it takes."""

    scalar: Callable[..., float]
    array: str
    """Its name in numpy, or an expression name handled by `arrays`."""
    least: int = 1
    most: int = 1

    def arrays(self, *args: "Array | float") -> "Array":
        """Return the function's values, elementwise."""
        import numpy as np

        direct = getattr(np, self.array, None)
        if direct is None or len(args) != max(1, getattr(direct, "nin", 1)):
            return np.asarray(np.vectorize(self.guarded, otypes=[float])(*args), dtype=np.float64)
        return np.asarray(direct(*args), dtype=np.float64)

    def guarded(self, *args: float) -> float:
        """Return the value, nan outside the domain."""
        try:
            return float(self.scalar(*args))
        except (ValueError, OverflowError, ZeroDivisionError):
            return math.nan


def _log(x: float, base: float = 10.0) -> float:
    return math.log10(x) if base == 10 else math.log(x) / math.log(base)


def _cube_root(x: float) -> float:
    return math.copysign(abs(x) ** (1 / 3), x)


def _root(x: float, degree: float = 2.0) -> float:
    if x < 0 and degree % 2 == 1:
        return -math.pow(-x, 1 / degree)
    return math.pow(x, 1 / degree)


FUNCTIONS: Final[dict[str, Function]] = {
    "sqrt": Function(math.sqrt, "sqrt"),
    "cbrt": Function(_cube_root, "cbrt"),
    "root": Function(_root, "", 2, 2),
    "sin": Function(math.sin, "sin"),
    "cos": Function(math.cos, "cos"),
    "tan": Function(math.tan, "tan"),
    "sec": Function(lambda x: 1 / math.cos(x), ""),
    "csc": Function(lambda x: 1 / math.sin(x), ""),
    "cot": Function(lambda x: 1 / math.tan(x), ""),
    "asin": Function(math.asin, "arcsin"),
    "acos": Function(math.acos, "arccos"),
    "atan": Function(math.atan, "arctan"),
    "atan2": Function(math.atan2, "arctan2", 2, 2),
    "sinh": Function(math.sinh, "sinh"),
    "cosh": Function(math.cosh, "cosh"),
    "tanh": Function(math.tanh, "tanh"),
    "exp": Function(math.exp, "exp"),
    "ln": Function(math.log, "log"),
    "log": Function(_log, "log10", 1, 2),
    "abs": Function(math.fabs, "abs"),
    "floor": Function(math.floor, "floor"),
    "ceil": Function(math.ceil, "ceil"),
    "sign": Function(lambda x: float((x > 0) - (x < 0)), "sign"),
    "min": Function(min, "", 1, 16),
    "max": Function(max, "", 1, 16),
}
"""All functions that expressions know. `log` is to base 10 (`ln` is natural), `log(x, b)` to base b."""

ALIASES: Final[dict[str, str]] = {
    "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arctan2": "atan2", "lg": "log", "log10": "log",
    "ceiling": "ceil", "sgn": "sign", "cosec": "csc",
}  # fmt: skip


def function_named(name: str) -> str | None:
    """Return the canonical name of a known function.

    >>> function_named("arctan"), function_named("gamma")
    ('atan', None)
    """
    canonical = ALIASES.get(name, name)
    return canonical if canonical in FUNCTIONS else None


def apply(name: str, args: tuple[Expression, ...]) -> Expression | None:
    """Return a known function of its arguments; None where it is unknown or their number is wrong."""
    canonical = function_named(name)
    if canonical is None:
        return None
    function = FUNCTIONS[canonical]
    return Application(canonical, args) if function.least <= len(args) <= function.most else None


_GREEK: Final[dict[str, str]] = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "µ": "μ", "ϕ": "φ", "ϵ": "ε", "ϑ": "θ", "∆": "Δ", "ℓ": "l",
}  # fmt: skip
_SUBSCRIPTS: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def canonical_letter(name: str) -> str:
    """Return the one spelling of a symbol: Greek as a character, indices with `_`.

    >>> [canonical_letter(n) for n in ("theta", "x1", "x_1", "x₁", "v_{max}", "ϕ")]
    ['θ', 'x_1', 'x_1', 'x_1', 'v_max', 'φ']
    """
    plain = name.replace("{", "").replace("}", "").translate(_SUBSCRIPTS)
    head, _, index = plain.partition("_")
    if not index and head.rstrip("0123456789") and head[-1:].isdigit():
        letters = head.rstrip("0123456789")
        head, index = letters, head[len(letters) :]
    head = _GREEK.get(head, head)
    return f"{head}_{index}" if index else head
