"""Gives every comment of a spec a statement to stay with."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...dsl.spec import Block, Comment, Declaration, For, Relation, Spec, Statement


@dataclass(frozen=True)
class Entry:
    """A statement (or a heading's word, or nothing) with the comments above and behind it."""

    statement: Statement | str | None
    leading: tuple[str, ...] = ()
    trailing: tuple[str, ...] = ()
    body: "Body | None" = None

    def with_body(self, body: "Body") -> "Entry":
        """Return this entry with another body."""
        return replace(self, body=body)


@dataclass(frozen=True)
class Body:
    """Statements between braces; `head` comments stand behind the brace, `tail` ones before its partner."""

    entries: tuple[Entry, ...]
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()


@dataclass
class _Draft:
    """The comments that a statement collects."""

    statement: Statement
    leading: list[str] = field(default_factory=list)
    trailing: list[str] = field(default_factory=list)
    inner: list[Comment] = field(default_factory=list)


def with_comments(spec: Spec) -> Body:
    """Return the statements of a spec with their comments."""
    return _body(spec.statements, sorted(spec.comments, key=lambda comment: comment.span.start))


def _body(statements: Sequence[Statement], comments: Sequence[Comment]) -> Body:
    """Share out comments, in text order, among statements: one pass over both."""
    drafts = [_Draft(statement) for statement in statements]
    head: list[str] = []
    waiting: list[str] = []
    at = 0
    for comment in comments:
        while at < len(drafts) and drafts[at].statement.span.start <= comment.span.start:
            drafts[at].leading += waiting
            waiting = []
            at += 1
        previous = drafts[at - 1] if at else None
        if previous is not None and comment.span.start < previous.statement.span.end:
            _keep_inside(previous, comment)
        elif comment.own_line or (previous is None and drafts and waiting):
            waiting.append(comment.text)
        elif previous is not None:
            previous.trailing.append(comment.text)
        else:
            head.append(comment.text)
    if at < len(drafts):
        drafts[at].leading += waiting
        waiting = []
    return Body(tuple(map(_entry, drafts)), tuple(head), tuple(waiting))


def _keep_inside(draft: _Draft, comment: Comment) -> None:
    if draft.statement.body is not None and comment.span.start >= _head_end(draft.statement):
        draft.inner.append(comment)
    else:
        draft.leading.append(comment.text)


def _head_end(statement: Statement) -> int:
    """Return where the head of a statement with a body ends, before its brace."""
    if isinstance(statement, Declaration):
        return statement.declarators[-1].span.end
    if isinstance(statement, Relation):
        return statement.expr.span.end
    if isinstance(statement, For):
        return statement.iterable.span.end
    assert isinstance(statement, Block)
    return statement.title.span.end if statement.title else statement.span.start + len(statement.word)


def _entry(draft: _Draft) -> Entry:
    body = draft.statement.body
    return Entry(
        draft.statement,
        tuple(draft.leading),
        tuple(draft.trailing),
        None if body is None else _body(body, draft.inner),
    )
