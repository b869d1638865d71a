r"""Terms of textbook datasets: `Equals(LengthOf(Line(A, C)), 5x-12)`, read with bounded depth and size.

A term is a word with arguments; whatever is no such form is a leaf, kept as it is written (a point, a
number, a formula, LaTeX). Nothing is evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

LONGEST = 2000
"""Characters of one term; the longest of the datasets has 74."""
DEEPEST = 12
"""Brackets within each other."""
_CALL = re.compile(r"([A-Za-z]+)\s*\((.*)\)", re.DOTALL)


@dataclass(frozen=True)
class Term:
    """A word with arguments, or a leaf: a text without any."""

    word: str
    args: tuple[Node, ...] = ()

    def words(self) -> Iterator[str]:
        """Yield the words of this term and of all in it."""
        yield self.word
        for arg in self.args:
            if isinstance(arg, Term):
                yield from arg.words()


Node: TypeAlias = Term | str


def read_term(text: str) -> Term | None:
    """Return the term that a text spells, or nothing if its brackets do not match or it is beyond the bounds.

    >>> read_term("Equals(LengthOf(Line(A, C)), 2x+1)")
    Term(word='Equals', args=(Term(word='LengthOf', args=(Term(word='Line', args=('A', 'C')),)), '2x+1'))
    >>> read_term("Equals(A") is None
    True
    """
    if len(text) > LONGEST:
        return None
    node = _node(text.strip(), 0)
    return node if isinstance(node, Term) else None


def read_prefix(text: str) -> tuple[Term | None, str]:
    """Return the term at the beginning of a text, and what follows it.

    >>> read_prefix("Find(x) K))")
    (Term(word='Find', args=('x',)), 'K))')
    """
    term = read_term(text)
    if term is not None or len(text) > LONGEST:
        return term, ""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == ")" and depth == 0:
            return read_term(text[: at + 1]), text[at + 1 :].strip()
    return None, ""


def _node(text: str, depth: int) -> Node | None:
    parts = _parts(text)
    if parts is None or depth > DEEPEST:
        return None
    call = _CALL.fullmatch(text)
    if call is None or not call[1][0].isupper() or _parts(call[2]) is None:
        # `(x+1)*(x-1)` and `sqrt(3)` are formulas, which their own reader knows.
        return text
    args = [_node(part, depth + 1) for part in _parts(call[2]) or ()]
    if any(arg is None or arg == "" for arg in args):
        return None
    return Term(call[1], tuple(arg for arg in args if arg is not None))


def _parts(text: str) -> list[str] | None:
    """Split at the commas outside all brackets; nothing if the brackets do not match."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if depth < 0:
            return None
        if char == "," and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    return None if depth else [*parts, text[start:].strip()]
