"""Slips about quotes: strings that are open, quoted otherwise or not quoted at all."""

import re
from collections.abc import Iterator
from typing import Final

from ...dsl.diagnostics import Edit, Trust
from . import codes
from .slip import Cure, Slip, due_brackets, replace

_COLOR: Final = re.compile(r"#[0-9a-fA-F]{3,8}\b")
_MATH: Final = re.compile(r"\$[^$\n]+\$")
_LOST_QUOTE: Final = re.compile(r"(?<=[^\"\s,])(?=,\s*\"|\)\s*$)")
_QUOTES: Final = {
    "'": "'",
    "‘": "’",
    "’": "’",
    "`": "`",
    "´": "´",
    "«": "»",
    "„": "“”",
    "”": "”",
    "＂": "＂",
    "「": "」",
}


def quotes(slip: Slip) -> Iterator[Cure]:
    """`'text'`: strings stand between double quotes."""
    opening = slip.text[slip.at : slip.at + 1]
    for closing in _QUOTES.get(opening, ""):
        end = slip.text.find(closing, slip.at + 1)
        while end > 0:
            edits = (replace(slip.at, slip.at + 1, '"'), replace(end, end + 1, '"'))
            message = "a string stands between double quotes"
            yield Cure(codes.SINGLE_QUOTES, message, edits, "write double quotes", trust=Trust.SAFE)
            following = slip.text.find(closing, end + 1)
            end = following if following - slip.at < 200 else -1


def open_string(slip: Slip) -> Iterator[Cure]:
    """A quote that nothing closes before the line ends: close it before the brackets that are due."""
    if slip.text[slip.at : slip.at + 1] not in ('"', "“"):
        return
    line_end = slip.text.find("\n", slip.at)
    line_end = len(slip.text) if line_end < 0 else line_end
    rest = slip.text[slip.at + 1 : line_end].rstrip()
    body = rest.rstrip(")] \t")
    due = due_brackets(slip.mask[: slip.at])
    tail = slip.at + 1 + len(body)
    present = re.sub(r"\s", "", rest[len(body) :])
    kept = 0
    while kept < len(present) and kept < len(due) and present.endswith(due[-1 - kept :]):
        kept += 1
    for cut in _quote_places(slip.text, tail, slip.at + 1 + len(rest), kept, len(present)):
        missing = due[: len(due) - kept] if cut >= tail else ""
        edits: tuple[Edit, ...] = (replace(cut, cut, '"' + (missing if cut == line_end else "")),)
        if missing and cut != line_end:
            edits = (*edits, replace(line_end, line_end, missing))
        yield Cure(codes.OPEN_STRING, "a string is not closed", edits, 'insert the missing `"`')


def _quote_places(text: str, tail: int, end: int, kept: int, present: int) -> Iterator[int]:
    """Yield where a closing quote may go: before the last `kept` brackets, then further left."""
    places = [at for at in range(tail, end) if text[at] in ")]"]
    yield places[present - kept] if kept else end
    yield from places
    comma = text.rfind(",", 0, tail)
    if comma > 0:
        yield comma


def lost_quote(slip: Slip) -> Iterator[Cure]:
    """`f("a, "b")`: of an odd number of quotes one is missing before a comma or at the end."""
    if slip.text.count('"') % 2:
        for place in _LOST_QUOTE.finditer(slip.text):
            edits = (replace(place.start(), place.start(), '"'),)
            yield Cure(codes.OPEN_STRING, "a string is not closed", edits, 'insert the missing `"`')


def color(slip: Slip) -> Iterator[Cure]:
    """`fill = #ff0000`: a bare `#` begins a comment."""
    found = tuple(_COLOR.finditer(slip.mask))
    edits = tuple(
        e for m in found for e in (replace(m.start(), m.start(), '"'), replace(m.end(), m.end(), '"'))
    )
    if edits:
        yield Cure(codes.BARE_COLOR, "`#` begins a comment", edits, "quote the colour", trust=Trust.SAFE)


def math_text(slip: Slip) -> Iterator[Cure]:
    """`$x^2$` without quotes."""
    found = tuple(_MATH.finditer(slip.mask))
    edits = tuple(
        e for m in found for e in (replace(m.start(), m.start(), '"'), replace(m.end(), m.end(), '"'))
    )
    if edits:
        yield Cure(codes.BARE_WORDS, "formulas stand in quotes", edits, "quote it", trust=Trust.SAFE)


def bare_words(slip: Slip) -> Iterator[Cure]:
    """`note(rolls without slipping)`: several words are one string."""
    before = slip.mask[slip.before - 1 : slip.before]
    if slip.depth and slip.fault.text[:1].isalpha() and (before.isalnum() or before in "_'"):
        yield from _quoted_argument(slip, "several words in a row are a string")


def quoted_argument(slip: Slip) -> Iterator[Cure]:
    """Anything odd in an argument may be meant as text."""
    if slip.depth:
        yield from _quoted_argument(slip, "this reads as no value")


def _quoted_argument(slip: Slip, message: str) -> Iterator[Cure]:
    extent = slip.argument(slip.at)
    if extent.start < extent.end and '"' not in slip.mask[extent.start : extent.end]:
        edits = (replace(extent.start, extent.start, '"'), replace(extent.end, extent.end, '"'))
        yield Cure(codes.BARE_WORDS, message, edits, "quote it")
