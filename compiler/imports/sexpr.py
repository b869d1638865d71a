"""S-expressions with their places: lists in brackets, words, `;` comments; bounded in depth and size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from ...dsl.diagnostics import Diagnostic
from ...dsl.source import Source, Span
from .. import limits
from .codes import MALFORMED, TOO_MUCH

TOKEN: Final = re.compile(r"[()]|[^\s();]+|;[^\n]*")


@dataclass(frozen=True)
class Atom:
    """A word."""

    text: str
    span: Span

    @property
    def word(self) -> str:
        """The word as keywords are compared: in small letters."""
        return self.text.lower()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Form:
    """A list in brackets."""

    items: tuple[Term, ...]
    span: Span

    @property
    def head(self) -> str:
        """The first word, or nothing."""
        return self.items[0].word if self.items and isinstance(self.items[0], Atom) else ""

    @property
    def rest(self) -> tuple[Term, ...]:
        """All but the first item."""
        return self.items[1:]

    def __str__(self) -> str:
        return f"({' '.join(str(item) for item in self.items)})"


Term: TypeAlias = Atom | Form


def parse(source: Source) -> tuple[list[Term], list[Diagnostic]]:
    """Return the terms of a text and what is wrong with its brackets.

    >>> terms, wrong = parse(Source(text="(a (b c)) ; note"))
    >>> [str(t) for t in terms], wrong
    (['(a (b c))'], [])
    """
    found: list[Diagnostic] = []
    tops: list[Term] = []
    open_: list[tuple[int, list[Term]]] = []
    for match in TOKEN.finditer(source.text):
        token, span = match.group(), Span(start=match.start(), end=match.end())
        if token.startswith(";"):
            continue
        if token == "(":
            if len(open_) >= limits.DEPTH:
                return [], [TOO_MUCH.found(f"brackets are nested deeper than {limits.DEPTH}", span)]
            open_.append((match.start(), []))
            continue
        if token == ")":
            if not open_:
                found.append(MALFORMED.found("a bracket is closed that was not opened", span))
                continue
            start, items = open_.pop()
            term: Term = Form(tuple(items), Span(start=start, end=match.end()))
        else:
            term = Atom(token, span)
        (open_[-1][1] if open_ else tops).append(term)
    found += [
        MALFORMED.found("a bracket is never closed", Span(start=start, end=start + 1)) for start, _ in open_
    ]
    return tops, found
