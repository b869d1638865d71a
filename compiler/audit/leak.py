"""Confidentiality: whether the answer is absent from the picture, in every equivalent form.

Numbers are compared across units and roundings, expressions by equivalence, words as words. What the
problem itself says is never a leak. Findings quote the printed text only: their reader, who may be the
author, must not learn the answer from them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...dsl.diagnostics import Diagnostic
from ...dsl.quantity import Magnitude, numbers_in, read_quantity, read_text
from ..expression import Expression, Number, equivalent, read_formula
from .agreement import is_rounding, is_same, significant_digits
from .codes import ANSWER_LIKELY, ANSWER_PRINTED
from .coverage import fold
from .printed import Printed

_HINTS: Final = ("print `?` in its place", "use `hidden(…)` for a value that only places things")
_LONGEST_ANSWER: Final = 1200
_MOST_PIECES: Final = 24
_TELLING_DIGITS: Final = 3
_PICTURE: Final = re.compile(r"<img|/c?images?/|\.(?:png|jpe?g|gif|svg)\b", re.IGNORECASE)
_THOUGHT: Final = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_BOXED: Final = re.compile(r"\\(?:boxed|fbox)\s*\{(.*)\}\s*\$*\s*$", re.DOTALL)
_LETTERS: Final = re.compile(r"\(?[A-Ja-j]\)?\.?(?:\s*(?:,|and|&)\s*\(?[A-Ja-j]\)?\.?)*")
_LETTERED: Final = re.compile(r"\(?[A-Ja-j][.)]\s+(?=\S)")
_EVERYDAY: Final = frozenset(("yes", "no", "true", "false", "none", "zero", "increase", "decrease", "same"))
_ANNOUNCED: Final = re.compile(r"\b(?:answer|ans|solution|result)\b\s*(?:is|[:=])", re.IGNORECASE)
_FENCED: Final = re.compile(r"\{eq\}(.*?)\{/eq\}|\$\$?(.+?)\$\$?|\\\((.+?)\\\)", re.DOTALL)
_CUT: Final = re.compile(r"[≈,;:\n]|→|->")
_NAME: Final = re.compile(r"\s*\\?[A-Za-zΑ-ω]\w*'?(?:_\{[^{}]*\})?(?:\([^()]*\))?\s*")
_MATHEMATICAL: Final = re.compile(r"[-+*/^√²³(\\\d]")
_BELOW: Final = re.compile(r"/ ?([A-Za-z](?:_?\w)?(?: ?[A-Za-z](?:_?\d)?)+)(?![\w(])")


@dataclass(frozen=True)
class Answer:
    """What is to be kept: the values, formulas and words of an answer that the problem does not state."""

    words: str
    values: tuple[Magnitude, ...]
    formulas: tuple[Expression, ...]


def leak(answer: str, problem: str, printed: Sequence[Printed]) -> tuple[Diagnostic, ...]:
    """Return a finding for each printed text that gives the answer away.

    Codes: AUD010 where that is certain, AUD011 where it stays undecided.

    >>> [d.code for d in leak("290.588 cm", "How far apart?", [Printed("d = 2.91 m"), Printed("d = ?")])]
    ['AUD010']
    """
    secret = _secret(answer, problem)
    findings = []
    for text in printed:
        if text.consented or text.role == "tick":
            continue
        verdict = _gives_away(text.text, secret, answer, problem)
        if verdict is False:
            continue
        code, how = (ANSWER_PRINTED, "gives") if verdict else (ANSWER_LIKELY, "may give")
        span = text.origin.span if text.origin else None
        shown = text.text if len(text.text) <= 48 else text.text[:47] + "…"
        findings.append(code.found(f"text `{shown}` {how} the answer away", span, hints=_HINTS))
    return tuple(dict.fromkeys(findings))


def _secret(answer: str, problem: str) -> Answer:
    """Return what of an answer is to be kept: nothing of what the problem says itself."""
    text = _THOUGHT.sub("", answer).strip()
    boxed = _BOXED.search(text)
    text = (boxed.group(1) if boxed else text)[:_LONGEST_ANSWER].strip()
    if not text or _PICTURE.search(text) or _LETTERS.fullmatch(text):
        return Answer("", (), ())
    text = _LETTERED.sub("", text, count=1) if _LETTERED.match(text) else text
    given = [mention.magnitude for mention in numbers_in(problem)]
    formulas = _new_formulas(text, problem)
    values = tuple(m for m in _values(text, formulas) if not any(is_same(m, g) for g in given))
    words = fold(text)
    numeric = read_text(text).kind in ("quantity", "number")
    known = numeric or len(words) < 3 or words in _EVERYDAY or _stands_in(words, fold(problem))
    return Answer("" if known else words, values, tuple(f for f in formulas if f.letters))


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
    known = [f for piece in pieces[:_MOST_PIECES] for f in _formulas(piece)]
    parts = re.split(r"[,;\n]", text) if text.count("=") > 1 else [text]
    said = [f for part in parts[:_MOST_PIECES] for f in _formulas(part, whole=True)]
    fresh = [f for f in said if not any(equivalent(f, k, positive=True) for k in known)]
    return tuple(dict.fromkeys(fresh))


def _formulas(text: str, *, whole: bool = False) -> Iterator[Expression]:
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


def _gives_away(text: str, secret: Answer, answer: str, problem: str) -> bool | None:
    """Return whether a text gives the answer away; None where that cannot be decided."""
    if _announces(text, answer):
        return True
    if secret.words and _stands_in(secret.words, fold(text)):
        return True
    verdicts = [_value_shown(text, value, problem) for value in secret.values]
    verdicts += [_formula_shown(text, formula) for formula in secret.formulas]
    return True if True in verdicts else None if None in verdicts else False


def _announces(text: str, answer: str) -> bool:
    """Whether a text says in so many words that something is the answer."""
    said = _ANNOUNCED.search(text)
    rest = fold(text[said.end() :]).strip(" .()") if said else ""
    return bool(rest) and rest == fold(answer).strip(" .()")


def _value_shown(text: str, value: Magnitude, problem: str) -> bool | None:
    given = [mention.magnitude for mention in numbers_in(problem)]
    verdict: bool | None = False
    for mention in numbers_in(text):
        shown = mention.magnitude
        if not is_rounding(value, shown) or any(is_same(shown, g) for g in given):
            continue
        if _is_telling(value, shown):
            return True
        both_units = value.unit is not None and shown.unit is not None
        if (both_units and is_same(value, shown)) or _says_only(text, mention.start, mention.end):
            verdict = None
    for formula in _formulas(text):
        if (
            not formula.letters
            and not isinstance(formula, Number)
            and is_same(value, Magnitude("√", formula.value()))
        ):
            return True
    return verdict


def _is_telling(value: Magnitude, shown: Magnitude) -> bool:
    """Whether an agreement is no accident: a symbol, a unit on both sides, or enough digits."""
    digits = min(significant_digits(value), significant_digits(shown))
    both_units = value.unit is not None and shown.unit is not None
    long_enough = digits >= 2 or (is_same(value, shown) and abs(value.value or 0) >= 10)
    return shown.symbol is not None or (both_units and long_enough) or digits >= _TELLING_DIGITS


def _says_only(text: str, start: int, end: int) -> bool:
    return text[start:end].strip("$ ") == text.strip("$ ")


def _formula_shown(text: str, formula: Expression) -> bool | None:
    verdict: bool | None = False
    for shown in _formulas(text):
        if not set(shown.letters) >= set(formula.letters) or len(shown.parts) == 0:
            continue
        same = equivalent(formula, shown, positive=True)
        if same:
            return True
        verdict = None if same is None else verdict
    return verdict


def _stands_in(words: str, folded: str) -> bool:
    start = r"(?<!\w)" if words[0].isalnum() else ""
    end = r"(?!\w)" if words[-1].isalnum() else ""
    return re.search(start + re.escape(words) + end, folded) is not None
