"""Confidentiality: whether the answer is absent from the picture, in every equivalent form.

Numbers are compared across units and roundings, expressions by equivalence, words as words, coordinates with
the points that are marked on axes with numbers. What the problem itself says is never a leak. Findings quote
the printed text only: their reader, who may be the author, must not learn the answer from them.

What is drawn true to scale is no leak by itself: an angle or a length is only told by a label or a scale, and
both are given in every textbook figure. A marked point whose coordinates are the answer is one, since the
numbers of its axes tell them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ...dsl.diagnostics import Diagnostic, shortened
from ...dsl.quantity import Magnitude, numbers_in, read_text
from ..expression import Expression, Number, equivalent
from .agreement import is_rounding, is_same, significant_digits
from .codes import ANSWER_LIKELY, ANSWER_MARKED, ANSWER_PRINTED
from .drawn import NOTHING, Drawn
from .folding import fold, stands_in
from .printed import Printed
from .secret import Secret, is_said, read_formulas, secret_of

_HINTS: Final = ("print `?` in its place", "use `hidden(…)` for a value that only places things")
_TELLING_DIGITS: Final = 3
_LONGEST_LABEL: Final = 8
_OPTION_LIST: Final = 2
"""Other options whose texts stand beside the right one's: together they are a list and tell nothing."""
_EVEN: Final = 1e-6
_ANNOUNCED: Final = re.compile(r"\b(?:answer|ans|solution|result)\b\s*(?:is|[:=])", re.IGNORECASE)
_ROW: Final = re.compile(r"\s*\(?([A-Ja-j])[.)](?=\s|\S{2})")
_TICKED: Final = re.compile(r"[✓✔☑★●]|\b(?:correct|right) answer\b|\bcorrect\b", re.IGNORECASE)
_TO_DRAW: Final = re.compile(
    r"\b(?:draw|sketch|plot|graph|construct|label|write|prepare|complete|fill|show|ray[- ]trac\w+|diagram)\b|画|作图|作出",
    re.IGNORECASE,
)


def leak(
    answer: str, problem: str, printed: Sequence[Printed], drawn: Drawn = NOTHING
) -> tuple[Diagnostic, ...]:
    """Return a finding for each printed text and each marked place that gives the answer away.

    Codes: AUD010 where that is certain, AUD011 where it stays undecided, AUD013 for marked places.

    >>> [d.code for d in leak("290.588 cm", "How far apart?", [Printed("d = 2.91 m"), Printed("d = ?")])]
    ['AUD010']
    """
    secret = secret_of(answer, problem)
    told = _Told(secret, answer, problem, printed)
    findings = [*told.findings(), *_marked(secret, problem, drawn)]
    return tuple(dict.fromkeys(findings))


class _Told:
    """The texts of a picture against one secret."""

    def __init__(self, secret: Secret, answer: str, problem: str, printed: Sequence[Printed]) -> None:
        self.secret = secret
        self.answer = answer
        self.printed = printed
        self.to_draw = bool(_TO_DRAW.search(problem))
        self.asked = {
            read.magnitude.symbol
            for text in printed
            if (read := read_text(text.text)).kind == "unknown" and read.magnitude and read.magnitude.symbol
        }
        self.lists_options = sum(self._shows(o.text) for o in secret.others) >= _OPTION_LIST
        self.odd_ticks = frozenset(_odd_ticks(printed))

    def _shows(self, option: str) -> bool:
        words = fold(option)
        return any(stands_in(words, fold(t.text)) for t in self.printed if not _ROW.match(t.text))

    def findings(self) -> Iterator[Diagnostic]:
        for text in self.printed:
            verdict = self.verdict(text)
            if verdict is False:
                continue
            code, how = (ANSWER_PRINTED, "gives") if verdict else (ANSWER_LIKELY, "may give")
            span = text.origin.span if text.origin else None
            yield code.found(f"text `{shortened(text.text, 48)}` {how} the answer away", span, hints=_HINTS)

    def verdict(self, text: Printed) -> bool | None:
        """Return whether a text gives the answer away; None where that cannot be decided."""
        row = _ROW.match(text.text)
        if row and self.secret.letter:
            return row.group(1).lower() == self.secret.letter.lower() and bool(_TICKED.search(text.text))
        if text.role == "tick" and text.text not in self.odd_ticks:
            return False
        if self.lists_options:
            return _announces(text.text, self.answer)
        verdict = self.gives_away(text.text)
        if text.consented or text.role == "tick":
            # The author asked for a computed value: that is the task where something is to be drawn.
            return None if verdict and not (text.consented and self.to_draw) else False
        return verdict

    def gives_away(self, text: str) -> bool | None:
        if _announces(text, self.answer):
            return True
        folded = fold(text)
        if self.secret.words and stands_in(self.secret.words, folded):
            return True
        verdicts = [self.value_shown(text, value) for value in self.secret.values]
        verdicts += [_formula_shown(text, formula) for formula in self.secret.formulas]
        if True in verdicts:
            return True
        return None if None in verdicts or self.says_telling_words(folded) else False

    def says_telling_words(self, folded: str) -> bool:
        """Whether a short label has the words of the answer that are not the problem's."""
        words = folded.split()
        telling = self.secret.telling
        return bool(telling) and len(words) <= _LONGEST_LABEL and all(stands_in(w, folded) for w in telling)

    def value_shown(self, text: str, value: Magnitude) -> bool | None:
        verdict: bool | None = False
        for mention in numbers_in(text):
            shown = mention.magnitude
            if not is_rounding(value, shown) or any(is_said(shown, g) for g in self.secret.said):
                continue
            by_chance = any(is_same(shown, g.magnitude) for g in self.secret.said)
            if _is_telling(value, shown) and not by_chance:
                return True
            both_units = value.unit is not None and shown.unit is not None
            alone = text[mention.start : mention.end].strip("$ ") == text.strip("$ ")
            if (both_units and is_same(value, shown)) or alone or shown.symbol in self.asked:
                verdict = None
        same = (
            is_same(value, Magnitude("√", f.value()))
            for f in read_formulas(text)
            if not f.letters and not isinstance(f, Number)
        )
        return True if any(same) else verdict


def _announces(text: str, answer: str) -> bool:
    """Whether a text says in so many words that something is the answer."""
    said = _ANNOUNCED.search(text)
    rest = fold(text[said.end() :]).strip(" .()") if said else ""
    return bool(rest) and rest == fold(answer).strip(" .()")


def _is_telling(value: Magnitude, shown: Magnitude) -> bool:
    """Whether an agreement is no accident: a symbol, a unit on both sides, or enough digits."""
    digits = min(significant_digits(value), significant_digits(shown))
    both_units = value.unit is not None and shown.unit is not None
    long_enough = digits >= 2 or (is_same(value, shown) and abs(value.value or 0) >= 10)
    return shown.symbol is not None or (both_units and long_enough) or digits >= _TELLING_DIGITS


def _formula_shown(text: str, formula: Expression) -> bool | None:
    verdict: bool | None = False
    for shown in read_formulas(text):
        if not set(shown.letters) >= set(formula.letters) or len(shown.parts) == 0:
            continue
        same = equivalent(formula, shown, positive=True)
        if same:
            return True
        verdict = None if same is None else verdict
    return verdict


def _odd_ticks(printed: Sequence[Printed]) -> Iterator[str]:
    """Yield the numbers on axes that do not belong to an even row: somebody wanted just these."""
    ticks = [(m.magnitude.value, t.text) for t in printed if t.role == "tick" for m in numbers_in(t.text)]
    numbers = sorted({value for value, _ in ticks if value is not None})
    steps = [b - a for a, b in pairwise(numbers)]
    if not steps:
        return
    step = min(steps, key=lambda s: sum(abs(n / s - round(n / s)) > _EVEN for n in numbers))
    yield from (
        text for value, text in ticks if value is not None and abs(value / step - round(value / step)) > _EVEN
    )


def _marked(secret: Secret, problem: str, drawn: Drawn) -> Iterator[Diagnostic]:
    """Yield the marked points at the coordinates that the answer consists of."""
    if _TO_DRAW.search(problem):
        return
    for place in secret.places:
        for name, span in drawn.points_at(place):
            hint = (
                "draw the curves without a mark where the answer lies, or place the point roughly with `near`"
            )
            yield ANSWER_MARKED.found(
                f"point `{name}` can be read off the axes: it is the answer", span, hints=[hint]
            )
