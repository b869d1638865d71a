"""Texts of the same sort whose features stand in a row or a column: they like to stand on one level themselves."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from .arrays import Floats
from .conflicts import Row
from .request import Fixed, InArea, LabelRequest

LEVEL: Final = 0.3
"""Features whose heights differ by no more stand side by side (mm)."""
OUT_OF_LINE: Final = 1.0
AREAS_OUT_OF_LINE: Final = 2.2
"""A text moves more easily within an area than along a line or around a point."""


def alike_rows(requests: Sequence[LabelRequest], anchors: Floats) -> tuple[Row, ...]:
    """Return the neighbours in rows and columns of alike features."""
    return tuple(row for axis in (1, 0) for row in _rows(requests, anchors.tolist(), axis))


def _rows(requests: Sequence[LabelRequest], anchors: Sequence[Sequence[float]], axis: int) -> Iterator[Row]:
    order = sorted(
        (i for i, request in enumerate(requests) if not isinstance(request.target, Fixed)),
        key=lambda i: (_sort(requests[i]), round(anchors[i][axis] / LEVEL), anchors[i][1 - axis], i),
    )
    for one, two in pairwise(order):
        if abs(anchors[one][axis] - anchors[two][axis]) <= LEVEL and _are_alike(requests[one], requests[two]):
            price = AREAS_OUT_OF_LINE if isinstance(requests[one].target, InArea) else OUT_OF_LINE
            yield Row(one, two, axis, price)


def _sort(request: LabelRequest) -> str:
    return f"{type(request.target).__name__} {request.role}"


def _are_alike(one: LabelRequest, two: LabelRequest) -> bool:
    """Whether two texts are of one sort and about one height."""
    alike = _sort(one) == _sort(two)
    return alike and abs(one.text.height - two.text.height) < one.text.height / 2
