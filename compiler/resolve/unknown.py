"""The findings about words that nobody declares: the nearest known ones, and the edit to them."""

from __future__ import annotations

from ...dsl.diagnostics import Diagnostic, Edit, Fix
from ...dsl.source import Span
from ...dsl.suggest import did_you_mean, distance
from ..vocabulary import Vocabulary
from .codes import UNDECLARED_END, UNKNOWN_KIND, UNKNOWN_VERB


def unknown_kind(word: str, span: Span, vocabulary: Vocabulary) -> Diagnostic:
    """Return the finding about a kind that nobody declares."""
    near = did_you_mean(word, vocabulary.kind_words())
    hints = (*_meant(near), "it is drawn as a labelled outline, with its data and relations")
    message = f"no domain declares the kind `{word}`"
    return UNKNOWN_KIND.found(message, span, hints=hints, fix=respelt(word, near, span))


def unknown_verb(word: str, span: Span, vocabulary: Vocabulary) -> Diagnostic:
    """Return the finding about a verb that nobody declares."""
    near = did_you_mean(word, vocabulary.verb_words())
    hints = (*_meant(near), "its text is kept, as a label or an arrow; what it demands is not checked")
    message = f"no domain declares the verb `{word}`"
    return UNKNOWN_VERB.found(message, span, hints=hints, fix=respelt(word, near, span))


def undeclared_end(name: str, span: Span) -> Diagnostic:
    """Return the finding about an end of a link that is drawn as a box because nothing has its name."""
    hint = f'write `"{name}"` or declare it, for example `thing {name}`'
    return UNDECLARED_END.found(f"nothing is called `{name}`: it is drawn as a box", span, hints=[hint])


def _meant(near: tuple[str, ...]) -> tuple[str, ...]:
    return (f"did you mean {' or '.join(f'`{word}`' for word in near)}?",) if near else ()


def respelt(word: str, near: tuple[str, ...], span: Span) -> Fix | None:
    """Return the edit to the nearest known word, where the slip is a small one."""
    if not near or distance(word.lower(), near[0].lower()) > 2:
        return None
    return Fix(title=f"use `{near[0]}`", edits=(Edit(span=span, text=near[0]),))
