"""Lines of the source with marks under them, as terminals show them: the picture part of a report."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from .source import Source, Span

TAB: Final = 4
WIDEST: Final = 100
_BEFORE_MARK: Final = 30


@dataclass(frozen=True)
class Mark:
    """A range of the source to be underlined, with a few words behind the line."""

    span: Span
    text: str = ""
    primary: bool = False


def char_width(char: str) -> int:
    """Return how many terminal columns a character takes: 0, 1 or 2.

    >>> [char_width(c) for c in ("a", "反", "\u0304")]
    [1, 2, 0]
    """
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str) -> str:
    """Return a text without control characters, which a terminal would obey; tabs become spaces.

    >>> visible("a\\tb\x1b[31m")
    'a    b␛[31m'
    """
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    if char == "\t":
        return " " * TAB
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    # Bidirectional overrides and other invisible controls could make a line read as it is not written.
    hidden = code == 0x7F or 0x80 <= code < 0xA0 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return "\ufffd" if hidden else char


def text_width(text: str) -> int:
    """Return how many terminal columns a text takes."""
    return sum(char_width(char) for char in visible(text))


@dataclass(frozen=True)
class Row:
    """One row of an excerpt: a source line (`number` set), a line of marks, or a gap (neither)."""

    text: str
    number: int | None = None
    mark: Mark | None = None


def rows(source: Source, marks: Iterable[Mark]) -> Iterator[Row]:
    """Yield the lines that marks touch, each followed by its marks; `…` where lines are left out."""
    by_line: dict[int, list[tuple[int, int, Mark]]] = {}
    for mark in marks:
        for line, start, end, part in _pieces(source, mark):
            by_line.setdefault(line, []).append((start, end, part))
    previous = None
    for line in sorted(by_line):
        if previous is not None and line > previous + 1:
            yield Row("…")
        previous = line
        yield from _line_rows(source.line(line), line, by_line[line])


def _pieces(source: Source, mark: Mark) -> Iterator[tuple[int, int, int, Mark]]:
    """Yield line, first and last column (from 0) of a mark; first and last line of a long one."""
    length = len(source.text)
    first, last = min(mark.span.start, length), min(max(mark.span.start, mark.span.end), length)
    start, end = source.position(first), source.position(last)
    if end.line > start.line and end.column == 1:
        # A range that ends with a line break ends on the line before it.
        end = source.position(last - 1)
    if start.line == end.line:
        yield start.line, start.column - 1, max(end.column - 1, start.column - 1), mark
        return
    yield start.line, start.column - 1, len(source.line(start.line)), Mark(mark.span, "", mark.primary)
    closing = source.line(end.line)
    indent = min(len(closing) - len(closing.lstrip()), end.column - 1)
    yield end.line, indent, end.column - 1, mark


def _line_rows(text: str, number: int, marks: list[tuple[int, int, Mark]]) -> Iterator[Row]:
    ordered = sorted(marks, key=lambda m: (not m[2].primary, m[0], m[1]))
    first, last = _window(text, ordered[0][0])
    before, after = "…" * (first > 0), "…" * (last < len(text))
    yield Row(before + visible(text[first:last]) + after, number)
    for start, end, mark in ordered:
        if not first <= start <= last:
            continue
        lead = len(before) + text_width(text[first:start])
        under = max(1, text_width(text[start : min(end, last)]))
        stroke = ("^" if mark.primary else "-") * under
        yield Row(" " * lead + f"{stroke} {visible(mark.text)}".rstrip(), mark=mark)


def _window(text: str, column: int) -> tuple[int, int]:
    """Return the part of a long line that is shown, around a column."""
    if text_width(text) <= WIDEST:
        return 0, len(text)
    first = last = max(0, column - _BEFORE_MARK)
    room = WIDEST
    while last < len(text) and room > 0:
        room -= text_width(text[last])
        last += 1
    return first, last
