"""Geometry3K: textbook problems as logic forms with the places of the points in the original figure.

A file is JSON: a problem or a list of problems, with the keys of the dataset (`diagram_logic_form`,
`point_positions`, ...) or of its extracts (`diagram_literals`, `points`, ...). The places are hints: which side, which
order; the drawing is made to scale, which the originals are not always.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...dsl.diagnostics import Diagnostic
from ...dsl.scene import XY
from ...dsl.source import Source, Span
from .. import limits
from .arrangement import arrange
from .base import Format, Imported
from .cdl_values import formula
from .codes import LEFT_OUT, MALFORMED, TOO_MUCH
from .goals import goal_of
from .logic_forms import LogicForms
from .records import Record, is_records, records
from .references import UntranslatedError
from .terms import Term, read_prefix
from .textbook import Textbook, Way

NAMES = {
    "diagram": ("diagram_literals", "diagram_logic_form"),
    "text": ("text_literals", "text_logic_form", "dissolved_text_logic_form"),
    "points": ("points", "point_positions"),
    "lines": ("lines", "line_instances"),
    "circles": ("circles", "circle_instances"),
    "id": ("id", "problem_id"),
    "question": ("text", "problem_text", "annotat_text"),
}
"""By what we call it: the keys under which files have it."""
FIRST = ("PointLiesOnLine", "PointLiesOnCircle", "Circle")
"""Predicates that others rely on."""


def read(source: Source, problem: str = "") -> Iterator[Imported]:
    """Yield the problems of a file."""
    for record in records(source, NAMES, "geometry3k"):
        if not problem or problem in (record.name, record.text("id")):
            yield _imported(source, record)


def _imported(source: Source, record: Record) -> Imported:
    problems: list[Diagnostic] = []
    terms = list(_terms(source, record, problems))
    places = _places(record)
    book = Textbook(f"{record.name}: {record.text('question')}")
    forms = LogicForms(book, places)
    lines = [(line[0], line[1]) for line in record.texts("lines") if len(line) == 2]
    _read_all(forms, terms, lines, problems, {span for _, span in record.spans("text")})
    if len(terms) > limits.IMPORTED_STATEMENTS:
        problems.append(
            TOO_MUCH.found(
                f"{len(terms)} statements, at most {limits.IMPORTED_STATEMENTS} are read", record.span
            )
        )
    if any(d.severity == "error" for d in problems):
        return Imported(record.name, source, diagnostics=tuple(problems))
    for name in record.texts("circles"):
        if name in places:
            book.ring(name).center = name
    arrange(book, places, forms.unplaced)
    return Imported(record.name, source, book.text(), names=book.names(), diagnostics=tuple(problems))


def _terms(source: Source, record: Record, problems: list[Diagnostic]) -> Iterator[tuple[Term, Span]]:
    """Yield the statements, those on which others rely first."""
    read: list[tuple[Term, Span]] = []
    for text, span in (*record.spans("diagram"), *record.spans("text")):
        if not text.strip():
            continue
        term, rest = read_prefix(text)
        if term is None:
            problems.append(MALFORMED.found(f"`{text[:40]}` is no logic form", span))
            continue
        if rest:
            problems.append(LEFT_OUT.found(f"`{rest}` after a logic form is left out", span))
        if (term, span) not in read:
            read.append((term, span))
    yield from sorted(read, key=lambda pair: (pair[0].word == "Find", pair[0].word not in FIRST))


def _read_all(
    forms: LogicForms,
    terms: Sequence[tuple[Term, Span]],
    lines: Sequence[Way],
    problems: list[Diagnostic],
    told: Collection[Span],
) -> None:
    for name in forms.places:
        forms.book.point(name)
    forms.lay_rows([term for term, _ in terms], lines)
    forms.line_names = {name for term, _ in terms for name in _line_names(term)}
    for term, span in terms:
        forms.told = span in told
        try:
            if term.word == "Find":
                forms.declare_in(term)
                forms.book.ask(formula(goal_of(term)))
            else:
                forms.read(term)
        except UntranslatedError as fault:
            problems.append(LEFT_OUT.found(f"{fault}", span))
    forms.finish()


def _line_names(term: Term) -> Iterator[str]:
    """Yield the letters by which a statement names lines: `Line(p)`."""
    for arg in term.args:
        if isinstance(arg, Term):
            if arg.word == "Line" and len(arg.args) == 1:
                yield str(arg.args[0])
            yield from _line_names(arg)


def _places(record: Record) -> dict[str, XY]:
    """Return where the points are in the original figure, y up, at about the size that its numbers say."""
    return {name: (x, -y) for name, (x, y) in record.places("points").items()}


def recognises(source: Source) -> bool:
    """Whether a file looks like problems of Geometry3K."""
    return is_records(source, NAMES["diagram"])


GEOMETRY3K = Format("geometry3k", "logic forms of Geometry3K, JSON", recognises, read)
