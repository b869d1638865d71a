"""Reading directions: words, angles, and what a thing gives (`toward(O)`, `bearing(20°, south, east)`)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...dsl.spec import Call, Expr, Name, Number, Part, Quantity, Text
from ...dsl.units import parse_unit
from ..values import Direction
from .directions import HEADINGS, bearing, direction_word

if TYPE_CHECKING:
    from .read import Reader


def read_direction(expr: Expr, reader: Reader) -> Direction | None:
    """Return the direction that an expression says, or nothing if it says none."""
    match expr:
        case Name(id=word) | Text(value=word):
            return direction_word(word.lower())
        case Part(name=word) if word in HEADINGS:
            return Direction(degrees=HEADINGS[word], text=word)
        case Quantity(text=text):
            degrees = _degrees(expr)
            return None if degrees is None else Direction(degrees=degrees, text=text)
        case Call(callee=Name(id=word)):
            return _called(word, expr, reader)
        case _:
            return None


def _called(word: str, call: Call, reader: Reader) -> Direction | None:
    values = [a.value for a in call.args]
    if word == "bearing" and len(values) == 3:
        return _bearing(values, reader.scope.text(call.span))
    if not values:
        return None
    if word in ("toward", "towards", "to"):
        place = reader.point(values[0])
        return Direction(toward=place) if place else None
    if word in ("away", "away_from", "from", "radial"):
        place = reader.point(values[0])
        return Direction(away=place) if place else None
    line = reader.line(values[0]) if word in ("along", "parallel_to") else None
    return Direction(along=line) if line else None


def _bearing(values: list[Expr], text: str) -> Direction | None:
    angle = next((v for v in values if isinstance(v, Quantity | Number)), None)
    ends = [v.id.lower() for v in values if isinstance(v, Name)]
    if angle is None or len(ends) != 2:
        return None
    heading = bearing(angle.number if isinstance(angle, Quantity) else angle.value, *ends)
    return None if heading is None else Direction(degrees=heading, text=text)


def _degrees(quantity: Quantity) -> float | None:
    """Return an angle in degrees; nothing for any other quantity."""
    unit = parse_unit(quantity.unit)
    return math.degrees(unit.to_si(quantity.number)) if unit and unit.dimension.name == "angle" else None
