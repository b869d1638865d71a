"""The audit of what a picture says: held against its problem and answer, and completed where that was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...dsl.diagnostics import Diagnostic
from ...dsl.source import Source
from ...dsl.spec import Spec
from ..draw.pen import Canvas
from ..draw.solution import Solution
from ..model import Model
from .claims import disagreements
from .counting import miscounts
from .derived import left_open
from .drawn import Drawn, drawn_of
from .order import out_of_order
from .printed import Printed
from .repeated import repeated
from .said import printed_texts

LONGEST_PROBLEM: Final = 12_000
"""Characters of a problem that are read; real ones have up to 5,000."""


@dataclass(frozen=True)
class Task:
    """What is known of the problem that a picture poses."""

    problem: str = ""
    answer: str = ""
    repair: bool = False
    """Whether rows are added for the givens that nothing shows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "problem", self.problem[:LONGEST_PROBLEM])


@dataclass(frozen=True)
class Told:
    """What a picture says, perhaps with rows added, and what was found."""

    source: Source
    spec: Spec
    model: Model
    printed: tuple[Printed, ...] = ()
    found: tuple[Diagnostic, ...] = ()


def told(start: Told, task: Task, canvases: Sequence[Canvas], solutions: Sequence[Solution]) -> Told:
    """Return what a picture says and what is wrong with it: a given that is missing, an answer that is there."""
    end = replace(start, printed=printed_texts(start.model, canvases))
    drawn = drawn_of(end.source.text, solutions, canvases)
    if task.problem or task.answer:
        end = _compared(end, task, canvases, drawn)
    end = replace(end, found=(*end.found, *miscounts(task.problem, end.printed, drawn)))
    return replace(end, found=(*end.found, *_alone(end, task, canvases, solutions)))


def _alone(
    end: Told, task: Task, canvases: Sequence[Canvas], solutions: Sequence[Solution]
) -> Iterator[Diagnostic]:
    """Yield what is wrong within a picture: values left open, labels that its drawing contradicts or repeats."""
    for canvas, solution in zip(canvases, solutions):
        yield from left_open(solution)
        yield from disagreements(solution)
        yield from out_of_order(solution, end.printed, task.problem)
        yield from repeated(canvas)


def _compared(end: Told, task: Task, canvases: Sequence[Canvas], drawn: Drawn) -> Told:
    """Hold a picture against its problem and answer; add what is missing first, if that was asked."""
    from .coverage import coverage
    from .leak import leak

    if task.repair and task.problem:
        from .mending import mended

        mend = mended(end.source, task.problem, end.printed, drawn)
        longer = _with_rows(end, mend.source, canvases) if mend.rows else None
        end = replace(longer, found=tuple(mend.notes())) if longer else end
    found = [*end.found]
    found += (
        coverage(task.problem, end.printed, drawn, end=len(end.source.text.rstrip())) if task.problem else ()
    )
    found += leak(task.answer, task.problem, end.printed, drawn) if task.answer else ()
    return replace(end, found=tuple(found))


def _with_rows(start: Told, source: Source, canvases: Sequence[Canvas]) -> Told | None:
    """Return a picture with the rows of a longer source; places in the spec stay, since all is added at its end."""
    from ..domains import vocabulary
    from ..parse import parse
    from ..resolve import resolve

    parsed = parse(source)
    if not parsed.ok or parsed.value is None:
        return None
    again = resolve(parsed.value, source, vocabulary())
    if not again.ok or again.value is None:
        return None
    model = replace(start.model, sheet=again.value.sheet, readings=again.value.readings)
    return Told(source, parsed.value, model, printed_texts(model, canvases))
