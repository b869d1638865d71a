"""The text that a spec is read from, and places in it."""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from pydantic import ConfigDict

from .base import Frozen


class Span(Frozen):
    """A half-open range of character offsets, `start <= end`, into one `Source`."""

    start: int
    end: int

    def cover(self, other: "Span") -> "Span":
        """Return the smallest span that holds both.

        >>> Span(start=2, end=4).cover(Span(start=7, end=9))
        Span(start=2, end=9)
        """
        return Span(start=min(self.start, other.start), end=max(self.end, other.end))


class Position(NamedTuple):
    """A place as editors count it: line and column, both from 1."""

    line: int
    column: int


class Source(Frozen):
    """One spec's text and the name under which diagnostics cite it."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    text: str
    name: str = "<spec>"

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which the lines begin."""
        return (0, *(at + 1 for at, char in enumerate(self.text) if char == "\n"))

    def position(self, offset: int) -> Position:
        r"""Return line and column of a character offset.

        >>> Source(text="point A\ncircle c").position(8)
        Position(line=2, column=1)
        """
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of one line, counted from 1, without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] - 1 if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r")

    def slice(self, span: Span) -> str:
        """Return the text that a span covers."""
        return self.text[span.start : span.end]
