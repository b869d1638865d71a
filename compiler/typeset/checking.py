"""Reports what in a text cannot be set, without opening a font for common characters."""

import unicodedata
from collections.abc import Iterator

from ...dsl.diagnostics import Diagnostic, Severity
from ...dsl.source import Span
from . import symbols as sy
from .codes import BY_FAULT
from .glyphs import find_glyph
from .nodes import (
    Accent,
    Break,
    Fault,
    Fenced,
    Frac,
    Gap,
    Grid,
    Node,
    Root,
    Row,
    Ruled,
    Scripts,
    Stacked,
    Sym,
)  # fmt: skip
from .typesetting import read

KNOWN = frozenset(
    [
        chr(code)
        for code in (*range(0x20, 0x7F), *range(0xA1, 0x100), *range(0x391, 0x3A2), *range(0x3A3, 0x3CA))
    ]
    + [char for char in sy.CHARACTERS.values() if len(char) == 1]
    + list("–—‘’“”…•−")
)
"""Characters that the fonts are known to have; a test holds this set against the fonts."""


def check_text(source: str, span: Span | None = None) -> tuple[Diagnostic, ...]:
    r"""Return a finding for everything in a text that cannot be set; `span` is its place in the spec.

    Emits TXT001 to TXT007.

    >>> [d.message for d in check_text(r"$\frob$")]
    ['unknown command `\\frob`']
    """
    reading = read(source)
    faults = [*reading.faults, *_missing_glyphs(source, reading.items)]
    return tuple(_diagnostic(fault, source, span) for fault in faults)


def is_printable(source: str) -> bool:
    """Whether a text can be set just as it was meant; warnings do not count.

    >>> is_printable("v_0 = 3 m/s")
    True
    """
    return all(found.severity is not Severity.ERROR for found in check_text(source))


def _diagnostic(fault: Fault, source: str, span: Span | None) -> Diagnostic:
    place = span
    if span is not None and span.end - span.start == len(source) + 2:  # a string with its quotes, no escapes
        start = span.start + 1 + fault.at
        place = Span(start=start, end=min(max(start + 1, span.start + 1 + fault.end), span.end))
    return BY_FAULT[fault.kind].found(fault.message, place, hints=(fault.hint,) if fault.hint else ())


def _missing_glyphs(source: str, items: tuple[Node, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for char, face in _characters(items):
        if char in KNOWN or char in seen or char.isspace() or 0x4E00 <= ord(char) <= 0x9FFF:
            continue
        seen.add(char)
        if find_glyph(face, char) is None:
            at = max(0, source.find(char))
            name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
            yield Fault("glyph", f"no font has the character {name}", at, at + 1, "use a word or an `icon`")


def _characters(items: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    """Yield each character of a tree with the face that it is set in."""
    for node in nodes_of(items):
        if isinstance(node, Sym):
            yield from ((char, node.face) for char in node.text)


def nodes_of(items: tuple[Node, ...]) -> Iterator[Node]:
    """Yield all nodes of a tree, in reading order."""
    stack: list[Node] = list(reversed(items))
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(children(node)))


def children(node: Node) -> list[Node]:
    """Return the nodes that a node holds, in reading order."""
    match node:
        case Row(items=items):
            return list(items)
        case Scripts(base=base, sup=sup, sub=sub):
            parts: tuple[Node | None, ...] = (base, sub, sup)
        case Frac(top=top, bottom=bottom):
            parts = (top, bottom)
        case Root(body=body, degree=degree):
            parts = (degree, body)
        case Accent(body=body) | Ruled(body=body):
            parts = (body,)
        case Fenced(left=left, body=body, right=right):
            parts = (Sym(left), body, Sym(right))
        case Stacked(base=base, above=above, below=below):
            parts = (base, above, below)
        case Grid(rows=rows):
            return [cell for row in rows for cell in row]
        case Sym() | Gap() | Break():
            parts = ()
    return [part for part in parts if part is not None]
