"""FormalGeo: problems in conditional declaration language (CDL), whose construction gives faces and points in order.

A file is JSON: a problem or a list of problems, with the keys of the dataset (`construction_cdl`, `goal_cdl`, ...)
or of its extracts. Faces run counter-clockwise, so that they say how the figure lies.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.diagnostics import Diagnostic, Severity
from ...dsl.source import Source, Span
from .. import limits
from .base import Format, Imported
from .cdl import Cdl
from .codes import LEFT_OUT, MALFORMED, TOO_MUCH
from .records import Record, is_records, records
from .references import UntranslatedError
from .terms import Term, read_term
from .textbook import Textbook

NAMES = {
    "construction": ("construction", "construction_cdl"),
    "text": ("text_cdl",),
    "image": ("image_cdl",),
    "goal": ("goal", "goal_cdl"),
    "id": ("id", "problem_id"),
    "question": ("text", "problem_text_en"),
}
"""By what we call it: the keys under which files have it."""


def read(source: Source, problem: str = "") -> Iterator[Imported]:
    """Yield the problems of a file."""
    for record in records(source, NAMES, "formalgeo"):
        if not problem or problem in (record.name, record.text("id")):
            yield _imported(source, record)


def _imported(source: Source, record: Record) -> Imported:
    problems: list[Diagnostic] = []
    book = Textbook(f"{record.name}: {record.text('question')}")
    cdl = Cdl(book)
    construction, stated = (
        list(_terms(record, problems, *keys)) for keys in (("construction",), ("text", "image"))
    )
    if len(construction) + len(stated) > limits.IMPORTED_STATEMENTS:
        many = f"{len(construction) + len(stated)} statements, at most {limits.IMPORTED_STATEMENTS} are read"
        return Imported(record.name, source, diagnostics=(TOO_MUCH.found(many, record.span),))
    cdl.construct([term for term, _ in construction])
    cdl.name_letters([term for term, _ in stated])
    for term, span in stated:
        try:
            cdl.read(term)
        except UntranslatedError as fault:
            problems.append(LEFT_OUT.found(f"{fault}", span))
    for term, span in _terms(record, problems, "goal"):
        try:
            cdl.ask(term)
        except UntranslatedError as fault:
            problems.append(LEFT_OUT.found(f"{fault}", span))
    if any(d.severity is Severity.ERROR for d in problems):
        return Imported(record.name, source, diagnostics=tuple(problems))
    cdl.arrange()
    return Imported(record.name, source, book.text(), names=book.names(), diagnostics=tuple(problems))


def _terms(record: Record, problems: list[Diagnostic], *keys: str) -> Iterator[tuple[Term, Span]]:
    """Yield the statements under some keys, none twice: what the picture shows the text may say as well."""
    seen: set[str] = set()
    for key in keys:
        for text, span in record.spans(key):
            if text in seen or not text.strip():
                continue
            seen.add(text)
            term = read_term(text)
            if term is None:
                problems.append(MALFORMED.found(f"`{text[:40]}` is no statement of CDL", span))
            else:
                yield term, span


def recognises(source: Source) -> bool:
    """Whether a file looks like problems of FormalGeo."""
    return is_records(source, NAMES["text"])


FORMALGEO = Format("formalgeo", "problems of FormalGeo in CDL, JSON", recognises, read)
