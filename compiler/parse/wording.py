"""What the parser expected, in plain words instead of a list of tokens."""

from collections.abc import Iterable
from typing import Final

_GROUPS: Final[tuple[tuple[frozenset[str], str], ...]] = (
    (frozenset({"NAME", "NUMBER", "STRING"}), "a value"),
    (frozenset({"COMMA"}), "`,`"),
    (frozenset({"RPAR"}), "`)`"),
    (frozenset({"RSQB"}), "`]`"),
    (frozenset({"RBRACE"}), "`}`"),
    (frozenset({"LBRACE"}), "`{`"),
    (frozenset({"LPAR"}), "`(`"),
    (frozenset({"EQUALS"}), "`=`"),
    (frozenset({"IN"}), "`in`"),
    (frozenset({"PLUS", "STAR"}), "an operator"),
    (frozenset({"LINK"}), "a link such as `->`"),
    (frozenset({"NL", "SEMI"}), "the end of the statement"),
)
_MOST_WORDS: Final = 6
"""More possibilities than this tell nothing."""


def expectation(expected: Iterable[str]) -> str:
    """Return what would fit, as a hint.

    >>> expectation({"COMMA", "RPAR"})
    'expected `,` or `)`'
    """
    terminals = frozenset(expected)
    words = [word for group, word in _GROUPS if group <= terminals]
    if not words and "NAME" in terminals:
        words = ["a name"]
    if not words:
        return "rewrite the statement as a declaration, a call or a relation"
    if len(words) > _MOST_WORDS:
        return "a statement ends with its line; text stands in quotes, a remark behind `//`"
    *most, last = words
    return f"expected {', '.join(most)} or {last}" if most else f"expected {last}"


def found_text(text: str) -> str:
    """Return how a message cites what was found.

    >>> found_text("@"), found_text("")
    ('`@`', 'the end of the statement')
    """
    shown = text.strip().split("\n")[0][:30]
    return f"`{shown}`" if shown else "the end of the statement"
