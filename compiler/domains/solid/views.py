"""How a panel in space is seen, where its author says so."""

from __future__ import annotations

from ...model import Relation
from ...space.camera import ISOMETRIC, Camera, oblique, orthographic
from ...values import Direction, Formula, Measure, Value, Word
from ...vocabulary import Home, Slot, Verb, Want

FLATTEST, STEEPEST = 4.0, 86.0
"""Degrees of elevation between which the faces of a solid can be told apart."""
MANNERS = ("oblique", "orthographic", "isometric", "dimetric", "cabinet", "cavalier")


def see(relation: Relation) -> Camera | None:
    """Return the projection that a `view` asks for; nothing if it only names things."""
    word = relation.value("manner")
    manner = word.id if isinstance(word, Word) else ""
    azimuth, elevation = degrees(relation.value("azimuth")), degrees(relation.value("elevation"))
    if manner in ("oblique", "cabinet", "cavalier"):
        scale = degrees(relation.value("scale"))
        angle = degrees(relation.value("angle"))
        usual = 1.0 if manner == "cavalier" else 0.5
        return oblique(
            45.0 if angle is None else angle, usual if scale is None else min(max(scale, 0.05), 2.0)
        )
    if manner == "isometric":
        return ISOMETRIC
    if not manner and azimuth is None and elevation is None:
        return None
    steep = 20.0 if elevation is None else min(max(elevation, FLATTEST), STEEPEST)
    return orthographic(30.0 if azimuth is None else azimuth, steep)


def degrees(value: Value | None) -> float | None:
    """Return an angle in degrees, or a bare number as it is.

    >>> degrees(Direction(degrees=30.0))
    30.0
    """
    match value:
        case Direction(degrees=found):
            return found
        case Measure(formula=Formula(expression, ()), unit=unit):
            number = expression.value()
            name = unit.dimension.name if unit else ""
            turned = unit.to_si(number) * 57.29577951308232 if unit and name == "angle" else number
            return turned if turned == turned else None
        case Formula(expression, ()):
            number = expression.value()
            return number if number == number else None
    return None


def _angle(name: str, doc: str) -> Slot:
    return Slot(name, (Want.NUMBER, Want.MEASURE), doc, dimension="angle", positional=False)


VIEW = Verb(
    name="view",
    doc="How a picture in space is seen: `oblique` for solids, `orthographic` with the viewer's azimuth and elevation.",
    slots=(
        Slot("manner", Want.WORD, "the projection", ("kind", "projection"), choices=MANNERS),
        _angle("azimuth", "where the viewer stands, in degrees from the x axis towards the y axis"),
        _angle("elevation", "how high the viewer stands, in degrees over the horizon"),
        _angle("angle", "of an oblique view: how steeply the receding axis is drawn"),
        Slot("scale", Want.NUMBER, "of an oblique view: how much the receding axis is shortened", positional=False),
        Slot("of", Want.ENTITY, "what is seen so; the whole panel is", many=True),
    ),
    aliases=("projection", "viewpoint", "camera"),
    home=Home.LAYOUT,
    see=see,
    example="view(orthographic, azimuth = 30, elevation = 20)",
)  # fmt: skip

VERBS = (VIEW,)
