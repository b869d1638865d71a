"""The canonical form of a spec: the vocabulary's own words, each statement under its heading."""

from __future__ import annotations

from ..dsl.spec import Call, Compare, Declaration, Link, Name, Relation, Spec, Statement
from .domains import vocabulary
from .format import format_spec
from .vocabulary import Home


def canonical_text(spec: Spec) -> str:
    """Return a spec formatted, with aliases replaced by the words that the vocabulary prefers."""
    return format_spec(spec, home=home_of, canonical=canonical_word)


def home_of(statement: Statement) -> str | None:
    """Return the heading of a statement: things and links, placement, what is written, what must hold."""
    if isinstance(statement, Declaration):
        return Home.ENTITIES if statement.body is None else None
    if not isinstance(statement, Relation):
        return None
    if isinstance(statement.expr, Link):
        return Home.ENTITIES
    if isinstance(statement.expr, Compare):
        return Home.CONSTRAINTS
    if isinstance(statement.expr, Call) and isinstance(statement.expr.callee, Name):
        verb = vocabulary().verb(statement.expr.callee.id)
        return verb.home if verb else None
    return None


def canonical_word(role: str, word: str) -> str:
    """Return the preferred word for a kind or verb; other words stay.

    >>> canonical_word("verb", "dim")
    'dimension'
    """
    words = vocabulary()
    found = words.kind(word) if role == "kind" else words.verb(word) if role == "verb" else None
    return found.name if found is not None else word
