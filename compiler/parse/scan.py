"""Cuts a text that does not parse as a whole into statements, so that each can be read by itself.

Knows strings, comments and brackets, nothing else; linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

_PIECE: Final = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\[^\n])*"|“[^”\n]*”)
      | (?P<open_string>["“][^\n]*)
      | (?P<color>\#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\b)
      | (?P<comment>(?://|\#)[^\n]*)
      | (?P<line>\n)
      | (?P<bracket>[()\[\]{}])
      | (?P<semicolon>;)
      | (?P<word>[^\s"“()\[\]{};/\#]+|/)""",
    re.VERBOSE,
)
_COMMENT: Final = re.compile(r"(?://|\#)[^\n]*")
_CONTINUED: Final = re.compile(r"(?:[,&|*/^<>]|=|--|(?<![=,(:])[ \t][-+])$")
_NEW_STATEMENT: Final = re.compile(
    r"[ \t]*[^\W\d]\w*[ \t]*(?:[({\[]|(?!in\b)[^\W\d]|->|--|<->|$)", re.MULTILINE
)
_CLOSER: Final = {"(": ")", "[": "]", "{": "}"}


class Piece(NamedTuple):
    """A token as far as brackets and line ends go."""

    kind: str
    start: int
    end: int


@dataclass
class Segment:
    """A statement's place: `start` to `end` is the leaf, or the head before the body's brace."""

    start: int
    end: int
    body: "list[Segment] | None" = None
    brace: int = -1
    """Offset of the body's `{`."""
    close: int = -1
    """Offset behind the body's `}`, or -1 if it is missing."""
    stray: bool = False
    """Whether this is a `}` that nothing opened."""


def pieces(text: str) -> Iterator[Piece]:
    """Yield all but white space."""
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or ""
        yield Piece(match.group() if kind == "bracket" else kind, match.start(), match.end())


def segments(text: str) -> list[Segment]:
    """Return the statements of a text, nested as their braces are."""
    found = list(pieces(text))
    return _Cutter(text, _matched(text, found)).cut(found)


def _matched(text: str, found: list[Piece]) -> frozenset[int]:
    """Return the offsets of all brackets that have a partner.

    A bracket that is still open where a new statement clearly begins, or at a `}`, stays without.
    """
    matched: set[int] = set()
    stack: list[Piece] = []
    last = ""
    for piece in found:
        if piece.kind in _CLOSER:
            stack.append(piece)
        elif piece.kind in ("}", ")", "]"):
            _close(stack, piece, matched)
        elif piece.kind == "line" and stack and _ends_here(text, piece.end, last):
            while stack and stack[-1].kind != "{":
                stack.pop()
        if piece.kind not in ("line", "comment"):
            last = text[piece.start : piece.end]
    return frozenset(matched)


def _close(stack: list[Piece], piece: Piece, matched: set[int]) -> None:
    """Match a closing bracket with the nearest of its kind; none reaches over an open brace."""
    for at in range(len(stack) - 1, -1, -1):
        if _CLOSER[stack[at].kind] == piece.kind:
            matched |= {stack[at].start, piece.start}
            del stack[at:]
            return
        if stack[at].kind == "{":
            return


def _ends_here(text: str, at: int, last: str) -> bool:
    return not (last in _CLOSER or _CONTINUED.search(last)) and _NEW_STATEMENT.match(text, at) is not None


@dataclass
class _Cutter:
    text: str
    matched: frozenset[int]
    top: list[Segment] = field(default_factory=list)
    open: list[Segment] = field(default_factory=list)
    start: int = -1
    end: int = -1
    depth: int = 0

    @property
    def siblings(self) -> list[Segment]:
        body = self.open[-1].body if self.open else self.top
        return self.top if body is None else body

    def cut(self, found: list[Piece]) -> list[Segment]:
        for piece in found:
            self._feed(piece)
        self._flush()
        return self.top

    def _feed(self, piece: Piece) -> None:
        kind = piece.kind
        if kind == "comment":
            return
        if self.depth == 0 and kind in ("line", "semicolon"):
            if kind == "semicolon" or not self._goes_on():
                self._flush()
        elif self.depth == 0 and kind == "{":
            self._open_body(piece)
        elif self.depth == 0 and kind == "}":
            self._close_body(piece)
        elif kind != "line":
            self._extend(piece)

    def _extend(self, piece: Piece) -> None:
        self.start = piece.start if self.start < 0 else self.start
        self.end = piece.end
        if piece.start in self.matched:
            self.depth += 1 if piece.kind in _CLOSER else -1

    def _goes_on(self) -> bool:
        return self.start >= 0 and bool(_CONTINUED.search(self.text, max(self.start, self.end - 4), self.end))

    def _flush(self) -> Segment | None:
        if self.start < 0:
            return None
        segment = Segment(self.start, self.end)
        self.siblings.append(segment)
        self.start, self.depth = -1, 0
        return segment

    def _open_body(self, piece: Piece) -> None:
        head = self._flush() or self._head_above(piece.start)
        if head is None:
            head = Segment(piece.start, piece.start)
            self.siblings.append(head)
        head.body, head.brace = [], piece.start
        self.open.append(head)

    def _head_above(self, at: int) -> Segment | None:
        """Return the statement on the line above a lone brace."""
        last = self.siblings[-1] if self.siblings else None
        if last is None or last.body is not None or last.stray or self.text[last.end : at].count("\n") != 1:
            return None
        between = _COMMENT.sub("", self.text[last.end : at])
        return last if not between.strip() else None

    def _close_body(self, piece: Piece) -> None:
        self._flush()
        if self.open:
            self.open.pop().close = piece.end
        else:
            self.top.append(Segment(piece.start, piece.end, stray=True))
