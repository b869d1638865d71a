"""Parts a text into lines, and each line into formulas and plain label text."""

import re
from dataclasses import dataclass
from typing import Final

from .latex import read_latex
from .lexicon import NO_SYMBOLS, Lexicon
from .nodes import Break, Fault, Node, Reading, Row, Sym
from .plain import read_line
from .spelling import one_spelling

TAG: Final = re.compile(r"\{/?eq\}")
_MATH: Final = re.compile(
    r"\$\$(?P<double>.+?)\$\$|\\\((?P<round>.+?)\\\)|\\\[(?P<square>.+?)\\\]|(?P<escaped>\\\$)|(?P<dollar>\$)",
    re.DOTALL,
)
_AMOUNT: Final = re.compile(
    r"\d[\d,]*(\.\d+)?\s*(k|K|M|B|bn|million|billion|thousand|each|per|/)?(?![\w^_\\])"
)
_LONE_DOLLAR: Final = re.compile(r"(?<!\\)\$(?=[A-Za-z\\]+\s*[\^_={])")
DEEPEST: Final = 40
"""Levels of brackets that are read, so that reading never exhausts the stack."""
LONGEST: Final = 2500
"""Characters of a text that are read; a longer one is refused."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line: its text, where it starts in the source, and whether it is a formula."""

    text: str
    start: int
    math: bool


def segments(text: str) -> tuple[Segment, ...]:
    """Return the formulas between dollar signs and the text between them; money is text.

    >>> [(s.text, s.math) for s in segments("$v_0$ of the $5 ball")]
    [('v_0', True), (' of the $5 ball', False)]
    """
    if "$" not in text and "\\" not in text:
        return (Segment(text, 0, False),) if text else ()
    found: list[Segment] = []
    plain_from = pos = 0
    while match := _MATH.search(text, pos):
        pos = match.end()
        if match.lastgroup == "escaped":
            continue
        if match.lastgroup == "dollar":
            end = _closing(text, match.end())
            if end < 0:
                continue
            body, pos = Segment(text[match.end() : end], match.end(), True), end + 1
        else:
            name = match.lastgroup or ""
            body = Segment(match[name], match.start(name), True)
        if match.start() > plain_from:
            found.append(Segment(text[plain_from : match.start()], plain_from, False))
        found.append(body)
        plain_from = pos
    if plain_from < len(text):
        found.append(Segment(text[plain_from:], plain_from, False))
    return tuple(found)


def _closing(text: str, start: int) -> int:
    """Return where the formula ends that a dollar sign opens, or -1 if the sign means money."""
    end = start
    while (end := text.find("$", end)) >= 0 and text[end - 1] == "\\":
        end += 1
    body = text[start:end]
    if end < 0 or not body.strip() or (body[-1].isspace() and not body[0].isspace()):
        return -1
    if start == 1 and end == len(text) - 1 and not _is_prose(body):
        # The whole text stands between two signs: `$3, 1$` is a formula, whatever it begins with.
        return end
    if text[end + 1 : end + 2].isdigit():
        return -1
    if _AMOUNT.match(body) and re.search(r"[A-Za-z]{2}", body) and not re.search(r"[\\^_{}=<>≤≥]", body):
        return -1
    return -1 if re.search(r"[-–,;(]$", body) or _is_prose(body) else end


def _is_prose(body: str) -> bool:
    words = re.findall(r"(?<![\\A-Za-z{])[A-Za-z]{2,}(?![A-Za-z}])", body)
    return len(words) > 2 and not re.search(r"[\\^_{}=]", body)


def read_text(source: str, *, chemistry: bool = False, lexicon: Lexicon = NO_SYMBOLS) -> Reading:
    """Read a whole text; line ends become `Break`.

    >>> len(read_text("a\\nb").items)
    3
    """
    text = TAG.sub("$", source) if _has_tags(source) else source
    text = one_spelling(text)
    nodes: list[Node] = []
    faults: list[Fault] = []
    if len(text) > LONGEST:
        faults.append(
            Fault("depth", f"text has {len(text)} characters, more than {LONGEST}", LONGEST, len(text))
        )
        text = text[:LONGEST]
    if len(text) > DEEPEST and _nesting(text) > DEEPEST:
        fault = Fault("depth", f"brackets nested deeper than {DEEPEST} levels", 0, len(text))
        return Reading((Sym(text),), (*faults, fault))
    shift = 0
    for number, line in enumerate(text.split("\n")):
        if number:
            nodes.append(Break())
        for segment in segments(line):
            reading = _read_segment(segment, chemistry, lexicon)
            nodes.extend(reading.items)
            at = shift + segment.start
            if not segment.math and "$" in segment.text:
                faults += _lone_dollars(segment.text, at)
            faults += [Fault(f.kind, f.message, f.at + at, f.end + at, f.hint) for f in reading.faults]
        shift += len(line) + 1
    return Reading(tuple(nodes), tuple(faults))


def _nesting(text: str) -> int:
    """Return how deep brackets and braces are nested at most."""
    level = deepest = 0
    for char in text:
        if char in "({[":
            level += 1
            deepest = max(deepest, level)
        elif char in ")}]":
            level = max(0, level - 1)
    return deepest


def _lone_dollars(text: str, shift: int) -> list[Fault]:
    """Note dollar signs in plain text that look like the start of a formula rather than of an amount."""
    message = "`$` opens no formula and is printed"
    hint = "close the formula with `$`, or write `\\$` for the sign"
    return [
        Fault("dollar", message, match.start() + shift, match.end() + shift, hint)
        for match in _LONE_DOLLAR.finditer(text)
    ]


def _has_tags(source: str) -> bool:
    return source.count("{eq}") == source.count("{/eq}") > 0


def _read_segment(segment: Segment, chemistry: bool, lexicon: Lexicon) -> Reading:
    if not segment.math:
        return read_line(segment.text.replace("\\$", "$"), chemistry=chemistry, lexicon=lexicon)
    reading = read_latex(segment.text)
    lines: list[list[Node]] = [[]]
    for node in reading.items:
        if isinstance(node, Break):
            lines.append([])
        else:
            lines[-1].append(node)
    nodes: list[Node] = []
    for number, line in enumerate(lines):
        nodes += [Break()] * bool(number) + [Row(tuple(line))]
    return Reading(tuple(nodes), reading.faults)
