"""Counts: whether as many things are drawn as are said, by the problem or by the picture's own texts.

A count is read where a number stands before a noun, `26 batteries`, `five red balls`, `3 rows of 4 seats`, and
held against the things whose kind, name or text is that noun. One thing stands for many, and an ellipsis for
the rest, so that only several things of another number contradict.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...dsl.diagnostics import Diagnostic, Label
from ...dsl.source import Span
from .codes import COUNT_DIFFERS
from .drawn import Drawn
from .printed import Printed

_MOST: Final = 40
"""More things are not drawn one by one."""
_MOST_LABELS: Final = 8
_WORDS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "twenty": 20,
}  # fmt: skip
_NUMBER: Final = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_ROWS: Final = re.compile(
    rf"(?<![\w.,/$-])(?P<rows>{_NUMBER}) (?:rows|columns|groups|sets|stacks|layers) of (?P<each>{_NUMBER})"
    r"(?P<noun>(?: [A-Za-z-]+){1,3})", re.IGNORECASE,
)  # fmt: skip
_COUNTED: Final = re.compile(
    rf"(?<![\w.,/$-])(?<!= )(?P<number>{_NUMBER})(?P<noun>(?: (?!of\b)[A-Za-z-]+){{1,3}})", re.IGNORECASE
)
_OTHERS: Final = re.compile(
    r"\b(?:other|more|another|remaining|additional|last|first|next|of the)\b", re.IGNORECASE
)
_AND_SO_ON: Final = re.compile(r"…|⋯|\.\.\.|\\(?:c|l|v)?dots|×|\btimes\b")


@dataclass(frozen=True)
class Count:
    """So many things, as a text says it."""

    number: int
    noun: str
    words: str


def counts_in(text: str, names: frozenset[str]) -> tuple[Count, ...]:
    """Return the counts in a text of things that go by these names.

    >>> [(c.number, c.noun) for c in counts_in("five red balls in 3 rows of 4 boxes", frozenset({"ball", "box"}))]
    [(12, 'box'), (5, 'ball')]
    """
    return tuple(_counts(text, names))


def _counts(text: str, names: frozenset[str]) -> Iterator[Count]:
    for found in _ROWS.finditer(text):
        noun = _noun(found.group("noun"), names)
        if noun:
            number = _value(found.group("rows")) * _value(found.group("each"))
            yield Count(number, noun, f"{found.group('rows')} × {found.group('each')} {noun}")
    for found in _COUNTED.finditer(_ROWS.sub(" ", text)):
        noun = _noun(found.group("noun"), names)
        if noun and not _OTHERS.search(found.group()):
            yield Count(_value(found.group("number")), noun, " ".join(found.group().split()))


def _noun(words: str, names: frozenset[str]) -> str:
    """Return the first plural among words that is the name of something drawn."""
    for word in words.casefold().split():
        found = next((one for one in _singulars(word) if one in names), "")
        if found:
            return found
    return ""


def _singulars(word: str) -> Iterator[str]:
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes", "zes")):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    if word.endswith("ices"):
        yield word[:-4] + "ex"


def _value(number: str) -> int:
    return _WORDS[number.casefold()] if number.casefold() in _WORDS else int(number)


def miscounts(problem: str, printed: Sequence[Printed], drawn: Drawn) -> Iterator[Diagnostic]:
    """Yield the counts that the drawing contradicts: fewer things, but several. Emits AUD007."""
    names = frozenset(name for name, number in drawn.counts.items() if number > 1)
    if not names or any(_AND_SO_ON.search(text.text) for text in printed):
        return
    sources: list[tuple[str, str, Span | None]] = [("the problem says", problem, None)]
    sources += [("the text says", t.text, t.origin.span if t.origin else None) for t in printed]
    said = [(who, count, span) for who, text, span in sources for count in counts_in(text, names)]
    for who, count, span in said:
        mentioned = {c.number for _, c, _ in said if c.noun == count.noun}
        number = drawn.counts[count.noun]
        if len(mentioned) == 1 and number < count.number <= _MOST:
            places = drawn.spans.get(count.noun, ())[:_MOST_LABELS]
            yield _finding(who, count, number, span, places)


def _finding(who: str, count: Count, number: int, span: Span | None, places: Sequence[Span]) -> Diagnostic:
    message = f"{who} `{count.words}`, {number} are drawn"
    labels = [Label(span=place, text="drawn") for place in dict.fromkeys(places)]
    hint = "draw all of them, or one that stands for all, or an ellipsis `…` for the rest"
    return COUNT_DIFFERS.found(message, span or (places[0] if places else None), labels=labels, hints=[hint])
