"""What a cure is told about a faulty statement, and what it proposes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ...dsl.diagnostics import Code, Edit, Trust
from ...dsl.source import Span

_PARTNER: Final = {"(": ")", "[": "]", "{": "}"}
_QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\[^\n])*"|“[^”\n]*”')
_OPENERS: Final = "([{"
_CLOSERS: Final = ")]}"


@dataclass(frozen=True)
class Fault:
    """Where reading stopped: the text found there, the terminals that would fit, or a reason of its own."""

    offset: int
    text: str
    expected: frozenset[str]
    reason: str = ""


@dataclass(frozen=True)
class Cure:
    """A slip that may explain a fault, and the edits that mend it."""

    code: Code
    message: str
    edits: tuple[Edit, ...]
    title: str
    hint: str = ""
    trust: Trust = Trust.GUESS


@dataclass(frozen=True)
class Slip:
    """A faulty statement as the cures see it."""

    text: str
    fault: Fault
    heading: str
    ends_line: bool
    """Whether nothing follows the statement on its line, so that a comment may."""

    @property
    def at(self) -> int:
        """Where reading stopped, within the text."""
        return min(self.fault.offset, len(self.text))

    @cached_property
    def mask(self) -> str:
        """The text with the inside of every string blanked, at the same length."""
        return _QUOTED.sub(lambda match: f'"{"_" * (len(match.group()) - 2)}"', self.text)

    @cached_property
    def depths(self) -> Sequence[int]:
        """How many brackets are open before each character, and at the end."""
        depths = [0]
        for char in self.mask:
            step = 1 if char in _OPENERS else -1 if char in _CLOSERS else 0
            depths.append(max(0, depths[-1] + step))
        return depths

    @property
    def depth(self) -> int:
        """How many brackets are open where reading stopped."""
        return self.depths[self.at]

    @property
    def before(self) -> int:
        """End of the last word before the fault."""
        return len(self.text[: self.at].rstrip())

    def expects(self, terminal: str) -> bool:
        """Whether a terminal would have fitted where reading stopped."""
        return terminal in self.fault.expected

    def argument(self, offset: int) -> Span:
        """Return the extent of the argument around an offset, its `name =` left out."""
        depth = self.depths[offset]
        start = end = offset
        while start > 0 and not (self.depths[start] == depth and self.mask[start - 1] in ",([{:"):
            start -= 1
        while end < len(self.mask) and not (self.depths[end] == depth and self.mask[end] in ",)]}"):
            end += 1
        named = re.compile(r"\s*(?:[^\W\d]\w*\s*=(?!=))?\s*").match(self.mask, start, end)
        start = named.end() if named else start
        return Span(start=start, end=max(start, len(self.text[:end].rstrip())))


def replace(start: int, end: int, text: str) -> Edit:
    """Return an edit; an empty range inserts."""
    return Edit(span=Span(start=start, end=end), text=text)


def due_brackets(mask: str) -> str:
    """Return the closing brackets that a text still owes, in order."""
    due: list[str] = []
    for char in mask:
        if char in _PARTNER:
            due.append(_PARTNER[char])
        elif due and char == due[-1]:
            due.pop()
    return "".join(reversed(due))
