r"""Writes an expression as a formula for a label, exactly as it is: `sqrt(3)` as `\sqrt{3}`."""

from typing import Final

from .tree import Application, Constant, Equation, Expression, Letter, Negation, Number, Operation

_LEVELS: Final[dict[str, int]] = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}
_NEGATED: Final = 2
_ATOM: Final = 5
_UPRIGHT: Final = frozenset(
    ("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "exp", "ln", "log")
)
_NAMES: Final[dict[str, str]] = {
    "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "min": r"\min", "max": r"\max",
}  # fmt: skip


def to_label(expression: Expression) -> str:
    r"""Return the expression in math notation, without the dollar signs.

    >>> to_label(Operation("/", Constant("pi"), Number("6", 6)))
    '\\pi/6'
    >>> to_label(Operation("*", Number("2", 2), Application("sqrt", (Number("3", 3),))))
    '2\\sqrt{3}'
    """
    match expression:
        case Number():
            return expression.text
        case Constant():
            return r"\pi" if expression.name == "pi" else "e"
        case Letter():
            return _letter(expression.name)
        case Negation():
            return "-" + _inside(expression.operand, _NEGATED)
        case Operation():
            return _operation(expression)
        case Application():
            return _application(expression)
        case Equation():
            return f"{to_label(expression.left)} = {to_label(expression.right)}"
    raise TypeError(expression)


def _level(expression: Expression) -> int:
    if isinstance(expression, Operation):
        return _LEVELS[expression.op]
    return 1 if isinstance(expression, (Negation, Equation)) else _ATOM


def _inside(expression: Expression, level: int) -> str:
    """Write an operand, in brackets where it binds less than its place asks."""
    written = to_label(expression)
    return f"({written})" if _level(expression) < level else written


def _letter(name: str) -> str:
    head, _, index = name.partition("_")
    if len(head) > 1 and head.isalpha() and head[0] != "Δ":
        head = rf"\mathrm{{{head}}}"
    if not index:
        return head
    return (
        f"{head}_{{{index}}}" if len(index) == 1 or not index.isalpha() else rf"{head}_{{\mathrm{{{index}}}}}"
    )


def _operation(expression: Operation) -> str:
    level = _LEVELS[expression.op]
    left, right = expression.left, expression.right
    match expression.op:
        case "^":
            if isinstance(left, Application) and left.function in _UPRIGHT and len(left.args) == 1:
                return _called(left, f"^{{{to_label(right)}}}")
            base = _inside(left, _ATOM)
            return f"{base}^{{{to_label(right)}}}"
        case "/":
            return f"{_inside(left, level)}/{_inside(right, level + 1)}"
        case "*":
            if isinstance(left, Operation) and left.op == "/":
                first = rf"\frac{{{to_label(left.left)}}}{{{to_label(left.right)}}}"
            else:
                first = _inside(left, level)
            return _times(first, _inside(right, level), right)
        case "-":
            return f"{_inside(left, level)} - {_inside(right, level + 1)}"
    return f"{_inside(left, level)} + {_inside(right, level)}"


def _times(left: str, right: str, factor: Expression) -> str:
    """Juxtapose where that reads as a product, else put a dot."""
    if right == "°":
        return left + r"^{\circ}"
    if right[0].isdigit() or (isinstance(factor, Operation) and factor.op == "/"):
        return rf"{left} \cdot {right}"
    # A command takes the letters that follow it for its own name.
    gap = " " if left[-1].isalpha() and right[0].isalnum() and "\\" in left else ""
    return f"{left}{gap}{right}"


def _application(expression: Application) -> str:
    name, args = expression.function, expression.args
    inner = ", ".join(to_label(arg) for arg in args)
    match name:
        case "sqrt":
            return rf"\sqrt{{{inner}}}"
        case "cbrt":
            return rf"\sqrt[3]{{{inner}}}"
        case "root":
            return rf"\sqrt[{to_label(args[1])}]{{{to_label(args[0])}}}"
        case "abs":
            return f"|{inner}|"
        case "exp":
            return f"e^{{{inner}}}"
        case "log" if len(args) == 2:
            return rf"\log_{{{to_label(args[1])}}}({to_label(args[0])})"
    return _called(expression, "")


def _called(expression: Application, power: str) -> str:
    name, args = expression.function, expression.args
    called = rf"\{name}" if name in _UPRIGHT else _NAMES.get(name, rf"\mathrm{{{name}}}")
    inner = ", ".join(to_label(arg) for arg in args)
    bare = len(args) == 1 and isinstance(args[0], (Letter, Constant))
    return f"{called}{power} {inner}" if bare else f"{called}{power}({inner})"
