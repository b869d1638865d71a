"""What an answer keeps secret: its values, formulas and words, without what the problem says itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...dsl.quantity import Magnitude, Mention, numbers_in, read_quantity
from ..expression import Expression, Number, equivalent, read_formula
from .agreement import is_same
from .folding import fold, stands_in
from .formulas import formulas
from .problem import Option, choices, options

_LONGEST_ANSWER: Final = 1200
_LONGEST_PHRASE: Final = 8
_MOST_TELLING: Final = 2
_MOST_PIECES: Final = 24
_PICTURE: Final = re.compile(r"<img|/c?images?/|\.(?:png|jpe?g|gif|svg)\b", re.IGNORECASE)
_THOUGHT: Final = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_BOXED: Final = re.compile(r"\\(?:boxed|fbox)\s*\{(.*)\}\s*\$*\s*$", re.DOTALL)
_LETTERS: Final = re.compile(r"\(?[A-Ja-j]\)?\.?(?:\s*(?:,|and|&)\s*\(?[A-Ja-j]\)?\.?)*")
_LETTERED: Final = re.compile(r"\(?[A-Ja-j][.)]\s+(?=\S)")
_EVERYDAY: Final = frozenset(("yes", "no", "true", "false", "none", "zero", "increase", "decrease", "same"))
_FENCED: Final = re.compile(r"\{eq\}(.*?)\{/eq\}|\$\$?(.+?)\$\$?|\\\((.+?)\\\)", re.DOTALL)
_CUT: Final = re.compile(r"[≈,;:\n]|→|->")
_NAME: Final = re.compile(r"\s*\\?[A-Za-zΑ-ω]\w*'?(?:_\{[^{}]*\})?(?:\([^()]*\))?\s*")
_MATHEMATICAL: Final = re.compile(r"[-+*/^√²³(\\\d]")
_BELOW: Final = re.compile(r"/ ?([A-Za-z](?:_?\w)?(?: ?[A-Za-z](?:_?\d)?)+)(?![\w(])")
_WORD: Final = re.compile(r"[a-z]{4,}")
_COMMON: Final = frozenset((
    "that", "this", "with", "from", "they", "will", "have", "been", "both", "than", "then", "when", "which",
    "there", "their", "because", "value", "equal", "equals", "about", "answer", "following", "would", "could",
    "does", "each", "into", "only", "same", "more", "less", "most", "least", "also", "between", "undergoes",
    "becomes", "remains", "forms", "produces", "gives", "called", "known", "occurs", "contains", "makes", "shows",
    "moves",
))  # fmt: skip


@dataclass(frozen=True)
class Secret:
    """What is to be kept: the values, formulas, places and words of an answer that the problem does not state."""

    words: str = ""
    values: tuple[Magnitude, ...] = ()
    formulas: tuple[Expression, ...] = ()
    places: tuple[tuple[float, ...], ...] = ()
    """Coordinates."""
    telling: frozenset[str] = frozenset()
    """The one or two words of a short answer that are not the problem's: who prints them says it."""
    letter: str = ""
    """Of the right option."""
    others: tuple[Option, ...] = ()
    """The other options."""
    said: tuple[Mention, ...] = ()
    """The numbers that the problem says itself."""


def secret_of(answer: str, problem: str) -> Secret:
    """Return what of an answer is to be kept: nothing of what the problem says itself.

    A letter stands for the option of that letter; options say everything, so that they do not count as said.

    >>> secret_of("B", "How far?  A) 3 m  B) 4 m  C) 5 m").values[0].text
    '4 m'
    """
    text = _THOUGHT.sub("", answer).strip()
    boxed = _BOXED.search(text)
    text = (boxed.group(1) if boxed else text)[:_LONGEST_ANSWER].strip()
    offered = options(problem)
    if _LETTERS.fullmatch(text):
        chosen = [o for o in offered if o.letter.lower() == text.strip("(). ").lower()]
        return _of_option(chosen[0], offered, problem) if chosen else Secret()
    if not text or _PICTURE.search(text):
        return Secret()
    marked = _LETTERED.match(text)
    return _of_text(text[marked.end() :] if marked else text, problem)


def _of_option(chosen: Option, offered: Sequence[Option], problem: str) -> Secret:
    """Return what the right option says that the others and the question do not."""
    where = choices(problem)
    others = tuple(o for o in offered if o != chosen)
    said = (problem[: where.start], *(o.text for o in others), problem[where.stop :])
    secret = _of_text(chosen.text, "\n".join(said))
    return replace(secret, letter=chosen.letter, others=others, telling=frozenset())


def _of_text(text: str, problem: str) -> Secret:
    given = numbers_in(problem)
    new = _new_formulas(text, problem)
    values = tuple(m for m in _values(text, new) if not any(is_said(m, g) for g in given))
    words = fold(text)
    numeric = read_quantity(text) is not None
    known = numeric or len(words) < 3 or words in _EVERYDAY or stands_in(words, fold(problem))
    return Secret(
        words="" if known else words,
        values=values,
        formulas=tuple(f for f in new if f.letters),
        places=tuple(_places(text, problem)),
        telling=_telling(words, problem),
        said=given,
    )


def is_said(value: Magnitude, said: Mention) -> bool:
    """Whether a number of the problem is a value; a bare number does not say a value with a unit."""
    bare = value.unit is not None and said.magnitude.unit is None
    return not bare and is_same(value, said.magnitude)


def _telling(words: str, problem: str) -> frozenset[str]:
    """Return the words that a short answer in words adds to the problem's, if they are one or two."""
    if len(words.split()) > _LONGEST_PHRASE or not re.fullmatch(r"[a-z ,.'-]+", words):
        return frozenset()
    said = fold(problem)
    new = [w for w in _WORD.findall(words) if w not in _COMMON and w not in _EVERYDAY and w[:-1] not in said]
    return frozenset(new) if 0 < len(new) <= _MOST_TELLING else frozenset()


def _places(text: str, problem: str) -> Iterator[tuple[float, ...]]:
    """Yield the coordinates that an answer consists of, unless the problem has them."""
    said = {place for f in _tuples(problem) if (place := place_of(f))}
    for found in _tuples(text):
        place = place_of(found)
        if place and place not in said:
            yield place


def _tuples(text: str) -> Iterator[str]:
    yield from (f.text for f in formulas(text) if f.sort == "tuple")


def place_of(words: str) -> tuple[float, ...]:
    """Return the numbers of a tuple; nothing if one is no number.

    >>> place_of("P(1, -2.5)"), place_of("(0, s)")
    ((1.0, -2.5), ())
    """
    inner = re.sub(r"^[^(\[<⟨]*[(\[<⟨]|[)\]>⟩]$", "", words).replace(",", " , ")
    numbers = [m.magnitude.value for m in numbers_in(inner)]
    known = [number for number in numbers if number is not None]
    return tuple(known) if len(known) == words.count(",") + 1 else ()


def _values(text: str, formulas: Sequence[Expression]) -> tuple[Magnitude, ...]:
    """Return the numbers that an answer consists of: its formula's value, or the numbers in its text."""
    constants = [f for f in formulas if not f.letters and not isinstance(f, Number)]
    if constants:
        return tuple(Magnitude("√", f.value()) for f in constants)
    if any(f.letters for f in formulas):
        return ()
    mentions = numbers_in(text)
    prose = len(fold(text).split()) > 4 * max(1, len(mentions))
    return tuple(m.magnitude for m in mentions if m.magnitude.unit or not prose)


def _new_formulas(text: str, problem: str) -> tuple[Expression, ...]:
    """Return the answer's formula in each way it can be read, unless the problem contains it."""
    pieces = [found.group(1) or found.group(2) or found.group(3) for found in _FENCED.finditer(problem)]
    known = [f for piece in pieces[:_MOST_PIECES] for f in read_formulas(piece)]
    parts = re.split(r"[,;\n]", text) if text.count("=") > 1 else [text]
    said = [f for part in parts[:_MOST_PIECES] for f in read_formulas(part, whole=True)]
    fresh = [f for f in said if not any(equivalent(f, k, positive=True) for k in known)]
    return tuple(dict.fromkeys(fresh))


def read_formulas(text: str, *, whole: bool = False) -> Iterator[Expression]:
    """Yield what a text or the parts between its equals signs and commas say, if that is mathematics.

    With `whole`, only complete equations and formulas count, not the parts of a sentence or of a sum.
    """
    stripped = re.sub(r"\{/?eq\}|\$", " ", text).strip()
    parts = [stripped] if whole else _CUT.split(stripped)
    sides = [side for part in parts for side in _sides(part)]
    for side in sides[:_MOST_PIECES]:
        yield from _readings(side)


def _sides(part: str) -> tuple[str, ...]:
    """Return what is said of a quantity: the right side of `v = …`, else the equation itself and its ends."""
    ends = part.split("=")
    if len(ends) == 1:
        return (part,)
    if len(ends) == 2 and not _NAME.fullmatch(ends[0]):
        return (part,) if _MATHEMATICAL.search(ends[0]) else (ends[1],)
    return tuple(ends[1:])


def _readings(text: str) -> Iterator[Expression]:
    """Yield the one or two ways to read a formula: `GMm/2r` divides by 2 or by 2r."""
    text = text.strip(" .")
    if not _MATHEMATICAL.search(text) or read_quantity(text) is not None:
        return
    for spelling in dict.fromkeys((text, _BELOW.sub(r"/(\1)", text))):
        formula = read_formula(spelling)
        if formula is not None and (formula.letters or _is_number(formula)):
            yield formula


def _is_number(formula: Expression) -> bool:
    value = formula.value()
    return value == value
