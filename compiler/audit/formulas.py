"""Mathematics in running text: equations, expressions, coordinates and intervals, with or without dollar signs.

What stands in a problem is read by its tokens, because the marks around formulas are missing as often as
they are there. What is compared is a formula's signs without spaces, brackets and marks of multiplication.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from ...dsl.chinese import westernised
from ...dsl.plain import Plain, plain
from ...dsl.quantity import numbers_in
from ...dsl.units import parse_unit

Sort: TypeAlias = Literal["equation", "expression", "tuple"]


@dataclass(frozen=True)
class Formula:
    """A piece of mathematics in a text: its plain signs, and where it stands in the text as written."""

    sort: Sort
    text: str
    start: int
    end: int


_LONGEST: Final = 240
_LEAST_SIGNS: Final = 3
_OPENERS: Final = "([{⟨"
_CLOSERS: Final = ")]}⟩"
_LEANING: Final = ("=", "≈", "<", ">", "≤", "≥", "→")
_LEFT_WORD: Final = re.compile(r"[^\W\d_][\w'()]* $")
"""What stands before a sign of relation though it is a word: `pressure = `."""
_RELATION: Final = re.compile(r"[=<>≤≥≠≈∈→⇌≡]|->")
_OPERATOR: Final = re.compile(r"[=<>≤≥≠≈∈→⇌≡±×·+*/^_√∫∑∞|∂∇∪∩-]|->")
_FUNCTIONS: Final = (
    "sin", "cos", "tan", "sec", "csc", "cot", "ln", "log", "exp", "int", "iint", "iiint", "oint", "sum", "lim",
    "sqrt", "max", "min", "det", "div", "curl", "grad", "pi", "theta", "alpha", "beta", "phi", "rho", "omega",
    "lambda", "sigma", "mu", "dx", "dy", "dz", "dt", "dr", "dA", "dV", "dS", "ds", "partial", "nabla", "infty",
    "arctan", "arcsin", "arccos", "sinh", "cosh", "mod", "prod", "langle", "rangle", "hat", "vec", "cdots", "ldots",
    "dots", "leq", "geq", "times", "cdot",
)  # fmt: skip
_FUNCTION: Final = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(sorted(_FUNCTIONS, key=len, reverse=True))})(?![a-z])"
)
_WORD: Final = re.compile(r"[A-Za-z]{3,}|^[A-Za-z][a-z]$")
_CALL: Final = re.compile(rf"(?:\w{{1,2}}|{'|'.join(_FUNCTIONS)})\([^)]")
_SPECIES: Final = re.compile(
    r"\d*(?:[A-Z][a-z]?\d*|\((?:[A-Z][a-z]?\d*)+\)\d*)+(?:_\d+|\d|\((?:s|l|g|aq)\)|[A-Z]\d*|\^[\d+-]+)+(?:\^?\d?[+-])?"
)
"""A chemical species with an index, a charge or a state: more capitals alone are an abbreviation."""
_CONFIGURATION: Final = re.compile(r"(?:(?<![\w])|(?<=\]))(?:\d[spdf]\^?\(?\d{1,2}\)? ?){2,}")
_PROSE_LETTERS: Final = frozenset(("a", "A", "I"))
_EDGE: Final = " .,;:?!#&'\"\x1f"
_OPTION_MARK: Final = re.compile(r"(?:^|\s)\(?[b-e]\)\s")
_UNSAID: Final = re.compile(r"(?:=|->|→|<|>) ?(?:\?|_{2,}|\.\.\.)?$|= ?\?|_{2,}")
_TUPLE: Final = re.compile(
    r"(?:(?<![\w)])(?P<name>[A-Z](?:_?\w)?'? ?=? ?))?(?P<open>[(\[⟨]|<(?= ?[-\w.]+ ?,))"
    r"(?P<items> ?[^\s,;()\[\]<>⟨⟩][^,;()\[\]<>⟨⟩]{0,15}(?: ?, ?[^,;()\[\]<>⟨⟩]{1,16}){1,4} ?)(?P<close>[)\]⟩>])"
)
_ITEM: Final = re.compile(r" ?[-+]? ?(?:[\w.^/√π+*-]| (?=[+*/^-])|(?<=[+*/^-]) ){1,14} ?")
_OPENING: Final = re.compile(r"(?:\\[A-Za-z]+ ?)?\{$")
_FENCED: Final = re.compile(r"\$(?P<dollars>[^$\n]{2,30})\$|\{eq\}(?P<tags>.{2,30}?)\{/eq\}", re.DOTALL)
_MULTIPLE: Final = re.compile(r"[-+]? ?\d+(?:\.\d+)? ?[A-Za-zΑ-ω](?:_?\w)?|[A-Za-zΑ-ω](?:_?\w)? ?/ ?\d+")
_UPRIGHT: Final = re.compile(r"\\(?:mathrm|text|rm)|~")
_NUMBER: Final = re.compile(r" ?[-+]? ?[\d.√]")
_THOUSANDS: Final = re.compile(r" ?\d{1,3}(?:,\d{3})+ ?")


def formulas(text: str) -> tuple[Formula, ...]:
    """Return the equations, expressions and tuples of numbers in a text, in order; none contains another.

    >>> [f.text for f in formulas("The region bounded by y = 3x^2 and y = 12 from (0, 0) to (2, 12).")]
    ['y = 3x^2', 'y = 12', '(0, 0)', '(2, 12)']
    """
    shown = _divided(westernised(plain(text)))
    read = [*_runs(_with_brackets(shown)), *_tuples(shown)]
    found = [*(_whole(f, text) for f in read), *_multiples(text)]
    return tuple(
        f
        for f in sorted(found, key=lambda f: (f.start, -f.end))
        if not any(o is not f and o.start <= f.start and f.end <= o.end and o.sort != "tuple" for o in found)
    )


def _whole(formula: Formula, text: str) -> Formula:
    """Return a formula whose place in the text as written holds every brace that it opens or closes."""
    start, end = formula.start, formula.end
    written = text[start:end]
    opening = _OPENING.search(text[:start]) if written.count("}") > written.count("{") else None
    start = opening.start() if opening else start
    while text.startswith("}", end) and text.count("{", start, end) > text.count("}", start, end):
        end += 1
    return replace(formula, start=start, end=end)


def _divided(shown: Plain) -> Plain:
    """Return a text in which the marks between columns of aligned formulas, and around values, end a formula."""
    return Plain(re.sub(r"[&#]", "\x1f", shown.text), shown.starts, shown.ends)


def _with_brackets(shown: Plain) -> Plain:
    """Return a text in which vectors stand in brackets that are no signs of comparison."""
    text = _TUPLE.sub(lambda found: found.group().replace("<", "⟨").replace(">", "⟩"), shown.text)
    return Plain(text, shown.starts, shown.ends)


def compact(text: str) -> str:
    """Return the signs by which formulas are compared, whatever their dialect.

    >>> compact(r"$\\frac{1}{2} m v^{2}$") == compact("1/2 * m * v²")
    True
    """
    signs = plain(text).text.casefold()
    for spelling, sign in _SPELLINGS:
        signs = spelling.sub(sign, signs)
    return _SILENT.sub("", signs)


_SPELLINGS: Final = (
    (re.compile(r"<=|≤|\bleq?\b"), "<"), (re.compile(r">=|≥|\bgeq?\b"), ">"), (re.compile(r"->|→|⟶|⇒|=>"), "→"),
    (re.compile(r"<->|⇌|rightleftharpoons"), "⇌"), (re.compile(r"iiint|∭"), "∫∫∫"), (re.compile(r"iint|∬"), "∫∫"),
    (re.compile(r"oint|∮"), "∫"), (re.compile(r"\bint(?![a-z])"), "∫"), (re.compile(r"\bsum(?![a-z])"), "∑"),
    (re.compile(r"\bsqrt"), "√"), (re.compile(r"\binfty|\binfinity\b"), "∞"), (re.compile('"'), "''"),
    (re.compile(r"\bpi(?![a-z])"), "π"), (re.compile(r"\bpartial(?![a-z])"), "∂"), (re.compile(r"\bcdots|\bldots|\bdots|…|⋯"), "..."),
)  # fmt: skip
_SILENT: Final = re.compile(r"[\s(){}\[\]⟨⟩_*·×&|$\\]|(?<=\d),(?=\d{3}\b)")


def _runs(shown: Plain) -> Iterator[Formula]:
    """Yield the stretches of mathematical tokens that make equations and expressions."""
    for start, end in _stretches(shown.text):
        words = shown.text[start:end]
        trimmed = _trimmed(words)
        start += words.index(trimmed) if trimmed else 0
        if trimmed[:1] in _LEANING and (left := _LEFT_WORD.search(shown.text[max(0, start - 24) : start])):
            start -= len(left.group())
            trimmed = left.group() + trimmed
        sort = _sort(trimmed)
        if sort is not None and len(trimmed) <= _LONGEST:
            yield Formula(sort, trimmed, *shown.original(start, start + len(trimmed)))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of mathematical tokens stand; a comma outside brackets and a full stop end one."""
    start, depth = -1, 0
    end = 0
    for token in re.finditer(r"[^\s\x1f]+", text):
        broken = "\x1f" in text[end : token.start()]
        word = token.group()
        if start >= 0 and (broken or not _is_math(word, depth)):
            yield start, end
            start, depth = -1, 0
        if start < 0 and _is_math(word, 0):
            start = token.start()
        if start >= 0:
            depth = max(0, depth + sum(c in _OPENERS for c in word) - sum(c in _CLOSERS for c in word))
            end = token.end()
            if word[-1] in ".,;:?!" and (depth == 0 or word[-1] in ".;?!"):
                yield start, end
                start, depth = -1, 0
        end = token.end()
    if start >= 0:
        yield start, end


def _is_math(token: str, depth: int) -> bool:
    core = token.strip("()[]{}⟨⟩" + _EDGE)
    if not core:
        return depth > 0 or bool(_OPERATOR.search(token))
    if core in _PROSE_LETTERS and core == token:
        return depth > 0
    if _SPECIES.fullmatch(core) or _CALL.match(core):
        return True
    rest = _FUNCTION.sub("", core)
    if _WORD.search(re.sub(r"_[\w(]+", "", rest)):
        return bool(re.fullmatch(r"[A-Z]{2,3}'?", core))
    return not re.fullmatch(r"[A-Za-z]-", core)


def _trimmed(words: str) -> str:
    """Return a run without marks at its ends, brackets that do not close, and letters that stand alone."""
    text = words.strip(_EDGE)
    while text and text[-1] in _OPENERS + ",-+":
        text = text[:-1].rstrip(_EDGE)
    if text.count("(") < text.count(")") and text.endswith(")"):
        text = text[:-1].rstrip(_EDGE)
    if text.count("(") > text.count(")") and text.startswith("("):
        text = text[1:].lstrip(_EDGE)
    return text


def _sort(text: str) -> Sort | None:
    signs = compact(text)
    letters = re.search(r"[^\W\d_]", text)
    if (
        len(signs) < _LEAST_SIGNS
        or not letters
        or _UNSAID.search(text)
        or _OPTION_MARK.search(text)
        or parse_unit(text) is not None
    ):
        return None
    if _RELATION.search(text) and not _TUPLE.fullmatch(text):
        return "equation"
    if not re.search(r"[^\W\d_]", _without_numbers(text, "")):
        return None
    if _CONFIGURATION.fullmatch(text):
        return "expression"
    inner = re.search(r"(?<=[\w)])\s*[-+*/×·]\s*[\w(√-]|[√∫∑]|\bi*o?int_|\bsum_", _without_numbers(text, "1"))
    telling = inner and (re.search(r"\d", text) or len(signs) > 2 * _LEAST_SIGNS)
    return "expression" if telling and len(signs) > _LEAST_SIGNS and not _is_hyphened(text) else None


def _without_numbers(text: str, sign: str) -> str:
    """Return a text in which its numbers with units, or all numbers if the sign is empty, are replaced by a sign."""
    for mention in reversed(numbers_in(text)):
        if not sign or mention.magnitude.unit is not None:
            text = text[: mention.start] + sign + text[mention.end :]
    return text


def _is_hyphened(text: str) -> bool:
    """Whether a token only looks like a difference: `x-axis`, `A-B`, `3-cm`, `H-O-H`."""
    return bool(re.fullmatch(r"[A-Za-z\d]{1,4}(?:[-/][A-Za-z\d]{1,4})+", text.strip("()")))


def _multiples(text: str) -> Iterator[Formula]:
    """Yield the multiples of letters that stand alone between marks of formulas: `$2l$`, `{eq}-2q{/eq}`."""
    for found in _FENCED.finditer(text):
        inside = found.group("dollars") or found.group("tags")
        words = plain(inside).text.strip()
        if _MULTIPLE.fullmatch(words) and not _UPRIGHT.search(inside):
            start = text.index(inside.strip(), found.start())
            yield Formula("expression", words, start, start + len(inside.strip()))


def _tuples(shown: Plain) -> Iterator[Formula]:
    """Yield the coordinates, vectors and intervals: two to five numbers in brackets, at least one of them in digits."""
    for found in _TUPLE.finditer(shown.text):
        items = found.group("items").split(",")
        told = all(_ITEM.fullmatch(item) for item in items) and any(_NUMBER.match(item) for item in items)
        if told and not _THOUSANDS.fullmatch(found.group("items")):
            yield Formula("tuple", found.group().strip(), *shown.original(found.start(), found.end()))
