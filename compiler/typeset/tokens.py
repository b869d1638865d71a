"""Parts a line of the label dialect into tokens."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias, cast

from . import symbols as sy
from .wordlists import PRODUCTS, STATEMENTS

Kind: TypeAlias = Literal[
    "command", "blank", "script", "arrow", "dots", "number", "super", "subs", "letters", "space", "sign"
]

_EAST = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
_SUPER = "".join(sy.SUPERSCRIPTS)
_SUB = "".join(sy.SUBSCRIPTS)
LETTER = rf"(?:(?![{_EAST}{_SUPER}{_SUB}¼-¾⅐-⅞])[^\W\d_])"
TOKEN: Final = re.compile(
    rf"""
    (?P<command>\\(?:[A-Za-z]+|.))
    |(?P<blank>_{{2,}})
    |(?P<script>[\^_])
    |(?P<arrow>(?<=\s)\|\|(?=\s)|<=>|<->|<-->|-{{1,2}}>|=>|<=|>=|!=|==|\+/-|\+-)
    |(?P<dots>\.{{3}})
    |(?P<number>\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)?(?:[eE][+\-−]?\d+)?|(?<![\w.])\.\d+|\d*[¼-¾⅐-⅞])
    |(?P<super>[{_SUPER}]+)|(?P<subs>[{_SUB}]+)
    |(?P<letters>{LETTER}{{2,}}(?:['’]{LETTER}{{1,2}}(?!{LETTER}))?|{LETTER}[\u0300-\u036f\u20d7]*)
    |(?P<space>\s+)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
ARROWS: Final = {
    "<=>": "⇌", "<->": "↔", "<-->": "⟷", "->": "→", "-->": "⟶", "=>": "⇒", "<=": "≤", ">=": "≥", "!=": "≠",
    "==": "=", "||": "∥", "+/-": "±", "+-": "±",
}  # fmt: skip


class Token(NamedTuple):
    """A piece of the label and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


def tokens_from(text: str, start: int = 0) -> Iterator[Token]:
    """Yield the tokens of a text from an offset on."""
    for match in TOKEN.finditer(text, start):
        yield Token(cast(Kind, match.lastgroup), match[0], match.start(), match.end())


def tokenise(text: str) -> list[Token]:
    """Return all tokens of a text.

    >>> [token.text for token in tokenise("x_1 -> 3.5 m")]
    ['x', '_', '1', ' ', '->', ' ', '3.5', ' ', 'm']
    """
    return list(tokens_from(text))


def is_operand(token: Token) -> bool:
    """Whether a minus sign can stand beside a token."""
    if token.kind in ("number", "super", "subs", "command", "blank"):
        return True
    return (
        token.kind == "letters" and (len(token.text) == 1 or token.text in PRODUCTS)
    ) or token.text in "()[]}|√∫∂'°?%"


def is_one_symbol(tokens: list[Token]) -> bool:
    """Whether a line is one letter with its scripts and primes."""
    if not tokens or tokens[0].kind != "letters" or len(tokens[0].text) != 1:
        return False
    return all(token.kind in ("script", "super", "subs") or token.text in "'′" for token in tokens[1:2])


def states_relation(tokens: list[Token]) -> bool:
    """Whether a line states that one thing equals, exceeds or follows from another."""
    return any(token.text in STATEMENTS for token in tokens)
