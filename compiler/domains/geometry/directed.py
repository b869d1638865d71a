"""Directed angles between lines, modulo 180°: what contest problems state without regard to the figure's shape."""

from __future__ import annotations

from ...model import Relation
from ...pose.incidence import flat, spread
from ...pose.poser import Poser
from ...shapes import Line
from ...values import Chain
from ...vocabulary import Home, Slot, Verb, Want


def measure_directed_angle(relation: Relation, poser: Poser) -> int:
    """Return the angle by which the first line is turned counterclockwise to become parallel to the second.

    Angles that differ by 180° are one. Source: R. A. Johnson, Advanced Euclidean Geometry, section 16.
    """
    first, second = _arms(relation, poser)
    if first is None or second is None:
        poser.not_geometric(relation)
        return poser.free("angle", 1.0)
    slots = flat(first.a, first.b, second.a, second.b)
    return poser.defined("directed_line_angle", *slots, name="angle", start=0.9)


def _arms(relation: Relation, poser: Poser) -> tuple[Line[int] | None, Line[int] | None]:
    """Return the two lines; of three points in a row those from the middle one to the first and to the last."""
    values = relation.values_of("of")
    points = spread(values, poser) if len(values) == 3 or _is_corner(values[0]) else []
    if len(points) == 3:
        a, vertex, b = points
        return Line(vertex, a), Line(vertex, b)
    lines = [poser.line(value) for value in values]
    return (lines[0], lines[1]) if len(lines) == 2 else (None, None)


def _is_corner(value: object) -> bool:
    return isinstance(value, Chain) and len(value.ends) == 3


VERBS = (
    Verb(
        name="directed_angle",
        doc="The directed angle from one line to another, counterclockwise and modulo 180°: by lines, or at the middle one of three points. "
        "What holds of directed angles holds whatever the figure's shape.",
        slots=(
            Slot("of", (Want.LINE, Want.PATH, Want.POINT), "two lines, or three points", ("lines", "points", "between"), many=True, least=2, required=True),
            Slot("value", (Want.MEASURE, Want.NUMBER), "its value", dimension="angle"),
        ),
        aliases=("line_angle", "oriented_angle"), home=Home.CONSTRAINTS, dimension="angle", measure=measure_directed_angle,
        example="directed_angle(A, B, C) == directed_angle(D, E, F)",
    ),
)  # fmt: skip
