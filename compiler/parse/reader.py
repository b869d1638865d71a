"""The parse step: the whole text at once, statement by statement if that fails."""

import re
from typing import Final

from lark.exceptions import UnexpectedInput

from ...dsl.diagnostics import Diagnostic, Edit, Fix, Outcome, Trust, in_order
from ...dsl.source import Source, Span
from ...dsl.spec import Comment, Spec
from .. import limits
from . import codes
from .lexing import NestingError, glued_unit
from .structure import lost_parallel
from .tables import read
from .tree import RefusalError

MAX_CHARACTERS: Final = limits.CHARACTERS

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_REMARKABLE: Final = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\[^\n])*"|“[^”\n]*”)
      | (?P<comment>(?://|\#)[^\n]*)
      | (?P<power>\*\*)
      | (?P<glued>(?<![\w.])(?:[0-9.]+(?:[eE][-+]?[0-9]+)?)(?=[^\W\d_⁰¹²³⁴-⁹]))""",
    re.VERBOSE,
)


def parse(source: Source) -> Outcome[Spec]:
    """Read a spec: all statements that make sense, and a finding for each that does not.

    >>> spec = parse(Source(text="point A, B; A -> B")).value
    >>> [statement.node for statement in spec.statements]
    ['declaration', 'relation']
    """
    text = source.text
    refused = _refused(text)
    if refused:
        return Outcome(None, refused)
    try:
        statements = read(text)
        findings: tuple[Diagnostic, ...] = ()
    except NestingError as deep:
        return Outcome(None, (_too_deep(text, deep.offset),))
    except (UnexpectedInput, RefusalError):
        from .recover import recover

        statements, findings = recover(text)
    comments, notes = _comments_and_notes(text)
    spec = Spec.model_construct(statements=statements, comments=comments)
    return Outcome(spec, in_order((*findings, *lost_parallel(text), *notes)))


def _refused(text: str) -> tuple[Diagnostic, ...]:
    """Return why a text is not read at all."""
    if len(text) > MAX_CHARACTERS:
        message = f"the text has {len(text)} characters, at most {MAX_CHARACTERS} are read"
        return (codes.TOO_LONG.found(message, Span(start=MAX_CHARACTERS, end=len(text))),)
    control = _CONTROL.search(text)
    if control is None:
        return ()
    message = f"character U+{ord(control.group()):04X} cannot stand in a spec"
    span = Span(start=control.start(), end=control.end())
    edits = tuple(
        Edit(span=Span(start=match.start(), end=match.end()), text="") for match in _CONTROL.finditer(text)
    )
    fix = Fix(title="delete such characters", edits=edits[:200], trust=Trust.SAFE)
    return (codes.CONTROL_CHARACTER.found(message, span, fix=fix if len(edits) <= 200 else None),)


def _too_deep(text: str, offset: int) -> Diagnostic:
    return codes.TOO_DEEP.found(
        "brackets or operators nest too deep here",
        Span(start=offset, end=min(offset + 1, len(text))),
        hints=["split the expression with `let`, or write the list flatter"],
    )


def _comments_and_notes(text: str) -> tuple[tuple[Comment, ...], tuple[Diagnostic, ...]]:
    """Return all comments, and a note on each spelling that is read but not canonical."""
    comments: list[Comment] = []
    notes: list[Diagnostic] = []
    for match in _REMARKABLE.finditer(text):
        span = Span(start=match.start(), end=match.end())
        if match.lastgroup == "comment":
            comments.append(_comment(text, span))
        elif match.lastgroup == "power":
            fix = Fix(title="write `^`", edits=(Edit(span=span, text="^"),), trust=Trust.SAFE)
            notes.append(codes.STARS.found("`**` is read as the power `^`", span, fix=fix))
        elif match.lastgroup == "glued":
            notes += _glued(text, match.start(), match.end())
    return tuple(comments), tuple(notes)


def _comment(text: str, span: Span) -> Comment:
    marker = 2 if text.startswith("//", span.start) else 1
    line = text.rfind("\n", 0, span.start) + 1
    words = text[span.start + marker : span.end].strip()
    return Comment.model_construct(span=span, text=words, own_line=not text[line : span.start].strip())


def _glued(text: str, start: int, end: int) -> tuple[Diagnostic, ...]:
    """Note a unit that touches its number: `5kg`."""
    size = glued_unit(text, end)
    if not size:
        return ()
    number, word = text[start:end], text[end : end + size]
    at = Span(start=end, end=end)
    fix = Fix(title="insert a space", edits=(Edit(span=at, text=" "),), trust=Trust.SAFE)
    return (
        codes.GLUED_UNIT.found(
            f"`{number}{word}` is read as the quantity {number} {word}",
            Span(start=start, end=end + size),
            hints=["put a space before the unit; quote it if it is a name"],
            fix=fix,
        ),
    )
