r"""Reads mathematics written as text, plain or LaTeX, into an expression: `y = 1 + x^2`, `\frac{1}{2}x`.

A Pratt parser over characters: juxtaposition multiplies, functions may do without brackets (`sin 2x`),
a degree sign turns a number into radians. What it does not understand it refuses with None.
"""

import math
import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from ...dsl.units import normalise
from .tree import (
    MAX_DEPTH,
    MAX_NODES,
    Application,
    Constant,
    Equation,
    Expression,
    Letter,
    Negation,
    Number,
    Op,
    Operation,
    apply,
    canonical_letter,
    function_named,
)

_MAX_TEXT: Final = 1000
_LONGEST_PRODUCT: Final = 4
_SKIPPED: Final = (
    "\\left", "\\right", "\\displaystyle", "\\big", "\\Big", "\\,", "\\;", "\\:", "\\!", "\\ ", "$", "~",
)  # fmt: skip
_PROSE: Final = re.compile(r"(?<![\\A-Za-z])(?:the|of|and|is|to|in|at|for|or|not|are|be|by|it)(?![A-Za-z])")
_OPENING_CALL: Final = re.compile(r"\s*([A-Za-z]) ?\(([A-Za-z])\) ?(?==)")
_EXPONENT: Final = re.compile(r"[eE][+-]?\d{1,3}(?![\w.])")
_TIMES: Final = ("\\cdot", "\\times", "**", "*", "·", "×")
_DIVIDE: Final = ("\\div", "/")
_OPEN: Final[dict[str, str]] = {"(": ")", "[": "]", "{": "}"}


class _NotAFormulaError(Exception):
    """The text is no formula; caught by `read_formula`, never leaves this module."""


def read_formula(text: str, letters: Collection[str] = ()) -> Expression | None:
    r"""Return the expression that a text spells, or None.

    `letters` are names that stand for themselves: a word of several letters is one symbol only if it is
    among them or carries an index; else it is a product (`mgh`), and long words are prose.

    >>> read_formula(r"\frac{1}{2} m v^2").value({"m": 2.0, "v": 3.0})
    9.0
    >>> read_formula("y = 1 + x^2").letters
    ('y', 'x')
    >>> read_formula("the area of it") is None
    True
    """
    return _read(text, frozenset(letters))


@lru_cache(maxsize=1024)
def _read(text: str, letters: frozenset[str]) -> Expression | None:
    if not text.strip() or len(text) > _MAX_TEXT or _PROSE.search(text):
        return None
    reader = _Reader(normalise(text).strip(), letters)
    try:
        return reader.formula()
    except _NotAFormulaError:
        return None


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str, letters: frozenset[str]) -> None:
        self.text = text
        self.letters = letters
        self.at = 0
        self.nodes = 0
        self.depth = 0
        self.bars = 0

    def formula(self) -> Expression:
        left = self.left_side()
        if self.take("="):
            left = Equation(left, self.sum())
        self.skip()
        if self.at < len(self.text):
            raise _NotAFormulaError
        return left

    def left_side(self) -> Expression:
        """Read `f(x)` before an equals sign as one symbol, anything else as a sum."""
        called = _OPENING_CALL.match(self.text)
        if called:
            self.at = called.end()
            return Letter(f"{called.group(1)}({called.group(2)})")
        return self.sum()

    # Characters

    def skip(self) -> None:
        while self.at < len(self.text):
            if self.text[self.at].isspace():
                self.at += 1
                continue
            skipped = next((s for s in _SKIPPED if self.text.startswith(s, self.at)), "")
            after = self.text[self.at + len(skipped) : self.at + len(skipped) + 1]
            if not skipped or (skipped[-1].isalpha() and after.isalpha()):
                return
            self.at += len(skipped)

    def peek(self, length: int = 1) -> str:
        self.skip()
        return self.text[self.at : self.at + length]

    def take(self, *signs: str) -> str:
        """Consume the first of some signs that stands here."""
        self.skip()
        for sign in signs:
            after = self.text[self.at + len(sign) : self.at + len(sign) + 1]
            if self.text.startswith(sign, self.at) and not (sign[-1].isalpha() and after.isalpha()):
                self.at += len(sign)
                return sign
        return ""

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            raise _NotAFormulaError

    # Expressions, from the loosest bond to the tightest

    def sum(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _NotAFormulaError
        whole = self.product()
        while sign := self.take("+", "-"):
            whole = self.operation("+" if sign == "+" else "-", whole, self.product())
        self.depth -= 1
        return whole

    def product(self) -> Expression:
        whole = self.factor()
        while True:
            if self.take(*_TIMES):
                whole = self.operation("*", whole, self.factor())
            elif self.take(*_DIVIDE):
                whole = self.operation("/", whole, self.factor())
            elif self.starts_primary():
                whole = self.operation("*", whole, self.power())
            else:
                return whole

    def factor(self) -> Expression:
        self.count()
        if self.take("-"):
            return Negation(self.factor())
        if self.take("+"):
            return self.factor()
        return self.power()

    def power(self) -> Expression:
        base = self.primary()
        while True:
            if self.text.startswith("**", self.at) or self.peek() == "^":
                self.take("**", "^")
                if self.take("\\circ", "{\\circ}", "°"):
                    base = self.in_degrees(base)
                    continue
                base = self.operation("^", base, self.exponent())
            elif self.take("°", "\\degree"):
                base = self.in_degrees(base)
            else:
                return base

    def exponent(self) -> Expression:
        self.count()
        if self.take("-"):
            return Negation(self.exponent())
        return self.power()

    def in_degrees(self, base: Expression) -> Expression:
        return self.operation("*", base, Number("°", math.pi / 180, "°"))

    def starts_primary(self) -> bool:
        char = self.peek()
        if char == "|":
            return self.bars == 0
        return char.isalnum() or (char != "" and char in "([{\\√.")

    def primary(self) -> Expression:
        self.count()
        char = self.peek()
        if char in _OPEN and char:
            return self.bracketed()
        if char.isdigit() or char == ".":
            return self.number()
        if char == "|" and self.bars == 0:
            return self.absolute()
        if self.take("√"):
            return Application("sqrt", (self.primary(),))
        if char == "\\":
            return self.command()
        if char.isalpha():
            return self.word()
        raise _NotAFormulaError

    def bracketed(self) -> Expression:
        close = _OPEN[self.peek()]
        self.at += 1
        bars, self.bars = self.bars, 0
        inner = self.sum()
        self.bars = bars
        self.expect(close)
        return inner

    def absolute(self) -> Expression:
        self.expect("|")
        self.bars += 1
        inner = self.sum()
        self.bars -= 1
        self.expect("|")
        return Application("abs", (inner,))

    def number(self, *, digits: int = _MAX_TEXT) -> Expression:
        self.skip()
        start = self.at
        while self.at < len(self.text) and self.text[self.at].isdecimal() and self.at - start < digits:
            self.at += 1
        following = self.text[self.at + 1 : self.at + 2]
        if (
            digits > 1
            and self.text[self.at : self.at + 1] == "."
            and (following.isdecimal() or self.at > start)
        ):
            self.at += 1
            while self.at < len(self.text) and self.text[self.at].isdecimal():
                self.at += 1
        power = _EXPONENT.match(self.text, self.at) if digits > 1 else None
        self.at = power.end() if power else self.at
        written = self.text[start : self.at]
        if not any(char.isdecimal() for char in written) or len(written) > 40:
            raise _NotAFormulaError
        return self.finite(written)

    def finite(self, written: str) -> Expression:
        value = float(written)
        if not math.isfinite(value):
            raise _NotAFormulaError
        return Number(written, value)

    def group(self) -> Expression:
        """Read an argument of a LaTeX command: a group, or one character."""
        char = self.peek()
        if char == "{":
            return self.bracketed()
        if char.isdecimal():
            return self.number(digits=1)
        if char == "\\":
            return self.command()
        if char.isalpha():
            self.at += 1
            return self.letter(char)
        raise _NotAFormulaError

    def command(self) -> Expression:
        self.count()
        self.at += 1
        name = self.run()
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            return self.operation("/", self.group(), self.group())
        if name == "sqrt":
            return self.root()
        if name in ("text", "mathrm", "operatorname") and self.take("{"):
            name = self.run()
            self.expect("}")
            return self.named(name)
        if function_named(name):
            return self.function(name)
        if name == "pi" or canonical_letter(name) != name:
            return self.named(name)
        raise _NotAFormulaError

    def root(self) -> Expression:
        if not self.take("["):
            return Application("sqrt", (self.group(),))
        degree = self.sum()
        self.expect("]")
        return Application("root", (self.group(), degree))

    # Names

    def run(self) -> str:
        start = self.at
        while self.at < len(self.text) and self.text[self.at].isalpha():
            self.at += 1
        return self.text[start : self.at]

    def index(self, *, digits: bool = True) -> str:
        """Read the index of a symbol, `_0`, `_max` or `_{max}`, or nothing."""
        if digits and self.text[self.at : self.at + 1].isdecimal():
            # `x1` is the symbol with index 1: a number behind a letter is never a factor.
            number = self.digits_ahead()
            self.at += len(number)
            return "_" + number
        if self.text[self.at : self.at + 1] != "_":
            return ""
        self.at += 1
        braced = self.text[self.at : self.at + 1] == "{"
        start = self.at + braced
        end = self.text.find("}", start) if braced else start
        while not braced and end < len(self.text) and self.text[end].isalnum():
            end += 1
        inner = self.text[start:end].replace(" ", "")
        if end < start or not 0 < len(inner) <= 16:
            raise _NotAFormulaError
        self.at = end + braced
        return "_" + inner

    def word(self) -> Expression:
        start = self.at
        name = self.run()
        digits = self.text[self.at : self.at + 1].isdecimal()
        numbered = name + self.digits_ahead()
        if digits and (numbered in self.letters or function_named(numbered)):
            name = numbered
            self.at += len(name) - (self.at - start)
        if name in self.letters or function_named(name) or len(name) == 1 or name == "pi":
            return self.named(name)
        if canonical_letter(name) != name:
            return self.named(name)
        for length in range(len(name) - 1, 0, -1):
            # `2sinx`, `xsin(t)`: a function or a known name at the start of the run of letters.
            if name[:length] in self.letters or (length > 1 and function_named(name[:length])):
                self.at = start + length
                return self.named(name[:length])
        if len(name) > _LONGEST_PRODUCT:
            raise _NotAFormulaError
        self.at = start + 1
        return self.named(name[0])

    def digits_ahead(self) -> str:
        end = self.at
        while end < len(self.text) and self.text[end].isdecimal():
            end += 1
        return self.text[self.at : end]

    def named(self, name: str) -> Expression:
        if function_named(name) and name not in self.letters:
            return self.function(name)
        return self.letter(name)

    def letter(self, name: str) -> Expression:
        if name in ("pi", "π"):
            return Constant("pi")
        if name in ("Δ", "Delta") and self.peek().isalpha():
            # A difference is one symbol: Δx is no product.
            name = "Δ" + self.text[self.at]
            self.at += 1
        index = self.index()
        if name == "e" and not index and name not in self.letters:
            return Constant("e")
        return Letter(canonical_letter(name + index))

    def function(self, name: str) -> Expression:
        """Read `sin(x)`, `sin 2x`, `sin^2 x`, `log_2 x`, `max(a, b)`."""
        power = self.exponent() if self.take("^") else None
        base = self.index(digits=False)
        args = self.arguments() if self.peek() in ("(", "{") and self.peek() else (self.argument(),)
        if base and name in ("log", "lg"):
            args = (*args, self.log_base(base[1:]))
        elif base:
            raise _NotAFormulaError
        return self.powered(name, args, power)

    def log_base(self, text: str) -> Expression:
        if text.isdecimal():
            return Number(text, float(text))
        return Letter(canonical_letter(text))

    def powered(self, name: str, args: tuple[Expression, ...], power: Expression | None) -> Expression:
        inverse = isinstance(power, Negation) and power.value() == -1
        called = apply(f"a{name}" if inverse else name, args)
        if called is None:
            raise _NotAFormulaError
        return called if power is None or inverse else self.operation("^", called, power)

    def arguments(self) -> tuple[Expression, ...]:
        close = _OPEN[self.peek()]
        self.at += 1
        bars, self.bars = self.bars, 0
        args = [self.sum()]
        while self.take(","):
            args.append(self.sum())
        self.bars = bars
        self.expect(close)
        return tuple(args)

    def argument(self) -> Expression:
        """Read an argument without brackets: factors up to the next sign or function."""
        whole = self.power() if not self.take("-") else Negation(self.power())
        while self.starts_primary() and not self.at_function() and self.peek() not in ("(", "["):
            whole = self.operation("*", whole, self.power())
        if self.take("/"):
            whole = self.operation("/", whole, self.power())
        return whole

    def at_function(self) -> bool:
        at = self.at
        self.take("\\")
        name = self.run()
        self.at = at
        return any(function_named(name[:length]) for length in range(len(name), 1, -1))

    # Bounds

    def count(self) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _NotAFormulaError

    def operation(self, op: Op, left: Expression, right: Expression) -> Expression:
        self.count()
        return Operation(op, left, right)
