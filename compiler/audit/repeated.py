"""Labels that stand twice at one place: the second says nothing new and crowds the first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import dist
from typing import Final

from ...dsl.diagnostics import Diagnostic, Label, shortened
from ...dsl.scene import XY
from ..draw.pen import Canvas, TextRequest
from ..targets import AlongLine, ByPoint
from .codes import SAID_TWICE
from .formulas import compact

_SAME: Final = 0.5
"""Millimetres within which two labels belong to the same place."""
_ASIDE: Final = 7.0
"""Millimetres by which a dimension line stands beside what it measures."""
_LEAST_SIGNS: Final = 3
_MOST_LABELS: Final = 120


def repeated(canvas: Canvas) -> Iterator[Diagnostic]:
    """Yield the labels that repeat, or are contained in, another one at the same place. Emits AUD017."""
    labels = [(r, compact(r.text)) for r in canvas.texts[:_MOST_LABELS] if r.role != "tick"]
    for (one, first), (other, second) in combinations(labels, 2):
        (short, less), (long, more) = sorted(((one, first), (other, second)), key=lambda pair: len(pair[1]))
        if len(less) >= _LEAST_SIGNS and _holds(more, less) and _at_one_place(short, long):
            yield _finding(short, long)


def _holds(more: str, less: str) -> bool:
    """Whether a text is another one, or contains its value, not inside a longer number."""
    at = more.find(less)
    if at < 0 or (more != less and not any(sign.isdigit() for sign in less)):
        return False
    before, after = more[at - 1 : at], more[at + len(less) : at + len(less) + 1]
    return not (before.isdigit() and less[0].isdigit()) and not (after.isdigit() and less[-1].isdigit())


def _at_one_place(one: TextRequest, other: TextRequest) -> bool:
    match one.target, other.target:
        case ByPoint(at=a), ByPoint(at=b):
            return dist(a, b) <= _SAME
        case AlongLine(points=a), AlongLine(points=b):
            return _run_alike((a[0], a[-1]), (b[0], b[-1])) or _run_alike((a[0], a[-1]), (b[-1], b[0]))
        case _:
            return False


def _run_alike(one: tuple[XY, XY], other: tuple[XY, XY]) -> bool:
    """Whether two lines are the same, or one is the dimension line of the other: moved aside by no more than that."""
    (ax, ay), (bx, by) = ((q[0] - p[0], q[1] - p[1]) for p, q in zip(one, other))
    length = dist(*one)
    along = abs(ax * (one[1][0] - one[0][0]) + ay * (one[1][1] - one[0][1])) / length if length else 0.0
    return dist((ax, ay), (bx, by)) <= 2 * _SAME and along <= _SAME and dist((ax, ay), (0.0, 0.0)) <= _ASIDE


def _finding(short: TextRequest, long: TextRequest) -> Diagnostic:
    message = f"label `{shortened(short.text, 30)}` is said by `{shortened(long.text, 30)}` at the same place"
    places = [long.origin.span] if long.origin and long.origin.span else []
    labels = [Label(span=place, text="the other label") for place in places]
    hint = "say it once: a label replaces the text of its thing only if that is its name"
    return SAID_TWICE.found(message, short.origin.span if short.origin else None, labels=labels, hints=[hint])
