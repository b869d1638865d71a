"""Between lexer and parser: drops line ends that end nothing, tells units from products, bounds nesting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lark import Token
from lark.lark import PostLex

from ...dsl.units import is_unit

MAX_DEPTH: Final = 60
"""How deep brackets may nest; an ordinary spec stays below 8."""

MAX_WEIGHT: Final = 150
"""Bound of the syntax tree's depth as JSON, which pydantic reads to about 200 levels."""

_OPEN: Final = {"LPAR": 3, "LSQB": 3, "LBRACE": 3}
_CLOSE: Final = frozenset({"RPAR", "RSQB", "RBRACE"})
_NESTING: Final = frozenset(
    {"PLUS", "MINUS", "STAR", "SLASH", "POWER", "SUPERSCRIPT", "AMP", "BAR", "DOT", "EQUALS", "DOTS"}
)
_SEPARATORS: Final = frozenset({"COMMA", "NL", "SEMI"})
_CONTINUED: Final = frozenset(
    {"COMMA", "LINK", "COMPARE", "STAR", "SLASH", "POWER", "AMP", "BAR", "DOTS", "EQUALS", "PLUS", "MINUS"}
)
_SIGN_LEADERS: Final = frozenset({"COMMA", "EQUALS", "COLON"})

_PRODUCT_LETTERS: Final = frozenset("abcdeltu")
"""Letters that are units (year, bit, …) but stand for a variable when glued to a number, as in `3t^2`."""

_MAX_UNIT: Final = 80
"""Characters that a unit may have; bounds the work on a long run of words."""

_LETTER: Final = r"[^\W\d_⁰¹²³⁴-⁹]"
_EXPONENT: Final = r"(?:\^[-+−]?[0-9]+|\^[({][-+−]?[0-9]+[)}]|[⁺⁻]?[⁰¹²³⁴-⁹]+)?"
_SCALE: Final = re.compile(r"(?:hundred|thousand|million|billion|trillion)(?: |$)")
_UNIT_STEP: Final = re.compile(
    rf"[/·⋅*× -]?(?:(?:{_LETTER}[^\W⁰¹²³⁴-⁹]*['′]*|[°℃℉%‰$€£¥][A-Za-z]*){_EXPONENT}"
    rf"|\((?:{_LETTER}|[°℃℉%‰$€£¥])[\w·⋅*×/^+−° -]*\))"
)
_PIECE: Final = re.compile(
    r"(?P<NAME>[^\W\d⁰¹²³⁴-⁹][^\W⁰¹²³⁴-⁹]*['′]*)|(?P<NUMBER>[0-9]+)|(?P<SUPERSCRIPT>[⁺⁻]?[⁰¹²³⁴-⁹]+)"
    r"|(?P<SLASH>/)|(?P<STAR>[·⋅*×])|(?P<MINUS>[-−])|(?P<PLUS>\+)|(?P<POWER>\^)|(?P<DOT>\.)"
    r"|(?P<LPAR>\()|(?P<RPAR>\))|(?P<LSQB>\[)|(?P<LBRACE>\{)|(?P<RBRACE>\})|(?P<NAME_>[°℃℉%‰$€£¥])"
)


class NestingError(Exception):
    """Brackets or operators nest too deep at an offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass
class _Nesting:
    """How deep the text is nested so far: one weight for each open bracket."""

    weights: list[int] = field(default_factory=lambda: [0])
    brackets: list[str] = field(default_factory=list)
    total: int = 0

    def feed(self, kind: str, offset: int) -> None:
        if kind in _OPEN:
            self._add(1, offset)
            self.brackets.append(kind)
            self.weights.append(0)
            self._add(_OPEN[kind], offset)
        elif kind in _CLOSE:
            if self.brackets:
                self.brackets.pop()
                self.total -= self.weights.pop()
        elif kind in _NESTING:
            self._add(1, offset)
        elif kind in _SEPARATORS:
            self.total -= self.weights[-1]
            self.weights[-1] = _OPEN[self.brackets[-1]] if self.brackets else 0
            self.total += self.weights[-1]

    def _add(self, weight: int, offset: int) -> None:
        self.weights[-1] += weight
        self.total += weight
        if self.total > MAX_WEIGHT or len(self.brackets) > MAX_DEPTH:
            raise NestingError(offset)

    @property
    def in_parentheses(self) -> bool:
        return bool(self.brackets) and self.brackets[-1] != "LBRACE"


class Layout(PostLex):
    """The filter between Lark's lexer and its parser; holds no state of its own."""

    always_accept = ("NL",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Yield the tokens that the grammar wants to see."""
        nesting = _Nesting()
        before, last = "", "SEMI"
        end_of_number = -1
        for raw in stream:
            pieces = (raw,) if raw.type != "UNIT" else _unit_or_product(raw, raw.start_pos == end_of_number)
            for token in pieces:
                kind = token.type
                if kind == "NL" and (nesting.in_parentheses or _goes_on(before, last)):
                    continue
                nesting.feed(kind, token.start_pos or 0)
                yield token
                before, last = last, kind
            if raw.type == "NUMBER":
                end_of_number = raw.end_pos or -1


def _goes_on(before: str, last: str) -> bool:
    """Whether a line that ends so goes on in the next one (a bare sign as a value ends it)."""
    if last in ("PLUS", "MINUS") and before in _SIGN_LEADERS:
        return False
    return last in _CONTINUED


def _unit_or_product(token: Token, glued: bool) -> Iterator[Token]:
    """Read what follows a number: a unit, a unit with something behind it, or the rest of a product."""
    text, start = str(token), token.start_pos or 0
    size = unit_length(text, glued)
    if size:
        yield _token("UNIT", text[:size], start)
    else:
        yield _token("STAR", "", start)
    last = ""
    for match in _PIECE.finditer(text, size):
        kind = (match.lastgroup or "").rstrip("_")
        if kind == "NAME" and last == "NUMBER":
            yield _token("STAR", "", start + match.start())
        yield _token(kind, match.group(), start + match.start())
        last = kind


def _token(kind: str, text: str, start: int) -> Token:
    return Token(kind, text, start_pos=start, end_pos=start + len(text))


@lru_cache(maxsize=4096)
def unit_length(text: str, glued: bool) -> int:
    """Return how many characters of a text behind a number spell a unit, 0 if none do.

    >>> unit_length("m/s^2", False), unit_length("m apart", False), unit_length("e^(", False)
    (5, 1, 0)
    """
    ends = _unit_ends(text[:_MAX_UNIT])
    if glued:
        ends = [] if _is_variable(text) else ends[-1:]
    if ends and ends[-1] != len(text):
        ends.pop()
    return next((end for end in reversed(ends) if _is_scaled_unit(text[:end])), 0)


def _is_scaled_unit(text: str) -> bool:
    """Whether a text is a unit, a number word (`million`), or both."""
    scale = _SCALE.match(text)
    rest = text[scale.end() :] if scale else text
    return (scale is not None and not rest) or is_unit(rest)


def glued_unit(text: str, at: int) -> int:
    """Return how many characters spell a unit that touches the number ending at an offset.

    >>> glued_unit("5kg", 1), glued_unit("3x", 1)
    (2, 0)
    """
    end = at
    while match := _UNIT_STEP.match(text, end):
        end = match.end()
    return unit_length(text[at : end + 1] if text[end : end + 1] in tuple("([^") else text[at:end], True)


def _is_variable(text: str) -> bool:
    return text[0] in _PRODUCT_LETTERS and not text[1:2].isalpha()


def _unit_ends(text: str) -> list[int]:
    ends: list[int] = []
    at = 0
    while match := _UNIT_STEP.match(text, at):
        at = match.end()
        ends.append(at)
    return ends
