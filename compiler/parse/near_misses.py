"""Other notations that authors carry over, each with the edits that say the same here."""

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from ...dsl.diagnostics import Edit
from . import codes
from .slip import Cure, Slip, replace
from .strings import color
from .typos import TYPOS, list_marker

CureFinder: TypeAlias = Callable[[Slip], Iterator[Cure]]

_WORD: Final = r"[^\W\d]\w*['′]*"
_NESTED: Final = r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*"
_TERM: Final = rf"(?:[^\s()\[\]:,=]+(?:\({_NESTED}\)|\[[^\[\]]*\])*|\({_NESTED}\)|\[[^\[\]]*\])"
_TWO_WORDS: Final = (
    r"(?:left|right|parallel|perpendicular|normal|tangent|equal|next|similar|congruent|close|attached|north|south"
    r"|east|west|inside|outside|top|on top)\s+(?:of|to|from)"
)

_EDGE_BOX: Final = re.compile(r"\s*\[([^\[\]]*)\]\s*$")
_LINKED: Final = re.compile(r"->|<->|--|[→⟶↔⟷⇌⇄]")
_INFIX: Final = re.compile(
    rf"([^\W\d][\w.'′]*(?:\[[^\[\]]*\])?)\s+(?:(?:is|are)\s+)?({_TWO_WORDS}|[a-z_]{{2,}})\s+({_TERM})"
)
_DECLARED_AT: Final = re.compile(
    rf"{_WORD}\s+{_WORD}(?P<args>\({_NESTED}\))?\s+(?P<word>{_WORD})\s+(?P<value>.+)"
)
_SYMBOLS: Final = {
    "||": "parallel", "∥": "parallel", "//": "parallel", "⊥": "perpendicular", "_|_": "perpendicular",
    "≅": "congruent", "∼": "similar", "~": "similar", "∈": "in", "⊂": "inside", "⊆": "inside", "=?": "equal",
}  # fmt: skip
_SYMBOL: Final = re.compile(rf"({_TERM})\s*({'|'.join(map(re.escape, _SYMBOLS))})\s*({_TERM})")
_ABSOLUTE: Final = re.compile(r"\|([^|]+)\|")
_REACTION: Final = re.compile(r"[\w\s()\[\]+^·.⁺⁻₀-₉⁰-⁹²³-]+(?:->|→|=>|⇌|<->)[\w\s()\[\]+^·.⁺⁻₀-₉⁰-⁹²³-]+")
_NAMED_REACTION: Final = re.compile(rf"({_WORD}(?:\s+{_WORD})?)(?:\s*:\s*|\s+)({_REACTION.pattern})")
_CALLED_REACTION: Final = re.compile(rf"{_WORD}(?:\s+{_WORD})?\s*\(\s*({_REACTION.pattern})\)")
_DECLARED_TEXT: Final = re.compile(rf"({_WORD}\s+{_WORD})(\({_NESTED}\))?(\s*:\s*)(\S.*)", re.DOTALL)
_NAME_THEN_KIND: Final = re.compile(rf"({_WORD})(\s*:\s*)({_WORD})(\({_NESTED}\))?")
_HEADING_LINE: Final = re.compile(r"(entities|layout|labels|constraints)\s*:\s*")
_TERM_TEXT: Final = re.compile(rf"({_TERM})(\s*:\s*)(\S.*)", re.DOTALL)
_PANEL_WORDS: Final = frozenset(
    [
        "ask",
        "given",
        "note",
        "options",
        "caption",
        "title",
        "formula",
        "legend",
        "find",
        "question",
        "data",
        "known",
        "remark",
        "comment",
    ]
)
_PREFIXES: Final = {"∠": "angle", "∡": "angle", "△": "triangle", "▵": "triangle", "√": "sqrt"}
_SIGN: Final = re.compile(r"([∠∡△▵√])\s*(?:\(([^()]*)\)|([\w.]+['′]*))")
_PAIR: Final = re.compile(
    r"\s+([a-z_]{2,})\s+"
    r"(?:-?[\d.]+(?:\s+(?![a-z_]+\s+[\w\"(-])[^\s\d,()]+)?|\([^()]*\)|\"_*\"|[^\W\d][\w.']*)"
)
_PAIRS: Final = re.compile(rf"({_WORD}\s+{_WORD})(?:{_PAIR.pattern.replace('([', '(?:[', 1)}){{2,}}")
_ARROWS: Final = re.compile(r"<={1,2}>|<-{2,}>|[-=~]{1,3}>|⇒|⟹|⇔|<={2}|-{3,}")
_BACK_LINK: Final = re.compile(rf"({_TERM})\s*<--?\s*({_TERM})")


def cures(slip: Slip) -> Iterator[Cure]:
    """Yield what may cure a statement, the most telling explanation first."""
    reason = slip.fault.reason
    for finder in REFUSALS.get(reason, ()) if reason else (*NOTATIONS, *TYPOS):
        yield from finder(slip)


def edge_attributes(slip: Slip) -> Iterator[Cure]:
    """`a -> b [label = "0"]`: the arguments of a link stand behind a colon."""
    box = _EDGE_BOX.search(slip.mask)
    if box and _LINKED.search(slip.mask, 0, box.start()):
        edits = (replace(box.start(), box.start(1), " : "), replace(box.end(1), len(slip.text), ""))
        yield Cure(
            codes.EDGE_ATTRIBUTES,
            "a link takes its arguments after a colon, not in brackets",
            edits,
            "put them behind `:`",
            hint='write `a -> b : "text", dashed`',
        )


def back_link(slip: Slip) -> Iterator[Cure]:
    """`a <- b`: links point to the right."""
    whole = _BACK_LINK.fullmatch(slip.mask)
    if whole:
        left, right = (slip.text[whole.start(group) : whole.end(group)] for group in (1, 2))
        edits = (replace(0, len(slip.text), f"{right} -> {left}"),)
        yield Cure(codes.FOREIGN_ARROW, "a link points to the right", edits, f"write `{right} -> {left}`")


def arrows(slip: Slip) -> Iterator[Cure]:
    """`=>`, `-->`: the links are `->`, `<->` and `--`."""
    edits = []
    for arrow in _ARROWS.finditer(slip.mask):
        canonical = "<->" if arrow.group()[0] in "<⇔" else "->" if arrow.group()[-1] in ">⇒⟹" else "--"
        if canonical != arrow.group():
            edits.append(replace(arrow.start(), arrow.end(), canonical))
    if edits:
        message = "the links are `->`, `<->` and `--`"
        yield Cure(codes.FOREIGN_ARROW, message, tuple(edits), "write it as one of these")


def infix_words(slip: Slip) -> Iterator[Cure]:
    """`p below q`: a relation is a call."""
    whole = _INFIX.fullmatch(slip.mask)
    if whole:
        left, word, right = (slip.text[whole.start(group) : whole.end(group)] for group in (1, 2, 3))
        name = re.sub(r"_(?:to|from)$", "", "_".join(word.split()))
        call = f"{name}({left}, {right})"
        yield _relation_cure(slip, f"`{word}` cannot stand between two things", call)
    placed = _DECLARED_AT.fullmatch(slip.mask)
    if placed and len(placed["word"]) > 1 and placed["word"] not in ("is", "are"):
        head = placed.end("args") - 1 if placed["args"] else placed.start("word")
        opening = ", " if placed["args"] else "("
        start = head if placed["args"] else len(slip.text[:head].rstrip())
        edits = (
            replace(start, placed.start("value"), f"{opening}{placed['word']} = "),
            replace(len(slip.text), len(slip.text), ")"),
        )
        yield Cure(
            codes.INFIX_WORD,
            f"`{placed['word']}` belongs into the parentheses",
            edits,
            f"make it the argument `{placed['word']} = …`",
        )


def infix_symbols(slip: Slip) -> Iterator[Cure]:
    """`AB || CD`: a relation without an operator of its own is a call."""
    whole = _SYMBOL.fullmatch(slip.mask)
    if whole:
        left, right = (slip.text[whole.start(group) : whole.end(group)] for group in (1, 3))
        call = f"{_SYMBOLS[whole[2]]}({left}, {right})"
        yield _relation_cure(slip, f"`{whole[2]}` is no operator here", call)
    bars = tuple(_ABSOLUTE.finditer(slip.mask))
    if bars:
        edits = tuple(
            edit
            for bar in bars
            for edit in (replace(bar.start(), bar.start(1), "abs("), replace(bar.end(1), bar.end(), ")"))
        )
        yield Cure(codes.INFIX_SYMBOL, "an absolute value is `abs(…)`", edits, "write `abs(…)`")


def signs(slip: Slip) -> Iterator[Cure]:
    """`∠ABC`, `△ABC`, `√2`: a sign before its operand is a call."""
    edits = []
    for sign in _SIGN.finditer(slip.mask):
        operand = sign[2] or sign[3]
        letters = re.fullmatch(r"(?:[A-Z]['′]*){3}", operand)
        points = ", ".join(re.findall(r"[A-Z]['′]*", operand)) if letters else operand
        edits.append(replace(sign.start(), sign.end(), f"{_PREFIXES[sign[1]]}({points})"))
    if edits:
        yield Cure(codes.INFIX_SYMBOL, "signs of geometry are calls", tuple(edits), "write the word")


def pairs(slip: Slip) -> Iterator[Cure]:
    """`circle c center O radius 5 cm`: arguments stand in parentheses."""
    declared = _PAIRS.fullmatch(slip.mask)
    if declared:
        first, *more = _PAIR.finditer(slip.mask, declared.end(1))
        edits = [replace(first.start(), first.end(1), f"({first[1]} =")]
        edits += [replace(pair.start(), pair.end(1), f", {pair[1]} =") for pair in more]
        edits.append(replace(len(slip.text), len(slip.text), ")"))
        message = "arguments stand in parentheses"
        yield Cure(codes.INFIX_WORD, message, tuple(edits), "write them in parentheses")


def _relation_cure(slip: Slip, message: str, call: str) -> Cure:
    code = codes.INFIX_WORD if "between" in message else codes.INFIX_SYMBOL
    return Cure(code, message, (replace(0, len(slip.text), call),), f"write `{call}`")


def bare_reaction(slip: Slip) -> Iterator[Cure]:
    """`2 H2 + O2 -> 2 H2O`: a reaction is one string."""
    if not _LINKED.search(slip.mask.replace("=>", "->")):
        return
    inner = _CALLED_REACTION.fullmatch(slip.mask)
    if inner:
        yield _reaction_cure(
            (replace(inner.start(1), inner.start(1), '"'), replace(inner.end(1), inner.end(1), '"'))
        )
    named = _NAMED_REACTION.fullmatch(slip.mask)
    if named and re.search(r"\d", named[2]):
        edits = (replace(named.end(1), named.start(2), '("'), replace(len(slip.text), len(slip.text), '")'))
        yield _reaction_cure(edits)
    if slip.depth == 0 and _REACTION.fullmatch(slip.mask) and re.search(r"\d", slip.mask):
        edits = (replace(0, 0, 'reaction("'), replace(len(slip.text), len(slip.text), '")'))
        yield _reaction_cure(edits)
    extent = slip.argument(slip.at)
    inside = slip.mask[extent.start : extent.end]
    if slip.depth and _REACTION.fullmatch(inside):
        yield _reaction_cure((replace(extent.start, extent.start, '"'), replace(extent.end, extent.end, '"')))


def _reaction_cure(edits: tuple[Edit, ...]) -> Cure:
    return Cure(
        codes.BARE_REACTION,
        "a reaction equation is one string",
        edits,
        "quote it",
        hint='write `reaction("2 H2 + O2 -> 2 H2O")`',
    )


def colon_text(slip: Slip) -> Iterator[Cure]:
    """`point A : "x"`: what belongs to a thing stands in its parentheses."""
    if slip.fault.text != ":" or slip.depth:
        return
    edits: tuple[Edit, ...]
    end = len(slip.text)
    heading = _HEADING_LINE.match(slip.mask)
    if heading:
        edits = (replace(heading.end(1), heading.end(), " { "), replace(end, end, " }"))
        yield Cure(codes.COLON_HEADING, "a block stands in braces", edits, "write braces")
    message = "only a link takes arguments after a colon"
    declared = _DECLARED_TEXT.fullmatch(slip.mask)
    if declared:
        start = declared.end(2) - 1 if declared[2] else declared.start(3)
        opening = ", " if declared[2] else "("
        edits = (replace(start, declared.end(3), opening), replace(end, end, ")"))
        yield Cure(codes.COLON_TEXT, message, edits, "put it into the parentheses")
    typed = _NAME_THEN_KIND.fullmatch(slip.mask)
    if typed:
        text = f"{typed[3]} {typed[1]}{slip.text[typed.end(3) :]}"
        yield Cure(codes.COLON_TEXT, "the kind comes first", (replace(0, end, text),), f"write `{text}`")
    labelled = _TERM_TEXT.fullmatch(slip.mask)
    if labelled:
        panel = labelled[1] in _PANEL_WORDS
        middle = replace(labelled.start(2), labelled.end(2), "(" if panel else ", ")
        called = (middle, replace(end, end, ")"))
        edits = called if panel else (replace(0, 0, "label("), *called)
        yield Cure(codes.COLON_TEXT, message, edits, "write it as a call")


def huge_number(slip: Slip) -> Iterator[Cure]:
    """`1e999`: a number beyond computing is text."""
    end = slip.at + len(slip.fault.text)
    edits = (replace(slip.at, slip.at, '"'), replace(end, end, '"'))
    yield Cure(codes.NUMBER, "the number is too large to compute with", edits, "quote it")


NOTATIONS: Final[tuple[CureFinder, ...]] = (
    list_marker,
    color,
    edge_attributes,
    bare_reaction,
    back_link,
    arrows,
    colon_text,
    signs,
    infix_symbols,
    infix_words,
    pairs,
)

REFUSALS: Final[dict[str, tuple[CureFinder, ...]]] = {
    "reaction": (bare_reaction,),
    "edge-attributes": (edge_attributes,),
    "back-link": (back_link,),
    "number": (huge_number,),
}
"""Cures of what the tree builder refuses."""
