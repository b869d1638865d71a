"""Completeness: whether every given of the problem is on the picture.

Conservative: what it reports is missing from every text; what is drawn instead of written it cannot see,
so whole numbers and conditions are notes only.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ...dsl.diagnostics import Diagnostic
from ...dsl.plain import plain
from ...dsl.quantity import Mention, numbers_in
from ...dsl.source import Span
from .agreement import is_same
from .codes import MISSING_CONDITION, MISSING_COUNT, MISSING_GIVEN, MISSING_OPTION
from .printed import Printed
from .problem import conditions, counts, options, values


def coverage(problem: str, printed: Sequence[Printed], *, span: Span | None = None) -> tuple[Diagnostic, ...]:
    """Return a finding for each given of a problem that no printed text shows.

    `span` is where the problem stands in the spec, if it does. Codes: AUD001 to AUD004.

    >>> [d.message for d in coverage("A 5.0 kg block slides 3 m.", [Printed("m = 5.0 kg")])]
    ['given `3 m` is on no printed text']
    """
    shown = tuple(mention for text in printed for mention in numbers_in(text.text))
    folded = fold(" ; ".join(text.text for text in printed))
    return (
        *_missing_values(problem, shown, folded, span),
        *_missing_options(problem, folded, span),
        *_missing_conditions(problem, folded, span),
        *_missing_counts(problem, shown, folded, span),
    )


def fold(text: str) -> str:
    """Return a text for comparison: plain signs, lower case, single spaces, no brackets around roots.

    >>> fold("$10^{24}$  KG") == fold("10²⁴ kg")
    True
    """
    return " ".join(plain(text).text.casefold().replace("×", "x").replace("*", "x").split())


def _missing_values(
    problem: str, shown: Sequence[Mention], folded: str, span: Span | None
) -> Iterator[Diagnostic]:
    for words, mention in _distinct(values(problem)):
        if any(is_same(mention.magnitude, other.magnitude) for other in shown) or _stands_in(words, folded):
            continue
        hint = f"add `given({_quoted(words)})`, or label the thing that has it"
        yield MISSING_GIVEN.found(f"given `{words}` is on no printed text", span, hints=(hint,))


def _missing_options(problem: str, folded: str, span: Span | None) -> Iterator[Diagnostic]:
    compact = folded.replace(" ", "")
    for option in options(problem):
        words = " ".join(plain(option.text).text.split())
        if fold(option.text).replace(" ", "") in compact:
            continue
        hint = f"add {_quoted(f'{option.letter}) {words}')} to `options(…)`"
        yield MISSING_OPTION.found(f"option `{option.letter}` is not printed", span, hints=(hint,))


def _missing_conditions(problem: str, folded: str, span: Span | None) -> Iterator[Diagnostic]:
    for word in conditions(problem):
        if word in folded:
            continue
        hint = f"add `note({_quoted(word)})`"
        yield MISSING_CONDITION.found(f"condition `{word}` is not printed", span, hints=(hint,))


def _missing_counts(
    problem: str, shown: Sequence[Mention], folded: str, span: Span | None
) -> Iterator[Diagnostic]:
    for words, mention in _distinct(counts(problem)):
        if any(is_same(mention.magnitude, other.magnitude) for other in shown) or _stands_in(words, folded):
            continue
        yield MISSING_COUNT.found(f"number `{words}` is on no printed text", span)


def _distinct(mentions: Iterable[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield each different text once, in reading order, with its first mention."""
    seen: set[str] = set()
    for mention in mentions:
        words = " ".join(plain(mention.magnitude.text).text.split())
        if words not in seen:
            seen.add(words)
            yield words, mention


def _stands_in(words: str, folded: str) -> bool:
    """Whether the very text occurs, not as part of a longer number or word."""
    return re.search(rf"(?<![\w.]){re.escape(fold(words))}(?![\w]|\.\d)", folded) is not None


def _quoted(text: str) -> str:
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'
