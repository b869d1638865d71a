"""The few words of a problem around a given: what a row of the panel says about it."""

import re
from itertools import takewhile
from typing import Final

from ...dsl.plain import plain

_LONGEST: Final = 52
_WORDS_BEFORE: Final = 5
_WORDS_AFTER: Final = 2
_SIGNS_BEFORE: Final = 24
"""Of a text without spaces between its words."""
_CLAUSE_END: Final = re.compile(
    r"[,;:!?\n()\[\]，。；：、？！（）]|\.(?=\s|$)|\b(?:and|which|that|while|where|with|when|if|so|but)\b"
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_WEAK: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "and",
        "or",
        "with",
        "from",
        "for",
        "into",
        "its",
        "it",
        "as",
        "be",
        "than",
        "after",
        "before",
        "above",
        "below",
        "away",
        "apart",
        "per",
        "will",
        "can",
        "under",
        "over",
        "between",
        "then",
        "when",
        "if",
        "thus",
        "this",
        "that",
        "there",
        "would",
        "could",
        "must",
        "may",
        "should",
        "be",
        "been",
        "do",
        "does",
        "did",
        "he",
        "she",
        "they",
        "we",
        "you",
    ]
)
_VAGUE: Final = frozenset(
    ["about", "approximately", "only", "exactly", "roughly", "nearly", "around", "almost", "=", "≈"]
)


def phrase(problem: str, start: int, end: int, said: str = "") -> str:
    """Return the clause around a part of a problem, cut to a few words on both sides; `said` stands for the part.

    >>> text = "A sled of total mass 50.0 kg slides down a long and icy hill."
    >>> phrase(text, text.index("50"), text.index(" slides"))
    'sled of total mass 50.0 kg slides down'
    """
    shown = plain(problem)
    first, last = shown.at(start), shown.at(end)
    before, after = _clause_before(shown.text[:first]), _clause_after(shown.text[last:])
    said = said or " ".join(shown.text[first:last].split())
    if _HAN.search(before):
        return f"{before.replace(' ', '')[-_SIGNS_BEFORE:]} {said}".strip()
    head = before.split()[-_WORDS_BEFORE:]
    tail = _tail(after.split())
    while head and (head[0].casefold() in _WEAK or len(" ".join((*head, said, *tail))) > _LONGEST):
        head.pop(0)
    if not tail and all(word.casefold() in _VAGUE for word in head):
        head = [*_subject(shown.text[:first]), *head]
    return " ".join((*head, said, *tail))


def _tail(words: list[str]) -> list[str]:
    """Return the words behind a number that say what it is: `26 cm plate`, `50 mL of water`."""
    if words[:1] == ["of"]:
        named = list(takewhile(lambda word: word.casefold() not in _WEAK, words[1 : _WORDS_AFTER + 2]))
        return ["of", *named] if named else []
    return list(takewhile(_is_name, words[:_WORDS_AFTER]))


def _subject(text: str) -> list[str]:
    """Return what a sentence begins with, when the clause before a number does not say what it measures."""
    sentence = re.split(r"[.!?;\n](?=\s|$)", text[-400:])[-1]
    words = re.split(r"[,:(]", sentence)[0].split()[: _WORDS_BEFORE + 1]
    while words and words[0].casefold() in _WEAK:
        words.pop(0)
    while words and words[-1].casefold() in _WEAK:
        words.pop()
    return [*words[:-1], f"{words[-1]}:"] if len(words) > 1 else []


def quoted(text: str) -> str:
    """Return a text as a string of the language."""
    return '"' + text.replace('"', "″") + '"'


def _clause_before(text: str) -> str:
    """Return the end of a text back to the last mark that ends a clause."""
    words = text[-200:]
    ends = [found.end() for found in _CLAUSE_END.finditer(words)]
    return words[ends[-1] :] if ends else words


def _clause_after(text: str) -> str:
    words = text[:120]
    found = _CLAUSE_END.search(words)
    return words[: found.start()] if found else words


def _is_name(word: str) -> bool:
    """Whether a word behind a number says what it is: `26 cm plate`, `5.0 kg block`."""
    return word.casefold() not in _WEAK and word.isalpha()
