"""Make `compiler/solve/kernels/scalar.py` from the kernels' formulas: `python tools/make_scalar_kernels.py`.

Each formula is run once on symbols instead of jets, differentiated backwards, and written out as one plain
function that returns values and slopes: for a handful of constraints that is some fifty times faster than
arrays of a handful of numbers. What branches by more than a choice of two (`power`) and what takes any
number of slots stays with the jets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

from diagrammar.compiler.solve.kernels import (
    KERNELS,
    Kernel,
    areas,
    arithmetic,
    bounds,
    circles,
    lines,
    points,
    space,
)

TARGET = Path(__file__).parent.parent / "compiler" / "solve" / "kernels" / "scalar.py"
_FAMILIES = (areas, arithmetic, bounds, circles, lines, points, space)
_LONGEST = 60
"""Characters of an expression that is still written inside another."""

HEAD = '''"""made by tools/make_scalar_kernels.py, do not edit.

Each function takes a kernel's slots and returns its values, then their slopes, row by row.
"""

from collections.abc import Callable
from math import acos, asin, atan, atan2, cos, exp, hypot, log, pi, sin, sqrt
from typing import Final, TypeAlias

Scalar: TypeAlias = Callable[..., tuple[float, ...]]

# fmt: off
# ruff: noqa: D103, SIM300
'''

_TEXTS = {
    "add": "{} + {}",
    "sub": "{} - {}",
    "mul": "{} * {}",
    "div": "{} / {}",
    "neg": "-{}",
    "nonzero": "{0} if abs({0}) >= 1e-30 else 1e-30",
    "least": "max({}, {})",
    "most": "min({}, {})",
    "root": "sqrt({})",
    "whole_turns": "({} + pi) % (2 * pi) - pi",
    "sign": "-1.0 if {} < 0 else 1.0",
    "not_above": "{} <= {}",
    "pick": "{1} if {0} else {2}",
}  # fmt: skip
_CALLS = frozenset({"hypot", "atan2", "sin", "cos", "asin", "acos", "atan", "exp", "log", "abs"})
_NAMED = frozenset({"nonzero", "sign", "not_above", "pick"})
"""Operations that always get a name of their own: they name their operands twice, or choose."""


class Term:
    """A node of a formula: an operation on terms, a slot's name or a number."""

    def __init__(self, operation: str, parts: tuple[Term, ...] = (), text: str = "") -> None:
        self.operation, self.parts, self.text = operation, parts, text

    @property
    def number(self) -> float | None:
        """The number that a constant term is."""
        return float(self.text) if self.operation == "number" else None

    def __add__(self, other: Term | float) -> Term:
        other = _term(other)
        if self.number == 0.0:
            return other
        if other.operation == "neg":
            return self - other.parts[0]
        return self if other.number == 0.0 else _made("add", self, other)

    def __sub__(self, other: Term | float) -> Term:
        other = _term(other)
        if self.number == 0.0:
            return -other
        return self if other.number == 0.0 else _made("sub", self, other)

    def __mul__(self, other: Term | float) -> Term:
        other = _term(other)
        for number, rest in ((self.number, other), (other.number, self)):
            if number == 0.0:
                return _term(0.0)
            if number in (1.0, -1.0):
                return rest if number == 1.0 else -rest
        if self.operation == "neg":
            return -(self.parts[0] * other)
        return -(self * other.parts[0]) if other.operation == "neg" else _made("mul", self, other)

    def __truediv__(self, other: Term | float) -> Term:
        if not isinstance(other, Term):
            return self * (1.0 / other)
        return self.over(_made("nonzero", other))

    def over(self, other: Term) -> Term:
        """Divide by a term that cannot be zero."""
        if self.number == 0.0:
            return self
        return -(self.parts[0].over(other)) if self.operation == "neg" else _made("div", self, other)

    def __neg__(self) -> Term:
        if self.number is not None:
            return _term(-self.number)
        return self.parts[0] if self.operation == "neg" else _made("neg", self)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: float) -> Term:
        return _term(other) - self


_MADE: dict[tuple[object, ...], Term] = {}
"""Every term once, so that what is equal is the same and is computed once."""


def _made(operation: str, *parts: Term) -> Term:
    key = (operation, *(id(part) for part in parts))
    return _MADE.setdefault(key, Term(operation, parts))


def _term(value: Term | float) -> Term:
    if isinstance(value, Term):
        return value
    return _MADE.setdefault(("number", repr(float(value))), Term("number", text=repr(float(value))))


def _slot(name: str) -> Term:
    return _MADE.setdefault(("slot", name), Term("slot", text=name))


def _call(operation: str) -> Callable[..., Term]:
    return lambda *parts: _made(operation, *parts)


def _clipped(operation: str) -> Callable[[Term], Term]:
    return lambda a: _made(operation, _made("least", _made("most", a, _term(1.0)), _term(-1.0)))


SYMBOLIC = SimpleNamespace(
    hypot=_call("hypot"), atan2=_call("atan2"), sin=_call("sin"), cos=_call("cos"), atan=_call("atan"), absolute=_call("abs"), wrap=_call("whole_turns"), asin=_clipped("asin"),
    acos=_clipped("acos"), exp=lambda a: _made("exp", _made("most", a, _term(200.0))),
    log=lambda a: _made("log", _made("least", a, _term(1e-12))),
    sqrt=lambda a: _made("root", _made("least", a, _term(0.0))),
    minimum=lambda a, b: _made("pick", _made("not_above", a, b), a, b),
    maximum=lambda a, b: _made("pick", _made("not_above", b, a), a, b),
    cross=lambda ux, uy, vx, vy: ux * vy - uy * vx,
    dot=lambda ux, uy, vx, vy: ux * vx + uy * vy,
)  # fmt: skip
"""What stands for the module `jets` while a formula is traced; clipping and floors as there."""


def _pulled(term: Term, weight: Term) -> Iterator[tuple[Term, Term]]:
    """Yield each part of a term with what a unit of the result, times a weight, owes to it."""
    parts = term.parts
    a, b = parts[0], parts[-1]
    match term.operation:
        case "add" | "sub":
            yield a, weight
            yield b, weight if term.operation == "add" else -weight
        case "mul":
            yield a, weight * b
            yield b, weight * a
        case "div":
            share = weight.over(b)
            yield a, share
            yield b, -(share * term)
        case "neg":
            yield a, -weight
        case "hypot":
            length = _made("nonzero", term)
            yield a, weight * a.over(length)
            yield b, weight * b.over(length)
        case "atan2":
            square = _made("least", a * a + b * b, _term(1e-30))
            yield a, weight * b.over(square)
            yield b, -(weight * a.over(square))
        case "abs":
            yield a, weight * _made("sign", a)
        case "pick":
            for part, chosen in ((parts[1], (weight, _term(0.0))), (parts[2], (_term(0.0), weight))):
                yield part, _made("pick", parts[0], *chosen)
        case "nonzero" | "least" | "most" | "whole_turns":
            yield a, weight
        case _:
            yield a, weight * _slope(term, a)


def _slope(term: Term, a: Term) -> Term:
    """Return the derivative of a function of one variable; that of a clipped one ignores the clip."""
    one = _term(1.0)
    match term.operation:
        case "sin":
            return _made("cos", a)
        case "cos":
            return -_made("sin", a)
        case "asin" | "acos":
            slope = one.over(_made("root", _made("least", one - a * a, _term(1e-12))))
            return slope if term.operation == "asin" else -slope
        case "atan":
            return one.over(one + a * a)
        case "root":
            return _term(0.5).over(_made("least", term, _term(1e-9)))
        case "exp":
            return term
        case "log":
            return one.over(a)
    raise NotImplementedError(term.operation)


def _in_order(terms: Sequence[Term]) -> list[Term]:
    """Return all terms below some, parts first."""
    seen: dict[int, Term] = {}

    def visit(term: Term) -> None:
        if id(term) not in seen:
            for part in term.parts:
                visit(part)
            seen[id(term)] = term

    for term in terms:
        visit(term)
    return list(seen.values())


def slopes(result: Term, slots: Sequence[Term]) -> list[Term]:
    """Return the derivative of a formula by each of its slots."""
    owed: dict[int, Term] = {id(result): _term(1.0)}
    for term in reversed(_in_order([result])):
        if term.parts and id(term) in owed and term.operation != "not_above":
            for part, weight in _pulled(term, owed[id(term)]):
                owed[id(part)] = owed.get(id(part), _term(0.0)) + weight
    return [owed.get(id(slot), _term(0.0)) for slot in slots]


class _Writer:
    """Writes terms as statements, each at most once."""

    def __init__(self, results: Sequence[Term]) -> None:
        self.lines: list[str] = []
        self.texts: dict[int, str] = {}
        terms = _in_order(results)
        uses = [id(part) for term in terms for part in term.parts] + [id(result) for result in results]
        uses += [id(term.parts[0]) for term in terms if term.operation == "nonzero"]
        for term in terms:
            text = self.expression(term)
            is_long = len(text) > _LONGEST or term.operation in _NAMED
            if term.parts and (is_long or (uses.count(id(term)) > 1 and term.operation != "neg")):
                name = f"t{len(self.lines)}"
                self.lines.append(f"    {name} = {text}")
                text = name
            self.texts[id(term)] = text

    def expression(self, term: Term) -> str:
        """Return the text of an operation on what is written already."""
        if not term.parts:
            return term.text
        texts = [self.texts[id(part)] for part in term.parts]
        if term.operation in _CALLS:
            return f"{term.operation}({', '.join(texts)})"
        if term.operation not in ("least", "most", "root"):
            texts = [f"({text})" if " " in text or text.startswith("-") else text for text in texts]
        return _TEXTS[term.operation].format(*texts)


def function(kernel: Kernel) -> str:
    """Return the function of one kernel as text."""
    slots = [_slot(name) for name in kernel.slots]
    traced = kernel.formula(*slots)
    results = traced if isinstance(traced, tuple) else (traced,)
    returned = [*results, *(slope for result in results for slope in slopes(result, slots))]
    writer = _Writer(returned)
    words = ", ".join(writer.texts[id(term)] for term in returned)
    head = f"def {kernel.name}_({', '.join(f'{name}: float' for name in kernel.slots)}) -> tuple[float, ...]:"
    return "\n".join([head, *writer.lines, f"    return ({words})"])


def _is_plain(kernel: Kernel) -> bool:
    return not kernel.varies and kernel.name != "power"


def render() -> str:
    """Return the whole text of the generated module."""
    plain = [kernel for kernel in KERNELS.values() if _is_plain(kernel)]
    for family in _FAMILIES:
        vars(family)["jets"] = SYMBOLIC
    functions = "\n\n\n".join(function(kernel) for kernel in plain)
    table = "\n".join(f'    "{kernel.name}": {kernel.name}_,' for kernel in plain)
    return f"{HEAD}\n\n{functions}\n\n\nSCALARS: Final[dict[str, Scalar]] = {{\n{table}\n}}\n"


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
